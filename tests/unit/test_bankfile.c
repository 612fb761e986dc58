/* Bank files of every kind, made up and strange on purpose: what comes out, what is refused. */
#include "io/bankfile.h"
#include "io/bankmap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "tests/sample/bank/"

/* Everything that a file says, a line of text for each thing. */
struct said {
    struct buf text;
    int troubles;
};

static void add_money(struct buf *to, const char *what, const struct bank_balance *balance)
{
    char amount[MONEY_TEXT], day[DATE_TEXT];

    if (balance->is)
        buf_format(to, " %s %s%s%s", what,
                   money_plain(money_of(balance->amount, balance->currency), amount),
                   date_is(balance->day) ? " on " : "", date_iso(balance->day, day));
}

static void add_text(struct buf *to, const char *what, const char *text)
{
    if (*text)
        buf_format(to, " %s=%s", what, text);
}

static enum err take_line(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    struct said *said = self;
    struct buf *to = &said->text;
    char amount[MONEY_TEXT], day[DATE_TEXT], value[DATE_TEXT];

    if (line->parts)
        buf_format(to, "[%d/%d] ", (int)line->part, (int)line->parts);
    buf_format(to, "%s %s %s %s%s%s%s", date_iso(line->booked, day), date_iso(line->value, value),
               line->has_amount ? money_plain(money_of(line->amount, line->currency), amount) : "?",
               line->currency.code, line->status == BANK_BOOKED ? "" : " ",
               line->status == BANK_BOOKED ? "" : bank_status_word(line->status),
               line->reversal ? " reversal" : "");
    buf_text(to, line->returned ? " returned" : "");
    add_text(to, "ref", line->reference);
    add_text(to, "bank_ref", line->bank_ref);
    add_text(to, "mandate", line->mandate);
    add_text(to, "name", line->name);
    add_text(to, "account", line->account);
    add_text(to, "bank", line->bank);
    add_text(to, "cheque", line->cheque);
    add_text(to, "text", line->text);
    add_text(to, "code", line->code);
    add_text(to, "reason", line->reason);
    buf_char(to, '\n');
    return ERR_OK;
}

static enum err take_end(void *self, const struct bank_statement *statement)
{
    static const char *const ties[] = {"no tie", "ties", "off", "mixed"};
    struct said *said = self;
    struct buf *to = &said->text;

    buf_format(to, "= %s %s %s %s %s %s", statement->format, bank_kind_word(statement->kind),
               statement->bank, statement->account, statement->number, statement->currency.code);
    add_money(to, "from", &statement->opening);
    add_money(to, "to", &statement->closing);
    buf_format(to, " %s\n", ties[statement->tie]);
    return ERR_OK;
}

static enum err take_trouble(void *self, const char *words)
{
    struct said *said = self;

    said->troubles++;
    buf_format(&said->text, "! %s\n", words);
    return ERR_OK;
}

static enum err say(const char *name, const struct bank_options *options, struct said *said,
                    struct note *note)
{
    char path[200];
    const struct bank_sink sink = {
        .line = take_line, .end = take_end, .trouble = take_trouble, .self = said};
    struct bank_result result;

    snprintf(path, sizeof path, "%s%s", FOLDER, name);
    said->troubles = 0;
    buf_init(&said->text, 1 << 20);
    return bankfile_read(path, options, &sink, note, &result);
}

struct file_case {
    const char *name, *map, *says;
};

#define CAMT_LINES(status)                                                                         \
    "[0/2] 2026-11-20 2026-11-21 400.00 EUR" status                                                \
    " bank_ref=BATCH-9 text=Two payments in one sum code=PMNT/RCDT/VCOM\n"                         \
    "[1/2] 2026-11-20 2026-11-21 150.00 EUR" status                                                \
    " name=Café Nørd & Sons account=NL91ABNA0417164300 text=RF18539007547034 INV-1001\n"         \
    "[2/2] 2026-11-20 2026-11-21 250.00 EUR" status                                                \
    " ref=E-2 name=北京 Import text=INV-1002 and INV-1003\n"                                     \
    "2026-11-20  -5.50 EUR" status                                                                 \
    " reversal returned ref=DD-5 mandate=MND-5 name=Moor GmbH text=refused by the payer "          \
    "reason=MD06\n"                                                                                \
    "2026-11-20 2026-11-20 25.00 EUR" status " text=Interest\n"                                    \
    "  99.00 EUR pending\n"
