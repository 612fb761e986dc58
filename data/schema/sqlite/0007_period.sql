-- Periods: months are closed in order, so two days tell the state of every month. Each step is a fact;
-- the days after it stand beside it, and the last row is what holds now. A day of -2147483648: none.
CREATE TABLE period_step (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    month     INTEGER NOT NULL,      -- since 1970-01
    step      INTEGER NOT NULL CHECK (step BETWEEN 1 AND 4), -- soft close, close, reopen, admit
    soft_to   INTEGER NOT NULL,      -- the last soft-closed day
    closed_to INTEGER NOT NULL,      -- the last closed day
    actor     TEXT NOT NULL,         -- who took the step
    admitted  TEXT NOT NULL,         -- who may post into the soft-closed month from now on
    reason    TEXT NOT NULL,
    head      TEXT NOT NULL,         -- the chain's head on which the step stands, in hex
    CHECK (soft_to >= closed_to)
) STRICT;

-- What a close froze: what was open at the month's end.
CREATE TABLE period_frozen (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    step_id     INTEGER NOT NULL REFERENCES period_step (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    customer_id INTEGER NOT NULL,    -- 0: nobody knows whose
    bucket      INTEGER NOT NULL,    -- of 0,30,60,90 by due date; 99: credits
    amount      INTEGER NOT NULL,    -- in the currency
    base        INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    UNIQUE (step_id, account_id, customer_id, currency, bucket)
) STRICT;

CREATE TRIGGER period_step_no_update BEFORE UPDATE ON period_step BEGIN SELECT RAISE(ABORT, 'period_step: a posted fact never changes; post a correction'); END;
CREATE TRIGGER period_step_no_delete BEFORE DELETE ON period_step BEGIN SELECT RAISE(ABORT, 'period_step: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER period_frozen_no_update BEFORE UPDATE ON period_frozen BEGIN SELECT RAISE(ABORT, 'period_frozen: a posted fact never changes; post a correction'); END;
CREATE TRIGGER period_frozen_no_delete BEFORE DELETE ON period_frozen BEGIN SELECT RAISE(ABORT, 'period_frozen: a posted fact is never deleted; post a reversal'); END;

-- Whatever path a posting takes, a closed month takes none.
CREATE TRIGGER document_in_open_period BEFORE INSERT ON document
    WHEN NEW.posted <= (SELECT closed_to FROM period_step ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'document: its period is closed'); END;
CREATE TRIGGER application_in_open_period BEFORE INSERT ON application
    WHEN NEW.posted <= (SELECT closed_to FROM period_step ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'application: its period is closed'); END;

-- Batches of postings that went to the general ledger outside. A document is in the first batch whose
-- days and last entry take it in, so in one at most, and a batch never changes.
CREATE TABLE gl_batch (
    id            INTEGER PRIMARY KEY, -- the batch's number
    entry_id      INTEGER NOT NULL,
    from_day      INTEGER NOT NULL,
    to_day        INTEGER NOT NULL,
    through_entry INTEGER NOT NULL,    -- the last entry whose documents are in it
    documents     INTEGER NOT NULL,
    postings      INTEGER NOT NULL,
    debits        INTEGER NOT NULL,    -- in the book's currency; the credits are the same
    hash          TEXT NOT NULL,       -- of its lines, in hex
    CHECK (to_day >= from_day)
) STRICT;

-- What the general ledger outside says of an account at the end of a day; the last row counts.
CREATE TABLE gl_balance (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    day        INTEGER NOT NULL,
    balance    INTEGER NOT NULL        -- in the book's currency, debits positive
) STRICT;
CREATE INDEX gl_balance_by_day ON gl_balance (day, account_id, id);

CREATE TRIGGER gl_batch_no_update BEFORE UPDATE ON gl_batch BEGIN SELECT RAISE(ABORT, 'gl_batch: a posted fact never changes; post a correction'); END;
CREATE TRIGGER gl_batch_no_delete BEFORE DELETE ON gl_batch BEGIN SELECT RAISE(ABORT, 'gl_batch: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER gl_balance_no_update BEFORE UPDATE ON gl_balance BEGIN SELECT RAISE(ABORT, 'gl_balance: a posted fact never changes; post a correction'); END;
CREATE TRIGGER gl_balance_no_delete BEFORE DELETE ON gl_balance BEGIN SELECT RAISE(ABORT, 'gl_balance: a posted fact is never deleted; post a reversal'); END;

-- Parts of the chart that a book of before has not got; a new book makes them itself.
INSERT INTO account (code, name, kind, control)
    SELECT n.code, n.name, n.kind, 0 FROM (SELECT '1195' AS code, 'Receivables revaluation' AS name, 1 AS kind
        UNION ALL SELECT '2100', 'Accounts payable', 2
        UNION ALL SELECT '2130', 'Customers with credit balances', 2) n
    WHERE EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.code = n.code);
INSERT INTO counter (series, prefix, first, next)
    SELECT 'revaluation', 'RV-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter)
    UNION ALL SELECT 'netting', 'NET-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

-- Netting (RULES.md R13): who agreed to it in writing, what we owe them, and what was set off.
CREATE TABLE netting_agreement (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
    reference   TEXT NOT NULL        -- the written agreement; '': it has ended
) STRICT;
CREATE TABLE payable (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    due         INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount > 0),
    number      TEXT NOT NULL COLLATE NOCASE,
    currency    TEXT NOT NULL,
    UNIQUE (customer_id, number)
) STRICT;
CREATE TABLE netting_line (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id),
    payable_id  INTEGER NOT NULL REFERENCES payable (id),
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX netting_line_by_payable ON netting_line (payable_id);
CREATE INDEX netting_line_by_document ON netting_line (document_id);
CREATE TRIGGER payable_no_update BEFORE UPDATE ON payable BEGIN SELECT RAISE(ABORT, 'payable: a posted fact never changes; post a correction'); END;
CREATE TRIGGER payable_no_delete BEFORE DELETE ON payable BEGIN SELECT RAISE(ABORT, 'payable: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER netting_line_no_update BEFORE UPDATE ON netting_line BEGIN SELECT RAISE(ABORT, 'netting_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER netting_line_no_delete BEFORE DELETE ON netting_line BEGIN SELECT RAISE(ABORT, 'netting_line: a posted fact is never deleted; post a reversal'); END;
