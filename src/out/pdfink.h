/* pdfink: text and lines on the sheets of a PDF: fonts, measuring, drawing.
 *
 * Knows: cairo and pango, which stay behind it. Does not know: tables, pages, margins.
 * Lengths are points (1/72 inch), from the upper left corner of the sheet. Text is in any script,
 * fonts are embedded; a text that reads from right to left stands where its neighbours do, on a
 * paper that does so itself it begins at the right.
 * Holds: the bytes go to a struct out as sheets are finished, so memory does not grow with them.
 * Fails with: what struct out fails with; UNAVAILABLE when there is no font. */
#ifndef OUT_PDFINK_H
#define OUT_PDFINK_H

#include "base/picture.h"
#include "out/out.h"

struct pdfink;

struct ink_style {
    double size; /* points */
    bool bold;
    bool faint; /* grey */
};

enum ink_align { INK_LEFT, INK_RIGHT };

/* The moment (microseconds UTC) is written into the file, so that the same facts make the same
 * bytes; 0 = the clock. Title NULL = none. */
enum err pdfink_open(struct pdfink **out, struct out *bytes, const char *title, int64_t moment);
/* From now on it is a paper that reads as its title does; NULL = from left to right. */
void pdfink_reads(struct pdfink *ink, const char *title);
void pdfink_sheet(struct pdfink *ink, double width, double height); /* a new one begins */
void pdfink_sheet_end(struct pdfink *ink);

double pdfink_width(struct pdfink *ink, const struct ink_style *style, const char *text);
/* Of a line; of a text that is broken into lines of this width. */
double pdfink_line(struct pdfink *ink, const struct ink_style *style);
double pdfink_height(struct pdfink *ink, const struct ink_style *style, const char *text,
                     double width);
/* One line, cut with an ellipsis where it is wider than `width` (0 = never). */
void pdfink_text(struct pdfink *ink, const struct ink_style *style, double x, double y,
                 double width, enum ink_align align, const char *text);
void pdfink_lines(struct pdfink *ink, const struct ink_style *style, double x, double y,
                  double width, const char *text); /* broken into lines */
void pdfink_rule(struct pdfink *ink, double x, double y, double width, bool faint);
/* A filled area; shade 0 = black to 1 = white. */
void pdfink_area(struct pdfink *ink, double x, double y, double width, double height,
                 double shade);
/* A picture in a place of this size. Where it cannot be drawn, pdfink_close says so. */
void pdfink_picture(struct pdfink *ink, const struct picture *picture, double x, double y,
                    double width, double height);
/* Can it be drawn? INPUT: it cannot. */
enum err pdfink_picture_check(const struct picture *picture, struct note *note);
struct ink_point {
    double x, y;
};
/* A line through points; `dash` 0 = whole, others are told apart by their dashes. */
void pdfink_path(struct pdfink *ink, const struct ink_point *points, int count, int dash);
/* An entry among the bookmarks that leads to the sheet under way; parent 0 = the top. */
int pdfink_bookmark(struct pdfink *ink, int parent, const char *text);
enum err pdfink_close(struct pdfink *ink); /* the file is whole, or the first failure */

#endif
