/* proofitems: items against what was applied to them, and applications against their items. */
#include "ledger/proofparts.h"

#include <stdlib.h>
#include <string.h>

struct move {
    int64_t day, amount;
};

/* What was applied to one item, in order of posting; `effective` is sorted when it is judged. */
struct applied {
    struct move *posted, *effective;
    int count, room;
    int64_t amount, base;
};

struct pass {
    struct book *book;
    struct trouble *trouble;
    struct stmt *items, *side[2]; /* applications by debit, by credit */
    bool side_end[2];
    struct applied applied;
    /* the item it stands on */
    int64_t id, document_id, seq, amount, base;
    const char *currency;
};

static const char *amount_text(const struct pass *pass, int64_t minor, char out[MONEY_TEXT])
{
    struct currency currency;

    if (currency_find(pass->currency, &currency) != ERR_OK)
        currency = pass->book->currency; /* a code that was changed is told by the chain */
    return money_plain(money_of(minor, currency), out);
}

/* "invoice INV-1004, instalment 2" */
static const char *item_name(const struct pass *pass, char *out, size_t size)
{
    struct note note = {0};
    struct stmt *q = db_sql(pass->book->db, "SELECT kind, number FROM document WHERE id = $1");

    bind_i64(q, 1, pass->document_id);
    fail(&note, ERR_FOUND, "item %lld", (long long)pass->id);
    if (stmt_row(q)) {
        const int64_t kind = col_i64(q, 0);
        fail(&note, ERR_FOUND, "%s %s, instalment %lld",
             kind > DOCUMENT_NONE && kind < DOCUMENT_KINDS
                 ? document_kind_word((enum document_kind)kind)
                 : "document",
             col_text(q, 1), (long long)pass->seq);
    }
    (void)stmt_end(q);
    const size_t len = strnlen(note.text, size - 1);
    memcpy(out, note.text, len);
    out[len] = 0;
    return out;
}

static void remember(struct applied *applied, int64_t posted, int64_t effective, int64_t amount)
{
    if (applied->count == applied->room) {
        applied->room = applied->room ? applied->room * 2 : 16;
        applied->posted =
            mem_resize(applied->posted, (size_t)applied->room, sizeof *applied->posted);
        applied->effective =
            mem_resize(applied->effective, (size_t)applied->room, sizeof *applied->effective);
    }
    applied->posted[applied->count] = (struct move){posted, amount};
    applied->effective[applied->count++] = (struct move){effective, amount};
}

/* The applications of one side that touch the item. */
static void read_side(struct pass *pass, int side)
{
    struct stmt *q = pass->side[side];

    while (!pass->side_end[side] && col_i64(q, 0) <= pass->id) {
        if (col_i64(q, 0) == pass->id) {
            remember(&pass->applied, col_i64(q, 1), col_i64(q, 4), col_i64(q, 2));
            pass->applied.amount += col_i64(q, 2);
            pass->applied.base += col_i64(q, 3);
            if ((side == 0) != (pass->amount > 0)) {
                char name[200];
                trouble_say(pass->trouble, "%s is applied on the wrong side",
                            item_name(pass, name, sizeof name));
            }
        }
        pass->side_end[side] = !stmt_row(q);
    }
}

static int by_day(const void *a, const void *b)
{
    const struct move *x = a, *y = b;

    return (x->day > y->day) - (x->day < y->day);
}

/* At the end of every day what is applied lies between nothing and the whole item. */
static void judge_days(struct pass *pass, const struct move *moves, const char *basis)
{
    const int64_t whole = pass->amount > 0 ? pass->amount : -pass->amount;
    int64_t sum = 0;
    char name[200], day[DATE_TEXT], text[MONEY_TEXT], most[MONEY_TEXT];

    for (int i = 0; i < pass->applied.count; i++) {
        sum += moves[i].amount;
        if (i + 1 < pass->applied.count && moves[i + 1].day == moves[i].day)
            continue;
        if (sum >= 0 && sum <= whole)
            continue;
        trouble_say(pass->trouble, "%s: on %s (%s) %s of %s are applied",
                    item_name(pass, name, sizeof name),
                    date_iso((struct date){(int32_t)moves[i].day}, day), basis,
                    amount_text(pass, sum, text), amount_text(pass, whole, most));
        return; /* the days after it would say the same again */
    }
}

