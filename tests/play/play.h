/* play: one game: a book in memory and the model beside it, and what every operation of the game
 * does: it picks at random, says beforehand whether the books must take it, does it, and then reads
 * the facts of its entry into the model, which judges each of them by itself.
 *
 * A new operation is a row of operations.c and a function. */
#ifndef TESTS_PLAY_H
#define TESTS_PLAY_H

#include "fault/clerk.h"
#include "ledger/application.h"
#include "ledger/customer.h"
#include "ledger/txopen.h"
#include "play/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define FIRST_DAY 16000 /* 2013-10-22 */
#define SPAN 400

struct play {
    uint64_t seed, state;
    struct clerk clerk; /* command lines on the same book */
    struct book *book;
    struct note note;
    struct model *model;
    int64_t customers[2];
    int64_t tax_id;
    int64_t entry;
    int done;
    const char *what; /* the operation under way */
    /* what the last act wrote: from here on */
    int first_document, first_item, first_move;
};

/* Before it is tried: what the books must say. EITHER: the model cannot tell, but judges what comes
 * of it. */
enum expected { REFUSED, POSTED, EITHER };

#define CHECK(play, condition)                                                                     \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("seed %llu, operation %d, %s: %s (%s)", (unsigned long long)(play)->seed,     \
                     (play)->done, (play)->what, #condition, book_note((play)->book)->text);       \
    } while (0)

#define PLAY_TAX_PPM 210000

int play_pick(struct play *play, int below);
int play_day(struct play *play); /* a day of the game */
int later(int a, int b);
struct tx *play_begin(struct play *play);
/* Ends what was begun; true: posted, and its facts are in the model. */
bool play_finish(struct play *play, struct tx *tx, enum err e, enum expected expected);
/* The same for a command line. */
bool play_command(struct play *play, const char *line, enum expected expected);
/* Picks an item: mostly one with something open; a debit or a credit, on one of those controls (a
 * mask of 1u << control). -1 = there is none. */
int play_item(struct play *play, bool debit, unsigned controls);
int play_document(struct play *play, unsigned kinds); /* a mask of DOCUMENT_MASK; -1 = none */
int64_t play_left(const struct play *play, int item); /* open at the end of time, a magnitude */
int64_t play_part(struct play *play, int64_t open);   /* all of it, or some, rarely more */

/* One operation of the game. */
struct operation {
    const char *name;
    int weight;
    void (*run)(struct play *play);
};
extern const struct operation operations[];

/* operations: see operations.c */
void play_issue(struct play *play);
void play_credit(struct play *play);
void play_basis(struct play *play);
void play_receive(struct play *play);
void play_apply(struct play *play);
void play_pay(struct play *play);
void play_unapply(struct play *play);
void play_unapply_document(struct play *play);
void play_reverse(struct play *play);
void play_undo(struct play *play);
void play_transfer(struct play *play);
void play_identify(struct play *play);
void play_refund(struct play *play);
void play_writeoff(struct play *play);
void play_deduction(struct play *play);
void play_deposit(struct play *play);
void play_deposit_void(struct play *play);
void play_dispute(struct play *play);
void play_dispute_close(struct play *play);
void play_match(struct play *play);
void play_autocash(struct play *play);
void play_autocash_undo(struct play *play);
void play_batch(struct play *play);

#endif
