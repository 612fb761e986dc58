#include "app/autopay.h"

#include "app/candidates.h"
#include "app/lettinggo.h"
#include "app/say.h"
#include "base/figures.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "ledger/txlane.h"

#include <stdlib.h>
#include <string.h>

struct autopay_memory {
    struct candidates_shelf shelf;
};

struct autopay_memory *autopay_memory_open(void)
{
    return mem_new(1, sizeof(struct autopay_memory));
}

void autopay_memory_close(struct autopay_memory *memory)
{
    if (!memory)
        return;
    candidates_done(&memory->shelf);
    free(memory);
}

/* ---- the case ------------------------------------------------------------------------------- */

static enum err case_read(struct act *act, struct candidates_shelf *shelf,
                          const struct autopay *money, struct autocash_case *given,
                          struct autocash_options *options)
{
    struct candidates *of = NULL;

    TRY(candidates_get(act, shelf, money->customer_id, money->amount.currency, &of));
    TRY(candidates_value(act, of, money->value));
    *given = (struct autocash_case){.items = of->items,
                                    .item_count = of->count,
                                    .index = of->index,
                                    .statements = of->statements,
                                    .statement_count = of->statement_count,
                                    .amount = money->amount.minor,
                                    .currency = money->amount.currency,
                                    .value = money->value,
                                    .left_out = &money->credit_id,
                                    .left_out_count = money->credit_id != 0,
                                    .text = money->text};
    *options = of->options;
    return ERR_OK;
}

static enum err find(struct act *act, const struct autocash_case *given,
                     const struct autocash_options *options, struct autocash_proposal *out)
{
    const enum err e = autocash_find(given, options, act->arena, out);

    return e == ERR_LIMIT ? fail(act->note, e, "what is open is too large to be counted") : e;
}

enum err autopay_find(struct act *act, struct autopay_memory *memory, const struct autopay *money,
                      struct autocash_proposal *out)
{
    struct autopay_memory *mine = memory ? memory : autopay_memory_open();
    struct autocash_case given;
    struct autocash_options options;
    enum err e;

    TRY_OUT(case_read(act, &mine->shelf, money, &given, &options));
    e = find(act, &given, &options, out);
out:
    if (!memory)
        autopay_memory_close(mine);
    return e;
}

enum err autopay_left(struct act *act, struct autopay_memory *memory, const struct autopay *money,
                      int64_t *left)
{
    struct candidates *of = NULL;

    *left = money->amount.minor;
    TRY(candidates_get(act, &memory->shelf, money->customer_id, money->amount.currency, &of));
    for (int i = 0; i < of->count; i++)
        if (of->items[i].id == money->credit_id)
            *left = -of->items[i].open;
    return ERR_OK;
}

/* One step alone. */
static enum err choice_try(struct act *act, const struct autocash_case *given,
                           struct autocash_options options, enum autocash_step step,
                           struct autopay_choices *out)
{
    struct autocash_proposal *found = &out->found[out->count];

    options.oldest = step == AUTOCASH_OLDEST;
    options.charges = options.charges && step == AUTOCASH_EXACT; /* once */
    options.step_count = !options.oldest;
    options.steps[0] = step;
    TRY(find(act, given, &options, found));
    if (found->step)
        out->count++;
    else
        out->failed[step] = found->why_not[step];
    return ERR_OK;
}

#define WORK_QUICK 20000 /* some tenths of a millisecond */

static enum err choices_try(struct act *act, struct autopay_memory *memory,
                            const struct autopay *money, bool quick, struct autopay_choices *out)
{
    struct autocash_case given;
    struct autocash_options options;

    TRY(case_read(act, &memory->shelf, money, &given, &options));
    if (quick)
        options.work = WORK_QUICK;
    for (int i = 0; i < options.step_count; i++)
        TRY(choice_try(act, &given, options, options.steps[i], out));
    return choice_try(act, &given, options, AUTOCASH_OLDEST, out);
}

enum err autopay_choices(struct session *session, struct autopay_memory *memory,
                         const struct autopay *money, bool quick, struct arena *arena,
                         struct autopay_choices *out)
{
    struct act act = {
        .session = session, .book = session->book, .note = session->note, .arena = arena};

    *out = (struct autopay_choices){.count = 0};
    TRY(txlane_read_begin(session->book));
    const enum err e = choices_try(&act, memory, money, quick, out);
    txlane_read_end(session->book);
    return e;
}

/* ---- what was found ------------------------------------------------------------------------- */

static enum err part_post(struct act *act, int64_t credit_id, const struct autocash_part *part,
                          const char **waits)
{
    struct settled settled;
    struct item debit;
    struct settle settle = {.debit_id = part->debit_id,
                                  .amount = part->amount,
                                  .discount = part->discount,
                                  .writeoff = part->writeoff,
                                  .date = DATE_NONE};

    *waits = "";
    if (settle.writeoff > 0) { /* what autocash takes as a discount is earned */
        TRY(item_get(act->book, part->debit_id, act->arena, &debit));
        TRY(lettinggo_ask(act, &debit, settle.discount, &settle, waits));
    }
    return payment_apply(act->tx, credit_id, &settle, &settled);
}

enum err autopay_post(struct act *act, struct autopay_memory *memory, int64_t credit_id,
                      const struct autocash_proposal *found, const char **says)
{
    const char *waits;

    for (int i = 0; i < found->part_count && found->automatic; i++) {
        const struct autocash_part *part = &found->parts[i];
        const int64_t from = part->credit_id ? part->credit_id : credit_id;
        if (act->tx) {
            TRY(part_post(act, from, part, &waits));
            if (says && *waits)
                *says = say_join(act->arena, *says, waits);
        }
        if (!memory)
            continue;
        candidates_paid(&memory->shelf, part->debit_id,
                        -part->amount - part->discount - part->writeoff);
        candidates_paid(&memory->shelf, from, part->amount);
    }
    return ERR_OK;
}

const char *autopay_says(struct act *act, const struct autocash_proposal *found)
{
    return figures_plain(autopay_marked(act, found), act->arena);
}

const char *autopay_marked(struct act *act, const struct autocash_proposal *found)
{
    const char *words =
        arena_format(act->arena, "%s: %s", autocash_words(found->step), found->arithmetic);

    if (found->step == AUTOCASH_NONE)
        return "no rule of autocash fits";
    return found->automatic
               ? words
               : arena_format(act->arena, "only proposed, since %s; %s", found->why, words);
}

const char *autopay_explained(struct act *act, const struct autocash_proposal *found)
{
    const char *words = "";

    for (int step = AUTOCASH_NONE + 1; step < AUTOCASH_STEPS; step++)
        if (found->why_not[step])
            words =
                say_join(act->arena, words,
                         arena_format(act->arena, "%s: %s", autocash_word((enum autocash_step)step),
                                      found->why_not[step]));
    return words;
}

enum err autopay_keep(struct act *act, int64_t customer_id, enum payment_keep *out)
{
    const char *word = NULL;

    TRY(setting_text_for(act->book, customer_id, "autocash.remainder", act->arena, &word));
    *out = strcmp(word, "on-account") == 0 ? KEEP_ON_ACCOUNT : KEEP_UNAPPLIED;
    return ERR_OK;
}
