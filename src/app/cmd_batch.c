/* Batches: payments that are entered one by one and posted together. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "report/batchlook.h"
#include "rules/tape.h"

#include <string.h>

/* clang-format off */
#define BATCH_ARG                                                                                  \
    {.name = "batch", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                          \
     .help = "its number, as 2026-11-22/A; or the letter alone of one that is open"}
#define LINE_ARG                                                                                   \
    {.name = "line", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                           \
     .help = "which, as 2026-11-22/A/14"}
#define CONTROL_ARGS                                                                               \
    {.name = "count", .kind = ARG_INT, .help = "how many payments are expected"},                  \
    {.name = "total", .kind = ARG_MONEY, .help = "what they come to"},                             \
    {.name = "tape", .kind = ARG_TEXT,                                                             \
     .help = "the adding machine's, instead: \"100.00 250.00 12.50\""}
#define REASON_ARG                                                                                 \
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"}
/* clang-format on */

static enum err batch_read(struct act *act, const char *name, struct batch *out)
{
    return batch_find(act->book, args_get(act->args, name), act->arena, out);
}

static const char *progress_of(struct act *act, const struct batch *batch)
{
    return batchlook_progress(batch, &notation_plain, act->arena);
}

/* ---- open and set --------------------------------------------------------------------------- */

/* What is said of a tape is taken from it; beside it, count and total must be the same. */
static enum err tape_read(struct act *act, struct batch_new *out)
{
    const char *text = args_get(act->args, "tape");
    struct note inner = {0};
    struct tape tape;

    if (!text)
        return ERR_OK;
    if (tape_parse(text, act->args->notation, out->currency, act->arena, &tape, &inner) != ERR_OK)
        return fail(act->note, ERR_INPUT, "--tape: %s", inner.text);
    if (args_given(act->args, "count") && out->count != tape.count)
        return fail(act->note, ERR_INPUT, "--count: the tape has %d amounts", tape.count);
    if (args_given(act->args, "total") && out->total != tape.total)
        return fail(act->note, ERR_INPUT, "--total: the tape comes to %s",
                    say_minor(act->arena, tape.total, out->currency));
    out->count = tape.count;
    out->total = tape.total;
    out->tape = tape_text(&tape, out->currency, act->arena);
    return ERR_OK;
}

static enum err total_read(struct act *act, struct batch_new *out)
{
    struct money total;
    bool given = false;

    TRY(args_money(act->args, "total", out->currency, &total, &given, act->note));
    if (given && !currency_is(total.currency, out->currency))
        return fail(act->note, ERR_INPUT, "--total is in %s, and the batch is in %s",
                    total.currency.code, out->currency.code);
    if (given)
        out->total = total.minor;
    return ERR_OK;
}

static const struct arg open_args[] = {
    CONTROL_ARGS,
    {.name = "date",
     .kind = ARG_DATE,
     .flags = ARG_STICKY,
     .help = "of the payments; today when not said"},
    {.name = "bank",
     .kind = ARG_ACCOUNT,
     .flags = ARG_STICKY,
     .help = "where they go; of the settings, else"},
    {.name = "currency", .kind = ARG_CURRENCY, .flags = ARG_STICKY, .help = "the book's, else"},
    {0},
};

static enum err open_read(struct act *act, struct batch_new *out)
{
    *out = (struct batch_new){.day = args_date(act->args, "date", book_today(act->book)),
                              .account_id = account_of(act->book, ACCOUNT_PART_BANK),
                              .currency = book_currency(act->book),
                              .count = args_number(act->args, "count", 0)};
    if (args_get(act->args, "bank"))
        TRY(account_find(act->book, args_get(act->args, "bank"), &out->account_id));
    if (args_get(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &out->currency));
    if (!args_given(act->args, "tape") &&
        (!args_given(act->args, "count") || !args_given(act->args, "total")))
        return fail(act->note, ERR_USAGE,
                    "--%s: how many payments, and what do they come to? or type --tape first",
                    args_given(act->args, "count") ? "total" : "count");
    TRY(total_read(act, out));
    return tape_read(act, out);
}

static enum err open_run(struct act *act)
{
    struct batch_new wanted;
    struct batch batch;
    int64_t id = 0;

    TRY(open_read(act, &wanted));
    TRY(batch_open(act->tx, &wanted, &id));
    TRY(batch_get(act->book, id, act->arena, &batch));
    act->ref = batch.number;
    act->says =
        say_ahead(act->arena,
                  arena_format(act->arena, "%s: %lld payment%s over %s expected, for %s %s",
                               batch.number, (long long)batch.count, batch.count == 1 ? "" : "s",
                               say_money(act->arena, money_of(batch.total, batch.currency)),
                               batch.bank, batch.bank_name),
                  batch.day, book_today(act->book));
    return ERR_OK;
}

const struct command cmd_batch_open = {
    .noun = "batch",
    .verb = "open",
    .summary = "open a batch of payments, with its control total",
    .detail = "How many payments are expected and what they come to is said first, or the adding "
              "machine's tape, from which both follow and against which the lines are ticked off. "
              "`payment receive --batch` enters a line. A line is in the book at once but counts "
              "nowhere: it is shown as pending until `batch post` posts all of them.",
    .args = open_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = open_run,
};

