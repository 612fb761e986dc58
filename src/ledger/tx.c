/* tx: the transaction and its journal entries: ids, numbers, totals and the chain are kept here. */
#include "ledger/tx.h"

#include "ledger/journal.h"
#include "ledger/local.h"
#include "ledger/mastermark.h"
#include "ledger/txopen.h"
#include "ledger/user.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORM 2 /* the binary form that digests are made in (entry_digest) */
#define SALT_SIZE 16
#define BULK_PAPERS 1000 /* for fewer the indexes are not worth making anew */
#define BULK_SHARE 4     /* times what the book holds: making its indexes anew costs as well */

struct book *tx_book(struct tx *tx)
{
    return tx->book;
}

struct note *tx_note(struct tx *tx)
{
    return tx->book->note;
}

enum err tx_begin(struct book *book, struct tx **out)
{
    struct db *db = book->db;

    *out = NULL;
    TRY(db_begin(db));
    struct tx *tx = mem_new(1, sizeof *tx);
    tx->book = book;
    enum err e;
    TRY_OUT(db_get(db, &tx->next_entry, 0, "SELECT MAX(id) FROM entry", ""));
    TRY_OUT(db_get(db, &tx->next_document, 0, "SELECT MAX(id) FROM document", ""));
    TRY_OUT(db_get(db, &tx->next_item, 0, "SELECT MAX(id) FROM item", ""));
    TRY_OUT(db_get(db, &tx->next_application, 0, "SELECT MAX(id) FROM application", ""));
    tx->next_entry++;
    tx->next_document++;
    tx->next_item++;
    tx->next_application++;
    tx->first_document = tx->next_document;
    tx->first_item = tx->next_item;
    TRY_OUT(period_begin(tx));
    *out = tx;
    return ERR_OK;
out:
    tx_rollback(tx);
    return e;
}

static enum err entry_begin(struct tx *tx, const struct tx_author *author)
{
    must(!tx->in_entry);
    arena_reset(&tx->arena);
    tx->in_entry = true;
    tx->entry_id = tx->next_entry++;
    tx->moment = book_moment(tx->book);
    tx->actor = arena_text(&tx->arena, author->actor);
    tx->command = arena_text(&tx->arena, author->command);
    tx->op_id = author->op_id ? arena_text(&tx->arena, author->op_id) : NULL;
    tx->written = 0;
    tx->book->unread = ERR_OK;
    tx->late = (struct period_late){0};
    memset(tx->serials, 0, sizeof tx->serials);
    memset(tx->serial_used, 0, sizeof tx->serial_used);
    for (int kind = 0; kind < FACT_KINDS; kind++) {
        hasher_init(&tx->facts[kind]);
        tx->fact_count[kind] = 0;
    }
    TRY(mastermark_begin(tx));
    return period_entry_begin(tx);
}

enum err tx_entry_begin(struct tx *tx, const struct tx_author *author)
{
    tx->self = false;
    TRY(entry_begin(tx, author));
    return user_judge_writes(tx->book, tx->actor); /* whichever way somebody came (TRUST.md 5.3) */
}

enum err tx_entry_self(struct tx *tx, const struct tx_author *author)
{
    tx->self = true;
    return entry_begin(tx, author);
}

static enum err write_totals(struct tx *tx)
{
    for (size_t i = 0; i < tx->totals.room; i++) {
        const struct movement *cell = &tx->totals.cells[i];
        if (!cell->used)
            continue;
        TRY(db_run(
            tx->book->db,
            "INSERT INTO period_total (account_id, currency, month, kind, amount, base)"
            " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id, currency, month, kind)"
            " DO UPDATE SET amount = period_total.amount + excluded.amount,"
            " base = period_total.base + excluded.base",
            "itiiii", cell->account_id, cell->currency, (int64_t)cell->month, (int64_t)cell->kind,
            cell->amount, cell->base));
    }
    movements_done(&tx->totals);
    return ERR_OK;
}

static enum err write_counters(struct tx *tx)
{
    for (int kind = 1; kind < DOCUMENT_KINDS; kind++)
        if (tx->serial_used[kind])
            TRY(db_run(tx->book->db, "UPDATE counter SET next = $1 WHERE series = $2", "it",
                       tx->serials[kind], document_kind_word((enum document_kind)kind)));
    return ERR_OK;
}

static enum err previous_hash(struct tx *tx, struct hash *out)
{
    struct stmt *q = db_sql(tx->book->db, "SELECT hash FROM entry WHERE id = $1");
    int len = 0;

