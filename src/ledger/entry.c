#include "ledger/entry.h"

#include "ledger/bankmatch.h"
#include "ledger/deposit.h"
#include "ledger/invoice.h"
#include "ledger/journal.h"
#include "ledger/local.h"
#include "ledger/netting.h"

#include <stdio.h>

static enum err read_documents(struct book *book, int64_t entry_id, struct arena *arena,
                               struct entry_work *out)
{
    int64_t room = 0;
    int64_t *ids;
    int count = 0;

    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM document WHERE entry_id = $1", "i",
               entry_id));
    ids = arena_new(arena, ((size_t)room + 1) * sizeof *ids);
    out->documents = arena_new(arena, ((size_t)room + 1) * sizeof *out->documents);
    /* what an application made goes with it; only a transfer may be all that was wanted */
    struct stmt *q = db_sql(
        book->db, "SELECT d.id FROM document d WHERE d.entry_id = $1"
                  " AND d.reverses_id IS NULL AND (d.act_id IS NULL OR (d.kind = " KIND_TRANSFER
                  " AND NOT EXISTS (SELECT 1 FROM application a JOIN item i ON i.id = a.debit_id"
                  " JOIN document o ON o.id = i.document_id"
                  " WHERE a.act_id = d.act_id AND o.kind <> " KIND_TRANSFER ")))"
                  " AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)"
                  " ORDER BY d.id");
    bind_i64(q, 1, entry_id);
    while (stmt_row(q))
        ids[count++] = col_i64(q, 0);
    TRY(stmt_end(q));
    for (int i = 0; i < count; i++) {
        struct document *document = &out->documents[out->count++];
        TRY(document_get(book, ids[i], arena, document));
        if (document->effective.day > out->first.day)
            out->first = document->effective;
    }
    return ERR_OK;
}

/* Applications that still stand. */
static enum err read_acts(struct book *book, int64_t entry_id, struct arena *arena,
                          struct entry_work *out)
{
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE entry_id = $1", "i",
               entry_id));
    out->acts = arena_new(arena, ((size_t)room + 1) * sizeof *out->acts);
    struct stmt *q = db_sql(
        book->db, "SELECT a.act_id, MAX(a.effective) FROM application a WHERE a.entry_id = $1"
                  " AND a.reverses_id IS NULL"
                  " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id)"
                  " GROUP BY a.act_id ORDER BY a.act_id");
    bind_i64(q, 1, entry_id);
    while (stmt_row(q)) {
        out->acts[out->act_count++] = col_i64(q, 0);
        if (col_i64(q, 1) > out->first.day)
            out->first.day = (int32_t)col_i64(q, 1);
    }
    return stmt_end(q);
}

static enum err read_matches(struct book *book, int64_t entry_id, struct arena *arena,
                             struct entry_work *out)
{
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM bank_match WHERE entry_id = $1", "i",
               entry_id));
    if (room == 0)
        return ERR_OK;
    out->matches = arena_new(arena, (size_t)room * sizeof *out->matches);
    struct stmt *q = db_sql(book->db,
                            "SELECT DISTINCT m.group_id FROM bank_match m WHERE m.entry_id = $1"
                            " AND NOT EXISTS (SELECT 1 FROM bank_unmatch u"
                            " WHERE u.group_id = m.group_id) ORDER BY m.group_id");
    bind_i64(q, 1, entry_id);
    while (stmt_row(q) && out->match_count < (int)room)
        out->matches[out->match_count++] = col_i64(q, 0);
    return stmt_end(q);
}

/* How many facts the entry posted, and how many of them took something back. */
static enum err read_counts(struct book *book, int64_t entry_id, int64_t *posted,
                            int64_t *reversing)
{
    TRY(db_get(book->db, posted, 0,
               "SELECT (SELECT COUNT(*) FROM application WHERE entry_id = $1)"
               " + (SELECT COUNT(*) FROM document WHERE entry_id = $1)"
               " + (SELECT COUNT(*) FROM bank_match WHERE entry_id = $1)",
               "i", entry_id));
    return db_get(book->db, reversing, 0,
                  "SELECT (SELECT COUNT(*) FROM application WHERE entry_id = $1"
                  " AND reverses_id IS NOT NULL) + (SELECT COUNT(*) FROM document"
                  " WHERE entry_id = $1 AND reverses_id IS NOT NULL)",
                  "i", entry_id);
}

