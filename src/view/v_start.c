/* v_start: what is owed to us, how old it is, and what there is to do today. */
#include "base/chart.h"
#include "base/text.h"
#include "ledger/agingscan.h"
#include "ledger/approval.h"
#include "ledger/batch.h"
#include "ledger/beside.h"
#include "ledger/book.h"
#include "ledger/control.h"
#include "ledger/dispute.h"
#include "ledger/erase.h"
#include "ledger/period.h"
#include "ledger/proof.h"
#include "ledger/recurring.h"
#include "ledger/setting.h"
#include "report/r_worklist.h"
#include "rules/aging.h"
#include "tui/term.h"
#include "view/views.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define WEEK_DAYS 7
#define YEAR_MONTHS 12
#define YEAR_ROWS 30 /* of a terminal that has a row for it */
#define TODAY_MAX 8
#define NAME_CELLS 10
#define FIGURE_CELLS 18 /* more when a sum has more */

struct todo {
    const char *text; /* "4 payments unapplied for more than 2 days" */
    int64_t amount;
    const char *go; /* what Enter runs */
    char mark;
};

struct start {
    struct date today;
    struct currency currency; /* of the book: all figures are in it */
    struct bucket_set set;
    int64_t gross, unapplied, overdue, due_week, disputed;
    int64_t buckets[BUCKETS_MAX];
    const char *year; /* what was owed at the ends of twelve months, drawn; NULL = no room */
    int64_t old_unapplied, unidentified;
    int old_unapplied_count, unidentified_count, dispute_count, dispute_late;
    int unapplied_days;
    struct beside beside;           /* receipts in hand, dated ahead */
    const char *batches, *batch_go; /* "1 batch open (anna, 14 of 32 entered)"; NULL = none is */
    int64_t batched;                /* entered in them, of those in the book's currency */
    struct worklist_summary calls;
    int waits, own_waits; /* approvals: of others, which one may decide on; one's own */
    int64_t waits_base, own_base;
    int erasures;           /* that others asked for and one may do */
    const char *erasure_go; /* to the customer of the oldest */
    int recurring; /* invoices that come again and are due */
    int64_t seen;
    struct todo todo[TODAY_MAX];
    int todo_count, at;
};

/* ---- figures ---- */

static enum err item_take(void *self, const struct aging_item *item)
{
    struct view *view = self;
    struct start *start = view->state;
    int64_t base = item->open_base;

    if (++start->seen % 4096 == 0 && desk_working(view->desk, "Open items", start->seen, 0))
        return fail(view->desk->session->note, ERR_CANCELLED, "stopped");
    if (base <= 0) {
        if (start->today.day - item->posted.day > start->unapplied_days) {
            start->old_unapplied_count++;
            TRY(amount_sub(start->old_unapplied, base, &start->old_unapplied));
        }
        return amount_sub(start->unapplied, base, &start->unapplied);
    }
    int days = aging_days(start->today, item->due);
    int64_t *bucket = &start->buckets[bucket_of(&start->set, days)];
    TRY(amount_add(*bucket, base, bucket));
    TRY(amount_add(start->gross, base, &start->gross));
    if (days > 0)
        return amount_add(start->overdue, base, &start->overdue);
    if (days > -WEEK_DAYS)
        return amount_add(start->due_week, base, &start->due_week);
    return ERR_OK;
}

static enum err unidentified_take(void *self, const struct aging_item *item)
{
    struct view *view = self;
    struct start *start = view->state;

    start->unidentified_count++;
    return amount_sub(start->unidentified, item->open_base, &start->unidentified);
}

static enum err disputes_sum(struct view *view, struct start *start)
{
    struct book *book = view->desk->book;
    struct dispute *cases;
    int64_t last = 0;
    int count;

