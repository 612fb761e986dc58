/* placement: what is handed over, and what becomes of it. */
#include "ledger/placement.h"

#include "ledger/customer.h"
#include "ledger/item.h"
#include "ledger/local.h"

#include <string.h>

const char *placement_word(enum placement_kind kind)
{
    return kind == PLACEMENT_LEGAL ? "legal" : "agency";
}

enum err placement_commission(const struct placement *placement, int64_t amount, int64_t *out)
{
    return amount_scale(amount, placement->commission_ppm, PPM, out);
}

/* ---- made ----------------------------------------------------------------------------------- */

static bool is_meant(const struct placement *placement, const struct item *item)
{
    if (item->open <= 0)
        return false;
    for (int i = 0; i < placement->item_count; i++)
        if (placement->items[i] == item->id)
            return true;
    return placement->whole;
}

/* An item that is placed, or will be: the first placement of it that does not end by that day. */
static enum err judge_item(struct book *book, const struct item *item, struct date day)
{
    int64_t other = 0;

    TRY(db_get(book->db, &other, 0,
               "SELECT MIN(p.id) FROM placement_item x JOIN placement p ON p.id = x.placement_id"
               " WHERE x.item_id = $1 AND NOT EXISTS (SELECT 1 FROM placement_end z"
               " WHERE z.placement_id = p.id AND z.item_id IN (0, x.item_id) AND z.day <= $2)",
               "ii", item->id, (int64_t)day.day));
    if (other)
        return fail(book->note, ERR_CONFLICT,
                    "%s is placed already, by placement %lld; recall that one first", item->number,
                    (long long)other);
    return ERR_OK;
}

static enum err judge(struct book *book, const struct placement *placement)
{
    char day[DATE_TEXT];
    int64_t other = 0;

    if (!placement->agency || !placement->agency[strspn(placement->agency, " ")])
        return fail(book->note, ERR_INPUT,
                    "say who collects it: the name of the agency or lawyers");
    if (placement->commission_ppm < 0 || placement->commission_ppm > PPM)
        return fail(book->note, ERR_INPUT, "a commission is between 0 and 100 %%");
    if (placement->day.day > book->today.day)
        return fail(book->note, ERR_INPUT, "%s is still to come; what is placed is placed already",
                    date_iso(placement->day, day));
    TRY(db_get(
        book->db, &other, 0,
        "SELECT MIN(p.id) FROM placement p WHERE p.customer_id" OF_CUSTOMER(
            "$1") " AND p.whole = 1"
                  " AND NOT EXISTS (SELECT 1 FROM placement_end z WHERE z.placement_id = p.id"
                  " AND z.item_id = 0 AND z.day <= $2)",
        "ii", placement->customer_id, (int64_t)placement->day.day));
    if (other)
        return fail(book->note, ERR_CONFLICT,
                    "the customer is placed as a whole already, by placement %lld",
                    (long long)other);
    return ERR_OK;
}

static enum err item_write(struct tx *tx, int64_t placement_id, const struct item *item)
{
    const int64_t numbers[] = {tx->entry_id, placement_id, item->id, item->open};
    int64_t id = 0;

