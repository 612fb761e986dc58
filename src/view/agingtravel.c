#include "view/agingtravel.h"

#include "app/recall.h"
#include "ledger/book.h"
#include "ledger/savedview.h"
#include "rules/aging.h"
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>

#define WIDER 120 /* from here on last payment and promise have room */

struct date travel_day(struct view *view)
{
    const struct travel *travel = view->state;

    return date_is(travel->day) ? travel->day : view->desk->session->today;
}

/* ---- the command that shows it ---- */

/* They cost a look at all payments, so they are read where they are seen or asked about. */
static bool wants_more(struct view *view)
{
    static const char *const names[] = {"last_payment", "last paid", "promise"};
    const struct travel *travel = view->state;

    if (strcmp(travel->by, "customer") != 0)
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if ((view->where_text && strstr(view->where_text, names[i])) ||
            strstr(travel->sort, names[i]))
            return true;
    return term_columns() >= WIDER;
}

static const char *with(struct arena *arena, const char *line, const char *name, const char *value,
                        const char *usual)
{
    return strcmp(value, usual) == 0
               ? line
               : arena_format(arena, "%s --%s %s", line, name, desk_word_quoted(value, arena));
}

/* Without its day when that is today's, a saved list is always of the day. */
static const char *line_of(struct view *view, bool whole)
{
    const struct travel *travel = view->state;
    struct arena *arena = &view->desk->arena;
    char day[DATE_TEXT];
    const char *line = "report aging";

    if (whole && travel->said && travel->day.day == travel->said_day.day)
        line = with(arena, line, "as-of", travel->said, "");
    else if (!whole || date_is(travel->day))
        line = arena_format(arena, "%s --as-of %s", line, date_iso(travel_day(view), day));
    line = with(arena, line, "known-on", date_iso(travel->known_on, day), "");
    line = with(arena, line, "by-date", travel->by_date, "posted");
    line = with(arena, line, "basis", travel->basis, "due");
    line = with(arena, line, "buckets", travel->buckets, BUCKETS_DEFAULT);
    line = with(arena, line, "credits", travel->credits, "own");
    line = with(arena, line, "by", travel->by, "customer");
    line = with(arena, line, "promises", travel->promises, "");
    if (whole && wants_more(view))
        line = arena_format(arena, "%s --more", line);
    line = arena_format(arena, "%s%s", line, travel->group);
    return whole ? with(arena, line, "sort", travel->sort, "") : line;
}

const char *travel_line(struct view *view)
{
    return line_of(view, true);
}

/* ---- how it begins ---- */

static const char *taken(struct view *view, const struct args *args, const char *name,
                         const char *otherwise)
{
    return args_given(args, name) ? arena_text(&view->life, args_get(args, name)) : otherwise;
}

static void where_take(struct view *view, const char *where)
{
    const size_t len = strlen(where) + 1;

    if (len == 1)
        return;
    view->where_text = mem_new(len, 1);
    memcpy(view->where_text, where, len);
}

/* Arguments that no key turns stay as they are: whose items, and the like. */
static void rest_take(struct view *view, const struct args *args)
{
    static const char *const turned[] = {"as-of",   "known-on", "by-date", "basis",
                                         "buckets", "credits",  "by",      "promises",
                                         "more",    "sort",     "where",   NULL};
    struct travel *travel = view->state;

    for (const struct arg *arg = args->command->args; arg->name; arg++) {
        int i = 0;
        while (turned[i] && strcmp(turned[i], arg->name) != 0)
            i++;
        if (turned[i] || !args_given(args, arg->name))
            continue;
        travel->group =
            arg->kind == ARG_FLAG
                ? arena_format(&view->life, "%s --%s", travel->group, arg->name)
                : arena_format(&view->life, "%s --%s %s", travel->group, arg->name,
                               desk_word_quoted(args_get(args, arg->name), &view->life));
    }
}

/* From a line, or from the list that was saved under a name. */
static enum err line_take(struct view *view, const char *text)
{
    struct travel *travel = view->state;
    struct savedview saved;
    struct args args;

