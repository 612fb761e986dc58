/* erasejudge: why a customer's data must be kept: what is open, and the law until a day. */
#include "ledger/erasejudge.h"

#include "ledger/recurring.h"
#include "ledger/setting.h"

#include <string.h>

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
     "SELECT COUNT(*) FROM outbox o WHERE o.customer_id" MINE
     " AND COALESCE((SELECT s.kind FROM outbox_step s WHERE s.outbox_id = o.id"
     " ORDER BY s.id DESC LIMIT 1), 2) IN (0, 2, 6)"},
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

/* The last paper: number and day; "" = there is none. */
static enum err last_paper(struct book *book, int64_t customer_id, struct arena *arena,
                           const char **number, struct date *day)
{
    struct stmt *q = db_sql(book->db, "SELECT number, posted FROM document WHERE customer_id" MINE
                                      " ORDER BY posted DESC, id DESC LIMIT 1");

    *number = "";
    bind_i64(q, 1, customer_id);
    if (stmt_row(q)) {
        *number = arena_text(arena, col_text(q, 0));
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

enum err erase_judge(struct book *book, int64_t customer_id, const char *code, struct arena *arena)
{
    const struct date today = moment_date(book_moment(book));
    struct date last = today;
    const char *open, *number;
    char first[DATE_TEXT], day[DATE_TEXT];

    TRY(last_paper(book, customer_id, arena, &number, &last));
    TRY(open_words(book, customer_id, today, arena, &open));
    const struct date from = open ? kept_until(book, today) : kept_until(book, last);
    if (!open && (!*number || from.day <= today.day))
        return ERR_OK;
    const char *why =
        open ? arena_format(arena, "%s; were that settled today, it could be erased", open)
             : arena_format(arena, "its last paper is %s of %s, so it can be erased", number,
                            date_iso(last, day));
    return fail(book->note, ERR_CONFLICT,
                "%s is kept: papers are kept for %lld years from the end of their year, a duty of "
                "law that goes before erasure (GDPR Art. 17(3)(b)); %s from %s on",
                code, (long long)setting_int(book, "retention.years"), why, date_iso(from, first));
}
