-- Credit: limits for a time, what is insured, holds and overrides, orders that are not billed yet,
-- and applications for credit. Facts; whether a customer is on hold on a day is derived.

ALTER TABLE customer ADD COLUMN insured INTEGER NOT NULL DEFAULT 0 CHECK (insured >= 0);
ALTER TABLE customer ADD COLUMN insured_until INTEGER;   -- last day; NULL: no end
ALTER TABLE customer ADD COLUMN temporary_limit INTEGER CHECK (temporary_limit >= 0); -- NULL: none
ALTER TABLE customer ADD COLUMN temporary_until INTEGER; -- last day; NULL: none
ALTER TABLE customer ADD COLUMN first_limit INTEGER CHECK (first_limit >= 0); -- until something was paid

-- In what follows a day of -2147483648 is none, and a limit of -1 is none.

-- document_id: the invoice that set it by itself; 0: somebody set it.
CREATE TABLE hold (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    document_id INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    until       INTEGER NOT NULL CHECK (until = -2147483648 OR until >= day),
    reason      TEXT NOT NULL
) STRICT;
CREATE INDEX hold_by_customer ON hold (customer_id, id);

CREATE TABLE hold_end (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    hold_id  INTEGER NOT NULL UNIQUE REFERENCES hold (id),
    day      INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

-- Somebody lets a customer pass although rules are broken: who, in which role, until when, and what
-- the figures were then.
CREATE TABLE credit_override (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          INTEGER NOT NULL,
    until        INTEGER NOT NULL CHECK (until >= day),
    amount       INTEGER NOT NULL CHECK (amount >= 0), -- of the order that was asked for
    exposure     INTEGER NOT NULL,                     -- with it
    credit_limit INTEGER NOT NULL,
    insured      INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    role         TEXT NOT NULL,
    reason       TEXT NOT NULL
) STRICT;
CREATE INDEX credit_override_by_customer ON credit_override (customer_id, until);

-- rule: its place in rules/credit.h. The figure that is let pass; a worse one is stopped again.
CREATE TABLE credit_override_rule (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    override_id INTEGER NOT NULL REFERENCES credit_override (id),
    rule        INTEGER NOT NULL CHECK (rule >= 0),
    figure      INTEGER NOT NULL,
    bound       INTEGER NOT NULL,
    UNIQUE (override_id, rule)
) STRICT;

-- Orders that are not billed yet, as the order system gave them; the last file is what holds.
CREATE TABLE order_file (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    lines    INTEGER NOT NULL CHECK (lines >= 0)
) STRICT;

CREATE TABLE order_line (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    file_id     INTEGER NOT NULL REFERENCES order_file (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    number      TEXT NOT NULL,
    currency    TEXT NOT NULL
) STRICT;
CREATE INDEX order_line_by_customer ON order_line (file_id, customer_id);

-- A customer asks for credit.
CREATE TABLE credit_application (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    day         INTEGER NOT NULL,
    requested   INTEGER NOT NULL CHECK (requested >= 0),
    currency    TEXT NOT NULL,
    referees    TEXT NOT NULL,
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX credit_application_by_customer ON credit_application (customer_id, id);

-- A point of the opening check list that was looked at.
CREATE TABLE credit_check (
    id             INTEGER PRIMARY KEY,
    entry_id       INTEGER NOT NULL,
    application_id INTEGER NOT NULL REFERENCES credit_application (id),
    day            INTEGER NOT NULL,
    point          TEXT NOT NULL COLLATE NOCASE,
    text           TEXT NOT NULL,
    UNIQUE (application_id, point)
) STRICT;

CREATE TABLE credit_decision (
    id              INTEGER PRIMARY KEY,
    entry_id        INTEGER NOT NULL,
    application_id  INTEGER NOT NULL UNIQUE REFERENCES credit_application (id),
    day             INTEGER NOT NULL,
    approved        INTEGER NOT NULL CHECK (approved IN (0, 1)),
    credit_limit    INTEGER NOT NULL,
    temporary       INTEGER NOT NULL,
    temporary_until INTEGER NOT NULL,
    first_limit     INTEGER NOT NULL,
    review          INTEGER NOT NULL, -- the day on which it is looked at again
    reason          TEXT NOT NULL
) STRICT;

CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold BEGIN SELECT RAISE(ABORT, 'hold: a posted fact never changes; post a correction'); END;
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold BEGIN SELECT RAISE(ABORT, 'hold: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER hold_end_no_update BEFORE UPDATE ON hold_end BEGIN SELECT RAISE(ABORT, 'hold_end: a posted fact never changes; post a correction'); END;
CREATE TRIGGER hold_end_no_delete BEFORE DELETE ON hold_end BEGIN SELECT RAISE(ABORT, 'hold_end: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER credit_override_no_update BEFORE UPDATE ON credit_override BEGIN SELECT RAISE(ABORT, 'credit_override: a posted fact never changes; post a correction'); END;
CREATE TRIGGER credit_override_no_delete BEFORE DELETE ON credit_override BEGIN SELECT RAISE(ABORT, 'credit_override: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER credit_override_rule_no_update BEFORE UPDATE ON credit_override_rule BEGIN SELECT RAISE(ABORT, 'credit_override_rule: a posted fact never changes; post a correction'); END;
CREATE TRIGGER credit_override_rule_no_delete BEFORE DELETE ON credit_override_rule BEGIN SELECT RAISE(ABORT, 'credit_override_rule: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER order_file_no_update BEFORE UPDATE ON order_file BEGIN SELECT RAISE(ABORT, 'order_file: a posted fact never changes; post a correction'); END;
CREATE TRIGGER order_file_no_delete BEFORE DELETE ON order_file BEGIN SELECT RAISE(ABORT, 'order_file: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER order_line_no_update BEFORE UPDATE ON order_line BEGIN SELECT RAISE(ABORT, 'order_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER order_line_no_delete BEFORE DELETE ON order_line BEGIN SELECT RAISE(ABORT, 'order_line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER credit_application_no_update BEFORE UPDATE ON credit_application BEGIN SELECT RAISE(ABORT, 'credit_application: a posted fact never changes; post a correction'); END;
CREATE TRIGGER credit_application_no_delete BEFORE DELETE ON credit_application BEGIN SELECT RAISE(ABORT, 'credit_application: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER credit_check_no_update BEFORE UPDATE ON credit_check BEGIN SELECT RAISE(ABORT, 'credit_check: a posted fact never changes; post a correction'); END;
CREATE TRIGGER credit_check_no_delete BEFORE DELETE ON credit_check BEGIN SELECT RAISE(ABORT, 'credit_check: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER credit_decision_no_update BEFORE UPDATE ON credit_decision BEGIN SELECT RAISE(ABORT, 'credit_decision: a posted fact never changes; post a correction'); END;
CREATE TRIGGER credit_decision_no_delete BEFORE DELETE ON credit_decision BEGIN SELECT RAISE(ABORT, 'credit_decision: a posted fact is never deleted; post a reversal'); END;
