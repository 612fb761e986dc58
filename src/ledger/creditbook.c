/* creditbook: what is known of customers' credit, gathered, and judged by rules/credit.h. */
#include "ledger/creditbook.h"

#include "ledger/creditgather.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

/* ---- the accounts ---- */

#define ACCOUNT                                                                                    \
    "SELECT id, parent_id, code, name, collector, class, currency, credit_limit, insured,"         \
    " insured_until, temporary_limit, temporary_until, first_limit FROM customer"

static int64_t limit_read(struct stmt *q, int n)
{
    return col_is_null(q, n) ? CREDIT_UNLIMITED : col_i64(q, n);
}

static void account_read(struct creditbook *credit, struct stmt *q)
{
    struct arena *arena = &credit->arena;

    if (credit->count == credit->room) {
        credit->room = credit->room * 2 + 16;
        credit->accounts = mem_resize(credit->accounts, credit->room, sizeof *credit->accounts);
    }
    credit->accounts[credit->count++] =
        (struct creditaccount){.id = col_i64(q, 0),
                               .parent_id = col_i64(q, 1),
                               .code = arena_text(arena, col_text(q, 2)),
                               .name = arena_text(arena, col_text(q, 3)),
                               .collector = arena_text(arena, col_text(q, 4)),
                               .class = arena_text(arena, col_text(q, 5)),
                               .currency = book_currency_of(credit->book, col_text(q, 6)),
                               .terms = {.limit = limit_read(q, 7),
                                         .insured = col_i64(q, 8),
                                         .insured_until = col_date(q, 9),
                                         .temporary = limit_read(q, 10),
                                         .temporary_until = col_date(q, 11),
                                         .first = limit_read(q, 12)}};
}

static enum err accounts_all(struct creditbook *credit)
{
    struct stmt *q = db_sql(credit->book->db, ACCOUNT " WHERE merged_into IS NULL ORDER BY id");

    while (stmt_row(q))
        account_read(credit, q);
    return stmt_end(q);
}

static enum err account_one(struct creditbook *credit, int64_t id, bool *is)
{
    struct stmt *q = db_sql(credit->book->db, ACCOUNT " WHERE id = $1");
    const size_t before = credit->count;

    bind_i64(q, 1, id);
    if (stmt_row(q))
        account_read(credit, q);
    *is = credit->count > before;
    return stmt_end(q);
}

static enum err accounts_below(struct creditbook *credit, int64_t parent_id)
{
    struct stmt *q = db_sql(credit->book->db, ACCOUNT " WHERE parent_id = $1 ORDER BY id");

    bind_i64(q, 1, parent_id);
    while (stmt_row(q))
        account_read(credit, q);
    return stmt_end(q);
}

