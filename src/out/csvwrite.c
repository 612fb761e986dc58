#include "out/csvwrite.h"

#include "out/safe.h"

#include <stdlib.h>
#include <string.h>

#define CELL_BYTES_MAX (1u << 20)

void csvwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct csvwrite *csv = self;

    csv->out = out;
    csv->raw = options->raw;
    buf_init(&csv->scratch, CELL_BYTES_MAX);
}

void csvwrite_end(void *self)
{
    struct csvwrite *csv = self;

    free(csv->left_out);
    arena_done(&csv->arena);
    buf_done(&csv->scratch);
}

static bool is_number(const char *text)
{
    size_t whole, part = 0;

    if (*text == '-' || *text == '+')
        text++;
    whole = strspn(text, "0123456789");
    text += whole;
    if (*text == '.') {
        part = strspn(++text, "0123456789");
        text += part;
    }
    return *text == 0 && whole + part > 0;
}

/* Blanks in front are passed over: some programs trim them before they look. */
static bool is_formula(const char *text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0"};

    if (*text == '\t' || *text == '\r')
        return true;
    text += strspn(text, " \t\r\n");
    if (*text == '\0')
        return false;
    if (strchr("=+-@", *text) != NULL)
        return !is_number(text);
    for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++)
        if (strncmp(text, wide[i], 3) == 0)
            return true;
    return false;
}

/* Blanks at the ends are quoted too: many readers drop them otherwise. */
static void put_field(struct out *out, const char *text)
{
    size_t len = strcspn(text, ",\"\r\n");

    if (text[len] == '\0' && (len == 0 || (text[0] != ' ' && text[len - 1] != ' '))) {
        out_text(out, text);
        return;
    }
    out_char(out, '"');
    for (;;) {
        size_t n = strcspn(text, "\"");

        out_bytes(out, text, n);
        if (text[n] == '\0')
            break;
        out_bytes(out, "\"\"", 2);
        text += n + 1;
    }
    out_char(out, '"');
}

static void put_text(struct csvwrite *csv, const char *text)
{
    const char *safe = safe_line(&csv->scratch, text);

    if (!csv->raw && text != NULL && is_formula(text))
        safe = arena_format(&csv->arena, "'%s", safe);
    put_field(csv->out, safe);
}

static void put_cell(struct csvwrite *csv, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NONE: break;
    case CELL_TEXT:
    case CELL_CODE: put_text(csv, cell->text); break;
    case CELL_FLAG: out_char(csv->out, cell->number != 0 ? '1' : '0'); break;
    default: out_text(csv->out, cell_plain(cell, &csv->arena));
    }
}

enum err csvwrite_head(void *self, const struct table_head *head)
{
    struct csvwrite *csv = self;
    bool first = true;

    free(csv->left_out);
    csv->left_out = mem_new((size_t)head->count + 1, sizeof(bool));
    csv->count = head->count;
    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];

        csv->left_out[i] = (column->flags & COLUMN_SCREEN) != 0 || column->kind == CELL_BAR;
        if (csv->left_out[i])
            continue;
        if (!first)
            out_char(csv->out, ',');
        first = false;
        put_field(csv->out, safe_line(&csv->scratch, column->name));
    }
    out_char(csv->out, '\n');
    return csv->out->code;
}

enum err csvwrite_row(void *self, const struct row *row)
{
    struct csvwrite *csv = self;
    bool first = true;

    if (row->kind != ROW_DATA)
        return ERR_OK;
    for (int i = 0; i < csv->count; i++) {
        if (csv->left_out[i])
            continue;
        if (!first)
            out_char(csv->out, ',');
        first = false;
        put_cell(csv, &row->cells[i]);
    }
    out_char(csv->out, '\n');
    arena_reset(&csv->arena);
    return csv->out->code;
}

enum err csvwrite_foot(void *self, const char *proof)
{
    struct csvwrite *csv = self;

    (void)proof; /* a sentence is no record */
    return csv->out->code;
}

/* Lines on a sheet, to be filled in by hand, are no records. */
static bool is_form(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        for (int k = 0; k < table->head.count; k++) {
            const struct cell *cell = &table->rows[i].cells[k];
            const bool is_text = cell->kind == CELL_TEXT || cell->kind == CELL_CODE;

            if (cell->kind != CELL_NONE && !is_text)
                return false;
            if (is_text && cell->text != NULL && cell->text[strspn(cell->text, "_")] != '\0')
                return false;
        }
    return table->count > 0;
}

/* A page without any table is what it says of one thing: a record of two columns each. */
static void put_pairs(struct out *out, const struct page *page,
                      const struct writer_options *options)
{
    static const struct column columns[] = {{.name = "what", .kind = CELL_TEXT},
                                            {.name = "value", .kind = CELL_TEXT}};
    const struct table_head head = {.columns = columns, .count = 2};
    struct csvwrite csv = {0};
    bool any = false;

    csvwrite_begin(&csv, out, options);
    for (const struct block *block = page->first; block != NULL; block = block->next) {
        if (block->kind != BLOCK_PAIR)
            continue;
        struct cell cells[] = {cell_text(block->label), cell_text(block->text)};
        const struct row row = {.kind = ROW_DATA, .cells = cells};

        if (!any)
            csvwrite_head(&csv, &head);
        any = true;
        csvwrite_row(&csv, &row);
    }
    csvwrite_end(&csv);
}

enum err csvwrite_page(struct out *out, const struct page *page,
                       const struct writer_options *options)
{
    bool first = true;

    for (const struct block *block = page->first; block != NULL; block = block->next) {
        struct csvwrite csv = {0};

        if (block->kind != BLOCK_TABLE || is_form(block->table))
            continue;
        if (!first)
            out_char(out, '\n');
        first = false;
        csvwrite_begin(&csv, out, options);
        csvwrite_head(&csv, &block->table->head);
        for (size_t i = 0; i < block->table->count; i++)
            csvwrite_row(&csv, &block->table->rows[i]);
        csvwrite_end(&csv);
    }
    if (first)
        put_pairs(out, page, options);
    return out->code;
}