#define CAMT_BALANCES                                                                              \
    " HARBDEFF DE02500105170137075030 47 EUR from -100.00 on 2026-11-19 to 319.50 on "             \
    "2026-11-20 ties\n"

static const char ofx_says[] =
    "2026-11-20  250.50 EUR bank_ref=F-1 name=Fish & Chips text=INV-1001 & INV-1002 é &bogus; "
    "a&b code=CREDIT\n"
    "2026-11-21  -33.30 EUR name=Café cheque=1025 code=CHECK\n"
    "= OFX statement 50010517 0137 075030  EUR to -500.00 on 2026-11-21 no tie\n";

static const struct file_case file_cases[] = {
    {"pages.sta", NULL,
     "2026-11-20 2026-11-20 250.50 EUR ref=E2E-1001 bank_ref=B-77 name=Ćwik Sp. z o.o. Warszawa "
     "account=DE02500105170137075030 bank=HARBDEFF text=INV-1001 und auch INV-1002, danke "
     "MTLG:paid "
     "code=NTRF+166 GUTSCHRIFT\n"
     "2026-11-20 2026-11-20 -50.00 EUR reversal returned ref=DD-5 bank_ref=B-78 name=Moor GmbH "
     "text=Konto leer code=NRTI+109 RUECKLASTSCHRIFT reason=914\n"
     "= MT940 statement HARBDE55 0012345678 47/1 EUR from 1000.00 on 2026-11-19 to 1200.50 on "
     "2026-11-20 ties\n"
     "2027-01-02 2026-12-31 -0.50 EUR name=De Vries B.V. account=NL91ABNA0417164300 "
     "bank=ABNANL2A text=charge of the bank INV-1003 code=N123\n"
     "2026-11-20 2026-11-20 300.00 EUR name=j jansen account=NL91ABNA0417164300 "
     "text=rent of the shed code=N544\n"
     "2026-11-20 2026-11-20 9.99 EUR pending ref=LATER code=NMSC\n"
     "= MT940 statement HARBDE55 0012345678 47/2 EUR from 1200.50 on 2026-11-20 to 1500.00 on "
     "2027-01-02 ties\n"},
    {"off.sta", NULL,
     "2026-11-20 2026-11-20 250 JPY text=INV-9 code=NMSC\n"
     "= MT940 statement  123 1 JPY from -1000 on 2026-11-19 to -800 on 2026-11-20 off\n"},
    {"interim.sta", NULL,
     "2026-11-20 2026-11-20 0.40 PLN info bank_ref=MB1 text=FIRST code=NTRF\n"
     "2026-11-20 2026-11-20 -0.15 PLN info bank_ref=MB2 code=NTRF\n"
     "= MT942 interim report  PL29114010810000267002001002 9/1 PLN no tie\n"},
    {"batch.xml", NULL, CAMT_LINES("") "= camt.053 statement" CAMT_BALANCES},
    {"batch.xml.gz", NULL, CAMT_LINES("") "= camt.053 statement" CAMT_BALANCES},
    {"utf16.xml", NULL, CAMT_LINES("") "= camt.053 statement" CAMT_BALANCES},
    {"report.xml", NULL, CAMT_LINES(" info") "= camt.052 interim report" CAMT_BALANCES},
    {"notice.xml", NULL,
     "  -7.00 CHF info\n"
     "= camt.054 notice HARBDEFF DE02500105170137075030 47 EUR no tie\n"},
    {"tags.ofx", NULL, ofx_says},
    {"tags.xml.ofx", NULL, ofx_says},
    {"groups.bai", NULL,
     "2026-11-19 2026-11-20 300.00 USD ref=E2E-7 bank_ref=WIRE-7 name=FISH & CHIPS LTD "
     "text=WIRE IN 26/11 ORG:=FISH & CHIPS LTD OBI:=INVOICE INV-1001, INV-1002 code=195\n"
     "2026-11-19  200.00 USD bank_ref=CHK-1 text=DEPOSIT code=175\n"
     "2026-11-19 2026-11-19 -185.00 USD returned text=RETURNED CHEQUE 88 code=555\n"
     "= BAI2 statement  1234567890  USD from 1000.00 on 2026-11-19 to 1315.00 on 2026-11-19 "
     "ties\n"
     "2026-11-19  0.25 EUR ref=C-9 bank_ref=B-9 text=TEXT OF THE SECOND LINE code=142\n"
     "= BAI2 statement  555  EUR no tie\n"},
    {"cheques.box", NULL,
     "[0/2] 2026-11-20 2026-11-19 700.00  bank_ref=001001 name=FISH & CHIPS LTD "
     "account=0012345555 bank=055002707 cheque=0000000180 text=HARBOUR & FINCH\n"
     "[1/2] 2026-11-20 2026-11-19 500.00  ref=INV-1001 bank_ref=001001 name=FISH & CHIPS LTD "
     "account=0012345555 bank=055002707 cheque=0000000180 text=HARBOUR & FINCH\n"
     "[2/2] 2026-11-20 2026-11-19 200.00  ref=INV-1002 bank_ref=001001 name=FISH & CHIPS LTD "
     "account=0012345555 bank=055002707 cheque=0000000180 text=HARBOUR & FINCH\n"
     "2026-11-20  12.34  ref=SEE LETTER 12 bank_ref=001002 name=MOOR GMBH account=77 "
     "bank=055002707 cheque=181\n"
     "[0/2] 2026-11-20  5.00  bank_ref=002001\n"
     "[1/2] 2026-11-20  ?  ref=PO 7 bank_ref=002001\n"
     "[2/2] 2026-11-20  ?  ref=PO 8 bank_ref=002001\n"
     "= lockbox lockbox  0022222   no tie\n"},
};

