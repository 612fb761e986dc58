/* factform: how each kind of fact that is neither document nor application is read to be hashed. */
#include "ledger/factform.h"

static const char *const fact_words[] = {
    [FACT_DOCUMENT] = "document",
    [FACT_APPLICATION] = "application",
    [FACT_DISPUTE] = "dispute",
    [FACT_CLOSING] = "closing of a dispute",
    [FACT_AMENDMENT] = "amendment",
    [FACT_CHANGE] = "change of master data",
    [FACT_RATE] = "exchange rate",
    [FACT_REAGE] = "re-aging",
    [FACT_DEPOSIT] = "receipt of a deposit",
    [FACT_PERIOD] = "step of a period",
    [FACT_FROZEN] = "total of a closed period",
    [FACT_GLBATCH] = "batch of the general ledger",
    [FACT_GLBALANCE] = "balance of the general ledger",
    [FACT_PAYABLE] = "bill that we owe",
    [FACT_NETTING] = "line of a netting",
    [FACT_REMITTER] = "payer's account",
    [FACT_STATEMENT] = "statement",
    [FACT_BANK_STATEMENT] = "statement of the bank",
    [FACT_BANK_LINE] = "line of the bank",
    [FACT_BANK_MATCH] = "match with the bank",
    [FACT_BANK_UNMATCH] = "match taken back",
    [FACT_RECONCILIATION] = "reconciliation",
    [FACT_VERDICT] = "verdict on a reconciliation",
    [FACT_CONTACT] = "contact",
    [FACT_CONTACT_END] = "end of a contact",
    [FACT_PROMISE] = "promise",
    [FACT_PROMISE_PART] = "part of a promise",
    [FACT_PROMISE_ITEM] = "item of a promise",
    [FACT_PROMISE_END] = "end of a promise",
    [FACT_ATTACHMENT] = "attachment",
    [FACT_CONFIRMATION] = "letter that asks for a balance",
    [FACT_CONFIRMATION_ANSWER] = "answer to a letter",
    [FACT_ASSERTION] = "balance that a customer gave",
    [FACT_ASSERTION_END] = "withdrawal of a balance",
    [FACT_USER] = "user",
    [FACT_USER_LIMIT] = "limit of a user",
    [FACT_APPROVAL] = "approval that was asked for",
    [FACT_APPROVAL_END] = "decision on an approval",
    [FACT_CONCESSION] = "concession",
    [FACT_DISPUTE_STEP] = "step of a dispute",
    [FACT_DISPUTE_OUTCOME] = "outcome of a dispute",
    [FACT_DUNNING_RUN] = "run of dunning",
    [FACT_DUNNING_LETTER] = "letter of dunning",
    [FACT_DUNNING_ITEM] = "item on a letter of dunning",
    [FACT_DUNNING_RELEASE] = "release of a letter",
    [FACT_DUNNING_UNDO] = "letter taken back",
    [FACT_DUNNING_BLOCK] = "block of dunning",
    [FACT_DUNNING_UNBLOCK] = "end of a block of dunning",
    [FACT_PLACEMENT] = "placement",
    [FACT_PLACEMENT_ITEM] = "item of a placement",
    [FACT_PLACEMENT_END] = "end of a placement",
    [FACT_PLACEMENT_RECOVERY] = "money through a placement",
    [FACT_INSOLVENCY] = "insolvency",
    [FACT_INSOLVENCY_STEP] = "step of an insolvency",
    [FACT_INSOLVENCY_END] = "end of an insolvency",
    [FACT_BAD_DEBT] = "bad debt",
    [FACT_BAD_DEBT_STEP] = "step of a bad debt",
    [FACT_LIMITATION] = "day on which a claim lapses",
    [FACT_DATED] = "dated value of a customer",
    [FACT_HOLD] = "hold",           [FACT_HOLD_END] = "release of a hold",
    [FACT_OVERRIDE] = "override",   [FACT_OVERRIDE_RULE] = "rule of an override",
    [FACT_ORDER_FILE] = "file of orders",
    [FACT_ORDER_LINE] = "order that is not billed",
    [FACT_CREDIT_APPLICATION] = "application for credit",
    [FACT_CREDIT_CHECK] = "point of a check list",
    [FACT_CREDIT_DECISION] = "decision on credit",
    [FACT_SPECIAL_TERMS] = "special terms of a customer",
    [FACT_CHARGE_RATE] = "rate of late charges",
    [FACT_CHARGE_RUN] = "run of late charges",
    [FACT_CHARGE_RUN_END] = "end of a run of late charges",
    [FACT_CHARGE_LINE] = "late charge",
    [FACT_CHARGE_PIECE] = "piece of a late charge",
    [FACT_MASTER] = "mark of master data",
    [FACT_PASSWORD] = "password",
    [FACT_PASSWORD_FAILURE] = "wrong password",
    [FACT_ALLOWANCE_RATE] = "rate of the allowance",
    [FACT_ALLOWANCE_SPECIFIC] = "specific allowance",
    [FACT_ALLOWANCE_SPECIFIC_END] = "end of a specific allowance",
    [FACT_ALLOWANCE_RUN] = "run of the allowance",
    [FACT_ALLOWANCE_LINE] = "bucket of a run of the allowance",
    [FACT_ALLOWANCE_PART] = "part of a run of the allowance",
    [FACT_ALLOWANCE_INPUT] = "figure that a run of the allowance stands on",
    [FACT_ALLOWANCE_POSTING] = "posting of the allowance",
    [FACT_STATEMENT_ACCOUNT] = "account on a statement",
    [FACT_SENT_PAPER] = "page that was sent",
    [FACT_OUTBOX] = "mail",
    [FACT_OUTBOX_STEP] = "step of a mail",
    [FACT_RECURRING_PART] = "part of a sum that is billed in parts",
    [FACT_RECURRING_RUN] = "run of recurring invoices",
    [FACT_RECURRING_MADE] = "turn of a recurring invoice",
    [FACT_RECURRING_UNDO] = "turn of a recurring invoice taken back",
    [FACT_PICTURE] = "picture",
    [FACT_USER_ACCOUNT] = "account of a user",
    [FACT_USER_SIGN] = "signature",
    [FACT_ERASURE] = "erasure",
    [FACT_ERASURE_WISH] = "wish that a customer be erased",
};

