/* bankguess: from a bank's CSV file the map that a person would choose, and what only one can tell.
 *
 * The header is the first row whose names give a day and an amount; without one the values
 * decide: the first days, amounts with decimals, two columns of which each row fills one, a last
 * column that goes on from row to row. */
#include "io/bankmap.h"

#include "base/buf.h"
#include "base/text.h"
#include "io/bankvalue.h"
#include "io/bankwords.h"
#include "io/guess.h"
#include "io/maptext.h"
#include "io/reader.h"

#include <stdio.h>
#include <string.h>

#define ROWS_MOST 500  /* looked at */
#define HEADER_MOST 60 /* rows above it */

/* What was seen in a column, over the rows with an amount in them. */
struct seen {
    int filled, minus, plus, decimals, days, sides, words;
    bool same; /* always the same text */
    const char *first;
    size_t width; /* characters in all */
};

struct looking {
    struct arena *arena;
    struct note *note;
    const struct bank_said *said;
    const char *const *rows[ROWS_MOST];
    int widths[ROWS_MOST];
    int count, header; /* rows; the header's, from 0, -1 = none */
    int columns;
    struct guess guess;
    struct seen *seen;
    int field[READER_FIELDS_MAX]; /* of a column; -1 = none */
    bool agree, disagree;         /* sides and signs, where both are there */
    bool invert;
    struct buf unclear;
};

static const char *cell(const struct looking *look, int row, int column)
{
    const char *text = column < look->widths[row] ? look->rows[row][column] : "";

    return text + strspn(text, " \t");
}

static enum err read_some(struct looking *look, const char *path, const char *encoding)
{
    const struct reader_options options = {.encoding = encoding, .loose = true};
    const struct reader_row *row = NULL;
    struct reader *reader = NULL;
    enum err e;

    TRY_OUT(reader_open(path, &options, look->note, &reader));
    while (look->count < ROWS_MOST) {
        const char **fields;

        TRY_OUT(reader_next(reader, &row));
        if (row == NULL)
            break;
        fields = arena_new(look->arena, (size_t)row->count * sizeof(*fields));
        for (int i = 0; i < row->count; i++)
            fields[i] = arena_text(look->arena, row->fields[i]);
        look->rows[look->count] = fields;
        look->widths[look->count++] = row->count;
    }
    if (look->count == 0)
        e = fail(look->note, ERR_INPUT, "%s: there is no row in the file", path);
out:
    reader_close(reader);
    return e;
}

/* ---- the header ---- */

static bool is_header(struct looking *look, int row)
{
    struct guess guess;
    const char **names = arena_new(look->arena, (size_t)look->widths[row] * sizeof(*names));

    for (int i = 0; i < look->widths[row]; i++) {
        char plain[BANK_VALUE_MAX], currency[4];

        names[i] = cell(look, row, i);
        if (bank_amount_plain(names[i], plain, currency))
            return false;
    }
    guess_init(&guess, GUESS_BANK, look->widths[row], names, look->arena);
    guess_end(&guess);
    return (guess_find(&guess, "date") >= 0 || guess_find(&guess, "value") >= 0) &&
           (guess_find(&guess, "amount") >= 0 || guess_find(&guess, "in") >= 0 ||
            guess_find(&guess, "out") >= 0);
}

static void find_header(struct looking *look)
{
    look->header = -1;
    for (int row = 0; row < look->count && row < HEADER_MOST && look->header < 0; row++)
        if (look->widths[row] > 1 && is_header(look, row))
            look->header = row;
    for (int row = look->header + 1; row < look->count; row++)
        if (look->widths[row] > look->columns)
            look->columns = look->widths[row];
    if (look->header >= 0 && look->widths[look->header] > look->columns)
        look->columns = look->widths[look->header];
}

/* ---- what the columns hold ---- */

static bool is_day(const char *text)
{
    struct date day;

    return bank_day_parse(text, DATE_DMY, &day, NULL) == ERR_OK ||
           bank_day_parse(text, DATE_MDY, &day, NULL) == ERR_OK;
}

