#include "app/banking.h"

#include "app/say.h"
#include "ledger/deposit.h"

#include <stdlib.h>
#include <string.h>

static enum err none_known(struct act *act)
{
    return fail(act->note, ERR_MISSING,
                "no account at a bank is known yet: `bank account --account 1200 --number ...`"
                " says which one it is, or `bank import` asks");
}

enum err banking_accounts(struct act *act, struct bank_account **out, int *count)
{
    const char *code = args_get(act->args, "account");
    int64_t id = 0;

    if (!code)
        return bank_account_list(act->book, act->arena, out, count);
    *out = arena_new(act->arena, sizeof **out);
    *count = 1;
    TRY(account_find(act->book, code, &id));
    return bank_account_get(act->book, id, act->arena, *out);
}

enum err banking_account(struct act *act, struct bank_account *out)
{
    struct bank_account *list = NULL;
    const char *codes = "";
    int count = 0;

    TRY(banking_accounts(act, &list, &count));
    if (count == 0)
        return none_known(act);
    *out = list[0];
    if (count == 1)
        return ERR_OK;
    for (int i = 0; i < count; i++)
        codes = arena_format(act->arena, "%s%s%s", codes,
                             i == 0           ? ""
                             : i == count - 1 ? " or "
                                              : ", ",
                             list[i].code);
    return fail(act->note, ERR_USAGE, "%d accounts at the bank are known: say --account %s", count,
                codes);
}

enum err banking_each(struct act *act,
                      enum err (*each)(void *self, const struct bank_account *account), void *self)
{
    struct bank_account *list = NULL;
    int count = 0;

    TRY(banking_accounts(act, &list, &count));
    if (count == 0)
        return none_known(act);
    for (int i = 0; i < count; i++)
        TRY(each(self, &list[i]));
    return ERR_OK;
}

/* ---- a line as a row ------------------------------------------------------------------------ */

const struct column banking_columns[BANKING_COLUMNS] = {
    {.name = "line", .title = "Line", .kind = CELL_INT, .worth = 1},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .worth = 7},
    {.name = "booked", .title = "Booked", .kind = CELL_DATE},
    {.name = "value", .title = "Value", .kind = CELL_DATE, .worth = 8},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 5},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 14},
    {.name = "party", .title = "Their account", .kind = CELL_CODE, .worth = 6},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 4},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 3, .width = 12},
    {.name = "code", .title = "Code", .kind = CELL_CODE, .worth = 9},
    {.name = "ours", .title = "Ours", .kind = CELL_TEXT},
    {.name = "match", .title = "Match", .kind = CELL_INT, .worth = 2},
};

void banking_cells(const struct bankbook_line *line, const struct bank_account *account,
                   const char *ours, struct cell cells[BANKING_COLUMNS])
{
    const struct cell all[BANKING_COLUMNS] = {
        cell_int(line->id),
        cell_code(account->code),
        cell_date(line->booked),
        cell_date(line->value),
        cell_money(money_of(line->amount, line->currency)),
        cell_code(line->currency.code),
        cell_text(line->name),
        cell_code(line->party),
        cell_text(line->reference),
        cell_text(line->text),
        cell_code(line->code),
        cell_text(ours),
        line->group ? cell_int(line->group) : cell_none(),
    };

    memcpy(cells, all, sizeof all);
}

struct names {
    struct act *act;
    const char *text;
};

static enum err name_take(void *self, const struct banked *banked)
{
    struct names *names = self;

    names->text = arena_format(names->act->arena, "%s%s%s", names->text, *names->text ? "; " : "",
                               banked->number);
    return ERR_OK;
}

enum err banking_ours(struct act *act, const struct bankbook_line *line, const char **out)
{
    struct names names = {act, ""};
    const struct banked_query query = {
        .account_id = line->account_id, .to = DATE_NONE, .group = line->group};

    if (line->group)
        TRY(banked_each(act->book, &query, name_take, &names));
    *out = names.text;
    return ERR_OK;
}

/* ---- what is not matched -------------------------------------------------------------------- */

/* Rows that grow in the act's arena. */
struct gathering {
    struct act *act;
    struct bank_matching *matching;
    int line_room, candidate_room;
};

static enum err line_take(void *self, const struct bankbook_line *line)
{
    struct gathering *g = self;
    struct bank_matching *m = g->matching;
    struct arena *arena = g->act->arena;

    m->lines = arena_grow(arena, m->lines, m->line_count, &g->line_room, sizeof *m->lines);
    struct bankbook_line *kept = &m->lines[m->line_count++];
    *kept = *line;
    bankbook_line_keep(kept, arena);
    return ERR_OK;
}

static struct bank_candidate *candidate_new(struct gathering *g)
{
    struct bank_matching *m = g->matching;

    m->candidates = arena_grow(g->act->arena, m->candidates, m->candidate_count, &g->candidate_room,
                          sizeof *m->candidates);
    return &m->candidates[m->candidate_count++];
}