static const struct arg set_args[] = {BATCH_ARG, CONTROL_ARGS, REASON_ARG, {0}};

static enum err set_run(struct act *act)
{
    struct batch batch;

    TRY(batch_read(act, "batch", &batch));
    struct batch_new wanted = {.currency = batch.currency,
                               .count = args_number(act->args, "count", batch.count),
                               .total = batch.total};
    if (!args_given(act->args, "count") && !args_given(act->args, "total") &&
        !args_given(act->args, "tape"))
        return fail(act->note, ERR_USAGE, "what is right? give --count, --total or --tape");
    TRY(total_read(act, &wanted));
    TRY(tape_read(act, &wanted));
    if (*batch.tape && !wanted.tape)
        wanted.tape = ""; /* another total than the tape's: the tape is wrong */
    TRY(batch_correct(act->tx, batch.id, &wanted, args_get(act->args, "reason")));
    TRY(batch_get(act->book, batch.id, act->arena, &batch));
    act->ref = batch.number;
    act->says = arena_format(act->arena, "%s: %s", batch.number, progress_of(act, &batch));
    return ERR_OK;
}

const struct command cmd_batch_set = {
    .noun = "batch",
    .verb = "set",
    .summary = "correct a wrong control total, and say why",
    .detail = "The one before is kept, with the reason and who gave it. A count or total without "
              "a tape puts the tape away.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = set_run,
};

/* ---- lines ---------------------------------------------------------------------------------- */

static const struct arg remove_args[] = {LINE_ARG, {0}};

static enum err line_read(struct act *act, struct batch_line *out)
{
    return batch_line_find(act->book, args_get(act->args, "line"), act->arena, out);
}

/* "2026-11-22/A/14, 98.00 EUR from ACME" */
static const char *line_words(struct act *act, const struct batch *batch,
                              const struct batch_line *line)
{
    return arena_format(act->arena, "%s/%lld, %s from %s", batch->number, (long long)line->seq,
                        say_money(act->arena, money_of(line->amount, batch->currency)),
                        *line->customer ? line->customer : "somebody unidentified");
}

static enum err remove_run(struct act *act)
{
    struct batch_line line;
    struct batch batch;

    TRY(line_read(act, &line));
    TRY(batch_line_remove(act->tx, line.id));
    TRY(batch_get(act->book, line.batch_id, act->arena, &batch));
    act->ref = batch.number;
    act->says = arena_format(act->arena, "line %s is out; %s", line_words(act, &batch, &line),
                             progress_of(act, &batch));
    return ERR_OK;
}

const struct command cmd_batch_remove = {
    .noun = "batch",
    .verb = "remove",
    .summary = "take a line out of a batch that is not posted",
    .args = remove_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = remove_run,
};

static const struct arg move_args[] = {
    LINE_ARG,
    {.name = "to", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "the batch that gets it"},
    {0},
};

static enum err move_run(struct act *act)
{
    struct batch_line line;
    struct batch from, to;
    int64_t seq = 0;

    TRY(line_read(act, &line));
    TRY(batch_read(act, "to", &to));
    TRY(batch_line_move(act->tx, line.id, to.id, &seq));
    TRY(batch_get(act->book, line.batch_id, act->arena, &from));
    act->ref = arena_format(act->arena, "%s/%lld", to.number, (long long)seq);
    act->says = arena_format(act->arena, "line %s is %s now; %s: %s", line_words(act, &from, &line),
                             act->ref, from.number, progress_of(act, &from));
    return ERR_OK;
}

const struct command cmd_batch_move = {
    .noun = "batch",
    .verb = "move",
    .summary = "move a doubtful line to another batch",
    .args = move_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = move_run,
};

/* ---- post, accept, drop --------------------------------------------------------------------- */

static const struct arg post_args[] = {BATCH_ARG, {0}};

/* What went wrong with a line, so that somebody can set it right. */
static enum err line_failed(struct act *act, const struct batch *batch,
                            const struct batch_line *line, enum err code)
{
    return fail(act->note, code,
                "line %s: %s; nothing of the batch is posted: change that line, move it or remove "
                "it",
                line_words(act, batch, line), arena_text(act->arena, act->note->text));
}

static enum err line_post(struct act *act, const struct batch_line *line)
{
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words;
    int count, used;

    TRY(batch_line_judge(act->book, line->id));
    TRY(words_split(line->command, act->arena, &words, &count, act->note));
    TRY(command_words(count, words, &command, &used, act->note));
    args_init(&args, command, act->arena, &act->session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, act->note));
    TRY(command_inner(act, &args, line->op_id, &outcome));
    if (outcome.stored)
        return fail(act->note, ERR_CONFLICT, "its operation id %s was used already", line->op_id);
    return batch_line_posted(act->tx, line->id);
}

static enum err post_before(struct act *act)
{
    struct batch_line *lines;
    struct batch batch;
    int count;

