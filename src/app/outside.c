#include "app/outside.h"

#include "app/args.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 16

#ifdef __GLIBC__
#define ALL_ELSE_CLOSED(actions) posix_spawn_file_actions_addclosefrom_np(actions, 3)
#else
#define ALL_ELSE_CLOSED(actions) (void)(actions) /* what we open is closed on exec all the same */
#endif

int outside_start(char *const *words, const int files[3], pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t how;
    sigset_t none, all;

    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&how);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (files[fd] >= 0)
            posix_spawn_file_actions_adddup2(&actions, files[fd], fd);
        else if (files[fd] == OUTSIDE_NONE)
            posix_spawn_file_actions_addopen(&actions, fd, "/dev/null",
                                             fd == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
    ALL_ELSE_CLOSED(&actions);
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                       POSIX_SPAWN_RESETIDS);
    const int failed = posix_spawnp(child, words[0], &actions, &how, words, environ);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
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
    /* the words of a quiet one would fall into the picture */
    const int files = quiet ? OUTSIDE_NONE : OUTSIDE_OURS;
    const int failed = outside_start(all, (const int[]){files, files, files}, &child);
    if (failed)
        TRY_OUT(fail(note, ERR_UNAVAILABLE, "%s cannot be run: %s", all[0], strerror(failed)));
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
