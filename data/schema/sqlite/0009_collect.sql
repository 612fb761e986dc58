-- Collection: contacts made and what came of them, promises and payment plans, attachments.
-- All are facts; what state a promise is in, and which action is next, is derived.

-- kind: call, e-mail, letter, visit, enquiry, conference, note. Of a planned one `day` is when it shall be.
CREATE TABLE contact_log (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    document_id INTEGER REFERENCES document (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    inbound     INTEGER NOT NULL CHECK (inbound IN (0, 1)),
    planned     INTEGER NOT NULL CHECK (planned IN (0, 1)),
    day         INTEGER NOT NULL,
    next_day    INTEGER,                  -- NULL: nothing is to follow
    person      TEXT NOT NULL DEFAULT '', -- whom we spoke to
    owner       TEXT NOT NULL DEFAULT '', -- of an enquiry: who answers it; else who made the contact
    text        TEXT NOT NULL DEFAULT '',
    next_action TEXT NOT NULL DEFAULT '',
    next_owner  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_log_by_customer ON contact_log (customer_id, id);
CREATE INDEX contact_log_by_day ON contact_log (day);

-- An enquiry answered, a planned conference held, a next action done.
CREATE TABLE contact_end (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    contact_id INTEGER NOT NULL UNIQUE REFERENCES contact_log (id),
    day        INTEGER NOT NULL,
    dispute_id INTEGER REFERENCES dispute (id), -- what an enquiry became
    text       TEXT NOT NULL DEFAULT ''
) STRICT;

-- What a customer promised to pay; a plan is a promise in dated parts that replaces our terms.
CREATE TABLE promise (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    contact_id  INTEGER REFERENCES contact_log (id),
    amount      INTEGER NOT NULL CHECK (amount > 0), -- sum of its parts
    taken       INTEGER NOT NULL,                    -- the day
    plan        INTEGER NOT NULL CHECK (plan IN (0, 1)),
    whole       INTEGER NOT NULL CHECK (whole IN (0, 1)), -- of an amount: any money of the customer keeps it
    currency    TEXT NOT NULL,
    person      TEXT NOT NULL DEFAULT '',
    text        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX promise_by_customer ON promise (customer_id, id);

CREATE TABLE promise_part (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    promise_id INTEGER NOT NULL REFERENCES promise (id),
    day        INTEGER NOT NULL,
    amount     INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX promise_part_by_promise ON promise_part (promise_id, day);

-- The items that are not chased meanwhile.
CREATE TABLE promise_item (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    promise_id INTEGER NOT NULL REFERENCES promise (id),
    item_id    INTEGER NOT NULL REFERENCES item (id),
    UNIQUE (promise_id, item_id)
) STRICT;
CREATE INDEX promise_item_by_item ON promise_item (item_id);

CREATE TABLE promise_end (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    promise_id INTEGER NOT NULL UNIQUE REFERENCES promise (id),
    day        INTEGER NOT NULL,
    reason     TEXT NOT NULL
) STRICT;

-- Who was late before: debits that were settled after their due day (2932896: not settled).
CREATE INDEX item_by_lateness ON item (customer_id)
    WHERE settled_on < 2932896 AND settled_on > due AND amount > 0;

-- A file beside the book, by what it was when it was attached.
CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    document_id INTEGER REFERENCES document (id),
    contact_id  INTEGER REFERENCES contact_log (id),
    size        INTEGER NOT NULL CHECK (size >= 0),
    path        TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    text        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attachment_by_customer ON attachment (customer_id);

CREATE TRIGGER contact_log_no_update BEFORE UPDATE ON contact_log BEGIN SELECT RAISE(ABORT, 'contact_log: a posted fact never changes; post a correction'); END;
CREATE TRIGGER contact_log_no_delete BEFORE DELETE ON contact_log BEGIN SELECT RAISE(ABORT, 'contact_log: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER contact_end_no_update BEFORE UPDATE ON contact_end BEGIN SELECT RAISE(ABORT, 'contact_end: a posted fact never changes; post a correction'); END;
CREATE TRIGGER contact_end_no_delete BEFORE DELETE ON contact_end BEGIN SELECT RAISE(ABORT, 'contact_end: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER promise_no_update BEFORE UPDATE ON promise BEGIN SELECT RAISE(ABORT, 'promise: a posted fact never changes; post a correction'); END;
CREATE TRIGGER promise_no_delete BEFORE DELETE ON promise BEGIN SELECT RAISE(ABORT, 'promise: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER promise_part_no_update BEFORE UPDATE ON promise_part BEGIN SELECT RAISE(ABORT, 'promise_part: a posted fact never changes; post a correction'); END;
CREATE TRIGGER promise_part_no_delete BEFORE DELETE ON promise_part BEGIN SELECT RAISE(ABORT, 'promise_part: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER promise_item_no_update BEFORE UPDATE ON promise_item BEGIN SELECT RAISE(ABORT, 'promise_item: a posted fact never changes; post a correction'); END;
CREATE TRIGGER promise_item_no_delete BEFORE DELETE ON promise_item BEGIN SELECT RAISE(ABORT, 'promise_item: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER promise_end_no_update BEFORE UPDATE ON promise_end BEGIN SELECT RAISE(ABORT, 'promise_end: a posted fact never changes; post a correction'); END;
CREATE TRIGGER promise_end_no_delete BEFORE DELETE ON promise_end BEGIN SELECT RAISE(ABORT, 'promise_end: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment: a posted fact never changes; post a correction'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment: a posted fact is never deleted; post a reversal'); END;
