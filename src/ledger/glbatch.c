/* glbatch: batches of postings, made once and read again as they were. */
#include "ledger/glbatch.h"

#include "ledger/local.h"
#include "ledger/proofparts.h"

#include <string.h>

/* The documents of a batch: of its days, known by its last entry, in no batch before it. */
#define OF_BATCH                                                                                   \
    " d.posted BETWEEN $1 AND $2 AND d.entry_id <= $3 AND NOT EXISTS (SELECT 1 FROM gl_batch b"    \
    " WHERE b.id < $4 AND d.posted BETWEEN b.from_day AND b.to_day"                                \
    " AND d.entry_id <= b.through_entry)"

static void bind_batch(struct stmt *q, const struct glbatch *batch)
{
    bind_i64(q, 1, batch->from.day);
    bind_i64(q, 2, batch->to.day);
    bind_i64(q, 3, batch->through_entry);
    bind_i64(q, 4, batch->id);
}

/* A customer's code may be changed: the batch keeps the one of its time, which is what the first
 * change after it found. */
#define CODE_THEN                                                                                  \
    "COALESCE((SELECT h.before FROM change h WHERE h.subject = 'customer'"                         \
    " AND h.subject_id = d.customer_id AND h.field = 'code' AND h.before IS NOT NULL"              \
    " AND h.entry_id > $3 ORDER BY h.id LIMIT 1), c.code, '')"

enum err glbatch_lines(struct book *book, const struct glbatch *batch,
                       enum err (*each)(void *self, const struct glline *line), void *self)
{
    struct arena arena = {0};
    struct stmt *q = db_sql(
        book->db, "SELECT d.id, d.kind, d.number, " CODE_THEN
                  ", d.reference, d.posted, d.currency, p.account_id, a.code, a.name, a.kind,"
                  " a.control, p.amount, p.base FROM document d"
                  " JOIN posting p ON p.document_id = d.id JOIN account a ON a.id = p.account_id"
                  " LEFT JOIN customer c ON c.id = d.customer_id WHERE" OF_BATCH
                  " ORDER BY d.posted, d.id, p.seq");
    int64_t last = 0;
    enum err e = ERR_OK;

    bind_batch(q, batch);
    while (e == ERR_OK && stmt_row(q)) {
        arena_reset(&arena);
        const struct glline line = {
            .document_id = col_i64(q, 0),
            .kind = (enum document_kind)col_i64(q, 1),
            .number = arena_text(&arena, col_text(q, 2)),
            .customer = arena_text(&arena, col_text(q, 3)),
            .reference = arena_text(&arena, col_text(q, 4)),
            .posted = col_date(q, 5),
            .currency = book_currency_of(book, col_text(q, 6)),
            .account = {.id = col_i64(q, 7),
                        .code = arena_text(&arena, col_text(q, 8)),
                        .name = arena_text(&arena, col_text(q, 9)),
                        .kind = (enum account_kind)col_i64(q, 10),
                        .control = (enum account_control)col_i64(q, 11)},
            .amount = col_i64(q, 12),
            .base = col_i64(q, 13),
            .first = col_i64(q, 0) != last,
        };
        last = line.document_id;
        e = each(self, &line);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    return e;
}

/* What a batch comes to, from its lines. */
struct count {
    struct hasher hasher;
    int64_t documents, postings, debits;
};

static enum err count_line(void *self, const struct glline *line)
{
    struct count *count = self;
    const int64_t numbers[] = {line->document_id, line->kind,   line->posted.day,
                               line->account.id,  line->amount, line->base};

