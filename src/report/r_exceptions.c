#include "report/r_exceptions.h"

#include "base/arena.h"
#include "ledger/approval.h"
#include "ledger/dispute.h"
#include "ledger/duty.h"
#include "ledger/promise.h"
#include "ledger/setting.h"
#include "ledger/stray.h"
#include "ledger/waiting.h"

#include <stdlib.h>
#include <string.h>

#define ALONE_DAYS 30 /* that duties are looked back */

/*    kind, word, what it says */
#define EXCEPTIONS(X)                                                                              \
    X(UNIDENTIFIED, "unidentified", "money of nobody known")                                       \
    X(UNAPPLIED, "unapplied", "money that is paid against nothing")                                \
    X(POSTDATED, "post-dated due", "its day has come, and it is not at the bank")                  \
    X(CREDIT, "credit", "a credit memo that names no invoice and no reference")                    \
    X(BANKLINE, "bank line", "matched with nothing")                                               \
    X(APPROVAL, "approval", "waits for somebody else")                                             \
    X(ALONE, "without approval", "")                                                               \
    X(DISPUTE, "dispute overdue", "to be decided by then")                                         \
    X(PROMISE, "promise broken", "promised for then, and it did not come")
enum exception_kind {
#define X(kind, word, what) EXCEPTION_##kind,
    EXCEPTIONS(X)
#undef X
};
static const char *const words[] = {
#define X(kind, word, what) word,
    EXCEPTIONS(X)
#undef X
};
static const char *const whats[] = {
#define X(kind, word, what) what,
    EXCEPTIONS(X)
#undef X
};

struct exception {
    enum exception_kind kind;
    const char *what, *customer, *document, *who; /* what NULL = as its kind says */
    struct date since;
    struct money amount; /* currency.code "" = none */
    int64_t id;
};
struct exceptions {
    struct book *book;
    struct date today;
    int unapplied_days;
    struct arena arena;
    struct exception *rows;
    size_t count, room;
};

/* A copy with texts of its own; a day that is not there is today. */
static void add(struct exceptions *x, const struct exception *one)
{
    if (x->count == x->room) {
        x->room = x->room * 2 + 256;
        x->rows = mem_resize(x->rows, x->room, sizeof *x->rows);
    }
    struct exception *row = &x->rows[x->count++];
    *row = *one;
    row->what = arena_text(&x->arena, one->what ? one->what : whats[one->kind]);
    row->customer = arena_text(&x->arena, one->customer ? one->customer : "");
    row->document = arena_text(&x->arena, one->document ? one->document : "");
    row->who = arena_text(&x->arena, one->who ? one->who : "");
    if (!date_is(row->since))
        row->since = x->today;
}

/* ---- the kinds ---- */

static enum err waiting_take(void *self, const struct waiting *waiting)
{
    struct exceptions *x = self;
    const char *who = "";

    if (waiting->customer_id &&
        (waiting->keep == KEEP_ON_ACCOUNT || x->today.day - waiting->came.day <= x->unapplied_days))
        return ERR_OK;
    TRY(stray_maker(x->book, waiting->payment_id, &x->arena, &who));
    add(x, &(struct exception){
               .kind = waiting->customer_id ? EXCEPTION_UNAPPLIED : EXCEPTION_UNIDENTIFIED,
               .what = *waiting->payer
                           ? arena_format(&x->arena, "%s, from %s",
                                          whats[waiting->customer_id ? EXCEPTION_UNAPPLIED
                                                                     : EXCEPTION_UNIDENTIFIED],
                                          waiting->payer)
                           : NULL,
               .customer = waiting->customer,
               .document = waiting->number,
               .who = who,
               .since = waiting->came,
               .amount = waiting->open,
               .id = waiting->payment_id});
    return ERR_OK;
}

static enum err stray_take(void *self, const struct stray *stray)
{
    static const enum exception_kind kinds[] = {[STRAY_POSTDATED] = EXCEPTION_POSTDATED,
                                                [STRAY_CREDIT] = EXCEPTION_CREDIT,
                                                [STRAY_BANKLINE] = EXCEPTION_BANKLINE};
    struct exceptions *x = self;
    const enum exception_kind kind = kinds[stray->kind];

    add(x, &(struct exception){
               .kind = kind,
               .what = *stray->text && kind == EXCEPTION_BANKLINE
                           ? arena_format(&x->arena, "%s, %s", whats[kind], stray->text)
                           : NULL,
               .customer = stray->customer,
               .document = kind == EXCEPTION_BANKLINE
                               ? arena_format(&x->arena, "line %lld", (long long)stray->document_id)
                               : stray->document,
               .who = stray->actor,
               .since = stray->since,
               .amount = money_of(stray->amount, stray->currency),
               .id = stray->document_id});
    return ERR_OK;
}

static enum err approvals_take(struct exceptions *x)
{
    const struct approval_query query = {.open = true, .to = DATE_NONE};
    struct approval *rows;
    int count;

