#include "view/paylines.h"

static void unmark(struct paylines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        line->marked = line->typed = false;
        line->pays = line->discount = line->writeoff = 0;
    }
}

static int64_t offer_of(const struct payline *line, bool late)
{
    return late && line->lapsed > line->offered ? line->lapsed : line->offered;
}

/* Pays what is there; the discount closes the line when no more than it is missing. */
static void line_pay(struct payline *line, int64_t there)
{
    line->pays = there < line->open ? there : line->open;
    line->discount = 0;
    if (line->pays > 0 && line->pays < line->open && line->pays + line->offered >= line->open)
        line->discount = line->open - line->pays;
}

/* What is there for the marked lines that nobody typed, what is open of them, and what they may be
 * short by. */
struct wanted {
    int64_t rest, open, offered;
};

static struct wanted wanted_of(const struct paylines *lines, int64_t amount, bool late)
{
    struct wanted wanted = {.rest = amount};

    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        if (line->typed) {
            wanted.rest -= line->pays;
        } else if (line->marked && line->open < 0) {
            wanted.rest -= line->open;
        } else if (line->marked) {
            wanted.open += line->open;
            wanted.offered += offer_of(line, late);
        }
    }
    return wanted;
}

/* Do all discounts together close their lines, so that none is left with a few cents? */
static bool closes(const struct wanted *wanted)
{
    return wanted->rest < wanted->open && wanted->rest >= wanted->open - wanted->offered;
}

static void spread(struct paylines *lines, int64_t amount, bool late)
{
    const struct wanted wanted = wanted_of(lines, amount, late);
    const bool whole = closes(&wanted);
    int64_t rest = wanted.rest, missing = whole ? wanted.open - wanted.rest : 0;

    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        line->writeoff = 0;
        if (line->typed)
            continue;
        if (!line->marked) {
            line->pays = line->discount = 0;
            continue;
        }
        if (line->open < 0) {
            line->pays = line->open;
            continue;
        }
        if (whole) {
            const int64_t offer = offer_of(line, late);
            line->discount = missing < offer ? missing : offer;
            line->pays = line->open - line->discount;
            missing -= line->discount;
        } else {
            line_pay(line, rest > 0 ? rest : 0);
        }
        rest -= line->pays;
    }
}

void paylines_spread(struct paylines *lines, int64_t amount)
{
    spread(lines, amount, false);
}

/* ---- letting go ---- */

/* By itself, whatever the others are. */
static bool lapse_closes(const struct payline *line)
{
    return line->pays > 0 && line->pays + line->discount < line->open &&
           line->open - line->pays <= line->lapsed;
}

/* What a proposal or a hand gave to each line stays; else the discounts close together. */
static bool lapses_close(const struct paylines *lines, int64_t amount)
{
    const struct wanted now = wanted_of(lines, amount, false);
    const struct wanted then = wanted_of(lines, amount, true);

    return lines->way != PAY_FOUND && !closes(&now) && closes(&then);
}

bool paylines_lapsed(const struct paylines *lines, int64_t amount)
{
    bool any = lapses_close(lines, amount);

    for (int i = 0; i < lines->count; i++)
        any = any || lapse_closes(&lines->lines[i]);
    return any;
}

int64_t paylines_late(const struct payline *line)
{
    return line->open > 0 && line->discount > line->offered ? line->discount - line->offered : 0;
}

int64_t paylines_short(const struct payline *line)
{
    const int64_t missing = line->open - line->pays - line->discount;

    return line->pays > 0 && (missing <= line->small || lapse_closes(line)) ? missing : 0;
}

static bool take_back(struct paylines *lines, int64_t amount)
{
    bool gone = false, late = false;

    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        gone = gone || line->writeoff;
        line->writeoff = 0;
        if (paylines_late(line)) {
            line->discount = 0;
            late = true;
        }
    }
    if (late && lines->way != PAY_FOUND)
        spread(lines, amount, false);
    return gone || late;
}

bool paylines_let_go(struct paylines *lines, int64_t amount)
{
    bool any = lapses_close(lines, amount);

    if (take_back(lines, amount))
        return true;
    if (any)
        spread(lines, amount, true);
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        const int64_t missing = paylines_short(line);
        any = any || missing > 0;
        if (lapse_closes(line))
            line->discount += missing;
        else
            line->writeoff = missing;
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

uint64_t paylines_digest(const struct paylines *lines)
{
    uint64_t digest = 14695981039346656037u; /* FNV-1a, by whole words */

    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        const int64_t words[] = {line->item_id, line->pays, line->discount, line->writeoff};
        for (size_t k = 0; line->pays != 0 && k < sizeof words / sizeof words[0]; k++)
            digest = (digest ^ (uint64_t)words[k]) * 1099511628211u;
    }
    return digest;
}

/* ---- the ways ---- */

bool paylines_named(struct paylines *lines, int64_t amount)
{
    bool any = false;

    unmark(lines);
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        line->marked = line->open > 0 && line->named;
        any = any || line->marked;
    }
    if (!any)
        return false;
    lines->way = PAY_NAMED;
    lines->words = "by document number";
    paylines_spread(lines, amount);
    for (int i = 0; amount > 0 && i < lines->count; i++) /* parts that nothing is left for */
        lines->lines[i].marked = lines->lines[i].pays != 0;
    return true;
}

void paylines_none(struct paylines *lines)
{
    unmark(lines);
    lines->way = PAY_NONE;
    lines->words = "nothing proposed";
}

static struct payline *line_of(struct paylines *lines, int64_t item_id)
{
    const struct payline *line = paylines_find(lines, item_id);

    return line ? &lines->lines[line - lines->lines] : NULL;
}

bool paylines_found(struct paylines *lines, const struct autocash_proposal *found,
                    const char *words)
{
    unmark(lines);
    for (int i = 0; i < found->part_count; i++) {
        const struct autocash_part *part = &found->parts[i];
        struct payline *debit = line_of(lines, part->debit_id);
        struct payline *credit = part->credit_id ? line_of(lines, part->credit_id) : NULL;
        if (!debit || (part->credit_id && !credit)) {
            unmark(lines);
            return false;
        }
        if (credit) {
            credit->marked = true;
            credit->pays -= part->amount;
        }
        debit->marked = true;
        debit->pays += part->amount;
        debit->discount += part->discount;
        debit->writeoff += part->writeoff;
    }
    lines->way = PAY_FOUND;
    lines->words = words;
    return found->part_count > 0;
}

bool paylines_same(const struct paylines *lines, const struct autocash_proposal *found)
{
    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        int64_t pays = 0;
        for (int k = 0; k < found->part_count; k++) {
            const struct autocash_part *part = &found->parts[k];
            pays += part->debit_id == line->item_id ? part->amount : 0;
            pays -= part->credit_id == line->item_id ? part->amount : 0;
        }
        if (pays != line->pays)
            return false;
    }
    return true;
}
