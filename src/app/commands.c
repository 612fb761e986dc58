#include "app/commands.h"

const struct command *const commands_all[] = {
#define X(name) &cmd_##name,
    COMMANDS(X)
#undef X
        NULL};
