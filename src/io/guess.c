#include "io/guess.h"

#include "base/buf.h"
#include "base/text.h"
#include "io/maptext.h"
#include "io/synonyms.h"

#include <string.h>

#define SCORE_PLAIN 75 /* the header says what it is, whatever stands below it */
#define VALUE_BYTES_MAX 40 /* no day and no number is longer */
#define MAP_BYTES_MAX 65536

/* What a column still may be, and what was seen in it. */
enum {
    FITS_YMD = 1,
    FITS_DMY = 2,
    FITS_MDY = 4,
    FITS_DATES = 7,
    DAYS_DIFFER = 8,
    FITS_NUMBER = 16,
    SAW_POINT = 32,
    SAW_COMMA = 64,
    SAW_UNCLEAR = 128
};

static const struct field {
    const char *name;
    unsigned kinds;
    char content; /* 'd' a day, 'n' a number, ' ' anything */
} fields[] = {
    {"customer", 15, ' '}, {"name", 31, ' '},     {"number", 14, ' '},     {"kind", 10, ' '},
    {"date", 30, 'd'},     {"due", 10, 'd'},      {"terms", 11, ' '},      {"amount", 30, 'n'},
    {"currency", 31, ' '}, {"rate", 14, 'n'},     {"status", 31, ' '},     {"text", 30, ' '},
    {"quantity", 2, 'n'},  {"price", 2, 'n'},     {"tax", 2, ' '},         {"reference", 30, ' '},
    {"open", 10, 'n'},
    {"method", 12, ' '},   {"invoice", 4, ' '},   {"paid", 8, 'd'},        {"disputed", 10, ' '},
    {"email", 1, ' '},     {"phone", 1, ' '},     {"address", 1, ' '},     {"contact", 1, ' '},
    {"limit", 1, 'n'},     {"collector", 1, ' '}, {"salesperson", 1, ' '}, {"parent", 1, ' '},
    {"tax-id", 1, ' '},    {"country", 1, ' '},   {"language", 1, ' '},    {"class", 1, ' '},
       {"value", 16, 'd'},    {"in", 16, 'n'},         {"out", 16, 'n'},
    {"sign", 16, ' '},     {"balance", 16, 'n'},  {"account", 16, ' '},    {"bank", 16, ' '},
    {"code", 16, ' '},     {"cheque", 16, ' '},   {"bank-ref", 16, ' '},   {"own", 16, ' '},
};
#define FIELDS (sizeof(fields) / sizeof(*fields))

