/* secretword: a password typed unseen at /dev/tty, or read from --password-file.
 *
 * The file is the caller's own and nobody else can read it; `-` is standard input. Its first line
 * is the present password, its last one the new. Fails with: USAGE (nobody can be asked), DENIED
 * and INPUT (the file), CANCELLED. */
#ifndef CLI_SECRETWORD_H
#define CLI_SECRETWORD_H

#include "cli/cli.h"

/* For session->secret. */
enum err secretword_ask(void *self, enum secret_kind kind, const char *prompt, struct secret *out);
void secretword_forget(struct cli *cli);

#endif
