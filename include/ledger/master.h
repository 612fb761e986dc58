/* master: the small tables that papers refer to: payment terms, tax codes, exchange rates.
 *
 * Fails with: MISSING, CONFLICT (code taken), INPUT (text that no rule reads). */
#ifndef LEDGER_MASTER_H
#define LEDGER_MASTER_H

#include "base/arena.h"
#include "ledger/tx.h"

struct payterm {
    int64_t id;
    const char *code, *due, *discount, *instalments; /* texts that rules/terms.h reads */
    int tax_mode;                                    /* R4 */
};
enum err payterm_add(struct tx *tx, const struct payterm *payterm, int64_t *id);
enum err payterm_get(struct book *book, int64_t id, struct arena *arena, struct payterm *out);
enum err payterm_find(struct book *book, const char *code, struct arena *arena,
                      struct payterm *out);
enum err payterm_list(struct book *book, struct arena *arena, struct payterm **out, int *count);

struct taxcode {
    int64_t id, rate_ppm, account_id;
    const char *code, *category, *exemption;
};
enum err taxcode_add(struct tx *tx, const struct taxcode *taxcode, int64_t *id);
enum err taxcode_get(struct book *book, int64_t id, struct arena *arena, struct taxcode *out);
enum err taxcode_find(struct book *book, const char *code, struct arena *arena,
                      struct taxcode *out);
enum err taxcode_list(struct book *book, struct arena *arena, struct taxcode **out, int *count);

enum err rate_add(struct tx *tx, struct currency currency, struct date day, struct ratio rate);
/* The rate in force on a day; MISSING with words that name `rate add` when there is none. 1/1 for
 * base. */
enum err rate_on(struct book *book, struct currency currency, struct date day, struct ratio *out);
#define RATE_FAR                                                                                   \
    1.2 /* times another rate: a manager's to say, since limits are measured by rates */
struct rate {
    struct currency currency;
    struct date day;
    struct ratio rate;
};
enum err rate_list(struct book *book, struct arena *arena, struct rate **out, int *count);

#endif
