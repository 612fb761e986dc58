/* part of `accrual`: what is read at once for all items of a pass, not asked of each. */
#include "ledger/accrualpart.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct date accrual_back(const struct accrual_reader *reader)
{
    const struct date to = reader->upto.day < reader->known.day ? reader->upto : reader->known;

    return date_add(to, -(int32_t)setting_int(reader->book, "charge.back"));
}

/* ---- what was applied ----------------------------------------------------------------------- */

/* Applications that stand, each from the day its money came: a discount, a small write-off or an
 * exchange difference with the money of its act. Of a deduction there is no day. */
#define APPLIED                                                                                    \
    " SELECT a.debit_id, a.amount,"                                                                \
    " CASE WHEN cd.kind IN ($4, $5, $6) AND fi.value IS NOT NULL THEN fi.value"                    \
    " WHEN cd.kind = $8 THEN $9 ELSE ci.value END"                                                 \
    " FROM wanted JOIN application a ON a.debit_id = wanted.id"                                    \
    " JOIN item ci ON ci.id = a.credit_id JOIN document cd ON cd.id = ci.document_id"              \
    " LEFT JOIN application f ON f.id = a.act_id LEFT JOIN item fi ON fi.id = f.credit_id"         \
    " WHERE a.reverses_id IS NULL AND CASE $3 WHEN 1 THEN a.effective ELSE a.posted END <= $10"    \
    " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id"                      \
    " AND CASE $3 WHEN 1 THEN r.effective ELSE r.posted END <= $10)"

static int applied_cmp(const void *a, const void *b)
{
    const struct accrual_applied *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static enum err applied_load(struct accrual_reader *reader, int64_t customer_id)
{
    struct accrual_load *load = &reader->load;
    struct stmt *q = customer_id ? db_sql(reader->book->db, ACCRUAL_WANTED(ACCRUAL_OF_ONE) APPLIED)
                                 : db_sql(reader->book->db, ACCRUAL_WANTED("") APPLIED);

    bind_i64(q, 1, reader->upto.day);
    bind_i64(q, 2, accrual_back(reader).day);
    bind_i64(q, 3, reader->effective);
    bind_i64(q, 4, DOCUMENT_DISCOUNT);
    bind_i64(q, 5, DOCUMENT_WRITEOFF);
    bind_i64(q, 6, DOCUMENT_FX);
    if (customer_id)
        bind_i64(q, 7, customer_id);
    bind_i64(q, 8, DOCUMENT_DEDUCTION);
    bind_i64(q, 9, DATE_NONE.day);
    bind_i64(q, 10, reader->known.day);
    while (stmt_row(q)) {
        if (load->applied_count == load->applied_room) {
            load->applied_room = load->applied_room ? load->applied_room * 2 : 256;
            load->applied =
                mem_resize(load->applied, (size_t)load->applied_room, sizeof *load->applied);
        }
        load->applied[load->applied_count++] =
            (struct accrual_applied){col_i64(q, 0), col_i64(q, 1), col_date(q, 2)};
    }
    TRY(stmt_end(q));
    if (load->applied_count > 1)
        qsort(load->applied, (size_t)load->applied_count, sizeof *load->applied, applied_cmp);
    return ERR_OK;
}

const struct accrual_applied *accrual_applied_of(const struct accrual_load *load, int64_t item_id,
                                                 int *count)
{
    int low = 0, high = load->applied_count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (load->applied[middle].item_id < item_id)
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < load->applied_count; (*count)++)
        if (load->applied[low + *count].item_id != item_id)
            break;
    return *count ? &load->applied[low] : NULL;
}

/* ---- money that is paid against nothing ----------------------------------------------------- */

#define CREDITS(of_whom)                                                                           \
    "SELECT c.id, i.currency, i.value,"                                                            \
    " -i.amount - COALESCE((SELECT CAST(SUM(a.amount) AS BIGINT) FROM application a"               \
    " WHERE a.credit_id = i.id AND CASE $2 WHEN 1 THEN a.effective ELSE a.posted END <= $3), 0)"   \
    " FROM item i JOIN customer o ON o.id = i.customer_id"                                         \
    " JOIN customer c ON c.id = " STAYS("o") " WHERE " of_whom                                     \
    " i.settled_on > $5 AND i.amount < 0 AND i.account_id = $4"                                    \
    " AND CASE $2 WHEN 1 THEN i.effective ELSE i.posted END <= $3"

