/* contact: contacts with customers as facts, what came of them, and what is to follow. */
#include "ledger/contact.h"

#include "ledger/local.h"

#include <string.h>

const char *const contact_kind_words[] = {
#define X(kind, word) [CONTACT_##kind] = word,
    CONTACT_LIST(X)
#undef X
        [CONTACT_KINDS] = NULL,
};

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static int64_t or_zero(struct date day)
{
    return date_is(day) ? day.day : 0;
}

static void bind_id(struct stmt *q, int n, int64_t id)
{
    if (id)
        bind_i64(q, n, id);
    else
        bind_null(q, n);
}

enum err contact_log(struct tx *tx, const struct contact *contact, int64_t *id)
{
    struct book *book = tx_book(tx);
    const char *const texts[] = {or_empty(contact->person), or_empty(contact->owner),
                                 or_empty(contact->text), or_empty(contact->next_action),
                                 or_empty(contact->next_owner)};
    const int64_t numbers[] = {tx->entry_id,     contact->customer_id,      contact->document_id,
                               contact->kind,    contact->inbound,          contact->planned,
                               contact->day.day, or_zero(contact->next_day)};

    /* judge */
    *id = 0;
    if (!*texts[2] && (contact->kind == CONTACT_NOTE || contact->kind == CONTACT_ENQUIRY))
        return fail(book->note, ERR_INPUT, "say what it is about: the text is missing");
    if (date_is(contact->next_day) && contact->next_day.day < contact->day.day)
        return fail(book->note, ERR_INPUT, "what is to follow cannot be before the contact itself");

    /* write */
    struct stmt *q = db_sql(
        book->db, "INSERT INTO contact_log (entry_id, customer_id, document_id, kind, inbound,"
                  " planned, day, next_day, person, owner, text, next_action, next_owner)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id");
    for (int i = 0; i < 8; i++)
        bind_i64(q, i + 1, numbers[i]);
    bind_id(q, 3, contact->document_id);
    if (!date_is(contact->next_day))
        bind_null(q, 8);
    for (int i = 0; i < 5; i++)
        bind_text(q, i + 9, texts[i]);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    struct hash digest;
    fact_digest(numbers, 8, texts, 5, &digest);
    tx_fact(tx, FACT_CONTACT, *id, &digest);
    return ERR_OK;
}

enum err contact_end(struct tx *tx, int64_t id, struct date day, int64_t dispute_id,
                     const char *text)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct contact contact;
    int64_t row = 0;
    enum err e;

    /* look */
    TRY_OUT(contact_get(book, id, &arena, &contact));

    /* judge */
    if (date_is(contact.ended))
        e = fail(book->note, ERR_CONFLICT, "contact %lld is closed already", (long long)id);
    else if (contact.kind != CONTACT_ENQUIRY && !contact.planned && !date_is(contact.next_day))
        e = fail(book->note, ERR_CONFLICT, "contact %lld waits for nothing", (long long)id);
    else if (!contact.planned && day.day < contact.day.day)
        e = fail(book->note, ERR_INPUT, "contact %lld cannot be closed before it was made",
                 (long long)id);
    if (e != ERR_OK)
        goto out;
    if (dispute_id) {
        TRY_OUT(db_get(book->db, &row, 0, "SELECT id FROM dispute WHERE id = $1", "i", dispute_id));
        if (!row)
            TRY_OUT(fail(book->note, ERR_MISSING,
                         "there is no dispute %lld; `dispute list` shows them",
                         (long long)dispute_id));
    }

    /* write */
    struct stmt *q =
        db_sql(book->db, "INSERT INTO contact_end (entry_id, contact_id, day,"
                         " dispute_id, text) VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, id);
    bind_i64(q, 3, day.day);
    bind_id(q, 4, dispute_id);
    bind_text(q, 5, or_empty(text));
    row = 0;
    if (stmt_row(q))
        row = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, id, day.day, dispute_id};
    const char *const texts[] = {or_empty(text)};
    fact_digest(numbers, 4, texts, 1, &digest);
    tx_fact(tx, FACT_CONTACT_END, row, &digest);
out:
    arena_done(&arena);
    return e;
}

/* ---- reading ---- */

#define CONTACT                                                                                    \
    "SELECT t.id, t.customer_id, t.document_id, t.kind, t.inbound, t.planned, t.day, t.next_day,"  \
    " t.person, t.owner, t.text, t.next_action, t.next_owner, c.code, c.name, d.number, e.actor,"  \
    " e.moment, z.day, z.text, z.dispute_id FROM contact_log t"                                    \
    " JOIN customer c ON c.id = t.customer_id LEFT JOIN document d ON d.id = t.document_id"        \
    " LEFT JOIN entry e ON e.id = t.entry_id LEFT JOIN contact_end z ON z.contact_id = t.id"

