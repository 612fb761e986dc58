/* findingscan: what no index finds, read through from its end in slices. */
#include "ledger/findingparts.h"

#include <string.h>

/* A table that is read through by ascending ids, from its end. */
struct finding_table {
    bool words, amounts; /* read when there are some */
    unsigned kinds;      /* 0 = documents of any kind */
    int slice;           /* ids at a time */
    const char *last;    /* its highest id */
    enum err (*step)(struct finding *finding, int64_t above, int64_t to);
};

static struct stmt *window(struct finding *finding, const char *sql, int64_t above, int64_t to)
{
    struct stmt *q = db_sql(finding->book->db, sql);

    bind_i64(q, 1, above);
    bind_i64(q, 2, to);
    return q;
}

static enum err end(struct stmt *q, enum err e)
{
    const enum err last = stmt_end(q);

    return e != ERR_OK ? e : last;
}

/* The next row, unless enough is there. */
static bool row_next(const struct finding *finding, struct stmt *q, enum err e)
{
    return e == ERR_OK && !finding->cut && stmt_row(q);
}

/* ---- amounts ---- */

/* The widest that an amount can be in minor units, so that the store leaves most rows out. */
static bool hull_of(const struct finding *finding, int64_t *low, int64_t *high)
{
    const struct sought *sought = finding->query.sought;
    bool any = false;

    for (int i = 0; i < sought->amount_count; i++)
        for (int k = 0; k < sought->amounts[i].range_count; k++)
            for (unsigned digits = 0; digits < FINDING_DIGITS; digits++) {
                int64_t from, to;
                if (!finding->digits[digits] ||
                    !sought_minor(&sought->amounts[i].ranges[k], digits, &from, &to))
                    continue;
                *low = any && *low < from ? *low : from;
                *high = any && *high > to ? *high : to;
                any = true;
            }
    return any;
}

static bool any_fits(const struct finding *finding, int64_t minor, const char *currency)
{
    const struct sought *sought = finding->query.sought;
    const unsigned digits = book_currency_of(finding->book, currency).digits;

    for (int i = 0; i < sought->amount_count; i++)
        if (sought_fits(&sought->amounts[i], minor, currency, digits))
            return true;
    return false;
}

static enum err item_weigh(struct finding *finding, int64_t item_id, int64_t figure,
                           enum found_field field)
{
    int64_t document_id = 0;

    TRY(db_get(finding->book->db, &document_id, 0, "SELECT document_id FROM item WHERE id = $1",
               "i", item_id));
    return finding_weigh_id(finding, document_id,
                            &(struct weighed){.figure = figure, .figure_field = field});
}

/* id, currency, amount, open: what an index has, so that few rows are looked at themselves. */
static enum err items_weigh(struct finding *finding, struct stmt *q)
{
    enum err e = ERR_OK;

    while (row_next(finding, q, e)) {
        const char *currency = col_text(q, 1);
        const int64_t amount = col_i64(q, 2), open = col_i64(q, 3);
        if (open != 0 && any_fits(finding, open, currency))
            e = item_weigh(finding, col_i64(q, 0), open, FOUND_IN_OPEN);
        if (e == ERR_OK && any_fits(finding, amount, currency))
            e = item_weigh(finding, col_i64(q, 0), amount, FOUND_IN_INSTALMENT);
    }
    return end(q, e);
}

/* By days of posting. */
static enum err open_step(struct finding *finding, int64_t above, int64_t to)
{
    int64_t low = 0, high = 0;

    if (!hull_of(finding, &low, &high))
        return ERR_OK;
    struct stmt *q = window(
        finding,
        "SELECT id, currency, amount, open FROM item WHERE settled_on = " NEVER
        " AND posted > $1 AND posted <= $2 AND (open BETWEEN $3 AND $4 OR -open BETWEEN $3 AND $4"
        " OR amount BETWEEN $3 AND $4 OR -amount BETWEEN $3 AND $4) ORDER BY posted DESC",
        above, to);
    bind_i64(q, 3, low);
    bind_i64(q, 4, high);
    return items_weigh(finding, q);
}

static enum err items_step(struct finding *finding, int64_t above, int64_t to)
{
    int64_t low = 0, high = 0;

    if (!hull_of(finding, &low, &high))
        return ERR_OK;
    struct stmt *q = window(finding,
                            "SELECT id, currency, amount, open FROM item WHERE id > $1"
                            " AND id <= $2 AND (amount BETWEEN $3 AND $4 OR -amount BETWEEN $3 AND"
                            " $4) ORDER BY id DESC",
                            above, to);
    bind_i64(q, 3, low);
    bind_i64(q, 4, high);
    return items_weigh(finding, q);
}

/* ---- words ---- */

static enum err documents_step(struct finding *finding, int64_t above, int64_t to)
{
    return finding_weigh_rows(finding,
                              window(finding,
                                     "SELECT " WEIGHED_COLUMNS " FROM document d WHERE d.id > $1"
                                     " AND d.id <= $2 ORDER BY d.id DESC",
                                     above, to));
}