static const char *settled_words(int64_t day)
{
    return day == DATE_NEVER.day ? "is not settled" : "was settled on ";
}

static const char *settled_day(int64_t day, char out[DATE_TEXT])
{
    return day == DATE_NEVER.day ? "" : date_iso((struct date){(int32_t)day}, out);
}

static void judge_item(struct pass *pass, int64_t open, int64_t settled_on, int64_t posted)
{
    const struct applied *applied = &pass->applied;
    const int64_t right =
        pass->amount > 0 ? pass->amount - applied->amount : pass->amount + applied->amount;
    char name[200], is[MONEY_TEXT], should[MONEY_TEXT], day[DATE_TEXT], wanted[DATE_TEXT];

    if (applied->count > 1)
        qsort(applied->effective, (size_t)applied->count, sizeof *applied->effective, by_day);
    judge_days(pass, applied->posted, "by posting date");
    judge_days(pass, applied->effective, "by true date");
    if (open != right)
        trouble_say(pass->trouble, "%s says that %s are open, but amount less applications is %s",
                    item_name(pass, name, sizeof name), amount_text(pass, open, is),
                    amount_text(pass, right, should));
    const int64_t last = applied->count ? applied->posted[applied->count - 1].day : posted;
    const int64_t settled = right == 0 ? last : DATE_NEVER.day;
    if (settled_on != settled)
        trouble_say(pass->trouble, "%s says that it %s%s, but it %s%s",
                    item_name(pass, name, sizeof name), settled_words(settled_on),
                    settled_day(settled_on, day), settled_words(settled),
                    settled_day(settled, wanted));
    if (strcmp(pass->currency, pass->book->currency.code) == 0 && pass->base != pass->amount)
        trouble_say(pass->trouble, "%s is in %s, but its amount in %s is another",
                    item_name(pass, name, sizeof name), pass->currency, pass->currency);
    const int64_t base = pass->amount > 0 ? pass->base : -pass->base;
    if (right == 0 && pass->amount != 0 && applied->base != base)
        trouble_say(pass->trouble, "%s is settled, but %s %s of it are left in %s",
                    item_name(pass, name, sizeof name),
                    money_plain(money_of(base - applied->base, pass->book->currency), is),
                    pass->book->currency.code, pass->book->currency.code);
}

static void open_scans(struct pass *pass)
{
    struct db *db = pass->book->db;

    pass->items = db_sql(db, "SELECT id, document_id, seq, amount, base, currency, open,"
                             " settled_on, posted FROM item ORDER BY id");
    pass->side[0] = db_sql(db, "SELECT debit_id, posted, amount, debit_base, effective"
                               " FROM application ORDER BY debit_id, posted");
    pass->side[1] = db_sql(db, "SELECT credit_id, posted, amount, credit_base, effective"
                               " FROM application ORDER BY credit_id, posted");
    for (int side = 0; side < 2; side++)
        pass->side_end[side] = !stmt_row(pass->side[side]);
}

enum err proof_items(struct book *book, struct trouble *trouble)
{
    struct pass pass = {.book = book, .trouble = trouble};
    enum err e = ERR_OK;

    open_scans(&pass);
    while (stmt_row(pass.items)) {
        struct stmt *q = pass.items;
        pass.id = col_i64(q, 0);
        pass.document_id = col_i64(q, 1);
        pass.seq = col_i64(q, 2);
        pass.amount = col_i64(q, 3);
        pass.base = col_i64(q, 4);
        pass.currency = col_text(q, 5);
        pass.applied.count = 0;
        pass.applied.amount = pass.applied.base = 0;
        read_side(&pass, 0);
        read_side(&pass, 1);
        judge_item(&pass, col_i64(q, 6), col_i64(q, 7), col_i64(q, 8));
    }
    struct stmt *const scans[] = {pass.items, pass.side[0], pass.side[1]};
    for (int i = 0; i < 3; i++) {
        e = stmt_end_after(scans[i], e);
    }
    free(pass.applied.posted);
    free(pass.applied.effective);
    return e;
}

/* Each row of the question is a trouble: id, two numbers, and which sentence it is. */
static enum err tell_rows(struct book *book, struct trouble *trouble, const char *sql,
                          const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "application %lld of %s to %s %s", (long long)col_i64(q, 0),
                    col_text(q, 1), col_text(q, 2), sentence);
    return stmt_end(q);
}

