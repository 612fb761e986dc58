/* importredone: papers that stood in the book, were taken back on a later day and come in again
 * under a number with --suffix: reports of the days between count both. */
#include "app/import.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/document.h"

static struct date opening_of(const struct import *import)
{
    return import->kind == IMPORT_INVOICES
               ? args_date(import->act->args, "opening", DATE_NONE)
               : DATE_NONE;
}

/* From `day` on the new paper stands; the old one stood until it was void. */
static enum err look(struct import *import, const struct document *old, struct date day)
{
    struct import_redone *redone = &import->redone;
    struct document by;

    TRY(document_get(import->act->book, old->reversed_by, import->act->arena, &by));
    const struct date from = day.day > old->posted.day ? day : old->posted;
    if (from.day >= by.posted.day)
        return ERR_OK;
    if (redone->papers == 0 || from.day < redone->from.day)
        redone->from = from;
    if (redone->papers++ == 0 || by.posted.day > redone->until.day)
        redone->until = by.posted;
    return ERR_OK;
}

static enum err look_up(struct import *import, const char *number, int64_t customer_id,
                        struct date day)
{
    static const enum document_kind kinds[] = {DOCUMENT_INVOICE, DOCUMENT_CREDIT};
    struct act *act = import->act;
    const char *anew = arena_format(act->arena, "%s%s", number, args_get(act->args, "suffix"));

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct document old;
        int64_t id = 0, there = 0;
        TRY(document_of_customer(act->book, kinds[i], number, customer_id, &id));
        TRY(document_of_customer(act->book, kinds[i], anew, customer_id, &there));
        if (!id || there)
            continue;
        TRY(document_get(act->book, id, act->arena, &old));
        if (old.reversed_by)
            TRY(document_instead(act->book, &old, &there));
        if (old.reversed_by && !there)
            TRY(look(import, &old, day));
    }
    return ERR_OK;
}

const char *import_redone_words(const struct import *import)
{
    struct arena *arena = import->act->arena;
    const struct import_redone *redone = &import->redone;
    const char *says = arena_format(
        arena, "%lld of the papers stood on the books from %s until taken back on %s: reports of "
               "the days between count %s twice",
        (long long)redone->papers, say_day(arena, redone->from), say_day(arena, redone->until),
        redone->papers == 1 ? "it" : "them");

    if (!date_is(opening_of(import)))
        return says;
    return arena_format(arena, "%s; --opening %s would count each day once", says,
                        say_day(arena, redone->until));
}

enum err import_redone(struct import *import)
{
    struct act *act = import->act;
    const struct session *session = act->session;
    const struct date opening = opening_of(import);
    struct record record;

    if ((import->kind != IMPORT_INVOICES && import->kind != IMPORT_HISTORY) ||
        !args_given(act->args, "suffix"))
        return ERR_OK;
    for (size_t i = 0; i < import->group_count; i++) {
        int64_t customer_id = 0;
        TRY(import_record(import, import->lines[import->groups[i].first].place, &record));
        TRY(customer_find_id(act->book, record.texts[FIELD_CUSTOMER], &customer_id));
        if (customer_id)
            TRY(look_up(import, record.texts[FIELD_NUMBER], customer_id,
                        date_is(opening) ? opening : record.date));
    }
    if (import->redone.papers == 0 || session->yes || session->dry_run || session->no_input ||
        !session->ask)
        return ERR_OK;
    return session->ask(session->self, arena_format(act->arena, "%s: %s. Import all the same?",
                                                    import->name, import_redone_words(import)))
               ? ERR_OK
               : fail(act->note, ERR_CANCELLED, "not confirmed; nothing was imported");
}