/* A value in the form in which guess.h knows it. */
static const char *plain_of(struct looking *look, const char *text)
{
    char plain[BANK_VALUE_MAX], currency[4];

    if (bank_is_pending(text))
        return "";
    bank_day_plain(text, plain);
    if (strncmp(plain, text, strlen(plain)) != 0)
        return arena_text(look->arena, plain);
    /* "24.12.2009" is a day and no amount */
    if (!is_day(text) && bank_amount_plain(text, plain, currency))
        return arena_text(look->arena, plain);
    return text;
}

static void see_cell(struct seen *seen, const char *text)
{
    char plain[BANK_VALUE_MAX], currency[4];

    if (*text == '\0')
        return;
    seen->same = seen->filled == 0 || (seen->same && strcmp(seen->first, text) == 0);
    if (seen->filled++ == 0)
        seen->first = text;
    seen->width += strlen(text);
    seen->sides += bank_side(text) != 0;
    if (is_day(text) || bank_is_pending(text))
        seen->days++;
    else if (bank_amount_plain(text, plain, currency)) {
        const char *mark = strrchr(plain, '.'), *comma = strrchr(plain, ',');

        mark = mark == NULL || (comma != NULL && comma > mark) ? comma : mark;
        seen->decimals += mark != NULL && strlen(mark) <= 4;
        seen->minus += plain[0] == '-';
        seen->plus += plain[0] != '-' && strchr(text, '+') != NULL;
    } else
        seen->words++;
}

/* Rows of the table: those with a day and something like an amount. */
static bool is_data(const struct looking *look, int row)
{
    char plain[BANK_VALUE_MAX], currency[4];
    bool day = false, amount = false;

    for (int i = 0; i < look->widths[row]; i++) {
        const char *text = cell(look, row, i);

        if (is_day(text) || bank_is_pending(text))
            day = true;
        else
            amount = amount || bank_amount_plain(text, plain, currency);
    }
    return day && amount;
}

static enum err see_rows(struct looking *look, const char *path)
{
    const char **names = arena_new(look->arena, (size_t)(look->columns + 1) * sizeof(*names));
    const char **values = arena_new(look->arena, (size_t)(look->columns + 1) * sizeof(*values));
    int data = 0;

    look->seen = arena_new(look->arena, (size_t)(look->columns + 1) * sizeof(*look->seen));
    for (int i = 0; i < look->columns; i++)
        names[i] = look->header >= 0 ? cell(look, look->header, i) : "";
    guess_init(&look->guess, GUESS_BANK, look->columns, names, look->arena);
    for (int row = look->header + 1; row < look->count; row++) {
        if (!is_data(look, row))
            continue;
        data++;
        for (int i = 0; i < look->columns; i++) {
            const char *text = cell(look, row, i);

            see_cell(&look->seen[i], text);
            values[i] = plain_of(look, text);
        }
        guess_row(&look->guess, values);
    }
    guess_end(&look->guess);
    if (data > 0)
        return ERR_OK;
    return fail(look->note, ERR_INPUT, "%s: %s", path,
                look->header >= 0 && look->header + 1 == look->count
                    ? "the file has a header and no rows below it: there is nothing to read"
                    : "no row has both a day and an amount");
}

/* ---- which is which ---- */

static bool is_amounts(const struct looking *look, int i)
{
    const struct seen *seen = &look->seen[i];

    return seen->filled > 0 && seen->words == 0 && seen->days == 0 && seen->decimals > 0;
}

static int find(const struct looking *look, enum bank_field field)
{
    for (int i = 0; i < look->columns; i++)
        if (look->field[i] == (int)field)
            return i;
    return -1;
}

/* Do rows fill one of the two, never both? */
static bool is_pair(const struct looking *look, int a, int b)
{
    bool any = false;

    for (int row = look->header + 1; row < look->count; row++) {
        if (!is_data(look, row))
            continue;
        const bool left = *cell(look, row, a) != '\0', right = *cell(look, row, b) != '\0';

        if (left == right)
            return false;
        any = true;
    }
    return any;
}

