/* commands: the list of all commands, in the order in which help shows them.
 *
 * A command is a `const struct command cmd_<name>` in cmd_<noun>.c and its line here, <name> being
 * noun and verb: X(customer_add). */
#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

#include "app/command.h"

/* clang-format off */
#define COMMANDS(X)                                                                                \
    /* files */                                                                                    \
    X(import_customers)                                                                            \
    X(import_invoices)                                                                             \
    X(import_payments)                                                                             \
    X(import_history)                                                                              \
    X(bank_read)                                                                                   \
    X(bank_check)                                                                                  \
    X(run)                                                                                         \
    X(help)                                                                                        \
    X(help_man)                                                                                    \
    X(help_completion)                                                                             \
    /* the book */                                                                                 \
    X(book_new)                                                                                    \
    X(book_info)                                                                                   \
    X(book_set)                                                                                    \
    X(book_settings)                                                                               \
    X(book_verify)                                                                                 \
    X(book_backup)                                                                                 \
    X(book_restore)                                                                                \
    X(book_migrate)                                                                                \
    X(book_sql)                                                                                    \
    /* anything */                                                                                 \
    X(find)                                                                                        \
    /* the journal */                                                                              \
    X(journal_list)                                                                                \
    X(journal_show)                                                                                \
    X(journal_reverse)                                                                             \
    X(journal_verify)                                                                              \
    /* lists by name */                                                                            \
    X(view_save)                                                                                   \
    X(view_list)                                                                                   \
    X(view_remove)                                                                                 \
    /* customers */                                                                                \
    X(customer_add)                                                                                \
    X(customer_set)                                                                                \
    X(customer_list)                                                                               \
    X(customer_special)                                                                            \
    X(customer_specials)                                                                           \
    X(customer_export)                                                                             \
    X(customer_merge)                                                                              \
    X(customer_history)                                                                            \
    X(customer_show)                                                                               \
    X(customer_match)                                                                              \
    X(customer_unmatch)                                                                            \
    X(person_add)                                                                                  \
    X(person_list)                                                                                 \
    X(contact_log)                                                                                 \
    X(contact_close)                                                                               \
    X(contact_list)                                                                                \
    X(alias_add)                                                                                   \
    X(alias_remove)                                                                                \
    X(alias_list)                                                                                  \
    X(statement_issue)                                                                             \
    X(statement_list)                                                                              \
    X(customer_reconcile)                                                                          \
    X(confirmation_send)                                                                           \
    X(confirmation_answer)                                                                         \
    X(confirmation_list)                                                                           \
    X(balance_assert)                                                                              \
    X(balance_withdraw)                                                                            \
    X(balance_list)                                                                                \
    X(promise_take)                                                                                \
    X(promise_cancel)                                                                              \
    X(promise_list)                                                                                \
    X(plan_make)                                                                                   \
    X(plan_cancel)                                                                                 \
    X(plan_list)                                                                                   \
    X(plan_show)                                                                                   \
    /* credit */                                                                                   \
    X(hold_set)                                                                                    \
    X(hold_release)                                                                                \
    X(hold_override)                                                                               \
    X(hold_check)                                                                                  \
    X(hold_list)                                                                                   \
    X(hold_overrides)                                                                              \
    X(order_import)                                                                                \
    X(order_list)                                                                                  \
    X(credit_application_add)                                                                      \
    X(credit_application_check)                                                                    \
    X(credit_application_decide)                                                                   \
    X(credit_application_list)                                                                     \
    /* agencies, lawyers, courts */                                                                \
    X(placement_make)                                                                              \
    X(placement_recall)                                                                            \
    X(placement_recover)                                                                           \
    X(placement_list)                                                                              \
    X(customer_insolvent)                                                                          \
    X(customer_discharge)                                                                          \
    X(insolvency_claim)                                                                            \
    X(insolvency_dividend)                                                                         \
    X(insolvency_list)                                                                             \
    X(baddebt_writeoff)                                                                            \
    X(baddebt_recover)                                                                             \
    X(baddebt_relief)                                                                              \
    X(baddebt_reverse)                                                                             \
    X(baddebt_list)                                                                                \
    X(jurisdiction_set)                                                                            \
    X(jurisdiction_list)                                                                           \
    X(dormant_take)                                                                                \
    X(allowance_run)                                                                               \
    X(allowance_show)                                                                              \
    X(allowance_list)                                                                              \
    X(allowance_post)                                                                              \
    X(allowance_reverse)                                                                           \
    X(allowance_rate_set)                                                                          \
    X(allowance_rate_list)                                                                         \
    X(allowance_specific_set)                                                                      \
    X(allowance_specific_end)                                                                      \
    X(allowance_specific_list)                                                                     \
    X(attachment_add)                                                                              \
    X(attachment_list)                                                                             \
    X(attachment_open)                                                                             \
    X(dispute_open)                                                                                \
    X(dispute_resolve)                                                                             \
    X(dispute_set)                                                                                 \
    X(dispute_escalate)                                                                            \
    X(dispute_note)                                                                                \
    X(dispute_show)                                                                                \
    X(dispute_list)                                                                                \
    X(dispute_reason_set)                                                                          \
    X(dispute_reason_list)                                                                         \
    X(dispute_cause_set)                                                                           \
    X(dispute_cause_list)                                                                          \
    X(dunning_preview)                                                                             \
    X(dunning_draft)                                                                               \
    X(dunning_run)                                                                                 \
    X(dunning_list)                                                                                \
    X(dunning_runs)                                                                                \
    X(dunning_show)                                                                                \
    X(dunning_print)                                                                               \
    X(dunning_confirm)                                                                             \
    X(dunning_undo)                                                                                \
    X(dunning_block)                                                                               \
    X(dunning_unblock)                                                                             \
    X(dunning_blocks)                                                                              \
    X(dunning_level_set)                                                                           \
    X(dunning_level_list)                                                                          \
    X(dunning_text_set)                                                                            \
    X(dunning_text_list)                                                                           \
    /* who may what */                                                                             \
    X(user_add)                                                                                    \
    X(user_set)                                                                                    \
    X(user_list)                                                                                   \
    X(approval_list)                                                                               \
    X(approval_show)                                                                               \
    X(approval_approve)                                                                            \
    X(approval_reject)                                                                             \
    /* what papers refer to */                                                                     \
    X(terms_add)                                                                                   \
    X(terms_list)                                                                                  \
    X(tax_add)                                                                                     \
    X(tax_list)                                                                                    \
    X(account_add)                                                                                 \
    X(account_list)                                                                                \
    X(rate_add)                                                                                    \
    X(rate_list)                                                                                   \
    X(rate_revalue)                                                                                \
    /* what both owe */                                                                            \
    X(payable_import)                                                                              \
    X(payable_list)                                                                                \
    X(netting_agree)                                                                               \
    X(netting_propose)                                                                             \
    X(netting_post)                                                                                \
    X(netting_undo)                                                                                \
    X(netting_list)                                                                                \
    /* late charges */                                                                             \
    X(charge_preview)                                                                              \
    X(charge_run)                                                                                  \
    X(charge_review)                                                                               \
    X(charge_leave)                                                                                \
    X(charge_explain)                                                                              \
    X(charge_post)                                                                                 \
    X(charge_drop)                                                                                 \
    X(charge_undo)                                                                                 \
    X(charge_reverse)                                                                              \
    X(charge_runs)                                                                                 \
    X(charge_list)                                                                                 \
    X(charge_show)                                                                                 \
    X(charge_rate_add)                                                                             \
    X(charge_rate_list)                                                                            \
    /* the month's end */                                                                          \
    X(period_close)                                                                                \
    X(period_reopen)                                                                               \
    X(period_admit)                                                                                \
    X(period_list)                                                                                 \
    X(period_show)                                                                                 \
    X(period_totals)                                                                               \
    X(gl_tie)                                                                                      \
    X(gl_import)                                                                                   \
    X(gl_explain)                                                                                  \
    X(gl_export)                                                                                   \
    X(gl_batches)                                                                                  \
    /* reports */                                                                                  \
    X(report_aging)                                                                                \
    X(report_openitems)                                                                            \
    X(report_collection)                                                                           \
    X(report_worklist)                                                                             \
    X(report_promises)                                                                             \
    X(report_credit)                                                                               \
    X(report_statement)                                                                            \
    X(report_customer)                                                                             \
    X(report_cash)                                                                                 \
    X(report_deposits)                                                                             \
    X(report_unapplied)                                                                            \
    X(report_disputes)                                                                             \
    X(report_causes)                                                                               \
    X(report_charges)                                                                              \
    X(report_journal)                                                                              \
    X(report_duties)                                                                               \
    X(report_rollforward)                                                                          \
    X(report_cutoff)                                                                               \
    X(report_creditbalances)                                                                       \
    X(report_subsequent)                                                                           \
    X(report_forecast)                                                                             \
    X(report_allowance)                                                                            \
    X(report_dso)                                                                                  \
    X(report_trend)                                                                                \
    X(report_metrics)                                                                              \
    X(report_collected)                                                                            \
    X(report_tax)                                                                                  \
    X(report_baddebttax)                                                                           \
    X(report_limitation)                                                                           \
    X(report_dormant)                                                                              \
    X(report_writeoffs)                                                                            \
    X(report_insolvency)                                                                           \
    X(report_cashtax)                                                                              \
    /* papers and money */                                                                         \
    X(invoice_issue)                                                                               \
    X(invoice_void)                                                                                \
    X(invoice_amend)                                                                               \
    X(invoice_reage)                                                                               \
    X(invoice_reaged)                                                                              \
    X(invoice_list)                                                                                \
    X(invoice_show)                                                                                \
    X(invoice_ubl)                                                                                 \
    X(debit_issue)                                                                                 \
    X(debit_void)                                                                                  \
    X(credit_issue)                                                                                \
    X(credit_apply)                                                                                \
    X(credit_unapply)                                                                              \
    X(credit_void)                                                                                 \
    X(credit_list)                                                                                 \
    X(credit_show)                                                                                 \
    X(payment_receive)                                                                             \
    X(payment_autocash)                                                                            \
    X(payment_apply)                                                                               \
    X(payment_unapply)                                                                             \
    X(payment_reverse)                                                                             \
    X(payment_identify)                                                                            \
    X(payment_transfer)                                                                            \
    X(transfer_undo)                                                                               \
    X(payment_list)                                                                                \
    X(payment_show)                                                                                \
    X(batch_open)                                                                                  \
    X(batch_set)                                                                                   \
    X(batch_remove)                                                                                \
    X(batch_move)                                                                                  \
    X(batch_accept)                                                                                \
    X(batch_drop)                                                                                  \
    X(batch_post)                                                                                  \
    X(batch_list)                                                                                  \
    X(batch_show)                                                                                  \
    X(deposit_make)                                                                                \
    X(deposit_void)                                                                                \
    X(deposit_pending)                                                                             \
    X(deposit_list)                                                                                \
    X(deposit_show)                                                                                \
    X(deduction_split)                                                                             \
    X(deduction_undo)                                                                              \
    /* the bank */                                                                                 \
    X(bank_import)                                                                                 \
    X(bank_lockbox)                                                                                \
    X(bank_account)                                                                                \
    X(bank_accounts)                                                                               \
    X(bank_list)                                                                                   \
    X(bank_show)                                                                                   \
    X(bank_propose)                                                                                \
    X(bank_match)                                                                                  \
    X(bank_unmatch)                                                                                \
    X(bank_post)                                                                                   \
    X(bank_rule)                                                                                   \
    X(bank_endrule)                                                                                \
    X(bank_rules)                                                                                  \
    X(profile_list)                                                                                \
    X(profile_remove)                                                                              \
    X(bank_reconcile)                                                                              \
    X(bank_submit)                                                                                 \
    X(bank_approve)                                                                                \
    X(bank_reject)                                                                                 \
    X(bank_reconciliations)                                                                        \
    X(writeoff_post)                                                                               \
    X(discount_allow)                                                                              \
    X(discount_undo)                                                                               \
    X(writeoff_reverse)                                                                            \
    X(limitation_set)                                                                              \
    X(refund_pay)                                                                                  \
    X(refund_void)                                                                                 \
    X(item_list)                                                                                   \
    X(application_list)
/* clang-format on */

#define X(name) extern const struct command cmd_##name;
COMMANDS(X)
#undef X

#endif
