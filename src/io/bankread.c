#include "io/bankread.h"

#include "base/card.h"
#include "base/text.h"
#include "io/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static enum err vfail(struct bankread *read, enum err code, int64_t line, char *words, size_t room,
                      const char *format, va_list list)
{
    int n = line > 0 ? snprintf(words, room, "%.200s, line %lld: ", read->name, (long long)line)
                     : snprintf(words, room, "%.200s: ", read->name);

    vsnprintf(words + n, room - (size_t)n, format, list);
    return code;
}

enum err bankread_fail(struct bankread *read, enum err code, int64_t line, const char *format, ...)
{
    char words[900];
    va_list list;

    va_start(list, format);
    vfail(read, code, line, words, sizeof(words), format, list);
    va_end(list);
    return fail(read->note, code, "%s", words);
}

enum err bankread_trouble(struct bankread *read, int64_t line, const char *format, ...)
{
    char words[900];
    va_list list;

    va_start(list, format);
    vfail(read, ERR_INPUT, line, words, sizeof(words), format, list);
    va_end(list);
    if (read->sink->trouble != NULL)
        return read->sink->trouble(read->sink->self, words);
    return fail(read->note, ERR_INPUT, "%s", words);
}

enum err bankread_check(struct bankread *read)
{
    const struct bank_options *options = read->options;

    if (options->stop != NULL && options->stop(options->self, source_bytes(read->source)))
        return fail(read->note, ERR_CANCELLED, "%s: stopped", read->name);
    if (moment_now() > read->deadline)
        return bankread_fail(read, ERR_LIMIT, read->line,
                             "reading takes longer than %d seconds; split the file",
                             options->seconds_max > 0 ? options->seconds_max : BANK_SECONDS_MAX);
    return ERR_OK;
}

enum err bankread_block(struct bankread *read, const char **text, size_t *len)
{
    enum err e = bankread_check(read);

    if (e != ERR_OK)
        return e;
    e = source_next(read->source, text, len);
    if (e == ERR_INPUT)
        return bankread_fail(read, e, read->line, "%s", source_trouble(read->source));
    if (e != ERR_OK)
        return fail(read->note, e, "%s: %s", read->name, source_trouble(read->source));
    return ERR_OK;
}

/* ---- lines ---- */

struct bank_lines {
    const char *block;
    size_t len, at;
    struct buf rest; /* the line under way: it may lie in two blocks */
    bool after_cr, ended;
};

static enum err more(struct bank_lines *lines, struct bankread *read)
{
    lines->at = 0;
    TRY(bankread_block(read, &lines->block, &lines->len));
    lines->ended = lines->len == 0;
    if (lines->after_cr && lines->len > 0 && lines->block[0] == '\n')
        lines->at = 1;
    lines->after_cr = lines->after_cr && lines->len == 0;
    return ERR_OK;
}

/* *text NULL at the end */
static enum err next_line(struct bank_lines *lines, struct bankread *read, char **text, size_t *len)
{
    bool any = false;

    *text = NULL;
    buf_reset(&lines->rest);
    read->line++;
    for (;;) {
        if (lines->at == lines->len && !lines->ended) {
            TRY(more(lines, read));
            continue;
        }
        if (lines->ended)
            break;
        any = true;
        const char *from = lines->block + lines->at;
        const size_t left = lines->len - lines->at;
        const char *lf = memchr(from, '\n', left);
        const size_t n = lf != NULL ? (size_t)(lf - from) : left;
        const char *cr = memchr(from, '\r', n);
        const size_t take = cr != NULL ? (size_t)(cr - from) : n;

        buf_add(&lines->rest, from, take);
        if (lines->rest.full)
            return bankread_fail(read, ERR_LIMIT, read->line,
                                 "the line is longer than %d bytes; no bank writes such",
                                 BANK_TEXT_MAX);
        lines->at += take;
        if (cr == NULL && lf == NULL)
            continue;
        lines->at++;
        if (cr != NULL && lines->at < lines->len && lines->block[lines->at] == '\n')
            lines->at++;
        else if (cr != NULL)
            lines->after_cr = lines->at == lines->len;
        break;
    }
    if (!any)
        return ERR_OK;
    *text = lines->rest.data;
    *len = lines->rest.len;
    return ERR_OK;
}

enum err bankread_lines(struct bankread *read, enum err (*take)(void *self, char *text, size_t len),
                        void *self)
{
    struct bank_lines lines = {0};
    char *text;
    size_t len;
    enum err e;

    buf_init(&lines.rest, BANK_TEXT_MAX);
    for (;;) {
        TRY_OUT(next_line(&lines, read, &text, &len));
        if (text == NULL)
            break;
        TRY_OUT(take(self, text, len));
    }
out:
    buf_done(&lines.rest);
    return e;
}

