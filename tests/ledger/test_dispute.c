/* Disputes: a part of an item, from a day, until it is closed. */
#include "ledger/dispute.h"
#include "ledger/disputed.h"
#include "ledger/disputepaper.h"
#include "ledger/disputereason.h"
#include "ledger/disputestep.h"
#include "ledger/firm.h"

static int64_t disputed(int64_t item, const char *as_of, const char *open)
{
    int64_t out = 0;

    assert_answer(item_disputed(firm()->book, item, day(as_of), amount(open), &out));
    return out;
}

static void a_dispute_counts_from_its_day_to_its_closing(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    struct dispute dispute = {.item_id = invoice.first_item,
                              .amount = amount("30.00"),
                              .reason = "PRICE",
                              .opened = day("2026-01-20")};
    int64_t first = 0, second = 0;

    assert_done(dispute_open(firm()->tx, &dispute, &first));
    dispute.amount = 0; /* all the rest */
    dispute.opened = day("2026-02-01");
    assert_done(dispute_open(firm()->tx, &dispute, &second));
    assert_done(dispute_close(firm()->tx, second, day("2026-03-01"), "rejected"));
    assert_done(dispute_close(firm()->tx, first, day("2026-03-10"), "credit memo"));
    static const struct {
        const char *as_of, *open, *want;
    } cases[] = {
        {"2026-01-19", "100.00", "0.00"},   {"2026-01-20", "100.00", "30.00"},
        {"2026-02-01", "100.00", "100.00"}, {"2026-02-01", "25.00", "25.00"},
        {"2026-03-01", "100.00", "30.00"},  {"2026-03-10", "100.00", "0.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(disputed(invoice.first_item, cases[i].as_of, cases[i].open),
                         amount(cases[i].want));
    assert_refused(ERR_CONFLICT, "closed already",
                   dispute_close(firm()->tx, first, day("2026-03-11"), "paid"));
}

static void what_cannot_be_disputed(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-10", "100.00");
    struct dispute dispute = {
        .item_id = invoice.first_item, .amount = amount("100.01"), .opened = day("2026-01-20")};
    int64_t id = 0;

    assert_refused(ERR_CONFLICT, "at most 100.00", dispute_open(firm()->tx, &dispute, &id));
    dispute.amount = amount("10.00");
    dispute.opened = day("2026-01-09");
    assert_refused(ERR_INPUT, "before its own date", dispute_open(firm()->tx, &dispute, &id));
    dispute.opened = day("2026-01-20");
    dispute.item_id = payment.first_item;
    assert_refused(ERR_CONFLICT, "at most 0.00", dispute_open(firm()->tx, &dispute, &id));
    assert_refused(ERR_MISSING, "no dispute 7",
                   dispute_close(firm()->tx, 7, day("2026-01-21"), "paid"));
    dispute.item_id = invoice.first_item;
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_refused(ERR_INPUT, "before it was opened",
                   dispute_close(firm()->tx, id, day("2026-01-19"), "paid"));
}

/* The part that something is left out of is that of the cases whose reason says so. */
static enum err disputed_take(void *self, const struct disputed *disputed)
{
    struct disputed *out = self;

    if (disputed->item_id == out->item_id)
        out->amount = disputed->amount;
    return ERR_OK;
}

static void what_is_disputed_counts_by_the_effect_of_its_reason(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    struct dispute dispute = {.item_id = invoice.first_item,
                              .amount = amount("30.00"),
                              .reason = "price",
                              .opened = day("2026-01-20")};
    struct dispute_reason reason;
    int64_t id = 0;
    bool is = false;

    assert_done(dispute_open(firm()->tx, &dispute, &id));
    dispute.amount = amount("20.00");
    dispute.reason = "NOPO";
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_answer(dispute_reason_get(firm()->book, "nopo", &firm()->arena, &reason, &is));
    assert_true(is);
    reason.stops_interest = reason.spares_credit = false;
    assert_done(dispute_reason_set(firm()->tx, &reason));
    static const struct {
        enum dispute_effect effect;
        const char *want;
    } cases[] = {
        {DISPUTE_ANY, "50.00"},
        {DISPUTE_DUNNING, "50.00"},
        {DISPUTE_INTEREST, "30.00"},
        {DISPUTE_CREDIT, "30.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct disputed out = {invoice.first_item, 0};
        assert_answer(disputed_each_of(firm()->book, cases[i].effect, day("2026-01-20"), 0, 0,
                                       disputed_take, &out));
        assert_int_equal(out.amount, amount(cases[i].want));
    }
    dispute.reason = "WHY";
    assert_refused(ERR_INPUT, "no reason of a dispute: one of PRICE",
                   dispute_open(firm()->tx, &dispute, &id));
}

/* Each step holds how the case stands after it; a closed case takes none. */
static void a_case_goes_step_by_step(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct dispute dispute = {.item_id = invoice.first_item,
                                    .amount = amount("30.00"),
                                    .reason = "DUP",
                                    .opened = day("2026-01-20")};
    struct dispute_step step = {
        .kind = DISPUTE_STEP_STATUS, .day = day("2026-01-22"), .status = DISPUTE_STATUS_WAITING};
    struct dispute now, *then;
    struct dispute_step *steps;
    int64_t id = 0;
    int count = 0;

    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_done(dispute_step_take(firm()->tx, id, &step));
    step = (struct dispute_step){
        .kind = DISPUTE_STEP_ESCALATED, .day = day("2026-02-10"), .owner = "carol"};
    assert_done(dispute_step_take(firm()->tx, id, &step));
    assert_answer(dispute_get(firm()->book, id, &firm()->arena, &now));
    assert_int_equal(now.status, DISPUTE_STATUS_WAITING);
    assert_string_equal(now.owner, "carol");
    assert_int_equal(now.level, 1);
    assert_int_equal(now.due.day, day("2026-01-27").day);      /* seven days, as DUP says */
    assert_int_equal(now.escalate.day, day("2026-02-17").day); /* a week after it went higher */
    assert_answer(
        dispute_list_on(firm()->book, 0, true, day("2026-01-31"), &firm()->arena, &then, &count));
    assert_int_equal(count, 1);
    assert_string_equal(then[0].owner, "anna");
    assert_int_equal(then[0].escalate.day, day("2026-02-03").day);
    assert_answer(dispute_steps(firm()->book, id, &firm()->arena, &steps, &count));
    assert_int_equal(count, 3);
    step.day = day("2026-01-19");
    assert_refused(ERR_INPUT, "before it was opened", dispute_step_take(firm()->tx, id, &step));
    step = (struct dispute_step){.kind = DISPUTE_STEP_NOTE, .day = day("2026-02-11")};
    assert_refused(ERR_INPUT, "a note has words", dispute_step_take(firm()->tx, id, &step));
    assert_done(dispute_close(firm()->tx, id, day("2026-02-12"), "rejected: billed once"));
    step.text = "late";
    assert_refused(ERR_CONFLICT, "is closed", dispute_step_take(firm()->tx, id, &step));
    assert_answer(dispute_get(firm()->book, id, &firm()->arena, &now));
    assert_int_equal(now.status, DISPUTE_STATUS_CLOSED);
    assert_int_equal(now.outcome, DISPUTE_REFUSED);
    assert_string_equal(now.cause, "CUSTOMER");
}

/* The credit memo takes tax back in proportion; the write-off does not; neither goes too far. */
static void a_paper_settles_a_case(void **state)
{
    const int64_t tax = firm_tax("VAT20", 20);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-10", "100.00", tax, 0);
    struct dispute dispute = {.item_id = invoice.first_item,
                              .amount = amount("60.00"),
                              .reason = "PRICE",
                              .opened = day("2026-01-20")};
    struct document_made credit, writeoff;
    struct tax_line *taxes;
    struct item item;
    int64_t id = 0, open = 0;
    int count = 0;

    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_answer(dispute_get(firm()->book, id, &firm()->arena, &dispute));
    assert_refused(
        ERR_CONFLICT, "is over 60.00",
        dispute_credit(firm()->tx, &dispute, amount("60.01"), day("2026-02-01"), "x", &credit));
    assert_done(
        dispute_credit(firm()->tx, &dispute, amount("36.00"), day("2026-02-01"), "PRICE", &credit));
    assert_answer(document_taxes(firm()->book, credit.id, &firm()->arena, &taxes, &count));
    assert_int_equal(count, 1);
    assert_int_equal(taxes[0].net, amount("30.00"));
    assert_int_equal(taxes[0].tax, amount("6.00"));
    assert_done(dispute_write_off(firm()->tx, &dispute, amount("4.00"), day("2026-02-01"), "PRICE",
                                  &writeoff));
    assert_answer(item_get(firm()->book, invoice.first_item, &firm()->arena, &item));
    assert_int_equal(item.open, amount("80.00"));
    assert_answer(dispute_taken(firm()->book, &dispute, credit.id, &open));
    assert_int_equal(open, amount("36.00"));
    firm_apply(firm_pay("ACME", "2026-02-02", "70.00").first_item, invoice.first_item, "70.00");
    assert_refused(ERR_CONFLICT, "only 10.00 open",
                   dispute_write_off(firm()->tx, &dispute, amount("11.00"), day("2026-02-03"), "x",
                                     &writeoff));
    assert_answer(dispute_room(firm()->book, &dispute, 0, &open));
    assert_int_equal(open, amount("10.00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_dispute_counts_from_its_day_to_its_closing),
        FIRM(what_cannot_be_disputed),
        FIRM(what_is_disputed_counts_by_the_effect_of_its_reason),
        FIRM(a_case_goes_step_by_step),
        FIRM(a_paper_settles_a_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
