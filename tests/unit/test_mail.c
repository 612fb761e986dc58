/* Messages of mails: whatever stands in a name or subject, no header comes into being by it. */
#include "out/mail.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct mail usual(void)
{
    return (struct mail){.from_name = "Harbour & Finch",
                         .from = "ar@harbour.test",
                         .to = "pay@acme.test",
                         .subject = "Statement",
                         .text = "Hello\n",
                         .id = "1",
                         .file_name = "a.pdf",
                         .file_type = "application/pdf",
                         .file = "%PDF",
                         .file_len = 4};
}

static void hostile_texts_make_no_headers(void **state)
{
    static const char *const hostile[] = {"x\r\nBcc: all@evil.test",
                                          "x\nBcc: all@evil.test",
                                          "x\rBcc: all@evil.test",
                                          "x\r\n\r\nbody",
                                          "\x01",
                                          "x\x7f"};
    struct note note = {0};
    struct buf out;

    buf_init(&out, MAIL_MAX);
    for (size_t i = 0; i < COUNT(hostile); i++) {
        struct mail mail[6];
        for (size_t k = 0; k < COUNT(mail); k++)
            mail[k] = usual();
        mail[0].from_name = mail[1].from = mail[2].to = hostile[i];
        mail[3].subject = mail[4].id = mail[5].file_name = hostile[i];
        for (size_t k = 0; k < COUNT(mail); k++)
            assert_int_equal(mail_write(&mail[k], &out, &note), ERR_INPUT);
    }
    buf_done(&out);
}

/* What a reader would take for another address, a comment or an encoded word is not one. */
static void names_stay_names(void **state)
{
    static const struct {
        const char *name, *header;
    } cases[] = {
        {"Finch", "From: \"Finch\"\r\n <ar@harbour.test>"},
        {"a\" <x@evil.test>, \"b", "From: \"a\\\" <x@evil.test>, \\\"b\"\r\n <ar@harbour.test>"},
        {"back\\slash", "From: \"back\\\\slash\"\r\n"},
        {"=?UTF-8?B?QQ==?=", "From: =?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?=\r\n"},
        {"Harbour & Finch International Trading, Ltd.",
         "From: =?UTF-8?B?SGFyYm91ciAmIEZpbmNoIEludGVybmF0aW9uYWwgVHJhZGluZywg?=\r\n"
         " =?UTF-8?B?THRkLg==?=\r\n <ar@harbour.test>"},
        {"Bäcker", "From: =?UTF-8?B?QsOkY2tlcg==?=\r\n"},
    };
    struct note note = {0};

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct mail mail = usual();
        struct buf out;
        buf_init(&out, MAIL_MAX);
        mail.from_name = cases[i].name;
        assert_int_equal(mail_write(&mail, &out, &note), ERR_OK);
        assert_non_null(strstr(out.data, cases[i].header));
        buf_done(&out);
    }
}

/* Seven bits, lines of at most 76 in front of CR LF; no character is cut between two words. */
static void lines_are_short_and_plain(void **state)
{
    struct mail mail = usual();
    struct note note = {0};
    struct buf out, word;
    char text[3 * 90 + 1] = "";

    for (int i = 0; i < 90; i++)
        memcpy(text + 3 * i, "海", 4);
    mail.subject = mail.from_name = text;
    mail.text = "Grüße\n.\nFrom here\n";
    buf_init(&out, MAIL_MAX);
    buf_init(&word, MAIL_MAX);
    assert_int_equal(mail_write(&mail, &out, &note), ERR_OK);
    size_t cells = 0;
    for (size_t i = 0; i < out.len; i++) {
        assert_in_range((unsigned char)out.data[i], 1, 126);
        cells = out.data[i] == '\n' ? 0 : cells + 1;
        assert_true(cells <= 77); /* with the CR */
        if (out.data[i] == '\n')
            assert_int_equal(out.data[i - 1], '\r');
    }
    /* 13 characters of 3 bytes a word */
    assert_int_equal(mail_word(text, 9, &word, &note), ERR_OK);
    assert_int_equal(strcspn(word.data + 10, "?"), 52);
    buf_done(&word);
    buf_done(&out);
}

/* Letters that turn others round, or begin a sequence of a terminal, are question marks. */
static void hostile_letters_are_question_marks(void **state)
{
    struct mail mail = usual();
    struct note note = {0};
    struct buf out;

    buf_init(&out, MAIL_MAX);
    mail.subject = "Paper \u202egnp\u2066";
    mail.from_name = "<Finch\302\2332J";
    mail.file_name = "a\u202efdp.exe";
    mail.text = "one\033[2J\ntwo\u202e\n";
    assert_int_equal(mail_write(&mail, &out, &note), ERR_OK);
    assert_non_null(strstr(out.data, "Subject: Paper ?gnp?\r\n"));
    assert_non_null(strstr(out.data, "From: \"<Finch?2J\"\r\n"));
    assert_non_null(strstr(out.data, "filename*=UTF-8''a%3Ffdp.exe\r\n"));
    assert_non_null(strstr(out.data, "b25lP1sySg0KdHdvPw0K\r\n")); /* one?[2J CR LF two? CR LF */
    buf_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_texts_make_no_headers),
        cmocka_unit_test(names_stay_names),
        cmocka_unit_test(hostile_letters_are_question_marks),
        cmocka_unit_test(lines_are_short_and_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
