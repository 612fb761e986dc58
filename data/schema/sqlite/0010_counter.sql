-- What customers say of their balance: letters that ask for it, the answers, and balances that a
-- customer gave us, which the proof keeps checking.

-- A letter that asks a customer to confirm what it owes. Numbered without gaps ("CF-1001").
CREATE TABLE confirmation (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    serial      INTEGER NOT NULL UNIQUE,
    number      TEXT NOT NULL COLLATE NOCASE UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    currency    TEXT NOT NULL,
    day         INTEGER NOT NULL,              -- of the balance
    sent        INTEGER NOT NULL CHECK (sent >= day),
    due         INTEGER NOT NULL CHECK (due >= sent), -- answered until then, or overdue
    items       INTEGER NOT NULL CHECK (items >= 0),  -- how many were open
    balance     INTEGER NOT NULL
) STRICT;
CREATE INDEX confirmation_by_customer ON confirmation (customer_id, day);

-- What came back; of several answers to one letter the last one counts.
CREATE TABLE confirmation_answer (
    id              INTEGER PRIMARY KEY,
    entry_id        INTEGER NOT NULL,
    confirmation_id INTEGER NOT NULL REFERENCES confirmation (id),
    day             INTEGER NOT NULL,
    amount          INTEGER NOT NULL,
    person          TEXT NOT NULL,             -- who answered; '': not said
    text            TEXT NOT NULL
) STRICT;
CREATE INDEX confirmation_answer_by_letter ON confirmation_answer (confirmation_id);

-- What a customer says that it owed at the end of a day.
CREATE TABLE assertion (
    id              INTEGER PRIMARY KEY,
    entry_id        INTEGER NOT NULL,
    customer_id     INTEGER NOT NULL REFERENCES customer (id),
    confirmation_id INTEGER NOT NULL,          -- 0: not an answer to a letter
    day             INTEGER NOT NULL,
    amount          INTEGER NOT NULL,
    currency        TEXT NOT NULL,
    person          TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;
CREATE INDEX assertion_by_customer ON assertion (customer_id, day);
CREATE INDEX assertion_by_letter ON assertion (confirmation_id) WHERE confirmation_id <> 0;

-- From then on it is not checked any more.
CREATE TABLE assertion_end (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    assertion_id INTEGER NOT NULL UNIQUE REFERENCES assertion (id),
    reason       TEXT NOT NULL
) STRICT;

-- A book that is brought here; a new one gets its series when it is made.
INSERT INTO counter (series, prefix, first, next)
    SELECT 'confirmation', 'CF-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

CREATE TRIGGER confirmation_no_update BEFORE UPDATE ON confirmation BEGIN SELECT RAISE(ABORT, 'confirmation: what was sent never changes; send another one'); END;
CREATE TRIGGER confirmation_no_delete BEFORE DELETE ON confirmation BEGIN SELECT RAISE(ABORT, 'confirmation: what was sent is never deleted'); END;
CREATE TRIGGER confirmation_answer_no_update BEFORE UPDATE ON confirmation_answer BEGIN SELECT RAISE(ABORT, 'confirmation_answer: an answer never changes; note the right one beside it'); END;
CREATE TRIGGER confirmation_answer_no_delete BEFORE DELETE ON confirmation_answer BEGIN SELECT RAISE(ABORT, 'confirmation_answer: an answer is never deleted'); END;
CREATE TRIGGER assertion_no_update BEFORE UPDATE ON assertion BEGIN SELECT RAISE(ABORT, 'assertion: what was asserted never changes; withdraw it'); END;
CREATE TRIGGER assertion_no_delete BEFORE DELETE ON assertion BEGIN SELECT RAISE(ABORT, 'assertion: what was asserted is never deleted; withdraw it'); END;
CREATE TRIGGER assertion_end_no_update BEFORE UPDATE ON assertion_end BEGIN SELECT RAISE(ABORT, 'assertion_end: a withdrawal never changes'); END;
CREATE TRIGGER assertion_end_no_delete BEFORE DELETE ON assertion_end BEGIN SELECT RAISE(ABORT, 'assertion_end: a withdrawal is never deleted'); END;
