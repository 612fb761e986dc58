/* autocashparts: a choice of items as what goes from where to where, with its arithmetic; and the
 * choice that a remittance text names.
 *
 * Memory: the arena of the search. Fails with: LIMIT on overflow. */
#ifndef RULES_AUTOCASHPARTS_H
#define RULES_AUTOCASHPARTS_H

#include "rules/autocash.h"
#include "rules/subset.h"

struct search {
    const struct autocash_case *given;
    const struct autocash_options *options;
    struct arena *arena;
    const struct autocash_item *items;
    int count;
    bool *there;  /* per item: open, and not left out of this case */
    bool *usable; /* of them what is left when disputed ones are left out */
    struct autocash_proposal *out;
};

/* What is taken of each item: as in struct subset_found. */
enum take { TAKE_NONE, TAKE_GROSS, TAKE_NET };

/* How a choice was found. */
struct choice_made {
    enum autocash_step step;
    bool automatic;
    int64_t answers;
    const char *why; /* it is not automatic */
    int *order;      /* items in the order in which money goes to them; NULL: by due date */
    int order_count;
    int writeoff_item; /* place of the item with the small write-off */
    int64_t writeoff;
};

unsigned char *choice_new(struct search *s); /* nothing is taken */
enum err choice_sum(const struct search *s, const unsigned char *take, int64_t *sum);
/* Makes the proposal of it; when credits would have to pay what earns a discount, the reason why
 * not instead. */
enum err choice_take(struct search *s, const unsigned char *take, const struct choice_made *made);

/* The chosen items of `in`, all net of discount, else all gross, if that is what came. */
enum err choice_set(struct search *s, const bool *in, unsigned char *take, bool *fits);

bool choice_past_due(const struct search *s, int i);

/* Step 1, step 7, and what fits with late charges, which live in their own files. */
enum err step_references(struct search *s);
enum err step_oldest(struct search *s);
/* Proposed, never automatic; nothing unless the option is set. */
enum err step_charges(struct search *s);

#endif
