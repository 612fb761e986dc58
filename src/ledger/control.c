/* control: balances of control accounts, and the facts that reached them late. */
#include "ledger/control.h"

#include "ledger/local.h"

enum err control_balance(struct book *book, enum account_control control, struct date as_of,
                         int64_t *base)
{
    *base = 0;
    for (int i = 0; i < book->account_count; i++) {
        int64_t balance = 0;
        if (book->accounts[i].control != control)
            continue;
        TRY(account_balance(book, book->accounts[i].id, as_of, &balance));
        if (amount_add(*base, balance, base) != ERR_OK)
            return fail(book->note, ERR_LIMIT,
                        "the control accounts are beyond what can be counted");
    }
    return ERR_OK;
}

enum err control_late(struct book *book, struct date as_of, int64_t *count, int64_t *base)
{
    /* posted later means settled later still, so the index of open items has them all */
    struct stmt *q = db_sql(book->db, "SELECT account_id, base FROM item WHERE settled_on > $1"
                                      " AND posted > $1 AND effective <= $1");
    enum err e = ERR_OK;

    *count = 0;
    *base = 0;
    bind_i64(q, 1, as_of.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (account_control_of(book, col_i64(q, 0)) != CONTROL_RECEIVABLE)
            continue;
        ++*count;
        e = amount_add(*base, col_i64(q, 1), base);
    }
    return stmt_end_after(q, e);
}
