#include "ledger/names.h"

#include "base/text.h"
#include "ledger/agingscan.h"
#include "ledger/local.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDED_MOST ((size_t)1 << 20) /* of one customer */

/* ---- reading ---- */

static enum err stamp_read(struct book *book, int64_t stamp[3])
{
    TRY(db_get(book->db, &stamp[0], 0, "SELECT MAX(id) FROM customer", ""));
    TRY(db_get(book->db, &stamp[1], 0, "SELECT MAX(id) FROM contact", ""));
    return db_get(book->db, &stamp[2], 0, "SELECT MAX(id) FROM change", "");
}

static void names_empty(struct names *names)
{
    arena_reset(&names->arena);
    names->count = 0;
    names->figured = -1;
}

void names_free(struct names *names)
{
    if (!names)
        return;
    arena_done(&names->arena);
    free(names->rows);
    free(names->order);
    free(names);
}

/* Numbers are written with all kinds of signs between the digits: without them too. */
static void bare_add(struct buf *out, const char *folded)
{
    buf_char(out, ' ');
    for (; *folded; folded++)
        if (!strchr(" -./()", *folded))
            buf_char(out, *folded);
}

struct people {
    struct stmt *q;
    int64_t customer_id; /* whose contact or alias waits; 0 = no more */
};

static void people_next(struct people *people)
{
    people->customer_id = stmt_row(people->q) ? col_i64(people->q, 0) : 0;
}

static void field_add(struct buf *out, struct arena *scratch, const char *text, bool number)
{
    const char *folded = text_fold(scratch, text);

    if (*folded == 0)
        return;
    if (out->len > 0 && out->data[out->len - 1] != '\n')
        buf_char(out, ' ');
    buf_text(out, folded);
    if (number)
        bare_add(out, folded);
}

/* One customer with the people that are waiting for it. */
static void row_fold(struct stmt *q, struct people *people, struct buf *folded,
                     struct arena *scratch)
{
    struct buf contact, phone, email, alias;
    const int64_t id = col_i64(q, 0);

    buf_reset(folded);
    buf_init(&contact, FOLDED_MOST);
    buf_init(&phone, FOLDED_MOST);
    buf_init(&email, FOLDED_MOST);
    buf_init(&alias, FOLDED_MOST);
    field_add(&contact, scratch, col_text(q, 3), false);
    field_add(&phone, scratch, col_text(q, 4), true);
    field_add(&email, scratch, col_text(q, 5), false);
    for (; people->customer_id && people->customer_id <= id; people_next(people)) {
        field_add(&contact, scratch, col_text(people->q, 1), false);
        field_add(&phone, scratch, col_text(people->q, 2), true);
        field_add(&email, scratch, col_text(people->q, 3), false);
        field_add(&alias, scratch, col_text(people->q, 4), true);
    }
    const char *const fields[NAME_FIELDS] = {[NAME_CONTACT] = contact.data,
                                             [NAME_PHONE] = phone.data,
                                             [NAME_EMAIL] = email.data,
                                             [NAME_ALIAS] = alias.data};
    for (int i = 0; i < NAME_FIELDS; i++) {
        if (fields[i])
            buf_text(folded, fields[i]);
        else
            field_add(folded, scratch, col_text(q, i <= NAME_NAME ? 1 + i : i + 1), i == NAME_TAX);
        buf_char(folded, '\n');
    }
    buf_done(&contact);
    buf_done(&phone);
    buf_done(&email);
    buf_done(&alias);
}

const char *address_town(const char *address, struct arena *arena)
{
    const char *comma = address ? strrchr(address, ',') : NULL;

    return comma ? text_trim(arena_text(arena, comma + 1)) : "";
}

static const char *listed_of(struct stmt *q, struct arena *arena, struct arena *scratch)
{
    return arena_text(arena, text_fold(scratch, arena_format(scratch, "%s %s %s", col_text(q, 8),
                                                             col_text(q, 9), col_text(q, 10))));
}

