/* v_customers: all customers with what they owe, as many as there may be. */
#include "base/text.h"
#include "view/roster.h"
#include "view/views.h"

#include <string.h>

static enum roster_order order_of(const struct listbox *box)
{
    const char *name = box->sort_column >= 0 ? roster_columns[box->sort_column].name : "code";

    if (strcmp(name, "name") == 0)
        return ROSTER_NAME;
    if (strcmp(name, "balance") == 0)
        return ROSTER_BALANCE;
    if (strcmp(name, "overdue") == 0)
        return ROSTER_OVERDUE;
    return strcmp(name, "oldest_days") == 0 ? ROSTER_OLDEST : ROSTER_CODE;
}

/* A filter asks every customer: then the whole list is read once, through the command. */
static enum err filtered_load(struct view *view)
{
    struct session *session = view->desk->session;
    struct outcome outcome;
    struct args args;

    args_init(&args, command_find("customer", "list"), &view->arena, &session->habit,
              &notation_plain);
    struct sink sink = view_sink(view);
    view->means = "only some, by the filter; balances of today";
    return command_run(session, &args, &view->arena, &sink, NULL, &outcome);
}

static enum err load(struct view *view)
{
    static const char *const means[] = {
        [ROSTER_CODE] = "balances of today in the account's currency, not totalled",
        [ROSTER_NAME] = "balances of today in the account's currency, not totalled",
        [ROSTER_BALANCE] = "by balance, currency by currency",
        [ROSTER_OVERDUE] = "by what is overdue, currency by currency",
        [ROSTER_OLDEST] = "by days of the oldest",
    };
    struct table_head *head;
    struct roster *roster = view->state;
    enum roster_order order = order_of(&view->box);

    if (view->where_text)
        return filtered_load(view);
    TRY(roster_open(roster, view->desk, order, view->box.sort_column >= 0 && view->box.sort_down));
    /* where the row went is not known without reading all: the new order is begun at its top */
    if (roster->turned && order <= ROSTER_NAME) {
        view->box.at = view->box.top = 0;
        view->box.id = 0;
    }
    head = arena_new(&view->arena, sizeof *head);
    *head = (struct table_head){"Customers", NULL, roster_columns, ROSTER_COLUMNS};
    view->head = head;
    view->source = roster_source(roster);
    view->means = means[order];
    return ERR_OK;
}

static void done(struct view *view)
{
    roster_done(view->state);
}

const struct view_class view_customers = {
    .name = "customers",
    .title = "Customers",
    .help = "customers with what they owe",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct roster),
    .runs = "customer list",
    .opens = "go customer {customer}",
    .empty = "No customers yet; + adds the first one.",
    .load = load,
    .done = done,
};