static void say_unclear(struct looking *look, const char *words)
{
    if (look->unclear.len > 0)
        buf_char(&look->unclear, ' ');
    buf_text(&look->unclear, words);
}

static bool pair_found(struct looking *look, int a, int b)
{
    const struct seen *left = &look->seen[a], *right = &look->seen[b];

    if (!is_amounts(look, a) && !is_amounts(look, b))
        return false;
    if ((left->filled > 0 && !is_amounts(look, a)) || (right->filled > 0 && !is_amounts(look, b)))
        return false;
    if (!is_pair(look, a, b))
        return false;
    /* signs tell which is which; else only a person can */
    if (left->minus > 0 || right->plus > 0) {
        look->field[a] = BANK_FIELD_OUT;
        look->field[b] = BANK_FIELD_IN;
    } else if (right->minus > 0 || left->plus > 0) {
        look->field[a] = BANK_FIELD_IN;
        look->field[b] = BANK_FIELD_OUT;
    } else
        say_unclear(look, arena_format(look->arena,
                                       "The amounts stand in column %d or %d and have no sign: say "
                                       "which is money in and which out, as in=%d; out=%d.",
                                       a + 1, b + 1, b + 1, a + 1));
    return true;
}

/* A file without a header: by what its columns hold. A column with both signs needs no other beside
 * it. */
static void assign_by_content(struct looking *look)
{
    int amounts = 0, text = -1;
    bool pair = false, is_signed = false;

    for (int i = 0; i < look->columns; i++) {
        const struct seen *seen = &look->seen[i];
        const struct guess_column *column = &look->guess.columns[i];

        if (seen->days > 0 && seen->words == 0 && column->dates != DATES_NONE &&
            find(look, BANK_FIELD_VALUE) < 0)
            look->field[i] = find(look, BANK_FIELD_DATE) < 0 ? BANK_FIELD_DATE : BANK_FIELD_VALUE;
        if (seen->words > 0 && seen->sides < seen->filled &&
            (text < 0 || seen->width > look->seen[text].width))
            text = i;
        if (seen->same && seen->filled > 1 && i == 0 && strlen(seen->first) >= 8 &&
            seen->days == 0 && seen->first[strspn(seen->first, "0123456789")] == '\0')
            look->field[i] = BANK_FIELD_OWN;
    }
    for (int i = 0; i < look->columns; i++)
        is_signed = is_signed || (is_amounts(look, i) && look->seen[i].minus > 0 &&
                                  look->seen[i].minus < look->seen[i].filled);
    for (int i = 0; i + 1 < look->columns && !pair && !is_signed; i++)
        pair = look->field[i] < 0 && look->field[i + 1] < 0 && pair_found(look, i, i + 1);
    for (int i = 0; i < look->columns; i++) {
        if (!is_amounts(look, i) || look->field[i] >= 0)
            continue;
        if (pair && (is_pair(look, i, i + 1 < look->columns ? i + 1 : i - 1) ||
                     (i > 0 && is_pair(look, i - 1, i))))
            continue; /* of the pair that is not clear */
        if (!pair && amounts++ == 0)
            look->field[i] = BANK_FIELD_AMOUNT;
        else if (find(look, BANK_FIELD_BALANCE) < 0)
            look->field[i] = BANK_FIELD_BALANCE;
    }
    if (text >= 0 && look->field[text] < 0)
        look->field[text] = BANK_FIELD_TEXT;
}

