#include "app/autopay.h"

#include "app/say.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
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

/* The number of an open document whose RF reference this is, NULL = none. */
static enum err rf_find(struct act *act, int64_t customer_id, const char *word, const char **out)
{
    struct item *items = NULL;
    int count = 0;
    char made[REFERENCE_TEXT];

    *out = NULL;
    if (customer_id)
        TRY(items_open(act->book, customer_id, act->arena, &items, &count));
    for (int i = 0; i < count && !*out; i++)
        if (items[i].open > 0 && reference_make(items[i].number, made, NULL) == ERR_OK &&
            strcmp(made, word) == 0)
            *out = items[i].number;
    return ERR_OK;
}

static enum err by_reference(struct pot *pot, int64_t customer_id, const char *reference,
                             bool *done)
{
    struct reference_walk walk = {.text = reference ? reference : ""};
    char word[REFERENCE_WORD];
    struct act *act = pot->act;

    while (reference_next(&walk, word)) {
        struct document document;
        struct money left;
        const char *number = NULL;
        bool is = false;
        TRY(pot_left(pot, &left));
        if (left.minor == 0)
            break;
        TRY(rf_find(act, customer_id, word, &number));
        TRY(word_find(act, pot->customer, number ? number : word, &is, &document));
        if (!is || document.customer_id != customer_id ||
            !currency_is(document.currency, left.currency))
            continue;
        if (!*done)
            pot->says = say_join(act->arena, pot->says, "by the numbers in the reference");
        *done = true;
        const struct target target = {
            .document = document.number, .discount = "auto", .date = DATE_NONE};
        TRY(pot_apply(pot, &target));
    }
    return ERR_OK;
}

static enum err target_item(struct pot *pot, const struct item *item, const char *discount)
{
    const struct target target = {
        .document = item->number, .discount = discount, .instalment = item->seq, .date = DATE_NONE};
    return pot_apply(pot, &target);
}

static enum err by_amount(struct pot *pot, const struct item *items, int count, struct date value,
                          bool *done)
{
    const struct item *fits = NULL;
    struct act *act = pot->act;
    struct money left;
    int fitting = 0;

    TRY(pot_left(pot, &left));
    for (int i = 0; i < count; i++) {
        int64_t discount = 0;
        bool earned = false;
        if (items[i].open <= 0 || !currency_is(items[i].currency, left.currency))
            continue;
        TRY(discount_on(act->book, items[i].id, value, 0, &discount, &earned));
        if (items[i].open != left.minor && items[i].open - discount != left.minor)
            continue;
        fits = &items[i];
        fitting++;
    }
    if (fitting != 1)
        return ERR_OK;
    *done = true;
    pot->says = say_join(act->arena, pot->says, "by the amount, which only this fits");
    return target_item(pot, fits, fits->open == left.minor ? "none" : "auto");
}

static enum err by_age(struct pot *pot, const struct item *items, int count)
{
    struct act *act = pot->act;
    bool said = false;

    for (int i = 0; i < count; i++) {
        struct money left;
        TRY(pot_left(pot, &left));
        if (left.minor == 0)
            break;
        if (items[i].open <= 0 || !currency_is(items[i].currency, left.currency))
            continue;
        if (!said)
            pot->says = say_join(act->arena, pot->says, "oldest due first");
        said = true;
        TRY(target_item(pot, &items[i], "auto"));
    }
    return ERR_OK;
}

enum err autopay_apply(struct pot *pot, const char *reference)
{
    struct act *act = pot->act;
    struct item *items = NULL, *money = NULL;
    int count = 0, money_count = 0;
    bool done = false;

    TRY(document_money(act->book, pot->money.id, act->arena, &money, &money_count));
    if (money_count == 0 || !money[money_count - 1].customer_id)
        return ERR_OK;
    const struct item *credit = &money[money_count - 1];
    TRY(by_reference(pot, credit->customer_id, reference, &done));
    if (done)
        return ERR_OK;
    TRY(items_open(act->book, credit->customer_id, act->arena, &items, &count));
    TRY(by_amount(pot, items, count, credit->value, &done));
    if (done)
        return ERR_OK;
    return by_age(pot, items, count);
}
