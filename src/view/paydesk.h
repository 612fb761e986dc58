/* paydesk: the payment that is being entered: its form, who it is from, the lines that it pays.
 *
 * The form is a model: it can be filled in without a screen. Posting is v_payment's.
 * Knows: ledger queries. Memory: embedded; paydesk_done gives back. */
#ifndef VIEW_PAYDESK_H
#define VIEW_PAYDESK_H

#include "app/autopay.h"
#include "ledger/payment.h"
#include "tui/form.h"
#include "view/payer.h"
#include "view/paylines.h"

enum paydesk_field { PAY_WHO, PAY_AMOUNT, PAY_REFERENCE, PAY_METHOD, PAY_DATE, PAY_ITEMS };
enum paydesk_column {
    ITEM_DOCUMENT,
    ITEM_ISSUED,
    ITEM_DUE,
    ITEM_DAYS,
    ITEM_OPEN,
    ITEM_DISCOUNT,
    ITEM_PAYS,
    ITEM_LEFT,
    ITEM_COLUMNS
};

struct paydesk {
    struct session *session;
    struct book *book;
    struct form *form;
    struct finder finder;
    struct arena arena;                       /* of the payment that is entered */
    struct grid_column columns[ITEM_COLUMNS]; /* figures as wide as they come */
    struct payer payer;
    const char *resolved; /* the text that payer is of; NULL = nobody yet */
    struct paylines lines;
    struct money amount; /* 0 = none yet */
    bool implied;        /* 12345 is typed for 123.45, as on an adding machine */
    struct date date;    /* the money came */
    struct date day_said; /* which of them was doubted and taken all the same */
    char amount_default[MONEY_TEXT];
    const char *reference; /* for which papers were looked up last */
    const char *twin;      /* an earlier receipt that looks the same, in words; NULL = none */
    struct autopay_memory *memory;  /* what this payer owes, as it was read with the lines */
    struct autopay_choices choices; /* what autocash finds for it, in its own arena */
    struct arena choices_arena;
    int choice; /* which of them is marked, where the way is FOUND */
    const char *changes;   /* the line of a batch that is being changed, "" = none; the owner's */
    const char *message;   /* why a mark was refused; in arena */
};

void paydesk_init(struct paydesk *desk, struct session *session, struct form *form);
void paydesk_done(struct paydesk *desk);
/* For the next payment: method and date stay, but a day to come was that payment's only. */
void paydesk_clear(struct paydesk *desk);
/* While it is typed: who this would be, beside the field; says nothing that is not so. */
void paydesk_look(struct paydesk *desk);
/* While it is typed: what the amount as it stands would pay; which day the date is. */
void paydesk_count(struct paydesk *desk);
void paydesk_day(struct paydesk *desk);
void paydesk_propose(struct paydesk *desk); /* the next way */
enum autocash_step paydesk_step(const struct paydesk *desk); /* whose proposal is marked */
/* Why it is proposed so: every rule of autocash with what it found, or why it did not fit. */
const char *paydesk_why(struct paydesk *desk, struct arena *arena);
/* What lines are paid short by is let go, or stays open again; false when nothing may be. */
bool paydesk_let_go(struct paydesk *desk);
/* What is open now, when other clerks changed it: marks, typed amounts and the cursor stay as far
 * as there is room. False: nothing changed. `news` says who took what from a line that is paid
 * here; "" = from none. paynews.c */
bool paydesk_renew(struct paydesk *desk, const char **news);
/* The lines of desk->payer read anew, with the marks and amounts that they had before. */
void paydesk_lines_renew(struct paydesk *desk, const struct paylines *before);
/* Who is meant, beside the field; and what is open of it as the amount, unless one was typed. */
void paydesk_payer_show(struct paydesk *desk);
void paydesk_amount_default(struct paydesk *desk);
/* After marks or amounts of lines were set: the rest follows. */
void paydesk_by_hand(struct paydesk *desk);
int64_t paydesk_left(const struct paydesk *desk);
/* "by document number", and "payment 4,310.00   left 0.00" */
const char *paydesk_words(const struct paydesk *desk);
enum payment_method paydesk_method(const struct paydesk *desk);
/* What must be seen before it is posted: that something stays unapplied, what it pays now when that
 * is new, a day that can hardly be meant. NULL = nothing. paywords.c */
const char *paydesk_caution(const struct paydesk *desk, bool is_new, struct arena *arena);
/* "INV-2411 Kade & Zonen B.V. 4,132.28", and what was let go beside it: a discount that is
 * unearned, or waits for an approval; "" = nothing. */
const char *paydesk_what(const struct paydesk *desk, struct arena *arena);
const char *paydesk_gone(const struct paydesk *desk, const struct outcome *outcome,
                         struct arena *arena);
/* Behind that: what does not count yet, what stays open, what was let go, and on which day it was
 * posted, when that is another. */
const char *paydesk_came(const struct paydesk *desk, const struct outcome *outcome,
                         struct arena *arena);
/* Reads what early payment takes off each line on the payment's day, and what it would have. */
void paydesk_discounts_read(struct paydesk *desk);
/* "INV-7: discount 2.00 was until 2026-11-11; F11 gives it as unearned" of the line that matters.
 * NULL = nothing. */
const char *paydesk_lapsed(const struct paydesk *desk, struct arena *arena);
/* A sentence that must be seen while it is typed: a receipt like this one, a discount that is over.
 * NULL = none. paywords.c */
const char *paydesk_remark(const struct paydesk *desk, struct arena *arena);
/* Reads what is pending of each line; nothing is said when the store will not say it. */
void paydesk_pending_read(struct paydesk *desk);
/* The same of what is disputed. */
void paydesk_disputes_read(struct paydesk *desk);
/* What is pending or disputed of the line under the cursor, else of the first that is paid and has
 * such; NULL = nothing. */
const char *paydesk_pending(const struct paydesk *desk);
const char *paydesk_sums(const struct paydesk *desk, struct arena *arena);
/* A `payment receive` that was entered before: does the desk have fields for all that it says? Who
 * it is from, as it is typed; and what it pays, marked by hand, once that is resolved. */
bool paydesk_holds(const struct args *args);
const char *paydesk_payer_text(struct paydesk *desk, const struct args *args, struct arena *arena);
void paydesk_take(struct paydesk *desk, const struct args *args);
/* An earlier receipt that looks the same, in words; NULL = none. */
const char *paydesk_twin(struct paydesk *desk, struct arena *arena);
/* The `payment receive` command that says all of it. */
enum err paydesk_args(const struct paydesk *desk, struct arena *arena, struct args *out,
                      struct note *note);

#endif
