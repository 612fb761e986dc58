#include "view/reversals.h"

#include <stddef.h>

#define WHOLE "journal reverse --entry {entry}"
#define FINAL "What is taken back is final (a reversal cannot be reversed): enter it again."
#define MASTER "What papers refer to is never removed; add the right one beside it."

/* clang-format off */
const struct reversal reversals_all[] = {
    {"payment",  "receive",   WHOLE, NULL},
    {"payment",  "apply",     WHOLE, NULL},
    {"payment",  "identify",  WHOLE, NULL},
    {"payment",  "transfer",  WHOLE, NULL},
    {"transfer", "undo",      NULL, FINAL},
    {"payment",  "autocash",  "payment autocash --undo {entry}", NULL},
    {"payment",  "unapply",   NULL, "What was unapplied is applied again with `payment apply`."},
    {"payment",  "reverse",   NULL, FINAL},
    {"credit",   "issue",     WHOLE, NULL},
    {"credit",   "apply",     WHOLE, NULL},
    {"credit",   "unapply",   NULL, "What was unapplied is applied again with `credit apply`."},
    {"credit",   "void",      NULL, FINAL},
    {"customer", "match",     "customer unmatch --entry {entry}", NULL},
    {"customer", "unmatch",   NULL, "What was unmatched is matched again with `customer match`."},
    {"journal",  "reverse",   NULL, FINAL},
    {"invoice",  "issue",     "invoice void --invoice {ref} --reason 'taken back'", NULL},
    {"invoice",  "void",      NULL, FINAL},
    {"debit",    "issue",     "debit void --debit {ref} --reason 'taken back'", NULL},
    {"debit",    "void",      NULL, FINAL},
    {"deduction", "split",    "deduction undo --deduction {ref} --reason 'taken back'", NULL},
    {"deduction", "undo",     NULL, FINAL},
    {"writeoff", "post",      "writeoff reverse --writeoff {ref} --reason 'taken back'", NULL},
    {"writeoff", "reverse",   NULL, FINAL},
    {"refund",   "pay",       "refund void --refund {ref} --reason 'taken back'", NULL},
    {"refund",   "void",      NULL, FINAL},
    {"deposit",  "make",      "deposit void --deposit {ref} --reason 'taken back'", NULL},
    {"deposit",  "void",      NULL, FINAL},
    {"dispute",  "open",      "dispute resolve --dispute {ref} --resolution 'opened by mistake'",
     NULL},
    {"dispute",  "resolve",   NULL, "A case that is closed stays closed; open another one."},
    {"import",   "invoices",  WHOLE, NULL},
    {"import",   "payments",  WHOLE, NULL},
    {"import",   "history",   WHOLE, NULL},
    {"import",   "customers", NULL,
     "Customers are never removed; what is wrong with one is changed with `customer set`."},
    {"invoice",  "amend",     NULL,
     "An amendment stands in the history of the invoice; amend it again to what it was."},
    {"invoice",  "re-age",    NULL,
     "A re-aging stands in the history of the invoice; re-age it again to its own due date."},
    {"customer", "add",       NULL,
     "A customer is never removed; what is wrong is changed with `customer set`."},
    {"customer", "set",       NULL,
     "A change stands in the customer's history; set again what it was before."},
    {"contact",  "add",       NULL,
     "A contact stays in the customer's history; add the right one."},
    {"terms",    "add",       NULL, MASTER},
    {"tax",      "add",       NULL, MASTER},
    {"account",  "add",       NULL, MASTER},
    {"rate",     "add",       NULL, "A rate is put right by another one for the same day."},
    {"book",     "set",       NULL, "A setting is put right by setting it again."},
    {NULL, NULL, NULL, NULL},
};
/* clang-format on */
