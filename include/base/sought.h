/* sought: what somebody looks for, as it was typed: words and amounts, in one line.
 *
 *     acme lamps      both words, in any order         "net 30"   these words as they stand
 *     123.45          this amount, or this text        =123       just this amount
 *     ~123            about: within a hundredth of it, the same digits with the point elsewhere, or
 *                     two neighbouring digits swapped
 *     >500 <20 >=1,000 <=5    100..200                  acme >500 EUR
 *
 * Digits may be a number or an amount, so they are a word that an amount satisfies too.
 * Amounts have no sign: what is owed and what is paid are found alike. Several are all wanted.
 * Memory: texts lie in the arena given. Fails with: INPUT for an operator without an amount,
 * LIMIT for more words than anybody types. */
#ifndef BASE_SOUGHT_H
#define BASE_SOUGHT_H

#include "base/arena.h"
#include "base/money.h"

#define SOUGHT_WORDS 16
#define SOUGHT_AMOUNTS 8
#define SOUGHT_RANGES 32
#define SOUGHT_SCALE 4       /* ranges are in 10^-4, which holds every currency */
#define SOUGHT_END INT64_MAX /* no upper end */

enum sought_kind {
    SOUGHT_DIGITS_ONLY, /* 123: a word that an amount satisfies too */
    SOUGHT_FIGURE,      /* 123.45: the same, but an amount is what is most likely meant */
    SOUGHT_EXACT,       /* =123 */
    SOUGHT_ABOUT,       /* ~123 */
    SOUGHT_RANGE        /* > < >= <= .. */
};

struct sought_range {
    int64_t low, high; /* both belong to it */
};

struct sought_amount {
    enum sought_kind kind;
    int word;         /* its place in words; -1 = an amount it must be */
    int64_t typed;    /* the figure itself, in 10^-4; of a range one end */
    char currency[4]; /* "" = any */
    struct sought_range ranges[SOUGHT_RANGES];
    int range_count;
};

struct sought {
    const char *whole;               /* all words as one text, folded; "" = only amounts */
    const char *typed;               /* the same as it was typed, trimmed */
    const char *words[SOUGHT_WORDS]; /* folded */
    int word_count;
    struct sought_amount *amounts;
    int amount_count;
};

enum err sought_parse(const char *text, const struct notation *notation, struct arena *arena,
                      struct sought *out, struct note *note);
bool sought_is_empty(const struct sought *sought);
/* Must an amount be there, whatever words are? */
bool sought_wants_amount(const struct sought *sought);
/* Is this amount of a currency with so many decimals in one of the ranges? */
bool sought_fits(const struct sought_amount *amount, int64_t minor, const char *currency,
                 unsigned digits);
/* How near a figure that fits is to what was typed: about it, its digits with a slip, or it. */
enum sought_near { SOUGHT_NEAR, SOUGHT_SLIP, SOUGHT_TYPED };
enum sought_near sought_near(const struct sought_amount *amount, int64_t minor, unsigned digits);
/* A range in minor units of such a currency; false when no amount of it lies in there. */
bool sought_minor(const struct sought_range *range, unsigned digits, int64_t *low, int64_t *high);
/* Does one figure satisfy every amount that it must be? Those that are words too are not asked. */
bool sought_fits_all(const struct sought *sought, int64_t minor, const char *currency,
                     unsigned digits);

#endif
