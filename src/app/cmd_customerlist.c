/* Customers looked at: the list with what each one owes, and the card of one. */
#include "app/commands.h"
#include "app/listing.h"
#include "base/text.h"
#include "ledger/activity.h"
#include "ledger/agingscan.h"
#include "ledger/beside.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"
#include "ledger/documentlist.h"
#include "ledger/merging.h"
#include "ledger/person.h"
#include "ledger/recourse.h"
#include "ledger/returned.h"
#include "ledger/sent.h"
#include "ledger/setting.h"
#include "report/r_credit.h"

#include <stdlib.h>
#include <string.h>

/* What one customer owes in one currency, from one pass over the open items. */
struct owed {
    char currency[4];
    int32_t oldest_days; /* of the debit that is overdue longest */
    int64_t balance, overdue;
    size_t next; /* the same customer's next currency; 0 = none */
};

struct owing {
    struct date as_of;
    struct owed *cells; /* [0] is not used */
    size_t count, room;
    size_t *first; /* by customer id: place in cells, 0 = owes nothing */
    size_t first_room;
};

static void owing_done(struct owing *owing)
{
    free(owing->cells);
    free(owing->first);
}

static size_t first_of(const struct owing *owing, int64_t customer_id)
{
    return (size_t)customer_id < owing->first_room ? owing->first[customer_id] : 0;
}

/* Ids are given one after the other, so a plain array by id is small. */
static void first_grow(struct owing *owing, size_t wanted)
{
    size_t room = owing->first_room ? owing->first_room : 256;

    while (room <= wanted)
        room *= 2;
    owing->first = mem_resize(owing->first, room, sizeof *owing->first);
    memset(owing->first + owing->first_room, 0, (room - owing->first_room) * sizeof *owing->first);
    owing->first_room = room;
}

static struct owed *owed_of(struct owing *owing, int64_t customer_id, const char *currency)
{
    size_t id = (size_t)customer_id;

    for (size_t i = first_of(owing, customer_id); i; i = owing->cells[i].next)
        if (strcmp(owing->cells[i].currency, currency) == 0)
            return &owing->cells[i];
    if (owing->count + 2 > owing->room) {
        owing->room = owing->room ? owing->room * 2 : 256;
        owing->cells = mem_resize(owing->cells, owing->room, sizeof *owing->cells);
    }
    if (id >= owing->first_room)
        first_grow(owing, id);
    struct owed *owed = &owing->cells[++owing->count];
    *owed = (struct owed){.next = owing->first[id]};
    memcpy(owed->currency, currency, sizeof owed->currency);
    owing->first[id] = owing->count;
    return owed;
}

static enum err item_take(void *self, const struct aging_item *item)
{
    struct owing *owing = self;
    struct owed *owed = owed_of(owing, item->customer_id, item->currency);

    TRY(amount_add(owed->balance, item->open, &owed->balance));
    if (item->open <= 0 || item->due.day >= owing->as_of.day)
        return ERR_OK;
    int32_t days = owing->as_of.day - item->due.day;
    if (days > owed->oldest_days)
        owed->oldest_days = days;
    return amount_add(owed->overdue, item->open, &owed->overdue);
}

static enum err owing_take(struct book *book, struct date as_of, int64_t customer_id,
                           struct owing *out)
{
    const struct aging_query query = {
        .as_of = as_of, .by = BY_POSTED, .customer_id = customer_id, .control = CONTROL_RECEIVABLE};

    *out = (struct owing){.as_of = as_of};
    return aging_scan(book, &query, item_take, out);
}

