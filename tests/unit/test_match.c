/* Debits and credits that are marked, and which of them settles which. */
#include "rules/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS 6

struct match_case {
    const char *words;
    struct match_item items[ITEMS];
    int count;
    const char *exact;  /* the pairs of the first proposal: "debit<credit amount" */
    const char *oldest; /* of the second */
};

#define DEBIT(id_, number_, due_, open_)                                                           \
    {                                                                                              \
        .id = (id_), .document_id = (id_), .number = (number_), .due = {due_}, .doc_date = {due_}, \
        .open = (open_)                                                                            \
    }
#define CREDIT(id_, day_, open_, about_, reference_)                                               \
    {                                                                                              \
        .id = (id_), .document_id = (id_), .number = "C", .due = {day_}, .doc_date = {day_},       \
        .open = -(open_), .related_id = (about_), .reference = (reference_)                        \
    }

static const struct match_case cases[] = {
    {"nothing belongs together: the oldest credit to the oldest debit, the rest stays open",
     {DEBIT(1, "INV-1", 30, 100), DEBIT(2, "INV-2", 10, 50), CREDIT(3, 20, 40, 0, NULL),
      CREDIT(4, 15, 30, 0, NULL)},
     4,
     "",
     "2<4 30 2<3 20 1<3 20"},
    {"a credit memo goes to the invoice that it is about, though an older one is open",
     {DEBIT(1, "INV-1", 10, 100), DEBIT(2, "INV-2", 30, 100), CREDIT(3, 40, 25, 2, NULL)},
     3,
     "2<3 25",
     "2<3 25"},
    {"a credit memo that is larger than what its invoice has open: the rest is there for others",
     {DEBIT(1, "INV-1", 10, 100), DEBIT(2, "INV-2", 30, 20), CREDIT(3, 40, 25, 2, NULL)},
     3,
     "2<3 20",
     "2<3 20 1<3 5"},
    {"a payment whose text names two papers is for both, as far as it goes",
     {DEBIT(1, "INV-0071", 10, 100), DEBIT(2, "INV-0072", 20, 50),
      CREDIT(3, 40, 120, 0, "inv72 / inv-0071")},
     3,
     "2<3 50 1<3 70",
     "2<3 50 1<3 70"},
    {"the same amount: the oldest of that amount",
     {DEBIT(1, "INV-1", 30, 75), DEBIT(2, "INV-2", 20, 75), DEBIT(3, "INV-3", 10, 80),
      CREDIT(4, 40, 75, 0, NULL)},
     4,
     "2<4 75",
     "2<4 75"},
    {"two of the same amount on both sides: each its own",
     {DEBIT(1, "INV-1", 30, 75), DEBIT(2, "INV-2", 20, 75), CREDIT(3, 40, 75, 0, NULL),
      CREDIT(4, 35, 75, 0, NULL)},
     4,
     "2<4 75 1<3 75",
     "2<4 75 1<3 75"},
    {"the link goes before the reference, the reference before the amount",
     {DEBIT(1, "INV-0101", 10, 60), DEBIT(2, "INV-0102", 20, 60), CREDIT(3, 50, 60, 0, "INV-0101"),
      CREDIT(4, 60, 60, 1, NULL)},
     4,
     "1<4 60 2<3 60",
     "1<4 60 2<3 60"},
    {"only debits: nothing", {DEBIT(1, "INV-1", 10, 60)}, 1, "", ""},
    {"nothing at all", {{0}}, 0, "", ""},
};

static const char *pairs_text(const struct match *match, char out[256])
{
    size_t at = 0;

    out[0] = 0;
    for (int i = 0; i < match->pair_count; i++)
        at += (size_t)snprintf(out + at, 256 - at, "%s%lld<%lld %lld", i ? " " : "",
                               (long long)match->items[match->pairs[i].debit].id,
                               (long long)match->items[match->pairs[i].credit].id,
                               (long long)match->pairs[i].amount);
    return out;
}

