/* importpost: checked records become customers, papers, payments and applications. */
#include "app/import.h"

#include "base/text.h"
#include "ledger/application.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/importfile.h"
#include "ledger/invoice.h"
#include "ledger/master.h"
#include "ledger/payment.h"

#include <stdlib.h>
#include <string.h>

/* Customers met in this file: found or made once. */
struct known {
    const char *code;
    int64_t id;
    struct currency currency;
};

/* Contents of rows met in this file, and how often. */
struct seen {
    struct hash content;
    int64_t count;
};

struct post {
    struct import *import;
    struct tx *tx;
    struct book *book;
    struct arena arena;  /* of the whole posting */
    struct arena scrap;  /* of one group */
    struct known *known; /* open addressing */
    size_t known_count, known_room;
    struct seen *seen; /* open addressing; count 0 is free */
    size_t seen_count, seen_room;
    bool create, opening;
    int64_t first_customer; /* that this file made; 0 none yet */
    bool orphans; /* customers whose parent stands further down in the file */
    struct date opening_date;
    int64_t opening_sum; /* in base */
};

static enum err at_line(struct post *post, const struct record *record, enum err code)
{
    char words[sizeof post->import->act->note->text];

    if (code == ERR_OK || code == ERR_CANCELLED || code == ERR_FULL || code == ERR_IO)
        return code;
    memcpy(words, post->import->act->note->text, sizeof words);
    return fail(post->import->act->note, code, "%s, line %lld: %s",
                reader_name(post->import->reader), (long long)record->line, words);
}

static size_t known_place(const struct post *post, const char *code)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);

    for (const char *c = code; *c; c++)
        h = (h ^ (uint8_t)*c) * UINT64_C(0x100000001B3);
    size_t at = (size_t)(h >> 20) & (post->known_room - 1);
    while (post->known[at].code && strcmp(post->known[at].code, code) != 0)
        at = (at + 1) & (post->known_room - 1);
    return at;
}

static void known_grow(struct post *post)
{
    struct known *old = post->known;
    const size_t room = post->known_room;

    post->known_room = room ? room * 2 : 256;
    post->known = mem_new(post->known_room, sizeof *post->known);
    for (size_t i = 0; i < room; i++)
        if (old[i].code)
            post->known[known_place(post, old[i].code)] = old[i];
    free(old);
}

static enum err make_customer(struct post *post, const struct record *record, struct known *out)
{
    struct customer customer;
    const struct currency currency =
        record->currency.code[0] ? record->currency : book_currency(post->book);

    if (!post->create)
        return fail(post->import->act->note, ERR_MISSING,
                    "there is no customer %s; --create-customers makes those that are missing",
                    record->texts[FIELD_CUSTOMER]);
    customer_init(&customer, currency);
    customer.code = record->texts[FIELD_CUSTOMER];
    customer.name = record->texts[FIELD_NAME][0] ? record->texts[FIELD_NAME] : customer.code;
    customer.country = record->texts[FIELD_COUNTRY];
    out->currency = currency;
    post->import->made_customers++;
    return customer_add(post->tx, &customer, &out->id);
}

static enum err find_customer(struct post *post, const struct record *record, struct known *out)
{
    const char *code = record->texts[FIELD_CUSTOMER];

    if ((post->known_count + 1) * 2 > post->known_room)
        known_grow(post);
    struct known *known = &post->known[known_place(post, code)];
    if (!known->code) {
        TRY(customer_find_id(post->book, code, &known->id));
        if (known->id) {
            struct customer customer;
            TRY(customer_get(post->book, known->id, &post->scrap, &customer));
            known->currency = customer.currency;
        } else {
            TRY(make_customer(post, record, known));
        }
        known->code = arena_text(&post->arena, code);
        post->known_count++;
    }
    *out = *known;
    return ERR_OK;
}

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
        if (record.has_price) {
            *line = (struct paper_line){.quantity = record.quantity, .price = record.price};
            TRY(at_line(post, &record,
                        amount_line(record.quantity, record.price, currency.digits, &amount)));
        } else {
            *line = (struct paper_line){.quantity = MICRO, .fixed = true, .net = record.amount};
            amount = record.amount;
        }
        line->text = arena_text(&post->scrap, record.texts[FIELD_TEXT]);
        if (record.texts[FIELD_TAX][0]) {
            struct taxcode tax;
            TRY(at_line(post, &record,
                        taxcode_find(post->book, record.texts[FIELD_TAX], &post->scrap, &tax)));
            line->tax_id = tax.id;
        }
        if (amount_add(*net, amount, net) != ERR_OK)
            return fail(import->act->note, ERR_LIMIT, "line %lld: the document is too large",
                        (long long)record.line);
    }
    return ERR_OK;
}

