/* allowance: what of the receivables is not expected to come, by a matrix of rates and item by item
 * (RULES.md R20), in the book's currency.
 *
 * Rates are facts from a day on: entered by bucket (and class of customers), or found from how much
 * rolled from bucket to bucket in 12 to 36 months, x a forward factor that is entered too. An item,
 * or all of a customer, leaves the matrix when a specific allowance is entered for it. A run is
 * frozen with all that it stands on; posting it brings the account to what it says, in a document.
 * Holds: gross of lines and parts - their credits - unused credits = the receivables of the day.
 * Memory: the arena given. Fails with: MISSING (a rate, a run), CONFLICT, INPUT. */
#ifndef LEDGER_ALLOWANCE_H
#define LEDGER_ALLOWANCE_H

#include "ledger/document.h"
#include "rules/aging.h"

#define ALLOWANCE_MONTHS_LEAST 12
#define ALLOWANCE_MONTHS_MOST 36

/* ---- a run ---- */

struct allowance_options {
    struct date day;
    bool rolled; /* rates from history, else as entered */
    int months;  /* of history */
    bool by_class, net_of_tax;
    struct bucket_set buckets;
};
/* As the settings say, on the book's today. */
enum err allowance_options_init(struct allowance_options *options, struct book *book);

struct allowance_line {
    const char *segment, *name; /* of the bucket */
    int bucket;
    int64_t gross, credits, tax, base;      /* base = gross - credits - tax */
    int64_t loss_ppm, factor_ppm, rate_ppm; /* rate = loss x factor, at most 1 */
    int64_t amount;                         /* base x rate */
};
enum allowance_part_kind {
    ALLOWANCE_SPECIFIC,
    /* to be seen: customers and items of which little will come; base: of it judged one by one */
    ALLOWANCE_INSOLVENT,
    ALLOWANCE_AGENCY,
    ALLOWANCE_LEGAL
};
const char *allowance_part_word(enum allowance_part_kind kind); /* "specific" "insolvent" ... */
struct allowance_part {
    enum allowance_part_kind kind;
    int64_t specific_id, customer_id, item_id;
    int64_t gross, open, base, amount; /* open: net of credits; base: less tax */
    const char *customer, *name, *document, *reason; /* read with names */
};
/* What was open in a bucket at a month end. */
struct allowance_input {
    const char *segment;
    struct date day;
    int bucket;
    int64_t open;
};
struct allowance {
    int64_t id; /* 0 = a preview */
    const char *number;
    struct allowance_options options;
    const char *buckets;
    const char *missing; /* buckets with something in them and no rate, "" = none */
    int64_t open, unused, matrix, specific, total, existing; /* total = matrix + specific */
    struct allowance_line *lines; /* by segment, bucket */
    struct allowance_part *parts;
    struct allowance_input *inputs;
    int line_count, part_count, input_count;
    /* read only: */
    int64_t moment;
    const char *actor, *document; /* that posted it and stands, "" = none */
};
/* Works it out; writes nothing. A bucket without a rate counts as 0 and is named in `missing`. */
enum err allowance_work(struct book *book, const struct allowance_options *options,
                        struct arena *arena, struct allowance *out);
/* MISSING when a rate is. */
enum err allowance_run(struct tx *tx, const struct allowance_options *options, struct arena *arena,
                       struct allowance *out);
/* Without lines, parts and inputs; by id. */
enum err allowance_list(struct book *book, struct arena *arena, struct allowance **out, int *count);
/* Whole. */
enum err allowance_find(struct book *book, const char *number, struct arena *arena,
                        struct allowance *out);
/* The names of its parts. */
enum err allowance_names(struct book *book, struct arena *arena, struct allowance *run);
/* Entry = allowance - what stands on the account at the run's day, posted on that day. *existing:
 * what stood. CONFLICT when it is posted, or when nothing is to be posted. */
enum err allowance_post(struct tx *tx, const struct allowance *run, int64_t *existing,
                        struct document_made *out);
enum err allowance_reverse(struct tx *tx, int64_t document_id, struct date date,
                           const char *reason, struct document_made *out);

#endif
