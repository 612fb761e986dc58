/* feed_reference: one text as what a payer wrote, and as a document's number. */
#include "fuzz/target.h"
#include "rules/reference.h"
#include "rules/remittance.h"

#include <stdlib.h>
#include <string.h>

/* Whatever is written, only what is there is named. */
static void feed_numbers(const char *text, struct arena *arena)
{
    static const struct autocash_item items[] = {{.number = "INV-1001", .open = 1},
                                                 {.number = "INV-1002", .open = 1},
                                                 {.number = "1000001", .open = 1},
                                                 {.number = "2026-0042", .reference = "PO 77"}};
    enum { COUNT = sizeof items / sizeof *items };
    const bool there[COUNT] = {true, false, true, true};
    unsigned char named[COUNT] = {0};

    remittance_read(autocash_index(items, COUNT, arena), text, there, arena, named);
    for (int i = 0; i < COUNT; i++)
        must(named[i] <= NAMED_LONG && (there[i] || named[i] == NAMED_NOT));
}

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
        feed_numbers(number, &arena);
    }
    free(number);
    arena_done(&arena);
    free(text);
}
