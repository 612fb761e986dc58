/* journalverify: the chain recomputed from the stored rows, a merge of full scans in id order. */
#include "ledger/journal.h"

#include "ledger/erasure.h"
#include "ledger/factform.h"
#include "ledger/local.h"
#include "ledger/mastermark.h"
#include "ledger/rescan.h"

#include <string.h>

/* One scan of a table of facts: the digest of the row it stands on joins the entry's. */
struct facts {
    struct stmt *q;
    enum fact_kind kind;
    int64_t id, entry_id;
    struct hash digest;
    bool at_end;
};

struct chain {
    struct book *book;
    struct trouble trouble;
    struct rescan documents;
    struct facts facts[FACT_KINDS];
    struct hash previous, nothing; /* nothing: of an entry without facts of a kind */
    int64_t last_id;
    bool broken; /* the entry before is missing, so its hash is not known */
    const struct hash *anchor;
    bool anchored;
    struct erasures erased;
    struct erasures *plan; /* what is to be erased: its digests are filled in; NULL = nothing */
};

/* A fact that lost words is what its erasure says; its entry stands on what it was. */
static void fact_restore(struct chain *chain, struct facts *facts)
{
    const struct erasure *erased = erasures_find(&chain->erased, facts->kind, facts->id);

    if (!erased)
        return;
    if (hash_cmp(&facts->digest, &erased->after) != 0)
        trouble_say(&chain->trouble, "%s %lld was changed after it was erased",
                    fact_word(facts->kind), (long long)facts->id);
    facts->digest = erased->before;
}

static const char *text_at(struct stmt *q, int n)
{
    return col_is_null(q, n) ? NULL : col_text(q, n);
}

/* What it will be when its words are gone. */
static struct erasure *fact_planned(const struct chain *chain, const struct facts *facts)
{
    struct erasure *planned =
        chain->plan ? erasures_find(chain->plan, facts->kind, facts->id) : NULL;

    if (planned)
        planned->before = facts->digest;
    return planned;
}

static void application_read(struct chain *chain, struct facts *facts)
{
    struct stmt *q = facts->q;
    int64_t n[11];

    for (int i = 0; i < 11; i++)
        n[i] = col_i64(q, i);
    application_digest(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10],
                       col_text(q, 11), &facts->digest);
    fact_restore(chain, facts);
    struct erasure *planned = fact_planned(chain, facts);
    if (planned)
        application_digest(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10],
                           *col_text(q, 11) ? ERASED : "", &planned->after);
}

static void fact_read(struct chain *chain, struct facts *facts)
{
    const struct fact_form *form = fact_form(facts->kind);
    struct stmt *q = facts->q;
    int64_t numbers[FORM_NUMBERS];
    const char *texts[FORM_TEXTS] = {NULL};

    for (int i = 0; i < form->numbers; i++)
        numbers[i] = col_i64(q, 1 + i);
    for (int i = 0; i < form->texts; i++)
        texts[i] = text_at(q, 1 + form->numbers + i);
    fact_digest(numbers, form->numbers, texts, form->texts, &facts->digest);
    fact_restore(chain, facts);
    struct erasure *planned = fact_planned(chain, facts);
    if (!planned)
        return;
    for (int i = 0; i < form->texts; i++) {
        const char *becomes =
            erased_column(facts->kind, stmt_column_name(q, 1 + form->numbers + i));
        if (becomes && texts[i] && *texts[i])
            texts[i] = becomes;
    }
    fact_digest(numbers, form->numbers, texts, form->texts, &planned->after);
}

static enum err next_fact(struct chain *chain, struct facts *facts)
{
    if (facts->kind == FACT_DOCUMENT) {
        TRY(rescan_next(&chain->documents, &chain->trouble));
        facts->at_end = chain->documents.at_end;
        facts->id = chain->documents.id;
        facts->entry_id = chain->documents.entry_id;
        facts->digest = chain->documents.digest;
        return ERR_OK;
    }
    struct stmt *q = facts->q;
    facts->at_end = !stmt_row(q);
    if (facts->at_end)
        return ERR_OK; /* an error of the steps comes out of stmt_end */
    facts->id = col_i64(q, 0);
    facts->entry_id = col_i64(q, 1);
    if (facts->kind == FACT_APPLICATION)
        application_read(chain, facts);
    else
        fact_read(chain, facts);
    return ERR_OK;
}

/* Facts that belong to no entry that is there, up to (not with) `entry_id`. */
static enum err skip_orphans(struct chain *chain, struct facts *facts, int64_t entry_id)
{
    while (!facts->at_end && facts->entry_id < entry_id) {
        trouble_say(&chain->trouble,
                    facts->entry_id > chain->last_id || facts->entry_id < 1
                        ? "%s %lld belongs to journal entry %lld, which is missing"
                        : "%s %lld says it belongs to journal entry %lld, but stands after it",
                    fact_word(facts->kind), (long long)facts->id, (long long)facts->entry_id);
        TRY(next_fact(chain, facts));
    }
    return ERR_OK;
}

