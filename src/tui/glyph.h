/* glyph: steps through UTF-8 by what a person sees as one character: a base and its marks.
 *
 * A code point without width (wcwidth 0) belongs to the one before it, and whatever follows a
 * joiner belongs to it too; so the cursor never stands inside of what the terminal shows as one
 * thing. Knows: nothing. The text is valid UTF-8; a broken byte counts as one character. */
#ifndef TUI_GLYPH_H
#define TUI_GLYPH_H

#include <stddef.h>
#include <stdint.h>

size_t glyph_next(const char *text, size_t at);       /* start of the one after `at` */
size_t glyph_previous(const char *text, size_t at);   /* start of the one before `at` */
uint32_t glyph_decode(const char *text, size_t *len); /* len 0 only at the end */
size_t glyph_encode(uint32_t rune, char out[5]);      /* zero-terminated; 0 = no such character */
int glyph_width(const char *text, size_t at, size_t end); /* cells of the bytes between */

#endif
