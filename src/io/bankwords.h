/* bankwords: what banks call things in their CSV files, in the languages that we have seen. */
#ifndef IO_BANKWORDS_H
#define IO_BANKWORDS_H

#include <stdbool.h>

enum bank_told { BANK_TOLD_NOTHING, BANK_TOLD_OPENING, BANK_TOLD_CLOSING, BANK_TOLD_TOTAL };

/* +1 money in, -1 money out, 0 neither: "CR", "Af", "DEBIT". */
int bank_side(const char *word);
bool bank_is_pending(const char *word); /* "Pending", "Vorgemerkt" */
/* A row that begins so tells a balance or a total. */
enum bank_told bank_told(const char *text);

#endif
