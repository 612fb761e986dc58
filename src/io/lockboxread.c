/* lockboxread: BAI lockbox transmissions: cheques that a bank took out of a postal box.
 *
 * Knows: fixed columns of the records 1 (file), 2 (service), 5 (lockbox), 6 (cheque), 4 (more
 * about a cheque), 7 (batch total), 8 (lockbox total), 9 (count of records); amounts in cents.
 * What a 4 holds is agreed between bank and firm: ten characters of reference and ten digits of
 * amount, as often as there is room, when those of a cheque come to no more than the cheque;
 * else all of it is one reference. Controls: 7 and 8 count cheques and sum them, 9 counts
 * records. */
#include "io/bankread.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REFERENCES_MAX 5000 /* of one cheque */

struct lockbox {
    struct bankread *read;
    struct bank_line cheque; /* the one under way */
    bool has_cheque;
    const char *references[REFERENCES_MAX]; /* the data of its 4 records */
    size_t count;
    struct date day; /* of the lockbox */
    int64_t records;
    int64_t batch_count, batch_sum, box_count, box_sum;
    bool done;
};

bool lockboxread_like(const char *bytes, size_t len)
{
    const char *lf = memchr(bytes, '\n', len);

    /* priority code, and a second record of kind 2 */
    return lf != NULL && len > 40 && bytes[0] == '1' && lf - bytes >= 29 &&
           memchr(bytes, ',', (size_t)(lf - bytes)) == NULL &&
           memchr(bytes, ';', (size_t)(lf - bytes)) == NULL && (size_t)(lf - bytes) + 1 < len &&
           (lf[1] == '2' || lf[1] == '5');
}

struct columns {
    const char *text;
    size_t len;
};

/* Columns of a record, from 1; "" where it ends before. */
static const char *columns(struct lockbox *box, struct columns line, size_t from, size_t count)
{
    if (from > line.len)
        return "";
    if (count > line.len - (from - 1))
        count = line.len - (from - 1);
    return bank_text(&box->read->texts, line.text + from - 1, count);
}

static enum err take_number(struct lockbox *box, const char *what, const char *digits, int64_t *out)
{
    if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0')
        return bankread_fail(box->read, ERR_INPUT, box->read->line,
                             "%s \"%.20s\" is not a number; are the columns of this record right?",
                             what, digits);
    *out = strtoll(digits, NULL, 10);
    return ERR_OK;
}

/* Reference and amount, 10 and 10 columns, as often as they fit. */
static bool is_pairs(const char *data)
{
    const size_t len = strlen(data);

    if (len == 0 || len % 20 != 0)
        return false;
    for (size_t i = 0; i < len; i += 20)
        if (strspn(data + i + 10, "0123456789") < 10)
            return false;
    return true;
}

static int64_t pair_amount(const char *pair)
{
    int64_t amount = 0;

    for (int i = 10; i < 20; i++)
        amount = amount * 10 + (pair[i] - '0');
    return amount;
}

/* How many references with amounts; 0 when they are references alone. */
static int64_t count_pairs(const struct lockbox *box)
{
    int64_t pairs = 0, sum = 0;

    for (size_t i = 0; i < box->count; i++) {
        if (!is_pairs(box->references[i]))
            return 0;
        for (const char *at = box->references[i]; *at != '\0'; at += 20, pairs++)
            sum += pair_amount(at);
    }
    return sum > 0 && sum <= box->cheque.amount ? pairs : 0;
}

static enum err say_detail(struct lockbox *box, int64_t part, const char *reference, int64_t amount,
                           bool has_amount)
{
    struct bank_line detail = box->cheque;

    detail.part = part;
    detail.reference = reference;
    detail.amount = amount;
    detail.has_amount = has_amount;
    return bankread_line(box->read, &detail, false);
}

static enum err say_cheque(struct lockbox *box)
{
    const int64_t pairs = count_pairs(box);
    struct bank_line *cheque = &box->cheque;
    int64_t part = 0;

