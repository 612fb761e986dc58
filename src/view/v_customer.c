/* v_customer: the card of one customer: who they are, what they owe, what happened. */
#include "base/chart.h"
#include "base/text.h"
#include "ledger/activity.h"
#include "ledger/agingscan.h"
#include "ledger/beside.h"
#include "ledger/book.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"
#include "ledger/documentlist.h"
#include "ledger/pending.h"
#include "ledger/promise.h"
#include "ledger/recourse.h"
#include "ledger/sent.h"
#include "ledger/setting.h"
#include "tui/term.h"
#include "view/views.h"

#include <string.h>

#define HEAD_ROWS 3
#define TABS_GAP 3
#define YEAR_MONTHS 12

enum tab {
    TAB_ITEMS,
    TAB_ACTIVITY,
    TAB_APPLICATIONS,
    TAB_DISPUTES,
    TAB_CONTACTS,
    TAB_PROMISES,
    TAB_PEOPLE,
    TAB_LETTERS,
    TAB_RECURRING,
    TAB_SENT,
    TABS
};

static const struct {
    const char *title, *line, *empty;
    const char *opens; /* what Enter runs; NULL: the paper of the row */
} tabs[TABS] = {
    [TAB_ITEMS] = {"Open", "item list --customer %s", "Nothing is open."},
    [TAB_ACTIVITY] = {"Activity", NULL, "Nothing has happened yet; i bills, p takes money."},
    [TAB_APPLICATIONS] = {"Applied", "application list --customer %s",
                          "Nothing was paid with anything yet."},
    [TAB_DISPUTES] = {"Disputes", "dispute list --customer %s", "Nothing was questioned.",
                      "go dispute {id}"},
    [TAB_CONTACTS] = {"Contacts", "contact list --customer %s",
                      "Nobody was in touch yet; c notes a call.", "contact show {id}"},
    [TAB_PROMISES] = {"Promises", "promise list --customer %s", "Nothing was promised.",
                      "promise show {id}"},
    [TAB_PEOPLE] = {"People", "person list --customer %s", "No people noted.",
                    "contact log --customer {customer} --with {name} ..."},
    [TAB_LETTERS] = {"Dunned", "dunning list --customer %s", "No letter of dunning was written.",
                     "go letter {letter}"},
    [TAB_RECURRING] = {"Repeats", "recurring list --all --customer %s",
                       "No invoice comes again; _ leads to where + adds one.",
                       "go template {recurring}"},
    [TAB_SENT] = {"Sent", "sent list --sort -id --customer %s",
                  "No statement, paper or letter was sent yet.", "go sentpage {id}"},
};

struct card {
    enum tab tab;
    const char *who, *money; /* lines of the head, in view->arena */
    const char *year;        /* what was owed at the ends of twelve months, drawn */
};

struct sums {
    struct date today;
    const char *currency;
    int64_t balance, overdue;
    int32_t oldest;
    bool others;
};

static enum err sums_take(void *self, const struct aging_item *item)
{
    struct sums *sums = self;
    int32_t days = sums->today.day - item->due.day;

    if (strcmp(item->currency, sums->currency) != 0) {
        sums->others = true;
        return ERR_OK;
    }
    TRY(amount_add(sums->balance, item->open, &sums->balance));
    if (item->open <= 0 || days <= 0)
        return ERR_OK;
    sums->oldest = days > sums->oldest ? days : sums->oldest;
    return amount_add(sums->overdue, item->open, &sums->overdue);
}

static const char *shown(struct view *view, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_text(&view->arena,
                      money_show(money_of(minor, currency), &view->desk->session->notation, text));
}

/* "Boston, US   +1 617 555 0100", whatever there is of it. */
static const char *joined(struct arena *arena, const char *const *parts, int count)
{
    const char *text = "";

    for (int i = 0; i < count; i++)
        if (parts[i] && *parts[i])
            text = *text ? arena_format(arena, "%s   %s", text, parts[i]) : parts[i];
    return text;
}

/* A cheque that bounced paid nothing. */
static enum err last_paid_take(void *self, const struct document_row *row)
{
    struct date *day = self;

    if (row->status == STATUS_REVERSED)
        return ERR_OK;
    *day = row->issued;
    return ERR_CANCELLED; /* the newest that stands is enough */
}

