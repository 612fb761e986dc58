#include "app/anchor.h"

#include "ledger/journal.h"

#include <syslog.h>

enum err anchor_log(struct act *act)
{
    struct entry head;
    char hash[HASH_TEXT];

    TRY(journal_head(act->book, &head, act->arena));
    const char *line =
        arena_format(act->arena, "book %s: journal entry %lld, head %s", act->session->book_path,
                     (long long)head.id, hash_hex(&head.hash, hash));
    openlog("arledger", LOG_PID, LOG_AUTHPRIV);
    syslog(LOG_AUTHPRIV | LOG_NOTICE, "%s", line);
    closelog();
    act->says = arena_format(act->arena, "in the system's log: %s", line);
    return ERR_OK;
}
