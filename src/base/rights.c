#include "base/rights.h"

#include "base/err.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

static struct {
    bool shared;
    gid_t user, group;
    int own, depth;
    unsigned raised; /* one bit for each nested rights_raise; the lowest is the innermost */
} rights;

/* What libraries of ours read from the environment and a stranger must not choose: the C library
 * drops its own words (LD_*, TMPDIR ...) in such a program, the others know nothing of it. */
static const char *const steering[] = {
    "SQLITE_TMPDIR", "TMPDIR",       "TERMINFO",      "TERMINFO_DIRS", "TERMCAP", "TERMPATH",
    "FONTCONFIG_",   "FC_",          "PANGO",         "CAIRO",         "G_",      "GIO_",
    "NCURSES",       "LD_",          "MALLOC_",       "GCONV_PATH",    "LOCPATH", "NLSPATH",
    "HB_",           "FRIBIDI",      "FREETYPE",      "GLIBC_TUNABLES"};

extern char **environ;

static void environ_clear(void)
{
    for (char **at = environ; *at;) {
        const char *const word = *at;
        bool steers = false;
        for (size_t i = 0; !steers && i < sizeof steering / sizeof *steering; i++)
            steers = strncmp(word, steering[i], strlen(steering[i])) == 0;
        const char *equals = steers ? strchr(word, '=') : NULL;
        char *name = equals ? strndup(word, (size_t)(equals - word)) : NULL;
        if (name && unsetenv(name) == 0)
            at = environ; /* the list has moved up */
        else
            at++;
        free(name);
    }
}

static void take(gid_t group)
{
    const int before = errno;

    must(setegid(group) == 0);
    errno = before;
}

void rights_start(void)
{
    const struct rlimit none = {0, 0};

    if (geteuid() != getuid())
        must(setuid(getuid()) == 0); /* it is never needed */
    rights.user = getgid();
    rights.group = getegid();
    if (rights.user == rights.group)
        return;
    rights.shared = true;
    take(rights.user);
    environ_clear();
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0);
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); /* for whatever it starts */
#endif
}

bool rights_shared(void)
{
    return rights.shared;
}

static void innermost_take(unsigned before)
{
    if (((before ^ rights.raised) & 1) != 0)
        take((rights.raised & 1) != 0 ? rights.group : rights.user);
}

void rights_raise(bool may)
{
    const unsigned before = rights.raised;

    if (!rights.shared || rights.own > 0)
        return;
    must(rights.depth++ < 32);
    rights.raised = before << 1 | (may ? 1 : 0);
    innermost_take(before);
}

void rights_lower(void)
{
    const unsigned before = rights.raised;

    if (!rights.shared || rights.own > 0)
        return;
    must(rights.depth-- > 0);
    rights.raised = before >> 1;
    innermost_take(before);
}

void rights_own_begin(void)
{
    must(rights.depth == 0);
    rights.own++;
}

void rights_own_end(void)
{
    must(rights.own > 0);
    rights.own--;
}

unsigned rights_book_mode(unsigned folder_group)
{
    return rights.shared && folder_group == rights.group ? 0660 : 0600;
}
