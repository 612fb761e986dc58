/* script: a file of command lines, one a line, in constant memory. */
#ifndef CLI_SCRIPT_H
#define CLI_SCRIPT_H

#include "cli/cli.h"

/* The arguments are those of `run`. Failures are said line by line; gives the exit status. */
int script_run(struct cli *cli, const struct args *args);

#endif
