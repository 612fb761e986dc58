/* Statements of many customers at once: recorded in one entry, then drawn into one PDF or a folder;
 * who got none, and why. */
#include "app/commands.h"
#include "app/outgoing.h"
#include "app/say.h"
#include "app/stating.h"
#include "ledger/customer.h"
#include "ledger/insolvency.h"
#include "rules/cycle.h"

#include <string.h>
#include <strings.h>

static const char *const kinds[] = {"open-item", "activity", NULL};

static const struct arg send_args[] = {
    {.name = "all", .kind = ARG_FLAG, .help = "to every customer that owes anything"},
    {.name = "cycle", .kind = ARG_CODE, .help = "to those of this cycle, as monthly"},
    {.name = "due",
     .kind = ARG_FLAG,
     .help = "to those whose cycle is due and who got none since: `statement due`"},
    {.name = "collector", .kind = ARG_TEXT, .help = "to those of this collector"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_MANY, .help = "to these"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = kinds,
     .help = "what is open, or all that happened; by default as each customer's record says"},
    {.name = "as-of", .kind = ARG_DATE, .help = "the last day of each; by default today"},
    {.name = "from",
     .kind = ARG_DATE,
     .help = "first day of activity statements; by default the first of the month"},
    {.name = "minimum", .kind = ARG_MONEY, .help = "none to who owes less than this"},
    {.name = "credits", .kind = ARG_FLAG, .help = "also to those whom we owe"},
    {.name = "zero", .kind = ARG_FLAG, .help = "also to those with a balance of nothing"},
    {.name = "again",
     .kind = ARG_FLAG,
     .help = "also to who got one for the same period today already"},
    {.name = "mail", .kind = ARG_FLAG, .help = "put each into the outbox, as a mail"},
    {.name = "into", .kind = ARG_FILE, .help = "draw all of them into this PDF"},
    {.name = "folder", .kind = ARG_FILE, .help = "draw each into a PDF of its own in this folder"},
    {0},
};

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY},
    {.name = "statement", .title = "Statement", .kind = CELL_CODE},
    {.name = "skipped", .title = "Skipped, since", .kind = CELL_TEXT},
};

/* One customer of the run, as far as the choice needs it. */
struct addressee {
    int64_t id;
    const char *code, *name, *cycle, *email, *language;
    struct currency currency;
    bool activity;
};

struct run {
    struct act *act;
    struct outgoing outgoing;
    bool draws;
    bool looks; /* nothing is written: who would get one */
    bool due;   /* by cycle alone */
    struct addressee *list;
    size_t count, room;
    struct date day, from;
    int64_t told, sent, mailed, skipped, entry_id;
    int64_t today;      /* skipped since one went today */
    const char *twice;  /* of those named one by one: what went today already; NULL = nothing */
};

/* ---- before the lane: where to, and that it can be ---- */

static enum err cycle_judge(const struct act *act)
{
    struct note inner = {0};
    struct cycle cycle;

    if (args_given(act->args, "cycle") &&
        cycle_parse(args_get(act->args, "cycle"), &cycle, &inner) != ERR_OK)
        return fail(act->note, ERR_INPUT, "--cycle: %s", inner.text);
    return ERR_OK;
}

static enum err send_stage(struct act *act)
{
    const struct args *args = act->args;
    const char *into = args_get(args, "into"), *folder = args_get(args, "folder");

    if (!args_flag(args, "all") && !args_given(args, "cycle") && !args_given(args, "collector") &&
        !args_given(args, "customer") && !args_flag(args, "due"))
        return fail(act->note, ERR_USAGE,
                    "to whom? give --all, --due, --cycle, --collector or --customer");
    TRY(cycle_judge(act));
    if (into && folder)
        return fail(act->note, ERR_USAGE, "--into is one file, --folder many; give one of them");
    struct run *run = arena_new(act->arena, sizeof *run);
    run->act = act;
    run->due = args_flag(args, "due");
    run->draws = (into || folder) && !act->session->dry_run;
    run->day = args_date(args, "as-of", book_today(act->book));
    run->from = args_date(args, "from", date_month_first(date_month(run->day)));
    if (run->draws)
        TRY(outgoing_open(&run->outgoing, act->session, into, folder, NULL));
    act->state = run;
    return ERR_OK;
}

/* ---- to whom ---- */

/* "monthly" means monthly:15 too; with a day just that one. */
static bool is_cycle(const char *wanted, const char *cycle)
{
    const size_t len = strlen(wanted);

    return strncasecmp(wanted, cycle, len) == 0 && (!cycle[len] || cycle[len] == ':');
}

