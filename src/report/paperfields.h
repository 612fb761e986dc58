/* paperfields: values that several papers have, put among their fields.
 *
 * Memory: the fields' arena. */
#ifndef REPORT_PAPERFIELDS_H
#define REPORT_PAPERFIELDS_H

#include "base/fields.h"
#include "ledger/customer.h"

/* Address and person are those of the day. */
enum err paperfields_customer(struct book *book, const struct customer *customer, struct date day,
                              struct fields *fields);
/* The reference to pay with: an RF reference of the number, where one can be made. */
void paperfields_reference(struct fields *fields, const char *number);
/* That reference, and where the money goes: our account, when the book has one. */
enum err paperfields_payee(struct book *book, const char *number, struct fields *fields);
/* The same, and for euro the code that a phone reads (rules/paycode.h), with an RF reference of the
 * number or else the number; of nothing to pay, the reference alone. */
enum err paperfields_payment(struct book *book, struct money money, const char *number,
                             struct fields *fields);

#endif
