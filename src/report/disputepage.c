#include "report/disputepage.h"

#include "ledger/attachment.h"
#include "ledger/contact.h"
#include "ledger/disputereason.h"
#include "ledger/disputestep.h"
#include "report/letterhead.h"

#include <stdio.h>
#include <string.h>

static const char *shown(struct page *page, int64_t minor, struct currency currency)
{
    return letter_money(&page->arena, money_of(minor, currency));
}

/* "PRICE, price is not as agreed" */
static const char *coded(struct page *page, const char *code, const char *name, bool is)
{
    return is ? arena_format(&page->arena, "%s, %s", code, name) : code;
}

static enum err what_add(struct book *book, const struct dispute *d, struct page *page)
{
    struct dispute_reason reason;
    bool is = false;

    TRY(dispute_reason_get(book, d->reason, &page->arena, &reason, &is));
    page_pair(page, "Customer", arena_format(&page->arena, "%s  %s", d->customer, d->name));
    page_pair(page, "Document", d->number);
    page_pair(page, "Reason", coded(page, d->reason, is ? reason.name : "", is));
    if (*d->text)
        page_pair(page, "What is said", d->text);
    page_pair(page, "Disputed", shown(page, d->amount, d->currency));
    if (is)
        page_pair(page, "Meanwhile",
                  arena_format(&page->arena, "dunning %s, late interest %s, %s the credit limit",
                               reason.stops_dunning ? "stops" : "goes on",
                               reason.stops_interest ? "stops" : "goes on",
                               reason.spares_credit ? "not counted against" : "counted against"));
    return ERR_OK;
}

static void stand_add(struct book *book, const struct dispute *d, struct page *page)
{
    const struct date today = book_today(book);

    page_pair(page, "Status", dispute_status_word(d->status));
    page_pair(page, "Owner", d->owner);
    page_pair(page, "Opened",
              date_is(d->closed)
                  ? letter_day(&page->arena, d->opened)
                  : arena_format(&page->arena, "%s, %d days ago",
                                 letter_day(&page->arena, d->opened), today.day - d->opened.day));
    if (date_is(d->due))
        page_pair(page, "Due",
                  !date_is(d->closed) && d->due.day < today.day
                      ? arena_format(&page->arena, "%s, %d days over",
                                     letter_day(&page->arena, d->due), today.day - d->due.day)
                      : letter_day(&page->arena, d->due));
    if (d->level)
        page_pair(page, "Gone higher",
                  d->level == 1 ? "once" : arena_format(&page->arena, "%d times", d->level));
    if (!date_is(d->closed) && date_is(d->escalate))
        page_pair(page, "Goes higher",
                  arena_format(&page->arena, "from %s on%s", letter_day(&page->arena, d->escalate),
                               d->escalate.day <= today.day ? ": now" : ""));
}

static enum err item_add(struct book *book, const struct dispute *d, struct page *page)
{
    struct item item;
    int64_t disputed = 0;

    TRY(item_get(book, d->item_id, &page->arena, &item));
    TRY(item_disputed(book, item.id, book_today(book), item.open, &disputed));
    page_space(page);
    page_heading(page, 2, "What is owed");
    page_pair(page, "Instalment",
              arena_format(&page->arena, "%d of %s, due %s", item.seq, item.number,
                           letter_day(&page->arena, item.due)));
    page_pair(page, "Amount", shown(page, item.amount, item.currency));
    page_pair(page, "Open", shown(page, item.open, item.currency));
    page_pair(page, "In dispute", shown(page, disputed, item.currency));
    page_pair(page, "Undisputed", shown(page, item.open - disputed, item.currency));
    return ERR_OK;
}

static enum err end_add(struct book *book, const struct dispute *d, struct page *page)
{
    struct dispute_cause cause;
    bool is = false;

    if (!date_is(d->closed))
        return ERR_OK;
    TRY(dispute_cause_get(book, d->cause, &page->arena, &cause, &is));
    page_space(page);
    page_heading(page, 2, "What came of it");
    page_pair(page, "Closed",
              arena_format(&page->arena, "%s, after %d days", letter_day(&page->arena, d->closed),
                           d->closed.day - d->opened.day));
    page_pair(page, "Resolution", d->resolution);
    if (*d->paper)
        page_pair(page, "Paper",
                  arena_format(&page->arena, "%s, %s of it taken off", d->paper,
                               shown(page, d->taken_off, d->currency)));
    page_pair(page, "Root cause", coded(page, d->cause, is ? cause.name : "", is));
    return ERR_OK;
}

/* ---- history -------------------------------------------------------------------------------- */

static const struct column step_columns[] = {
    {.name = "moment", .title = "Moment", .kind = CELL_MOMENT},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 2},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 1},
    {.name = "what", .title = "What", .kind = CELL_TEXT},
    {.name = "text", .title = "Words", .kind = CELL_TEXT},
};