static enum found_field field_of(const char *word)
{
    return strcmp(word, "po") == 0          ? FOUND_IN_PO
           : strcmp(word, "reference") == 0 ? FOUND_IN_REFERENCE
           : strcmp(word, "line") == 0      ? FOUND_IN_LINE
           : strcmp(word, "payer") == 0     ? FOUND_IN_PAYER
           : strcmp(word, "account") == 0   ? FOUND_IN_ACCOUNT
                                            : FOUND_IN_TEXT;
}

/* document, text, what it is: a text that belongs to a document. */
static enum err texts_weigh(struct finding *finding, struct stmt *q)
{
    enum err e = ERR_OK;

    while (row_next(finding, q, e)) {
        const char *text = col_text(q, 1);
        arena_reset(&finding->scratch);
        if (finding_words(finding, text))
            e = finding_weigh_id(
                finding, col_i64(q, 0),
                &(struct weighed){.extra = text, .extra_field = field_of(col_text(q, 2))});
    }
    return end(q, e);
}

static enum err lines_step(struct finding *finding, int64_t above, int64_t to)
{
    return texts_weigh(
        finding, window(finding,
                        "SELECT document_id, text, 'line' FROM line WHERE document_id > $1 AND"
                        " document_id <= $2 AND text <> '' ORDER BY document_id DESC, seq",
                        above, to));
}

static enum err payers_step(struct finding *finding, int64_t above, int64_t to)
{
    return texts_weigh(
        finding, window(finding,
                        "SELECT document_id, payer, 'payer' FROM receipt WHERE document_id > $1"
                        " AND document_id <= $2 AND payer <> '' ORDER BY document_id DESC",
                        above, to));
}

static enum err remitters_step(struct finding *finding, int64_t above, int64_t to)
{
    return texts_weigh(
        finding, window(finding,
                        "SELECT receipt_id, account, 'account' FROM remitter WHERE id > $1 AND"
                        " id <= $2 ORDER BY id DESC",
                        above, to));
}

static enum err amendments_step(struct finding *finding, int64_t above, int64_t to)
{
    return texts_weigh(finding,
                       window(finding,
                              "SELECT document_id, after, field FROM amendment WHERE id > $1 AND"
                              " id <= $2 ORDER BY id DESC",
                              above, to));
}

/* ---- disputes and the journal ---- */

static unsigned all_words(const struct finding *finding)
{
    return (1u << finding->query.sought->word_count) - 1;
}

/* id, customer, amount, currency, opened, closed, number, reason, owner, text, resolution */
static void dispute_weigh(struct finding *finding, struct stmt *q)
{
    static const enum found_field fields[] = {FOUND_IN_NUMBER, FOUND_IN_REASON, FOUND_IN_TEXT,
                                              FOUND_IN_TEXT, FOUND_IN_RESOLUTION};
    const struct sought *sought = finding->query.sought;
    const int64_t customer = merged_stays(&finding->merged, col_i64(q, 1)), amount = col_i64(q, 2);
    const char *currency = col_text(q, 3);
    const unsigned digits = book_currency_of(finding->book, currency).digits;
    struct found found = {.kind = FOUND_DISPUTE,
                          .id = col_i64(q, 0),
                          .rank = RANK_INSIDE,
                          .field = FOUND_IN_AMOUNT,
                          .open_base = col_is_null(q, 5) ? amount : 0,
                          .owes = 2,
                          .day = (int32_t)col_i64(q, 4)};
    unsigned words = 0, theirs;
    bool own = sought_wants_amount(sought);

    if ((finding->query.customer_id && finding->query.customer_id != customer) ||
        (finding->query.open_only && found.open_base == 0) ||
        !sought_fits_all(sought, amount, currency, digits))
        return;
    for (int i = 0; i < 5; i++) {
        const unsigned here = finding_words(finding, col_text(q, 6 + i));
        /* the number is the paper's: it tells which one, but finds no case by itself */
        if (here && i > 0 && found.text == NULL) {
            found.field = fields[i];
            found.text = col_text(q, 6 + i);
        }
        words |= here;
    }
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word >= 0 &&
            sought_fits(&sought->amounts[i], amount, currency, digits)) {
            words |= 1u << sought->amounts[i].word;
            own = true;
        }
    theirs = customer > 0 && customer < finding->words_count ? finding->words[customer] : 0;
    if ((words | theirs) == all_words(finding) && (found.text || own))
        finding_take(finding, &found);
}

static enum err disputes_step(struct finding *finding, int64_t above, int64_t to)
{
    struct stmt *q =
        window(finding,
               "SELECT p.id, i.customer_id, p.amount, i.currency, p.opened, z.closed, d.number,"
               " p.reason, p.owner, p.text, z.resolution FROM dispute p JOIN item i ON"
               " i.id = p.item_id JOIN document d ON d.id = i.document_id LEFT JOIN"
               " dispute_closing z ON z.dispute_id = p.id WHERE p.id > $1 AND p.id <= $2"
               " ORDER BY p.id DESC",
               above, to);

