/* local: what the files of the ledger share about an open book and transaction; nobody else sees
 * it.
 *
 * Ids are handed out here: inside the write lane nobody else can take one, so max + 1 is safe, and
 * facts ascend in entry order. Counters and period totals are gathered and written when the entry
 * ends.
 * */
#ifndef LEDGER_LOCAL_H
#define LEDGER_LOCAL_H

#include "base/arena.h"
#include "base/hash.h"
#include "db/db.h"
#include "ledger/account.h"
#include "ledger/document.h"
#include "ledger/item.h"
#include "ledger/kinds.h"
#include "ledger/movement.h"
#include "ledger/period.h"
#include "ledger/tx.h"

struct account_cached {
    int64_t id;
    enum account_control control;
};

struct book {
    struct db *db;
    struct note *note;
    struct arena arena;          /* company, cached accounts */
    const char *company;
    struct currency currency;
    bool sandbox;
    bool proving; /* BOOK_PROVE: an account part may be 0 */
    struct date today;
    int64_t moment;              /* 0 = the clock */
    int64_t parts[ACCOUNT_PARTS];
    struct account_cached *accounts;
    int account_count;
    enum err unread; /* a setting could not be read since the entry began: nothing of it is kept */
    /* the one asked for last: documents come in runs of one currency */
    struct currency last_currency;
    struct names *names; /* of the customers, folded; NULL = nobody looked for one yet */
    struct pictures *pictures; /* that were read (logo.c) */
};
void pictures_free(struct pictures *pictures);

/* The kinds of facts that the chain covers, each in id order. A new kind goes to the end: the
 * number of a kind is hashed. */
enum fact_kind {
    FACT_DOCUMENT,
    FACT_APPLICATION,
    FACT_DISPUTE,
    FACT_CLOSING,
    FACT_AMENDMENT,
    FACT_CHANGE,
    FACT_RATE,
    FACT_REAGE,
    FACT_DEPOSIT,
    FACT_PERIOD,
    FACT_FROZEN,
    FACT_GLBATCH,
    FACT_GLBALANCE,
    FACT_PAYABLE,
    FACT_NETTING,
    FACT_REMITTER,
    FACT_STATEMENT,
    FACT_BANK_STATEMENT,
    FACT_BANK_LINE,
    FACT_BANK_MATCH,
    FACT_BANK_UNMATCH,
    FACT_RECONCILIATION,
    FACT_VERDICT,
    FACT_CONTACT,
    FACT_CONTACT_END,
    FACT_PROMISE,
    FACT_PROMISE_PART,
    FACT_PROMISE_ITEM,
    FACT_PROMISE_END,
    FACT_ATTACHMENT,
    FACT_CONFIRMATION,
    FACT_CONFIRMATION_ANSWER,
    FACT_ASSERTION,
    FACT_ASSERTION_END,
    FACT_USER,
    FACT_USER_LIMIT,
    FACT_APPROVAL,
    FACT_APPROVAL_END,
    FACT_CONCESSION,
    FACT_DISPUTE_STEP,
    FACT_DISPUTE_OUTCOME,
    FACT_DUNNING_RUN,
    FACT_DUNNING_LETTER,
    FACT_DUNNING_ITEM,
    FACT_DUNNING_RELEASE,
    FACT_DUNNING_UNDO,
    FACT_DUNNING_BLOCK,
    FACT_DUNNING_UNBLOCK,
    FACT_PLACEMENT,
    FACT_PLACEMENT_ITEM,
    FACT_PLACEMENT_END,
    FACT_PLACEMENT_RECOVERY,
    FACT_INSOLVENCY,
    FACT_INSOLVENCY_STEP,
    FACT_INSOLVENCY_END,
    FACT_BAD_DEBT,
    FACT_BAD_DEBT_STEP,
    FACT_LIMITATION,
    FACT_DATED,
    FACT_HOLD,
    FACT_HOLD_END,
    FACT_OVERRIDE,
    FACT_OVERRIDE_RULE,
    FACT_ORDER_FILE,
    FACT_ORDER_LINE,
    FACT_CREDIT_APPLICATION,
    FACT_CREDIT_CHECK,
    FACT_CREDIT_DECISION,
    FACT_SPECIAL_TERMS,
    FACT_CHARGE_RATE,
    FACT_CHARGE_RUN,
    FACT_CHARGE_RUN_END,
    FACT_CHARGE_LINE,
    FACT_CHARGE_PIECE,
    FACT_MASTER,
    FACT_PASSWORD,
    FACT_PASSWORD_FAILURE,
    FACT_ALLOWANCE_RATE,
    FACT_ALLOWANCE_SPECIFIC,
    FACT_ALLOWANCE_SPECIFIC_END,
    FACT_ALLOWANCE_RUN,
    FACT_ALLOWANCE_LINE,
    FACT_ALLOWANCE_PART,
    FACT_ALLOWANCE_INPUT,
    FACT_ALLOWANCE_POSTING,
    FACT_STATEMENT_ACCOUNT,
    FACT_SENT_PAPER,
    FACT_OUTBOX,
    FACT_OUTBOX_STEP,
    FACT_RECURRING_PART,
    FACT_RECURRING_RUN,
    FACT_RECURRING_MADE,
    FACT_RECURRING_UNDO,
    FACT_PICTURE,
    FACT_USER_ACCOUNT,
    FACT_USER_SIGN,
    FACT_ERASURE,
    FACT_ERASURE_WISH,
    FACT_KINDS,
    FACT_KINDS_1 = FACT_DEPOSIT + 1, /* of the binary form 1 */
};

