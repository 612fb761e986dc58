/* batch: payments that are entered one by one and posted together, once they come to the control
 * total (RULES.md R14).
 *
 * A batch and its lines are drafts: a line holds a command that has not run, so no balance, aging
 * or report knows it; what it would pay is shown as pending. What happened to a batch is rows of
 * "change" under the subject "batch" (count, total, tape, line, reason, accepted, posted, dropped),
 * and its state follows from them.
 * Holds: a batch is posted whole and once, at difference 0 in count and in total, or at the very
 * difference that was accepted; a line is posted under its own operation id.
 * Memory: the arena given. Fails with: MISSING (no such batch or line), CONFLICT (posted, dropped,
 * a difference, the same cheque twice, more than is open), INPUT. */
#ifndef LEDGER_BATCH_H
#define LEDGER_BATCH_H

#include "ledger/payment.h"

enum batch_state {
    BATCH_DRAFT,    /* a difference is left */
    BATCH_BALANCED, /* none is */
    BATCH_POSTED,
    BATCH_DEPOSITED, /* every receipt of it is in a deposit */
    BATCH_DROPPED
};
const char *batch_state_word(enum batch_state state);
bool batch_state_is_open(enum batch_state state); /* lines may come and go */

struct batch {
    int64_t id;
    const char *number; /* "2026-11-22/A" */
    struct date day;
    const char *bank, *bank_name; /* the account's code and name */
    struct currency currency;
    const char *actor; /* who opened it */
    int64_t moment;
    int64_t count, total;   /* expected */
    const char *tape;       /* "" = none */
    int64_t lines, entered; /* so far */
    /* the difference as it now is was accepted, by whom and why; NULL = not */
    const char *accepted_by, *accepted_why;
    const char *ended_by; /* who posted or dropped it, "" = nobody yet */
    int64_t ended_at;
    enum batch_state state;
};
/* "-1 -10.00": how far it is from what is expected, in count and total; as acceptances keep it. */
const char *batch_difference_text(const struct batch *batch, struct arena *arena);
enum err batch_get(struct book *book, int64_t id, struct arena *arena, struct batch *out);
/* By its number, or by the letters behind the stroke: then today's, or the only one that is open.
 */
enum err batch_find(struct book *book, const char *number, struct arena *arena, struct batch *out);
/* The newest first. */
enum err batches(struct book *book, bool only_open, struct arena *arena, struct batch **out,
                 int *count);
/* Corrections of the control total, acceptances and lines taken out, as they happened. */
struct batch_event {
    const char *field, *before, *after, *actor;
    int64_t moment;
};
enum err batch_events(struct book *book, int64_t id, struct arena *arena, struct batch_event **out,
                      int *count);

struct batch_line {
    int64_t id, batch_id, seq;
    const char *command, *op_id, *actor;
    int64_t moment;
    int64_t customer_id;
    const char *customer, *name; /* "" = unidentified */
    int64_t amount;
    enum payment_method method;
    const char *reference;
    const char *pays;   /* "INV-1 98.00, INV-2 50.00", figures marked; "" = nothing */
    const char *posted; /* the payment's number, "" = not yet */
};
enum err batch_lines(struct book *book, int64_t batch_id, struct arena *arena,
                     struct batch_line **out, int *count);
enum err batch_line_get(struct book *book, int64_t id, struct arena *arena, struct batch_line *out);
/* By "2026-11-22/A/14" or "A/14". */
enum err batch_line_find(struct book *book, const char *name, struct arena *arena,
                         struct batch_line *out);

/* ---- operations ---- */

struct batch_new {
    struct date day;
    int64_t account_id;
    struct currency currency;
    int64_t count, total;
    const char *tape; /* as tape_text writes it; NULL = none */
};
/* The number is the day's next letter. */
enum err batch_open(struct tx *tx, const struct batch_new *batch, int64_t *id);
/* Another control total; the reason is kept. */
enum err batch_correct(struct tx *tx, int64_t id, const struct batch_new *control,
                       const char *reason);

/* What a line would do: its command, tried. Items are debits that it pays and credits that it uses,
 * by how much, above zero. */
struct batch_pay {
    int64_t item_id, amount;
};
struct batch_line_new {
    const char *command, *op_id; /* op_id NULL: one of its own */
    int64_t customer_id;
    struct money amount;
    enum payment_method method;
    const char *reference;
    struct batch_pay *pays;
    int pay_count;
};
/* Inside a trial, after the line's command ran: all of it but command and op_id. */
enum err batch_line_tried(struct tx *tx, struct arena *arena, struct batch_line_new *out);
/* A line of an open batch that looks the same (R14): its name, NULL = none; *stop: the same
 * cheque. */
enum err batch_line_twin(struct book *book, const struct batch_line_new *line, int64_t replaces,
                         struct arena *arena, const char **name, bool *stop);
/* Adds it, or puts it into the place of the line `replaces` (0 = none). */
enum err batch_line_add(struct tx *tx, int64_t batch_id, const struct batch_line_new *line,
                        int64_t replaces, int64_t *seq);
enum err batch_line_remove(struct tx *tx, int64_t line_id);
enum err batch_line_move(struct tx *tx, int64_t line_id, int64_t to_batch, int64_t *seq);
/* The difference as it is now may be posted. */
enum err batch_accept(struct tx *tx, int64_t id, const char *reason);
enum err batch_drop(struct tx *tx, int64_t id, const char *reason);

/* CONFLICT unless the batch may be posted as it is. */
enum err batch_post_judge(struct book *book, const struct batch *batch);
/* CONFLICT when of a paper less is open than the line would take: who took it, when and with what
 * (ledger/shortage.h). */
enum err batch_line_judge(struct book *book, int64_t line_id);
/* The line's command was the last entry: the line is the payment that it made. */
enum err batch_line_posted(struct tx *tx, int64_t line_id);
/* All its lines did. */
enum err batch_posted(struct tx *tx, int64_t id);

#endif
