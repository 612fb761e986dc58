/* ofxmarkup: the tags of an OFX file and the text between them, SGML and XML alike.
 *
 * Knows: CDATA, comments, character references, a bare &, processing instructions. A DOCTYPE, and
 * any other declaration, is refused. Names come in capitals. Counts the lines in read->line. Fails
 * with: INPUT, LIMIT (a tag above 1000 bytes, text above BANK_TEXT_MAX inside a statement). */
#ifndef IO_OFXMARKUP_H
#define IO_OFXMARKUP_H

#include "io/bankread.h"

#define MARKUP_NAME_MAX 32 /* of an element, as far as it tells one from another */

struct markup {
    struct bankread *read;
    struct buf text; /* since the last tag; whoever takes it resets it */
    enum err (*open)(void *self, const char *name);
    enum err (*close)(void *self, const char *name);
    void *self;
    enum { MARKUP_TEXT, MARKUP_TAG, MARKUP_COMMENT, MARKUP_CDATA, MARKUP_ENTITY } state;
    struct buf tag; /* from behind < */
    char entity[12];
    size_t entity_len;
};

void markup_init(struct markup *markup, struct bankread *read); /* then set open, close, self */
void markup_done(struct markup *markup);
enum err markup_take(struct markup *markup, const char *text, size_t len);

#endif
