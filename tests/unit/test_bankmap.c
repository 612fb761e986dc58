/* Banks' CSV files: the map that is proposed, what only a person can tell, and what a map reads. */
#include "io/bankfile.h"
#include "io/bankmap.h"
#include "io/bankvalue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "tests/sample/bank/"

struct proposal_case {
    const char *name, *map, *unclear;
};

static const struct proposal_case proposals[] = {
    {"signed.csv",
     "date=Buchungstag; value=Wertstellung; amount=\"Betrag (EUR)\"; balance=Saldo; "
     "name=Auftraggeber/Empfänger; account=IBAN; text=Verwendungszweck; dates=dmy; decimal=,",
     ""},
    {"columns.csv",
     "date=\"Transaction date\"; in=\"Deposits (SGD)\"; out=\"Withdrawals (SGD)\"; "
     "balance=\"Balance (SGD)\"; text=Description; header=4; dates=dmy; decimal=.",
     ""},
    {"sides.csv",
     "date=Datum; amount=\"Bedrag (EUR)\"; sign=\"Af Bij\"; name=\"Naam / Omschrijving\"; "
     "account=Tegenrekening; text=Mededelingen; code=MutatieSoort; own=Rekening; dates=ymd; "
     "decimal=,",
     ""},
    {"plain.csv", "date=1; amount=2; balance=4; text=3; header=0; dates=ymd; decimal=.", ""},
    {"pending.csv",
     "date=\"Date Processed\"; amount=Amount; sign=4; text=Description; dates=ymd; decimal=.", ""},
    {"inverted.csv", "date=1; amount=4; text=3; header=0; dates=ymd; decimal=.; invert=yes", ""},
    {"either.csv", "date=Date; amount=Amount; text=Description; decimal=.",
     "The days fit day-month as well as month-day: say --dates dmy or --dates mdy."},
    {"nosign.csv", "date=1; text=2; header=0; dates=ymd; decimal=.",
     "The amounts stand in column 3 or 4 and have no sign: say which is money in and which out, "
     "as in=4; out=3."},
};

static void proposals_leave_open_what_the_file_does(void **state)
{
    for (size_t i = 0; i < sizeof proposals / sizeof proposals[0]; i++) {
        struct arena arena = {0};
        struct note note = {0};
        struct bank_proposal out;
        char path[200];

        snprintf(path, sizeof path, "%s%s", FOLDER, proposals[i].name);
        if (bankmap_propose(path, &(struct bank_said){0}, &arena, &note, &out) != ERR_OK)
            fail_msg("%s: %s", path, note.text);
        if (strcmp(out.map, proposals[i].map) != 0 ||
            strcmp(out.unclear, proposals[i].unclear) != 0)
            fail_msg("%s: %s (%s)", path, out.map, out.unclear);
        arena_done(&arena);
    }
}

static void a_header_alone_is_nothing_to_read(void **state)
{
    struct arena arena = {0};
    struct note note = {0};
    struct bank_proposal out;

    assert_int_equal(
        bankmap_propose(FOLDER "header.csv", &(struct bank_said){0}, &arena, &note, &out),
        ERR_INPUT);
    assert_non_null(strstr(note.text, "the file has a header and no rows below it"));
    arena_done(&arena);
}

/* ---- reading ---- */

struct read_case {
    const char *name, *map, *says;
};

