/* A customer is erased: no column of any table holds its name, and what others have stays. */
#include "db/db.h"
#include "ledger/book.h"
#include "ledger/journal.h"
#include "ledger/local.h"
#include "ledger/proof.h"
#include "office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define NOON (INT64_C(1795348800) * 1000000) /* 2026-11-22 */

static int office_open(void **state)
{
    *state = office_make(NOON);
    return 0;
}

static int office_close(void **state)
{
    office_leave(*state);
    return 0;
}

/* "JONES" with papers of long ago that are paid. */
static void jones(struct office *office)
{
    static const char *const lines[] = {
        "customer add --code JONES --name 'Jones Brothers' --contact 'Olga Zander'"
        " --address '12 Mill Lane' --phone '617 555 0142'",
        "invoice issue --customer JONES --date 2012-03-05 --amount 100 --text 'Lamp for Zander'",
        "payment receive --customer JONES --date 2012-04-05 --amount 100 --payer 'Olga Zander'"
        " --apply INV-1001",
        "contact log --customer JONES --date 2012-03-06 --text 'Zander will pay'"
        " --with 'Olga Zander'",
    };

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        office_done(office, "adam", lines[i]);
}

static void says(void *self, const char *sentence)
{
    snprintf(self, 300, "%s", sentence);
}

static void proves(struct office *office)
{
    char words[300] = "";
    int found = 0;

    assert_int_equal(journal_verify(office->session.book, NULL, says, words, &found), ERR_OK);
    if (found)
        fail_msg("the journal: %s", words);
    assert_int_equal(proof_book(office->session.book, NULL, says, words, &found), ERR_OK);
    if (found)
        fail_msg("the proof: %s", words);
}

/* Where a word stands, as "table.column"; "" = nowhere. */
static const char *where_is(struct office *office, const char *word)
{
    struct db *db = book_db(office->session.book);
    struct arena *arena = &office->arena;
    const char *found = "";
    char columns[2000][90];
    int count = 0;
    struct stmt *q = db_sql_once(db, "SELECT m.name, c.name FROM sqlite_schema m"
                                     " JOIN pragma_table_info(m.name) c WHERE m.type = 'table'");

    while (stmt_row(q) && count < 2000)
        snprintf(columns[count++], sizeof columns[0], "%s %s", col_text(q, 0), col_text(q, 1));
    assert_int_equal(stmt_end(q), ERR_OK);
    assert_true(count > 500);
    for (int i = 0; i < count; i++) {
        char *column = strchr(columns[i], ' ');
        int64_t rows = 0;
        *column++ = '\0';
        q = db_sql_once(db, arena_format(arena,
                                         "SELECT COUNT(*) FROM %s WHERE"
                                         " LOWER(CAST(%s AS TEXT)) LIKE '%%' || $1 || '%%'",
                                         columns[i], column));
        bind_text(q, 1, word);
        if (stmt_row(q))
            rows = col_i64(q, 0);
        assert_int_equal(stmt_end(q), ERR_OK);
        if (rows)
            found = arena_format(arena, "%s%s.%s ", found, columns[i], column);
    }
    return found;
}

static int64_t number_of(struct office *office, const char *sql)
{
    int64_t number = -1;

    assert_int_equal(db_get(book_db(office->session.book), &number, -1, sql, ""), ERR_OK);
    return number;
}

static void refused(struct office *office, const char *line, const char *words)
{
    assert_int_equal(office_types(office, "adam", line), ERR_CONFLICT);
    if (!strstr(office->session.note->text, words))
        fail_msg("%s: wanted '%s', got '%s'", line, words, office->session.note->text);
}

static void no_table_holds_the_name(void **state)
{
    static const char *const words[] = {"jones", "zander", "mill lane", "0142"};
    struct office *office = *state;

    jones(office);
    assert_string_not_equal(where_is(office, "zander"), "");
    office_done(office, "adam", "customer erase JONES");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (*where_is(office, words[i]))
            fail_msg("%s stands in %s", words[i], where_is(office, words[i]));
    proves(office);
    office_done(office, "adam",
                "invoice issue --customer ERASED-1 --amount 5"); /* it is an account still */
    proves(office);
}

static void accounts_that_were_merged_go_with_it(void **state)
{
    struct office *office = *state;

    jones(office);
    office_done(office, "adam", "customer add --code ZANDER --name 'Zander Lamps'");
    office_done(office, "adam",
                "invoice issue --customer ZANDER --date 2012-02-01 --amount 7 --number Z7");
    office_done(office, "adam",
                "payment receive --customer ZANDER --date 2012-02-02 --amount 7 --apply Z7");
    office_done(office, "adam", "customer merge --from ZANDER --into JONES");
    refused(office, "customer erase ZANDER", "was merged into JONES");
    office_done(office, "adam", "customer erase JONES");
    assert_string_equal(where_is(office, "zander"), "");
    assert_int_equal(
        number_of(office, "SELECT COUNT(*) FROM customer WHERE code IN ('ERASED-1', 'ERASED-2')"),
        2);
    proves(office);
}

/* Money came without a name for it, and was found to be this customer's only later. */
static void money_that_was_unknown_goes_with_it(void **state)
{
    struct office *office = *state;

    jones(office);
    office_done(office, "adam",
                "payment receive --date 2012-05-01 --amount 9 --payer 'O Zander'"
                " --payer-account 'GB33 ZANDER' --reference 'from Zander'");
    office_done(office, "adam",
                "payment receive --date 2012-05-02 --amount 6"
                " --payer 'Jones Brothers' --method cash");
    office_done(office, "adam",
                "payment identify --payment P-1002 --customer JONES --date 2012-05-03");
    office_done(office, "adam", "refund pay --from P-1002 --amount 9 --date 2012-05-04");
    office_done(office, "adam", "customer erase JONES");
    if (*where_is(office, "zander") || *where_is(office, "jones"))
        fail_msg("zander stands in %s, jones in %s", where_is(office, "zander"),
                 where_is(office, "jones"));
    proves(office);
}

