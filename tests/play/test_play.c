/* Seeded random operations on a book in memory against the plain model: after every one the open
 * items, what is disputed and what waits for the bank must be the same on random days, on both
 * bases, as known at random moments; at the end the whole book is proved. A failure prints its
 * seed; PLAY_SEED runs that one, PLAY_ROUNDS more. */
#include "ledger/agingscan.h"
#include "ledger/deposit.h"
#include "ledger/disputed.h"
#include "ledger/master.h"
#include "ledger/proof.h"
#include "play/play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPERATIONS 160
#define KINDS 64 /* of operations, at most */

/* Over all games: how often each was tried and taken. */
static int tried[KINDS], posted_of[KINDS];

struct seen {
    struct play *play;
    int64_t figures[MODEL_ITEMS];
};
static struct seen seen;

static enum err see_open(void *self, const struct aging_item *item)
{
    const int at = model_item_of(((struct seen *)self)->play->model, item->id);

    if (at < 0)
        return ERR_MISSING;
    ((struct seen *)self)->figures[at] += item->open;
    return ERR_OK;
}

static enum err see_disputed(void *self, const struct disputed *disputed)
{
    const int at = model_item_of(((struct seen *)self)->play->model, disputed->item_id);

    if (at < 0)
        return ERR_MISSING;
    ((struct seen *)self)->figures[at] += disputed->amount;
    return ERR_OK;
}

static void differs(struct play *play, const char *what, int item, int day, int64_t known,
                    int64_t book, int64_t model)
{
    fail_msg("seed %llu, operation %d, %s: %s of item %d on day %d, known %lld: book %lld, model "
             "%lld",
             (unsigned long long)play->seed, play->done, play->what, what, item, day,
             (long long)known, (long long)book, (long long)model);
}

static void seen_begin(struct play *play)
{
    memset(&seen, 0, sizeof seen);
    seen.play = play;
}

static void compare_open(struct play *play, int day, bool posted, int64_t known)
{
    static const enum account_control controls[] = {CONTROL_RECEIVABLE, CONTROL_UNIDENTIFIED,
                                                    CONTROL_PREPAID};
    const struct model *model = play->model;

    seen_begin(play);
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        const struct aging_query query = {.as_of = {day},
                                          .known_entry = known,
                                          .by = posted ? BY_POSTED : BY_EFFECTIVE,
                                          .control = controls[i]};
        CHECK(play, aging_scan(play->book, &query, see_open, &seen) == ERR_OK);
    }
    for (int i = 0; i < model->item_count; i++) {
        const int64_t open = model_open(model, i, day, posted, known);
        if (seen.figures[i] != open)
            differs(play, posted ? "open (posted)" : "open (effective)", i, day, known,
                    seen.figures[i], open);
    }
}

static void compare_disputed(struct play *play, int day, int64_t known)
{
    const struct model *model = play->model;

    seen_begin(play);
    CHECK(play,
          disputed_each(play->book, (struct date){day}, known, 0, see_disputed, &seen) == ERR_OK);
    for (int i = 0; i < model->item_count; i++) {
        const int64_t disputed = model_disputed(model, i, day, known);
        if (seen.figures[i] != disputed)
            differs(play, "disputed", i, day, known, seen.figures[i], disputed);
    }
}

static enum err see_waiting(void *self, const struct deposit_receipt *receipt)
{
    *(int64_t *)self += receipt->amount.minor;
    return ERR_OK;
}

static void compare_waiting(struct play *play, int day)
{
    const struct model *model = play->model;
    int64_t book = 0, sum = 0;

    CHECK(play, deposit_pending(play->book, (struct date){day}, METHODS_UNDEPOSITED, NULL,
                                see_waiting, &book) == ERR_OK);
    for (int i = 0; i < model->document_count; i++)
        if (model_waits(model, i, day))
            sum += model->documents[i].amount;
    if (book != sum)
        differs(play, "what waits for the bank", -1, day, 0, book, sum);
}

