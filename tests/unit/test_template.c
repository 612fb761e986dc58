/* Templates: what a line means, what is said of a wrong one, and that values are never template. */
#include "base/pagetext.h"
#include "base/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const struct vocabulary words[] = {
    {"", "number", CELL_CODE, "its number"},
    {"", "name", CELL_TEXT, "whose"},
    {"", "kind", CELL_TEXT, "a word of ours"},
    {"", "total", CELL_MONEY, "how much"},
    {"", "due", CELL_DATE, "when"},
    {"", "note", CELL_TEXT, "a pattern"},
    {"", "rate", CELL_PERCENT, "percent"},
    {"", "void", CELL_FLAG, "is it?"},
    {"lines", "", CELL_NONE, "its lines"},
    {"lines", "text", CELL_TEXT, "what"},
    {"lines", "net", CELL_MONEY, "how much"},
    {"lines", "group", CELL_TEXT, "head"},
    {"ages", "", CELL_NONE, "ages"},
    {"ages", "title", CELL_TEXT, "days"},
    {"ages", "amount", CELL_MONEY, "open"},
    {.name = NULL},
};

static const struct currency eur = {"EUR", 2};

/* A paper of two lines, and two ages. */
static void fields_make(struct fields *fields, struct arena *arena)
{
    fields_init(fields, arena, words);
    fields_put(fields, "number", cell_code("INV-1"));
    fields_text(fields, "name", "Blüm {total} | .rule");
    fields_word(fields, "kind", "net 30");
    fields_money(fields, "total", money_of(123450, eur));
    fields_date(fields, "due", date_of(2026, 12, 31));
    fields_pattern(fields, "note", "pay {total} by {due}, {nothing} {note}");
    fields_put(fields, "rate", cell_number(CELL_PERCENT, 25000));
    struct fields *row = fields_row(fields, "lines");
    fields_text(row, "text", "Lamp");
    fields_money(row, "net", money_of(100000, eur));
    row = fields_row(fields, "lines");
    fields_text(row, "text", "Shade");
    fields_money(row, "net", money_of(23450, eur));
    row = fields_row(fields, "ages");
    fields_word(row, "title", "Over 90");
    fields_money(row, "amount", money_of(5, eur));
    row = fields_row(fields, "ages");
    fields_word(row, "title", "Current");
    fields_money(row, "amount", money_of(7, eur));
}

/* What the template draws, as the text that is kept of a page. */
static void drawn(const char *text, const char *said_by, const char *expected)
{
    struct arena arena = {0};
    struct note note = {0};
    const struct template *template = NULL, *other = NULL;
    struct fields fields;
    struct page page;
    struct buf out;

    page_init(&page, "", "");
    buf_init(&out, 1 << 20);
    fields_make(&fields, &page.arena);
    assert_int_equal(template_parse("t.en", text, words, &arena, &template, &note), ERR_OK);
    if (said_by)
        assert_int_equal(template_parse("words.de", said_by, words, &arena, &other, &note), ERR_OK);
    assert_int_equal(template_draw(template, other, &fields, &page, &note), ERR_OK);
    pagetext_write(&page, &out);
    assert_string_equal(out.data, expected);
    buf_done(&out);
    page_done(&page);
    arena_done(&arena);
}

static void lines_are_blocks(void **state)
{
    (void)state;
    drawn("# nothing\n.title Invoice {number}\n.subtitle to {name}\nDear {name},\n\n.rule\n"
          ".heading Pay\n.pair Due | {due}\n.sum Total | {total} | on {number}\n.page\n"
          ".code Scan | {number}\n",
          NULL,
          "G\tInvoice INV-1\tto Blüm {total} | .rule\n"
          "T\tDear Blüm {total} | .rule,\nS\nL\nH\t2\tPay\nP\t0\tDue\t2026-12-31\n"
          "P\t12\tTotal\t1,234.50 EUR on INV-1\nB\nQ\tScan\tINV-1\n");
}

static void empty_values_leave_their_line_out(void **state)
{
    (void)state;
    /* "void" was not put: as a value it is empty */
    drawn("Void {void}\n.pair Void | {void}\n.pair {void} | here\n.sum Void | {void}\n"
          "{void}{number}\n",
          NULL, "G\t\t\nP\t0\t\there\nT\tINV-1\n");
}

static void conditions_and_loops(void **state)
{
    (void)state;
    drawn("{if void}\nA\n{else}\nB\n{end}\n{if not void}\nC\n{end}\n{if number = INV-1}\nD\n{end}\n"
          "{if number != INV-1}\nE\n{end}\n{if lines}\nF\n{end}\n"
          "{for line in lines}\n{line.number}. {line.text} {number}\n{if line.last}\nend\n{end}\n"
          "{end}\n",
          NULL,
          "G\t\t\nT\tB\nT\tC\nT\tD\nT\tF\nT\t1. Lamp INV-1\nT\t2. Shade INV-1\nT\tend\n");
}

