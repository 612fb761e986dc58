#include "app/bankoptions.h"
#include "app/say.h"

#include "io/bankmap.h"
#include "ledger/importfile.h"
#include "ledger/journal.h"

#include <string.h>

const char *const bankoptions_dates[] = {"dmy", "mdy", "ymd", NULL};

static bool stopped(void *self, int64_t bytes)
{
    struct session *session = self;

    return session->progress != NULL && session->progress(session->self, "Reading", bytes, 0);
}

static enum err unclear(struct act *act, const char *path, const struct bank_proposal *proposal)
{
    return fail(act->note, ERR_USAGE, "%s: %s Beside that, --map '%s' would do", path,
                proposal->unclear, proposal->map);
}

/* The map of a CSV file that came without one. */
static enum err propose(struct act *act, const char *path, const char **map)
{
    struct session *session = act->session;
    const struct bank_said said = {.encoding = args_get(act->args, "encoding"),
                                   .dates = args_get(act->args, "dates"),
                                   .decimal = args_get(act->args, "decimal")};
    struct bank_proposal proposal;

    TRY(bankmap_propose(path, &said, act->arena, act->note, &proposal));
    if (*proposal.unclear != '\0')
        return unclear(act, path, &proposal);
    *map = proposal.map;
    if (session->yes)
        return ERR_OK;
    if (session->no_input || session->ask == NULL)
        return fail(act->note, ERR_USAGE,
                    "%s: what do its columns mean? Give --yes to take this proposal, or say --map "
                    "'%s'",
                    path, proposal.map);
    if (!session->ask(session->self,
                      say_map_question(act->arena, path, proposal.map, proposal.unread)))
        return fail(act->note, ERR_CANCELLED, "say what the columns mean with --map");
    return ERR_OK;
}

/* A map that was said, with what was said beside it; a profile has all that itself. */
static const char *with_said(struct act *act, const char *map)
{
    static const char *const said[] = {"dates", "decimal"};

    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (args_given(act->args, said[i]))
            map = arena_format(act->arena, "%s; %s=%s", map, said[i], args_get(act->args, said[i]));
    return map;
}

static enum err judge_profile(struct act *act, const struct bank_options *options)
{
    if (options->map == NULL ||
        (!args_given(act->args, "dates") && !args_given(act->args, "decimal")))
        return ERR_OK;
    return fail(act->note, ERR_USAGE,
                "--%s is said by the profile of the file already; say --map for another one",
                args_given(act->args, "dates") ? "dates" : "decimal");
}

enum err bankoptions_read(struct act *act, struct bank_options *out, const char **by)
{
    const char *path = args_get(act->args, "file"), *format;

    *out = (struct bank_options){
        .encoding = args_get(act->args, "encoding"),
        .map = args_get(act->args, "map"),
        .stop = stopped,
        .self = act->session,
    };
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &out->currency));
    *by = NULL;
    if (out->map != NULL && args_given(act->args, "profile"))
        return fail(act->note, ERR_USAGE, "--map and --profile both say what the columns mean");
    if (out->map != NULL) {
        out->map = with_said(act, out->map);
        return ERR_OK;
    }
    if (strcmp(path, "-") == 0)
        return args_given(act->args, "profile") ? bankprofile_find(act, out, by) : ERR_OK;
    TRY(bankfile_format(path, act->note, &format));
    if (strcmp(format, "CSV") != 0)
        return ERR_OK;
    TRY(bankprofile_find(act, out, by));
    TRY(judge_profile(act, out));
    return out->map != NULL ? ERR_OK : propose(act, path, &out->map);
}

enum err bankoptions_again(struct act *act, const struct hash *digest)
{
    int64_t entry_id = 0;
    struct entry entry;
    char moment[MOMENT_TEXT];

    TRY(importfile_find(act->book, digest, &entry_id));
    if (entry_id == 0 || args_given(act->args, "again"))
        return ERR_OK;
    TRY(journal_get(act->book, entry_id, act->arena, &entry));
    return fail(act->note, ERR_CONFLICT,
                "%s was imported before, in entry %lld on %.10s: nothing was added; say why with "
                "--again \"...\" to import it once more",
                args_get(act->args, "file"), (long long)entry_id, moment_iso(entry.moment, moment));
}

const char *bankoptions_tie(struct arena *arena, const struct bank_statement *statement)
{
    char shown[2][MONEY_TEXT];

    switch (statement->tie) {
    case BANK_TIE_OK: return "ties";
    case BANK_TIE_MIXED: return "several currencies: cannot be checked";
    case BANK_TIE_OFF:
        if (statement->broken_line > 0)
            return arena_format(arena,
                                "does not tie: the balance in line %lld does not follow from the "
                                "row before",
                                (long long)statement->broken_line);
        return arena_format(
            arena, "does not tie: off by %s, the closing balance would be %s",
            money_plain(money_of(statement->difference, statement->currency), shown[0]),
            money_plain(
                money_of(statement->closing.amount - statement->difference, statement->currency),
                shown[1]));
    case BANK_TIE_NONE: break;
    }
    return "not both balances: cannot be checked";
}

const char *bankoptions_cards(struct arena *arena, const char *words,
                              const struct bank_result *result)
{
    if (!result->cards)
        return words;
    return arena_format(arena, "%s; %lld number%s of payment cards masked but for the last four "
                               "digits",
                        words, (long long)result->cards, result->cards == 1 ? "" : "s");
}
