#include "app/candidates.h"

#include "ledger/accrual.h"
#include "ledger/customer.h"
#include "ledger/owing.h"
#include "ledger/payment.h"
#include "ledger/sent.h"
#include "ledger/setting.h"

#include <string.h>

#define STATEMENTS_NAMED 12 /* the last ones, which a text may name */

/* ---- options -------------------------------------------------------------------------------- */

/* What is let go is an amount in the book's own currency; in others nothing is. */
static enum err options_read(struct act *act, int64_t customer_id, struct autocash_options *out)
{
    struct book *book = act->book;
    const char *words = NULL;

    *out = (struct autocash_options){
        .oldest = setting_int_for(book, customer_id, "autocash.oldest") != 0,
        .oldest_whole = setting_int_for(book, customer_id, "autocash.parts") == 0,
        .oldest_credits = setting_int_for(book, customer_id, "autocash.credits") != 0,
        .leave_disputed = setting_int_for(book, customer_id, "autocash.disputed") == 0,
        .tolerance_amount = {setting_int_for(book, customer_id, "tolerance.amount"), PPM},
        .tolerance_share = {MONEY_MAX, setting_int_for(book, customer_id, "tolerance.percent")},
        .charges = setting_int_for(book, customer_id, "autocash.charges") != 0,
        .work = AUTOCASH_WORK};
    TRY(setting_text_for(book, customer_id, "allocation.order", act->arena, &words));
    TRY(allocate_order_parse(words, &out->order, act->note));
    TRY(setting_text_for(book, customer_id, "autocash.steps", act->arena, &words));
    return autocash_steps_parse(words, out, act->note);
}

static enum err options_of(struct act *act, struct candidates_shelf *shelf, struct candidates *of)
{
    bool own = false;

    TRY(setting_owned(act->book, of->customer_id, &own));
    if (own) {
        TRY(options_read(act, of->customer_id, &of->options));
    } else {
        if (!shelf->common_read)
            TRY(options_read(act, 0, &shelf->common));
        shelf->common_read = true;
        of->options = shelf->common;
    }
    if (!currency_is(of->currency, book_currency(act->book)))
        of->options.tolerance_amount.limit = 0;
    return ERR_OK;
}

/* ---- items ---------------------------------------------------------------------------------- */

static void room_make(struct candidates *of)
{
    if (of->count < of->room)
        return;
    const int room = of->room ? of->room * 2 : 16;
    struct autocash_item *items = arena_new(&of->arena, (size_t)room * sizeof *items);
    struct date *offers = arena_new(&of->arena, (size_t)room * sizeof *offers);
    if (of->count) {
        memcpy(items, of->items, (size_t)of->count * sizeof *items);
        memcpy(offers, of->offers, (size_t)of->count * sizeof *offers);
    }
    of->items = items;
    of->offers = offers;
    of->room = room;
}

/* What a payment cost that came back is a cost; what late payment costs is interest. */
static enum allocate_class class_of(const struct owing *owing)
{
    if (owing->kind != DOCUMENT_CHARGE)
        return ALLOCATE_PRINCIPAL;
    return strcmp(owing->reason, "returned payment") == 0 ? ALLOCATE_COST : ALLOCATE_INTEREST;
}

static const char *text_or_none(struct candidates *of, const char *text)
{
    return *text ? arena_text(&of->arena, text) : NULL;
}

static enum err item_add(void *self, const struct owing *owing)
{
    struct candidates *of = self;

    const int64_t rest = owing->open - owing->disputed;

    room_make(of);
    of->offers[of->count] = owing->open > 0 ? owing->offers : DATE_NONE;
    of->items[of->count++] = (struct autocash_item){.id = owing->id,
                                                    .document_id = owing->document_id,
                                                    .open = owing->open,
                                                    .disputed = owing->disputed > 0,
                                                    .undisputed = rest > 0 ? rest : 0,
                                                    .let_go = owing->let_go,
                                                    .class = class_of(owing),
                                                    .due = owing->due,
                                                    .doc_date = owing->issued,
                                                    .number = arena_text(&of->arena, owing->number),
                                                    .reference = text_or_none(of, owing->po),
                                                    .terms = text_or_none(of, owing->terms)};
    return ERR_OK;
}

static enum err grace_add(struct act *act, struct candidates *of)
{
    struct customer customer;
    bool any = false;

    for (int i = 0; i < of->count && !any; i++)
        any = date_is(of->offers[i]);
    if (!any)
        return ERR_OK;
    TRY(customer_get(act->book, of->customer_id, act->arena, &customer));
    for (int i = 0; i < of->count; i++)
        if (date_is(of->offers[i]))
            of->offers[i].day += customer.grace_days;
    return ERR_OK;
}

static enum err statements_read(struct act *act, struct candidates *of)
{
    struct sent *sent = NULL;

    TRY(sent_last(act->book, of->customer_id, of->currency, STATEMENTS_NAMED, &of->arena, &sent,
                  &of->statement_count));
    of->statements =
        arena_new(&of->arena, ((size_t)of->statement_count + 1) * sizeof *of->statements);
    for (int i = 0; i < of->statement_count; i++)
        of->statements[i] =
            (struct autocash_statement){sent[i].number, sent[i].day, sent[i].balance.minor};
    return ERR_OK;
}

