/* Templates of papers, shipped and the firm's own, in the languages that there are; the logo. */
#include "ledger/firm.h"

#include "ledger/logo.h"
#include "ledger/papertext.h"
#include "ledger/sentpaper.h"
#include "ledger/setting.h"
#include "report/paperpage.h"
#include "report/papertemplate.h"
#include "report/r_statement.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct date today(void)
{
    return book_today(firm()->book);
}

/* Every value of one language is asked for in every other: no translation forgets one. */
static const char *next_value(const char *at, char out[128])
{
    const char *open = strchr(at, '{');

    if (!open)
        return NULL;
    const size_t len = strcspn(open, "}");
    snprintf(out, 128, "%.*s", (int)(len < 120 ? len + 1 : 120), open);
    return open + len;
}

static void values_are_the_same(const char *paper, const char *language)
{
    const char *english = papertemplate_shipped(paper, "en"),
               *other = papertemplate_shipped(paper, language);
    char one[128], two[128];

    for (;;) {
        english = next_value(english, one);
        other = next_value(other, two);
        if (!english || !other)
            break;
        assert_string_equal(one, two);
    }
    if (english || other)
        fail_msg("%s.%s has not the values of the English one", paper, language);
}

static void shipped_templates_are_whole(void **state)
{
    struct note note = {0};
    const char *language;

    (void)state;
    for (const struct papertemplate *paper = papertemplates; paper->name; paper++)
        for (int n = 0; (language = papertemplate_language(n)) != NULL; n++) {
            const char *text = papertemplate_shipped(paper->name, language);
            char name[64];
            assert_non_null(text);
            snprintf(name, sizeof name, "%s.%s", paper->name, language);
            if (papertemplate_check(paper, name, text, &note) != ERR_OK)
                fail_msg("%s", note.text);
            if (strcmp(paper->name, "words") != 0)
                values_are_the_same(paper->name, language);
        }
    assert_null(papertemplate_shipped("invoice", "it"));
    assert_null(papertemplate_shipped("letter", "en"));
}

static void a_firm_has_its_own(void **state)
{
    struct papertext *own;
    const char *text;
    int count;

    (void)state;
    assert_done(papertext_set(firm()->tx, "invoice", "de", "Rechnung", "anna"));
    assert_done(papertext_set(firm()->tx, "invoice", "de", "Faktura", "ben"));
    assert_done(papertext_set(firm()->tx, "credit", "it", "Nota", "anna"));
    assert_answer(papertext_find(firm()->book, "invoice", "de", &firm()->arena, &text));
    assert_string_equal(text, "Faktura");
    assert_answer(papertext_find(firm()->book, "invoice", "en", &firm()->arena, &text));
    assert_null(text);
    assert_answer(papertext_list(firm()->book, &firm()->arena, &own, &count));
    assert_int_equal(count, 2);
    assert_string_equal(own[0].paper, "credit");
    assert_string_equal(own[1].actor, "ben");
    assert_done(papertext_remove(firm()->tx, "credit", "it"));
    assert_refused(ERR_MISSING, "no template of its own for credit in 'it'",
                   papertext_remove(firm()->tx, "credit", "it"));
    assert_refused(ERR_INPUT, "two small letters",
                   papertext_set(firm()->tx, "credit", "IT", "Nota", "anna"));
    assert_refused(ERR_INPUT, "two small letters",
                   papertext_set(firm()->tx, "credit", "ita", "Nota", "anna"));
}

static void a_language_is_the_customers_or_the_firms(void **state)
{
    const char *language;

    (void)state;
    assert_answer(papertext_language(firm()->book, "fr", &firm()->arena, &language));
    assert_string_equal(language, "fr");
    assert_answer(papertext_language(firm()->book, "", &firm()->arena, &language));
    assert_string_equal(language, "en");
    assert_done(setting_set(firm()->tx, "language", "de"));
    assert_answer(papertext_language(firm()->book, "", &firm()->arena, &language));
    assert_string_equal(language, "de");
    assert_refused(ERR_INPUT, "language is two letters",
                   setting_set(firm()->tx, "language", "deutsch"));
}

