#include "app/approving.h"

#include "app/say.h"
#include "base/text.h"
#include "ledger/document.h"
#include "ledger/duty.h"
#include "ledger/item.h"
#include "ledger/setting.h"

enum err approving_args(struct act *act, const char *line, struct args *out)
{
    const struct command *command;
    char **words;
    int count, used;

    TRY(words_split(line, act->arena, &words, &count, act->note));
    TRY(command_words(count, words, &command, &used, act->note));
    args_init(out, command, act->arena, &act->session->habit, &notation_plain);
    return args_words(out, count - used, words + used, act->note);
}

/* "write-off of 12.00 EUR on INV-1001" */
static enum err what_words(struct act *act, const struct concession *concession, const char **out)
{
    struct document document;

    *out = arena_format(act->arena, "%s of %s", grant_name(concession->kind),
                        say_money(act->arena, concession->amount));
    if (concession->document_id) {
        TRY(document_get(act->book, concession->document_id, act->arena, &document));
        *out = arena_format(act->arena, "%s on %s", *out, document.number);
    }
    return ERR_OK;
}

/* "12.00 on this paper is above ben's limit of 10.00 EUR" */
static const char *limit_words(struct act *act, const struct concession *concession)
{
    const struct currency base = book_currency(act->book);

    return arena_format(act->arena, "%s %s is above the limit of %s, %s",
                        say_minor(act->arena, concession->reached, base), concession->which,
                        act->session->actor,
                        say_money(act->arena, money_of(concession->allowed, base)));
}

/* The whole command, of a day that does not move while it waits. */
static enum err held_line(struct act *act, const struct concession *concession, const char **out)
{
    const struct arg *arg = act->args->command->args;
    struct args held;
    char day[DATE_TEXT];

    *out = args_text(act->args, true, act->arena);
    while (arg->name && !(arg->kind == ARG_DATE && text_same(arg->name, "date")))
        arg++;
    if (!arg->name || args_given(act->args, "date"))
        return ERR_OK;
    TRY(approving_args(act, *out, &held));
    TRY(args_set(&held, "date", date_iso(concession->day, day), act->note));
    *out = args_text(&held, true, act->arena);
    return ERR_OK;
}

enum err approving_item(struct act *act, int64_t document_id, int64_t *out)
{
    struct item *items = NULL;
    int count = 0;

    *out = 0;
    TRY(items_of_document(act->book, document_id, act->arena, &items, &count));
    for (int i = count - 1; i >= 0; i--)
        if (items[i].open > 0)
            *out = items[i].id;
    return ERR_OK;
}

enum err approving_ask(struct act *act, struct approving *wish)
{
    struct concession *concession = &wish->concession;
    const char *line = wish->command, *what, *duty = NULL;
    bool any = false, within = false;

    wish->waits = false;
    wish->says = NULL;
    TRY(users_any(act->book, &any));
    if (!any)
        return ERR_OK;
    TRY(concession_judge(act->tx, concession, &within));
    TRY(duty_of_grant(act->book, act->session->actor, concession->kind, concession->customer_id,
                      concession->base, &duty));
    if (!duty && wish->another && !act->session->approving &&
        !setting_int(act->book, "duties.report"))
        duty = "it needs a second person";
    if (within && !duty)
        return concession_write(act->tx, concession, act->session->approving);
    const char *why = within ? duty : limit_words(act, concession);
    if (act->session->approving)
        return fail(act->note, ERR_DENIED, "%s: somebody %s must approve it", why,
                    within ? "else" : "with a higher limit");
    if (!line)
        TRY(held_line(act, concession, &line));
    TRY(approval_write(act->tx, concession, line, &wish->id));
    TRY(what_words(act, concession, &what));
    wish->waits = true;
    wish->says = arena_format(act->arena, "%s waits for approval A-%lld: %s", what,
                              (long long)wish->id, why);
    if (wish->command) {
        act->waits = say_join(act->arena, act->waits, wish->says);
    } else {
        act->ref = arena_format(act->arena, "A-%lld", (long long)wish->id);
        act->says = wish->says;
    }
    return ERR_OK;
}
