/* bankoptions: how a bank file is read, from the arguments that every command on one has.
 *
 * Memory: the act's arena. Fails with: USAGE (what the columns of a CSV file mean is not said),
 * CANCELLED, CONFLICT, what the readers say. */
#ifndef APP_BANKOPTIONS_H
#define APP_BANKOPTIONS_H

#include "app/bankprofile.h"
#include "app/columns.h"

extern const char *const bankoptions_dates[];
#define BANK_FILE_ARGS                                                                             \
    {.name = "file",                                                                               \
     .kind = ARG_FILE,                                                                             \
     .flags = ARG_REQUIRED | ARG_BARE,                                                             \
     .help = "the file, plain or gzip; its content tells what it is"},                             \
        {.name = "map",                                                                            \
         .kind = ARG_TEXT,                                                                         \
         .help =                                                                                   \
             "of a CSV file: \"date=Date; amount=Amount; text=Details; dates=dmy; decimal=.\""},   \
        BANK_PROFILE_ARG,                                                                          \
        {.name = "dates",                                                                          \
         .kind = ARG_CHOICE,                                                                       \
         .choices = bankoptions_dates,                                                             \
         .help = "order of day, month and year where a CSV file leaves it open"},                  \
        {.name = "decimal",                                                                        \
         .kind = ARG_CHOICE,                                                                       \
         .choices = columns_decimals,                                                              \
         .help = "the decimal mark of its amounts"},                                               \
        {.name = "encoding", .kind = ARG_TEXT, .help = "its encoding when it does not say"},       \
    {                                                                                              \
        .name = "currency", .kind = ARG_CURRENCY, .help = "of its amounts where it names none"     \
    }

#define BANK_FORMATS                                                                               \
    "OFX 1 and 2, camt.052/053/054, MT940 and MT942, BAI2, BAI lockbox files and CSV are told by " \
    "their content. What the columns of a CSV file mean is said with --map, remembered "           \
    "from a saved profile with the same header, or proposed; a proposal counts when you confirm "  \
    "it or give --yes, and what the file leaves open must be said. "

/* Asks when a CSV file's columns are only proposed. *by: the profile found, NULL = none. */
enum err bankoptions_read(struct act *act, struct bank_options *out, const char **by);
/* CONFLICT when the same file came before, unless --again says why. */
enum err bankoptions_again(struct act *act, const struct hash *digest);
#define BANK_AGAIN_ARG                                                                             \
    {                                                                                              \
        .name = "again", .kind = ARG_TEXT, .help = "why the same file is imported once more"       \
    }
/* "ties", or what is off and by how much. */
const char *bankoptions_tie(struct arena *arena, const struct bank_statement *statement);
/* The words, and how many numbers of cards were masked in the file, if any. */
const char *bankoptions_cards(struct arena *arena, const char *words,
                              const struct bank_result *result);

#endif
