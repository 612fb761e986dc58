/* bankline: one line of a statement as bytes, and back. */
#include "io/bankread.h"

#include <string.h>

/* Where the texts of a line stand, in the order of the bytes. */
#define TEXTS 11

static const char **text_of(struct bank_line *line, int n)
{
    const char **const texts[TEXTS] = {
        &line->bank_ref, &line->reference, &line->mandate, &line->name,
        &line->account,  &line->bank,      &line->cheque,  &line->text,
        &line->code,     &line->reason,    NULL,
    };
    return texts[n];
}

struct bank_line bankline_empty(int64_t at)
{
    struct bank_line line = {
        .line = at, .booked = DATE_NONE, .value = DATE_NONE, .has_amount = true};

    for (int i = 0; text_of(&line, i) != NULL; i++)
        *text_of(&line, i) = "";
    return line;
}

/* The struct itself, its pointers meaning nothing, then the texts with their zeroes. */
void bankline_pack(const struct bank_line *line, struct buf *out)
{
    struct bank_line copy = *line;

    buf_add(out, &copy, sizeof(copy));
    for (int i = 0; text_of(&copy, i) != NULL; i++)
        buf_add(out, *text_of(&copy, i), strlen(*text_of(&copy, i)) + 1);
}

size_t bankline_unpack(const char *bytes, struct bank_line *line)
{
    const char *at = bytes + sizeof(*line);

    memcpy(line, bytes, sizeof(*line));
    for (int i = 0; text_of(line, i) != NULL; i++) {
        *text_of(line, i) = at;
        at += strlen(at) + 1;
    }
    return (size_t)(at - bytes);
}
