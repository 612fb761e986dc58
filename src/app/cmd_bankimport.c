/* Bank files into the book: read and checked whole, then all that is new of them, or nothing. */
#include "app/bankoptions.h"
#include "app/commands.h"
#include "app/repeats.h"
#include "app/say.h"
#include "io/stage.h"
#include "ledger/account.h"
#include "ledger/bankbook.h"
#include "ledger/importfile.h"

#include <stdlib.h>
#include <string.h>

#define ACCOUNTS_SAID 5 /* of those that are not known */
#define TEXT_KEPT 4000 /* of a line with the words of its details */

static const struct arg import_args[] = {
    BANK_FILE_ARGS,
    {.name = "account",
     .kind = ARG_ACCOUNT,
     .help = "ours in the general ledger, when the file's account is not known yet"},
    {.name = "save-profile",
     .kind = ARG_CODE,
     .help = "save the map of its columns under this name; files of the same header are read so"},
    BANK_AGAIN_ARG,
    {0},
};

/* A statement as it waits for the lane. */
struct waiting {
    struct bank_statement statement;
    struct date first, last; /* of its lines */
};

struct importing {
    struct act *act;
    struct bank_options options;
    const char *by_profile; /* NULL = none */
    struct profile profile; /* to be saved; its name NULL = none */
    struct bank_result result;
    struct stage *lines; /* place of the statement, then the line packed */
    struct waiting *statements;
    int count, room;
    int64_t off; /* statements that do not tie */
    struct repeats repeats;
    int64_t added, known, left_out, empty;
    struct date ahead; /* of the line that lies furthest ahead; NONE = none does */
    struct arena arena;
};

/* ---- read, before the lane ------------------------------------------------------------------ */

static enum err begin_take(void *self, const struct bank_statement *statement)
{
    struct importing *import = self;

    if (statement->kind == BANK_INTERIM)
        return fail(import->act->note, ERR_CONFLICT,
                    "an interim report (%s) is never booked: the statement will bring its lines",
                    statement->format);
    if (statement->kind == BANK_NOTICE)
        return fail(import->act->note, ERR_CONFLICT,
                    "an advice (%s) is never booked: the statement will bring its lines again",
                    statement->format);
    if (statement->kind == BANK_LOCKBOX)
        return fail(import->act->note, ERR_CONFLICT,
                    "a lockbox file brings cheques, not lines of an account: `bank lockbox` makes"
                    " payments of them");
    if (import->count == import->room) {
        import->room = import->room ? import->room * 2 : 8;
        import->statements =
            mem_resize(import->statements, (size_t)import->room, sizeof *import->statements);
    }
    struct waiting *waiting = &import->statements[import->count++];
    *waiting = (struct waiting){*statement, DATE_NONE, DATE_NONE};
    waiting->statement.account = arena_text(&import->arena, statement->account);
    waiting->statement.number = arena_text(&import->arena, statement->number);
    return ERR_OK;
}

static enum err line_take(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    struct importing *import = self;
    struct waiting *waiting = &import->statements[import->count - 1];
    const int64_t place = import->count - 1;
    struct buf bytes;

    (void)statement;
    if (line->part == 0 && (line->status != BANK_BOOKED || line->amount == 0)) {
        *(line->status != BANK_BOOKED ? &import->left_out : &import->empty) += 1;
        return ERR_OK;
    }
    if (line->booked.day > import->ahead.day)
        import->ahead = line->booked;
    if (line->part == 0 && (!date_is(waiting->first) || line->booked.day < waiting->first.day))
        waiting->first = line->booked;
    if (line->part == 0 && (!date_is(waiting->last) || line->booked.day > waiting->last.day))
        waiting->last = line->booked;
    buf_init(&bytes, STAGE_RECORD_MAX);
    buf_add(&bytes, &place, sizeof place);
    bankline_pack(line, &bytes);
    const enum err e = stage_add(import->lines, bytes.data, bytes.len, NULL);
    buf_done(&bytes);
    return e;
}

static enum err end_take(void *self, const struct bank_statement *statement)
{
    struct importing *import = self;
    struct waiting *waiting = &import->statements[import->count - 1];

    waiting->statement.opening = statement->opening;
    waiting->statement.closing = statement->closing;
    waiting->statement.from = statement->from;
    waiting->statement.to = statement->to;
    waiting->statement.currency = statement->currency;
    waiting->statement.tie = statement->tie;
    waiting->statement.difference = statement->difference;
    import->off += statement->tie == BANK_TIE_OFF;
    return ERR_OK;
}

static void import_done(struct importing *import)
{
    stage_close(import->lines);
    free(import->statements);
    repeats_done(&import->repeats);
    arena_done(&import->arena);
    free(import);
}

static void unstage(struct act *act)
{
    if (act->state)
        import_done(act->state);
    act->state = NULL;
}

