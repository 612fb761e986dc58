#include "report/r_rollforward.h"

#include "ledger/control.h"
#include "ledger/debtor.h"
#include "ledger/monthend.h"
#include "report/basetext.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 10, .worth = 20},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 19},
    {.name = "opening", .title = "Opening", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
#define X(name_, word, title_)                                                                     \
    {.name = word, .title = title_, .kind = CELL_MONEY, .flags = COLUMN_TOTAL | COLUMN_ADDS},
    MOVE_LIST(X)
#undef X
        {.name = "closing", .title = "Closing", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { FIRST = 4, COLUMNS = FIRST + MOVES + 1 };

/* What moves most is missed most where the width is short. */
static const int move_worths[MOVES] = {
    [MOVE_INVOICES] = 1,   [MOVE_RECEIPTS] = 2, [MOVE_CREDITS] = 3,    [MOVE_DISCOUNTS] = 4,
    [MOVE_WRITEOFFS] = 5,  [MOVE_FX] = 6,       [MOVE_DEBITS] = 7,     [MOVE_CHARGES] = 8,
    [MOVE_REVERSED] = 9,   [MOVE_REFUNDS] = 10, [MOVE_TRANSFERS] = 11, [MOVE_RECOVERIES] = 12,
    [MOVE_TOLERANCE] = 13, [MOVE_OTHER] = 14,
};

struct line {
    int64_t customer_id;
    char currency[4];
    int64_t opening, moves[MOVES], closing;
};

struct rollforward {
    struct book *book;
    const struct aging_options *options;
    struct date from, to;
    struct line *lines;
    size_t count, room;
    bool closing; /* which aging is being read */
};

static bool wanted(const struct rollforward *roll, const char *currency)
{
    return !roll->options->currency || strcasecmp(roll->options->currency, currency) == 0;
}

static struct line *add_line(struct rollforward *roll, int64_t customer_id, const char *currency)
{
    if (roll->count == roll->room) {
        roll->room = roll->room * 2 + 256;
        roll->lines = mem_resize(roll->lines, roll->room, sizeof *roll->lines);
    }
    struct line *line = &roll->lines[roll->count++];
    *line = (struct line){.customer_id = customer_id};
    memcpy(line->currency, currency, sizeof line->currency);
    return line;
}

static enum err take_open(void *self, const struct aging_item *item)
{
    struct rollforward *roll = self;

    if (!wanted(roll, item->currency))
        return ERR_OK;
    struct line *line = add_line(roll, item->customer_id, item->currency);
    *(roll->closing ? &line->closing : &line->opening) = item->open_base;
    return ERR_OK;
}

static enum err take_move(void *self, const struct move_row *row)
{
    struct rollforward *roll = self;

    if (wanted(roll, row->currency))
        add_line(roll, row->customer_id, row->currency)->moves[row->move] = row->base;
    return ERR_OK;
}

static int line_cmp(const void *a, const void *b)
{
    const struct line *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    return strcmp(x->currency, y->currency);
}

static enum err sum_lines(struct rollforward *roll)
{
    size_t n = 0;

    if (roll->count)
        qsort(roll->lines, roll->count, sizeof *roll->lines, line_cmp);
    for (size_t i = 0; i < roll->count; i++) {
        struct line *last = n ? &roll->lines[n - 1] : NULL;
        const struct line *line = &roll->lines[i];
        if (!last || line_cmp(last, line) != 0) {
            roll->lines[n++] = *line;
            continue;
        }
        TRY(amount_add(last->opening, line->opening, &last->opening));
        TRY(amount_add(last->closing, line->closing, &last->closing));
        for (int k = 0; k < MOVES; k++)
            TRY(amount_add(last->moves[k], line->moves[k], &last->moves[k]));
    }
    roll->count = n;
    return ERR_OK;
}

static enum err read_lines(struct rollforward *roll)
{
    struct aging_query query = {.as_of = date_add(roll->from, -1),
                                .customer_id = roll->options->customer_id,
                                .control = CONTROL_RECEIVABLE};

    TRY(aging_scan(roll->book, &query, take_open, roll));
    query.as_of = roll->to;
    roll->closing = true;
    TRY(aging_scan(roll->book, &query, take_open, roll));
    TRY(moves_each(roll->book, roll->from, roll->to, roll->options->customer_id, take_move, roll));
    return sum_lines(roll);
}

/* ---- one row a customer and currency ---- */

static int64_t gap_of(const struct line *line)
{
    int64_t sum = line->opening;

    for (int k = 0; k < MOVES; k++)
        sum += line->moves[k]; /* parts of sums that were added up */
    return sum - line->closing;
}

static enum err put_line(struct rollforward *roll, const struct line *line, struct sink *sink)
{
    const struct currency base = book_currency(roll->book);
    struct arena arena = {0};
    struct debtor debtor = {.code = "", .name = ""};
    struct cell cells[COLUMNS];
    enum err e = line->customer_id ? debtor_get(roll->book, line->customer_id,
                                                book_today(roll->book), &arena, &debtor)
                                   : ERR_OK;
    int n = 0;

    cells[n++] = cell_code(debtor.code);
    cells[n++] = cell_text(debtor.name);
    cells[n++] = cell_code(line->currency);
    cells[n++] = cell_money(money_of(line->opening, base));
    for (int k = 0; k < MOVES; k++)
        cells[n++] = cell_money(money_of(line->moves[k], base));
    cells[n++] = cell_money(money_of(line->closing, base));
    if (e == ERR_OK)
        e = sink_row(sink, line->customer_id, gap_of(line) ? '!' : ' ', cells);
    arena_done(&arena);
    return e;
}

/* Both ends against the control account, and the way between them. */
static enum err proof_make(struct rollforward *roll, struct arena *arena, const char **out)
{
    int64_t opening = 0, closing = 0, gap = 0, first = 0, last = 0;

    for (size_t i = 0; i < roll->count; i++) {
        TRY(amount_add(opening, roll->lines[i].opening, &opening));
        TRY(amount_add(closing, roll->lines[i].closing, &closing));
        TRY(amount_add(gap, gap_of(&roll->lines[i]), &gap));
    }
    *out = arena_format(arena, "Opening and movements less closing %s",
                        base_text(roll->book, arena, gap));
    if (roll->options->customer_id || roll->options->currency)
        return ERR_OK; /* a part of the book has no account of its own */
    TRY(control_balance(roll->book, CONTROL_RECEIVABLE, date_add(roll->from, -1), &first));
    TRY(control_balance(roll->book, CONTROL_RECEIVABLE, roll->to, &last));
    *out = arena_format(
        arena, "%s; opening %s %s control account, closing %s %s control account", *out,
        base_text(roll->book, arena, opening), opening == first ? "=" : "is not the",
        base_text(roll->book, arena, closing), closing == last ? "=" : "is not the");
    return ERR_OK;
}

/* On screen and paper a line of the formula that nobody has takes no room: so all that is there
 * adds up before one's eyes. */
static void columns_make(const struct rollforward *roll, struct column *out)
{
    memcpy(out, columns, sizeof columns);
    for (int k = 0; k < MOVES; k++) {
        bool any = false;
        out[FIRST + k].worth = move_worths[k];
        for (size_t i = 0; i < roll->count && !any; i++)
            any = roll->lines[i].moves[k] != 0;
        if (!any)
            out[FIRST + k].flags |= COLUMN_HIDDEN;
    }
}

static enum err summary(struct rollforward *roll, const char *subtitle, struct arena *arena,
                        struct sink *sink)
{
    struct column shown[COLUMNS];
    const struct table_head head = {"Roll-forward", subtitle, shown, COLUMNS};
    const char *proof = NULL;

    TRY(read_lines(roll));
    columns_make(roll, shown);
    TRY(sink->head(sink->self, &head));
    for (size_t i = 0; i < roll->count; i++)
        TRY(put_line(roll, &roll->lines[i], sink));
    TRY(proof_make(roll, arena, &proof));
    return sink->foot(sink->self, proof);
}

/* ---- one row a movement ---- */

static const struct column move_columns[] = {
    {.name = "posted", .title = "Posted", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 1},
    {.name = "line", .title = "Line", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { MOVE_COLUMNS = sizeof move_columns / sizeof move_columns[0] };

struct detail {
    struct rollforward *roll;
    struct sink *sink;
};

static enum err put_move(void *self, const struct move_row *row)
{
    static const char *const words[] = {
#define X(name, word, title) word,
        MOVE_LIST(X)
#undef X
    };
    const struct detail *detail = self;

    if (!wanted(detail->roll, row->currency))
        return ERR_OK;
    const struct cell cells[MOVE_COLUMNS] = {
        cell_date(row->posted),
        cell_code(row->customer),
        cell_code(row->number),
        cell_code(document_kind_word(row->kind)),
        cell_code(words[row->move]),
        cell_code(row->currency),
        cell_money(money_of(row->base, book_currency(detail->roll->book))),
    };
    return sink_row(detail->sink, row->document_id, ' ', cells);
}

enum err rollforward_table(struct book *book, const struct aging_options *options, struct date from,
                           struct date to, struct sink *sink)
{
    struct rollforward roll = {.book = book, .options = options, .from = from, .to = to};
    struct detail detail = {&roll, sink};
    struct arena arena = {0};
    char first[DATE_TEXT], last[DATE_TEXT];
    const char *subtitle = arena_format(&arena, "posted %s to %s, in %s", date_iso(from, first),
                                        date_iso(to, last), book_currency(book).code);
    const struct table_head head = {"Roll-forward, movement by movement", subtitle, move_columns,
                                    MOVE_COLUMNS};
    enum err e;

    if (!options->detail) {
        e = summary(&roll, subtitle, &arena, sink);
        goto out;
    }
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(moves_each(book, from, to, options->customer_id, put_move, &detail));
    e = sink->foot(sink->self, NULL);
out:
    free(roll.lines);
    arena_done(&arena);
    return e;
}
