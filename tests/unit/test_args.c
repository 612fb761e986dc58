/* What people type becomes typed values, and the canonical text of a command becomes the same
 * values again. */
#include "app/args.h"
#include "app/command.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const methods[] = {"cash", "cheque", "direct-debit", NULL};

static const struct arg_column line_columns[] = {
    {"text", ARG_TEXT, ARG_PERSONAL, "what was sold"},
    {"qty", ARG_TEXT, 0, "how many"},
    {"price", ARG_MONEY, ARG_REQUIRED, "of one"},
    {"tax", ARG_TAX, 0, "tax code"},
    {NULL, 0, 0, NULL},
};

static const struct arg_column apply_columns[] = {
    {"document", ARG_DOCUMENT, ARG_REQUIRED, "what is paid"},
    {"amount", ARG_MONEY, 0, "how much of it"},
    {"discount", ARG_MONEY, 0, "taken"},
    {"writeoff", ARG_MONEY, 0, "let go"},
    {NULL, 0, 0, NULL},
};

static const struct arg arg_rows[] = {
    {"customer", ARG_CUSTOMER, ARG_REQUIRED, NULL, "who owes", NULL, NULL, 0},
    {"date", ARG_DATE, 0, NULL, "day of the document", NULL, NULL, 0},
    {"from", ARG_DATE, 0, NULL, "first day", NULL, NULL, 0},
    {"to", ARG_DATE, 0, NULL, "last day", NULL, NULL, 0},
    {"amount", ARG_MONEY, 0, NULL, "how much", NULL, NULL, 0},
    {"count", ARG_INT, 0, "7", "how many", NULL, NULL, 0},
    {"rate", ARG_RATIO, 0, NULL, "base units a unit", NULL, NULL, 0},
    {"share", ARG_PERCENT, 0, NULL, "part of it", NULL, NULL, 0},
    {"method", ARG_CHOICE, 0, "cash", "how it came", methods, NULL, 0},
    {"currency", ARG_CURRENCY, 0, NULL, "of the document", NULL, NULL, 0},
    {"note", ARG_TEXT, ARG_PERSONAL, NULL, "remark", NULL, NULL, 0},
    {"password", ARG_TEXT, ARG_SECRET, NULL, "of the user", NULL, NULL, 0},
    {"tag", ARG_CODE, ARG_MANY, NULL, "mark", NULL, NULL, 0},
    {"open", ARG_FLAG, 0, NULL, "open ones only", NULL, NULL, 0},
    {"line", ARG_ROWS, ARG_MANY, NULL, "invoice lines", NULL, line_columns, ROWS_PAIRS},
    {"apply", ARG_ROWS, 0, NULL, "what is paid", NULL, apply_columns, ROWS_LIST},
    {"file", ARG_FILE, ARG_BARE, NULL, "file", NULL, NULL, 0},
    {NULL, 0, 0, NULL, NULL, NULL, NULL, 0},
};

static const struct command test_command = {
    .noun = "thing", .verb = "make", .summary = "makes a thing", .args = arg_rows};

struct desk {
    struct arena arena;
    struct args args;
    struct note note;
    struct notation notation;
};

static void desk_open(struct desk *desk)
{
    struct date_habit habit = {date_of(2026, 11, 22), DATE_DMY};

    *desk = (struct desk){.notation = notation_plain};
    args_init(&desk->args, &test_command, &desk->arena, &habit, &desk->notation);
}

static void desk_close(struct desk *desk)
{
    arena_done(&desk->arena);
}

static enum err desk_line(struct desk *desk, const char *line)
{
    char **words;
    int count;

    TRY(words_split(line, &desk->arena, &words, &count, &desk->note));
    return args_words(&desk->args, count, words, &desk->note);
}