    hasher_numbers(&count->hasher, numbers, sizeof numbers / sizeof numbers[0]);
    hasher_text(&count->hasher, line->number);
    hasher_text(&count->hasher, line->customer);
    hasher_text(&count->hasher, line->reference);
    hasher_text(&count->hasher, line->currency.code);
    hasher_text(&count->hasher, line->account.code);
    count->documents += line->first;
    count->postings++;
    return line->base > 0 ? amount_add(count->debits, line->base, &count->debits) : ERR_OK;
}

static enum err count_batch(struct book *book, const struct glbatch *batch, struct count *count,
                            char hex[HASH_TEXT])
{
    struct hash hash;

    *count = (struct count){.documents = 0};
    hasher_init(&count->hasher);
    const enum err e = glbatch_lines(book, batch, count_line, count);
    hasher_end(&count->hasher, &hash);
    hash_hex(&hash, hex);
    if (e == ERR_LIMIT && !book->note->text[0])
        return fail(book->note, e, "the batch is beyond what can be counted");
    return e;
}

#define BATCH                                                                                      \
    "SELECT id, entry_id, from_day, to_day, through_entry, documents, postings, debits, hash"      \
    " FROM gl_batch"

static void read_batch(struct stmt *q, struct arena *arena, struct glbatch *out)
{
    *out = (struct glbatch){.id = col_i64(q, 0),
                            .entry_id = col_i64(q, 1),
                            .from = col_date(q, 2),
                            .to = col_date(q, 3),
                            .through_entry = col_i64(q, 4),
                            .documents = col_i64(q, 5),
                            .postings = col_i64(q, 6),
                            .debits = col_i64(q, 7),
                            .hash = arena_text(arena, col_text(q, 8))};
}

static enum err read_one(struct stmt *q, struct arena *arena, struct glbatch *out, bool *is)
{
    *is = stmt_row(q);
    if (*is)
        read_batch(q, arena, out);
    return stmt_end(q);
}

/* The last batch of just these days. */
static enum err find_batch(struct book *book, struct date from, struct date to, struct arena *arena,
                           struct glbatch *out)
{
    struct stmt *q = db_sql(book->db, BATCH " WHERE from_day = $1 AND to_day = $2"
                                            " ORDER BY id DESC LIMIT 1");
    char first[DATE_TEXT], last[DATE_TEXT];
    bool is = false;

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    TRY(read_one(q, arena, out, &is));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING,
                     "nothing was posted from %s to %s that is not in a batch already;"
                     " `gl batches` lists them",
                     date_iso(from, first), date_iso(to, last));
}

enum err glbatch_make(struct tx *tx, struct date from, struct date to, struct arena *arena,
                      struct glbatch *out, bool *made)
{
    struct book *book = tx_book(tx);
    struct count count;
    char hex[HASH_TEXT], first[DATE_TEXT], last[DATE_TEXT];

    *made = false;
    *out = (struct glbatch){
        .entry_id = tx->entry_id, .through_entry = tx->entry_id - 1, .from = from, .to = to};
    if (to.day < from.day)
        return fail(book->note, ERR_INPUT, "%s is before %s: a batch runs from the first day on",
                    date_iso(to, last), date_iso(from, first));
    TRY(db_get(book->db, &out->id, 0, "SELECT MAX(id) FROM gl_batch", ""));
    out->id++;
    TRY(count_batch(book, out, &count, hex));
    if (count.documents == 0)
        return find_batch(book, from, to, arena, out);
    const int64_t numbers[] = {tx->entry_id,    from.day,       to.day,      out->through_entry,
                               count.documents, count.postings, count.debits};
    const char *const texts[] = {hex};
    *made = true;
    TRY(fact_write(tx, FACT_GLBATCH,
                   "INSERT INTO gl_batch (entry_id, from_day, to_day, through_entry, documents,"
                   " postings, debits, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
                   numbers, 7, texts, 1, &out->id));
    return glbatch_get(book, out->id, arena, out);
}

enum err glbatch_get(struct book *book, int64_t id, struct arena *arena, struct glbatch *out)
{
    struct stmt *q = db_sql(book->db, BATCH " WHERE id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    TRY(read_one(q, arena, out, &is));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no batch %lld; `gl batches` lists them",
                     (long long)id);
}

enum err glbatch_list(struct book *book, struct arena *arena, struct glbatch **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM gl_batch", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, BATCH " ORDER BY id");
    while (stmt_row(q) && *count < (int)room)
        read_batch(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err glbatch_verify(struct book *book, const struct glbatch *batch)
{
    struct count count;
    char hex[HASH_TEXT];

    TRY(count_batch(book, batch, &count, hex));
    if (strcmp(hex, batch->hash) == 0)
        return ERR_OK;
    return fail(book->note, ERR_CORRUPT,
                "batch %lld is not what went out: its lines were changed; run `book verify`",
                (long long)batch->id);
}

enum err proof_batches(struct book *book, struct trouble *trouble)
{
    struct arena arena = {0};
    struct glbatch *batches = NULL;
    int count = 0;
    enum err e = glbatch_list(book, &arena, &batches, &count);

    for (int i = 0; e == ERR_OK && i < count; i++) {
        struct count now;
        char hex[HASH_TEXT];
        e = count_batch(book, &batches[i], &now, hex);
        if (e == ERR_OK &&
            (strcmp(hex, batches[i].hash) != 0 || now.documents != batches[i].documents ||
             now.debits != batches[i].debits))
            trouble_say(trouble, "batch %lld of the general ledger is not what went out",
                        (long long)batches[i].id);
    }
    arena_done(&arena);
    return e;
}