static enum err last_paid(struct view *view, int64_t customer_id, const char **out)
{
    struct date day = DATE_NONE;
    char text[DATE_TEXT];
    const struct document_query query = {.kinds = DOCUMENT_MASK(DOCUMENT_PAYMENT),
                                         .customer_id = customer_id,
                                         .as_of = view->desk->session->today,
                                         .from = DATE_NONE,
                                         .to = DATE_NONE,
                                         .after_posted = DATE_NONE,
                                         .order = DOCUMENTS_NEWEST};
    const enum err e = documents_each(view->desk->book, &query, last_paid_take, &day);

    if (e != ERR_OK && e != ERR_CANCELLED)
        return e;
    *out = date_is(day) ? arena_format(&view->arena, "last paid %s", date_iso(day, text))
                        : "never paid yet";
    return ERR_OK;
}

/* "pending 4,310.00, batch 2026-11-22/A, anna", "" = nothing. */
static enum err pending_read(struct view *view, int64_t customer_id, const char **out)
{
    struct pending *list;
    int count;

    TRY(pending_of_customer(view->desk->book, customer_id, &view->arena, &list, &count));
    if (count > 0)
        *out = arena_format(&view->arena, "pending %s, %s",
                            shown(view, pending_sum(list, count), list[0].currency),
                            pending_clause(list, count, DATE_NONE, &view->arena));
    return ERR_OK;
}

/* "Promise of 30.00 EUR for 2026-11-27   last paid ...": what is waited for goes first. */
static enum err promise_say(struct view *view, int64_t customer_id, const char *paid)
{
    struct arena *arena = &view->arena;
    struct promise *promises;
    int count;

    view->proof = paid;
    TRY(promise_list(view->desk->book, customer_id, view->desk->session->today, arena, &promises,
                     &count));
    for (int i = 0; i < count; i++)
        if (promises[i].state == PROMISE_OPEN) {
            view->proof =
                arena_format(arena, "%s %s   %s", promises[i].plan ? "Plan:" : "Promise of",
                             promise_words(&promises[i], arena), paid);
            break;
        }
    return ERR_OK;
}

/* What is left of the limit, and why orders stop. */
static enum err credit_say(struct view *view, int64_t customer_id, const char **limit,
                           const char **hold)
{
    struct book *book = view->desk->book;
    struct arena *arena = &view->arena;
    const struct creditquestion question = {.customer_id = customer_id,
                                            .day = view->desk->session->today};
    struct creditbook credit;
    const enum err e = creditbook_read(&credit, book, &question);

    if (e == ERR_OK) {
        const struct creditaccount *account = creditbook_find(&credit, customer_id);
        const int64_t room = account->verdict.available;
        const struct currency currency = account->currency;
        *limit = "no limit";
        if (account->facts.limit != CREDIT_UNLIMITED)
            *limit = arena_format(
                arena, "limit %s%s  %s %s", shown(view, account->facts.limit, currency),
                account->facts.insured ? arena_format(arena, " + %s insured",
                                                      shown(view, account->facts.insured, currency))
                                       : "",
                room < 0 ? "! over by" : "free", shown(view, room < 0 ? -room : room, currency));
        if (account->held)
            *hold = arena_format(arena, "! on hold: %s",
                                 creditaccount_why(account, book_currency(book), arena));
    }
    creditbook_done(&credit);
    return e;
}

static enum err head_make(struct view *view, const struct customer *customer)
{
    struct card *card = view->state;
    struct arena *arena = &view->arena;
    struct currency currency = customer->currency;
    struct sums sums = {.today = view->desk->session->today, .currency = currency.code};
    const struct aging_query query = {.as_of = sums.today,
                                      .by = BY_POSTED,
                                      .customer_id = customer->id,
                                      .control = CONTROL_RECEIVABLE};
    struct beside beside;
    const char *terms = customer->terms, *limit = "", *hold = "", *elsewhere = "", *paid,
               *pending = "";

