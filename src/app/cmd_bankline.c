/* Lines of the bank: listed, shown with their history, and with what of ours they could be. */
#include "app/banking.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    BANKING_ACCOUNT_ARG,
    BANKING_DAYS_ARGS,
    {.name = "unmatched", .kind = ARG_FLAG, .help = "only lines that are in no match"},
    {.name = "open", .kind = ARG_FLAG, .help = "the same"},
    LISTING_ARGS,
    {0},
};

struct lines {
    struct act *act;
    struct sink *sink;
    const struct bank_account *accounts;
    int count;
};

static enum err line_row(void *self, const struct bankbook_line *line)
{
    struct lines *lines = self;
    struct cell cells[BANKING_COLUMNS];
    const char *ours = "";
    int at = 0;

    while (at < lines->count && lines->accounts[at].account_id != line->account_id)
        at++;
    if (at == lines->count)
        return ERR_OK;
    TRY(banking_ours(lines->act, line, &ours));
    banking_cells(line, &lines->accounts[at], ours, cells);
    return sink_row(lines->sink, line->id, line->group ? ' ' : '!', cells);
}

static enum err lines_pass(struct act *act, const struct bank_account *accounts, int count,
                           struct sink *sink)
{
    struct lines lines = {act, sink, accounts, count};
    const struct table_head head = {
        "Lines of the bank",
        count == 1 ? arena_format(act->arena, "%s %s %s", accounts->code, accounts->name,
                                  accounts->number)
                   : NULL,
        banking_columns, BANKING_COLUMNS};
    const struct bankbook_query query = {.account_id = count == 1 ? accounts->account_id : 0,
                                         .from = args_date(act->args, "from", DATE_NONE),
                                         .to = args_date(act->args, "to", DATE_NONE),
                                         .unmatched = args_flag(act->args, "unmatched") ||
                                                      args_flag(act->args, "open")};

    TRY(sink->head(sink->self, &head));
    TRY(bankbook_each(act->book, &query, line_row, &lines));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct bank_account *accounts = NULL;
    struct listing listing;
    int count = 0;

    TRY(banking_accounts(act, &accounts, &count));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, lines_pass(act, accounts, count, sink));
}

const struct command cmd_bank_list = {
    .noun = "bank",
    .verb = "list",
    .summary = "list lines of the bank, and what of ours they are",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- propose -------------------------------------------------------------------------------- */

static const struct arg propose_args[] = {
    BANKING_ACCOUNT_ARG,
    BANKING_DAYS_ARGS,
    {.name = "days", .kind = ARG_INT, .help = "so far may the days lie apart; 5 when not said"},
    LISTING_ARGS,
    {0},
};

struct proposing {
    struct act *act;
    struct sink *sink;
};

static enum err account_propose(void *self, const struct bank_account *account)
{
    struct proposing *proposing = self;
    const struct args *args = proposing->act->args;
    struct bank_matching matching;

    TRY(banking_look(proposing->act, account, args_date(args, "from", DATE_NONE),
                     args_date(args, "to", DATE_NONE), (int)args_number(args, "days", TALLY_DAYS),
                     &matching));
    return banking_rows(proposing->act, &matching, proposing->sink);
}

static enum err propose_pass(struct act *act, struct sink *sink)
{
    struct proposing proposing = {act, sink};

    TRY(banking_head(act, sink));
    TRY(banking_each(act, account_propose, &proposing));
    return banking_foot(sink);
}

static enum err propose_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, propose_pass(act, sink));
}

const struct command cmd_bank_propose = {
    .noun = "bank",
    .verb = "propose",
    .summary = "show what of ours each unmatched line of the bank could be, and why",
    .args = propose_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = propose_run,
};

/* ---- show ----------------------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "line", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {0},
};

static const struct column history_columns[] = {
    {.name = "match", .title = "Match", .kind = CELL_INT},
    {.name = "day", .title = "Day", .kind = CELL_DATE},
    {.name = "by", .title = "By", .kind = CELL_CODE},
    {.name = "rule", .title = "Rule", .kind = CELL_CODE},
    {.name = "why", .title = "Why", .kind = CELL_TEXT},
    {.name = "undone", .title = "Taken back", .kind = CELL_DATE},
    {.name = "reason", .title = "Reason", .kind = CELL_TEXT},
};

static enum err history_row(void *self, const struct bankmatch *match)
{
    struct sink *sink = self;
    const struct cell cells[] = {cell_int(match->group),   cell_date(match->day),
                                 cell_code(match->actor),  cell_code(match->rule),
                                 cell_text(match->why),    cell_date(match->undone),
                                 cell_text(match->reason)};

    return sink_row(sink, match->group, date_is(match->undone) ? ' ' : '*', cells);
}

static enum err show_run(struct act *act)
{
    static const struct table_head head = {"Its matches", NULL, history_columns,
                                           sizeof history_columns / sizeof *history_columns};
    const int64_t id = args_number(act->args, "line", 0);
    struct page *page = act->page;
    struct bankbook_line line;
    struct bank_account account;
    const char *ours = "";
    char amount[MONEY_TEXT];

    TRY(bankbook_line_get(act->book, id, act->arena, &line));
    TRY(bank_account_get(act->book, line.account_id, act->arena, &account));
    TRY(banking_ours(act, &line, &ours));
    page->title = arena_format(&page->arena, "Line %lld of the bank", (long long)id);
    page->subtitle = arena_format(&page->arena, "%s %s %s", account.code, account.name,
                                  account.number);
    page_say(page, "Booked", say_day(&page->arena, line.booked));
    page_say(page, "Value", say_day(&page->arena, line.value));
    page_say(page, "Amount",
             arena_format(
                 &page->arena, "%s %s",
                 money_show(money_of(line.amount, line.currency), &act->session->notation, amount),
                 line.currency.code));
    page_say(page, "Name", line.name);
    page_say(page, "Their account", line.party);
    page_say(page, "Reference", line.reference);
    page_say(page, "Text", line.text);
    page_say(page, "Code", line.code);
    page_say(page, "Bank's reference", line.bank_ref);
    page_say(page, "Returned", line.returned ? (*line.reason ? line.reason : "yes") : "");
    page_say(page, "Ours", *ours ? ours : "nothing yet");
    page_space(page);
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    TRY(bankmatch_history(act->book, id, history_row, &sink));
    return sink.foot(sink.self, NULL);
}

const struct command cmd_bank_show = {
    .noun = "bank",
    .verb = "show",
    .summary = "show a line of the bank, and every match that it was in",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
