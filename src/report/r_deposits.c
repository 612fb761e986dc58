#include "report/r_deposits.h"

#include "base/bycurrency.h"

#include <stdio.h>
#include <string.h>

static const struct column deposit_columns[] = {
    {"number", "Number", CELL_CODE, 0, 0, 0},
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"bank", "Bank", CELL_CODE, 0, 0, 0},
    {"count", "Receipts", CELL_INT, 2, 0, 0},
    {"reference", "Reference", CELL_CODE, 4, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"gross", "Gross", CELL_MONEY, 3, 0, 0},
    {"total", "Total", CELL_MONEY, 0, 0, 0},
    {"status", "Status", CELL_TEXT, 0, 0, 0},
    {"voided_by", "Voided by", CELL_CODE, 5, 0, 0},
};
#define DEPOSIT_COLUMNS ((int)(sizeof deposit_columns / sizeof *deposit_columns))

struct deposits {
    struct sink *sink;
    struct bycurrency totals; /* of those that stand */
};

static enum err deposit_row(void *self, const struct deposit *deposit)
{
    struct deposits *deposits = self;
    const bool voided = deposit->voided[0] != 0, arrived = date_is(deposit->arrived);
    char day[DATE_TEXT], status[40];

    snprintf(status, sizeof status, "on the statement of %s", date_iso(deposit->arrived, day));
    const struct cell cells[DEPOSIT_COLUMNS] = {
        cell_code(deposit->number),
        cell_date(deposit->date),
        cell_code(deposit->bank),
        cell_int(deposit->count),
        cell_code(deposit->reference),
        cell_code(deposit->total.currency.code),
        cell_money(deposit->gross),
        cell_money(deposit->total),
        cell_text(voided ? "void" : arrived ? status : "in transit"),
        cell_code(deposit->voided),
    };

    if (!voided)
        bycurrency_add(&deposits->totals, &(struct row){.kind = ROW_DATA, .cells = cells});
    return sink_row(deposits->sink, deposit->document_id, ' ', cells);
}

/* The columns say no total of themselves: what was taken back would be in it. */
static void totals_want(struct bycurrency *totals, const struct table_head *head,
                        struct currency base)
{
    struct column summed[DEPOSIT_COLUMNS];
    struct table_head marked = *head;

    memcpy(summed, deposit_columns, sizeof summed);
    for (int i = 0; i < DEPOSIT_COLUMNS; i++)
        summed[i].flags |= summed[i].kind == CELL_MONEY ? COLUMN_TOTAL : 0;
    marked.columns = summed;
    bycurrency_begin(totals, &marked, base);
}

enum err deposits_table(struct book *book, const struct deposits_options *options,
                        struct sink *sink)
{
    char from[DATE_TEXT], to[DATE_TEXT], subtitle[64];
    const bool since = date_is(options->from), until = options->to.day < DATE_NEVER.day;

    snprintf(subtitle, sizeof subtitle, "%s%s%s%s", since ? "from " : "",
             since ? date_iso(options->from, from) : "",
             until ? (since ? " to " : "to ") : "", until ? date_iso(options->to, to) : "");
    const struct table_head head = {"Deposits", subtitle[0] ? subtitle : NULL, deposit_columns,
                                    DEPOSIT_COLUMNS};
    struct deposits deposits = {.sink = sink};
    enum err e;

    TRY(sink->head(sink->self, &head));
    totals_want(&deposits.totals, &head, book_currency(book));
    TRY_OUT(deposits_each(book, options->from, options->to, options->currency, deposit_row,
                          &deposits));
    TRY_OUT(bycurrency_put(&deposits.totals, 1, sink));
    e = sink->foot(sink->self, NULL);
out:
    bycurrency_done(&deposits.totals);
    return e;
}

/* ---- what waits ----------------------------------------------------------------------------- */

static const struct column pending_columns[] = {
    {"number", "Number", CELL_CODE, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"payer", "Payer", CELL_TEXT, 2, 14, 0},
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"days", "Days", CELL_INT, 3, 0, 0},
    {"method", "Method", CELL_TEXT, 1, 0, 0},
    {"reference", "Reference", CELL_CODE, 4, 0, 0},
    {"account", "Account", CELL_CODE, 5, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, COLUMN_TOTAL},
};
#define PENDING_COLUMNS ((int)(sizeof pending_columns / sizeof *pending_columns))

struct pending {
    struct book *book;
    const struct pending_options *options;
    struct sink *sink;
    struct arena arena;
    struct account account; /* of the row before; its receipts stand together */
    int64_t base;           /* what waits on undeposited funds */
};

static enum err pending_row(void *self, const struct deposit_receipt *receipt)
{
    struct pending *pending = self;

    if (pending->account.id != receipt->account_id) {
        arena_reset(&pending->arena);
        TRY(account_get(pending->book, receipt->account_id, &pending->arena, &pending->account));
    }
    if (receipt->account_id == account_of(pending->book, ACCOUNT_PART_UNDEPOSITED))
        TRY(amount_add(pending->base, receipt->base, &pending->base));
    const struct cell cells[PENDING_COLUMNS] = {
        cell_code(receipt->number),
        cell_code(receipt->customer),
        cell_text(receipt->payer[0] ? receipt->payer : receipt->name),
        cell_date(receipt->effective),
        cell_int(pending->options->as_of.day - receipt->effective.day),
        cell_text(payment_method_word(receipt->method)),
        cell_code(receipt->reference),
        cell_code(pending->account.code),
        cell_code(receipt->amount.currency.code),
        cell_money(receipt->amount),
    };
    return sink_row(pending->sink, receipt->document_id, ' ', cells);
}

/* "Undeposited funds 1210: 350.00 EUR = receipts 350.00". */
static enum err proof_of(struct pending *pending, const char **out)
{
    struct book *book = pending->book;
    const int64_t id = account_of(book, ACCOUNT_PART_UNDEPOSITED);
    const struct currency base = book_currency(book);
    char ledger[MONEY_TEXT], waits[MONEY_TEXT];
    struct account account;
    int64_t balance = 0;

    TRY(account_get(book, id, &pending->arena, &account));
    TRY(account_balance(book, id, pending->options->as_of, &balance));
    *out = arena_format(&pending->arena, "%s %s: %s %s %s receipts that wait %s", account.code,
                        account.name, money_plain(money_of(balance, base), ledger), base.code,
                        balance == pending->base ? "=" : "DIFFERS from",
                        money_plain(money_of(pending->base, base), waits));
    return ERR_OK;
}

enum err pending_table(struct book *book, const struct pending_options *options, struct sink *sink)
{
    struct pending pending = {.book = book, .options = options, .sink = sink};
    char as_of[DATE_TEXT], subtitle[64];
    const char *proof = NULL;
    enum err e;

    snprintf(subtitle, sizeof subtitle, "as of %s", date_iso(options->as_of, as_of));
    const struct table_head head = {"Receipts not deposited", subtitle, pending_columns,
                                    PENDING_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(deposit_pending(book, options->as_of, options->methods, options->currency, pending_row,
                            &pending));
    if (options->methods == METHODS_UNDEPOSITED && !options->currency)
        TRY_OUT(proof_of(&pending, &proof));
    e = sink->foot(sink->self, proof);
out:
    arena_done(&pending.arena);
    return e;
}