    TRY(aging_scan(view->desk->book, &query, sums_take, &sums));
    TRY(beside_read(view->desk->book, customer->id, &currency, sums.today, &beside));
    if (!*terms)
        TRY(setting_text(view->desk->book, "terms.default", arena, &terms));
    TRY(last_paid(view, customer->id, &paid));
    TRY(credit_say(view, customer->id, &limit, &hold));
    TRY(recourse_words(view->desk->book, customer->id, sums.today, arena, &elsewhere));
    if (*elsewhere)
        elsewhere = arena_format(arena, "! %s", elsewhere);
    view->where = arena_format(arena, "%s   %s", customer->name, customer->code);
    view->means = arena_format(arena, "balance %s %s%s", shown(view, sums.balance, currency),
                               currency.code, sums.others ? " and other currencies" : "");
    const char *const who[] = {
        customer->address,
        customer->country,
        customer->contact,
        customer->phone,
        customer->email,
        *customer->collector ? arena_format(arena, "collector %s", customer->collector) : ""};
    card->who = joined(arena, who, sizeof who / sizeof *who);
    const char *const money[] = {
        elsewhere,
        hold,
        sums.overdue > 0 ? arena_format(arena, "! overdue %s, oldest %d days",
                                        shown(view, sums.overdue, currency), sums.oldest)
                         : "nothing overdue",
        beside.prepaid ? arena_format(arena, "prepaid %s", shown(view, beside.prepaid, currency))
                       : "",
        beside.receipts ? arena_format(arena, "in hand %s", shown(view, beside.in_hand, currency))
                        : "",
        terms,
        limit};
    TRY(pending_read(view, customer->id, &pending));
    TRY(promise_say(view, customer->id,
                    *pending ? arena_format(arena, "%s; %s", pending, paid) : paid));
    card->money = joined(arena, money, sizeof money / sizeof *money);
    return ERR_OK;
}

/* ---- the year, drawn ---- */

static enum err year_make(struct view *view, const struct customer *customer)
{
    struct card *card = view->state;
    int64_t months[YEAR_MONTHS];
    struct buf spark;

    TRY(activity_month_ends(view->desk->book, customer->id, customer->currency,
                            view->desk->session->today, YEAR_MONTHS, months));
    buf_init(&spark, 200);
    spark_text(&spark, months, YEAR_MONTHS, term_is_utf8());
    card->year = arena_format(&view->arena, "12 months %s", spark.data);
    buf_done(&spark);
    return ERR_OK;
}

/* ---- activity: every document, the newest first ---- */

static const struct column activity_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .worth = 1},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 1},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 4},
};

static enum err activity_take(void *self, const struct document_row *row)
{
    struct sink *sink = self;
    int64_t sign = document_owes_less(row->kind) ? -1 : 1;
    bool paper = row->kind == DOCUMENT_INVOICE || row->kind == DOCUMENT_DEBIT ||
                 row->kind == DOCUMENT_CHARGE || row->kind == DOCUMENT_DEDUCTION;
    const struct cell cells[] = {cell_code(row->number),
                                 cell_text(document_kind_word(row->kind)),
                                 cell_date(row->issued),
                                 paper ? cell_date(row->due) : cell_none(),
                                 cell_code(row->currency.code),
                                 cell_money(money_of(sign * row->total, row->currency)),
                                 cell_money(money_of(sign * row->open, row->currency)),
                                 cell_text(document_status_word(row->status)),
                                 cell_text(row->reference)};
    char mark = row->status == STATUS_OVERDUE ? '!' : row->status == STATUS_DISPUTED ? '*' : ' ';
    return sink_row(sink, row->id, mark, cells);
}

static enum err activity_load(struct view *view, int64_t customer_id)
{
    const struct table_head head = {"Activity", "the newest first", activity_columns,
                                    sizeof activity_columns / sizeof *activity_columns};
    const struct document_query query = {.kinds = DOCUMENT_PAPERS,
                                         .customer_id = customer_id,
                                         .as_of = DATE_NONE,
                                         .from = DATE_NONE,
                                         .to = DATE_NONE,
                                         .after_posted = DATE_NONE,
                                         .order = DOCUMENTS_NEWEST};
    struct sink sink = view_sink(view);

    TRY(sink.head(sink.self, &head));
    TRY(documents_each(view->desk->book, &query, activity_take, &sink));
    return sink.foot(sink.self, NULL);
}

/* ---- the view ---- */

static const char *twin(struct view *view)
{
    const struct card *card = view->state;
    struct arena *arena = &view->desk->arena;
    const char *code = desk_word_quoted(view->about, arena);

    /* the lines are ours, with one %s each */
    const char *line = tabs[card->tab].line;
    if (!line)
        return arena_format(arena, "customer show --customer %s", code);
    return arena_format(arena, "%.*s%s", (int)(strlen(line) - 2), line, code);
}

/* When its statements go out, and of which kind. */
static enum err cycle_say(struct view *view, const struct customer *customer)
{
    struct arena *arena = &view->arena;
    const char *kind = customer->statement ? "activity" : "open items", *branches;