    memset(out, 0, sizeof *out); /* the first entry's predecessor is all zeroes */
    bind_i64(q, 1, tx->entry_id - 1);
    if (stmt_row(q)) {
        const void *bytes = col_blob(q, 0, &len);
        if (len == HASH_SIZE)
            memcpy(out->bytes, bytes, HASH_SIZE);
    }
    TRY(stmt_end(q));
    if (tx->entry_id > 1 && len != HASH_SIZE)
        return fail(tx_note(tx), ERR_CORRUPT, "journal entry %lld is missing; run `book verify`",
                    (long long)tx->entry_id - 1);
    return ERR_OK;
}

/* Whoever only reads has written nothing but what proves who it is. */
static bool only_self(const struct tx *tx)
{
    for (int kind = 0; kind < FACT_KINDS; kind++)
        if (tx->fact_count[kind] > 0 && kind != FACT_PASSWORD && kind != FACT_PASSWORD_FAILURE &&
            kind != FACT_USER_SIGN && kind != FACT_MASTER)
            return false;
    return true;
}

enum err tx_entry_end(struct tx *tx, const char *ref, const char *says)
{
    must(tx->in_entry);
    must(!tx->self || only_self(tx));
    if (tx->book->unread != ERR_OK)
        return fail(tx_note(tx), tx->book->unread,
                    "a setting of the book could not be read; nothing was posted");
    TRY(write_totals(tx));
    TRY(write_counters(tx));
    TRY(mastermark_write(tx));

    uint8_t salt[SALT_SIZE];
    struct hash hash, op_hash;
    random_bytes(salt, sizeof salt);
    struct entry_image image = {.id = tx->entry_id,
                                .moment = tx->moment,
                                .form = FORM,
                                .actor = tx->actor,
                                .op_id = tx->op_id,
                                .ref = ref ? ref : "",
                                .says = says ? says : ""};
    TRY(previous_hash(tx, &image.previous));
    command_digest(salt, sizeof salt, tx->command, &image.command_hash);
    command_digest(NULL, 0, tx->command, &op_hash);
    for (int kind = 0; kind < FACT_KINDS; kind++) {
        image.fact_count[kind] = tx->fact_count[kind];
        hasher_end(&tx->facts[kind], &image.facts[kind]);
    }
    entry_digest(&image, &hash);

    struct stmt *q = db_sql(
        tx->book->db, "INSERT INTO entry (id, moment, actor, command, salt, command_hash, op_id,"
                      " op_hash, ref, says, form, hash)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    bind_i64(q, 1, image.id);
    bind_i64(q, 2, image.moment);
    bind_text(q, 3, image.actor);
    bind_text(q, 4, tx->command);
    bind_blob(q, 5, salt, SALT_SIZE);
    bind_blob(q, 6, image.command_hash.bytes, HASH_SIZE);
    bind_text(q, 7, tx->op_id);
    if (tx->op_id)
        bind_blob(q, 8, op_hash.bytes, HASH_SIZE);
    else
        bind_null(q, 8);
    bind_text(q, 9, image.ref);
    bind_text(q, 10, image.says);
    bind_i64(q, 11, image.form);
    bind_blob(q, 12, hash.bytes, HASH_SIZE);
    TRY(stmt_run(q));
    tx->in_entry = false;
    return ERR_OK;
}

enum err tx_trial_begin(struct tx *tx)
{
    must(!tx->in_entry);
    tx->trial = (struct tx_ids){tx->next_entry, tx->next_document, tx->next_item,
                                tx->next_application, tx->unapplied};
    return db_trial_begin(tx->book->db);
}

enum err tx_trial_end(struct tx *tx)
{
    TRY(db_trial_end(tx->book->db));
    movements_done(&tx->totals); /* of an entry that failed in the middle */
    tx->in_entry = false;
    tx->next_entry = tx->trial.entry;
    tx->next_document = tx->trial.document;
    tx->next_item = tx->trial.item;
    tx->next_application = tx->trial.application;
    tx->unapplied = tx->trial.unapplied;
    return book_reload(tx->book); /* settings may have been changed and cached */
}

static void close_tx(struct tx *tx)
{
    arena_done(&tx->arena);
    movements_done(&tx->totals);
    free(tx);
}

enum err tx_commit(struct tx *tx)
{
    must(!tx->in_entry);
    const enum err e = db_commit(tx->book->db);
    close_tx(tx);
    return e;
}

void tx_rollback(struct tx *tx)
{
    if (!tx)
        return;
    db_rollback(tx->book->db);
    struct book *book = tx->book;
    close_tx(tx);
    /* settings may have been changed and cached inside the transaction; a new book has none yet */
    if (book->account_count > 0)
        (void)book_reload(book);
}

void tx_bulk(struct tx *tx)
{
    db_bulk(tx->book->db);
}

enum err tx_bulk_papers(struct tx *tx, int64_t papers)
{
    static const char *const indexes[] = {
        "item_by_document",      "item_by_aging",         "item_by_customer",
        "application_by_debit",  "application_by_credit", "application_by_posted",
        "application_by_act",    "document_by_customer",  "document_by_posted",
        "document_by_reference", "document_by_po",        "document_by_total",
        "customer_by_name",      "change_by_subject",     "master_mark_by_record", NULL};

