/* manual: the manual page, in mdoc, from the rows of commands and options. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stdio.h>

void manual_write(FILE *f);

#endif