static bool is_meant(const struct run *run, const struct customer *customer)
{
    const struct args *args = run->act->args;
    const char *cycle = args_get(args, "cycle"), *collector = args_get(args, "collector");
    bool named = !args_given(args, "customer");

    for (int i = 0; !named && i < args_count(args, "customer"); i++)
        named = strcasecmp(args_nth(args, "customer", i), customer->code) == 0;
    return named && customer->merged_into == 0 && (!run->due || *customer->cycle) &&
           (!cycle || is_cycle(cycle, customer->cycle)) &&
           (!collector || strcasecmp(collector, customer->collector) == 0);
}

static enum err addressee_add(void *self, const struct customer *customer)
{
    struct run *run = self;
    struct arena *arena = run->act->arena;

    if (!is_meant(run, customer))
        return ERR_OK;
    if (run->count == run->room) {
        const size_t room = run->room ? run->room * 2 : 256;
        struct addressee *list = arena_new(arena, room * sizeof *list);
        if (run->count)
            memcpy(list, run->list, run->count * sizeof *list);
        run->list = list;
        run->room = room;
    }
    run->list[run->count++] = (struct addressee){.id = customer->id,
                                                 .code = arena_text(arena, customer->code),
                                                 .name = arena_text(arena, customer->name),
                                                 .cycle = arena_text(arena, customer->cycle),
                                                 .email = arena_text(arena, customer->email),
                                                 .language = arena_text(arena, customer->language),
                                                 .currency = customer->currency,
                                                 .activity = customer->statement == 1};
    return ERR_OK;
}

/* ---- one after the other ---- */

static enum err row_tell(struct run *run, const struct addressee *to, struct money balance,
                         const char *number, const char *skipped)
{
    const struct cell cells[] = {
        cell_code(to->code), cell_text(to->name), cell_code(balance.currency.code),
        cell_money(balance), cell_code(number),   cell_text(skipped)};

    run->told++;
    run->sent += *number != 0;
    run->skipped += *skipped != 0;
    return run->act->sink ? sink_row(run->act->sink, to->id, *skipped ? '!' : ' ', cells) : ERR_OK;
}

/* Why it gets none of a balance; "" = it gets one. */
static enum err balance_judge(struct run *run, struct money balance, const char **why)
{
    const struct args *args = run->act->args;
    struct money minimum = money_of(0, balance.currency);
    bool given = false;

    *why = "";
    if (args_given(args, "minimum"))
        TRY(args_money(args, "minimum", balance.currency, &minimum, &given, run->act->note));
    if (balance.minor == 0 && !args_flag(args, "zero"))
        *why = "nothing is owed";
    else if (balance.minor < 0 && !args_flag(args, "credits"))
        *why = "we owe it";
    else if (balance.minor > 0 && given && currency_is(minimum.currency, balance.currency) &&
             balance.minor < minimum.minor)
        *why = "below the minimum";
    return ERR_OK;
}

/* Was one sent in this currency since the cycle's day, or before that cycle was due at all? */
static enum err due_judge(struct run *run, const struct addressee *to, struct currency currency,
                          const char **why)
{
    struct arena *arena = run->act->arena;
    struct sent *last = NULL;
    struct cycle cycle;
    int count = 0;

    if (cycle_parse(to->cycle, &cycle, run->act->note) != ERR_OK) {
        *why = arena_text(arena, run->act->note->text);
        note_clear(run->act->note);
        return ERR_OK;
    }
    const struct date day = cycle_day(&cycle, run->day);
    if (!date_is(day)) {
        *why = "excluded: its cycle is never";
        return ERR_OK;
    }
    TRY(sent_last(run->act->book, to->id, currency, 1, arena, &last, &count));
    if (count && last[0].day.day >= day.day)
        *why = arena_format(arena, "sent already: %s of %s", last[0].number,
                            say_day(arena, last[0].day));
    return ERR_OK;
}

/* A second one for the same period on the same day is a slip, unless it is asked for or its
 * customer was named: then it is told. */