static int credit_cmp(const void *a, const void *b)
{
    const struct accrual_credit *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    return strcmp(x->currency, y->currency);
}

static enum err credits_load(struct accrual_reader *reader, int64_t customer_id)
{
    struct accrual_load *load = &reader->load;
    struct db *db = reader->book->db;
    struct stmt *q = customer_id ? db_sql(db, CREDITS("i.customer_id" OF_CUSTOMER("$1") " AND"))
                                 : db_sql(db, CREDITS(""));

    if (customer_id)
        bind_i64(q, 1, customer_id);
    bind_i64(q, 2, reader->effective);
    bind_i64(q, 3, reader->known.day);
    bind_i64(q, 4, account_of(reader->book, ACCOUNT_PART_RECEIVABLE));
    bind_i64(q, 5, reader->known.day < DATE_NEVER.day ? reader->known.day : DATE_NEVER.day - 1);
    while (stmt_row(q)) {
        load->credits = arena_grow(reader->arena, load->credits, load->credit_count,
                                   &load->credit_room, sizeof *load->credits);
        struct accrual_credit *credit = &load->credits[load->credit_count++];
        *credit = (struct accrual_credit){
            .customer_id = col_i64(q, 0), .day = col_date(q, 2), .open = col_i64(q, 3)};
        const struct currency currency = book_currency_of(reader->book, col_text(q, 1));
        memcpy(credit->currency, currency.code, sizeof credit->currency);
    }
    TRY(stmt_end(q));
    if (load->credit_count > 1)
        qsort(load->credits, (size_t)load->credit_count, sizeof *load->credits, credit_cmp);
    return ERR_OK;
}

const struct accrual_credit *accrual_credits_of(const struct accrual_load *load,
                                                int64_t customer_id, const char *currency,
                                                int *count)
{
    struct accrual_credit key = {.customer_id = customer_id};
    int low = 0, high = load->credit_count;

    snprintf(key.currency, sizeof key.currency, "%s", currency);
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (credit_cmp(&load->credits[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < load->credit_count; (*count)++)
        if (credit_cmp(&load->credits[low + *count], &key) != 0)
            break;
    return *count ? &load->credits[low] : NULL;
}

/* ---- which have more to be read ------------------------------------------------------------- */

static enum err ids_load(struct stmt *q, struct arena *arena, struct accrual_ids *out)
{
    while (stmt_row(q)) {
        out->ids = arena_grow(arena, out->ids, out->count, &out->room, sizeof *out->ids);
        out->ids[out->count++] = col_i64(q, 0);
    }
    return stmt_end(q);
}

static int id_cmp(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

bool accrual_among(const struct accrual_ids *ids, int64_t id)
{
    if (ids->unread)
        return true;
    return ids->count && bsearch(&id, ids->ids, (size_t)ids->count, sizeof id, id_cmp);
}

enum err accrual_load(struct accrual_reader *reader, int64_t customer_id)
{
    struct accrual_load *load = &reader->load;
    struct db *db = reader->book->db;

    load->disputed.unread = load->charged.unread = customer_id != 0;
    if (!customer_id) {
        TRY(ids_load(db_sql(db, "SELECT DISTINCT item_id FROM dispute ORDER BY 1"), reader->arena,
                     &load->disputed));
        TRY(ids_load(db_sql(db, "SELECT DISTINCT i.document_id FROM charge_line l"
                                " JOIN item i ON i.id = l.item_id ORDER BY 1"),
                     reader->arena, &load->charged));
    }
    TRY(credits_load(reader, customer_id));
    return applied_load(reader, customer_id);
}

void accrual_load_done(struct accrual_load *load)
{
    free(load->applied);
    *load = (struct accrual_load){0};
}