/* ---- customer list -------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "this one only"},
    {.name = "collector", .kind = ARG_CODE, .help = "only those of this collector"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only accounts in this currency"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those with something open"},
    {.name = "as-of", .kind = ARG_DATE, .help = "balances of this day; by default today's"},
    LISTING_ARGS,
    {0},
};

static const struct column list_columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 12},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "terms", .title = "Terms", .kind = CELL_CODE, .worth = 4},
    {.name = "limit", .title = "Limit", .kind = CELL_MONEY, .worth = 3},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "oldest_days", .title = "Oldest", .kind = CELL_INT, .worth = 2},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 5},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 1},
    {.name = "nsf", .title = "NSF", .kind = CELL_INT, .worth = 6},
    {.name = "formerly", .title = "Formerly", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
};

struct list {
    struct act *act;
    struct sink *sink;
    struct owing owing;
    int64_t
        *returned; /* customers whose payment came back for lack of funds, one each, ascending */
    size_t returned_count, returned_room;
    const char *terms; /* of the book */
    const char *currency, *collector;
    struct creditbook credit; /* empty while nothing is watched */
    struct recourse_set recourse;
    int64_t customer_id; /* 0 = all */
    bool open;
};

static enum err returned_take(void *self, int64_t customer_id, struct date date)
{
    struct list *list = self;

    (void)date;
    if (list->returned_count == list->returned_room) {
        list->returned_room = list->returned_room ? list->returned_room * 2 : 256;
        list->returned = mem_resize(list->returned, list->returned_room, sizeof *list->returned);
    }
    list->returned[list->returned_count++] = customer_id;
    return ERR_OK;
}

static int returns_of(const struct list *list, int64_t customer_id)
{
    size_t low = 0, high = list->returned_count;
    int count = 0;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (list->returned[middle] < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < list->returned_count && list->returned[low++] == customer_id)
        count++;
    return count;
}

/* Who cannot pay, or is collected by others, comes before what is held or owed. */
static const char *status_of(const struct list *list, const struct customer *customer,
                             const struct owed *owed, bool own)
{
    const enum recourse recourse = recourse_of_customer(&list->recourse, customer->id);
    const struct creditaccount *account = creditbook_find(&list->credit, customer->id);

    if (recourse != RECOURSE_OURS)
        return recourse_word(recourse);
    if (account && account->held)
        return "hold";
    if (own && customer->credit_limit != NO_LIMIT && owed->balance > customer->credit_limit)
        return "over limit";
    if (owed->overdue > 0)
        return "overdue";
    return owed->balance < 0 ? "credit" : "ok";
}

static enum err owed_pass(struct list *list, const struct customer *customer,
                          const struct owed *owed)
{
    struct currency currency = customer->currency;
    bool own = strcmp(owed->currency, currency.code) == 0;

    if (!own)
        TRY(currency_find(owed->currency, &currency));
    if (list->currency && strcmp(list->currency, currency.code) != 0)
        return ERR_OK;
    const char *status = status_of(list, customer, owed, own);
    const bool limited = own && customer->credit_limit != NO_LIMIT;
    const char *formerly = "";
    TRY(merged_words(list->act->book, customer->id, list->act->arena, &formerly));
    const struct cell cells[] = {cell_code(customer->code),
                                 cell_text(customer->name),
                                 cell_code(currency.code),
                                 cell_code(*customer->terms ? customer->terms : list->terms),
                                 limited ? cell_money(money_of(customer->credit_limit, currency))
                                         : cell_none(),
                                 cell_money(money_of(owed->balance, currency)),
                                 cell_money(money_of(owed->overdue, currency)),
                                 cell_int(owed->oldest_days),
                                 cell_code(customer->collector),
                                 cell_text(status),
                                 cell_int(returns_of(list, customer->id)),
                                 cell_text(formerly)};
    const bool bad =
        owed->overdue > 0 || strcmp(status, "over limit") == 0 || strcmp(status, "hold") == 0;
    return sink_row(list->sink, customer->id, bad ? '!' : ' ', cells);
}

/* One row in the account's currency, and one more for each other in which something is open. */
static enum err customer_pass(void *self, const struct customer *customer)
{
    struct list *list = self;
    struct owed none = {.balance = 0};
    const struct owed *own = NULL;
    const size_t first = first_of(&list->owing, customer->id);

