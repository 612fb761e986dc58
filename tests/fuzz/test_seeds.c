/* Every seed, and a fixed number of changed ones, keep what the modules promise. */
#include "base/err.h"
#include "fuzz/driver.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define RUNS 1000

static struct feeding feeding;

static void say_input(void)
{
    fprintf(stderr, "# the input was \"");
    feeding_show(&feeding, stderr);
}

static void target_keeps_its_promises(void **state)
{
    const struct target *target = *state;
    struct seeds seeds = {0};

    feeding.runs = 0;
    seeds_read(&seeds, "tests/fuzz/seeds", target);
    assert_int_not_equal(seeds.count, 0);
    feed_seeds(target, &seeds, (int64_t)seeds.count + RUNS, &feeding);
    seeds_done(&seeds);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t count = 0;

    setlocale(LC_ALL, "C.UTF-8");
    must_hook(say_input);
    for (const struct target *target = targets_all; target->name; target++)
        tests[count++] = (struct CMUnitTest){.name = target->name,
                                             .test_func = target_keeps_its_promises,
                                             .initial_state = (void *)(uintptr_t)target};
    return _cmocka_run_group_tests("seeds", tests, count, NULL, NULL);
}
