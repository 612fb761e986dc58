#include "view/roster.h"

#include "base/chart.h"
#include "base/text.h"
#include "ledger/activity.h"
#include "ledger/agingscan.h"
#include "ledger/book.h"
#include "ledger/setting.h"
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define PAGE_ROWS 128
#define ROSTER_YEAR 9
#define YEAR_MONTHS 12
#define YEAR_WIDTH 100                /* a terminal with less has no room for it */
#define BEHIND_ALL "\xF4\x8F\xBF\xBF" /* sorts behind every name: a text cannot hold it */

const struct column roster_columns[ROSTER_COLUMNS] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 24},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY},
    {.name = "oldest_days", .title = "Oldest", .kind = CELL_INT, .worth = 2},
    {.name = "limit", .title = "Limit", .kind = CELL_MONEY, .worth = 4},
    {.name = "terms", .title = "Terms", .kind = CELL_CODE, .worth = 3},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 5},
    {.name = "year", .title = "12 months", .kind = CELL_BAR, .worth = 6},
};

/* ---- pages ---- */

static bool by_owing(const struct roster *roster)
{
    return roster->order >= ROSTER_BALANCE;
}

static void page_take(struct roster *roster, struct customer *page, size_t first, int count)
{
    roster->page = page;
    roster->first = first;
    roster->rows_count = (size_t)count;
    roster->rows = arena_new(&roster->arena, (size_t)(count + 1) * sizeof *roster->rows);
}

static enum err page_owing(struct roster *roster, size_t at)
{
    size_t first = at > PAGE_ROWS / 2 ? at - PAGE_ROWS / 2 : 0;
    size_t count = roster->count - first < PAGE_ROWS ? roster->count - first : PAGE_ROWS;
    struct customer *page;

    arena_reset(&roster->arena);
    page = arena_new(&roster->arena, (count + 1) * sizeof *page);
    for (size_t i = 0; i < count; i++)
        TRY(customer_get(roster->desk->book, roster->owing[first + i].customer_id, &roster->arena,
                         &page[i]));
    page_take(roster, page, first, (int)count);
    return ERR_OK;
}

/* A page from a place in the order. The text may lie in the page that goes. */
static enum err page_read(struct roster *roster, const char *text, int64_t id, bool backwards,
                          size_t place)
{
    enum customer_order order = roster->order == ROSTER_NAME ? CUSTOMER_BY_NAME : CUSTOMER_BY_CODE;
    struct arena keep = {0};
    struct customer *page;
    int count;
    const char *after = arena_text(&keep, text);

    arena_reset(&roster->arena);
    roster->rows_count = 0;
    enum err e = customer_page(roster->desk->book, order, after, id, backwards, PAGE_ROWS,
                               &roster->arena, &page, &count);
    arena_done(&keep);
    if (e != ERR_OK)
        return e;
    if (backwards)
        place = place > (size_t)count ? place - (size_t)count : 0;
    page_take(roster, page, place, count);
    return ERR_OK;
}

static const char *key_text(const struct roster *roster, const struct customer *customer)
{
    return roster->order == ROSTER_NAME ? customer->name : customer->code;
}

/* One step towards the row `at`: from the page that is there, or from the nearer end. */
static enum err page_step(struct roster *roster, size_t at)
{
    size_t end = roster->first + roster->rows_count;
    bool none = roster->rows_count == 0;

    if (at >= end) {
        size_t walk = none ? at : at - end;
        if (roster->count - at < walk && end != roster->count)
            return page_read(roster, BEHIND_ALL, INT64_MAX, true, roster->count);
        if (none)
            return page_read(roster, "", 0, false, 0);
        const struct customer *last = &roster->page[roster->rows_count - 1];
        return page_read(roster, key_text(roster, last), last->id, false, end);
    }
    if (at < roster->first - at)
        return page_read(roster, "", 0, false, 0);
    return page_read(roster, key_text(roster, roster->page), roster->page->id, true, roster->first);
}

