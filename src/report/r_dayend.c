#include "report/r_dayend.h"

#include "base/text.h"
#include "ledger/approval.h"
#include "ledger/control.h"
#include "ledger/dayacts.h"
#include "ledger/deposit.h"
#include "ledger/duty.h"
#include "ledger/journal.h"
#include "ledger/monthend.h"
#include "ledger/proof.h"
#include "ledger/receipts.h"

#include <string.h>

enum part { RECEIVABLES, MONEY, DEPOSITS, PAPERS, APPLIED, ADJUSTED, APPROVALS, DUTIES, PARTS };

static const struct {
    const char *word, *title, *none;
} parts[PARTS] = {
    [RECEIVABLES] = {"receivables", "What is owed to us", ""},
    [MONEY] = {"money", "Money", "No money came."},
    [DEPOSITS] = {"deposits", "Deposits", "Nothing was deposited."},
    [PAPERS] = {"papers", "Papers", "No paper was made."},
    [APPLIED] = {"applied", "Applied", "Nothing was applied."},
    [ADJUSTED] = {"adjusted", "Let go, adjusted, taken back",
                  "Nothing was written off, adjusted or taken back."},
    [APPROVALS] = {"approvals", "Waits for an approval", "Nothing waits for an approval."},
    [DUTIES] = {"duties", "One person alone", "Nobody did alone what two should do."},
};

struct dayline {
    enum part part;
    const char *what, *user;
    int64_t count; /* 0 = none is told */
    struct money amount;
    char mark;
};

struct dayend {
    struct book *book;
    struct arena *arena;
    struct date day;
    struct dayline *lines;
    int count, room;
    int64_t moves[MOVES];
    struct set_back set_back;
    struct entry head; /* the last one */
};

static struct dayline *line_add(struct dayend *end, enum part part, const char *what,
                                const char *user, int64_t count, struct money amount)
{
    end->lines = arena_grow(end->arena, end->lines, end->count, &end->room, sizeof *end->lines);
    struct dayline *line = &end->lines[end->count++];
    *line = (struct dayline){.part = part,
                             .what = what,
                             .user = arena_text(end->arena, user),
                             .count = count,
                             .amount = amount,
                             .mark = ' '};
    return line;
}

static struct money base_of(const struct dayend *end, int64_t minor)
{
    return money_of(minor, book_currency(end->book));
}

/* ---- what is owed to us ---- */

static enum err move_take(void *self, const struct move_row *row)
{
    struct dayend *end = self;

    return amount_add(end->moves[row->move], row->base, &end->moves[row->move]);
}

static enum err receivables_read(struct dayend *end)
{
    static const char *const titles[] = {
#define X(name, word, title) title,
        MOVE_LIST(X)
#undef X
    };
    struct proof_line before, after;

    TRY(proof_control(end->book, date_add(end->day, -1), &before));
    TRY(proof_control(end->book, end->day, &after));
    TRY(moves_each(end->book, end->day, end->day, 0, move_take, end));
    int64_t sum = before.subledger, gap;
    line_add(end, RECEIVABLES, "Opening", "", 0, base_of(end, before.subledger));
    for (int k = 0; k < MOVES; k++) {
        TRY(amount_add(sum, end->moves[k], &sum));
        if (end->moves[k])
            line_add(end, RECEIVABLES, titles[k], "", 0, base_of(end, end->moves[k]));
    }
    struct dayline *line =
        line_add(end, RECEIVABLES, "Closing", "", 0, base_of(end, after.subledger));
    line->mark = sum == after.subledger ? ' ' : '!';
    line_add(end, RECEIVABLES, "Control account", "", 0, base_of(end, after.control));
    TRY(amount_sub(after.subledger, after.control, &gap));
    line = line_add(end, RECEIVABLES, "Difference", "", 0, base_of(end, gap));
    line->mark = gap ? '!' : ' ';
    return ERR_OK;
}

/* ---- money ---- */

/* A method's receipts in one currency are one line, what went back of them another. */
static enum err receipt_take(void *self, const struct receipt_line *receipt)
{
    struct dayend *end = self;
    const char *word = payment_method_word(receipt->method);
    const char *what =
        receipt->kind == DOCUMENT_PAYMENT ? word : arena_format(end->arena, "%s, went back", word);
    struct dayline *line = NULL;