    return fact_write(tx, FACT_PLACEMENT_ITEM,
                      "INSERT INTO placement_item (entry_id, placement_id, item_id, amount)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 4, NULL, 0, &id);
}

enum err placement_make(struct tx *tx, const struct placement *placement, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item *items = NULL;
    int count = 0, meant = 0;
    enum err e;

    /* look */
    TRY_OUT(items_open(book, placement->customer_id, &arena, &items, &count));

    /* judge */
    TRY_OUT(judge(book, placement));
    for (int i = 0; i < count; i++) {
        if (!is_meant(placement, &items[i]))
            continue;
        TRY_OUT(judge_item(book, &items[i], placement->day));
        items[meant++] = items[i];
    }
    if (meant < placement->item_count || (meant == 0 && !placement->whole))
        TRY_OUT(fail(book->note, ERR_CONFLICT, "nothing is open that could be placed"));

    /* write */
    const int64_t numbers[] = {tx->entry_id,     placement->customer_id,
                               placement->kind,  placement->day.day,
                               placement->whole, placement->commission_ppm};
    const char *const texts[] = {placement->agency,
                                 placement->reference ? placement->reference : "",
                                 placement->text ? placement->text : ""};
    TRY_OUT(fact_write(tx, FACT_PLACEMENT,
                       "INSERT INTO placement (entry_id, customer_id, kind, day, whole,"
                       " commission_ppm, agency, reference, text)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
                       numbers, 6, texts, 3, id));
    for (int i = 0; i < meant; i++)
        TRY_OUT(item_write(tx, *id, &items[i]));
out:
    arena_done(&arena);
    return e;
}

/* ---- ended ---------------------------------------------------------------------------------- */

enum err placement_recall(struct tx *tx, int64_t id, int64_t item_id, struct date day,
                          const char *reason)
{
    struct book *book = tx_book(tx);
    int64_t since = 0, whole = 0, ended = 0, member = 0, row = 0;

    /* look */
    TRY(db_get(book->db, &since, INT64_MIN, "SELECT day FROM placement WHERE id = $1", "i", id));
    TRY(db_get(book->db, &whole, 0, "SELECT whole FROM placement WHERE id = $1", "i", id));
    TRY(db_get(book->db, &ended, 0,
               "SELECT id FROM placement_end WHERE placement_id = $1 AND item_id IN (0, $2)", "ii",
               id, item_id));
    TRY(db_get(book->db, &member, 0,
               "SELECT id FROM placement_item WHERE placement_id = $1 AND item_id = $2", "ii", id,
               item_id));

    /* judge */
    if (since == INT64_MIN)
        return fail(book->note, ERR_MISSING,
                    "there is no placement %lld; `placement list` shows them", (long long)id);
    if (ended)
        return fail(book->note, ERR_CONFLICT, "that was recalled from placement %lld already",
                    (long long)id);
    if (item_id && (whole || !member))
        return fail(book->note, ERR_CONFLICT,
                    whole ? "placement %lld is of the whole customer; recall all of it"
                          : "the invoice is not in placement %lld",
                    (long long)id);
    if (day.day < since)
        return fail(book->note, ERR_INPUT, "placement %lld cannot be recalled before it was made",
                    (long long)id);

    /* write */
    const int64_t numbers[] = {tx->entry_id, id, item_id, day.day};
    const char *const texts[] = {reason ? reason : ""};
    return fact_write(tx, FACT_PLACEMENT_END,
                      "INSERT INTO placement_end (entry_id, placement_id, item_id, day, reason)"
                      " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                      numbers, 4, texts, 1, &row);
}

/* ---- money ---------------------------------------------------------------------------------- */

/* A commission that they bill: owed to them, in the books of whoever keeps the payables. */
static enum err cost_post(struct tx *tx, const struct placement_money *money,
                          const struct placement *placement, struct document_made *cost)
{
    struct book *book = tx_book(tx);
    struct posting postings[2] = {
        {.account_id = account_of(book, ACCOUNT_PART_COLLECTION_COSTS),
         .amount = money->commission},
        {.account_id = account_of(book, ACCOUNT_PART_PAYABLE), .amount = -money->commission},
    };
    struct document_new doc = {.kind = DOCUMENT_COST,
                               .customer_id = placement->customer_id,
                               .effective = money->day,
                               .currency = money->amount.currency,
                               .total = money->commission,
                               .related_id = money->payment_id,
                               .reference = placement->reference,
                               .reason = placement->agency,
                               .postings = postings,
                               .posting_count = 2};

    return document_post(tx, &doc, cost);
}

enum err placement_recover(struct tx *tx, const struct placement_money *money,
                           struct document_made *cost)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct placement placement;
    struct document payment;
    int64_t twice = 0, id = 0;
    bool is = false;
    enum err e;

    /* look */
    *cost = (struct document_made){0};
    TRY_OUT(placement_get(book, money->placement_id, &arena, &placement));
    TRY_OUT(document_get(book, money->payment_id, &arena, &payment));
    TRY_OUT(db_get(book->db, &twice, 0,
                   "SELECT placement_id FROM placement_recovery WHERE payment_id = $1", "i",
                   money->payment_id));

    TRY_OUT(customer_is(book, payment.customer_id, placement.customer_id, &is));

    /* judge */
    if (twice)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s came through placement %lld already",
                     payment.number, (long long)twice));
    if (!is)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s is not a payment of %s", payment.number,
                     placement.customer));
    if (money->amount.minor <= 0 || money->amount.minor > payment.total.minor)
        TRY_OUT(fail(book->note, ERR_INPUT,
                     "what came through them is above 0 and not more than %s", payment.number));
    if (money->commission < 0 || money->commission > money->amount.minor)
        TRY_OUT(fail(book->note, ERR_INPUT, "a commission is not more than what they brought in"));
    if (money->day.day < placement.day.day)
        TRY_OUT(fail(book->note, ERR_INPUT, "placement %lld was made after that day",
                     (long long)placement.id));

    /* write */
    if (money->billed && money->commission > 0)
        TRY_OUT(cost_post(tx, money, &placement, cost));
    const int64_t numbers[] = {tx->entry_id,   money->placement_id, money->payment_id, cost->id,
                               money->day.day, money->amount.minor, money->commission};
    const char *const texts[] = {money->amount.currency.code};
    e = fact_write(tx, FACT_PLACEMENT_RECOVERY,
                   "INSERT INTO placement_recovery (entry_id, placement_id, payment_id, cost_id,"
                   " day, amount, commission, currency) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                   " RETURNING id",
                   numbers, 7, texts, 1, &id);
out:
    arena_done(&arena);
    return e;
}

enum err placement_return(struct tx *tx, int64_t payment_id, struct date day, const char *reason)
{
    struct arena arena = {0};
    struct document bill;
    struct document_made made;
    int64_t id = 0;
    enum err e;

    TRY_OUT(placement_bill(tx_book(tx), payment_id, &id));
    if (!id)
        goto out;
    TRY_OUT(document_get(tx_book(tx), id, &arena, &bill));
    if (day.day < bill.effective.day)
        day = bill.effective;
    e = document_reverse(tx, id, DOCUMENT_VOID, day, reason, &made);
out:
    arena_done(&arena);
    return e;
}
