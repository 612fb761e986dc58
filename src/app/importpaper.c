/* importpaper: the lines of a group become an invoice, credit or debit memo, settled if it was. */
#include "app/importpost.h"

#include "base/text.h"
#include "io/amounttext.h"
#include "ledger/application.h"
#include "ledger/dispute.h"
#include "ledger/invoice.h"
#include "ledger/item.h"
#include "ledger/master.h"
#include "ledger/payment.h"

#include <string.h>

/* Which paper a record means; NONE when the word is not one of ours. */
static enum document_kind kind_of(const char *word)
{
    static const struct {
        const char *word;
        enum document_kind kind;
    } words[] = {
        {"invoice", DOCUMENT_INVOICE},    {"inv", DOCUMENT_INVOICE},
        {"accrec", DOCUMENT_INVOICE},     {"380", DOCUMENT_INVOICE},
        {"credit", DOCUMENT_CREDIT},      {"credit memo", DOCUMENT_CREDIT},
        {"credit note", DOCUMENT_CREDIT}, {"creditmemo", DOCUMENT_CREDIT},
        {"creditnote", DOCUMENT_CREDIT},  {"cm", DOCUMENT_CREDIT},
        {"cn", DOCUMENT_CREDIT},          {"accreccredit", DOCUMENT_CREDIT},
        {"381", DOCUMENT_CREDIT},         {"debit", DOCUMENT_DEBIT},
        {"debit memo", DOCUMENT_DEBIT},   {"debit note", DOCUMENT_DEBIT},
        {"dm", DOCUMENT_DEBIT},
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_same(word, words[i].word))
            return words[i].kind;
    return DOCUMENT_NONE;
}

/* A paper has one day and one currency, whatever number of rows it has; what a row leaves out is
 * that of the first. */
static enum err judge_line(const struct record *first, const struct record *record,
                           struct note *note)
{
    const bool dated = record->date.day != first->date.day;
    const bool due =
        date_is(record->due) && date_is(first->due) && record->due.day != first->due.day;
    char day[DATE_TEXT], other[DATE_TEXT];

    if (dated || due)
        return fail(note, ERR_INPUT, "%s is %s %s here and %s in line %lld: one paper has one day",
                    record->texts[FIELD_NUMBER], dated ? "dated" : "due",
                    date_iso(dated ? record->date : record->due, day),
                    date_iso(dated ? first->date : first->due, other), (long long)first->line);
    if (strcmp(record->currency.code, first->currency.code) != 0 ||
        (record->sign[0] && first->sign[0] && !amount_currency_is(record->sign, first->sign) &&
         !amount_currency_is(first->sign, record->sign)))
        return fail(note, ERR_INPUT,
                    "%s is in another currency here than in line %lld: one paper has one",
                    record->texts[FIELD_NUMBER], (long long)first->line);
    return ERR_OK;
}

/* The lines of a group, and what they come to before tax. */
static enum err read_lines(struct post *post, const struct import_group *group,
                           struct currency currency, struct record *first, struct paper_line **out,
                           int *count, int64_t *net)
{
    struct import *import = post->import;
    int room = 0;

    *count = 0;
    *net = 0;
    for (size_t at = group->first; at != SIZE_MAX; at = import->lines[at].next)
        room++;
    *out = arena_new(&post->scrap, (size_t)room * sizeof **out);
    for (size_t at = group->first; at != SIZE_MAX; at = import->lines[at].next) {
        struct record record;
        struct paper_line *line = &(*out)[(*count)++];
        int64_t amount = 0;
        TRY(import_record(import, import->lines[at].place, &record));
        if (at == group->first) {
            *first = record;
            for (int i = 0; i < FIELD_TEXTS; i++)
                first->texts[i] = arena_text(&post->scrap, record.texts[i]);
        }
        TRY(import_at_line(post, &record, judge_line(first, &record, import->act->note)));
        if (record.has_price) {
            *line = (struct paper_line){.quantity = record.quantity, .price = record.price};
            TRY(import_at_line(
                post, &record,
                amount_line(record.quantity, record.price, currency.digits, &amount)));
        } else {
            *line = (struct paper_line){.quantity = MICRO, .fixed = true, .net = record.amount};
            amount = record.amount;
        }
        line->text = arena_text(&post->scrap, record.texts[FIELD_TEXT]);
        if (record.texts[FIELD_TAX][0]) {
            struct taxcode tax;
            TRY(import_at_line(
                post, &record,
                taxcode_find(post->book, record.texts[FIELD_TAX], &post->scrap, &tax)));
            line->tax_id = tax.id;
        }
        if (amount_add(*net, amount, net) != ERR_OK)
            return fail(import->act->note, ERR_LIMIT, "line %lld: the document is too large",
                        (long long)record.line);
    }
    return ERR_OK;
}