    if (!box->has_cheque)
        return ERR_OK;
    box->has_cheque = false;
    cheque->parts = pairs > 0 ? pairs : box->count > 1 ? (int64_t)box->count : 0;
    for (size_t i = 0; pairs == 0 && i < box->count;
         i++) /* blanks counted as long as columns did */
        box->references[i] =
            bank_text(&box->read->texts, box->references[i], strlen(box->references[i]));
    if (cheque->parts == 0 && box->count == 1)
        cheque->reference = box->references[0];
    TRY(bankread_line(box->read, cheque, true));
    for (size_t i = 0; cheque->parts > 0 && i < box->count; i++) {
        const char *at = box->references[i];

        if (pairs == 0)
            TRY(say_detail(box, ++part, at, 0, false));
        for (; pairs > 0 && *at != '\0'; at += 20)
            TRY(say_detail(box, ++part, bank_text(&box->read->texts, at, 10), pair_amount(at),
                           true));
    }
    return ERR_OK;
}

static enum err take_box(struct lockbox *box, struct columns line)
{
    struct bankread *read = box->read;
    struct bank_statement *statement = &read->statement;
    const char *day = columns(box, line, 15, 6);

    TRY(say_cheque(box));
    TRY(bankread_day(read, read->line, "the day of the lockbox (5)", day, strlen(day), &box->day));
    const char *number = columns(box, line, 8, 7);
    if (read->open && strcmp(statement->account, number) == 0)
        return ERR_OK; /* a header for each batch of the same box */
    TRY(bankread_end(read));
    bankread_statement(read, "lockbox", read->line);
    statement->kind = BANK_LOCKBOX;
    statement->account = arena_text(&read->kept, number);
    statement->from = statement->to = box->day;
    box->box_count = box->box_sum = box->batch_count = box->batch_sum = 0;
    return bankread_begin(read);
}

static enum err take_cheque(struct lockbox *box, struct columns line)
{
    struct bankread *read = box->read;
    struct bank_line *cheque = &box->cheque;
    const char *date;

    TRY(say_cheque(box));
    if (!read->open)
        return bankread_fail(read, ERR_INPUT, read->line,
                             "a cheque (6) stands before any lockbox (5)");
    arena_reset(&read->texts);
    *cheque = bankline_empty(read->line);
    TRY(take_number(box, "the amount of the cheque (6)", columns(box, line, 8, 10),
                    &cheque->amount));
    cheque->currency = read->statement.currency;
    cheque->decimals = 2;
    cheque->booked = box->day;
    cheque->bank = columns(box, line, 18, 9);
    cheque->account = columns(box, line, 27, 10);
    cheque->cheque = columns(box, line, 37, 10);
    cheque->bank_ref = columns(box, line, 2, 6); /* batch and item */
    cheque->name = columns(box, line, 53, 30);
    cheque->text = columns(box, line, 83, 30);
    date = columns(box, line, 47, 6);
    /* the cheque's own day is MMDDYY, where all others are YYMMDD; often it is left out */
    if (strlen(date) == 6 && strspn(date, "0123456789") == 6 && strcmp(date, "000000") != 0) {
        char turned[7];

        snprintf(turned, sizeof(turned), "%.2s%.4s", date + 4, date);
        TRY(bankread_day(read, read->line, "the day of the cheque (6), year in front", turned, 6,
                         &cheque->value));
    }
    box->has_cheque = true;
    box->count = 0;
    box->batch_count++;
    box->batch_sum += cheque->amount;
    return ERR_OK;
}

