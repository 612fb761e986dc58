/* filter: one grammar for `/`, `f`, --where and saved views.
 *
 *     over-90 > 5000 & !(collector = anna | name ~ "acme")    operators = != < > <= >= ~ & | ! ( )
 *
 * Bare words or a number without operator match any cell that contains them (folded), as `/` does;
 * flags go by name alone (`disputed`, `!disputed`), and so do figures and days that are there: not
 * zero, not empty. A column is said by its name or its title, `90+` is the column over-90; a
 * value runs to the next sign, or stands in quotes, double or single ("" inside "..." is one quote,
 * '' inside '...' too; "" alone is empty). O'Brien needs none: ' quotes only around whole words.
 * Values are read by the kind of the column they meet: money plain, with a currency if it matters,
 * dates by the micro-syntax. `~` is "contains", `=` on text is equality, both folded.
 * Fails with: ERR_INPUT naming the place and the names that would be right. */
#ifndef BASE_FILTER_H
#define BASE_FILTER_H

#include "base/table.h"

struct filter;

enum err filter_parse(const char *text, const struct column *columns, int count,
                      const struct date_habit *habit, struct filter **out, struct note *note);
/* The text with each value `me` (owner=me) as a name in quotes. Lies in the arena. */
const char *filter_said_by(const char *text, const char *me, struct arena *arena);
void filter_done(struct filter *filter); /* NULL is fine */
bool filter_match(const struct filter *filter, const struct cell *cells); /* NULL matches all */

#endif