/* ---- statements ---- */

void bankread_statement(struct bankread *read, const char *format, int64_t line)
{
    must(!read->open);
    arena_reset(&read->kept);
    read->statement = (struct bank_statement){
        .format = format,
        .nth = ++read->result->statements,
        .line = line,
        .account = "",
        .bank = "",
        .number = "",
        .id = "",
        .currency = read->options->currency,
        .from = DATE_NONE,
        .to = DATE_NONE,
        .opening = {.day = DATE_NONE},
        .closing = {.day = DATE_NONE},
    };
    if (read->statement.currency.code[0] == '\0')
        read->statement.currency = (struct currency){"", 2};
    read->open = true;
    read->begun = read->mixed = false;
}

/* Nobody can refuse one line of what a bank sends, so numbers of cards go out of its texts. */
static void cards_mask(struct arena *arena, const char **const texts[], size_t count,
                       int64_t *cards)
{
    for (size_t i = 0; i < count; i++)
        *texts[i] = card_masked(arena, *texts[i], cards);
}

enum err bankread_begin(struct bankread *read)
{
    struct bank_statement *s = &read->statement;
    const char **const texts[] = {&s->account, &s->number, &s->id};

    must(read->open);
    if (read->begun)
        return ERR_OK;
    read->begun = true;
    cards_mask(&read->kept, texts, sizeof texts / sizeof *texts, &read->result->cards);
    if (read->sink->begin == NULL)
        return ERR_OK;
    return read->sink->begin(read->sink->self, &read->statement);
}

static enum err count(struct bankread *read, const struct bank_line *line, bool counts)
{
    struct bank_statement *statement = &read->statement;
    int64_t *sum = line->amount < 0 ? &statement->money_out : &statement->money_in;

    if (line->part > 0) {
        statement->details++;
        return ERR_OK;
    }
    statement->entries++;
    if (!counts)
        return ERR_OK;
    if (!currency_is(line->currency, statement->currency))
        read->mixed = true;
    else if (amount_add(*sum, line->amount < 0 ? -line->amount : line->amount, sum) != ERR_OK)
        return bankread_fail(read, ERR_LIMIT, line->line, "the lines come to more than any sum");
    return ERR_OK;
}

enum err bankread_line(struct bankread *read, struct bank_line *line, bool counts)
{
    const char **const texts[] = {&line->bank_ref, &line->reference, &line->mandate, &line->name,
                                  &line->account,  &line->bank,      &line->cheque,  &line->text,
                                  &line->code,     &line->reason};

    TRY(bankread_begin(read));
    cards_mask(&read->texts, texts, sizeof texts / sizeof *texts, &read->result->cards);
    if ((date_is(line->booked) && !date_has_room(line->booked)) ||
        (date_is(line->value) && !date_has_room(line->value)))
        return bankread_fail(read, ERR_INPUT, line->line,
                             "a day lies not between 1970-01-02 and 9988-12-31");
    if (line->part == 0)
        read->result->entries++;
    line->entry = read->result->entries;
    if (read->statement.kind == BANK_INTERIM && line->status == BANK_BOOKED)
        line->status = BANK_INFO;
    TRY(count(read, line, counts));
    if (read->sink->line == NULL)
        return ERR_OK;
    return read->sink->line(read->sink->self, &read->statement, line);
}

static void reckon(struct bank_statement *statement, bool mixed)
{
    const struct bank_balance *opening = &statement->opening, *closing = &statement->closing;
    int64_t right;

    statement->tie = BANK_TIE_NONE;
    if (!opening->is || !closing->is)
        return;
    statement->tie = BANK_TIE_MIXED;
    if (mixed || !currency_is(opening->currency, closing->currency) ||
        !currency_is(opening->currency, statement->currency))
        return;
    if (amount_add(opening->amount, statement->money_in, &right) != ERR_OK ||
        amount_sub(right, statement->money_out, &right) != ERR_OK ||
        amount_sub(closing->amount, right, &statement->difference) != ERR_OK)
        return;
    statement->tie =
        statement->difference == 0 && statement->broken_line == 0 ? BANK_TIE_OK : BANK_TIE_OFF;
}

enum err bankread_end(struct bankread *read)
{
    if (!read->open)
        return ERR_OK;
    TRY(bankread_begin(read));
    read->open = false;
    reckon(&read->statement, read->mixed);
    if (read->sink->end == NULL)
        return ERR_OK;
    return read->sink->end(read->sink->self, &read->statement);
}

/* ---- values ---- */

