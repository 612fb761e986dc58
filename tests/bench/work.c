#include "bench/work.h"

#include "base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TODAY "2025-12-17" /* of the firm */

bool work_open(struct work *work)
{
    *work = (struct work){getenv("ARLEDGER"), getenv("WORK")};
    if (!work->program || !work->folder) {
        fprintf(stderr, "bench: ARLEDGER names the program and WORK a folder; `make bench`\n");
        return false;
    }
    const char *const folder[] = {"/bin/mkdir", "-p", work->folder, NULL};
    must(measure_child(folder, NULL).status == 0);
    return true;
}

void work_path(const struct work *work, const char *name, size_t size, char out[WORK_PATH])
{
    must(snprintf(out, WORK_PATH, "%s/%s-%zu", work->folder, name, size) < WORK_PATH);
}

void work_remove(const char *path)
{
    static const char *const beside[] = {"", "-wal", "-shm", "-lane"};
    char name[WORK_PATH + 8];

    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        snprintf(name, sizeof name, "%s%s", path, beside[i]);
        unlink(name);
    }
}

struct child work_run(const struct work *work, const char *book, const char *const *words)
{
    const char *all[32] = {work->program, "-b", book, "--today", TODAY, "--yes", "--quiet"};
    size_t count = 7;

    for (size_t i = 0; words[i] && count < 31; i++)
        all[count++] = words[i];
    const struct child child = measure_child(all, NULL);
    if (child.status != 0) {
        fprintf(stderr, "bench: %s %s ended with status %d\n", all[7], all[8], child.status);
        exit(1);
    }
    return child;
}

void work_book(const struct work *work, const char *path)
{
    const char *const words[] = {"book", "new", "--company", "Bench", "--currency", "EUR", NULL};

    work_remove(path);
    work_run(work, path, words);
}

struct child work_history(const struct work *work, const char *book, const char *file)
{
    const char *const words[] = {
        "import",
        "history",
        file,
        "--map",
        "customer=customer; name=name; number=number; date=date; due=due; amount=amount; paid=paid",
        NULL};

    return work_run(work, book, words);
}

struct child work_payments(const struct work *work, const char *book, const char *file)
{
    const char *const words[] = {
        "import",
        "payments",
        file,
        "--map",
        "customer=customer; date=date; amount=amount; invoice=invoice; reference=reference",
        NULL};

    return work_run(work, book, words);
}
