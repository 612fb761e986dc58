/* Approvals: what waits because it is above somebody's limit, decided on by somebody else. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/erase.h"
#include "ledger/journal.h"

#include <string.h>

/* clang-format off */
#define APPROVAL_ARG                                                                               \
    {.name = "approval", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                       \
     .help = "which, as A-12 or 12"}
/* clang-format on */

#define OWN_STATUS "you made this" /* how the list says it, greyed on screen */

static enum err approval_read(struct act *act, struct approval *out)
{
    return approval_find(act->book, args_get(act->args, "approval"), act->arena, out);
}

/* "write-off of 12.00 EUR for ACME, asked for by anna" */
static const char *approval_words(struct act *act, const struct approval *approval)
{
    return arena_format(act->arena, "%s of %s%s%s, asked for by %s", grant_name(approval->kind),
                        say_money(act->arena, approval->amount), *approval->customer ? " for " : "",
                        approval->customer, approval->maker);
}

/* ---- approve -------------------------------------------------------------------------------- */

static const struct arg approve_args[] = {APPROVAL_ARG, {0}};

/* What came of the held command, from `before` to `run`. */
struct approved {
    struct approval approval;
    struct outcome outcome;
    int64_t entry;
};

/* The held command under this approval, as an entry of its own of who approves. */
static enum err held_run(struct act *act, struct approved *state)
{
    struct session *session = act->session;
    struct args held;

    TRY(approving_args(act, state->approval.command, &held));
    TRY(user_judge(act->book, session->actor, held.command->role,
                   arena_format(act->arena, "what %s holds", state->approval.number)));
    session->approving = state->approval.id;
    const enum err e = command_inner(act, &held, NULL, &state->outcome);
    session->approving = 0;
    return e;
}

static enum err approve_before(struct act *act)
{
    struct approved *state = arena_new(act->arena, sizeof *state);
    struct entry last;

    act->state = state;
    TRY(approval_read(act, &state->approval));
    TRY(approval_may(act->book, &state->approval, act->session->actor));
    const enum err e = held_run(act, state);
    if (e != ERR_OK)
        return fail(act->note, e, "%s cannot be done: %s; nothing is posted, and it still waits",
                    state->approval.number, arena_text(act->arena, act->note->text));
    TRY(journal_head(act->book, &last, act->arena));
    state->entry = last.id;
    return ERR_OK;
}

static enum err approve_run(struct act *act)
{
    const struct approved *state = act->state;

    TRY(approval_approve(act->tx, &state->approval, state->entry));
    act->ref = state->outcome.ref ? state->outcome.ref : state->approval.number;
    act->says = say_join(act->arena,
                         arena_format(act->arena, "%s is approved: %s", state->approval.number,
                                      approval_words(act, &state->approval)),
                         state->outcome.says);
    return ERR_OK;
}

/* What a row of the list says of itself; other screens' rows have other words there. */
static const char *approve_why_not(const struct subject *subject)
{
    if (!subject->status)
        return NULL;
    if (strcmp(subject->status, OWN_STATUS) == 0)
        return "you made this: another person must approve it";
    return strcmp(subject->status, "expired") == 0 || strcmp(subject->status, "withdrawn") == 0
               ? "it does not wait any more"
               : NULL;
}

const struct command cmd_approval_approve = {
    .noun = "approval",
    .verb = "approve",
    .summary = "approve what somebody else asked for, and do it",
    .detail = "The command that waits runs now, as an entry of whoever approves: with the books as "
              "they are, and within the approver's own limit. When it is no longer possible, "
              "nothing happens and the reason is said. Nobody approves what is their own.",
    .args = approve_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .signs = "sign.approvals",
    .why_not = approve_why_not,
    .before = approve_before,
    .run = approve_run,
};

/* ---- reject --------------------------------------------------------------------------------- */

