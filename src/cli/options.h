/* options: the global options, one row each; help, manual and completion show the same rows. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/cli.h"

enum option_kind {
    OPTION_TEXT,
    OPTION_ID, /* text that the journal keeps */
    OPTION_FLAG,
    OPTION_INT,
    OPTION_FORMAT,
    OPTION_WHEN,
    OPTION_MOMENT
};

struct option_row {
    const char *name; /* NULL ends the table */
    char letter;      /* 0 = none */
    enum option_kind kind;
    const char *value; /* what it is called in help; NULL = none is taken */
    size_t place;      /* in struct cli */
    bool hidden;       /* for tests */
    const char *help;
};

extern const struct option_row options_all[];
/* Takes words[0] (and its value) when it is a global option; *used is 0 when it is none. */
enum err option_take(struct cli *cli, int count, char *const *words, int *used);

/* Is it a global option, with or without a value in the same word? */
bool option_is(const char *word);
enum err option_unknown(struct cli *cli, const char *word); /* USAGE, naming the nearest */

#endif
