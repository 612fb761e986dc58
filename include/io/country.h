/* country: what other systems write for a country, as the code that papers carry.
 *
 * Knows: codes of ISO 3166-1 and their parts (ISO 3166-2), in any case, and the names of the
 * countries that firms trade with most, in English and as their own people write them.
 * Memory: the arena. */
#ifndef IO_COUNTRY_H
#define IO_COUNTRY_H

#include "base/arena.h"

#include <stdbool.h>

/* Two capitals, and the part of a country behind a dash: "US-NY". */
bool country_is(const char *code);
/* "NL" of "nl" and of "Netherlands"; NULL = neither a code nor a name that is known. */
const char *country_code(const char *text, struct arena *arena);

#endif
