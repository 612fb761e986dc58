/* batching: a command that goes into a batch as a line instead of being posted (RULES.md R14).
 *
 * It is tried first, in the same transaction, so that a line is as right as a posting when it is
 * entered; then the trial is undone and the line written.
 * Memory: the act's arena. Fails with: whatever the command itself says, and what batch_line_add
 * does. */
#ifndef APP_BATCHING_H
#define APP_BATCHING_H

#include "app/command.h"

/* clang-format off */
#define BATCHING_ARGS                                                                              \
    {.name = "batch", .kind = ARG_CODE,                                                            \
     .help = "into this batch, as a line that is posted with it"},                                 \
    {.name = "line", .kind = ARG_CODE,                                                             \
     .help = "with --batch: in the place of this line, as 2026-11-22/A/14"}
/* clang-format on */

bool batching_is(const struct act *act);
enum err batching_before(struct act *act); /* of the command's row; nothing without --batch */
enum err batching_run(struct act *act);

#endif