static void stands_add(struct post *post, struct import_stands *stands, const char *number)
{
    if (stands->papers++ == 0)
        stands->first = arena_text(&post->import->arena, number);
}

/* The paper came in before it was settled: what came for it since is perhaps here, perhaps not. */
static enum err note_owed(struct post *post, const struct document *there)
{
    struct item *items = NULL;
    int count = 0;
    bool open = false;

    TRY(items_of_document(post->book, there->id, &post->scrap, &items, &count));
    for (int i = 0; i < count; i++)
        open = open || items[i].open > 0;
    if (open)
        stands_add(post, &post->import->owed, there->number);
    return ERR_OK;
}

static enum err settle(struct post *post, const struct record *record, int64_t customer_id,
                       const struct paper *paper, const struct document_made *made)
{
    struct payment payment = {.customer_id = customer_id,
                              .amount = money_of(made->total, paper->currency),
                              .date = record->paid,
                              .method = METHOD_TRANSFER,
                              .reference = record->texts[FIELD_REFERENCE],
                              .posted = DATE_NONE,
                              .value = DATE_NONE,
                              .rate = record->rate};
    struct document_made money;
    struct application_made applied;
    int64_t item = 0;

    TRY(payment_receive(post->tx, &payment, &money, &item));
    const struct application_new pair = {
        .debit_id = made->first_item, .credit_id = item, .amount = made->total};
    TRY(application_post(post->tx, &pair, &applied));
    post->import->made_payments++;
    say_sum(&post->import->payments, payment.amount);
    if (record->date.day <= book_today(post->book).day) /* else the paper itself is told of */
        import_day(post, record, record->paid, NULL);
    return ERR_OK;
}

static enum err dispute(struct post *post, const struct record *record,
                        const struct document_made *made)
{
    const struct dispute dispute = {
        .item_id = made->first_item, .reason = "OTHER", .opened = record->date, .text = "imported"};
    int64_t id = 0;

    TRY(dispute_open(post->tx, &dispute, &id));
    if (!date_is(record->paid))
        return ERR_OK;
    return dispute_close(post->tx, id,
                         record->paid.day > record->date.day ? record->paid : record->date, "paid");
}

static enum err add_opening(struct post *post, const struct paper *paper, int64_t signed_total)
{
    int64_t base = 0;
    struct ratio rate = paper->rate;

    if (rate.num == 0)
        TRY(rate_on(post->book, paper->currency, paper->date, &rate));
    TRY(amount_convert(signed_total, paper->currency, book_currency(post->book), rate, &base));
    return amount_add(post->opening_sum, base, &post->opening_sum);
}

static enum err fill_paper(struct post *post, const struct record *record,
                           const struct known *known, struct paper_line *lines, int count,
                           int64_t net, struct paper *out)
{
    const char *word = record->texts[FIELD_KIND];
    enum document_kind kind = net < 0 ? DOCUMENT_CREDIT : DOCUMENT_INVOICE;

    if (word[0] && (kind = kind_of(word)) == DOCUMENT_NONE)
        return fail(post->import->act->note, ERR_INPUT,
                    "'%.30s' is no kind of document; invoice, credit and debit are", word);
    if (net < 0)
        for (int i = 0; i < count; i++) {
            lines[i].quantity = -lines[i].quantity;
            lines[i].net = -lines[i].net;
        }
    *out = (struct paper){.kind = kind,
                          .number = record->texts[FIELD_NUMBER],
                          .customer_id = known->id,
                          .date = record->date,
                          .due = record->due,
                          .currency = record->currency.code[0] ? record->currency : known->currency,
                          .rate = record->rate,
                          .discount = "",
                          .reference = record->texts[FIELD_REFERENCE],
                          .opening = post->opening,
                          .posted = post->opening ? post->opening_date : DATE_NONE,
                          .lines = lines,
                          .line_count = count,
                          .credit = PAPER_UNASKED};
    if (out->currency.digits != book_currency(post->book).digits && !record->currency.code[0])
        return fail(post->import->act->note, ERR_INPUT,
                    "customer %s is in %s: say the file's currency with --currency",
                    record->texts[FIELD_CUSTOMER], out->currency.code);
    if (record->texts[FIELD_TERMS][0]) {
        struct payterm terms;
        TRY(payterm_find(post->book, record->texts[FIELD_TERMS], &post->scrap, &terms));
        out->terms_id = terms.id;
    }
    if (post->opening && date_is(record->due) == false)
        out->due = record->date;
    return ERR_OK;
}

