/* v_aging: who owes what, by age, as of any day: the report as a list that travels in time. */
#include "base/text.h"
#include "ledger/book.h"
#include "rules/aging.h"
#include "tui/term.h"
#include "view/views.h"

#include <string.h>

#define COLUMNS_MAX 40
#define WIDE 100 /* from here on cents and a wider name fit */
#define NAME_NARROW 14

struct travel {
    struct date day;
    const char *basis, *credits, *by, *buckets;
    const char *group; /* the group that was entered: "collector anna", "" = all */
    /* of the load */
    struct sink behind;
    struct column columns[COLUMNS_MAX];
    struct cell cells[COLUMNS_MAX];
    int count, first, unapplied, total, name; /* columns; the buckets are [first, unapplied) */
    bool whole, mixed;                        /* whole units; rows of two currencies */
    struct cell sums[COLUMNS_MAX];
};

/* In order of worth: total, current, 1-30, over 90, unapplied, 31-60, 61-90 (SCREENS.md). */
static int bucket_worth(const struct travel *travel, int column)
{
    int bucket = column - travel->first, last = travel->unapplied - travel->first - 1;

    if (bucket == 0)
        return 1;
    if (bucket == 1)
        return 2;
    return bucket == last ? 3 : 4 + bucket;
}

static void columns_weigh(struct travel *travel)
{
    for (int i = 0; i < travel->count; i++) {
        struct column *column = &travel->columns[i];
        if (i >= travel->first && i < travel->unapplied)
            column->worth = bucket_worth(travel, i);
        else if (i == travel->unapplied)
            column->worth = 4;
        else if (i == travel->total)
            column->worth = 0;
        else if (strcmp(column->name, "name") == 0)
            column->width = travel->whole ? NAME_NARROW : 0;
        else if (strcmp(column->name, "currency") == 0)
            column->worth = 12;
        else if (strcmp(column->name, "disputed") == 0)
            column->worth = 14;
    }
}

static enum err bar_head(void *self, const struct table_head *head)
{
    struct view *view = self;
    struct travel *travel = view->state;
    struct table_head wider = *head;

    must(head->count + 1 < COLUMNS_MAX);
    memcpy(travel->columns, head->columns, (size_t)head->count * sizeof *head->columns);
    travel->count = head->count;
    travel->unapplied = table_column(head, "unapplied");
    travel->total = table_column(head, "total");
    travel->name = strcmp(travel->by, "customer") == 0 ? table_column(head, "name") : -1;
    travel->first = table_column(head, "currency") + 1;
    columns_weigh(travel);
    travel->mixed = false;
    for (int i = 0; i < COLUMNS_MAX; i++)
        travel->sums[i] = cell_none();
    travel->columns[head->count] = (struct column){
        .name = "bars", .title = "", .kind = CELL_BAR, .worth = 11, .flags = COLUMN_SCREEN};
    wider.columns = travel->columns;
    wider.count = head->count + 1;
    return travel->behind.head(travel->behind.self, &wider);
}

/* Whole units, rounded for the eye alone: the sums were made before. */
static struct cell whole_of(struct cell cell)
{
    static const int64_t scales[] = {1, 10, 100, 1000, 10000};
    int64_t scale = scales[cell.money.currency.digits < 5 ? cell.money.currency.digits : 0];
    int64_t minor = cell.money.minor;

    if (amount_scale(minor, 1, scale, &minor) != ERR_OK)
        return cell;
    cell.money.minor = minor;
    cell.money.currency.digits = 0;
    return cell;
}

/* Of what is exact: a sum of rounded figures would not be the total. */
static void sum_add(struct travel *travel, int column, const struct cell *cell)
{
    struct cell *sum = &travel->sums[column];

    if (cell->kind != CELL_MONEY)
        return;
    if (sum->kind == CELL_NONE)
        *sum = *cell;
    else if (!currency_is(sum->money.currency, cell->money.currency) ||
             amount_add(sum->money.minor, cell->money.minor, &sum->money.minor) != ERR_OK)
        travel->mixed = true;
}

