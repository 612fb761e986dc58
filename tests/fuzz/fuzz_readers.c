/* fuzz_readers: libFuzzer feeds one target, FUZZ_TARGET, for FUZZ_SECONDS of processor time.
 *
 * The first argument is the folder of its corpus, into which the seeds of tests/fuzz/seeds are
 * written first; tests/fuzz/fuzz.sh runs it for each target and counts. Made with VARIANT=fuzz. */
#include "base/err.h"
#include "fuzz/driver.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SEEDS_FOLDER "tests/fuzz/seeds"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct target *fed;
static int64_t runs, seconds;

/* Of processor time: what others do on this machine must not shorten the hour. */
static int64_t seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec;
}

static void seeds_write(const char *folder)
{
    struct seeds seeds = {0};
    char path[1024];

    seeds_read(&seeds, SEEDS_FOLDER, fed);
    must(seeds.count > 0);
    for (size_t i = 0; i < seeds.count; i++) {
        snprintf(path, sizeof path, "%s/seed-%05zu", folder, i);
        FILE *file = fopen(path, "wb");
        must(file != NULL);
        must(fwrite(seeds.list[i].bytes, 1, seeds.list[i].len, file) == seeds.list[i].len);
        must(fclose(file) == 0);
    }
    seeds_done(&seeds);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *name = getenv("FUZZ_TARGET"), *limit = getenv("FUZZ_SECONDS");

    setlocale(LC_ALL, "C.UTF-8");
    for (const struct target *target = targets_all; target->name; target++)
        if (name && strcmp(name, target->name) == 0)
            fed = target;
    if (!fed || *argc < 2 || (*argv)[1][0] == '-') {
        fprintf(stderr, "fuzz_readers: FUZZ_TARGET names a target, the first argument the folder "
                        "of its corpus\n");
        exit(2);
    }
    seconds = limit ? strtol(limit, NULL, 10) : 60;
    seeds_write((*argv)[1]);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fed->feed(bytes, len);
    runs++;
    if (runs % 16 == 0 && seconds_now() >= seconds) {
        fprintf(stderr, "fed: %lld\n", (long long)runs);
        _exit(0);
    }
    return 0;
}
