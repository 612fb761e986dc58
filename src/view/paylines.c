#include "view/paylines.h"

#include "base/arena.h"
#include "rules/allocate.h"
#include "rules/autocash.h"
#include "rules/reference.h"

#include <string.h>

static void unmark(struct paylines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        line->marked = line->typed = false;
        line->pays = line->discount = line->writeoff = 0;
    }
}

/* Pays what is there; the discount closes the line when no more than it is missing. */
static void line_pay(struct payline *line, int64_t there)
{
    line->pays = there < line->open ? there : line->open;
    line->discount = 0;
    if (line->pays > 0 && line->pays < line->open && line->pays + line->offered >= line->open)
        line->discount = line->open - line->pays;
}

void paylines_spread(struct paylines *lines, int64_t amount)
{
    int64_t rest = amount, open = 0, offered = 0;

    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        line->writeoff = 0;
        if (line->marked && !line->typed && line->open < 0)
            line->pays = line->open;
        if (line->typed || (line->marked && line->open < 0)) {
            rest -= line->pays;
        } else if (line->marked) {
            open += line->open;
            offered += line->offered;
        } else {
            line->pays = line->discount = 0;
        }
    }
    /* what is missing when all discounts close their lines: no line is left with a few cents */
    const bool closes = rest < open && rest >= open - offered;
    int64_t missing = closes ? open - rest : 0;
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        if (!line->marked || line->typed || line->open < 0)
            continue;
        if (closes) {
            line->discount = missing < line->offered ? missing : line->offered;
            line->pays = line->open - line->discount;
            missing -= line->discount;
        } else {
            line_pay(line, rest > 0 ? rest : 0);
        }
        rest -= line->pays;
    }
}

int64_t paylines_short(const struct payline *line)
{
    const int64_t missing = line->open - line->pays - line->discount;

    return line->pays > 0 && missing <= line->small ? missing : 0;
}

bool paylines_let_go(struct paylines *lines)
{
    bool any = false, gone = false;

    for (int i = 0; i < lines->count; i++)
        gone = gone || lines->lines[i].writeoff;
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        any = any || paylines_short(line) > 0;
        line->writeoff = gone ? 0 : paylines_short(line);
    }
    return any;
}

const struct payline *paylines_find(const struct paylines *lines, int64_t item_id)
{
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].item_id == item_id)
            return &lines->lines[i];
    return NULL;
}

int64_t paylines_left(const struct paylines *lines, int64_t amount)
{
    for (int i = 0; i < lines->count; i++)
        amount -= lines->lines[i].pays;
    return amount;
}

int64_t paylines_net(const struct paylines *lines)
{
    int64_t net = 0;

    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].marked)
            net += lines->lines[i].typed ? lines->lines[i].pays : lines->lines[i].open;
    return net;
}

int64_t paylines_credits(const struct paylines *lines)
{
    int64_t sum = 0;

    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].pays < 0)
            sum -= lines->lines[i].pays;
    return sum;
}

/* ---- the ways ---- */

static bool all_of(const struct payline *line, struct date today)
{
    (void)today;
    return line->open > 0;
}

static bool past_due(const struct payline *line, struct date today)
{
    return line->open > 0 && line->due.day < today.day;
}

static bool is_named(const struct payline *line, struct date today)
{
    (void)today;
    return line->open > 0 && line->named;
}

/* Marks those; is there one? */
static bool mark_those(struct paylines *lines, bool (*those)(const struct payline *, struct date),
                       struct date today)
{
    bool any = false;

    unmark(lines);
    for (int i = 0; i < lines->count; i++) {
        lines->lines[i].marked = those(&lines->lines[i], today);
        any = any || lines->lines[i].marked;
    }
    return any;
}

/* Do the marked lines come to the amount, as they stand or less all their discounts? */
static bool marked_fit(const struct paylines *lines, int64_t amount)
{
    int64_t open = 0, offered = 0;

    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].marked) {
            open += lines->lines[i].open;
            offered += lines->lines[i].offered;
        }
    return open > 0 && (amount == open || amount == open - offered);
}

static bool one_fits(struct paylines *lines, int64_t amount)
{
    unmark(lines);
    for (int with = 0; with < 2; with++)
        for (int i = 0; i < lines->count; i++) {
            struct payline *line = &lines->lines[i];
            if (line->open > 0 && amount == line->open - (with ? line->offered : 0)) {
                line->marked = true;
                return true;
            }
        }
    return false;
}

static bool exact(struct paylines *lines, int64_t amount, struct date today)
{
    if (mark_those(lines, is_named, today) && marked_fit(lines, amount)) {
        lines->words = "by document number";
        return true;
    }
    lines->words = "one paper of this sum";
    if (one_fits(lines, amount))
        return true;
    lines->words = "all that is open";
    if (mark_those(lines, all_of, today) && marked_fit(lines, amount))
        return true;
    lines->words = "all that is past due";
    return mark_those(lines, past_due, today) && marked_fit(lines, amount);
}

