-- Batches of payments with control totals. They are drafts: a line is a command that has not run yet, so
-- no figure of the books knows them. What happened to a batch (another control total, a difference that
-- was accepted, posted, dropped) is in "change", under the subject "batch".
CREATE TABLE batch (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,                 -- that opened it: who and when
    number     TEXT NOT NULL COLLATE NOCASE UNIQUE, -- "2026-11-22/A"
    day        INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id), -- the bank
    currency   TEXT NOT NULL,
    count      INTEGER NOT NULL CHECK (count > 0), -- how many are expected
    total      INTEGER NOT NULL CHECK (total > 0), -- and what they come to
    tape       TEXT NOT NULL DEFAULT ''          -- "100.00 250.00": the adding machine's, "" none
) STRICT;

CREATE TABLE batch_line (
    id          INTEGER PRIMARY KEY,
    batch_id    INTEGER NOT NULL REFERENCES batch (id),
    seq         INTEGER NOT NULL CHECK (seq > 0),
    entry_id    INTEGER NOT NULL,                -- that entered it: who and when
    command     TEXT NOT NULL,                   -- with its arguments; "" once the journal has it
    op_id       TEXT NOT NULL UNIQUE,            -- under which it is posted
    customer_id INTEGER REFERENCES customer (id),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    method      INTEGER NOT NULL,
    reference   TEXT NOT NULL DEFAULT '',
    document_id INTEGER REFERENCES document (id), -- the payment that it became
    UNIQUE (batch_id, seq)
) STRICT;
CREATE INDEX batch_line_by_customer ON batch_line (customer_id);
CREATE INDEX batch_line_waiting ON batch_line (batch_id) WHERE document_id IS NULL;
CREATE UNIQUE INDEX batch_line_by_document ON batch_line (document_id) WHERE document_id IS NOT NULL;

-- By how much a line would make an item smaller: a debit that it pays, with discount and write-off, or a
-- credit that it uses.
CREATE TABLE batch_pays (
    line_id INTEGER NOT NULL REFERENCES batch_line (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    amount  INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (line_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_pays_by_item ON batch_pays (item_id);

-- What was posted stays; before that, a draft may be changed.
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'batch: a batch is never deleted; drop it'); END;
CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch WHEN NEW.id IS NOT OLD.id
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.number IS NOT OLD.number
    OR NEW.day IS NOT OLD.day
    OR NEW.account_id IS NOT OLD.account_id
    OR NEW.currency IS NOT OLD.currency
BEGIN SELECT RAISE(ABORT, 'batch: only its control total is corrected'); END;
CREATE TRIGGER batch_line_no_update BEFORE UPDATE ON batch_line WHEN OLD.document_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'batch_line: it is posted; post a correction'); END;
CREATE TRIGGER batch_line_no_delete BEFORE DELETE ON batch_line WHEN OLD.document_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'batch_line: it is posted; post a reversal'); END;

CREATE VIEW v_batch_line AS
SELECT b.number AS batch, l.seq AS line, customer.code AS customer, b.currency, l.amount, l.reference, document.number AS payment
FROM batch_line l JOIN batch b ON b.id = l.batch_id LEFT JOIN customer ON customer.id = l.customer_id
LEFT JOIN document ON document.id = l.document_id;
