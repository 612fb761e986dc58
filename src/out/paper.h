/* paper: the sizes of paper, in points. */
#ifndef OUT_PAPER_H
#define OUT_PAPER_H

#include "out/writers.h"

/* ISO 216 A4 (210 x 297 mm), or letter (8.5 x 11 in); across = the long side lies. */
void paper_size(const struct writer_options *options, bool across, double *width, double *height);

#endif
