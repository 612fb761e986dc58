/* erasejudge: why a customer's data must be kept: what is open, and the law until a day. */
#include "ledger/erasejudge.h"

#include "ledger/named.h"
#include "ledger/recurring.h"
#include "ledger/setting.h"

#include <string.h>

/* A mail `o` that is not sent, dropped or gone. */
#define WAITS                                                                                      \
    "COALESCE((SELECT s.kind FROM outbox_step s WHERE s.outbox_id = o.id"                          \
    " ORDER BY s.id DESC LIMIT 1), 2) IN (0, 2, 6)"

/* What stands open, each a question that counts and the words for one and for several. $1 is the
 * customer, $2 today. */
static const struct {
    const char *one, *several, *sql;
} open_things[] = {
#define MINE OF_CUSTOMER("$1")
    {"item is open", "items are open",
     "SELECT COUNT(*) FROM item WHERE open <> 0 AND customer_id" MINE},
    {"payment waits in a batch", "payments wait in batches",
     "SELECT COUNT(*) FROM batch_line l WHERE l.document_id IS NULL AND l.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM change x WHERE x.subject = 'batch'"
     " AND x.subject_id = l.batch_id AND x.field = 'dropped')"},
    {"approval waits", "approvals wait",
     "SELECT COUNT(*) FROM approval a WHERE a.expires >= $2 AND a.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM approval_end z WHERE z.approval_id = a.id)"},
    {"promise or plan runs", "promises or plans run",
     "SELECT COUNT(*) FROM promise p WHERE p.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM promise_end z WHERE z.promise_id = p.id)"
     " AND EXISTS (SELECT 1 FROM promise_part t WHERE t.promise_id = p.id AND t.day >= $2)"},
    {"dispute is open", "disputes are open",
     "SELECT COUNT(*) FROM dispute d JOIN item i ON i.id = d.item_id WHERE i.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM dispute_closing z WHERE z.dispute_id = d.id)"},
    {"placement stands", "placements stand",
     "SELECT COUNT(*) FROM placement p WHERE p.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM placement_end z WHERE z.placement_id = p.id AND z.item_id = 0)"
     " AND (p.whole = 1 OR EXISTS (SELECT 1 FROM placement_item t WHERE t.placement_id = p.id"
     " AND NOT EXISTS (SELECT 1 FROM placement_end z WHERE z.placement_id = p.id"
     " AND z.item_id = t.item_id)))"},
    {"insolvency is not ended", "insolvencies are not ended",
     "SELECT COUNT(*) FROM insolvency n WHERE n.customer_id" MINE
     " AND NOT EXISTS (SELECT 1 FROM insolvency_end z WHERE z.insolvency_id = n.id)"},
    {"mail waits", "mails wait",
     "SELECT COUNT(*) FROM outbox o WHERE o.customer_id" MINE " AND " WAITS},
    {"order is not billed", "orders are not billed",
     "SELECT COUNT(*) FROM order_line WHERE customer_id" MINE
     " AND file_id = (SELECT MAX(id) FROM order_file)"},
};

static enum err recurring_words(struct book *book, int64_t customer_id, struct arena *arena,
                                const char **out)
{
    struct recurring *templates = NULL;
    int count = 0;

    TRY(recurring_list(book, customer_id, arena, &templates, &count));
    for (int i = 0; i < count; i++)
        if (date_is(templates[i].next))
            *out = arena_format(arena, "the recurring invoice %s goes on", templates[i].number);
    return ERR_OK;
}

static enum err open_words(struct book *book, int64_t customer_id, struct date today,
                           struct arena *arena, const char **out)
{
    *out = NULL;
    for (size_t i = 0; i < sizeof open_things / sizeof open_things[0] && !*out; i++) {
        int64_t count = 0;
        struct stmt *q = db_sql(book->db, open_things[i].sql);
        bind_i64(q, 1, customer_id);
        if (strstr(open_things[i].sql, "$2"))
            bind_i64(q, 2, today.day);
        if (stmt_row(q))
            count = col_i64(q, 0);
        TRY(stmt_end(q));
        if (count)
            *out = arena_format(arena, "%lld %s", (long long)count,
                                count == 1 ? open_things[i].one : open_things[i].several);
    }
    return *out ? ERR_OK : recurring_words(book, customer_id, arena, out);
}

