/* present: who sits at the screens of a book now, and who was asked to leave.
 *
 * A file beside the book, "<book>-desks", has a place of fixed size for each; whoever sits there
 * holds a lock on its place, which the kernel takes back however the program ends, so the list is
 * true without anybody cleaning up. Single commands of the shell are not in it. What stands there
 * is told to people and decides nothing. A book in memory has no such file.
 * Memory: present_enter to present_leave; lists lie in the arena. Fails with: MISSING, IO. */
#ifndef LEDGER_PRESENT_H
#define LEDGER_PRESENT_H

#include "base/arena.h"
#include "ledger/tx.h"

#include <stdbool.h>

struct present;

struct sitter {
    int number; /* from 1 */
    int64_t since;
    long process;
    const char *name, *place;
    bool ending; /* was asked to leave */
};
/* *out is NULL where there is no place for a list. */
void present_enter(struct book *book, const char *name, const char *place, struct present **out);
void present_change(struct present *present, const char *name, int64_t since); /* another sits */
/* Who asked this one to leave; NULL = nobody. Lives as long as `present`. */
const char *present_ended(struct present *present);
void present_leave(struct present *present);

enum err present_list(struct book *book, struct arena *arena, struct sitter **out, int *count);
/* MISSING when nobody sits there. */
enum err present_find(struct book *book, int number, struct arena *arena, struct sitter *out);
enum err present_end(struct book *book, int number, const char *by);

#endif
