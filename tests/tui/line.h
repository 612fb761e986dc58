/* line: the program on a real terminal line (a pty), its keys and what it draws; and the one book
 * in a folder of its own that such programs have open.
 *
 * Nothing is waited for by the clock: a test waits for words, with a patience that only a failure
 * uses up. Memory: line_open to line_end. */
#ifndef TESTS_TUI_LINE_H
#define TESTS_TUI_LINE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define LINE_PATIENCE_MS 10000 /* a busy machine */

struct line {
    int fd;
    pid_t child;
    char seen[1 << 18]; /* what was drawn since line_forget */
    size_t len;
};

/* A new sandbox book; then command lines of the shell, NULL ends them. */
int line_book_make(const char *command, ...) __attribute__((sentinel));
int line_book_remove(void **state); /* a teardown; `state` is not looked at */
/* One command line on the book, which must succeed; its answer without the end of the line. */
const char *line_book_run(const char *command);
int64_t line_book_figure(const char *sql); /* one figure, by a question */
void line_book_is_whole(void);
const char *line_book_path(void);

struct line *line_open(const char *actor);
/* One command on such a line, as a person at a shell has it; its further words, NULL ends them. */
struct line *line_words(const char *actor, const char *const *words);
struct line *line_command(const char *actor, const char *noun, const char *verb);
/* Do the words stand in any file: the book, what belongs to it, drafts? */
bool line_book_has(const char *words);
void line_wait(struct line *line, const char *words); /* reads until the words were drawn */
/* The same for either of two lines; returns the one that drew them. */
struct line *line_wait_either(struct line *a, struct line *b, const char *words);
void line_forget(struct line *line);
void line_drop(struct line *line); /* forgets, and reads what was drawn until now */
void line_type(struct line *line, const char *keys);
/* Its exit status; it must be gone within that time. */
int line_end(struct line *line, int within_ms);
int64_t line_now_ms(void);
int64_t line_cpu_ms(const struct line *line); /* processor time that its program has had */

#endif