#define PAIRS                                                                                      \
    "SELECT a.id, cd.number, dd.number FROM application a JOIN item d ON d.id = a.debit_id"        \
    " JOIN item c ON c.id = a.credit_id JOIN document dd ON dd.id = d.document_id"                 \
    " JOIN document cd ON cd.id = c.document_id"

#define REVERSALS                                                                                  \
    "SELECT r.id, cd.number, dd.number FROM application r JOIN application a"                      \
    " ON a.id = r.reverses_id JOIN item d ON d.id = r.debit_id JOIN item c ON c.id = r.credit_id"  \
    " JOIN document dd ON dd.id = d.document_id JOIN document cd ON cd.id = c.document_id"

static enum err tell_pairs(struct book *book, struct trouble *trouble)
{
    TRY(tell_rows(book, trouble,
                  PAIRS " WHERE COALESCE(d.customer_id, 0) <> COALESCE(c.customer_id, 0)"
                        " OR d.currency <> c.currency OR d.account_id <> c.account_id",
                  "crosses customers, currencies or control accounts"));
    TRY(tell_rows(book, trouble,
                  PAIRS " WHERE a.posted < d.posted OR a.posted < c.posted"
                        " OR a.effective < d.effective OR a.effective < c.effective",
                  "is dated before one of them"));
    TRY(tell_rows(book, trouble,
                  REVERSALS " WHERE r.amount <> -a.amount OR r.debit_base <> -a.debit_base"
                            " OR r.credit_base <> -a.credit_base OR r.debit_id <> a.debit_id"
                            " OR r.credit_id <> a.credit_id OR r.act_id <> a.act_id"
                            " OR r.effective < a.effective OR r.posted < a.posted",
                  "takes back something else than what it names"));
    return tell_rows(book, trouble, REVERSALS " WHERE a.reverses_id IS NOT NULL",
                     "takes back what was a taking-back itself");
}

/* One reversal a row, of applications and of documents; a reversal is not reversed. */
static enum err tell_twice(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(book->db, "SELECT reverses_id, COUNT(*) FROM application"
                                      " WHERE reverses_id IS NOT NULL GROUP BY reverses_id"
                                      " HAVING COUNT(*) > 1");
    while (stmt_row(q))
        trouble_say(trouble, "application %lld was taken back %lld times", (long long)col_i64(q, 0),
                    (long long)col_i64(q, 1));
    TRY(stmt_end(q));
    q = db_sql(book->db, "SELECT d.number, COUNT(*) FROM document r JOIN document d"
                         " ON d.id = r.reverses_id GROUP BY r.reverses_id, d.number"
                         " HAVING COUNT(*) > 1 OR MAX(d.reverses_id) IS NOT NULL");
    while (stmt_row(q))
        trouble_say(trouble, "%s was reversed %lld times, or is a reversal itself", col_text(q, 0),
                    (long long)col_i64(q, 1));
    return stmt_end(q);
}

/* What both sides of applications relieved differently is what the FX documents of that day say. */
static enum err tell_realised(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT account_id, posted, CAST(SUM(base) AS BIGINT) FROM"
        " (SELECT d.account_id AS account_id, a.posted AS posted, a.credit_base - a.debit_base"
        " AS base FROM application a JOIN item d ON d.id = a.debit_id"
        " WHERE a.credit_base <> a.debit_base"
        " UNION ALL SELECT account_id, posted, -base FROM item WHERE amount = 0) both"
        " GROUP BY account_id, posted HAVING SUM(base) <> 0 ORDER BY account_id, posted");

    while (stmt_row(q)) {
        char day[DATE_TEXT], base[MONEY_TEXT];
        trouble_say(trouble,
                    "on %s the applications on control account %lld realised %s %s more than the "
                    "exchange documents of that day",
                    date_iso(col_date(q, 1), day), (long long)col_i64(q, 0),
                    money_plain(money_of(col_i64(q, 2), book->currency), base),
                    book->currency.code);
    }
    return stmt_end(q);
}

enum err proof_applications(struct book *book, struct trouble *trouble)
{
    TRY(tell_pairs(book, trouble));
    TRY(tell_twice(book, trouble));
    return tell_realised(book, trouble);
}