static enum err candidates_read(struct act *act, struct candidates_shelf *shelf,
                                struct candidates *of)
{
    TRY(options_of(act, shelf, of));
    TRY(owing_each(act->book, of->customer_id, of->currency, item_add, of));
    TRY(grace_add(act, of));
    TRY(statements_read(act, of));
    of->index = autocash_index(of->items, of->count, &of->arena);
    return ERR_OK;
}

/* ---- the shelf ------------------------------------------------------------------------------ */

static void place_clear(struct candidates_shelf *shelf, struct candidates *of)
{
    struct arena arena = of->arena;

    shelf->items -= of->count;
    arena_reset(&arena);
    *of = (struct candidates){.arena = arena};
}

/* The place to use next: a free one, else the one that was not asked for longest. */
static struct candidates *place_take(struct candidates_shelf *shelf)
{
    struct candidates *oldest = &shelf->places[0];

    for (int i = 0; i < CANDIDATES_KEPT; i++) {
        if (shelf->places[i].used < oldest->used)
            oldest = &shelf->places[i];
        if (!shelf->places[i].customer_id)
            return &shelf->places[i];
    }
    place_clear(shelf, oldest);
    return oldest;
}

/* Many items of some customers leave no room for so many customers. */
static void room_keep(struct candidates_shelf *shelf, const struct candidates *newest)
{
    while (shelf->items > CANDIDATES_ITEMS) {
        struct candidates *oldest = NULL;
        for (int i = 0; i < CANDIDATES_KEPT; i++) {
            struct candidates *of = &shelf->places[i];
            if (of->customer_id && of != newest && (!oldest || of->used < oldest->used))
                oldest = of;
        }
        if (!oldest)
            return;
        place_clear(shelf, oldest);
        arena_done(&oldest->arena);
    }
}

enum err candidates_get(struct act *act, struct candidates_shelf *shelf, int64_t customer_id,
                        struct currency currency, struct candidates **out)
{
    for (int i = 0; i < CANDIDATES_KEPT; i++) {
        struct candidates *of = &shelf->places[i];
        if (of->customer_id != customer_id || !currency_is(of->currency, currency))
            continue;
        of->used = ++shelf->clock;
        *out = of;
        return ERR_OK;
    }
    struct candidates *of = place_take(shelf);
    of->customer_id = customer_id;
    of->currency = currency;
    of->used = ++shelf->clock;
    const enum err e = candidates_read(act, shelf, of);
    shelf->items += of->count;
    if (e != ERR_OK) {
        place_clear(shelf, of);
        return e;
    }
    room_keep(shelf, of);
    *out = of;
    return ERR_OK;
}

static enum err charge_take(void *self, const struct accrual *accrual)
{
    struct candidates *of = self;

    for (int i = 0; i < of->count; i++) {
        struct autocash_item *item = &of->items[(of->at + i) % of->count]; /* much in order */
        if (item->id != accrual->item_id)
            continue;
        of->at = (of->at + i) % of->count;
        if (accrual->proposed > 0 && item->open > 0)
            item->charges += accrual->proposed;
        return ERR_OK;
    }
    return ERR_OK;
}

/* What late payment cost up to the day of the money, and nobody charged yet. */
static enum err charges_read(struct act *act, struct candidates *of, struct date value)
{
    const struct accrual_query query = {
        .upto = value, .as_of = DATE_NONE, .customer_id = of->customer_id};

    for (int i = 0; i < of->count; i++)
        of->items[i].charges = 0;
    of->at = 0;
    return of->options.charges ? accrual_each(act->book, &query, charge_take, of) : ERR_OK;
}

enum err candidates_value(struct act *act, struct candidates *of, struct date value)
{
    TRY(charges_read(act, of, value));
    for (int i = 0; i < of->count; i++) {
        struct autocash_item *item = &of->items[i];
        bool earned = false;
        item->discount = 0;
        if (!date_is(of->offers[i]) || of->offers[i].day < value.day || item->open <= 0)
            continue;
        TRY(discount_on(act->book, item->id, value, 0, &item->discount, &earned));
        if (item->discount >= item->open)
            item->discount = 0;
    }
    return ERR_OK;
}

void candidates_paid(struct candidates_shelf *shelf, int64_t item_id, int64_t by)
{
    struct candidates *of = &shelf->places[0];

    for (int k = 1; k < CANDIDATES_KEPT; k++)
        if (shelf->places[k].used > of->used)
            of = &shelf->places[k];
    for (int i = 0; i < of->count; i++)
        if (of->items[i].id == item_id) {
            struct autocash_item *item = &of->items[i];
            item->open += by;
            item->undisputed += by; /* which is paid first */
            item->undisputed = item->undisputed > 0 ? item->undisputed : 0;
        }
}

void candidates_done(struct candidates_shelf *shelf)
{
    for (int k = 0; k < CANDIDATES_KEPT; k++)
        arena_done(&shelf->places[k].arena);
}
