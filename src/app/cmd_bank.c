/* What banks send, looked at without a book: lines, statements, and whether they tie. */
#include "app/bankoptions.h"
#include "app/commands.h"
#include "app/listing.h"

#include <stdio.h>
#include <string.h>

static const struct arg read_args[] = {BANK_FILE_ARGS, LISTING_ARGS, {0}};
static const struct arg check_args[] = {BANK_FILE_ARGS, {0}};

/* ---- the file ---- */

/* One run over a file, for either command. */
struct looking {
    struct act *act;
    struct sink *sink; /* of bank read */
    struct bank_options options;
    const char *profile; /* that told the map; NULL = none */
    struct bank_result result;
    const char *words[20]; /* of trouble, the first ones */
    int64_t troubles, ties, off;
};

static enum err take_trouble(void *self, const char *words)
{
    struct looking *look = self;
    const size_t most = sizeof look->words / sizeof look->words[0];

    if ((size_t)look->troubles < most)
        look->words[look->troubles] = arena_text(look->act->arena, words);
    look->troubles++;
    return ERR_OK;
}

/* The file into a sink; what is off is found. */
static enum err look_through(struct looking *look, const struct bank_sink *into)
{
    struct act *act = look->act;

    TRY(bankfile_read(args_get(act->args, "file"), &look->options, into, act->note, &look->result));
    act->found = look->off > 0 || look->troubles > 0;
    return ERR_OK;
}

static void count_tie(struct looking *look, const struct bank_statement *statement)
{
    look->ties += statement->tie == BANK_TIE_OK;
    look->off += statement->tie == BANK_TIE_OFF;
}

/* ---- bank read ---- */

static const struct column columns[] = {
    {.name = "account", .title = "Our account", .kind = CELL_CODE, .worth = 4},
    {.name = "day", .title = "Day", .kind = CELL_DATE},
    {.name = "value", .title = "Value", .kind = CELL_DATE, .worth = 5},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "payer_account", .title = "Account", .kind = CELL_CODE, .worth = 3},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 1},
    {.name = "text", .title = "Text", .kind = CELL_TEXT},
    {.name = "code", .title = "Code", .kind = CELL_TEXT, .worth = 6},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 2},
    {.name = "bank_ref", .title = "Bank's reference", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "cheque", .title = "Cheque", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "mandate", .title = "Mandate", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "bank", .title = "Bank", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "part", .title = "Part", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "reason", .title = "Reason", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "line", .title = "Line", .kind = CELL_INT, .flags = COLUMN_HIDDEN},
};

/* What a line is beside booked or not: a part of a batch, taken back, come back. */
static const char *status_of(const struct bank_line *line)
{
    if (line->part > 0)
        return "detail";
    if (line->returned)
        return "returned";
    return line->reversal ? "reversal" : bank_status_word(line->status);
}

static enum err take_line(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    struct looking *look = self;
    char part[48] = "";

    if (line->parts > 0)
        snprintf(part, sizeof part, "%lld/%lld", (long long)line->part, (long long)line->parts);
    const struct cell cells[] = {
        cell_code(statement->account),
        cell_date(line->booked),
        cell_date(line->value),
        line->has_amount ? cell_money(money_of(line->amount, line->currency)) : cell_none(),
        cell_code(line->currency.code),
        cell_text(line->name),
        cell_code(line->account),
        cell_text(line->reference),
        cell_text(line->text),
        cell_text(line->code),
        cell_code(status_of(line)),
        cell_code(line->bank_ref),
        cell_code(line->cheque),
        cell_code(line->mandate),
        cell_code(line->bank),
        cell_code(part),
        cell_code(line->reason),
        cell_int(line->line),
    };
    return sink_row(look->sink, line->entry, ' ', cells);
}

static enum err take_end(void *self, const struct bank_statement *statement)
{
    count_tie(self, statement);
    return ERR_OK;
}

/* "MT940: 3 statements, 12 lines; 2 tie, 1 does not" */
static const char *proof(const struct looking *look)
{
    const struct bank_result *result = &look->result;
    struct arena *arena = look->act->arena;
    const char *words =
        arena_format(arena, "%s: %lld statement%s, %lld line%s", result->format,
                     (long long)result->statements, result->statements == 1 ? "" : "s",
                     (long long)result->entries, result->entries == 1 ? "" : "s");

    if (look->ties > 0)
        words = arena_format(arena, "%s; %lld tie%s", words, (long long)look->ties,
                             look->ties == 1 ? "s" : "");
    if (look->off > 0)
        words = arena_format(arena, "%s%s %lld do%s not tie", words, look->ties > 0 ? "," : ";",
                             (long long)look->off, look->off == 1 ? "es" : "");
    words = bankoptions_cards(arena, words, result);
    for (size_t i = 0; i < (size_t)look->troubles && i < sizeof look->words / sizeof *look->words;
         i++)
        words = arena_format(arena, "%s; %s", words, look->words[i]);
    if (look->profile)
        words = arena_format(arena, "%s; read by the profile %s", words, look->profile);
    return words;
}

