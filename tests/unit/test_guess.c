/* The mapping proposed for real headers, day-month orders and decimal marks. */
#include "io/guess.h"
#include "io/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MAX 32

struct map_case {
    enum guess_kind kind;
    const char *header; /* joined by | */
    const char *row;    /* NULL = none */
    const char *map;
};

static const struct map_case map_cases[] = {
    {GUESS_HISTORY,
     "countrycode|customerID|PaperlessDate|invoiceNumber|InvoiceDate|DueDate|InvoiceAmount|"
     "Disputed|"
     "SettledDate|PaperlessBill|DaysToSettle|DaysLate",
     "770|3993-QUNVJ|31/12/2012|280670965|03/01/2012|02/02/2012|50.39|No|23/01/2012|Paper|20|0",
     "customer=customerID; number=invoiceNumber; date=InvoiceDate; due=DueDate; "
     "amount=InvoiceAmount; "
     "paid=SettledDate; disputed=Disputed"},
    {GUESS_HISTORY,
     "invoice_id|contact_id|date|updated_date_utc|planned_payment_date|due_date|expected_payment_"
     "date|"
     "fully_paid_on_date|_fivetran_synced|amount_credited|amount_due|amount_paid|sub_total|total|"
     "total_tax|currency_code|currency_rate|has_attachments|has_errors|invoice_number|is_"
     "discounted|"
     "line_amount_types|reference|sent_to_contact|status|type|url",
     "e11|00cf|2020-04-21|2020-04-26 14:45:34.083 UTC||2020-04-21|||2021-01-31 19:13:31.055 "
     "UTC|0|0|0|"
     "47.99|47.99|0|CAD|1|true|false|RB9343258447|false|Exclusive|||VOIDED|ACCPAY|",
     "customer=contact_id; number=invoice_number; kind=type; date=date; due=due_date; "
     "amount=total; "
     "currency=currency_code; rate=1/currency_rate; status=status; reference=reference; "
     "open=amount_due; paid=fully_paid_on_date"},
    {GUESS_INVOICES,
     "InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
     "536365|85123A|WHITE HANGING HEART|6|2010-12-01 08:26:00|2.55|17850.0|United Kingdom",
     "customer=CustomerID; number=InvoiceNo; date=InvoiceDate; text=Description; "
     "quantity=Quantity; "
     "price=UnitPrice"},
    {GUESS_PAYMENTS, "Payment No|Payment Date|Customer|Amount (EUR)|Method|Invoice No", NULL,
     "customer=Customer; number=\"Payment No\"; date=\"Payment Date\"; amount=\"Amount (EUR)\"; "
     "method=Method; invoice=\"Invoice No\""},
    {GUESS_CUSTOMERS, "Code|Company Name|E-Mail|Phone|Credit Limit|Payment Terms", NULL,
     "customer=Code; name=\"Company Name\"; terms=\"Payment Terms\"; email=E-Mail; phone=Phone; "
     "limit=\"Credit Limit\""},
    {GUESS_INVOICES, "Date|Due|Amount|Total", "x|2026-01-02|n/a|5.00",
     "date=Date; due=Due; amount=Total"},
    {GUESS_INVOICES, "Number|Amount due|Currency rate", NULL,
     "number=Number; amount=\"Amount due\"; rate=\"Currency rate\""},
    {GUESS_CUSTOMERS, "Code|Billing Country|Language|Customer Group", NULL,
     "customer=Code; country=\"Billing Country\"; language=Language; class=\"Customer Group\""},
    {GUESS_INVOICES, "foo|bar", NULL, ""},
};

/* Is it one of our field names for this kind of import? */
static bool is_field(enum guess_kind kind, const char *name)
{
    const char *field = NULL;
    while ((field = guess_field_next(kind, field)) != NULL)
        if (strcmp(field, name) == 0)
            return true;
    return false;
}

static int split(struct arena *arena, const char *text, const char **fields)
{
    int count = 0;

    for (;;) {
        size_t n = strcspn(text, "|");

        fields[count++] = arena_bytes(arena, text, n);
        if (text[n] == 0)
            return count;
        text += n + 1;
    }
}