enum err entry_look(struct book *book, int64_t entry_id, struct arena *arena,
                    struct entry_work *out)
{
    int64_t posted = 0, reversing = 0, erased = 0;
    struct entry entry;

    *out = (struct entry_work){.first = {INT32_MIN}};
    TRY(journal_get(book, entry_id, arena, &entry));
    TRY(read_documents(book, entry_id, arena, out));
    TRY(read_acts(book, entry_id, arena, out));
    TRY(read_matches(book, entry_id, arena, out));
    TRY(read_counts(book, entry_id, &posted, &reversing));
    TRY(db_get(book->db, &erased, 0, "SELECT COUNT(*) FROM erasure WHERE entry_id = $1", "i",
               entry_id));
    if (erased)
        return fail(book->note, ERR_CONFLICT,
                    "entry %lld erased a customer's data; that is final, and nobody has them any "
                    "more",
                    (long long)entry_id);
    if (posted == 0)
        return fail(book->note, ERR_CONFLICT,
                    "entry %lld is `%.60s`, which posted nothing that could be taken back",
                    (long long)entry_id, entry.command);
    if (reversing)
        return fail(book->note, ERR_CONFLICT,
                    "entry %lld took something back itself; that is final: enter it again",
                    (long long)entry_id);
    if (out->count == 0 && out->act_count == 0 && out->match_count == 0)
        return fail(book->note, ERR_CONFLICT, "nothing of entry %lld still stands",
                    (long long)entry_id);
    return ERR_OK;
}

static enum err one_reverse(struct tx *tx, const struct document *document, struct date date,
                            const char *reason, struct document_made *out)
{
    switch (document->kind) {
    case DOCUMENT_PAYMENT: return payment_reverse(tx, document->id, date, reason, 0, out);
    case DOCUMENT_NETTING: return netting_undo(tx, document->id, date, reason, out);
    case DOCUMENT_DEPOSIT: return deposit_void(tx, document->id, date, reason, out);
    case DOCUMENT_BANKENTRY: return bank_entry_void(tx, document->id, date, reason, out);
    case DOCUMENT_INVOICE:
    case DOCUMENT_CREDIT:
    case DOCUMENT_DEBIT: return invoice_void(tx, document->id, date, reason, out);
    default: return settlement_reverse(tx, document->id, date, reason, out);
    }
}

/* What went to the bank is taken back before the money that it was. */
static bool is_of_bank(enum document_kind kind)
{
    return kind == DOCUMENT_DEPOSIT || kind == DOCUMENT_BANKENTRY;
}

static enum err documents_reverse(struct tx *tx, const struct entry_work *work, bool of_bank,
                                  struct date date, const char *reason, struct arena *arena,
                                  char number[64])
{
    for (int i = 0; i < work->count; i++) {
        struct document now;
        struct document_made made;
        if (is_of_bank(work->documents[i].kind) != of_bank)
            continue;
        TRY(document_get(tx->book, work->documents[i].id, arena, &now));
        if (now.reversed_by) /* it went with one before */
            continue;
        TRY(one_reverse(tx, &now, date.day > now.effective.day ? date : now.effective, reason,
                        &made));
        snprintf(number, 64, "%s", made.number);
    }
    return ERR_OK;
}

enum err entry_reverse(struct tx *tx, int64_t entry_id, struct date date, const char *reason,
                       struct entry_work *done, struct arena *arena, char number[64])
{
    const struct date today = book_today(tx->book);
    int acts = 0;

    /* look and judge */
    TRY(entry_look(tx->book, entry_id, arena, done));
    if (!date_given(date) && done->count)
        date = today;

    /* write */
    number[0] = 0;
    TRY(application_unapply_entry(tx, entry_id, date, reason, &acts));
    for (int i = 0; i < done->match_count; i++)
        TRY(bankmatch_undo(tx, done->matches[i], reason));
    TRY(documents_reverse(tx, done, true, date, reason, arena, number));
    TRY(documents_reverse(tx, done, false, date, reason, arena, number));

    /* assert */
    must(acts == done->act_count);
    return ERR_OK;
}