static enum err read_pass(struct act *act, struct sink *sink)
{
    struct looking look = {.act = act, .sink = sink};
    const struct table_head head = {"Bank file", NULL, columns,
                                    (int)(sizeof columns / sizeof columns[0])};
    const struct bank_sink into = {
        .line = take_line, .end = take_end, .trouble = take_trouble, .self = &look};

    TRY(bankoptions_read(act, &look.options, &look.profile));
    TRY(sink->head(sink->self, &head));
    TRY(look_through(&look, &into));
    return sink->foot(sink->self, proof(&look));
}

static enum err bank_read_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, read_pass(act, sink));
}

const struct command cmd_bank_read = {
    .noun = "bank",
    .verb = "read",
    .summary = "show the lines of a bank file, without a book",
    .detail = BANK_FORMATS
    "Nothing is booked. Lines of a batch are followed by their details. The exit status is 1 "
    "when a statement does not tie or a control total does not foot: bank check says where.",
    .args = read_args,
    .flags = COMMAND_TABLE | COMMAND_NO_BOOK,
    .role = ROLE_ANY,
    .run = bank_read_run,
};

/* ---- bank check ---- */

static const char *shown(const struct looking *look, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_format(look->act->arena, "%s %s",
                        money_show(money_of(minor, currency), &look->act->session->notation, text),
                        currency.code);
}

static void pair_balance(struct looking *look, const char *label, const struct bank_balance *b)
{
    char day[DATE_TEXT];

    if (!b->is)
        return;
    page_pair(look->act->page, label,
              arena_format(look->act->arena, "%s%s%s", shown(look, b->amount, b->currency),
                           date_is(b->day) ? "  on " : "", date_iso(b->day, day)));
}

static enum err page_statement(void *self, const struct bank_statement *statement)
{
    struct looking *look = self;
    struct page *page = look->act->page;
    struct arena *arena = look->act->arena;

    count_tie(look, statement);
    page_heading(
        page, 2,
        arena_format(
            arena, "%s%s%s %s%s%s", statement->format, statement->kind == BANK_LOCKBOX ? "" : " ",
            statement->kind == BANK_LOCKBOX ? "" : bank_kind_word(statement->kind),
            statement->account, *statement->number != '\0' ? ", number " : "", statement->number));
    pair_balance(look, "Opening", &statement->opening);
    page_pair(page, "Money in", shown(look, statement->money_in, statement->currency));
    page_pair(page, "Money out", shown(look, statement->money_out, statement->currency));
    pair_balance(look, "Closing", &statement->closing);
    page_pair(page, "Lines",
              statement->details > 0
                  ? arena_format(arena, "%lld, with %lld details", (long long)statement->entries,
                                 (long long)statement->details)
                  : arena_format(arena, "%lld", (long long)statement->entries));
    page_pair(page, "Proof", bankoptions_tie(arena, statement));
    return ERR_OK;
}

static enum err bank_check_run(struct act *act)
{
    struct looking look = {.act = act};
    const struct bank_sink into = {.end = page_statement, .trouble = take_trouble, .self = &look};
    const size_t most = sizeof look.words / sizeof look.words[0];

    act->page->title = "Bank file";
    TRY(bankoptions_read(act, &look.options, &look.profile));
    TRY(look_through(&look, &into));
    if (look.profile)
        page_pair(act->page, "Read by the profile", look.profile);
    if (look.troubles > 0)
        page_heading(act->page, 2, "Control totals that do not foot");
    for (size_t i = 0; i < (size_t)look.troubles && i < most; i++)
        page_text(act->page, look.words[i]);
    if ((size_t)look.troubles > most)
        page_text(act->page, arena_format(act->arena, "and %lld more",
                                          (long long)look.troubles - (long long)most));
    return ERR_OK;
}

const struct command cmd_bank_check = {
    .noun = "bank",
    .verb = "check",
    .summary = "show the statements of a bank file, and whether they tie",
    .detail = BANK_FORMATS
    "Of each statement: its balances, the money in and out, and whether opening + lines = "
    "closing; then every control total that does not foot, with its line. The exit status is 1 "
    "when something is off.",
    .args = check_args,
    .flags = COMMAND_PAGE | COMMAND_NO_BOOK,
    .role = ROLE_ANY,
    .run = bank_check_run,
};
