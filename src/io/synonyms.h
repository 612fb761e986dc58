/* synonyms: how other systems' exports head the columns that we know. */
#ifndef IO_SYNONYMS_H
#define IO_SYNONYMS_H

#include "io/guess.h"

struct synonym {
    const char *word; /* small letters and digits, nothing else */
    const char *field;
    int score;      /* 1-100: how surely it means that */
    unsigned kinds; /* of enum guess_kind: in which files it means that */
};

extern const struct synonym synonyms[]; /* word NULL ends the table */

#endif
