/* chart: figures drawn rather than written: bars, stacked bars, lines over time; bar and spark as
 * text for lists.
 *
 * One description serves the terminal (blocks, or ASCII where the locale has no UTF-8), text files
 * and PDF. What a series is, is told by its name and the form of its mark, never by colour alone.
 * Memory: borrowed; page_chart copies into the page's arena. */
#ifndef BASE_CHART_H
#define BASE_CHART_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/money.h"

enum chart_kind {
    CHART_BARS,    /* one series: a bar a label */
    CHART_STACKED, /* the series of a label stand on each other; none is below 0 */
    CHART_LINES    /* each series a line over the labels */
};
#define CHART_SERIES_MOST 8

struct chart_series {
    const char *name;
    const int64_t *values; /* one a label; CHART_NONE = there is none */
};
#define CHART_NONE INT64_MIN

struct chart {
    enum chart_kind kind;
    const char *title;
    const char *unit;      /* "EUR", "days"; behind the title */
    unsigned digits;       /* decimals of the values */
    int count;             /* of labels */
    const char *const *labels;
    int series_count;
    struct chart_series series[CHART_SERIES_MOST];
};

struct chart *chart_copy(struct arena *arena, const struct chart *chart);
/* The largest value (of a label's sum, when stacked), at least 1. */
int64_t chart_most(const struct chart *chart);
/* "154,844.52", "53.4": as the values are written beside the chart. */
const char *chart_value(const struct chart *chart, int64_t value, const struct notation *notation,
                        struct arena *arena);
/* The drawing as lines of text, at most `width` cells each; the text lives until the next. */
enum err chart_lines(const struct chart *chart, int width, const struct notation *notation,
                     enum err (*each)(void *self, const char *text), void *self);

/* num / den of `cells` cells in eighth blocks, or '#' for ASCII; negative or too large is clamped.
 */
void bar_text(struct buf *out, int cells, int64_t num, int64_t den, bool utf8);
/* One cell per value between 0 and the largest; ASCII: " .:-=+*#". */
void spark_text(struct buf *out, const int64_t *values, int count, bool utf8);

#endif