/* What one erasing took out of an entry of two leaves nothing of the other. */
static void of_an_entry_of_two_nothing_is_left(void **state)
{
    struct office *office = *state;

    jones(office);
    office_done(office, "adam", "customer add --code MABEL --name Mabel --parent JONES");
    office_done(office, "adam", "customer erase JONES");
    office_done(office, "adam", "customer erase MABEL");
    assert_string_equal(where_is(office, "mabel"), "");
    proves(office);
}

/* A number says nothing, and other papers may quote it. */
static void a_code_that_is_a_number_stays(void **state)
{
    struct office *office = *state;

    jones(office);
    office_done(office, "adam", "customer set JONES --rename 10442");
    office_done(office, "adam", "customer erase 10442");
    assert_int_equal(number_of(office, "SELECT COUNT(*) FROM customer WHERE code = '10442'"
                                       " AND name = '(erased)'"),
                     1);
    assert_string_equal(where_is(office, "jones"), "");
    proves(office);
}

static void what_others_have_stays(void **state)
{
    struct office *office = *state;

    jones(office);
    office_done(office, "adam",
                "customer add --code TWIN --name 'Jones Brothers'"
                " --contact 'Olga Zander' --phone '617 555 0142'");
    office_done(office, "adam", "invoice issue --customer TWIN --amount 8 --text 'for Zander'");
    office_done(office, "adam", "contact log --customer TWIN --text 'Zander called'");
    office_done(office, "adam", "customer erase JONES");
    assert_int_equal(number_of(office, "SELECT COUNT(*) FROM customer WHERE code = 'TWIN'"
                                       " AND name = 'Jones Brothers' AND contact <> ''"),
                     1);
    assert_int_equal(number_of(office, "SELECT COUNT(*) FROM line WHERE text = 'for Zander'"), 1);
    assert_int_equal(
        number_of(office, "SELECT COUNT(*) FROM contact_log WHERE text = 'Zander called'"), 1);
    assert_int_equal(number_of(office, "SELECT COUNT(*) FROM change WHERE after = 'Olga Zander'"),
                     0);
    assert_int_equal(number_of(office, "SELECT COUNT(*) FROM entry WHERE command LIKE '%TWIN%'"),
                     3);
    proves(office);
    office_done(office, "adam", "payment receive --customer TWIN --amount 8 --apply INV-1002");
    refused(office, "customer erase TWIN", "from 2037-01-01 on");
}

/* Else what was changed past the program would be proved from then on. */
static void a_book_that_does_not_prove_loses_nothing(void **state)
{
    struct office *office = *state;
    struct db *db = book_db(office->session.book);

    jones(office);
    assert_int_equal(db_begin(db), ERR_OK);
    assert_int_equal(stmt_run(db_sql_once(db, "DROP TRIGGER posting_no_update")), ERR_OK);
    assert_int_equal(stmt_run(db_sql_once(db, "UPDATE posting SET base = 1 WHERE seq = 1")),
                     ERR_OK);
    assert_int_equal(db_commit(db), ERR_OK);
    refused(office, "customer erase JONES", "does not prove itself");
    assert_string_not_equal(where_is(office, "zander"), "");
}

static void what_is_open_keeps_it(void **state)
{
    static const struct {
        const char *opens[2], *words, *ends;
    } cases[] = {
        {{"invoice issue --customer JONES --date 2012-05-05 --amount 9"},
         "1 item is open",
         "payment receive --customer JONES --date 2012-05-06 --amount 9 --apply INV-1002"},
        {{"payment receive --customer JONES --date 2012-05-05 --amount 9"},
         "1 item is open",
         "refund pay --from P-1002 --amount 9 --date 2012-05-06"},
        {{"recurring add --customer JONES --every month --amount 5 --from 2026-12-01"},
         "the recurring invoice R-1001 goes on",
         "recurring end R-1001 --reason over"},
        {{"batch open --count 1 --total 5",
          "payment receive --customer JONES --amount 5 --batch A"},
         "1 payment waits in a batch",
         "batch drop A --reason wrong"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (i > 0) {
            office_leave(*state);
            *state = office_make(NOON);
        }
        struct office *office = *state;
        jones(office);
        for (int n = 0; n < 2 && cases[i].opens[n]; n++)
            office_done(office, "adam", cases[i].opens[n]);
        refused(office, "customer erase JONES", cases[i].words);
        if (!strstr(office->session.note->text, "GDPR Art. 17(3)(b)"))
            fail_msg("no law: %s", office->session.note->text);
        office_done(office, "adam", cases[i].ends);
        office_done(office, "adam", "customer erase JONES");
        if (*where_is(office, "jones"))
            fail_msg("%s: jones stands in %s", cases[i].words, where_is(office, "jones"));
        proves(office);
    }
}

#define OFFICE(test) cmocka_unit_test_setup_teardown(test, office_open, office_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE(no_table_holds_the_name),
        OFFICE(accounts_that_were_merged_go_with_it),
        OFFICE(money_that_was_unknown_goes_with_it),
        OFFICE(of_an_entry_of_two_nothing_is_left),
        OFFICE(a_code_that_is_a_number_stays),
        OFFICE(what_others_have_stays),
        OFFICE(a_book_that_does_not_prove_loses_nothing),
        OFFICE(what_is_open_keeps_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
