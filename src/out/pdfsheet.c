#include "out/pdfsheet.h"

#include <stdio.h>
#include <string.h>

#define FOOT_ROOM 18.0
#define LOGO_WIDTH 170.0 /* at most 60 mm by 20 mm */
#define LOGO_HEIGHT 57.0
#define LOGO_GAP 14.0

static const struct ink_style title_style = {.size = 16, .bold = true},
                              subtitle_style = {.size = 10, .faint = true},
                              small_style = {.size = 8, .faint = true};

double pdfsheet_across(const struct pdfsheet *sheet)
{
    return sheet->width - 2 * PDFSHEET_MARGIN;
}

static double bottom(const struct pdfsheet *sheet)
{
    return sheet->height - PDFSHEET_MARGIN - FOOT_ROOM;
}

static bool is_said(const char *text)
{
    return text && *text;
}

/* At the upper right, in its own proportions; its height. */
static double logo_put(struct pdfsheet *sheet)
{
    const struct picture *logo = sheet->logo;
    const double wide = LOGO_WIDTH / logo->width, high = LOGO_HEIGHT / logo->height;
    const double scale = wide < high ? wide : high;
    const double width = logo->width * scale, height = logo->height * scale;

    if (sheet->drawing)
        pdfink_picture(sheet->ink, logo, sheet->width - PDFSHEET_MARGIN - width, PDFSHEET_MARGIN,
                       width, height);
    return height;
}

/* The first sheet has the title in large, the others in small. */
static void head_put(struct pdfsheet *sheet)
{
    const bool first = sheet->number == 1;
    const struct ink_style *style = first ? &title_style : &small_style;
    const double logo = (first || sheet->begins_letter) && sheet->logo ? logo_put(sheet) : 0;
    const double across = pdfsheet_across(sheet) - (logo > 0 ? LOGO_WIDTH + LOGO_GAP : 0);

    sheet->y = PDFSHEET_MARGIN;
    if (is_said(sheet->title)) {
        const double height = pdfink_height(sheet->ink, style, sheet->title, across);
        if (sheet->drawing)
            pdfink_lines(sheet->ink, style, PDFSHEET_MARGIN, sheet->y, across, sheet->title);
        sheet->y += height;
    }
    if (is_said(sheet->subtitle)) {
        style = first ? &subtitle_style : &small_style;
        if (sheet->drawing)
            pdfink_text(sheet->ink, style, PDFSHEET_MARGIN, sheet->y, across, INK_LEFT,
                        sheet->subtitle);
        sheet->y += pdfink_line(sheet->ink, style);
    }
    if (sheet->y < PDFSHEET_MARGIN + logo)
        sheet->y = PDFSHEET_MARGIN + logo;
    if (sheet->y > PDFSHEET_MARGIN)
        sheet->y += first ? 12 : 8;
    sheet->begins_letter = false;
}

static void foot_put(struct pdfsheet *sheet)
{
    const double y = sheet->height - PDFSHEET_MARGIN - pdfink_line(sheet->ink, &small_style);
    const double across = pdfsheet_across(sheet);
    char number[80];

    if (sheet->through)
        page_numbered(sheet->words->sheet, sheet->before + sheet->number, 0, number,
                      sizeof number);
    else
        page_numbered(sheet->words->sheets, sheet->number, sheet->total, number, sizeof number);
    pdfink_text(sheet->ink, &small_style, PDFSHEET_MARGIN, y, across, INK_RIGHT, number);
    if (is_said(sheet->foot))
        pdfink_text(sheet->ink, &small_style, PDFSHEET_MARGIN, y, across * 3 / 4, INK_LEFT,
                    sheet->foot);
}

static void sheet_begin(struct pdfsheet *sheet)
{
    sheet->number++;
    if (sheet->drawing)
        pdfink_sheet(sheet->ink, sheet->width, sheet->height);
    head_put(sheet);
}

static void sheet_end(struct pdfsheet *sheet)
{
    if (!sheet->drawing)
        return;
    foot_put(sheet);
    pdfink_sheet_end(sheet->ink);
}

void pdfsheet_start(struct pdfsheet *sheet, bool drawing)
{
    sheet->drawing = drawing;
    sheet->total = sheet->number;
    sheet->number = 0;
    sheet->ends = sheet->begins = NULL;
    sheet->ends_room = 0;
    pdfink_reads(sheet->ink, sheet->title);
    sheet_begin(sheet);
}

void pdfsheet_finish(struct pdfsheet *sheet)
{
    sheet_end(sheet);
}

void pdfsheet_break(struct pdfsheet *sheet)
{
    if (sheet->ends)
        sheet->ends(sheet->self);
    sheet_end(sheet);
    sheet_begin(sheet);
    if (sheet->begins)
        sheet->begins(sheet->self);
}

void pdfsheet_room(struct pdfsheet *sheet, double height)
{
    if (sheet->y + height + sheet->ends_room > bottom(sheet))
        pdfsheet_break(sheet);
}
