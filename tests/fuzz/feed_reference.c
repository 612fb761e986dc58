/* feed_reference: one text as what a payer wrote, and as a document's number. */
#include "fuzz/target.h"
#include "rules/reference.h"

#include <stdlib.h>
#include <string.h>

void feed_reference(const uint8_t *bytes, size_t len)
{
    char *text = feed_string(bytes, len), word[REFERENCE_WORD], made[REFERENCE_TEXT];
    struct reference_walk walk = {.text = text};
    struct arena arena = {0};
    struct note note = {0};
    size_t steps = 0;

    while (reference_next(&walk, word)) {
        must(word[0] && strlen(word) < REFERENCE_WORD);
        must(++steps <= 3 * len + 3); /* every letter begins at most a reference, a token, a part */
    }
    if (reference_make(text, made, &note) == ERR_OK) {
        char shown[REFERENCE_SHOWN];
        must(reference_is(made) && reference_is(reference_show(made, shown)));
        walk = (struct reference_walk){.text = shown};
        must(reference_next(&walk, word) && strcmp(word, made) == 0);
    } else {
        must(note.text[0]);
    }
    char *number = feed_clean(bytes, len); /* keys are made of what is in the books */
    if (number) {
        const char *key = reference_key(&arena, number);
        must(strlen(reference_key_short(&arena, number)) <= strlen(key));
        must(strcmp(reference_key(&arena, key), key) == 0);
    }
    free(number);
    arena_done(&arena);
    free(text);
}
