/* confirmation: letters that ask for a balance: sent, answered, read with their last answer. */
#include "ledger/confirmation.h"

#include "ledger/agingscan.h"
#include "ledger/assertion.h"
#include "ledger/local.h"
#include "ledger/sent.h"

#include <string.h>

struct open_count {
    const char *currency;
    int64_t items;
};

static enum err count_open(void *self, const struct aging_item *item)
{
    struct open_count *open = self;

    open->items += strcmp(item->currency, open->currency) == 0;
    return ERR_OK;
}

enum err confirmation_send(struct tx *tx, const struct confirmation *letter, struct arena *arena,
                           struct confirmation *out)
{
    const char *code = letter->balance.currency.code;
    const struct aging_query query = {.as_of = letter->day,
                                      .by = BY_POSTED,
                                      .customer_id = letter->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    struct open_count open = {.currency = code};
    int64_t serial = 0;

    /* look and judge */
    *out = *letter;
    out->sent = book_today(tx->book);
    if (letter->day.day > out->sent.day)
        return fail(tx_note(tx), ERR_INPUT,
                    "a customer confirms what it owed: the day is today at the latest");
    if (letter->due.day < out->sent.day)
        return fail(tx_note(tx), ERR_INPUT, "the answer would be due before the letter is sent");
    TRY(sent_owed_as_one(tx->book, letter->customer_id, letter->day, 0, 0, &out->balance));
    TRY(aging_scan(tx->book, &query, count_open, &open));
    out->items = open.items;

    /* write */
    TRY(tx_series_take(tx, "confirmation", arena, &serial, &out->number));
    const int64_t numbers[] = {tx->entry_id,  serial,       out->customer_id, out->day.day,
                               out->sent.day, out->due.day, out->items,       out->balance.minor};
    const char *const texts[] = {out->number, code};
    return fact_write(tx, FACT_CONFIRMATION,
                      "INSERT INTO confirmation (entry_id, serial, customer_id, day, sent, due,"
                      " items, balance, number, currency)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                      numbers, 8, texts, 2, &out->id);
}

/* ---- reading -------------------------------------------------------------------------------- */

#define LETTERS                                                                                    \
    "SELECT l.id, l.entry_id, l.customer_id, l.items, l.number, c.code, c.name, l.day, l.sent,"    \
    " l.due, l.balance, l.currency, a.day, a.amount, a.person, a.text FROM confirmation l"         \
    " JOIN customer c ON c.id = l.customer_id LEFT JOIN confirmation_answer a"                     \
    " ON a.id = (SELECT MAX(x.id) FROM confirmation_answer x WHERE x.confirmation_id = l.id)"

static void letter_read(struct book *book, struct stmt *q, struct confirmation *out)
{
    *out =
        (struct confirmation){.id = col_i64(q, 0),
                              .entry_id = col_i64(q, 1),
                              .customer_id = col_i64(q, 2),
                              .items = col_i64(q, 3),
                              .number = col_text(q, 4),
                              .customer = col_text(q, 5),
                              .name = col_text(q, 6),
                              .day = col_date(q, 7),
                              .sent = col_date(q, 8),
                              .due = col_date(q, 9),
                              .balance = {col_i64(q, 10), book_currency_of(book, col_text(q, 11))},
                              .answered = !col_is_null(q, 13),
                              .answered_on = DATE_NONE,
                              .person = "",
                              .text = ""};
    if (!out->answered) {
        out->state = out->due.day < book_today(book).day ? CONFIRMATION_OVERDUE : CONFIRMATION_SENT;
        return;
    }
    out->answered_on = col_date(q, 12);
    out->answer = col_i64(q, 13);
    out->person = col_text(q, 14);
    out->text = col_text(q, 15);
    out->state = out->answer == out->balance.minor ? CONFIRMATION_AGREED : CONFIRMATION_DIFFERENT;
}

const char *confirmation_state_word(enum confirmation_state state)
{
    static const char *const words[] = {"sent", "overdue", "agreed", "different"};

    return words[state];
}

enum err confirmation_find(struct book *book, const char *number, struct arena *arena,
                           struct confirmation *out)
{
    struct stmt *q = db_sql(book->db, LETTERS " WHERE l.number = $1");
    bool there;

    bind_text(q, 1, number);
    if ((there = stmt_row(q))) {
        letter_read(book, q, out);
        out->number = arena_text(arena, out->number);
        out->customer = arena_text(arena, out->customer);
        out->name = arena_text(arena, out->name);
        out->person = arena_text(arena, out->person);
        out->text = arena_text(arena, out->text);
    }
    TRY(stmt_end(q));
    return there ? ERR_OK
                 : fail(book->note, ERR_MISSING,
                        "there is no letter %s; `confirmation list` shows them", number);
}

enum err confirmation_each(struct book *book, int64_t customer_id,
                           enum err (*each)(void *self, const struct confirmation *letter),
                           void *self)
{
    struct stmt *q =
        db_sql(book->db,
               LETTERS " WHERE ($1 = 0 OR l.customer_id" OF_CUSTOMER("$1") ") ORDER BY l.serial");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        struct confirmation letter;
        letter_read(book, q, &letter);
        e = each(self, &letter);
    }
    return stmt_end_after(q, e);
}

/* ---- answers -------------------------------------------------------------------------------- */

static enum err letter_get(struct book *book, int64_t id, struct confirmation *out)
{
    struct stmt *q = db_sql(book->db, LETTERS " WHERE l.id = $1");
    const bool there = (bind_i64(q, 1, id), stmt_row(q));

    if (there)
        letter_read(book, q, out);
    TRY(stmt_end(q));
    return there ? ERR_OK : fail(book->note, ERR_MISSING, "there is no such letter");
}

enum err confirmation_answer(struct tx *tx, const struct confirmation_answer *answer,
                             int64_t *assertion_id)
{
    struct confirmation letter; /* its texts are gone, its figures count */
    int64_t id = 0;

    /* look and judge */
    *assertion_id = 0;
    TRY(letter_get(tx->book, answer->confirmation_id, &letter));
    if (answer->day.day < letter.sent.day || answer->day.day > book_today(tx->book).day)
        return fail(tx_note(tx), ERR_INPUT,
                    "an answer comes after the letter was sent, and not later than today");

    /* write */
    const int64_t numbers[] = {tx->entry_id, letter.id, answer->day.day, answer->amount};
    const char *const texts[] = {answer->person, answer->text};
    TRY(fact_write(tx, FACT_CONFIRMATION_ANSWER,
                   "INSERT INTO confirmation_answer (entry_id, confirmation_id, day, amount,"
                   " person, text) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                   numbers, 4, texts, 2, &id));
    TRY(assertion_withdraw_letter(tx, letter.id, "the letter was answered again"));
    if (answer->amount != letter.balance.minor)
        return ERR_OK;
    const struct assertion agreed = {.customer_id = letter.customer_id,
                                     .confirmation_id = letter.id,
                                     .day = letter.day,
                                     .amount = letter.balance,
                                     .person = answer->person,
                                     .text = answer->text};
    return assertion_add(tx, &agreed, assertion_id);
}
