/* glexplain: which documents may explain that an account has another balance outside. */
#include "ledger/gltie.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NEAR_DAYS 10    /* after the day: a document may be posted earlier outside */
#define LOOK_MAX 200000 /* documents that are looked at */
#define PAIRS_MAX 5     /* more are chance */

struct entry_line {
    struct glcause cause;
    bool in_batch;
    bool seen; /* the ledger outside has it */
};

struct search {
    struct book *book;
    const struct glquestion *question;
    struct arena *arena;
    struct entry_line *lines; /* posted up to NEAR_DAYS after the day */
    size_t count, room;
    struct glcause *causes;
    int cause_count, cause_room;
    int64_t difference;
    struct date from;
    bool any_batch;
};

static void tell(struct search *search, const struct glcause *cause, const char *why)
{
    search->causes = arena_grow(search->arena, search->causes, search->cause_count,
                                &search->cause_room, sizeof *search->causes);
    search->causes[search->cause_count] = *cause;
    search->causes[search->cause_count++].why = why;
}

static bool by_the_day(const struct search *search, const struct entry_line *line)
{
    return line->cause.posted.day <= search->question->as_of.day;
}

/* After the last day before it on which both had the same. */
static enum err window(struct search *search)
{
    const struct glquestion *question = search->question;
    int64_t day = 0;
    struct stmt *q;
    enum err e = ERR_OK;

    search->from = question->from;
    if (date_given(question->from))
        return ERR_OK;
    search->from = (struct date){0};
    q = db_sql(search->book->db, "SELECT day, balance FROM gl_balance g WHERE account_id = $1"
                                 " AND day < $2 AND id = (SELECT MAX(id) FROM gl_balance n"
                                 " WHERE n.account_id = g.account_id AND n.day = g.day)"
                                 " ORDER BY day DESC");
    bind_i64(q, 1, question->account_id);
    bind_i64(q, 2, question->as_of.day);
    while (e == ERR_OK && day == 0 && stmt_row(q)) {
        const struct date then = col_date(q, 0);
        int64_t ours = 0;
        e = account_balance(search->book, question->account_id, then, &ours);
        if (ours == col_i64(q, 1))
            day = then.day;
    }
    search->from = (struct date){(int32_t)(day ? day + 1 : INT32_MIN)};
    return stmt_end_after(q, e);
}

static void keep_line(struct search *search, const struct entry_line *line)
{
    if (search->count == search->room) {
        search->room = search->room ? search->room * 2 : 256;
        search->lines = mem_resize(search->lines, search->room, sizeof *search->lines);
    }
    search->lines[search->count++] = *line;
}

static enum err read_lines(struct search *search)
{
    struct stmt *q = db_sql(
        search->book->db,
        "SELECT d.kind, d.number, COALESCE(c.code, ''), d.posted, d.effective,"
        " CAST(SUM(p.base) AS BIGINT), EXISTS (SELECT 1 FROM gl_batch b WHERE d.posted BETWEEN"
        " b.from_day AND b.to_day AND d.entry_id <= b.through_entry)"
        " FROM document d JOIN posting p ON p.document_id = d.id AND p.account_id = $1"
        " LEFT JOIN customer c ON c.id = d.customer_id WHERE d.posted BETWEEN $2 AND $3"
        " GROUP BY d.id, d.kind, d.number, c.code, d.posted, d.effective, d.entry_id"
        " ORDER BY d.posted, d.id LIMIT $4");

    bind_i64(q, 1, search->question->account_id);
    bind_i64(q, 2, search->from.day);
    bind_i64(q, 3, (int64_t)search->question->as_of.day + NEAR_DAYS);
    bind_i64(q, 4, LOOK_MAX + 1);
    while (stmt_row(q)) {
        const struct entry_line line = {
            .cause = {.kind = (enum document_kind)col_i64(q, 0),
                      .number = arena_text(search->arena, col_text(q, 1)),
                      .customer = arena_text(search->arena, col_text(q, 2)),
                      .posted = col_date(q, 3),
                      .effective = col_date(q, 4),
                      .base = col_i64(q, 5)},
            .in_batch = col_i64(q, 6) != 0};
        search->any_batch = search->any_batch || line.in_batch;
        keep_line(search, &line);
    }
    TRY(stmt_end(q));
    if (search->count > LOOK_MAX)
        return fail(search->book->note, ERR_LIMIT,
                    "more than %d documents are on the account since then: say from which day on"
                    " with --from",
                    LOOK_MAX);
    return ERR_OK;
}

