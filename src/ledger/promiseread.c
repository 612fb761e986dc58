/* promiseread: promises with their state on a day, from the money that came for them (R11). */
#include "ledger/promise.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>

/* Money beside whose it is. */
struct cash {
    int64_t customer_id;
    char currency[4];
    struct promise_cash money;
};

struct reading {
    struct book *book;
    struct arena *arena;
    int64_t customer_id;
    struct date as_of;
    struct promise *promises;
    int count, room;
    struct cash *cash;
    size_t cash_count, cash_room;
};

/* ---- the promises ---- */

static struct promise *promise_of(struct reading *r, int64_t id)
{
    int low = 0, high = r->count; /* read in order of id */

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (r->promises[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->count && r->promises[low].id == id ? &r->promises[low] : NULL;
}

/* Rooms for parts and items are counted by the store. */
#define COUNTED(table) "(SELECT COUNT(*) FROM " table " x WHERE x.promise_id = p.id)"

static enum err heads_read(struct reading *r)
{
    struct stmt *q = db_sql(
        r->book->db,
        "SELECT p.id, p.entry_id, s.id, p.contact_id, p.amount, p.taken, p.plan, p.whole,"
        " p.currency, p.person, p.text, s.code, s.name, e.actor, z.day, z.reason, "
        COUNTED("promise_part") ", " COUNTED("promise_item")
        " FROM promise p JOIN customer c ON c.id = p.customer_id"
        " JOIN customer s ON s.id = " STAYS("c")
        " LEFT JOIN entry e ON e.id = p.entry_id"
        " LEFT JOIN promise_end z ON z.promise_id = p.id"
        " WHERE ($1 = 0 OR p.customer_id" OF_CUSTOMER("$1") ") AND p.taken <= $2 ORDER BY p.id");
    struct arena *arena = r->arena;

    bind_i64(q, 1, r->customer_id);
    bind_i64(q, 2, r->as_of.day);
    while (stmt_row(q)) {
        if (r->count == r->room) {
            r->room = r->room * 2 + 64;
            r->promises = mem_resize(r->promises, (size_t)r->room, sizeof *r->promises);
        }
        r->promises[r->count++] = (struct promise){
            .id = col_i64(q, 0),
            .entry_id = col_i64(q, 1),
            .customer_id = col_i64(q, 2),
            .contact_id = col_i64(q, 3),
            .amount = col_i64(q, 4),
            .taken = col_date(q, 5),
            .plan = col_i64(q, 6) != 0,
            .whole = col_i64(q, 7) != 0,
            .currency = book_currency_of(r->book, col_text(q, 8)),
            .person = arena_text(arena, col_text(q, 9)),
            .text = arena_text(arena, col_text(q, 10)),
            .customer = arena_text(arena, col_text(q, 11)),
            .name = arena_text(arena, col_text(q, 12)),
            .actor = arena_text(arena, col_text(q, 13)),
            .ended = col_date(q, 14),
            .reason = arena_text(arena, col_text(q, 15)),
            .parts = arena_new(arena, (size_t)(col_i64(q, 16) + 1) * sizeof(struct promise_part)),
            .items = arena_new(arena, (size_t)(col_i64(q, 17) + 1) * sizeof(int64_t))};
    }
    return stmt_end(q);
}

#define OF_PROMISES                                                                                \
    " JOIN promise p ON p.id = x.promise_id WHERE ($1 = 0 OR p.customer_id" OF_CUSTOMER(           \
        "$1") ")"                                                                                  \
              " AND p.taken <= $2"

static enum err parts_read(struct reading *r)
{
    struct stmt *q =
        db_sql(r->book->db, "SELECT x.promise_id, x.day, x.amount FROM promise_part x" OF_PROMISES
                            " ORDER BY x.promise_id, x.day");

    bind_i64(q, 1, r->customer_id);
    bind_i64(q, 2, r->as_of.day);
    while (stmt_row(q)) {
        struct promise *promise = promise_of(r, col_i64(q, 0));
        if (promise)
            promise->parts[promise->part_count++] =
                (struct promise_part){.day = col_date(q, 1), .amount = col_i64(q, 2)};
    }
    return stmt_end(q);
}

static enum err items_read(struct reading *r)
{
    struct stmt *q =
        db_sql(r->book->db, "SELECT x.promise_id, x.item_id FROM promise_item x" OF_PROMISES
                            " ORDER BY x.promise_id, x.item_id");

    bind_i64(q, 1, r->customer_id);
    bind_i64(q, 2, r->as_of.day);
    while (stmt_row(q)) {
        struct promise *promise = promise_of(r, col_i64(q, 0));
        if (promise)
            promise->items[promise->item_count++] = col_i64(q, 1);
    }
    return stmt_end(q);
}

/* ---- the money ---- */

/* Customers with promises, and the entry of the first: older money is of no interest. Money on any
 * account that became one with theirs counts. */
#define PROMISING                                                                                  \
    "(SELECT " STAYS("c") " AS stays, MIN(x.entry_id) AS first FROM promise x JOIN customer c"     \
                          " ON c.id = x.customer_id WHERE $1 = 0 OR x.customer_id" OF_CUSTOMER(    \
                              "$1") " GROUP BY 1)"
#define WITH_PROMISES                                                                              \
    "(SELECT g.stays, g.stays AS customer_id, g.first FROM " PROMISING " g UNION ALL"              \
    " SELECT g.stays, o.id, g.first FROM " PROMISING                                               \
    " g JOIN customer o ON o.merged_into = g.stays"                                                \
    ") p"
/* Payments, and transfers that brought one here: 4 and 10. */
#define MONEY_IS " AND d.entry_id > p.first AND d.kind IN (" KIND_PAYMENT ", " KIND_TRANSFER ")"

static enum err cash_take(struct reading *r, struct stmt *q)
{
    bind_i64(q, 1, r->customer_id);
    bind_i64(q, 2, r->as_of.day);
    while (stmt_row(q)) {
        if (r->cash_count == r->cash_room) {
            r->cash_room = r->cash_room * 2 + 256;
            r->cash = mem_resize(r->cash, r->cash_room, sizeof *r->cash);
        }
        struct cash *cash = &r->cash[r->cash_count++];
        *cash = (struct cash){.customer_id = col_i64(q, 0),
                              .money = {.item_id = col_i64(q, 2),
                                        .entry = col_i64(q, 3),
                                        .value = col_date(q, 4),
                                        .left = col_i64(q, 5)}};
        const char *code = col_text(q, 1);
        memcpy(cash->currency, code, strnlen(code, 3));
    }
    return stmt_end(q);
}

/* Applied to what is owed (an invoice, debit memo, charge, deduction: not a refund or a reversal)
 * or unapplied, as it stood on the day. */
static enum err cash_read(struct reading *r)
{
    TRY(cash_take(r, db_sql(r->book->db,
                            "SELECT p.stays, i.currency, i.id, d.entry_id, k.value, a.amount"
                            " FROM " WITH_PROMISES " JOIN item i ON i.customer_id = p.customer_id"
                            " JOIN document w ON w.id = i.document_id AND w.kind IN (" KIND_INVOICE
                            ", " KIND_DEBIT ", " KIND_CHARGE ", " KIND_DEDUCTION ")"
                            " JOIN application a ON a.debit_id = i.id"
                            " JOIN item k ON k.id = a.credit_id"
                            " JOIN document d ON d.id = k.document_id" MONEY_IS
                            " WHERE" STOOD_ON("$2"))));
    return cash_take(
        r, db_sql(r->book->db,
                  "SELECT p.stays, i.currency, 0, d.entry_id, i.value,"
                  " -i.amount - COALESCE((SELECT CAST(SUM(a.amount) AS BIGINT) FROM application a"
                  " WHERE a.credit_id = i.id AND a.posted <= $2), 0)"
                  " FROM " WITH_PROMISES " JOIN item i ON i.customer_id = p.customer_id"
                  " AND i.settled_on > $2 AND i.posted <= $2 AND i.amount < 0"
                  " JOIN document d ON d.id = i.document_id" MONEY_IS));
}

/* ---- judged ---- */

static int promise_cmp(const void *a, const void *b)
{
    const struct promise *x = a, *y = b;
    const int code = strcmp(x->currency.code, y->currency.code);

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    if (code)
        return code;
    if (x->parts[0].day.day != y->parts[0].day.day)
        return x->parts[0].day.day < y->parts[0].day.day ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static int cash_cmp(const void *a, const void *b)
{
    const struct cash *x = a, *y = b;
    const int code = strcmp(x->currency, y->currency);

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    if (code)
        return code;
    if (x->money.value.day != y->money.value.day)
        return x->money.value.day < y->money.value.day ? -1 : 1;
    return x->money.entry < y->money.entry ? -1 : x->money.entry > y->money.entry;
}

struct leniency {
    int grace, plan_days;
    int64_t tolerance_ppm;
};

static struct promise_case case_of(const struct promise *promise, const struct leniency *leniency)
{
    return (struct promise_case){.entry = promise->entry_id,
                                 .whole = promise->whole,
                                 .items = promise->items,
                                 .item_count = promise->item_count,
                                 .cancelled = promise->ended,
                                 .grace = promise->plan ? leniency->plan_days : leniency->grace,
                                 .tolerance_ppm = leniency->tolerance_ppm,
                                 .parts = promise->parts,
                                 .part_count = promise->part_count};
}

/* Promises from..to are of one customer and currency; *at goes through the money with them. */
static enum err group_judge(struct reading *r, const struct leniency *leniency, int from, int to,
                            size_t *at)
{
    const struct promise *first = &r->promises[from];
    const size_t count = (size_t)(to - from);
    struct promise_case *cases = arena_new(r->arena, count * sizeof *cases);
    size_t begin, end;

    for (begin = *at; begin < r->cash_count; begin++) {
        const struct cash *cash = &r->cash[begin];
        if (cash->customer_id > first->customer_id ||
            (cash->customer_id == first->customer_id &&
             strcmp(cash->currency, first->currency.code) >= 0))
            break;
    }
    for (end = begin; end < r->cash_count && r->cash[end].customer_id == first->customer_id &&
                      strcmp(r->cash[end].currency, first->currency.code) == 0;
         end++)
        ;
    *at = end;
    struct promise_cash *money = arena_new(r->arena, (end - begin + 1) * sizeof *money);
    for (size_t i = begin; i < end; i++)
        money[i - begin] = r->cash[i].money;
    for (size_t i = 0; i < count; i++)
        cases[i] = case_of(&first[i], leniency);
    TRY(promises_judge(cases, (int)count, money, (int)(end - begin), r->as_of));
    for (size_t i = 0; i < count; i++) {
        struct promise *promise = &r->promises[from + (int)i];
        promise->state = cases[i].state;
        for (int p = 0; p < promise->part_count; p++)
            TRY(amount_add(promise->cash, promise->parts[p].cash, &promise->cash));
    }
    return ERR_OK;
}

static enum err all_judge(struct reading *r)
{
    const struct leniency leniency = {.grace = (int)setting_int(r->book, "promise.grace"),
                                      .plan_days = (int)setting_int(r->book, "plan.late"),
                                      .tolerance_ppm = setting_int(r->book, "promise.tolerance")};
    size_t at = 0;

    for (int i = 0; i < r->count; i++)
        if (r->promises[i].part_count == 0)
            return fail(r->book->note, ERR_CORRUPT, "promise %lld has no day",
                        (long long)r->promises[i].id);
    if (r->count > 1)
        qsort(r->promises, (size_t)r->count, sizeof *r->promises, promise_cmp);
    if (r->cash_count > 1)
        qsort(r->cash, r->cash_count, sizeof *r->cash, cash_cmp);
    for (int from = 0, to; from < r->count; from = to) {
        for (to = from + 1; to < r->count; to++)
            if (r->promises[to].customer_id != r->promises[from].customer_id ||
                !currency_is(r->promises[to].currency, r->promises[from].currency))
                break;
        TRY(group_judge(r, &leniency, from, to, &at));
    }
    return ERR_OK;
}

enum err promise_list(struct book *book, int64_t customer_id, struct date as_of,
                      struct arena *arena, struct promise **out, int *count)
{
    struct reading r = {.book = book, .arena = arena, .customer_id = customer_id, .as_of = as_of};
    enum err e;

    *count = 0;
    TRY_OUT(heads_read(&r));
    if (r.count > 0) {
        TRY_OUT(parts_read(&r));
        TRY_OUT(items_read(&r));
        TRY_OUT(cash_read(&r));
        TRY_OUT(all_judge(&r));
    }
    *out = arena_new(arena, ((size_t)r.count + 1) * sizeof **out);
    if (r.count)
        memcpy(*out, r.promises, (size_t)r.count * sizeof **out);
    *count = r.count;
    e = ERR_OK;
out:
    free(r.promises);
    free(r.cash);
    return e;
}

enum err promise_get(struct book *book, int64_t id, struct date as_of, struct arena *arena,
                     struct promise *out)
{
    struct promise *all;
    int64_t customer_id = 0;
    int count = 0;

    TRY(db_get(book->db, &customer_id, 0,
               "SELECT " STAYS("c") " FROM promise p JOIN customer c ON c.id = p.customer_id"
                                    " WHERE p.id = $1",
               "i", id));
    if (customer_id)
        TRY(promise_list(book, customer_id, as_of, arena, &all, &count));
    for (int i = 0; i < count; i++)
        if (all[i].id == id) {
            *out = all[i];
            return ERR_OK;
        }
    return fail(book->note, ERR_MISSING,
                "there is no promise or plan %lld on that day; `promise list` and `plan list` show"
                " them",
                (long long)id);
}

const char *promise_words(const struct promise *promise, struct arena *arena)
{
    const struct promise_part *part = promise_next(promise->parts, promise->part_count);
    char amount[MONEY_TEXT], day[DATE_TEXT];

    return arena_format(arena, "%s %s for %s",
                        money_plain(money_of(part->amount, promise->currency), amount),
                        promise->currency.code, date_iso(part->day, day));
}

const char *promise_text(const struct promise *promise, struct arena *arena)
{
    return arena_format(arena, "%s %s", promise_state_word(promise->state),
                        promise_words(promise, arena));
}

/* ---- what is not chased ---- */

static int promised_cmp(const void *a, const void *b)
{
    const struct promised *x = a, *y = b;

    if (x->item_id != y->item_id)
        return x->item_id < y->item_id ? -1 : 1;
    return x->promise_id < y->promise_id ? -1 : x->promise_id > y->promise_id;
}

enum err promised_each(struct book *book, struct date as_of, int64_t customer_id,
                       enum err (*each)(void *self, const struct promised *promised), void *self)
{
    struct arena arena = {0};
    struct promise *promises;
    size_t room = 0, found = 0;
    int count;
    enum err e;

    TRY_OUT(promise_list(book, customer_id, as_of, &arena, &promises, &count));
    for (int i = 0; i < count; i++)
        room += (size_t)promises[i].item_count;
    struct promised *all = arena_new(&arena, (room + 1) * sizeof *all);
    for (int i = 0; i < count; i++)
        for (int k = 0; promises[i].state == PROMISE_OPEN && k < promises[i].item_count; k++)
            all[found++] = (struct promised){
                .item_id = promises[i].items[k],
                .promise_id = promises[i].id,
                .until = promise_next(promises[i].parts, promises[i].part_count)->day,
                .amount = promises[i].amount - promises[i].cash,
                .plan = promises[i].plan};
    if (found > 1)
        qsort(all, found, sizeof *all, promised_cmp);
    for (size_t i = 0; e == ERR_OK && i < found; i++)
        e = each(self, &all[i]);
out:
    arena_done(&arena);
    return e;
}

struct one {
    int64_t item_id;
    struct promised found;
    bool is;
};

/* A plan goes before a promise, a later day before an earlier one. */
static enum err one_take(void *self, const struct promised *promised)
{
    struct one *one = self;

    if (promised->item_id != one->item_id)
        return ERR_OK;
    if (!one->is || promised->plan > one->found.plan ||
        (promised->plan == one->found.plan && promised->until.day > one->found.until.day))
        one->found = *promised;
    one->is = true;
    return ERR_OK;
}

enum err promised_on(struct book *book, int64_t item_id, struct date day, bool *is,
                     struct promised *out)
{
    struct one one = {.item_id = item_id};
    int64_t customer_id = 0;

    *is = false;
    TRY(db_get(book->db, &customer_id, 0,
               "SELECT " STAYS("c") " FROM item i JOIN customer c ON c.id = i.customer_id"
                                    " WHERE i.id = $1",
               "i", item_id));
    if (customer_id)
        TRY(promised_each(book, day, customer_id, one_take, &one));
    *is = one.is;
    *out = one.found;
    return ERR_OK;
}

static bool is_broken(const struct promise *promise)
{
    return promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTIAL;
}

const struct promise *promise_awaited(const struct promise *promises, int count,
                                      int64_t customer_id, struct currency currency)
{
    const struct promise *found = NULL;
    int low = 0, high = count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (promises[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    for (int i = low; i < count && promises[i].customer_id == customer_id; i++) {
        const struct promise *p = &promises[i];
        if (currency_is(p->currency, currency) &&
            (p->state == PROMISE_OPEN || (is_broken(p) && (!found || is_broken(found)))))
            found = found && found->state == PROMISE_OPEN ? found : p;
    }
    return found;
}
