/* entering: who works, on an account of the operating system that several users share.
 *
 * On an account of one's own nobody else can be taken; on a shared one --user says who, and the
 * password decides. Nothing that the environment says takes part. Fails with: what signing fails
 * with; USAGE (not said who), DENIED (not from here). */
#ifndef APP_ENTERING_H
#define APP_ENTERING_H

#include "app/command.h"

/* Those who share the account; count 0 = it is one's own. */
enum err entering_who(struct session *session, struct arena *arena, const char ***users,
                      int *count);
/* Is the name one of them? Then it is who acts, behind its password (app/signing.h). */
enum err entering_as(struct session *session, const char *name, struct arena *arena);
/* The password was right: from here on the user acts; the name is borrowed. */
enum err entered_as(struct session *session, const char *name);
/* All of it, for the shell: the session's actor is who works. */
enum err entering(struct session *session, struct arena *arena);

#endif