/* Where the ids of a transaction stand. */
struct tx_ids {
    int64_t entry, document, item, application;
    bool unapplied;
};

struct tx {
    struct book *book;
    bool in_entry;
    bool self;                   /* only passwords and signatures may be written */
    struct tx_ids trial;         /* where a trial began */
    struct arena arena;          /* of the entry */
    int64_t entry_id, moment;
    const char *actor, *command, *op_id;
    int64_t next_document, next_item, next_application, next_entry;
    int64_t first_document;      /* documents and items from here on */
    int64_t first_item;          /* were made in this transaction */
    bool unapplied;              /* something was taken back in this transaction */
    struct period_bounds period;
    const int32_t *admitted;     /* soft-closed months into which the actor may post */
    int admitted_count;
    struct period_late late;
    int64_t serials[DOCUMENT_KINDS]; /* next of each series, 0 = not read yet */
    const char *prefixes[DOCUMENT_KINDS];
    bool serial_used[DOCUMENT_KINDS];
    struct hasher facts[FACT_KINDS];
    int64_t fact_count[FACT_KINDS];
    struct movements totals;     /* written when the entry ends */
    int64_t written;             /* facts in this entry, of any kind */
};

struct application_new;
struct application_made;
/* application_post for who has just read both items, inside this transaction. */
enum err application_pair(struct tx *tx, const struct application_new *application,
                          const struct item *debit, const struct item *credit,
                          struct application_made *out);

/* An id for the next fact of a table. */
int64_t tx_document_id(struct tx *tx);
int64_t tx_item_id(struct tx *tx);
int64_t tx_application_id(struct tx *tx);
int64_t tx_next_act(const struct tx *tx); /* the act that the next application would begin */

/* The next number of a series; the text lies in `out`. */
enum err tx_number(struct tx *tx, enum document_kind kind, int64_t *serial, char out[64]);
/* The series' prefix and next serial, to tell our own numbers from foreign ones. */
enum err tx_series(struct tx *tx, enum document_kind kind);
void tx_total(struct tx *tx, int64_t account_id, const char *currency, struct date posted,
              enum document_kind kind, int64_t amount, int64_t base);
/* The next number of a series that is not of documents: "statement", "confirmation". */
enum err tx_series_take(struct tx *tx, const char *series, struct arena *arena, int64_t *serial,
                        const char **number);
/* How the facts of a kind are read to be hashed, the id first; NULL for documents and applications.
 * For tests. */
const char *fact_question(int kind, int *columns);
/* A fact's digest joins the entry. */
void tx_fact(struct tx *tx, enum fact_kind kind, int64_t id, const struct hash *digest);
/* Writes a fact whose columns are entry_id, other numbers, texts, and hashes it: `sql` is a literal
 * that inserts $1 to $n in that order and returns the id. numbers[0] is the entry's id. */
enum err fact_write(struct tx *tx, enum fact_kind kind, const char *sql, const int64_t *numbers,
                    int number_count, const char *const *texts, int text_count, int64_t *id);
/* The same with a statement that has more to bind, behind the numbers and texts. */
enum err fact_write_row(struct tx *tx, enum fact_kind kind, struct stmt *q, const int64_t *numbers,
                        int number_count, const char *const *texts, int text_count, int64_t *id);
