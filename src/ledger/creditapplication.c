/* creditapplication: applications, what was looked at, and what was decided. */
#include "ledger/creditapplication.h"

#include "ledger/customer.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#include <string.h>
#include <strings.h>

#define NO_DAY INT32_MIN

static int64_t day_number(struct date day)
{
    return date_is(day) ? day.day : NO_DAY;
}

/* ---- read ---- */

/* Is the word one of a list of words with blanks between? */
static bool is_among(const char *list, const char *word)
{
    const size_t len = strlen(word);

    for (const char *at = list + strspn(list, " "); *at; at += strspn(at, " ")) {
        const size_t here = strcspn(at, " ");
        if (here == len && strncasecmp(at, word, len) == 0)
            return true;
        at += here;
    }
    return false;
}

static const char *words_join(struct arena *arena, const char *before, const char *word)
{
    return *before ? arena_format(arena, "%s %s", before, word) : arena_text(arena, word);
}

/* The points that were looked at, and those of the list that were not. */
static enum err points_read(struct book *book, struct creditapplication *application,
                            const char *list, struct arena *arena)
{
    struct stmt *q =
        db_sql(book->db, "SELECT point FROM credit_check WHERE application_id = $1 ORDER BY id");

    application->checked = application->missing = "";
    bind_i64(q, 1, application->id);
    while (stmt_row(q))
        application->checked = words_join(arena, application->checked, col_text(q, 0));
    TRY(stmt_end(q));
    for (const char *at = list + strspn(list, " "); *at; at += strspn(at, " ")) {
        const size_t here = strcspn(at, " ");
        const char *word = arena_format(arena, "%.*s", (int)here, at);
        if (!is_among(application->checked, word))
            application->missing = words_join(arena, application->missing, word);
        at += here;
    }
    return ERR_OK;
}

#define APPLICATION                                                                                \
    "SELECT a.id, c.id, a.day, a.requested, a.currency, a.referees, a.text, a.entry_id,"           \
    " c.code, c.name, e.actor, z.day, z.approved, z.credit_limit, z.temporary, z.temporary_until," \
    " z.first_limit, z.review, z.reason, y.actor FROM credit_application a" JOIN_STAYS(            \
        "a") " LEFT JOIN entry e ON e.id = a.entry_id"                                             \
             " LEFT JOIN credit_decision z ON z.application_id = a.id"                             \
             " LEFT JOIN entry y ON y.id = z.entry_id"

static struct creditapplication read_application(struct book *book, struct stmt *q,
                                                 struct arena *arena)
{
    struct creditapplication out = {.id = col_i64(q, 0),
                                    .customer_id = col_i64(q, 1),
                                    .day = col_date(q, 2),
                                    .requested = col_i64(q, 3),
                                    .currency = book_currency_of(book, col_text(q, 4)),
                                    .referees = arena_text(arena, col_text(q, 5)),
                                    .text = arena_text(arena, col_text(q, 6)),
                                    .entry_id = col_i64(q, 7),
                                    .customer = arena_text(arena, col_text(q, 8)),
                                    .name = arena_text(arena, col_text(q, 9)),
                                    .actor = arena_text(arena, col_text(q, 10)),
                                    .decided_by = arena_text(arena, col_text(q, 19))};

    out.decision = (struct creditdecision){.application_id = out.id,
                                           .day = col_date(q, 11),
                                           .approved = col_i64(q, 12) != 0,
                                           .limit = col_i64(q, 13),
                                           .temporary = col_i64(q, 14),
                                           .temporary_until = col_date(q, 15),
                                           .first = col_i64(q, 16),
                                           .review = col_date(q, 17),
                                           .reason = arena_text(arena, col_text(q, 18))};
    out.state = !date_is(out.decision.day) ? CREDITAPPLICATION_OPEN
                : out.decision.approved    ? CREDITAPPLICATION_APPROVED
                                           : CREDITAPPLICATION_REFUSED;
    return out;
}

enum err creditapplication_list(struct book *book, int64_t customer_id, struct arena *arena,
                                struct creditapplication **out, int *count)
{
    const char *list = NULL;
    int64_t room = 0;

    *count = 0;
    TRY(setting_text(book, "credit.checklist", arena, &list));
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM credit_application", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = customer_id ? db_sql(book->db, APPLICATION
                                          " WHERE a.customer_id" OF_CUSTOMER("$1") " ORDER BY a.id")
                                 : db_sql(book->db, APPLICATION " ORDER BY c.code, a.id");
    if (customer_id)
        bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = read_application(book, q, arena);
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(points_read(book, &(*out)[i], list, arena));
    return ERR_OK;
}

static enum err waiting_find(struct book *book, int64_t customer_id, struct arena *arena,
                             struct creditapplication *out, bool *is)
{
    struct creditapplication *list;
    int count;

    *is = false;
    TRY(creditapplication_list(book, customer_id, arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].state == CREDITAPPLICATION_OPEN) {
            *out = list[i];
            *is = true;
        }
    return ERR_OK;
}

enum err creditapplication_waiting(struct book *book, int64_t customer_id, struct arena *arena,
                                   struct creditapplication *out)
{
    bool is;