/* The paper is there already: the same one is passed over, another one is a conflict. */
static enum err judge_there(struct post *post, const struct paper *paper, int64_t id, int64_t total,
                            bool *skip)
{
    struct document document;
    char day[DATE_TEXT], is[MONEY_TEXT];

    TRY(document_get(post->book, id, &post->scrap, &document));
    *skip = document.issued.day == paper->date.day && document.total.minor == total &&
            currency_is(document.currency, paper->currency);
    if (*skip)
        return ERR_OK;
    return fail(post->import->act->note, ERR_CONFLICT,
                "%s %s is in the book already, dated %s over %s: it is not the same document",
                document_kind_word(document.kind), document.number, date_iso(document.issued, day),
                money_plain(document.total, is));
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
                          .line_count = count};
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

static enum err post_paper(struct post *post, const struct import_group *group)
{
    struct import *import = post->import;
    struct record record;
    struct known known;
    struct paper_line *lines = NULL;
    struct paper paper;
    struct paper_totals totals;
    struct document_made made;
    int count = 0;
    int64_t net = 0, there = 0;
    bool skip = false;

    TRY(import_record(import, import->lines[group->first].place, &record));
    TRY(at_line(post, &record, find_customer(post, &record, &known)));
    const struct currency currency = record.currency.code[0] ? record.currency : known.currency;
    TRY(read_lines(post, group, currency, &record, &lines, &count, &net));
    TRY(at_line(post, &record, fill_paper(post, &record, &known, lines, count, net, &paper)));
    TRY(document_of_customer(post->book, paper.kind, paper.number, known.id, &there));
    if (there) {
        TRY(at_line(post, &record, paper_preview(post->book, &paper, &post->scrap, &totals)));
        TRY(at_line(post, &record, judge_there(post, &paper, there, totals.total, &skip)));
    }
    if (skip) {
        import->skipped++;
        return ERR_OK;
    }
    TRY(at_line(post, &record, invoice_issue(post->tx, &paper, &made)));
    if (paper.kind == DOCUMENT_CREDIT)
        import->made_credits++;
    else
        import->made_invoices++;
    if (post->opening)
        TRY(at_line(post, &record,
                    add_opening(post, &paper,
                                paper.kind == DOCUMENT_CREDIT ? -made.total : made.total)));
    if (record.disputed && made.first_item && paper.kind != DOCUMENT_CREDIT)
        TRY(at_line(post, &record, dispute(post, &record, &made)));
    if (import->kind == IMPORT_HISTORY && date_is(record.paid) && made.first_item &&
        paper.kind != DOCUMENT_CREDIT)
        TRY(at_line(post, &record, settle(post, &record, known.id, &paper, &made)));
    return ERR_OK;
}

static enum err post_customer(struct post *post, const struct record *record)
{
    struct customer customer;
    int64_t id = 0;

    TRY(customer_find_id(post->book, record->texts[FIELD_CUSTOMER], &id));
    if (id) {
        post->import->skipped++;
        return ERR_OK;
    }
    customer_init(&customer,
                  record->currency.code[0] ? record->currency : book_currency(post->book));
    customer.code = record->texts[FIELD_CUSTOMER];
    customer.name = record->texts[FIELD_NAME][0] ? record->texts[FIELD_NAME] : customer.code;
    customer.email = record->texts[FIELD_EMAIL];
    customer.phone = record->texts[FIELD_PHONE];
    customer.address = record->texts[FIELD_ADDRESS];
    customer.contact = record->texts[FIELD_CONTACT];
    customer.country = record->texts[FIELD_COUNTRY];
    customer.collector = record->texts[FIELD_COLLECTOR];
    customer.salesperson = record->texts[FIELD_SALESPERSON];
    customer.tax_number = record->texts[FIELD_TAX_ID];
    customer.credit_limit = record->limit < 0 ? NO_LIMIT : record->limit;
    if (record->texts[FIELD_TERMS][0]) {
        struct payterm terms;
        TRY(payterm_find(post->book, record->texts[FIELD_TERMS], &post->scrap, &terms));
        customer.terms_id = terms.id;
    }
    if (record->texts[FIELD_PARENT][0]) {
        TRY(customer_find_id(post->book, record->texts[FIELD_PARENT], &customer.parent_id));
        post->orphans |= customer.parent_id == 0;
    }
    post->import->made_customers++;
    TRY(customer_add(post->tx, &customer, &id));
    if (!post->first_customer)
        post->first_customer = id;
    return ERR_OK;
}

/* A file by code or by name has children before their parents: they are found at the end. */
static enum err adopt(struct post *post, const struct record *record)
{
    struct customer child, parent;

