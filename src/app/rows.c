#include "app/rows.h"

#include "app/words.h"
#include "base/text.h"

#include <string.h>

/* Where the reader is: one value of text, row by row. */
struct reading {
    const struct value_habits *habits;
    const struct arg *arg;
    const char *p;  /* rest of the text */
    int row, count; /* row that is read, from 1; columns */
    struct value *values;
    struct buf word; /* the word that was read last */
    bool quoted;     /* it stood in quotes */
    struct note *note;
};

int columns_count(const struct arg_column *columns)
{
    int n = 0;

    while (columns[n].name)
        n++;
    return n;
}

static int column_find(const struct reading *r, const char *name)
{
    for (int i = 0; i < r->count; i++)
        if (text_same(r->arg->columns[i].name, name))
            return i;
    return -1;
}

static enum err column_unknown(const struct reading *r, const char *name)
{
    const char *near = NULL, *all = "";
    int nearest = 99;

    for (int i = 0; i < r->count; i++) {
        const char *column = r->arg->columns[i].name;
        int distance = word_distance(name, column);
        if (distance < nearest) {
            nearest = distance;
            near = column;
        }
        all = arena_format(r->habits->arena, "%s%s%s", all, i ? ", " : "", column);
    }
    if (near)
        return fail(r->note, ERR_USAGE, "row %d: unknown column %.40s: did you mean %s?", r->row,
                    name, near);
    return fail(r->note, ERR_USAGE, "row %d: unknown column %.40s; the columns are %s", r->row,
                name, all);
}

static enum err value_store(struct reading *r, int column, const char *text)
{
    const struct arg_column *c = &r->arg->columns[column];
    struct note inner = {0};

    if (r->values[column].text)
        return fail(r->note, ERR_USAGE, "row %d: %s is given twice", r->row, c->name);
    enum err e = value_read(r->habits, c->kind, NULL, text, &r->values[column], &inner);
    if (e != ERR_OK)
        return fail(r->note, e, "row %d, %s: %s", r->row, c->name, inner.text);
    return ERR_OK;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void gap_skip(struct reading *r)
{
    while (is_gap(*r->p))
        r->p++;
}

static bool is_row_end(const struct reading *r)
{
    return !*r->p || *r->p == '\n' || (r->arg->rows_style == ROWS_LIST && *r->p == ';');
}

/* A quoted value: from after the first quote to behind the last. */
static enum err quoted_read(struct reading *r)
{
    for (r->p++; *r->p; r->p++) {
        if (*r->p == '"' && r->p[1] != '"') {
            r->p++;
            return ERR_OK;
        }
        if (*r->p == '"')
            r->p++;
        buf_char(&r->word, *r->p);
    }
    return fail(r->note, ERR_INPUT,
                "row %d: a quote is opened and not closed (a quote inside a value "
                "is doubled)",
                r->row);
}

/* Reads up to one of `ends`, or a whole quoted value. */
static enum err word_read(struct reading *r, const char *ends)
{
    buf_reset(&r->word);
    gap_skip(r);
    r->quoted = *r->p == '"';
    if (r->quoted) {
        TRY(quoted_read(r));
        gap_skip(r);
        return ERR_OK;
    }
    while (*r->p && *r->p != '\n' && !strchr(ends, *r->p))
        buf_char(&r->word, *r->p++);
    while (r->word.len && is_gap(r->word.data[r->word.len - 1]))
        r->word.data[--r->word.len] = 0;
    return ERR_OK;
}

static enum err pairs_read(struct reading *r)
{
    while (!is_row_end(r)) {
        gap_skip(r);
        if (*r->p == ';') {
            r->p++;
            continue;
        }
        if (is_row_end(r))
            break;
        TRY(word_read(r, "=;"));
        if (*r->p != '=')
            return fail(r->note, ERR_USAGE,
                        "row %d: '%.40s' has no value; write column=value; "
                        "column=value",
                        r->row, r->word.data);
        int column = column_find(r, r->word.data);
        if (column < 0)
            return column_unknown(r, r->word.data);
        r->p++;
        TRY(word_read(r, ";"));
        if (r->quoted && !is_row_end(r) && *r->p != ';')
            return fail(r->note, ERR_INPUT,
                        "row %d, %s: text goes on after the closing quote; put ; "
                        "behind it, or double a quote inside a value",
                        r->row, r->arg->columns[column].name);
        if (r->word.len || r->quoted) /* `tax=;` gives nothing, `tax="";` an empty text */
            TRY(value_store(r, column, r->word.data));
    }
    return ERR_OK;
}

/* The words of one value in a list: up to =, the row's end, or the name of a further column. */
static enum err list_value(struct reading *r, int column, int *next)
{
    struct buf value;
    enum err e = ERR_OK;

