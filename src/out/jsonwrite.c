#include "out/jsonwrite.h"

#include "out/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW_BYTES_MAX (16u << 20)

void jsonwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct jsonwrite *json = self;

    json->out = out;
    json->bare = options->bare;
    buf_init(&json->text, ROW_BYTES_MAX);
    buf_init(&json->totals, ROW_BYTES_MAX);
}

void jsonwrite_end(void *self)
{
    struct jsonwrite *json = self;

    free(json->keys);
    sum_done(&json->sum);
    arena_done(&json->arena);
    buf_done(&json->text);
    buf_done(&json->totals);
}

static enum err put(struct jsonwrite *json)
{
    if (json->text.full)
        out_fail(json->out,
                 fail(json->out->note, ERR_LIMIT, "a row is too long to be written as JSON"));
    out_bytes(json->out, json->text.data, json->text.len);
    buf_reset(&json->text);
    return json->out->code;
}

static void add_titles(struct buf *buf, const char *title, const char *subtitle)
{
    buf_text(buf, "{\"v\":1,\"title\":");
    json_string(buf, title);
    if (subtitle != NULL) {
        buf_text(buf, ",\"subtitle\":");
        json_string(buf, subtitle);
    }
}

static void make_keys(struct jsonwrite *json, const struct table_head *head)
{
    json->count = head->count;
    free(json->keys);
    json->keys = mem_new((size_t)head->count + 1, sizeof(char *));
    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];

        if ((column->flags & COLUMN_SCREEN) != 0 || column->kind == CELL_BAR)
            continue;
        buf_reset(&json->text);
        json_string(&json->text, column->name);
        json->keys[i] = arena_text(&json->arena, json->text.data);
    }
    buf_reset(&json->text);
}

enum err jsonwrite_head(void *self, const struct table_head *head)
{
    struct jsonwrite *json = self;
    bool first = true;

    make_keys(json, head);
    sum_done(&json->sum);
    sum_init(&json->sum, head);
    json->currency = table_column(head, "currency");
    json->in[0] = '\0';
    json->any_said = false;
    if (json->bare) {
        buf_char(&json->text, '[');
        return put(json);
    }
    add_titles(&json->text, head->title, head->subtitle);
    buf_text(&json->text, ",\"columns\":[");
    for (int i = 0; i < head->count; i++) {
        if (json->keys[i] == NULL)
            continue;
        if (!first)
            buf_char(&json->text, ',');
        first = false;
        buf_text(&json->text, json->keys[i]);
    }
    buf_text(&json->text, "],\"rows\":[");
    return put(json);
}

/* A word that heads a total is for people. */
static bool tells(const struct cell *cell)
{
    return cell->kind != CELL_NONE && cell->kind != CELL_BAR;
}

static void add_object(struct jsonwrite *json, struct buf *buf, const struct cell *cells, bool all)
{
    bool first = true;

    buf_char(buf, '{');
    for (int i = 0; i < json->count; i++) {
        if (json->keys[i] == NULL || (!all && !tells(&cells[i])))
            continue;
        if (!first)
            buf_char(buf, ',');
        first = false;
        buf_text(buf, json->keys[i]);
        buf_char(buf, ':');
        json_cell(buf, &cells[i]);
    }
    buf_char(buf, '}');
}

static void add_total(struct jsonwrite *json, const struct cell *cells)
{
    if (json->totals.len > 0)
        buf_char(&json->totals, ',');
    add_object(json, &json->totals, cells, false);
}

static void note_currency(struct jsonwrite *json, const struct row *row)
{
    const char *said = json->currency < 0 ? NULL : row->cells[json->currency].text;

    if (row->kind != ROW_DATA || said == NULL)
        return;
    if (!json->any_said)
        snprintf(json->in, sizeof(json->in), "%s", said);
    else if (strcmp(json->in, said) != 0)
        json->in[0] = '\0';
    json->any_said = true;
}

/* Sums are in what all rows say they are in; those of a column in the book's currency are not. */
static void say_currency(const struct jsonwrite *json, struct cell *cells)
{
    for (int i = 0; i < json->count; i++)
        if (cells[i].kind == CELL_MONEY && strcmp(cells[i].money.currency.code, json->in) != 0)
            return;
    if (json->in[0] != '\0')
        cells[json->currency] = cell_code(json->in);
}

enum err jsonwrite_row(void *self, const struct row *row)
{
    struct jsonwrite *json = self;

    sum_row(&json->sum, row);
    note_currency(json, row);
    if (row->kind == ROW_TOTAL && !json->bare)
        add_total(json, row->cells);
    if (row->kind != ROW_DATA)
        return json->out->code;
    buf_text(&json->text, json->any ? "," : "");
    buf_text(&json->text, json->bare ? "" : "\n");
    json->any = true;
    add_object(json, &json->text, row->cells, true);
    return put(json);
}

