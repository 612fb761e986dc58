/* part of `accrual`: what each item comes to, and why nothing is proposed. */
#include "ledger/accrualpart.h"
#include "ledger/local.h"
#include "ledger/master.h"

#include <string.h>

static bool is_law(const struct accrual_terms *terms)
{
    return interest_points(terms->scheme) > 0;
}

/* Reasons that hold for a customer or an item as such; nothing is proposed then, neither charge nor
 * credit. */
static enum accrual_reason customer_reason(const struct accrual_reader *reader,
                                           const struct accrual_terms *terms,
                                           const struct accrual_item *item)
{
    if (insolvent_find(&reader->insolvent, terms->customer_id))
        return ACCRUAL_INSOLVENT;
    if (placed_find(&reader->placed, terms->customer_id, item->row.item_id))
        return ACCRUAL_PLACED;
    if (terms->exempt)
        return ACCRUAL_EXEMPT;
    if (terms->scheme == INTEREST_NONE)
        return ACCRUAL_SCHEME;
    return is_law(terms) && item->consumer ? ACCRUAL_CONSUMER : ACCRUAL_NONE;
}

static enum err is_small(const struct accrual_terms *terms, const struct accrual_item *item,
                         bool *is)
{
    int64_t base;

    TRY(amount_scale(item->row.proposed, item->base, item->row.amount, &base));
    *is = item->row.proposed > 0 && base < terms->minimum;
    return ERR_OK;
}

static enum err item_reason(const struct accrual_reader *reader, const struct accrual_terms *terms,
                            const struct accrual_item *item, const struct interest *interest,
                            enum accrual_reason *out)
{
    const struct accrual *row = &item->row;
    bool small;

    *out = customer_reason(reader, terms, item);
    if (*out != ACCRUAL_NONE)
        return ERR_OK;
    if (date_is(row->charged_to) && row->charged_to.day > row->upto.day)
        *out = ACCRUAL_LATER;
    else if (row->proposed != 0) {
        TRY(is_small(terms, item, &small));
        *out = small ? ACCRUAL_MINIMUM : ACCRUAL_NONE;
    } else if (row->charged > 0)
        *out = ACCRUAL_CHARGED;
    else if (interest->graced)
        *out = ACCRUAL_GRACE;
    else if (interest->days == 0)
        *out = item->is_disputed ? ACCRUAL_DISPUTED : ACCRUAL_COVERED;
    else
        *out = interest->unrated ? ACCRUAL_RATE : ACCRUAL_NOTHING;
    return ERR_OK;
}

static enum err propose(struct accrual_item *item)
{
    struct accrual *row = &item->row;

    TRY(amount_sub(row->accrued, row->charged, &row->proposed));
    return amount_scale(row->proposed, item->base, row->amount, &row->proposed_base);
}

static enum err interest_row(const struct accrual_reader *reader, const struct accrual_terms *terms,
                             struct accrual_item *item, const struct interest *interest,
                             enum err (*each)(void *self, const struct accrual *accrual),
                             void *self)
{
    struct accrual *row = &item->row;

    row->kind = ACCRUAL_INTEREST;
    row->accrued = interest->accrued;
    row->days = interest->days;
    row->open = interest_open(&item->bears, row->upto);
    row->pieces = interest->pieces;
    row->piece_count = interest->piece_count;
    row->ppm = interest->piece_count ? interest->pieces[interest->piece_count - 1].ppm : 0;
    TRY(propose(item));
    if (row->days == 0 && row->charged == 0 &&
        (item->late <= 0 || item->start.day >= row->upto.day))
        return ERR_OK; /* paid in time, or not due yet */
    TRY(item_reason(reader, terms, item, interest, &row->reason));
    if (row->reason != ACCRUAL_NONE)
        row->proposed = row->proposed_base = 0;
    return each(self, row);
}

