/* trouble: where the sentences go that say what is wrong with a book.
 *
 * After TROUBLES_SAID they are only counted: a damaged book has thousands, and nobody reads all. */
#ifndef LEDGER_TROUBLE_H
#define LEDGER_TROUBLE_H

#define TROUBLES_SAID 200

struct trouble {
    void (*say)(void *self, const char *sentence); /* may be NULL: only counted */
    void *self;
    int found;
};
void trouble_say(struct trouble *trouble, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void trouble_end(struct trouble *trouble); /* says how many were not said */

#endif
