-- Who pays, and what was said to whom: by which names and accounts a payer is known, the accounts that
-- money came from, settings that a class of customers or one customer has of its own, and the
-- statements that were sent.

-- What a payer is known by, and whose money it is then. Master data: changes leave a row in "change".
CREATE TABLE alias (
    id          INTEGER PRIMARY KEY,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- account (bank account, MICR line), number, name
    value       TEXT NOT NULL,                                 -- as it was given
    folded      TEXT NOT NULL,                                 -- as it is compared
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    source      TEXT NOT NULL,                                 -- the payment that it was learned from; '': typed
    confirmed   TEXT NOT NULL,                                 -- who said that it is so
    active      INTEGER NOT NULL CHECK (active IN (0, 1))      -- 0: taken away, or asked and denied
) STRICT;
CREATE UNIQUE INDEX alias_by_value ON alias (kind, folded, customer_id);
CREATE INDEX alias_by_customer ON alias (customer_id);

-- A setting that holds for a class of customers or for one of them instead of the book's.
-- owner: "class RETAIL", or "customer 42" by its id.
CREATE TABLE setting_own (
    name  TEXT NOT NULL,
    owner TEXT NOT NULL COLLATE NOCASE,
    value TEXT NOT NULL,
    PRIMARY KEY (name, owner)
) STRICT, WITHOUT ROWID;

-- The account that a receipt's money came from, where bank or cheque told it.
CREATE TABLE remitter (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    receipt_id INTEGER NOT NULL UNIQUE REFERENCES receipt (document_id),
    account    TEXT NOT NULL
) STRICT;

-- A statement that was sent: what the customer was told that it owes.
CREATE TABLE statement (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    serial      INTEGER NOT NULL UNIQUE,
    number      TEXT NOT NULL COLLATE NOCASE UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    currency    TEXT NOT NULL,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1), -- open-item, activity
    from_day    INTEGER NOT NULL,                              -- of an open-item statement: its day
    day         INTEGER NOT NULL CHECK (day >= from_day),
    balance     INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_customer ON statement (customer_id, currency, day);
-- A book that is brought here; a new one gets its series when it is made.
INSERT INTO counter (series, prefix, first, next)
    SELECT 'statement', 'ST-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

-- A payer may quote his own order number and nothing else.
CREATE INDEX document_by_po ON document (po COLLATE NOCASE) WHERE po <> '';

CREATE TRIGGER remitter_no_update BEFORE UPDATE ON remitter BEGIN SELECT RAISE(ABORT, 'remitter: a posted fact never changes; post a correction'); END;
CREATE TRIGGER remitter_no_delete BEFORE DELETE ON remitter BEGIN SELECT RAISE(ABORT, 'remitter: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'statement: what was sent never changes; send another one'); END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement: what was sent is never deleted'); END;
