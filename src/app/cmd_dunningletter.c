/* Letters of dunning: listed, shown and printed as they went out, let go, taken back. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/dunningsend.h"
#include "app/say.h"
#include "base/pagetext.h"
#include "ledger/dunletter.h"
#include "ledger/logo.h"

static const char *const states[] = {"sent", "held", "undone", NULL};

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only to this customer"},
    {.name = "run", .kind = ARG_INT, .help = "only of this run; `dunning runs` shows them"},
    {.name = "from", .kind = ARG_DATE, .help = "of this day or later"},
    {.name = "to", .kind = ARG_DATE, .help = "of this day or earlier"},
    {.name = "status", .kind = ARG_CHOICE, .choices = states, .help = "only those that are so"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "letter", .title = "Letter", .kind = CELL_CODE},
    {.name = "run", .title = "Run", .kind = CELL_INT, .worth = 5},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 4},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "level", .title = "Level", .kind = CELL_INT},
    {.name = "language", .title = "Language", .kind = CELL_CODE, .worth = 7},
    {.name = "items", .title = "Items", .kind = CELL_INT, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Asked for", .kind = CELL_MONEY},
    {.name = "fee", .title = "Fee", .kind = CELL_MONEY, .worth = 1},
    {.name = "due", .title = "Pay by", .kind = CELL_DATE, .worth = 6},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "sent", .title = "Let go", .kind = CELL_DATE, .worth = 8},
    {.name = "undone", .title = "Undone", .kind = CELL_DATE, .worth = 9},
    {.name = "by", .title = "Who", .kind = CELL_CODE, .worth = 10},
    {.name = "reason", .title = "Why undone", .kind = CELL_TEXT, .worth = 11},
};

static enum err row_pass(void *self, const struct dunletter *letter)
{
    const struct cell cells[] = {
        cell_code(letter->number),
        cell_int(letter->run_id),
        cell_code(letter->customer),
        cell_text(letter->name),
        cell_date(letter->day),
        cell_int(letter->level),
        cell_code(letter->language),
        cell_int(letter->items),
        cell_code(letter->currency.code),
        cell_money(money_of(letter->amount, letter->currency)),
        cell_money(money_of(letter->fee, letter->currency)),
        cell_date(letter->due),
        cell_code(dunletter_state_word(letter->state)),
        cell_date(letter->released),
        cell_date(letter->undone),
        cell_code(letter->actor),
        cell_text(letter->reason),
    };

    return sink_row(self, letter->id, letter->state == DUNLETTER_HELD ? '*' : ' ', cells);
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Letters of dunning", NULL, columns,
                                    sizeof columns / sizeof *columns};
    struct dunletter_query query = {.run_id = args_number(act->args, "run", 0),
                                    .from = args_date(act->args, "from", DATE_NONE),
                                    .to = args_date(act->args, "to", DATE_NONE),
                                    .state = args_choice(act->args, "status", -1)};

    TRY(doclist_customer(act, &query.customer_id));
    TRY(sink->head(sink->self, &head));
    TRY(dunletter_each(act->book, &query, row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_dunning_list = {
    .noun = "dunning",
    .verb = "list",
    .summary = "list the letters of dunning, and what became of them",
    .detail = "The status is sent, held (waits to be checked: `dunning confirm`) or undone.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- runs ----------------------------------------------------------------------------------- */

static const struct arg runs_args[] = {LISTING_ARGS, {0}};

static const struct column run_columns[] = {
    {.name = "run", .title = "Run", .kind = CELL_INT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "by", .title = "By", .kind = CELL_CODE},
    {.name = "customers", .title = "Customers", .kind = CELL_INT},
    {.name = "letters", .title = "Letters", .kind = CELL_INT},
    {.name = "held", .title = "Held", .kind = CELL_INT},
    {.name = "undone", .title = "Undone", .kind = CELL_INT},
    {.name = "fees", .title = "With a fee", .kind = CELL_INT, .worth = 1},
};

