#include "app/outside.h"

#include "app/args.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 16

static enum err start(char *const *words, bool quiet, pid_t *child, struct note *note)
{
    posix_spawn_file_actions_t actions;

    posix_spawn_file_actions_init(&actions);
    if (quiet) { /* its words would fall into the picture */
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    const int failed = posix_spawnp(child, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed ? fail(note, ERR_UNAVAILABLE, "%s cannot be run: %s", words[0], strerror(failed))
                  : ERR_OK;
}

enum err outside_run(const char *line, const char *path, bool quiet, struct note *note)
{
    struct arena arena = {0};
    char **words, *all[WORDS_MAX + 2];
    int count, status = 0;
    pid_t child;
    enum err e;

    TRY_OUT(words_split(line, &arena, &words, &count, note));
    if (count < 1 || count > WORDS_MAX)
        TRY_OUT(fail(note, ERR_UNAVAILABLE, "'%.60s' names no program", line));
    memcpy(all, words, (size_t)count * sizeof *words);
    all[count] = arena_text(&arena, path);
    all[count + 1] = NULL;
    TRY_OUT(start(all, quiet, &child, note));
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            TRY_OUT(
                fail(note, ERR_UNAVAILABLE, "nothing is known of %s: %s", all[0], strerror(errno)));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        e = fail(note, ERR_UNAVAILABLE, "%s did not end well", all[0]);
out:
    arena_done(&arena);
    return e;
}
