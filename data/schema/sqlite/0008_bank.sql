-- The bank's side: what it reports, what of it is ours, and the days on which both were found equal.
-- Days, moments and amounts as in 0001.

-- Which of our accounts a bank's account number means. Master data: "change" tells its history.
CREATE TABLE bank_account (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    number     TEXT UNIQUE,                -- IBAN or number, capitals, without blanks; NULL: files do not say it
    currency   TEXT NOT NULL,
    since      INTEGER NOT NULL            -- what moved it before was settled outside the book
) STRICT;

-- A statement of the bank, as it came.
CREATE TABLE bank_statement (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES bank_account (account_id),
    first_day  INTEGER NOT NULL,
    last_day   INTEGER NOT NULL,
    has_opening INTEGER NOT NULL CHECK (has_opening IN (0, 1)), -- the file has one
    opening    INTEGER NOT NULL,
    has_closing INTEGER NOT NULL CHECK (has_closing IN (0, 1)),
    closing    INTEGER NOT NULL,
    number     TEXT NOT NULL,
    currency   TEXT NOT NULL,
    CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX bank_statement_by_day ON bank_statement (account_id, last_day, id);

-- One line of it: money in is positive.
CREATE TABLE bank_line (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES bank_statement (id),
    account_id   INTEGER NOT NULL REFERENCES bank_account (account_id),
    booked       INTEGER NOT NULL,
    value        INTEGER NOT NULL,
    amount       INTEGER NOT NULL CHECK (amount <> 0),
    returned     INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1)), -- a payment that came back
    currency     TEXT NOT NULL,
    name         TEXT NOT NULL,            -- who paid, or was paid
    party        TEXT NOT NULL,            -- their account
    reference    TEXT NOT NULL,
    bank_ref     TEXT NOT NULL,            -- the bank's own: a hint, for it may repeat
    text         TEXT NOT NULL,
    code         TEXT NOT NULL,
    reason       TEXT NOT NULL,            -- why it was returned
    key          BLOB NOT NULL UNIQUE      -- its contents and its place among equal lines (RULES.md R16)
) STRICT;
CREATE INDEX bank_line_by_day ON bank_line (account_id, booked, id);

