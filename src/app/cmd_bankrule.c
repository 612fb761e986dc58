/* Rules for lines of the bank that are no paper of ours: charges, interest, what others book. */
#include "app/banking.h"
#include "app/commands.h"
#include "app/listing.h"
#include "base/filter.h"
#include "ledger/bankrule.h"

static const struct arg rule_args[] = {
    {.name = "pattern",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "a filter over the columns of `bank list`: \"text ~ 'service fee' & amount < 0\""},
    {.name = "account",
     .kind = ARG_ACCOUNT,
     .flags = ARG_REQUIRED,
     .help = "what such lines are booked against"},
    {.name = "text", .kind = ARG_TEXT, .help = "words of the entry; the line's own when not said"},
    {.name = "place", .kind = ARG_INT, .help = "before which others; behind all when not said"},
    {0},
};

static enum err rule_run(struct act *act)
{
    const char *code = args_get(act->args, "account");
    struct filter *filter = NULL;
    struct bank_rule rule = {.pattern = args_get(act->args, "pattern"),
                             .text = args_get(act->args, "text"),
                             .place = args_number(act->args, "place", 0)};
    int64_t id = 0;

    TRY(filter_parse(rule.pattern, banking_columns, BANKING_COLUMNS, &act->session->habit, &filter,
                     act->note));
    filter_done(filter);
    TRY(account_find(act->book, code, &rule.account_id));
    TRY(bank_rule_add(act->tx, &rule, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "rule %lld: %s goes to %s", (long long)id, rule.pattern,
                             code);
    return ERR_OK;
}

const struct command cmd_bank_rule = {
    .noun = "bank",
    .verb = "rule",
    .summary = "say how lines of the bank of a kind are booked",
    .detail = "The first rule in order that fits a line is taken by `bank post --auto`. `bank "
              "rules --test` shows which lines of the past each one would have taken.",
    .args = rule_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = rule_run,
};

static const struct arg endrule_args[] = {
    {.name = "rule", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {0},
};

static enum err endrule_run(struct act *act)
{
    const int64_t id = args_number(act->args, "rule", 0);

    TRY(bank_rule_end(act->tx, id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "rule %lld is not used any more", (long long)id);
    return ERR_OK;
}

const struct command cmd_bank_endrule = {
    .noun = "bank",
    .verb = "end-rule",
    .summary = "use a rule for lines of the bank no more",
    .args = endrule_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .run = endrule_run,
};

/* ---- list, with a test on history ----------------------------------------------------------- */

static const struct arg rules_args[] = {
    {.name = "test", .kind = ARG_FLAG, .help = "count the lines that each would take"},
    BANKING_ACCOUNT_ARG,
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "rule", .title = "Rule", .kind = CELL_INT},
    {.name = "place", .title = "Place", .kind = CELL_INT},
    {.name = "pattern", .title = "Pattern", .kind = CELL_TEXT},
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 1},
    {.name = "lines", .title = "Lines", .kind = CELL_INT},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

/* What each rule would take, the first that fits. */
struct trial {
    struct act *act;
    const struct bank_account *account;
    struct filter **filters;
    int64_t *counts, *sums;
    int count;
};

static enum err line_try(void *self, const struct bankbook_line *line)
{
    struct trial *trial = self;
    struct cell cells[BANKING_COLUMNS];

    banking_cells(line, trial->account, "", cells);
    for (int i = 0; i < trial->count; i++)
        if (filter_match(trial->filters[i], cells)) {
            trial->counts[i]++;
            return amount_add(trial->sums[i], line->amount, &trial->sums[i]);
        }
    return ERR_OK;
}

static enum err trial_run(struct trial *trial, const struct bank_rule *rules)
{
    const struct bankbook_query query = {
        .account_id = trial->account->account_id, .from = DATE_NONE, .to = DATE_NONE};
    enum err e = ERR_OK;

    for (int i = 0; i < trial->count; i++)
        TRY_OUT(filter_parse(rules[i].pattern, banking_columns, BANKING_COLUMNS,
                             &trial->act->session->habit, &trial->filters[i], trial->act->note));
    e = bankbook_each(trial->act->book, &query, line_try, trial);
out:
    for (int i = 0; i < trial->count; i++)
        filter_done(trial->filters[i]);
    return e;
}

static enum err rules_pass(struct act *act, struct sink *sink)
{
    const bool test = args_flag(act->args, "test");
    const struct table_head head = {"Rules for lines of the bank", NULL, columns,
                                    test ? COLUMNS : COLUMNS - 2};
    struct bank_rule *rules = NULL;
    struct bank_account account = {.account_id = 0};
    struct trial trial = {.act = act, .account = &account};

    TRY(bank_rule_list(act->book, act->arena, &rules, &trial.count));
    const size_t room = (size_t)trial.count + 1;
    trial.filters = arena_new(act->arena, room * sizeof *trial.filters);
    trial.counts = arena_new(act->arena, room * sizeof *trial.counts);
    trial.sums = arena_new(act->arena, room * sizeof *trial.sums);
    if (test) {
        TRY(banking_account(act, &account));
        TRY(trial_run(&trial, rules));
    }
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < trial.count; i++) {
        const struct cell cells[] = {cell_int(rules[i].id),
                                     cell_int(rules[i].place),
                                     cell_text(rules[i].pattern),
                                     cell_code(rules[i].account),
                                     cell_text(rules[i].text),
                                     cell_int(trial.counts[i]),
                                     cell_money(money_of(trial.sums[i], account.currency))};
        TRY(sink_row(sink, rules[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err rules_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rules_pass(act, sink));
}

const struct command cmd_bank_rules = {
    .noun = "bank",
    .verb = "rules",
    .summary = "list the rules for lines of the bank; with --test, what they would take",
    .args = rules_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = rules_run,
};
