/* CSV files as they come: what is read, and that each kind of damage ends in one line. */
#include "io/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define FOLDER "tests/sample/csv/"

/* The whole file as text: fields joined by |, each row ended by /. */
static enum err read_all(const char *path, const struct reader_options *options, struct note *note,
                         char *out, size_t room)
{
    struct reader *reader;
    const struct reader_row *row = NULL;
    size_t n = 0;
    enum err e = reader_open(path, options, note, &reader);

    *out = 0;
    if (e != ERR_OK)
        return e;
    row = reader_head(reader);
    while (e == ERR_OK && row != NULL) { /* what does not fit is read all the same */
        for (int i = 0; i < row->count && n < room; i++)
            n += (size_t)snprintf(out + n, room - n, "%s%s", i > 0 ? "|" : "", row->fields[i]);
        if (n < room)
            n += (size_t)snprintf(out + n, room - n, "/");
        e = reader_next(reader, &row);
    }
    reader_close(reader);
    return e;
}

struct read_case {
    const char *file, *encoding, *rows;
};

static const struct read_case read_cases[] = {
    {"semicolon.csv", NULL, "Number|Customer|Amount/1|Müller; Söhne|10,50/2|Acme|3,00/"},
    {"bom.csv", NULL, "Number|Customer/1|Acme/"},
    {"cp1252.csv", "cp1252", "Number|Customer|City/1|Acme|Paris/2|Café de la Gare|Lyon/"},
    {"cp1252.csv", "ISO-8859-15", "Number|Customer|City/1|Acme|Paris/2|Café de la Gare|Lyon/"},
    {"crlf.csv", NULL, "Number|Customer/1|Acme/2|Two\r\nlines/3|End/"},
    {"cr.csv", NULL, "Number|Customer/1|Acme/2|Gare/"},
    {"quotes.csv", NULL, "Number|Customer/1|The \"Blue\" Door/2|a, b/3|trimmed/4|/"},
    {"tab.tsv", NULL, "Number|Customer/1|Acme, Inc./2|/"},
    {"blank-lines.csv", NULL, "Number|Customer/1|Acme/"},
    {"header-only.csv", NULL, "Number|Customer/"},
    {"utf16le.csv", "UTF-16LE", "Number|Customer/1|Acme €/"},
    {"utf16-bom.csv", "utf-16", "Number|Customer/1|Acme €/"},
    {"utf16-bom.csv", "utf-16le", "Number|Customer/1|Acme €/"},
    {"utf16be.csv", "utf16be", "Number|Customer/1|Acme €/"},
    {"packed.csv.gz", NULL, "Number|Customer/1|Acme/2|Gare/"},
};

static void test_files_are_read(void **state)
{
    for (size_t i = 0; i < sizeof(read_cases) / sizeof(*read_cases); i++) {
        const struct read_case *c = &read_cases[i];
        struct reader_options options = {.encoding = c->encoding};
        struct note note = {0};
        char path[200], rows[1000];
        enum err e;

        snprintf(path, sizeof(path), FOLDER "%s", c->file);
        e = read_all(path, &options, &note, rows, sizeof(rows));
        if (e != ERR_OK)
            fail_msg("%s: %s", c->file, note.text);
        assert_string_equal(rows, c->rows);
    }
}

struct bad_case {
    const char *file, *encoding;
    enum err code;
    const char *says[3]; /* pieces of the one line */
};

static const struct bad_case bad_cases[] = {
    {"unclosed.csv", NULL, ERR_INPUT, {"line 3, column 2 (Customer): ", "never closed"}},
    {"unclosed-then-quoted.csv", NULL, ERR_INPUT, {"line 3, column 2 (Customer): ", "line 4"}},
    {"nul.csv", NULL, ERR_INPUT, {"line 2, column 2 (Customer), character 5: ", "zero byte"}},
    {"short.csv", NULL, ERR_INPUT, {"short.csv, line 4: ", "2 columns where the header has 3"}},
    {"long.csv", NULL, ERR_INPUT, {"line 3: ", "4 columns where the header has 3"}},
    {"multiline.csv", NULL, ERR_INPUT, {"line 5: ", "3 columns where the header has 2"}},
    {"stray-quote.csv", NULL, ERR_INPUT, {"line 2, column 2 (Customer): ", "double the quote"}},
    {"cp1252.csv",
     NULL,
     ERR_INPUT,
     {"line 3, column 2 (Customer), character 6: ", "0xE9", "cp1252, iso-8859-1"}},
    {"cp1252-hole.csv",
     "cp1252",
     ERR_INPUT,
     {"line 3, column 2 (Customer), character 3: ", "0x81"}},
    {"cut-character.csv", NULL, ERR_INPUT, {"line 2, column 2 (Customer), character 6: ", "0xC3"}},
    {"utf16-bom.csv", NULL, ERR_INPUT, {"line 1", "--encoding utf-16"}},
    {"utf16le.csv", NULL, ERR_INPUT, {"line 1", "--encoding utf-16le"}},
    {"empty.csv", NULL, ERR_INPUT, {"empty"}},
    {"cut.csv.gz", NULL, ERR_INPUT, {"cut.csv.gz, line "}},
    {"no-such-file.csv", NULL, ERR_MISSING, {"no-such-file.csv"}},
    {"", NULL, ERR_MISSING, {"folder"}},
    {"bom.csv", "klingon", ERR_USAGE, {"klingon", "utf-8, cp1252"}},
};

