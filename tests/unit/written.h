/* written: a writer under test, its bytes caught in a file without a name. */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include "out/writers.h"

struct written {
    struct out out;
    struct writing writing;
    struct sink sink;
    struct note note;
    int fd;
};

struct sink *written_open(struct written *written, const char *format,
                          const struct writer_options *options);
/* What came out; lives until the next call. Fails the test when writing failed. */
const char *written_close(struct written *written);
struct currency written_eur(void);

#endif
