-- Who works with the book, in which roles, up to which limits; what was granted within them, and what
-- waits for somebody who may grant it.

-- One row a change; the last row of a name holds. Without any row the book asks nobody who he is: a
-- one-person firm.
CREATE TABLE book_user (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    roles     INTEGER NOT NULL CHECK (roles > 0), -- bits of rules/role.h
    active    INTEGER NOT NULL CHECK (active IN (0, 1)),
    name      TEXT NOT NULL CHECK (name <> ''),   -- of the operating system
    full_name TEXT NOT NULL
) STRICT;
CREATE INDEX book_user_by_name ON book_user (name, id);

-- What one user may grant alone, in minor units of the book's currency; the last row of a name and kind
-- holds. -1: what the role and the book's settings say.
CREATE TABLE user_limit (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount >= -1),
    name     TEXT NOT NULL
) STRICT;
CREATE INDEX user_limit_by_name ON user_limit (name, kind, id);

-- What waits: a command with its arguments that has not run. No figure of the books knows it.
CREATE TABLE approval (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,               -- 0: none
    item_id     INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount > 0),
    base        INTEGER NOT NULL,               -- in the book's currency
    day         INTEGER NOT NULL,               -- on which it would be posted
    expires     INTEGER NOT NULL,               -- the last day on which it may be approved
    currency    TEXT NOT NULL,
    maker       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    command     TEXT NOT NULL,
    UNIQUE (id, maker)
) STRICT;
CREATE INDEX approval_by_expiry ON approval (expires);
CREATE INDEX approval_by_entry ON approval (entry_id);
CREATE INDEX approval_by_item ON approval (item_id) WHERE item_id <> 0;
CREATE INDEX approval_by_customer ON approval (customer_id) WHERE customer_id <> 0;

-- How it ended: once, and never approved by its maker.
CREATE TABLE approval_end (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    approval_id INTEGER NOT NULL UNIQUE,
    approved    INTEGER NOT NULL CHECK (approved IN (0, 1)),
    ran_entry   INTEGER NOT NULL,               -- the journal entry of the command; 0: it did not run
    maker       TEXT NOT NULL,
    decided_by  TEXT NOT NULL,
    reason      TEXT NOT NULL,
    CHECK (approved = 0 OR decided_by <> maker),
    CHECK ((approved = 1) = (ran_entry <> 0)),
    FOREIGN KEY (approval_id, maker) REFERENCES approval (id, maker)
) STRICT;

-- What somebody granted: within the limit of the user who did it, alone or by approving it.
CREATE TABLE concession (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    item_id     INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    base        INTEGER NOT NULL CHECK (base > 0),
    reached     INTEGER NOT NULL,               -- the largest of the cumulative sums, with this
    allowed     INTEGER NOT NULL,               -- the limit that held
    day         INTEGER NOT NULL,               -- by the clock, whatever the posting's day
    approval_id INTEGER NOT NULL,               -- 0: needed none
    granted_by  TEXT NOT NULL,
    CHECK (reached >= base AND reached <= allowed)
) STRICT;
CREATE INDEX concession_by_document ON concession (document_id, kind) WHERE document_id <> 0;
CREATE INDEX concession_by_customer ON concession (customer_id, kind, day) WHERE customer_id <> 0;
CREATE INDEX concession_by_user ON concession (granted_by, kind, day);
CREATE INDEX concession_by_approval ON concession (approval_id) WHERE approval_id <> 0;

CREATE TRIGGER book_user_no_update BEFORE UPDATE ON book_user BEGIN SELECT RAISE(ABORT, 'book_user: what a user was never changes; write the next row'); END;
CREATE TRIGGER book_user_no_delete BEFORE DELETE ON book_user BEGIN SELECT RAISE(ABORT, 'book_user: a user is never deleted; make it inactive'); END;
CREATE TRIGGER user_limit_no_update BEFORE UPDATE ON user_limit BEGIN SELECT RAISE(ABORT, 'user_limit: a limit never changes; write the next row'); END;
CREATE TRIGGER user_limit_no_delete BEFORE DELETE ON user_limit BEGIN SELECT RAISE(ABORT, 'user_limit: a limit is never deleted; write the next row'); END;
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'approval: what waits never changes; reject it'); END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'approval: what waited is never deleted; reject it'); END;
CREATE TRIGGER approval_end_no_update BEFORE UPDATE ON approval_end BEGIN SELECT RAISE(ABORT, 'approval_end: a decision never changes'); END;
CREATE TRIGGER approval_end_no_delete BEFORE DELETE ON approval_end BEGIN SELECT RAISE(ABORT, 'approval_end: a decision is never deleted'); END;
CREATE TRIGGER concession_no_update BEFORE UPDATE ON concession BEGIN SELECT RAISE(ABORT, 'concession: what was granted never changes'); END;
CREATE TRIGGER concession_no_delete BEFORE DELETE ON concession BEGIN SELECT RAISE(ABORT, 'concession: what was granted is never deleted'); END;
