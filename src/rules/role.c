#include "rules/role.h"

#include <string.h>
#include <strings.h>

#define POSTING (ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_COORDINATOR) | ROLE_BIT(ROLE_MANAGER))

static const char *const words[ROLES] = {
    [ROLE_ANY] = "user",        [ROLE_CLERK] = "clerk",     [ROLE_COORDINATOR] = "coordinator",
    [ROLE_MANAGER] = "manager", [ROLE_AUDITOR] = "auditor", [ROLE_ADMIN] = "admin",
};

/* Who may run a command that needs the role. */
static const unsigned mays[ROLES] = {
    [ROLE_ANY] = POSTING | ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_ADMIN),
    [ROLE_CLERK] = POSTING,
    [ROLE_COORDINATOR] = ROLE_BIT(ROLE_COORDINATOR) | ROLE_BIT(ROLE_MANAGER),
    [ROLE_MANAGER] = ROLE_BIT(ROLE_MANAGER),
    [ROLE_AUDITOR] = ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_ADMIN),
    [ROLE_ADMIN] = ROLE_BIT(ROLE_ADMIN),
};

const char *role_word(enum role role)
{
    return words[role];
}

bool roles_parse(const char *text, unsigned *out)
{
    *out = 0;
    for (text += strspn(text, " ,+"); *text; text += strspn(text, " ,+")) {
        const size_t len = strcspn(text, " ,+");
        unsigned bit = 0;
        for (int role = ROLE_CLERK; role < ROLES; role++)
            if (strlen(words[role]) == len && strncasecmp(words[role], text, len) == 0)
                bit = ROLE_BIT(role);
        if (!bit)
            return false;
        *out |= bit;
        text += len;
    }
    return *out != 0;
}

const char *roles_text(unsigned roles, struct arena *arena)
{
    const char *text = "";

    for (int role = ROLE_CLERK; role < ROLES; role++)
        if (roles & ROLE_BIT(role))
            text = arena_format(arena, "%s%s%s", text, *text ? "+" : "", words[role]);
    return text;
}

bool role_may(unsigned roles, enum role wanted)
{
    return (roles & mays[wanted]) != 0;
}

bool role_writes(unsigned roles)
{
    return (roles & (POSTING | ROLE_BIT(ROLE_ADMIN))) != 0;
}

const char *role_conflict(unsigned roles)
{
    if ((roles & ROLE_BIT(ROLE_AUDITOR)) && (roles & ~ROLE_BIT(ROLE_AUDITOR)))
        return "an auditor reads the books of others and has no other role";
    if ((roles & ROLE_BIT(ROLE_ADMIN)) && (roles & POSTING))
        return "an admin gives the roles and may not post";
    return NULL;
}
