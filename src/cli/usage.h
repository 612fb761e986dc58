/* usage: help made from the rows of commands and options; nothing in it is written twice. */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include "cli/cli.h"

/* Help on standard output: all, of a noun, or of one command; the exit status. */
int usage_words(struct cli *cli, int count, const char *const *words);
/* What stands for the value of an argument: "DATE", "cash|cheque"; "" for a flag. */
const char *usage_value(const struct arg *arg, struct arena *arena);
/* The help of an argument, with what the shell alone can: "the text; - is standard input". */
const char *usage_help(const struct arg *arg, struct arena *arena);
/* How a row of an argument is written: "text=TEXT; qty=N", or NULL. */
const char *usage_rows(const struct arg *arg, struct arena *arena);

#endif