-- Lines and documents that are the same money: the rows of one group. The group is the id of its first row.
CREATE TABLE bank_match (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    group_id    INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES bank_account (account_id),
    line_id     INTEGER REFERENCES bank_line (id),
    document_id INTEGER REFERENCES document (id),
    day         INTEGER NOT NULL,
    rule        TEXT NOT NULL,
    why         TEXT NOT NULL,
    CHECK ((line_id IS NULL) <> (document_id IS NULL))
) STRICT;
CREATE INDEX bank_match_by_line ON bank_match (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX bank_match_by_document ON bank_match (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX bank_match_by_group ON bank_match (group_id);

CREATE TABLE bank_unmatch (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL UNIQUE,
    day      INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

-- What to do with lines of a kind: the first rule in order that fits. Master data.
CREATE TABLE bank_rule (
    id          INTEGER PRIMARY KEY,
    place       INTEGER NOT NULL,
    pattern     TEXT NOT NULL,             -- a filter over the columns of a line
    account_id  INTEGER NOT NULL REFERENCES account (id),
    text        TEXT NOT NULL,
    active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX bank_rule_by_place ON bank_rule (place) WHERE active = 1;

-- The bank and the books were held against each other on a day, and it came out.
CREATE TABLE reconciliation (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES bank_account (account_id),
    day         INTEGER NOT NULL,
    opening     INTEGER NOT NULL,
    lines       INTEGER NOT NULL,          -- of the bank since the one before
    closing     INTEGER NOT NULL,
    ledger      INTEGER NOT NULL,          -- the general ledger's balance of that day
    transit     INTEGER NOT NULL,          -- in the books, not at the bank yet: money in
    unpresented INTEGER NOT NULL,          -- and money out
    prepared_by TEXT NOT NULL,
    CHECK (opening + lines = closing),
    CHECK (ledger - transit + unpresented = closing)
) STRICT;
CREATE INDEX reconciliation_by_day ON reconciliation (account_id, day);

CREATE TABLE reconciliation_verdict (
    id                INTEGER PRIMARY KEY,
    entry_id          INTEGER NOT NULL,
    reconciliation_id INTEGER NOT NULL UNIQUE REFERENCES reconciliation (id),
    approved          INTEGER NOT NULL CHECK (approved IN (0, 1)),
    decided_by        TEXT NOT NULL,
    reason            TEXT NOT NULL
) STRICT;

INSERT INTO counter (series, prefix, first, next) SELECT 'bank-entry', 'BE-', 1001, 1001
WHERE EXISTS (SELECT 1 FROM counter) AND NOT EXISTS (SELECT 1 FROM counter WHERE series = 'bank-entry');

CREATE TRIGGER bank_statement_no_update BEFORE UPDATE ON bank_statement BEGIN SELECT RAISE(ABORT, 'bank_statement: a posted fact never changes; post a correction'); END;
CREATE TRIGGER bank_statement_no_delete BEFORE DELETE ON bank_statement BEGIN SELECT RAISE(ABORT, 'bank_statement: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER bank_line_no_update BEFORE UPDATE ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER bank_line_no_delete BEFORE DELETE ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER bank_match_no_update BEFORE UPDATE ON bank_match BEGIN SELECT RAISE(ABORT, 'bank_match: a posted fact never changes; unmatch it'); END;
CREATE TRIGGER bank_match_no_delete BEFORE DELETE ON bank_match BEGIN SELECT RAISE(ABORT, 'bank_match: a posted fact is never deleted; unmatch it'); END;
CREATE TRIGGER bank_match_once BEFORE INSERT ON bank_match WHEN EXISTS (SELECT 1 FROM bank_match m
    WHERE (m.line_id = NEW.line_id OR (m.document_id = NEW.document_id AND m.account_id = NEW.account_id))
    AND NOT EXISTS (SELECT 1 FROM bank_unmatch u WHERE u.group_id = m.group_id))
BEGIN SELECT RAISE(ABORT, 'bank_match: a line or document is in one standing match'); END;
CREATE TRIGGER bank_unmatch_no_update BEFORE UPDATE ON bank_unmatch BEGIN SELECT RAISE(ABORT, 'bank_unmatch: a posted fact never changes'); END;
CREATE TRIGGER bank_unmatch_no_delete BEFORE DELETE ON bank_unmatch BEGIN SELECT RAISE(ABORT, 'bank_unmatch: a posted fact is never deleted'); END;
CREATE TRIGGER bank_unmatch_frozen BEFORE INSERT ON bank_unmatch WHEN EXISTS (SELECT 1 FROM bank_match m
    JOIN bank_line l ON l.id = m.line_id JOIN reconciliation r ON r.account_id = l.account_id AND l.booked <= r.day
    JOIN reconciliation_verdict v ON v.reconciliation_id = r.id AND v.approved = 1 WHERE m.group_id = NEW.group_id)
BEGIN SELECT RAISE(ABORT, 'bank_unmatch: an approved reconciliation is frozen'); END;
CREATE TRIGGER reconciliation_no_update BEFORE UPDATE ON reconciliation BEGIN SELECT RAISE(ABORT, 'reconciliation: a posted fact never changes'); END;
CREATE TRIGGER reconciliation_no_delete BEFORE DELETE ON reconciliation BEGIN SELECT RAISE(ABORT, 'reconciliation: a posted fact is never deleted'); END;
CREATE TRIGGER reconciliation_verdict_no_update BEFORE UPDATE ON reconciliation_verdict BEGIN SELECT RAISE(ABORT, 'reconciliation_verdict: a posted fact never changes'); END;
CREATE TRIGGER reconciliation_verdict_no_delete BEFORE DELETE ON reconciliation_verdict BEGIN SELECT RAISE(ABORT, 'reconciliation_verdict: a posted fact is never deleted'); END;
CREATE TRIGGER reconciliation_verdict_other BEFORE INSERT ON reconciliation_verdict WHEN NEW.approved = 1
    AND NEW.decided_by = (SELECT r.prepared_by FROM reconciliation r WHERE r.id = NEW.reconciliation_id)
BEGIN SELECT RAISE(ABORT, 'reconciliation_verdict: whoever prepared it cannot approve it'); END;
