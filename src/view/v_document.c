/* v_document: one document whole: the paper, what it was applied with, what was posted, and the
 * journal entry that made it. */
#include "base/text.h"
#include "ledger/application.h"
#include "ledger/book.h"
#include "ledger/deposit.h"
#include "ledger/journal.h"
#include "view/acts.h"
#include "view/views.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct paper {
    int64_t id, entry_id, reverses_id, reversed_by, related_id;
    const char *number, *customer; /* in view->arena */
    enum document_kind kind;
    int64_t open;
};

/* "INV-1", "ACME/INV-1", or "#12" by id. */
static enum err document_read(struct view *view, struct document *out)
{
    struct book *book = view->desk->book;
    unsigned all = ~0u;

    if (view->about[0] == '#')
        return document_get(book, strtoll(view->about + 1, NULL, 10), &view->arena, out);
    enum err e = document_find(book, view->about, 0, &view->arena, out);
    /* what no clerk wrote has a number too */
    return e == ERR_MISSING ? document_find(book, view->about, all, &view->arena, out) : e;
}

static const char *named(const struct view *view, const struct document *doc, struct arena *arena)
{
    struct document found;

    if (*doc->customer && document_find(view->desk->book, doc->number, 0, arena, &found) != ERR_OK)
        return arena_format(arena, "%s/%s", doc->customer, doc->number);
    return doc->number;
}

static const char *show_line(struct view *view, const struct document *doc)
{
    struct arena *arena = &view->arena;
    const char *name = desk_word_quoted(named(view, doc, arena), arena);

    switch (doc->kind) {
    case DOCUMENT_INVOICE:
    case DOCUMENT_DEBIT:
    case DOCUMENT_CHARGE: return arena_format(arena, "invoice show %s", name);
    case DOCUMENT_CREDIT: return arena_format(arena, "credit show %s", name);
    case DOCUMENT_PAYMENT: return arena_format(arena, "payment show %s", name);
    case DOCUMENT_DEPOSIT: return arena_format(arena, "deposit show %s", name);
    default: return NULL;
    }
}

static const char *amount(struct view *view, struct money money)
{
    char text[MONEY_TEXT];

    return arena_format(&view->arena, "%s %s",
                        money_show(money, &view->desk->session->notation, text),
                        money.currency.code);
}

/* The head of a document that has no paper of its own. */
static void plain_head(struct view *view, const struct document *doc)
{
    char day[DATE_TEXT];
    struct page *page = &view->page;

    page->title = arena_format(&page->arena, "%s %s", document_kind_word(doc->kind), doc->number);
    if (*doc->customer)
        page_pair(page, "Customer", doc->customer);
    page_pair(page, "Date", date_iso(doc->effective, day));
    page_pair(page, "Amount", amount(view, doc->total));
    if (doc->reason && *doc->reason)
        page_pair(page, "Reason", doc->reason);
    if (doc->reference && *doc->reference)
        page_pair(page, "Reference", doc->reference);
}

static const struct column posting_columns[] = {
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "debit", .title = "Debit", .kind = CELL_MONEY},
    {.name = "credit", .title = "Credit", .kind = CELL_MONEY},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .worth = 1},
};

static enum err postings_add(struct view *view, const struct document *doc)
{
    struct book *book = view->desk->book;
    const struct table_head head = {NULL, NULL, posting_columns,
                                    sizeof posting_columns / sizeof *posting_columns};
    struct posting *postings;
    int count;