static void words_are_split_as_a_shell_does(void **unused)
{
    static const struct {
        const char *line;
        const char *words[5];
    } cases[] = {
        {"invoice issue --customer ACME", {"invoice", "issue", "--customer", "ACME"}},
        {"  a\tb \r", {"a", "b"}},
        {"--name 'Lamp & Co' x", {"--name", "Lamp & Co", "x"}},
        {"--line \"text=\\\"a\\\"; qty=2\"", {"--line", "text=\"a\"; qty=2"}},
        {"a\\ b '' c", {"a b", "", "c"}},
        {"it's'' ok'", {"its ok"}},
        {"a # the rest is a remark", {"a"}},
        {"INV#1 x", {"INV#1", "x"}},
        {"# only a remark", {NULL}},
        {"", {NULL}},
    };
    struct arena arena = {0};
    struct note note = {0};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char **words;
        int count, want = 0;
        assert_int_equal(words_split(cases[i].line, &arena, &words, &count, &note), ERR_OK);
        for (; want < 5 && cases[i].words[want]; want++)
            if (want < count)
                assert_string_equal(words[want], cases[i].words[want]);
        assert_int_equal(count, want);
    }
    char **words;
    int count;
    assert_int_equal(words_split("a 'b", &arena, &words, &count, &note), ERR_USAGE);
    assert_non_null(strstr(note.text, "not closed"));
    arena_done(&arena);
}

static void values_are_typed_and_canonical(void **unused)
{
    struct desk d;
    struct money m;
    struct currency eur;
    bool given;

    desk_open(&d);
    d.notation = (struct notation){.decimal = ',', .group = '.'};
    assert_int_equal(currency_find("EUR", &eur), ERR_OK);
    assert_int_equal(desk_line(&d, "--customer ACME --date t --amount '1.234,5 eur' --rate 1/1.365 "
                                   "--share 2% --method Direct-Debit --currency usd --open --tag a "
                                   "--tag=b some.csv"),
                     ERR_OK);
    assert_int_equal(args_check(&d.args, &d.note), ERR_OK);
    assert_string_equal(args_get(&d.args, "date"), "2026-11-22");
    assert_int_equal(args_date(&d.args, "date", DATE_NONE).day, date_of(2026, 11, 22).day);
    assert_string_equal(args_get(&d.args, "amount"), "1234.5 EUR");
    assert_int_equal(args_money(&d.args, "amount", eur, &m, &given, &d.note), ERR_OK);
    assert_true(given);
    assert_int_equal(m.minor, 123450);
    assert_int_equal(args_number(&d.args, "share", 0), 20000);
    assert_int_equal(args_choice(&d.args, "method", -1), 2);
    assert_string_equal(args_get(&d.args, "currency"), "USD");
    assert_true(args_flag(&d.args, "open"));
    assert_int_equal(args_count(&d.args, "tag"), 2);
    assert_string_equal(args_nth(&d.args, "tag", 1), "b");
    assert_string_equal(args_get(&d.args, "file"), "some.csv");
    /* a default is there, and was not given */
    assert_int_equal(args_number(&d.args, "count", 0), 7);
    assert_false(args_given(&d.args, "count"));
    assert_null(args_get(&d.args, "note"));
    assert_int_equal(args_ratio(&d.args, "rate").den != 0, 1);
    desk_close(&d);
}

