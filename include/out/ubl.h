/* ubl: an invoice or credit note as UBL 2.1 XML, as EN 16931 and Peppol BIS Billing 3 want it.
 *
 * Knows: neutral fields, named in the comments by the standard's business terms (BT-...). Does not
 * know: books. Amounts are minor units of the document's currency, all > 0 in a credit note too.
 * ubl_check holds it against the rules of the standard, by their own names (BR-..., PEPPOL-...):
 * those that what we write can break. Sources: EN 16931-1, CEN/TC 434 rules, Peppol BIS Billing 3.
 * Memory: everything borrowed. Fails with: what struct out fails with. */
#ifndef OUT_UBL_H
#define OUT_UBL_H

#include "base/date.h"
#include "base/money.h"
#include "out/out.h"

struct ubl_party {
    const char *name;         /* BT-27, BT-44 */
    const char *endpoint;     /* BT-34, BT-49: "SCHEME:IDENTIFIER", "0106:12345678" */
    const char *tax_number;   /* BT-31, BT-48 */
    const char *registration; /* BT-30, BT-47 */
    const char *country;      /* BT-40, BT-55: two letters */
    const char *address;      /* lines or parts between commas: BT-35, BT-36, BT-162 */
    const char *contact, *phone, *email;
};
struct ubl_line {
    const char *text;        /* BT-153 */
    int64_t quantity, price; /* BT-129, BT-146: 10^-6 */
    int64_t net;             /* BT-131 */
    const char *category;    /* BT-151 */
    int64_t rate_ppm;        /* BT-152 */
};
struct ubl_tax {
    const char *category, *exemption; /* BT-118, BT-120 */
    int64_t rate_ppm;                 /* BT-119 */
    int64_t net, tax;                 /* BT-116, BT-117 */
};
struct ubl {
    bool credit;              /* a credit note: 381 */
    const char *number;       /* BT-1 */
    struct date issued, due;  /* BT-2, BT-9 */
    struct date delivered;    /* BT-72, NONE = not said */
    struct currency currency; /* BT-5 */
    const char *note;         /* BT-22 */
    const char *buyer_reference, *order; /* BT-10, BT-13 */
    const char *preceding;    /* BT-25: the invoice of a credit note */
    struct date preceding_issued;
    struct ubl_party seller, buyer;
    const struct ubl_line *lines;
    int line_count;
    const struct ubl_tax *taxes;
    int tax_count;
    int64_t net, tax, gross;  /* BT-109, BT-110, BT-112 */
    int64_t paid, rounding;   /* BT-113, BT-114; payable BT-115 = BT-112 - BT-113 + BT-114 */
    const char *terms;        /* BT-20 */
    const char *payment_reference; /* BT-83 */
    const char *iban, *bic, *account_name; /* BT-84, BT-86, BT-85 */
};

/* Each rule that is broken: its name and a sentence that says what would be right. Returns how
 * many. */
int ubl_check(const struct ubl *ubl, void (*say)(void *self, const char *rule, const char *words),
              void *self);
enum err ubl_write(struct out *out, const struct ubl *ubl);

#endif
