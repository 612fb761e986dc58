/* finding: one search over the whole book: customers, documents, disputes and the journal, by
 * words and amounts (base/sought.h), the best first (base/rank.h).
 *
 * Two parts. finding_begin gives at once what is in memory (customers) or has an index (numbers,
 * references and order numbers by their beginning, amounts of documents). What must be read through
 * comes in slices, the newest first, each a few hundredths of a second: every text, every amount.
 * Between two slices no statement is open, and the owner may look for keys or give up.
 *
 * A word is found in the customer's own data and what it is known by; in the number, reference,
 * order number, text, reason or line of a document; in the payer of a receipt and the account that
 * it came from; in a dispute, and in what the journal says. All words and amounts must be there;
 * the customer's words count for its documents where something is the document's own: "acme >500",
 * "acme lamps", but not every paper of Acme for "acme".
 * Ties: what is open, then the newest.
 * Memory: finding_begin/finding_done. Fails with: what the store says. */
#ifndef LEDGER_FINDING_H
#define LEDGER_FINDING_H

#include "base/rank.h"
#include "base/sought.h"
#include "ledger/document.h"

enum found_kind { FOUND_CUSTOMER, FOUND_DOCUMENT, FOUND_DISPUTE, FOUND_ENTRY };

/* What is looked for besides documents, as bits beside DOCUMENT_MASK. */
#define FINDING_CUSTOMERS (1u << 29)
#define FINDING_DISPUTES (1u << 30)
#define FINDING_ENTRIES (1u << 31)

/*    field         word */
#define FOUND_FIELDS(X)                                                                            \
    X(CODE,         "code")                                                                        \
    X(NAME,         "name")                                                                        \
    X(CONTACT,      "contact")                                                                     \
    X(PHONE,        "phone")                                                                       \
    X(EMAIL,        "e-mail")                                                                      \
    X(TAX,          "tax number")                                                                  \
    X(ADDRESS,      "address")                                                                     \
    X(ALIAS,        "known by")                                                                    \
    X(NUMBER,       "number")                                                                      \
    X(REFERENCE,    "reference")                                                                   \
    X(PO,           "order")                                                                       \
    X(TEXT,         "text")                                                                        \
    X(REASON,       "reason")                                                                      \
    X(LINE,         "line")                                                                        \
    X(PAYER,        "payer")                                                                       \
    X(ACCOUNT,      "account")                                                                     \
    X(AMOUNT,       "amount")                                                                      \
    X(INSTALMENT,   "instalment")                                                                  \
    X(OPEN,         "open")                                                                        \
    X(RESOLUTION,   "resolution")                                                                  \
    X(SAYS,         "journal")

enum found_field {
#define X(field, word) FOUND_IN_##field,
    FOUND_FIELDS(X)
#undef X
};
const char *found_field_word(enum found_field field);

struct found {
    enum found_kind kind;
    int64_t id; /* of the customer, document, dispute or entry */
    enum rank rank;
    enum found_field field; /* where it was found */
    const char *text;       /* the field as it stands; NULL where found_row shows it anyway */
    int64_t open_base;      /* without sign */
    int8_t owes;            /* 2 what is or was owed to us, 1 what pays it, 0 rates and the like */
    int32_t day;
};

struct finding_query {
    const struct sought *sought; /* borrowed until finding_done */
    int64_t customer_id;         /* 0 = all */
    unsigned kinds;              /* 0 = all */
    bool open_only;              /* customers that owe, documents with something open */
};

struct finding;
enum err finding_begin(struct book *book, const struct finding_query *query, struct finding **out);
void finding_done(struct finding *finding); /* NULL is fine */
/* One slice; *more = there are others. What was found keeps its identity, not its place. */
enum err finding_step(struct finding *finding, bool *more);
bool finding_has_more(const struct finding *finding);
/* How far: rows read and rows in all, roughly. */
void finding_progress(const struct finding *finding, int64_t *done, int64_t *total);
size_t finding_count(const struct finding *finding);
struct found finding_at(struct finding *finding, size_t at); /* the best is 0 */
/* More than are kept were there: the newest of them are. */
bool finding_is_cut(const struct finding *finding);

/* One of them as lists show it. Texts lie in the arena. */
struct found_row {
    const char *what;   /* "customer", "invoice", "dispute", "entry" */
    const char *number; /* code, number; the case's or entry's id */
    const char *customer, *name; /* of an entry: what it says */
    struct date date;
    struct currency currency;
    bool has_amount;
    int64_t amount, open; /* what customers owe less has a minus */
    const char *status;   /* "" = none */
    const char *text; /* where it was found, as it stands; "" = in a column of its own */
    int64_t document_id; /* of a document, or of the one in dispute */
};
enum err found_read(struct book *book, const struct found *found, const struct sought *sought,
                    struct arena *arena, struct found_row *out);

#endif