/* Documents whose items say another sum than what they posted on the control account. */
static enum err tell_own(struct search *search)
{
    struct stmt *q = db_sql(
        search->book->db,
        "SELECT d.kind, d.number, COALESCE(c.code, ''), d.posted, d.effective,"
        " CAST(SUM(s.base) AS BIGINT) FROM (SELECT document_id, base FROM item"
        " WHERE account_id = $1 AND posted <= $2 UNION ALL SELECT document_id, -base FROM posting"
        " WHERE account_id = $1 AND posted <= $2) s JOIN document d ON d.id = s.document_id"
        " LEFT JOIN customer c ON c.id = d.customer_id"
        " GROUP BY d.id, d.kind, d.number, c.code, d.posted, d.effective"
        " HAVING SUM(s.base) <> 0 ORDER BY d.id");

    bind_i64(q, 1, search->question->account_id);
    bind_i64(q, 2, search->question->as_of.day);
    while (stmt_row(q)) {
        const struct glcause cause = {.kind = (enum document_kind)col_i64(q, 0),
                                      .number = arena_text(search->arena, col_text(q, 1)),
                                      .customer = arena_text(search->arena, col_text(q, 2)),
                                      .posted = col_date(q, 3),
                                      .effective = col_date(q, 4),
                                      .base = col_i64(q, 5)};
        tell(search, &cause, "its items and its posting differ by this");
    }
    return stmt_end(q);
}

/* ---- document against document ---- */

static int foreign_cmp(const void *a, const void *b)
{
    const struct glforeign *x = a, *y = b;

    return strcasecmp(x->number, y->number);
}

static int line_cmp(const void *a, const void *b)
{
    const struct entry_line *x = a, *y = b;

    return strcasecmp(x->cause.number, y->cause.number);
}

/* Several documents or rows of one number are summed on their side. */
static void tell_journal(struct search *search)
{
    const int theirs = search->question->foreign_count;
    struct glforeign *foreign = arena_new(search->arena, ((size_t)theirs + 1) * sizeof *foreign);
    size_t i = 0;
    int j = 0;

    if (theirs)
        memcpy(foreign, search->question->foreign, (size_t)theirs * sizeof *foreign);
    qsort(foreign, (size_t)theirs, sizeof *foreign, foreign_cmp);
    if (search->count)
        qsort(search->lines, search->count, sizeof *search->lines, line_cmp);
    while (i < search->count || j < theirs) {
        const int by = i == search->count ? 1
                       : j == theirs      ? -1
                                     : strcasecmp(search->lines[i].cause.number, foreign[j].number);
        struct glcause cause = {.number =
                                    by <= 0 ? search->lines[i].cause.number : foreign[j].number,
                                .customer = "",
                                .posted = DATE_NONE,
                                .effective = DATE_NONE};
        int64_t ours = 0, other = 0;
        bool late = false;
        for (; by <= 0 && i < search->count &&
               strcasecmp(search->lines[i].cause.number, cause.number) == 0;
             i++) {
            const char *number = cause.number;
            const bool in_time = by_the_day(search, &search->lines[i]);
            cause = search->lines[i].cause;
            cause.number = number;
            ours += in_time ? cause.base : 0;
            late = late || !in_time;
        }
        for (; by >= 0 && j < theirs && strcasecmp(foreign[j].number, cause.number) == 0; j++)
            other += foreign[j].amount;
        cause.base = ours - other;
        if (ours != other)
            tell(search, &cause,
                 late             ? "posted here after the day, there before it"
                 : by < 0         ? "missing there"
                 : by > 0         ? "missing here"
                 : ours == -other ? "on the other side there"
                                  : "another amount there");
    }
}