/* The lump sum of an invoice goes to its first instalment that is late. */
static bool is_lump_due(const struct accrual_terms *terms, const struct accrual_item *items, int at,
                        const struct interest *interest)
{
    const struct accrual_item *item = &items[at];

    if (!terms->lump || interest->days == 0 || interest->graced || item->lump_elsewhere ||
        (item->row.document_kind != DOCUMENT_INVOICE &&
         item->row.document_kind != DOCUMENT_DEBIT) ||
        !*interest_currency(terms->scheme))
        return false;
    for (int i = at - 1; item->row.instalment > 1 && i >= 0; i--)
        if (items[i].row.document_id == item->row.document_id && items[i].lumps)
            return false;
    return true;
}

/* At the rates of the day; false in `is` where one of them was never entered. */
static enum err exchange(struct book *book, int64_t amount, struct currency from,
                         struct currency to, struct date day, int64_t *out, bool *is)
{
    struct ratio in, back;
    enum err e;

    *out = amount;
    *is = true;
    if (currency_is(from, to))
        return ERR_OK;
    e = rate_on(book, from, day, &in);
    if (e == ERR_OK)
        e = rate_on(book, to, day, &back);
    *is = e != ERR_MISSING;
    if (e != ERR_OK)
        return *is ? e : ERR_OK;
    TRY(amount_convert(amount, from, book->currency, in, out));
    return amount_convert(*out, book->currency, to, ratio_invert(back), out);
}

/* The law names it in its own currency, and its size by the debt in that. */
static enum err lump_of(const struct accrual_reader *reader, const struct accrual_terms *terms,
                        const struct accrual *row, int64_t debt, int64_t *out, bool *is)
{
    struct book *book = reader->book;
    const struct currency law = book_currency_of(book, interest_currency(terms->scheme));

    *out = 0;
    TRY(exchange(book, debt, row->currency, law, row->upto, &debt, is));
    return exchange(book, *is ? interest_lump(terms->scheme, debt) : 0, law, row->currency,
                    row->upto, out, is);
}

static enum err lump_row(const struct accrual_reader *reader, const struct accrual_terms *terms,
                         struct accrual_item *items, int at, const struct interest *interest,
                         enum err (*each)(void *self, const struct accrual *accrual), void *self)
{
    struct accrual_item *item = &items[at];
    struct accrual *row = &item->row;
    bool is = true;

    item->lumps = is_lump_due(terms, items, at, interest);
    row->kind = ACCRUAL_LUMP;
    row->charged = item->lump_charged;
    row->accrued = item->lumps ? row->charged : 0; /* once: its size stays */
    row->ppm = 0;
    row->pieces = NULL;
    row->piece_count = 0;
    row->reason = customer_reason(reader, terms, item);
    if (item->lumps && row->charged <= 0 && row->reason == ACCRUAL_NONE)
        TRY(lump_of(reader, terms, row, interest->first, &row->accrued, &is));
    TRY(propose(item));
    if (!is) {
        row->reason = ACCRUAL_EXCHANGE;
        return each(self, row);
    }
    if (row->proposed == 0 || row->reason != ACCRUAL_NONE ||
        (date_is(row->charged_to) && row->charged_to.day > row->upto.day))
        return ERR_OK;
    return each(self, row);
}

enum err accrual_group(struct accrual_reader *reader, struct accrual_item *items, int count,
                       struct arena *arena,
                       enum err (*each)(void *self, const struct accrual *accrual), void *self)
{
    struct accrual_terms terms;

    TRY(accrual_terms_read(reader, items[0].row.customer_id, &terms));
    TRY(accrual_read(reader, &terms, items, count, arena));
    for (int i = 0; i < count; i++) {
        struct interest_rate *rates;
        struct interest interest;
        int rate_count;
        if (items[i].row.document_kind == DOCUMENT_CHARGE && !terms.compound)
            continue;
        TRY(interest_rates(terms.scheme, terms.rates, terms.rate_count, items[i].start,
                           reader->upto, terms.most_ppm, arena, &rates, &rate_count));
        TRY(interest_accrue(&items[i].bears, rates, rate_count, terms.basis, terms.grace,
                            reader->upto, arena, &interest));
        TRY(interest_row(reader, &terms, &items[i], &interest, each, self));
        TRY(lump_row(reader, &terms, items, i, &interest, each, self));
    }
    return ERR_OK;
}
