#include "base/sought.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

#define ABOUT_PART 100 /* a hundredth of it more or less */
#define POINT_PLACES 2 /* how far a point may have slipped */
#define NUMBER_BYTES 60

/* ---- ranges ---- */

static void range_add(struct sought_amount *amount, int64_t low, int64_t high)
{
    if (amount->range_count < SOUGHT_RANGES && low <= high && high >= 0)
        amount->ranges[amount->range_count++] = (struct sought_range){low < 0 ? 0 : low, high};
}

static void point_elsewhere(struct sought_amount *amount, int64_t value)
{
    int64_t less = value, more = value;

    for (int i = 0; i < POINT_PLACES; i++) {
        if (less % 10 == 0)
            range_add(amount, less / 10, less / 10);
        less = less % 10 == 0 ? less / 10 : 1;
        if (more <= INT64_MAX / 10)
            range_add(amount, more * 10, more * 10);
        more = more <= INT64_MAX / 10 ? more * 10 : INT64_MAX;
    }
}

/* 1,243.56 for 1,234.56: what a quick hand does. Of 123 no cents are swapped. */
static void digits_swapped(struct sought_amount *amount, int64_t value)
{
    const int64_t last = value % 10000 == 0 ? 10000 : value % 100 == 0 ? 100 : 1;

    for (int64_t place = last; place <= value / 10 && place <= INT64_MAX / 100; place *= 10) {
        const int64_t right = value / place % 10, left = value / place / 10 % 10;
        int64_t other;
        if (left != right && !__builtin_add_overflow(value, (right - left) * 9 * place, &other))
            range_add(amount, other, other);
    }
}

static void about_make(struct sought_amount *amount, int64_t value)
{
    const int64_t part = value / ABOUT_PART;

    range_add(amount, value - part, value > INT64_MAX - part ? INT64_MAX : value + part);
    point_elsewhere(amount, value);
    digits_swapped(amount, value);
}

/* ---- tokens ---- */

struct reading {
    const struct notation *notation;
    struct arena *arena;
    struct sought *out;
    struct note *note;
    bool amount_last; /* so that a currency behind it belongs to it */
};

/* The word that begins at `at`: to the next blank, or between quotes. */
static char *word_take(const char **at, struct arena *arena, bool *quoted)
{
    *at += strspn(*at, " \t\n");
    *quoted = **at == '"';
    const char *from = *at + *quoted;
    const size_t len = strcspn(from, *quoted ? "\"" : " \t\n");
    *at = from + len + (*quoted && from[len] == '"');
    return arena_bytes(arena, from, len);
}

static bool number_read(const struct reading *reading, const char *text, int64_t *out)
{
    struct notation notation = *reading->notation;
    const size_t len = strlen(text);

    notation.implied = false;
    if (!notation.group)
        notation.group = notation.decimal == ',' ? '.' : ',';
    if (len == 0 || len > NUMBER_BYTES || text[strspn(text, "+-.,'0123456789")] != 0 ||
        decimal_parse(text, &notation, SOUGHT_SCALE, out, NULL) != ERR_OK || *out == INT64_MIN)
        return false;
    *out = *out < 0 ? -*out : *out;
    return true;
}

static struct sought_amount *amount_new(struct reading *reading, enum sought_kind kind)
{
    struct sought *out = reading->out;

    if (out->amount_count == SOUGHT_AMOUNTS)
        return NULL;
    struct sought_amount *amount = &out->amounts[out->amount_count++];
    *amount = (struct sought_amount){.kind = kind, .word = -1};
    reading->amount_last = true;
    return amount;
}

static enum err too_many(struct note *note)
{
    return fail(note, ERR_LIMIT, "at most %d words and %d amounts are looked for at once",
                SOUGHT_WORDS, SOUGHT_AMOUNTS);
}

static enum err word_add(struct reading *reading, const char *word)
{
    struct sought *out = reading->out;
    const char *folded = text_fold(reading->arena, word);

    if (*folded == 0)
        return ERR_OK;
    if (out->word_count == SOUGHT_WORDS)
        return too_many(reading->note);
    out->typed = *out->typed ? arena_format(reading->arena, "%s %s", out->typed, word) : word;
    out->words[out->word_count++] = folded;
    return ERR_OK;
}

/* "123", "123.45": a word and an amount. */
static enum err figure_add(struct reading *reading, const char *word, int64_t value)
{
    const bool digits = word[strspn(word, "0123456789")] == 0;

    TRY(word_add(reading, word));
    struct sought_amount *amount = amount_new(reading, digits ? SOUGHT_DIGITS_ONLY : SOUGHT_FIGURE);
    if (!amount)
        return too_many(reading->note);
    amount->word = reading->out->word_count - 1;
    amount->typed = value;
    range_add(amount, value, value);
    return ERR_OK;
}

/* "100..200"; false when it is none. */
static bool span_read(const struct reading *reading, const char *word, int64_t *low, int64_t *high)
{
    const char *points = strstr(word, "..");

    if (!points)
        return false;
    const char *from = arena_bytes(reading->arena, word, (size_t)(points - word));
    return number_read(reading, from, low) && number_read(reading, points + 2, high);
}

