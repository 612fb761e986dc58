/* filter: one grammar for `/`, `f`, --where and saved views.
 *
 *     over-90 > 5000 & !(collector = anna | name ~ "acme")      operators = != < > <= >= ~ & | ! ( )
 *
 * A bare word or number without operator matches any cell that contains it (folded), as `/` does.
 * Values are read by the kind of the column they meet: money plain, dates by the micro-syntax, flags
 * by name alone (`disputed`, `!disputed`). `~` is "contains", folded.
 * Fails with: ERR_INPUT naming the place and the names that would be right. */
#ifndef BASE_FILTER_H
#define BASE_FILTER_H

#include "base/table.h"

struct filter;

enum err filter_parse(const char *text, const struct column *columns, int count,
                      const struct date_habit *habit, struct filter **out, struct note *note);
void filter_done(struct filter *filter); /* NULL is fine */
bool filter_match(const struct filter *filter, const struct cell *cells); /* NULL matches all */

#endif
