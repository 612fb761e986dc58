/* The card of one customer, in the shell. */
#include "app/balances.h"
#include "app/commands.h"
#include "app/say.h"
#include "ledger/activity.h"
#include "ledger/beside.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"
#include "ledger/documentlist.h"
#include "ledger/merging.h"
#include "ledger/pending.h"
#include "ledger/person.h"
#include "ledger/recourse.h"
#include "ledger/sent.h"
#include "ledger/setting.h"
#include "report/r_credit.h"

#include <string.h>

static const struct arg show_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "the customer's code"},
    {.name = "code", .kind = ARG_CUSTOMER, .help = "the same"},
    {0},
};

static const char *const statement_words[] = {"open items", "activity"};
static const char *const kind_words[] = {"business", "consumer"};

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
    page_say(act->page, "code", customer->code);
    page_say(act->page, "name", customer->name);
    page_say(act->page, "kind", kind_words[customer->kind != 0]);
    if (*elsewhere)
        page_say(act->page, "status", elsewhere);
    page_say(act->page, "address", customer->address);
    page_say(act->page, "country", customer->country);
    page_say(act->page, "contact", customer->contact);
    page_say(act->page, "e-mail", customer->email);
    page_say(act->page, "phone", customer->phone);
    page_say(act->page, "tax id", customer->tax_number);
    TRY(merged_words(act->book, customer->id, act->arena, &formerly));
    page_say(act->page, "formerly", formerly);
    page_say(act->page, "parent", customer->parent);
    if (*customer->statement_to)
        page_say(act->page, "on the statement of", customer->statement_to);
    page_say(act->page, "collector", customer->collector);
    page_say(act->page, "salesperson", customer->salesperson);
    page_say(act->page, "class", customer->class);
    page_say(act->page, "language", customer->language);
    page_say(act->page, "currency", customer->currency.code);
    page_say(act->page, "terms", terms);
    if (customer->grace_days)
        page_say(act->page, "grace", arena_format(act->arena, "%d days", customer->grace_days));
    page_say(act->page, "statement", statement_words[customer->statement != 0]);
    page_say(act->page, "cycle", customer->cycle);
    TRY(credit_words(act->book, customer->id, book_today(act->book), act->arena, &credit));
    page_say(act->page, "limit", credit.limit);
    page_say(act->page, "insured", credit.insured);
    page_say(act->page, "exposure", credit.exposure);
    page_say(act->page, "available", credit.available);
    page_say(act->page, "on hold", credit.hold);
    page_say(act->page, "mind", credit.mind);
    return ERR_OK;
}

/* The balance, and beside it what is not in it. */
static enum err owed_pair(struct act *act, int64_t customer_id, const struct balance_owed *owed,
                          struct currency currency)
{
    struct beside beside;

    page_say(act->page, "balance", amount_text(act, money_of(owed->balance, currency)));
    if (owed->overdue)
        page_say(act->page, "overdue",
                 arena_format(act->arena, "%s, oldest %d days",
                              amount_text(act, money_of(owed->overdue, currency)),
                              owed->oldest_days));
    TRY(beside_read(act->book, customer_id, &currency, book_today(act->book), &beside));
    page_say(act->page, "beside it", beside_prepaid(&beside, act->arena));
    page_say(act->page, beside.prepaid ? "" : "beside it", beside_in_hand(&beside, act->arena));
    return ERR_OK;
}

/* In the account's currency first, then in the others. */
static enum err card_balances(struct act *act, const struct customer *customer)
{
    struct balances owing;
    enum err e = balances_take(act->book, book_today(act->book), customer->id, &owing);

    if (e == ERR_OK)
        e = owed_pair(act, customer->id, balances_of(&owing, customer->id, customer->currency.code),
                      customer->currency);
    for (size_t i = e == ERR_OK ? balances_first(&owing, customer->id) : 0; i;
         i = owing.cells[i].next) {
        struct currency currency;
        if (strcmp(owing.cells[i].currency, customer->currency.code) == 0)
            continue;
        if ((e = currency_find(owing.cells[i].currency, &currency)) != ERR_OK ||
            (e = owed_pair(act, customer->id, &owing.cells[i], currency)) != ERR_OK)
            break;
    }
    balances_done(&owing);
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

    TRY(people_of(act->book, customer->id, false, act->arena, &people, &count));
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

/* What open batches would pay, and what waits for an approval: counted nowhere yet. */
static enum err card_pending(struct act *act, const struct customer *customer)
{
    struct pending *list;
    int count;

    TRY(pending_of_customer(act->book, customer->id, act->arena, &list, &count));
    if (count > 0)
        page_pair(act->page, "pending",
                  arena_format(
                      &act->page->arena, "%s, %s",
                      say_money(act->arena, money_of(pending_sum(list, count), list[0].currency)),
                      pending_clause(list, count, DATE_NONE, act->arena)));
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
    TRY(card_pending(act, &customer));
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