/* Lines as "day amount status text", then the end of each statement. */
static const struct read_case reads[] = {
    {"signed.csv", NULL,
     "2026-11-20 1250.50 EUR booked INV-1001; zweite Zeile\n2026-11-19 -5.00 EUR booked Gebühr\n"
     "= 105.00 1350.50 tie 1\n"},
    {"columns.csv", NULL,
     "2026-11-25 1000.00 SGD booked TRANSFER FISH & CHIPS INV-1001\n"
     "2026-11-26 -0.50 SGD booked FEE\n= 100.00 1099.50 tie 1\n"},
    {"sides.csv", NULL,
     "2026-11-20 10.50 EUR booked INV-1001\n2026-11-21 -1.25 EUR booked fee\n"
     "= 0.00 0.00 tie 0\n2026-11-21 -2.00 EUR booked fee of the other account\n"
     "= 0.00 0.00 tie 0\n"},
    {"plain.csv", NULL,
     "2026-11-24 -123.12  booked CARD SHOP\n2026-11-23 50.00  booked SALARY\n"
     "= 973.12 900.00 tie 1\n"},
    {"pending.csv", NULL,
     " -67.40 GBP pending SHOP\n2026-12-12 -1183.23 GBP booked LONDON, N1\n"
     "2026-12-02 1100.00 GBP booked PAYMENT RECEIVED - THANK YOU\n= 0.00 0.00 tie 0\n"},
    {"inverted.csv", NULL,
     "2026-01-17 -30.00  booked SHOP\n2026-01-19 500.00  booked INTERNET PAYMENT RECEIVED\n"
     "= 0.00 0.00 tie 0\n"},
    {"gap.csv", "date=1; amount=2; balance=3; header=0; dates=ymd; decimal=.",
     "2026-11-20 1.00  booked \n2026-11-21 2.00  booked \n2026-11-22 -2.00  booked \n"
     "2026-11-23 4.00  booked \n= 9.00 14.00 tie 2 line 3\n"},
    {"either.csv", "date=Date; amount=Amount; dates=mdy; decimal=.",
     "2026-10-02 -5.00  booked \n= 0.00 0.00 tie 0\n"},
    {"nosign.csv", "date=1; out=3; text=5; text=2; header=0; dates=dmy; decimal=.",
     "2026-02-27 -7.80  booked SHOP UMC-\n= 0.00 0.00 tie 0\n"},
};

static enum err take_line(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    char amount[MONEY_TEXT], day[DATE_TEXT];

    buf_format(self, "%s %s %s %s %s\n", date_iso(line->booked, day),
               money_plain(money_of(line->amount, line->currency), amount), line->currency.code,
               bank_status_word(line->status), line->text);
    return ERR_OK;
}

static enum err take_end(void *self, const struct bank_statement *statement)
{
    const struct currency cents = {"", 2};
    char opening[MONEY_TEXT], closing[MONEY_TEXT];

    buf_format(
        self, "= %s %s tie %d", money_plain(money_of(statement->opening.amount, cents), opening),
        money_plain(money_of(statement->closing.amount, cents), closing), (int)statement->tie);
    if (statement->broken_line)
        buf_format(self, " line %lld", (long long)statement->broken_line);
    buf_char(self, '\n');
    return ERR_OK;
}

static void maps_read_what_they_say(void **state)
{
    for (size_t i = 0; i < sizeof reads / sizeof reads[0]; i++) {
        struct arena arena = {0};
        struct note note = {0};
        struct bank_proposal proposal;
        struct bank_options options = {.map = reads[i].map};
        struct bank_result result;
        struct buf said;
        char path[200];
        const struct bank_sink sink = {.line = take_line, .end = take_end, .self = &said};

        buf_init(&said, 1 << 16);
        snprintf(path, sizeof path, "%s%s", FOLDER, reads[i].name);
        if (!options.map) {
            assert_int_equal(
                bankmap_propose(path, &(struct bank_said){0}, &arena, &note, &proposal), ERR_OK);
            options.map = proposal.map;
        }
        if (bankfile_read(path, &options, &sink, &note, &result) != ERR_OK)
            fail_msg("%s: %s", path, note.text);
        if (strcmp(said.data, reads[i].says) != 0)
            fail_msg("%s says\n%s", path, said.data);
        buf_done(&said);
        arena_done(&arena);
    }
}

struct wrong_case {
    const char *name, *map, *words;
};

