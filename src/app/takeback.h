/* takeback: applications, payments and whole journal entries are taken back; before that, what will
 * happen is said in a sentence or two (act->plan).
 *
 * UNAPPLY leaves the money with the customer; REVERSE makes it not count any more, cash included,
 * and is final (RULES.md R2). Memory: the act's arena. Fails with: what the ledger says. */
#ifndef APP_TAKEBACK_H
#define APP_TAKEBACK_H

#include "app/command.h"
#include "ledger/document.h"

/* Takes applications of the payment or credit memo `name` back, as --from, --amount, --date and
 * --reason say; what comes free is then `kept` ("unapplied"). */
enum err takeback_unapply(struct act *act, const char *name, unsigned kinds, const char *kept);
enum err takeback_unapply_plan(struct act *act, const char *name, unsigned kinds, const char *kept);
#define UNAPPLY_ARGS                                                                               \
    {.name = "from", .kind = ARG_DOCUMENT, .help = "only from this document"},                     \
        {.name = "amount", .kind = ARG_MONEY, .help = "a part, newest first; all when not said"},  \
        {.name = "date", .kind = ARG_DATE, .help = "today when not said"},                         \
    {                                                                                              \
        .name = "reason", .kind = ARG_TEXT, .help = "why; keying dates it back to the mistake"     \
    }

/* What reversing this payment on a day does. */
enum err takeback_reverse_plan(struct act *act, const struct document *payment, struct date day,
                               const char *why);

/* All that one journal entry posted (ledger/entry.h), on --date, if its command begins with `only`
 * (NULL = whichever). */
enum err takeback_entry(struct act *act, int64_t entry_id, const char *only, const char *reason);
enum err takeback_entry_plan(struct act *act, int64_t entry_id, const char *only);

#endif