static enum err twice_judge(struct run *run, const struct addressee *to, const struct sent *wanted,
                            const char **why)
{
    const struct args *args = run->act->args;
    struct arena *arena = run->act->arena;
    const char *number = NULL;

    if (args_flag(args, "again"))
        return ERR_OK;
    TRY(sent_on(run->act->book, wanted, book_today(run->act->book), arena, &number));
    if (!number)
        return ERR_OK;
    if (args_given(args, "customer")) {
        run->twice = run->twice ? arena_format(arena, "%s, %s to %s", run->twice, number, to->code)
                                : arena_format(arena, "%s to %s", number, to->code);
        return ERR_OK;
    }
    run->today++;
    *why = arena_format(arena, "sent today: %s", number);
    return ERR_OK;
}

static enum err sheet_send(struct run *run, const struct addressee *to, struct currency currency,
                           const char *excluded)
{
    const struct args *args = run->act->args;
    const bool activity =
        args_given(args, "kind") ? args_choice(args, "kind", 0) == 1 : to->activity;
    struct stating stating = {.wanted = {.customer_id = to->id,
                                         .activity = activity,
                                         .from = run->from,
                                         .day = run->day,
                                         .balance = money_of(0, currency)},
                              .channel = SENTPAPER_FILE};
    const struct customer mail_to = {.id = to->id,
                                     .code = to->code,
                                     .name = to->name,
                                     .email = to->email,
                                     .language = to->language};
    struct money balance = money_of(0, currency);
    const char *why = excluded;
    struct sent made;

    TRY(sent_balance(run->act->book, to->id, run->day, &balance));
    if (!*why && run->due)
        TRY(due_judge(run, to, currency, &why));
    if (!*why)
        TRY(balance_judge(run, balance, &why));
    if (!*why && !run->looks && args_flag(args, "mail")) {
        stating.mail_to = &mail_to;
        why = *to->email ? "" : "it has no mail address";
    }
    if (!*why && !run->looks)
        TRY(twice_judge(run, to, &stating.wanted, &why));
    if (*why || run->looks)
        return row_tell(run, to, balance, "", why);
    TRY(stating_issue(run->act, &stating, &made, NULL));
    run->act->ref = run->act->ref ? run->act->ref : made.number;
    run->mailed += stating.mail_to != NULL;
    return row_tell(run, to, made.balance, made.number, "");
}

static enum err customer_send(struct run *run, const struct addressee *to)
{
    struct currency *currencies = NULL;
    struct insolvent insolvent;
    const char *excluded = "";
    bool is = false;
    int count = 0;
    int64_t node = to->id;

    TRY(sent_node(run->act->book, to->id, run->day, &node));
    if (node != to->id) {
        struct customer above;
        TRY(customer_get(run->act->book, node, run->act->arena, &above));
        return row_tell(run, to, money_of(0, to->currency), "",
                        arena_format(run->act->arena, "on the statement of %s", above.code));
    }
    TRY(insolvent_on(run->act->book, to->id, run->day, &is, &insolvent));
    if (is)
        excluded = "it is insolvent";
    else if (strcasecmp(to->cycle, "none") == 0 || strcasecmp(to->cycle, "never") == 0)
        excluded = arena_format(run->act->arena, "excluded: its cycle is %s", to->cycle);
    TRY(sent_currencies(run->act->book, to->id, run->day, run->act->arena, &currencies, &count));
    for (int i = 0; i < count; i++)
        TRY(sheet_send(run, to, currencies[i], excluded));
    return count ? ERR_OK
                 : row_tell(run, to, money_of(0, to->currency), "", "nothing was ever billed");
}

static const char *run_said(const struct run *run)
{
    struct arena *arena = run->act->arena;
    const char *said =
        arena_format(arena, "%lld statement%s written, %lld skipped", (long long)run->sent,
                     run->sent == 1 ? "" : "s", (long long)run->skipped);

    if (run->today)
        said = arena_format(arena,
                            "%s, %lld of them since one for the same period went today: --again "
                            "sends them once more",
                            said, (long long)run->today);
    if (run->mailed)
        said = arena_format(arena, "%s; %lld mail%s in the outbox: `outbox run` sends %s", said,
                            (long long)run->mailed, run->mailed == 1 ? " waits" : "s wait",
                            run->mailed == 1 ? "it" : "them");
    return run->twice ? arena_format(arena, "%s; today went already: %s", said, run->twice) : said;
}

static enum err send_run(struct act *act)
{
    static const struct table_head head = {"Statements", NULL, columns,
                                           sizeof columns / sizeof *columns};
    struct session *session = act->session;
    struct run *run = act->state;

