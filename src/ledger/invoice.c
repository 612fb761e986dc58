/* invoice: issuing papers, voiding and amending them. */
#include "ledger/invoice.h"

#include "ledger/creditgate.h"
#include "ledger/deferredtax.h"
#include "ledger/item.h"
#include "ledger/local.h"
#include "ledger/specialterms.h"
#include "ledger/master.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "rules/totals.h"

#include <string.h>

/* Everything that a paper needs from the book before its figures can be made. */
struct frame {
    struct currency currency; /* the customer's */
    struct payterm terms;
    struct discount_tier tiers[DISCOUNT_TIERS];
    int tier_count;
};

/* Two columns of the customer: a file may bring a million papers. */
static enum err read_customer(struct book *book, int64_t id, struct currency *currency,
                              int64_t *terms_id)
{
    struct stmt *q = db_sql(book->db, "SELECT currency, terms_id FROM customer WHERE id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *currency = book_currency_of(book, col_text(q, 0));
        *terms_id = col_i64(q, 1);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no customer with id %lld", (long long)id);
}

static enum err read_frame(struct book *book, const struct paper *paper, struct arena *arena,
                           struct frame *out)
{
    struct special_terms special;
    int64_t terms_id = 0;
    bool is_special = false;

    if (paper->customer_id == 0)
        return fail(book->note, ERR_INPUT, "a paper needs a customer");
    TRY(read_customer(book, paper->customer_id, &out->currency, &terms_id));
    if (!paper->opening)
        TRY(special_terms_on(book, paper->customer_id, paper->date, arena, &is_special,
                             &special));
    if (is_special && special.terms_id)
        terms_id = special.terms_id;
    if (paper->terms_id)
        terms_id = paper->terms_id;
    if (terms_id) {
        TRY(payterm_get(book, terms_id, arena, &out->terms));
    } else {
        const char *code = NULL;
        TRY(setting_text(book, "terms.default", arena, &code));
        TRY(payterm_find(book, code, arena, &out->terms));
    }
    out->tier_count = 0;
    if (paper->kind == DOCUMENT_CREDIT || paper->opening)
        return ERR_OK;
    /* what the paper says, then what was agreed, then the terms */
    const bool agreed = is_special && *special.discount && !paper->terms_id;
    return discount_tiers_parse(paper->discount ? paper->discount
                                : agreed        ? special.discount
                                                : out->terms.discount,
                                out->tiers, &out->tier_count, book->note);
}

static enum err make_totals(struct book *book, const struct paper *paper, const struct frame *frame,
                            struct arena *arena, struct paper_totals *out,
                            struct document_totals *totals)
{
    struct total_line *lines = arena_new(arena, ((size_t)paper->line_count + 1) * sizeof *lines);

    for (int i = 0; i < paper->line_count; i++) {
        const struct paper_line *line = &paper->lines[i];
        lines[i] = (struct total_line){.quantity = line->quantity,
                                       .price = line->price,
                                       .fixed = line->fixed,
                                       .net = line->net};
        if (line->tax_id) {
            struct taxcode tax;
            TRY(taxcode_get(book, line->tax_id, arena, &tax));
            lines[i].tax_code = tax.code;
            lines[i].tax_ppm = tax.rate_ppm;
        }
    }
    TRY(totals_make(lines, paper->line_count, out->currency.digits,
                    (enum discount_tax)frame->terms.tax_mode,
                    frame->tier_count ? frame->tiers[0].ppm : 0, totals, book->note));
    out->net = totals->net;
    out->tax = totals->tax;
    out->total = totals->gross;
    if (out->total > MONEY_MAX || out->total < -MONEY_MAX)
        return fail(book->note, ERR_LIMIT, "the total is larger than can be posted");
    out->line_nets = arena_new(arena, ((size_t)paper->line_count + 1) * sizeof *out->line_nets);
    for (int i = 0; i < paper->line_count; i++)
        out->line_nets[i] = lines[i].net;
    out->taxes = arena_new(arena, ((size_t)totals->group_count + 1) * sizeof *out->taxes);
    out->tax_count = totals->group_count;
    for (int i = 0; i < totals->group_count; i++) {
        const struct tax_group *group = &totals->groups[i];
        struct taxcode tax;
        TRY(taxcode_find(book, group->code, arena, &tax));
        out->taxes[i] = (struct tax_line){.tax_id = tax.id,
                                          .rate_ppm = group->ppm,
                                          .net = group->net,
                                          .tax = group->tax,
                                          .account_id = tax.account_id};
    }
    return ERR_OK;
}

static enum err explicit_instalments(struct book *book, const struct paper *paper,
                                     struct paper_totals *out)
{
    int64_t sum = 0;
    char want[MONEY_TEXT], is[MONEY_TEXT], day[DATE_TEXT];

    for (int i = 0; i < paper->instalment_count; i++) {
        out->instalments[i] = paper->instalments[i];
        if (amount_add(sum, paper->instalments[i].amount, &sum) != ERR_OK)
            return fail(book->note, ERR_LIMIT, "the instalments are larger than can be posted");
        if (paper->instalments[i].due.day < paper->date.day)
            return fail(book->note, ERR_INPUT, "instalment %d is due %s, before the paper itself",
                        i + 1, date_iso(paper->instalments[i].due, day));
        if (paper->instalments[i].amount == 0 ||
            (paper->instalments[i].amount > 0) != (out->total > 0))
            return fail(book->note, ERR_INPUT,
                        "instalment %d must have an amount with the sign of the total", i + 1);
    }
    if (sum != out->total)
        return fail(book->note, ERR_INPUT, "the instalments add up to %s, but the total is %s",
                    money_plain(money_of(sum, out->currency), is),
                    money_plain(money_of(out->total, out->currency), want));
    out->instalment_count = paper->instalment_count;
    return ERR_OK;
}

static enum err make_instalments(struct book *book, const struct paper *paper,
                                 const struct frame *frame, struct paper_totals *out,
                                 struct arena *arena)
{
    const int room =
        paper->instalment_count > INSTALMENTS_MAX ? paper->instalment_count : INSTALMENTS_MAX;
    struct instalment_part parts[INSTALMENTS_MAX];
    struct instalment split[INSTALMENTS_MAX];
    struct due_rule rule;
    int count = 0;

    out->instalments = arena_new(arena, (size_t)room * sizeof *out->instalments);
    out->instalment_count = 0;
    out->due = paper->date;
    if (out->total == 0)
        return ERR_OK;
    if (room > 120)
        return fail(book->note, ERR_LIMIT, "a paper may have at most 120 instalments");
    if (paper->instalment_count) {
        TRY(explicit_instalments(book, paper, out));
    } else if (paper->kind == DOCUMENT_CREDIT || out->total < 0) {
        out->instalments[out->instalment_count++] =
            (struct instalment_new){paper->date, out->total};
    } else if (date_given(paper->due)) {
        if (paper->due.day < paper->date.day && !paper->opening)
            return fail(book->note, ERR_INPUT, "the due date lies before the paper's own date");
        out->instalments[out->instalment_count++] = (struct instalment_new){paper->due, out->total};
    } else if (frame->terms.instalments[0]) {
        TRY(instalments_parse(frame->terms.instalments, parts, &count, book->note));
        TRY(instalments_split(out->total, parts, count, paper->date, split, &out->instalment_count,
                              book->note));
        for (int i = 0; i < out->instalment_count; i++)
            out->instalments[i] = (struct instalment_new){split[i].due, split[i].amount};
    } else {
        TRY(due_rule_parse(frame->terms.due, &rule, book->note));
        out->instalments[out->instalment_count++] =
            (struct instalment_new){due_rule_date(&rule, paper->date), out->total};
    }
    for (int i = 0; i < out->instalment_count; i++)
        if (out->instalments[i].due.day > out->due.day)
            out->due = out->instalments[i].due;
    return ERR_OK;
}

enum err paper_preview(struct book *book, const struct paper *paper, struct arena *arena,
                       struct paper_totals *out)
{
    struct frame frame;
    struct document_totals totals;

    *out = (struct paper_totals){0};
    if (!date_given(paper->date))
        return fail(book->note, ERR_INPUT, "the paper needs a date");
    if (paper->line_count == 0)
        return fail(book->note, ERR_INPUT, "the paper has no lines: give --line or --amount");
    TRY(read_frame(book, paper, arena, &frame));
    out->currency = paper->currency.code[0] ? paper->currency : frame.currency;
    out->terms = frame.terms.due;
    TRY(make_totals(book, paper, &frame, arena, out, &totals));
    TRY(make_instalments(book, paper, &frame, out, arena));
    if (out->total <= 0 || totals.discountable <= 0)
        return ERR_OK;
    out->offers = arena_new(arena, DISCOUNT_TIERS * sizeof *out->offers);
    for (int i = 0; i < frame.tier_count; i++)
        out->offers[out->offer_count++] =
            (struct offer){.until = date_add(paper->date, frame.tiers[i].days),
                           .ppm = frame.tiers[i].ppm,
                           .discountable = totals.discountable,
                           .tax_mode = frame.terms.tax_mode};
    return ERR_OK;
}

/* The other side: revenue by account and tax by account, or all of it the opening balance. */
static int make_postings(struct book *book, const struct paper *paper,
                         const struct paper_totals *totals, const struct document_line *lines,
                         bool waits, int64_t sign, struct posting *out)
{
    int count = 0;

    if (paper->opening) {
        out[0] = (struct posting){.account_id = account_of(book, ACCOUNT_PART_OPENING),
                                  .amount = -sign * totals->total};
        return 1;
    }
    for (int i = 0; i < totals->tax_count; i++)
        if (totals->taxes[i].tax != 0)
            out[count++] = (struct posting){
                .account_id = waits ? account_of(book, ACCOUNT_PART_DEFERRED_TAX)
                                    : totals->taxes[i].account_id,
                .amount = -sign * totals->taxes[i].tax};
    const int taxes = count;
    for (int i = 0; i < paper->line_count; i++) {
        int at = taxes;
        while (at < count && out[at].account_id != lines[i].account_id)
            at++;
        if (at == count)
            out[count++] = (struct posting){.account_id = lines[i].account_id};
        out[at].amount -= sign * lines[i].net;
    }
    return count;
}

static enum err judge_accounts(struct book *book, const struct paper *paper)
{
    for (int i = 0; i < paper->line_count; i++)
        if (paper->lines[i].account_id &&
            account_control_of(book, paper->lines[i].account_id) != CONTROL_NONE)
            return fail(book->note, ERR_CONFLICT,
                        "line %d names a control account; only items may touch it", i + 1);
    return ERR_OK;
}

/* A credit for a paper of the same currency takes that paper's rate: what comes off a receivable
 * comes off at what it stands for, without a gain or loss (R12). */
static enum err read_rate(struct book *book, const struct paper *paper, struct currency currency,
                          struct arena *arena, struct ratio *out)
{
    struct document related;

    *out = paper->rate;
    if (paper->kind != DOCUMENT_CREDIT || paper->related_id == 0 || paper->rate.num != 0)
        return ERR_OK;
    TRY(document_get(book, paper->related_id, arena, &related));
    if (currency_is(related.currency, currency))
        *out = related.rate;
    return ERR_OK;
}

/* Only what makes the customer owe more is asked about: no credits, no charges, nothing old. */
static enum err credit_judge_paper(struct book *book, const struct paper *paper,
                                   const struct paper_totals *totals, struct arena *arena,
                                   struct creditanswer *out)
{
    const struct creditquestion question = {.customer_id = paper->customer_id,
                                            .day = book_today(book),
                                            .amount = totals->total,
                                            .currency = totals->currency};

    *out = (struct creditanswer){.action = CREDIT_OFF};
    if (paper->opening || paper->credit == PAPER_UNASKED ||
        (paper->kind != DOCUMENT_INVOICE && paper->kind != DOCUMENT_DEBIT))
        return ERR_OK;
    TRY(credit_ask(book, &question, arena, out));
    return paper->kind == DOCUMENT_INVOICE && paper->credit == PAPER_STOPS ? credit_stop(book, out)
                                                                           : ERR_OK;
}

static struct document_line *make_lines(struct book *book, const struct paper *paper,
                                        const struct paper_totals *totals, struct arena *arena)
{
    struct document_line *lines = arena_new(arena, ((size_t)paper->line_count + 1) * sizeof *lines);
    const bool credit = paper->kind == DOCUMENT_CREDIT;
    const int64_t usual = account_of(book, credit ? ACCOUNT_PART_RETURNS : ACCOUNT_PART_REVENUE);

    for (int i = 0; i < paper->line_count; i++)
        lines[i] = (struct document_line){
            .text = paper->lines[i].text,
            .quantity = paper->lines[i].quantity,
            .price = paper->lines[i].price,
            .net = totals->line_nets[i],
            .tax_id = paper->lines[i].tax_id,
            .account_id = paper->lines[i].account_id ? paper->lines[i].account_id : usual};
    return lines;
}

/* One an instalment; sign -1: we owe it. */
static struct item_new *make_items(struct book *book, const struct paper *paper,
                                   const struct paper_totals *totals, int64_t sign,
                                   struct arena *arena)
{
    struct item_new *items =
        arena_new(arena, ((size_t)totals->instalment_count + 1) * sizeof *items);

    for (int i = 0; i < totals->instalment_count; i++)
        items[i] = (struct item_new){.account_id = account_of(book, ACCOUNT_PART_RECEIVABLE),
                                     .customer_id = paper->customer_id,
                                     .due = totals->instalments[i].due,
                                     .amount = sign * totals->instalments[i].amount,
                                     .value = paper->date};
    return items;
}

enum err invoice_issue(struct tx *tx, const struct paper *paper, struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct paper_totals totals;
    const int64_t sign = paper->kind == DOCUMENT_CREDIT ? -1 : 1;
    enum err e;

    /* look and judge */
    must(paper->kind == DOCUMENT_INVOICE || paper->kind == DOCUMENT_CREDIT ||
         paper->kind == DOCUMENT_DEBIT || paper->kind == DOCUMENT_CHARGE);
    TRY_OUT(judge_accounts(book, paper));
    TRY_OUT(paper_preview(book, paper, &arena, &totals));
    struct ratio rate;
    TRY_OUT(read_rate(book, paper, totals.currency, &arena, &rate));
    bool waits = false;
    if (totals.tax_count && !paper->opening)
        TRY_OUT(deferredtax_waits(book, sign < 0 ? paper->related_id : 0, &waits));
    struct creditanswer answer;
    TRY_OUT(credit_judge_paper(book, paper, &totals, &arena, &answer));

    /* write */
    struct document_line *lines = make_lines(book, paper, &totals, &arena);
    struct item_new *items = make_items(book, paper, &totals, sign, &arena);
    struct posting *postings = arena_new(
        &arena, ((size_t)paper->line_count + (size_t)totals.tax_count + 1) * sizeof *postings);
    const int posting_count = make_postings(book, paper, &totals, lines, waits, sign, postings);
    struct document_new doc = {.kind = paper->kind,
                               .number = paper->number,
                               .customer_id = paper->customer_id,
                               .issued = paper->date,
                               .effective = paper->date,
                               .posted = paper->posted,
                               .currency = totals.currency,
                               .rate = rate,
                               .total = totals.total,
                               .opening = paper->opening,
                               .related_id = paper->related_id,
                               .terms = totals.terms,
                               .po = paper->po,
                               .reference = paper->reference,
                               .text = paper->text,
                               .reason = paper->reason,
                               .lines = lines,
                               .line_count = paper->line_count,
                               .taxes = totals.taxes,
                               .tax_count = totals.tax_count,
                               .offers = totals.offers,
                               .offer_count = totals.offer_count,
                               .items = items,
                               .item_count = totals.instalment_count,
                               .postings = postings,
                               .posting_count = posting_count};
    TRY_OUT(document_post(tx, &doc, out));
    if (answer.by_rule)
        e = credit_tell(tx, paper->customer_id, out->id, answer.why);
out:
    arena_done(&arena);
    return e;
}

enum err invoice_void(struct tx *tx, int64_t id, struct date date, const char *reason,
                      struct document_made *out)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document;
    enum err e;

    TRY_OUT(document_get(book, id, &arena, &document));
    if (document.kind != DOCUMENT_INVOICE && document.kind != DOCUMENT_CREDIT &&
        document.kind != DOCUMENT_DEBIT && document.kind != DOCUMENT_CHARGE) {
        e = fail(book->note, ERR_CONFLICT,
                 "%s is a %s; only invoices, credit memos and debit memos are voided",
                 document.number, document_kind_word(document.kind));
        goto out;
    }
    TRY_OUT(settlement_reverse(tx, id, date, reason, out));
out:
    arena_done(&arena);
    return e;
}