/* A credit memo lets go of money whether it is typed or read; the opening balances are proved by
 * their total. */
static enum err concede(struct post *post, const struct known *known, const struct paper *paper,
                        const struct document_made *made)
{
    struct concession wish = {.kind = GRANT_CREDIT,
                              .customer_id = known->id,
                              .amount = money_of(made->total, paper->currency)};

    if (made->total <= 0)
        return ERR_OK;
    return import_concede(post, &wish,
                          arena_format(&post->scrap, "the credit memo for %s", known->code));
}

enum err import_paper(struct post *post, const struct import_group *group)
{
    struct import *import = post->import;
    struct record record;
    struct known known;
    struct paper_line *lines = NULL;
    struct paper paper;
    struct paper_totals totals;
    struct document_made made;
    int count = 0;
    int64_t net = 0;
    bool skip = false;
    struct document there;

    TRY(import_record(import, import->lines[group->first].place, &record));
    TRY(import_at_line(post, &record, import_customer(post, &record, &known)));
    const struct currency currency = record.currency.code[0] ? record.currency : known.currency;
    TRY(read_lines(post, group, currency, &record, &lines, &count, &net));
    TRY(import_at_line(post, &record,
                       fill_paper(post, &record, &known, lines, count, net, &paper)));
    TRY(import_number(post, paper.kind, paper.number, known.id, &paper.number, &there, &skip));
    if (skip)
        return ERR_OK;
    /* a paper that comes in again is still known by the number that its customer has */
    if (!*paper.reference && paper.number != record.texts[FIELD_NUMBER])
        paper.reference = record.texts[FIELD_NUMBER];
    TRY(import_at_line(post, &record, import_rate(post, &record, paper.currency)));
    if (there.id) {
        TRY(import_at_line(post, &record,
                           paper_preview(post->book, &paper, &post->scrap, &totals)));
        TRY(import_at_line(post, &record,
                           import_judge_there(post, &there, paper.date,
                                              money_of(totals.total, paper.currency), &skip)));
    }
    const bool settled = import->kind == IMPORT_HISTORY && date_is(record.paid);
    if (skip) {
        import->skipped++;
        return settled ? note_owed(post, &there) : ERR_OK;
    }
    TRY(import_at_line(post, &record, invoice_issue(post->tx, &paper, &made)));
    if (paper.kind == DOCUMENT_CREDIT && !post->opening)
        TRY(import_at_line(post, &record, concede(post, &known, &paper, &made)));
    *(paper.kind == DOCUMENT_CREDIT ? &import->made_credits : &import->made_invoices) += 1;
    say_sum(paper.kind == DOCUMENT_CREDIT ? &import->credits : &import->invoices,
            money_of(made.total, paper.currency));
    import_day(post, &record, record.date, NULL);
    if (post->opening)
        TRY(import_at_line(
            post, &record,
            add_opening(post, &paper, paper.kind == DOCUMENT_CREDIT ? -made.total : made.total)));
    if (record.disputed && made.first_item && paper.kind != DOCUMENT_CREDIT)
        TRY(import_at_line(post, &record, dispute(post, &record, &made)));
    if (settled && made.first_item && paper.kind == DOCUMENT_CREDIT)
        stands_add(post, &import->kept, made.number);
    else if (settled && made.first_item)
        TRY(import_at_line(post, &record, settle(post, &record, known.id, &paper, &made)));
    return ERR_OK;
}
