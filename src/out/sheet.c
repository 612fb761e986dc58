#include "out/sheet.h"

#include "base/page.h"
#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#define LINE_BYTES_MAX (1u << 20)
#define LENGTH_LEAST 12 /* room for the head and for some lines below it */

void sheet_init(struct sheet *sheet, struct out *out, int width, int length, const char *title,
                const char *subtitle)
{
    memset(sheet, 0, sizeof(*sheet));
    sheet->out = out;
    sheet->width = width;
    sheet->length = length > 0 && length < LENGTH_LEAST ? LENGTH_LEAST : length;
    sheet->title = title != NULL ? title : "";
    sheet->subtitle = subtitle != NULL ? subtitle : "";
    sheet->numbered = page_words_english.sheet;
    buf_init(&sheet->line, LINE_BYTES_MAX);
}

void sheet_done(struct sheet *sheet)
{
    buf_done(&sheet->line);
}

static void put(struct sheet *sheet, const char *text)
{
    size_t n = strlen(text);

    while (n > 0 && text[n - 1] == ' ')
        n--;
    buf_reset(&sheet->line);
    text_safe(&sheet->line, text, n);
    buf_char(&sheet->line, '\n');
    out_bytes(sheet->out, sheet->line.data, sheet->line.len);
    sheet->used++;
}

static void put_title(struct sheet *sheet)
{
    struct buf head;
    char number[64], said[60];
    int title_cells;

    sheet->number++;
    sheet->used = 0;
    if (sheet->length > 0) {
        page_numbered(sheet->numbered, sheet->number, 0, said, sizeof said);
        snprintf(number, sizeof(number), "  %s", said);
        const int n = text_width(number);

        buf_init(&head, LINE_BYTES_MAX);
        title_cells = text_width(sheet->title);
        buf_text(&head, sheet->title);
        if (title_cells + n < sheet->width)
            buf_fill(&head, ' ', (size_t)(sheet->width - title_cells - n));
        buf_text(&head, number);
        put(sheet, head.data);
        buf_done(&head);
    } else if (*sheet->title != 0)
        put(sheet, sheet->title);
    if (*sheet->subtitle != 0)
        put(sheet, sheet->subtitle);
    if (sheet->used > 0)
        put(sheet, "");
}

static void begin(struct sheet *sheet)
{
    bool first = sheet->number == 0;

    if (!first)
        out_char(sheet->out, '\f');
    put_title(sheet);
    if (!first && sheet->heads != NULL)
        sheet->heads(sheet->self);
}

void sheet_line(struct sheet *sheet, const char *text)
{
    bool full = sheet->length > 0 && sheet->used >= sheet->length;
    struct buf waiting; /* the heads may be made where the line was */

    if (sheet->number > 0 && !full) {
        put(sheet, text);
        return;
    }
    if (*text == 0 && sheet->number > 0) /* a blank line does not begin a sheet */
        return;
    buf_init(&waiting, LINE_BYTES_MAX);
    buf_text(&waiting, text);
    begin(sheet);
    put(sheet, waiting.data);
    buf_done(&waiting);
}

void sheet_break(struct sheet *sheet)
{
    if (sheet->number == 0)
        return;
    if (sheet->length > 0)
        sheet->used = sheet->length;
    else
        put(sheet, "");
}

int sheet_left(const struct sheet *sheet)
{
    return sheet->length > 0 ? sheet->length - sheet->used : INT_MAX;
}
