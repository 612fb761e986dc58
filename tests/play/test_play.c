/* Seeded random operations on a book in memory against the plain model: after every one the open
 * items must be the same on random days, on both bases, as known at random moments; at the end the
 * whole book is proved. A failure prints its seed; PLAY_SEED runs that one, PLAY_ROUNDS more. */
#include "ledger/agingscan.h"
#include "ledger/customer.h"
#include "ledger/entry.h"
#include "ledger/invoice.h"
#include "ledger/payment.h"
#include "ledger/proof.h"
#include "ledger/txopen.h"
#include "play/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define OPERATIONS 160
#define FIRST_DAY 16000 /* 2013-10-22 */
#define SPAN 400

struct play {
    uint64_t seed, state;
    struct book *book;
    struct note note;
    struct model *model;
    int64_t documents[MODEL_ITEMS]; /* ids */
    bool dead[MODEL_ITEMS];         /* reversed, or a reversal */
    int kinds[MODEL_ITEMS];
    int document_count;
    int64_t customers[2];
    int64_t entry;
    int refused, done;
};

static uint64_t next(struct play *play)
{
    uint64_t z = (play->state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static int pick(struct play *play, int below)
{
    return (int)(next(play) % (uint64_t)below);
}

#define CHECK(play, condition)                                                                     \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("seed %llu, operation %d: %s (%s)", (unsigned long long)(play)->seed,         \
                     (play)->done, #condition, (play)->note.text);                                 \
    } while (0)

static struct tx *begin(struct play *play)
{
    struct tx *tx = NULL;
    const struct tx_author author = {.actor = "play", .command = "play"};

    CHECK(play, tx_begin(play->book, &tx) == ERR_OK);
    CHECK(play, tx_entry_begin(tx, &author) == ERR_OK);
    return tx;
}

static bool finish(struct play *play, struct tx *tx, enum err e)
{
    play->done++;
    if (e != ERR_OK) {
        tx_rollback(tx);
        play->refused++;
        return false;
    }
    CHECK(play, tx_entry_end(tx, "", "") == ERR_OK);
    CHECK(play, tx_commit(tx) == ERR_OK);
    CHECK(play, book_revision(play->book, &play->entry) == ERR_OK);
    return true;
}

static void note_document(struct play *play, const struct document_made *made, int kind,
                          const int64_t *amounts, int count, int effective, int posted)
{
    struct model *model = play->model;

    play->documents[play->document_count] = made->id;
    play->kinds[play->document_count] = kind;
    for (int i = 0; i < count; i++)
        model->items[model->item_count++] = (struct model_item){
            made->first_item + i, play->document_count, amounts[i], effective, posted, play->entry};
    play->document_count++;
}

static void issue(struct play *play, enum document_kind kind)
{
    const int date = FIRST_DAY + pick(play, SPAN),
              posted = date + (pick(play, 4) ? 0 : pick(play, 40));
    const int count = kind == DOCUMENT_CREDIT ? 1 : 1 + pick(play, 3);
    struct instalment_new parts[3];
    int64_t amounts[3], total = 0;

    for (int i = 0; i < count; i++) {
        amounts[i] = 1 + pick(play, 50000);
        parts[i] = (struct instalment_new){{date + 10 * (i + 1)}, amounts[i]};
        total += amounts[i];
    }
    const struct paper_line line = {.text = "play", .quantity = MICRO, .fixed = true, .net = total};
    struct paper paper = {.kind = kind,
                          .customer_id = play->customers[pick(play, 2)],
                          .date = {date},
                          .posted = {posted},
                          .lines = &line,
                          .line_count = 1};
    if (kind != DOCUMENT_CREDIT) {
        paper.instalments = parts;
        paper.instalment_count = count;
    }
    struct document_made made;
    struct tx *tx = begin(play);
    CHECK(play, finish(play, tx, invoice_issue(tx, &paper, &made)));
    if (kind == DOCUMENT_CREDIT)
        amounts[0] = -total;
    note_document(play, &made, (int)kind, amounts, count, date, posted);
}

static void receive(struct play *play)
{
    const int date = FIRST_DAY + pick(play, SPAN),
              posted = date + (pick(play, 4) ? 0 : pick(play, 40));
    struct currency currency;
    int64_t item = 0, amount = -(1 + (int64_t)pick(play, 80000));

    CHECK(play, currency_find("EUR", &currency) == ERR_OK);
    const struct payment payment = {.customer_id = play->customers[pick(play, 2)],
                                    .amount = money_of(-amount, currency),
                                    .date = {date},
                                    .posted = {posted},
                                    .method = METHOD_CASH};
    struct document_made made;
    struct tx *tx = begin(play);
    CHECK(play, finish(play, tx, payment_receive(tx, &payment, &made, &item)));
    note_document(play, &made, DOCUMENT_PAYMENT, &amount, 1, date, posted);
}

static int later(int a, int b)
{
    return a > b ? a : b;
}

/* A random pair, a random amount, mostly by default date: refused just when the model says so. */
static void apply(struct play *play)
{
    struct model *model = play->model;
    int debit = 0, credit = 0;
    for (int tries = 0; tries < 12; tries++) { /* mostly pairs that have something open */
        const int item = pick(play, model->item_count);
        if (tries > 8 || model_open(model, item, INT32_MAX, true, 0) != 0)
            *(model->items[item].amount > 0 ? &debit : &credit) = item;
    }
    const struct model_item *d = &model->items[debit], *c = &model->items[credit];

    if (d->amount <= 0 || c->amount >= 0)
        return;
    const int64_t open_d = model_open(model, debit, INT32_MAX, true, 0);
    const int64_t open_c = -model_open(model, credit, INT32_MAX, true, 0);
    int64_t amount = pick(play, 3) ? (open_d < open_c ? open_d : open_c) : 1 + pick(play, 60000);
    struct item book_d, book_c;
    struct arena arena = {0};
    CHECK(play, item_get(play->book, d->id, &arena, &book_d) == ERR_OK);
    CHECK(play, item_get(play->book, c->id, &arena, &book_c) == ERR_OK);
    arena_done(&arena);
    CHECK(play, book_d.open == open_d && -book_c.open == open_c);

    const int least = later(d->effective, c->effective);
    const int wish = pick(play, 4) ? 0 : least - 5 + pick(play, 60);
    const bool same = book_d.customer_id == book_c.customer_id;
    bool possible = same && amount > 0 && amount <= open_d && amount <= open_c;
    int effective = -1, posted = -1;
    if (possible) {
        effective = model_first(model, debit, credit, wish ? wish : least, false, amount);
        possible = !(wish && (wish < least || effective != wish));
    }
    if (possible)
        posted = model_first(model, debit, credit, later(effective, later(d->posted, c->posted)),
                             true, amount);
    const struct application_new application = {
        .debit_id = d->id, .credit_id = c->id, .amount = amount, .date = {wish}};
    struct application_made made = {0};
    struct tx *tx = begin(play);
    const bool ok = finish(play, tx, application_post(tx, &application, &made));
    CHECK(play, ok == possible);
    if (!ok)
        return;
    CHECK(play, made.date.day == effective);
    model->moves[model->move_count++] = (struct model_move){
        debit, credit, amount, effective, posted, play->entry, made.act_id, true, false};
}

static void take_back(struct play *play, int move, int date)
{
    struct model *model = play->model;
    struct model_move *old = &model->moves[move];

    old->standing = false;
    model->moves[model->move_count++] = (struct model_move){
        old->debit,  old->credit, -old->amount, date,        later(date, old->posted),
        play->entry, old->act,    false,        old->closing};
}

static void unapply(struct play *play)
{
    struct model *model = play->model;

    if (model->move_count == 0)
        return;
    const int move = pick(play, model->move_count);
    const struct model_move *old = &model->moves[move];
    if (old->closing)
        return;
    const int date = old->effective - 3 + pick(play, 60);
    struct tx *tx = begin(play);
    const bool possible = old->standing && date >= old->effective;
    const bool ok =
        finish(play, tx, application_unapply(tx, old->act, (struct date){date}, "keying"));
    CHECK(play, ok == possible);
    if (ok)
        take_back(play, move, date);
}

/* A whole entry, by its number: it applied, so it comes back on the day on which it did. */
static void undo(struct play *play)
{
    struct model *model = play->model;

    if (model->move_count == 0)
        return;
    const int move = pick(play, model->move_count);
    const struct model_move *old = &model->moves[move];
    struct entry_work done;
    struct arena arena = {0};
    char number[64];
    if (old->closing)
        return;
    struct tx *tx = begin(play);
    const bool possible = old->standing;
    const bool ok =
        finish(play, tx, entry_reverse(tx, old->entry, DATE_NONE, "undone", &done, &arena, number));
    arena_done(&arena);
    CHECK(play, ok == possible);
    if (ok)
        take_back(play, move, old->effective);
}

static bool touches(const struct model *model, int move, int document)
{
    return model->items[model->moves[move].debit].document == document ||
           model->items[model->moves[move].credit].document == document;
}

/* Would every item of the document be free from the date on, once what stands is taken back? */
static bool free_from(struct play *play, int document, int date)
{
    struct model *model = play->model;
    const int moves = model->move_count;
    bool is = true;

    for (int i = 0; i < moves; i++)
        if (model->moves[i].standing && touches(model, i, document)) {
            take_back(play, i, date);
            model->moves[i].standing = true;
        }
    for (int i = 0; i < model->item_count; i++)
        if (model->items[i].document == document)
            is = is && model_room(model, i, date, false) == llabs(model->items[i].amount);
    model->move_count = moves;
    return is;
}

static void reverse(struct play *play)
{
    struct model *model = play->model;

    if (play->document_count == 0)
        return;
    const int document = pick(play, play->document_count);
    int date = FIRST_DAY + pick(play, SPAN + 100);
    bool possible = !play->dead[document];
    const int items = model->item_count, moves = model->move_count;
    int first = -1, effective = 0, posted = 0;

    for (int i = 0; i < items; i++)
        if (model->items[i].document == document) {
            if (first < 0)
                first = i;
            effective = model->items[i].effective;
            posted = model->items[i].posted;
        }
    possible = possible && date >= effective;
    for (int i = 0; i < moves; i++)
        if (model->moves[i].standing && !model->moves[i].closing && touches(model, i, document))
            possible = possible && date >= model->moves[i].effective;

    possible = possible && free_from(play, document, date);
    struct document_made made;
    struct tx *tx = begin(play);
    const bool ok = finish(
        play, tx,
        settlement_reverse(tx, play->documents[document], (struct date){date}, "keying", &made));
    CHECK(play, ok == possible);
    if (!ok)
        return;
    for (int i = 0; i < moves; i++)
        if (model->moves[i].standing && !model->moves[i].closing && touches(model, i, document))
            take_back(play, i, date);
    /* the contra document: each item negated and paired with the one that it closes */
    play->dead[document] = true;
    play->dead[play->document_count] = true;
    int64_t amounts[3];
    int count = 0;
    for (int i = first; i < items && model->items[i].document == document; i++)
        amounts[count++] = -model->items[i].amount;
    note_document(play, &made, DOCUMENT_VOID, amounts, count, date, later(date, posted));
    for (int i = 0; i < count; i++) {
        const bool is_debit = amounts[i] < 0;
        const int64_t amount = is_debit ? -amounts[i] : amounts[i];
        const int debit = is_debit ? first + i : items + i,
                  credit = is_debit ? items + i : first + i;
        const int day = model_first(model, debit, credit, date, false, amount);
        CHECK(play, day == date);
        model->moves[model->move_count++] = (struct model_move){
            debit,
            credit,
            amount,
            date,
            model_first(model, debit, credit, later(date, posted), true, amount),
            play->entry,
            0,
            false,
            true};
    }
}

struct seen {
    struct play *play;
    int64_t opens[MODEL_ITEMS];
};

static enum err see(void *self, const struct aging_item *item)
{
    struct seen *seen = self;

    for (int i = 0; i < seen->play->model->item_count; i++)
        if (seen->play->model->items[i].id == item->id) {
            seen->opens[i] += item->open;
            return ERR_OK;
        }
    return ERR_MISSING;
}

static void compare(struct play *play, int day, bool posted, int64_t known)
{
    static struct seen seen;
    const struct aging_query query = {.as_of = {day},
                                      .known_entry = known,
                                      .by = posted ? BY_POSTED : BY_EFFECTIVE,
                                      .control = CONTROL_RECEIVABLE};

    memset(&seen, 0, sizeof seen);
    seen.play = play;
    CHECK(play, aging_scan(play->book, &query, see, &seen) == ERR_OK);
    for (int i = 0; i < play->model->item_count; i++)
        if (seen.opens[i] != model_open(play->model, i, day, posted, known))
            fail_msg(
                "seed %llu, operation %d: item %d on day %d, %s, known %lld: book %lld, model %lld",
                (unsigned long long)play->seed, play->done, i, day, posted ? "posted" : "effective",
                (long long)known, (long long)seen.opens[i],
                (long long)model_open(play->model, i, day, posted, known));
}

static void say(void *self, const char *sentence)
{
    struct play *play = self;

    print_message("seed %llu: %s\n", (unsigned long long)play->seed, sentence);
}

/* Returns how many applications there were. */
static int play_seed(uint64_t seed)
{
    struct play *play = calloc(1, sizeof *play);
    struct currency euro;
    int found = -1;

    play->seed = play->state = seed;
    play->model = calloc(1, sizeof *play->model);
    assert_int_equal(currency_find("EUR", &euro), ERR_OK);
    const struct book_plan plan = {.company = "Play", .currency = euro, .actor = "play"};
    assert_int_equal(book_new(NULL, &plan, &play->note, &play->book), ERR_OK);
    book_today_set(play->book, (struct date){FIRST_DAY + SPAN});
    for (int i = 0; i < 2; i++) {
        struct customer customer;
        const char *const codes[] = {"A", "B"};
        customer_init(&customer, euro);
        customer.code = customer.name = codes[i];
        struct tx *tx = begin(play);
        CHECK(play, finish(play, tx, customer_add(tx, &customer, &play->customers[i])));
    }
    for (int i = 0; i < OPERATIONS; i++) {
        const int what = pick(play, 100);
        if (what < 18)
            issue(play, DOCUMENT_INVOICE);
        else if (what < 22)
            issue(play, DOCUMENT_CREDIT);
        else if (what < 35)
            receive(play);
        else if (what < 80 && play->model->item_count)
            apply(play);
        else if (what < 88)
            unapply(play);
        else if (what < 92)
            undo(play);
        else
            reverse(play);
        for (int k = 0; k < 3; k++)
            compare(play, FIRST_DAY - 5 + pick(play, SPAN + 120), pick(play, 2) != 0,
                    pick(play, 3) ? 0 : 1 + pick(play, (int)play->entry));
    }
    CHECK(play, proof_book(play->book, NULL, say, play, &found) == ERR_OK);
    CHECK(play, found == 0);
    const int moves = play->model->move_count;
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
    for (int i = 1; i <= count; i++)
        moves += play_seed((uint64_t)i);
    assert_true(moves > 20 * count); /* else the games were too tame to say anything */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_book_is_what_the_model_says)};

    return cmocka_run_group_tests_name("play", tests, NULL, NULL);
}
