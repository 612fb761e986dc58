/* bankcsv: a bank's CSV file read under a map.
 *
 * Knows: rows without day and amount (remarks of the bank, and second lines of the row before),
 * days that are still pending, rows that tell an opening or closing balance, sides in a column
 * of their own. A column of balances is followed down or up, as the file runs, and gives the
 * balances of the statement when it follows; where it does not, the tie says so. */
#include "io/bankread.h"

#include "base/text.h"
#include "io/bankmap.h"
#include "io/bankvalue.h"
#include "io/bankwords.h"
#include "io/readersource.h"

#include <string.h>

/* The balances of the rows, under the two ways in which a file may run. */
struct running {
    bool any;
    int64_t first, first_amount; /* balance of the first row that has one; amounts up to it */
    int64_t first_own;           /* amount of that row itself */
    int64_t last;
    int64_t since; /* amounts since that row, it left out */
    int64_t total; /* of all rows so far */
    int64_t last_own;
    int64_t down, up; /* oldest first, newest first: the row that says no, 0 = none */
};

struct csv {
    struct bankread *read;
    struct reader *reader;
    struct bank_map map;
    const struct reader_row *row;
    struct bank_line line; /* waits for its second line */
    bool has_line;
    struct arena words; /* of the waiting line */
    struct running running;
    struct currency in_header; /* "Amount (EUR)"; code "" = none */
};

bool bankcsv_like(const char *bytes, size_t len)
{
    (void)bytes;
    return len > 0;
}

static const char *cell(const struct csv *csv, int column)
{
    const char *text = column >= 0 && column < csv->row->count ? csv->row->fields[column] : "";

    return text + strspn(text, " \t");
}

static const char *clean(struct csv *csv, int column)
{
    const char *text = cell(csv, column);

    return bank_text(&csv->words, text, strlen(text));
}

static enum err wrong(struct csv *csv, int column, const struct note *why)
{
    return reader_fail(csv->reader, why->code, csv->row->line, column, "%s", why->text);
}

static enum err take_amount(struct csv *csv, int column, struct currency currency, int64_t *out,
                            int *decimals)
{
    struct note why = {0};

    if (bank_amount_parse(cell(csv, column), csv->map.decimal, currency.digits, out, decimals,
                          &why) != ERR_OK)
        return wrong(csv, column, &why);
    return ERR_OK;
}

static enum err take_currency(struct csv *csv, struct currency *out)
{
    const char *code = clean(csv, csv->map.column[BANK_FIELD_CURRENCY]);
    const int column = csv->map.column[BANK_FIELD_AMOUNT];
    char plain[BANK_VALUE_MAX], found[4];

    *out = csv->read->statement.currency;
    if (*code != '\0')
        return bankread_currency(csv->read, csv->row->line, code, out);
    if (column >= 0 && bank_amount_plain(cell(csv, column), plain, found) && found[0] != '\0')
        return bankread_currency(csv->read, csv->row->line, found, out);
    return ERR_OK;
}

/* One signed column, two columns, or one with its side in another. */
static enum err take_money(struct csv *csv, bool *any)
{
    const int *column = csv->map.column;
    struct bank_line *line = &csv->line;
    int64_t in = 0, out = 0;
    int decimals = 0;

