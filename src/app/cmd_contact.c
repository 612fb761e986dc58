/* Contacts: calls, letters, enquiries and the like, what came of them, and what is to follow. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/contact.h"
#include "ledger/customer.h"
#include "ledger/document.h"

static const struct arg log_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "with whom"},
    {.name = "text", .kind = ARG_TEXT, .help = "what was said"},
    {.name = "with", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "the person there"},
    {.name = "next", .kind = ARG_DATE, .help = "when something is to follow: +7, or a day"},
    {.name = "action", .kind = ARG_TEXT, .help = "what is to follow then"},
    {.name = "next-owner", .kind = ARG_CODE, .help = "who does it; by default whoever logs this"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = contact_kind_words,
     .otherwise = "call",
     .help = "how"},
    {.name = "document", .kind = ARG_DOCUMENT, .help = "the paper that it is about"},
    {.name = "in", .kind = ARG_FLAG, .help = "they came to us, not we to them"},
    {.name = "date",
     .kind = ARG_DATE,
     .help = "when it was; by default today; a day to come makes it planned"},
    {.name = "planned", .kind = ARG_FLAG, .help = "it is still to be held, today or later"},
    {.name = "owner",
     .kind = ARG_CODE,
     .help = "of an enquiry: who answers it; by default whoever logs it"},
    {0},
};

/* The customer's own paper; 0 when none is named. */
static enum err about_take(struct act *act, int64_t customer_id, int64_t *out)
{
    struct document document;
    bool is = false;

    *out = 0;
    if (!args_given(act->args, "document"))
        return ERR_OK;
    TRY(document_find(act->book, args_get(act->args, "document"), 0, act->arena, &document));
    TRY(customer_is(act->book, document.customer_id, customer_id, &is));
    if (!is)
        return fail(act->note, ERR_INPUT, "--document: %s is a paper of %s", document.number,
                    *document.customer ? document.customer : "nobody known");
    *out = document.id;
    return ERR_OK;
}

static const char *log_says(struct act *act, const struct contact *contact, const char *code)
{
    const char *says =
        arena_format(act->arena, "%s %s %s: contact %s", contact_kind_words[contact->kind],
                     contact->planned                ? "is planned with"
                     : contact->kind == CONTACT_NOTE ? "is kept at"
                     : contact->inbound              ? "from"
                                                     : "is logged with",
                     code, act->ref);

    if (date_is(contact->next_day))
        says = say_join(act->arena, says,
                        arena_format(act->arena, "next on %s%s%s",
                                     say_day(act->arena, contact->next_day),
                                     contact->next_action ? ": " : "",
                                     contact->next_action ? contact->next_action : ""));
    return says;
}

static enum err contact_log_run(struct act *act)
{
    const struct args *args = act->args;
    const struct date today = book_today(act->book);
    const char *owner = args_get(args, "owner"), *next_owner = args_get(args, "next-owner");
    const struct date day = args_date(args, "date", today);
    struct customer customer;
    int64_t id;