static void a_table_has_columns_of_its_rows(void **state)
{
    (void)state;
    drawn("{table line in lines}\n.column What | {line.text} | drop 2\n\n"
          "{if void}\n.column Void | {line.net}\n{end}\n"
          ".column Net | {line.net} | total\n.column Both | {line.text}/{number} | code data\n"
          ".proof in all {total}\n{end}\n",
          NULL,
          "G\t\t\nA\t\t\nC\ttext\tWhat\tt\t2\t0\t0\nC\tnet\tNet\tm\t0\t0\t1\n"
          "C\ttext-2\tBoth\tc\t0\t0\t2\n"
          "R\t0\t1\t \ttLamp\tmEUR100000\tcLamp/INV-1\n"
          "R\t0\t2\t \ttShade\tmEUR23450\tcShade/INV-1\nE\tin all 1,234.50 EUR\nZ\n");
}

static void a_table_keeps_the_figures_of_its_letter(void **state)
{
    (void)state;
    drawn("{table line in lines}\n.column Net | {line.net} | total\n{end}\n",
          ".numbers 1.234,56\n.dates 31.12.2026\n.word Total | Summe\n.word page # | Seite #\n",
          "G\t\t\nW\tSeite #\tPage # of #\tSumme\tCarried over\tBrought over\nA\t\t\t44 46 46\n"
          "C\tnet\tNet\tm\t0\t0\t1\nR\t0\t1\t \tmEUR100000\nR\t0\t2\t \tmEUR23450\nZ\n");
}

static void columns_may_come_from_a_list(void **state)
{
    (void)state;
    drawn("{table line in lines}\n{for age in ages}\n.column {age.title} | {age.amount}\n{end}\n"
          "{end}\n",
          ".word Over # | Über #\n.word Current | Nicht fällig\n",
          "G\t\t\nA\t\t\nC\tamount\tÜber 90\tm\t0\t0\t0\nC\tamount-2\tNicht fällig\tm\t0\t0\t0\n"
          "R\t0\t1\t \tmEUR5\tmEUR7\nR\t0\t2\t \tmEUR5\tmEUR7\nZ\n");
}

static void figures_days_and_words_follow_the_language(void **state)
{
    (void)state;
    drawn("{kind}: {total}, {due}, {rate} %\n", NULL,
          "G\t\t\nT\tnet 30: 1,234.50 EUR, 2026-12-31, 2.5 %\n");
    drawn("{kind}: {total}, {due}, {rate} %\n",
          ".numbers 1.234,56\n.dates 31.12.2026\n.word net # | # Tage netto\n",
          "G\t\t\nT\t30 Tage netto: 1.234,50 EUR, 31.12.2026, 2,5 %\n");
    /* what the template says itself goes first; its figures are not broken between lines */
    drawn(".numbers 1 234,56\n.dates 12/31/2026\n.word net 30 | à 30 jours\n"
          "{kind}: {total}, {due}\n",
          ".numbers 1.234,56\n.word net # | # Tage netto\n",
          "G\t\t\nT\tà 30 jours: 1\xc2\xa0"
          "234,50\xc2\xa0"
          "EUR, 12/31/2026\n");
}

static void a_pattern_is_filled_once(void **state)
{
    (void)state;
    drawn("{note}\n", NULL, "G\t\t\nT\tpay 1,234.50 EUR by 2026-12-31, {nothing} {note}\n");
}

static void a_sentence_is_said_and_then_filled(void **state)
{
    struct arena arena = {0};
    struct fields fields;

    (void)state;
    fields_init(&fields, &arena, words);
    fields_money(&fields, "total", money_of(500, eur));
    fields_sentence(&fields, "note", "they have {total} more");
    assert_string_equal(template_plain(fields_find(&fields, "note"), &arena),
                        "they have 5.00 EUR more");
    assert_string_equal(template_plain(fields_find(&fields, "due"), &arena), "");
    arena_done(&arena);
}

static void a_backslash_makes_a_sign_plain(void **state)
{
    (void)state;
    drawn("\\# no comment\n\\.rule\n\\{number}\n.pair a \\| b | c\\\\d\n\\  in\n", NULL,
          "G\t\t\nT\t# no comment\nT\t.rule\nT\t{number}\nP\t0\ta | b\tc\\\\d\nT\t  in\n");
}

