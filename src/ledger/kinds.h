/* kinds: the numbers of kinds of documents as SQL text: the store sees only from a literal that a
 * partial index has the rows, and a condition is read by its words. */
#ifndef LEDGER_KINDS_H
#define LEDGER_KINDS_H

#include "ledger/document.h"

#define KIND_INVOICE "1"
#define KIND_CREDIT "2"
#define KIND_DEBIT "3"
#define KIND_PAYMENT "4"
#define KIND_REFUND "5"
#define KIND_REVERSAL "6"
#define KIND_VOID "7"
#define KIND_DISCOUNT "8"
#define KIND_WRITEOFF "9"
#define KIND_TRANSFER "10"
#define KIND_CHARGE "12"
#define KIND_DEDUCTION "13"
#define KIND_CONTRA "14"
#define KIND_DEPOSIT "15"
#define KIND_NETTING "17"
#define KIND_BANKENTRY "18"
#define KIND_RECOVERY "19"
#define KIND_RELIEF "20"
#define KIND_COST "21"
_Static_assert(DOCUMENT_INVOICE == 1 && DOCUMENT_CREDIT == 2 && DOCUMENT_DEBIT == 3 &&
                   DOCUMENT_PAYMENT == 4 && DOCUMENT_REFUND == 5 && DOCUMENT_REVERSAL == 6 &&
                   DOCUMENT_VOID == 7 && DOCUMENT_DISCOUNT == 8 && DOCUMENT_WRITEOFF == 9 &&
                   DOCUMENT_TRANSFER == 10 && DOCUMENT_CHARGE == 12 && DOCUMENT_DEDUCTION == 13 &&
                   DOCUMENT_CONTRA == 14 && DOCUMENT_DEPOSIT == 15 && DOCUMENT_NETTING == 17 &&
                   DOCUMENT_BANKENTRY == 18 && DOCUMENT_RECOVERY == 19 && DOCUMENT_RELIEF == 20 &&
                   DOCUMENT_COST == 21,
               "the numbers are in every book");

#endif
