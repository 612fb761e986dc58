/* person: the people at a customer, added, changed and listed. */
#include "ledger/person.h"

#include "ledger/local.h"

#include <string.h>
#include <strings.h>

static enum err name_judge(struct note *note, const char *name)
{
    return name[strspn(name, " ")] ? ERR_OK : fail(note, ERR_INPUT, "a person needs a name");
}

enum err person_add(struct tx *tx, const struct person *person, int64_t *id)
{
    *id = 0;
    TRY(name_judge(tx_note(tx), person->name));
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

#define THOSE_OF " FROM contact WHERE customer_id" OF_CUSTOMER("$1") " AND (active = 1 OR $2 = 1)"

enum err people_of(struct book *book, int64_t customer_id, bool left, struct arena *arena,
                   struct person **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*)" THOSE_OF, "ii", customer_id, (int64_t)left));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT id, customer_id, name, role, phone, email, active" THOSE_OF
                         " ORDER BY customer_id <> $1, id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, left);
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

enum err person_find(struct book *book, const struct customer *customer, const char *name,
                     struct arena *arena, struct person *out)
{
    struct person *people;
    int count, found = 0, there = 0;

    TRY(people_of(book, customer->id, true, arena, &people, &count));
    for (int i = 0; i < count; i++) {
        if (strcasecmp(people[i].name, name) != 0)
            continue;
        if (found == 0 || (people[i].active && !out->active))
            *out = people[i];
        found++;
        there += people[i].active;
    }
    if (found == 0)
        return fail(book->note, ERR_MISSING,
                    "nobody is noted as %.80s at %s; `person list %s --all` shows who is", name,
                    customer->code, customer->code);
    if (there > 1 || (there == 0 && found > 1))
        return fail(book->note, ERR_CONFLICT, "%s has %d people of the name %.80s", customer->code,
                    there > 1 ? there : found, name);
    return ERR_OK;
}

enum err person_set(struct tx *tx, const struct person *person, int *changed)
{
    struct book *book = tx_book(tx);
    const struct {
        const char *name, *now;
    } fields[] = {{"name", person->name},
                  {"role", person->role},
                  {"phone", person->phone},
                  {"email", person->email},
                  {"active", person->active ? "yes" : "no"}};
    enum { FIELDS = sizeof fields / sizeof fields[0] };
    const char *before[FIELDS];
    struct arena arena = {0};
    enum err e;

    *changed = 0;
    TRY_OUT(name_judge(book->note, person->name));
    struct stmt *q = db_sql(book->db, "SELECT name, role, phone, email,"
                                      " CASE active WHEN 0 THEN 'no' ELSE 'yes' END"
                                      " FROM contact WHERE id = $1");
    bind_i64(q, 1, person->id);
    must(stmt_row(q));
    for (int i = 0; i < FIELDS; i++)
        before[i] = arena_text(&arena, col_text(q, i));
    TRY_OUT(stmt_end(q));
    TRY_OUT(db_run(book->db,
                   "UPDATE contact SET name = $1, role = $2, phone = $3, email = $4, active = $5"
                   " WHERE id = $6",
                   "ttttii", person->name, person->role, person->phone, person->email,
                   (int64_t)person->active, person->id));
    for (int i = 0; i < FIELDS; i++)
        if (strcmp(before[i], fields[i].now) != 0) {
            TRY_OUT(tx_change(tx, "contact", person->id, fields[i].name, before[i], fields[i].now));
            ++*changed;
        }
out:
    arena_done(&arena);
    return e;
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
    TRY(people_of(book, customer->id, false, arena, &people, &count));
    for (int i = 0; i < count; i++) {
        if (!**name)
            *name = people[i].name;
        if (!**phone)
            *phone = people[i].phone;
    }
    return ERR_OK;
}