    *next = -1;
    buf_init(&value, strlen(r->p) + 1);
    for (bool first = true;; first = false) {
        const char *before = r->p;
        gap_skip(r);
        if (!first && (is_row_end(r) || *r->p == '='))
            break;
        TRY_OUT(word_read(r, column == 0 ? " \t\r;=" : " \t\r;"));
        if (!first && !r->quoted) {
            /* `name value` and `name=value` both begin the next column */
            char *name = r->word.data;
            char *equals = strchr(name, '=');
            if (equals)
                *equals = 0;
            int named = column_find(r, name);
            if (named >= 2) {
                r->p = before;
                gap_skip(r);
                r->p += strlen(name);
                *next = named;
                break;
            }
            if (equals)
                *equals = '=';
        }
        if (!first)
            buf_char(&value, ' ');
        buf_add(&value, r->word.data, r->word.len);
    }
    if (value.len == 0 && !r->quoted)
        e = fail(r->note, ERR_USAGE, "row %d has no %s", r->row, r->arg->columns[column].name);
    else
        e = value_store(r, column, value.data);
out:
    buf_done(&value);
    return e;
}

static enum err list_read(struct reading *r)
{
    int next = -1;

    TRY(list_value(r, 0, &next));
    gap_skip(r);
    if (next < 0 && *r->p == '=') {
        if (r->count < 2)
            return fail(r->note, ERR_USAGE, "row %d: nothing may follow '%s'", r->row,
                        r->values[0].text);
        r->p++;
        TRY(list_value(r, 1, &next));
    }
    while (next >= 0) {
        int column = next;
        gap_skip(r);
        if (*r->p == '=')
            r->p++;
        gap_skip(r);
        if (is_row_end(r))
            return fail(r->note, ERR_USAGE, "row %d: %s has no value", r->row,
                        r->arg->columns[column].name);
        TRY(list_value(r, column, &next));
    }
    gap_skip(r);
    if (!is_row_end(r))
        return fail(r->note, ERR_INPUT,
                    "row %d: '%.40s' is not understood; write %s=%s and ; between rows", r->row,
                    r->p, r->arg->columns[0].name,
                    r->count > 1 ? r->arg->columns[1].name : "value");
    return ERR_OK;
}

static enum err row_check(const struct reading *r)
{
    bool any = false;

    for (int i = 0; i < r->count; i++) {
        any = any || r->values[i].text;
        if ((r->arg->columns[i].flags & ARG_REQUIRED) && !r->values[i].text)
            return fail(r->note, ERR_USAGE, "row %d has no %s", r->row, r->arg->columns[i].name);
    }
    return any ? ERR_OK
               : fail(r->note, ERR_USAGE, "row %d says nothing; give %s=..., or leave it out",
                      r->row, r->arg->columns[0].name);
}

enum err rows_read(const struct value_habits *habits, const struct arg *arg, const char *text,
                   void (*each)(void *self, struct arg_row row), void *self, struct note *note)
{
    struct reading r = {.habits = habits,
                        .arg = arg,
                        .p = text,
                        .note = note,
                        .count = columns_count(arg->columns)};
    enum err e = ERR_OK;

    buf_init(&r.word, strlen(text) + 1);
    for (;;) {
        while (is_gap(*r.p) || *r.p == '\n' || *r.p == ';')
            r.p++;
        if (*r.p == '#') {
            r.p += strcspn(r.p, "\n");
            continue;
        }
        if (!*r.p)
            break;
        r.row++;
        r.values = arena_new(habits->arena, (size_t)r.count * sizeof *r.values);
        TRY_OUT(arg->rows_style == ROWS_LIST ? list_read(&r) : pairs_read(&r));
        TRY_OUT(row_check(&r));
        each(self, (struct arg_row){r.values});
    }
    if (r.row == 0)
        e = fail(note, ERR_USAGE, "there is no row in it");
out:
    buf_done(&r.word);
    return e;
}

static void value_show(struct buf *out, const struct arg *arg, const char *text)
{
    bool plain = *text && !strpbrk(text, ";=\" \t") && *text != '#';

    if (plain && arg->rows_style == ROWS_LIST)
        for (const struct arg_column *c = arg->columns; c->name; c++)
            plain = plain && !text_same(c->name, text);
    if (plain) {
        buf_text(out, text);
        return;
    }
    buf_quoted(out, text);
}

void row_show(struct buf *out, const struct arg *arg, const struct arg_row *row, unsigned without)
{
    bool first = true;

    for (int i = 0; arg->columns[i].name; i++) {
        const struct arg_column *c = &arg->columns[i];
        if (!row->values[i].text || (c->flags & without))
            continue;
        if (arg->rows_style == ROWS_PAIRS)
            buf_format(out, "%s%s=", first ? "" : "; ", c->name);
        else if (i == 1)
            buf_char(out, '=');
        else if (i > 1)
            buf_format(out, " %s ", c->name);
        value_show(out, arg, row->values[i].text);
        first = false;
    }
}