    for (int i = 0; i < end->count && !line; i++)
        if (end->lines[i].part == MONEY && strcmp(end->lines[i].what, what) == 0 &&
            currency_is(end->lines[i].amount.currency, receipt->amount.currency))
            line = &end->lines[i];
    if (!line)
        line = line_add(end, MONEY, what, "", 0, money_of(0, receipt->amount.currency));
    line->count++;
    return amount_add(line->amount.minor, receipt->amount.minor, &line->amount.minor);
}

static enum err deposit_take(void *self, const struct deposit *deposit)
{
    struct dayend *end = self;

    line_add(end, DEPOSITS,
             arena_format(end->arena, "%s %s%s", deposit->number, deposit->bank_name,
                          *deposit->voided ? ", taken back" : ""),
             "", deposit->count, deposit->total);
    return ERR_OK;
}

/* ---- papers and what was let go ---- */

/* A kind of paper in full words, where its short word is none that one says. */
static const char *kind_said(enum document_kind kind)
{
    switch (kind) {
    case DOCUMENT_FX: return "exchange difference";
    case DOCUMENT_WRITEOFF: return "write-off";
    case DOCUMENT_RELIEF: return "tax relief";
    case DOCUMENT_CASHTAX: return "cash-basis tax";
    case DOCUMENT_BANKENTRY: return "bank entry";
    default: return document_kind_word(kind);
    }
}

/* "exchange difference taken back", "void of an invoice" */
static const char *back_said(struct dayend *end, const struct dayact *act)
{
    const char *taken = kind_said(act->taken);

    if (!act->kind)
        return "taken back";
    if (act->kind == DOCUMENT_CONTRA)
        return arena_format(end->arena, "%s taken back", taken);
    return arena_format(end->arena, "%s of %s %s", kind_said(act->kind), text_article(taken),
                        taken);
}

static enum err act_take(void *self, const struct dayact *act)
{
    struct dayend *end = self;
    enum part part = ADJUSTED;
    const char *what = act->kind ? kind_said(act->kind) : "applied";

    if (act->kind == DOCUMENT_PAYMENT || act->kind == DOCUMENT_DEPOSIT)
        return ERR_OK; /* told above */
    if (act->kind == DOCUMENT_INVOICE || act->kind == DOCUMENT_CREDIT ||
        act->kind == DOCUMENT_DEBIT || act->kind == DOCUMENT_CHARGE)
        part = PAPERS;
    if (!act->kind)
        part = APPLIED;
    if (act->back)
        what = back_said(end, act);
    line_add(end, part, what, act->actor, act->count, base_of(end, act->base));
    return ERR_OK;
}

static enum err approvals_read(struct dayend *end)
{
    const struct approval_query query = {.open = true, .to = DATE_NONE};
    struct approval *list;
    int count;

    TRY(approval_list(end->book, &query, end->arena, &list, &count));
    for (int i = 0; i < count; i++)
        line_add(end, APPROVALS,
                 arena_format(end->arena, "%s %s%s%s", list[i].number, list[i].customer,
                              *list[i].document ? " " : "", list[i].document),
                 list[i].maker, 1, base_of(end, list[i].base));
    return ERR_OK;
}

static enum err duty_take(void *self, const struct duty_case *one)
{
    struct dayend *end = self;

    line_add(end, DUTIES,
             arena_format(end->arena, "%s%s%s", one->document ? one->document : "",
                          one->document && *one->document ? ": " : "", one->words),
             one->user, 1, base_of(end, one->base))
        ->mark = '!';
    return ERR_OK;
}

static enum err dayend_read(struct dayend *end)
{
    TRY(receivables_read(end));
    TRY(receipts_each(end->book, end->day, end->day, 0, NULL, receipt_take, end));
    TRY(deposits_each(end->book, end->day, end->day, NULL, deposit_take, end));
    TRY(dayacts_each(end->book, end->day, act_take, end));
    TRY(approvals_read(end));
    TRY(duty_each(end->book, end->day, end->day, duty_take, end));
    TRY(journal_set_back(end->book, end->day, &end->set_back));
    return journal_head(end->book, &end->head, end->arena); /* as the sheet is made */
}

