/* firm: a small firm in memory and a desk without a loop, for tests of forms.
 *
 * Northwind Lights, EUR, Sunday 2026-11-22: see `opening` in firm.c. */
#ifndef TESTS_TUI_FIRM_H
#define TESTS_TUI_FIRM_H

#include "ledger/book.h"
#include "view/desk.h"

struct firm {
    struct note note;
    struct arena arena;
    struct session session;
    struct desk desk;
    int asked; /* questions so far */
    bool answer;
    char question[512];
};

void firm_open(struct firm *firm);
/* The same in a file, which is made when it is not there yet. */
void firm_open_file(struct firm *firm, const char *path);
void firm_close(struct firm *firm);
/* The same on a terminal of 24 x 80: a view on the desk; the form of a line above the customers, as
 * on the way that a clerk comes; and the end of both. */
void firm_at(struct firm *firm, const char *view, const char *about);
void firm_at_form(struct firm *firm, const char *line);
void firm_left(struct firm *firm);
void firm_line(struct firm *firm, const char *line); /* must succeed */
/* What is open of a document, or at a customer, in minor units. */
int64_t firm_open_of(struct firm *firm, const char *number);
int64_t firm_balance(struct firm *firm, const char *customer);
/* Keys as in a script, one after the other, as the loop gives them; how many they were. */
int firm_keys(struct firm *firm, const char *script);
void firm_key(struct desk *desk, struct key key);
/* The desk's message has these words; the picture has them. */
void firm_says(const struct firm *firm, const char *words);
void firm_shows(struct firm *firm, const char *words);
const char *firm_last_command(struct firm *firm); /* of the journal */
const char *firm_focus(const struct firm *firm);  /* name of the field with the cursor */
const char *firm_field(const struct firm *firm, const char *name);
const char *firm_hint(const struct firm *firm, const char *name); /* or what is wrong with it */

#endif
