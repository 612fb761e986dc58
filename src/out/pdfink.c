#include "out/pdfink.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "out/safe.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* The first that is there; fontconfig finds others for scripts that it has not. */
#define FAMILY "Noto Sans, Liberation Sans, DejaVu Sans, sans-serif"
#define STYLES_MOST 16 /* sizes and weights of one file */
#define ASCII 128
#define SCRATCH_MOST (1 << 24)
#define RULE_POINTS 0.5
#define FAINT 0.45   /* grey: 0 = black */
#define SPACING 1.35 /* from line to line, in sizes of the letters */

/* A font in use; figures and most names are ASCII, and measured without laying them out. */
struct font {
    double size, line, baseline; /* from line to line; from the top of a line */
    bool bold;
    PangoFontDescription *description;
    PangoAttrList *spacing; /* lines of this height, whatever font a script needs */
    double advance[ASCII]; /* below 0: not measured yet */
};

struct pdfink {
    struct out *out;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoLayout *layout;
    struct font fonts[STYLES_MOST];
    int font_count;
    bool leftward; /* the paper reads from right to left */
    int sheets;
    cairo_surface_t *picture; /* the last that was drawn, so that a file of many has it once */
    char sha256[HASH_TEXT];
    struct buf scratch; /* a text made harmless */
};