static void expect(const char *name, const char *says, const char *said)
{
    size_t at = 0;

    while (says[at] != '\0' && says[at] == said[at])
        at++;
    if (says[at] != said[at])
        fail_msg("%s says \"%s\" where it should say \"%s\"", name, said + at, says + at);
}

static void files_say_what_they_hold(void **state)
{
    for (size_t i = 0; i < sizeof file_cases / sizeof file_cases[0]; i++) {
        const struct file_case *c = &file_cases[i];
        const struct bank_options options = {.map = c->map};
        struct note note = {0};
        struct said said;

        if (say(c->name, &options, &said, &note) != ERR_OK)
            fail_msg("%s: %s", c->name, note.text);
        expect(c->name, c->says, said.text.data);
        buf_done(&said.text);
    }
}

/* The same message in other encodings, declared in its first line. */
static void declared_encodings_are_followed(void **state)
{
    static const struct {
        const char *name, *payer;
    } cases[] = {{"latin.xml", "name=Peking Import"}, {"cp1252.xml", "name=Peking € Import"}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct bank_options options = {0};
        struct note note = {0};
        struct said said;

        assert_int_equal(say(cases[i].name, &options, &said, &note), ERR_OK);
        assert_non_null(strstr(said.text.data, cases[i].payer));
        assert_non_null(strstr(said.text.data, "name=Café Nørd & Sons"));
        buf_done(&said.text);
    }
}

struct refusal {
    const char *name;
    enum err e;
    const char *words;
};

static const struct refusal refusals[] = {
    {"broken.sta", ERR_INPUT, "line 4: the day of :61: \"260230\": there is no day 2026-02-30"},
    {"cut.xml", ERR_INPUT, "line 19: the XML is broken: no element found"},
    {"doctype.xml", ERR_INPUT, "line 2: a document type (<!DOCTYPE Document) stands in the file"},
    {"noday.ofx", ERR_INPUT, "line 20: the transaction that begins here has no day (DTPOSTED)"},
    {"cut.bai", ERR_INPUT, "line 15: the file ends in the midst of a group (no 98)"},
    {"signed.csv", ERR_USAGE, "it is a CSV file; say with --map what its columns mean"},
    {"no-such-file.sta", ERR_MISSING, "there is no file"},
};

static void broken_files_are_refused_with_their_place(void **state)
{
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        const struct bank_options options = {0};
        struct note note = {0};
        struct said said;
        const enum err e = say(refusals[i].name, &options, &said, &note);

        if (e != refusals[i].e || !strstr(note.text, refusals[i].words))
            fail_msg("%s: %s %s", refusals[i].name, err_name(e), note.text);
        buf_done(&said.text);
    }
}

static const struct refusal controls[] = {
    {"control.bai", 2,
     "line 9: the account's control (49) says 368600; the amounts come to 368500"},
    {"total.box", 1, "line 14: the lockbox total (8) says 717.35; the cheques come to 717.34"},
    {"total.xml", 1,
     "line 11: the sum of money in (TtlCdtNtries) says 426.00; its entries come to 425.00"},
};