    TRY(customer_find(act->book, args_get(args, "customer"), act->arena, &customer));
    struct contact contact = {
        .customer_id = customer.id,
        .kind = (enum contact_kind)args_choice(args, "kind", CONTACT_CALL),
        .inbound = args_flag(args, "in"),
        .planned = args_flag(args, "planned") || day.day > today.day,
        .day = day,
        .next_day = args_date(args, "next", DATE_NONE),
        .person = args_get(args, "with"),
        .owner = owner ? owner : act->session->actor,
        .text = args_get(args, "text"),
        .next_action = args_get(args, "action"),
    };
    if (contact.kind == CONTACT_ENQUIRY)
        contact.inbound = true;
    if (contact.next_action && !date_is(contact.next_day))
        return fail(act->note, ERR_USAGE, "--next is missing: on which day is this to follow?");
    if (date_is(contact.next_day) || contact.planned)
        contact.next_owner = next_owner ? next_owner : act->session->actor;
    TRY(about_take(act, customer.id, &contact.document_id));
    TRY(contact_log(act->tx, &contact, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = log_says(act, &contact, customer.code);
    return ERR_OK;
}

const struct command cmd_contact_log = {
    .noun = "contact",
    .verb = "log",
    .summary = "note a call, letter, visit, enquiry or the like",
    .detail = "What is to follow, and when, stands on the worklist on that day, until somebody was "
              "in touch on that day or later, something else is to follow, or `contact close` says "
              "that it is done. An enquiry stays open until it is closed with its answer.",
    .args = log_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = contact_log_run,
};

static const struct arg close_args[] = {
    {.name = "contact",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `contact list --open` shows them"},
    {.name = "text", .kind = ARG_TEXT, .help = "what came of it, or the answer"},
    {.name = "date", .kind = ARG_DATE, .help = "by default today"},
    {.name = "dispute",
     .kind = ARG_INT,
     .help = "the case that it became; `dispute list` shows them"},
    {0},
};

static enum err contact_close_run(struct act *act)
{
    const int64_t id = args_number(act->args, "contact", 0);
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct contact contact;

    TRY(contact_get(act->book, id, act->arena, &contact));
    TRY(contact_end(act->tx, id, day, args_number(act->args, "dispute", 0),
                    args_get(act->args, "text")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    if (contact.kind == CONTACT_ENQUIRY)
        act->says = arena_format(
            act->arena, "enquiry %lld of %s is answered, %d day%s after it came", (long long)id,
            contact.customer, day.day - contact.day.day, day.day - contact.day.day == 1 ? "" : "s");
    else
        act->says =
            arena_format(act->arena, "%s %lld with %s is %s", contact_kind_words[contact.kind],
                         (long long)id, contact.customer, contact.planned ? "held" : "done");
    return ERR_OK;
}

const struct command cmd_contact_close = {
    .noun = "contact",
    .verb = "close",
    .summary = "answer an enquiry, note that a planned contact was held, or a next action is done",
    .args = close_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = contact_close_run,
};

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_BARE,
     .help = "only with this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only enquiries, plans and actions that wait"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = contact_kind_words,
     .help = "only of this kind"},
    {.name = "from", .kind = ARG_DATE, .help = "only from this day on"},
    {.name = "to", .kind = ARG_DATE, .help = "only up to this day"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "No.", .kind = CELL_INT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "way", .title = "Way", .kind = CELL_CODE, .worth = 7},
    {.name = "with", .title = "With", .kind = CELL_TEXT, .worth = 4},
    {.name = "document", .title = "Document", .kind = CELL_CODE, .worth = 5},
    {.name = "text", .title = "What was said", .kind = CELL_TEXT, .width = 16},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "next", .title = "Next", .kind = CELL_DATE, .worth = 1},
    {.name = "action", .title = "Action", .kind = CELL_TEXT, .worth = 2},
    {.name = "next_owner", .title = "Whose", .kind = CELL_CODE, .worth = 3},
    {.name = "owner", .title = "Owner", .kind = CELL_CODE, .worth = 6},
    {.name = "closed", .title = "Closed", .kind = CELL_DATE, .worth = 8},
    {.name = "turnaround_days", .title = "Days", .kind = CELL_INT, .worth = 9},
    {.name = "dispute", .title = "Case", .kind = CELL_INT, .worth = 10},
    {.name = "outcome", .title = "What came of it", .kind = CELL_TEXT, .worth = 11},
};

static const char *status_word(const struct contact *contact)
{
    const bool ended = date_is(contact->ended);

    if (contact->kind == CONTACT_ENQUIRY)
        return ended ? "answered" : "open";
    if (contact->planned)
        return ended ? "held" : "planned";
    if (date_is(contact->next_day))
        return ended ? "done" : "to follow";
    return "";
}

static enum err contact_row(void *self, const struct contact *contact)
{
    struct sink *sink = self;
    const bool ended = date_is(contact->ended);
    const bool waits = !ended && *status_word(contact);
    const struct cell cells[] = {
        cell_int(contact->id),
        cell_date(contact->day),
        cell_code(contact->customer),
        cell_text(contact->name),
        cell_code(contact_kind_words[contact->kind]),
        cell_code(contact->kind == CONTACT_NOTE ? ""
                  : contact->inbound            ? "in"
                                                : "out"),
        cell_text(contact->person),
        cell_code(contact->number),
        cell_text(contact->text),
        cell_code(status_word(contact)),
        cell_date(contact->next_day),
        cell_text(contact->next_action),
        cell_code(contact->next_owner),
        cell_code(contact->owner),
        cell_date(contact->ended),
        ended && contact->kind == CONTACT_ENQUIRY ? cell_int(contact->ended.day - contact->day.day)
                                                  : cell_none(),
        contact->dispute_id ? cell_int(contact->dispute_id) : cell_none(),
        cell_text(contact->outcome),
    };
    return sink_row(sink, contact->id, waits ? '*' : ' ', cells);
}

static enum err contacts_pass(struct act *act, const struct contact_query *query, struct sink *sink)
{
    const struct table_head head = {"Contacts", query->open ? "what waits" : NULL, columns,
                                    sizeof columns / sizeof columns[0]};

    TRY(sink->head(sink->self, &head));
    TRY(contacts_each(act->book, query, contact_row, sink));
    return sink->foot(sink->self, NULL);
}

static enum err contact_list_run(struct act *act)
{
    struct customer customer = {.id = 0};
    struct listing listing;

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct contact_query query = {.customer_id = customer.id,
                                        .from = args_date(act->args, "from", DATE_NONE),
                                        .to = args_date(act->args, "to", DATE_NONE),
                                        .kind = args_choice(act->args, "kind", -1),
                                        .open = args_flag(act->args, "open")};
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, contacts_pass(act, &query, sink));
}

const struct command cmd_contact_list = {
    .noun = "contact",
    .verb = "list",
    .summary = "list contacts with customers, the newest first",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = contact_list_run,
};
