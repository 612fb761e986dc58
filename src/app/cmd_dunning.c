/* Dunning: what a run would send and whom it leaves alone, and the run itself. */
#include "app/commands.h"
#include "app/dunningrun.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/item.h"
#include "ledger/pending.h"
#include "report/dunningwhy.h"

static const struct arg preview_args[] = {
    {.name = "date", .kind = ARG_DATE, .help = "of a run on this day; by default today"},
    DUNNINGRUN_ARGS,
    LISTING_ARGS,
    {0},
};

static const struct column preview_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 8},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 5},
    {.name = "days_past_due", .title = "Days", .kind = CELL_INT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 4},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .worth = 3},
    {.name = "disputed", .title = "Disputed", .kind = CELL_MONEY, .worth = 9},
    {.name = "credits", .title = "Credits", .kind = CELL_MONEY, .worth = 10},
    {.name = "before", .title = "Was", .kind = CELL_INT, .worth = 6},
    {.name = "level", .title = "Lv", .kind = CELL_INT},
    {.name = "amount", .title = "To pay", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "fee", .title = "Fee", .kind = CELL_MONEY, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "reason", .title = "Left out", .kind = CELL_CODE, .worth = 1},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .width = 24},
    {.name = "pending", .title = "Pending", .kind = CELL_TEXT, .worth = 7},
};
#define COLUMNS (int)(sizeof preview_columns / sizeof *preview_columns)

struct preview {
    struct act *act;
    const struct dunplan *plan;
    struct sink *sink;
    struct arena arena; /* of a row */
    bool pending;       /* some money waits in a batch */
};

static struct cell level_cell(int level)
{
    return level == DUNNING_NONE ? cell_none() : cell_int(level);
}

/* "120.00 in batch A, anna": money that may pay it was entered already. */
static enum err pending_said(struct preview *p, int64_t item_id, const char **out)
{
    struct pending *list;
    int count;

    *out = NULL;
    if (!p->pending)
        return ERR_OK;
    TRY(pending_of_item(p->act->book, item_id, &p->arena, &list, &count));
    if (count)
        *out = arena_format(&p->arena, "%s in %s",
                            say_minor(&p->arena, pending_sum(list, count), list[0].currency),
                            pending_clause(list, count, book_today(p->act->book), &p->arena));
    return ERR_OK;
}

/* The fee of a letter stands in the row of its first item. */
static enum err fee_of(const struct dunaccount *account, int row, struct cell *out)
{
    const int level = account->account.items[row].next;
    int64_t amount, fee;

    *out = cell_none();
    if (level == DUNNING_NONE)
        return ERR_OK;
    for (int i = 0; i < row; i++)
        if (account->account.items[i].next == level)
            return ERR_OK;
    TRY(dunning_letter(account->steps, &account->account, level, &amount, &fee));
    if (fee)
        *out = cell_money(money_of(fee, account->currency));
    return ERR_OK;
}

static enum err row_pass(struct preview *p, const struct dunaccount *account, int at)
{
    const struct dunning_item *judged = &account->account.items[at];
    const struct dunrow *row = &account->rows[at];
    const bool dunned = judged->next != DUNNING_NONE;
    const char *pending;
    struct cell fee;
    struct item item;

    TRY(item_get(p->act->book, row->item_id, &p->arena, &item));
    TRY(pending_said(p, row->item_id, &pending));
    TRY(fee_of(account, at, &fee));
    const struct cell cells[COLUMNS] = {
        cell_code(account->code),
        cell_text(account->name),
        cell_code(item.number),
        cell_date(item.due),
        cell_int(judged->days),
        cell_code(account->currency.code),
        cell_money(money_of(judged->open, account->currency)),
        cell_money(money_of(judged->disputed, account->currency)),
        cell_money(money_of(judged->credited + judged->in_hand, account->currency)),
        level_cell(judged->level),
        level_cell(judged->next),
        dunned ? cell_money(money_of(judged->amount, account->currency)) : cell_none(),
        fee,
        cell_code(dunning_reason_word(judged->reason)),
        cell_text(dunning_why(p->plan, account, at, &p->arena)),
        cell_text(pending),
    };
    return sink_row(p->sink, row->item_id, dunned && pending ? '!' : dunned ? ' ' : '*', cells);
}

