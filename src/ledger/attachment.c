/* attachment: files beside the book as facts. */
#include "ledger/attachment.h"

#include "base/hash.h"
#include "ledger/local.h"

#include <string.h>

enum err attachment_add(struct tx *tx, const struct attachment *attachment, int64_t *id)
{
    struct book *book = tx_book(tx);
    const int64_t numbers[] = {tx->entry_id, attachment->customer_id, attachment->document_id,
                               attachment->contact_id, attachment->size};
    const char *const texts[] = {attachment->path, attachment->sha256,
                                 attachment->text ? attachment->text : ""};
    struct hash digest;

    *id = 0;
    if (!*attachment->path || strlen(attachment->sha256) != HASH_TEXT - 1)
        return fail(book->note, ERR_INPUT, "an attachment has a path and a digest");
    struct stmt *q =
        db_sql(book->db, "INSERT INTO attachment (entry_id, customer_id, document_id, contact_id,"
                         " size, path, sha256, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                         " RETURNING id");
    for (int i = 0; i < 5; i++)
        if (numbers[i] || i == 4)
            bind_i64(q, i + 1, numbers[i]);
        else
            bind_null(q, i + 1);
    for (int i = 0; i < 3; i++)
        bind_text(q, i + 6, texts[i]);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    fact_digest(numbers, 5, texts, 3, &digest);
    tx_fact(tx, FACT_ATTACHMENT, *id, &digest);
    return ERR_OK;
}

enum err attachments_each(struct book *book, int64_t customer_id,
                          enum err (*each)(void *self, const struct attachment *attachment),
                          void *self)
{
    struct stmt *q =
        db_sql(book->db, "SELECT a.id, a.customer_id, a.document_id, a.contact_id, a.size, a.path,"
                         " a.sha256, a.text, c.code, d.number FROM attachment a"
                         " JOIN customer c ON c.id = a.customer_id"
                         " LEFT JOIN document d ON d.id = a.document_id"
                         " WHERE $1 = 0 OR a.customer_id" OF_CUSTOMER("$1") " ORDER BY a.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct attachment attachment = {.id = col_i64(q, 0),
                                              .customer_id = col_i64(q, 1),
                                              .document_id = col_i64(q, 2),
                                              .contact_id = col_i64(q, 3),
                                              .size = col_i64(q, 4),
                                              .path = col_text(q, 5),
                                              .sha256 = col_text(q, 6),
                                              .text = col_text(q, 7),
                                              .customer = col_text(q, 8),
                                              .number = col_text(q, 9)};
        e = each(self, &attachment);
    }
    return stmt_end_after(q, e);
}
