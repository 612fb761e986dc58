/* importnew: accounts that a file of papers or payments would open, named before it does. */
#include "app/import.h"
#include "ledger/customer.h"

#include <stdlib.h>
#include <string.h>

#define NAMED 5

static int code_cmp(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;

    return strcmp(*x, *y);
}

/* "2 new accounts, LAMP and MOOR" */
static const char *accounts_say(struct arena *arena, char **codes, size_t count)
{
    const char *says = arena_format(arena, "%zu new account%s", count, count == 1 ? "" : "s");

    for (size_t i = 0; i < count && i < NAMED; i++)
        says = arena_format(arena, "%s%s%s", says,
                            i == 0                               ? ", "
                            : i + 1 == count && count <= NAMED ? " and "
                                                                 : ", ",
                            codes[i]);
    return count > NAMED ? arena_format(arena, "%s and others", says) : says;
}

static enum err codes_read(struct import *import, char **codes, size_t *count)
{
    const char *last = "";
    struct record record;

    for (size_t i = 0; i < import->group_count; i++) {
        int64_t id = 0;
        TRY(import_record(import, import->lines[import->groups[i].first].place, &record));
        const char *code = record.texts[FIELD_CUSTOMER];
        if (!*code || strcmp(code, last) == 0)
            continue;
        TRY(customer_find_id(import->act->book, code, &id));
        last = arena_text(import->act->arena, code);
        if (!id)
            codes[(*count)++] = arena_text(import->act->arena, code);
    }
    return ERR_OK;
}

static size_t sort_unique(char **codes, size_t count)
{
    size_t kept = 0;

    if (count)
        qsort(codes, count, sizeof *codes, code_cmp);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(codes[kept - 1], codes[i]) != 0)
            codes[kept++] = codes[i];
    return kept;
}

enum err import_new(struct import *import)
{
    struct act *act = import->act;
    const struct session *session = act->session;
    const bool asks = !session->yes && !session->no_input && session->ask;
    size_t count = 0;

    if (import->kind == IMPORT_CUSTOMERS || (!asks && !session->dry_run) ||
        (import->kind == IMPORT_PAYMENTS && !args_flag(act->args, "create-customers")))
        return ERR_OK;
    char **codes = arena_new(act->arena, (import->group_count + 1) * sizeof *codes);
    TRY(codes_read(import, codes, &count));
    count = sort_unique(codes, count);
    if (count == 0)
        return ERR_OK;
    import->opens = accounts_say(act->arena, codes, count);
    if (session->dry_run || session->ask(session->self,
                                         arena_format(act->arena, "%s opens %s. Import it all the "
                                                                  "same?",
                                                      import->name, import->opens)))
        return ERR_OK;
    return fail(act->note, ERR_CANCELLED, "not confirmed; nothing was imported");
}