static enum err bar_row(void *self, const struct row *row)
{
    struct view *view = self;
    struct travel *travel = view->state;
    struct row wider = *row;
    int64_t values[BUCKETS_MAX];
    int count = 0;

    for (int i = 0; i < travel->count; i++) {
        travel->cells[i] = row->cells[i];
        if (row->kind == ROW_DATA)
            sum_add(travel, i, &row->cells[i]);
        if (i >= travel->first && i < travel->unapplied && count < BUCKETS_MAX)
            values[count++] = row->cells[i].kind == CELL_MONEY ? row->cells[i].money.minor : 0;
        if (travel->whole && row->cells[i].kind == CELL_MONEY)
            travel->cells[i] = whole_of(row->cells[i]);
    }
    struct buf bars;
    buf_init(&bars, 200);
    spark_text(&bars, values, count, term_is_utf8());
    travel->cells[travel->count] =
        row->kind == ROW_DATA ? (struct cell){.kind = CELL_BAR, {.text = bars.data}} : cell_none();
    wider.cells = travel->cells;
    if (row->kind == ROW_TOTAL) {
        /* one of several, a currency each: none of them is the total of the list */
        wider.kind = ROW_SUBTOTAL;
        if (travel->name >= 0) {
            travel->cells[0] = cell_none();
            travel->cells[travel->name] = cell_text("Total");
        }
    }
    enum err e = travel->behind.row(travel->behind.self, &wider);
    buf_done(&bars);
    return e;
}

static enum err bar_foot(void *self, const char *proof)
{
    struct travel *travel = ((struct view *)self)->state;
    struct row total = {ROW_TOTAL, 0, ' ', travel->sums};

    if (travel->whole && !travel->mixed && travel->sums[travel->total].kind == CELL_MONEY) {
        for (int i = 0; i < travel->count; i++)
            if (travel->sums[i].kind == CELL_MONEY)
                travel->sums[i] = whole_of(travel->sums[i]);
        travel->sums[travel->name >= 0 ? travel->name : 0] = cell_text("Total");
        TRY(travel->behind.row(travel->behind.self, &total));
    }
    return travel->behind.foot(travel->behind.self, proof);
}

static const char *twin(struct view *view)
{
    const struct travel *travel = view->state;
    struct arena *arena = &view->desk->arena;
    char day[DATE_TEXT];
    const char *line = arena_format(arena, "report aging --as-of %s", date_iso(travel->day, day));

    if (strcmp(travel->basis, "due") != 0)
        line = arena_format(arena, "%s --basis %s", line, travel->basis);
    if (strcmp(travel->buckets, BUCKETS_DEFAULT) != 0)
        line =
            arena_format(arena, "%s --buckets %s", line, desk_word_quoted(travel->buckets, arena));
    if (strcmp(travel->credits, "own") != 0)
        line = arena_format(arena, "%s --credits %s", line, travel->credits);
    if (strcmp(travel->by, "customer") != 0)
        line = arena_format(arena, "%s --by %s", line, travel->by);
    return arena_format(arena, "%s%s", line, travel->group);
}

/* The day must not be cut: of what the figures mean, what goes without saying is left out. */
static void means_fit(struct view *view)
{
    static const char *const shorter[][2] = {{", posted", ""},
                                             {", credits by their own date", ", credits by date"},
                                             {", credits off the oldest", ", credits netted"},
                                             {", whole units", ", whole"}};
    const int room = term_columns() - 4 - text_width(view->where);

    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++) {
        const char *at = strstr(view->means, shorter[i][0]);
        if (text_width(view->means) <= room)
            return;
        if (at)
            view->means = arena_format(
                &view->arena, "%s%s%s",
                arena_bytes(&view->arena, view->means, (size_t)(at - view->means)), shorter[i][1],
                at + strlen(shorter[i][0]));
    }
}

