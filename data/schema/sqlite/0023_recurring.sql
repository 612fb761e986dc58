-- Invoices that come again: templates that hold a command with its arguments, the days on which it is
-- due, and the facts which of them became what. What happened to a template is in "change", under the
-- subject "recurring".

-- unit: 0 day, 1 week, 2 month, 3 quarter, 4 year, 5 parts of one sum on days of their own.
-- day: of the month, 31 = its last; 0 = as from_day. most: so many invoices in all; 0 = no end.
CREATE TABLE recurring (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,                -- that made it: who and when
    serial      INTEGER NOT NULL,
    number      TEXT NOT NULL COLLATE NOCASE UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    unit        INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 5),
    step        INTEGER NOT NULL CHECK (step BETWEEN 1 AND 999),
    from_day    INTEGER NOT NULL,
    day         INTEGER NOT NULL CHECK (day BETWEEN 0 AND 31),
    behind      INTEGER NOT NULL CHECK (behind IN (0, 1)), -- it bills the period that has gone by
    until_day   INTEGER NOT NULL,                -- 2932896 = without an end
    most        INTEGER NOT NULL CHECK (most >= 0),
    command     TEXT NOT NULL                    -- invoice issue, with its arguments
) STRICT;
CREATE INDEX recurring_by_customer ON recurring (customer_id, id);

-- Amounts without tax, in the currency of the template's invoices.
CREATE TABLE recurring_part (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    recurring_id INTEGER NOT NULL REFERENCES recurring (id),
    turn         INTEGER NOT NULL CHECK (turn >= 0),
    day          INTEGER NOT NULL,
    amount       INTEGER NOT NULL CHECK (amount > 0),
    UNIQUE (recurring_id, turn)
) STRICT;

CREATE TABLE recurring_run (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    to_day   INTEGER NOT NULL
) STRICT;

-- What became of a turn: an invoice (document_id), or nothing on purpose (0, with the reason).
-- take counts how often: after an undo the turn is free again.
CREATE TABLE recurring_made (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    run_id       INTEGER NOT NULL,               -- 0 = left out by hand
    recurring_id INTEGER NOT NULL REFERENCES recurring (id),
    turn         INTEGER NOT NULL CHECK (turn >= 0),
    take         INTEGER NOT NULL CHECK (take >= 0),
    due_day      INTEGER NOT NULL,
    document_id  INTEGER NOT NULL CHECK (document_id >= 0),
    period       TEXT NOT NULL,                  -- "2026-11"
    reason       TEXT NOT NULL,
    UNIQUE (recurring_id, turn, take)
) STRICT;
CREATE INDEX recurring_made_by_run ON recurring_made (run_id, id);
CREATE UNIQUE INDEX recurring_made_by_document ON recurring_made (document_id) WHERE document_id > 0;

CREATE TABLE recurring_undo (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    made_id  INTEGER NOT NULL UNIQUE REFERENCES recurring_made (id),
    reason   TEXT NOT NULL
) STRICT;

-- A book that is brought here; a new one gets its series when it is made.
INSERT INTO counter (series, prefix, first, next)
    SELECT 'recurring', 'R-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

CREATE TRIGGER recurring_stays BEFORE DELETE ON recurring BEGIN SELECT RAISE(ABORT, 'recurring: a template is never deleted; end it'); END;
CREATE TRIGGER recurring_fixed BEFORE UPDATE ON recurring WHEN NEW.id IS NOT OLD.id
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.serial IS NOT OLD.serial
    OR NEW.number IS NOT OLD.number
    OR NEW.customer_id IS NOT OLD.customer_id
    OR NEW.unit IS NOT OLD.unit
    OR NEW.step IS NOT OLD.step
    OR NEW.from_day IS NOT OLD.from_day
    OR NEW.day IS NOT OLD.day
    OR NEW.behind IS NOT OLD.behind
BEGIN SELECT RAISE(ABORT, 'recurring: only its invoice and its end are changed'); END;
CREATE TRIGGER recurring_part_no_update BEFORE UPDATE ON recurring_part BEGIN SELECT RAISE(ABORT, 'recurring_part: the parts of a sum are fixed; end the template and make another'); END;
CREATE TRIGGER recurring_part_no_delete BEFORE DELETE ON recurring_part BEGIN SELECT RAISE(ABORT, 'recurring_part: the parts of a sum are fixed; end the template and make another'); END;
CREATE TRIGGER recurring_run_no_update BEFORE UPDATE ON recurring_run BEGIN SELECT RAISE(ABORT, 'recurring_run: a posted fact never changes; post a correction'); END;
CREATE TRIGGER recurring_run_no_delete BEFORE DELETE ON recurring_run BEGIN SELECT RAISE(ABORT, 'recurring_run: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER recurring_made_no_update BEFORE UPDATE ON recurring_made BEGIN SELECT RAISE(ABORT, 'recurring_made: a posted fact never changes; post a correction'); END;
CREATE TRIGGER recurring_made_no_delete BEFORE DELETE ON recurring_made BEGIN SELECT RAISE(ABORT, 'recurring_made: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER recurring_undo_no_update BEFORE UPDATE ON recurring_undo BEGIN SELECT RAISE(ABORT, 'recurring_undo: a posted fact never changes; post a correction'); END;
CREATE TRIGGER recurring_undo_no_delete BEFORE DELETE ON recurring_undo BEGIN SELECT RAISE(ABORT, 'recurring_undo: a posted fact is never deleted; post a reversal'); END;

-- Master data: each entry marks what it made or changed (0022).
CREATE TRIGGER recurring_touched_by_insert AFTER INSERT ON recurring
BEGIN INSERT INTO master_touched (master, record) SELECT 'recurring', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'recurring' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER recurring_touched_by_update AFTER UPDATE ON recurring
BEGIN INSERT INTO master_touched (master, record) SELECT 'recurring', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'recurring' AND record = CAST(NEW.id AS TEXT)); END;
