/* cli: the command line: global options, one command or a file of them, and what is said about it.
 *
 * stdout is data, stderr is talk; an error is one line, the exit status that of the failure.
 * Knows: app. Holds: after cli_start the session has every global option; the book is opened with
 * the first command that needs one, after its arguments were understood. Memory: embedded; cli_done
 * gives back and closes the book. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "app/command.h"

struct cli {
    struct session session;
    struct note note;
    struct arena arena;   /* as long as the program */
    const char *today;    /* --today as typed, NULL = the clock */
    bool format_given;    /* --format was said: how the file of --output ends says nothing */
    const char *headless; /* "80x24": screens without a terminal; NULL = none */
    const char *script;   /* what drives them */
    const char *password_file; /* NULL = a person is asked */
    struct secret secrets[2];  /* what stands in it */
    int secret_count;
    bool secret_present; /* the present one was asked for */
    bool help, version;
    const struct command *command; /* NULL: the screens, or help */
    char **words;                  /* of the command, global options taken out */
    int count;
    int64_t began, shown; /* of the work under way: for the progress line */
    bool overrides;       /* --now, --actor or --locale was given */
};

/* Reads the words: the exit status when that is already all, else -1. */
int cli_start(struct cli *cli, int argc, char **argv);
bool cli_wants_screen(const struct cli *cli);
/* Opens the book; refuses what only a sandbox book allows. */
enum err cli_open(struct cli *cli);
/* The same; and on a shared account, who it is. */
enum err cli_enter(struct cli *cli);
bool cli_interrupted(void); /* whether it was told to end since cli_start */
int cli_run(struct cli *cli); /* the command; its exit status */
/* Says the last failure in one line and gives its exit status. */
int cli_fail(struct cli *cli, enum err code);
void cli_done(struct cli *cli);

#endif
