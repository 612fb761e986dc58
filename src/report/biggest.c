#include "report/biggest.h"

#include "ledger/master.h"

#include <stdlib.h>
#include <string.h>

#define CURRENCIES_MOST 64

struct weighed {
    size_t at; /* in the table */
    int64_t weight;
};

/* What the others of one currency come to. */
struct others {
    struct currency currency;
    int64_t count;
    struct cell *sums;
};

struct shorter {
    struct table *table;
    int key; /* the column that weighs */
    struct others others[CURRENCIES_MOST];
    int count;
};

/* ---- which rows ------------------------------------------------------------------------------ */

static int key_column(const struct table_head *head)
{
    static const char *const names[] = {"change", "total", "balance", "amount", "open", NULL};

    for (const char *const *name = names; *name; name++) {
        const int at = table_column(head, *name);
        if (at >= 0 && head->columns[at].kind == CELL_MONEY)
            return at;
    }
    for (int i = 0; i < head->count; i++)
        if (head->columns[i].kind == CELL_MONEY && (head->columns[i].flags & COLUMN_TOTAL))
            return i;
    return -1;
}

/* Rows of customers, one like the other; months stay in their order. */
static bool is_plain(const struct table *table)
{
    if (table_column(&table->head, "customer") < 0)
        return false;
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].kind == ROW_GROUP || table->rows[i].kind == ROW_SUBTOTAL)
            return false;
    return true;
}

/* Without a rate a currency weighs by its figures: the order suffers, and no sum. */
static int64_t weight_of(struct book *book, struct date day, const struct cell *cell)
{
    struct note quiet = *book_note(book);
    struct ratio rate;
    int64_t base = cell->kind == CELL_MONEY ? cell->money.minor : 0;

    if (base && (rate_on(book, cell->money.currency, day, &rate) != ERR_OK ||
                 amount_scale(base, rate.num, rate.den, &base) != ERR_OK))
        *book_note(book) = quiet;
    return base < 0 ? -base : base;
}

static int weight_cmp(const void *a, const void *b)
{
    const struct weighed *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

/* ---- the others ------------------------------------------------------------------------------ */

static struct others *others_of(struct shorter *shorter, const struct cell *key)
{
    const struct currency none = {0};
    const struct currency currency = key->kind == CELL_MONEY ? key->money.currency : none;

    for (int i = 0; i < shorter->count; i++)
        if (currency_is(shorter->others[i].currency, currency))
            return &shorter->others[i];
    must(shorter->count < CURRENCIES_MOST);
    struct others *others = &shorter->others[shorter->count++];
    others->currency = currency;
    others->sums = arena_new(&shorter->table->arena,
                             (size_t)shorter->table->head.count * sizeof *others->sums);
    return others;
}

static enum err cell_add(struct cell *sum, const struct cell *cell)
{
    if (cell->kind == CELL_NONE)
        return ERR_OK;
    if (sum->kind == CELL_NONE) {
        *sum = *cell;
        return ERR_OK;
    }
    return sum->kind == CELL_MONEY
               ? amount_add(sum->money.minor, cell->money.minor, &sum->money.minor)
               : amount_add(sum->number, cell->number, &sum->number);
}

static enum err row_leave(struct shorter *shorter, const struct row *row)
{
    const struct table_head *head = &shorter->table->head;
    struct others *others = others_of(shorter, &row->cells[shorter->key]);

    others->count++;
    for (int i = 0; i < head->count; i++)
        if (head->columns[i].flags & COLUMN_TOTAL)
            TRY(cell_add(&others->sums[i], &row->cells[i]));
    return ERR_OK;
}

/* "and 90,800 others" where a name would stand. */
static void others_row(struct shorter *shorter, struct others *others,
                       const struct notation *notation, struct row *out)
{
    struct table *table = shorter->table;
    const struct cell count = cell_int(others->count);
    int name = -1;

    for (int i = 0; i < table->head.count; i++) {
        const enum cell_kind kind = table->head.columns[i].kind;
        if (name < 0 && kind == CELL_TEXT && !(table->head.columns[i].flags & COLUMN_HIDDEN))
            name = i;
        if (strcmp(table->head.columns[i].name, "currency") == 0)
            others->sums[i] = cell_code(arena_text(&table->arena, others->currency.code));
    }
    others->sums[name < 0 ? 0 : name] = cell_text(
        arena_format(&table->arena, "and %s other%s", cell_show(&count, notation, &table->arena),
                     others->count == 1 ? "" : "s"));
    *out = (struct row){.kind = ROW_DATA, .mark = ' ', .cells = others->sums};
}

static int others_cmp(const void *a, const void *b)
{
    const struct others *x = a, *y = b;

    return strcmp(x->currency.code, y->currency.code);
}

/* ---- both ------------------------------------------------------------------------------------ */

/* A row that has no identity is not of one record but a sum already: it stays. */
static bool is_record(const struct row *row)
{
    return row->kind == ROW_DATA && row->id;
}

static enum err rows_take(struct shorter *shorter, const struct weighed *order, size_t data,
                          size_t most, const struct notation *notation)
{
    struct table *table = shorter->table;
    struct row *rows = mem_new(table->count + CURRENCIES_MOST, sizeof *rows);
    size_t n = 0;
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < data; i++) {
        if (i < most)
            rows[n++] = table->rows[order[i].at];
        else
            e = row_leave(shorter, &table->rows[order[i].at]);
    }
    qsort(shorter->others, (size_t)shorter->count, sizeof *shorter->others, others_cmp);
    for (int i = 0; e == ERR_OK && i < shorter->count; i++)
        others_row(shorter, &shorter->others[i], notation, &rows[n++]);
    for (size_t i = 0; i < table->count; i++)
        if (!is_record(&table->rows[i]))
            rows[n++] = table->rows[i];
    if (e == ERR_OK) {
        free(table->rows);
        table->rows = rows;
        table->room = table->count + CURRENCIES_MOST;
        table->count = n;
    } else {
        free(rows);
    }
    return e;
}

enum err biggest_keep(struct book *book, struct date day, size_t most,
                      const struct notation *notation, struct table *table)
{
    struct shorter shorter = {.table = table, .key = key_column(&table->head)};
    size_t data = 0;

    if (shorter.key < 0 || table->count <= most || !is_plain(table))
        return ERR_OK;
    struct weighed *order = mem_new(table->count, sizeof *order);
    for (size_t i = 0; i < table->count; i++)
        if (is_record(&table->rows[i]))
            order[data++] =
                (struct weighed){i, weight_of(book, day, &table->rows[i].cells[shorter.key])};
    enum err e = ERR_OK;
    if (data > most + 1) { /* a single other one is as short as its line */
        qsort(order, data, sizeof *order, weight_cmp);
        e = rows_take(&shorter, order, data, most, notation);
    }
    free(order);
    return e;
}