static const struct field *field_find(const char *name)
{
    for (size_t i = 0; i < FIELDS; i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

const char *guess_field_next(enum guess_kind kind, const char *field)
{
    const struct field *found = field != NULL ? field_find(field) : NULL;
    size_t i = field == NULL ? 0 : found != NULL ? (size_t)(found - fields) + 1 : FIELDS;

    for (; i < FIELDS; i++)
        if ((fields[i].kinds & (unsigned)kind) != 0)
            return fields[i].name;
    return NULL;
}

void guess_init(struct guess *guess, enum guess_kind kind, int count, const char *const *names,
                struct arena *arena)
{
    memset(guess, 0, sizeof(*guess));
    guess->kind = kind;
    guess->count = count;
    guess->arena = arena;
    guess->columns = arena_new(arena, ((size_t)count + 1) * sizeof(*guess->columns));
    for (int i = 0; i < count; i++) {
        guess->columns[i].name = arena_text(arena, names[i]);
        guess->columns[i].fits_ = FITS_DATES | FITS_NUMBER;
    }
}

static void see_day(struct guess_column *column, const char *value)
{
    struct date dmy = DATE_NONE, mdy = DATE_NONE, ymd;
    bool year_first = strspn(value, "0123456789") == 4;

    if (year_first) {
        column->fits_ &= ~(unsigned)(FITS_DMY | FITS_MDY);
        if (date_parse_file(value, DATE_YMD, &ymd, NULL) != ERR_OK)
            column->fits_ &= ~(unsigned)FITS_YMD;
        return;
    }
    column->fits_ &= ~(unsigned)FITS_YMD;
    if (date_parse_file(value, DATE_DMY, &dmy, NULL) != ERR_OK)
        column->fits_ &= ~(unsigned)FITS_DMY;
    if (date_parse_file(value, DATE_MDY, &mdy, NULL) != ERR_OK)
        column->fits_ &= ~(unsigned)FITS_MDY;
    if (dmy.day != mdy.day)
        column->fits_ |= DAYS_DIFFER;
}

/* What stands around the digits of an amount: signs, brackets, a currency's sign or code. */
static bool is_trimming(char c)
{
    return c == ' ' || c == '-' || c == '+' || c == '(' || c == ')' || c == '$' || c == '%';
}

static size_t skip_currency(const char *value, size_t len)
{
    size_t n = 0;

    if (len >= 2 && memcmp(value, "\xC2\xA3", 2) == 0) /* pound */
        return 2;
    if (len >= 3 && memcmp(value, "\xE2\x82\xAC", 3) == 0) /* euro */
        return 3;
    while (n < len && value[n] >= 'A' && value[n] <= 'Z')
        n++;
    return n == 3 && n < len && value[n] == ' ' ? 3 : 0;
}

static size_t trim_number(const char **value)
{
    const char *at = *value;
    size_t len;

    while (is_trimming(*at))
        at++;
    len = strlen(at);
    at += skip_currency(at, len);
    while (is_trimming(*at))
        at++;
    len = strlen(at);
    while (len > 0 && is_trimming(at[len - 1]))
        len--;
    if (len > 4 && at[len - 4] == ' ' && strspn(at + len - 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 3)
        len -= 4;
    else if (len > 3 && memcmp(at + len - 3, "\xE2\x82\xAC", 3) == 0)
        len -= 3;
    while (len > 0 && is_trimming(at[len - 1]))
        len--;
    *value = at;
    return len;
}

/* One mark before exactly three digits may be either; two marks, a mark that stands twice, another
 * number of digits behind it or a zero before it tell. */
static void see_mark(struct guess_column *column, const char *value, size_t len)
{
    size_t points = 0, commas = 0, last = len;
    char mark;

    for (size_t i = 0; i < len; i++) {
        points += value[i] == '.';
        commas += value[i] == ',';
        if (value[i] == '.' || value[i] == ',')
            last = i;
    }
    if (last == len)
        return;
    mark = value[last];
    if (points > 1 && commas > 1)
        column->fits_ &= ~(unsigned)FITS_NUMBER;
    else if (points > 0 && commas > 0)
        column->fits_ |= mark == '.' ? SAW_POINT : SAW_COMMA;
    else if (points > 1 || commas > 1)
        column->fits_ |= points > 1 ? SAW_COMMA : SAW_POINT;
    else if (len - last - 1 == 3 && last >= 1 && last <= 3 && value[0] != '0')
        column->fits_ |= SAW_UNCLEAR;
    else
        column->fits_ |= mark == '.' ? SAW_POINT : SAW_COMMA;
}

static void see_number(struct guess_column *column, const char *value)
{
    size_t len = trim_number(&value), digits = 0;

    for (size_t i = 0; i < len; i++) {
        char c = value[i];

        if (c >= '0' && c <= '9')
            digits++;
        else if (c != '.' && c != ',' && c != '\'' && c != ' ') {
            digits = 0;
            break;
        }
    }
    if (digits == 0)
        column->fits_ &= ~(unsigned)FITS_NUMBER;
    else
        see_mark(column, value, len);
}

void guess_row(struct guess *guess, const char *const *values)
{
    for (int i = 0; i < guess->count; i++) {
        struct guess_column *column = &guess->columns[i];
        const char *value = values[i] + strspn(values[i], " ");

        if (*value == '\0')
            continue;
        column->seen_++;
        if (strlen(value) > VALUE_BYTES_MAX)
            column->fits_ &= ~(unsigned)(FITS_DATES | FITS_NUMBER);
        if ((column->fits_ & FITS_DATES) != 0)
            see_day(column, value);
        if ((column->fits_ & FITS_NUMBER) != 0)
            see_number(column, value);
    }
}

static enum guess_dates dates_of(unsigned fits, int64_t seen)
{
    if (seen == 0)
        return DATES_NONE;
    switch (fits & FITS_DATES) {
    case FITS_YMD: return DATES_YMD;
    case FITS_DMY: return DATES_DMY;
    case FITS_MDY: return DATES_MDY;
    case FITS_DMY | FITS_MDY: return (fits & DAYS_DIFFER) != 0 ? DATES_EITHER : DATES_SAME;
    default: return DATES_NONE;
    }
}

/* Small letters and digits of a header; what stands in brackets is a remark: "Amount (EUR)". */
static void squeeze(const char *name, char out[64])
{
    size_t n = 0;

    for (; *name != 0 && *name != '(' && *name != '[' && n + 1 < 64; name++) {
        if (*name >= 'A' && *name <= 'Z')
            out[n++] = (char)(*name - 'A' + 'a');
        else if ((*name >= 'a' && *name <= 'z') || (*name >= '0' && *name <= '9'))
            out[n++] = *name;
    }
    out[n] = '\0';
}

static int score_of(const struct guess *guess, const struct guess_column *column,
                    const char *squeezed, const struct field *field)
{
    int best = 0;

    if (strcmp(squeezed, field->name) == 0)
        best = 75;
    for (const struct synonym *s = synonyms; s->word != NULL; s++)
        if ((s->kinds & (unsigned)guess->kind) != 0 && s->score > best &&
            strcmp(s->word, squeezed) == 0 && strcmp(s->field, field->name) == 0)
            best = s->score;
    /* contents that do not fit refuse a weak name; under a plain one, where no other column fits,
     * they are a wrong value, which is for the import to name with its line */
    const bool odd = column->seen_ > 0 &&
                     ((field->content == 'd' && column->dates == DATES_NONE) ||
                      (field->content == 'n' && !column->number));
    return !odd ? best : best < SCORE_PLAIN ? 0 : best / 3;
}

/* The best pair of all takes both its column and its field; then the next. */
static void assign(struct guess *guess)
{
    char(*squeezed)[64] = arena_new(guess->arena, ((size_t)guess->count + 1) * sizeof(*squeezed));

    for (int i = 0; i < guess->count; i++)
        squeeze(guess->columns[i].name, squeezed[i]);
    for (;;) {
        const struct field *field = NULL;
        int column = -1, best = 0;

        for (size_t f = 0; f < FIELDS; f++) {
            if ((fields[f].kinds & (unsigned)guess->kind) == 0 ||
                guess_find(guess, fields[f].name) >= 0)
                continue;
            for (int i = 0; i < guess->count; i++) {
                int score = guess->columns[i].field != NULL
                                ? 0
                                : score_of(guess, &guess->columns[i], squeezed[i], &fields[f]);

                if (score > best) {
                    best = score;
                    column = i;
                    field = &fields[f];
                }
            }
        }
        if (field == NULL)
            return;
        guess->columns[column].field = field->name;
        guess->columns[column].score = best;
    }
}

/* What is open is a check beside the amount; it is the amount of an opening item, and where no
 * other column has one. */
static void settle_open(struct guess *guess)
{
    const int open = guess_find(guess, "open"), amount = guess_find(guess, "amount");

    if (open < 0 || (amount >= 0 && !guess->opening))
        return;
    if (amount >= 0)
        guess->columns[amount].field = NULL;
    guess->columns[open].field = "amount";
}

/* Xero's export, known by columns that only it has, counts foreign units per unit of the firm's. */
static void settle_rate(struct guess *guess)
{
    static const char *const signs[] = {"lineamounttypes", "amountcredited", "fullypaidondate"};
    const int rate = guess_find(guess, "rate");
    char name[64];
    size_t seen = 0;

    guess->rate_inverted = false;
    if (rate < 0)
        return;
    squeeze(guess->columns[rate].name, name);
    if (strcmp(name, "currencyrate") != 0)
        return;
    for (int i = 0; i < guess->count; i++) {
        squeeze(guess->columns[i].name, name);
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
            seen += strcmp(name, signs[k]) == 0;
    }
    guess->rate_inverted = seen >= 2;
}

static void conclude(struct guess *guess)
{
    unsigned fits = FITS_DATES, marks = 0;
    int64_t seen = 0;

    for (int i = 0; i < guess->count; i++) {
        const struct guess_column *column = &guess->columns[i];
        char content = column->field != NULL ? field_find(column->field)->content : ' ';

        if (content == 'd' && column->seen_ > 0) {
            fits = (fits & column->fits_ & FITS_DATES) | ((fits | column->fits_) & DAYS_DIFFER);
            seen += column->seen_;
        }
        if (content == 'n' && column->seen_ > 0)
            marks |= column->fits_;
    }
    guess->dates = dates_of(fits, seen);
    if (seen > 0 && (fits & FITS_DATES) == 0)
        guess->dates = DATES_MIXED;
    guess->decimal = (marks & SAW_COMMA) != 0 ? ',' : '.';
    guess->decimal_unclear = ((marks & SAW_COMMA) != 0 && (marks & SAW_POINT) != 0) ||
                             (marks & (SAW_COMMA | SAW_POINT | SAW_UNCLEAR)) == SAW_UNCLEAR;
}

void guess_end(struct guess *guess)
{
    for (int i = 0; i < guess->count; i++) {
        struct guess_column *column = &guess->columns[i];
        unsigned marks = column->fits_ & (SAW_POINT | SAW_COMMA);

        column->dates = dates_of(column->fits_, column->seen_);
        column->number = column->seen_ > 0 && (column->fits_ & FITS_NUMBER) != 0;
        column->decimal = !column->number      ? '\0'
                          : marks == SAW_POINT ? '.'
                          : marks == SAW_COMMA ? ','
                                               : '\0';
        column->decimal_unclear = column->number && column->decimal == '\0' &&
                                  (column->fits_ & (SAW_POINT | SAW_COMMA | SAW_UNCLEAR)) != 0;
        column->field = NULL;
    }
    assign(guess);
    settle_open(guess);
    settle_rate(guess);
    conclude(guess);
}

int guess_find(const struct guess *guess, const char *field)
{
    for (int i = 0; i < guess->count; i++)
        if (guess->columns[i].field != NULL && strcmp(guess->columns[i].field, field) == 0)
            return i;
    return -1;
}

const char *guess_map(const struct guess *guess, struct arena *arena)
{
    struct buf buf;
    const char *map;

    buf_init(&buf, MAP_BYTES_MAX);
    for (size_t f = 0; f < FIELDS; f++) {
        int i = guess_find(guess, fields[f].name);

        if (i < 0)
            continue;
        buf_text(&buf, buf.len > 0 ? "; " : "");
        buf_text(&buf, fields[f].name);
        buf_char(&buf, '=');
        if (guess->rate_inverted && strcmp(fields[f].name, "rate") == 0)
            buf_text(&buf, "1/");
        maptext_add(&buf, guess->columns[i].name);
    }
    map = arena_text(arena, buf.data);
    buf_done(&buf);
    return map;
}

const char *guess_unread(const struct guess *guess, struct arena *arena)
{
    struct buf names;
    int count = 0;

    buf_init(&names, MAP_BYTES_MAX);
    for (int i = 0; i < guess->count; i++)
        if (guess->columns[i].field == NULL && !text_is_blank(guess->columns[i].name))
            maptext_unread(&names, count++, guess->columns[i].name);
    maptext_unread_end(&names, count);
    const char *words = arena_text(arena, names.data);
    buf_done(&names);
    return words;
}
