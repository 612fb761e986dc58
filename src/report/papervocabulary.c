#include "report/papervocabulary.h"

#include <stddef.h>

#define FIRM                                                                                       \
    {"", "firm.name", CELL_TEXT, "our name"},                                                      \
    {"", "firm.address", CELL_TEXT, "our address"},                                                \
    {"", "firm.tax_number", CELL_TEXT, "our tax number"},                                          \
    {"", "firm.registration", CELL_TEXT, "our number in the register of companies"}
#define CUSTOMER                                                                                   \
    {"", "customer.code", CELL_CODE, "the customer's account"},                                    \
    {"", "customer.name", CELL_TEXT, "the customer's name"},                                       \
    {"", "customer.contact", CELL_TEXT, "whom the letter goes to"},                                \
    {"", "customer.address", CELL_TEXT, "the customer's address on the day"},                      \
    {"", "customer.tax_number", CELL_TEXT, "the customer's tax number"}
#define PAY                                                                                        \
    {"", "pay.to", CELL_TEXT, "our account at the bank: IBAN and BIC"},                            \
    {"", "pay.iban", CELL_TEXT, "our IBAN"},                                                       \
    {"", "pay.bic", CELL_TEXT, "its bank"},                                                        \
    {"", "pay.amount", CELL_MONEY, "what the code for phones pays"},                               \
    {"", "pay.code", CELL_TEXT, "the code for phones, for .code"},                                 \
    {"", "pay.reference", CELL_TEXT, "the reference to pay with (RF, ISO 11649)"}
#define REVERSED                                                                                   \
    {"", "void.day", CELL_DATE, "from when on it is void; empty: it is not"},                      \
    {"", "void.number", CELL_CODE, "the document that made it void"},                              \
    {"", "void.reason", CELL_TEXT, "why"}

const struct vocabulary vocabulary_invoice[] = {
    FIRM,
    CUSTOMER,
    PAY,
    REVERSED,
    {"", "kind", CELL_TEXT, "what it is, a word of ours: Invoice, Debit memo, Charge"},
    {"", "number", CELL_CODE, "its number"},
    {"", "date", CELL_DATE, "its day"},
    {"", "posted", CELL_DATE, "the day on which it counts, when it is another"},
    {"", "order", CELL_TEXT, "the customer's order"},
    {"", "reference", CELL_TEXT, "the customer's reference"},
    {"", "terms", CELL_TEXT, "its terms, a word of ours: net 30"},
    {"", "about", CELL_CODE, "the document that it is about"},
    {"", "text", CELL_TEXT, "what stands above its lines"},
    {"", "net", CELL_MONEY, "without tax; empty: no line is taxed"},
    {"", "total", CELL_MONEY, "with tax"},
    {"", "due", CELL_DATE, "when it is due; empty: in instalments"},
    {"lines", "", CELL_NONE, "its lines"},
    {"lines", "text", CELL_TEXT, "what is billed"},
    {"lines", "quantity", CELL_QUANTITY, "how many"},
    {"lines", "price", CELL_MONEY, "of one"},
    {"lines", "tax", CELL_CODE, "the tax code"},
    {"lines", "net", CELL_MONEY, "without tax"},
    {"taxes", "", CELL_NONE, "its taxes, one a code"},
    {"taxes", "code", CELL_CODE, "the tax code"},
    {"taxes", "rate", CELL_PERCENT, "its rate"},
    {"taxes", "net", CELL_MONEY, "what is taxed"},
    {"taxes", "tax", CELL_MONEY, "the tax"},
    {"taxes", "exemption", CELL_TEXT, "why there is none, as the law wants it said"},
    {"instalments", "", CELL_NONE, "its instalments, when there are several"},
    {"instalments", "seq", CELL_INT, "1, 2, 3"},
    {"instalments", "amount", CELL_MONEY, "how much"},
    {"instalments", "due", CELL_DATE, "when it is due"},
    {"offers", "", CELL_NONE, "what early payment takes off"},
    {"offers", "percent", CELL_PERCENT, "in percent"},
    {"offers", "amount", CELL_MONEY, "as an amount"},
    {"offers", "until", CELL_DATE, "when it is paid until"},
    {.name = NULL},
};

