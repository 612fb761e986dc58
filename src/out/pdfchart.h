/* pdfchart: one chart on a sheet of paper: scale, bars or lines, labels, legend.
 *
 * Series are told apart by shade or dashes, which a black printer keeps. */
#ifndef OUT_PDFCHART_H
#define OUT_PDFCHART_H

#include "base/chart.h"
#include "out/pdfsheet.h"

void pdfchart_put(struct pdfsheet *sheet, const struct chart *chart,
                  const struct notation *notation);

#endif
