/* One contact, and one promise or plan, as a page: the words whole, and what came of them. */
#include "app/commands.h"
#include "app/say.h"
#include "ledger/contact.h"
#include "ledger/item.h"
#include "ledger/promise.h"

#include <string.h>

static void pair(struct act *act, const char *label, const char *text)
{
    if (text && *text)
        page_pair(act->page, label, text);
}

static void pair_day(struct act *act, const char *label, struct date day)
{
    if (date_is(day))
        page_pair(act->page, label, say_day(act->arena, day));
}

static const char *named(struct act *act, const char *code, const char *name)
{
    return strcmp(code, name) == 0 ? code : arena_format(act->arena, "%s   %s", code, name);
}

/* What was typed in an editor keeps its lines. */
static void words_add(struct act *act, const char *text)
{
    if (!text || !*text)
        return;
    page_space(act->page);
    page_text(act->page, text);
}

/* ---- contact show --------------------------------------------------------------------------- */

static const struct arg contact_args[] = {
    {.name = "contact",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `contact list` shows them"},
    {0},
};

static enum err contact_show_run(struct act *act)
{
    struct contact c;

    TRY(contact_get(act->book, args_number(act->args, "contact", 0), act->arena, &c));
    const bool enquiry = c.kind == CONTACT_ENQUIRY;
    act->page->title = arena_format(&act->page->arena, "Contact %lld: %s", (long long)c.id,
                                    contact_kind_words[c.kind]);
    pair(act, "customer", named(act, c.customer, c.name));
    pair_day(act, c.planned ? "planned for" : "date", c.day);
    if (c.kind != CONTACT_NOTE)
        pair(act, "way", c.inbound ? "they came to us" : "we went to them");
    pair(act, "with", c.person);
    pair(act, "about", c.number);
    pair(act, "noted by", c.actor);
    pair(act, enquiry ? "answered by" : "owner", c.owner);
    pair_day(act, "next on", c.next_day);
    pair(act, "next", c.next_action);
    pair(act, "whose", c.next_owner);
    words_add(act, c.text);
    if (!date_is(c.ended))
        return ERR_OK;
    page_space(act->page);
    pair_day(act, enquiry ? "answered" : c.planned ? "held" : "done", c.ended);
    if (enquiry)
        pair(act, "days", arena_format(act->arena, "%d", c.ended.day - c.day.day));
    if (c.dispute_id)
        pair(act, "became case", arena_format(act->arena, "%lld", (long long)c.dispute_id));
    words_add(act, c.outcome);
    return ERR_OK;
}

const struct command cmd_contact_show = {
    .noun = "contact",
    .verb = "show",
    .summary = "one contact with all its words, and what came of it",
    .args = contact_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = contact_show_run,
};

/* ---- promise show --------------------------------------------------------------------------- */

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
    act->page->title = arena_format(&act->page->arena, "%s %lld of %s",
                                    p.plan ? "Payment plan" : "Promise", (long long)p.id,
                                    p.customer);
    pair(act, "customer", named(act, p.customer, p.name));
    pair(act, "state", promise_text(&p, act->arena));
    pair_day(act, "taken", p.taken);
    pair(act, "by", p.person);
    pair(act, "noted by", p.actor);
    if (p.contact_id)
        pair(act, "contact", arena_format(act->arena, "%lld", (long long)p.contact_id));
    if (p.whole)
        pair(act, "kept by", "any money of the customer");
    pair_day(act, "cancelled", p.ended);
    pair(act, "because", p.reason);
    words_add(act, p.text);
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