    if ((list->customer_id && customer->id != list->customer_id) ||
        (list->collector && !text_same(customer->collector, list->collector)) ||
        (list->open && !first))
        return ERR_OK;
    for (size_t i = first; i; i = list->owing.cells[i].next)
        if (strcmp(list->owing.cells[i].currency, customer->currency.code) == 0)
            own = &list->owing.cells[i];
    if (!own) {
        memcpy(none.currency, customer->currency.code, sizeof none.currency);
        own = &none;
    }
    if (!customer->merged_into && (own != &none || !list->open))
        TRY(owed_pass(list, customer, own));
    for (size_t i = first; i; i = list->owing.cells[i].next)
        if (&list->owing.cells[i] != own)
            TRY(owed_pass(list, customer, &list->owing.cells[i]));
    return ERR_OK;
}

static enum err list_pass(struct list *list, struct date as_of)
{
    struct act *act = list->act;
    char day[DATE_TEXT];
    const struct table_head head = {"Customers",
                                    arena_format(act->arena, "as of %s", date_iso(as_of, day)),
                                    list_columns, sizeof list_columns / sizeof list_columns[0]};
    const struct creditquestion question = {.customer_id = list->customer_id, .day = as_of};
    bool watched = false;
    enum err e = owing_take(act->book, as_of, list->customer_id, &list->owing);

    if (e == ERR_OK)
        e = credit_watched(act->book, &watched);
    if (e == ERR_OK && watched)
        e = creditbook_read(&list->credit, act->book, &question);
    if (e == ERR_OK)
        e = returned_each(act->book, list->customer_id, as_of, returned_take, list);
    if (e == ERR_OK)
        e = recourse_load(act->book, as_of, list->customer_id, act->arena, &list->recourse);
    if (e == ERR_OK)
        e = list->sink->head(list->sink->self, &head);
    if (e == ERR_OK)
        e = customer_each(act->book, customer_pass, list);
    if (e == ERR_OK)
        e = list->sink->foot(list->sink->self, NULL);
    owing_done(&list->owing);
    creditbook_done(&list->credit);
    free(list->returned);
    return e;
}

static enum err customer_list_run(struct act *act)
{
    struct list list = {.act = act,
                        .currency = args_get(act->args, "currency"),
                        .collector = args_get(act->args, "collector"),
                        .open = args_flag(act->args, "open")};
    struct listing listing;

    if (args_given(act->args, "customer")) {
        struct customer customer;
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        list.customer_id = customer.id;
    }
    TRY(setting_text(act->book, "terms.default", act->arena, &list.terms));
    list.sink = listing_open(&listing, act);
    return listing_close(&listing,
                         list_pass(&list, args_date(act->args, "as-of", book_today(act->book))));
}

const struct command cmd_customer_list = {
    .noun = "customer",
    .verb = "list",
    .summary = "list customers with what they owe",
    .detail = "A customer who owes in another currency than that of the account has one more row "
              "for it. overdue is what is past its due day, without credits; oldest_days counts "
              "from the oldest of it. The status is insolvent, legal or agency, else ok, "
              "overdue, over limit, hold, or credit. nsf counts the payments that came "
              "back for lack of funds: --where \"nsf>0\".",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = customer_list_run,
};

