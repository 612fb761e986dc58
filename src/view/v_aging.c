/* v_aging: who owes what, by age, as of any day: the report as a list that travels in time. */
#include "base/text.h"
#include "rules/aging.h"
#include "tui/term.h"
#include "view/agingtravel.h"
#include "view/views.h"

#include <string.h>

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
        else if (strcmp(column->name, "last_payment") == 0)
            column->worth = 9;
        else if (strcmp(column->name, "promise") == 0)
            column->worth = 8;
        else if (strcmp(column->name, "owner") == 0)
            column->worth = 13;
        else if (strcmp(column->name, "promise_state") == 0)
            column->worth = 45;
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

/* Whole units, rounded for the eye alone: the sums were made before. Cents are no units, but they
 * are not nothing either. */
static struct cell whole_of(struct cell cell)
{
    static const int64_t scales[] = {1, 10, 100, 1000, 10000};
    int64_t scale = scales[cell.money.currency.digits < 5 ? cell.money.currency.digits : 0];
    int64_t minor = cell.money.minor;

    if (amount_scale(minor, 1, scale, &minor) != ERR_OK)
        return cell;
    if (minor == 0 && cell.money.minor != 0)
        return cell_int(0);
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
    travel->cells[travel->count] = row->kind == ROW_DATA ? cell_drawn(bars.data) : cell_none();
    wider.cells = travel->cells;
    if (row->kind == ROW_TOTAL) {
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

/* The day must not be cut: of what the figures mean, what goes without saying is left out. */
static void means_fit(struct view *view)
{
    static const char *const shorter[][2] = {{", WHAT IF all promises are kept", ""},
                                             {", WHAT IF no promises are kept", ""},
                                             {", posted", ""},
                                             {", credits by their own date", ", credits by date"},
                                             {", credits off the oldest", ", credits netted"},
                                             {"by due date, ", "by due, "},
                                             {", known on ", ", known "},
                                             {", whole units", ", in units"},
                                             {", in units", ""}};
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

/* " --collector anna --currency EUR" in words. */
static const char *group_words(struct view *view, const char *group)
{
    const char *words = "", *next;

    for (; *group; group = next) {
        group += strlen(" --");
        next = strstr(group, " --");
        next = next ? next : group + strlen(group);
        words = arena_format(&view->arena, "%s, %s", words,
                             arena_bytes(&view->arena, group, (size_t)(next - group)));
    }
    return words;
}

static const char *title_of(const struct travel *travel)
{
    if (!*travel->promises)
        return "Aging";
    return strcmp(travel->promises, "kept") == 0 ? "WHAT IF all promises kept: aging"
                                                 : "WHAT IF no promises kept: aging";
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
    TRY(words_split(travel_line(view), &view->arena, &words, &count, session->note));
    TRY(command_words(count, words, &command, &used, session->note));
    args_init(&args, command, &view->arena, &session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, session->note));
    /* behind the filter: it means the exact figures, and the total is that of its rows */
    struct sink sink = view_sink(view);
    travel->behind = view->behind;
    view->behind = (struct sink){bar_head, bar_row, bar_foot, view};
    TRY(command_run(session, &args, &view->arena, &sink, NULL, &outcome));
    view->where = arena_format(&view->arena, "%s as of %s%s", title_of(travel),
                               date_iso(travel_day(view), day), group_words(view, travel->group));
    view->means = arena_format(&view->arena, "%s%s", view->table.head.subtitle,
                               travel->whole ? ", whole units" : "");
    /* the day is said at the left already */
    const char *comma = strchr(view->means, ',');
    if (strncmp(view->means, "as of ", 6) == 0 && comma)
        view->means = comma + 2;
    means_fit(view);
    return ERR_OK;
}

const struct view_class view_aging = {
    .name = "aging",
    .title = "Aging",
    .help = "who owes what, by age, as of any day",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct travel),
    .opens = "drill",
    .empty = "Nobody owed anything on this day.",
    .words = travel_words,
    .by_width = true,
    .start = travel_start,
    .load = load,
    .twin = travel_line,
};