/* " --collector anna" in words. */
static const char *group_words(struct view *view, const char *group)
{
    return *group ? arena_format(&view->arena, ", %s", group + strlen(" --")) : "";
}

static enum err load(struct view *view)
{
    struct travel *travel = view->state;
    struct session *session = view->desk->session;
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words, day[DATE_TEXT];
    int count, used;

    travel->whole = term_columns() < WIDE;
    TRY(words_split(twin(view), &view->arena, &words, &count, session->note));
    TRY(command_words(count, words, &command, &used, session->note));
    args_init(&args, command, &view->arena, &session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, session->note));
    /* behind the filter: it means the exact figures, and the total is that of its rows */
    struct sink sink = view_sink(view);
    travel->behind = view->behind;
    view->behind = (struct sink){bar_head, bar_row, bar_foot, view};
    TRY(command_run(session, &args, &view->arena, &sink, NULL, &outcome));
    view->where =
        arena_format(&view->arena, "Aging as of %s%s", date_iso(travel->day, day),
                     group_words(view, travel->group));
    view->means = arena_format(&view->arena, "%s%s", view->table.head.subtitle,
                               travel->whole ? ", whole units" : "");
    /* the day is said at the left already */
    const char *comma = strchr(view->means, ',');
    if (strncmp(view->means, "as of ", 6) == 0 && comma)
        view->means = comma + 2;
    means_fit(view);
    return ERR_OK;
}

static enum err start(struct view *view)
{
    struct travel *travel = view->state;

    travel->day = view->desk->session->today;
    if (*view->about)
        TRY(date_parse(view->about, &view->desk->session->habit, travel->day, &travel->day,
                       view->desk->session->note));
    travel->basis = "due";
    travel->credits = "own";
    travel->by = "customer";
    travel->buckets = BUCKETS_DEFAULT;
    travel->group = "";
    return ERR_OK;
}

/* ---- time travel ---- */

static unsigned travel_to(struct view *view, struct date day)
{
    struct travel *travel = view->state;

    if (!date_is(day))
        return REACT_USED | REACT_BEEP;
    travel->day = day;
    return REACT_USED | REACT_RELOAD;
}

static unsigned month_go(struct view *view, int by)
{
    struct travel *travel = view->state;
    int month = date_month(travel->day);
    struct date end = date_month_last(month);

    /* from within a month, back is the end of the one before, forward its own end */
    if (by > 0 && travel->day.day < end.day)
        by--;
    return travel_to(view, date_month_last(month + by));
}

static unsigned month_back(struct view *view)
{
    return month_go(view, -1);
}

static unsigned month_forward(struct view *view)
{
    return month_go(view, 1);
}

static unsigned year_back(struct view *view)
{
    struct travel *travel = view->state;
    return travel_to(view, date_add_months(travel->day, -12));
}

static unsigned year_forward(struct view *view)
{
    struct travel *travel = view->state;
    return travel_to(view, date_add_months(travel->day, 12));
}

static unsigned to_today(struct view *view)
{
    return travel_to(view, view->desk->session->today);
}

static unsigned to_day(struct view *view)
{
    struct travel *travel = view->state;
    struct desk *desk = view->desk;
    char old[DATE_TEXT];
    const char *text;
    struct date day;

    if (!desk_line(desk, "Aging as of:", date_iso(travel->day, old), false, &text))
        return REACT_USED;
    if (date_parse(text, &desk->session->habit, desk->session->today, &day, desk->session->note) !=
        ERR_OK) {
        desk_say_failure(desk, ERR_INPUT);
        return REACT_USED;
    }
    return travel_to(view, day);
}

/* ---- what the figures mean ---- */

static const char *next_of(const char *const *words, const char *now)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], now) == 0 && words[i + 1])
            return words[i + 1];
    return words[0];
}