    line->amount = 0;
    *any = false;
    if (*cell(csv, column[BANK_FIELD_AMOUNT]) != '\0') {
        *any = true;
        TRY(take_amount(csv, column[BANK_FIELD_AMOUNT], line->currency, &line->amount,
                        &line->decimals));
    }
    if (*cell(csv, column[BANK_FIELD_IN]) != '\0') {
        *any = true;
        TRY(take_amount(csv, column[BANK_FIELD_IN], line->currency, &in, &line->decimals));
    }
    if (*cell(csv, column[BANK_FIELD_OUT]) != '\0') {
        *any = true;
        TRY(take_amount(csv, column[BANK_FIELD_OUT], line->currency, &out, &decimals));
        line->decimals = decimals > line->decimals ? decimals : line->decimals;
    }
    /* some write money out as negative in a column of its own */
    line->amount += in - (out < 0 ? -out : out);
    if (column[BANK_FIELD_SIGN] >= 0) {
        const int side = bank_side(cell(csv, column[BANK_FIELD_SIGN]));

        if (side == 0 && *cell(csv, column[BANK_FIELD_SIGN]) != '\0')
            return reader_fail(csv->reader, ERR_INPUT, csv->row->line, column[BANK_FIELD_SIGN],
                               "\"%.30s\" says neither debit nor credit",
                               cell(csv, column[BANK_FIELD_SIGN]));
        /* only one side is marked: the other is left blank */
        if (line->amount > 0 && side <= 0)
            line->amount = -line->amount;
    }
    if (csv->map.invert)
        line->amount = -line->amount;
    return ERR_OK;
}

/* Does the balance of this row follow from the one before, and the amount? */
static enum err follow(struct csv *csv, int64_t amount)
{
    struct running *running = &csv->running;
    const int column = csv->map.column[BANK_FIELD_BALANCE];
    int64_t balance;
    int decimals;

    running->total += amount;
    if (running->total > INT64_MAX / 4 || running->total < -(INT64_MAX / 4))
        return bankread_fail(csv->read, ERR_LIMIT, csv->row->line,
                             "the rows come to more than any sum");
    if (column < 0 || *cell(csv, column) == '\0') {
        running->since += amount;
        return ERR_OK;
    }
    TRY(take_amount(csv, column, csv->line.currency, &balance, &decimals));
    if (!running->any) {
        running->any = true;
        running->first = balance;
        running->first_amount = running->total;
        running->first_own = amount;
    } else {
        if (running->down == 0 && balance != running->last + running->since + amount)
            running->down = csv->row->line;
        if (running->up == 0 && balance != running->last - running->last_own - running->since)
            running->up = csv->row->line;
    }
    running->last = balance;
    running->last_own = amount;
    running->since = 0;
    return ERR_OK;
}

/* The balances at both ends, oldest first unless the other way is true for longer. */
static void settle_balances(struct csv *csv)
{
    const struct running *running = &csv->running;
    struct bank_statement *statement = &csv->read->statement;
    const bool up = running->down != 0 && (running->up == 0 || running->up > running->down);
    struct bank_balance opening = {.is = true, .currency = statement->currency}, closing = opening;

    if (!running->any)
        return;
    if (up) {
        closing.amount = running->first + running->first_amount - running->first_own;
        opening.amount = running->last - running->last_own - running->since;
    } else {
        opening.amount = running->first - running->first_amount;
        closing.amount = running->last + running->since;
    }
    statement->broken_line = up ? running->up : running->down;
    opening.day = statement->from;
    closing.day = statement->to;
    statement->opening = opening;
    statement->closing = closing;
}

static enum err say_line(struct csv *csv)
{
    struct bank_line *line = &csv->line;
    struct bank_statement *statement = &csv->read->statement;

    if (!csv->has_line)
        return ERR_OK;
    csv->has_line = false;
    if (date_is(line->booked)) {
        if (!date_is(statement->from) || line->booked.day < statement->from.day)
            statement->from = line->booked;
        if (!date_is(statement->to) || line->booked.day > statement->to.day)
            statement->to = line->booked;
    }
    return bankread_line(csv->read, line, line->status == BANK_BOOKED);
}

static enum err end_statement(struct csv *csv)
{
    TRY(say_line(csv));
    if (!csv->read->open)
        return ERR_OK;
    settle_balances(csv);
    return bankread_end(csv->read);
}

/* Another account of ours begins another statement. */
static enum err turn_statement(struct csv *csv)
{
    struct bankread *read = csv->read;
    const char *own = clean(csv, csv->map.column[BANK_FIELD_OWN]);

    if (read->open && strcmp(own, read->statement.account) == 0)
        return ERR_OK;
    TRY(end_statement(csv));
    bankread_statement(read, "CSV", csv->row->line);
    read->statement.account = arena_text(&read->kept, own);
    csv->running = (struct running){0};
    if (read->statement.currency.code[0] == '\0' && csv->in_header.code[0] != '\0')
        read->statement.currency = csv->in_header;
    return take_currency(csv, &read->statement.currency);
}

