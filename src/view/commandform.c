/* commandform: the form that a command's row opens for its arguments. */
#include "view/desk.h"

enum err desk_form(struct desk *desk, const struct command *command, const struct args *known)
{
    (void)known;
    return fail(desk->session->note, ERR_UNAVAILABLE,
                "%s %s has no form yet; type the whole line behind `:`", command->noun,
                command->verb ? command->verb : "");
}