/* The title of a statement of the first customer. */
static void title_is(const char *expected)
{
    const struct statement_options options = {
        .customer_id = 1, .kind = STATEMENT_OPEN_ITEM, .from = today(), .to = today()};
    struct page page;

    page_init(&page, "", NULL);
    assert_answer(statement_page(firm()->book, &options, &page));
    assert_string_equal(page.title, expected);
    page_done(&page);
}

static void the_first_template_that_is_there_writes(void **state)
{
    (void)state;
    firm_customer("ACME");
    assert_done(setting_set(firm()->tx, "company", "Lights"));
    title_is("Lights: statement");
    assert_done(setting_set(firm()->tx, "language", "de"));
    title_is("Lights: Kontoauszug");
    assert_done(papertext_set(firm()->tx, "statement", "de", ".title Auszug {customer.code}", "a"));
    title_is("Auszug ACME");
    /* nothing in Danish: English, though nobody wrote one */
    assert_done(setting_set(firm()->tx, "language", "da"));
    title_is("Lights: statement");
    assert_done(papertext_set(firm()->tx, "statement", "da", ".title Kontoudtog", "a"));
    title_is("Kontoudtog");
}

/* A PNG of one dot, as bytes. */
static struct picture picture_make(unsigned char *bytes, unsigned char shade)
{
    static const unsigned char head[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0,
                                         13,   'I', 'H', 'D', 'R',  0,    0,    0,    1, 0, 0,
                                         0,    1,   8,   0,   0,    0,    0,    0,    0, 0, 0},
                               end[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0, 0, 0, 0};
    struct picture picture;

    memcpy(bytes, head, sizeof head);
    memcpy(bytes + sizeof head, end, sizeof end);
    bytes[sizeof head - 1] = shade; /* of the check sum: only cairo asks */
    assert_int_equal(picture_read(bytes, sizeof head + sizeof end, &picture, NULL), ERR_OK);
    return picture;
}

static void a_logo_is_kept_once(void **state)
{
    unsigned char first[64], second[64];
    const struct picture blue = picture_make(first, 1), red = picture_make(second, 2);
    const struct picture *logo, *again;

    (void)state;
    assert_answer(logo_get(firm()->book, &logo));
    assert_null(logo);
    assert_refused(ERR_CONFLICT, "there is no logo", logo_remove(firm()->tx));
    assert_refused(ERR_INPUT, "set by `logo set FILE`",
                   setting_set(firm()->tx, "company.logo", blue.sha256));
    assert_done(logo_set(firm()->tx, &blue));
    assert_done(logo_set(firm()->tx, &red));
    assert_done(logo_set(firm()->tx, &blue)); /* it is there already */
    assert_answer(logo_get(firm()->book, &logo));
    assert_non_null(logo);
    assert_string_equal(logo->sha256, blue.sha256);
    assert_int_equal(logo->len, blue.len);
    assert_memory_equal(logo->bytes, blue.bytes, blue.len);
    assert_done(setting_set(firm()->tx, "company.logo", red.sha256));
    assert_done(logo_remove(firm()->tx));
    assert_answer(logo_find(firm()->book, red.sha256, &logo));
    again = logo;
    assert_answer(logo_find(firm()->book, red.sha256, &logo));
    assert_ptr_equal(again, logo); /* and read once */
    assert_int_equal(logo_find(firm()->book, "00", &logo), ERR_MISSING);
}