static void compare(struct play *play)
{
    const int64_t known =
        play_pick(play, 3) ? 0 : 1 + play_pick(play, (int)(play->entry ? play->entry : 1));
    const int day = FIRST_DAY - 10 + play_pick(play, SPAN + 200);

    compare_open(play, day, play_pick(play, 2), known);
    compare_disputed(play, day, known);
    compare_waiting(play, day);
}

static void say(void *self, const char *sentence)
{
    print_message("seed %llu: %s\n", (unsigned long long)((struct play *)self)->seed, sentence);
}

static void customers_add(struct play *play, struct currency euro)
{
    for (int i = 0; i < 2; i++) {
        struct customer customer;
        const char *const codes[] = {"A", "B"};
        customer_init(&customer, euro);
        customer.code = customer.name = codes[i];
        struct tx *tx = play_begin(play);
        play_finish(play, tx, customer_add(tx, &customer, &play->customers[i]), POSTED);
    }
}

static void tax_add(struct play *play)
{
    const struct taxcode tax = {
        .code = "T", .rate_ppm = PLAY_TAX_PPM, .category = "S", .exemption = ""};
    struct tx *tx = play_begin(play);

    play_finish(play, tx, taxcode_add(tx, &tax, &play->tax_id), POSTED);
}

static void operation_run(struct play *play)
{
    int sum = 0, at = 0;

    for (int i = 0; operations[i].name; i++)
        sum += operations[i].weight;
    for (int luck = play_pick(play, sum); luck >= operations[at].weight; at++)
        luck -= operations[at].weight;
    const int64_t before = play->entry;
    play->done++;
    play->what = operations[at].name;
    operations[at].run(play);
    must(at < KINDS);
    tried[at]++;
    posted_of[at] += play->entry != before;
}

/* Returns how many applications there were. */
static int play_seed(uint64_t seed)
{
    struct play *play = calloc(1, sizeof *play);
    struct currency euro;
    int found = -1;

    play->seed = play->state = seed;
    play->what = "the book is made";
    play->model = calloc(1, sizeof *play->model);
    assert_int_equal(currency_find("EUR", &euro), ERR_OK);
    const struct book_plan plan = {.company = "Play", .currency = euro, .actor = "play"};
    assert_int_equal(book_new(NULL, &plan, &play->note, &play->book), ERR_OK);
    clerk_init(&play->clerk, NULL);
    play->clerk.session.book = play->book;
    play->clerk.session.note = book_note(play->book);
    play->clerk.session.today = (struct date){FIRST_DAY + SPAN};
    play->clerk.session.habit.today = play->clerk.session.today;
    book_today_set(play->book, play->clerk.session.today);
    customers_add(play, euro);
    tax_add(play);
    for (int i = 0; i < OPERATIONS; i++) {
        operation_run(play);
        for (int k = 0; k < 3; k++)
            compare(play);
    }
    CHECK(play, proof_book(play->book, NULL, say, play, &found) == ERR_OK);
    CHECK(play, found == 0);
    const int moves = play->model->move_count;
    arena_done(&play->clerk.arena);
    book_close(play->book);
    free(play->model);
    free(play);
    return moves;
}

static void the_book_is_what_the_model_says(void **state)
{
    const char *one = getenv("PLAY_SEED"), *rounds = getenv("PLAY_ROUNDS");
    const int count = rounds ? (int)strtol(rounds, NULL, 10) : 60;

    (void)state;
    if (one) {
        play_seed(strtoull(one, NULL, 10));
        return;
    }
    int moves = 0;
    long all = 0;
    for (int i = 1; i <= count; i++)
        moves += play_seed((uint64_t)i);
    for (int i = 0; operations[i].name; i++) {
        print_message("# %-34s %6d tried, %6d posted\n", operations[i].name, tried[i],
                      posted_of[i]);
        all += tried[i];
        /* else the games were too tame to say anything of it */
        assert_true(posted_of[i] > 0 && (count < 60 || tried[i] > count));
    }
    print_message("# tally tried %ld lost 0 doubled 0 corrupt 0 half 0\n", all);
    assert_true(moves > 20 * count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_book_is_what_the_model_says)};

    return cmocka_run_group_tests_name("play", tests, NULL, NULL);
}