static bool is_there(const struct roster *roster, size_t at)
{
    return at >= roster->first && at < roster->first + roster->rows_count;
}

static enum err page_to(struct roster *roster, size_t at)
{
    if (by_owing(roster))
        return is_there(roster, at) ? ERR_OK : page_owing(roster, at);
    /* somebody may take customers away meanwhile: no step may be endless */
    for (size_t steps = 0; !is_there(roster, at) && steps < roster->count + 2; steps++) {
        TRY(page_step(roster, at));
        if (roster->rows_count == 0)
            break;
    }
    return ERR_OK;
}

/* ---- rows ---- */

struct figures {
    struct roster *roster;
    const char *currency;
    int64_t balance, overdue;
    int32_t oldest;
    bool others; /* owes in another currency too */
};

static enum err figures_take(void *self, const struct aging_item *item)
{
    struct figures *figures = self;

    if (strcmp(item->currency, figures->currency) != 0) {
        figures->others = true;
        return ERR_OK;
    }
    int32_t days = figures->roster->today.day - item->due.day;
    TRY(amount_add(figures->balance, item->open, &figures->balance));
    if (item->open <= 0 || days <= 0)
        return ERR_OK;
    if (days > figures->oldest)
        figures->oldest = days;
    return amount_add(figures->overdue, item->open, &figures->overdue);
}

static void row_make(struct roster *roster, const struct customer *customer, struct row *row)
{
    struct figures figures = {.roster = roster, .currency = customer->currency.code};
    const struct aging_query query = {.as_of = roster->today,
                                      .by = BY_POSTED,
                                      .customer_id = customer->id,
                                      .control = CONTROL_RECEIVABLE};
    struct cell *cells = arena_new(&roster->arena, ROSTER_COLUMNS * sizeof *cells);
    struct currency currency = customer->currency;

    if (aging_scan(roster->desk->book, &query, figures_take, &figures) != ERR_OK)
        figures = (struct figures){.roster = roster};
    cells[0] = cell_code(customer->code);
    cells[1] = cell_text(customer->name);
    cells[2] = cell_code(figures.others ? arena_format(&roster->arena, "%s+", currency.code)
                                        : arena_text(&roster->arena, currency.code));
    cells[3] = cell_money(money_of(figures.balance, currency));
    cells[4] = cell_money(money_of(figures.overdue, currency));
    cells[5] = figures.oldest ? cell_int(figures.oldest) : cell_none();
    cells[6] = customer->credit_limit == NO_LIMIT
                   ? cell_none()
                   : cell_money(money_of(customer->credit_limit, currency));
    cells[7] = cell_code(*customer->terms ? customer->terms : roster->terms);
    cells[8] = cell_code(customer->collector);
    cells[ROSTER_YEAR] = cell_none();
    bool over = customer->credit_limit != NO_LIMIT && figures.balance > customer->credit_limit;
    *row = (struct row){ROW_DATA, customer->id, figures.overdue > 0 || over ? '!' : ' ', cells};
}

/* What the customer owed at the ends of twelve months, to be looked at rather than read. */
static void year_make(struct roster *roster, const struct customer *customer, struct row *row)
{
    struct cell *cells = arena_new(&roster->arena, ROSTER_COLUMNS * sizeof *cells);
    int64_t months[YEAR_MONTHS];
    struct buf spark;

    if (activity_month_ends(roster->desk->book, customer->id, customer->currency, roster->today,
                            YEAR_MONTHS, months) != ERR_OK)
        return;
    buf_init(&spark, 200);
    spark_text(&spark, months, YEAR_MONTHS, term_is_utf8());
    memcpy(cells, row->cells, ROSTER_COLUMNS * sizeof *cells);
    cells[ROSTER_YEAR] = cell_drawn(arena_text(&roster->arena, spark.data));
    row->cells = cells;
    buf_done(&spark);
}