static void what_was_sent_keeps_its_logo(void **state)
{
    unsigned char first[64], second[64];
    const struct picture blue = picture_make(first, 1), red = picture_make(second, 2);
    const struct statement_options options = {
        .customer_id = 1, .kind = STATEMENT_OPEN_ITEM, .from = today(), .to = today()};
    const struct sentpaper paper = {.customer_id = 1, .day = today(), .number = "ST-1"};
    struct page page;
    int64_t id = 0;

    (void)state;
    firm_customer("ACME");
    assert_done(logo_set(firm()->tx, &blue));
    page_init(&page, "", NULL);
    assert_answer(statement_page(firm()->book, &options, &page));
    assert_done(sentpaper_add(firm()->tx, &paper, &page, &id));
    page_done(&page);
    assert_done(logo_set(firm()->tx, &red));
    page_init(&page, NULL, NULL);
    assert_answer(sentpaper_page(firm()->book, id, &page));
    assert_non_null(page.logo);
    assert_string_equal(page.logo->sha256, blue.sha256);
    assert_memory_equal(page.logo->bytes, blue.bytes, blue.len);
    page_done(&page);
}

static void a_page_that_is_too_long_is_not_kept(void **state)
{
    const struct sentpaper report = {
        .kind = SENTPAPER_REPORT, .day = today(), .number = "open-items-1"};
    char *text = malloc(1 << 20);
    struct page page;
    int64_t id = 0;

    (void)state;
    memset(text, 'x', (1 << 20) - 1);
    text[(1 << 20) - 1] = 0;
    page_init(&page, "", NULL);
    page_text(&page, text);
    assert_refused(ERR_LIMIT, "at most 960 KB of text; narrow it",
                   sentpaper_add(firm()->tx, &report, &page, &id));
    page_done(&page);
    text[900 << 10] = 0;
    page_init(&page, "", NULL);
    page_text(&page, text);
    assert_done(sentpaper_add(firm()->tx, &report, &page, &id));
    page_done(&page);
    page_init(&page, NULL, NULL);
    assert_answer(sentpaper_page(firm()->book, id, &page));
    assert_string_equal(page.first->text, text);
    page_done(&page);
    free(text);
}

static void pictures_that_are_none(void **state)
{
    unsigned char bytes[64], *large = calloc(1, PICTURE_BYTES + 1);
    const struct picture good = picture_make(bytes, 1);
    struct picture out;
    struct note note = {0};

    (void)state;
    assert_int_equal(picture_read(bytes, good.len - 1, &out, &note), ERR_INPUT);
    assert_string_equal(note.text, "the PNG is not whole: its end is missing");
    assert_int_equal(picture_read(bytes, good.len + 1, &out, &note), ERR_INPUT); /* more behind */
    assert_int_equal(picture_read(bytes, 20, &out, &note), ERR_INPUT);
    assert_int_equal(picture_read((const unsigned char *)"GIF89a", 6, &out, &note), ERR_INPUT);
    assert_int_equal(picture_read(large, PICTURE_BYTES + 1, &out, &note), ERR_LIMIT);
    bytes[18] = 255; /* 65281 dots wide */
    assert_int_equal(picture_read(bytes, good.len, &out, &note), ERR_LIMIT);
    bytes[18] = bytes[19] = 0;
    assert_int_equal(picture_read(bytes, good.len, &out, &note), ERR_LIMIT);
    bytes[19] = 1;
    bytes[33] = 255; /* a part longer than the file */
    assert_int_equal(picture_read(bytes, good.len, &out, &note), ERR_INPUT);
    assert_int_equal(picture_parse("no base64!", &firm()->arena, &out, &note), ERR_CORRUPT);
    free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shipped_templates_are_whole, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(a_firm_has_its_own, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(a_language_is_the_customers_or_the_firms, firm_open,
                                        firm_close),
        cmocka_unit_test_setup_teardown(the_first_template_that_is_there_writes, firm_open,
                                        firm_close),
        cmocka_unit_test_setup_teardown(a_logo_is_kept_once, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(what_was_sent_keeps_its_logo, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(a_page_that_is_too_long_is_not_kept, firm_open,
                                        firm_close),
        cmocka_unit_test_setup_teardown(pictures_that_are_none, firm_open, firm_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