const char *fact_word(enum fact_kind kind)
{
    must((unsigned)kind < FACT_KINDS);
    return fact_words[kind];
}

static const struct fact_form forms[] = {
    [FACT_DISPUTE] = {"SELECT id, entry_id, item_id, amount, opened, reason, owner, text"
                      " FROM dispute ORDER BY id",
                      4, 3},
    [FACT_CLOSING] = {"SELECT id, entry_id, dispute_id, closed, resolution"
                      " FROM dispute_closing ORDER BY id",
                      3, 1},
    [FACT_AMENDMENT] = {"SELECT id, entry_id, document_id, effective, field, before, after"
                        " FROM amendment ORDER BY id",
                        3, 3},
    [FACT_CHANGE] = {"SELECT id, entry_id, subject_id, subject, field, before, after"
                     " FROM change ORDER BY id",
                     2, 4},
    [FACT_RATE] = {"SELECT id, entry_id, day, num, den, currency FROM rate ORDER BY id", 4, 1},
    [FACT_REAGE] = {"SELECT id, entry_id, item_id, from_day, due, reason FROM reage ORDER BY id", 4,
                    1},
    [FACT_DEPOSIT] = {"SELECT id, entry_id, deposit_id, receipt_id FROM deposit_line ORDER BY id",
                      3, 0},
    [FACT_PERIOD] = {"SELECT id, entry_id, month, step, soft_to, closed_to, actor, admitted,"
                     " reason, head FROM period_step ORDER BY id",
                     5, 4},
    [FACT_FROZEN] = {"SELECT id, entry_id, step_id, account_id, customer_id, bucket, amount,"
                     " base, currency FROM period_frozen ORDER BY id",
                     7, 1},
    [FACT_GLBATCH] = {"SELECT id, entry_id, from_day, to_day, through_entry, documents,"
                      " postings, debits, hash FROM gl_batch ORDER BY id",
                      7, 1},
    [FACT_GLBALANCE] = {"SELECT id, entry_id, account_id, day, balance FROM gl_balance"
                        " ORDER BY id",
                        4, 0},
    [FACT_PAYABLE] = {"SELECT id, entry_id, customer_id, due, amount, number, currency"
                      " FROM payable ORDER BY id",
                      4, 2},
    [FACT_NETTING] = {"SELECT id, entry_id, document_id, payable_id, amount"
                      " FROM netting_line ORDER BY id",
                      4, 0},
    [FACT_REMITTER] = {"SELECT id, entry_id, receipt_id, account FROM remitter ORDER BY id", 2, 1},
    [FACT_STATEMENT] = {"SELECT id, entry_id, serial, customer_id, kind, from_day, day,"
                        " balance, number, currency FROM statement ORDER BY id",
                        7, 2},
    [FACT_BANK_STATEMENT] = {"SELECT id, entry_id, account_id, first_day, last_day,"
                             " has_opening, opening, has_closing, closing, number, currency"
                             " FROM bank_statement ORDER BY id",
                             8, 2},
    [FACT_BANK_LINE] = {"SELECT id, entry_id, statement_id, account_id, booked, value, amount,"
                        " returned, currency, name, party, reference, bank_ref, text, code,"
                        " reason FROM bank_line ORDER BY id",
                        7, 8},
    [FACT_BANK_MATCH] = {"SELECT id, entry_id, group_id, account_id, line_id, document_id, day,"
                         " rule, why FROM bank_match ORDER BY id",
                         6, 2},
    [FACT_BANK_UNMATCH] =
        {"SELECT id, entry_id, group_id, day, reason FROM bank_unmatch ORDER BY id", 3, 1},
    [FACT_RECONCILIATION] = {"SELECT id, entry_id, account_id, day, opening, lines, closing,"
                             " ledger, transit, unpresented, prepared_by FROM reconciliation"
                             " ORDER BY id",
                             9, 1},
    [FACT_VERDICT] = {"SELECT id, entry_id, reconciliation_id, approved, decided_by, reason"
                      " FROM reconciliation_verdict ORDER BY id",
                      3, 2},
    [FACT_CONTACT] = {"SELECT id, entry_id, customer_id, document_id, kind, inbound, planned,"
                      " day, next_day, person, owner, text, next_action, next_owner"
                      " FROM contact_log ORDER BY id",
                      8, 5},
    [FACT_CONTACT_END] = {"SELECT id, entry_id, contact_id, day, dispute_id, text"
                          " FROM contact_end ORDER BY id",
                          4, 1},
    [FACT_PROMISE] = {"SELECT id, entry_id, customer_id, contact_id, amount, taken, plan,"
                      " whole, currency, person, text FROM promise ORDER BY id",
                      7, 3},
    [FACT_PROMISE_PART] =
        {"SELECT id, entry_id, promise_id, day, amount FROM promise_part ORDER BY id", 4, 0},
    [FACT_PROMISE_ITEM] = {"SELECT id, entry_id, promise_id, item_id FROM promise_item ORDER BY id",
                           3, 0},
    [FACT_PROMISE_END] =
        {"SELECT id, entry_id, promise_id, day, reason FROM promise_end ORDER BY id", 3, 1},
    [FACT_ATTACHMENT] = {"SELECT id, entry_id, customer_id, document_id, contact_id, size,"
                         " path, sha256, text FROM attachment ORDER BY id",
                         5, 3},
    [FACT_CONFIRMATION] = {"SELECT id, entry_id, serial, customer_id, day, sent, due, items,"
                           " balance, number, currency FROM confirmation ORDER BY id",
                           8, 2},
    [FACT_CONFIRMATION_ANSWER] = {"SELECT id, entry_id, confirmation_id, day, amount, person, text"
                                  " FROM confirmation_answer ORDER BY id",
                                  4, 2},
    [FACT_ASSERTION] = {"SELECT id, entry_id, customer_id, confirmation_id, day, amount,"
                        " currency, person, text FROM assertion ORDER BY id",
                        5, 3},
    [FACT_ASSERTION_END] =
        {"SELECT id, entry_id, assertion_id, reason FROM assertion_end ORDER BY id", 2, 1},
    [FACT_USER] = {"SELECT id, entry_id, roles, active, name, full_name FROM book_user"
                   " ORDER BY id",
                   3, 2},
    [FACT_USER_LIMIT] = {"SELECT id, entry_id, kind, amount, name FROM user_limit ORDER BY id", 3,
                         1},
    [FACT_APPROVAL] = {"SELECT id, entry_id, kind, customer_id, item_id, document_id, amount,"
                       " base, day, expires, currency, maker, reason, command FROM approval"
                       " ORDER BY id",
                       9, 4},
    [FACT_APPROVAL_END] = {"SELECT id, entry_id, approval_id, approved, ran_entry, maker,"
                           " decided_by, reason FROM approval_end ORDER BY id",
                           4, 3},
    [FACT_CONCESSION] = {"SELECT id, entry_id, kind, customer_id, item_id, document_id, base,"
                         " reached, allowed, day, approval_id, granted_by FROM concession"
                         " ORDER BY id",
                         10, 1},
    [FACT_DISPUTE_STEP] = {"SELECT id, entry_id, dispute_id, kind, day, status, due, escalate,"
                           " level, owner, text FROM dispute_step ORDER BY id",
                           8, 2},
    [FACT_DISPUTE_OUTCOME] = {"SELECT id, entry_id, dispute_id, kind, document_id, amount,"
                              " cause FROM dispute_outcome ORDER BY id",
                              5, 1},
    [FACT_DUNNING_RUN] = {"SELECT id, entry_id, day FROM dunning_run ORDER BY id", 2, 0},
    [FACT_DUNNING_LETTER] = {"SELECT id, entry_id, serial, run_id, customer_id, level, day,"
                             " due, held, amount, fee, fee_id, number, currency, language,"
                             " sha256, body FROM dunning_letter ORDER BY id",
                             11, 5},
    [FACT_DUNNING_ITEM] = {"SELECT id, entry_id, letter_id, item_id, level, before, days,"
                           " amount, rides FROM dunning_item ORDER BY id",
                           8, 0},
    [FACT_DUNNING_RELEASE] = {"SELECT id, entry_id, letter_id, day, fee_id FROM dunning_release"
                              " ORDER BY id",
                              4, 0},
    [FACT_DUNNING_UNDO] = {"SELECT id, entry_id, letter_id, day, reason FROM dunning_undo"
                           " ORDER BY id",
                           3, 1},
    [FACT_DUNNING_BLOCK] = {"SELECT id, entry_id, customer_id, document_id, from_day,"
                            " until_day, reason FROM dunning_block ORDER BY id",
                            5, 1},
    [FACT_DUNNING_UNBLOCK] = {"SELECT id, entry_id, block_id, day, reason FROM dunning_unblock"
                              " ORDER BY id",
                              3, 1},
    [FACT_PLACEMENT] = {"SELECT id, entry_id, customer_id, kind, day, whole, commission_ppm,"
                        " agency, reference, text FROM placement ORDER BY id",
                        6, 3},
    [FACT_PLACEMENT_ITEM] = {"SELECT id, entry_id, placement_id, item_id, amount"
                             " FROM placement_item ORDER BY id",
                             4, 0},
    [FACT_PLACEMENT_END] = {"SELECT id, entry_id, placement_id, item_id, day, reason"
                            " FROM placement_end ORDER BY id",
                            4, 1},
    [FACT_PLACEMENT_RECOVERY] = {"SELECT id, entry_id, placement_id, payment_id, cost_id, day,"
                                 " amount, commission, currency FROM placement_recovery"
                                 " ORDER BY id",
                                 7, 1},
    [FACT_INSOLVENCY] = {"SELECT id, entry_id, customer_id, day, reference, administrator,"
                         " text FROM insolvency ORDER BY id",
                         3, 3},
    [FACT_INSOLVENCY_STEP] = {"SELECT id, entry_id, insolvency_id, kind, day, amount,"
                              " document_id, currency, reference FROM insolvency_step"
                              " ORDER BY id",
                              6, 2},
    [FACT_INSOLVENCY_END] = {"SELECT id, entry_id, insolvency_id, day, reason"
                             " FROM insolvency_end ORDER BY id",
                             3, 1},
    [FACT_BAD_DEBT] = {"SELECT id, entry_id, document_id, item_id, customer_id, method, reason"
                       " FROM bad_debt ORDER BY id",
                       5, 1},
    [FACT_BAD_DEBT_STEP] = {"SELECT id, entry_id, bad_debt_id, kind, document_id, payment_id,"
                            " amount FROM bad_debt_step ORDER BY id",
                            6, 0},
    [FACT_LIMITATION] = {"SELECT id, entry_id, item_id, until, reason FROM limitation"
                         " ORDER BY id",
                         3, 1},
    [FACT_DATED] = {"SELECT id, entry_id, customer_id, field, from_day, mark"
                    " FROM customer_dated ORDER BY id",
                    4, 1},
    [FACT_HOLD] = {"SELECT id, entry_id, customer_id, document_id, day, until, reason"
                   " FROM hold ORDER BY id",
                   5, 1},
    [FACT_HOLD_END] = {"SELECT id, entry_id, hold_id, day, reason FROM hold_end ORDER BY id", 3, 1},
    [FACT_OVERRIDE] = {"SELECT id, entry_id, customer_id, day, until, amount, exposure,"
                       " credit_limit, insured, currency, role, reason FROM credit_override"
                       " ORDER BY id",
                       8, 3},
    [FACT_OVERRIDE_RULE] = {"SELECT id, entry_id, override_id, rule, figure, bound"
                            " FROM credit_override_rule ORDER BY id",
                            5, 0},
    [FACT_ORDER_FILE] = {"SELECT id, entry_id, day, lines FROM order_file ORDER BY id", 3, 0},
    [FACT_ORDER_LINE] = {"SELECT id, entry_id, file_id, customer_id, amount, number, currency"
                         " FROM order_line ORDER BY id",
                         4, 2},
    [FACT_CREDIT_APPLICATION] = {"SELECT id, entry_id, customer_id, day, requested, currency,"
                                 " referees, text FROM credit_application ORDER BY id",
                                 4, 3},
    [FACT_CREDIT_CHECK] = {"SELECT id, entry_id, application_id, day, point, text"
                           " FROM credit_check ORDER BY id",
                           3, 2},
    [FACT_CREDIT_DECISION] = {"SELECT id, entry_id, application_id, day, approved,"
                              " credit_limit, temporary, temporary_until, first_limit, review,"
                              " reason FROM credit_decision ORDER BY id",
                              9, 1},
    [FACT_SPECIAL_TERMS] = {"SELECT id, entry_id, customer_id, from_day, to_day, terms_id,"
                            " discount, text FROM special_terms ORDER BY id",
                            5, 2},
    [FACT_CHARGE_RATE] = {"SELECT id, entry_id, from_day, ppm, scheme FROM charge_rate"
                          " ORDER BY id",
                          3, 1},
    [FACT_CHARGE_RUN] = {"SELECT id, entry_id, upto, customer_id, collector FROM charge_run"
                         " ORDER BY id",
                         3, 1},
    [FACT_CHARGE_RUN_END] =
        {"SELECT id, entry_id, run_id, kind, day FROM charge_run_end ORDER BY id", 4, 0},
    [FACT_CHARGE_LINE] = {"SELECT id, entry_id, run_id, document_id, item_id, kind, upto, days,"
                          " accrued, before, amount FROM charge_line ORDER BY id",
                          10, 0},
    [FACT_CHARGE_PIECE] = {"SELECT id, entry_id, line_id, from_day, to_day, open, ppm, divisor"
                           " FROM charge_piece ORDER BY id",
                           7, 0},
    [FACT_MASTER] = {"SELECT id, entry_id, master, record, mark FROM master_mark ORDER BY id", 1,
                     3},
    [FACT_PASSWORD] = {"SELECT id, entry_id, name, phrase FROM user_password ORDER BY id", 1, 2},
    [FACT_PASSWORD_FAILURE] =
        {"SELECT id, entry_id, moment, name FROM password_failure ORDER BY id", 2, 1},
    [FACT_ALLOWANCE_RATE] = {"SELECT id, entry_id, from_day, kind, ppm, segment, bucket,"
                             " reason FROM allowance_rate ORDER BY id",
                             4, 3},
    [FACT_ALLOWANCE_SPECIFIC] = {"SELECT id, entry_id, customer_id, item_id, from_day,"
                                 " by_rate, value, reason FROM allowance_specific ORDER BY id",
                                 6, 1},
    [FACT_ALLOWANCE_SPECIFIC_END] = {"SELECT id, entry_id, specific_id, day, reason"
                                     " FROM allowance_specific_end ORDER BY id",
                                     3, 1},
    [FACT_ALLOWANCE_RUN] = {"SELECT id, entry_id, serial, day, rolled, months, by_class,"
                            " net_of_tax, open, unused, matrix, specific, existing, number,"
                            " buckets FROM allowance_run ORDER BY id",
                            12, 2},
    [FACT_ALLOWANCE_LINE] = {"SELECT id, entry_id, run_id, bucket, gross, credits, tax,"
                             " loss_ppm, factor_ppm, amount, segment, name"
                             " FROM allowance_line ORDER BY id",
                             9, 2},
    [FACT_ALLOWANCE_PART] = {"SELECT id, entry_id, run_id, kind, specific_id, customer_id,"
                             " item_id, gross, open, base, amount FROM allowance_part"
                             " ORDER BY id",
                             10, 0},
    [FACT_ALLOWANCE_INPUT] = {"SELECT id, entry_id, run_id, day, bucket, open, segment"
                              " FROM allowance_input ORDER BY id",
                              5, 1},
    [FACT_ALLOWANCE_POSTING] = {"SELECT id, entry_id, run_id, document_id, existing, amount"
                                " FROM allowance_posting ORDER BY id",
                                5, 0},
    [FACT_STATEMENT_ACCOUNT] = {"SELECT id, entry_id, statement_id, customer_id, balance"
                                " FROM statement_account ORDER BY id",
                                4, 0},
    [FACT_SENT_PAPER] = {"SELECT id, entry_id, customer_id, kind, channel, day, number,"
                         " address, sha256, body FROM sent_paper ORDER BY id",
                         5, 4},
    [FACT_OUTBOX] = {"SELECT id, entry_id, customer_id, sent_id, recipient, subject, body"
                     " FROM outbox ORDER BY id",
                     3, 3},
    [FACT_OUTBOX_STEP] = {"SELECT id, entry_id, outbox_id, kind, moment, sha256, text"
                          " FROM outbox_step ORDER BY id",
                          4, 2},
    [FACT_RECURRING_PART] = {"SELECT id, entry_id, recurring_id, turn, day, amount"
                             " FROM recurring_part ORDER BY id",
                             5, 0},
    [FACT_RECURRING_RUN] = {"SELECT id, entry_id, to_day FROM recurring_run ORDER BY id", 2, 0},
    [FACT_RECURRING_MADE] = {"SELECT id, entry_id, run_id, recurring_id, turn, take, due_day,"
                             " document_id, period, reason FROM recurring_made ORDER BY id",
                             7, 2},
    [FACT_RECURRING_UNDO] = {"SELECT id, entry_id, made_id, reason FROM recurring_undo ORDER BY id",
                             2, 1},
    [FACT_PICTURE] = {"SELECT id, entry_id, width, height, sha256, body FROM picture"
                      " ORDER BY id",
                      3, 2},
    [FACT_USER_ACCOUNT] = {"SELECT id, entry_id, name, account FROM user_account ORDER BY id", 1,
                           2},
    [FACT_USER_SIGN] = {"SELECT id, entry_id, kind, moment, name, place FROM user_sign"
                        " ORDER BY id",
                        3, 2},
    [FACT_ERASURE] = {"SELECT id, entry_id, kind, row_id, before, after FROM erasure ORDER BY id",
                      3, 2},
    [FACT_ERASURE_WISH] = {"SELECT id, entry_id, customer_id, expires, maker FROM erasure_wish"
                           " ORDER BY id",
                           3, 1},
};

const struct fact_form *fact_form(enum fact_kind kind)
{
    must(kind >= FACT_DISPUTE && kind < FACT_KINDS);
    return &forms[kind];
}

const char *fact_question(int kind, int *columns)
{
    if (kind == FACT_DOCUMENT || kind == FACT_APPLICATION)
        return NULL;
    const struct fact_form *form = fact_form((enum fact_kind)kind);
    *columns = 1 + form->numbers + form->texts;
    return form->sql;
}