/* Is this word of the remittance the number of the line, as payers write it? */
static bool word_names(const char *word, const struct payline *line, struct arena *arena)
{
    char made[REFERENCE_TEXT];

    if (reference_make(line->number, made, NULL) == ERR_OK && strcmp(made, word) == 0)
        return true;
    const char *number = reference_key_short(arena, line->number);
    const char *key = reference_key_short(arena, word);
    return *key && strcmp(number, key) == 0;
}

static bool by_reference(struct paylines *lines, const char *reference)
{
    struct reference_walk walk = {.text = reference};
    struct arena arena = {0};
    char word[REFERENCE_WORD];
    bool any = false;

    unmark(lines);
    while (reference_next(&walk, word))
        for (int i = 0; i < lines->count; i++) {
            struct payline *line = &lines->lines[i];
            if (line->open > 0 && word_names(word, line, &arena))
                any = line->marked = true;
        }
    arena_done(&arena);
    return any;
}

/* The only choice of several papers that comes to the sum (RULES.md R3 step 6). The clerk looks at
 * it, so it may be an accident; credits are shown here and not paid, so they take no part. */
static bool by_choice(struct paylines *lines, int64_t amount)
{
    struct arena arena = {0};
    const struct autocash_options options = {
        .steps = {AUTOCASH_SUBSET}, .step_count = 1, .work = AUTOCASH_WORK};
    struct autocash_item *items = arena_new(&arena, (size_t)(lines->count + 1) * sizeof *items);
    struct autocash_case given = {.items = items, .amount = amount};
    struct autocash_proposal found;
    bool any = false;

    unmark(lines);
    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        if (line->open > 0)
            items[given.item_count++] =
                (struct autocash_item){.id = i,
                                       .open = line->open,
                                       .discount = line->offered < line->open ? line->offered : 0,
                                       .due = line->due,
                                       .doc_date = line->issued,
                                       .number = line->number};
    }
    if (amount > 0 && autocash_find(&given, &options, &arena, &found) == ERR_OK &&
        found.answers == 1 && found.part_count > 1) /* one alone is found as exact */
        for (int i = 0; i < found.part_count; i++) {
            struct payline *line = &lines->lines[found.parts[i].debit_id];
            any = line->marked = true;
            line->pays = found.parts[i].amount;
            line->discount = found.parts[i].discount;
        }
    arena_done(&arena);
    return any;
}

static bool by_age(struct paylines *lines, int64_t amount)
{
    struct arena arena = {0};
    struct allocate_item *items = arena_new(&arena, (size_t)(lines->count + 1) * sizeof *items);
    int64_t left = 0;
    bool any = false;

    unmark(lines);
    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        items[i] =
            (struct allocate_item){.id = line->item_id,
                                   .class = line->charge ? ALLOCATE_INTEREST : ALLOCATE_PRINCIPAL,
                                   .due = line->due,
                                   .doc_date = line->issued,
                                   .open = line->open > 0 ? line->open : 0};
    }
    allocate_oldest(amount, ALLOCATE_CHARGES_LAST, items, (size_t)lines->count, &left);
    for (int k = 0; k < lines->count; k++)
        for (int i = 0; i < lines->count && items[k].part > 0; i++)
            if (lines->lines[i].item_id == items[k].id) {
                any = lines->lines[i].marked = true;
                line_pay(&lines->lines[i], items[k].part);
            }
    arena_done(&arena);
    return any;
}

bool paylines_propose(struct paylines *lines, enum payway way, int64_t amount,
                      const char *reference, struct date today)
{
    bool found = false;

    switch (way) {
    case PAY_NAMED:
        lines->words = "by document number";
        found = mark_those(lines, is_named, today);
        break;
    case PAY_EXACT: found = exact(lines, amount, today); break;
    case PAY_REFERENCES:
        lines->words = "by the numbers in the reference";
        found = by_reference(lines, reference);
        break;
    case PAY_CHOICE:
        lines->words = "the only choice of papers that comes to it";
        found = by_choice(lines, amount);
        break;
    case PAY_OLDEST:
        lines->words = "oldest first";
        found = by_age(lines, amount);
        break;
    case PAY_NONE:
    case PAY_BY_HAND: break;
    }
    if (!found) {
        unmark(lines);
        lines->words = "nothing proposed";
        return way == PAY_NONE;
    }
    lines->way = way;
    if (way != PAY_OLDEST && way != PAY_CHOICE) /* which hand out by themselves */
        paylines_spread(lines, amount);
    return true;
}

void paylines_propose_next(struct paylines *lines, int64_t amount, const char *reference,
                           struct date today)
{
    enum payway way = lines->way >= PAY_NONE ? PAY_NAMED : lines->way + 1;

    for (; way < PAY_NONE; way++)
        if (paylines_propose(lines, way, amount, reference, today))
            return;
    paylines_propose(lines, PAY_NONE, amount, reference, today);
    lines->way = PAY_NONE;
}
