/* mt940read: SWIFT customer statements: MT940, and MT942 of the running day.
 *
 * Knows: the fields :20: :25: :28: :28C: :60F: :60M: :61: :86: :62F: :62M: :34F: :90C: :90D:
 * :NS:, with or without the blocks {1:..}{4: of the network, control bytes and preamble lines
 * round them. A line that does not begin a field continues the one before. What :86: says is
 * mt940text's. */
#include "io/mt940text.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mt940 {
    struct bankread *read;
    char tag[4];      /* of the field under way: "61"; "" = none */
    struct buf value; /* its lines, parted by \n */
    int64_t at;       /* where it begins */
    struct bank_line line;
    bool has_line, counts;
    struct buf details;          /* of the line: all its :86:, or :NS:, parted by \n */
    bool closed;                 /* :62: was there: an :86: now is about the statement */
    int64_t count_in, count_out; /* for :90C: and :90D: */
};

bool mt940read_like(const char *bytes, size_t len)
{
    /* within the first lines a :20: or, before it, :940: */
    for (size_t i = 0; i + 4 <= len && i < 1024; i++)
        if (bytes[i] == ':' && (i == 0 || bytes[i - 1] == '\n' || bytes[i - 1] == '\r') &&
            memcmp(bytes + i, ":20:", 4) == 0)
            return true;
    return false;
}

/* A balance: mark, day, currency (raphaelm's banks leave it out), amount. */
static enum err take_balance(struct mt940 *mt, struct bank_balance *balance)
{
    struct bankread *read = mt->read;
    struct bank_statement *statement = &read->statement;
    const char *at = mt->value.data;
    char what[24], code[4] = "", amount[64];
    size_t n;

    if ((*at != 'C' && *at != 'D') || strlen(at) < 8)
        return bankread_fail(read, ERR_INPUT, mt->at,
                             "the balance :%s:%.40s is not whole; right would be like "
                             "C261122EUR1234,50",
                             mt->tag, at);
    snprintf(what, sizeof(what), "the balance :%s:", mt->tag);
    TRY(bankread_day(read, mt->at, what, at + 1, 6, &balance->day));
    balance->currency = statement->currency;
    n = strspn(at + 7, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (n == 3) {
        memcpy(code, at + 7, 3);
        TRY(bankread_currency(read, mt->at, code, &balance->currency));
    }
    const char *figures = at + 7 + n;
    n = strcspn(figures, " \n");
    if (n >= sizeof(amount))
        n = sizeof(amount) - 1;
    memcpy(amount, figures, n);
    amount[n] = '\0';
    TRY(bankread_amount(read, mt->at, what, amount, ',', balance->currency, &balance->amount,
                        NULL));
    if (*at == 'D')
        balance->amount = -balance->amount;
    balance->is = true;
    return ERR_OK;
}

/* The entry day has no year: it is the one nearest to the value day. */
static struct date entry_day(struct date value, const char *digits)
{
    const int month = (digits[0] - '0') * 10 + digits[1] - '0';
    const int day = (digits[2] - '0') * 10 + digits[3] - '0';
    struct date best = DATE_NONE;
    int year, m, d;

