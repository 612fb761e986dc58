/* One promise or payment plan as a page: its days, what came for each, and what it is for. */
#include "app/commands.h"
#include "app/say.h"
#include "ledger/item.h"
#include "ledger/promise.h"

static const struct arg promise_args[] = {
    {.name = "promise",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `promise list` shows them"},
    {.name = "as-of", .kind = ARG_DATE, .help = "how it stood on this day; by default today"},
    {0},
};

static const struct column part_columns[] = {
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "came", .title = "Came", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "state", .title = "State", .kind = CELL_CODE},
};
static const struct column item_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

static enum err parts_add(struct act *act, const struct promise *p)
{
    const struct table_head head = {
        arena_format(&act->page->arena, "%s, in %s", p->plan ? "Instalments" : "Days",
                     p->currency.code),
        NULL, part_columns, sizeof part_columns / sizeof part_columns[0]};

    page_space(act->page);
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < p->part_count; i++) {
        const struct promise_part *part = &p->parts[i];
        const struct cell cells[] = {cell_date(part->day),
                                     cell_money(money_of(part->amount, p->currency)),
                                     cell_money(money_of(part->cash, p->currency)),
                                     cell_code(promise_state_word(part->state))};
        TRY(sink_row(&sink, i + 1, part->state == PROMISE_BROKEN ? '!' : ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err items_add(struct act *act, const struct promise *p, struct date as_of)
{
    const struct table_head head = {
        arena_format(&act->page->arena, "What it is for, in %s", p->currency.code), NULL,
        item_columns, sizeof item_columns / sizeof item_columns[0]};

    if (p->item_count == 0)
        return ERR_OK;
    page_space(act->page);
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < p->item_count; i++) {
        struct item item;
        int64_t open;

        TRY(item_get(act->book, p->items[i], act->arena, &item));
        TRY(item_open_on(act->book, &item, as_of, &open));
        const struct cell cells[] = {cell_code(item.number), cell_date(item.due),
                                     cell_money(money_of(item.amount, item.currency)),
                                     cell_money(money_of(open, item.currency))};
        TRY(sink_row(&sink, item.id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err promise_show_run(struct act *act)
{
    const struct date as_of = args_date(act->args, "as-of", book_today(act->book));
    struct promise p;

    TRY(promise_get(act->book, args_number(act->args, "promise", 0), as_of, act->arena, &p));
    act->page->title =
        arena_format(&act->page->arena, "%s %lld of %s", p.plan ? "Payment plan" : "Promise",
                     (long long)p.id, p.customer);
    page_say(act->page, "customer", say_account(act->arena, p.customer, p.name));
    page_say(act->page, "state", promise_text(&p, act->arena));
    page_say(act->page, "taken", say_day(act->arena, p.taken));
    page_say(act->page, "by", p.person);
    page_say(act->page, "noted by", p.actor);
    if (p.contact_id)
        page_say(act->page, "contact", arena_format(act->arena, "%lld", (long long)p.contact_id));
    if (p.whole)
        page_say(act->page, "kept by", "any money of the customer");
    page_say(act->page, "cancelled", say_day(act->arena, p.ended));
    page_say(act->page, "because", p.reason);
    if (p.text && *p.text) {
        page_space(act->page);
        page_text(act->page, p.text);
    }
    TRY(parts_add(act, &p));
    return items_add(act, &p, as_of);
}

const struct command cmd_promise_show = {
    .noun = "promise",
    .verb = "show",
    .summary = "one promise or plan: its days, what came for each, and what it is for",
    .args = promise_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = promise_show_run,
};
