/* Workbooks: cells have their types, texts are never formulas, only data rows leave. */
#include "out/writers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/spool.h"
#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "name", .title = NULL, .kind = CELL_TEXT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "bar", .title = "", .kind = CELL_BAR, .flags = COLUMN_SCREEN},
    {.name = "part", .title = "Part", .kind = CELL_PERCENT},
};
static const struct table_head head = {"Items", NULL, columns, 6};

static void row_give(struct sink *sink, enum row_kind kind, const char *name, int32_t day,
                     int64_t minor)
{
    const struct cell cells[] = {cell_code("INV-1"),
                                 cell_text(name),
                                 cell_date((struct date){day}),
                                 cell_money(money_of(minor, written_eur())),
                                 (struct cell){.kind = CELL_BAR, .text = "##"},
                                 cell_number(CELL_PERCENT, 25000)};
    const struct row row = {.kind = kind, .cells = cells};

    assert_int_equal(sink->row(sink->self, &row), ERR_OK);
}

/* The sheet in a workbook's bytes: a deflated member of a zip file. */
static void sheet_read(const struct buf *book, struct buf *out)
{
    static const char name[] = "xl/worksheets/sheet1.xml";
    const char *at = memmem(book->data, book->len, name, sizeof name - 1);
    unsigned char chunk[4096];
    z_stream zip = {0};
    int status = Z_OK;

    assert_non_null(at);
    const unsigned extra = (unsigned char)at[-2] | (unsigned)(unsigned char)at[-1] << 8;
    zip.next_in = (unsigned char *)(uintptr_t)(at + sizeof name - 1 + extra);
    zip.avail_in = (unsigned)(book->len - (size_t)((char *)zip.next_in - book->data));
    assert_int_equal(inflateInit2(&zip, -15), Z_OK);
    while (status == Z_OK) {
        zip.next_out = chunk;
        zip.avail_out = sizeof chunk;
        status = inflate(&zip, Z_NO_FLUSH);
        buf_add(out, chunk, sizeof chunk - zip.avail_out);
    }
    assert_int_equal(status, Z_STREAM_END);
    inflateEnd(&zip);
}

static void cells_have_their_types(void **state)
{
    const struct writer_options options = {.moment = 1};
    struct note note = {0};
    struct buf book, sheet;
    struct out bytes;
    struct writing writing;
    char chunk[4096];
    ssize_t n;
    int fd;

    buf_init(&book, 1 << 20);
    buf_init(&sheet, 1 << 20);
    assert_int_equal(spool_open(&note, &fd), ERR_OK);
    assert_int_equal(out_open_fd(&bytes, fd, false, &note), ERR_OK);
    struct sink sink = writing_open(&writing, writer_find("xlsx"), &bytes, &options);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    row_give(&sink, ROW_DATA, "=1+1", 20000, 123450);
    row_give(&sink, ROW_DATA, "海尔 <&>", 20001, INT64_C(900719925474099312));
    row_give(&sink, ROW_TOTAL, "TOTAL", 20000, 777);
    assert_int_equal(sink.foot(sink.self, "adds up"), ERR_OK);
    writing_close(&writing);
    assert_int_equal(out_close(&bytes), ERR_OK);
    assert_true(lseek(fd, 0, SEEK_SET) == 0);
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        buf_add(&book, chunk, (size_t)n);
    close(fd);
    sheet_read(&book, &sheet);
    static const char *const there[] = {
        "t=\"inlineStr\"><is><t>name</t>",
        "t=\"inlineStr\"><is><t>=1+1</t>",
        "<v>45569</v>",
        "<v>1234.5</v>",
        "海尔 &lt;&amp;&gt;",
        "<t>9007199254740993.12</t>",
        "<v>45570</v>",
        "<v>0.025",
    };
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        if (!strstr(sheet.data, there[i]))
            fail_msg("%s is not in %s", there[i], sheet.data);
    assert_null(strstr(sheet.data, "<f>"));
    assert_null(strstr(sheet.data, "TOTAL"));
    assert_null(strstr(sheet.data, "##"));
    buf_done(&sheet);
    buf_done(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_have_their_types)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
