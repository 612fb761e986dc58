/* Reconciliation: the bank and the books held against each other, approved by another. */
#include "app/banking.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/duty.h"
#include "ledger/reconciliation.h"
#include "report/reconciliationpage.h"

static const struct arg reconcile_args[] = {
    BANKING_ACCOUNT_ARG,
    {.name = "to", .kind = ARG_DATE, .help = "the day; of the last statement when not said"},
    {.name = "closing",
     .kind = ARG_MONEY,
     .help = "the bank's balance of that day, when no file says it"},
    {0},
};

static enum err day_read(struct act *act, const struct bank_account *account, struct date *out)
{
    struct bankbook_statement last;
    bool found = false;

    *out = args_date(act->args, "to", DATE_NONE);
    if (date_is(*out))
        return ERR_OK;
    TRY(bankbook_closing(act->book, account->account_id, book_today(act->book), act->arena, &last,
                         &found));
    *out = found ? last.last : book_today(act->book);
    return ERR_OK;
}

static enum err look(struct act *act, struct reconciliation *out)
{
    struct bank_account account;
    struct money closing = {0};
    bool given = false;
    struct date day;

    TRY(banking_account(act, &account));
    TRY(day_read(act, &account, &day));
    TRY(args_money(act->args, "closing", account.currency, &closing, &given, act->note));
    return reconciliation_look(act->book, account.account_id, day, given ? &closing.minor : NULL,
                               act->arena, out);
}

static enum err reconcile_run(struct act *act)
{
    struct reconciliation r;

    TRY(look(act, &r));
    act->found = !r.has_closing || r.file_difference != 0 || r.ledger_difference != 0 ||
                 r.unmatched_count != 0;
    return reconciliation_page(act->book, &r, act->page);
}

const struct command cmd_bank_reconcile = {
    .noun = "bank",
    .verb = "reconcile",
    .summary = "hold the bank against the books on a day: both proofs, and what is open",
    .detail = "Opening and lines must come to the closing balance; the general ledger less what is "
              "in transit and with what is not presented yet must come to it too. Ends with status "
              "1 while one of them does not. `bank submit` keeps the result, and somebody else "
              "approves it.",
    .args = reconcile_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = reconcile_run,
};

static enum err submit_run(struct act *act)
{
    struct reconciliation r;
    int64_t id = 0;

    TRY(look(act, &r));
    TRY(reconciliation_submit(act->tx, &r, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena,
                             "reconciliation %lld to %s: the bank and the books come to %s; it"
                             " waits for somebody else's approval",
                             (long long)id, say_day(act->arena, r.day),
                             say_money(act->arena, money_of(r.closing, r.currency)));
    return ERR_OK;
}

const struct command cmd_bank_submit = {
    .noun = "bank",
    .verb = "submit",
    .summary = "submit a reconciliation whose differences are 0.00",
    .args = reconcile_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = submit_run,
};

/* ---- decided -------------------------------------------------------------------------------- */

static const struct arg approve_args[] = {
    {.name = "reconciliation", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "reason", .kind = ARG_TEXT, .help = "a remark"},
    {0},
};
static const struct arg reject_args[] = {
    {.name = "reconciliation", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err decide(struct act *act, bool approve)
{
    const int64_t id = args_number(act->args, "reconciliation", 0);
    struct reconciliation r;
    const char *duty = NULL;

    TRY(reconciliation_get(act->book, id, act->arena, &r));
    if (approve)
        TRY(duty_of_reconciling(act->book, act->session->actor, r.day, &duty));
    if (duty)
        return fail(act->note, ERR_DENIED, "%s: somebody else must approve it", duty);
    TRY(reconciliation_decide(act->tx, id, approve, args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(
        act->arena,
        approve ? "reconciliation %lld of %s is approved: its lines and matches to %s are frozen"
                : "reconciliation %lld of %s, to %s, is rejected: it can be prepared again",
        (long long)id, r.prepared_by, say_day(act->arena, r.day));
    return ERR_OK;
}

static enum err approve_run(struct act *act)
{
    return decide(act, true);
}

static enum err reject_run(struct act *act)
{
    return decide(act, false);
}

const struct command cmd_bank_approve = {
    .noun = "bank",
    .verb = "approve",
    .summary = "approve a reconciliation that somebody else prepared",
    .args = approve_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = approve_run,
};

const struct command cmd_bank_reject = {
    .noun = "bank",
    .verb = "reject",
    .summary = "reject a reconciliation, with the reason",
    .args = reject_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = reject_run,
};

/* ---- list and show -------------------------------------------------------------------------- */

static const struct arg list_args[] = {BANKING_ACCOUNT_ARG, LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "id", .title = "Number", .kind = CELL_INT},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .worth = 1},
    {.name = "day", .title = "To", .kind = CELL_DATE},
    {.name = "closing", .title = "Closing", .kind = CELL_MONEY},
    {.name = "transit", .title = "In transit", .kind = CELL_MONEY, .worth = 2},
    {.name = "unpresented", .title = "Unpresented", .kind = CELL_MONEY, .worth = 3},
    {.name = "prepared_by", .title = "Prepared by", .kind = CELL_CODE, .worth = 1},
    {.name = "status", .title = "Status", .kind = CELL_TEXT},
    {.name = "decided_by", .title = "Decided by", .kind = CELL_CODE, .worth = 1},
};

struct rows {
    struct act *act;
    struct sink *sink;
};

static enum err account_rows(void *self, const struct bank_account *account)
{
    struct rows *rows = self;
    struct reconciliation *list = NULL;
    int count = 0;

    TRY(reconciliation_list(rows->act->book, account->account_id, rows->act->arena, &list, &count));
    for (int i = 0; i < count; i++) {
        const struct reconciliation *r = &list[i];
        const struct cell cells[] = {
            cell_int(r->id),
            cell_code(account->code),
            cell_date(r->day),
            cell_money(money_of(r->closing, r->currency)),
            cell_money(money_of(r->transit, r->currency)),
            cell_money(money_of(r->unpresented, r->currency)),
            cell_code(r->prepared_by),
            cell_text(!r->decided ? "waits" : r->approved ? "approved" : "rejected"),
            cell_code(r->decided_by),
        };
        TRY(sink_row(rows->sink, r->id, r->decided ? ' ' : '!', cells));
    }
    return ERR_OK;
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Reconciliations", NULL, columns,
                                           sizeof columns / sizeof *columns};
    struct rows rows = {act, sink};
    struct bank_account *list = NULL;
    int count = 0;

    TRY(banking_accounts(act, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY(account_rows(&rows, &list[i]));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_bank_reconciliations = {
    .noun = "bank",
    .verb = "reconciliations",
    .summary = "list the reconciliations of an account at the bank",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
