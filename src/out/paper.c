#include "out/paper.h"

void paper_size(const struct writer_options *options, bool across, double *width, double *height)
{
    const double narrow = options->letter ? 612 : 595.28, wide = options->letter ? 792 : 841.89;

    *width = across ? wide : narrow;
    *height = across ? narrow : wide;
}
