/* proofpasswords: whoever signed wrote the entry and had a password then; what is kept of passwords
 * are hashes. */
#include "ledger/local.h"
#include "ledger/password.h"
#include "ledger/proofparts.h"

static enum err signs_prove(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql_once(
        book->db,
        "SELECT s.id, e.actor IS NULL OR e.actor <> s.name, COALESCE((SELECT p.phrase <> ''"
        " FROM user_password p WHERE p.name = s.name AND p.entry_id < s.entry_id"
        " ORDER BY p.id DESC LIMIT 1), 0) FROM user_sign s LEFT JOIN entry e ON e.id = s.entry_id"
        " ORDER BY s.id");

    while (stmt_row(q)) {
        if (col_i64(q, 1))
            trouble_say(trouble, "signature %lld is of another person than its journal entry",
                        (long long)col_i64(q, 0));
        else if (!col_i64(q, 2))
            trouble_say(trouble, "signature %lld is of somebody who had no password then",
                        (long long)col_i64(q, 0));
    }
    return stmt_end(q);
}

enum err proof_passwords(struct book *book, struct trouble *trouble)
{
    TRY(signs_prove(book, trouble));
    struct stmt *q = db_sql_once(book->db, "SELECT id, name FROM user_password WHERE phrase <> ''"
                                           " AND phrase NOT LIKE '$argon2id$%' ORDER BY id");

    while (stmt_row(q))
        trouble_say(trouble, "password %lld of %s is no hash", (long long)col_i64(q, 0),
                    col_text(q, 1));
    return stmt_end(q);
}