/* A number as SQL text, where it must stand as itself: the store sees only from a literal that a
 * partial index has the rows. */
#define SQL_NUMBER(number) SQL_WORD(number)
#define SQL_WORD(word) #word
#define NEVER SQL_NUMBER(DATE_NEVER_DAY) /* item.settled_on of what is open */
/* Behind "customer_id": of the customer or of one that was merged into it; n is "$1". */
#define OF_CUSTOMER(n)                                                                             \
    " IN (SELECT CAST(" n " AS BIGINT) UNION ALL SELECT id FROM customer WHERE merged_into = " n ")"
/* The account of a customer row that stays: its own, or that into which it was merged. */
#define STAYS(customer) "COALESCE(" customer ".merged_into, " customer ".id)"
/* Joins to a table `of` the customer `c` that stays, in place of the one that its row names. */
#define JOIN_STAYS(of)                                                                             \
    " JOIN customer o ON o.id = " of ".customer_id JOIN customer c ON c.id = " STAYS("o")
/* The accounts `a` and `b` are of two customers, and of two that did not become one. */
#define OF_TWO(a, b)                                                                               \
    "(" a " <> " b " AND (SELECT " STAYS("s") " FROM customer s WHERE s.id = " a ") <> (SELECT "   \
    STAYS("s") " FROM customer s WHERE s.id = " b "))"
/* Behind "customer_id": of the customer or of one that had been merged into it when the entry `by`
 * was written. */
#define OF_CUSTOMER_BY(n, by)                                                                      \
    " IN (WITH RECURSIVE one (id, code) AS (SELECT id, code FROM customer WHERE id = " n           \
    " UNION SELECT m.id, m.code FROM one JOIN customer x ON x.id = " n                             \
    " JOIN customer m ON m.merged_into = " STAYS("x") " JOIN change h ON h.subject = 'customer'"   \
    " AND h.subject_id = m.id AND h.field = 'merged-into' AND h.entry_id < " by                    \
    " AND (h.after = one.code OR h.after IN (SELECT r.before FROM change r"                        \
    " WHERE r.subject = 'customer' AND r.subject_id = one.id AND r.field = 'code')))"              \
    " SELECT id FROM one)"
/* The accounts that were merged, for whoever goes through many rows: read once, then asked. */
struct merged_set {
    struct merged_pair {
        int64_t id, into;
    } *pairs; /* ascending by id */
    int count;
};
enum err merged_load(struct book *book, struct arena *arena, struct merged_set *out);
/* The account that stays of any. */
int64_t merged_stays(const struct merged_set *set, int64_t customer_id);
/* Of an application `a` of money whose paper is `d`: it stands on the day n ("$2"). Taken back
 * later it stood then; and what a payment paid that came back by debit memos no longer does. */
#define STOOD_ON(n)                                                                                \
    " a.amount > 0 AND a.posted <= " n " AND NOT EXISTS (SELECT 1 FROM application undone"         \
    " WHERE undone.reverses_id = a.id AND undone.posted <= " n ")"              \
    " AND NOT " CAME_BACK("d", n)
/* Money, by its paper, a payment or a transfer of one: it came back by the day. */
#define CAME_BACK(paper, n)                                                                        \
    "EXISTS (SELECT 1 FROM document back WHERE back.posted <= " n                                  \
    " AND back.kind = " KIND_REVERSAL " AND back.reverses_id = CASE " paper                        \
    ".kind WHEN " KIND_TRANSFER " THEN " paper ".related_id"                                       \
    " ELSE " paper ".id END)"
/* What of an item `i`, posted by then, was open at the end of the day n: what is open, and what was
 * applied later. */
#define OPEN_ON(n)                                                                                 \
    "(i.open + COALESCE(CASE WHEN i.amount > 0 THEN (SELECT CAST(SUM(a.amount) AS BIGINT) FROM"    \
    " application a WHERE a.debit_id = i.id AND a.posted > " n ") ELSE (SELECT"                    \
    " CAST(-SUM(a.amount) AS BIGINT) FROM application a WHERE a.credit_id = i.id"                  \
    " AND a.posted > " n ") END, 0))"
/* No reversal of the document `id` stands on the day n. */
#define UNREVERSED_ON(id, n)                                                                       \
    " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = " id " AND v.posted <= " n ")"
/* A change row of master data; before and after may be NULL. */
enum err tx_change(struct tx *tx, const char *subject, int64_t subject_id, const char *field,
                   const char *before, const char *after);