static const struct wrong_case wrongs[] = {
    {"either.csv", "date=Date; amount=Amount; decimal=.", "--map lacks dates=dmy"},
    {"either.csv", "date=Date; amount=Amount; dates=dmy", "--map lacks decimal=."},
    {"either.csv", "date=Day; amount=Amount; dates=dmy; decimal=.",
     "there is no column 'Day' for date; the file has 3 columns"},
    {"either.csv", "date=Date; dates=dmy; decimal=.", "which column has the amount?"},
    {"either.csv", "date=Date; amount=Description; dates=dmy; decimal=.",
     "line 2, column 2: \"A\" is not an amount"},
    {"either.csv", "date=Description; amount=Amount; dates=dmy; decimal=.",
     "line 2, column 2: \"A\" is not a date"},
    {"either.csv", "date=Date; amount=Amount; dates=dmy; decimal=.; colour=red",
     "colour=red is neither a column nor an option"},
    {"either.csv", "date=Date; amount=Amount; dates=ddm; decimal=.", "dates is ymd, dmy or mdy"},
    {"either.csv", "date=Date; date=Amount; dates=dmy; decimal=.", "date stands there twice"},
};

static void wrong_maps_are_refused(void **state)
{
    for (size_t i = 0; i < sizeof wrongs / sizeof wrongs[0]; i++) {
        const struct bank_options options = {.map = wrongs[i].map};
        const struct bank_sink sink = {0};
        struct bank_result result;
        struct note note = {0};
        char path[200];

        snprintf(path, sizeof path, "%s%s", FOLDER, wrongs[i].name);
        if (bankfile_read(path, &options, &sink, &note, &result) == ERR_OK ||
            !strstr(note.text, wrongs[i].words))
            fail_msg("%s: %s", wrongs[i].map, note.text);
    }
}

/* ---- values ---- */

static void days_are_read_as_banks_write_them(void **state)
{
    static const char *const days[][2] = {
        {"12-Dec-2019", "2019-12-12"},
        {"27 Feb 2018", "2018-02-27"},
        {"10-Nov-9", "2009-11-10"},
        {"09-Nov-10", "2010-11-09"},
        {"20091224120000[0:GMT]", "2009-12-24"},
        {"20261122", "2026-11-22"},
        {"22.11.26", "2026-11-22"},
        {"2026/11/22", "2026-11-22"},
        {"1 september 2026", "2026-09-01"},
    };

    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        struct date day;
        char shown[DATE_TEXT];

        assert_int_equal(bank_day_parse(days[i][0], DATE_DMY, &day, NULL), ERR_OK);
        assert_string_equal(date_iso(day, shown), days[i][1]);
    }
}

static void amounts_are_read_as_banks_write_them(void **state)
{
    static const struct {
        const char *text;
        char decimal;
        int64_t minor;
    } amounts[] = {
        {"- $21.59", '.', -2159},
        {"($85.00)", '.', -8500},
        {"$.23", '.', 23},
        {"+ \xC2\xA3"
         "1,100.00",
         '.', 110000},
        {"1.234,5-", ',', -123450},
        {"100.00 DR", '.', -10000},
        {"EUR 12,50", ',', 1250},
        {" 7.80", '.', 780},
        {"1'000.05 CHF", '.', 100005},
        {"-0", '.', 0},
        {"+120,00", ',', 12000},
    };
    static const char *const wrong[] = {"", "abc", "1-2-3", "(5", "5)", "12 months", "--5", "$"};

    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        int64_t minor = 1;
        int decimals;
        struct note note = {0};

        if (bank_amount_parse(amounts[i].text, amounts[i].decimal, 2, &minor, &decimals, &note) !=
                ERR_OK ||
            minor != amounts[i].minor)
            fail_msg("%s is %lld: %s", amounts[i].text, (long long)minor, note.text);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char plain[BANK_VALUE_MAX], currency[4];

        if (bank_amount_plain(wrong[i], plain, currency))
            fail_msg("\"%s\" was taken for %s", wrong[i], plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proposals_leave_open_what_the_file_does),
        cmocka_unit_test(a_header_alone_is_nothing_to_read),
        cmocka_unit_test(maps_read_what_they_say),
        cmocka_unit_test(wrong_maps_are_refused),
        cmocka_unit_test(days_are_read_as_banks_write_them),
        cmocka_unit_test(amounts_are_read_as_banks_write_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