static unsigned basis_turn(struct view *view)
{
    static const char *const bases[] = {"due", "invoice", NULL};
    struct travel *travel = view->state;

    travel->basis = next_of(bases, travel->basis);
    return REACT_USED | REACT_RELOAD;
}

static unsigned credits_turn(struct view *view)
{
    static const char *const places[] = {"own", "bucket", "oldest", NULL};
    struct travel *travel = view->state;

    travel->credits = next_of(places, travel->credits);
    return REACT_USED | REACT_RELOAD;
}

static unsigned group_choose(struct view *view)
{
    static const struct choice ways[] = {
        {.code = "customer", .text = "one row a customer"},
        {.code = "collector", .text = "one row a collector"},
        {.code = "parent", .text = "one row a family of customers"},
        {.code = "currency", .text = "one row a currency"},
        {.code = "salesperson", .text = "one row a salesperson"},
        {.code = "terms", .text = "one row for each terms"},
        {.code = "class", .text = "one row a class of customers"},
    };
    struct travel *travel = view->state;
    struct choice chosen;

    if (!desk_choose(view->desk, "Group by:", ways, sizeof ways / sizeof *ways, &chosen))
        return REACT_USED;
    travel->by = chosen.code;
    travel->group = "";
    return REACT_USED | REACT_RELOAD;
}

static unsigned buckets_choose(struct view *view)
{
    static const struct choice sets[] = {
        {.code = BUCKETS_DEFAULT, .text = "thirty days each"},
        {.code = "0,15,30,45,60,90", .text = "finer, for short terms"},
        {.code = "0,7,14,30", .text = "weeks"},
        {.code = "0,60,120,180", .text = "sixty days each"},
        {.code = "0,90,180,365", .text = "quarters and a year"},
        {.code = "months", .text = "calendar months"},
    };
    struct travel *travel = view->state;
    struct choice chosen;

    if (!desk_choose(view->desk, "Buckets:", sets, sizeof sets / sizeof *sets, &chosen))
        return REACT_USED;
    travel->buckets = chosen.code;
    return REACT_USED | REACT_RELOAD;
}

/* A customer's items on that day; of a group, its customers. */
static unsigned drill(struct view *view)
{
    struct travel *travel = view->state;
    struct desk *desk = view->desk;
    char day[DATE_TEXT];
    const char *customer = view_cell(view, "customer"), *group;
    const char *which = strcmp(travel->by, "collector") == 0  ? "collector"
                        : strcmp(travel->by, "currency") == 0 ? "currency"
                                                              : NULL;
    if (strcmp(travel->by, "customer") == 0 || !which) {
        if (customer && *customer)
            desk_run(desk, arena_format(&desk->arena, "go items %s %s",
                                        desk_word_quoted(customer, &desk->arena),
                                        date_iso(travel->day, day)));
        return REACT_USED;
    }
    group = view_cell(view, which);
    if (!group || !*group)
        group = customer;
    if (!group || !*group)
        return REACT_USED | REACT_BEEP;
    travel->group =
        arena_format(&view->life, " --%s %s", which, desk_word_quoted(group, &desk->arena));
    travel->by = "customer";
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"month back", "the month end before", month_back},
    {"month forward", "the next month end", month_forward},
    {"year back", "a year earlier", year_back},
    {"year forward", "a year later", year_forward},
    {"today", "today", to_today},
    {"day", "another day", to_day},
    {"basis", "age from the due date, or from the invoice date", basis_turn},
    {"credits", "credits in their own column, in their bucket, or off the oldest", credits_turn},
    {"group", "one row a customer, collector, currency ...", group_choose},
    {"buckets", "other columns of age", buckets_choose},
    {"drill", "what the row is made of", drill},
    {0},
};

const struct view_class view_aging = {
    .name = "aging",
    .title = "Aging",
    .help = "who owes what, by age, as of any day",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct travel),
    .opens = "drill",
    .empty = "Nobody owed anything on this day.",
    .words = words,
    .by_width = true,
    .start = start,
    .load = load,
    .twin = twin,
};
