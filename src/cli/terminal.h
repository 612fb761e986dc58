/* terminal: the person at the command line: interrupts, questions, and how far long work is. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/cli.h"

/* From now on Ctrl-C, a hang-up and a request to end set a flag that long work asks for. */
void terminal_start(struct cli *cli);
bool terminal_interrupted(void);
void terminal_work_begins(struct cli *cli); /* the progress line appears when it takes long */
void terminal_work_ends(struct cli *cli);   /* and is wiped away */
/* One line on stderr, safe for any terminal: what went wrong, "arledger: words". */
void terminal_say(struct cli *cli, const char *words);
void terminal_tell(struct cli *cli, const char *words); /* what went well; nothing when quiet */

#endif