static void assign_by_name(struct looking *look)
{
    for (int i = 0; i < look->columns; i++) {
        const char *name = look->guess.columns[i].field;

        for (int field = 0; name != NULL && field < BANK_FIELDS; field++)
            if (strcmp(bankmap_field(field), name) == 0)
                look->field[i] = field;
        if (name != NULL && look->seen[i].filled == 0)
            look->field[i] = look->field[i] == BANK_FIELD_IN || look->field[i] == BANK_FIELD_OUT ||
                                     look->field[i] == BANK_FIELD_DATE
                                 ? look->field[i]
                                 : -1;
    }
    /* one signed column says more than two */
    if (find(look, BANK_FIELD_AMOUNT) >= 0)
        for (int i = 0; i < look->columns; i++)
            if (look->field[i] == BANK_FIELD_IN || look->field[i] == BANK_FIELD_OUT)
                look->field[i] = -1;
    /* only a value day: it is the day */
    if (find(look, BANK_FIELD_DATE) < 0 && find(look, BANK_FIELD_VALUE) >= 0)
        look->field[find(look, BANK_FIELD_VALUE)] = BANK_FIELD_DATE;
}

/* A column of sides, or signs that contradict it: a card's file with money in as negative. */
static void settle_sides(struct looking *look)
{
    const int amount = find(look, BANK_FIELD_AMOUNT);
    int side = find(look, BANK_FIELD_SIGN);
    char plain[BANK_VALUE_MAX], currency[4];

    if (amount < 0)
        return;
    for (int i = 0; i < look->columns && side < 0; i++)
        if (look->field[i] < 0 && look->seen[i].filled > 0 &&
            look->seen[i].sides == look->seen[i].filled)
            side = i;
    if (side < 0 || look->seen[side].sides < look->seen[side].filled) {
        if (side >= 0)
            look->field[side] = -1;
        if (look->header < 0 && look->seen[amount].minus == 0 && look->seen[amount].plus == 0) {
            look->field[amount] = -1;
            say_unclear(look, arena_format(look->arena,
                                           "The amounts in column %d have no sign: say in=%d where "
                                           "they are money in, out=%d where out.",
                                           amount + 1, amount + 1, amount + 1));
        }
        return;
    }
    if (look->seen[amount].minus == 0) {
        look->field[side] = BANK_FIELD_SIGN;
        return;
    }
    look->field[side] = look->field[side] == BANK_FIELD_SIGN ? -1 : look->field[side];
    for (int row = look->header + 1; row < look->count; row++) {
        const int way = is_data(look, row) ? bank_side(cell(look, row, side)) : 0;

        if (way == 0 || !bank_amount_plain(cell(look, row, amount), plain, currency))
            continue;
        look->agree = look->agree || (plain[0] == '-') == (way < 0);
        look->disagree = look->disagree || (plain[0] == '-') != (way < 0);
    }
    look->invert = look->disagree && !look->agree;
}

/* ---- how days and amounts are written ---- */

static void settle_days(struct looking *look, struct buf *map)
{
    enum guess_dates dates = DATES_NONE;

    for (int i = 0; i < look->columns; i++) {
        const enum guess_dates here = look->guess.columns[i].dates;

        if (look->field[i] != BANK_FIELD_DATE && look->field[i] != BANK_FIELD_VALUE)
            continue;
        if (here == DATES_DMY || here == DATES_MDY || here == DATES_YMD || dates == DATES_NONE ||
            dates == DATES_SAME)
            dates = here == DATES_NONE ? dates : here;
    }
    if (look->said->dates)
        buf_format(map, "; dates=%s", look->said->dates);
    else if (dates == DATES_EITHER)
        say_unclear(look, "The days fit day-month as well as month-day: say --dates dmy or "
                          "--dates mdy.");
    else if (dates == DATES_MIXED)
        say_unclear(look, "The days are written in several orders: say --dates dmy, --dates mdy or "
                          "--dates ymd.");
    else
        buf_format(map, "; dates=%s",
                   dates == DATES_MDY   ? "mdy"
                   : dates == DATES_YMD ? "ymd"
                                        : "dmy");
}