static enum err rows_read(struct book *book, struct names *names)
{
    struct arena scratch = {0};
    struct buf folded;
    struct people people = {
        db_sql(book->db,
               "SELECT " STAYS(
                   "c") ", t.name, t.phone, t.email, '' FROM contact t"
                        " JOIN customer c ON c.id = t.customer_id WHERE t.active = 1"
                        " UNION ALL SELECT " STAYS(
                            "c") ", '', '', '', a.value FROM alias a"
                                 " JOIN customer c ON c.id = a.customer_id WHERE a.active = 1"
                                 " UNION ALL SELECT merged_into, contact, phone, email,"
                                 " code || ' ' || name FROM customer WHERE merged_into IS NOT NULL"
                                 " ORDER BY 1, 2, 5"),
        0};
    struct stmt *q =
        db_sql(book->db, "SELECT c.id, c.code, c.name, c.contact, c.phone, c.email, c.tax_number,"
                         " c.address, c.collector, c.currency, t.code FROM customer c LEFT JOIN"
                         " terms t ON t.id = c.terms_id WHERE c.merged_into IS NULL ORDER BY c.id");

    buf_init(&folded, FOLDED_MOST);
    people_next(&people);
    while (stmt_row(q)) {
        if (names->count == names->room) {
            names->room = names->room * 2 + 1024;
            names->rows = mem_resize(names->rows, names->room, sizeof *names->rows);
        }
        row_fold(q, &people, &folded, &scratch);
        names->rows[names->count++] =
            (struct name){.id = col_i64(q, 0),
                          .code = arena_text(&names->arena, col_text(q, 1)),
                          .name = arena_text(&names->arena, col_text(q, 2)),
                          .town = address_town(col_text(q, 7), &names->arena),
                          .folded = arena_bytes(&names->arena, folded.data, folded.len),
                          .listed = listed_of(q, &names->arena, &scratch),
                          .own_terms = !col_is_null(q, 10)};
        snprintf(names->rows[names->count - 1].currency, 4, "%s", col_text(q, 9));
        arena_reset(&scratch);
    }
    const enum err e = stmt_end(q), contacts = stmt_end(people.q);
    buf_done(&folded);
    arena_done(&scratch);
    return e != ERR_OK ? e : contacts;
}

/* ---- order ---- */