    if (papers < BULK_PAPERS || papers < BULK_SHARE * tx->next_document)
        return ERR_OK;
    return db_index_later(tx->book->db, indexes);
}

int64_t tx_document_id(struct tx *tx)
{
    return tx->next_document++;
}

int64_t tx_item_id(struct tx *tx)
{
    return tx->next_item++;
}

int64_t tx_application_id(struct tx *tx)
{
    return tx->next_application++;
}

int64_t tx_next_act(const struct tx *tx)
{
    return tx->next_application;
}

enum err tx_series(struct tx *tx, enum document_kind kind)
{
    if (tx->serials[kind] != 0)
        return ERR_OK;
    struct stmt *q = db_sql(tx->book->db, "SELECT prefix, next FROM counter WHERE series = $1");
    bind_text(q, 1, document_kind_word(kind));
    if (stmt_row(q)) {
        tx->prefixes[kind] = arena_text(&tx->arena, col_text(q, 0));
        tx->serials[kind] = col_i64(q, 1);
    }
    TRY(stmt_end(q));
    if (tx->serials[kind] == 0)
        return fail(tx_note(tx), ERR_CORRUPT, "the number series of %s is missing",
                    document_kind_word(kind));
    return ERR_OK;
}

enum err tx_number(struct tx *tx, enum document_kind kind, int64_t *serial, char out[64])
{
    TRY(tx_series(tx, kind));
    *serial = tx->serials[kind]++;
    tx->serial_used[kind] = true;
    snprintf(out, 64, "%s%lld", tx->prefixes[kind], (long long)*serial);
    return ERR_OK;
}

enum err tx_series_take(struct tx *tx, const char *series, struct arena *arena, int64_t *serial,
                        const char **number)
{
    struct stmt *q = db_sql(tx->book->db, "UPDATE counter SET next = next + 1 WHERE series = $1"
                                          " RETURNING prefix, next - 1");

    *number = NULL;
    bind_text(q, 1, series);
    if (stmt_row(q)) {
        *serial = col_i64(q, 1);
        *number = arena_format(arena, "%s%lld", col_text(q, 0), (long long)*serial);
    }
    TRY(stmt_end(q));
    return *number ? ERR_OK
                   : fail(tx_note(tx), ERR_CORRUPT, "the number series of %ss is missing", series);
}

void tx_total(struct tx *tx, int64_t account_id, const char *currency, struct date posted,
              enum document_kind kind, int64_t amount, int64_t base)
{
    movements_add(&tx->totals, account_id, currency, date_month(posted), (int)kind, amount, base);
}

void tx_fact(struct tx *tx, enum fact_kind kind, int64_t id, const struct hash *digest)
{
    must(tx->in_entry);
    hasher_i64(&tx->facts[kind], id);
    hasher_bytes(&tx->facts[kind], digest->bytes, HASH_SIZE);
    tx->fact_count[kind]++;
    tx->written++;
}

enum err fact_write_row(struct tx *tx, enum fact_kind kind, struct stmt *q, const int64_t *numbers,
                        int number_count, const char *const *texts, int text_count, int64_t *id)
{
    struct hash digest;

    must(number_count > 0 && numbers[0] == tx->entry_id);
    for (int i = 0; i < number_count; i++)
        bind_i64(q, i + 1, numbers[i]);
    for (int i = 0; i < text_count; i++)
        bind_text(q, number_count + i + 1, texts[i]);
    *id = 0;
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    fact_digest(numbers, number_count, texts, text_count, &digest);
    tx_fact(tx, kind, *id, &digest);
    return ERR_OK;
}

enum err fact_write(struct tx *tx, enum fact_kind kind, const char *sql, const int64_t *numbers,
                    int number_count, const char *const *texts, int text_count, int64_t *id)
{
    return fact_write_row(tx, kind, db_sql(tx->book->db, sql), numbers, number_count, texts,
                          text_count, id);
}

enum err tx_change(struct tx *tx, const char *subject, int64_t subject_id, const char *field,
                   const char *before, const char *after)
{
    int64_t id = 0;
    struct stmt *q = db_sql(
        tx->book->db, "INSERT INTO change (entry_id, subject, subject_id, field, before, after)"
                      " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_text(q, 2, subject);
    bind_i64(q, 3, subject_id);
    bind_text(q, 4, field);
    bind_text(q, 5, before);
    bind_text(q, 6, after);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY(stmt_end(q));

    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, subject_id};
    const char *const texts[] = {subject, field, before, after};
    fact_digest(numbers, 2, texts, 4, &digest);
    tx_fact(tx, FACT_CHANGE, id, &digest);
    return ERR_OK;
}
