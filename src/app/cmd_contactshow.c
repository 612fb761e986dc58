/* One contact as a page: all its words, and what came of it. */
#include "app/commands.h"
#include "app/say.h"
#include "ledger/contact.h"

static void words_add(struct act *act, const char *text)
{
    if (!text || !*text)
        return;
    page_space(act->page);
    page_text(act->page, text);
}

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
    page_say(act->page, "customer", say_account(act->arena, c.customer, c.name));
    page_say(act->page, c.planned ? "planned for" : "date", say_day(act->arena, c.day));
    if (c.kind != CONTACT_NOTE)
        page_say(act->page, "way", c.inbound ? "they came to us" : "we went to them");
    page_say(act->page, "with", c.person);
    page_say(act->page, "about", c.number);
    page_say(act->page, "noted by", c.actor);
    page_say(act->page, enquiry ? "answered by" : "owner", c.owner);
    page_say(act->page, "next on", say_day(act->arena, c.next_day));
    page_say(act->page, "next", c.next_action);
    page_say(act->page, "whose", c.next_owner);
    words_add(act, c.text);
    if (!date_is(c.ended))
        return ERR_OK;
    page_space(act->page);
    page_say(act->page,
             enquiry     ? "answered"
             : c.planned ? "held"
                         : "done",
             say_day(act->arena, c.ended));
    if (enquiry)
        page_say(act->page, "days", arena_format(act->arena, "%d", c.ended.day - c.day.day));
    if (c.dispute_id)
        page_say(act->page, "became case",
                 arena_format(act->arena, "%lld", (long long)c.dispute_id));
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
