#include "report/r_cash.h"

#include "ledger/receipts.h"

#include <stdio.h>
#include <string.h>

static const struct column columns[] = {
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"number", "Number", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 6, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"name", "Name", CELL_TEXT, 3, 14, 0},
    {"method", "Method", CELL_TEXT, 1, 0, 0},
    {"reference", "Reference", CELL_CODE, 4, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"unapplied", "Unapplied", CELL_MONEY, 2, 0, 0},
    {"reversal", "Reversal", CELL_CODE, 5, 0, 0},
};
#define COLUMNS ((int)(sizeof columns / sizeof *columns))
#define METHODS 5
#define CURRENCIES_MAX 64

/* Sums of one day, or of the period, by currency and method. */
struct sums {
    struct currency currencies[CURRENCIES_MAX];
    int64_t amounts[CURRENCIES_MAX][METHODS];
    int count;
};

struct cash {
    struct sink *sink;
    struct sums day, period;
    struct date date; /* of the day that is summed */
    int64_t payments, of_day;
};

static enum err sums_add(struct sums *sums, struct money amount, enum payment_method method)
{
    int i = 0;

    while (i < sums->count && !currency_is(sums->currencies[i], amount.currency))
        i++;
    if (i == CURRENCIES_MAX)
        return ERR_LIMIT;
    if (i == sums->count) {
        sums->currencies[sums->count++] = amount.currency;
        memset(sums->amounts[i], 0, sizeof sums->amounts[i]);
    }
    return amount_add(sums->amounts[i][method], amount.minor, &sums->amounts[i][method]);
}

static enum err sum_row(struct cash *cash, enum row_kind kind, const char *method,
                        struct money amount)
{
    struct cell cells[COLUMNS] = {{0}};

    if (kind == ROW_SUBTOTAL && !method)
        cells[0] = cell_date(cash->date);
    cells[4] = cell_drawn(kind == ROW_TOTAL ? "Total" : method ? "Of the period" : "Of the day");
    cells[5] = cell_text(method);
    cells[7] = cell_code(amount.currency.code);
    cells[8] = cell_money(amount);
    const struct row row = {.kind = kind, .mark = ' ', .cells = cells};
    return cash->sink->row(cash->sink->self, &row);
}

static enum err sums_out(struct cash *cash, const struct sums *sums, enum row_kind kind)
{
    for (int i = 0; i < sums->count; i++) {
        int64_t total = 0;
        for (int method = 0; method < METHODS; method++)
            TRY(amount_add(total, sums->amounts[i][method], &total));
        TRY(sum_row(cash, kind, NULL, money_of(total, sums->currencies[i])));
    }
    return ERR_OK;
}

/* One payment is the sum of its day. */
static enum err day_out(struct cash *cash)
{
    if (cash->of_day > 1)
        TRY(sums_out(cash, &cash->day, ROW_SUBTOTAL));
    cash->day.count = 0;
    cash->of_day = 0;
    return ERR_OK;
}

static enum err methods_out(struct cash *cash)
{
    for (int method = 0; method < METHODS; method++)
        for (int i = 0; i < cash->period.count; i++)
            if (cash->period.amounts[i][method])
                TRY(sum_row(cash, ROW_SUBTOTAL, payment_method_word((enum payment_method)method),
                            money_of(cash->period.amounts[i][method], cash->period.currencies[i])));
    return ERR_OK;
}

static enum err each_receipt(void *self, const struct receipt_line *line)
{
    struct cash *cash = self;

    if (cash->payments++ && line->posted.day != cash->date.day)
        TRY(day_out(cash));
    cash->of_day++;
    cash->date = line->posted;
    TRY(sums_add(&cash->day, line->amount, line->method));
    TRY(sums_add(&cash->period, line->amount, line->method));
    const struct cell cells[COLUMNS] = {
        cell_date(line->posted),
        cell_code(line->number),
        cell_text(document_kind_word(line->kind)),
        cell_code(line->customer),
        cell_text(*line->customer ? line->name : line->payer),
        cell_text(payment_method_word(line->method)),
        cell_code(line->reference),
        cell_code(line->amount.currency.code),
        cell_money(line->amount),
        cell_money(money_of(line->unapplied, line->amount.currency)),
        cell_code(line->other),
    };
    return sink_row(cash->sink, line->document_id, line->amount.minor < 0 ? '!' : ' ', cells);
}

enum err cash_table(struct book *book, const struct cash_options *options, struct sink *sink)
{
    struct cash cash = {.sink = sink};
    char from[DATE_TEXT], to[DATE_TEXT], subtitle[64];

    snprintf(subtitle, sizeof subtitle, "%s to %s", date_iso(options->from, from),
             date_iso(options->to, to));
    const struct table_head head = {"Payments", subtitle, columns, COLUMNS};
    TRY(sink->head(sink->self, &head));
    TRY(receipts_each(book, options->from, options->to, options->customer_id, options->currency,
                      each_receipt, &cash));
    if (cash.payments) {
        TRY(day_out(&cash));
        TRY(methods_out(&cash));
        TRY(sums_out(&cash, &cash.period, ROW_TOTAL));
    }
    return sink->foot(sink->self, NULL);
}