static enum err banked_take(void *self, const struct banked *banked)
{
    struct gathering *g = self;

    if (!currency_is(banked->currency, g->matching->account.currency))
        return ERR_OK;
    *candidate_new(g) =
        (struct bank_candidate){.document_id = banked->document_id,
                                .number = arena_text(g->act->arena, banked->number),
                                .customer = arena_text(g->act->arena, banked->customer),
                                .day = banked->posted,
                                .amount = banked->amount};
    return ERR_OK;
}

static enum err waiting_take(void *self, const struct deposit_receipt *receipt)
{
    struct gathering *g = self;

    *candidate_new(g) =
        (struct bank_candidate){.document_id = receipt->document_id,
                                .waits = true,
                                .account_id = receipt->account_id,
                                .number = arena_text(g->act->arena, receipt->number),
                                .customer = arena_text(g->act->arena, receipt->customer),
                                .day = receipt->posted,
                                .amount = receipt->amount.minor};
    return ERR_OK;
}

/* The words under which a document may be quoted, beside its own number. */
static enum err entries_make(struct act *act, const struct bank_matching *m,
                             struct tally_entry *entries)
{
    struct document document;

    for (int i = 0; i < m->candidate_count; i++) {
        const struct bank_candidate *c = &m->candidates[i];
        TRY(document_get(act->book, c->document_id, act->arena, &document));
        entries[i] = (struct tally_entry){.amount = c->amount,
                                          .day = c->day,
                                          .number = c->number,
                                          .reference = document.reference,
                                          .lot = c->waits ? document.entry_id : 0};
    }
    return ERR_OK;
}

enum err banking_look(struct act *act, const struct bank_account *account, struct date from,
                      struct date to, int days, struct bank_matching *out)
{
    struct gathering g = {.act = act, .matching = out};
    const struct bankbook_query lines = {
        .account_id = account->account_id, .from = from, .to = to, .unmatched = true};
    const struct banked_query ours = {
        .account_id = account->account_id, .to = DATE_NONE, .unmatched = true};
    const struct tally_options options = {days, TALLY_WORK};

    *out = (struct bank_matching){.account = *account};
    TRY(bankbook_each(act->book, &lines, line_take, &g));
    TRY(banked_each(act->book, &ours, banked_take, &g));
    TRY(deposit_pending(act->book, book_today(act->book), 0, account->currency.code, waiting_take,
                        &g));
    struct tally_line *side =
        arena_new(act->arena, ((size_t)out->line_count + 1) * sizeof *side);
    struct tally_entry *entries =
        arena_new(act->arena, ((size_t)out->candidate_count + 1) * sizeof *entries);
    for (int i = 0; i < out->line_count; i++)
        side[i] = (struct tally_line){
            .amount = out->lines[i].amount,
            .day = out->lines[i].booked,
            .text = arena_format(act->arena, "%s %s", out->lines[i].reference,
                                 out->lines[i].text)};
    TRY(entries_make(act, out, entries));
    const struct tally_case given = {side, out->line_count, entries, out->candidate_count,
                                     account->currency};
    const enum err e =
        tally_find(&given, &options, act->arena, &out->proposals, &out->proposal_count);
    return e == ERR_LIMIT ? fail(act->note, e, "the lines come to more than can be counted") : e;
}

/* ---- shown ---------------------------------------------------------------------------------- */

static const struct column match_columns[] = {
    {.name = "line", .title = "Line", .kind = CELL_INT, .worth = 6},
    {.name = "booked", .title = "Booked", .kind = CELL_DATE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 12},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "sure", .title = "Sure", .kind = CELL_CODE}, /* yes: one answer; ask: proposed; no */
    {.name = "ours", .title = "Ours", .kind = CELL_TEXT},
    {.name = "ours_amount", .title = "Amount", .kind = CELL_MONEY, .worth = 4},
    {.name = "rule", .title = "Rule", .kind = CELL_CODE, .worth = 5},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .worth = 1, .width = 16},
    {.name = "lines", .title = "Lines", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .worth = 7}, /* where several are */
};
#define MATCH_COLUMNS (int)(sizeof match_columns / sizeof *match_columns)


static const struct tally_proposal *proposal_of(const struct bank_matching *m, int line,
                                                bool *first)
{
    for (int i = 0; i < m->proposal_count; i++)
        for (int k = 0; k < m->proposals[i].line_count; k++)
            if (m->proposals[i].lines[k] == line) {
                *first = k == 0;
                return &m->proposals[i];
            }
    return NULL;
}

static const char *lines_of(struct act *act, const struct bank_matching *m,
                            const struct tally_proposal *found)
{
    const char *text = "";

    for (int i = 0; found && i < found->line_count; i++)
        text = arena_format(act->arena, "%s%s%lld", text, i ? "; " : "",
                            (long long)m->lines[found->lines[i]].id);
    return text;
}

