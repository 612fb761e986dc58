/* Finding: a small firm with everything in it, and who is found by what; and a hundred thousand
 * names of which none is missed. */
#include "ledger/alias.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/finding.h"
#include "ledger/firm.h"
#include "ledger/invoice.h"
#include "ledger/names.h"
#include "ledger/person.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static int64_t customer(const char *code, const char *name, const char *phone, const char *tax,
                        const char *address)
{
    struct customer customer;
    int64_t id = 0;

    customer_init(&customer, money_in("EUR"));
    customer.code = code;
    customer.name = name;
    customer.phone = phone;
    customer.tax_number = tax;
    customer.address = address;
    assert_done(customer_add(firm()->tx, &customer, &id));
    return id;
}

static struct document_made invoice(int64_t customer_id, const char *date, const char *total,
                                    const char *reference, const char *po, const char *line)
{
    const struct paper_line lines[] = {
        {.text = line, .quantity = MICRO, .fixed = true, .net = amount(total)}};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = customer_id,
                                .date = day(date),
                                .due = DATE_NONE,
                                .posted = DATE_NONE,
                                .reference = reference,
                                .po = po,
                                .lines = lines,
                                .line_count = 1};
    struct document_made made;

    assert_done(invoice_issue(firm()->tx, &paper, &made));
    return made;
}

static void small_firm(void)
{
    const int64_t acme =
        customer("ACME", "Acme Holdings Ltd", "+1 617 555-0100", "US 12 345", "1 Main St, Boston");
    const int64_t borealis = customer("BOREALIS", "Borealis Éclairage", "", "", "Ring 2, Kiel");
    const int64_t greek = customer("0042", "Ελληνική Εταιρεία", "", "", "");
    const struct person person = {.customer_id = borealis,
                                  .name = "Zoë Novák",
                                  .role = "",
                                  .phone = "0431/222333",
                                  .email = "zoe@borealis.example"};
    int64_t id = 0;

    assert_done(person_add(firm()->tx, &person, &id));
    const struct alias alias = {.kind = ALIAS_ACCOUNT,
                                .value = "DE89 3704 0044 0532 0130 00",
                                .customer_id = borealis,
                                .source = "",
                                .confirmed = "anna"};
    assert_done(alias_add(firm()->tx, &alias, &id));
    invoice(acme, "2026-03-01", "500.00", "PO-4711", "", "Lampshades");    /* INV-1001 */
    invoice(acme, "2026-04-01", "1234.56", "", "B-77", "Cables");          /* INV-1002 */
    invoice(borealis, "2026-04-02", "300.00", "", "", "Lamps, 42 pieces"); /* INV-1003 */
    const struct document_made part = invoice(greek, "2026-05-01", "80.00", "", "", "Bulbs");
    const struct payment payment = {.customer_id = borealis,
                                    .amount = {amount("123.45"), money_in("EUR")},
                                    .date = day("2026-05-10"),
                                    .posted = DATE_NONE,
                                    .value = DATE_NONE,
                                    .method = METHOD_TRANSFER,
                                    .reference = "cheque 900",
                                    .payer = "Nordlicht Bank"};
    struct document_made paid;
    int64_t item = 0;
    assert_done(payment_receive(firm()->tx, &payment, &paid, &item));
    const struct document_made money = firm_pay("0042", "2026-05-20", "30.00");
    firm_apply(money.first_item, part.first_item, "30.00"); /* INV-1004: 50.00 open */
    struct dispute dispute = {.item_id = part.first_item,
                              .amount = amount("11.11"),
                              .reason = "QTY",
                              .opened = day("2026-05-21"),
                              .text = "two bulbs were broken"};
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_done(invoice_amend(firm()->tx, part.id, "reference", "late-888", day("2026-05-22")));
}

/* "INV-1001 ACME": numbers and codes of all that is found, the best first. */
static const char *found(const char *text, unsigned kinds, int64_t customer_id, bool open)
{
    struct arena *arena = &firm()->arena;
    struct sought sought;
    struct finding *finding = NULL;
    const char *line = "";
    bool more = true;

    assert_answer(sought_parse(text, &notation_plain, arena, &sought, &firm()->note));
    const struct finding_query query = {
        .sought = &sought, .kinds = kinds, .customer_id = customer_id, .open_only = open};
    assert_answer(names_figures(firm()->book));
    assert_answer(finding_begin(firm()->book, &query, &finding));
    while (more)
        assert_answer(finding_step(finding, &more));
    for (size_t i = 0; i < finding_count(finding); i++) {
        const struct found hit = finding_at(finding, i);
        struct found_row row;
        assert_answer(found_read(firm()->book, &hit, &sought, arena, &row));
        line = arena_format(arena, "%s%s%s%s", line, *line ? " " : "",
                            hit.kind == FOUND_DISPUTE ? "case-"
                            : hit.kind == FOUND_ENTRY ? "entry-"
                                                      : "",
                            row.number);
    }
    finding_done(finding);
    return line;
}