enum err jsonwrite_foot(void *self, const char *proof)
{
    struct jsonwrite *json = self;
    struct cell *cells;

    if (json->bare) {
        buf_char(&json->text, ']');
        return put(json);
    }
    cells = mem_new((size_t)json->count + 1, sizeof(*cells));
    if (sum_cells(&json->sum, cells)) {
        say_currency(json, cells);
        add_total(json, cells);
    }
    free(cells);
    buf_text(&json->text, json->any ? "\n],\"totals\":[" : "],\"totals\":[");
    buf_add(&json->text, json->totals.data, json->totals.len);
    buf_char(&json->text, ']');
    if (proof != NULL) {
        buf_text(&json->text, ",\"proof\":");
        json_string(&json->text, proof);
    }
    buf_text(&json->text, "}\n");
    if (json->totals.full)
        json->text.full = true;
    return put(json);
}

/* A table of a page stands inside the object: no line end after it. */
static void put_table(struct out *out, const struct table *table)
{
    struct jsonwrite json = {0};
    struct writer_options options = {0};

    jsonwrite_begin(&json, out, &options);
    out_text(out, "{\"kind\":\"table\",\"table\":");
    jsonwrite_head(&json, &table->head);
    for (size_t i = 0; i < table->count; i++)
        jsonwrite_row(&json, &table->rows[i]);
    jsonwrite_foot(&json, table->proof);
    out_char(out, '}');
    jsonwrite_end(&json);
}

static void put_chart(struct out *out, const struct chart *chart, struct buf *buf)
{
    static const char *const kinds[] = {"bars", "stacked", "lines"};
    struct arena arena = {0};

    buf_format(buf, "{\"kind\":\"chart\",\"chart\":\"%s\",\"title\":", kinds[chart->kind]);
    json_string(buf, chart->title);
    buf_text(buf, ",\"unit\":");
    json_string(buf, chart->unit);
    buf_text(buf, ",\"labels\":[");
    for (int i = 0; i < chart->count; i++) {
        buf_text(buf, i ? "," : "");
        json_string(buf, chart->labels[i]);
    }
    buf_text(buf, "],\"series\":[");
    for (int s = 0; s < chart->series_count; s++) {
        buf_text(buf, s ? ",{\"name\":" : "{\"name\":");
        json_string(buf, chart->series[s].name);
        buf_text(buf, ",\"values\":[");
        for (int i = 0; i < chart->count; i++) {
            buf_text(buf, i ? "," : "");
            if (chart->series[s].values[i] == CHART_NONE)
                buf_text(buf, "null");
            else
                json_string(buf, chart_value(chart, chart->series[s].values[i], &notation_plain,
                                             &arena));
        }
        buf_text(buf, "]}");
    }
    buf_text(buf, "]}");
    out_bytes(out, buf->data, buf->len);
    arena_done(&arena);
}

static void put_block(struct out *out, const struct block *block, struct buf *buf)
{
    buf_reset(buf);
    switch (block->kind) {
    case BLOCK_TABLE: put_table(out, block->table); return;
    case BLOCK_CHART: put_chart(out, block->chart, buf); return;
    case BLOCK_HEADING:
        buf_format(buf, "{\"kind\":\"heading\",\"level\":%d,\"text\":", block->level);
        break;
    case BLOCK_PAIR:
        buf_text(buf, "{\"kind\":\"pair\",\"label\":");
        json_string(buf, block->label);
        buf_text(buf, ",\"text\":");
        break;
    case BLOCK_CODE: buf_text(buf, "{\"kind\":\"code\",\"text\":"); break;
    case BLOCK_TEXT: buf_text(buf, "{\"kind\":\"text\",\"text\":"); break;
    default:
        buf_format(buf, "{\"kind\":\"%s\"}",
                   block->kind == BLOCK_RULE    ? "rule"
                   : block->kind == BLOCK_SPACE ? "space"
                                                : "break");
        out_bytes(out, buf->data, buf->len);
        return;
    }
    json_string(buf, block->text);
    buf_char(buf, '}');
    out_bytes(out, buf->data, buf->len);
}

enum err jsonwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options)
{
    struct buf buf;

    buf_init(&buf, ROW_BYTES_MAX);
    add_titles(&buf, page->title, page->subtitle);
    buf_text(&buf, ",\"blocks\":[");
    out_bytes(out, buf.data, buf.len);
    for (const struct block *block = page->first; block != NULL; block = block->next) {
        if (block != page->first)
            out_char(out, ',');
        if (!options->bare)
            out_char(out, '\n');
        put_block(out, block, &buf);
    }
    out_text(out, options->bare ? "]}" : "]}\n");
    buf_done(&buf);
    return out->code;
}
