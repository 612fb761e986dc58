/* recurring: invoices that come again: templates, on which days they are due, and what became of
 * each turn.
 *
 * A template is a row that holds a command with its arguments (HOUSE.md 5); its changes are rows of
 * `change` under the subject "recurring". That an invoice was made of a turn is a fact.
 * Holds: a template has at most one standing invoice (or leaving out) a turn; an undo frees the
 * turn, a voided invoice alone does not: it was billed, and taken back on purpose.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (made already, undone already), INPUT. */
#ifndef LEDGER_RECURRING_H
#define LEDGER_RECURRING_H

#include "base/arena.h"
#include "base/money.h"
#include "ledger/tx.h"
#include "rules/recurrence.h"

struct recurring_part {
    struct date day;
    int64_t amount; /* without tax */
};
struct recurring {
    int64_t id, entry_id, customer_id;
    const char *number;           /* "R-1001" */
    const char *customer, *name;  /* read only; of the one that the customer was merged into */
    const char *language;         /* read only */
    struct recurrence when;
    struct date until;            /* the last day on which it may be due; NEVER = no end */
    int most;                     /* so many in all, 0 = no end */
    const char *command;          /* invoice issue, with its arguments */
    struct recurring_part *parts; /* RECUR_PARTS: by day */
    int part_count;
    /* read only: */
    int made;                     /* standing, left-out ones too */
    struct date next;             /* the first turn of which nothing was made; NONE = ended */
};
enum err recurring_add(struct tx *tx, const struct recurring *recurring, struct arena *arena,
                       const char **number, int64_t *id);
/* Command, until and most of `changed`, a change row each for what differs, with the reason. */
enum err recurring_set(struct tx *tx, const struct recurring *changed, const char *reason);
enum err recurring_get(struct book *book, int64_t id, struct arena *arena, struct recurring *out);
enum err recurring_find(struct book *book, const char *number, struct arena *arena,
                        struct recurring *out);
/* By number; customer_id 0 = of all. */
enum err recurring_list(struct book *book, int64_t customer_id, struct arena *arena,
                        struct recurring **out, int *count);
/* How many turns are due by a day and made by nobody; of at most `most` of them, 0 = of all. */
enum err recurring_count_due(struct book *book, struct date to, int *count);

struct recurring_turn {
    int turn, take; /* from 0; how often it was undone */
    struct date due, from, to;
    const char *period;
    int64_t amount; /* of a part; 0 = as the command says */
};
/* What is due by a day and was not made, in order. */
enum err recurring_due(struct book *book, const struct recurring *recurring, struct date to,
                       struct arena *arena, struct recurring_turn **out, int *count);
/* The turn of a period; MISSING names what its periods look like. */
enum err recurring_turn_of(struct book *book, const struct recurring *recurring, const char *period,
                           struct arena *arena, struct recurring_turn *out);

enum err recurring_run_begin(struct tx *tx, struct date to, int64_t *run_id);
/* run_id and document_id 0: left out on purpose, for a reason. */
enum err recurring_made_add(struct tx *tx, int64_t run_id, int64_t recurring_id,
                            const struct recurring_turn *turn, int64_t document_id,
                            const char *reason);

struct recurring_made {
    int64_t id, entry_id, run_id, recurring_id, document_id;
    int turn, take;
    struct date due;
    const char *recurring, *customer, *period, *reason;
    const char *number;  /* of the invoice, "" = none */
    struct date date;    /* on the invoice */
    struct money total;
    bool is_void, undone;
};
/* Of a run or of a template (the other 0), in the order in which they were made. */
enum err recurring_made_list(struct book *book, int64_t run_id, int64_t recurring_id,
                             struct arena *arena, struct recurring_made **out, int *count);
/* The turn is free again; the invoice is voided by the caller. */
enum err recurring_made_undo(struct tx *tx, int64_t made_id, const char *reason);

#endif