/* Everything but the journal, which repeats the arguments of these tests. */
#define ALL (~FINDING_ENTRIES)

static void who_is_found_by_what(void **state)
{
    static const struct {
        const char *typed, *found;
    } cases[] = {
        /* customers */
        {"acme", "ACME"},
        {"ACME", "ACME"},
        {"acme holdings ltd", "ACME"},
        {"ltd holdings", "ACME"}, /* words in any order */
        {"eclairage", "BOREALIS"},
        {"ελληνικη", "0042"},
        {"boraelis", "BOREALIS"}, /* a slip, as nobody has it so */
        {"boston", "ACME"},
        {"6175550100", "ACME"},
        {"617 555", "ACME"},
        {"us12345", "ACME"},
        {"novak", "BOREALIS"},
        {"0431222333", "BOREALIS"},
        {"zoe@borealis", "BOREALIS"},
        {"DE89370400440532013000", "BOREALIS"}, /* the account that it pays from */
        {"0532 0130", "BOREALIS"},
        /* numbers */
        {"INV-1002", "INV-1002"},
        {"inv-1002", "INV-1002"},
        {"1002", "INV-1002 P-1002"}, /* the open one first */
        {"01002", "INV-1002 P-1002"},
        {"inv-100", "INV-1002 INV-1001 INV-1003 INV-1004"},
        {"RF86INV1002", ""}, /* wrong check digits */
        /* references, order numbers, texts */
        {"po-4711", "INV-1001"},
        {"4711", "INV-1001"},
        {"b-77", "INV-1002"},
        {"cheque", "P-1001"},
        {"nordlicht", "P-1001"},
        {"cables", "INV-1002"},
        {"shades", "INV-1001"},
        {"late-888", "INV-1004"}, /* amended */
        {"broken", "case-1"},
        {"QTY bulbs", "case-1"},
        /* a code goes before a word in a text */
        {"42", "0042 INV-1003"},
        /* amounts */
        {"123.45", "P-1001"},
        {"500", "INV-1001"},
        {"=500", "INV-1001"},
        {"~501", "INV-1001"},
        {"~1243.56", "INV-1002"},
        {"50.00", "INV-1004"}, /* what is open */
        {"80", "INV-1004"},
        {"30", "P-1002 BOREALIS"}, /* an amount, and in an account */
        {"11.11", "case-1"},
        {">1000", "INV-1002"},
        {"<20", "case-1"},
        {"100..130", "P-1001"},
        {">100 <400", "INV-1003 P-1001"},
        /* both */
        {"acme >1000", "INV-1002"},
        {"boston >=500", "INV-1002 INV-1001"},
        {"acme cables", "INV-1002"},
        {"acme lamps", "INV-1001"},
        {"borealis lamps", "INV-1003"},
        {"acme bulbs", ""},
        {"nobody", ""},
        {">1000 USD", ""},
    };
    struct arena *arena = &firm()->arena;

    small_firm();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = found(cases[i].typed, ALL, 0, false);
        if (strcmp(got, cases[i].found) != 0)
            fail_msg("%s: found %s, not %s", cases[i].typed, got, cases[i].found);
        arena_reset(arena);
    }
}

static void only_some_of_it(void **state)
{
    int64_t acme = 0;

    small_firm();
    assert_answer(customer_find_id(firm()->book, "ACME", &acme));
    assert_string_equal(found(">100", ALL, acme, false), "INV-1002 INV-1001");
    assert_string_equal(found("1002", DOCUMENT_MASK(DOCUMENT_PAYMENT), 0, false), "P-1002");
    assert_string_equal(found("lamps", DOCUMENT_MASK(DOCUMENT_INVOICE), 0, false),
                        "INV-1001 INV-1003");
    assert_string_equal(found("1002", ALL, 0, true), "INV-1002"); /* P-1002 is applied */
    assert_string_equal(found("borealis", FINDING_CUSTOMERS, 0, true), "BOREALIS");
    assert_string_equal(found("broken", FINDING_DISPUTES, 0, false), "case-1");
    assert_string_equal(found("a new book", FINDING_ENTRIES, 0, false), "entry-1");
}