/* The digests of one entry's facts of one kind. */
static enum err gather(struct chain *chain, struct facts *facts, struct entry_image *image)
{
    struct hasher h;
    int64_t count = 0;

    TRY(skip_orphans(chain, facts, image->id));
    while (!facts->at_end && facts->entry_id == image->id) {
        if (count++ == 0)
            hasher_init(&h);
        hasher_i64(&h, facts->id);
        hasher_bytes(&h, facts->digest.bytes, HASH_SIZE);
        TRY(next_fact(chain, facts));
    }
    image->fact_count[facts->kind] = count;
    if (count > 0)
        hasher_end(&h, &image->facts[facts->kind]);
    else
        image->facts[facts->kind] = chain->nothing;
    return ERR_OK;
}

static bool read_hash(struct stmt *q, int n, struct hash *out)
{
    int len = 0;
    const void *bytes = col_blob(q, n, &len);

    memset(out, 0, sizeof *out);
    if (len == HASH_SIZE)
        memcpy(out->bytes, bytes, HASH_SIZE);
    return len == HASH_SIZE;
}

/* An erasure takes all three: the command, its salt, and what its operation id stands for. */
static void verify_erased(struct chain *chain, struct stmt *q, const struct entry_image *image)
{
    if (!col_is_null(q, 3) || !col_is_null(q, 4) || !col_is_null(q, 7))
        trouble_say(&chain->trouble,
                    "journal entry %lld: the words of its command were erased, and some stand there"
                    " again",
                    (long long)image->id);
}

/* The words of the command, unless they were erased, are the ones that were hashed. */
static void verify_command(struct chain *chain, struct stmt *q, const struct entry_image *image)
{
    struct hash hash, op;
    int len = 0;

    if (erasures_find(&chain->erased, ERASED_ENTRY, image->id)) {
        verify_erased(chain, q, image);
        return;
    }
    if (col_is_null(q, 3) || col_is_null(q, 4)) {
        trouble_say(&chain->trouble,
                    "journal entry %lld: the words of its command were taken away, and no erasure"
                    " says so",
                    (long long)image->id);
        return;
    }
    const void *salt = col_blob(q, 4, &len);
    command_digest(salt, (size_t)len, col_text(q, 3), &hash);
    if (hash_cmp(&hash, &image->command_hash) != 0) {
        trouble_say(&chain->trouble,
                    "journal entry %lld: the words of its command were changed afterwards",
                    (long long)image->id);
        return;
    }
    command_digest(NULL, 0, col_text(q, 3), &hash);
    if (image->op_id && (!read_hash(q, 7, &op) || hash_cmp(&hash, &op) != 0))
        trouble_say(&chain->trouble,
                    "journal entry %lld: what its operation id stands for was changed afterwards",
                    (long long)image->id);
}

#define ENTRIES                                                                                    \
    "SELECT id, moment, actor, command, salt, command_hash, op_id, op_hash, ref, says, form, hash" \
    " FROM entry ORDER BY id"

/* An entry that lost its words fits when both of its hashes are what the erasure says. */
static void entry_restore(const struct chain *chain, int64_t id, const struct hash *stored,
                          struct hash *computed)
{
    const struct erasure *erased = erasures_find(&chain->erased, ERASED_ENTRY, id);

    if (erased && hash_cmp(computed, &erased->after) == 0 && hash_cmp(stored, &erased->before) == 0)
        *computed = *stored;
    else if (erased)
        memset(computed, 0, sizeof *computed);
}

static void entry_plan(const struct chain *chain, struct entry_image image,
                       const struct hash *stored)
{
    struct erasure *planned =
        chain->plan ? erasures_find(chain->plan, ERASED_ENTRY, image.id) : NULL;

    if (!planned)
        return;
    if (*image.says)
        image.says = ERASED;
    if (planned->ref && *image.ref)
        image.ref = ERASED;
    planned->before = *stored;
    entry_digest(&image, &planned->after);
}

static enum err verify_entry(struct chain *chain, struct stmt *q)
{
    struct hash stored, computed;
    struct entry_image image = {.id = col_i64(q, 0),
                                .moment = col_i64(q, 1),
                                .form = col_i64(q, 10),
                                .actor = col_text(q, 2),
                                .op_id = col_is_null(q, 6) ? NULL : col_text(q, 6),
                                .ref = col_text(q, 8),
                                .says = col_text(q, 9),
                                .previous = chain->previous};