#define ITEMS                                                                                      \
    {"items", "", CELL_NONE, "what is open, or happened"},                                         \
    {"items", "group", CELL_TEXT, "the account that the next rows are of, of several"},            \
    {"items", "date", CELL_DATE, "its day"},                                                       \
    {"items", "document", CELL_CODE, "its number"},                                                \
    {"items", "kind", CELL_TEXT, "what it is, a word of ours: invoice, payment"},                  \
    {"items", "due", CELL_DATE, "when it is due"},                                                 \
    {"items", "currency", CELL_CODE, "of the amounts"},                                            \
    {"items", "amount", CELL_MONEY, "of the document"},                                            \
    {"items", "applied", CELL_MONEY, "what is paid of it"},                                        \
    {"items", "open", CELL_MONEY, "what is open of it"},                                           \
    {"items", "balance", CELL_MONEY, "the balance behind it"},                                     \
    {"items", "customer", CELL_CODE, "the account that it is of"}

const struct vocabulary vocabulary_statement[] = {
    FIRM,
    CUSTOMER,
    PAY,
    ITEMS,
    {"", "number", CELL_CODE, "its number; empty: it is only looked at"},
    {"", "date", CELL_DATE, "its day"},
    {"", "activity", CELL_FLAG, "it tells all that happened, not only what is open"},
    {"", "from", CELL_DATE, "its first day, when it tells what happened"},
    {"", "to", CELL_DATE, "its last day"},
    {"", "currency", CELL_CODE, "one statement is in one currency"},
    {"", "never", CELL_FLAG, "nothing was ever posted to the account"},
    {"", "node", CELL_CODE, "on whose statement this branch stands, when it is looked at alone"},
    {"", "balance", CELL_MONEY, "what the rows come to"},
    {"", "due", CELL_MONEY, "what is to be paid; empty: nothing"},
    {"aging", "", CELL_NONE, "one row: what is open by age; empty: nothing is"},
    {"aging", "unapplied", CELL_MONEY, "credits and money that is not applied"},
    {"aging", "total", CELL_MONEY, "the balance"},
    {"buckets", "", CELL_NONE, "the ages"},
    {"buckets", "title", CELL_TEXT, "days past due, a word of ours: Current, 1-30, Over 90"},
    {"buckets", "amount", CELL_MONEY, "what is open"},
    {"beside", "", CELL_NONE, "what was paid and is in no figure, one row an account"},
    {"beside", "prepaid", CELL_MONEY, "prepaid"},
    {"beside", "receipts", CELL_INT, "receipts whose day is to come"},
    {"beside", "in_hand", CELL_MONEY, "what they come to"},
    {"beside", "next", CELL_DATE, "the first of their days"},
    {"beside", "customer", CELL_CODE, "whose, of several accounts"},
    {.name = NULL},
};

const struct vocabulary vocabulary_dunning[] = {
    FIRM,
    CUSTOMER,
    PAY,
    {"", "number", CELL_CODE, "of the letter"},
    {"", "date", CELL_DATE, "its day"},
    {"", "level", CELL_INT, "of dunning"},
    {"", "title", CELL_TEXT, "as the texts of the level say"},
    {"", "opening", CELL_TEXT, "as the texts of the level say"},
    {"", "closing", CELL_TEXT, "as the texts of the level say"},
    {"", "disputed", CELL_FLAG, "is any of it disputed?"},
    {"", "credited", CELL_FLAG, "is any of it covered by credits?"},
    {"", "amount", CELL_MONEY, "the total, as the texts of the level call it"},
    {"", "company", CELL_TEXT, "our name, as the texts of the level call it"},
    {"", "charges", CELL_MONEY, "earlier charges in it"},
    {"", "fee", CELL_MONEY, "of this letter"},
    {"", "total", CELL_MONEY, "what is asked for"},
    {"", "balance", CELL_MONEY, "all that is open"},
    {"", "interest", CELL_MONEY, "run up so far and not charged"},
    {"", "due", CELL_DATE, "by when"},
    {"items", "", CELL_NONE, "what is asked for"},
    {"items", "document", CELL_CODE, "its number"},
    {"items", "issued", CELL_DATE, "its day"},
    {"items", "due", CELL_DATE, "when it was due"},
    {"items", "days", CELL_INT, "since then"},
    {"items", "open", CELL_MONEY, "what is open of it"},
    {"items", "disputed", CELL_MONEY, "of it disputed"},
    {"items", "credit", CELL_MONEY, "of it covered by credits"},
    {"items", "pay", CELL_MONEY, "what is asked for"},
    {.name = NULL},
};