/* ---- only the balance is known ---- */

static void tell_singles(struct search *search)
{
    const int64_t gap = search->difference;

    for (size_t i = 0; i < search->count; i++) {
        const struct entry_line *line = &search->lines[i];
        const int64_t base = line->cause.base;
        if (base == 0)
            continue;
        if (!by_the_day(search, line)) {
            if (base == -gap)
                tell(search, &line->cause,
                     line->cause.effective.day <= search->question->as_of.day
                         ? "late here: there it may stand on its true date"
                         : "posted here after the day: there before it?");
        } else if (base == gap) {
            tell(search, &line->cause, "this amount: missing there, or posted after the day?");
        } else if (base == -gap) {
            tell(search, &line->cause, "this amount: twice there?");
        } else if (base * 2 == gap) {
            tell(search, &line->cause, "half of it: on the wrong side there?");
        }
    }
}

static void tell_unsent(struct search *search)
{
    for (size_t i = 0; search->any_batch && i < search->count; i++)
        if (!search->lines[i].in_batch && by_the_day(search, &search->lines[i]) &&
            search->lines[i].cause.base != 0)
            tell(search, &search->lines[i].cause, "in no batch yet (`gl export`)");
}

static int base_cmp(const void *a, const void *b)
{
    const struct entry_line *x = a, *y = b;

    return (x->cause.base > y->cause.base) - (x->cause.base < y->cause.base);
}

/* Two documents that come to it together: one pass from both ends of the sorted amounts. */
static void tell_pairs(struct search *search)
{
    size_t low = 0, high = 0;
    int found = 0;

    for (size_t i = 0; i < search->count; i++)
        if (by_the_day(search, &search->lines[i]))
            search->lines[high++] = search->lines[i];
    if (high < 2)
        return;
    qsort(search->lines, high, sizeof *search->lines, base_cmp);
    for (high--; low < high && found < PAIRS_MAX;) {
        const struct glcause *a = &search->lines[low].cause, *b = &search->lines[high].cause;
        const int64_t sum = a->base + b->base;
        if (sum == search->difference) {
            const char *why = arena_format(search->arena, "pair %d: both missing there?", ++found);
            tell(search, a, why);
            tell(search, b, why);
            low++;
        } else if (sum < search->difference) {
            low++;
        } else {
            high--;
        }
    }
}

static void tell_digits(struct search *search)
{
    const struct glcause remark = {.number = "",
                                   .customer = "",
                                   .posted = DATE_NONE,
                                   .effective = DATE_NONE,
                                   .base = search->difference};

    if (search->difference % 9 == 0)
        tell(search, &remark, "it can be divided by 9: two digits may have changed places there");
}

static enum err find_causes(struct search *search)
{
    bool noted = false;
    int64_t ours = 0, theirs = 0;
    const struct glquestion *question = search->question;

    TRY(account_balance(search->book, question->account_id, question->as_of, &ours));
    TRY(glbalance_on(search->book, question->account_id, question->as_of, &noted, &theirs));
    search->difference = noted ? ours - theirs : 0;
    if (account_control_of(search->book, question->account_id) != CONTROL_NONE)
        TRY(tell_own(search));
    if (question->foreign == NULL && search->difference == 0)
        return ERR_OK;
    TRY(window(search));
    TRY(read_lines(search));
    if (question->foreign) {
        tell_journal(search);
        return ERR_OK;
    }
    tell_singles(search);
    tell_unsent(search);
    if (search->cause_count == 0)
        tell_pairs(search);
    tell_digits(search);
    return ERR_OK;
}

enum err gltie_explain(struct book *book, const struct glquestion *question, struct arena *arena,
                       struct glcause **out, int *count, int64_t *difference)
{
    struct search search = {.book = book, .question = question, .arena = arena};
    const enum err e = find_causes(&search);

    free(search.lines);
    *out = search.causes;
    *count = search.cause_count;
    *difference = search.difference;
    return e;
}
