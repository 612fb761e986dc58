/* part of returned: how often money came back for lack of funds. */
#include "ledger/local.h"
#include "ledger/returned.h"
#include "ledger/setting.h"

#include <string.h>
#include <strings.h>

/* "nsf", or a direct debit that came back with one of the codes for lack of funds. */
static bool lacks_funds(const char *reason, const char *codes)
{
    size_t len;

    if (strncmp(reason, "nsf", 3) == 0)
        return true;
    if (strncmp(reason, "dd-return ", 10) != 0)
        return false;
    for (const char *p = codes; *p; p += len) {
        p += strspn(p, " ,;");
        len = strcspn(p, " ,;");
        if (len && strlen(reason + 10) == len && strncasecmp(p, reason + 10, len) == 0)
            return true;
    }
    return false;
}

#define RETURNED                                                                                   \
    "SELECT " STAYS("c") ", v.reason, v.effective FROM document v JOIN document d"                 \
                         " ON d.id = v.reverses_id JOIN customer c ON c.id = v.customer_id"        \
                         " WHERE v.kind = $3 AND d.kind = $4 AND v.posted <= $2"

enum err returned_each(struct book *book, int64_t customer_id, struct date as_of,
                       enum err (*each)(void *self, int64_t customer_id, struct date date),
                       void *self)
{
    struct arena arena = {0};
    const char *codes = NULL;
    enum err e;

    TRY_OUT(setting_text(book, "return.funds", &arena, &codes));
    struct stmt *q = customer_id ? db_sql(book->db, RETURNED
                                          " AND v.customer_id" OF_CUSTOMER("$1") " ORDER BY v.id")
                                 : db_sql(book->db, RETURNED " AND $1 = 0 ORDER BY 1, v.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, as_of.day);
    bind_i64(q, 3, DOCUMENT_REVERSAL);
    bind_i64(q, 4, DOCUMENT_PAYMENT);
    while (e == ERR_OK && stmt_row(q))
        if (lacks_funds(col_text(q, 1), codes))
            e = each(self, col_i64(q, 0), col_date(q, 2));
    e = stmt_end_after(q, e);
out:
    arena_done(&arena);
    return e;
}