enum err invoice_amend(struct tx *tx, int64_t id, const char *field, const char *value,
                       struct date from)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct document document;
    const char *before = NULL;
    int64_t row = 0;
    enum err e;

    TRY_OUT(document_get(book, id, &arena, &document));
    if (strcmp(field, "po") == 0)
        before = document.po;
    else if (strcmp(field, "reference") == 0)
        before = document.reference;
    else if (strcmp(field, "text") == 0)
        before = document.text;
    else if (strcmp(field, "extension") == 0)
        before = document.extension;
    if (!before) {
        e = fail(book->note, ERR_INPUT,
                 "'%s' cannot be amended; po, reference, text and extension can", field);
        goto out;
    }
    if (strcmp(before, value) == 0)
        goto out;

    struct stmt *q = db_sql(
        book->db, "INSERT INTO amendment (entry_id, document_id, field, before, after, effective)"
                  " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, id);
    bind_text(q, 3, field);
    bind_text(q, 4, before);
    bind_text(q, 5, value);
    bind_i64(q, 6, from.day);
    if (stmt_row(q))
        row = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, id, from.day};
    const char *const texts[] = {field, before, value};
    fact_digest(numbers, 3, texts, 3, &digest);
    tx_fact(tx, FACT_AMENDMENT, row, &digest);
out:
    arena_done(&arena);
    return e;
}