/* ---- customer show -------------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "the customer's code"},
    {.name = "code", .kind = ARG_CUSTOMER, .help = "the same"},
    {0},
};

static const char *const statement_words[] = {"open items", "activity"};
static const char *const kind_words[] = {"business", "consumer"};

static void pair(struct act *act, const char *label, const char *text)
{
    if (*text)
        page_pair(act->page, label, text);
}

static const char *amount_text(struct act *act, struct money money)
{
    char shown[MONEY_TEXT];

    return arena_format(act->arena, "%s %s", money_show(money, &act->session->notation, shown),
                        money.currency.code);
}

static enum err card_head(struct act *act, const struct customer *customer)
{
    struct credit_words credit;
    const char *terms = customer->terms, *elsewhere, *formerly = "";

    TRY(recourse_words(act->book, customer->id, book_today(act->book), act->arena, &elsewhere));
    if (!*terms) {
        TRY(setting_text(act->book, "terms.default", act->arena, &terms));
        terms = arena_format(act->arena, "%s (the book's)", terms);
    }
    pair(act, "code", customer->code);
    pair(act, "name", customer->name);
    pair(act, "kind", kind_words[customer->kind != 0]);
    if (*elsewhere)
        pair(act, "status", elsewhere);
    pair(act, "address", customer->address);
    pair(act, "country", customer->country);
    pair(act, "contact", customer->contact);
    pair(act, "e-mail", customer->email);
    pair(act, "phone", customer->phone);
    pair(act, "tax id", customer->tax_number);
    TRY(merged_words(act->book, customer->id, act->arena, &formerly));
    pair(act, "formerly", formerly);
    pair(act, "parent", customer->parent);
    if (*customer->statement_to)
        pair(act, "on the statement of", customer->statement_to);
    pair(act, "collector", customer->collector);
    pair(act, "salesperson", customer->salesperson);
    pair(act, "class", customer->class);
    pair(act, "language", customer->language);
    pair(act, "currency", customer->currency.code);
    pair(act, "terms", terms);
    if (customer->grace_days)
        pair(act, "grace", arena_format(act->arena, "%d days", customer->grace_days));
    pair(act, "statement", statement_words[customer->statement != 0]);
    pair(act, "cycle", customer->cycle);
    TRY(credit_words(act->book, customer->id, book_today(act->book), act->arena, &credit));
    pair(act, "limit", credit.limit);
    pair(act, "insured", credit.insured);
    pair(act, "exposure", credit.exposure);
    pair(act, "available", credit.available);
    pair(act, "on hold", credit.hold);
    pair(act, "mind", credit.mind);
    return ERR_OK;
}

/* The balance, and beside it what is not in it. */
static enum err owed_pair(struct act *act, int64_t customer_id, const struct owed *owed,
                          struct currency currency)
{
    struct beside beside;

    pair(act, "balance", amount_text(act, money_of(owed->balance, currency)));
    if (owed->overdue)
        pair(act, "overdue",
             arena_format(act->arena, "%s, oldest %d days",
                          amount_text(act, money_of(owed->overdue, currency)), owed->oldest_days));
    TRY(beside_read(act->book, customer_id, &currency, book_today(act->book), &beside));
    pair(act, "beside it", beside_prepaid(&beside, act->arena));
    pair(act, beside.prepaid ? "" : "beside it", beside_in_hand(&beside, act->arena));
    return ERR_OK;
}

/* In the account's currency first, then in the others. */
static enum err card_balances(struct act *act, const struct customer *customer)
{
    struct owing owing;
    enum err e = owing_take(act->book, book_today(act->book), customer->id, &owing);

    if (e == ERR_OK)
        e = owed_pair(act, customer->id, owed_of(&owing, customer->id, customer->currency.code),
                      customer->currency);
    for (size_t i = e == ERR_OK ? first_of(&owing, customer->id) : 0; i; i = owing.cells[i].next) {
        struct currency currency;
        if (strcmp(owing.cells[i].currency, customer->currency.code) == 0)
            continue;
        if ((e = currency_find(owing.cells[i].currency, &currency)) != ERR_OK ||
            (e = owed_pair(act, customer->id, &owing.cells[i], currency)) != ERR_OK)
            break;
    }
    owing_done(&owing);
    return e;
}

static const struct column person_columns[] = {
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "role", .title = "Role", .kind = CELL_TEXT},
    {.name = "phone", .title = "Phone", .kind = CELL_CODE},
    {.name = "email", .title = "E-mail", .kind = CELL_CODE},
};

static enum err card_people(struct act *act, const struct customer *customer)
{
    const struct table_head head = {NULL, NULL, person_columns, 4};
    struct person *people;
    int count;