static enum err proposal_row(struct act *act, const struct bank_matching *m, int n,
                             const struct tally_proposal *found, bool first, struct sink *sink)
{
    const struct bankbook_line *line = &m->lines[n];
    int64_t ours = 0;

    for (int i = 0; found && i < found->entry_count; i++)
        ours += m->candidates[found->entries[i]].amount;
    const struct cell cells[] = {
        cell_int(line->id),
        cell_date(line->booked),
        cell_text(*line->name ? line->name : line->text),
        cell_money(money_of(line->amount, line->currency)),
        cell_code(!found ? "no" : found->automatic ? "yes" : "ask"),
        cell_text(found ? banking_numbers(act, m, found->entries, found->entry_count) : NULL),
        found && first ? cell_money(money_of(ours, line->currency)) : cell_none(),
        cell_code(found ? tally_word(found->rule) : NULL),
        cell_text(found ? found->why : "nothing of ours is like it"),
        cell_text(lines_of(act, m, found)),
        cell_text(line->text),
        cell_code(m->account.code),
    };
    return sink_row(sink, line->id, found && found->automatic ? ' ' : '!', cells);
}

enum err banking_head(struct act *act, struct sink *sink)
{
    struct bank_account *list = NULL;
    int count = 0;

    if (!sink)
        return ERR_OK;
    TRY(banking_accounts(act, &list, &count));
    const bool one = count == 1;
    const struct table_head head = {"Matching", one ? list[0].number : NULL, match_columns,
                                    one ? MATCH_COLUMNS - 1 : MATCH_COLUMNS};
    return sink->head(sink->self, &head);
}

enum err banking_rows(struct act *act, const struct bank_matching *m, struct sink *sink)
{
    if (!sink)
        return ERR_OK;
    for (int i = 0; i < m->line_count; i++) {
        bool first = true;
        const struct tally_proposal *found = proposal_of(m, i, &first);
        TRY(proposal_row(act, m, i, found, first, sink));
    }
    return ERR_OK;
}

enum err banking_foot(struct sink *sink)
{
    return sink ? sink->foot(sink->self, NULL) : ERR_OK;
}

/* ---- made ----------------------------------------------------------------------------------- */

const char *banking_numbers(struct act *act, const struct bank_matching *matching,
                            const int *candidates, int count)
{
    const char *text = "";

    for (int i = 0; i < count; i++)
        text = arena_format(act->arena, "%s%s%s", text, i ? "; " : "",
                            matching->candidates[candidates[i]].number);
    return text;
}

/* The receipts that wait go to the bank on the day of the last line. */
static enum err deposit_them(struct act *act, const struct bank_matching *m, struct date day,
                             const int64_t *receipts, int count, int64_t fee, int64_t *document)
{
    const struct deposit_new deposit = {.bank_id = m->account.account_id,
                                        .date = day,
                                        .receipts = receipts,
                                        .count = count,
                                        .fee = fee,
                                        .text = "as the bank booked it"};
    struct document_made made;

    TRY(deposit_make(act->tx, &deposit, &made));
    *document = made.id;
    return ERR_OK;
}

enum err banking_match(struct act *act, const struct bank_matching *matching, const int *lines,
                       int line_count, const int *candidates, int candidate_count, int64_t fee,
                       const char *rule, const char *why, int64_t *group)
{
    const size_t room = (size_t)(line_count + candidate_count + 2);
    int64_t *ids = arena_new(act->arena, room * sizeof *ids);
    int64_t *documents = arena_new(act->arena, room * sizeof *documents);
    int64_t *receipts = arena_new(act->arena, room * sizeof *receipts);
    int document_count = 0, receipt_count = 0;
    struct date day = DATE_NONE;

    for (int i = 0; i < line_count; i++) {
        const struct bankbook_line *line = &matching->lines[lines[i]];
        ids[i] = line->id;
        if (!date_is(day) || line->booked.day > day.day)
            day = line->booked;
    }
    for (int i = 0; i < candidate_count; i++) {
        const struct bank_candidate *c = &matching->candidates[candidates[i]];
        if (c->waits)
            receipts[receipt_count++] = c->document_id;
        else
            documents[document_count++] = c->document_id;
    }
    if (receipt_count)
        TRY(deposit_them(act, matching, day, receipts, receipt_count, fee,
                         &documents[document_count++]));
    else if (fee)
        return fail(act->note, ERR_CONFLICT,
                    "a fee is kept back of receipts that wait; %s is in the books already",
                    banking_numbers(act, matching, candidates, candidate_count));
    const struct bankmatch_new match = {.account_id = matching->account.account_id,
                                        .lines = ids,
                                        .line_count = line_count,
                                        .documents = documents,
                                        .document_count = document_count,
                                        .rule = rule,
                                        .why = why};
    return bankmatch_make(act->tx, &match, group);
}
