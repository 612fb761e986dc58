-- Erased: what names a person is taken out of the facts when nobody has to keep it any more, and the
-- journal still proves itself.

-- One row an erased row. kind: the number of its kind of fact (ledger/local.h); 0 is the head of a
-- document with its receipt, -2 its lines, -1 a journal entry. before: what the hash of the older entry
-- stands on; after: the same of what is there now; both as hex.
CREATE TABLE erasure (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    kind     INTEGER NOT NULL CHECK (kind >= -2),
    row_id   INTEGER NOT NULL,
    before   TEXT NOT NULL CHECK (length(before) = 64),
    after    TEXT NOT NULL CHECK (length(after) = 64),
    UNIQUE (kind, row_id)
) STRICT;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure: a posted fact never changes'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure: what was erased stays erased'); END;

-- Somebody asked that a customer be erased; somebody else does it.
CREATE TABLE erasure_wish (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    expires     INTEGER NOT NULL, -- the last day on which somebody else may do it
    maker       TEXT NOT NULL
) STRICT;
CREATE INDEX erasure_wish_by_customer ON erasure_wish (customer_id, id);
CREATE TRIGGER erasure_wish_no_update BEFORE UPDATE ON erasure_wish BEGIN SELECT RAISE(ABORT, 'erasure_wish: a posted fact never changes'); END;
CREATE TRIGGER erasure_wish_no_delete BEFORE DELETE ON erasure_wish BEGIN SELECT RAISE(ABORT, 'erasure_wish: a posted fact is never deleted'); END;

-- What the entry that is being written erases: as soon as it is written, nothing of it changes any more.
CREATE VIEW v_erasing AS
SELECT kind, row_id FROM erasure WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = erasure.entry_id);

