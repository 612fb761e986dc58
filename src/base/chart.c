#include "base/chart.h"

#include "base/text.h"

#include <langinfo.h>
#include <string.h>

__extension__ typedef __int128 wide_int;

#define LINE_BYTES (1 << 16)
#define LABEL_SHARE 3 /* a label takes at most this part of the width */
#define BAR_LEAST 4

void bar_text(struct buf *out, int cells, int64_t num, int64_t den, bool utf8)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int parts = utf8 ? 8 : 1;
    if (num <= 0 || den <= 0 || cells <= 0)
        return;
    if (num > den)
        num = den;
    int64_t full = (int64_t)((wide_int)num * cells * parts / den);
    if (full == 0)
        full = 1; /* something is something */
    for (int64_t i = 0; i < full / parts; i++)
        buf_text(out, utf8 ? "█" : "#");
    buf_text(out, eighths[full % parts]);
}

void spark_text(struct buf *out, const int64_t *values, int count, bool utf8)
{
    static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    static const char signs[] = " .:-=+*#";
    int64_t most = 0;
    for (int i = 0; i < count; i++)
        if (values[i] > most)
            most = values[i];
    int steps = utf8 ? 8 : 7;
    for (int i = 0; i < count; i++) {
        int level = 0;
        if (values[i] > 0) {
            level = (int)(((wide_int)values[i] * steps + most / 2) / most);
            if (level == 0)
                level = 1;
        }
        if (utf8)
            buf_text(out, blocks[level]);
        else
            buf_char(out, signs[level]);
    }
}


struct chart *chart_copy(struct arena *arena, const struct chart *chart)
{
    struct chart *copy = arena_new(arena, sizeof *copy);
    const size_t count = (size_t)chart->count;
    const char **labels = arena_new(arena, (count + 1) * sizeof *labels);

    must(chart->series_count <= CHART_SERIES_MOST);
    *copy = *chart;
    copy->title = arena_text(arena, chart->title ? chart->title : "");
    copy->unit = arena_text(arena, chart->unit ? chart->unit : "");
    for (size_t i = 0; i < count; i++)
        labels[i] = arena_text(arena, chart->labels[i]);
    copy->labels = labels;
    for (int s = 0; s < chart->series_count; s++) {
        copy->series[s].name = arena_text(arena, chart->series[s].name);
        copy->series[s].values = (const int64_t *)(const void *)arena_bytes(
            arena, chart->series[s].values, count * sizeof(int64_t));
    }
    return copy;
}

static int64_t label_sum(const struct chart *chart, int label)
{
    int64_t sum = 0;

    for (int s = 0; s < chart->series_count; s++) {
        const int64_t value = chart->series[s].values[label];
        if (value > 0 && __builtin_add_overflow(sum, value, &sum))
            return INT64_MAX;
    }
    return sum;
}

int64_t chart_most(const struct chart *chart)
{
    int64_t most = 1;

    for (int i = 0; i < chart->count; i++)
        for (int s = 0; s < chart->series_count; s++) {
            const int64_t value = chart->kind == CHART_STACKED ? label_sum(chart, i)
                                                               : chart->series[s].values[i];
            if (value > most)
                most = value;
        }
    return most;
}

const char *chart_value(const struct chart *chart, int64_t value, const struct notation *notation,
                        struct arena *arena)
{
    char text[MONEY_TEXT];

    if (value == CHART_NONE)
        return "";
    return arena_text(
        arena, money_show(money_of(value, (struct currency){.digits = (uint8_t)chart->digits}),
                          notation, text));
}

/* ---- as lines of text ---- */

struct drawing {
    const struct chart *chart;
    const struct notation *notation;
    enum err (*each)(void *self, const char *text);
    void *self;
    int width;
    bool utf8;
    struct buf text;
    struct arena arena;
};

/* What fills the part of a series in a stacked bar. */
static const char *fill_of(const struct drawing *d, int series)
{
    static const char *const blocks[] = {"█", "▓", "▒", "░", "▚", "▞", "▖", "·"};
    static const char *const signs[] = {"#", "=", "+", "-", "o", "x", ":", "."};

    return (d->utf8 ? blocks : signs)[series];
}

static enum err line_put(struct drawing *d)
{
    size_t len = d->text.len;

    while (len && d->text.data[len - 1] == ' ')
        d->text.data[--len] = 0;
    const enum err e = d->each(d->self, d->text.data);
    buf_reset(&d->text);
    return e;
}

static int labels_cells(const struct drawing *d)
{
    int most = 0;

    for (int i = 0; i < d->chart->count; i++) {
        const int cells = text_width(d->chart->labels[i]);
        most = cells > most ? cells : most;
    }
    return most < d->width / LABEL_SHARE ? most : d->width / LABEL_SHARE;
}

