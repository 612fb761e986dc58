/* pagetext: a page as text that is kept, and the page made of it again: the same blocks, so that a
 * letter or a report is shown, printed and drawn as it was. A logo is kept by its SHA-256: whoever
 * keeps the page keeps the picture.
 *
 * A line a block, row or label of a chart: a letter, then its parts, parted by tabs; in texts \\ \n
 * \t stand for themselves.
 * Memory: the buf given; the page's arena. Fails with: CORRUPT (text that no page was). */
#ifndef BASE_PAGETEXT_H
#define BASE_PAGETEXT_H

#include "base/buf.h"
#include "base/page.h"

void pagetext_write(const struct page *page, struct buf *out);
/* Behind what is on the page; title and subtitle are set when it has none yet. */
enum err pagetext_read(const char *text, struct page *page, struct note *note);
/* Its words alone, without what parts and marks them, for whoever looks for one. */
void pagetext_words(const char *text, struct buf *out);

#endif
