/* proofdocuments: documents against their items and postings, and what both add up to. */
#include "ledger/proofparts.h"

#include <string.h>

#define CONTROLS_MAX 16 /* control accounts that one document touches; there are three */

struct pass {
    struct book *book;
    struct trouble *trouble;
    struct stmt *documents, *items, *postings;
    bool items_end, postings_end;
    struct movements ledger;    /* postings by account, currency, month, kind */
    struct movements subledger; /* items less postings of control accounts, by account and month */
    int64_t next_serial[DOCUMENT_KINDS];
    /* of the document it stands on */
    int64_t id, kind;
    const char *number, *currency;
    int32_t month;
    struct control {
        int64_t account_id, amount, base;
    } controls[CONTROLS_MAX];
    int control_count;
};

static const char *kind_word(int64_t kind)
{
    return kind > DOCUMENT_NONE && kind < DOCUMENT_KINDS
               ? document_kind_word((enum document_kind)kind)
               : "document";
}

static const char *amount_text(int64_t minor, struct currency currency, char out[MONEY_TEXT])
{
    return money_plain(money_of(minor, currency), out);
}

static void control_add(struct pass *pass, int64_t account_id, int64_t amount, int64_t base)
{
    int at = 0;

    while (at < pass->control_count && pass->controls[at].account_id != account_id)
        at++;
    if (at == CONTROLS_MAX)
        return;
    if (at == pass->control_count)
        pass->controls[pass->control_count++] = (struct control){.account_id = account_id};
    pass->controls[at].amount += amount;
    pass->controls[at].base += base;
}

static void read_items(struct pass *pass)
{
    while (!pass->items_end && col_i64(pass->items, 0) <= pass->id) {
        const int64_t account = col_i64(pass->items, 1), base = col_i64(pass->items, 3);
        if (col_i64(pass->items, 0) == pass->id) {
            control_add(pass, account, col_i64(pass->items, 2), base);
            movements_add(&pass->subledger, account, "", pass->month, 0, 0, base);
        }
        pass->items_end = !stmt_row(pass->items);
    }
}

static void read_postings(struct pass *pass)
{
    int64_t amount_sum = 0, base_sum = 0;
    char amount_is[MONEY_TEXT], base_is[MONEY_TEXT];

    while (!pass->postings_end && col_i64(pass->postings, 0) <= pass->id) {
        const int64_t account = col_i64(pass->postings, 1), amount = col_i64(pass->postings, 2),
                      base = col_i64(pass->postings, 3);
        if (col_i64(pass->postings, 0) == pass->id) {
            amount_sum += amount;
            base_sum += base;
            movements_add(&pass->ledger, account, pass->currency, pass->month, (int)pass->kind,
                          amount, base);
            if (account_control_of(pass->book, account) != CONTROL_NONE)
                control_add(pass, account, -amount, -base);
        }
        pass->postings_end = !stmt_row(pass->postings);
    }
    if (amount_sum == 0 && base_sum == 0)
        return;
    struct currency currency;
    if (currency_find(pass->currency, &currency) != ERR_OK)
        currency = pass->book->currency; /* a code that was changed is told by the chain */
    trouble_say(pass->trouble, "%s %s does not balance: debits less credits are %s %s, and %s %s",
                kind_word(pass->kind), pass->number, amount_text(amount_sum, currency, amount_is),
                pass->currency, amount_text(base_sum, pass->book->currency, base_is),
                pass->book->currency.code);
}

/* The postings on control accounts are the items, document by document: so on every day. */
static void judge_controls(struct pass *pass)
{
    for (int i = 0; i < pass->control_count; i++) {
        const struct control *control = &pass->controls[i];
        char base[MONEY_TEXT];
        if (control->amount == 0 && control->base == 0)
            continue;
        trouble_say(pass->trouble,
                    "%s %s: its items and its postings on control account %lld differ by %s %s",
                    kind_word(pass->kind), pass->number, (long long)control->account_id,
                    amount_text(control->base, pass->book->currency, base),
                    pass->book->currency.code);
    }
}

static void judge_serial(struct pass *pass, int64_t serial)
{
    int64_t *next = &pass->next_serial[pass->kind];

    if (serial == *next)
        (*next)++;
    else if (serial > *next) {
        trouble_say(pass->trouble,
                    serial == *next + 1 ? "the series of %s has a gap: serial %lld is missing"
                                        : "the series of %s has a gap: serials %lld to %lld are "
                                          "missing",
                    kind_word(pass->kind), (long long)*next, (long long)serial - 1);
        *next = serial + 1;
    } else
        trouble_say(pass->trouble, "%s %s has serial %lld, which stands out of order or twice",
                    kind_word(pass->kind), pass->number, (long long)serial);
}

static enum err read_firsts(struct pass *pass)
{
    struct stmt *q = db_sql(pass->book->db, "SELECT series, first FROM counter ORDER BY series");

    while (stmt_row(q)) {
        const enum document_kind kind = document_kind_of(col_text(q, 0));
        if (kind != DOCUMENT_NONE)
            pass->next_serial[kind] = col_i64(q, 1);
    }
    return stmt_end(q);
}

