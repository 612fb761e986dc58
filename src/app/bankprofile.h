/* bankprofile: the map of a bank's CSV file, remembered under a name and by the file's header.
 *
 * Holds: what the arguments say goes before what a profile says. A file without a header is found
 * by name only.
 * Memory: the act's arena. Fails with: MISSING, CONFLICT (no such profile of bank files, no book),
 * USAGE (nothing to save), what the reader says. */
#ifndef APP_BANKPROFILE_H
#define APP_BANKPROFILE_H

#include "app/command.h"
#include "io/bankfile.h"
#include "ledger/importfile.h"

#define BANK_PROFILE_ARG                                                                           \
    {                                                                                              \
        .name = "profile", .kind = ARG_CODE,                                                       \
        .help = "a map of a CSV file that was saved under this name"                               \
    }

/* The map, and the encoding, of --profile, or of the header that the file has; *by is the profile's
 * name then, NULL when none was found. Commands that run without a book look into the one that is
 * there. */
enum err bankprofile_find(struct act *act, struct bank_options *options, const char **by);
/* What --save-profile saves, with the file's header; no name when it is not given. */
enum err bankprofile_stage(struct act *act, const struct bank_options *options,
                           struct profile *out);

#endif
