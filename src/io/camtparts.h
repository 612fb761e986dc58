/* camtparts: what the elements of a camt message come to: balances, entries, details, control sums.
 *
 * Knows: the places of camttags and the text between them, in the order of the file. Does not
 * know: XML. The other side of money in is the debtor, of money out the creditor, of a reversal
 * the other way round. Balances: OPBD, else PRCD; CLBD. What the sums of TxsSummry say must be
 * what the entries come to. Details wait, packed, until their entry has ended; memory is that of
 * one entry. */
#ifndef IO_CAMTPARTS_H
#define IO_CAMTPARTS_H

#include "io/bankread.h"
#include "io/camttags.h"

struct money_text {
    char digits[40], code[4];
    bool is;
};

/* What is said of an entry, and of a detail, before both are put together. */
struct half {
    struct bank_line line;
    struct money_text amount, tx_amount;
    char side; /* C, D; 0 = not said */
    const char *domain, *family, *sub, *own;
    const char *debtor, *creditor, *debtor_account, *creditor_account, *debtor_bic, *creditor_bic;
    const char *more, *return_more;
};

struct total {
    int64_t count, line;
    struct money_text sum;
};

struct camt {
    struct bankread *read;
    int64_t line; /* of the file, where the parser is */
    enum camt_place places[BANK_DEPTH_MAX];
    int depth;
    struct buf text; /* of the element under way, when it is wanted */
    bool wanted, too_long;
    struct half entry, detail;
    struct buf remittance, free_text; /* of the detail: structured, and not */
    struct buf details;               /* of the entry, packed */
    int64_t detail_count;
    struct money_text bal_amount;
    char bal_side, bal_code[5];
    struct date bal_day;
    bool opening_is_opbd;
    bool assumed; /* the statement's currency is the reader's guess: nothing named one so far */
    struct total in, out;
    int64_t count_in, count_out;
    bool any;           /* a message that we know */
    struct arena words; /* of the detail under way */
};

void camt_init(struct camt *camt, struct bankread *read);
void camt_done(struct camt *camt);
/* An element begins; its text, when it is wanted, is then added to camt->text. */
enum err camt_begin(struct camt *camt, enum camt_place place);
/* It has ended: camt->places hold those around it. */
enum err camt_end(struct camt *camt, enum camt_place place);
/* Where its currency goes; NULL when it is no amount. */
char *camt_currency(struct camt *camt, enum camt_place place);

#endif
