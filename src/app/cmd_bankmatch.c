/* Lines of the bank and documents of ours are said to be the same money, and not to be. */
#include "app/banking.h"
#include "app/commands.h"
#include "app/lettinggo.h"
#include "app/listing.h"
#include "app/say.h"

#include <string.h>

/* ---- match ---------------------------------------------------------------------------------- */

static const struct arg_column line_columns[] = {
    {.name = "line", .kind = ARG_INT, .flags = ARG_REQUIRED, .help = "its number in `bank list`"},
    {0},
};
static const struct arg_column document_columns[] = {
    {.name = "document", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {0},
};

static const struct arg match_args[] = {
    BANKING_ACCOUNT_ARG,
    {.name = "lines",
     .kind = ARG_ROWS,
     .columns = line_columns,
     .rows_style = ROWS_LIST,
     .help = "which lines: \"12; 13\""},
    {.name = "documents",
     .kind = ARG_ROWS,
     .columns = document_columns,
     .rows_style = ROWS_LIST,
     .help = "with what of ours: deposits, refunds, reversals, or receipts that wait"},
    {.name = "fee", .kind = ARG_MONEY, .help = "kept back of receipts that wait"},
    {.name = "auto", .kind = ARG_FLAG, .help = "all lines that have one answer"},
    BANKING_DAYS_ARGS,
    {.name = "days", .kind = ARG_INT, .help = "so far may the days lie apart; 5 when not said"},
    {0},
};

static enum err look(struct act *act, const struct bank_account *account,
                     struct bank_matching *out)
{
    return banking_look(act, account, args_date(act->args, "from", DATE_NONE),
                        args_date(act->args, "to", DATE_NONE),
                        (int)args_number(act->args, "days", TALLY_DAYS), out);
}

/* What came of a run over all accounts. */
struct matching_run {
    struct act *act;
    int sure, proposed, lines;
};

/* What one account took is no candidate of the next. */
static enum err account_match(void *self, const struct bank_account *account)
{
    struct matching_run *run = self;
    struct act *act = run->act;
    struct bank_matching m;
    int64_t group = 0;

    TRY(look(act, account, &m));
    TRY(banking_rows(act, &m, act->sink));
    run->lines += m.line_count;
    for (int i = 0; i < m.proposal_count; i++) {
        const struct tally_proposal *found = &m.proposals[i];
        *(found->automatic ? &run->sure : &run->proposed) += found->line_count;
        if (found->automatic)
            TRY(banking_match(act, &m, found->lines, found->line_count, found->entries,
                              found->entry_count, 0, tally_word(found->rule), found->why, &group));
    }
    return ERR_OK;
}

/* All that have one answer. */
static enum err match_all(struct act *act)
{
    struct matching_run run = {.act = act};

    TRY(banking_head(act, act->sink));
    TRY(banking_each(act, account_match, &run));
    TRY(banking_foot(act->sink));
    act->says = arena_format(act->arena,
                             "%d line%s matched, %d only proposed, %d that nothing of ours is like",
                             run.sure, run.sure == 1 ? "" : "s", run.proposed,
                             run.lines - run.sure - run.proposed);
    return ERR_OK;
}

static enum err places_of_lines(struct act *act, const struct bank_matching *m, int *places)
{
    for (int i = 0; i < args_count(act->args, "lines"); i++) {
        const int64_t id = args_row(act->args, "lines", i)->values[0].number;
        places[i] = -1;
        for (int k = 0; k < m->line_count; k++)
            if (m->lines[k].id == id)
                places[i] = k;
        if (places[i] < 0)
            return fail(act->note, ERR_MISSING,
                        "--lines: %lld is no unmatched line of %s; `bank list --unmatched` shows"
                        " them",
                        (long long)id, m->account.code);
    }
    return ERR_OK;
}

static enum err places_of_documents(struct act *act, const struct bank_matching *m, int *places)
{
    for (int i = 0; i < args_count(act->args, "documents"); i++) {
        const char *number = args_row(act->args, "documents", i)->values[0].text;
        places[i] = -1;
        for (int k = 0; k < m->candidate_count; k++)
            if (strcasecmp(m->candidates[k].number, number) == 0)
                places[i] = k;
        if (places[i] < 0)
            return fail(act->note, ERR_MISSING,
                        "--documents: %s has not moved %s %s, does not wait to, or is matched",
                        number, m->account.code, m->account.name);
    }
    return ERR_OK;
}

/* The account is that of the lines, unless it is said. */
static enum err account_of_lines(struct act *act, struct bank_account *out)
{
    struct bankbook_line line;

    if (args_get(act->args, "account"))
        return banking_account(act, out);
    TRY(bankbook_line_get(act->book, args_row(act->args, "lines", 0)->values[0].number, act->arena,
                          &line));
    return bank_account_get(act->book, line.account_id, act->arena, out);
}

static enum err match_named(struct act *act, struct bank_matching *m)
{
    const int lines = args_count(act->args, "lines");
    const int documents = args_count(act->args, "documents");
    int *line_places = arena_new(act->arena, ((size_t)lines + 1) * sizeof *line_places);
    int *document_places = arena_new(act->arena, ((size_t)documents + 1) * sizeof *document_places);
    struct money fee = {0};
    bool given = false;
    int64_t group = 0;

    TRY(args_money(act->args, "fee", m->account.currency, &fee, &given, act->note));
    TRY(places_of_lines(act, m, line_places));
    TRY(places_of_documents(act, m, document_places));
    int64_t *receipts = arena_new(act->arena, ((size_t)documents + 1) * sizeof *receipts);
    bool waits = false;
    for (int i = 0; i < documents; i++)
        receipts[i] = m->candidates[document_places[i]].document_id;
    TRY(lettinggo_missing(act, receipts, documents, fee.minor, m->lines[line_places[0]].booked,
                          &waits));
    if (waits)
        return ERR_OK;
    TRY(banking_match(act, m, line_places, lines, document_places, documents, fee.minor, "hand",
                      "", &group));
    act->ref = arena_format(act->arena, "%lld", (long long)group);
    act->says = arena_format(act->arena, "match %lld: %d line%s and %s", (long long)group, lines,
                             lines == 1 ? "" : "s",
                             banking_numbers(act, m, document_places, documents));
    return ERR_OK;
}

static enum err match_run(struct act *act)
{
    const bool named = args_count(act->args, "lines") > 0;
    struct bank_account account;
    struct bank_matching matching;

    if (named == args_flag(act->args, "auto") || named != (args_count(act->args, "documents") > 0))
        return fail(act->note, ERR_USAGE,
                    "give --lines and --documents, or --auto for all that have one answer");
    if (!named)
        return match_all(act);
    TRY(account_of_lines(act, &account));
    TRY(look(act, &account, &matching));
    return match_named(act, &matching);
}

const struct command cmd_bank_match = {
    .noun = "bank",
    .verb = "match",
    .summary = "say which lines of the bank are which documents of ours",
    .detail = "With --auto the steps are: the number or reference with its amount; the amount "
              "within some days, when neither side has another; several of ours that come to one "
              "line; several lines that come to one of ours. What has two answers is only shown. "
              "Receipts that wait on clearing or undeposited funds are brought to the bank by a "
              "deposit of the line's day. --dry-run shows all of it and does nothing.",
    .args = match_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = match_run,
};

/* ---- unmatch -------------------------------------------------------------------------------- */

static const struct arg unmatch_args[] = {
    {.name = "line", .kind = ARG_INT, .flags = ARG_REQUIRED, .help = "a line of the match"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err unmatch_run(struct act *act)
{
    const int64_t id = args_number(act->args, "line", 0);
    const char *ours = "";
    struct bankbook_line line;

    TRY(bankbook_line_get(act->book, id, act->arena, &line));
    if (line.group == 0)
        return fail(act->note, ERR_CONFLICT, "line %lld is in no match", (long long)id);
    TRY(banking_ours(act, &line, &ours));
    TRY(bankmatch_undo(act->tx, line.group, args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)line.group);
    act->says = arena_format(act->arena, "match %lld is taken back: line %lld and %s stand alone",
                             (long long)line.group, (long long)id, ours);
    return ERR_OK;
}

const struct command cmd_bank_unmatch = {
    .noun = "bank",
    .verb = "unmatch",
    .summary = "take a match with the bank back",
    .detail = "Both stay in the history. A deposit that the match made stays; `journal reverse` of "
              "the entry takes both back. What an approved reconciliation covers stays.",
    .args = unmatch_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = unmatch_run,
};
