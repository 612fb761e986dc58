/* causes: what went wrong, one row a thing: root causes of closed disputes, reasons of deductions
 * and of payments that were taken back, and what was paid late. The source of `report causes`.
 *
 * Fails with: what the store and `each` say. */
#ifndef LEDGER_CAUSES_H
#define LEDGER_CAUSES_H

#include "ledger/book.h"

enum cause_source { CAUSE_DISPUTE, CAUSE_DEDUCTION, CAUSE_REVERSAL, CAUSE_LATE, CAUSE_SOURCES };

struct cause_row {
    enum cause_source source;
    struct date day;  /* closed, taken off, taken back, settled */
    const char *code; /* root cause, reason; of what was paid late DISPUTED or LATE */
    int64_t base;     /* what it was about, in the book's currency, above zero */
};
/* From day to day; a source after the other, in no other order. A dispute that was withdrawn is
 * none. Text lives until the next row. */
enum err causes_each(struct book *book, struct date from, struct date to,
                     enum err (*each)(void *self, const struct cause_row *row), void *self);

#endif