/* The list from its other end. */
static size_t place_of(const struct roster *roster, size_t at)
{
    return roster->down ? roster->count - 1 - at : at;
}

static size_t source_count(void *self)
{
    const struct roster *roster = self;
    return roster->count;
}

static enum err source_window(void *self, size_t first, size_t count)
{
    struct roster *roster = self;

    if (count == 0 || first >= roster->count)
        return ERR_OK;
    size_t a = place_of(roster, first), b = place_of(roster, first + count - 1);
    size_t low = a < b ? a : b;
    /* rows outside of the page are asked for when they are drawn */
    return page_to(roster, low);
}

static const struct row *source_row(void *self, size_t at)
{
    struct roster *roster = self;
    size_t place = place_of(roster, at);

    if (page_to(roster, place) != ERR_OK || !is_there(roster, place))
        return NULL;
    struct row *row = &roster->rows[place - roster->first];
    if (!row->cells)
        row_make(roster, &roster->page[place - roster->first], row);
    if (!roster->searches && row->cells[ROSTER_YEAR].kind == CELL_NONE &&
        term_columns() >= YEAR_WIDTH)
        year_make(roster, &roster->page[place - roster->first], row);
    return row;
}

static bool source_find(void *self, int64_t id, size_t *at)
{
    struct roster *roster = self;

    for (size_t i = 0; i < roster->rows_count; i++)
        if (roster->page[i].id == id) {
            *at = place_of(roster, roster->first + i);
            return true;
        }
    for (size_t i = 0; by_owing(roster) && i < roster->count; i++)
        if (roster->owing[i].customer_id == id) {
            *at = place_of(roster, i);
            return true;
        }
    return false;
}

/* ---- searching ---- */

