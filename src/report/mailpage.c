#include "report/mailpage.h"

#include "base/page.h"
#include "report/papertemplate.h"

#include <string.h>

#define LINE_CELLS 76 /* what a reader of plain mails shows without breaking it (RFC 5322 2.1.1) */
#define TEXT_MAX ((size_t)1 << 20)

static enum err line_add(void *self, const struct line *line)
{
    struct buf *text = self;

    /* nothing stands above the first words */
    if (text->len || *line->text)
        buf_format(text, "%s\n", line->text);
    return ERR_OK;
}

static enum err text_take(struct book *book, const struct page *page, struct arena *arena,
                          const char **out)
{
    struct buf text;

    buf_init(&text, TEXT_MAX);
    enum err e = page_lines(page, LINE_CELLS, NULL, line_add, &text);
    if (e == ERR_OK && text.full)
        e = fail(book_note(book), ERR_LIMIT, "what the template writes is too long for a mail");
    *out = arena_text(arena, text.data ? text.data : "");
    buf_done(&text);
    return e;
}

static enum err page_draw(struct book *book, const struct mailpage *about, struct page *page)
{
    const struct customer *customer = about->customer;
    struct fields fields;

    TRY(papertemplate_begin(book, "mail", page, &fields));
    fields_text(&fields, "paper", about->paper);
    fields_put(&fields, "number", cell_code(about->number));
    fields_flag(&fields, "named", strstr(about->paper, book_company(book)) != NULL);
    if (customer) {
        fields_put(&fields, "customer.code", cell_code(customer->code));
        fields_text(&fields, "customer.name", customer->name);
    }
    return papertemplate_draw(book, "mail", customer ? customer->language : NULL, &fields, page);
}

enum err mailpage_write(struct book *book, const struct mailpage *about, struct arena *arena,
                        const char **subject, const char **text)
{
    struct page page;

    page_init(&page, NULL, NULL);
    enum err e = page_draw(book, about, &page);
    if (e == ERR_OK)
        e = text_take(book, &page, arena, text);
    /* a template without a title says no subject */
    *subject = arena_text(arena, page.title && *page.title ? page.title : about->paper);
    page_done(&page);
    return e;
}