const struct vocabulary vocabulary_confirmation[] = {
    FIRM,
    CUSTOMER,
    PAY,
    ITEMS,
    {"", "number", CELL_CODE, "of the letter"},
    {"", "date", CELL_DATE, "when it goes out"},
    {"", "day", CELL_DATE, "of the balance"},
    {"", "due", CELL_DATE, "by when the answer is asked for"},
    {"", "balance", CELL_MONEY, "by our books"},
    {.name = NULL},
};

#define RECEIPTS(list, help)                                                                       \
    {list, "", CELL_NONE, help}, {list, "reference", CELL_CODE, "its number"},                     \
        {list, "payer", CELL_TEXT, "who paid"}, {list, "receipt", CELL_CODE, "our receipt"},       \
        {list, "returned", CELL_CODE, "the document by which it went back"},                       \
        {list, "amount", CELL_MONEY, "how much"}

const struct vocabulary vocabulary_deposit[] = {
    FIRM,
    {"", "number", CELL_CODE, "of the deposit"},
    {"", "voided", CELL_CODE, "the document that made it void; empty: it is not"},
    {"", "bank", CELL_CODE, "our account"},
    {"", "bank_name", CELL_TEXT, "its name"},
    {"", "date", CELL_DATE, "its day"},
    {"", "posted", CELL_DATE, "the day on which it counts, when it is another"},
    {"", "reference", CELL_TEXT, "its reference"},
    {"", "text", CELL_TEXT, "what was noted"},
    {"", "cash", CELL_MONEY, "cash in it; empty: none"},
    {"", "cash_count", CELL_INT, "receipts in cash"},
    {"", "receipts", CELL_INT, "all receipts"},
    {"", "gross", CELL_MONEY, "before anything was taken off, when something was"},
    {"", "total", CELL_MONEY, "what goes to the bank"},
    {"", "prepared_by", CELL_TEXT, "who made it"},
    {"", "journal.entry", CELL_INT, "the last entry of the journal"},
    {"", "journal.hash", CELL_CODE, "its hash"},
    {"counted", "", CELL_NONE, "cash as it was counted"},
    {"counted", "denomination", CELL_MONEY, "of a note or coin"},
    {"counted", "count", CELL_INT, "how many"},
    {"counted", "amount", CELL_MONEY, "what they come to"},
    {"blanks", "", CELL_NONE, "lines to count cash by hand"},
    RECEIPTS("cheques", "cheques"),
    RECEIPTS("cards", "payments by card"),
    RECEIPTS("transfers", "transfers and direct debits"),
    {"taken", "", CELL_NONE, "what was taken off, by account"},
    {"taken", "account", CELL_TEXT, "the account's name"},
    {"taken", "amount", CELL_MONEY, "how much"},
    {.name = NULL},
};