-- Facts with words in them change in this way alone.
DROP TRIGGER document_no_update;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 0 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document: a posted fact never changes; post a correction'); END;
DROP TRIGGER receipt_no_update;
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 0 AND row_id = OLD.document_id)
BEGIN SELECT RAISE(ABORT, 'receipt: a posted fact never changes; post a correction'); END;
DROP TRIGGER line_no_update;
CREATE TRIGGER line_no_update BEFORE UPDATE ON line
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = -2 AND row_id = OLD.document_id)
BEGIN SELECT RAISE(ABORT, 'line: a posted fact never changes; post a correction'); END;
DROP TRIGGER application_no_update;
CREATE TRIGGER application_no_update BEFORE UPDATE ON application
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 1 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'application: a posted fact never changes; post a correction'); END;
DROP TRIGGER amendment_no_update;
CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 4 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'amendment: a posted fact never changes; post a correction'); END;
DROP TRIGGER change_no_update;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 5 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'change: a posted fact never changes; post a correction'); END;
DROP TRIGGER reage_no_update;
CREATE TRIGGER reage_no_update BEFORE UPDATE ON reage
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 7 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'reage: a posted fact never changes; post a correction'); END;
DROP TRIGGER remitter_no_update;
CREATE TRIGGER remitter_no_update BEFORE UPDATE ON remitter
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 15 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'remitter: a posted fact never changes; post a correction'); END;
DROP TRIGGER dispute_no_update;
CREATE TRIGGER dispute_no_update BEFORE UPDATE ON dispute
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 2 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dispute: a posted fact never changes; post a correction'); END;
DROP TRIGGER dispute_closing_no_update;
CREATE TRIGGER dispute_closing_no_update BEFORE UPDATE ON dispute_closing
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 3 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dispute_closing: a posted fact never changes; post a correction'); END;
DROP TRIGGER dispute_step_no_update;
CREATE TRIGGER dispute_step_no_update BEFORE UPDATE ON dispute_step
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 39 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dispute_step: a step of a case never changes; take another one'); END;
DROP TRIGGER bank_line_no_update;
CREATE TRIGGER bank_line_no_update BEFORE UPDATE ON bank_line
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 18 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'bank_line: a posted fact never changes; post a correction'); END;
DROP TRIGGER bank_match_no_update;
CREATE TRIGGER bank_match_no_update BEFORE UPDATE ON bank_match
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 19 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'bank_match: a posted fact never changes; unmatch it'); END;
DROP TRIGGER bank_unmatch_no_update;
CREATE TRIGGER bank_unmatch_no_update BEFORE UPDATE ON bank_unmatch
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 20 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'bank_unmatch: a posted fact never changes'); END;
DROP TRIGGER contact_log_no_update;
CREATE TRIGGER contact_log_no_update BEFORE UPDATE ON contact_log
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 23 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'contact_log: a posted fact never changes; post a correction'); END;
DROP TRIGGER contact_end_no_update;
CREATE TRIGGER contact_end_no_update BEFORE UPDATE ON contact_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 24 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'contact_end: a posted fact never changes; post a correction'); END;
DROP TRIGGER promise_no_update;
CREATE TRIGGER promise_no_update BEFORE UPDATE ON promise
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 25 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'promise: a posted fact never changes; post a correction'); END;
DROP TRIGGER promise_end_no_update;
CREATE TRIGGER promise_end_no_update BEFORE UPDATE ON promise_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 28 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'promise_end: a posted fact never changes; post a correction'); END;
DROP TRIGGER attachment_no_update;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 29 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'attachment: a posted fact never changes; post a correction'); END;
DROP TRIGGER confirmation_answer_no_update;
CREATE TRIGGER confirmation_answer_no_update BEFORE UPDATE ON confirmation_answer
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 31 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'confirmation_answer: an answer never changes; note the right one beside it'); END;
DROP TRIGGER assertion_no_update;
CREATE TRIGGER assertion_no_update BEFORE UPDATE ON assertion
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 32 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'assertion: what was asserted never changes; withdraw it'); END;
DROP TRIGGER assertion_end_no_update;
CREATE TRIGGER assertion_end_no_update BEFORE UPDATE ON assertion_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 33 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'assertion_end: a withdrawal never changes'); END;
DROP TRIGGER approval_no_update;
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 36 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'approval: what waits never changes; reject it'); END;
DROP TRIGGER approval_end_no_update;
CREATE TRIGGER approval_end_no_update BEFORE UPDATE ON approval_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 37 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'approval_end: a decision never changes'); END;
DROP TRIGGER dunning_letter_no_update;
CREATE TRIGGER dunning_letter_no_update BEFORE UPDATE ON dunning_letter
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 42 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dunning_letter: a posted fact never changes; post a correction'); END;
DROP TRIGGER dunning_undo_no_update;
CREATE TRIGGER dunning_undo_no_update BEFORE UPDATE ON dunning_undo
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 45 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dunning_undo: a posted fact never changes; post a correction'); END;
DROP TRIGGER dunning_block_no_update;
CREATE TRIGGER dunning_block_no_update BEFORE UPDATE ON dunning_block
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 46 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dunning_block: a posted fact never changes; post a correction'); END;
DROP TRIGGER dunning_unblock_no_update;
CREATE TRIGGER dunning_unblock_no_update BEFORE UPDATE ON dunning_unblock
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 47 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'dunning_unblock: a posted fact never changes; post a correction'); END;
DROP TRIGGER placement_no_update;
CREATE TRIGGER placement_no_update BEFORE UPDATE ON placement
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 48 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'placement: a fact never changes; recall it'); END;
DROP TRIGGER placement_end_no_update;
CREATE TRIGGER placement_end_no_update BEFORE UPDATE ON placement_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 50 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'placement_end: a fact never changes; place it again'); END;
DROP TRIGGER insolvency_no_update;
CREATE TRIGGER insolvency_no_update BEFORE UPDATE ON insolvency
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 52 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'insolvency: a fact never changes; discharge it'); END;
DROP TRIGGER insolvency_step_no_update;
CREATE TRIGGER insolvency_step_no_update BEFORE UPDATE ON insolvency_step
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 53 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'insolvency_step: a fact never changes; take another one'); END;
DROP TRIGGER insolvency_end_no_update;
CREATE TRIGGER insolvency_end_no_update BEFORE UPDATE ON insolvency_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 54 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'insolvency_end: a fact never changes'); END;
DROP TRIGGER bad_debt_no_update;
CREATE TRIGGER bad_debt_no_update BEFORE UPDATE ON bad_debt
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 55 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'bad_debt: a posted fact never changes; reverse it'); END;
DROP TRIGGER limitation_no_update;
CREATE TRIGGER limitation_no_update BEFORE UPDATE ON limitation
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 57 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'limitation: a fact never changes; say another day'); END;
DROP TRIGGER special_terms_no_update;
CREATE TRIGGER special_terms_no_update BEFORE UPDATE ON special_terms
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 68 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'special_terms: a posted fact never changes; write the next row'); END;
DROP TRIGGER hold_no_update;
CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 59 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'hold: a posted fact never changes; post a correction'); END;
DROP TRIGGER hold_end_no_update;
CREATE TRIGGER hold_end_no_update BEFORE UPDATE ON hold_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 60 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'hold_end: a posted fact never changes; post a correction'); END;
DROP TRIGGER credit_override_no_update;
CREATE TRIGGER credit_override_no_update BEFORE UPDATE ON credit_override
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 61 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'credit_override: a posted fact never changes; post a correction'); END;
DROP TRIGGER credit_application_no_update;
CREATE TRIGGER credit_application_no_update BEFORE UPDATE ON credit_application
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 65 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'credit_application: a posted fact never changes; post a correction'); END;
DROP TRIGGER credit_check_no_update;
CREATE TRIGGER credit_check_no_update BEFORE UPDATE ON credit_check
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 66 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'credit_check: a posted fact never changes; post a correction'); END;
DROP TRIGGER credit_decision_no_update;
CREATE TRIGGER credit_decision_no_update BEFORE UPDATE ON credit_decision
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 67 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'credit_decision: a posted fact never changes; post a correction'); END;
DROP TRIGGER allowance_specific_no_update;
CREATE TRIGGER allowance_specific_no_update BEFORE UPDATE ON allowance_specific
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 78 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'allowance_specific: a fact never changes; end it'); END;
DROP TRIGGER allowance_specific_end_no_update;
CREATE TRIGGER allowance_specific_end_no_update BEFORE UPDATE ON allowance_specific_end
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 79 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'allowance_specific_end: a fact never changes'); END;
DROP TRIGGER sent_paper_no_update;
CREATE TRIGGER sent_paper_no_update BEFORE UPDATE ON sent_paper
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 86 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'sent_paper: what was sent never changes; send another one'); END;
DROP TRIGGER outbox_no_update;
CREATE TRIGGER outbox_no_update BEFORE UPDATE ON outbox
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 87 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outbox: a mail never changes; drop it and send another one'); END;
DROP TRIGGER outbox_step_no_update;
CREATE TRIGGER outbox_step_no_update BEFORE UPDATE ON outbox_step
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 88 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outbox_step: what happened to a mail never changes'); END;
DROP TRIGGER recurring_made_no_update;
CREATE TRIGGER recurring_made_no_update BEFORE UPDATE ON recurring_made
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 91 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'recurring_made: a posted fact never changes; post a correction'); END;
DROP TRIGGER recurring_undo_no_update;
CREATE TRIGGER recurring_undo_no_update BEFORE UPDATE ON recurring_undo
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 92 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'recurring_undo: a posted fact never changes; post a correction'); END;