/* No item for more than is marked of it, and no more marked than is open. */
static void holds(const struct match *match)
{
    int64_t used[64] = {0};

    for (int i = 0; i < match->pair_count; i++) {
        const struct match_pair *pair = &match->pairs[i];
        assert_true(pair->amount > 0);
        assert_true(match->items[pair->debit].open > 0 && match->items[pair->credit].open < 0);
        used[pair->debit] += pair->amount;
        used[pair->credit] += pair->amount;
    }
    for (int i = 0; i < match->count; i++) {
        const int64_t open = match->items[i].open;
        assert_true(used[i] <= match->items[i].wanted);
        assert_true(match->items[i].wanted <= (open < 0 ? -open : open));
    }
}

static void proposals(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct match_item items[ITEMS];
        struct match match = {.items = items, .count = cases[i].count};
        char text[256];
        memcpy(items, cases[i].items, sizeof items);
        const bool exact = match_exact(&match, &arena);
        holds(&match);
        if (strcmp(pairs_text(&match, text), cases[i].exact) != 0 || exact != (*text != 0))
            fail_msg("%s: exact is \"%s\"", cases[i].words, text);
        match_oldest(&match, &arena);
        holds(&match);
        if (strcmp(pairs_text(&match, text), cases[i].oldest) != 0)
            fail_msg("%s: oldest is \"%s\"", cases[i].words, text);
        arena_done(&arena);
    }
}

static void marks_by_hand(void **state)
{
    struct arena arena = {0};
    struct match_item items[] = {DEBIT(1, "INV-1", 10, 100), DEBIT(2, "INV-2", 20, 50),
                                 CREDIT(3, 30, 120, 0, NULL), CREDIT(4, 40, 10, 1, NULL)};
    struct match match = {.items = items, .count = 4};
    int64_t debits, credits;
    char text[256];

    /* a part of one, all of others: the rest of the larger side stays open */
    items[0].wanted = 30;
    items[1].wanted = 50;
    items[2].wanted = 120;
    match_pair_up(&match, &arena);
    assert_string_equal(pairs_text(&match, text), "1<3 30 2<3 50");
    match_sums(&match, &debits, &credits);
    assert_int_equal(debits, 80);
    assert_int_equal(credits, 120);

    /* a tie holds while others are marked, and is gone with its own mark */
    assert_true(match_exact(&match, &arena));
    assert_string_equal(pairs_text(&match, text), "1<4 10");
    items[2].wanted = 20;
    items[1].wanted = 20;
    match_pair_up(&match, &arena);
    assert_string_equal(pairs_text(&match, text), "1<4 10 2<3 20");
    match_untie(&match, 0);
    match_pair_up(&match, &arena);
    assert_string_equal(pairs_text(&match, text), "1<3 10 2<3 10 2<4 10");
    /* marks that came from elsewhere are tied anew, and stay as they are */
    match_retie(&match, &arena);
    assert_string_equal(pairs_text(&match, text), "1<4 10 2<3 20");
    match_none(&match);
    assert_int_equal(match.pair_count, 0);
    arena_done(&arena);
}

/* Whatever is marked: all of the smaller side is paired. */
static void any_marks(void **state)
{
    uint64_t seed = 7;

    for (int round = 0; round < 2000; round++) {
        struct arena arena = {0};
        struct match_item items[24] = {{0}};
        struct match match = {.items = items, .count = 24};
        int64_t debits, credits, paired = 0;
        for (int i = 0; i < 24; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            const int64_t size = (int64_t)(seed >> 33) % 50 + 1;
            items[i] = (struct match_item){.id = i + 1,
                                           .document_id = i + 1,
                                           .open = seed >> 63 ? size : -size,
                                           .due = {(int32_t)((seed >> 40) % 9)},
                                           .related_id = (int64_t)(seed >> 50) % 24,
                                           .number = "X"};
        }
        match_exact(&match, &arena);
        holds(&match);
        for (int i = 0; i < 24; i += 3) {
            match_untie(&match, i);
            items[i].wanted = (items[i].open < 0 ? -items[i].open : items[i].open) / 2;
        }
        match_pair_up(&match, &arena);
        holds(&match);
        match_sums(&match, &debits, &credits);
        for (int i = 0; i < match.pair_count; i++)
            paired += match.pairs[i].amount;
        assert_int_equal(paired, debits < credits ? debits : credits);
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proposals),
        cmocka_unit_test(marks_by_hand),
        cmocka_unit_test(any_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
