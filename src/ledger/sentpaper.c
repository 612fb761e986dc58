/* sentpaper: what was sent, as facts with the bytes of their pages. */
#include "ledger/sentpaper.h"

#include "base/pagetext.h"
#include "ledger/local.h"
#include "ledger/logo.h"
#include "ledger/proofparts.h"
#include "ledger/setting.h"

#include <string.h>

const char *sentpaper_kind_word(enum sentpaper_kind kind)
{
    static const char *const words[] = {"statement", "document", "letter", "report"};

    return words[kind];
}

const char *sentpaper_channel_word(enum sentpaper_channel channel)
{
    static const char *const words[] = {"paper", "file", "mail"};

    return words[channel];
}

#define PAGE_MAX                                                                                   \
    ((size_t)960 << 10) /* what the store takes as one text, less the rest of the row */

static const char *text_sha256(const char *text, char out[HASH_TEXT])
{
    struct hasher hasher;
    struct hash hash;

    hasher_init(&hasher);
    hasher_bytes(&hasher, text, strlen(text));
    hasher_end(&hasher, &hash);
    return hash_hex(&hash, out);
}

/* From now on it looks as it does today. */
static void page_settle(struct tx *tx, struct page *page)
{
    page->sheet.moment = tx->moment;
    page->sheet.foot = arena_text(&page->arena, book_company(tx->book));
    page->sheet.letter = setting_int(tx->book, "paper.letter") != 0;
    if (!page->sheet.notation.decimal)
        page->sheet.notation = (struct notation){.decimal = '.', .group = ','};
}

enum err sentpaper_add(struct tx *tx, const struct sentpaper *paper, struct page *page, int64_t *id)
{
    char sha256[HASH_TEXT];
    struct buf body;
    enum err e;

    page_settle(tx, page);
    buf_init(&body, PAGE_MAX);
    pagetext_write(page, &body);
    if (body.full)
        TRY_OUT(
            fail(tx_note(tx), ERR_LIMIT,
                 "%s is too long to be kept: a page has at most %zu KB of text%s", paper->number,
                 PAGE_MAX >> 10,
                 paper->kind == SENTPAPER_REPORT ? "; narrow it, or save it with -o FILE" : ""));
    const int64_t numbers[] = {tx->entry_id, paper->customer_id, (int64_t)paper->kind,
                               (int64_t)paper->channel, paper->day.day};
    const char *const texts[] = {paper->number, paper->address ? paper->address : "",
                                 text_sha256(body.data, sha256), body.data};
    e = fact_write(tx, FACT_SENT_PAPER,
                   "INSERT INTO sent_paper (entry_id, customer_id, kind, channel, day, number,"
                   " address, sha256, body) VALUES ($1, NULLIF($2, 0), $3, $4, $5, $6, $7, $8, $9)"
                   " RETURNING id",
                   numbers, 5, texts, 4, id);
out:
    buf_done(&body);
    return e;
}

const char *sentpaper_report(struct tx *tx, const char *name, struct arena *arena)
{
    return arena_format(arena, "%s-%lld", name, (long long)tx->entry_id);
}

/* ---- reading -------------------------------------------------------------------------------- */

#define SENT                                                                                       \
    "SELECT s.id, s.entry_id, s.customer_id, COALESCE(c.code, ''), COALESCE(c.name, ''), s.kind,"  \
    " s.channel, s.day, e.moment, s.number, s.address, s.sha256, (SELECT COUNT(*) FROM sent_paper" \
    " f WHERE f.number = s.number AND f.id <= s.id) FROM sent_paper s"                             \
    " LEFT JOIN customer c ON c.id = s.customer_id JOIN entry e ON e.id = s.entry_id"

static void paper_read(struct stmt *q, struct sentpaper *out)
{
    *out = (struct sentpaper){.id = col_i64(q, 0),
                              .entry_id = col_i64(q, 1),
                              .customer_id = col_i64(q, 2),
                              .customer = col_text(q, 3),
                              .name = col_text(q, 4),
                              .kind = (enum sentpaper_kind)col_i64(q, 5),
                              .channel = (enum sentpaper_channel)col_i64(q, 6),
                              .day = col_date(q, 7),
                              .moment = col_i64(q, 8),
                              .number = col_text(q, 9),
                              .address = col_text(q, 10),
                              .sha256 = col_text(q, 11),
                              .times = col_i64(q, 12)};
}