static const char *letters_said(struct act *act, const struct dunningrun_sums *sums)
{
    const char *held = sums->held ? arena_format(act->arena, ", %lld of them held to be checked",
                                                 (long long)sums->held)
                                  : "";

    if (sums->letters == 0)
        return "no letter";
    return arena_format(act->arena, "%lld letter%s to %lld customer%s%s", (long long)sums->letters,
                        sums->letters == 1 ? "" : "s", (long long)sums->customers,
                        sums->customers == 1 ? "" : "s", held);
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    struct preview preview = {.act = act, .sink = sink};
    struct table_head head = {"Dunning", NULL, preview_columns, COLUMNS};
    struct dunningrun_sums sums;
    struct dunplan plan;
    enum err e;

    TRY_OUT(dunningrun_plan(act, &plan));
    preview.plan = &plan;
    head.subtitle = arena_format(act->arena, "a run on %s", say_day(act->arena, plan.day));
    TRY_OUT(pending_is_any(act->book, &preview.pending));
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < plan.count; i++)
        for (int at = 0; at < plan.accounts[i].account.count; at++) {
            TRY_OUT(row_pass(&preview, &plan.accounts[i], at));
            arena_reset(&preview.arena);
        }
    TRY_OUT(dunningrun_sums(act, &plan, false, &sums));
    e = sink->foot(sink->self, arena_format(act->arena, "%s; %lld of %lld items left alone",
                                            letters_said(act, &sums), (long long)sums.left,
                                            (long long)(sums.left + sums.items)));
out:
    dunplan_done(&plan);
    arena_done(&preview.arena);
    return e;
}

static enum err preview_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_dunning_preview = {
    .noun = "dunning",
    .verb = "preview",
    .summary = "what a run of dunning would send, and what it leaves alone and why",
    .detail = "One row an item that is past due, or that a friendly reminder reaches. An item "
              "rises by one level at a time, by its full days past due, some days after the letter "
              "before (settings dunning.gap, dunning.interval, dunning.jumps). Open credits are "
              "taken off first, what is disputed is left out. The column reason says what stands "
              "against the others: a promise, a plan, a block, a minimum that is not reached. "
              "Money that waits in an open batch is pointed out in the column pending.",
    .args = preview_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = preview_run,
};

/* ---- a letter beforehand -------------------------------------------------------------------- */

static const struct arg draft_args[] = {
    {.name = "date", .kind = ARG_DATE, .help = "of a run on this day; by default today"},
    DUNNINGRUN_ARGS,
    {0},
};

static enum err draft_run(struct act *act)
{
    struct dunplan plan;
    int count = 0;
    enum err e;

    TRY_OUT(dunningrun_plan(act, &plan));
    TRY_OUT(dunningrun_draft(act, &plan, &count));
    if (count == 0)
        e = fail(act->note, ERR_MISSING, "no letter is due; `dunning preview` says why");
out:
    dunplan_done(&plan);
    return e;
}

const struct command cmd_dunning_draft = {
    .noun = "dunning",
    .verb = "draft",
    .summary = "the letters as a run would write them",
    .args = draft_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = draft_run,
};

/* ---- the run -------------------------------------------------------------------------------- */

static const struct arg run_args[] = {
    {.name = "date", .kind = ARG_DATE, .help = "the day of the letters; by default today"},
    DUNNINGRUN_ARGS,
    {.name = "hold", .kind = ARG_FLAG, .help = "all letters wait to be checked: dunning confirm"},
    {.name = "mail", .kind = ARG_FLAG, .help = "by mail to who has an address, by the outbox"},
    {0},
};

