/* banking: one account at the bank: which one is meant, its lines as a table shows them, what of
 * ours they can be, and a match made with all that belongs to it.
 *
 * Money that waits on clearing or undeposited funds is a candidate too: matched, it is brought to
 * the bank by a deposit of the line's day in the same act.
 * Memory: the act's arena. Fails with: MISSING, CONFLICT, what the operations below say. */
#ifndef APP_BANKING_H
#define APP_BANKING_H

#include "app/command.h"
#include "ledger/bankmatch.h"
#include "rules/tally.h"

/* --account, else the only account at a bank. USAGE, with their codes, when there are several. */
enum err banking_account(struct act *act, struct bank_account *out);
/* --account alone, else all that are known; none is no failure. */
enum err banking_accounts(struct act *act, struct bank_account **out, int *count);
/* The same, one after another. MISSING when none is known. */
enum err banking_each(struct act *act,
                      enum err (*each)(void *self, const struct bank_account *account), void *self);
#define BANKING_ACCOUNT_ARG                                                                        \
    {                                                                                              \
        .name = "account", .kind = ARG_ACCOUNT,                                                    \
        .help = "the bank's account in our ledger; without it lists and --auto take all"        \
    }

/* A line as `bank list` shows it, and rules' patterns see it. */
#define BANKING_COLUMNS 13
extern const struct column banking_columns[BANKING_COLUMNS];
void banking_cells(const struct bankbook_line *line, const struct bank_account *account,
                   const char *ours, struct cell cells[BANKING_COLUMNS]);

/* The numbers of the documents that a line is matched with: "DEP-1001; RFD-1002", "" = none. */
enum err banking_ours(struct act *act, const struct bankbook_line *line, const char **out);
#define BANKING_DAYS_ARGS                                                                          \
    {.name = "from", .kind = ARG_DATE, .help = "only what the bank booked from this day on"},      \
    {                                                                                              \
        .name = "to", .kind = ARG_DATE, .help = "only what it booked up to this day"               \
    }

/* What one line could be. */
struct bank_candidate {
    int64_t document_id;
    bool waits; /* a receipt that lies on an account before the bank */
    int64_t account_id; /* on which it lies */
    const char *number, *customer;
    struct date day;
    int64_t amount;
};
/* What the lines of one account and the books have that is not matched, and what fits. */
struct bank_matching {
    struct bank_account account;
    struct bankbook_line *lines;
    int line_count;
    struct bank_candidate *candidates;
    int candidate_count;
    struct tally_proposal *proposals;
    int proposal_count;
};
enum err banking_look(struct act *act, const struct bank_account *account, struct date from,
                      struct date to, int days, struct bank_matching *out);
/* Deposits the receipts that wait, if there are, and makes the match. `fee` was kept back. */
enum err banking_match(struct act *act, const struct bank_matching *matching, const int *lines,
                       int line_count, const int *candidates, int candidate_count, int64_t fee,
                       const char *rule, const char *why, int64_t *group);
/* A table of one row a line: what of ours it is like, by which rule, how sure; of the accounts that
 * are asked for, one after another. sink may be NULL. */
enum err banking_head(struct act *act, struct sink *sink);
enum err banking_rows(struct act *act, const struct bank_matching *matching, struct sink *sink);
enum err banking_foot(struct sink *sink);
/* "DEP-1001; P-1002" */
const char *banking_numbers(struct act *act, const struct bank_matching *matching,
                            const int *candidates, int count);

#endif
