/* sample: the made-up firm Harbour & Finch: three years of business that end today.
 *
 * Holds: every fact goes in through a command line, as a clerk would have typed it, in the order of
 * its days; the same day gives the same book. What a customer does with an invoice is a row of
 * samplefate.c, how it pays a function of samplepay.c.
 * Knows: commands; the ledger only to read what is open.
 * Memory: arenas of its own. Fails with: what the command says that failed, with its line. */
#ifndef APP_SAMPLE_H
#define APP_SAMPLE_H

#include "app/command.h"

#define SAMPLE_DAYS 1095

struct sample;
struct deal;
struct item;

/* One line of customers.csv. */
struct firm {
    const char *code, *name, *country, *currency, *terms, *limit, *phone, *address, *contact,
        *parent, *collector, *salesperson, *tax, *method, *habit, *weight, *statement, *language;
    struct deal *deals; /* newest first */
};
/* One line of products.csv; price in euro, most = the largest usual quantity, tax S or R. */
struct good {
    const char *text, *price, *most, *tax;
};

/* An invoice, and what is remembered of it. */
struct deal {
    struct deal *next;
    struct firm *firm;
    const char *number;
    int64_t id, total, base; /* base: in the book's currency */
    struct currency currency;
    int issued, due; /* days since the first */
};

/* Something that will be done on a later day. */
typedef enum err sample_step(struct sample *sample, struct deal *deal, const char *ref);
struct later {
    struct later *next;
    sample_step *step;
    struct deal *deal;
    const char *ref;
};

struct sample {
    struct session *session;
    struct note *note; /* of the book */
    struct arena keep, line;
    uint64_t seed;
    struct date first; /* day 0 */
    int day;           /* of SAMPLE_DAYS, today being the last */
    struct firm *firms;
    struct good *goods;
    int firm_count, good_count, weights;
    const char *ref; /* that the last command made */
    struct later *agenda[SAMPLE_DAYS + 1], **ends[SAMPLE_DAYS + 1];
};

/* Fills the open book of the session; its own transaction, all or nothing. */
enum err sample_fill(struct session *session);

/* ---- for sample.c, samplepay.c and samplefate.c ---- */

/* Runs one command line; sample_order adds the day. Texts with blanks stand in quotes. */
enum err sample_line(struct sample *sample, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
enum err sample_order(struct sample *sample, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A number from least to most. */
int sample_dice(struct sample *sample, int least, int most);
/* On the first working day from then on; beyond today it does not happen. */
void sample_later(struct sample *sample, int day, sample_step *step, struct deal *deal,
                  const char *ref);
const char *sample_money(struct sample *sample, int64_t minor, struct currency currency);
/* Makes an invoice of one to six lines for the firm. */
enum err sample_invoice(struct sample *sample, struct firm *firm, struct deal **out);
/* Decides what becomes of an invoice. */
enum err sample_fate(struct sample *sample, struct deal *deal);
/* Ways in which an invoice is paid; the money that is there goes to it, in the last. */
sample_step sample_pay_full, sample_pay_instalment, sample_pay_auto, sample_pay_part,
    sample_pay_early, sample_pay_too_late, sample_pay_short, sample_pay_rounded,
    sample_pay_too_much, sample_pay_bad, sample_pay_mistyped, sample_pay_misplaced,
    sample_pay_unknown, sample_pay_elsewhere, sample_pay_euro, sample_apply_again;
/* Disputes a part of it; nothing comes of that. */
sample_step sample_question;
/* What is open on an invoice in all, and on its first open instalment. */
enum err sample_open(struct sample *sample, const struct deal *deal, int64_t *open,
                     struct item *first);
/* Pays in one go what is due at a firm that pays once a month. */
enum err sample_pay_month(struct sample *sample, struct firm *firm);
enum err sample_prepaid(struct sample *sample, struct firm *firm);

#endif