    TRY(document_postings(book, doc->id, &view->arena, &postings, &count));
    page_heading(&view->page, 2, "General ledger");
    struct sink sink = table_sink(page_table(&view->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        struct account account;
        int64_t minor = postings[i].amount;
        TRY(account_get(book, postings[i].account_id, &view->arena, &account));
        const struct cell cells[] = {
            cell_code(account.code), cell_text(account.name),
            minor > 0 ? cell_money(money_of(minor, doc->currency)) : cell_none(),
            minor < 0 ? cell_money(money_of(-minor, doc->currency)) : cell_none(),
            cell_money(money_of(postings[i].base, book_currency(book)))};
        TRY(sink_row(&sink, 0, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err entry_add(struct view *view, const struct document *doc)
{
    char moment[MOMENT_TEXT];
    struct page *page = &view->page;
    struct entry entry;

    TRY(journal_get(view->desk->book, doc->entry_id, &view->arena, &entry));
    page_heading(page, 2, "Journal");
    page_pair(page, "Entry", arena_format(&page->arena, "%" PRId64, entry.id));
    page_pair(page, "Recorded", arena_text(&page->arena, moment_iso(entry.moment, moment)));
    page_pair(page, "By", entry.actor);
    page_pair(page, "Command", entry.command && *entry.command ? entry.command : "(erased)");
    return ERR_OK;
}

static enum err relation_add(struct view *view, const char *label, int64_t id)
{
    struct document other;

    if (!id)
        return ERR_OK;
    TRY(document_get(view->desk->book, id, &view->arena, &other));
    page_pair(
        &view->page, label,
        arena_format(&view->page.arena, "%s %s", document_kind_word(other.kind), other.number));
    return ERR_OK;
}

static enum err open_read(struct view *view, struct paper *paper)
{
    struct item *items;
    int count;

    TRY(items_of_document(view->desk->book, paper->id, &view->arena, &items, &count));
    for (int i = 0; i < count; i++)
        paper->open += items[i].open;
    return ERR_OK;
}

static enum err load(struct view *view)
{
    struct paper *paper = view->state;
    struct document doc;

    TRY(document_read(view, &doc));
    *paper = (struct paper){doc.id,          doc.entry_id,   doc.reverses_id,
                            doc.reversed_by, doc.related_id, doc.number,
                            doc.customer,    doc.kind,       0};
    TRY(open_read(view, paper));
    const char *line = show_line(view, &doc);
    if (line)
        TRY(view_command_run(view, line));
    else
        plain_head(view, &doc);
    TRY(relation_add(view, "Reverses", doc.reverses_id));
    TRY(relation_add(view, "Reversed by", doc.reversed_by));
    TRY(relation_add(view, "Belongs to", doc.related_id));
    TRY(postings_add(view, &doc));
    TRY(entry_add(view, &doc));
    view->where = arena_format(&view->arena, "%s %s%s", document_kind_word(doc.kind), doc.number,
                               doc.reversed_by ? "   REVERSED" : "");
    view->means = arena_format(&view->arena, "%s%s%s", doc.customer, *doc.customer ? "   " : "",
                               amount(view, doc.total));
    return ERR_OK;
}

static const char *twin(struct view *view)
{
    struct document doc;

    return document_read(view, &doc) == ERR_OK ? show_line(view, &doc) : NULL;
}

static void subject(struct view *view, struct subject *out)
{
    const struct paper *paper = view->state;

    out->customer = paper->customer && *paper->customer ? paper->customer : NULL;
    out->document = paper->number;
    out->kind = document_kind_word(paper->kind);
    out->posted = true;
}

/* ---- what hangs together with it ---- */

#define RELATED_MAX 200

struct related {
    struct view *view;
    struct choice *choices; /* id: place in `go` */
    const char **go;
    size_t count;
};

static void related_add(struct related *related, const char *go, const char *code, const char *text,
                        const char *hint)
{
    for (size_t i = 0; i < related->count; i++)
        if (strcmp(related->go[i], go) == 0)
            return;
    if (related->count == RELATED_MAX)
        return;
    related->go[related->count] = go;
    related->choices[related->count] =
        (struct choice){.code = code, .text = text, .hint = hint, .id = (int64_t)related->count};
    related->count++;
}

static enum err document_offer(struct related *related, int64_t id, const char *why)
{
    struct arena *arena = &related->view->desk->arena;
    const struct paper *paper = related->view->state;
    struct document doc;

    if (!id || id == paper->id)
        return ERR_OK;
    TRY(document_get(related->view->desk->book, id, arena, &doc));
    related_add(related, arena_format(arena, "go document '#%" PRId64 "'", id), doc.number,
                arena_format(arena, "%s of %s", document_kind_word(doc.kind),
                             amount(related->view, doc.total)),
                why);
    return ERR_OK;
}

static enum err applied_offer(struct related *related, const struct item *item)
{
    struct desk *desk = related->view->desk;
    struct application *rows;
    int count;

    TRY(applications_of_item(desk->book, item->id, &desk->arena, &rows, &count));
    for (int i = 0; i < count; i++) {
        struct item other;
        int64_t id = rows[i].debit_id == item->id ? rows[i].credit_id : rows[i].debit_id;
        TRY(item_get(desk->book, id, &desk->arena, &other));
        TRY(document_offer(related, other.document_id,
                           rows[i].reversed_by || rows[i].reverses_id ? "taken back" : "applied"));
    }
    return ERR_OK;
}

static enum err related_collect(struct related *related)
{
    struct view *view = related->view;
    struct desk *desk = view->desk;
    const struct paper *paper = view->state;
    struct item *items;
    int count;

    TRY(items_of_document(desk->book, paper->id, &desk->arena, &items, &count));
    for (int i = 0; i < count; i++)
        TRY(applied_offer(related, &items[i]));
    int64_t deposit_id = 0;
    if (paper->kind == DOCUMENT_PAYMENT)
        TRY(deposit_of(desk->book, paper->id, &deposit_id));
    TRY(document_offer(related, deposit_id, "takes it to the bank"));
    TRY(document_offer(related, paper->reverses_id, "reverses it"));
    TRY(document_offer(related, paper->reversed_by, "is reversed by it"));
    TRY(document_offer(related, paper->related_id, "belongs to it"));
    if (*paper->customer)
        related_add(related,
                    arena_format(&desk->arena, "go customer %s",
                                 desk_word_quoted(paper->customer, &desk->arena)),
                    paper->customer, "the customer", NULL);
    related_add(related, arena_format(&desk->arena, "go entry %" PRId64, paper->entry_id),
                arena_format(&desk->arena, "entry %" PRId64, paper->entry_id),
                "the journal entry that made it", NULL);
    return ERR_OK;
}

/* What can be done with it stands behind where one can go. */
static void acts_offer(struct related *related)
{
    struct desk *desk = related->view->desk;
    struct acts *acts = arena_new(&desk->arena, sizeof *acts);

    if (acts_collect(desk, false, acts) != ERR_OK)
        return; /* of a reversal, a discount: nothing is done with those */
    for (size_t i = 0; i < acts->count; i++) {
        const size_t before = related->count;
        related_add(related, acts->lines[i], acts->choices[i].code, acts->choices[i].text, "do");
        if (related->count > before)
            related->choices[before].why_not = acts->choices[i].why_not;
    }
}

static unsigned related_go(struct view *view)
{
    struct desk *desk = view->desk;
    struct related related = {.view = view,
                              .choices =
                                  arena_new(&desk->arena, RELATED_MAX * sizeof(struct choice)),
                              .go = arena_new(&desk->arena, RELATED_MAX * sizeof(const char *))};
    struct choice chosen;
    enum err e = related_collect(&related);

    acts_offer(&related);
    if (e != ERR_OK)
        desk_say_failure(desk, e);
    else if (desk_choose(desk, "Go to, or do:", related.choices, related.count, &chosen))
        desk_run(desk, related.go[chosen.id]);
    return REACT_USED;
}

/* ---- what is done with it most, by the keys of the lists ---- */

static unsigned line_go(struct view *view, const char *line)
{
    const struct paper *paper = view->state;
    struct arena *arena = &view->desk->arena;

    desk_run(view->desk,
             arena_format(arena, "%s %s ...", line, desk_word_quoted(paper->number, arena)));
    return REACT_USED;
}

static unsigned pay_go(struct view *view)
{
    const struct paper *paper = view->state;
    struct arena *arena = &view->desk->arena;

    return line_go(view, arena_format(arena, "payment receive --customer %s --apply",
                                      desk_word_quoted(paper->customer, arena)));
}

static unsigned dispute_go(struct view *view)
{
    return line_go(view, "dispute open --invoice");
}

static unsigned writeoff_go(struct view *view)
{
    return line_go(view, "writeoff post --invoice");
}

static const char *why_not(struct view *view, const struct view_word *word)
{
    const struct paper *paper = view->state;

    if (word->run == related_go)
        return NULL;
    switch (paper->kind) {
    case DOCUMENT_INVOICE:
    case DOCUMENT_DEBIT:
    case DOCUMENT_CHARGE:
    case DOCUMENT_DEDUCTION: return paper->open > 0 ? NULL : "nothing is open on it";
    default: return "it is done with what a customer owes";
    }
}

static const struct view_word words[] = {
    {"pay", "receive money for it", pay_go},
    {"dispute", "note that the customer questions it", dispute_go},
    {"write off", "write off a small rest of it", writeoff_go},
    {"related", "its customer, what it was applied with, its entry; what can be done with it",
     related_go},
    {0},
};

const struct view_class view_document = {
    .name = "document",
    .title = "Document",
    .kind = VIEW_PAGE,
    .state_size = sizeof(struct paper),
    .needs_about = true,
    .opens = "related",
    .words = words,
    .why_not = why_not,
    .load = load,
    .subject = subject,
    .twin = twin,
};