    if (strncmp(text, "report aging", 12) != 0) {
        TRY(savedview_find(view->desk->book, text, view->desk->session->actor, &view->life,
                           &saved));
        if (!saved.id)
            return fail(view->desk->session->note, ERR_MISSING, "no list is saved as %.50s", text);
        text = saved.line;
    }
    TRY(recall_parse(view->desk->session, text, &view->life, &args));
    if (args.command != command_find("report", "aging"))
        return fail(view->desk->session->note, ERR_USAGE,
                    "%.50s is no aging: `view show %.50s` opens it", view->extra, view->extra);
    travel->day = args_date(&args, "as-of", travel->day);
    travel->said = args_day_said(&args, "as-of");
    travel->said_day = travel->day;
    travel->known_on = args_date(&args, "known-on", DATE_NONE);
    travel->by_date = taken(view, &args, "by-date", travel->by_date);
    travel->basis = taken(view, &args, "basis", travel->basis);
    travel->credits = taken(view, &args, "credits", travel->credits);
    travel->by = taken(view, &args, "by", travel->by);
    travel->buckets = taken(view, &args, "buckets", travel->buckets);
    travel->promises = taken(view, &args, "promises", travel->promises);
    travel->sort = taken(view, &args, "sort", travel->sort);
    where_take(view, taken(view, &args, "where", ""));
    rest_take(view, &args);
    return ERR_OK;
}

enum err travel_start(struct view *view)
{
    struct travel *travel = view->state;
    struct session *session = view->desk->session;

    *travel = (struct travel){.day = DATE_NONE,
                              .known_on = DATE_NONE,
                              .basis = "due",
                              .by_date = "posted",
                              .credits = "own",
                              .by = "customer",
                              .buckets = BUCKETS_DEFAULT,
                              .promises = "",
                              .group = "",
                              .sort = ""};
    if (*view->about)
        TRY(date_parse(view->about, &session->habit, session->today, &travel->day, session->note));
    return *view->extra ? line_take(view, view->extra) : ERR_OK;
}

/* ---- time travel ---- */

static unsigned travel_to(struct view *view, struct date day)
{
    struct travel *travel = view->state;

    if (!date_is(day))
        return REACT_USED | REACT_BEEP;
    if (*travel->promises && day.day < view->desk->session->today.day) {
        travel->promises = "";
        desk_say(view->desk, STYLE_NORMAL, "What-if looks ahead; this day is as the books stand.");
    }
    travel->day = day;
    return REACT_USED | REACT_RELOAD;
}

static unsigned month_go(struct view *view, int by)
{
    const struct date day = travel_day(view);
    int month = date_month(day);
    struct date end = date_month_last(month);

    /* from within a month, back is the end of the one before, forward its own end */
    if (by > 0 && day.day < end.day)
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
    return travel_to(view, date_add_months(travel_day(view), -12));
}

static unsigned year_forward(struct view *view)
{
    return travel_to(view, date_add_months(travel_day(view), 12));
}

static unsigned day_back(struct view *view)
{
    return travel_to(view, date_add(travel_day(view), -1));
}

static unsigned day_forward(struct view *view)
{
    return travel_to(view, date_add(travel_day(view), 1));
}

/* And today it stays, when the day is over. */
static unsigned to_today(struct view *view)
{
    ((struct travel *)view->state)->day = DATE_NONE;
    return REACT_USED | REACT_RELOAD;
}

/* A day, or NONE where nothing is typed; what is no day stays there to be mended. */
static bool day_asked(struct view *view, const char *label, struct date old, struct date *out)
{
    struct desk *desk = view->desk;
    char day[DATE_TEXT];
    const char *text = date_iso(old, day);

    while (desk_line(desk, label, text, false, &text)) {
        *out = DATE_NONE;
        if (!*text || date_parse(text, &desk->session->habit, desk->session->today, out,
                                 desk->session->note) == ERR_OK)
            return true;
        label = "No day; one is 2026-11-22:";
    }
    return false;
}

