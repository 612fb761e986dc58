/* dunningwhy: in a sentence, why an item is dunned at its level, or why it is not (R7b). */
#ifndef REPORT_DUNNINGWHY_H
#define REPORT_DUNNINGWHY_H

#include "ledger/dunplan.h"

const char *dunning_why(const struct dunplan *plan, const struct dunaccount *account, int row,
                        struct arena *arena);

#endif