static void take_texts(struct csv *csv)
{
    const int *column = csv->map.column;
    struct bank_line *line = &csv->line;

    line->name = clean(csv, column[BANK_FIELD_NAME]);
    line->account = clean(csv, column[BANK_FIELD_ACCOUNT]);
    line->bank = clean(csv, column[BANK_FIELD_BANK]);
    line->reference = clean(csv, column[BANK_FIELD_REFERENCE]);
    line->code = clean(csv, column[BANK_FIELD_CODE]);
    line->cheque = clean(csv, column[BANK_FIELD_CHEQUE]);
    line->bank_ref = clean(csv, column[BANK_FIELD_REF]);
    for (int i = 0; i < csv->map.text_count; i++)
        line->text = bank_join(&csv->words, line->text, clean(csv, csv->map.texts[i]));
}

static enum err take_days(struct csv *csv)
{
    const int value = csv->map.column[BANK_FIELD_VALUE], date = csv->map.column[BANK_FIELD_DATE];
    struct bank_line *line = &csv->line;
    struct note why = {0};

    if (bank_is_pending(cell(csv, date)) ||
        bank_is_pending(cell(csv, csv->map.column[BANK_FIELD_STATUS])))
        line->status = BANK_PENDING;
    if (!bank_is_pending(cell(csv, date)) &&
        bank_day_parse(cell(csv, date), csv->map.order, &line->booked, &why) != ERR_OK)
        return wrong(csv, date, &why);
    if (*cell(csv, value) != '\0' && !bank_is_pending(cell(csv, value)) &&
        bank_day_parse(cell(csv, value), csv->map.order, &line->value, &why) != ERR_OK)
        return wrong(csv, value, &why);
    return ERR_OK;
}

static bool has_money(const struct csv *csv)
{
    const int *column = csv->map.column;

    return *cell(csv, column[BANK_FIELD_AMOUNT]) != '\0' ||
           *cell(csv, column[BANK_FIELD_IN]) != '\0' || *cell(csv, column[BANK_FIELD_OUT]) != '\0';
}

/* A row without day and amount goes on with the text of the one before, or is a remark. */
static void take_rest(struct csv *csv)
{
    const char *text = "";

    for (int i = 0; i < csv->map.text_count; i++)
        text = bank_join(&csv->words, text, clean(csv, csv->map.texts[i]));
    if (csv->has_line)
        csv->line.text = bank_join(&csv->words, csv->line.text, text);
}

/* A row that tells a balance, not money that moved; or the total of the rows above. */
static enum err take_told(struct csv *csv, bool *told)
{
    struct bank_statement *statement = &csv->read->statement;
    const int date = csv->map.column[BANK_FIELD_DATE];
    enum bank_told what = bank_told(cell(csv, date));
    bool any;

    for (int i = 0; i < csv->map.text_count && what == BANK_TOLD_NOTHING; i++)
        what = bank_told(cell(csv, csv->map.texts[i]));
    if (what == BANK_TOLD_NOTHING && csv->map.column[BANK_FIELD_NAME] >= 0)
        what = bank_told(cell(csv, csv->map.column[BANK_FIELD_NAME]));
    *told = what != BANK_TOLD_NOTHING;
    if (what == BANK_TOLD_NOTHING || what == BANK_TOLD_TOTAL)
        return ERR_OK;
    TRY(say_line(csv));
    TRY(turn_statement(csv));
    csv->line = bankline_empty(csv->row->line);
    TRY(take_currency(csv, &csv->line.currency));
    TRY(take_money(csv, &any));
    struct bank_balance *balance =
        what == BANK_TOLD_OPENING ? &statement->opening : &statement->closing;
    *balance = (struct bank_balance){
        .is = true, .amount = csv->line.amount, .currency = csv->line.currency, .day = DATE_NONE};
    bank_day_parse(cell(csv, date), csv->map.order, &balance->day, NULL);
    return ERR_OK;
}