static int by_name(const void *a, const void *b)
{
    const struct name *x = *(const struct name *const *)a, *y = *(const struct name *const *)b;
    int order = strcasecmp(x->name, y->name);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static int by_code(const void *a, const void *b)
{
    const struct name *x = *(const struct name *const *)a, *y = *(const struct name *const *)b;
    return strcmp(x->code, y->code);
}

/* The names in the order of the list; ordered by what is owed they are found by id. */
static enum err index_read(struct roster *roster)
{
    if (roster->index_count != 0)
        return ERR_OK;
    TRY(names_of(roster->desk->book, &roster->names));
    const size_t count = roster->names->count;
    roster->index = mem_resize(roster->index, count + 1, sizeof *roster->index);
    for (size_t i = 0; i < count; i++)
        roster->index[i] = &roster->names->rows[i];
    if (!by_owing(roster))
        qsort(roster->index, count, sizeof *roster->index,
              roster->order == ROSTER_NAME ? by_name : by_code);
    roster->index_count = count;
    return ERR_OK;
}

/* Straight to a place that is known: from the name before it. */
static void jump(struct roster *roster, size_t place)
{
    if (is_there(roster, place))
        return;
    size_t first = place > PAGE_ROWS / 2 ? place - PAGE_ROWS / 2 : 0;
    const struct name *before = first > 0 ? roster->index[first - 1] : NULL;
    page_read(roster,
              !before                        ? ""
              : roster->order == ROSTER_NAME ? before->name
                                             : before->code,
              before ? before->id : 0, false, first);
}

static const struct name *name_at(const struct roster *roster, size_t place)
{
    if (!by_owing(roster))
        return place < roster->index_count ? roster->index[place] : NULL;
    return name_get(roster->names, roster->owing[place].customer_id);
}

static bool name_fits(const struct roster *roster, size_t place, const char *word)
{
    const struct name *name = name_at(roster, place);

    return name && (name_shows(name, word) || strstr(name->listed, word) ||
                    (!name->own_terms && strstr(roster->terms_folded, word)));
}

static bool cell_fits(const struct cell *cell, const struct sought_amount *amount)
{
    return cell->kind == CELL_MONEY &&
           sought_fits(amount, cell->money.minor, cell->money.currency.code,
                       cell->money.currency.digits);
}

/* Its figures must be read for that, and its days, which are a figure too. */
static bool row_fits(struct roster *roster, size_t place, const struct sought_amount *amount,
                     const char *word)
{
    bool fits = false;

    roster->searches = true;
    const struct row *row = source_row(roster, place_of(roster, place));
    roster->searches = false;

    for (int i = 0; row && i < ROSTER_COLUMNS && !fits; i++) {
        struct arena scratch = {0};
        fits = cell_fits(&row->cells[i], amount) ||
               (word && row->cells[i].kind == CELL_INT &&
                strcmp(cell_plain(&row->cells[i], &scratch), word) == 0);
        arena_done(&scratch);
    }
    return fits;
}

/* With `figures` an amount may take the place of a word. */
static bool place_fits(struct roster *roster, size_t place, const struct sought *sought,
                       bool figures)
{
    for (int i = 0; i < sought->word_count; i++) {
        bool fits = name_fits(roster, place, sought->words[i]);
        for (int k = 0; figures && k < sought->amount_count && !fits; k++)
            fits = sought->amounts[k].word == i &&
                   row_fits(roster, place, &sought->amounts[k], sought->words[i]);
        if (!fits)
            return false;
    }
    for (int k = 0; k < sought->amount_count; k++)
        if (sought->amounts[k].word < 0 && !row_fits(roster, place, &sought->amounts[k], NULL))
            return false;
    return true;
}

static bool places_search(struct roster *roster, size_t at, int direction,
                          const struct sought *sought, bool figures, size_t *found)
{
    for (size_t seen = 1; at < roster->count; at += (size_t)direction, seen++) {
        const size_t place = place_of(roster, at);
        if (seen % 256 == 0 &&
            desk_working(roster->desk, "Customers", (int64_t)seen, (int64_t)roster->count))
            return false;
        if (!place_fits(roster, place, sought, figures))
            continue;
        if (!by_owing(roster))
            jump(roster, place);
        *found = at;
        return true;
    }
    return false;
}

/* What stands in a name is found at once; figures are only read where no name has the digits. */
static bool source_search(void *self, size_t at, int direction, const struct sought *sought,
                          size_t *found)
{
    struct roster *roster = self;

    if (index_read(roster) != ERR_OK)
        return false;
    roster->desk->work_began = 0;
    return places_search(roster, at, direction, sought, false, found) ||
           (sought->amount_count > 0 && places_search(roster, at, direction, sought, true, found));
}

/* ---- open and done ---- */

enum err roster_open(struct roster *roster, struct desk *desk, enum roster_order order, bool down)
{
    size_t near = roster->first;
    int64_t count;

    roster->turned = roster->desk && (order != roster->order || down != roster->down);
    roster->desk = desk;
    roster->today = desk->session->today;
    roster->order = order;
    roster->down = down;
    roster->rows_count = 0;
    roster->index_count = 0;
    arena_reset(&roster->life);
    arena_reset(&roster->arena);
    TRY(setting_text(desk->book, "terms.default", &roster->life, &roster->terms));
    roster->terms_folded = text_fold(&roster->life, roster->terms);
    if (by_owing(roster))
        return roster_owing_read(roster);
    TRY(customer_count(desk->book, &count));
    roster->count = (size_t)count;
    /* so that the cursor finds its row again after the list was loaded anew */
    if (near > 0 && near < roster->count && !roster->turned)
        return page_to(roster, near);
    return roster->count > 0 ? page_to(roster, 0) : ERR_OK;
}

void roster_done(struct roster *roster)
{
    arena_done(&roster->arena);
    arena_done(&roster->owing_arena);
    arena_done(&roster->life);
    free(roster->index);
}

struct listbox_source roster_source(struct roster *roster)
{
    return (struct listbox_source){.count = source_count,
                                   .window = source_window,
                                   .row = source_row,
                                   .find = source_find,
                                   .search = source_search,
                                   .self = roster};
}
