/* dunningwords: what stands on every letter of dunning around the text of its level, by language.
 */
#ifndef REPORT_DUNNINGWORDS_H
#define REPORT_DUNNINGWORDS_H

struct dunning_words {
    const char *language; /* "en" */
    const char *dear, *regards, *attention;
    const char *account, *letter, *date;
    const char *document, *issued, *due, *days, *open, *disputed, *credit, *pay; /* columns */
    const char *fee, *charges, *interest, *total, *balance;
    const char *slip, *reference, *by; /* of the slip that is torn off */
};
/* English where we do not speak it. */
const struct dunning_words *dunning_words(const char *language);

#endif