static void wrong_lines_are_told(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"{nmber}", "t.en, line 1: there is no value {nmber}; did you mean number?"},
        {"\n{customer.fax}",
         "t.en, line 2: there is no value {customer.fax}; `template fields` lists what there is"},
        {"{for l in lines}\n{l.nett}\n{end}",
         "t.en, line 2: there is no value {l.nett}; did you mean net?"},
        {"{for l in line}\n{end}", "t.en, line 1: there is no list line; did you mean lines?"},
        {"{for lines}\n{end}", "t.en, line 1: it is written as {for item in items}, with a word of "
                               "your own and a list"},
        {"a {number", "t.en, line 1: a { has no }; a value is written as {customer.name}, and a "
                      "plain { as \\{"},
        {"a {Number}", "t.en, line 1: {Number} is no name; a value is written as {customer.name}, "
                       "and a plain { as \\{"},
        {"{if number}\nA\n", "t.en, line 1: this block has no {end}"},
        {"{end}", "t.en, line 1: {end} ends nothing; an {if}, {for} or {table} stands before it"},
        {"{else}", "t.en, line 1: {else} stands once between {if} and its {end}"},
        {"{if number} A", "t.en, line 1: {if stands alone on its line, and ends with }"},
        {".column A | B", "t.en, line 1: .column stands between {table ROW in LIST} and its {end}"},
        {"{table l in lines}\n{end}", "t.en, line 2: a table needs a .column"},
        {"{table l in lines}\n.column A | {l.text} | wide\n{end}",
         "t.en, line 2: wide is no option of a column; there are total, code, drop N, data"},
        {"{table l in lines}\n.column {l.text} | {l.text}\n{end}",
         "t.en, line 2: a title cannot have values of the rows below it"},
        {"{table l in lines}\ntext\n{end}", "t.en, line 2: in a table stand .column, .proof, {if} "
                                            "and {for}; its {end} is missing"},
        {".pair Due", "t.en, line 1: a part is missing; parts stand between |"},
        {".title a | b", "t.en, line 1: there is more than 1 part; a plain | is written as \\|"},
        {".rule now", "t.en, line 1: .rule stands alone on its line"},
        {".numbers 1234", "t.en, line 1: figures are shown by 1234.56 as you write it: 1.234,56 or "
                          "1,234.56 or 1 234,56"},
        {".dates 31.12.26", "t.en, line 1: days are shown by one of 31.12.2026, 31/12/2026, "
                            "31-12-2026, 12/31/2026, 2026-12-31"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct note note = {0};
        const struct template *template = NULL;
        assert_int_equal(template_parse("t.en", cases[i].text, words, &arena, &template, &note),
                         ERR_INPUT);
        assert_string_equal(note.text, cases[i].said);
        arena_done(&arena);
    }
}

static void depth_and_size_are_bounded(void **state)
{
    struct arena arena = {0};
    struct note note = {0};
    const struct template *template = NULL;
    struct buf text;
    struct fields fields;
    struct page page;

    (void)state;
    buf_init(&text, 1 << 20);
    for (int i = 0; i < TEMPLATE_DEPTH + 1; i++)
        buf_text(&text, "{if number}\n");
    assert_int_equal(template_parse("t.en", text.data, words, &arena, &template, &note), ERR_LIMIT);
    assert_string_equal(note.text, "t.en, line 9: more than 8 blocks stand in each other");
    buf_reset(&text);
    buf_fill(&text, 'x', TEMPLATE_MAX + 1);
    assert_int_equal(template_parse("t.en", text.data, words, &arena, &template, &note), ERR_LIMIT);

    /* eight loops over 20 lines would draw 20^8 lines */
    buf_reset(&text);
    for (char c = 'a'; c < 'a' + TEMPLATE_DEPTH; c++)
        buf_format(&text, "{for %c in lines}\n", c);
    for (int i = 0; i < TEMPLATE_DEPTH; i++)
        buf_text(&text, "{end}\n");
    page_init(&page, "", "");
    fields_init(&fields, &page.arena, words);
    for (int i = 0; i < 20; i++)
        fields_row(&fields, "lines");
    assert_int_equal(template_parse("t.en", text.data, words, &arena, &template, &note), ERR_OK);
    assert_int_equal(template_draw(template, NULL, &fields, &page, &note), ERR_LIMIT);
    assert_string_equal(note.text, "t.en: what it draws is too long");
    page_done(&page);
    buf_done(&text);
    arena_done(&arena);
}

static void days_as_people_write_them(void **state)
{
    char text[DATE_TEXT];
    const struct date day = date_of(2026, 3, 9);

    (void)state;
    assert_string_equal(date_show(day, 0, text), "2026-03-09");
    assert_string_equal(date_show(day, '.', text), "09.03.2026");
    assert_string_equal(date_show(day, '/', text), "09/03/2026");
    assert_string_equal(date_show(day, '-', text), "09-03-2026");
    assert_string_equal(date_show(day, 'm', text), "03/09/2026");
    assert_string_equal(date_show(DATE_NONE, '.', text), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_blocks),
        cmocka_unit_test(empty_values_leave_their_line_out),
        cmocka_unit_test(conditions_and_loops),
        cmocka_unit_test(a_table_has_columns_of_its_rows),
        cmocka_unit_test(a_table_keeps_the_figures_of_its_letter),
        cmocka_unit_test(columns_may_come_from_a_list),
        cmocka_unit_test(figures_days_and_words_follow_the_language),
        cmocka_unit_test(a_pattern_is_filled_once),
        cmocka_unit_test(a_sentence_is_said_and_then_filled),
        cmocka_unit_test(a_backslash_makes_a_sign_plain),
        cmocka_unit_test(wrong_lines_are_told),
        cmocka_unit_test(depth_and_size_are_bounded),
        cmocka_unit_test(days_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
