/* bankfile: what a bank sends, as statements and lines, whatever the format.
 *
 *     struct bank_sink sink = {.line = take_line, .end = take_statement, .self = me};
 *     e = bankfile_read("november.sta", &options, &sink, &note, &result);
 *
 * Knows: OFX 1 and 2, camt.052/053/054, MT940 and MT942, BAI2, BAI lockbox, CSV under a map;
 * plain or gzip; which of them a file is, by its content. Does not know: the books, customers,
 * what was imported before. Nothing is booked here.
 * Holds: a statement begins, its lines come in the order of the file, it ends; money in is
 * positive, money out negative, in minor units of the line's currency. A line with `parts` > 0
 * is one sum of a batch: that many lines follow with `part` 1 .. parts, which explain it and
 * move nothing. Texts are clean UTF-8 (TRUST.md 6), trimmed, never NULL. Memory is constant
 * whatever the size of the file.
 * Ties: opening + booked lines = closing is reckoned where the file has both balances and said at
 * the end of the statement; it is for the caller to refuse. Control totals that do not foot
 * (BAI2, lockbox, MT942, camt) go to sink->trouble, with place, figure and what would be right;
 * without that function they end the reading.
 * Numbers of payment cards (base/card.h) are masked in every text, but for their last four digits,
 * and counted.
 * Limits: READER_BYTES_MAX, text of 64 KiB, 64 elements deep, a batch of 64 MiB, seconds_max.
 * Fails with: MISSING, DENIED, IO, USAGE (CSV without a map), INPUT naming file and line, LIMIT,
 * CANCELLED, and whatever the sink returns. */
#ifndef IO_BANKFILE_H
#define IO_BANKFILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/hash.h"
#include "base/money.h"

#define BANK_TEXT_MAX 65536
#define BANK_DEPTH_MAX 64
#define BANK_BATCH_MAX ((size_t)64 << 20)
#define BANK_SECONDS_MAX 600

enum bank_kind {
    BANK_STATEMENT, /* final: camt.053, MT940, OFX, BAI2, CSV */
    BANK_INTERIM,   /* of the running day: camt.052, MT942, BAI2 interim; never to be booked */
    BANK_NOTICE,    /* camt.054: entries that a statement will bring again */
    BANK_LOCKBOX    /* cheques that were taken out of a lockbox */
};

enum bank_status {
    BANK_BOOKED,
    BANK_PENDING, /* announced, not booked: camt PDNG, "Pending" instead of a day */
    BANK_INFO     /* for information: everything in a BANK_INTERIM, camt INFO */
};

enum bank_tie {
    BANK_TIE_NONE, /* the file does not have both balances */
    BANK_TIE_OK,   /* opening + lines = closing */
    BANK_TIE_OFF,  /* it does not; `difference` is closing less what would be right, and
                       broken_line where the balances of the rows part */
    BANK_TIE_MIXED /* the balances or lines have several currencies: nothing can be said */
};

struct bank_balance {
    bool is;
    int64_t amount; /* negative: overdrawn */
    struct currency currency;
    struct date day; /* DATE_NONE when the file does not say */
};

struct bank_statement {
    const char *format; /* "MT940" */
    enum bank_kind kind;
    int64_t nth;              /* of the file, from 1 */
    int64_t line;             /* of the file, where it begins */
    const char *account;      /* IBAN or number as the bank writes it; lockbox: its number */
    const char *bank;         /* BIC, sort code, routing number */
    const char *number;       /* of the statement, with its page: "27/1" */
    const char *id;           /* the bank's own name for the statement or message */
    struct currency currency; /* code "", 2 decimals when neither file nor options say */
    struct date from, to;
    struct bank_balance opening;
    /* known at the end */
    struct bank_balance closing;
    int64_t entries, details;    /* lines that move money, lines that explain one */
    int64_t money_in, money_out; /* of what is in the file as booked; both 0 or more */
    enum bank_tie tie;
    int64_t difference;
    int64_t broken_line; /* the first row of a CSV whose balance does not follow, 0 = none */
};

struct bank_line {
    int64_t entry;       /* of the file, from 1; a detail has that of its batch */
    int64_t line;        /* of the file, where it begins */
    int64_t part, parts; /* 0 of 0: a line; 0 of n: a batch; k of n: its detail */
    enum bank_status status;
    struct date booked, value; /* value DATE_NONE when not said */
    int64_t amount;
    bool has_amount; /* of a detail: is its amount known? */
    bool reversal;   /* takes back an earlier entry; the sign of the amount says it already */
    bool returned;   /* a payment that came back */
    struct currency currency;
    int decimals;          /* of the amount, as the file writes it */
    const char *bank_ref;  /* the bank's own: a hint, for it may repeat (R16) */
    const char *reference; /* the customer's: end-to-end id, creditor reference, invoice */
    const char *mandate;
    const char *name;    /* who paid, or was paid */
    const char *account; /* their account */
    const char *bank;    /* their bank */
    const char *cheque;
    const char *text;   /* remittance */
    const char *code;   /* of the transaction, as the bank writes it */
    const char *reason; /* why it was returned */
};

/* Any of them may be NULL. `self` goes to each. An error ends the reading. */
struct bank_sink {
    enum err (*begin)(void *self, const struct bank_statement *statement);
    enum err (*line)(void *self, const struct bank_statement *statement,
                     const struct bank_line *line);
    enum err (*end)(void *self, const struct bank_statement *statement);
    /* One sentence with its place. */
    enum err (*trouble)(void *self, const char *words);
    void *self;
};

/* All zero is right: found by content, no currency assumed, the limits above. */
struct bank_options {
    const char *encoding;     /* NULL = as the file declares, else utf-8 */
    const char *map;          /* of a CSV: bankmap.h */
    struct currency currency; /* where the file says none */
    int64_t bytes_max;
    int seconds_max;
    /* Asked now and then; true = stop. */
    bool (*stop)(void *self, int64_t bytes);
    void *self;
};

struct bank_result {
    const char *format; /* static */
    int64_t statements, entries;
    int64_t cards;      /* numbers of payment cards that were masked */
    struct hash digest; /* of the file, unpacked */
};

enum err bankfile_read(const char *path, const struct bank_options *options,
                       const struct bank_sink *sink, struct note *note, struct bank_result *result);
/* What the file is, by its first bytes: "camt", "OFX", "MT940", "BAI2", "lockbox" or "CSV". */
enum err bankfile_format(const char *path, struct note *note, const char **format);

/* A line as bytes, and back: for keeping lines until they are all checked. The texts of `line` lie
 * in the bytes. */
void bankline_pack(const struct bank_line *line, struct buf *out);
size_t bankline_unpack(const char *bytes, struct bank_line *line); /* bytes taken */

const char *bank_kind_word(enum bank_kind kind);       /* "statement" */
const char *bank_status_word(enum bank_status status); /* "booked" */

#endif