    TRY(customer_each(act->book, addressee_add, run));
    if (act->sink)
        TRY(act->sink->head(act->sink->self, &head));
    for (size_t i = 0; i < run->count; i++) {
        if (session->progress &&
            session->progress(session->self, "writing statements", (int64_t)i, (int64_t)run->count))
            return fail(act->note, ERR_CANCELLED, "stopped; no statement was sent");
        TRY(customer_send(run, &run->list[i]));
    }
    act->says = run_said(run);
    return act->sink ? act->sink->foot(act->sink->self, act->says) : ERR_OK;
}

/* ---- what was recorded is drawn ---- */

static enum err send_after(struct act *act)
{
    struct run *run = act->state;
    struct sentpaper_query query = {.from = DATE_NONE, .to = DATE_NONE};

    if (!run->draws)
        return ERR_OK;
    enum err e = ERR_OK;
    if (act->ref) {
        e = sentpaper_entry(act->book, act->ref, &query.entry_id);
        if (e == ERR_OK)
            e = outgoing_all(&run->outgoing, &query);
    }
    e = outgoing_close(&run->outgoing, e);
    run->draws = false;
    if (e != ERR_OK) {
        const char *words = arena_text(act->arena, act->note->text);
        return fail(act->note, e,
                    "%s; the statements are written, `sent print --entry %lld` draws "
                    "them again",
                    words, (long long)query.entry_id);
    }
    act->says =
        arena_format(act->arena, "%s; %lld drawn", act->says, (long long)run->outgoing.done);
    return ERR_OK;
}

static void send_unstage(struct act *act)
{
    struct run *run = act->state;

    if (run && run->draws)
        (void)outgoing_close(&run->outgoing, ERR_CANCELLED);
}

const struct command cmd_statement_send = {
    .noun = "statement",
    .verb = "send",
    .summary = "write the statements of many customers, and draw them into one PDF or a folder",
    .detail = "Each gets a number of its own, and its page is kept as it goes out (`sent list`, "
              "`sent show`). The table names everybody who was meant: the statement's number, or "
              "why there is none: nothing is owed, we owe it, it is below the minimum, the "
              "customer is insolvent, its cycle is none, it has no mail address, or one for the "
              "same period went today already: --again sends it once more, and whoever is named "
              "by --customer gets it anyhow. Without "
              "--into and --folder they are "
              "only written; `sent print` draws them later. When the drawing is stopped, what was "
              "written stands.",
    .args = send_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE,
    .role = ROLE_CLERK,
    .stage = send_stage,
    .run = send_run,
    .after = send_after,
    .unstage = send_unstage,
};

/* ---- who is due ------------------------------------------------------------------------------ */

static const struct arg due_args[] = {
    {.name = "cycle", .kind = ARG_CODE, .help = "only of this cycle, as monthly"},
    {.name = "collector", .kind = ARG_TEXT, .help = "only of this collector"},
    {.name = "date", .kind = ARG_DATE, .help = "on this day; by default today"},
    {.name = "minimum", .kind = ARG_MONEY, .help = "none to who owes less than this"},
    {.name = "credits", .kind = ARG_FLAG, .help = "also to those whom we owe"},
    {.name = "zero", .kind = ARG_FLAG, .help = "also to those with a balance of nothing"},
    {0},
};

static enum err due_run(struct act *act)
{
    static const struct table_head head = {"Statements that are due", NULL, columns,
                                           sizeof columns / sizeof *columns};
    struct run run = {.act = act,
                      .looks = true,
                      .due = true,
                      .day = args_date(act->args, "date", book_today(act->book))};

    TRY(cycle_judge(act));
    TRY(customer_each(act->book, addressee_add, &run));
    TRY(act->sink->head(act->sink->self, &head));
    for (size_t i = 0; i < run.count; i++)
        TRY(customer_send(&run, &run.list[i]));
    return act->sink->foot(act->sink->self,
                           arena_format(act->arena, "%lld due on %s, %lld skipped",
                                        (long long)(run.told - run.skipped),
                                        say_day(act->arena, run.day), (long long)run.skipped));
}

const struct command cmd_statement_due = {
    .noun = "statement",
    .verb = "due",
    .summary = "who gets a statement on a day by cycle, and who is skipped and why",
    .detail = "A customer's cycle is weekly, monthly, quarterly or never (`customer set --cycle`); "
              "weekly is due on Mondays, the others on the last day of the month or quarter, "
              "unless the cycle says its day: weekly:fri, monthly:15. Who got a statement since "
              "the last such day is skipped, like those who owe nothing, whom we owe, who are "
              "below the minimum, or insolvent. `statement send --due` sends them.",
    .args = due_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = due_run,
};