static const struct arg reject_args[] = {
    APPROVAL_ARG,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err reject_run(struct act *act)
{
    struct approval approval;

    TRY(approval_read(act, &approval));
    const bool own = strcmp(approval.maker, act->session->actor) == 0;
    if (!own)
        TRY(user_judge(act->book, act->session->actor, ROLE_COORDINATOR,
                       "rejecting what somebody else asked for"));
    TRY(approval_reject(act->tx, &approval, args_get(act->args, "reason")));
    act->ref = approval.number;
    act->says = arena_format(act->arena, "%s is %s: %s", approval.number,
                             own ? "withdrawn" : "rejected", approval_words(act, &approval));
    return ERR_OK;
}

const struct command cmd_approval_reject = {
    .noun = "approval",
    .verb = "reject",
    .summary = "reject what waits for an approval, with the reason",
    .detail = "Whoever asked for it may withdraw it the same way.",
    .args = reject_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = reject_run,
};

/* ---- list and show -------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "open", .kind = ARG_FLAG, .help = "only what waits"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "approval", .title = "No.", .kind = CELL_CODE},
    {.name = "maker", .title = "Asked by", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 1},
    {.name = "document", .title = "Document", .kind = CELL_CODE, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "reason", .title = "Reason", .kind = CELL_TEXT, .worth = 4},
    {.name = "moment", .title = "Asked", .kind = CELL_MOMENT, .worth = 6},
    {.name = "expires", .title = "Expires", .kind = CELL_DATE, .worth = 5},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 1},
    {.name = "decided_by", .title = "By", .kind = CELL_CODE, .worth = 7},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .worth = 8},
    {.name = "command", .title = "Command", .kind = CELL_TEXT, .worth = 9, .flags = COLUMN_HIDDEN},
};

static enum err approval_row(struct act *act, const struct approval *approval, struct sink *sink)
{
    const bool own = strcmp(approval->maker, act->session->actor) == 0;
    const bool open = approval->state == APPROVAL_OPEN;
    const struct cell cells[] = {
        cell_code(approval->number),
        cell_code(approval->maker),
        cell_code(approval->customer),
        cell_text(approval->name),
        cell_code(grant_word(approval->kind)),
        cell_code(approval->document),
        cell_code(approval->amount.currency.code),
        cell_money(approval->amount),
        cell_text(approval->reason),
        cell_number(CELL_MOMENT, approval->moment),
        cell_date(approval->expires),
        cell_code(open && own ? OWN_STATUS : approval_status(approval)),
        cell_code(approval->decided_by),
        cell_text(approval->why),
        cell_text(approval->command),
    };

    return sink_row(sink, approval->id, open ? '*' : ' ', cells);
}

/* An erasure has no amount and no held command: it is told below the list. */
static enum err wishes_told(struct act *act, int64_t customer_id, const char **words)
{
    struct erase_wish *wishes;
    int count;
    char day[DATE_TEXT];

    *words = NULL;
    TRY(erase_wishes(act->book, customer_id, act->arena, &wishes, &count));
    for (int i = 0; i < count; i++)
        *words = say_join(
            act->arena, *words,
            arena_format(act->arena, "%s asks that %s be erased: another person may do it until %s",
                         wishes[i].maker, wishes[i].code, date_iso(wishes[i].until, day)));
    return ERR_OK;
}

static enum err approvals_pass(struct act *act, const struct approval_query *query,
                               struct sink *sink)
{
    const struct table_head head = {"Approvals", query->open ? "what waits" : NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    struct approval *list;
    const char *wishes;
    int count;

    TRY(approval_list(act->book, query, act->arena, &list, &count));
    TRY(wishes_told(act, query->customer_id, &wishes));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY(approval_row(act, &list[i], sink));
    return sink->foot(sink->self, wishes);
}

static enum err approval_list_run(struct act *act)
{
    struct customer customer = {.id = 0};
    struct listing listing;

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct approval_query query = {
        .open = args_flag(act->args, "open"), .customer_id = customer.id, .to = DATE_NONE};
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, approvals_pass(act, &query, sink));
}

const struct command cmd_approval_list = {
    .noun = "approval",
    .verb = "list",
    .summary = "list what waits for an approval, and what was decided",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = approval_list_run,
};

/* ---- show ----------------------------------------------------------------------------------- */

static const struct arg show_args[] = {APPROVAL_ARG, {0}};

static const struct column granted_columns[] = {
    {.name = "day", .title = "Day", .kind = CELL_DATE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "by", .title = "By", .kind = CELL_CODE},
    {.name = "approval", .title = "Approval", .kind = CELL_CODE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
};

struct granted {
    struct act *act;
    struct sink sink;
    int rows;
};

static enum err granted_row(void *self, const struct granted_before *before)
{
    struct granted *granted = self;
    struct arena *arena = &granted->act->page->arena;
    const struct cell cells[] = {
        cell_date(before->day),
        cell_code(grant_word(before->kind)),
        cell_code(arena_text(arena, before->document)),
        cell_code(arena_text(arena, before->by)),
        cell_code(before->approval_id
                      ? arena_format(arena, "A-%lld", (long long)before->approval_id)
                      : ""),
        cell_money(money_of(before->base, book_currency(granted->act->book))),
    };

    if (granted->rows++ == 0) {
        static const struct table_head head = {NULL, NULL, granted_columns,
                                               sizeof granted_columns / sizeof granted_columns[0]};
        page_space(granted->act->page);
        page_heading(granted->act->page, 2, "Granted to this customer");
        granted->sink = table_sink(page_table(granted->act->page));
        TRY(granted->sink.head(granted->sink.self, &head));
    }
    return sink_row(&granted->sink, granted->rows, ' ', cells);
}

static void show_pairs(struct act *act, const struct approval *approval)
{
    struct page *page = act->page;
    char day[DATE_TEXT];

    page_pair(page, "what",
              arena_format(&page->arena, "%s of %s", grant_name(approval->kind),
                           say_money(&page->arena, approval->amount)));
    if (*approval->customer)
        page_pair(page, "customer",
                  arena_format(&page->arena, "%s, %s", approval->customer, approval->name));
    if (*approval->document)
        page_pair(page, "document", approval->document);
    page_pair(page, "reason", *approval->reason ? approval->reason : "none was given");
    page_pair(page, "asked by",
              arena_format(&page->arena, "%s, %s", approval->maker,
                           say_moment(&page->arena, approval->moment)));
    page_pair(page, "dated", arena_text(&page->arena, date_iso(approval->day, day)));
    page_pair(page, "expires", arena_text(&page->arena, date_iso(approval->expires, day)));
    page_pair(page, "status", approval_status(approval));
    if (*approval->decided_by)
        page_pair(page, "decided by",
                  arena_format(&page->arena, "%s, %s%s%s%s", approval->decided_by,
                               say_moment(&page->arena, approval->decided_at),
                               approval->is_signed ? ", signed with a password" : "",
                               *approval->why ? ": " : "", approval->why));
    page_space(page);
    page_text(page, arena_format(&page->arena, "arledger %s", approval->command));
}

static enum err approval_show_run(struct act *act)
{
    struct approval approval;
    struct granted granted = {.act = act};

    TRY(approval_read(act, &approval));
    act->page->title = arena_format(&act->page->arena, "Approval %s", approval.number);
    show_pairs(act, &approval);
    if (approval.customer_id)
        TRY(granted_each(act->book, approval.customer_id, granted_row, &granted));
    return granted.rows ? granted.sink.foot(granted.sink.self, NULL) : ERR_OK;
}

const struct command cmd_approval_show = {
    .noun = "approval",
    .verb = "show",
    .summary = "show what waits for an approval: what it would do, and what was granted before",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = approval_show_run,
};