const char *bank_text(struct arena *arena, const char *bytes, size_t len)
{
    char *text = arena_bytes(arena, bytes, len), *clean;
    size_t n = 0;
    bool ascii = true;

    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)bytes[i];

        if (c <= ' ' || c == 0x7F) {
            if (n > 0 && text[n - 1] != ' ')
                text[n++] = ' ';
            continue;
        }
        ascii = ascii && c < 0x80;
        text[n++] = (char)c;
    }
    while (n > 0 && text[n - 1] == ' ')
        n--;
    text[n] = '\0';
    if (ascii)
        return text;
    struct buf safe;
    buf_init(&safe, 2 * n + 16);
    text_safe(&safe, text, n);
    if (text_clean(safe.data, safe.len, false, arena, &clean, NULL) != ERR_OK)
        clean = arena_bytes(arena, safe.data, safe.len);
    buf_done(&safe);
    return clean;
}

const char *bank_join(struct arena *arena, const char *a, const char *b)
{
    if (*a == '\0' || *b == '\0')
        return *a == '\0' ? b : a;
    const size_t a_len = strlen(a), b_len = strlen(b);
    char *joined;

    if (a_len + b_len + 1 > BANK_TEXT_MAX) /* the rest says nothing that anybody reads */
        return a;
    joined = arena_new(arena, a_len + b_len + 2);
    memcpy(joined, a, a_len);
    joined[a_len] = ' ';
    memcpy(joined + a_len + 1, b, b_len);
    return joined;
}

/* Old statements are in currencies that ISO 4217 lists no more. */
static const struct currency replaced[] = {
    {"ATS", 2}, {"BEF", 0}, {"DEM", 2}, {"ESP", 0}, {"FIM", 2}, {"FRF", 2},
    {"GRD", 0}, {"IEP", 2}, {"ITL", 0}, {"LUF", 0}, {"NLG", 2}, {"PTE", 0},
};

enum err bankread_currency(struct bankread *read, int64_t line, const char *code,
                           struct currency *out)
{
    if (strlen(code) == 3 && currency_find(code, out) == ERR_OK)
        return ERR_OK;
    for (size_t i = 0; i < sizeof(replaced) / sizeof(*replaced); i++)
        if (text_same(code, replaced[i].code)) {
            *out = replaced[i];
            return ERR_OK;
        }
    return bankread_fail(read, ERR_INPUT, line,
                         "there is no currency \"%.20s\"; right would be three letters of "
                         "ISO 4217, like EUR",
                         code);
}

enum err bankread_amount(struct bankread *read, int64_t line, const char *what, const char *text,
                         char decimal, struct currency currency, int64_t *out, int *decimals)
{
    const struct notation notation = {.decimal = decimal};
    const char *mark = strchr(text, decimal);
    struct note why = {0};
    char digits[64];
    enum err e;

    if (strlen(text) + 2 > sizeof(digits) || text[strspn(text, "0123456789,.")] != '\0' ||
        strpbrk(text, "0123456789") == NULL)
        return bankread_fail(read, ERR_INPUT, line,
                             "%s \"%.40s\" is not a number; right would be one like 1234%c50", what,
                             text, decimal);
    /* banks end round sums in the mark: "300," */
    snprintf(digits, sizeof(digits), "%s%s", text, mark != NULL && mark[1] == '\0' ? "0" : "");
    if (decimals != NULL)
        *decimals = mark != NULL ? (int)strlen(mark + 1) : 0;
    e = decimal_parse(digits, &notation, currency.digits, out, &why);
    if (e == ERR_OK && *out > MONEY_MAX)
        e = fail(&why, ERR_LIMIT, "\"%s\" is larger than any amount", text);
    if (e != ERR_OK)
        return bankread_fail(read, e, line, "%s: %s%s%s", what, why.text,
                             currency.code[0] != '\0' ? " in " : "", currency.code);
    return ERR_OK;
}

enum err bankread_day(struct bankread *read, int64_t line, const char *what, const char *digits,
                      size_t len, struct date *out)
{
    int part[4] = {0};

    if ((len != 6 && len != 8) || strspn(digits, "0123456789") < len)
        return bankread_fail(read, ERR_INPUT, line,
                             "%s \"%.*s\" is no day; right would be %s, like %s", what,
                             (int)(len < 20 ? len : 20), digits, len == 6 ? "YYMMDD" : "YYYYMMDD",
                             len == 6 ? "261122" : "20261122");
    for (size_t i = 0; i < len; i += 2)
        part[i / 2] = (digits[i] - '0') * 10 + (digits[i + 1] - '0');
    const int year = len == 8 ? part[0] * 100 + part[1] : part[0] + (part[0] < 80 ? 2000 : 1900);
    const int *rest = len == 8 ? part + 2 : part + 1;

    *out = date_of(year, rest[0], rest[1]);
    if (!date_is(*out))
        return bankread_fail(read, ERR_INPUT, line, "%s \"%.*s\": there is no day %d-%02d-%02d",
                             what, (int)len, digits, year, rest[0], rest[1]);
    return ERR_OK;
}