    TRY(dispute_list(book, 0, true, &view->arena, &cases, &count));
    start->dispute_count = count;
    start->dispute_late = 0;
    for (int i = 0; i < count; i++) {
        struct item item;
        int64_t disputed, open;
        start->dispute_late += date_is(cases[i].due) && cases[i].due.day < start->today.day;
        if (cases[i].item_id == last) /* two cases on one item are counted together */
            continue;
        last = cases[i].item_id;
        TRY(item_get(book, last, &view->arena, &item));
        TRY(item_open_on(book, &item, start->today, &open));
        if (open <= 0)
            continue;
        TRY(item_disputed(book, last, start->today, open, &disputed));
        TRY(amount_scale(disputed, item.base, item.amount, &disputed));
        TRY(amount_add(start->disputed, disputed, &start->disputed));
    }
    return ERR_OK;
}

static enum err batches_look(struct view *view, struct start *start)
{
    struct arena *arena = &view->arena;
    struct batch *list;
    int count;

    TRY(batches(view->desk->book, true, arena, &list, &count));
    if (count == 0)
        return ERR_OK;
    for (int i = 0; i < count; i++)
        if (currency_is(list[i].currency, start->currency))
            start->batched += list[i].entered;
    start->batches =
        count > 1 ? arena_format(arena, "%d batches open", count)
                  : arena_format(arena, "1 batch open (%s, %lld of %lld entered)", list[0].actor,
                                 (long long)list[0].lines, (long long)list[0].count);
    start->batch_go = count > 1 ? "go batches" : arena_format(arena, "go batch %s", list[0].number);
    return ERR_OK;
}

/* What waits for an approval: for who sits here, or of what that person asked for. */
static enum err approvals_look(struct view *view, struct start *start)
{
    const struct session *session = view->desk->session;
    const struct approval_query query = {.open = true, .to = DATE_NONE};
    struct approval *list;
    int count;

    TRY(approval_list(view->desk->book, &query, &view->arena, &list, &count));
    for (int i = 0; i < count; i++) {
        const bool own = strcmp(list[i].maker, session->actor) == 0;
        if (own) {
            start->own_waits++;
            TRY(amount_add(start->own_base, list[i].base, &start->own_base));
        } else if (role_may(session->roles, ROLE_COORDINATOR)) {
            start->waits++;
            TRY(amount_add(start->waits_base, list[i].base, &start->waits_base));
        }
    }
    return ERR_OK;
}

static enum err erasures_look(struct view *view, struct start *start)
{
    const struct session *session = view->desk->session;
    struct erase_wish *list;
    int count;

    if (!role_may(session->roles, ROLE_MANAGER))
        return ERR_OK;
    TRY(erase_wishes(view->desk->book, 0, &view->arena, &list, &count));
    for (int i = count; i-- > 0;)
        if (strcmp(list[i].maker, session->actor) != 0) {
            start->erasures++;
            start->erasure_go = arena_format(&view->arena, "go customer %s", list[i].code);
        }
    return ERR_OK;
}

static void todo_add(struct start *start, char mark, const char *text, int64_t amount,
                     const char *go)
{
    if (start->todo_count < TODAY_MAX)
        start->todo[start->todo_count++] = (struct todo){text, amount, go, mark};
}

static const char *counted(struct arena *arena, int count, const char *one, const char *many)
{
    return arena_format(arena, "%d %s", count, count == 1 ? one : many);
}