static const struct column letter_columns[] = {
    {.name = "letter", .title = "Letter", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3},
    {.name = "level", .title = "Level", .kind = CELL_INT},
    {.name = "language", .title = "Language", .kind = CELL_CODE, .worth = 4},
    {.name = "items", .title = "Items", .kind = CELL_INT, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "To pay", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "fee", .title = "Fee", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "due", .title = "Pay by", .kind = CELL_DATE},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
};

static enum err letter_pass(void *self, const struct dunaccount *account,
                            const struct dunletter *letter)
{
    const struct cell cells[] = {
        cell_code(letter->number),
        cell_code(account->code),
        cell_text(account->name),
        cell_int(letter->level),
        cell_code(letter->language),
        cell_int(letter->items),
        cell_code(letter->currency.code),
        cell_money(money_of(letter->amount, letter->currency)),
        cell_money(money_of(letter->fee, letter->currency)),
        cell_date(letter->due),
        cell_code(dunletter_state_word(letter->state)),
    };

    return self ? sink_row(self, letter->id, letter->held ? '*' : ' ', cells) : ERR_OK;
}

static enum err run_stage(struct act *act)
{
    struct dunningrun_sums sums;
    struct dunplan plan;
    enum err e;

    TRY_OUT(dunningrun_plan(act, &plan));
    TRY_OUT(dunningrun_sums(act, &plan, args_flag(act->args, "hold"), &sums));
    if (sums.letters)
        act->plan = arena_format(act->arena, "%s will be written.", letters_said(act, &sums));
out:
    dunplan_done(&plan);
    return e;
}

static enum err run_run(struct act *act)
{
    const struct table_head head = {"Letters of dunning", NULL, letter_columns,
                                    sizeof letter_columns / sizeof *letter_columns};
    const bool hold = args_flag(act->args, "hold");
    struct dunningsend how = {.mail = args_flag(act->args, "mail")};
    struct dunningrun_sums sums;
    struct dunplan plan;
    int64_t run_id = 0;
    enum err e;

    TRY_OUT(dunningrun_plan(act, &plan));
    TRY_OUT(dunningrun_sums(act, &plan, hold, &sums));
    if (act->sink)
        TRY_OUT(act->sink->head(act->sink->self, &head));
    TRY_OUT(dunningrun_write(act, &plan, hold, &how, letter_pass, act->sink, &run_id));
    if (act->sink)
        TRY_OUT(act->sink->foot(act->sink->self, NULL));
    act->ref = run_id ? arena_format(act->arena, "%lld", (long long)run_id) : NULL;
    act->says = run_id
                    ? arena_format(act->arena, "run %lld: %s; `dunning print --run %lld`",
                                   (long long)run_id, letters_said(act, &sums), (long long)run_id)
                    : "nobody is to be dunned; `dunning preview` says why";
    if (run_id && *dunningsend_said(&how, act->arena))
        act->says = say_join(act->arena, act->says, dunningsend_said(&how, act->arena));
out:
    dunplan_done(&plan);
    return e;
}

const struct command cmd_dunning_run = {
    .noun = "dunning",
    .verb = "run",
    .summary = "write the letters that are due: one a customer, level and language",
    .detail =
        "Each letter lists its items with their age and keeps its whole text, so that it is "
        "printed again as it was: `dunning print --run`; it stands in `sent list`, and with --mail "
        "it waits in the outbox where the customer has an address. The fee of its level is posted "
        "as a charge. Letters of a level that is held, and all with --hold, wait: they count, and "
        "their fees are posted, once `dunning confirm` lets them go. `dunning undo` takes a "
        "run or a letter back. `dunning preview` shows beforehand what will be sent.",
    .args = run_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD | COMMAND_TAGGED | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = run_stage,
    .run = run_run,
};