static unsigned to_day(struct view *view)
{
    struct date day;

    if (!day_asked(view, "Aging as of:", travel_day(view), &day) || !date_is(day))
        return REACT_USED;
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

static unsigned by_date_turn(struct view *view)
{
    static const char *const days[] = {"posted", "effective", NULL};
    struct travel *travel = view->state;

    travel->by_date = next_of(days, travel->by_date);
    desk_say(view->desk, STYLE_NORMAL,
             strcmp(travel->by_date, "posted") == 0
                 ? "By the day in the general ledger."
                 : "By the true day; what was posted later is said below as late facts.");
    return REACT_USED | REACT_RELOAD;
}

/* A second day: what somebody saw who looked on that evening. */
static unsigned known_on_ask(struct view *view)
{
    struct travel *travel = view->state;
    struct date day;

    if (!day_asked(view, "As known on (empty: all that is known):", travel->known_on, &day))
        return REACT_USED;
    travel->known_on = day;
    if (date_is(travel->known_on))
        travel->promises = "";
    return REACT_USED | REACT_RELOAD;
}

static unsigned what_if_turn(struct view *view)
{
    static const char *const ways[] = {"", "kept", "none", NULL};
    struct travel *travel = view->state;
    struct desk *desk = view->desk;

    if (travel_day(view).day < desk->session->today.day || date_is(travel->known_on)) {
        desk_say(desk, STYLE_ERROR,
                 "What-if looks ahead: go to a day from today on first, as all "
                 "of it is known.");
        return REACT_USED | REACT_BEEP;
    }
    travel->promises = next_of(ways, travel->promises);
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
        {.code = "country", .text = "one row a country"},
    };
    struct travel *travel = view->state;
    struct choice chosen;

    if (!desk_choose(view->desk, "Group by:", ways, sizeof ways / sizeof *ways, &chosen))
        return REACT_USED;
    travel->by = chosen.code;
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

/* ---- deeper ---- */

/* Which of the command's arguments keeps a group of rows. */
static const char *part_of(const char *by)
{
    return strcmp(by, "parent") == 0 ? "family" : by;
}

/* The items as the figures saw them: the list of items knows one day only. */
static void items_open(struct view *view, const char *customer)
{
    const struct travel *travel = view->state;
    struct desk *desk = view->desk;
    const char *code = desk_word_quoted(customer, &desk->arena);
    char day[DATE_TEXT];

    if (!date_is(travel->known_on) && strcmp(travel->by_date, "posted") == 0 && !*travel->promises)
        desk_run(desk, arena_format(&desk->arena, "go items %s %s", code,
                                    date_iso(travel_day(view), day)));
    else
        desk_run(desk, arena_format(&desk->arena, "%s --detail --customer %s", line_of(view, false),
                                    code));
}

/* A customer's items on that day; of a group, its customers, on a screen of their own. */
static unsigned drill(struct view *view)
{
    struct travel *travel = view->state;
    struct desk *desk = view->desk;
    const char *key = view_cell(view, "customer"), *by = travel->by;

    if (!key || !*key)
        return REACT_USED;
    if (strcmp(by, "customer") == 0) {
        items_open(view, key);
        return REACT_USED;
    }
    if (strcmp(by, "parent") == 0 && strcmp(key, "(none)") == 0) {
        desk_say(desk, STYLE_NORMAL,
                 "Nobody is known yet whose money this is; see `go payments '' open`.");
        return REACT_USED;
    }
    travel->by = "customer";
    const char *line = arena_format(&desk->arena, "%s --%s %s", line_of(view, false), part_of(by),
                                    desk_word_quoted(key, &desk->arena));
    travel->by = by;
    desk_say_failure(desk, desk_push(desk, view->class, "", line));
    return REACT_USED;
}

const struct view_word travel_words[] = {
    {"day back", "the day before", day_back},
    {"day forward", "the next day", day_forward},
    {"month back", "the month end before", month_back},
    {"month forward", "the next month end", month_forward},
    {"year back", "a year earlier", year_back},
    {"year forward", "a year later", year_forward},
    {"today", "today", to_today},
    {"day", "another day", to_day},
    {"known on", "only what was recorded by the end of a day", known_on_ask},
    {"effective or posted", "by the true day, or by that in the general ledger", by_date_turn},
    {"basis", "age from the due date, or from the invoice date", basis_turn},
    {"credits", "credits in their own column, in their bucket, or off the oldest", credits_turn},
    {"what if", "of a day to come: all promises are kept, none is, or as the books stand",
     what_if_turn},
    {"group", "one row a customer, collector, currency ...", group_choose},
    {"buckets", "other columns of age", buckets_choose},
    {"drill", "what the row is made of", drill},
    {0},
};
