/* orders: files of orders, and the lines of the last one. */
#include "ledger/orders.h"

#include "ledger/local.h"

enum err orders_set(struct tx *tx, struct date day, const struct order_line *lines, int count)
{
    struct book *book = tx_book(tx);
    const int64_t head[] = {tx->entry_id, day.day, count};
    int64_t file, id;

    /* judge */
    for (int i = 0; i < count; i++)
        if (lines[i].amount <= 0)
            return fail(book->note, ERR_INPUT, "order %s: what is not billed yet is above 0",
                        lines[i].number);

    /* write */
    TRY(fact_write(tx, FACT_ORDER_FILE,
                   "INSERT INTO order_file (entry_id, day, lines) VALUES ($1, $2, $3) RETURNING id",
                   head, 3, NULL, 0, &file));
    for (int i = 0; i < count; i++) {
        const int64_t numbers[] = {tx->entry_id, file, lines[i].customer_id, lines[i].amount};
        const char *const texts[] = {lines[i].number, lines[i].currency.code};
        TRY(fact_write(tx, FACT_ORDER_LINE,
                       "INSERT INTO order_line (entry_id, file_id, customer_id, amount, number,"
                       " currency) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                       numbers, 4, texts, 2, &id));
    }
    return ERR_OK;
}

#define ORDER                                                                                      \
    "SELECT c.id, l.amount, l.currency, l.number, c.code, c.name FROM order_line l" JOIN_STAYS(    \
        "l") " WHERE l.file_id = $1"

enum err orders_each(struct book *book, int64_t customer_id, struct date *day,
                     enum err (*each)(void *self, const struct order_line *line), void *self)
{
    int64_t file = 0, when = DATE_NONE.day;
    enum err e = ERR_OK;

    TRY(db_get(book->db, &file, 0, "SELECT id FROM order_file ORDER BY id DESC LIMIT 1", ""));
    TRY(db_get(book->db, &when, DATE_NONE.day, "SELECT day FROM order_file WHERE id = $1", "i",
               file));
    if (day)
        *day = (struct date){(int32_t)when};
    struct stmt *q = customer_id ? db_sql(book->db, ORDER
                                          " AND l.customer_id" OF_CUSTOMER("$2") " ORDER BY l.id")
                                 : db_sql(book->db, ORDER " ORDER BY c.id, l.id");
    bind_i64(q, 1, file);
    if (customer_id)
        bind_i64(q, 2, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct order_line line = {.customer_id = col_i64(q, 0),
                                        .amount = col_i64(q, 1),
                                        .currency = book_currency_of(book, col_text(q, 2)),
                                        .number = col_text(q, 3),
                                        .customer = col_text(q, 4),
                                        .name = col_text(q, 5)};
        e = each(self, &line);
    }
    return stmt_end_after(q, e);
}
