/* feed_template: one text as a template, and as a PNG; what parses draws a page, and that page is
 * kept and read again as the same. Values are hostile: they never become template. */
#include "base/pagetext.h"
#include "base/template.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

static const struct vocabulary vocabulary[] = {
    {"", "number", CELL_CODE, ""},        {"", "customer.name", CELL_TEXT, ""},
    {"", "terms", CELL_TEXT, ""},         {"", "note", CELL_TEXT, ""},
    {"", "total", CELL_MONEY, ""},        {"", "due", CELL_DATE, ""},
    {"", "rate", CELL_PERCENT, ""},       {"items", "", CELL_NONE, ""},
    {"items", "text", CELL_TEXT, ""},     {"items", "net", CELL_MONEY, ""},
    {"items", "group", CELL_TEXT, ""},    {"items", "days", CELL_INT, ""},
    {"buckets", "", CELL_NONE, ""},       {"buckets", "title", CELL_TEXT, ""},
    {"buckets", "amount", CELL_MONEY, ""}, {.name = NULL},
};

static void fields_make(struct fields *fields, struct arena *arena, const char *text)
{
    const struct currency eur = {"EUR", 2};

    fields_init(fields, arena, vocabulary);
    fields_put(fields, "number", cell_code("{end}"));
    fields_text(fields, "customer.name", text);
    fields_word(fields, "terms", "net 30");
    fields_pattern(fields, "note", text);
    fields_money(fields, "total", money_of(-123456789, eur));
    fields_date(fields, "due", date_of(2026, 12, 31));
    for (int i = 0; i < 3; i++) {
        struct fields *row = fields_row(fields, i < 2 ? "items" : "buckets");
        if (i == 2) {
            fields_word(row, "title", text);
            break;
        }
        row->kind = i == 0 ? ROW_GROUP : ROW_DATA;
        fields_text(row, i == 0 ? "group" : "text", text);
        fields_money(row, "net", money_of(i, eur));
    }
}

static void page_kept(const struct page *page)
{
    struct note note = {0};
    struct buf first, again;
    struct page read;

    buf_init(&first, (size_t)64 << 20);
    buf_init(&again, (size_t)64 << 20);
    page_init(&read, NULL, NULL);
    pagetext_write(page, &first);
    must(pagetext_read(first.data, &read, &note) == ERR_OK);
    pagetext_write(&read, &again);
    must(strcmp(first.data, again.data) == 0);
    page_done(&read);
    buf_done(&first);
    buf_done(&again);
}

void feed_template(const uint8_t *bytes, size_t len)
{
    struct arena arena = {0};
    struct note note = {0};
    const struct template *template = NULL;
    struct picture picture;
    char *text = feed_clean(bytes, len);

    if (picture_read(bytes, len, &picture, &note) == ERR_OK)
        must(picture.width > 0 && picture.height > 0 && picture.len == len);
    if (text && template_parse("t.en", text, vocabulary, &arena, &template, &note) == ERR_OK) {
        struct fields fields;
        struct page page;
        page_init(&page, "", "");
        fields_make(&fields, &page.arena, text);
        const enum err e = template_draw(template, template, &fields, &page, &note);
        must(e == ERR_OK || e == ERR_LIMIT);
        if (e == ERR_OK)
            page_kept(&page);
        page_done(&page);
    } else if (text) {
        must((note.code == ERR_INPUT || note.code == ERR_LIMIT) && note.text[0]);
    }
    arena_done(&arena);
    free(text);
}
