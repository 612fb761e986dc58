/* creditgate: papers are stopped, or posted and told of. */
#include "ledger/creditgate.h"

#include "ledger/local.h"

static bool by_rule(const struct creditaccount *account)
{
    return account->verdict.worst == CREDIT_HOLD || (account->above && !account->above->hand);
}

enum err credit_ask(struct book *book, const struct creditquestion *question, struct arena *arena,
                    struct creditanswer *out)
{
    struct creditbook credit;
    bool is = false;

    *out = (struct creditanswer){.action = CREDIT_OFF, .code = "", .why = ""};
    TRY(credit_watched(book, &is));
    if (!is)
        return ERR_OK;
    enum err e = creditbook_read(&credit, book, question);
    if (e == ERR_OK) {
        const struct creditaccount *account = creditbook_find(&credit, question->customer_id);
        out->action = account->held ? CREDIT_HOLD : account->verdict.worst;
        out->by_rule = by_rule(account);
        out->code = arena_text(arena, account->code);
        out->why = creditaccount_why(account, book->currency, arena);
    }
    creditbook_done(&credit);
    return e;
}

enum err credit_stop(struct book *book, const struct creditanswer *answer)
{
    if (answer->action != CREDIT_HOLD)
        return ERR_OK;
    return fail(
        book->note, ERR_CONFLICT,
        "%s is on hold: %s; bill what is delivered already with --delivered, or let it pass "
        "with `hold release` or `hold override`",
        answer->code, answer->why);
}

enum err credit_tell(struct tx *tx, int64_t customer_id, int64_t document_id, const char *why)
{
    struct arena arena = {0};
    struct hold *standing;
    int count;
    bool there = false;
    const struct date today = book_today(tx->book);
    enum err e;

    TRY_OUT(hold_list(tx->book, customer_id, today, &arena, &standing, &count));
    for (int i = 0; i < count; i++)
        there = there || standing[i].document_id;
    if (!there) {
        const struct hold hold = {.customer_id = customer_id,
                                  .document_id = document_id,
                                  .day = today,
                                  .until = DATE_NONE,
                                  .reason = why};
        int64_t id;
        e = hold_set(tx, &hold, &id);
    }
out:
    arena_done(&arena);
    return e;
}

/* The last paper of each customer:. */
static enum err papers_new(struct tx *tx, struct arena *arena, int64_t **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(tx->book->db, &room, 0, "SELECT COUNT(*) FROM document WHERE id >= $1", "i",
               tx->first_document));
    *out = arena_new(arena, ((size_t)room + 1) * 2 * sizeof **out);
    struct stmt *q = db_sql(tx->book->db, "SELECT customer_id, MAX(id) FROM document WHERE id >= $1"
                                          " AND kind IN ($2, $3) AND customer_id IS NOT NULL"
                                          " GROUP BY customer_id ORDER BY customer_id");
    bind_i64(q, 1, tx->first_document);
    bind_i64(q, 2, DOCUMENT_INVOICE);
    bind_i64(q, 3, DOCUMENT_DEBIT);
    while (stmt_row(q) && *count < (int)room) {
        (*out)[*count * 2] = col_i64(q, 0);
        (*out)[*count * 2 + 1] = col_i64(q, 1);
        ++*count;
    }
    return stmt_end(q);
}

enum err credit_tell_new(struct tx *tx, int *count)
{
    struct book *book = tx->book;
    const struct creditquestion all = {.day = book_today(book)};
    struct creditbook credit = {.book = NULL};
    struct arena arena = {0};
    int64_t *papers;
    int paper_count;
    bool is = false;
    enum err e;

    *count = 0;
    TRY_OUT(credit_watched(book, &is));
    if (!is)
        goto out;
    TRY_OUT(papers_new(tx, &arena, &papers, &paper_count));
    TRY_OUT(creditbook_read(&credit, book, &all));
    for (int i = 0; i < paper_count; i++) {
        const struct creditaccount *account = creditbook_find(&credit, papers[i * 2]);
        if (!account || !by_rule(account) || account->automatic)
            continue;
        TRY_OUT(credit_tell(tx, account->id, papers[i * 2 + 1],
                            creditaccount_why(account, book->currency, &arena)));
        ++*count;
    }
out:
    creditbook_done(&credit);
    arena_done(&arena);
    return e;
}