    TRY(waiting_find(book, customer_id, arena, out, &is));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING,
                     "no application of this customer waits; `credit-application add` makes one");
}

/* ---- written ---- */

enum err creditapplication_add(struct tx *tx, const struct creditapplication *application,
                               int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct creditapplication other;
    bool is;
    enum err e;

    /* look */
    TRY_OUT(waiting_find(book, application->customer_id, &arena, &other, &is));

    /* judge */
    if (is)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "application %lld of %s waits already; decide on it first",
                     (long long)other.id, other.customer));
    if (application->requested < 0)
        TRY_OUT(fail(book->note, ERR_INPUT, "a limit that is asked for is 0 or more"));

    /* write */
    const int64_t numbers[] = {tx->entry_id, application->customer_id, application->day.day,
                               application->requested};
    const char *const texts[] = {application->currency.code, application->referees,
                                 application->text};
    e = fact_write(tx, FACT_CREDIT_APPLICATION,
                   "INSERT INTO credit_application (entry_id, customer_id, day, requested,"
                   " currency, referees, text) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                   numbers, 4, texts, 3, id);
out:
    arena_done(&arena);
    return e;
}

/* The application with this id. */
static enum err by_id(struct book *book, int64_t id, struct arena *arena,
                      struct creditapplication *out)
{
    struct creditapplication *list;
    int64_t customer_id = 0;
    int count = 0;

    TRY(db_get(book->db, &customer_id, 0,
               "SELECT c.id FROM credit_application a" JOIN_STAYS("a") " WHERE a.id = $1", "i",
               id));
    if (customer_id)
        TRY(creditapplication_list(book, customer_id, arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].id == id) {
            *out = list[i];
            return ERR_OK;
        }
    return fail(book->note, ERR_MISSING,
                "there is no application %lld; `credit-application list` shows them",
                (long long)id);
}

static enum err waits_judge(struct book *book, const struct creditapplication *application)
{
    return application->state == CREDITAPPLICATION_OPEN
               ? ERR_OK
               : fail(book->note, ERR_CONFLICT, "application %lld of %s is decided already",
                      (long long)application->id, application->customer);
}

enum err creditapplication_check(struct tx *tx, int64_t id, const char *point, struct date day,
                                 const char *text)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct creditapplication application;
    const char *list = NULL;
    int64_t row;
    enum err e;

    /* look */
    TRY_OUT(by_id(book, id, &arena, &application));
    TRY_OUT(setting_text(book, "credit.checklist", &arena, &list));

    /* judge */
    TRY_OUT(waits_judge(book, &application));
    if (!is_among(list, point))
        TRY_OUT(fail(book->note, ERR_INPUT,
                     "%s is not on the check list: %s (setting credit.checklist)", point, list));
    if (is_among(application.checked, point))
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s was looked at already", point));

    /* write */
    const int64_t numbers[] = {tx->entry_id, id, day.day};
    const char *const texts[] = {point, text};
    e = fact_write(tx, FACT_CREDIT_CHECK,
                   "INSERT INTO credit_check (entry_id, application_id, day, point, text)"
                   " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                   numbers, 3, texts, 2, &row);
out:
    arena_done(&arena);
    return e;
}

static enum err decision_judge(struct book *book, const struct creditapplication *application,
                               const struct creditdecision *decision)
{
    TRY(waits_judge(book, application));
    if (!decision->approved && !decision->reason[0])
        return fail(book->note, ERR_INPUT, "a refusal needs a reason");
    if (decision->approved && application->missing[0] && !decision->reason[0])
        return fail(book->note, ERR_CONFLICT,
                    "not looked at yet: %s; do it with `credit-application check`, or say why not "
                    "with --reason",
                    application->missing);
    return ERR_OK;
}

enum err creditapplication_decide(struct tx *tx, const struct creditdecision *decision)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct creditapplication application;
    struct customer customer;
    int64_t row;
    enum err e;

    /* look and judge */
    TRY_OUT(by_id(book, decision->application_id, &arena, &application));
    TRY_OUT(decision_judge(book, &application, decision));

    /* write */
    const int64_t numbers[] = {tx->entry_id,
                               application.id,
                               decision->day.day,
                               decision->approved,
                               decision->limit,
                               decision->temporary,
                               day_number(decision->temporary_until),
                               decision->first,
                               day_number(decision->review)};
    const char *const texts[] = {decision->reason};
    TRY_OUT(fact_write(tx, FACT_CREDIT_DECISION,
                       "INSERT INTO credit_decision (entry_id, application_id, day, approved,"
                       " credit_limit, temporary, temporary_until, first_limit, review, reason)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                       numbers, 9, texts, 1, &row));
    if (!decision->approved)
        goto out;
    TRY_OUT(customer_get(book, application.customer_id, &arena, &customer));
    customer.credit_limit = decision->limit;
    customer.temporary_limit = decision->temporary;
    customer.temporary_until = decision->temporary_until;
    customer.first_limit = decision->first;
    e = customer_set(tx, &customer, DATE_NONE);
out:
    arena_done(&arena);
    return e;
}