static void todo_make(struct view *view, struct start *start)
{
    struct arena *arena = &view->arena;
    char day[DATE_TEXT];

    if (start->waits)
        todo_add(start, '!',
                 counted(arena, start->waits, "approval waits for you", "approvals wait for you"),
                 start->waits_base, "go approvals");
    if (start->own_waits)
        todo_add(start, ' ',
                 counted(arena, start->own_waits, "of your entries waits for an approval",
                         "of your entries wait for an approval"),
                 start->own_base, "go approvals");
    if (start->erasures)
        todo_add(start, '!',
                 counted(arena, start->erasures, "customer to be erased, asked for by another",
                         "customers to be erased, asked for by others"),
                 0, start->erasure_go);
    if (start->calls.broken)
        todo_add(start, '!',
                 counted(arena, start->calls.broken, "promise broken", "promises broken"),
                 start->calls.broken_amount, "go worklist");
    if (start->calls.to_call)
        todo_add(start, '!',
                 counted(arena, start->calls.to_call, "customer to call", "customers to call"),
                 start->calls.overdue, "go worklist");
    if (start->unidentified_count)
        todo_add(start, '!',
                 counted(arena, start->unidentified_count, "payment of which nobody knows whose",
                         "payments of which nobody knows whose"),
                 start->unidentified, "go payments '' open");
    if (start->old_unapplied_count)
        todo_add(start, ' ',
                 arena_format(arena, "%s unapplied for more than %d days",
                              counted(arena, start->old_unapplied_count, "credit", "credits"),
                              start->unapplied_days),
                 start->old_unapplied, "go payments '' open");
    if (start->beside.receipts)
        todo_add(start, ' ',
                 arena_format(arena, "%s, next on %s",
                              counted(arena, (int)start->beside.receipts, "receipt in hand",
                                      "receipts in hand"),
                              date_iso(start->beside.next, day)),
                 start->beside.in_hand, "go payments '' open");
    if (start->dispute_count) {
        const char *open =
            counted(arena, start->dispute_count, "dispute is open", "disputes are open");
        todo_add(start, start->dispute_late ? '!' : '*',
                 start->dispute_late
                     ? arena_format(arena, "%s, %d past the due day", open, start->dispute_late)
                     : open,
                 start->disputed, "go disputes");
    }
    if (start->recurring)
        todo_add(start, ' ',
                 counted(arena, start->recurring, "recurring invoice is due",
                         "recurring invoices are due"),
                 0, "go recurringdue");
    if (start->batches)
        todo_add(start, ' ', start->batches, start->batched, start->batch_go);
    if (start->todo_count == 0)
        todo_add(start, ' ', "Nothing waits.", 0, "go customers");
}

static const char *shown(struct view *view, int64_t minor)
{
    const struct start *start = view->state;
    char text[MONEY_TEXT];

    return arena_text(&view->arena, money_show(money_of(minor, start->currency),
                                               &view->desk->session->notation, text));
}

static enum err proof_make(struct view *view, const struct start *start)
{
    struct proof_line line;
    const char *period = "";

    TRY(period_words(view->desk->book, start->today, &view->arena, &period));
    TRY(proof_control(view->desk->book, start->today, &line));
    view->proof =
        arena_format(&view->arena, "Sub-ledger %s  control %s  difference %s%s%s  journal %" PRId64,
                     shown(view, line.subledger), shown(view, line.control),
                     line.subledger != line.control ? "! " : "",
                     shown(view, line.subledger - line.control), period, line.entries);
    /* a figure that is the same is said once, before anything is cut */
    if (line.subledger == line.control && term_is_on() &&
        text_width(view->proof) > term_columns() - 1)
        view->proof =
            arena_format(&view->arena, "Sub-ledger = control %s  difference %s%s  journal %" PRId64,
                         shown(view, line.subledger), shown(view, 0), period, line.entries);
    return ERR_OK;
}

/* From the totals of the months: only where the screen is high enough to show it. */
static enum err year_make(struct view *view, struct start *start)
{
    const int first = date_month(start->today) - YEAR_MONTHS + 1;
    int64_t months[YEAR_MONTHS];
    struct buf spark;

    if (!term_is_on() || term_rows() < YEAR_ROWS)
        return ERR_OK;
    for (int i = 0; i < YEAR_MONTHS; i++)
        TRY(control_balance(view->desk->book, CONTROL_RECEIVABLE,
                            i + 1 < YEAR_MONTHS ? date_month_last(first + i) : start->today,
                            &months[i]));
    buf_init(&spark, 200);
    spark_text(&spark, months, YEAR_MONTHS, term_is_utf8());
    start->year = arena_text(&view->arena, spark.data);
    buf_done(&spark);
    return ERR_OK;
}

