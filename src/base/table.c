#include "base/table.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct cell cell_text(const char *text)
{
    return text ? (struct cell){.kind = CELL_TEXT, .text = text} : cell_none();
}

struct cell cell_code(const char *text)
{
    return text ? (struct cell){.kind = CELL_CODE, .text = text} : cell_none();
}

struct cell cell_drawn(const char *text)
{
    return (struct cell){.kind = CELL_BAR, .text = text};
}

struct cell cell_int(int64_t number)
{
    return cell_number(CELL_INT, number);
}

struct cell cell_money(struct money m)
{
    return (struct cell){.kind = CELL_MONEY, .money = m};
}

struct cell cell_date(struct date d)
{
    return date_is(d) ? (struct cell){.kind = CELL_DATE, .date = d} : cell_none();
}

struct cell cell_number(enum cell_kind kind, int64_t number)
{
    return (struct cell){.kind = kind, .number = number};
}

struct cell cell_none(void)
{
    return (struct cell){.kind = CELL_NONE, .number = 0};
}

static bool kind_is_text(enum cell_kind kind)
{
    return kind == CELL_TEXT || kind == CELL_CODE || kind == CELL_BAR;
}

bool cell_is_right(enum cell_kind kind)
{
    return kind == CELL_INT || kind == CELL_MONEY || kind == CELL_PERCENT || kind == CELL_QUANTITY;
}

#define WIDE_COLUMNS 8

bool table_is_across(const struct table_head *head)
{
    int count = 0;

    for (int i = 0; i < head->count; i++)
        count += (head->columns[i].flags & COLUMN_HIDDEN) == 0;
    return count > WIDE_COLUMNS;
}

const char *cell_plain(const struct cell *cell, struct arena *arena)
{
    char text[MONEY_TEXT + DATE_TEXT + MOMENT_TEXT];
    switch (cell->kind) {
    case CELL_NONE: return "";
    case CELL_TEXT:
    case CELL_CODE:
    case CELL_BAR: return cell->text;
    case CELL_INT: return arena_format(arena, "%lld", (long long)cell->number);
    case CELL_MONEY: return arena_text(arena, money_plain(cell->money, text));
    case CELL_DATE: return arena_text(arena, date_iso(cell->date, text));
    case CELL_MOMENT: return arena_text(arena, moment_iso(cell->number, text));
    case CELL_PERCENT: return arena_text(arena, percent_show(cell->number, text));
    case CELL_QUANTITY: return arena_text(arena, decimal_plain(cell->number, 6, 0, text));
    case CELL_FLAG: return cell->number ? "1" : "0";
    }
    return "";
}

/* A plain decimal with the reader's own decimal mark. */
static const char *show_decimal(const char *plain, const struct notation *notation,
                                struct arena *arena)
{
    char *shown = arena_text(arena, plain);
    char *point = strchr(shown, '.');
    if (point && notation->decimal)
        *point = notation->decimal;
    return shown;
}

/* To the second: what lies below it orders entries, and nobody reads it. */
static const char *show_moment(int64_t moment, struct arena *arena)
{
    char text[MOMENT_TEXT];
    const char *point;

    moment_iso(moment, text);
    point = strchr(text, '.');
    return point ? arena_format(arena, "%sZ", arena_bytes(arena, text, (size_t)(point - text)))
                 : arena_text(arena, text);
}

const char *cell_show(const struct cell *cell, const struct notation *notation, struct arena *arena)
{
    char text[MONEY_TEXT], day[DATE_TEXT];
    if (!notation)
        notation = &notation_plain;
    switch (cell->kind) {
    case CELL_MONEY:
        if (cell->money.minor == 0)
            return ".";
        return arena_text(arena, money_show(cell->money, notation, text));
    case CELL_INT: /* grouped like an amount without decimals */
        return arena_text(arena, money_show(money_of(cell->number, (struct currency){.digits = 0}),
                                            notation, text));
    case CELL_PERCENT:
    case CELL_QUANTITY: return show_decimal(cell_plain(cell, arena), notation, arena);
    case CELL_FLAG: return cell->number ? "x" : "";
    case CELL_MOMENT: return show_moment(cell->number, arena);
    case CELL_DATE: return arena_text(arena, date_show(cell->date, notation->dates, day));
    default: return cell_plain(cell, arena);
    }
}

const char *column_text(const struct column *column, const struct cell *cell,
                        const struct notation *notation, struct arena *arena)
{
    const char point = notation && notation->decimal ? notation->decimal : '.';
    const char *shown = cell_show(cell, notation, arena);

    if (!(column->flags & COLUMN_TENTHS) || strchr(shown, point) ||
        (cell->kind != CELL_PERCENT && cell->kind != CELL_QUANTITY))
        return shown;
    return arena_format(arena, "%s%c0", shown, point);
}

const char *row_text(const struct table_head *head, const struct row *row, int column,
                     const struct notation *notation, struct arena *arena)
{
    const struct cell *cell = &row->cells[column];
    char text[MONEY_TEXT];

    if (cell->kind != CELL_MONEY || row->kind == ROW_DATA)
        return column_text(&head->columns[column], cell, notation, arena);
    return arena_text(arena, money_show(cell->money, notation ? notation : &notation_plain, text));
}