-- Of an entry the command and its salt may be erased as before; its words with an erasure.
DROP TRIGGER entry_no_update;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry WHEN NEW.id IS NOT OLD.id
    OR NEW.moment IS NOT OLD.moment
    OR NEW.actor IS NOT OLD.actor
    OR NEW.command_hash IS NOT OLD.command_hash
    OR NEW.op_id IS NOT OLD.op_id
    OR NEW.form IS NOT OLD.form
    OR NEW.hash IS NOT OLD.hash
    OR (NEW.command IS NOT NULL AND NEW.command IS NOT OLD.command)
    OR (NEW.salt IS NOT NULL AND NEW.salt IS NOT OLD.salt)
    OR (NEW.op_hash IS NOT OLD.op_hash AND (NEW.op_hash IS NOT NULL OR NEW.command IS NOT NULL))
    OR ((NEW.ref IS NOT OLD.ref OR NEW.says IS NOT OLD.says)
        AND NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = -1 AND row_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'entry: the journal never changes'); END;

-- Neither is in the chain: the name of an imported file, the reference of a posted line of a batch.
DROP TRIGGER import_file_no_update;
CREATE TRIGGER import_file_no_update BEFORE UPDATE ON import_file WHEN NEW.hash IS NOT OLD.hash
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.name NOT IN (OLD.name, '(erased)')
    OR NEW.kind IS NOT OLD.kind
    OR NEW.rows IS NOT OLD.rows
BEGIN SELECT RAISE(ABORT, 'import_file: a posted fact never changes; post a correction'); END;
DROP TRIGGER batch_line_no_update;
CREATE TRIGGER batch_line_no_update BEFORE UPDATE ON batch_line WHEN OLD.document_id IS NOT NULL
    AND (NEW.id IS NOT OLD.id
    OR NEW.batch_id IS NOT OLD.batch_id
    OR NEW.seq IS NOT OLD.seq
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.command IS NOT OLD.command
    OR NEW.op_id IS NOT OLD.op_id
    OR NEW.customer_id IS NOT OLD.customer_id
    OR NEW.amount IS NOT OLD.amount
    OR NEW.method IS NOT OLD.method
    OR NEW.reference NOT IN (OLD.reference, '(erased)')
    OR NEW.document_id IS NOT OLD.document_id)
BEGIN SELECT RAISE(ABORT, 'batch_line: it is posted; post a correction'); END;
