/* rank: how well a text fits what was typed: exact code > exact name > beginning > beginning of a
 * word > somewhere > with one slip of the finger.
 *
 * Everything here is folded (text_fold) and pure. A text ends with 0 or, where several lie behind
 * each other, with a line break. Signs of Chinese and Japanese writing are words of their own. */
#ifndef BASE_RANK_H
#define BASE_RANK_H

#include <stddef.h>

enum rank {
    RANK_NONE,
    RANK_FUZZY,  /* but for one slip */
    RANK_INSIDE, /* somewhere */
    RANK_WORD,   /* a word begins so */
    RANK_PREFIX, /* the text begins so */
    RANK_NAME,   /* the whole text; of a code or number also without its series: 42 for R-0042 */
    RANK_CODE    /* the whole code, with or without leading zeros */
};

/* The place where `needle` begins: what is in front and behind tells the rank, CODE never. */
enum rank rank_at(const char *text, const char *place, size_t needle_len);
/* The best of all places; the text ends at its 0 or line break. A blank needle fits nothing. */
enum rank rank_text(const char *text, const char *needle);
enum rank rank_code(const char *code, const char *needle);
/* FUZZY when a word of the text begins with the needle but for one letter that is wrong, missing,
 * too many, or swapped with its neighbour; never its first, never where the needle has a digit:
 * another number is another number. At least four letters are typed. */
enum rank rank_slip(const char *text, const char *needle);

#endif