static int order_of(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int money_cmp(struct money a, struct money b)
{
    /* Amounts of two currencies have no order of their own: each currency keeps together. */
    int order = strcmp(a.currency.code, b.currency.code);
    return order ? order_of(order, 0) : order_of(a.minor, b.minor);
}

int cell_cmp(const struct cell *a, const struct cell *b)
{
    if (a->kind == CELL_NONE || b->kind == CELL_NONE)
        return (a->kind == CELL_NONE) - (b->kind == CELL_NONE);
    if (kind_is_text(a->kind) && kind_is_text(b->kind))
        return text_fold_compare(a->text, b->text);
    if (a->kind != b->kind)
        return order_of(a->kind, b->kind);
    switch (a->kind) {
    case CELL_MONEY: return money_cmp(a->money, b->money);
    case CELL_DATE: return order_of(a->date.day, b->date.day);
    default: return order_of(a->number, b->number);
    }
}

enum err sink_row(struct sink *sink, int64_t id, char mark, const struct cell *cells)
{
    struct row row = {.kind = ROW_DATA, .id = id, .mark = mark ? mark : ' ', .cells = cells};
    return sink->row(sink->self, &row);
}

void table_init(struct table *table)
{
    *table = (struct table){.count = 0};
}

void table_done(struct table *table)
{
    arena_done(&table->arena);
    free(table->rows);
    *table = (struct table){.count = 0};
}

static const char *keep_text(struct table *table, const char *text)
{
    return text ? arena_text(&table->arena, text) : NULL;
}

static enum err keep_head(void *self, const struct table_head *head)
{
    struct table *table = self;
    must(head->count >= 0);
    arena_reset(&table->arena);
    table->count = 0;
    table->proof = NULL;
    struct column *columns = arena_new(&table->arena, (size_t)head->count * sizeof *columns);
    for (int i = 0; i < head->count; i++) {
        columns[i] = head->columns[i];
        columns[i].name = keep_text(table, columns[i].name);
        columns[i].title = keep_text(table, columns[i].title);
    }
    table->head = (struct table_head){.title = keep_text(table, head->title),
                                      .subtitle = keep_text(table, head->subtitle),
                                      .columns = columns,
                                      .count = head->count};
    return ERR_OK;
}

static enum err keep_row(void *self, const struct row *row)
{
    struct table *table = self;
    if (table->count == table->room) {
        table->room = table->room ? table->room * 2 : 64;
        table->rows = mem_resize(table->rows, table->room, sizeof *table->rows);
    }
    struct cell *cells = arena_new(&table->arena, (size_t)table->head.count * sizeof *cells);
    /* The head of a group has one cell only: its name. */
    int count = row->kind == ROW_GROUP && table->head.count ? 1 : table->head.count;
    for (int i = 0; i < count; i++) {
        cells[i] = row->cells[i];
        if (kind_is_text(cells[i].kind))
            cells[i].text = arena_text(&table->arena, cells[i].text);
    }
    table->rows[table->count] = *row;
    table->rows[table->count++].cells = cells;
    return ERR_OK;
}

static enum err keep_foot(void *self, const char *proof)
{
    struct table *table = self;
    table->proof = proof ? arena_text(&table->arena, proof) : NULL;
    return ERR_OK;
}

struct sink table_sink(struct table *table)
{
    arena_reset(&table->arena);
    table->head = (struct table_head){.count = 0};
    table->count = 0;
    table->proof = NULL;
    return (struct sink){.head = keep_head, .row = keep_row, .foot = keep_foot, .self = table};
}

int table_column(const struct table_head *head, const char *name)
{
    for (int i = 0; i < head->count; i++)
        if (strcmp(head->columns[i].name, name) == 0)
            return i;
    return -1;
}

/* One row on its way to its new place. Text is folded once, not at each comparison. */
struct sort_entry {
    struct row row;
    struct cell key;
    size_t was;
};

struct sort_way {
    bool down;
    struct currency base;
};

static int entry_cmp(const void *left, const void *right, void *context)
{
    const struct sort_entry *a = left, *b = right;
    const struct sort_way *way = context;
    const bool money = a->key.kind == CELL_MONEY && b->key.kind == CELL_MONEY;
    int order =
        money ? currency_order(a->key.money.currency.code, b->key.money.currency.code,
                               way->base.code)
              : 0;
    if (order)
        return order;
    if (a->key.kind == CELL_NONE || b->key.kind == CELL_NONE)
        order = cell_cmp(&a->key, &b->key); /* empty ones stay last in either direction */
    else if (kind_is_text(a->key.kind) && kind_is_text(b->key.kind))
        order = (way->down ? -1 : 1) * order_of(strcmp(a->key.text, b->key.text), 0);
    else
        order = (way->down ? -1 : 1) * cell_cmp(&a->key, &b->key);
    return order ? order : (a->was > b->was) - (a->was < b->was);
}

static void sort_run(struct row *rows, size_t count, int column, struct sort_way *way)
{
    if (count < 2)
        return;
    struct arena folded = {0};
    struct sort_entry *entries = mem_new(count, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i] = (struct sort_entry){.row = rows[i], .key = rows[i].cells[column], .was = i};
        if (kind_is_text(entries[i].key.kind))
            entries[i].key.text = text_fold(&folded, entries[i].key.text);
    }
    qsort_r(entries, count, sizeof *entries, entry_cmp, way);
    for (size_t i = 0; i < count; i++)
        rows[i] = entries[i].row;
    free(entries);
    arena_done(&folded);
}

void table_sort(struct table *table, int column, bool down, struct currency base)
{
    struct sort_way way = {down, base};
    must(column >= 0 && column < table->head.count);
    size_t from = 0;
    for (size_t i = 0; i <= table->count; i++)
        if (i == table->count || table->rows[i].kind != ROW_DATA) {
            sort_run(table->rows + from, i - from, column, &way);
            from = i + 1;
        }
}