static enum err load(struct view *view)
{
    struct start *start = view->state;
    struct book *book = view->desk->book;
    struct start fresh = {
        .today = view->desk->session->today, .currency = book_currency(book), .at = start->at};
    struct aging_query query = {
        .as_of = fresh.today, .by = BY_POSTED, .control = CONTROL_RECEIVABLE};

    struct aging_options options;

    *start = fresh;
    start->unapplied_days = (int)setting_int(book, "unapplied.days");
    TRY(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &start->set, view->desk->session->note));
    TRY(aging_scan(book, &query, item_take, view));
    query.control = CONTROL_UNIDENTIFIED;
    TRY(aging_scan(book, &query, unidentified_take, view));
    TRY(disputes_sum(view, start));
    TRY(recurring_count_due(view->desk->book, start->today, &start->recurring));
    TRY(beside_read(book, 0, NULL, start->today, &start->beside));
    TRY(batches_look(view, start));
    TRY(approvals_look(view, start));
    TRY(erasures_look(view, start));
    aging_options_init(&options, book);
    options.as_of = start->today;
    TRY(worklist_summary(book, &options, &start->calls));
    TRY(year_make(view, start));
    todo_make(view, start);
    if (start->at >= start->todo_count)
        start->at = start->todo_count - 1;
    view->means = arena_format(&view->arena, "all in %s", start->currency.code);
    return proof_make(view, start);
}

/* ---- the picture ---- */

static const char *share(struct view *view, int64_t part, int64_t whole)
{
    char text[MONEY_TEXT];
    int64_t permille;

    if (whole <= 0 || amount_scale(part, 1000, whole, &permille) != ERR_OK)
        return "";
    return arena_format(&view->desk->arena, "%s %%", decimal_plain(permille, 1, 1, text));
}

static int figure_cells(struct view *view)
{
    const struct start *start = view->state;
    const int64_t sums[] = {start->gross, start->gross - start->unapplied, start->overdue,
                            start->disputed};
    int cells = FIGURE_CELLS;

    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        if (text_width(shown(view, sums[i])) > cells)
            cells = text_width(shown(view, sums[i]));
    return cells;
}

/* The figure, and behind it what there is to say: on one line, or where sums are long on two. The
 * line below comes back. */
static int figure_draw(struct view *view, struct area area, int y, const char *label,
                       unsigned style, int64_t minor, const char *first, const char *rest)
{
    const int cells = figure_cells(view);
    const int x = area.x + 1, at = x + NAME_CELLS + cells + 8;
    const int room = area.x + area.columns - at - 1;
    const char *whole = arena_format(&view->desk->arena, "%s%s", first, rest);
    const bool fits = text_width(whole) <= room;

    draw_text(y, x, NAME_CELLS + 4, STYLE_NORMAL, label);
    draw_right(y, x + NAME_CELLS + 4, cells, style, shown(view, minor));
    draw_run(y, at, room, STYLE_NORMAL, fits ? whole : first);
    if (!fits)
        draw_run(y + 1, at, room, STYLE_NORMAL, rest + strspn(rest, " "));
    return fits ? y + 1 : y + 2;
}

static int head_draw(struct view *view, struct area area)
{
    const struct start *start = view->state;
    struct arena *arena = &view->desk->arena;

    int y = figure_draw(view, area, area.y + 1, "Owed to us", STYLE_TOTAL,
                        start->gross - start->unapplied,
                        arena_format(arena, "gross %s", shown(view, start->gross)),
                        arena_format(arena, " less unapplied %s", shown(view, start->unapplied)));
    y = figure_draw(view, area, y, start->overdue > 0 ? "Overdue     !" : "Overdue",
                    start->overdue > 0 ? STYLE_BAD : STYLE_NORMAL, start->overdue,
                    arena_format(arena, "%s%s", share(view, start->overdue, start->gross),
                                 start->gross > 0 ? " of gross" : ""),
                    arena_format(arena, "%sdue this week %s", start->gross > 0 ? "   " : "",
                                 shown(view, start->due_week)));
    return figure_draw(view, area, y, start->disputed > 0 ? "Disputed    *" : "Disputed",
                       STYLE_NORMAL, start->disputed,
                       counted(arena, start->dispute_count, "case", "cases"), "");
}