    if (!record->texts[FIELD_PARENT][0])
        return ERR_OK;
    TRY(customer_find(post->book, record->texts[FIELD_CUSTOMER], &post->scrap, &child));
    /* what the book had before is left as it is */
    if (child.parent_id || child.id < post->first_customer)
        return ERR_OK;
    TRY(customer_find(post->book, record->texts[FIELD_PARENT], &post->scrap, &parent));
    child.parent_id = parent.id;
    return customer_set(post->tx, &child);
}

static enum err adopt_all(struct post *post)
{
    struct record record;

    for (size_t i = 0; i < post->import->group_count; i++) {
        arena_reset(&post->scrap);
        TRY(import_record(post->import, post->import->lines[post->import->groups[i].first].place,
                          &record));
        TRY(at_line(post, &record, adopt(post, &record)));
    }
    return ERR_OK;
}

static enum err method_of(const char *word, enum payment_method *out)
{
    *out = METHOD_TRANSFER;
    if (!word[0])
        return ERR_OK;
    for (int method = METHOD_CASH; method <= METHOD_DIRECT_DEBIT; method++)
        if (text_same(word, payment_method_word((enum payment_method)method))) {
            *out = (enum payment_method)method;
            return ERR_OK;
        }
    if (text_same(word, "check")) {
        *out = METHOD_CHEQUE;
        return ERR_OK;
    }
    return ERR_INPUT;
}

/* Applies a payment to the invoices that its row names, in their order, as far as the money goes.
 * */
static enum err apply_named(struct post *post, const struct record *record, int64_t item,
                            int64_t amount)
{
    char *list = arena_text(&post->scrap, record->texts[FIELD_INVOICE]);
    int64_t left = amount;

    while (*list && left > 0) {
        list += strspn(list, " ,;");
        char *number = list;
        list += strcspn(list, " ,;");
        if (*list)
            *list++ = 0;
        if (!*number)
            break;
        struct document document;
        struct item *items = NULL;
        int count = 0;
        TRY(document_find(post->book, number, 0, &post->scrap, &document));
        TRY(items_of_document(post->book, document.id, &post->scrap, &items, &count));
        for (int i = 0; i < count && left > 0; i++) {
            if (items[i].open <= 0)
                continue;
            const struct settle one = {.debit_id = items[i].id, .all = true};
            struct settled settled;
            TRY(payment_apply(post->tx, item, &one, &settled));
            left -= settled.amount;
        }
    }
    return ERR_OK;
}

static struct seen *seen_place(const struct post *post, const struct hash *content)
{
    uint64_t h;

    memcpy(&h, content->bytes, sizeof h);
    size_t at = (size_t)h & (post->seen_room - 1);
    while (post->seen[at].count && hash_cmp(&post->seen[at].content, content) != 0)
        at = (at + 1) & (post->seen_room - 1);
    return &post->seen[at];
}

/* How often this content was met in this file so far; counts it. */
static int64_t occurrence_of(struct post *post, const struct hash *content)
{
    if ((post->seen_count + 1) * 2 > post->seen_room) {
        struct seen *old = post->seen;
        const size_t room = post->seen_room;
        post->seen_room = room ? room * 2 : 256;
        post->seen = mem_new(post->seen_room, sizeof *post->seen);
        for (size_t i = 0; i < room; i++)
            if (old[i].count)
                *seen_place(post, &old[i].content) = old[i];
        free(old);
    }
    struct seen *seen = seen_place(post, content);
    if (seen->count == 0) {
        seen->content = *content;
        post->seen_count++;
    }
    return seen->count++;
}

/* A payment has no number of its own in most files: its row is known by its content and by how many
 * equal ones stand before it in the file. So real repeats all come in, and an overlapping file adds
 * only what is new (R16). */
static enum err row_is_there(struct post *post, const struct record *record, int64_t customer_id,
                             bool *there)
{
    struct hasher h;
    struct hash content, key;

    hasher_init(&h);
    hasher_i64(&h, customer_id);
    hasher_i64(&h, record->date.day);
    hasher_i64(&h, record->amount);
    hasher_text(&h, record->texts[FIELD_NUMBER]);
    hasher_text(&h, record->texts[FIELD_REFERENCE]);
    hasher_text(&h, record->texts[FIELD_INVOICE]);
    hasher_text(&h, record->texts[FIELD_TEXT]);
    hasher_end(&h, &content);
    hasher_init(&h);
    hasher_bytes(&h, content.bytes, HASH_SIZE);
    hasher_i64(&h, occurrence_of(post, &content));
    hasher_end(&h, &key);
    TRY(importrow_find(post->book, &key, there));
    return *there ? ERR_OK : importrow_add(post->tx, &key);
}