    while (row_next(finding, q, ERR_OK)) {
        arena_reset(&finding->scratch);
        dispute_weigh(finding, q);
    }
    return stmt_end(q);
}

static enum err entries_step(struct finding *finding, int64_t above, int64_t to)
{
    struct stmt *q = window(finding,
                            "SELECT id, says, moment FROM entry WHERE id > $1 AND id <= $2"
                            " ORDER BY id DESC",
                            above, to);

    while (row_next(finding, q, ERR_OK)) {
        const char *says = col_text(q, 1);
        arena_reset(&finding->scratch);
        if (finding_words(finding, says) != all_words(finding))
            continue;
        finding_take(finding, &(struct found){.kind = FOUND_ENTRY,
                                              .id = col_i64(q, 0),
                                              .rank = RANK_INSIDE,
                                              .field = FOUND_IN_SAYS,
                                              .text = says,
                                              .day = moment_date(col_i64(q, 2)).day});
    }
    return stmt_end(q);
}

/* ---- the way through ---- */

static const struct finding_table tables[] = {
    {false, true, 0, 60, "SELECT MAX(posted) FROM item WHERE settled_on = " NEVER, open_step},
    {false, true, 0, 30000, "SELECT MAX(id) FROM item", items_step},
    {true, true, 0, 8000, "SELECT MAX(id) FROM document", documents_step},
    {true, false, 0, 8000, "SELECT MAX(id) FROM document", lines_step},
    {true, false, DOCUMENT_MASK(DOCUMENT_PAYMENT), 20000, "SELECT MAX(document_id) FROM receipt",
     payers_step},
    {true, false, DOCUMENT_MASK(DOCUMENT_PAYMENT), 10000, "SELECT MAX(id) FROM remitter",
     remitters_step},
    {true, false, 0, 5000, "SELECT MAX(id) FROM amendment", amendments_step},
    {true, true, FINDING_DISPUTES, 2000, "SELECT MAX(id) FROM dispute", disputes_step},
    {true, false, FINDING_ENTRIES, 10000, "SELECT MAX(id) FROM entry", entries_step},
};
enum { TABLES = sizeof tables / sizeof tables[0] };
_Static_assert(TABLES <= FINDING_PASSES, "a pass for each table");

static bool is_read(const struct finding *finding, const struct finding_table *table)
{
    const struct sought *sought = finding->query.sought;
    const unsigned others = FINDING_CUSTOMERS | FINDING_DISPUTES | FINDING_ENTRIES;

    if (!finding_wants(finding, table->kinds ? table->kinds : ~others))
        return false;
    /* the journal knows no amounts and no customers */
    if (table->kinds == FINDING_ENTRIES &&
        (sought_wants_amount(sought) || finding->query.customer_id || finding->query.open_only))
        return false;
    return (table->words && sought->word_count > 0) || (table->amounts && sought->amount_count > 0);
}

enum err finding_plan(struct finding *finding)
{
    for (int i = 0; i < TABLES; i++) {
        if (!is_read(finding, &tables[i]))
            continue;
        struct finding_pass *pass = &finding->passes[finding->pass_count++];
        pass->table = &tables[i];
        struct stmt *q = db_sql_once(finding->book->db, tables[i].last);
        pass->last = stmt_row(q) ? col_i64(q, 0) : 0;
        TRY(stmt_end(q));
        pass->at = pass->last;
    }
    return ERR_OK;
}

/* The newest are there: what comes later would not be kept. */
static void pass_over(struct finding *finding)
{
    if (finding->cut)
        finding->pass = finding->pass_count;
    while (finding->pass < finding->pass_count && finding->passes[finding->pass].at <= 0)
        finding->pass++;
}

bool finding_has_more(const struct finding *finding)
{
    for (int i = finding->pass; i < finding->pass_count; i++)
        if (finding->passes[i].at > 0)
            return true;
    return false;
}

enum err finding_step(struct finding *finding, bool *more)
{
    *more = false;
    pass_over(finding);
    if (finding->pass == finding->pass_count)
        return ERR_OK;
    struct finding_pass *pass = &finding->passes[finding->pass];
    const int64_t above = pass->at - pass->table->slice;
    TRY(pass->table->step(finding, above, pass->at));
    pass->at = above > 0 ? above : 0;
    pass_over(finding);
    *more = finding->pass < finding->pass_count;
    return ERR_OK;
}

void finding_progress(const struct finding *finding, int64_t *done, int64_t *total)
{
    *done = *total = 0;
    for (int i = 0; i < finding->pass_count; i++) {
        *total += finding->passes[i].last;
        *done += finding->passes[i].last - finding->passes[i].at;
    }
}