/* Said to whoever listens; else they end the reading. */
static void controls_must_foot(void **state)
{
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++) {
        const struct bank_options options = {0};
        const struct bank_sink deaf = {0};
        struct bank_result result;
        struct note note = {0};
        struct said said;
        char path[200];

        assert_int_equal(say(controls[i].name, &options, &said, &note), ERR_OK);
        assert_int_equal(said.troubles, controls[i].e);
        assert_non_null(strstr(said.text.data, controls[i].words));
        buf_done(&said.text);
        snprintf(path, sizeof path, "%s%s", FOLDER, controls[i].name);
        assert_int_equal(bankfile_read(path, &options, &deaf, &note, &result), ERR_INPUT);
        assert_non_null(strstr(note.text, controls[i].words));
    }
}

static void interim_groups_are_never_booked(void **state)
{
    const struct bank_options options = {0};
    struct note note = {0};
    struct said said;

    assert_int_equal(say("interim.bai", &options, &said, &note), ERR_OK);
    assert_non_null(strstr(said.text.data, "300.00 USD info"));
    assert_non_null(strstr(said.text.data, "= BAI2 interim report"));
    buf_done(&said.text);
}

/* ---- limits ---- */

struct made {
    char path[40];
    FILE *file;
};

static void made_open(struct made *made)
{
    snprintf(made->path, sizeof made->path, "/tmp/bankfile.XXXXXX");
    const int handle = mkstemp(made->path);
    assert_true(handle >= 0);
    made->file = fdopen(handle, "wb");
}

static void made_refused(struct made *made, const struct bank_options *options, enum err e,
                         const char *words)
{
    const struct bank_sink sink = {0};
    struct bank_result result;
    struct note note = {0};

    fclose(made->file);
    const enum err came = bankfile_read(made->path, options, &sink, &note, &result);
    remove(made->path);
    if (came != e || !strstr(note.text, words))
        fail_msg("%s: %s", err_name(came), note.text);
}

static bool stop_now(void *self, int64_t bytes)
{
    return true;
}

static void limits_are_kept(void **state)
{
    const struct bank_options none = {0}, small = {.bytes_max = 1000}, stop = {.stop = stop_now};
    struct made made;

    made_open(&made);
    fputs("<?xml version=\"1.0\"?><Document><BkToCstmrStmt><Stmt>", made.file);
    for (int i = 0; i < 100; i++)
        fputs("<a>", made.file);
    made_refused(&made, &none, ERR_LIMIT, "line 1: elements lie more than 64 deep");

    made_open(&made);
    fputs("<OFX><STMTRS>\n", made.file);
    for (int i = 0; i < 100; i++)
        fputs("<A>\n", made.file);
    made_refused(&made, &none, ERR_LIMIT, "elements lie more than 64 deep");

    made_open(&made);
    fputs("<OFX><STMTRS><ACCTID>", made.file);
    for (int i = 0; i < 70000; i++)
        fputc('x', made.file);
    made_refused(&made, &none, ERR_LIMIT,
                 "line 1: the text of an element is longer than 65536 bytes");

    made_open(&made);
    fputs(":20:X\n:86:", made.file);
    for (int i = 0; i < 70000; i++)
        fputc('x', made.file);
    made_refused(&made, &none, ERR_LIMIT, "line 2: the line is longer than 65536 bytes");

    made_open(&made);
    fputs(":20:X\n:25:1\n:60F:C261119EUR1,\n:61:261120C99999999999999999,00NMSCX\n", made.file);
    made_refused(&made, &none, ERR_LIMIT, "line 4: the amount of :61:");

    made_open(&made);
    fputs(":20:X\n", made.file);
    for (int i = 0; i < 1000; i++)
        fputs(":21:y\n", made.file);
    made_refused(&made, &small, ERR_LIMIT, "the file is larger than 1000 bytes");

    made_open(&made);
    fputs(":20:X\n", made.file);
    made_refused(&made, &stop, ERR_CANCELLED, "stopped");

    made_open(&made);
    fputs(":20:X\n:25:1", made.file);
    fputc(0, made.file);
    made_refused(&made, &none, ERR_INPUT, "a zero byte stands in the file");

    made_open(&made);
    made_refused(&made, &none, ERR_INPUT, "the file is empty");

    made_open(&made);
    fputs("<OFX><!DOCTYPE x><STMTRS>", made.file);
    made_refused(&made, &none, ERR_INPUT, "a declaration (<!DOCTYPE x ...) stands in the file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_say_what_they_hold),
        cmocka_unit_test(declared_encodings_are_followed),
        cmocka_unit_test(broken_files_are_refused_with_their_place),
        cmocka_unit_test(controls_must_foot),
        cmocka_unit_test(interim_groups_are_never_booked),
        cmocka_unit_test(limits_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
