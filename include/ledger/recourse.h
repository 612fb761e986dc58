/* recourse: who collects an open item or a customer on a day: we, an agency, lawyers, or an
 * insolvency administrator. One answer for lists, aging, worklist, letters.
 *
 * Insolvent goes before legal, legal before agency. What is not ours is not called for, dunned,
 * charged or forecast; it stays in the balance. Asked of debits: a credit is nobody's to collect.
 * Memory: the arena given. Fails with: what the store says. */
#ifndef LEDGER_RECOURSE_H
#define LEDGER_RECOURSE_H

#include "ledger/insolvency.h"
#include "ledger/placement.h"

enum recourse { RECOURSE_OURS, RECOURSE_AGENCY, RECOURSE_LEGAL, RECOURSE_INSOLVENT };
#define RECOURSES (RECOURSE_INSOLVENT + 1)
const char *recourse_word(enum recourse recourse); /* "ours", "agency", "legal", "insolvent" */

struct recourse_set {
    struct placed_set placed;
    struct insolvent_set insolvent;
    struct placed *partly; /* customers of which an item or all is placed, by customer */
    int partly_count;
};
/* customer_id 0 = of all. */
enum err recourse_load(struct book *book, struct date as_of, int64_t customer_id,
                       struct arena *arena, struct recourse_set *out);
enum recourse recourse_of_item(const struct recourse_set *set, int64_t customer_id,
                               int64_t item_id);
/* The gravest of all its items. */
enum recourse recourse_of_customer(const struct recourse_set *set, int64_t customer_id);
/* "insolvent since 2026-11-01, HRB 17/26; 2 invoices with Collect & Co since ..."; "" = ours. */
enum err recourse_words(struct book *book, int64_t customer_id, struct date as_of,
                        struct arena *arena, const char **out);

#endif