static void test_damage_is_named(void **state)
{
    for (size_t i = 0; i < sizeof(bad_cases) / sizeof(*bad_cases); i++) {
        const struct bad_case *c = &bad_cases[i];
        struct reader_options options = {.encoding = c->encoding};
        struct note note = {0};
        char path[200], rows[1000];

        snprintf(path, sizeof(path), FOLDER "%s", c->file);
        if (read_all(path, &options, &note, rows, sizeof(rows)) != c->code)
            fail_msg("%s: %s: %s", c->file, err_name(note.code), note.text);
        for (size_t k = 0; k < 3 && c->says[k] != NULL; k++)
            if (strstr(note.text, c->says[k]) == NULL)
                fail_msg("%s: \"%s\" is not in: %s", c->file, c->says[k], note.text);
        assert_null(strchr(note.text, '\n'));
    }
}

static void write_file(const char *path, const char *head, const char *piece, long times,
                       const char *tail)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(head, file);
    for (long i = 0; i < times; i++)
        fputs(piece, file);
    fputs(tail, file);
    assert_int_equal(fclose(file), 0);
}

static char made[] = "/tmp/arledger-csv-XXXXXX";

static void test_limits(void **state)
{
    static char rows[100];
    struct note note = {0};
    struct reader_options few = {.rows_max = 2}, small = {.bytes_max = 1000};

    write_file(made, "a,b\n1,", "0123456789", 6553, "\n");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_OK);
    write_file(made, "a,b\n1,", "0123456789", 6554, "\n");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_LIMIT);
    assert_non_null(strstr(note.text, "line 2, column 2 (b): "));
    write_file(made, "a,b\n1,2\n3,\"", "x,y\nand on\n", 10000, "");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_LIMIT);
    assert_non_null(strstr(note.text, "line 3, column 2 (b): "));
    assert_non_null(strstr(note.text, "never closed"));
    write_file(made, "", "a,", 199, "a\n");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_OK);
    write_file(made, "", "a,", 200, "a\n");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_LIMIT);
    write_file(made, "a,b\n", "1,2\n", 2, "");
    assert_int_equal(read_all(made, &few, &note, rows, sizeof(rows)), ERR_OK);
    write_file(made, "a,b\n", "1,2\n", 3, "");
    assert_int_equal(read_all(made, &few, &note, rows, sizeof(rows)), ERR_LIMIT);
    assert_int_equal(read_all(made, &small, &note, rows, sizeof(rows)), ERR_OK);
    write_file(made, "a,b\n", "1,2\n", 300, "");
    assert_int_equal(read_all(made, &small, &note, rows, sizeof(rows)), ERR_LIMIT);
}

/* Line ends, characters and quotes that fall on every place of a block's end. */
static void test_blocks_do_not_show(void **state)
{
    for (int shift = 0; shift < 24; shift++) {
        struct note note = {0};
        struct reader *reader;
        const struct reader_row *row;
        char head[64];
        int64_t count = 0, line = 2;

        snprintf(head, sizeof(head), "%.*s,b\r\n", shift + 1, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        write_file(made, head, "12345678,\"\xE2\x82\xAC \"\"5\"\"\"\r\n", 4000, "");
        assert_int_equal(reader_open(made, NULL, &note, &reader), ERR_OK);
        while (reader_next(reader, &row) == ERR_OK && row != NULL) {
            assert_string_equal(row->fields[1], "\xE2\x82\xAC \"5\"");
            assert_int_equal(row->line, line++);
            assert_int_equal(row->row, ++count);
        }
        reader_close(reader);
        assert_string_equal(note.text, "");
        assert_int_equal(count, 4000);
    }
}

static void test_trouble_behind_good_rows(void **state)
{
    static char rows[100];
    struct note note = {0};

    write_file(made, "a,b\n", "1234567,\xC3\xA9\n", 20000, "1,\xE9\n");
    assert_int_equal(read_all(made, NULL, &note, rows, sizeof(rows)), ERR_INPUT);
    assert_non_null(strstr(note.text, "line 20002, column 2 (b), character 3: "));
}

static void test_header(void **state)
{
    struct note note = {0};
    struct reader *reader;
    struct hash one, two, digest, empty = {0};
    const struct reader_row *row;

    write_file(made, "Invoice No,AMOUNT\n1,2\n", "", 0, "");
    assert_int_equal(reader_open(made, NULL, &note, &reader), ERR_OK);
    assert_int_equal(reader_column(reader, "amount"), 1);
    assert_int_equal(reader_column(reader, "total"), -1);
    reader_header_hash(reader, &one);
    assert_int_equal(reader_fail(reader, ERR_INPUT, 7, 1, "there is no day %d", 31), ERR_INPUT);
    assert_non_null(strstr(note.text, ", line 7, column 2 (AMOUNT): there is no day 31"));
    assert_int_equal(reader_next(reader, &row), ERR_OK);
    assert_int_equal(reader_next(reader, &row), ERR_OK);
    assert_null(row);
    reader_digest(reader, &digest);
    assert_int_not_equal(hash_cmp(&digest, &empty), 0);
    reader_close(reader);
    write_file(made, "invoice no;Amount\n", "", 0, "");
    assert_int_equal(reader_open(made, NULL, &note, &reader), ERR_OK);
    reader_header_hash(reader, &two);
    assert_int_equal(hash_cmp(&one, &two), 0);
    reader_close(reader);
    write_file(made, "invoice,no,Amount\n", "", 0, "");
    assert_int_equal(reader_open(made, NULL, &note, &reader), ERR_OK);
    reader_header_hash(reader, &two);
    assert_int_not_equal(hash_cmp(&one, &two), 0);
    reader_close(reader);
}

static int make_file(void **state)
{
    int fd = mkstemp(made);

    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
    return unlink(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_are_read),
        cmocka_unit_test(test_damage_is_named),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_blocks_do_not_show),
        cmocka_unit_test(test_trouble_behind_good_rows),
        cmocka_unit_test(test_header),
    };

    return cmocka_run_group_tests(tests, make_file, remove_file);
}
