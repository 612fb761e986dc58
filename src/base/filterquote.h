/* filterquote: where a value in quotes ends; part of filter. */
#ifndef BASE_FILTERQUOTE_H
#define BASE_FILTERQUOTE_H

/* The quote that closes the one at `at`; NULL when none opens there or none closes it. A single
 * quote opens only where another closes at the end of a word: O'Brien and 't Hooft have none. */
const char *filter_quote_end(const char *at);

#endif