    TRY(people_of(act->book, customer->id, act->arena, &people, &count));
    if (count == 0)
        return ERR_OK;
    page_space(act->page);
    page_heading(act->page, 2, "People");
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_text(people[i].name), cell_text(people[i].role),
                                     cell_code(people[i].phone), cell_code(people[i].email)};
        TRY(sink_row(&sink, people[i].id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static const struct column branch_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

/* Who else stands on its statement, with what each one owes, itself first. */
static enum err card_branches(struct act *act, const struct customer *customer)
{
    static const struct table_head head = {NULL, NULL, branch_columns, 4};
    const struct date today = book_today(act->book);
    int64_t *ids = NULL;
    int count = 0;

    TRY(sent_branches(act->book, customer->id, today, act->arena, &ids, &count));
    if (count < 2)
        return ERR_OK;
    page_space(act->page);
    page_heading(act->page, 2, "On its statement");
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        struct customer branch;
        struct currency *currencies = NULL;
        int many = 0;
        TRY(customer_get(act->book, ids[i], act->arena, &branch));
        TRY(activity_currencies(act->book, ids[i], act->arena, &currencies, &many));
        for (int k = 0; k < many || k == 0; k++) {
            struct money owed = money_of(0, many ? currencies[k] : branch.currency);
            TRY(activity_balance(act->book, ids[i], owed.currency, today, &owed.minor));
            const struct cell cells[] = {cell_code(branch.code), cell_text(branch.name),
                                         cell_code(owed.currency.code), cell_money(owed)};
            TRY(sink_row(&sink, ids[i], ' ', cells));
        }
    }
    return sink.foot(sink.self, NULL);
}

static const struct column item_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "issued", .title = "Date", .kind = CELL_DATE},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "days_past_due", .title = "Days", .kind = CELL_INT},
};

struct showing {
    struct act *act;
    struct sink sink; /* once there is a row */
    bool started;
};

static enum err item_show(void *self, const struct item_row *item)
{
    static const struct table_head head = {NULL, NULL, item_columns, 8};
    struct showing *showing = self;
    const int days = book_today(showing->act->book).day - item->due.day;

    if (!showing->started) {
        showing->started = true;
        showing->sink = table_sink(page_table(showing->act->page));
        TRY(showing->sink.head(showing->sink.self, &head));
    }
    const struct cell cells[] = {cell_code(item->number),
                                 cell_text(document_kind_word(item->kind)),
                                 cell_date(item->issued),
                                 cell_date(item->due),
                                 cell_code(item->currency.code),
                                 cell_money(money_of(item->amount, item->currency)),
                                 cell_money(money_of(item->open, item->currency)),
                                 item->open > 0 ? cell_int(days) : cell_none()};
    return sink_row(&showing->sink, item->id, item->open > 0 && days > 0 ? '!' : ' ', cells);
}

/* As of today: what a cheque that is dated ahead will pay is open until then. */
static enum err card_items(struct act *act, const struct customer *customer)
{
    struct showing showing = {.act = act};
    const struct item_query query = {
        .customer_id = customer->id, .as_of = book_today(act->book), .control = CONTROL_RECEIVABLE};

    page_space(act->page);
    page_heading(act->page, 2, "Open items");
    TRY(items_each(act->book, &query, item_show, &showing));
    if (showing.started)
        return showing.sink.foot(showing.sink.self, NULL);
    page_text(act->page, "nothing is open");
    return ERR_OK;
}

static enum err customer_show_run(struct act *act)
{
    const char *code = args_get(act->args, "customer");
    struct customer customer;

    if (!code)
        code = args_get(act->args, "code");
    if (!code)
        return fail(act->note, ERR_USAGE, "--customer is missing: the customer's code");
    TRY(customer_find(act->book, code, act->arena, &customer));
    TRY(card_head(act, &customer));
    TRY(card_balances(act, &customer));
    TRY(card_branches(act, &customer));
    TRY(card_people(act, &customer));
    return card_items(act, &customer);
}

const struct command cmd_customer_show = {
    .noun = "customer",
    .verb = "show",
    .summary = "show one customer: the account, the people, what is open",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = customer_show_run,
};