static void settle_decimal(struct looking *look, struct buf *map)
{
    bool point = false, comma = false, open = false;

    for (int i = 0; i < look->columns; i++) {
        const struct guess_column *column = &look->guess.columns[i];
        const int field = look->field[i];

        if (!is_amounts(look, i) && field != BANK_FIELD_AMOUNT && field != BANK_FIELD_IN &&
            field != BANK_FIELD_OUT && field != BANK_FIELD_BALANCE)
            continue;
        point = point || column->decimal == '.';
        comma = comma || column->decimal == ',';
        open = open || column->decimal_unclear;
    }
    if (look->said->decimal)
        buf_format(map, "; decimal=%s", look->said->decimal);
    else if ((point && comma) || (open && !point && !comma))
        say_unclear(look, "The amounts fit a decimal comma as well as a point: say --decimal , or "
                          "--decimal .");
    else
        buf_text(map, comma ? "; decimal=," : "; decimal=.");
}

/* ---- the answer ---- */

static void add_column(struct looking *look, struct buf *map, int field, int i)
{
    const char *name = look->header >= 0 ? cell(look, look->header, i) : "";
    bool twice = *name == '\0';

    for (int k = 0; k < look->columns && look->header >= 0; k++)
        twice = twice || (k != i && text_same(cell(look, look->header, k), name));
    if (map->len > 0)
        buf_text(map, "; ");
    buf_format(map, "%s=", bankmap_field(field));
    if (twice)
        buf_format(map, "%d", i + 1);
    else {
        char *trimmed = text_trim(arena_text(look->arena, name));

        maptext_add(map, trimmed);
    }
}

static const char *propose(struct looking *look)
{
    struct buf map;
    const char *text;

    buf_init(&map, 65536);
    for (int field = 0; field < BANK_FIELDS; field++)
        for (int i = 0; i < look->columns; i++)
            if (look->field[i] == field)
                add_column(look, &map, field, i);
    if (look->header != 0)
        buf_format(&map, "; header=%d", look->header + 1);
    settle_days(look, &map);
    settle_decimal(look, &map);
    if (look->invert)
        buf_text(&map, "; invert=yes");
    text = arena_text(look->arena, map.data);
    buf_done(&map);
    return text;
}

static const char *unread(struct looking *look)
{
    struct buf names;
    int count = 0;

    buf_init(&names, 65536);
    for (int i = 0; i < look->columns && look->header >= 0; i++) {
        const char *name = text_trim(arena_text(look->arena, cell(look, look->header, i)));
        if (look->field[i] < 0 && *name != '\0')
            maptext_unread(&names, count++, name);
    }
    maptext_unread_end(&names, count);
    const char *words = arena_text(look->arena, names.data);
    buf_done(&names);
    return words;
}

enum err bankmap_propose(const char *path, const struct bank_said *said, struct arena *arena,
                         struct note *note, struct bank_proposal *out)
{
    struct looking *look = arena_new(arena, sizeof(*look));
    enum err e;

    look->arena = arena;
    look->note = note;
    look->said = said;
    buf_init(&look->unclear, 4096);
    TRY_OUT(read_some(look, path, said->encoding));
    find_header(look);
    TRY_OUT(see_rows(look, path));
    for (int i = 0; i < look->columns; i++)
        look->field[i] = -1;
    if (look->header >= 0)
        assign_by_name(look);
    else
        assign_by_content(look);
    settle_sides(look);
    out->map = propose(look);
    out->unread = unread(look);
    out->unclear = arena_text(arena, look->unclear.data);
out:
    buf_done(&look->unclear);
    return e;
}

enum err bankmap_heads(const char *path, const char *encoding, struct arena *arena,
                       struct note *note, struct hash **out, int *count)
{
    struct looking *look = arena_new(arena, sizeof(*look));

    look->arena = arena;
    look->note = note;
    TRY(read_some(look, path, encoding));
    *count = look->count < HEADER_MOST ? look->count : HEADER_MOST;
    *out = arena_new(arena, (size_t)*count * sizeof(**out));
    for (int row = 0; row < *count; row++) {
        struct hasher hasher;

        hasher_init(&hasher);
        for (int i = 0; i < look->widths[row]; i++)
            hasher_text(&hasher,
                        text_fold(arena, text_trim(arena_text(arena, look->rows[row][i]))));
        hasher_end(&hasher, &(*out)[row]);
    }
    return ERR_OK;
}