    TRY(batch_read(act, "batch", &batch));
    if (batch_post_judge(act->book, &batch) != ERR_OK) {
        struct batchlook look;
        const char *why = arena_text(act->arena, act->note->text);
        TRY(batchlook_make(act->book, batch.id, &notation_plain, act->arena, &look));
        return fail(act->note, ERR_CONFLICT, "%s%s%s", why, look.swap ? "; " : "",
                    look.swap ? look.swap : "");
    }
    TRY(batch_lines(act->book, batch.id, act->arena, &lines, &count));
    for (int i = 0; i < count; i++) {
        const enum err e = line_post(act, &lines[i]);
        if (e != ERR_OK)
            return line_failed(act, &batch, &lines[i], e);
    }
    return ERR_OK;
}

static enum err post_run(struct act *act)
{
    struct batch_line *lines;
    struct batch batch;
    int count;

    TRY(batch_read(act, "batch", &batch));
    TRY(batch_posted(act->tx, batch.id));
    TRY(batch_lines(act->book, batch.id, act->arena, &lines, &count));
    act->ref = batch.number;
    act->says = arena_format(
        act->arena, "%s: %d payment%s over %s posted, %s%s%s", batch.number, count,
        count == 1 ? "" : "s", say_money(act->arena, money_of(batch.entered, batch.currency)),
        lines[0].posted, count > 1 ? " to " : "", count > 1 ? lines[count - 1].posted : "");
    if (batch.accepted_by)
        act->says = arena_format(
            act->arena, "%s; the difference of %s was accepted by %s: %s", act->says,
            say_money(act->arena, money_of(batch.entered - batch.total, batch.currency)),
            batch.accepted_by, batch.accepted_why);
    return ERR_OK;
}

const struct command cmd_batch_post = {
    .noun = "batch",
    .verb = "post",
    .summary = "post all lines of a batch, or none",
    .detail = "Only when count and total are as expected, or at a difference that was accepted. "
              "Each line becomes a payment with a journal entry of its own, all in one "
              "transaction. A line that can no longer be posted leaves the whole batch as it is, "
              "and is named.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .before = post_before,
    .run = post_run,
};

static const struct arg accept_args[] = {BATCH_ARG, REASON_ARG, {0}};

static enum err accept_run(struct act *act)
{
    struct batch batch;

    TRY(batch_read(act, "batch", &batch));
    TRY(batch_accept(act->tx, batch.id, args_get(act->args, "reason")));
    act->ref = batch.number;
    act->says =
        arena_format(act->arena, "%s: the difference of %lld in count and %s is accepted",
                     batch.number, (long long)(batch.lines - batch.count),
                     say_money(act->arena, money_of(batch.entered - batch.total, batch.currency)));
    return ERR_OK;
}

const struct command cmd_batch_accept = {
    .noun = "batch",
    .verb = "accept",
    .summary = "let a batch be posted though a difference is left",
    .detail = "A supervisor's word, kept with the batch. It stands for the difference as it is "
              "now: once a line comes or goes it no longer counts.",
    .args = accept_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = accept_run,
};

static enum err drop_stage(struct act *act)
{
    struct batch batch;

    TRY(batch_read(act, "batch", &batch));
    act->says =
        arena_format(act->arena, "drop batch %s with %lld line%s over %s? None of them is posted",
                     batch.number, (long long)batch.lines, batch.lines == 1 ? "" : "s",
                     say_money(act->arena, money_of(batch.entered, batch.currency)));
    return ERR_OK;
}

static enum err drop_run(struct act *act)
{
    struct batch batch;

    TRY(batch_read(act, "batch", &batch));
    TRY(batch_drop(act->tx, batch.id, args_get(act->args, "reason")));
    act->ref = batch.number;
    act->says = arena_format(act->arena, "%s is dropped with %lld line%s over %s", batch.number,
                             (long long)batch.lines, batch.lines == 1 ? "" : "s",
                             say_money(act->arena, money_of(batch.entered, batch.currency)));
    return ERR_OK;
}

const struct command cmd_batch_drop = {
    .noun = "batch",
    .verb = "drop",
    .summary = "give a batch up; none of its lines is posted",
    .args = accept_args,
    .flags = COMMAND_WRITES | COMMAND_ASKS,
    .role = ROLE_CLERK,
    .stage = drop_stage,
    .run = drop_run,
};

/* ---- lists ---------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "open", .kind = ARG_FLAG, .help = "only those that are neither posted nor dropped"},
    LISTING_ARGS,
    {0},
};

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, batchlook_list(act->book, args_flag(act->args, "open"), sink));
}

const struct command cmd_batch_list = {
    .noun = "batch",
    .verb = "list",
    .summary = "list batches, with what is entered of what is expected",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {BATCH_ARG, LISTING_ARGS, {0}};

static enum err show_run(struct act *act)
{
    struct batch batch;
    struct listing listing;

    TRY(batch_read(act, "batch", &batch));
    if (act->page)
        return batchlook_page(act->book, batch.id, act->page);
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, batchlook_table(act->book, batch.id, sink));
}

const struct command cmd_batch_show = {
    .noun = "batch",
    .verb = "show",
    .summary = "show a batch: its lines, what is entered so far, and the difference",
    .args = show_args,
    .flags = COMMAND_TABLE | COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