    TRY(approval_list(x->book, &query, &x->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        add(x,
            &(struct exception){
                .kind = EXCEPTION_APPROVAL,
                .what = arena_format(&x->arena, "%s: %s", rows[i].number,
                                     *rows[i].reason ? rows[i].reason : whats[EXCEPTION_APPROVAL]),
                .customer = rows[i].customer,
                .document = rows[i].document,
                .who = rows[i].maker,
                .since = moment_date(rows[i].moment),
                .amount = rows[i].amount,
                .id = rows[i].document_id});
    return ERR_OK;
}

static enum err duty_take(void *self, const struct duty_case *one)
{
    struct exceptions *x = self;

    add(x, &(struct exception){.kind = EXCEPTION_ALONE,
                               .what = one->words,
                               .customer = one->customer,
                               .document = one->document,
                               .who = one->user,
                               .since = one->day,
                               .amount = one->base ? money_of(one->base, book_currency(x->book))
                                                   : (struct money){.minor = 0}});
    return ERR_OK;
}

static enum err disputes_take(struct exceptions *x)
{
    struct dispute *rows;
    int count;

    TRY(dispute_list(x->book, 0, true, &x->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (date_is(rows[i].due) && rows[i].due.day < x->today.day)
            add(x, &(struct exception){
                       .kind = EXCEPTION_DISPUTE,
                       .what = arena_format(&x->arena, "%s, to be decided by then", rows[i].reason),
                       .customer = rows[i].customer,
                       .document = rows[i].number,
                       .who = rows[i].owner,
                       .since = rows[i].due,
                       .amount = money_of(rows[i].amount, rows[i].currency),
                       .id = rows[i].document_id});
    return ERR_OK;
}

static enum err promises_take(struct exceptions *x)
{
    struct promise *rows;
    int count;

    TRY(promise_list(x->book, 0, x->today, &x->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (rows[i].state == PROMISE_BROKEN && rows[i].part_count)
            add(x, &(struct exception){
                       .kind = EXCEPTION_PROMISE,
                       .customer = rows[i].customer,
                       .who = rows[i].actor,
                       .since = rows[i].parts[rows[i].part_count - 1].day,
                       .amount = money_of(rows[i].amount - rows[i].cash, rows[i].currency)});
    return ERR_OK;
}

static enum err exceptions_read(struct exceptions *x)
{
    const struct waiting_query waiting = {.from = DATE_NONE, .to = DATE_NONE};

    x->today = book_today(x->book);
    x->unapplied_days = (int)setting_int(x->book, "unapplied.days");
    TRY(waiting_each(x->book, &waiting, waiting_take, x));
    TRY(stray_each(x->book, x->today, x->unapplied_days, stray_take, x));
    TRY(approvals_take(x));
    TRY(duty_each(x->book, date_add(x->today, -ALONE_DAYS), x->today, duty_take, x));
    TRY(disputes_take(x));
    return promises_take(x);
}

/* ---- the table ---- */

static int exception_cmp(const void *a, const void *b)
{
    const struct exception *x = a, *y = b;

    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->since.day != y->since.day)
        return x->since.day < y->since.day ? -1 : 1;
    const int document = strcmp(x->document, y->document);
    return document ? document : strcmp(x->customer, y->customer);
}

static enum err rows_put(struct exceptions *x, struct sink *sink)
{
    static const struct column columns[] = {
        {.name = "kind", .title = "Kind", .kind = CELL_CODE},
        {.name = "what", .title = "What", .kind = CELL_TEXT, .worth = 2, .width = 16},
        {.name = "customer", .title = "Customer", .kind = CELL_CODE},
        {.name = "document", .title = "Document", .kind = CELL_CODE},
        {.name = "since", .title = "Since", .kind = CELL_DATE},
        {.name = "days", .title = "Days", .kind = CELL_INT, .worth = 1},
        {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
        {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
        {.name = "who", .title = "Who", .kind = CELL_CODE},
    };
    char day[DATE_TEXT];
    const struct table_head head = {"Exceptions",
                                    arena_format(&x->arena, "on %s", date_iso(x->today, day)),
                                    columns, sizeof columns / sizeof columns[0]};

    if (x->count)
        qsort(x->rows, x->count, sizeof *x->rows, exception_cmp);
    TRY(sink->head(sink->self, &head));
    for (size_t i = 0; i < x->count; i++) {
        const struct exception *row = &x->rows[i];
        const bool sum = row->amount.currency.code[0] != 0;
        const struct cell cells[] = {cell_code(words[row->kind]),
                                     cell_text(row->what),
                                     cell_code(row->customer),
                                     cell_code(row->document),
                                     cell_date(row->since),
                                     cell_int(x->today.day - row->since.day),
                                     sum ? cell_code(row->amount.currency.code) : cell_none(),
                                     sum ? cell_money(row->amount) : cell_none(),
                                     cell_code(row->who)};
        TRY(sink_row(sink, row->id, '!', cells));
    }
    return sink->foot(sink->self, x->count ? "The same money may stand in several lines: no total."
                                           : "There is nothing to look at.");
}

enum err exceptions_table(struct book *book, struct sink *sink)
{
    struct exceptions x = {.book = book};
    enum err e = exceptions_read(&x);

    if (e == ERR_OK)
        e = rows_put(&x, sink);
    free(x.rows);
    arena_done(&x.arena);
    return e;
}