    read_hash(q, 5, &image.command_hash);
    read_hash(q, 11, &stored);
    chain->broken = image.id != chain->last_id + 1;
    if (image.id == chain->last_id + 2)
        trouble_say(&chain->trouble, "journal entry %lld is missing", (long long)image.id - 1);
    else if (chain->broken)
        trouble_say(&chain->trouble, "journal entries %lld to %lld are missing",
                    (long long)chain->last_id + 1, (long long)image.id - 1);
    for (int kind = 0; kind < FACT_KINDS; kind++)
        TRY(gather(chain, &chain->facts[kind], &image));
    verify_command(chain, q, &image);
    entry_digest(&image, &computed);
    entry_restore(chain, image.id, &stored, &computed);
    entry_plan(chain, image, &stored);
    if (!chain->broken && hash_cmp(&computed, &stored) != 0) {
        char moment[MOMENT_TEXT];
        int64_t others = 0;
        for (int kind = FACT_APPLICATION + 1; kind < FACT_KINDS; kind++)
            others += image.fact_count[kind];
        trouble_say(&chain->trouble,
                    "journal entry %lld of %s by %s does not fit its hash: its words, or one of the"
                    " %lld documents, %lld applications and %lld other facts that it wrote, were"
                    " changed, added or taken away",
                    (long long)image.id, moment_iso(image.moment, moment), image.actor,
                    (long long)image.fact_count[FACT_DOCUMENT],
                    (long long)image.fact_count[FACT_APPLICATION], (long long)others);
    }
    if (chain->anchor && hash_cmp(chain->anchor, &stored) == 0)
        chain->anchored = true;
    chain->previous = stored;
    chain->last_id = image.id;
    return ERR_OK;
}

static enum err open_scans(struct chain *chain)
{
    struct db *db = chain->book->db;

    rescan_open(&chain->documents, chain->book, &chain->erased, chain->plan);
    for (int kind = 0; kind < FACT_KINDS; kind++) {
        struct facts *facts = &chain->facts[kind];
        facts->kind = (enum fact_kind)kind;
        if (kind == FACT_APPLICATION)
            facts->q = db_sql(db, "SELECT id, entry_id, act_id, debit_id, credit_id, amount,"
                                  " debit_base, credit_base, effective, posted, reverses_id, reason"
                                  " FROM application ORDER BY id");
        else if (kind != FACT_DOCUMENT)
            facts->q = db_sql_once(db, fact_form((enum fact_kind)kind)->sql);
        TRY(next_fact(chain, facts));
    }
    return ERR_OK;
}

static enum err close_scans(struct chain *chain, enum err e)
{
    enum err end = rescan_close(&chain->documents);

    if (e == ERR_OK)
        e = end;
    for (int kind = 0; kind < FACT_KINDS; kind++)
        if (chain->facts[kind].q) {
            end = stmt_end(chain->facts[kind].q);
            if (e == ERR_OK)
                e = end;
        }
    return e;
}

static enum err walk(struct chain *chain)
{
    enum err e;

    TRY(db_read_begin(chain->book->db)); /* every scan sees the same book */
    struct stmt *q = db_sql(chain->book->db, ENTRIES);
    TRY_OUT(erasures_read(chain->book, &chain->erased));
    TRY_OUT(open_scans(chain));
    while (e == ERR_OK && stmt_row(q))
        e = verify_entry(chain, q);
    for (int kind = 0; kind < FACT_KINDS && e == ERR_OK; kind++)
        e = skip_orphans(chain, &chain->facts[kind], INT64_MAX);
    if (e == ERR_OK)
        e = mastermark_verify(chain->book, &chain->trouble);
    if (e == ERR_OK && chain->anchor && !chain->anchored) {
        char hex[HASH_TEXT];
        trouble_say(&chain->trouble,
                    "no journal entry has the hash %s: the journal was shortened or written anew"
                    " since it was noted, or it is another book's",
                    hash_hex(chain->anchor, hex));
    }
    trouble_end(&chain->trouble);
out:
    e = close_scans(chain, e);
    erasures_done(&chain->erased);
    e = stmt_end_after(q, e);
    db_read_end(chain->book->db);
    return e;
}

static struct chain chain_of(struct book *book)
{
    struct chain chain = {.book = book};
    struct hasher nothing;

    hasher_init(&nothing);
    hasher_end(&nothing, &chain.nothing);
    return chain;
}

enum err journal_verify(struct book *book, const struct hash *anchor,
                        void (*say)(void *self, const char *sentence), void *self, int *found)
{
    struct chain chain = chain_of(book);

    chain.trouble = (struct trouble){say, self, 0};
    chain.anchor = anchor;
    const enum err e = walk(&chain);
    *found = chain.trouble.found;
    return e;
}

enum err journal_plan(struct book *book, struct erasures *plan, int *found)
{
    struct chain chain = chain_of(book);

    chain.plan = plan;
    const enum err e = walk(&chain);
    *found = chain.trouble.found;
    return e;
}
