/* proofparts: the passes of the proof (RULES.md R9), each one scan or merge over the whole book. */
#ifndef LEDGER_PROOFPARTS_H
#define LEDGER_PROOFPARTS_H

#include "ledger/local.h"
#include "ledger/trouble.h"

/* Documents with their items and postings: they balance (1), control accounts have what their items
 * say (4, 13), numbers have no gap (11), the stored totals of the general ledger are right. */
enum err proof_documents(struct book *book, struct trouble *trouble);
/* Items with what was applied to them: within 0 and amount on every day of both bases (2), open and
 * settled-on (3), nothing in base when nothing is open (12). */
enum err proof_items(struct book *book, struct trouble *trouble);
/* Applications with both their items: dates (7), one customer, currency, account (14), reversals
 * (10), and the realised differences that the documents of the act must show (4). */
enum err proof_applications(struct book *book, struct trouble *trouble);
/* Deposits with their receipts: one standing deposit each, nothing lost on the way (6), and what
 * lies on the accounts between is the receipts that wait. */
enum err proof_deposits(struct book *book, struct trouble *trouble);
/* Closed months: what is open at their end is what the close froze (8). */
enum err proof_periods(struct book *book, struct trouble *trouble);
/* Batches of the general ledger: they are what went out. */
enum err proof_batches(struct book *book, struct trouble *trouble);
/* Revaluations are taken back on the next day. */
enum err proof_revaluations(struct book *book, struct trouble *trouble);
/* Nettings are what was set off, and no bill is set off beyond its amount. */
enum err proof_nettings(struct book *book, struct trouble *trouble);
/* The hard end of collection: an item is placed once at a time and with its own customer's debts,
 * nobody is insolvent twice at a time, bad debts are what their papers say. */
enum err proof_recourse(struct book *book, struct trouble *trouble);
/* Statements that were sent: what each one told was owed then, their series has no gap (11). */
enum err proof_statements(struct book *book, struct trouble *trouble);
/* A series that is not of documents has no gap, and goes on behind its last number (R9 11);
 * `serials` is a literal that reads them in order. */
enum err proof_series(struct book *book, struct trouble *trouble, const char *serials,
                      const char *series);
/* Letters that asked for a balance told what was owed then; their series has no gap (11). */
enum err proof_counter(struct book *book, struct trouble *trouble);
/* Matches with the bank: equal on both sides, each line and document once; approved
 * reconciliations: by somebody else, with every line explained (R18). */
enum err proof_bank(struct book *book, struct trouble *trouble);
/* Batches of payments with their control totals and with the payments that their lines became. */
enum err proof_paybatches(struct book *book, struct trouble *trouble);
/* Promises are the sum of their parts and name items of their own customer and currency. */
enum err proof_promises(struct book *book, struct trouble *trouble);
/* What of customers counts from a day on is what was written, and what the record says now; nobody
 * stands under itself (R15). */
enum err proof_customers(struct book *book, struct trouble *trouble);
/* Tax that waits for the money is the tax in what is open of its papers. */
enum err proof_deferred(struct book *book, struct trouble *trouble);
/* Letters of dunning ask for the sum of their items, have the text with which they went out and
 * the charge of their fee; their series has no gap (11). */
enum err proof_dunning(struct book *book, struct trouble *trouble);
/* Whoever approves did not ask for it; what users granted was within their limit then (I10). */
enum err proof_approvals(struct book *book, struct trouble *trouble);
/* Whoever signed wrote the entry and had a password then; what is kept of passwords are hashes. */
enum err proof_passwords(struct book *book, struct trouble *trouble);
/* Pages that were sent are the bytes that were hashed then. */
enum err proof_sentpapers(struct book *book, struct trouble *trouble);
enum err proof_pictures(struct book *book, struct trouble *trouble);
/* Steps of mails follow each other: none was sent twice unless somebody wanted it. */
enum err proof_outbox(struct book *book, struct trouble *trouble);
enum err proof_disputes(struct book *book, struct trouble *trouble);
/* Holds were set by papers of their customer, overrides let something pass, files of orders are
 * whole, applications were looked at before they were decided. */
enum err proof_credit(struct book *book, struct trouble *trouble);
/* Late charges: their pieces come to what they say, and no item was charged more than that (R7). */
enum err proof_charges(struct book *book, struct trouble *trouble);
/* Runs of the allowance add up, and what was posted is what they say. */
enum err proof_allowance(struct book *book, struct trouble *trouble);
/* A template has one standing invoice a period, of its own customer. */
enum err proof_recurring(struct book *book, struct trouble *trouble);

#endif
