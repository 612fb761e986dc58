/* fuzz_readers: SECONDS SEEDS [TARGET]: feeds each target for so long, each in its own process.
 *
 * One line at the end counts what was fed. An input that ends its process is shown and kept as
 * build/fuzz/<target>.bad; it belongs among the seeds once it is mended.
 * libFuzzer feeds the same targets; FUZZ_TARGET in the environment names the one:
 *     make VARIANT=asan BUILD=build/clang CC=clang WARN= \
 *          CFLAGS='-fsanitize=fuzzer -DFUZZ_LIBFUZZER' build/clang/asan/tests/fuzz/fuzz_readers */
#include "base/err.h"
#include "fuzz/driver.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef FUZZ_LIBFUZZER

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *name = getenv("FUZZ_TARGET");

    setlocale(LC_ALL, "C.UTF-8");
    for (const struct target *target = targets_all; target->name; target++)
        if (name && strcmp(name, target->name) == 0) {
            target->feed(bytes, len);
            return 0;
        }
    fprintf(stderr, "FUZZ_TARGET names no target\n");
    exit(2);
}

#else

static void input_keep(const char *name, const struct feeding *feeding)
{
    char path[64];

    snprintf(path, sizeof path, "build/fuzz/%s.bad", name);
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(feeding->bytes, 1, feeding->len, file);
        fclose(file);
    }
    fprintf(stderr, "%s ended by this input (%s, %zu bytes):\n  \"", name, path, feeding->len);
    feeding_show(feeding, stderr);
}

/* In a process of its own, so that its end is seen and told. */
static bool target_run(const struct target *target, const char *folder, int seconds,
                       struct feeding *feeding)
{
    int status = 0;

    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        struct seeds seeds = {0};
        seeds_read(&seeds, folder, target);
        feed_seeds(target, &seeds, 0, seconds, feeding);
        seeds_done(&seeds);
        _exit(0);
    }
    must(waitpid(child, &status, 0) == child);
    if (status != 0)
        input_keep(target->name, feeding);
    return status == 0;
}

int main(int argc, char **argv)
{
    const int seconds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 60;
    const char *folder = argc > 2 ? argv[2] : "tests/fuzz/seeds", *only = argc > 3 ? argv[3] : NULL;
    int targets = 0, bad = 0;
    int64_t runs = 0;

    setlocale(LC_ALL, "C.UTF-8");
    struct feeding *feeding =
        mmap(NULL, sizeof *feeding, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(feeding != MAP_FAILED);
    for (const struct target *target = targets_all; target->name; target++) {
        if (only && strcmp(only, target->name) != 0)
            continue;
        memset(feeding, 0, sizeof *feeding);
        bad += !target_run(target, folder, seconds, feeding);
        targets++;
        runs += feeding->runs;
        printf("  %-10s %10lld inputs, %zu of them found new code\n", target->name,
               (long long)feeding->runs, feeding->kept);
    }
    printf("fuzz: %lld inputs in %d s over %d targets, %d crashes\n", (long long)runs,
           targets * seconds, targets, bad);
    return bad ? 1 : 0;
}

#endif