/* The last paper, in words, with its day; "" = there is none. */
static enum err last_paper(struct book *book, int64_t customer_id, struct arena *arena,
                           const char **what, struct date *day)
{
    struct stmt *q = db_sql(book->db, "SELECT number, posted FROM document WHERE customer_id" MINE
                                      " ORDER BY posted DESC, id DESC LIMIT 1");

    *what = "";
    bind_i64(q, 1, customer_id);
    if (stmt_row(q)) {
        *what = arena_format(arena, "its last paper is %s", col_text(q, 0));
        day->day = (int32_t)col_i64(q, 1);
    }
    return stmt_end(q);
}

static struct date kept_until(struct book *book, struct date last)
{
    int year, month, day;

    date_split(last, &year, &month, &day);
    return date_of(year + (int)setting_int(book, "retention.years") + 1, 1, 1);
}

/* The last line of the bank that names it and is nobody else's, when it is later than that day: it
 * must be kept like a paper, and erased, it would come in again with the next file that has it. */
static enum err last_line(struct book *book, int64_t customer_id, struct arena *arena,
                          const char **what, struct date *day)
{
    struct named named = {0};
    bool is = false;
    enum err e;

    TRY_OUT(named_read(book, customer_id, &named));
    struct stmt *q = db_sql(
        book->db,
        "SELECT t.id, t.booked, t.name || ' ' || t.party || ' ' || t.reference || ' ' || t.text"
        " FROM bank_line t WHERE t.booked > $1 AND " LINES_OF_NOBODY
        " ORDER BY t.booked DESC, t.id DESC");
    bind_i64(q, 1, day->day);
    while (!is && stmt_row(q)) {
        is = named_in(&named, col_text(q, 2), NAMED_BY_STRONG);
        if (is) {
            *what = arena_format(arena, "the last line of the bank that names it is line %lld",
                                 (long long)col_i64(q, 0));
            day->day = (int32_t)col_i64(q, 1);
        }
    }
    e = stmt_end(q);
out:
    named_done(&named);
    return e;
}

enum err erase_judge(struct book *book, int64_t customer_id, const char *code, struct arena *arena)
{
    const struct date today = moment_date(book_moment(book));
    struct date last = DATE_NONE;
    const char *open, *what;
    char first[DATE_TEXT], day[DATE_TEXT];

    TRY(last_paper(book, customer_id, arena, &what, &last));
    TRY(last_line(book, customer_id, arena, &what, &last));
    TRY(open_words(book, customer_id, today, arena, &open));
    if (!open && !*what)
        return ERR_OK;
    const struct date from = kept_until(book, open ? today : last);
    if (!open && from.day <= today.day)
        return ERR_OK;
    const char *why =
        open ? arena_format(arena, "%s; were that settled today, it could be erased", open)
             : arena_format(arena, "%s of %s, so it can be erased", what, date_iso(last, day));
    return fail(book->note, ERR_CONFLICT,
                "%s is kept: papers are kept for %lld years from the end of their year, a duty of "
                "law that goes before erasure (GDPR Art. 17(3)(b)); %s from %s on",
                code, (long long)setting_int(book, "retention.years"), why, date_iso(from, first));
}

enum err erase_judge_mails(struct book *book, const struct erasures *plan, const char *code)
{
    struct stmt *q = db_sql(book->db, "SELECT o.id, o.sent_id FROM outbox o"
                                      " WHERE o.customer_id IS NULL AND " WAITS " ORDER BY o.id");
    int64_t id = 0;

    while (!id && stmt_row(q))
        if (erasures_find(plan, FACT_OUTBOX, col_i64(q, 0)) ||
            erasures_find(plan, FACT_SENT_PAPER, col_i64(q, 1)))
            id = col_i64(q, 0);
    TRY(stmt_end(q));
    return id ? fail(
                    book->note, ERR_CONFLICT,
                    "mail %lld waits in the outbox with a report that names %s: `outbox run` sends "
                    "it, `outbox drop` leaves it",
                    (long long)id, code)
              : ERR_OK;
}