/* ---- as a table ---- */

static const struct column columns[] = {
    {.name = "part", .title = "Part", .kind = CELL_CODE},
    {.name = "what", .title = "What", .kind = CELL_TEXT, .width = 20},
    {.name = "user", .title = "User", .kind = CELL_CODE, .worth = 1},
    {.name = "count", .title = "Count", .kind = CELL_INT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static const char *subtitle_of(const struct dayend *end)
{
    char day[DATE_TEXT];

    return arena_format(end->arena, "posted on %s, in %s", date_iso(end->day, day),
                        book_currency(end->book).code);
}

/* "journal entry 1204, head 5f3a..." */
static const char *head_of(const struct dayend *end)
{
    char hash[HASH_TEXT];

    return arena_format(end->arena, "journal entry %lld, head %s", (long long)end->head.id,
                        hash_hex(&end->head.hash, hash));
}

/* NULL = nobody set the clock back. */
static const char *clock_of(const struct dayend *end)
{
    char moment[MOMENT_TEXT], before[MOMENT_TEXT];

    return end->set_back.id
               ? arena_format(end->arena,
                              "the clock was set back: entry %lld was made at %.16s UTC, the one "
                              "before it at %.16s",
                              (long long)end->set_back.id, moment_iso(end->set_back.moment, moment),
                              moment_iso(end->set_back.before, before))
               : NULL;
}

static enum err line_row(const struct dayline *line, int n, struct sink *sink)
{
    const struct cell cells[COLUMNS] = {cell_code(parts[line->part].word),
                                        cell_text(line->what),
                                        cell_code(line->user),
                                        line->count ? cell_int(line->count) : cell_none(),
                                        cell_code(line->amount.currency.code),
                                        cell_money(line->amount)};

    return sink_row(sink, n, line->mark, cells);
}

enum err dayend_table(struct book *book, struct date day, struct sink *sink)
{
    struct arena arena = {0};
    struct dayend end = {.book = book, .arena = &arena, .day = day};
    enum err e;

    TRY_OUT(dayend_read(&end));
    const struct table_head head = {"End of the day", subtitle_of(&end), columns, COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < end.count; i++)
        TRY_OUT(line_row(&end.lines[i], i + 1, sink));
    const char *clock = clock_of(&end);
    e = sink->foot(sink->self,
                   clock ? arena_format(&arena, "%s; %s", clock, head_of(&end)) : head_of(&end));
out:
    arena_done(&arena);
    return e;
}

/* ---- as a sheet ---- */

static enum err part_write(const struct dayend *end, enum part part, struct page *page)
{
    const struct table_head head = {NULL, NULL, columns + 1, COLUMNS - 1};
    int n = 0;

    if (part)
        page_space(page);
    page_heading(page, 2, parts[part].title);
    for (int i = 0; i < end->count; i++)
        n += end->lines[i].part == part;
    if (n == 0) {
        page_text(page, parts[part].none);
        return ERR_OK;
    }
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < end->count; i++) {
        const struct dayline *line = &end->lines[i];
        if (line->part != part)
            continue;
        const struct cell cells[COLUMNS - 1] = {cell_text(line->what), cell_code(line->user),
                                                line->count ? cell_int(line->count) : cell_none(),
                                                cell_code(line->amount.currency.code),
                                                cell_money(line->amount)};
        TRY(sink_row(&sink, i + 1, line->mark, cells));
    }
    return sink.foot(sink.self, NULL);
}

enum err dayend_page(struct book *book, struct date day, struct page *page)
{
    struct dayend end = {.book = book, .arena = &page->arena, .day = day};

    TRY(dayend_read(&end));
    page->title = arena_format(&page->arena, "%s: end of the day", book_company(book));
    page->subtitle = subtitle_of(&end);
    page->sheet.foot = arena_format(&page->arena, "%s  %s", book_company(book), head_of(&end));
    for (int part = 0; part < PARTS; part++)
        TRY(part_write(&end, (enum part)part, page));
    page_rule(page);
    const char *clock = clock_of(&end);
    if (clock)
        page_text(page, clock);
    page_text(page, head_of(&end));
    return ERR_OK;
}
