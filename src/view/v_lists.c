/* v_lists: the screens that are one command each. */
#include "ledger/customer.h"
#include "view/views.h"

#include <string.h>

/* `o` shows what is open, or everything. */
static unsigned all_turn(struct view *view)
{
    bool all = strcmp(view->extra, "all") == 0;

    view->extra = all ? "" : "all";
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word open_words[] = {
    {"open or all", "only what is open; again: everything", all_turn},
    {0},
};

/* One customer's, where one is meant. */
static const char *about_line(struct view *view, const char *list)
{
    struct arena *arena = &view->desk->arena;

    return *view->about
               ? arena_format(arena, "%s --customer %s", list, desk_word_quoted(view->about, arena))
               : list;
}

/* --open unless everything is wanted. */
static const char *open_line(struct view *view, const char *list)
{
    struct arena *arena = &view->desk->arena;

    return arena_format(arena, "%s%s", about_line(view, list),
                        strcmp(view->extra, "all") == 0 ? "" : " --open");
}

static const char *disputes_twin(struct view *view)
{
    return open_line(view, "dispute list");
}

const struct view_class view_disputes = {
    .name = "disputes",
    .title = "Disputes",
    .help = "what customers question",
    .kind = VIEW_LIST,
    .twin = disputes_twin,
    .words = open_words,
    .opens = "go dispute {id}",
    .empty = "Nothing is in dispute; o shows the closed cases too.",
};

const struct view_class view_dispute = {
    .name = "dispute",
    .title = "Dispute",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "dispute show {about}",
};

static const char *holds_twin(struct view *view)
{
    return strcmp(view->extra, "all") == 0
               ? arena_format(&view->desk->arena, "%s --all", about_line(view, "hold list"))
               : about_line(view, "hold list");
}

static const struct view_word hold_words[] = {
    {"open or all", "whose orders stop now; again: all that ever did", all_turn},
    {0},
};

const struct view_class view_holds = {
    .name = "holds",
    .title = "Holds",
    .help = "whose orders stop, and why",
    .kind = VIEW_LIST,
    .twin = holds_twin,
    .words = hold_words,
    .opens = "go customer {customer}",
    .empty = "Nobody is on hold; o shows those that were.",
};

static const char *applications_twin(struct view *view)
{
    return open_line(view, "credit-application list");
}

const struct view_class view_applications = {
    .name = "applications",
    .title = "Applications for credit",
    .help = "who asks for credit, and what was decided",
    .kind = VIEW_LIST,
    .twin = applications_twin,
    .words = open_words,
    .opens = "go customer {customer}",
    .empty = "No application waits; + notes one, o shows those decided too.",
};

static const char *placements_twin(struct view *view)
{
    return open_line(view, "placement list");
}

const struct view_class view_placements = {
    .name = "placements",
    .title = "Placements",
    .help = "what agencies and lawyers collect for us",
    .kind = VIEW_LIST,
    .twin = placements_twin,
    .words = open_words,
    .opens = "go customer {customer}",
    .empty = "Nothing is placed with an agency or at law; o shows what was recalled too.",
};

static const char *insolvencies_twin(struct view *view)
{
    return open_line(view, "insolvency list");
}

const struct view_class view_insolvencies = {
    .name = "insolvencies",
    .title = "Insolvent customers",
    .help = "who cannot pay any more, claims and dividends",
    .kind = VIEW_LIST,
    .twin = insolvencies_twin,
    .words = open_words,
    .opens = "go customer {customer}",
    .empty = "No customer is insolvent; o shows those that were.",
};

static const char *baddebts_twin(struct view *view)
{
    return open_line(view, "baddebt list");
}

const struct view_class view_baddebts = {
    .name = "baddebts",
    .title = "Bad debts",
    .help = "what was written off, and what of it came back",
    .kind = VIEW_LIST,
    .twin = baddebts_twin,
    .words = open_words,
    .opens = "go document {number}",
    .empty = "Nothing is written off as a bad debt; o shows what was taken back too.",
};

const struct view_class view_allowances = {
    .name = "allowances",
    .title = "Runs of the allowance",
    .help = "what is not expected to come: runs, and what posted them",
    .kind = VIEW_LIST,
    .runs = "allowance list",
    .opens = "go allowance {number}",
    .empty = "No run was made yet; + makes one, % shows the rates.",
};

const struct view_class view_allowance = {
    .name = "allowance",
    .title = "Run of the allowance",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "allowance show {about}",
};

const struct view_class view_allowancerates = {
    .name = "allowancerates",
    .title = "Rates of the allowance",
    .help = "what is expected to be lost of each bucket",
    .kind = VIEW_LIST,
    .runs = "allowance-rate list",
    .empty = "No rate was entered yet; + enters one.",
};

const struct view_class view_specifics = {
    .name = "specifics",
    .title = "Specific allowances",
    .help = "invoices and customers that are judged one by one",
    .kind = VIEW_LIST,
    .runs = "allowance-specific list",
    .opens = "go customer {customer}",
    .empty = "Nothing is judged one by one; + enters one.",
};

const struct view_class view_jurisdictions = {
    .name = "jurisdictions",
    .title = "Jurisdictions",
    .help = "when claims lapse and credits are dormant, by country",
    .kind = VIEW_LIST,
    .runs = "jurisdiction list",
};

static const char *confirmations_twin(struct view *view)
{
    return about_line(view, "confirmation list");
}

const struct view_class view_confirmations = {
    .name = "confirmations",
    .title = "Confirmations",
    .help = "letters that asked for a balance, and what came back",
    .kind = VIEW_LIST,
    .twin = confirmations_twin,
    .opens = "go customer {customer}",
    .empty = "No customer was asked yet; + asks one.",
};

static const char *balances_twin(struct view *view)
{
    return about_line(view, "balance list");
}

const struct view_class view_balances = {
    .name = "balances",
    .title = "Asserted balances",
    .help = "what customers say that they owed, and whether it holds",
    .kind = VIEW_LIST,
    .twin = balances_twin,
    .opens = "go customer {customer}",
    .empty = "No customer gave a balance yet; + notes one.",
};

/* Whose they are is said once, above. */
static enum err items_load(struct view *view)
{
    struct customer customer;

    TRY(view_command_load(view));
    if (!*view->about)
        return ERR_OK;
    TRY(customer_find(view->desk->book, view->about, &view->arena, &customer));
    view->where = arena_format(&view->arena, "Open items   %s   %s", customer.name, customer.code);
    return ERR_OK;
}

static const char *items_twin(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *line = about_line(view, "item list");

    return *view->extra ? arena_format(arena, "%s --as-of %s", line, view->extra) : line;
}

const struct view_class view_items = {
    .name = "items",
    .title = "Open items",
    .help = "every open item, of all customers",
    .kind = VIEW_LIST,
    .load = items_load,
    .twin = items_twin,
    .opens = "go document {document}",
    .empty = "No open items.",
};

static const char *approvals_twin(struct view *view)
{
    return open_line(view, "approval list");
}

const struct view_class view_approvals = {
    .name = "approvals",
    .title = "Approvals",
    .help = "what waits because it is above somebody's limit",
    .kind = VIEW_LIST,
    .twin = approvals_twin,
    .words = open_words,
    .opens = "go approval {approval}",
    .empty = "Nothing waits for an approval; o shows what was decided too.",
};

const struct view_class view_approval = {
    .name = "approval",
    .title = "Approval",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "approval show {about}",
};

const struct view_class view_users = {
    .name = "users",
    .title = "Users",
    .help = "who works with the book, in which roles, up to which limits",
    .kind = VIEW_LIST,
    .runs = "user list",
    .opens = "user set {user} ...",
    .empty = "No users: the book is one person's; + adds the first.",
};

const struct view_class view_sessions = {
    .name = "sessions",
    .title = "Sessions",
    .help = "who sits at the screens of this book now",
    .kind = VIEW_LIST,
    .runs = "user sessions",
    .empty = "Nobody, and this one is in no list: a book in memory has none.",
};

const struct view_class view_deposits = {
    .name = "deposits",
    .title = "Deposits",
    .help = "what went to the bank in one sum, and its slips",
    .kind = VIEW_LIST,
    .runs = "deposit list --sort=-date",
    .opens = "go document {number}",
    .empty = "No deposits yet; + makes one.",
};

/* The marked receipts, or all of them. */
static unsigned deposit_make(struct view *view)
{
    desk_run_template(view->desk, view_marked(view) ? "deposit make --payments {document..} ..."
                                                    : "deposit make --all ...");
    return REACT_USED;
}

static const struct view_word undeposited_words[] = {
    {"deposit", "takes the marked receipts to the bank; without marks all of them", deposit_make},
    {0},
};

const struct view_class view_undeposited = {
    .name = "undeposited",
    .title = "Receipts not deposited",
    .help = "cash and cheques that wait for the bank",
    .kind = VIEW_LIST,
    .runs = "deposit pending",
    .words = undeposited_words,
    .opens = "go document {number}",
    .empty = "No cash and no cheques wait.",
};

const struct view_class view_periods = {
    .name = "periods",
    .title = "Periods",
    .help = "months: open, soft-closed, closed; what was open at their end",
    .kind = VIEW_LIST,
    .runs = "period list",
    .opens = "go period {month}",
    .empty = "No month has postings yet.",
};

const struct view_class view_period = {
    .name = "period",
    .title = "Period",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "period show {about}",
};

const struct view_class view_terms = {
    .name = "terms",
    .title = "Payment terms",
    .help = "when invoices are due, and what early payers may keep",
    .kind = VIEW_LIST,
    .runs = "terms list",
    .empty = "No terms yet; + adds some.",
};

const struct view_class view_taxes = {
    .name = "taxes",
    .title = "Tax codes",
    .help = "tax codes and their rates",
    .kind = VIEW_LIST,
    .runs = "tax list",
    .empty = "No tax codes yet; + adds one.",
};

const struct view_class view_accounts = {
    .name = "accounts",
    .title = "Accounts",
    .help = "the chart of accounts with its balances",
    .kind = VIEW_LIST,
    .runs = "account list",
};

const struct view_class view_rates = {
    .name = "rates",
    .title = "Exchange rates",
    .help = "exchange rates",
    .kind = VIEW_LIST,
    .runs = "rate list",
    .empty = "No rates yet; + notes one.",
};

const struct view_class view_settings = {
    .name = "settings",
    .title = "Settings of the book",
    .help = "the settings of the book",
    .kind = VIEW_LIST,
    .runs = "book settings",
    .opens = "book set --name {name} ...",
};

const struct view_class view_journal = {
    .name = "journal",
    .title = "Journal",
    .help = "everything that was done, the newest first",
    .kind = VIEW_LIST,
    .runs = "journal list --sort=-id",
    .opens = "go entry {id}",
    .empty = "The journal is empty.",
};

const struct view_class view_entry = {
    .name = "entry",
    .title = "Journal entry",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "journal show {about}",
};

/* What a typed command answers. */
static const char *answer_twin(struct view *view)
{
    return view->about;
}

static enum err answer_start(struct view *view)
{
    view->where = view->about;
    return ERR_OK;
}

static const struct view_word answer_words[] = {
    {"look", "the paper of this row, or its customer", view_subject_open},
    {0},
};

const struct view_class view_answer = {
    .name = "answer",
    .title = "Answer",
    .kind = VIEW_LIST,
    .needs_about = true,
    .prefers_page = true,
    .start = answer_start,
    .twin = answer_twin,
    .words = answer_words,
    .opens = "look",
    .empty = "No rows.",
};

const struct view_class view_templates = {
    .name = "templates",
    .title = "Templates of papers",
    .help = "how papers are written, in each language",
    .kind = VIEW_LIST,
    .runs = "template list",
    .opens = "go papertemplate {template}",
};

const struct view_class view_papertemplate = {
    .name = "papertemplate",
    .title = "Template",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "template show {about}",
};

const struct view_class view_views = {
    .name = "views",
    .title = "Saved lists",
    .help = "lists that were saved under a name",
    .kind = VIEW_LIST,
    .runs = "view list",
    .opens = "view {name}",
    .empty = "No list is saved yet; v on any list saves it.",
};