static const char *off_words(struct arena *arena, const struct bank_statement *statement)
{
    const bool numbered = *statement->number != '\0';

    return arena_format(arena, "%s%s of %s %s", numbered ? "statement " : "a statement",
                        statement->number, *statement->account ? statement->account : "an account",
                        bankoptions_tie(arena, statement));
}

/* A file whose balance does not fit is never taken silently (RULES.md D). */
static enum err judge_ties(struct act *act, const struct importing *import)
{
    struct session *session = act->session;
    const char *words = "";

    for (int i = 0; i < import->count && !*words; i++)
        if (import->statements[i].statement.tie == BANK_TIE_OFF)
            words = off_words(act->arena, &import->statements[i].statement);
    if (!*words || session->yes || session->dry_run)
        return ERR_OK;
    if (session->no_input || !session->ask || session->tx)
        return fail(act->note, ERR_CONFLICT, "%s; give --yes to import it all the same", words);
    if (!session->ask(session->self, arena_format(act->arena, "%s. Import it all the same?",
                                                  words)))
        return fail(act->note, ERR_CANCELLED, "not confirmed; nothing was imported");
    return ERR_OK;
}

/* What a file without a currency is in: its account's, as far as that is known; else the book's. */
static enum err currency_assume(struct act *act, struct bank_options *options)
{
    struct bank_account *list = NULL;
    const char *code = args_get(act->args, "account");
    int64_t id = 0;
    int count = 0;

    if (options->currency.code[0])
        return ERR_OK;
    options->currency = book_currency(act->book);
    if (code)
        TRY(account_find(act->book, code, &id));
    TRY(bank_account_list(act->book, act->arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].account_id == id || (!code && count == 1))
            options->currency = list[i].currency;
    return ERR_OK;
}

static enum err stage(struct act *act)
{
    struct importing *import = mem_new(1, sizeof *import);
    const struct bank_sink sink = {
        .begin = begin_take, .line = line_take, .end = end_take, .self = import};

    act->state = import;
    import->act = act;
    import->ahead = DATE_NONE;
    TRY(stage_open(act->note, &import->lines));
    TRY(bankoptions_read(act, &import->options, &import->by_profile));
    TRY(bankprofile_stage(act, &import->options, &import->profile));
    TRY(currency_assume(act, &import->options));
    TRY(bankfile_read(args_get(act->args, "file"), &import->options, &sink, act->note,
                      &import->result));
    TRY(bankoptions_again(act, &import->result.digest));
    return judge_ties(act, import);
}

/* ---- posted --------------------------------------------------------------------------------- */

/* One of ours has one number at the bank; another one is said on purpose, with `bank account`. */
static enum err number_learn(struct act *act, int64_t id, const struct waiting *waiting)
{
    struct bank_account *list = NULL;
    int count = 0;

    TRY(bank_account_list(act->book, act->arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].account_id == id && *list[i].number && *waiting->statement.account)
            return fail(act->note, ERR_CONFLICT,
                        "--account: %s %s is the account %s at the bank, and the file is of %s",
                        list[i].code, list[i].name, list[i].number, waiting->statement.account);
    for (int i = 0; i < count; i++)
        if (list[i].account_id == id && !*waiting->statement.account)
            return ERR_OK;
    return bank_account_set(act->tx, id, waiting->statement.account,
                            waiting->statement.currency.code[0] ? waiting->statement.currency
                                                                : book_currency(act->book),
                            DATE_NONE);
}

/* A file that does not say whose it is: of the only account, when there is one. */
static enum err only_account(struct act *act, struct bank_account *out, bool *found)
{
    struct bank_account *list = NULL;
    int count = 0;

    TRY(bank_account_list(act->book, act->arena, &list, &count));
    *found = count == 1;
    if (*found)
        *out = list[0];
    return ERR_OK;
}

/* --account names one of ours: a file of several accounts is told apart by their numbers, which
 * must be known then. */
static enum err judge_accounts(struct act *act, const struct importing *import)
{
    const char *unknown = "";
    int count = 0, unknown_count = 0;

    for (int i = 0; i < import->count; i++) {
        const char *number = import->statements[i].statement.account;
        struct bank_account account;
        bool found = false, met = !*number;
        for (int k = 0; k < i && !met; k++)
            met = strcmp(import->statements[k].statement.account, number) == 0;
        if (met)
            continue;
        count++;
        TRY(bank_account_find(act->book, number, act->arena, &account, &found));
        if (!found && ++unknown_count <= ACCOUNTS_SAID)
            unknown = arena_format(act->arena, "%s%s%s", unknown, *unknown ? ", " : "", number);
    }
    if (count < 2 || (!unknown_count && !args_get(act->args, "account")))
        return ERR_OK;
    if (!unknown_count)
        return fail(act->note, ERR_USAGE,
                    "--account: the file has statements of %d accounts, and all of them are known: "
                    "leave --account out",
                    count);
    return fail(act->note, ERR_MISSING,
                "the file has statements of %d accounts, and %s%s %s not known yet: say `bank "
                "account --account OURS --number THEIRS` for each, then import without --account",
                count, unknown, unknown_count > ACCOUNTS_SAID ? ", ..." : "",
                unknown_count == 1 ? "is" : "are");
}

