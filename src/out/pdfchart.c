#include "out/pdfchart.h"

#include "base/arena.h"

#define PLOT_HEIGHT 130.0
#define BAR_SHARE 0.62  /* of its slot */
#define STEPS_MOST 5    /* lines of the scale */
#define KEY_POINTS 14.0 /* the sample of a series in the legend */

static const struct ink_style title_style = {.size = 10, .bold = true}, small_style = {.size = 7.5},
                              scale_style = {.size = 7.5, .faint = true};

struct plot {
    struct pdfsheet *sheet;
    const struct chart *chart;
    const struct notation *notation;
    struct arena arena;
    double left, top, width;
    int64_t step, most; /* of the scale: most is a multiple of step */
};

static double shade_of(int series)
{
    /* what is worse comes later, and darker */
    static const double shades[] = {0.85, 0.68, 0.5, 0.32, 0.12, 0.76, 0.58, 0.4};

    return shades[series % CHART_SERIES_MOST];
}

/* 1, 2 or 5 times a power of ten, so that at most STEPS_MOST of them reach the largest value. */
static void scale_make(struct plot *plot)
{
    static const int64_t steps[] = {1, 2, 5};
    const int64_t most = chart_most(plot->chart);

    for (int64_t ten = 1;; ten *= 10)
        for (int i = 0; i < 3; i++) {
            plot->step = steps[i] * ten;
            const int64_t count = (most - 1) / plot->step + 1;
            if (count <= STEPS_MOST || ten > INT64_MAX / 100) {
                plot->most = count * plot->step;
                return;
            }
        }
}

static double height_of(const struct plot *plot, int64_t value)
{
    return value <= 0 ? 0 : PLOT_HEIGHT * ((double)value / (double)plot->most);
}

static double slot(const struct plot *plot)
{
    return plot->width / (plot->chart->count > 0 ? plot->chart->count : 1);
}

static void scale_put(struct plot *plot)
{
    struct pdfink *ink = plot->sheet->ink;
    const double bottom = plot->top + PLOT_HEIGHT;

    for (int64_t value = 0; value <= plot->most; value += plot->step) {
        const double y = bottom - height_of(plot, value);
        pdfink_rule(ink, plot->left, y, plot->width, value > 0);
        pdfink_text(ink, &scale_style, PDFSHEET_MARGIN, y - pdfink_line(ink, &scale_style) / 2,
                    plot->left - PDFSHEET_MARGIN - 5, INK_RIGHT,
                    chart_value(plot->chart, value, plot->notation, &plot->arena));
    }
}

/* Every label that finds room. */
static void labels_put(struct plot *plot)
{
    struct pdfink *ink = plot->sheet->ink;
    const double y = plot->top + PLOT_HEIGHT + 3;
    double from = plot->left - slot(plot);

    for (int i = 0; i < plot->chart->count; i++) {
        const char *label = plot->chart->labels[i];
        const double width = pdfink_width(ink, &small_style, label);
        const double x = plot->left + slot(plot) * (i + 0.5) - width / 2;
        if (x < from)
            continue;
        pdfink_text(ink, &small_style, x, y, 0, INK_LEFT, label);
        from = x + width + 4;
    }
}

static void bars_put(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const double width = slot(plot) * BAR_SHARE;

    for (int i = 0; i < chart->count; i++) {
        double y = plot->top + PLOT_HEIGHT;
        for (int s = 0; s < chart->series_count; s++) {
            const double height = height_of(plot, chart->series[s].values[i]);
            y -= height;
            if (height > 0)
                pdfink_area(plot->sheet->ink,
                            plot->left + slot(plot) * i + (slot(plot) - width) / 2, y, width,
                            height, shade_of(s));
        }
    }
}

/* A missing value breaks the line. */
static void line_put(struct plot *plot, int series)
{
    const struct chart *chart = plot->chart;
    struct ink_point *points = arena_new(&plot->arena, ((size_t)chart->count + 1) * sizeof *points);
    int count = 0;

    for (int i = 0; i <= chart->count; i++) {
        if (i < chart->count && chart->series[series].values[i] != CHART_NONE) {
            points[count++] = (struct ink_point){
                plot->left + slot(plot) * (i + 0.5),
                plot->top + PLOT_HEIGHT - height_of(plot, chart->series[series].values[i])};
            continue;
        }
        pdfink_path(plot->sheet->ink, points, count, series);
        count = 0;
    }
}

static void legend_put(struct plot *plot)
{
    struct pdfink *ink = plot->sheet->ink;
    const double line = pdfink_line(ink, &small_style), y = plot->sheet->y;
    double x = plot->left;

    for (int s = 0; s < plot->chart->series_count; s++) {
        if (plot->chart->kind == CHART_LINES) {
            const struct ink_point ends[] = {{x, y + line / 2}, {x + KEY_POINTS, y + line / 2}};
            pdfink_path(ink, ends, 2, s);
        } else
            pdfink_area(ink, x, y + 1, KEY_POINTS, line - 3, shade_of(s));
        x += KEY_POINTS + 4;
        pdfink_text(ink, &small_style, x, y, 0, INK_LEFT, plot->chart->series[s].name);
        x += pdfink_width(ink, &small_style, plot->chart->series[s].name) + 14;
    }
}

static void drawing_put(struct plot *plot)
{
    scale_put(plot);
    if (plot->chart->kind == CHART_LINES)
        for (int s = 0; s < plot->chart->series_count; s++)
            line_put(plot, s);
    else
        bars_put(plot);
    labels_put(plot);
}

static void title_put(struct plot *plot)
{
    struct pdfsheet *sheet = plot->sheet;
    const struct chart *chart = plot->chart;
    const bool unit = chart->unit && *chart->unit;

    if (!chart->title || !*chart->title)
        return;
    if (sheet->drawing)
        pdfink_text(
            sheet->ink, &title_style, PDFSHEET_MARGIN, sheet->y, pdfsheet_across(sheet), INK_LEFT,
            unit ? arena_format(&plot->arena, "%s, %s", chart->title, chart->unit) : chart->title);
    sheet->y += pdfink_line(sheet->ink, &title_style) + 4;
}

void pdfchart_put(struct pdfsheet *sheet, const struct chart *chart,
                  const struct notation *notation)
{
    struct plot plot = {.sheet = sheet, .chart = chart, .notation = notation};
    const double line = pdfink_line(sheet->ink, &small_style);

    scale_make(&plot);
    pdfsheet_room(sheet, PLOT_HEIGHT + 5 * line + 12);
    title_put(&plot);
    plot.left = PDFSHEET_MARGIN + 6 +
                pdfink_width(sheet->ink, &scale_style,
                             chart_value(chart, plot.most, notation, &plot.arena));
    plot.top = sheet->y + line / 2;
    plot.width = PDFSHEET_MARGIN + pdfsheet_across(sheet) - plot.left;
    if (sheet->drawing)
        drawing_put(&plot);
    sheet->y = plot.top + PLOT_HEIGHT + line + 6;
    if (chart->series_count > 1) {
        if (sheet->drawing)
            legend_put(&plot);
        sheet->y += line;
    }
    sheet->y += 8;
    arena_done(&plot.arena);
}
