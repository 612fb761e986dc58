/* The list of customers, with what each one owes. */
#include "app/balances.h"
#include "app/commands.h"
#include "app/listing.h"
#include "base/text.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"
#include "ledger/dated.h"
#include "ledger/merging.h"
#include "ledger/recourse.h"
#include "ledger/returned.h"
#include "ledger/setting.h"
#include "report/r_credit.h"

#include <stdlib.h>
#include <string.h>

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
    struct balances owing;
    int64_t
        *returned; /* customers whose payment came back for lack of funds, one each, ascending */
    size_t returned_count, returned_room;
    const char *terms; /* of the book */
    const char *currency, *collector;
    struct creditbook credit; /* empty while nothing is watched */
    struct recourse_set recourse;
    int64_t customer_id; /* 0 = all */
    struct date as_of;
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
                             const struct balance_owed *owed, bool own)
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
                          const struct balance_owed *owed)
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
static enum err customer_pass(void *self, const struct customer *record)
{
    struct list *list = self;
    struct balance_owed none = {.balance = 0};
    const struct balance_owed *own = NULL;
    const size_t first = balances_first(&list->owing, record->id);
    struct customer asked = *record, *customer = &asked;

    if (list->as_of.day != book_today(list->act->book).day)
        TRY(dated_on(list->act->book, asked.id, DATED_COLLECTOR, list->as_of, list->act->arena,
                     &asked.collector));
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
    list->as_of = as_of;
    enum err e = balances_take(act->book, as_of, list->customer_id, &list->owing);

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
    balances_done(&list->owing);
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