static enum err judge_counters(struct pass *pass)
{
    struct stmt *q = db_sql(pass->book->db, "SELECT series, next FROM counter ORDER BY series");

    while (stmt_row(q)) {
        const enum document_kind kind = document_kind_of(col_text(q, 0));
        if (kind != DOCUMENT_NONE && pass->next_serial[kind] != col_i64(q, 1))
            trouble_say(pass->trouble,
                        "the series of %s says that %lld comes next, but its documents end before "
                        "%lld",
                        col_text(q, 0), (long long)col_i64(q, 1),
                        (long long)pass->next_serial[kind]);
    }
    return stmt_end(q);
}

static enum err read_documents(struct pass *pass)
{
    while (stmt_row(pass->documents)) {
        struct stmt *q = pass->documents;
        pass->id = col_i64(q, 0);
        pass->kind = col_i64(q, 1);
        pass->number = col_text(q, 2);
        pass->currency = col_text(q, 4);
        pass->month = date_month(col_date(q, 5));
        pass->control_count = 0;
        read_items(pass);
        read_postings(pass);
        judge_controls(pass);
        if (!col_is_null(q, 3) && pass->kind > DOCUMENT_NONE && pass->kind < DOCUMENT_KINDS)
            judge_serial(pass, col_i64(q, 3));
    }
    return judge_counters(pass);
}

static void month_text(int32_t month, char out[DATE_TEXT])
{
    date_iso(date_month_last(month), out);
}

/* What is stored is taken away from what was counted; anything left is a trouble. */
static enum err judge_totals(struct pass *pass)
{
    struct stmt *q =
        db_sql(pass->book->db, "SELECT account_id, currency, month, kind, amount, base"
                               " FROM period_total ORDER BY account_id, currency, month, kind");
    char base[MONEY_TEXT], day[DATE_TEXT];

    while (stmt_row(q)) {
        const int64_t account = col_i64(q, 0);
        const int32_t month = (int32_t)col_i64(q, 2);
        if (strlen(col_text(q, 1)) != 3)
            trouble_say(pass->trouble,
                        "a stored total of account %lld is in '%.20s', which is no "
                        "currency",
                        (long long)account, col_text(q, 1));
        movements_add(&pass->ledger, account, col_text(q, 1), month, (int)col_i64(q, 3),
                      -col_i64(q, 4), -col_i64(q, 5));
        if (account_control_of(pass->book, account) != CONTROL_NONE)
            movements_add(&pass->subledger, account, "", month, 0, 0, -col_i64(q, 5));
    }
    TRY(stmt_end(q));
    movements_sort(&pass->ledger);
    for (size_t i = 0; i < pass->ledger.count; i++) {
        const struct movement *cell = &pass->ledger.cells[i];
        if (cell->amount == 0 && cell->base == 0)
            continue;
        month_text(cell->month, day);
        trouble_say(pass->trouble,
                    "the stored total of account %lld, %s %s, for the month to %s is wrong: its "
                    "postings come to %s %s more",
                    (long long)cell->account_id, cell->currency, kind_word(cell->kind), day,
                    amount_text(cell->base, pass->book->currency, base), pass->book->currency.code);
    }
    return ERR_OK;
}

/* Items against the general ledger at each month's end: the first month at which they part. */
static void judge_subledger(struct pass *pass)
{
    int64_t account = 0, sum = 0;
    bool told = false;
    char base[MONEY_TEXT], day[DATE_TEXT];

    movements_sort(&pass->subledger);
    for (size_t i = 0; i < pass->subledger.count; i++) {
        const struct movement *cell = &pass->subledger.cells[i];
        if (cell->account_id != account) {
            account = cell->account_id;
            sum = 0;
            told = false;
        }
        sum += cell->base;
        if (sum == 0 || told)
            continue;
        told = true;
        month_text(cell->month, day);
        trouble_say(pass->trouble,
                    "at %s the items of control account %lld come to %s %s more than the general "
                    "ledger",
                    day, (long long)account, amount_text(sum, pass->book->currency, base),
                    pass->book->currency.code);
    }
}

enum err proof_documents(struct book *book, struct trouble *trouble)
{
    struct pass pass = {.book = book, .trouble = trouble};
    enum err e;

    TRY(read_firsts(&pass));
    pass.documents = db_sql(
        book->db, "SELECT id, kind, number, serial, currency, posted FROM document ORDER BY id");
    pass.items = db_sql(book->db, "SELECT document_id, account_id, amount, base FROM item"
                                  " ORDER BY document_id");
    pass.postings = db_sql(book->db, "SELECT document_id, account_id, amount, base FROM posting"
                                     " ORDER BY document_id");
    pass.items_end = !stmt_row(pass.items);
    pass.postings_end = !stmt_row(pass.postings);
    e = read_documents(&pass);
    struct stmt *const scans[] = {pass.documents, pass.items, pass.postings};
    for (int i = 0; i < 3; i++) {
        e = stmt_end_after(scans[i], e);
    }
    if (e == ERR_OK)
        e = judge_totals(&pass);
    if (e == ERR_OK)
        judge_subledger(&pass);
    movements_done(&pass.ledger);
    movements_done(&pass.subledger);
    return e;
}