const struct vocabulary vocabulary_receipt[] = {
    FIRM,
    CUSTOMER,
    REVERSED,
    {"", "number", CELL_CODE, "of the receipt"},
    {"", "date", CELL_DATE, "its day"},
    {"", "value", CELL_DATE, "of value, when it is another"},
    {"", "method", CELL_TEXT, "how it was paid, a word of ours: cash, cheque, transfer"},
    {"", "reference", CELL_TEXT, "of the payment"},
    {"", "payer", CELL_TEXT, "who paid"},
    {"", "amount", CELL_MONEY, "how much"},
    {"", "settles", CELL_MONEY, "what it settles in another currency"},
    {"", "unidentified", CELL_FLAG, "nobody knew whose it is when it came"},
    {"", "deposit.number", CELL_CODE, "the deposit that took it to the bank"},
    {"", "deposit.date", CELL_DATE, "its day"},
    {"", "deposit.bank", CELL_TEXT, "which bank"},
    {"applied", "", CELL_NONE, "what it paid"},
    {"applied", "document", CELL_CODE, "its number"},
    {"applied", "kind", CELL_TEXT, "what it is, a word of ours: invoice"},
    {"applied", "instalment", CELL_INT, "which instalment"},
    {"applied", "date", CELL_DATE, "on which day"},
    {"applied", "amount", CELL_MONEY, "how much"},
    {"applied", "discount", CELL_MONEY, "discount taken off"},
    {"applied", "writeoff", CELL_MONEY, "small difference let go"},
    {"rests", "", CELL_NONE, "what is left of it"},
    {"rests", "kept", CELL_TEXT, "as what, a word of ours: Unapplied, On account, Prepayment"},
    {"rests", "amount", CELL_MONEY, "how much"},
    {"rests", "customer", CELL_CODE, "at which customer, when it is another"},
    {.name = NULL},
};

const struct vocabulary vocabulary_reconciliation[] = {
    FIRM,
    CUSTOMER,
    {"", "date", CELL_DATE, "when it is written"},
    {"", "day", CELL_DATE, "of the comparison"},
    {"", "theirs", CELL_MONEY, "what their statement comes to"},
    {"", "ours", CELL_MONEY, "what is open in our books"},
    {"", "apart", CELL_MONEY, "theirs less ours"},
    {"", "left_out", CELL_INT, "lines of theirs of later days or in other currencies"},
    {"", "same", CELL_FLAG, "both are the same"},
    {"", "different", CELL_FLAG, "are there amounts that differ?"},
    {"", "paid_here", CELL_FLAG, "is any of theirs paid here?"},
    {"", "missing_here", CELL_FLAG, "is any of theirs missing here?"},
    {"", "missing_there", CELL_FLAG, "is any of ours missing there?"},
    {"rows", "", CELL_NONE, "the documents of both sides"},
    {"rows", "number", CELL_CODE, "its number"},
    {"rows", "date", CELL_DATE, "its day"},
    {"rows", "kind", CELL_TEXT, "what it is, a word of ours: invoice"},
    {"rows", "ours", CELL_MONEY, "open here"},
    {"rows", "theirs", CELL_MONEY, "on their statement"},
    {"rows", "difference", CELL_MONEY, "theirs less ours"},
    {"rows", "status", CELL_TEXT, "a word of ours: agreed, different, paid here, missing there"},
    {"rows", "why", CELL_TEXT, "why, a sentence of ours"},
    {"rows", "also", CELL_TEXT, "how many lines of theirs, when there are several"},
    {"rows", "paid", CELL_CODE, "by which document it was settled here"},
    {"rows", "paid_on", CELL_DATE, "on which day"},
    {"rows", "whose", CELL_CODE, "at which account it is here"},
    {"rows", "currency", CELL_CODE, "in which currency it is here"},
    {"rows", "apart", CELL_MONEY, "by how much they have less or more"},
    {"rows", "lines", CELL_INT, "lines of theirs"},
    {.name = NULL},
};

const struct vocabulary vocabulary_mail[] = {
    FIRM,
    {"", "customer.code", CELL_CODE, "the customer's account; empty: it goes to somebody else"},
    {"", "customer.name", CELL_TEXT, "the customer's name"},
    {"", "paper", CELL_TEXT, "what is attached: Invoice INV-1001"},
    {"", "number", CELL_CODE, "its number"},
    {"", "named", CELL_FLAG, "does {paper} name our firm?"},
    {.name = NULL},
};

const struct vocabulary vocabulary_words[] = {{.name = NULL}};
