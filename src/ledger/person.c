/* person: the people at a customer, added and listed. */
#include "ledger/person.h"

#include "ledger/local.h"

#include <string.h>

enum err person_add(struct tx *tx, const struct person *person, int64_t *id)
{
    *id = 0;
    if (!person->name[strspn(person->name, " ")])
        return fail(tx_note(tx), ERR_INPUT, "a person needs a name");
    struct stmt *q =
        db_sql(tx_book(tx)->db, "INSERT INTO contact (customer_id, name, role, phone, email)"
                                " VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_i64(q, 1, person->customer_id);
    bind_text(q, 2, person->name);
    bind_text(q, 3, person->role);
    bind_text(q, 4, person->phone);
    bind_text(q, 5, person->email);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    return tx_change(tx, "contact", *id, "name", NULL, person->name);
}

enum err people_of(struct book *book, int64_t customer_id, struct arena *arena, struct person **out,
                   int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM contact WHERE customer_id" OF_CUSTOMER("$1"), "i",
               customer_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT id, customer_id, name, role, phone, email, active FROM contact"
                         " WHERE customer_id" OF_CUSTOMER("$1") " ORDER BY customer_id <> $1, id");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct person){.id = col_i64(q, 0),
                                             .customer_id = col_i64(q, 1),
                                             .name = arena_text(arena, col_text(q, 2)),
                                             .role = arena_text(arena, col_text(q, 3)),
                                             .phone = arena_text(arena, col_text(q, 4)),
                                             .email = arena_text(arena, col_text(q, 5)),
                                             .active = col_i64(q, 6) != 0};
    return stmt_end(q);
}

enum err person_of(struct book *book, const struct customer *customer, struct arena *arena,
                   const char **name, const char **phone)
{
    struct person *people;
    int count;

    *name = customer->contact;
    *phone = customer->phone;
    if (**name && **phone)
        return ERR_OK;
    TRY(people_of(book, customer->id, arena, &people, &count));
    for (int i = 0; i < count; i++) {
        if (!people[i].active)
            continue;
        if (!**name)
            *name = people[i].name;
        if (!**phone)
            *phone = people[i].phone;
    }
    return ERR_OK;
}