static void test_maps(void **state)
{
    for (size_t i = 0; i < sizeof(map_cases) / sizeof(*map_cases); i++) {
        const struct map_case *c = &map_cases[i];
        struct arena arena = {0};
        struct guess guess;
        const char *fields[MAX];

        guess_init(&guess, c->kind, split(&arena, c->header, fields), fields, &arena);
        if (c->row != NULL) {
            assert_int_equal(split(&arena, c->row, fields), guess.count);
            guess_row(&guess, fields);
        }
        guess_end(&guess);
        assert_string_equal(guess_map(&guess, &arena), c->map);
        for (int k = 0; k < guess.count; k++)
            if (guess.columns[k].field != NULL)
                assert_true(is_field(c->kind, guess.columns[k].field));
        arena_done(&arena);
    }
}

/* Opening items are what is open. */
static void test_opening(void **state)
{
    struct arena arena = {0};
    struct guess guess;
    const char *const names[] = {"Number", "Total", "Open amount"};

    guess_init(&guess, GUESS_INVOICES, 3, names, &arena);
    guess_end(&guess);
    assert_string_equal(guess_map(&guess, &arena),
                        "number=Number; amount=Total; open=\"Open amount\"");
    guess.opening = true;
    guess_end(&guess);
    assert_string_equal(guess_map(&guess, &arena), "number=Number; amount=\"Open amount\"");
    arena_done(&arena);
}

struct dates_case {
    const char *date, *due; /* values joined by | */
    enum guess_dates first, second, file;
};

static const struct dates_case dates_cases[] = {
    {"03/01/2012|31/12/2012", "02/02/2012|30/01/2013", DATES_DMY, DATES_DMY, DATES_DMY},
    {"01/03/2012|12/31/2012", "02/02/2012|02/03/2013", DATES_MDY, DATES_EITHER, DATES_MDY},
    {"03/01/2012|04/05/2012", "02/02/2012|06/07/2012", DATES_EITHER, DATES_EITHER, DATES_EITHER},
    {"02/02/2012|05/05/2012", "|", DATES_SAME, DATES_NONE, DATES_SAME},
    {"2012-01-03|2012-12-31", "2013-01-02 00:00:00|", DATES_YMD, DATES_YMD, DATES_YMD},
    {"13/01/2012|31/12/2012", "01/13/2012|12/31/2012", DATES_DMY, DATES_MDY, DATES_MIXED},
    {"13.01.2012|31.12.2012", "|", DATES_DMY, DATES_NONE, DATES_DMY},
    {"|", "|", DATES_NONE, DATES_NONE, DATES_NONE},
};

static void test_dates(void **state)
{
    static const char *const names[] = {"date", "due"};

    for (size_t i = 0; i < sizeof(dates_cases) / sizeof(*dates_cases); i++) {
        const struct dates_case *c = &dates_cases[i];
        struct arena arena = {0};
        struct guess guess;
        const char *dates[MAX], *dues[MAX];
        int rows = split(&arena, c->date, dates);

        assert_int_equal(split(&arena, c->due, dues), rows);
        guess_init(&guess, GUESS_INVOICES, 2, names, &arena);
        for (int r = 0; r < rows; r++)
            guess_row(&guess, (const char *const[]){dates[r], dues[r]});
        guess_end(&guess);
        if (guess.columns[0].dates != c->first || guess.columns[1].dates != c->second ||
            guess.dates != c->file)
            fail_msg("case %zu: %d %d %d", i, (int)guess.columns[0].dates,
                     (int)guess.columns[1].dates, (int)guess.dates);
        arena_done(&arena);
    }
}

struct decimal_case {
    const char *values;
    bool number;
    char decimal;
    bool unclear;
};

static const struct decimal_case decimal_cases[] = {
    {"50.39|1234.5", true, '.', false},
    {"50,39|1.234,50", true, ',', false},
    {"1,234.50|7", true, '.', false},
    {"1.234.567", true, ',', false},
    {"1,234|5,678", true, 0, true},
    {"1.234|7.50", true, '.', false},
    {"0.001", true, '.', false},
    {"5|17|", true, 0, false},
    {"-5.00|(3.20)|$ 12.00|€7.10|4.00 EUR", true, '.', false},
    {"1 234,50", true, ',', false},
    {"12.5|n/a", false, 0, false},
    {"1.50|1,50", true, 0, true},
};

