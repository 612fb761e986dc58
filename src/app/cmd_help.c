/* What cli answers by itself: help from the rows, the manual page, completion, and files of
 * commands. */
#include "app/commands.h"

static const struct arg run_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_STDIN,
     .help = "file of command lines"},
    {.name = "atomic", .kind = ARG_FLAG, .help = "one transaction: all lines count, or none"},
    {.name = "keep-going", .kind = ARG_FLAG, .help = "go on after a line that fails"},
    {0},
};

const struct command cmd_run = {
    .noun = "run",
    .summary = "run the command lines of a file",
    .detail = "One command a line, quoted as in a shell; # begins a remark, blank lines are "
              "passed over. Each line is its own transaction, and the first failure ends the run. "
              "With --atomic the answers count only when the run ends with status 0.\n"
              "With --op-id ID line n has the operation id ID/n, so that a file that was broken "
              "off may be run again. With --format json one object a line is printed.",
    .args = run_args,
    .flags = COMMAND_SHELL | COMMAND_NO_BOOK,
};

static const struct arg help_args[] = {
    {.name = "command",
     .kind = ARG_TEXT,
     .flags = ARG_BARE | ARG_MANY,
     .help = "noun, or noun and verb"},
    {0},
};

const struct command cmd_help = {
    .noun = "help",
    .summary = "show the commands, or the arguments of one",
    .args = help_args,
    .flags = COMMAND_SHELL | COMMAND_NO_BOOK,
};

const struct command cmd_help_man = {
    .noun = "help",
    .verb = "man",
    .summary = "print the manual page, as mdoc",
    .flags = COMMAND_SHELL | COMMAND_NO_BOOK | COMMAND_HIDDEN,
};

static const char *const shells[] = {"bash", "zsh", "fish", NULL};

static const struct arg completion_args[] = {
    {.name = "shell",
     .kind = ARG_CHOICE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .choices = shells,
     .help = "for which shell"},
    {0},
};

const struct command cmd_help_completion = {
    .noun = "help",
    .verb = "completion",
    .summary = "print the completion of a shell",
    .args = completion_args,
    .flags = COMMAND_SHELL | COMMAND_NO_BOOK | COMMAND_HIDDEN,
};