static enum err runs_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Runs of dunning", NULL, run_columns,
                                    sizeof run_columns / sizeof *run_columns};
    struct dunrun *runs;
    int count;

    TRY(dunrun_list(act->book, act->arena, &runs, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_int(runs[i].id),      cell_date(runs[i].day),
                                     cell_code(runs[i].actor),  cell_int(runs[i].customers),
                                     cell_int(runs[i].letters), cell_int(runs[i].held),
                                     cell_int(runs[i].undone),  cell_int(runs[i].fees)};
        TRY(sink_row(sink, runs[i].id, runs[i].held ? '*' : ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err runs_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, runs_pass(act, sink));
}

const struct command cmd_dunning_runs = {
    .noun = "dunning",
    .verb = "runs",
    .summary = "list the runs of dunning, the newest first",
    .args = runs_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = runs_run,
};

/* ---- as they went out ----------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "letter",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "which: DL-1001"},
    {0},
};

/* Held or undone, it says so above the text that is kept. */
static enum err letter_page(struct act *act, const struct dunletter *letter)
{
    if (letter->state == DUNLETTER_HELD)
        page_text(act->page, "HELD, to be checked: not sent yet");
    if (letter->state == DUNLETTER_UNDONE)
        page_text(act->page, arena_format(act->arena, "UNDONE on %s: %s",
                                          say_day(act->arena, letter->undone), letter->reason));
    TRY(pagetext_read(letter->body, act->page, act->note));
    return logo_fill(act->book, act->page);
}

static enum err show_run(struct act *act)
{
    struct dunletter letter;

    TRY(dunletter_find(act->book, args_get(act->args, "letter"), act->arena, &letter));
    act->page->title = act->page->subtitle = NULL; /* the letter has its own */
    return letter_page(act, &letter);
}

const struct command cmd_dunning_show = {
    .noun = "dunning",
    .verb = "show",
    .summary = "show a letter of dunning as it went out",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};

static const struct arg print_args[] = {
    {.name = "run", .kind = ARG_INT, .help = "all letters of this run"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only those to this customer"},
    {.name = "held", .kind = ARG_FLAG, .help = "those too that wait to be checked"},
    {.name = "paper", .kind = ARG_FLAG, .help = "only those that did not go by mail"},
    {0},
};

struct printing {
    struct act *act;
    int count;
};

static enum err is_mailed(struct act *act, const char *number, bool *is)
{
    struct sentpaper paper;
    int64_t id = 0;

    *is = false;
    TRY(sentpaper_last(act->book, number, &id));
    if (id) {
        TRY(sentpaper_get(act->book, id, act->arena, &paper));
        *is = paper.channel == SENTPAPER_MAIL;
    }
    return ERR_OK;
}

static enum err letter_print(void *self, const struct dunletter *listed)
{
    struct printing *printing = self;
    struct act *act = printing->act;
    struct dunletter letter;
    bool mailed = false;

    if (listed->state == DUNLETTER_UNDONE ||
        (listed->state == DUNLETTER_HELD && !args_flag(act->args, "held")))
        return ERR_OK;
    if (args_flag(act->args, "paper"))
        TRY(is_mailed(act, listed->number, &mailed));
    if (mailed)
        return ERR_OK;
    TRY(dunletter_find(act->book, listed->number, act->arena, &letter));
    if (printing->count++)
        page_break(act->page);
    return letter_page(act, &letter);
}

static enum err print_run(struct act *act)
{
    struct dunletter_query query = {.run_id = args_number(act->args, "run", 0),
                                    .from = DATE_NONE,
                                    .to = DATE_NONE,
                                    .state = -1};
    struct printing printing = {.act = act};

    TRY(doclist_customer(act, &query.customer_id));
    if (!query.run_id && !query.customer_id)
        return fail(act->note, ERR_USAGE, "say which letters: --run or --customer");
    act->page->title = book_company(act->book);
    TRY(dunletter_each(act->book, &query, letter_print, &printing));
    if (printing.count > 1) /* in several languages */
        act->page->words = page_words_english;
    return printing.count ? ERR_OK
                          : fail(act->note, ERR_MISSING,
                                 "there is no such letter that may be printed; `dunning list`"
                                 " shows what there is");
}

const struct command cmd_dunning_print = {
    .noun = "dunning",
    .verb = "print",
    .summary = "print the letters of a run or to a customer again, as they were",
    .detail = "A sheet a letter. With --format pdf -o FILE they become one file. Letters that "
              "were taken back are left out, and, without --held, those that wait to be checked.",
    .args = print_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = print_run,
};

/* ---- let go, taken back --------------------------------------------------------------------- */

struct choice {
    int64_t id;
    const char *number;
};
struct chosen {
    struct act *act;
    struct choice *of;
    int count, room;
};

static enum err letter_choose(void *self, const struct dunletter *letter)
{
    struct chosen *chosen = self;
    struct arena *arena = chosen->act->arena;

    chosen->of = arena_grow(arena, chosen->of, chosen->count, &chosen->room, sizeof *chosen->of);
    chosen->of[chosen->count++] = (struct choice){letter->id, arena_text(arena, letter->number)};
    return ERR_OK;
}

/* The letter of --letter, or those of --run that are in the state; -1 = that are not undone. */
static enum err letters_chosen(struct act *act, int state, struct chosen *out)
{
    struct dunletter_query query = {.run_id = args_number(act->args, "run", 0),
                                    .from = DATE_NONE,
                                    .to = DATE_NONE,
                                    .state = state};
    struct dunletter letter;

    *out = (struct chosen){.act = act};
    if (args_given(act->args, "letter") == (query.run_id != 0))
        return fail(act->note, ERR_USAGE, "say which: --letter or --run");
    if (args_given(act->args, "letter")) {
        TRY(dunletter_find(act->book, args_get(act->args, "letter"), act->arena, &letter));
        return letter_choose(out, &letter);
    }
    if (state >= 0)
        return dunletter_each(act->book, &query, letter_choose, out);
    for (query.state = DUNLETTER_SENT; query.state <= DUNLETTER_HELD; query.state++)
        TRY(dunletter_each(act->book, &query, letter_choose, out));
    return ERR_OK;
}

static const char *chosen_said(struct act *act, const struct chosen *chosen)
{
    return chosen->count == 1 ? chosen->of[0].number
                              : arena_format(act->arena, "%d letters of run %lld", chosen->count,
                                             (long long)args_number(act->args, "run", 0));
}

static const struct arg confirm_args[] = {
    {.name = "letter", .kind = ARG_TEXT, .flags = ARG_BARE, .help = "this one: DL-1001"},
    {.name = "run", .kind = ARG_INT, .help = "all that are held of this run"},
    {.name = "date", .kind = ARG_DATE, .help = "when they go out; by default today"},
    {.name = "mail", .kind = ARG_FLAG, .help = "by mail to who has an address, by the outbox"},
    {0},
};

static enum err letter_release(struct act *act, const struct choice *choice, struct date day,
                               struct dunningsend *how)
{
    struct act one = *act;
    struct arena arena = {0}; /* of a letter: there may be many */
    struct dunletter letter;
    enum err e;

    one.arena = &arena;
    TRY_OUT(dunletter_release(act->tx, choice->id, day));
    TRY_OUT(dunletter_find(act->book, choice->number, &arena, &letter));
    e = dunningsend_letter(&one, &letter, how);
out:
    arena_done(&arena);
    return e;
}

static enum err confirm_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct dunningsend how = {.mail = args_flag(act->args, "mail")};
    struct chosen chosen;

    TRY(letters_chosen(act, DUNLETTER_HELD, &chosen));
    if (chosen.count == 0)
        return fail(act->note, ERR_CONFLICT, "no letter of that run waits to be checked");
    for (int i = 0; i < chosen.count; i++)
        TRY(letter_release(act, &chosen.of[i], day, &how));
    act->ref = chosen.of[0].number;
    act->says = arena_format(act->arena, "%s: checked, and gone out", chosen_said(act, &chosen));
    if (*dunningsend_said(&how, act->arena))
        act->says = say_join(act->arena, act->says, dunningsend_said(&how, act->arena));
    return ERR_OK;
}

const struct command cmd_dunning_confirm = {
    .noun = "dunning",
    .verb = "confirm",
    .summary = "let letters go that were held to be checked",
    .detail = "From that day on they count, and their fees are posted. They stand in `sent list` "
              "then, and with --mail they wait in the outbox where the customer has an address.",
    .args = confirm_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .run = confirm_run,
};

static const struct arg undo_args[] = {
    {.name = "run", .kind = ARG_INT, .help = "all letters of this run"},
    {.name = "letter", .kind = ARG_TEXT, .help = "this one alone: DL-1001"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "from when on they count no more; today"},
    {0},
};

static enum err undo_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct chosen chosen;
    struct dunletter letter;
    int dropped = 0;

    TRY(letters_chosen(act, -1, &chosen));
    if (chosen.count == 0)
        return fail(act->note, ERR_CONFLICT, "there is no letter of that run to take back");
    for (int i = chosen.count; i-- > 0;) {
        TRY(dunletter_undo(act->tx, chosen.of[i].id, day, args_get(act->args, "reason")));
        TRY(dunletter_find(act->book, chosen.of[i].number, act->arena, &letter));
        TRY(dunningsend_drop(act, &letter, &dropped));
    }
    act->ref = chosen.of[0].number;
    act->says =
        arena_format(act->arena, "%s: taken back; the levels before hold again, fees are reversed",
                     chosen_said(act, &chosen));
    if (dropped)
        act->says =
            say_join(act->arena, act->says,
                     arena_format(act->arena,
                                  "%d mail%s that waited in the outbox %s not go"
                                  " out",
                                  dropped, dropped == 1 ? "" : "s", dropped == 1 ? "does" : "do"));
    return ERR_OK;
}

const struct command cmd_dunning_undo = {
    .noun = "dunning",
    .verb = "undo",
    .summary = "take a run of dunning back, or one letter",
    .detail = "The items stand at their levels before again, and fees are reversed; one that was "
              "paid meanwhile leaves its money unapplied. A letter on which a later one stands is "
              "taken back after that one.",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .run = undo_run,
};