static int64_t shown_value(const struct chart *chart, int label)
{
    return chart->kind == CHART_STACKED ? label_sum(chart, label) : chart->series[0].values[label];
}

static void stack_add(struct drawing *d, int label, int cells, int64_t most)
{
    wide_int sum = 0;
    int64_t drawn = 0;

    for (int s = 0; s < d->chart->series_count; s++) {
        const int64_t value = d->chart->series[s].values[label];
        sum += value > 0 ? value : 0;
        const int64_t to = (int64_t)((sum * cells + most / 2) / most);
        for (; drawn < to; drawn++)
            buf_text(&d->text, fill_of(d, s));
    }
}

/* A label, its bar, its value at the right. */
static enum err bars_put(struct drawing *d)
{
    const struct chart *chart = d->chart;
    const int labels = labels_cells(d);
    const int64_t most = chart_most(chart);
    int values = 0;

    for (int i = 0; i < chart->count; i++) {
        const int cells =
            text_width(chart_value(chart, shown_value(chart, i), d->notation, &d->arena));
        values = cells > values ? cells : values;
    }
    int room = d->width - labels - values - 4;
    room = room > BAR_LEAST ? room : BAR_LEAST;
    for (int i = 0; i < chart->count; i++) {
        text_fit(&d->text, chart->labels[i], labels, false);
        buf_text(&d->text, "  ");
        text_fit(&d->text, chart_value(chart, shown_value(chart, i), d->notation, &d->arena),
                 values, true);
        buf_text(&d->text, "  ");
        if (chart->kind == CHART_STACKED)
            stack_add(d, i, room, most);
        else
            bar_text(&d->text, room, chart->series[0].values[i], most, d->utf8);
        TRY(line_put(d));
    }
    return ERR_OK;
}

static enum err legend_put(struct drawing *d)
{
    for (int s = 0; s < d->chart->series_count; s++)
        buf_format(&d->text, "%s%s %s", s ? "   " : "", fill_of(d, s), d->chart->series[s].name);
    return line_put(d);
}

/* A line is a row of blocks: its name, how it went, its first and last value. */
static enum err spark_put(struct drawing *d, const struct chart_series *series, int names)
{
    const struct chart *chart = d->chart;
    int64_t *values = arena_new(&d->arena, ((size_t)chart->count + 1) * sizeof *values);
    int first = -1, last = -1;

    for (int i = 0; i < chart->count; i++) {
        values[i] = series->values[i] == CHART_NONE ? 0 : series->values[i];
        if (series->values[i] == CHART_NONE)
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    text_fit(&d->text, series->name, names, false);
    buf_text(&d->text, "  ");
    spark_text(&d->text, values, chart->count, d->utf8);
    if (first >= 0)
        buf_format(&d->text, "  %s %s %s",
                   chart_value(chart, series->values[first], d->notation, &d->arena),
                   d->utf8 ? "→" : "to",
                   chart_value(chart, series->values[last], d->notation, &d->arena));
    return line_put(d);
}

static enum err sparks_put(struct drawing *d)
{
    int names = 0;

    for (int s = 0; s < d->chart->series_count; s++) {
        const int cells = text_width(d->chart->series[s].name);
        names = cells > names ? cells : names;
    }
    for (int s = 0; s < d->chart->series_count; s++)
        TRY(spark_put(d, &d->chart->series[s], names));
    if (d->chart->count == 0)
        return ERR_OK;
    text_fit(&d->text, "", names + 2, false);
    buf_format(&d->text, "%s .. %s", d->chart->labels[0], d->chart->labels[d->chart->count - 1]);
    return line_put(d);
}

static enum err drawing_put(struct drawing *d)
{
    if (d->chart->title && *d->chart->title) {
        buf_text(&d->text, d->chart->title);
        if (d->chart->unit && *d->chart->unit)
            buf_format(&d->text, ", %s", d->chart->unit);
        TRY(line_put(d));
    }
    if (d->chart->kind == CHART_LINES)
        return sparks_put(d);
    TRY(bars_put(d));
    return d->chart->kind == CHART_STACKED ? legend_put(d) : ERR_OK;
}

enum err chart_lines(const struct chart *chart, int width, const struct notation *notation,
                     enum err (*each)(void *self, const char *text), void *self)
{
    struct drawing d = {.chart = chart,
                        .notation = notation,
                        .each = each,
                        .self = self,
                        .width = width,
                        .utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0};

    buf_init(&d.text, LINE_BYTES);
    const enum err e = drawing_put(&d);
    buf_done(&d.text);
    arena_done(&d.arena);
    return e;
}