static int bars_draw(struct view *view, struct area area, int y)
{
    const struct start *start = view->state;
    const int count = bucket_count(&start->set), cells = figure_cells(view);
    const int bar = area.columns - NAME_CELLS - cells - 16;

    for (int i = 0; i < count; i++) {
        char name[BUCKET_NAME];
        unsigned style = i == 0 ? STYLE_NORMAL : STYLE_BAD;
        draw_text(y + i, area.x + 1, NAME_CELLS, STYLE_NORMAL, bucket_title(&start->set, i, name));
        draw_bar(y + i, area.x + 1 + NAME_CELLS, bar, style, start->buckets[i],
                 start->gross > 0 ? start->gross : 1);
        draw_right(y + i, area.x + NAME_CELLS + bar + 2, cells, STYLE_NORMAL,
                   shown(view, start->buckets[i]));
        draw_right(y + i, area.x + NAME_CELLS + bar + cells + 4, 8, STYLE_NORMAL,
                   share(view, start->buckets[i], start->gross));
    }
    return y + count;
}

static void draw(struct view *view, struct area area)
{
    const struct start *start = view->state;

    draw_rule(area.y, area.x, area.columns);
    int y = head_draw(view, area);
    if (start->year) {
        draw_text(y, area.x + 1, NAME_CELLS + 4, STYLE_NORMAL, "12 months");
        draw_right(y++, area.x + 1 + NAME_CELLS + 4, figure_cells(view), STYLE_NORMAL, start->year);
    }
    y = bars_draw(view, area, y + 1) + 1;
    draw_run(y++, area.x + 1, 20, STYLE_HEAD, "Today");
    for (int i = 0; i < start->todo_count && y < area.y + area.rows; i++, y++) {
        const struct todo *todo = &start->todo[i];
        unsigned chosen = i == start->at ? STYLE_SELECTED : 0;
        const char mark[2] = {todo->mark, 0};
        draw_text(y, area.x, area.columns, chosen, i == start->at ? " ▶" : "");
        draw_text(y, area.x + 3, 1, (todo->mark == '!' ? STYLE_BAD : STYLE_ACCENT) | chosen, mark);
        draw_run(y, area.x + 5, 45, chosen, todo->text);
        if (todo->amount)
            draw_right(y, area.x + 50, figure_cells(view), chosen, shown(view, todo->amount));
        if (i == start->at)
            draw_cursor(y, area.x + 1);
    }
}

/* ---- keys ---- */

static unsigned todo_go(struct view *view, int by)
{
    struct start *start = view->state;
    int at = start->at + by;

    if (at >= 0 && at < start->todo_count)
        start->at = at;
    return REACT_USED | REACT_REDRAW;
}

static unsigned todo_up(struct view *view)
{
    return todo_go(view, -1);
}

static unsigned todo_down(struct view *view)
{
    return todo_go(view, 1);
}

static unsigned todo_open(struct view *view)
{
    struct start *start = view->state;

    if (start->at < start->todo_count)
        desk_run(view->desk, start->todo[start->at].go);
    return REACT_USED;
}

static const struct view_word words[] = {
    {"line up", "the line above", todo_up},
    {"line down", "the line below", todo_down},
    {"line open", "what the line is made of", todo_open},
    {0},
};

static const char *twin(struct view *view)
{
    (void)view;
    return "report aging --by currency";
}

const struct view_class view_start = {
    .name = "start",
    .title = "Start",
    .help = "what is owed, how old it is, what there is to do",
    .kind = VIEW_OWN,
    .state_size = sizeof(struct start),
    .words = words,
    .load = load,
    .draw = draw,
    .twin = twin,
};