static enum err missing(struct book *book, int64_t id)
{
    return fail(book->note, ERR_MISSING, "nothing was sent under %lld; `sent list` shows what was",
                (long long)id);
}

enum err sentpaper_get(struct book *book, int64_t id, struct arena *arena, struct sentpaper *out)
{
    struct stmt *q = db_sql(book->db, SENT " WHERE s.id = $1");
    const bool there = (bind_i64(q, 1, id), stmt_row(q));

    if (there) {
        paper_read(q, out);
        out->customer = arena_text(arena, out->customer);
        out->name = arena_text(arena, out->name);
        out->number = arena_text(arena, out->number);
        out->address = arena_text(arena, out->address);
        out->sha256 = arena_text(arena, out->sha256);
    }
    TRY(stmt_end(q));
    return there ? ERR_OK : missing(book, id);
}

enum err sentpaper_last(struct book *book, const char *number, int64_t *id)
{
    return db_get(book->db, id, 0, "SELECT MAX(id) FROM sent_paper WHERE number = $1", "t", number);
}

enum err sentpaper_entry(struct book *book, const char *number, int64_t *entry_id)
{
    return db_get(book->db, entry_id, 0,
                  "SELECT entry_id FROM sent_paper WHERE number = $1 ORDER BY id DESC LIMIT 1", "t",
                  number);
}

enum err sentpaper_page(struct book *book, int64_t id, struct page *page)
{
    struct stmt *q = db_sql(book->db, "SELECT body FROM sent_paper WHERE id = $1");
    const bool there = (bind_i64(q, 1, id), stmt_row(q));
    enum err e = ERR_OK;

    page->title = NULL; /* it is taken from what was kept */
    if (there)
        e = pagetext_read(col_text(q, 0), page, book->note);
    TRY(stmt_end_after(q, e));
    if (!there)
        return missing(book, id);
    return logo_fill(book, page);
}

static struct stmt *query_open(struct book *book, const struct sentpaper_query *query)
{
#define DAYS " AND ($2 = 0 OR s.day >= $3) AND ($4 = 0 OR s.day <= $5) ORDER BY s.id"
    struct stmt *q;

    if (query->entry_id)
        q = db_sql(book->db, SENT " WHERE s.entry_id = $1" DAYS);
    else if (query->number)
        q = db_sql(book->db, SENT " WHERE s.number = $1" DAYS);
    else if (query->customer_id)
        q = db_sql(book->db, SENT " WHERE s.customer_id" OF_CUSTOMER("$1") DAYS);
    else
        q = db_sql(book->db, SENT " WHERE s.id > $1" DAYS);
    if (!query->entry_id && query->number)
        bind_text(q, 1, query->number);
    else
        bind_i64(q, 1, query->entry_id ? query->entry_id : query->customer_id);
    bind_i64(q, 2, date_is(query->from));
    bind_i64(q, 3, query->from.day);
    bind_i64(q, 4, date_is(query->to));
    bind_i64(q, 5, query->to.day);
    return q;
#undef DAYS
}

enum err sentpaper_each(struct book *book, const struct sentpaper_query *query,
                        enum err (*each)(void *self, const struct sentpaper *paper), void *self)
{
    struct stmt *q = query_open(book, query);
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        struct sentpaper paper;
        paper_read(q, &paper);
        e = each(self, &paper);
    }
    return stmt_end_after(q, e);
}

/* ---- the proof ------------------------------------------------------------------------------ */

enum err proof_sentpapers(struct book *book, struct trouble *trouble)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id, number, sha256, body FROM sent_paper ORDER BY id");

    while (stmt_row(q)) {
        char sha256[HASH_TEXT];
        if (strcmp(text_sha256(col_text(q, 3), sha256), col_text(q, 2)) != 0)
            trouble_say(trouble, "what was sent as %s (%lld) was changed afterwards",
                        col_text(q, 1), (long long)col_i64(q, 0));
    }
    return stmt_end(q);
}
