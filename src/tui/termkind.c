#include "tui/termkind.h"

#include <curses.h>
#include <stdint.h>
#include <term.h>
#include <unistd.h>

bool termkind_draws(const char *name, bool *known)
{
    int state;
    *known = false;
    if (name == NULL || *name == 0 || setupterm(name, STDOUT_FILENO, &state) != OK)
        return false;
    *known = true;
    const char *address = tigetstr("cup");
    bool able = address != NULL && (intptr_t)address != -1;
    del_curterm(cur_term);
    return able;
}

const char *termkind_paste(bool on)
{
    const char *bytes = tigetstr(on ? "BE" : "BD");
    return bytes != NULL && (intptr_t)bytes != -1 ? bytes : NULL;
}