/* What another clerk changes is found by the next search. */
static void what_changes_is_found(void **state)
{
    struct customer changed;
    int64_t acme = 0;

    small_firm();
    assert_string_equal(found("zenith", ALL, 0, false), "");
    assert_answer(customer_find_id(firm()->book, "ACME", &acme));
    assert_answer(customer_get(firm()->book, acme, &firm()->arena, &changed));
    changed.name = "Zenith Holdings";
    assert_done(customer_set(firm()->tx, &changed, DATE_NONE));
    assert_string_equal(found("zenith", ALL, 0, false), "ACME");
    const struct person person = {
        .customer_id = acme, .name = "Ida Quill", .role = "", .phone = "", .email = ""};
    int64_t id = 0;
    assert_done(person_add(firm()->tx, &person, &id));
    assert_string_equal(found("quill", ALL, 0, false), "ACME");
}

static void a_reference_made_of_a_number_finds_it(void **state)
{
    char reference[32];

    small_firm();
    for (int check = 0; check < 100; check++) {
        snprintf(reference, sizeof reference, "RF%02dINV1002", check);
        const char *got = found(reference, ALL, 0, false);
        if (*got) {
            assert_string_equal(got, "INV-1002");
            return;
        }
    }
    fail_msg("no check digits fit");
}

#define MANY 100000

/* Every one by its code and by its name, among as many others; and all of them by what all have. */
static void of_a_hundred_thousand_none_is_missed(void **state)
{
    static const char *const words[] = {"Acme", "Grüße", "Ελλάς", "Светлана", "北京"};
    struct tx *tx = firm_start("customer add");
    struct sought sought;
    struct finding *finding = NULL;
    struct names *names;
    struct arena arena = {0};
    enum err e = ERR_OK;

    for (int i = 0; i < MANY && e == ERR_OK; i++) {
        struct customer made;
        int64_t id = 0;
        customer_init(&made, money_in("EUR"));
        made.code = arena_format(&arena, "K%06d", i);
        made.name = arena_format(&arena, "%s N%dx", words[i % 5], i);
        e = customer_add(tx, &made, &id);
        arena_reset(&arena);
    }
    assert_int_equal(firm_finish(e), ERR_OK);
    assert_answer(names_of(firm()->book, &names));
    assert_int_equal(names->count, MANY);

    static const struct {
        const char *typed;
        size_t count;
    } counts[] = {{"k", MANY},         {"acme", MANY / 5},  {"grusse", MANY / 5},
                  {"ελλας", MANY / 5}, {"СВЕТЛ", MANY / 5}, {"京", MANY / 5},
                  {"x", MANY},         {"n0x", 1},          {"K099999", 1},
                  {"99999", 1},        {"acme n5x", 1},     {"zz", 0}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        assert_answer(sought_parse(counts[i].typed, &notation_plain, &arena, &sought, NULL));
        const struct finding_query query = {.sought = &sought};
        assert_answer(finding_begin(firm()->book, &query, &finding));
        if (finding_count(finding) != counts[i].count)
            fail_msg("%s: %zu, not %zu", counts[i].typed, finding_count(finding), counts[i].count);
        finding_done(finding);
        arena_reset(&arena);
    }
    for (int i = 0; i < MANY; i += 997) { /* the whole code is the first of all */
        char code[16];
        snprintf(code, sizeof code, "k%06d", i);
        assert_answer(sought_parse(code, &notation_plain, &arena, &sought, NULL));
        bool is = false;
        for (size_t n = 0; n < names->count; n++) {
            const struct name_match match = name_match(&names->rows[n], &sought, false);
            is = is || (match.rank == RANK_CODE && strcasecmp(names->rows[n].code, code) == 0);
            assert_true(match.rank != RANK_CODE || strcasecmp(names->rows[n].code, code) == 0);
        }
        assert_true(is);
        arena_reset(&arena);
    }
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(who_is_found_by_what),
        FIRM(only_some_of_it),
        FIRM(what_changes_is_found),
        FIRM(a_reference_made_of_a_number_finds_it),
        FIRM(of_a_hundred_thousand_none_is_missed),
    };
    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
