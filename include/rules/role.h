/* role: what people may do: the roles, which of them a command needs, and which do not go together
 * (TRUST.md 5.3).
 *
 * A coordinator may do what a clerk may, a manager what both may. An auditor reads everything and
 * writes nothing; an administrator looks after users, settings and copies, and posts nothing.
 * Whoever is a user at all may read what is not only for auditors. */
#ifndef RULES_ROLE_H
#define RULES_ROLE_H

#include "base/arena.h"

#include <stdbool.h>

enum role { ROLE_ANY, ROLE_CLERK, ROLE_COORDINATOR, ROLE_MANAGER, ROLE_AUDITOR, ROLE_ADMIN, ROLES };

/* A set of them; 0 = nobody. */
#define ROLE_BIT(role) (1u << (role))

const char *role_word(enum role role);
/* "manager", "manager+admin", "manager, admin"; false for what is none of them. */
bool roles_parse(const char *text, unsigned *out);
const char *roles_text(unsigned roles, struct arena *arena); /* "manager+admin" */
/* May who has these roles run a command that needs this one? */
bool role_may(unsigned roles, enum role wanted);
/* May who has them write anything at all? */
bool role_writes(unsigned roles);
/* Why these do not go together; NULL = they do. */
const char *role_conflict(unsigned roles);

#endif
