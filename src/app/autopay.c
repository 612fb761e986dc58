#include "app/autopay.h"

#include "app/say.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "rules/reference.h"

#include <string.h>

/* A word of the reference as an open debit; false when it is none. */
static enum err word_find(struct act *act, const char *customer, const char *word, bool *is,
                          struct document *out)
{
    struct item *items = NULL;
    int count = 0;

    *is = false;
    const enum err e = pot_debit(act, customer, word, out);
    if (e == ERR_MISSING || e == ERR_CONFLICT) { /* a word that means nothing, or too much */
        note_clear(act->note);
        return ERR_OK;
    }
    TRY(e);
    TRY(items_of_document(act->book, out->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++)
        *is = *is || items[i].open > 0;
    return ERR_OK;
}

enum err autopay_customer(struct act *act, const char *reference, int64_t *id)
{
    struct reference_walk walk = {.text = reference ? reference : ""};
    char word[REFERENCE_WORD];
    struct document document;
    bool is = false;

    *id = 0;
    while (reference_next(&walk, word)) {
        TRY(word_find(act, NULL, word, &is, &document));
        if (is && *id && *id != document.customer_id) {
            *id = 0;
            return ERR_OK;
        }
        if (is)
            *id = document.customer_id;
    }
    return ERR_OK;
}

/* ---- the case ------------------------------------------------------------------------------- */

/* What is let go is an amount in the book's own currency; in others nothing is. */
static enum err options_read(struct act *act, struct currency currency,
                             struct autocash_options *out)
{
    const char *words = NULL;
    const bool own = currency_is(currency, book_currency(act->book));

    *out = (struct autocash_options){
        .oldest = setting_int(act->book, "autocash.oldest") != 0,
        .leave_disputed = setting_int(act->book, "autocash.disputed") == 0,
        .order = ALLOCATE_CHARGES_LAST,
        .tolerance_amount = {own ? setting_int(act->book, "tolerance.amount") : 0, PPM},
        .tolerance_share = {MONEY_MAX, setting_int(act->book, "tolerance.percent")},
        .work = AUTOCASH_WORK};
    TRY(setting_text(act->book, "autocash.steps", act->arena, &words));
    return autocash_steps_parse(words, out, act->note);
}

static enum err candidate_read(struct act *act, const struct item *item, struct date value,
                               struct autocash_item *out)
{
    struct document document;
    int64_t disputed = 0;
    bool earned = false;

    *out = (struct autocash_item){.id = item->id,
                                  .document_id = item->document_id,
                                  .open = item->open,
                                  .class = item->kind == DOCUMENT_CHARGE ? ALLOCATE_INTEREST
                                                                         : ALLOCATE_PRINCIPAL,
                                  .due = item->due,
                                  .doc_date = item->issued,
                                  .number = item->number};
    TRY(document_get(act->book, item->document_id, act->arena, &document));
    out->reference = document.po && *document.po ? document.po : NULL;
    out->terms = document.terms && *document.terms ? document.terms : NULL;
    if (item->open < 0)
        return ERR_OK;
    TRY(item_disputed(act->book, item->id, book_today(act->book), item->open, &disputed));
    out->disputed = disputed > 0;
    TRY(discount_on(act->book, item->id, value, 0, &out->discount, &earned));
    if (out->discount >= item->open)
        out->discount = 0;
    return ERR_OK;
}

/* Prepayments and money whose owner nobody knows are not on this account. */
static bool is_candidate(struct act *act, const struct item *item, const struct autopay *money,
                         const struct item *own, int own_count)
{
    if (!currency_is(item->currency, money->amount.currency) || item->open == 0 ||
        account_control_of(act->book, item->account_id) != CONTROL_RECEIVABLE)
        return false;
    for (int i = 0; i < own_count; i++)
        if (own[i].id == item->id)
            return false;
    return true;
}

enum err autopay_find(struct act *act, const struct autopay *money, struct autocash_proposal *out)
{
    struct item *items = NULL, *own = NULL;
    int count = 0, own_count = 0;
    struct autocash_options options;
    struct autocash_case given = {.amount = money->amount.minor,
                                  .currency = money->amount.currency,
                                  .value = money->value,
                                  .text = money->text};

    TRY(options_read(act, money->amount.currency, &options));
    TRY(items_open(act->book, money->customer_id, act->arena, &items, &count));
    if (money->document_id)
        TRY(document_money(act->book, money->document_id, act->arena, &own, &own_count));
    struct autocash_item *candidates =
        arena_new(act->arena, ((size_t)count + 1) * sizeof *candidates);
    for (int i = 0; i < count; i++)
        if (is_candidate(act, &items[i], money, own, own_count))
            TRY(candidate_read(act, &items[i], money->value, &candidates[given.item_count++]));
    given.items = candidates;
    const enum err e = autocash_find(&given, &options, act->arena, out);
    return e == ERR_LIMIT ? fail(act->note, e, "what is open is too large to be counted") : e;
}

/* ---- what was found ------------------------------------------------------------------------- */

enum err autopay_post(struct act *act, int64_t credit_id, const struct autocash_proposal *found)
{
    struct settled settled;

    for (int i = 0; i < found->part_count && found->automatic; i++) {
        const struct autocash_part *part = &found->parts[i];
        const struct settle settle = {.debit_id = part->debit_id,
                                      .amount = part->amount,
                                      .discount = part->discount,
                                      .writeoff = part->writeoff,
                                      .date = DATE_NONE};
        TRY(payment_apply(act->tx, part->credit_id ? part->credit_id : credit_id, &settle,
                          &settled));
    }
    return ERR_OK;
}

const char *autopay_says(struct act *act, const struct autocash_proposal *found)
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

enum err autopay_keep(struct act *act, enum payment_keep *out)
{
    const char *word = NULL;

    TRY(setting_text(act->book, "autocash.remainder", act->arena, &word));
    *out = strcmp(word, "on-account") == 0 ? KEEP_ON_ACCOUNT : KEEP_UNAPPLIED;
    return ERR_OK;
}