static enum err take_row(struct csv *csv)
{
    struct bank_line *line = &csv->line;
    bool told = false, any;

    if (!has_money(csv)) {
        take_rest(csv);
        return ERR_OK;
    }
    TRY(take_told(csv, &told));
    if (told)
        return ERR_OK;
    TRY(say_line(csv));
    arena_reset(&csv->words);
    TRY(turn_statement(csv));
    *line = bankline_empty(csv->row->line);
    TRY(take_currency(csv, &line->currency));
    TRY(take_days(csv));
    TRY(take_money(csv, &any));
    take_texts(csv);
    csv->has_line = true;
    if (line->status != BANK_BOOKED)
        return ERR_OK;
    return follow(csv, line->amount);
}

/* Three capitals in a header that are a currency: "Amount (EUR)", "Amount CZK". */
static void name_currency(const char *name, struct currency *out)
{
    for (; *name != '\0'; name++) {
        const size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

        if (n == 3 && currency_find(((char[4]){name[0], name[1], name[2], '\0'}), out) == ERR_OK)
            return;
        name += n;
        if (*name == '\0')
            return;
    }
}

static enum err take_header(struct csv *csv)
{
    static const enum bank_field money[] = {BANK_FIELD_AMOUNT, BANK_FIELD_IN, BANK_FIELD_OUT};
    struct note why = {0};
    const enum err e = bankmap_resolve(&csv->map, csv->row->count,
                                       csv->map.header > 0 ? csv->row->fields : NULL, &why);

    if (e != ERR_OK)
        return bankread_fail(csv->read, e, csv->row->line, "%s", why.text);
    for (size_t i = 0; i < sizeof(money) / sizeof(*money) && csv->map.header > 0; i++)
        if (csv->in_header.code[0] == '\0')
            name_currency(cell(csv, csv->map.column[money[i]]), &csv->in_header);
    return ERR_OK;
}

/* Without a header the widest of rows decides what columns there are: the map is believed. */
static enum err read_rows(struct csv *csv)
{
    struct bankread *read = csv->read;

    if (csv->map.header == 0) {
        const enum err e = bankmap_resolve(&csv->map, READER_FIELDS_MAX, NULL, read->note);

        if (e != ERR_OK)
            return e;
    }
    for (;;) {
        TRY(reader_next(csv->reader, &csv->row));
        if (csv->row == NULL)
            break;
        read->line = csv->row->line;
        if (csv->row->row % 1024 == 0)
            TRY(bankread_check(read));
        if (csv->row->row < csv->map.header)
            continue;
        if (csv->row->row == csv->map.header)
            TRY(take_header(csv));
        else
            TRY(take_row(csv));
    }
    TRY(end_statement(csv));
    if (read->result->statements == 0)
        return bankread_fail(read, ERR_INPUT, 0,
                             "there is no row with a day and an amount below the header");
    return ERR_OK;
}

static enum err open_rows(struct csv *csv)
{
    struct bankread *read = csv->read;

    if (read->options->map == NULL)
        return bankread_fail(read, ERR_USAGE, 0,
                             "it is a CSV file; say with --map what its columns mean");
    TRY(bankmap_parse(read->options->map, &read->kept, read->note, &csv->map));
    if (!csv->map.order_known || csv->map.decimal == 0)
        return bankread_fail(read, ERR_USAGE, 0, "--map lacks %s",
                             csv->map.order_known ? "decimal=. or decimal=\",\""
                                                  : "dates=dmy, dates=mdy or dates=ymd");
    const struct reader_options options = {.delimiter = csv->map.delimiter, .loose = true};
    return reader_open_source(read->source, read->path, &options, read->note, &csv->reader);
}

enum err bankcsv(struct bankread *read)
{
    struct csv csv = {.read = read};
    enum err e = open_rows(&csv);

    if (e == ERR_OK)
        e = read_rows(&csv);
    reader_close(csv.reader);
    arena_done(&csv.words);
    return e;
}