/* Whose account the statement is of; --account says it the first time, and it is remembered. */
static enum err account_of_statement(struct act *act, const struct waiting *waiting,
                                     struct bank_account *out)
{
    const char *number = waiting->statement.account, *code = args_get(act->args, "account");
    bool found = false;
    int64_t id = 0;

    if (*number)
        TRY(bank_account_find(act->book, number, act->arena, out, &found));
    if (code)
        TRY(account_find(act->book, code, &id));
    if (found && id && id != out->account_id)
        return fail(act->note, ERR_CONFLICT, "--account: the account %s of the file is %s %s",
                    number, out->code, out->name);
    if (!found && !*number && !code)
        TRY(only_account(act, out, &found));
    if (found)
        return ERR_OK;
    if (!id && !*number)
        return fail(act->note, ERR_MISSING,
                    "the file does not say of which account it is: say with --account which of "
                    "ours");
    if (!id)
        return fail(act->note, ERR_MISSING,
                    "the file is of the account %s, which is not known yet: say with --account "
                    "which of ours it is",
                    number);
    TRY(number_learn(act, id, waiting));
    return bank_account_get(act->book, id, act->arena, out);
}

static enum err statement_add(struct act *act, const struct waiting *waiting,
                              const struct bank_account *account, int64_t *id)
{
    const struct bank_statement *s = &waiting->statement;
    const struct date today = book_today(act->book);
    struct date first = date_is(s->from) ? s->from : waiting->first;
    struct date last = date_is(s->closing.day) ? s->closing.day
                       : date_is(s->to)        ? s->to
                                               : waiting->last;

    if (!date_is(first))
        first = date_is(last) ? last : today;
    if (!date_is(last) || last.day < first.day)
        last = first;
    const struct bankbook_statement statement = {.account_id = account->account_id,
                                                 .first = first,
                                                 .last = last,
                                                 .has_opening = s->opening.is,
                                                 .has_closing = s->closing.is,
                                                 .opening = s->opening.amount,
                                                 .closing = s->closing.amount,
                                                 .number = s->number,
                                                 .currency = account->currency};
    return bankbook_statement_add(act->tx, &statement, id);
}

/* A line that waits for the words of its details. */
struct pending {
    bool is;
    struct bank_line line;
    struct buf text;
    char *bytes; /* that the line's own texts lie in */
};

static enum err line_add(struct importing *import, const struct bank_account *account,
                         int64_t statement_id, struct pending *pending)
{
    struct act *act = import->act;
    const struct bank_line *from = &pending->line;
    struct hash contents, key;
    bool known = false;
    int64_t id = 0;

    if (!pending->is)
        return ERR_OK;
    pending->is = false;
    const struct bankbook_line line = {.statement_id = statement_id,
                                       .account_id = account->account_id,
                                       .booked = from->booked,
                                       .value = date_is(from->value) ? from->value : from->booked,
                                       .amount = from->amount,
                                       .returned = from->returned,
                                       .currency = from->currency,
                                       .name = from->name,
                                       .party = from->account,
                                       .reference = *from->reference ? from->reference
                                                                     : from->cheque,
                                       .bank_ref = from->bank_ref,
                                       .text = pending->text.data,
                                       .code = from->code,
                                       .reason = from->reason};
    if (!currency_is(line.currency, account->currency))
        return fail(act->note, ERR_CONFLICT,
                    "line %lld of the file is in %s, but %s %s is in %s: say --currency %s where "
                    "the account is new and kept in it, else which one is, by `bank account`",
                    (long long)from->line, line.currency.code, account->code, account->name,
                    account->currency.code, line.currency.code);
    bankbook_key(&line, 0, &contents);
    bankbook_key(&line, repeats_count(&import->repeats, &contents) + 1, &key);
    TRY(bankbook_has(act->book, &key, &known));
    *(known ? &import->known : &import->added) += 1;
    return known ? ERR_OK : bankbook_line_add(act->tx, &line, &key, &id);
}

static void detail_add(struct pending *pending, const struct bank_line *detail)
{
    const char *const texts[] = {detail->reference, detail->name, detail->text};

    for (size_t i = 0; pending->is && i < sizeof texts / sizeof *texts; i++)
        if (*texts[i] && pending->text.len + strlen(texts[i]) + 1 < TEXT_KEPT)
            buf_format(&pending->text, "%s%s", pending->text.len ? " " : "", texts[i]);
}