static const char *step_words(struct page *page, const struct dispute_step *step)
{
    switch (step->kind) {
    case DISPUTE_STEP_OPENED:
        return arena_format(&page->arena, "opened, of %s, due %s", step->owner,
                            letter_day(&page->arena, step->due));
    case DISPUTE_STEP_STATUS: return dispute_status_word(step->status);
    case DISPUTE_STEP_ASSIGNED: return arena_format(&page->arena, "to %s", step->owner);
    case DISPUTE_STEP_DUE:
        return arena_format(&page->arena, "due %s", letter_day(&page->arena, step->due));
    case DISPUTE_STEP_ESCALATED:
        return arena_format(&page->arena, "gone higher, to %s", step->owner);
    case DISPUTE_STEP_NOTE: return "note";
    case DISPUTE_STEP_CLOSED: return "closed";
    }
    return "";
}

static enum err history_add(struct book *book, const struct dispute *d, struct page *page)
{
    const struct table_head head = {"History", NULL, step_columns,
                                    sizeof step_columns / sizeof step_columns[0]};
    struct dispute_step *steps;
    int count;

    TRY(dispute_steps(book, d->id, &page->arena, &steps, &count));
    page_space(page);
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_number(CELL_MOMENT, steps[i].moment),
                                     cell_date(steps[i].day), cell_code(steps[i].actor),
                                     cell_text(step_words(page, &steps[i])),
                                     cell_text(steps[i].text)};
        TRY(sink_row(&sink, steps[i].id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

/* ---- contacts and attachments --------------------------------------------------------------- */

static const struct column contact_columns[] = {
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "person", .title = "Person", .kind = CELL_TEXT, .worth = 1},
    {.name = "text", .title = "What was said", .kind = CELL_TEXT},
};
static const struct column file_columns[] = {
    {.name = "attachment", .title = "No.", .kind = CELL_INT},
    {.name = "path", .title = "File", .kind = CELL_TEXT},
    {.name = "text", .title = "What it is", .kind = CELL_TEXT},
};

/* A table that is made with its first row. */
struct beside {
    const struct dispute *dispute;
    struct page *page;
    struct sink sink;
    bool begun;
};

static enum err begin(struct beside *beside, const char *title, const struct column *columns,
                      int count)
{
    const struct table_head head = {title, NULL, columns, count};

    if (beside->begun)
        return ERR_OK;
    beside->begun = true;
    page_space(beside->page);
    beside->sink = table_sink(page_table(beside->page));
    return beside->sink.head(beside->sink.self, &head);
}

static enum err end(struct beside *beside)
{
    return beside->begun ? beside->sink.foot(beside->sink.self, NULL) : ERR_OK;
}

/* Contacts about the paper, and the enquiry that became the case. */
static enum err contact_row(void *self, const struct contact *contact)
{
    struct beside *beside = self;

    if (contact->document_id != beside->dispute->document_id &&
        contact->dispute_id != beside->dispute->id)
        return ERR_OK;
    TRY(begin(beside, "Contacts", contact_columns, 4));
    const struct cell cells[] = {cell_date(contact->day),
                                 cell_code(contact_kind_words[contact->kind]),
                                 cell_text(contact->person), cell_text(contact->text)};
    return sink_row(&beside->sink, contact->id, ' ', cells);
}

static enum err file_row(void *self, const struct attachment *file)
{
    struct beside *beside = self;

    if (file->document_id != beside->dispute->document_id)
        return ERR_OK;
    TRY(begin(beside, "Attachments", file_columns, 3));
    const struct cell cells[] = {cell_int(file->id), cell_text(file->path), cell_text(file->text)};
    return sink_row(&beside->sink, file->id, ' ', cells);
}

enum err disputepage_make(struct book *book, int64_t dispute_id, struct page *page)
{
    struct dispute d;

    TRY(dispute_get(book, dispute_id, &page->arena, &d));
    page->title = arena_format(&page->arena, "Dispute %lld on %s", (long long)d.id, d.number);
    TRY(what_add(book, &d, page));
    page_space(page);
    stand_add(book, &d, page);
    TRY(item_add(book, &d, page));
    TRY(end_add(book, &d, page));
    TRY(history_add(book, &d, page));
    const struct contact_query query = {
        .customer_id = d.customer_id, .from = DATE_NONE, .to = DATE_NONE, .kind = -1};
    struct beside contacts = {.dispute = &d, .page = page}, files = {.dispute = &d, .page = page};
    TRY(contacts_each(book, &query, contact_row, &contacts));
    TRY(end(&contacts));
    TRY(attachments_each(book, d.customer_id, file_row, &files));
    return end(&files);
}
