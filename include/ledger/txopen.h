/* txopen: begin, commit and roll-back. Only app/command.c and the tests include this.
 *
 *     tx_begin - { tx_entry_begin - operations - tx_entry_end }... - tx_commit | tx_rollback
 *
 * tx_begin takes the write lane; nothing may wait for a person until commit or roll-back.
 * Fails with: BUSY (the lane was not had in time), CANCELLED, FULL, IO, CORRUPT (the journal or a
 * series lacks a row). Memory: the transaction, until it is gone. */
#ifndef LEDGER_TXOPEN_H
#define LEDGER_TXOPEN_H

#include "ledger/tx.h"

struct tx_author {
    const char *actor;   /* OS user name */
    const char *command; /* canonical text without secret arguments */
    const char *op_id;   /* NULL = none */
};

enum err tx_begin(struct book *book, struct tx **out);
enum err tx_entry_begin(struct tx *tx, const struct tx_author *author);
/* The same for an entry that writes passwords and signatures alone, which who only reads may. */
enum err tx_entry_self(struct tx *tx, const struct tx_author *author);
/* Writes the journal row: `ref` and `says` are the stored result of the operation id. */
enum err tx_entry_end(struct tx *tx, const char *ref, const char *says);
/* Between entries: what is done before tx_trial_end, entries and all, is as if it had never been.
 */
enum err tx_trial_begin(struct tx *tx);
enum err tx_trial_end(struct tx *tx);
enum err tx_commit(struct tx *tx);    /* tx is gone, also on failure (then rolled back) */
void tx_rollback(struct tx *tx);      /* tx is gone; NULL is fine */

#endif