static enum err post_payment(struct post *post, const struct record *record)
{
    struct known known = {.currency = book_currency(post->book)};
    struct payment payment = {.date = record->date,
                              .reference = record->texts[FIELD_REFERENCE],
                              .text = record->texts[FIELD_TEXT],
                              .posted = DATE_NONE,
                              .value = DATE_NONE,
                              .rate = record->rate};
    struct document_made made;
    int64_t item = 0;
    bool there = false;

    if (record->texts[FIELD_CUSTOMER][0]) {
        TRY(find_customer(post, record, &known));
    } else if (record->texts[FIELD_INVOICE][0]) {
        struct document document;
        char *number = arena_text(&post->scrap, record->texts[FIELD_INVOICE]);
        number[strcspn(number, " ,;")] = 0;
        TRY(document_find(post->book, number, 0, &post->scrap, &document));
        known.id = document.customer_id;
        known.currency = document.currency;
    }
    if (method_of(record->texts[FIELD_METHOD], &payment.method) != ERR_OK)
        return fail(post->import->act->note, ERR_INPUT,
                    "'%.30s' is no method; cash, cheque, card, transfer and direct-debit are",
                    record->texts[FIELD_METHOD]);
    payment.customer_id = known.id;
    payment.number = record->texts[FIELD_NUMBER][0] ? record->texts[FIELD_NUMBER] : NULL;
    payment.amount =
        money_of(record->amount, record->currency.code[0] ? record->currency : known.currency);
    payment.payer = record->texts[FIELD_NAME];
    if (payment.number && known.id) {
        int64_t id = 0;
        TRY(document_of_customer(post->book, DOCUMENT_PAYMENT, payment.number, known.id, &id));
        if (id) {
            post->import->skipped++;
            return ERR_OK;
        }
    }
    TRY(row_is_there(post, record, known.id, &there));
    if (there) {
        post->import->skipped++;
        return ERR_OK;
    }
    TRY(payment_receive(post->tx, &payment, &made, &item));
    post->import->made_payments++;
    return known.id ? apply_named(post, record, item, record->amount) : ERR_OK;
}

static enum err post_group(struct post *post, const struct import_group *group)
{
    struct record record;

    if (post->import->kind == IMPORT_INVOICES || post->import->kind == IMPORT_HISTORY)
        return post_paper(post, group);
    TRY(import_record(post->import, post->import->lines[group->first].place, &record));
    return at_line(post, &record,
                   post->import->kind == IMPORT_CUSTOMERS ? post_customer(post, &record)
                                                          : post_payment(post, &record));
}

static enum err judge_control(struct post *post)
{
    struct act *act = post->import->act;
    struct money control;
    bool given = false;
    char is[MONEY_TEXT], want[MONEY_TEXT];

    TRY(args_money(act->args, "control", book_currency(post->book), &control, &given, act->note));
    if (!given)
        return fail(act->note, ERR_USAGE,
                    "opening items need their total: give --control, the balance of the old books");
    if (control.minor != post->opening_sum)
        return fail(act->note, ERR_CONFLICT,
                    "the opening items come to %s, but --control says %s: nothing was imported",
                    money_plain(money_of(post->opening_sum, control.currency), is),
                    money_plain(control, want));
    return ERR_OK;
}

enum err import_post(struct import *import, struct tx *tx)
{
    const struct args *args = import->act->args;
    struct session *session = import->act->session;
    struct post post = {.import = import,
                        .tx = tx,
                        .book = tx_book(tx),
                        .create =
                            import->kind != IMPORT_PAYMENTS || args_flag(args, "create-customers")};
    enum err e = ERR_OK;

    if (import->kind == IMPORT_INVOICES && args_given(args, "opening")) {
        post.opening = true;
        post.opening_date = args_date(args, "opening", DATE_NONE);
    }
    for (size_t i = 0; e == ERR_OK && i < import->group_count; i++) {
        arena_reset(&post.scrap);
        e = post_group(&post, &import->groups[i]);
        if (e == ERR_OK && i % 1024 == 1023 && session->progress &&
            session->progress(session->self, "Importing", (int64_t)i + 1,
                              (int64_t)import->group_count))
            e = fail(import->act->note, ERR_CANCELLED, "stopped; nothing was imported");
    }
    if (e == ERR_OK && post.orphans)
        e = adopt_all(&post);
    if (e == ERR_OK && post.opening)
        e = judge_control(&post);
    free(post.known);
    free(post.seen);
    arena_done(&post.arena);
    arena_done(&post.scrap);
    return e;
}