static int id_cmp(const void *a, const void *b)
{
    const struct creditaccount *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

struct creditaccount *creditbook_find(const struct creditbook *credit, int64_t customer_id)
{
    const struct creditaccount wanted = {.id = customer_id};

    return credit->count
               ? bsearch(&wanted, credit->accounts, credit->count, sizeof *credit->accounts, id_cmp)
               : NULL;
}

/* The customer and all above it are judged; below the topmost common limit everything counts. */
static enum err accounts_of(struct creditbook *credit, struct creditpolicies *policies)
{
    int64_t id = credit->question.customer_id, top = 0;
    bool is = true;

    for (int depth = 0; id && is && depth < 64; depth++) {
        TRY(account_one(credit, id, &is));
        if (!is)
            break;
        struct creditaccount *account = &credit->accounts[credit->count - 1];
        account->judged = true;
        TRY(creditpolicy_of(policies, id, account->code, account->class, &account->policy));
        if (account->policy->group)
            top = id;
        id = account->parent_id;
    }
    if (credit->count == 0)
        return fail(credit->book->note, ERR_MISSING, "there is no customer with id %lld",
                    (long long)credit->question.customer_id);
    if (!top)
        return ERR_OK;
    const size_t path = credit->count;
    TRY(accounts_below(credit, top));
    for (size_t i = path; i < credit->count; i++)
        TRY(accounts_below(credit, credit->accounts[i].id));
    /* those of the path are there twice: the judged ones stay */
    size_t kept = path;
    for (size_t i = path; i < credit->count; i++) {
        bool there = false;
        for (size_t k = 0; k < path; k++)
            there = there || credit->accounts[k].id == credit->accounts[i].id;
        if (!there)
            credit->accounts[kept++] = credit->accounts[i];
    }
    credit->count = kept;
    return ERR_OK;
}

static enum err accounts_read(struct creditbook *credit, struct creditpolicies *policies)
{
    if (credit->question.customer_id) {
        TRY(accounts_of(credit, policies));
        qsort(credit->accounts, credit->count, sizeof *credit->accounts, id_cmp);
    } else {
        TRY(accounts_all(credit));
        for (size_t i = 0; i < credit->count; i++) {
            struct creditaccount *account = &credit->accounts[i];
            account->judged = true;
            TRY(creditpolicy_of(policies, account->id, account->code, account->class,
                                &account->policy));
        }
    }
    return ERR_OK;
}

/* ---- common limits ---- */

static enum err share_add(struct creditbook *credit, const struct creditaccount *below,
                          struct creditaccount *above)
{
    const int64_t own[] = {below->own_debits, below->own_credits, below->own_orders,
                           below->own_document,
                           above->policy->charges ? below->own_charges : 0};
    int64_t *const sums[] = {&above->facts.debits, &above->facts.credits, &above->facts.orders,
                             &above->facts.document, &above->facts.charges};

    for (int i = 0; i < 5; i++) {
        int64_t there = 0;
        bool rated = true;
        TRY(creditgather_turn(credit, own[i], below->currency, above->currency, &there, &rated));
        above->unrated = above->unrated || !rated || (own[i] && below->unrated);
        TRY(amount_add(*sums[i], there, sums[i]));
    }
    return ERR_OK;
}

static enum err groups_sum(struct creditbook *credit)
{
    for (size_t i = 0; i < credit->count; i++) {
        struct creditaccount *account = &credit->accounts[i];
        account->facts.debits = account->own_debits;
        account->facts.credits = account->own_credits;
        account->facts.orders = account->own_orders;
        account->facts.document = account->own_document;
        if (account->judged && account->policy->charges)
            account->facts.charges = account->own_charges;
    }
    for (size_t i = 0; i < credit->count; i++) {
        const struct creditaccount *below = &credit->accounts[i], *at = below;
        for (int depth = 0; at->parent_id && depth < 64; depth++) {
            struct creditaccount *above = creditbook_find(credit, at->parent_id);
            if (!above)
                break;
            if (above->judged && above->policy->group)
                TRY(share_add(credit, below, above));
            at = above;
        }
    }
    return ERR_OK;
}

/* The nearest account above whose limit is common and known. */
static bool is_covered(const struct creditbook *credit, const struct creditaccount *account)
{
    const struct creditaccount *at = account;

    for (int depth = 0; at && at->parent_id && depth < 64; depth++) {
        at = creditbook_find(credit, at->parent_id);
        if (at && at->judged && at->policy->group && at->facts.limit != CREDIT_UNLIMITED)
            return true;
    }
    return false;
}

/* ---- judged ---- */

static enum err terms_read(struct creditbook *credit, struct creditaccount *account)
{
    bool paid = true;

    if (account->terms.first != CREDIT_UNLIMITED)
        TRY(creditgather_paid(credit, account->id, &paid));
    account->source = credit_terms_on(&account->terms, credit->question.day, paid,
                                      &account->facts.limit, &account->facts.insured);
    return ERR_OK;
}

static enum err account_judge(struct creditbook *credit, struct creditaccount *account,
                              const struct override_pass *passes, int pass_count)
{
    struct credit_pass own[64];
    int count = 0;

    for (int i = 0; i < pass_count && count < 64; i++)
        if (passes[i].customer_id == account->id)
            own[count++] = passes[i].pass;
    TRY(credit_judge(&account->policy->rules, &account->facts, own, count, credit->question.day,
                     &account->verdict));
    account->held = account->verdict.worst == CREDIT_HOLD || account->hand != NULL;
    return ERR_OK;
}

static void above_look(const struct creditbook *credit, struct creditaccount *account)
{
    const struct creditaccount *at = account;

    for (int depth = 0; at && at->parent_id && !account->above && depth < 64; depth++) {
        at = creditbook_find(credit, at->parent_id);
        if (!at || !at->judged || !at->policy->group)
            continue;
        const struct credit_breach *limit = &at->verdict.of[CREDIT_LIMIT];
        if (at->hand || (limit->broken && !limit->passed && limit->action == CREDIT_HOLD))
            account->above = at;
    }
    account->held = account->held || account->above != NULL;
}

/* The passes of one customer lie together: found by halves, for there may be many. */
static void passes_of(const struct override_pass *passes, int count, int64_t customer_id,
                      int *first, int *own)
{
    int low = 0, high = count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (passes[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    for (*own = 0; low < count && passes[low].customer_id == customer_id; low++)
        ++*own;
}

static enum err judge(struct creditbook *credit)
{
    struct override_pass *passes;
    int count, first, own;

    TRY(override_passes(credit->book, 0, credit->question.day, &credit->arena, &passes, &count));
    for (size_t i = 0; i < credit->count; i++)
        if (credit->accounts[i].judged)
            TRY(terms_read(credit, &credit->accounts[i]));
    for (size_t i = 0; i < credit->count; i++) {
        struct creditaccount *account = &credit->accounts[i];
        if (!account->judged)
            continue;
        account->facts.covered = is_covered(credit, account);
        passes_of(passes, count, account->id, &first, &own);
        TRY(account_judge(credit, account, passes + first, own));
    }
    for (size_t i = 0; i < credit->count; i++)
        if (credit->accounts[i].judged)
            above_look(credit, &credit->accounts[i]);
    return ERR_OK;
}

enum err creditbook_read(struct creditbook *credit, struct book *book,
                         const struct creditquestion *question)
{
    struct creditpolicies policies;
    enum err e;

    *credit = (struct creditbook){.book = book, .question = *question};
    TRY_OUT(creditpolicies_read(&policies, book, &credit->arena));
    TRY_OUT(accounts_read(credit, &policies));
    TRY_OUT(creditgather(credit));
    TRY_OUT(groups_sum(credit));
    e = judge(credit);
out:
    creditpolicies_done(&policies);
    return e;
}

void creditbook_done(struct creditbook *credit)
{
    free(credit->accounts);
    arena_done(&credit->arena);
    *credit = (struct creditbook){.book = NULL};
}