    date_split(value, &year, &m, &d);
    for (int y = year - 1; y <= year + 1; y++) {
        const struct date found = date_of(y, month, day);

        if (date_is(found) &&
            (!date_is(best) || abs(found.day - value.day) < abs(best.day - value.day)))
            best = found;
    }
    return best;
}

/* "D", "C", "RD", "RC", "ED", "EC", then perhaps a letter of the funds. */
static const char *take_mark(struct mt940 *mt, const char *at, bool *out)
{
    struct bank_line *line = &mt->line;
    const bool reversal = *at == 'R' && (at[1] == 'C' || at[1] == 'D');
    const bool expected = *at == 'E' && (at[1] == 'C' || at[1] == 'D');

    at += reversal || expected;
    if (*at != 'C' && *at != 'D')
        return NULL;
    line->reversal = reversal;
    line->status = expected ? BANK_PENDING : BANK_BOOKED;
    mt->counts = !expected;
    *out = (*at == 'D') != reversal; /* a reversed credit takes money away */
    at++;
    if (*at >= 'A' && *at <= 'Z')
        at++;
    return at;
}

/* No reference at all, or one that stands in :86: */
static const char *without_nonref(const char *text)
{
    return strcmp(text, "NONREF") == 0 || strcmp(text, "KREF+") == 0 ? "" : text;
}

/* type, reference//bank reference, and what the bank adds on lines of its own */
static void take_references(struct mt940 *mt, const char *at)
{
    struct bank_line *line = &mt->line;
    struct arena *arena = &mt->read->texts;
    const size_t line_end = strcspn(at, "\n");
    const size_t type = line_end < 4 ? line_end : 4;
    const char *rest = at + type;
    size_t len = line_end - type;
    const char *slashes = NULL;

    line->code = bank_text(arena, at, type);
    for (size_t i = 0; i + 1 < len && slashes == NULL; i++)
        if (rest[i] == '/' && rest[i + 1] == '/')
            slashes = rest + i;
    if (slashes != NULL) {
        line->bank_ref =
            without_nonref(bank_text(arena, slashes + 2, len - 2 - (size_t)(slashes - rest)));
        len = (size_t)(slashes - rest);
    }
    /* a name that follows the sixteen characters of the reference (Rabobank) */
    if (len > 16) {
        const char *tail = bank_text(arena, rest + 16, len - 16);

        if (rest[15] == ' ' || rest[16] == ' ') {
            line->name = tail;
            len = 16;
        }
    }
    line->reference = without_nonref(bank_text(arena, rest, len));
    if (at[line_end] == '\n')
        line->text = bank_text(arena, at + line_end + 1, strlen(at + line_end + 1));
}

static enum err take_entry(struct mt940 *mt)
{
    struct bankread *read = mt->read;
    struct bank_line *line = &mt->line;
    const char *at = mt->value.data;
    char amount[64];
    bool out;
    size_t n;

    arena_reset(&read->texts);
    *line = bankline_empty(mt->at);
    line->currency = read->statement.currency;
    TRY(bankread_day(read, mt->at, "the day of :61:", at, strlen(at) < 6 ? strlen(at) : 6,
                     &line->value));
    at += 6;
    line->booked = line->value;
    if (strspn(at, "0123456789") >= 4) {
        line->booked = entry_day(line->value, at);
        if (!date_is(line->booked))
            return bankread_fail(read, ERR_INPUT, mt->at,
                                 "the entry day \"%.4s\" of :61: is no "
                                 "day; right would be MMDD, like 1122",
                                 at);
        at += 4;
    }
    const char *behind = take_mark(mt, at, &out);
    if (behind == NULL)
        return bankread_fail(read, ERR_INPUT, mt->at,
                             "behind the day of :61: stands \"%.2s\"; right would be C, D, RC or "
                             "RD",
                             at);
    n = strspn(behind, "0123456789,");
    if (n >= sizeof(amount))
        n = sizeof(amount) - 1;
    memcpy(amount, behind, n);
    amount[n] = '\0';
    TRY(bankread_amount(read, mt->at, "the amount of :61:", amount, ',', line->currency,
                        &line->amount, &line->decimals));
    mt->count_out += out && mt->counts;
    mt->count_in += !out && mt->counts;
    if (out)
        line->amount = -line->amount;
    take_references(mt, behind + n);
    mt->has_line = true;
    buf_reset(&mt->details);
    return ERR_OK;
}

static enum err say_line(struct mt940 *mt)
{
    if (!mt->has_line)
        return ERR_OK;
    mt->has_line = false;
    if (mt->details.full)
        return bankread_fail(mt->read, ERR_LIMIT, mt->line.line,
                             "the details of this line are longer than %d bytes", BANK_TEXT_MAX);
    mt940text(&mt->line, &mt->read->texts, mt->details.data, mt->details.len);
    return bankread_line(mt->read, &mt->line, mt->counts);
}

/* ":25:BANK/ACCOUNT", the account perhaps with its currency behind it */
static enum err take_account(struct mt940 *mt)
{
    struct bankread *read = mt->read;
    struct bank_statement *statement = &read->statement;
    const char *slash = strchr(mt->value.data, '/');
    struct currency currency;
    char *account;
    size_t len;

