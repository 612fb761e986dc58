/* contact: that somebody was, or shall be, in touch with a customer: calls, e-mails, letters,
 * visits, enquiries, conferences and notes; what came of it, and what is to follow.
 *
 * Facts: written once; what came of one is a fact of its own (contact_end): an enquiry answered, a
 * planned contact held, a next action done.
 * Holds: the next action of a customer is that of the newest contact that has one, until it is
 * ended or until somebody was in touch on its day or later; a planned contact is its own next
 * action. Notes are no contact with the customer.
 * Memory: the arena given, or until the next row. Fails with: MISSING, CONFLICT (ended already,
 * nothing to end), INPUT (nothing said; a day before the contact's own). */
#ifndef LEDGER_CONTACT_H
#define LEDGER_CONTACT_H

#include "base/arena.h"
#include "ledger/tx.h"

#define CONTACT_LIST(X)                                                                            \
    X(CALL, "call")                                                                                \
    X(EMAIL, "e-mail")                                                                             \
    X(LETTER, "letter")                                                                            \
    X(VISIT, "visit")                                                                              \
    X(ENQUIRY, "enquiry")                                                                          \
    X(CONFERENCE, "conference")                                                                    \
    X(NOTE, "note")

enum contact_kind {
#define X(kind, word) CONTACT_##kind,
    CONTACT_LIST(X)
#undef X
    CONTACT_KINDS
};
extern const char *const contact_kind_words[]; /* in the order of the enum, NULL ends */

struct contact {
    int64_t id, customer_id, document_id; /* document 0 = none */
    enum contact_kind kind;
    bool inbound, planned;
    struct date day;      /* when it was, or is planned for */
    struct date next_day; /* NONE = nothing is to follow */
    const char *person, *owner, *text, *next_action, *next_owner;
    /* read only: */
    const char *customer, *name, *number; /* number of the document, "" = none */
    const char *actor;
    int64_t moment;     /* recorded */
    struct date ended;  /* NONE = not */
    const char *outcome;
    int64_t dispute_id; /* 0 = none */
};
enum err contact_log(struct tx *tx, const struct contact *contact, int64_t *id);
/* dispute_id 0 = none; text may be "". */
enum err contact_end(struct tx *tx, int64_t id, struct date day, int64_t dispute_id,
                     const char *text);
enum err contact_get(struct book *book, int64_t id, struct arena *arena, struct contact *out);

struct contact_query {
    int64_t customer_id;  /* 0 = all */
    struct date from, to; /* NONE = no limit */
    int kind;             /* -1 = all */
    bool open;            /* not ended: enquiries, planned ones, and those with a next action */
};
/* The newest first. */
enum err contacts_each(struct book *book, const struct contact_query *query,
                       enum err (*each)(void *self, const struct contact *contact), void *self);

/* How it stands with one customer on a day. */
struct touch {
    int64_t customer_id;
    struct date last; /* NONE = never in touch */
    enum contact_kind last_kind;
    struct date next; /* NONE = nothing is to follow */
    const char *next_action, *next_owner;
    int enquiries; /* that wait for an answer */
};
/* All customers with contacts, in order of id; customer_id 0 = all. */
enum err touches_each(struct book *book, struct date as_of, int64_t customer_id,
                      enum err (*each)(void *self, const struct touch *touch), void *self);

#endif