/* The operator in front, and what stands behind it. */
static const char *operator_read(const char *word, const char **number)
{
    static const char *const all[] = {">=", "<=", ">", "<", "~", "="};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strncmp(word, all[i], strlen(all[i])) == 0) {
            *number = word + strlen(all[i]);
            return all[i];
        }
    return NULL;
}

static enum err operator_add(struct reading *reading, const char *sign, const char *number)
{
    int64_t value = 0;

    if (!number_read(reading, number, &value))
        return fail(reading->note, ERR_INPUT,
                    "behind %s stands an amount, as in %s500; put a word with such a sign in "
                    "quotes",
                    sign, sign);
    struct sought_amount *amount = amount_new(reading, *sign == '~'   ? SOUGHT_ABOUT
                                                       : *sign == '=' ? SOUGHT_EXACT
                                                                      : SOUGHT_RANGE);
    if (!amount)
        return too_many(reading->note);
    amount->typed = value;
    if (*sign == '~')
        about_make(amount, value);
    else if (*sign == '=')
        range_add(amount, value, value);
    else if (*sign == '>')
        range_add(amount, value + (sign[1] != '='), SOUGHT_END);
    else
        range_add(amount, 0, value - (sign[1] != '='));
    return ERR_OK;
}

/* Letters behind an amount that name a currency. */
static bool currency_take(struct reading *reading, const char *word)
{
    struct currency currency;

    if (!reading->amount_last || strlen(word) != 3 || currency_find(word, &currency) != ERR_OK)
        return false;
    struct sought_amount *amount = &reading->out->amounts[reading->out->amount_count - 1];
    /* "1001 all" are two words */
    if (amount->word >= 0 && strcmp(word, currency.code) != 0)
        return false;
    memcpy(amount->currency, currency.code, sizeof currency.code);
    return true;
}

static enum err token_take(struct reading *reading, const char *word, const char **rest)
{
    const char *number = NULL, *sign = operator_read(word, &number);
    int64_t low = 0, high = 0;
    bool quoted;

    if (sign) {
        /* "> 500" */
        if (*number == 0)
            number = word_take(rest, reading->arena, &quoted);
        return operator_add(reading, sign, number);
    }
    if (span_read(reading, word, &low, &high)) {
        struct sought_amount *amount = amount_new(reading, SOUGHT_RANGE);
        if (!amount)
            return too_many(reading->note);
        range_add(amount, low < high ? low : high, low < high ? high : low);
        return ERR_OK;
    }
    if (number_read(reading, word, &low))
        return figure_add(reading, word, low);
    if (currency_take(reading, word)) {
        reading->amount_last = false;
        return ERR_OK;
    }
    reading->amount_last = false;
    return word_add(reading, word);
}

enum err sought_parse(const char *text, const struct notation *notation, struct arena *arena,
                      struct sought *out, struct note *note)
{
    struct reading reading = {notation, arena, out, note, false};

    *out = (struct sought){.whole = "", .typed = ""};
    out->amounts = arena_new(arena, SOUGHT_AMOUNTS * sizeof *out->amounts);
    for (const char *rest = text; rest[strspn(rest, " \t\n")] != 0;) {
        bool quoted;
        const char *word = word_take(&rest, arena, &quoted);
        TRY(quoted ? word_add(&reading, word) : token_take(&reading, word, &rest));
    }
    out->whole = text_fold(arena, out->typed);
    return ERR_OK;
}

/* ---- questions ---- */

bool sought_is_empty(const struct sought *sought)
{
    return sought->word_count == 0 && sought->amount_count == 0;
}

bool sought_wants_amount(const struct sought *sought)
{
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word < 0)
            return true;
    return false;
}

static int64_t unit_of(unsigned digits)
{
    return (int64_t)wide_power(digits < SOUGHT_SCALE ? SOUGHT_SCALE - digits : 0);
}

bool sought_minor(const struct sought_range *range, unsigned digits, int64_t *low, int64_t *high)
{
    const int64_t unit = unit_of(digits);

    *low = range->low / unit + (range->low % unit != 0);
    *high = range->high == SOUGHT_END ? INT64_MAX : range->high / unit;
    return *low <= *high;
}

bool sought_fits(const struct sought_amount *amount, int64_t minor, const char *currency,
                 unsigned digits)
{
    const wide value = (wide)(minor < 0 ? -minor : minor) * unit_of(digits);

    if (amount->currency[0] && strcmp(amount->currency, currency) != 0)
        return false;
    for (int i = 0; i < amount->range_count; i++)
        if (value >= amount->ranges[i].low &&
            (amount->ranges[i].high == SOUGHT_END || value <= amount->ranges[i].high))
            return true;
    return false;
}

enum sought_near sought_near(const struct sought_amount *amount, int64_t minor, unsigned digits)
{
    const wide value = (wide)(minor < 0 ? -minor : minor) * unit_of(digits);

    if (value == amount->typed)
        return SOUGHT_TYPED;
    for (int i = 0; i < amount->range_count; i++)
        if (amount->ranges[i].low == value && amount->ranges[i].high == value)
            return SOUGHT_SLIP;
    return SOUGHT_NEAR;
}

bool sought_fits_all(const struct sought *sought, int64_t minor, const char *currency,
                     unsigned digits)
{
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word < 0 &&
            !sought_fits(&sought->amounts[i], minor, currency, digits))
            return false;
    return true;
}