    if (*statement->account != '\0')
        return bankread_fail(read, ERR_INPUT, mt->at,
                             "a second account (:25:) stands in the statement of line %lld; behind "
                             ":61: its details would be :86:",
                             (long long)statement->line);
    if (slash != NULL && slash[1] != '\0')
        statement->bank = bank_text(&read->kept, mt->value.data, (size_t)(slash - mt->value.data));
    else
        slash = NULL;
    account =
        arena_text(&read->kept, bank_text(&read->kept, slash != NULL ? slash + 1 : mt->value.data,
                                          strlen(slash != NULL ? slash + 1 : mt->value.data)));
    len = strlen(account);
    if (len > 3 && currency_find(account + len - 3, &currency) == ERR_OK &&
        (strchr("0123456789/", account[len - 4]) != NULL)) {
        account[len - 3] = '\0';
        if (account[len - 4] == '/')
            account[len - 4] = '\0';
    }
    statement->account = account;
    return ERR_OK;
}

/* "3PLN0,03": MT942 says how many lines there are on each side, and their sum */
static enum err take_total(struct mt940 *mt, int64_t count, int64_t sum)
{
    struct bankread *read = mt->read;
    const char *at = mt->value.data;
    const size_t digits = strspn(at, "0123456789");
    struct currency currency;
    char code[4] = "", amount[64], shown[MONEY_TEXT];
    int64_t said;

    if (digits == 0 || digits > 9 || strlen(at) < digits + 4)
        return bankread_fail(read, ERR_INPUT, mt->at,
                             "the total :%s:%.40s is not whole; right would be like 3EUR12,50",
                             mt->tag, at);
    memcpy(code, at + digits, 3);
    TRY(bankread_currency(read, mt->at, code, &currency));
    snprintf(amount, sizeof(amount), "%.*s", (int)strcspn(at + digits + 3, " \n"), at + digits + 3);
    TRY(bankread_amount(read, mt->at, "the total", amount, ',', currency, &said, NULL));
    if (strtoll(at, NULL, 10) != count)
        return bankread_trouble(read, mt->at, "the total :%s: counts %.*s lines; there are %lld",
                                mt->tag, (int)digits, at, (long long)count);
    if (said != sum)
        return bankread_trouble(read, mt->at, "the total :%s: says %s; its lines come to %s",
                                mt->tag, amount, money_plain(money_of(sum, currency), shown));
    return ERR_OK;
}

static enum err begin_statement(struct mt940 *mt)
{
    struct bankread *read = mt->read;

    TRY(bankread_end(read));
    bankread_statement(read, "MT940", mt->at);
    read->statement.id = bank_text(&read->kept, mt->value.data, mt->value.len);
    mt->closed = false;
    mt->count_in = mt->count_out = 0;
    return ERR_OK;
}

/* The currency of the statement is that of its opening balance, or of the limit of an MT942. */
static enum err take_limit(struct mt940 *mt)
{
    struct bank_statement *statement = &mt->read->statement;
    char code[4] = "";

    statement->kind = BANK_INTERIM;
    statement->format = "MT942";
    if (mt->value.len < 3)
        return ERR_OK;
    memcpy(code, mt->value.data, 3);
    return bankread_currency(mt->read, mt->at, code, &statement->currency);
}

static enum err take_opening(struct mt940 *mt)
{
    struct bank_statement *statement = &mt->read->statement;

    if (statement->opening.is)
        return bankread_fail(mt->read, ERR_INPUT, mt->at,
                             "a second opening balance stands in the statement of line %lld",
                             (long long)statement->line);
    TRY(take_balance(mt, &statement->opening));
    statement->currency = statement->opening.currency;
    statement->from = statement->opening.day;
    return bankread_begin(mt->read);
}

/* The field under way is whole. */
static enum err take_field(struct mt940 *mt)
{
    struct bankread *read = mt->read;
    struct bank_statement *statement = &read->statement;
    const char *tag = mt->tag;

