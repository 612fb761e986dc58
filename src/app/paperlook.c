#include "app/paperlook.h"

#include "app/paper.h"
#include "app/settling.h"
#include "ledger/txlane.h"

#include <string.h>

static enum err look(struct act *act, struct paperlook *out)
{
    const char *noun = act->args->command->noun;
    const enum document_kind kind = document_kind_of(noun);
    const char *number = kind == DOCUMENT_CREDIT ? args_get(act->args, "invoice") : NULL;
    struct document invoice;

    if (number)
        TRY(pot_debit(act, args_get(act->args, "customer"), number, &invoice));
    TRY(paper_read(act, kind, number ? &invoice : NULL, &out->paper, &out->customer));
    return paper_preview(act->book, &out->paper, act->arena, &out->totals);
}

enum err paperlook_make(struct session *session, const struct args *args, struct arena *arena,
                        struct paperlook *out, struct note *note)
{
    struct act act = {.session = session,
                      .book = session->book,
                      .args = args,
                      .note = session->note,
                      .arena = arena};

    *out = (struct paperlook){0};
    enum err e = txlane_read_begin(session->book);
    if (e == ERR_OK) {
        e = look(&act, out);
        txlane_read_end(session->book);
    }
    if (e != ERR_OK)
        fail(note, e, "%s", session->note->text);
    note_clear(session->note);
    return e;
}