static int name_compare(const void *a, const void *b, void *self)
{
    const struct names *names = self;
    const struct name *x = &names->rows[*(const uint32_t *)a],
                      *y = &names->rows[*(const uint32_t *)b];

    if (x->owed != y->owed)
        return x->owed > y->owed ? -1 : 1;
    if (x->last != y->last)
        return x->last > y->last ? -1 : 1;
    const int order = strcmp(x->folded, y->folded);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static void order_make(struct names *names)
{
    names->order = mem_resize(names->order, names->count + 1, sizeof *names->order);
    for (size_t i = 0; i < names->count; i++)
        names->order[i] = (uint32_t)i;
    qsort_r(names->order, names->count, sizeof *names->order, name_compare, names);
}

enum err names_of(struct book *book, struct names **out)
{
    int64_t stamp[3] = {0};

    TRY(stamp_read(book, stamp));
    if (!book->names) {
        book->names = mem_new(1, sizeof *book->names);
        book->names->stamp[0] = -1;
    }
    *out = book->names;
    if (memcmp(stamp, book->names->stamp, sizeof stamp) == 0)
        return ERR_OK;
    names_empty(book->names);
    TRY(db_read_begin(book->db));
    enum err e = stamp_read(book, stamp);
    if (e == ERR_OK)
        e = rows_read(book, book->names);
    db_read_end(book->db);
    if (e != ERR_OK)
        return e;
    order_make(book->names);
    memcpy(book->names->stamp, stamp, sizeof stamp);
    return ERR_OK;
}

const struct name *name_get(const struct names *names, int64_t id)
{
    size_t low = 0, high = names->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (names->rows[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < names->count && names->rows[low].id == id ? &names->rows[low] : NULL;
}

static struct name *row_of(struct names *names, int64_t id)
{
    const struct name *found = name_get(names, id);
    return found ? &names->rows[found - names->rows] : NULL;
}

static enum err owed_take(void *self, const struct aging_item *item)
{
    struct name *name = row_of(self, item->customer_id);

    return name ? amount_add(name->owed, item->open_base, &name->owed) : ERR_OK;
}

enum err names_figures(struct book *book)
{
    const struct aging_query query = {
        .as_of = book->today, .by = BY_POSTED, .control = CONTROL_RECEIVABLE};
    struct names *names;
    int64_t revision = 0;

    TRY(names_of(book, &names));
    TRY(book_revision(book, &revision));
    if (names->figured == revision)
        return ERR_OK;
    for (size_t i = 0; i < names->count; i++)
        names->rows[i].owed = names->rows[i].last = 0;
    TRY(aging_scan(book, &query, owed_take, names));
    struct stmt *q = db_sql(book->db, "SELECT customer_id, MAX(posted) FROM document WHERE"
                                      " customer_id IS NOT NULL GROUP BY customer_id");
    while (stmt_row(q)) {
        struct name *name = row_of(names, col_i64(q, 0));
        if (name)
            name->last = (int32_t)col_i64(q, 1);
    }
    TRY(stmt_end(q));
    order_make(names);
    names->figured = revision;
    return ERR_OK;
}

/* ---- matching ---- */

/* A text that is no code or name can be it word for word, and is no name for that. */
static enum rank rank_in(enum name_field field, const char *line, const char *place,
                         const char *needle, size_t len)
{
    if (field == NAME_CODE)
        return rank_code(line, needle);
    const enum rank rank = rank_at(line, place, len);
    if (field == NAME_NAME)
        return rank;
    return rank == RANK_NAME ? RANK_PREFIX : rank == RANK_PREFIX ? RANK_WORD : rank;
}

/* The best place of all fields. */
static struct name_match needle_match(const char *folded, const char *needle)
{
    struct name_match best = {.rank = RANK_NONE};
    const size_t len = strlen(needle);
    const char *line = folded;
    enum name_field field = NAME_CODE;

    for (const char *at = strstr(folded, needle); at; at = strstr(at + 1, needle)) {
        for (const char *end; (end = strchr(line, '\n')) && end < at; line = end + 1)
            field = (enum name_field)(field + 1);
        const enum rank rank = rank_in(field, line, at, needle, len);
        if (rank > best.rank)
            best = (struct name_match){.rank = rank, .field = field};
    }
    /* 0042 is the code 42 */
    if (best.rank == RANK_NONE && *needle == '0' && rank_code(folded, needle) != RANK_NONE)
        best = (struct name_match){.rank = rank_code(folded, needle), .field = NAME_CODE};
    return best;
}

static struct name_match word_match(const char *folded, const char *word, bool slips)
{
    struct name_match match = needle_match(folded, word);

    if (match.rank != RANK_NONE || !slips)
        return match;
    match.rank = rank_slip(folded, word);
    if (match.rank == RANK_NONE) {
        match.rank = rank_slip(strchr(folded, '\n') + 1, word);
        match.field = NAME_NAME;
    }
    return match;
}

bool name_shows(const struct name *name, const char *needle)
{
    const char *found = strstr(name->folded, needle);

    return found && found < strchr(strchr(name->folded, '\n') + 1, '\n');
}

struct name_match name_match(const struct name *name, const struct sought *sought, bool slips)
{
    struct name_match all = {.rank = RANK_NONE};
    bool every = sought->word_count > 0;

    if (sought->word_count == 1) {
        all = word_match(name->folded, sought->whole, slips);
        all.words = all.rank > RANK_FUZZY;
        return all;
    }
    for (int i = 0; i < sought->word_count; i++) {
        const struct name_match match = word_match(name->folded, sought->words[i], slips);
        if (match.rank > RANK_FUZZY)
            all.words |= 1u << i;
        every = every && match.rank != RANK_NONE;
        if (slips && !every)
            break; /* which words there are is known without slips */
        /* the weakest word decides; what is not to be seen in the name is worth showing */
        if (match.rank != RANK_NONE && (all.rank == RANK_NONE || match.rank < all.rank))
            all.rank = match.rank;
        if (match.rank != RANK_NONE && match.field > all.field)
            all.field = match.field;
    }
    if (!every)
        return (struct name_match){.rank = RANK_NONE, .words = all.words};
    const struct name_match whole = needle_match(name->folded, sought->whole);
    if (whole.rank != RANK_NONE)
        return (struct name_match){whole.rank, whole.field, all.words};
    if (all.rank > RANK_WORD)
        all.rank = RANK_WORD;
    return all;
}