static void amounts_may_be_negative_and_signs_may_follow(void **unused)
{
    static const struct {
        const char *typed, *kept;
    } cases[] = {
        {"-5", "-5"}, {"5-", "-5"}, {"EUR 7.50", "7.50 EUR"}, {"1 000.5", "1000.5"}, {"+3", "3"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk d;
        desk_open(&d);
        assert_int_equal(args_set(&d.args, "amount", cases[i].typed, &d.note), ERR_OK);
        assert_string_equal(args_get(&d.args, "amount"), cases[i].kept);
        desk_close(&d);
    }
}

/* A comma where no thousands can be is never left out: 1,5 is not 15. */
static void marks_of_an_amount_stand_where_they_can(void **unused)
{
    static const struct {
        char decimal, group;
        const char *typed, *kept; /* NULL: refused */
    } cases[] = {
        {'.', ',', "1,5", NULL},         {'.', ',', "12,50", NULL},
        {'.', ',', "12,5,0", NULL},      {'.', ',', "150,00", NULL},
        {'.', ',', "1.2.3", NULL},       {'.', ',', "1 2 3", NULL},
        {'.', ',', "1,234.50", "1234.50"}, {'.', ',', "eur 12,34,567.0", "1234567.0 EUR"},
        {',', '.', "12.50", "12.50"},    {',', '.', "1.234,50", "1234.50"},
        {',', '.', "1.23,4", NULL},      {',', '.', "12,50-", "-12.50"},
        {'.', 0, "12,50", NULL},         {'.', 0, "EUR 5 USD", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk d;
        desk_open(&d);
        d.notation = (struct notation){.decimal = cases[i].decimal, .group = cases[i].group};
        const enum err e = args_set(&d.args, "amount", cases[i].typed, &d.note);
        if (e != (cases[i].kept ? ERR_OK : ERR_INPUT) ||
            (cases[i].kept && strcmp(args_get(&d.args, "amount"), cases[i].kept) != 0))
            fail_msg("%s: %s %s", cases[i].typed, err_name(e), d.note.text);
        desk_close(&d);
    }
}

static void rows_are_read_in_both_styles(void **unused)
{
    struct desk d;

    desk_open(&d);
    assert_int_equal(
        desk_line(&d, "--line 'text=\"Lamp; \"\"green\"\"\"; qty=2; price=10.00; tax=VAT20' "
                      "--line 'price=5' --apply 'INV-1=98.00 EUR discount 2.00; INV-2; "
                      "\"C/INV 3\"=5 writeoff=0.03 discount 1; writeoff discount 4'"),
        ERR_OK);
    assert_int_equal(args_count(&d.args, "line"), 2);
    const struct arg_row *row = args_row(&d.args, "line", 0);
    assert_string_equal(row->values[0].text, "Lamp; \"green\"");
    assert_string_equal(row->values[2].text, "10.00");
    assert_string_equal(row->values[3].text, "VAT20");
    row = args_row(&d.args, "line", 1);
    assert_null(row->values[0].text);
    assert_string_equal(row->values[2].text, "5");
    assert_int_equal(args_count(&d.args, "apply"), 4);
    row = args_row(&d.args, "apply", 0);
    assert_string_equal(row->values[0].text, "INV-1");
    assert_string_equal(row->values[1].text, "98.00 EUR");
    assert_string_equal(row->values[2].text, "2.00");
    assert_null(row->values[3].text);
    row = args_row(&d.args, "apply", 1);
    assert_string_equal(row->values[0].text, "INV-2");
    assert_null(row->values[1].text);
    row = args_row(&d.args, "apply", 2);
    assert_string_equal(row->values[0].text, "C/INV 3");
    assert_string_equal(row->values[3].text, "0.03");
    assert_string_equal(row->values[2].text, "1");
    /* a document may be called like a column */
    row = args_row(&d.args, "apply", 3);
    assert_string_equal(row->values[0].text, "writeoff");
    assert_string_equal(row->values[2].text, "4");
    /* rows of a file: one a line, blank lines and remarks passed over */
    assert_int_equal(args_set(&d.args, "line", "# lines\n\nprice=1\ntext=x; price=2\n", &d.note),
                     ERR_OK);
    assert_int_equal(args_count(&d.args, "line"), 4);
    desk_close(&d);
}

static void mistakes_are_named(void **unused)
{
    static const struct {
        const char *line;
        enum err code;
        const char *says;
    } cases[] = {
        {"--custmer ACME", ERR_USAGE, "unknown argument --custmer: did you mean --customer?"},
        {"--zzz 1", ERR_USAGE, "`arledger thing make --help` lists them"},
        {"--customer", ERR_USAGE, "--customer has no value"},
        {"--customer --date t", ERR_USAGE, "--customer has no value"},
        {"--customer A --customer B", ERR_USAGE, "--customer is given twice"},
        {"one.csv two.csv", ERR_USAGE, "'two.csv' stands alone"},
        {"--count 1.5", ERR_INPUT, "--count: '1.5' is not a whole number"},
        {"--amount 12,50", ERR_INPUT, "--amount: \"12,50\" is not a number"},
        {"--amount ''", ERR_INPUT, "a number is missing"},
        {"--amount '5 EURO'", ERR_INPUT, "is not an amount"},
        {"--amount '5 XXZ'", ERR_MISSING, "there is no currency \"XXZ\""},
        {"--method chequ", ERR_INPUT, "did you mean cheque?"},
        {"--method gold", ERR_INPUT, "is not one of cash, cheque, direct-debit"},
        {"--currency EURO", ERR_INPUT, "is not a currency"},
        {"--open=perhaps", ERR_INPUT, "neither yes nor no"},
        {"--line qty=1", ERR_USAGE, "--line: row 1 has no price"},
        {"--line 'price=1; prce=2'", ERR_USAGE, "did you mean price?"},
        {"--line 'price=1; price=2'", ERR_USAGE, "price is given twice"},
        {"--line Lamp", ERR_USAGE, "'Lamp' has no value"},
        {"--line 'price=1; text=\"x'", ERR_INPUT, "quote"},
        {"--line ''", ERR_USAGE, "there is no row"},
        {"--apply 'A=1; B=x'", ERR_INPUT, "--apply: row 2, amount: \"x\" is not an amount"},
        {"--apply 'A discount'", ERR_USAGE, "row 1: discount has no value"},
        {"--apply '=5'", ERR_USAGE, "row 1 has no document"},
        {"--date 2026-02-30", ERR_INPUT, "--date: "},
        {"--note '4111 1111 1111 1111'", ERR_INPUT, "payment card number"},
        {"--line 'text=4111111111111111; price=1'", ERR_INPUT, "payment card number"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk d;
        desk_open(&d);
        enum err e = desk_line(&d, cases[i].line);
        if (e != cases[i].code || !strstr(d.note.text, cases[i].says))
            print_message("%s\n  says: %s\n", cases[i].line, d.note.text);
        assert_int_equal(e, cases[i].code);
        assert_non_null(strstr(d.note.text, cases[i].says));
        assert_null(strstr(d.note.text, "1111"));
        desk_close(&d);
    }
}

static void required_arguments_are_missed(void **unused)
{
    struct desk d;

    desk_open(&d);
    assert_int_equal(desk_line(&d, "--count 2"), ERR_OK);
    assert_int_equal(args_check(&d.args, &d.note), ERR_USAGE);
    assert_string_equal(d.note.text, "--customer is missing: who owes");
    desk_close(&d);
}

static void a_period_does_not_end_before_it_begins(void **unused)
{
    static const struct {
        const char *line;
        enum err code;
    } cases[] = {
        {"--customer ACME --from 2026-11-15 --to 2026-11-10", ERR_INPUT},
        {"--customer ACME --from 2026-11-15 --to 2026-11-15", ERR_OK},
        {"--customer ACME --from 2026-11-15", ERR_OK},
        {"--customer ACME --to 2026-11-10", ERR_OK},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk d;
        desk_open(&d);
        assert_int_equal(desk_line(&d, cases[i].line), ERR_OK);
        assert_int_equal(args_check(&d.args, &d.note), cases[i].code);
        if (cases[i].code != ERR_OK)
            assert_string_equal(d.note.text, "--to 2026-11-10 lies before --from 2026-11-15");
        desk_close(&d);
    }
}

static void secrets_and_personal_words_stay_out_of_the_text(void **unused)
{
    struct desk d;

    desk_open(&d);
    assert_int_equal(
        desk_line(&d, "--note 'Mr X' --password p --customer C --line 'text=X; price=1' --open=no"),
        ERR_OK);
    assert_string_equal(args_text(&d.args, false, &d.arena),
                        "thing make --customer C --open=no --line price=1");
    assert_string_equal(args_text(&d.args, true, &d.arena),
                        "thing make --customer C --note 'Mr X' --open=no --line 'text=X; price=1'");
    desk_close(&d);
}

/* ---- the text of any arguments gives the same arguments
 * ------------------------------------------ */

static uint64_t seed_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 33;
}

static const char *word_any(uint64_t *seed, struct arena *arena)
{
    static const char *const pieces[] = {"a",  "INV-1", " ", ";",  "=",  "\"",       "'",
                                         "\\", "#",     "é", "株", "--", "discount", "text",
                                         ",",  "$x",    "`", "@",  "0",  "&"};
    const char *made = "x";

    for (uint64_t n = seed_next(seed) % 6; n > 0; n--)
        made = arena_format(arena, "%s%s", made,
                            pieces[seed_next(seed) % (sizeof pieces / sizeof *pieces)]);
    made = seed_next(seed) % 3 ? made + 1 : made;
    return text_is_blank(made) ? "y" : made;
}

static const char *money_any(uint64_t *seed, struct arena *arena)
{
    return arena_format(arena, "%s%d.%02d%s", seed_next(seed) % 4 ? "" : "-",
                        (int)(seed_next(seed) % 100000), (int)(seed_next(seed) % 100),
                        seed_next(seed) % 3 ? "" : " GBP");
}

static const char *row_any(uint64_t *seed, struct arena *arena, const struct arg *arg)
{
    const char *made = "";

    for (int i = 0; arg->columns[i].name; i++) {
        const struct arg_column *c = &arg->columns[i];
        if (!(c->flags & ARG_REQUIRED) && seed_next(seed) % 2)
            continue;
        const char *raw = c->kind == ARG_MONEY ? money_any(seed, arena) : word_any(seed, arena);
        const char *quoted = "";
        for (const char *p = raw; *p; p++)
            quoted = arena_format(arena, "%s%s%c", quoted, *p == '"' ? "\"" : "", *p);
        if (arg->rows_style == ROWS_PAIRS)
            made = arena_format(arena, "%s;%s = \"%s\"", made, c->name, quoted);
        else
            made = arena_format(arena, "%s%s%s%s\"%s\"", made,
                                i == 1 ? " = "
                                : i    ? " "
                                       : "",
                                i > 1 ? c->name : "", i > 1 ? " " : "", quoted);
    }
    return made;
}

static const char *value_any(uint64_t *seed, struct arena *arena, const struct arg *arg)
{
    switch (arg->kind) {
    case ARG_INT: return arena_format(arena, "%d", (int)(seed_next(seed) % 2000) - 1000);
    case ARG_DATE:
        return seed_next(seed) % 2
                   ? "y"
                   : arena_format(arena, "20%02d-0%d-1%d", (int)(seed_next(seed) % 100),
                                  (int)(seed_next(seed) % 9) + 1, (int)(seed_next(seed) % 9));
    case ARG_MONEY: return money_any(seed, arena);
    case ARG_RATIO:
        return arena_format(arena, "1/%d.%d", (int)(seed_next(seed) % 9) + 1,
                            (int)(seed_next(seed) % 999));
    case ARG_PERCENT:
        return arena_format(arena, "%d.%d%%", (int)(seed_next(seed) % 100),
                            (int)(seed_next(seed) % 10));
    case ARG_CHOICE: return methods[seed_next(seed) % 3];
    case ARG_CURRENCY: return seed_next(seed) % 2 ? "jpy" : "EUR";
    case ARG_FLAG: return seed_next(seed) % 2 ? "yes" : "no";
    case ARG_ROWS: return row_any(seed, arena, arg);
    default: return word_any(seed, arena);
    }
}

static void value_same(const struct value *a, const struct value *b)
{
    assert_int_equal(a->text != NULL, b->text != NULL);
    if (!a->text)
        return;
    assert_string_equal(a->text, b->text);
    assert_int_equal(a->number, b->number);
    assert_int_equal(a->date.day, b->date.day);
    assert_int_equal(a->ratio.num, b->ratio.num);
    assert_int_equal(a->ratio.den, b->ratio.den);
}

static void args_same(const struct args *a, const struct args *b)
{
    for (const struct arg *arg = arg_rows; arg->name; arg++) {
        assert_int_equal(args_given(a, arg->name), args_given(b, arg->name));
        int count = args_count(a, arg->name);
        assert_int_equal(count, args_count(b, arg->name));
        for (int n = 0; n < count; n++) {
            const struct arg_row *ra = args_row(a, arg->name, n), *rb = args_row(b, arg->name, n);
            for (int c = 0; ra && arg->columns[c].name; c++)
                value_same(&ra->values[c], &rb->values[c]);
            if (!ra)
                assert_string_equal(args_nth(a, arg->name, n), args_nth(b, arg->name, n));
        }
        assert_int_equal(args_date(a, arg->name, DATE_NONE).day,
                         args_date(b, arg->name, DATE_NONE).day);
        assert_int_equal(args_number(a, arg->name, 0), args_number(b, arg->name, 0));
        assert_int_equal(args_ratio(a, arg->name).num, args_ratio(b, arg->name).num);
    }
}

static void text_gives_the_same_arguments(void **unused)
{
    uint64_t seed = 20261122;

    for (int round = 0; round < 3000; round++) {
        uint64_t began = seed;
        struct desk a, b;
        desk_open(&a);
        desk_open(&b);
        for (const struct arg *arg = arg_rows; arg->name; arg++) {
            if ((arg->flags & ARG_SECRET) || seed_next(&seed) % 2)
                continue;
            for (uint64_t n =
                     arg->flags & ARG_MANY || arg->kind == ARG_ROWS ? seed_next(&seed) % 3 + 1 : 1;
                 n > 0; n--) {
                const char *text = value_any(&seed, &a.arena, arg);
                if (args_set(&a.args, arg->name, text, &a.note) != ERR_OK)
                    fail_msg("seed %llu: %s: %s", (unsigned long long)began, text, a.note.text);
            }
        }
        const char *text = args_text(&a.args, true, &a.arena);
        /* noun and verb come first */
        if (desk_line(&b, text + strlen("thing make")) != ERR_OK)
            fail_msg("seed %llu: %s\n%s", (unsigned long long)began, text, b.note.text);
        args_same(&a.args, &b.args);
        assert_string_equal(args_text(&b.args, true, &b.arena), text);
        desk_close(&a);
        desk_close(&b);
    }
}

/* A day is the same day wherever it is read; a line that is kept for other days says it as it was
 * said. */
static void days_that_move_are_said_as_they_were(void **state)
{
    static const struct {
        const char *line, *text, *said;
    } cases[] = {
        {"--customer A --date t", "--date 2026-11-22", "--date t"},
        {"--customer A --date 'month-end -1'", "--date 2026-10-31", "--date 'month-end -1'"},
        {"--customer A --date 7", "--date 2026-11-07", "--date 7"},
        {"--customer A --date 7.11", "--date 2026-11-07", "--date 2026-11-07"},
        {"--customer A --date 2026-11-01", "--date 2026-11-01", "--date 2026-11-01"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        desk_open(&desk);
        if (desk_line(&desk, cases[i].line) != ERR_OK)
            fail_msg("%s: %s", cases[i].line, desk.note.text);
        if (!strstr(args_text(&desk.args, true, &desk.arena), cases[i].text))
            fail_msg("%s: %s", cases[i].line, args_text(&desk.args, true, &desk.arena));
        if (!strstr(args_said(&desk.args, &desk.arena), cases[i].said))
            fail_msg("%s: %s", cases[i].line, args_said(&desk.args, &desk.arena));
        desk_close(&desk);
    }
}

static const struct arg line_rows[] = {
    {"line", ARG_TEXT, ARG_REQUIRED | ARG_BARE | ARG_LINE, NULL, "a command", NULL, NULL, 0},
    {"at", ARG_TEXT, 0, NULL, "when", NULL, NULL, 0},
    {NULL, 0, 0, NULL, NULL, NULL, NULL, 0},
};
static const struct command line_command = {
    .noun = "thing", .verb = "plan", .summary = "plans a thing", .args = line_rows};

/* What the command does not know itself belongs to the line that it is given. */
static void a_line_takes_the_words_that_are_not_the_commands(void **state)
{
    static const struct {
        const char *words, *line, *at; /* line NULL: refused, with the words in `at` */
    } cases[] = {
        {"aging --at noon", "aging", "noon"},
        {"aging --detail --at noon --who anna", "aging --detail --who anna", "noon"},
        {"--at noon aging --where 'a > 5'", "aging --where 'a > 5'", "noon"},
        {"statement ACME --at noon", "statement ACME", "noon"},
        {"aging --date=t", "aging --date=t", NULL},
        {"'aging --at dusk' --at noon", "aging --at dusk", "noon"},
        {"--detail aging", NULL, "--detail"},
        {"aging --at", NULL, "--at has no value"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        desk_open(&desk);
        args_init(&desk.args, &line_command, &desk.arena, &desk.args.habit, &desk.notation);
        const enum err e = desk_line(&desk, cases[i].words);
        if (!cases[i].line) {
            assert_int_equal(e, ERR_USAGE);
            assert_non_null(strstr(desk.note.text, cases[i].at));
        } else {
            if (e != ERR_OK)
                fail_msg("%s: %s", cases[i].words, desk.note.text);
            assert_string_equal(args_get(&desk.args, "line"), cases[i].line);
            if (cases[i].at)
                assert_string_equal(args_get(&desk.args, "at"), cases[i].at);
        }
        desk_close(&desk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_that_move_are_said_as_they_were),
        cmocka_unit_test(a_line_takes_the_words_that_are_not_the_commands),
        cmocka_unit_test(words_are_split_as_a_shell_does),
        cmocka_unit_test(values_are_typed_and_canonical),
        cmocka_unit_test(amounts_may_be_negative_and_signs_may_follow),
        cmocka_unit_test(marks_of_an_amount_stand_where_they_can),
        cmocka_unit_test(rows_are_read_in_both_styles),
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(required_arguments_are_missed),
        cmocka_unit_test(a_period_does_not_end_before_it_begins),
        cmocka_unit_test(secrets_and_personal_words_stay_out_of_the_text),
        cmocka_unit_test(text_gives_the_same_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