    if (mt->value.full)
        return bankread_fail(read, ERR_LIMIT, mt->at, "the field :%s: is longer than %d bytes", tag,
                             BANK_TEXT_MAX);
    const bool detail = strcmp(tag, "86") == 0 || strcmp(tag, "NS") == 0;
    if (!detail)
        TRY(say_line(mt));
    if (strcmp(tag, "20") == 0)
        return begin_statement(mt);
    if (!read->open)
        return strcmp(tag, "61") != 0
                   ? ERR_OK
                   : bankread_fail(read, ERR_INPUT, mt->at,
                                   "a line (:61:) stands before any statement (:20:)");
    if (strcmp(tag, "25") == 0 || strcmp(tag, "25P") == 0)
        return take_account(mt);
    if (strcmp(tag, "28") == 0 || strcmp(tag, "28C") == 0)
        statement->number = bank_text(&read->kept, mt->value.data, mt->value.len);
    else if (strcmp(tag, "60F") == 0 || strcmp(tag, "60M") == 0)
        return take_opening(mt);
    else if (strcmp(tag, "34F") == 0)
        return take_limit(mt);
    else if (strcmp(tag, "61") == 0)
        return take_entry(mt);
    else if (detail && mt->has_line && !mt->closed) {
        if (mt->details.len > 0)
            buf_char(&mt->details, '\n');
        buf_add(&mt->details, mt->value.data, mt->value.len);
    } else if (strcmp(tag, "62F") == 0 || strcmp(tag, "62M") == 0) {
        mt->closed = true;
        TRY(take_balance(mt, &statement->closing));
        statement->to = statement->closing.day;
    } else if (strcmp(tag, "90C") == 0)
        return take_total(mt, mt->count_in, statement->money_in);
    else if (strcmp(tag, "90D") == 0)
        return take_total(mt, mt->count_out, statement->money_out);
    return ERR_OK;
}

/* ":61:..." or ":28C:..."; the length of the tag with its colons, 0 = no field begins here. */
static size_t tag_of(const char *text, char tag[4])
{
    size_t n = 0;

    if (text[0] != ':')
        return 0;
    while (n < 3 && ((text[1 + n] >= '0' && text[1 + n] <= '9') ||
                     (text[1 + n] >= 'A' && text[1 + n] <= 'Z')))
        n++;
    if (n < 2 || text[1 + n] != ':')
        return 0;
    memcpy(tag, text + 1, n);
    tag[n] = '\0';
    return n + 2;
}

static enum err end_field(struct mt940 *mt)
{
    enum err e = ERR_OK;

    if (mt->tag[0] != '\0')
        e = take_field(mt);
    mt->tag[0] = '\0';
    buf_reset(&mt->value);
    return e;
}

static enum err take_text(void *self, char *text, size_t len)
{
    struct mt940 *mt = self;
    char tag[4] = "";
    size_t n;

    while (len > 0 && ((unsigned char)text[0] < ' ' && text[0] != '\t')) { /* 0x01 before :20: */
        text++;
        len--;
    }
    if (text[0] == '{') { /* the network's envelope: {1:..}{2:..}{4: */
        TRY(end_field(mt));
        return ERR_OK;
    }
    /* "-", "-}" and what some banks put behind it: 0x03, or X for each digit of a checksum */
    if (text[0] == '-' &&
        (text[1] == '}' || (unsigned char)text[1] < ' ' || text[1 + strspn(text + 1, "X")] == '\0'))
        return end_field(mt);
    n = tag_of(text, tag);
    if (n == 0) {
        if (mt->tag[0] != '\0') {
            buf_char(&mt->value, '\n');
            buf_add(&mt->value, text, len);
        }
        return ERR_OK;
    }
    TRY(end_field(mt));
    memcpy(mt->tag, tag, sizeof(mt->tag));
    mt->at = mt->read->line;
    buf_add(&mt->value, text + n, len - n);
    return ERR_OK;
}

enum err mt940read(struct bankread *read)
{
    struct mt940 mt = {.read = read};
    enum err e;

    buf_init(&mt.value, BANK_TEXT_MAX);
    buf_init(&mt.details, BANK_TEXT_MAX);
    TRY_OUT(bankread_lines(read, take_text, &mt));
    TRY_OUT(end_field(&mt));
    TRY_OUT(say_line(&mt));
    e = bankread_end(read);
out:
    buf_done(&mt.value);
    buf_done(&mt.details);
    return e;
}