/* The entry's hash from its parts; used when it is written and when it is verified. Form 1 hashes
 * count and digest of each of its kinds; form 2 only of kinds that occur, each behind its number,
 * so that a kind that comes later changes no older entry. */
struct entry_image {
    int64_t id, moment, form;
    const char *actor, *op_id, *ref, *says;
    struct hash previous, command_hash;
    int64_t fact_count[FACT_KINDS];
    struct hash facts[FACT_KINDS];
};
void entry_digest(const struct entry_image *image, struct hash *out);
void command_digest(const void *salt, size_t salt_len, const char *command, struct hash *out);

/* The salted hash of a dated value (ledger/dated.h), as hex. */
void dated_mark(const char *salt, const char *value, char out[HASH_TEXT]);

/* Digests of the facts that are not documents, from their columns as stored. */
void application_digest(int64_t id, int64_t entry_id, int64_t act_id, int64_t debit_id,
                        int64_t credit_id, int64_t amount, int64_t debit_base,
                        int64_t credit_base, int64_t effective,
                        int64_t posted, int64_t reverses_id, const char *reason, struct hash *out);
/* Any other fact: its numbers and texts in the order of its columns, NULL as -1. */
void fact_digest(const int64_t *numbers, int number_count, const char *const *texts, int text_count,
                 struct hash *out);

/* The digest of a document as it is (to be) stored. Item ids ascend from first_item. */
struct document_stored {
    int64_t id, entry_id, serial; /* serial 0 = none */
    const char *number;
    int64_t first_item;
    const struct posting *postings; /* all, control accounts included */
    int posting_count;
};
void document_digest(const struct document_new *doc, const struct document_stored *stored,
                     struct document_digest *out);
/* The whole from its parts. */
void document_whole(struct document_digest *digest);

/* A receipt that is reversed on a day: its money went on from account *from to the bank *to with a
 * deposit; both 0 when it did not. CONFLICT for a day before that. */
enum err deposit_moved(struct tx *tx, const struct document *receipt, struct date date,
                       int64_t *from, int64_t *to);
/* What a concession comes to with those before it (ledger/approval.h): the largest sum, and of what
 * it is. */
struct granted_by {
    int64_t kind, customer_id, document_id, base;
    const char *by;
    struct date day;
    int64_t before; /* concessions of smaller ids */
};
struct granted_sums {
    int64_t reached;
    const char *which;
};
enum err granted_sums(struct book *book, const struct granted_by *of, struct granted_sums *out);
/* What was credited on a debit item by documents of one kind, net of what was taken back. */
enum err credited(struct book *book, int64_t debit_id, enum document_kind kind, int64_t *out);
/* A credit document that closes part of a debit at its carrying rate, applied in the given act
 * (0: one of its own); `split` are its postings, in the debit's currency. */
enum err close_part(struct tx *tx, const struct item *debit, enum document_kind kind,
                    int64_t amount, const struct posting *split, int split_count, struct date date,
                    int64_t act_id, const char *reason, struct document_made *out);
/* CONFLICT when a paper of a bad debt stands on this one (ledger/baddebt.h). */
enum err baddebt_judge_reversal(struct book *book, const struct document *document);
/* The small write-off of an act: what the money of a credit item left open of a debit. */
enum err writeoff_in_act(struct tx *tx, int64_t debit_id, int64_t credit_id, int64_t amount,
                         struct date date, int64_t act_id, struct document_made *out);
/* The first day from `from` on from which all that is open on the item stays open (R1). */
enum err item_room_from(struct tx *tx, const struct item *item, struct date from, struct date *out);
/* Was a day given in a struct of wishes, where zero means none? 1970-01-01 itself then takes the
 * default, which for papers of that day is the same day. */
bool date_given(struct date d);
/* currency_find through the book's cache; the code comes from the store. */
struct currency book_currency_of(struct book *book, const char *code);
/* The first day from `day` on that takes postings of the transaction's author. */
struct date period_open_from(const struct tx *tx, struct date day);
/* CLOSED, naming the first open day, when that is not the day itself. */
enum err period_judge(struct tx *tx, struct date posted);
/* Remembers what is posted later than its true day because that is closed. */
void period_take_late(struct tx *tx, struct date effective, struct date posted);
enum err period_begin(struct tx *tx);       /* reads the bounds */
enum err period_entry_begin(struct tx *tx); /* reads what the author is admitted to */

#endif