static enum err take_more(struct lockbox *box, struct columns line)
{
    if (!box->has_cheque)
        return bankread_fail(box->read, ERR_INPUT, box->read->line,
                             "an overflow record (4) stands behind no cheque (6)");
    if (box->count == REFERENCES_MAX)
        return bankread_fail(box->read, ERR_LIMIT, box->read->line,
                             "the cheque of line %lld has more than %d overflow records (4)",
                             (long long)box->cheque.line, REFERENCES_MAX);
    /* not cleaned of blanks inside: the columns count */
    size_t len = line.len > 11 ? line.len - 11 : 0;
    while (len > 0 && line.text[11 + len - 1] == ' ')
        len--;
    box->references[box->count++] =
        arena_bytes(&box->read->texts, len > 0 ? line.text + 11 : "", len);
    return ERR_OK;
}

static enum err check(struct lockbox *box, const char *what, const char *count, const char *sum,
                      int64_t counted, int64_t summed)
{
    struct bankread *read = box->read;
    char shown[2][MONEY_TEXT];
    const struct currency cents = {"", 2};
    int64_t said;

    TRY(take_number(box, what, count, &said));
    if (said != counted)
        TRY(bankread_trouble(read, read->line, "%s counts %lld cheques; there are %lld", what,
                             (long long)said, (long long)counted));
    TRY(take_number(box, what, sum, &said));
    if (said != summed)
        TRY(bankread_trouble(read, read->line, "%s says %s; the cheques come to %s", what,
                             money_plain(money_of(said, cents), shown[0]),
                             money_plain(money_of(summed, cents), shown[1])));
    return ERR_OK;
}

static enum err end_batch(struct lockbox *box, struct columns line)
{
    TRY(say_cheque(box));
    TRY(check(box, "the batch total (7)", columns(box, line, 21, 3), columns(box, line, 24, 10),
              box->batch_count, box->batch_sum));
    box->box_count += box->batch_count;
    box->box_sum += box->batch_sum;
    box->batch_count = box->batch_sum = 0;
    return ERR_OK;
}

static enum err end_box(struct lockbox *box, struct columns line)
{
    TRY(say_cheque(box));
    /* a box without batch totals */
    box->box_count += box->batch_count;
    box->box_sum += box->batch_sum;
    box->batch_count = box->batch_sum = 0;
    TRY(check(box, "the lockbox total (8)", columns(box, line, 21, 4), columns(box, line, 25, 10),
              box->box_count, box->box_sum));
    return bankread_end(box->read);
}

static enum err end_file(struct lockbox *box, struct columns line)
{
    int64_t said;

    TRY(say_cheque(box));
    TRY(bankread_end(box->read));
    TRY(take_number(box, "the count of records (9)", columns(box, line, 2, 6), &said));
    box->done = true;
    if (said != box->records)
        return bankread_trouble(box->read, box->read->line,
                                "the trailer (9) counts %lld records; there are %lld",
                                (long long)said, (long long)box->records);
    return ERR_OK;
}

static enum err take_record(void *self, char *text, size_t len)
{
    const struct columns line = {text, len};
    struct lockbox *box = self;

    if (text[strspn(text, " ")] == '\0')
        return ERR_OK;
    box->records++;
    if (box->done)
        return bankread_fail(box->read, ERR_INPUT, box->read->line,
                             "a record stands behind the trailer (9)");
    switch (text[0]) {
    case '1':
    case '2': return ERR_OK;
    case '4': return take_more(box, line);
    case '5': return take_box(box, line);
    case '6': return take_cheque(box, line);
    case '7': return end_batch(box, line);
    case '8': return end_box(box, line);
    case '9': return end_file(box, line);
    default:
        return bankread_fail(box->read, ERR_INPUT, box->read->line,
                             "the record begins with \"%.1s\"; right would be 1 2 4 5 6 7 8 or 9",
                             text);
    }
}

enum err lockboxread(struct bankread *read)
{
    struct lockbox *box = mem_new(1, sizeof(*box));
    enum err e;

    box->read = read;
    e = bankread_lines(read, take_record, box);
    if (e == ERR_OK && !box->done)
        e = bankread_fail(read, ERR_INPUT, read->line,
                          "the file ends without its trailer (9); it is not whole");
    free(box);
    return e;
}