static void test_decimals(void **state)
{
    static const char *const names[] = {"amount"};

    for (size_t i = 0; i < sizeof(decimal_cases) / sizeof(*decimal_cases); i++) {
        const struct decimal_case *c = &decimal_cases[i];
        struct arena arena = {0};
        struct guess guess;
        const char *values[MAX];
        int rows = split(&arena, c->values, values);

        guess_init(&guess, GUESS_INVOICES, 1, names, &arena);
        for (int r = 0; r < rows; r++)
            guess_row(&guess, &values[r]);
        guess_end(&guess);
        if (guess.columns[0].number != c->number || guess.columns[0].decimal != c->decimal ||
            guess.columns[0].decimal_unclear != c->unclear)
            fail_msg("%s: number %d, decimal %d, unclear %d", c->values, guess.columns[0].number,
                     guess.columns[0].decimal, guess.columns[0].decimal_unclear);
        if (c->number) {
            assert_int_equal(guess.decimal_unclear, c->unclear);
            if (!c->unclear)
                assert_int_equal(guess.decimal, c->decimal != 0 ? c->decimal : '.');
        }
        arena_done(&arena);
    }
}

static void test_field_names(void **state)
{
    int count = 0;

    for (const char *field = NULL; (field = guess_field_next(GUESS_HISTORY, field)) != NULL;)
        count++;
    assert_int_equal(count, 17);
    assert_false(is_field(GUESS_HISTORY, "email"));
    assert_false(is_field(GUESS_INVOICES, "colour"));
}

struct real_case {
    const char *file;
    enum guess_kind kind;
    int64_t rows;
    enum guess_dates dates;
    const char *map;
};

static const struct real_case real_cases[] = {
    {"invoices/WA_Fn-UseC_-Accounts-Receivable.csv", GUESS_HISTORY, 2466, DATES_DMY,
     "customer=customerID; number=invoiceNumber; date=InvoiceDate; due=DueDate; "
     "amount=InvoiceAmount; "
     "paid=SettledDate; disputed=Disputed"},
    {"invoices/xero_invoice_data.csv", GUESS_HISTORY, 601, DATES_YMD,
     "customer=contact_id; number=invoice_number; kind=type; date=date; due=due_date; "
     "amount=total; "
     "currency=currency_code; rate=1/currency_rate; status=status; reference=reference; "
     "open=amount_due; paid=fully_paid_on_date"},
    {"invoices/online-retail-2010-12.csv.gz", GUESS_INVOICES, 42481, DATES_YMD,
     "customer=CustomerID; number=InvoiceNo; date=InvoiceDate; text=Description; "
     "quantity=Quantity; "
     "price=UnitPrice"},
};

static void test_real_files(void **state)
{
    const char *folder = getenv("REALDATA");

    if (folder == NULL)
        skip();
    for (size_t i = 0; i < sizeof(real_cases) / sizeof(*real_cases); i++) {
        const struct real_case *c = &real_cases[i];
        struct arena arena = {0};
        struct note note = {0};
        struct guess guess;
        struct reader *reader;
        const struct reader_row *row;
        char path[1000];
        int64_t rows = 0;

        snprintf(path, sizeof(path), "%s/%s", folder, c->file);
        if (reader_open(path, NULL, &note, &reader) != ERR_OK)
            fail_msg("%s", note.text);
        row = reader_head(reader);
        guess_init(&guess, c->kind, row->count, row->fields, &arena);
        while (reader_next(reader, &row) == ERR_OK && row != NULL) {
            guess_row(&guess, row->fields);
            rows++;
        }
        guess_end(&guess);
        assert_string_equal(note.text, "");
        assert_int_equal(rows, c->rows);
        assert_int_equal(guess.dates, c->dates);
        assert_int_equal(guess.decimal, '.');
        assert_false(guess.decimal_unclear);
        assert_string_equal(guess_map(&guess, &arena), c->map);
        reader_close(reader);
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_maps),
        cmocka_unit_test(test_opening),       cmocka_unit_test(test_dates),
        cmocka_unit_test(test_decimals),   cmocka_unit_test(test_field_names),
        cmocka_unit_test(test_real_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