    if (*customer->statement_to)
        view->proof =
            arena_format(arena, "It stands on the statement of %s.", customer->statement_to);
    else if (!*customer->cycle)
        view->proof = arena_format(arena,
                                   "Statements of %s, when they are asked for; no cycle is "
                                   "said.",
                                   kind);
    else
        view->proof = arena_format(arena, "Statements of %s: %s.", kind, customer->cycle);
    TRY(sent_branches_words(view->desk->book, customer->id, view->desk->session->today, arena,
                            &branches));
    if (*branches)
        view->proof = arena_format(arena, "%s On its statement: %s.", view->proof, branches);
    return ERR_OK;
}

static enum err load(struct view *view)
{
    struct card *card = view->state;
    struct customer customer;

    TRY(customer_find(view->desk->book, view->about, &view->arena, &customer));
    view->about = arena_text(&view->life, customer.code);
    TRY(head_make(view, &customer));
    TRY(year_make(view, &customer));
    if (card->tab == TAB_SENT)
        TRY(cycle_say(view, &customer));
    view->box.empty = tabs[card->tab].empty;
    if (card->tab == TAB_ACTIVITY)
        return activity_load(view, customer.id);
    return view_command_load(view);
}

static unsigned tab_go(struct view *view, int by)
{
    struct card *card = view->state;

    card->tab = (enum tab)(((int)card->tab + by + TABS) % TABS);
    return REACT_USED | REACT_RELOAD;
}

static unsigned tab_next(struct view *view)
{
    return tab_go(view, 1);
}

static unsigned tab_previous(struct view *view)
{
    return tab_go(view, -1);
}

/* Where the other parts of the line leave room for it. */
static void year_draw(const struct card *card, struct area area)
{
    const char *const lines[] = {card->who, card->money};
    const int cells = text_width(card->year) + 1;

    for (int i = 0; i < 2; i++)
        if (text_width(lines[i]) + 4 + cells <= area.columns) {
            draw_run(area.y + i, area.x + area.columns - cells, cells, STYLE_NORMAL, card->year);
            return;
        }
}

/* With `room` between two of them, from the one that is `first`. */
static int tabs_width(int first, int last, int room)
{
    int cells = 2; /* the brackets */

    for (int i = first; i <= last; i++)
        cells += text_width(tabs[i].title) + (i < last ? room : 0);
    return cells;
}

/* Far apart where there is room for all, else close together; the chosen one is always there. */
static void tabs_draw(struct view *view, struct area area)
{
    const int chosen = (int)((const struct card *)view->state)->tab, room = area.columns - 2;
    const int gap = tabs_width(0, TABS - 1, TABS_GAP) <= room ? TABS_GAP : 1;
    int first = 0, x = area.x + 1;

    while (first < chosen && tabs_width(first, chosen, gap) > room)
        first++;
    for (int i = first; i < TABS; i++) {
        /* brackets too: the choice must not hang on a colour */
        const char *title = arena_format(&view->desk->arena,
                                         i == chosen ? "[%s]"
                                         : gap > 1   ? " %s "
                                                     : "%s",
                                         tabs[i].title);
        x += draw_run(area.y, x, area.x + area.columns - x - 1,
                      i == chosen ? STYLE_TITLE : STYLE_NORMAL, title) +
             1;
    }
}

static void draw(struct view *view, struct area area)
{
    const struct card *card = view->state;
    const int x = area.x + 1;

    draw_run(area.y, x, area.columns - 2, STYLE_NORMAL, card->who ? card->who : "");
    draw_run(area.y + 1, x, area.columns - 2, STYLE_NORMAL, card->money ? card->money : "");
    if (card->year && card->who && card->money)
        year_draw(card, area);
    tabs_draw(view, (struct area){area.y + 2, area.x, 1, area.columns});
    area.y += HEAD_ROWS;
    area.rows -= HEAD_ROWS;
    listbox_draw(&view->box, area);
}

static void subject(struct view *view, struct subject *out)
{
    out->customer = view->about;
}

static unsigned look(struct view *view)
{
    const struct card *card = view->state;
    const char *opens = tabs[card->tab].opens;

    view_open(view, opens ? opens : "go document {document}");
    return REACT_USED;
}

static const struct view_word words[] = {
    {"look", "the paper, case, contact, promise or letter of this row", look},
    {"tab next", "the next part of the card", tab_next},
    {"tab previous", "the part before", tab_previous},
    {0},
};

const struct view_class view_customer = {
    .name = "customer",
    .title = "Customer",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct card),
    .needs_about = true,
    .hides = "customer",
    .opens = "look",
    .words = words,
    .load = load,
    .subject = subject,
    .draw = draw,
    .twin = twin,
};