/* The texts of the line lie in bytes that the next record takes over. */
static void pending_take(struct pending *pending, const char *bytes, size_t len)
{
    free(pending->bytes);
    pending->bytes = mem_new(len + 1, 1);
    memcpy(pending->bytes, bytes, len);
    bankline_unpack(pending->bytes, &pending->line);
    buf_reset(&pending->text);
    buf_text(&pending->text, pending->line.text);
    pending->is = true;
}

static enum err lines_add(struct importing *import, const struct bank_account *accounts,
                          const int64_t *ids)
{
    struct pending pending = {.is = false};
    const void *bytes = NULL;
    size_t len = 0;
    int64_t at = 0;
    enum err e;

    buf_init(&pending.text, (size_t)BANK_TEXT_MAX * 2);
    TRY_OUT(stage_rewind(import->lines));
    for (;;) {
        struct bank_line line;
        TRY_OUT(stage_next(import->lines, &bytes, &len));
        if (!bytes)
            break;
        int64_t place;
        memcpy(&place, bytes, sizeof place);
        const char *packed = (const char *)bytes + sizeof place;
        bankline_unpack(packed, &line);
        if (line.part > 0) {
            detail_add(&pending, &line);
            continue;
        }
        TRY_OUT(line_add(import, &accounts[at], ids[at], &pending));
        at = place;
        pending_take(&pending, packed, len - sizeof place);
    }
    e = line_add(import, &accounts[at], ids[at], &pending);
out:
    free(pending.bytes);
    buf_done(&pending.text);
    return e;
}

static enum err run(struct act *act)
{
    struct importing *import = act->state;
    const size_t room = (size_t)import->count + 1;
    struct bank_account *accounts = arena_new(act->arena, room * sizeof *accounts);
    int64_t *ids = arena_new(act->arena, room * sizeof *ids);
    const char *path = args_get(act->args, "file"), *slash = strrchr(path, '/');

    import->act = act;
    tx_bulk(act->tx);
    TRY(judge_accounts(act, import));
    for (int i = 0; i < import->count; i++) {
        TRY(account_of_statement(act, &import->statements[i], &accounts[i]));
        TRY(statement_add(act, &import->statements[i], &accounts[i], &ids[i]));
    }
    if (import->count)
        TRY(lines_add(import, accounts, ids));
    TRY(importfile_add(act->tx, &import->result.digest, slash ? slash + 1 : path, "bank",
                       import->added));
    if (import->profile.name)
        TRY(profile_add(act->tx, &import->profile));
    act->ref = arena_format(act->arena, "%lld", (long long)import->added);
    act->says = arena_format(act->arena, "%s, %s: %lld new line%s in %d statement%s",
                             slash ? slash + 1 : path, import->result.format,
                             (long long)import->added, import->added == 1 ? "" : "s",
                             import->count, import->count == 1 ? "" : "s");
    if (import->known)
        act->says = arena_format(act->arena, "%s, %lld there already", act->says,
                                 (long long)import->known);
    if (import->left_out)
        act->says = arena_format(act->arena, "%s, %lld not booked by the bank yet left out",
                                 act->says, (long long)import->left_out);
    if (import->empty)
        act->says = arena_format(act->arena, "%s, %lld line%s of 0 left out", act->says,
                                 (long long)import->empty, import->empty == 1 ? "" : "s");
    if (date_is(import->ahead) && import->ahead.day > book_today(act->book).day)
        act->says = say_ahead(act->arena,
                              arena_format(act->arena, "%s; look at the day %s", act->says,
                                           say_day(act->arena, import->ahead)),
                              import->ahead, book_today(act->book));
    if (import->off)
        act->says = arena_format(act->arena, "%s; %lld of them %s not tie", act->says,
                                 (long long)import->off, import->off == 1 ? "does" : "do");
    act->says = bankoptions_cards(act->arena, act->says, &import->result);
    if (import->by_profile)
        act->says = arena_format(act->arena, "%s; read by the profile %s", act->says,
                                 import->by_profile);
    if (import->profile.name)
        act->says = arena_format(act->arena, "%s; its map is the profile %s", act->says,
                                 import->profile.name);
    return ERR_OK;
}

const struct command cmd_bank_import = {
    .noun = "bank",
    .verb = "import",
    .summary = "bring in what the bank reports: statements and their lines",
    .detail = BANK_FORMATS
        "The file is read and checked whole, then all that is new of it comes in, or nothing. The "
        "same file twice adds nothing; of an overlapping one only the new lines come in; equal "
        "lines within a file are real repeats and all count. Of the number of a payment card only "
        "the last four digits are kept. Interim reports are never booked. A line moves no balance "
        "of ours: `bank match` says what it is, `bank post` books what is not in the books yet.",
    .args = import_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .stage = stage,
    .run = run,
    .unstage = unstage,
};