static cairo_status_t bytes_write(void *self, const unsigned char *bytes, unsigned len)
{
    struct pdfink *ink = self;

    out_bytes(ink->out, bytes, len);
    return ink->out->code == ERR_OK ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void moment_write(struct pdfink *ink, int64_t moment)
{
    const time_t seconds = moment ? (time_t)(moment / MOMENT_SECOND) : time(NULL);
    struct tm tm;
    char text[32];

    gmtime_r(&seconds, &tm);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    cairo_pdf_surface_set_metadata(ink->surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

/* Paper is finer than a screen: letters stand where their widths put them. */
static void unhinted(struct pdfink *ink)
{
    PangoContext *context = pango_layout_get_context(ink->layout);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);
}

enum err pdfink_open(struct pdfink **out, struct out *bytes, const char *title, int64_t moment)
{
    struct pdfink *ink = mem_new(1, sizeof *ink);

    ink->out = bytes;
    ink->surface = cairo_pdf_surface_create_for_stream(bytes_write, ink, 1, 1);
    buf_init(&ink->scratch, SCRATCH_MOST);
    cairo_pdf_surface_set_metadata(ink->surface, CAIRO_PDF_METADATA_TITLE,
                                   safe_line(&ink->scratch, title));
    cairo_pdf_surface_set_metadata(ink->surface, CAIRO_PDF_METADATA_CREATOR, "arledger");
    moment_write(ink, moment);
    ink->cairo = cairo_create(ink->surface);
    ink->layout = pango_cairo_create_layout(ink->cairo);
    unhinted(ink);
    *out = ink;
    if (cairo_status(ink->cairo) == CAIRO_STATUS_SUCCESS)
        return ERR_OK;
    out_fail(bytes, ERR_UNAVAILABLE);
    return fail(bytes->note, ERR_UNAVAILABLE, "no PDF can be made here: %s",
                cairo_status_to_string(cairo_status(ink->cairo)));
}

void pdfink_sheet(struct pdfink *ink, double width, double height)
{
    cairo_pdf_surface_set_size(ink->surface, width, height);
    ink->sheets++;
}

void pdfink_sheet_end(struct pdfink *ink)
{
    cairo_show_page(ink->cairo);
}

/* ---- fonts ---- */

static void layout_font(struct pdfink *ink, const struct font *font)
{
    pango_layout_set_font_description(ink->layout, font->description);
    pango_layout_set_attributes(ink->layout, NULL);
    pango_layout_set_width(ink->layout, -1);
    pango_layout_set_height(ink->layout, 0);
    pango_layout_set_ellipsize(ink->layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_set_alignment(ink->layout, PANGO_ALIGN_LEFT);
}

/* Letters that a book should not have, and has from elsewhere, are not turned round on paper. */
static void layout_text(struct pdfink *ink, const char *text)
{
    buf_reset(&ink->scratch);
    for (;;) {
        const size_t n = strcspn(text, "\n");
        text_safe(&ink->scratch, text, n);
        text += n;
        if (!*text)
            break;
        buf_char(&ink->scratch, *text++);
    }
    pango_layout_set_text(ink->layout, ink->scratch.data, (int)ink->scratch.len);
}

static double layout_width(struct pdfink *ink, const char *text)
{
    int width, height;

    layout_text(ink, text);
    pango_layout_get_size(ink->layout, &width, &height);
    return (double)width / PANGO_SCALE;
}

static void font_measure(struct pdfink *ink, struct font *font)
{
    int width, height;

    layout_font(ink, font);
    for (int c = 0; c < ASCII; c++)
        font->advance[c] = -1;
    font->line = font->size * SPACING;
    pango_layout_set_text(ink->layout, "Ag", -1);
    pango_layout_get_size(ink->layout, &width, &height);
    font->baseline = ((double)pango_layout_get_baseline(ink->layout) - height / 2.0) / PANGO_SCALE +
                     font->line / 2;
    font->spacing = pango_attr_list_new();
    pango_attr_list_insert(font->spacing,
                           pango_attr_line_height_new_absolute((int)(font->line * PANGO_SCALE)));
}

static struct font *font_of(struct pdfink *ink, const struct ink_style *style)
{
    for (int i = 0; i < ink->font_count; i++)
        if (ink->fonts[i].bold == style->bold &&
            !(ink->fonts[i].size < style->size || ink->fonts[i].size > style->size))
            return &ink->fonts[i];
    must(ink->font_count < STYLES_MOST);
    struct font *font = &ink->fonts[ink->font_count++];
    font->size = style->size;
    font->bold = style->bold;
    font->description = pango_font_description_from_string(FAMILY);
    pango_font_description_set_absolute_size(font->description, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font->description,
                                      style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    font_measure(ink, font);
    return font;
}

/* Pango takes left for where a text begins. */
static PangoAlignment side_of(const struct pdfink *ink, enum ink_align align, const char *text)
{
    const bool turned = !ink->leftward && text_is_leftward(text);

    return (align == INK_RIGHT) != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

void pdfink_reads(struct pdfink *ink, const char *title)
{
    ink->leftward = title && text_is_leftward(title);
}

/* ---- measuring ---- */

/* Each is measured when the first text has it: a file of one sheet has few of them. */
static double advance_of(struct pdfink *ink, struct font *font, unsigned char c)
{
    if (font->advance[c] < 0) {
        layout_font(ink, font);
        font->advance[c] = layout_width(ink, (const char[]){(char)c, 0});
    }
    return font->advance[c];
}

double pdfink_width(struct pdfink *ink, const struct ink_style *style, const char *text)
{
    struct font *font = font_of(ink, style);
    double width = 0;

    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p < ' ' || *p >= ASCII - 1) {
            layout_font(ink, font);
            return layout_width(ink, text);
        }
        width += advance_of(ink, font, *p);
    }
    return width;
}

double pdfink_line(struct pdfink *ink, const struct ink_style *style)
{
    return font_of(ink, style)->line;
}

static void lines_set(struct pdfink *ink, const struct font *font, const char *text, double width)
{
    layout_font(ink, font);
    pango_layout_set_width(ink->layout, (int)(width * PANGO_SCALE));
    pango_layout_set_attributes(ink->layout, font->spacing);
    pango_layout_set_wrap(ink->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(ink->layout, side_of(ink, INK_LEFT, text));
    layout_text(ink, text);
}

double pdfink_height(struct pdfink *ink, const struct ink_style *style, const char *text,
                     double width)
{
    const struct font *font = font_of(ink, style);
    int across, height;

    if (!strchr(text, '\n') && pdfink_width(ink, style, text) <= width)
        return font->line;
    lines_set(ink, font, text, width);
    pango_layout_get_size(ink->layout, &across, &height);
    return (double)height / PANGO_SCALE;
}

/* ---- drawing ---- */

/* The first line stands on the line of its neighbours, also in another script's font. */
static void layout_show(struct pdfink *ink, const struct font *font, double x, double y)
{
    const double baseline = (double)pango_layout_get_baseline(ink->layout) / PANGO_SCALE;

    cairo_move_to(ink->cairo, x, y + font->baseline - baseline);
    pango_cairo_show_layout(ink->cairo, ink->layout);
}

static void shade_set(struct pdfink *ink, double shade)
{
    cairo_set_source_rgb(ink->cairo, shade, shade, shade);
}

void pdfink_text(struct pdfink *ink, const struct ink_style *style, double x, double y,
                 double width, enum ink_align align, const char *text)
{
    const struct font *font = font_of(ink, style);

    if (!*text)
        return;
    layout_font(ink, font);
    if (align == INK_RIGHT && pdfink_width(ink, style, text) > width)
        x += width - pdfink_width(ink, style, text); /* a figure is never cut */
    else if (width > 0) {
        layout_font(ink, font);
        pango_layout_set_width(ink->layout, (int)((width + 0.5) * PANGO_SCALE));
        pango_layout_set_alignment(ink->layout, side_of(ink, align, text));
        pango_layout_set_ellipsize(ink->layout, PANGO_ELLIPSIZE_END);
        x -= align == INK_RIGHT ? 0.5 : 0;
    }
    layout_text(ink, text);
    shade_set(ink, style->faint ? FAINT : 0);
    layout_show(ink, font, x, y);
}

void pdfink_lines(struct pdfink *ink, const struct ink_style *style, double x, double y,
                  double width, const char *text)
{
    const struct font *font = font_of(ink, style);

    lines_set(ink, font, text, width);
    shade_set(ink, style->faint ? FAINT : 0);
    layout_show(ink, font, x, y);
}

void pdfink_rule(struct pdfink *ink, double x, double y, double width, bool faint)
{
    shade_set(ink, faint ? 0.75 : 0.2);
    cairo_set_line_width(ink->cairo, RULE_POINTS);
    cairo_move_to(ink->cairo, x, y);
    cairo_line_to(ink->cairo, x + width, y);
    cairo_stroke(ink->cairo);
}

void pdfink_area(struct pdfink *ink, double x, double y, double width, double height, double shade)
{
    shade_set(ink, shade);
    cairo_rectangle(ink->cairo, x, y, width, height);
    cairo_fill(ink->cairo);
}

void pdfink_path(struct pdfink *ink, const struct ink_point *points, int count, int dash)
{
    static const double dashes[][4] = {
        {0, 0, 0, 0}, {5, 3, 5, 3}, {1.5, 2, 1.5, 2}, {7, 2, 1.5, 2}};
    const int form = dash % 4;

    if (count < 1)
        return;
    shade_set(ink, dash < 4 ? 0.15 : 0.5);
    cairo_set_line_width(ink->cairo, 1.4);
    cairo_set_dash(ink->cairo, dashes[form], form ? 4 : 0, 0);
    cairo_move_to(ink->cairo, points[0].x, points[0].y);
    for (int i = 1; i < count; i++)
        cairo_line_to(ink->cairo, points[i].x, points[i].y);
    cairo_stroke(ink->cairo);
    cairo_set_dash(ink->cairo, NULL, 0, 0);
}

/* ---- pictures ---- */

struct picture_bytes {
    const unsigned char *at;
    size_t left;
};

static cairo_status_t picture_bytes_read(void *self, unsigned char *out, unsigned len)
{
    struct picture_bytes *bytes = self;

    if (len > bytes->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, bytes->at, len);
    bytes->at += len;
    bytes->left -= len;
    return CAIRO_STATUS_SUCCESS;
}

/* To be destroyed, whatever its status. */
static cairo_surface_t *picture_surface(const struct picture *picture)
{
    struct picture_bytes bytes = {picture->bytes, picture->len};

    return cairo_image_surface_create_from_png_stream(picture_bytes_read, &bytes);
}

enum err pdfink_picture_check(const struct picture *picture, struct note *note)
{
    cairo_surface_t *surface = picture_surface(picture);
    const cairo_status_t status = cairo_surface_status(surface);

    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS
               ? ERR_OK
               : fail(note, ERR_INPUT, "the PNG cannot be drawn: its bytes are damaged; save it "
                                       "anew");
}

void pdfink_picture(struct pdfink *ink, const struct picture *picture, double x, double y,
                    double width, double height)
{
    if (!ink->picture || strcmp(ink->sha256, picture->sha256) != 0) {
        if (ink->picture)
            cairo_surface_destroy(ink->picture);
        ink->picture = picture_surface(picture);
        snprintf(ink->sha256, sizeof ink->sha256, "%s", picture->sha256);
    }
    cairo_save(ink->cairo);
    cairo_translate(ink->cairo, x, y);
    cairo_scale(ink->cairo, width / picture->width, height / picture->height);
    cairo_set_source_surface(ink->cairo, ink->picture, 0, 0);
    cairo_paint(ink->cairo);
    cairo_restore(ink->cairo);
}

int pdfink_bookmark(struct pdfink *ink, int parent, const char *text)
{
    char where[32];

    snprintf(where, sizeof where, "page=%d", ink->sheets);
    return cairo_pdf_surface_add_outline(ink->surface, parent, safe_line(&ink->scratch, text),
                                         where, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

enum err pdfink_close(struct pdfink *ink)
{
    struct out *out = ink->out;

    g_object_unref(ink->layout);
    for (int i = 0; i < ink->font_count; i++) {
        pango_font_description_free(ink->fonts[i].description);
        pango_attr_list_unref(ink->fonts[i].spacing);
    }
    if (ink->picture)
        cairo_surface_destroy(ink->picture);
    cairo_destroy(ink->cairo);
    cairo_surface_finish(ink->surface);
    const cairo_status_t status = cairo_surface_status(ink->surface);
    cairo_surface_destroy(ink->surface);
    buf_done(&ink->scratch);
    free(ink);
    if (out->code == ERR_OK && status != CAIRO_STATUS_SUCCESS) {
        out_fail(out, ERR_IO);
        return fail(out->note, ERR_IO, "the PDF could not be made: %s",
                    cairo_status_to_string(status));
    }
    return out->code;
}