static struct contact read_contact(struct stmt *q)
{
    return (struct contact){.id = col_i64(q, 0),
                            .customer_id = col_i64(q, 1),
                            .document_id = col_i64(q, 2),
                            .kind = (enum contact_kind)col_i64(q, 3),
                            .inbound = col_i64(q, 4) != 0,
                            .planned = col_i64(q, 5) != 0,
                            .day = col_date(q, 6),
                            .next_day = col_date(q, 7),
                            .person = col_text(q, 8),
                            .owner = col_text(q, 9),
                            .text = col_text(q, 10),
                            .next_action = col_text(q, 11),
                            .next_owner = col_text(q, 12),
                            .customer = col_text(q, 13),
                            .name = col_text(q, 14),
                            .number = col_text(q, 15),
                            .actor = col_text(q, 16),
                            .moment = col_i64(q, 17),
                            .ended = col_date(q, 18),
                            .outcome = col_text(q, 19),
                            .dispute_id = col_i64(q, 20)};
}

enum err contact_get(struct book *book, int64_t id, struct arena *arena, struct contact *out)
{
    struct stmt *q = db_sql(book->db, CONTACT " WHERE t.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *out = read_contact(q);
        const char **const texts[] = {
            &out->person,   &out->owner, &out->text,   &out->next_action, &out->next_owner,
            &out->customer, &out->name,  &out->number, &out->actor,       &out->outcome};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = arena_text(arena, *texts[i]);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no contact %lld; `contact list` shows them",
                     (long long)id);
}

enum err contacts_each(struct book *book, const struct contact_query *query,
                       enum err (*each)(void *self, const struct contact *contact), void *self)
{
    struct stmt *q =
        db_sql(book->db, CONTACT " WHERE ($1 = 0 OR t.customer_id" OF_CUSTOMER(
                             "$1") ") AND t.day BETWEEN $2 AND $3"
                                   " AND ($4 = -1 OR t.kind = $4) AND ($5 = 0 OR (z.day IS NULL AND"
                                   " (t.kind = 4 OR t.planned = 1 OR t.next_day IS NOT NULL)))"
                                   " ORDER BY t.day DESC, t.id DESC");
    enum err e = ERR_OK;

    bind_i64(q, 1, query->customer_id);
    bind_i64(q, 2, date_is(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 3, date_is(query->to) ? query->to.day : INT32_MAX);
    bind_i64(q, 4, query->kind);
    bind_i64(q, 5, query->open);
    while (e == ERR_OK && stmt_row(q)) {
        const struct contact contact = read_contact(q);
        e = each(self, &contact);
    }
    return stmt_end_after(q, e);
}

/* ---- how it stands ---- */

struct touching {
    struct touch touch;
    struct arena arena; /* of the next action's texts */
};

/* One contact of the customer, in the order in which they were logged. */
static void touch_add(struct touching *at, struct stmt *q, struct date as_of)
{
    struct touch *touch = &at->touch;
    const enum contact_kind kind = (enum contact_kind)col_i64(q, 1);
    const struct date day = col_date(q, 2), ended = col_date(q, 7);
    const bool planned = col_i64(q, 3) != 0, is_over = date_is(ended) && ended.day <= as_of.day;
    struct date next = col_date(q, 4), held = planned ? ended : day;

    if (planned && !date_is(next))
        next = day;
    if (kind != CONTACT_NOTE && date_is(held) && held.day <= as_of.day) {
        if (!date_is(touch->last) || held.day >= touch->last.day) {
            touch->last = held;
            touch->last_kind = kind;
        }
        if (date_is(touch->next) && held.day >= touch->next.day)
            touch->next = DATE_NONE;
    }
    if (date_is(next) && !is_over) {
        arena_reset(&at->arena);
        touch->next = next;
        touch->next_action = arena_text(
            &at->arena, *col_text(q, 5) || !planned ? col_text(q, 5) : contact_kind_words[kind]);
        touch->next_owner = arena_text(&at->arena, col_text(q, 6));
    }
    touch->enquiries += kind == CONTACT_ENQUIRY && !is_over;
}

enum err touches_each(struct book *book, struct date as_of, int64_t customer_id,
                      enum err (*each)(void *self, const struct touch *touch), void *self)
{
    const struct touch fresh = {
        .last = DATE_NONE, .next = DATE_NONE, .next_action = "", .next_owner = ""};
    struct touching at = {.touch = fresh};
    struct stmt *q = db_sql(
        book->db,
        "SELECT " STAYS(
            "c") ", t.kind, t.day, t.planned, t.next_day, t.next_action,"
                 " t.next_owner, z.day FROM contact_log t"
                 " JOIN customer c ON c.id = t.customer_id"
                 " LEFT JOIN contact_end z ON z.contact_id = t.id"
                 " WHERE ($1 = 0 OR t.customer_id" OF_CUSTOMER(
                     "$1") ") AND (t.day <= $2 OR t.planned = 1)"
                           " ORDER BY 1, t.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, as_of.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (col_i64(q, 0) != at.touch.customer_id) {
            if (at.touch.customer_id)
                e = each(self, &at.touch);
            at.touch = fresh;
            at.touch.customer_id = col_i64(q, 0);
        }
        touch_add(&at, q, as_of);
    }
    if (e == ERR_OK && at.touch.customer_id)
        e = each(self, &at.touch);
    e = stmt_end_after(q, e);
    arena_done(&at.arena);
    return e;
}
