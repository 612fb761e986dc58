/* complete: completion for bash, zsh and fish, from the rows of commands and options. */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stdio.h>

void complete_write(FILE *f, const char *shell);

#endif
