/* text: UTF-8 at the border and on the screen.
 *
 * Holds: strings inside the program end in zero, are valid UTF-8 in NFC, and have no control,
 * bidi-override or noncharacter code points (TRUST.md 6): checked at the border by text_clean,
 * believed inside; text_safe makes foreign bytes harmless for any sink. Widths are terminal cells
 * by wcwidth, the function that curses uses. Knows: utf8proc. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

/* A name, number, reference or note as it may enter the books: trimmed, NFC, one line unless
 * `lines`. ERR_INPUT with the reason (what code point, where). */
enum err text_clean(const char *in, size_t len, bool lines, struct arena *arena, char **out,
                    struct note *note);
bool text_utf8(const char *bytes, size_t len, size_t *bad_at); /* else the first bad byte */
/* Copies so that no terminal, printer or mail can be steered: bad bytes, controls, bidi -> '?'. */
void text_safe(struct buf *out, const char *bytes, size_t len);

/* Cells that the text takes; its longest prefix of at most `cells` cells, in bytes. */
int text_width(const char *text);
size_t text_prefix(const char *text, int cells, int *taken);
/* Is it read from right to left? By its first letter (UAX #9, P2 and P3). */
bool text_is_leftward(const char *text);
/* Appends text in exactly `cells` cells: cut with "~" in ASCII or "…" in UTF-8, or padded. */
void text_fit(struct buf *out, const char *text, int cells, bool right);

/* The ASCII character under the marks of a letter, or like the sign: e of é, o of ø; 0 = none. */
char text_ascii(uint32_t rune);
/* For searching and for codes: case folded, marks stripped (utf8proc), blanks collapsed. */
char *text_fold(struct arena *arena, const char *text);
int text_fold_compare(const char *a, const char *b); /* order of names for people */
bool text_is_blank(const char *text);
bool text_same(const char *a, const char *b); /* ASCII case-insensitive equality */
char *text_trim(char *text);                  /* in place */
const char *
text_unmarked(const char *text); /* behind the mark that some editors begin UTF-8 with */
const char *text_article(const char *word);   /* "an" before a vowel, else "a" */

#endif
