/* words: a command line as a shell sees it: quoting a value, and the name that was meant.
 *
 * Splitting is words_split of app/args.h; word_quote is its inverse. Memory: the caller's. */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include "base/buf.h"

/* Appends the word so that words_split and a shell both give it back. */
void word_quote(struct buf *out, const char *word);

/* Which of two names lies nearer to what was typed: number of letters added, dropped, changed or
 * swapped, 99 when too many for a slip of the finger. Case does not matter. */
int word_distance(const char *typed, const char *name);

#endif
