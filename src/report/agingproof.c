/* agingproof: the foot of the aging: the sub-ledger against its control account. */
#include "ledger/beside.h"
#include "ledger/control.h"
#include "ledger/period.h"
#include "report/agingparts.h"
#include "report/whatif.h"

static const char *base_text(struct aging *aging, int64_t minor)
{
    char out[MONEY_TEXT];
    const struct notation grouped = {.decimal = '.', .group = ','};
    return arena_text(&aging->arena,
                      money_show(money_of(minor, book_currency(aging->book)), &grouped, out));
}

/* Deposits and unidentified money are debts of ours, in no customer's total. */
static enum err beside(struct aging *aging, const char **proof)
{
    static const struct {
        enum account_control control;
        const char *word;
    } rows[] = {{CONTROL_PREPAID, "prepayments"}, {CONTROL_UNIDENTIFIED, "unidentified receipts"}};

    const char *before = "; not in it:";
    struct beside sums;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t base = 0;
        TRY(control_balance(aging->book, rows[i].control, aging->options->as_of, &base));
        if (!base)
            continue;
        *proof = arena_format(&aging->arena, "%s%s %s %s", *proof, before, rows[i].word,
                              base_text(aging, -base));
        before = ",";
    }
    TRY(beside_read(aging->book, 0, NULL, aging->options->as_of, &sums));
    if (sums.receipts)
        *proof = arena_format(&aging->arena, "%s%s %s", *proof, before,
                              beside_in_hand(&sums, &aging->arena));
    return ERR_OK;
}

/* Of one customer nothing is proved, but what it paid beside the balance is told. */
static enum err beside_one(struct aging *aging, const char **proof)
{
    const struct aging_options *o = aging->options;
    struct beside sums;
    struct currency currency;

    if (!o->currency || currency_find(o->currency, &currency) != ERR_OK)
        currency = book_currency(aging->book);
    TRY(beside_read(aging->book, o->customer_id, o->currency ? &currency : NULL, o->as_of, &sums));
    const char *prepaid = beside_prepaid(&sums, &aging->arena);
    const char *in_hand = beside_in_hand(&sums, &aging->arena);
    if (*prepaid || *in_hand)
        *proof = arena_format(&aging->arena, "Not in it: %s%s%s", prepaid,
                              *prepaid && *in_hand ? "; " : "", in_hand);
    return ERR_OK;
}

enum err aging_proof(struct aging *aging, const char **proof)
{
    const struct aging_options *o = aging->options;
    int64_t control = 0, late_count = 0, late = 0;
    char as_of[DATE_TEXT];

    *proof = NULL;
    if (o->promises == PROMISES_KEPT) {
        *proof = arena_format(
            &aging->arena, "What-if: %s is promised by then and taken as paid; nothing is booked",
            base_text(aging, whatif_paid_base(aging->open.whatif)));
        return ERR_OK;
    }
    if (o->promises == PROMISES_NONE) {
        *proof = "What-if: nothing more is paid; nothing is booked";
        return ERR_OK;
    }
    if (o->customer_id && !aging_is_part(o))
        return beside_one(aging, proof);
    if (aging_is_part(o) || o->currency)
        return ERR_OK; /* a part of the book has no account of its own */
    if (aging->open.plan.scan.known_entry) {
        *proof = arena_format(&aging->arena, "Sub-ledger %s as it was known then",
                              base_text(aging, aging->open.base));
        return ERR_OK;
    }
    TRY(control_balance(aging->book, CONTROL_RECEIVABLE, o->as_of, &control));
    date_iso(o->as_of, as_of);
    if (o->by_date == BY_EFFECTIVE) {
        TRY(control_late(aging->book, o->as_of, &late_count, &late));
        *proof = arena_format(
            &aging->arena,
            "Sub-ledger %s, control account %s on %s: late facts %lld, %s, difference %s",
            base_text(aging, aging->open.base), base_text(aging, control), as_of,
            (long long)late_count, base_text(aging, late),
            base_text(aging, aging->open.base - control - late));
    } else {
        const char *period = "";
        const int64_t difference = aging->open.base - control;
        TRY(period_words(aging->book, o->as_of, &aging->arena, &period));
        *proof =
            arena_format(&aging->arena, "Sub-ledger %s %s control account on %s, difference %s%s",
                         base_text(aging, aging->open.base), difference ? "is not the" : "=", as_of,
                         base_text(aging, difference), period);
    }
    return beside(aging, proof);
}
