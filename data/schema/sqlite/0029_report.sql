-- A report goes out as a paper does: kept and mailed, to somebody who is no customer.

-- kind: statement, paper, letter, report. A report is of no customer, everything else is of one.
CREATE TABLE sent_paper_new (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER REFERENCES customer (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    channel     INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 2),
    day         INTEGER NOT NULL,
    number      TEXT NOT NULL COLLATE NOCASE,
    address     TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64), -- of body
    body        TEXT NOT NULL,
    CHECK ((kind = 3) = (customer_id IS NULL))
) STRICT;
INSERT INTO sent_paper_new (id, entry_id, customer_id, kind, channel, day, number, address, sha256, body)
    SELECT id, entry_id, customer_id, kind, channel, day, number, address, sha256, body FROM sent_paper;

CREATE TABLE outbox_new (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER REFERENCES customer (id), -- of what is attached
    sent_id     INTEGER NOT NULL REFERENCES sent_paper_new (id), -- what is attached
    recipient   TEXT NOT NULL CHECK (recipient <> ''),
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL
) STRICT;
INSERT INTO outbox_new (id, entry_id, customer_id, sent_id, recipient, subject, body)
    SELECT id, entry_id, customer_id, sent_id, recipient, subject, body FROM outbox;

CREATE TABLE outbox_step_new (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    outbox_id INTEGER NOT NULL REFERENCES outbox_new (id),
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    moment    INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT;
INSERT INTO outbox_step_new (id, entry_id, outbox_id, kind, moment, sha256, text)
    SELECT id, entry_id, outbox_id, kind, moment, sha256, text FROM outbox_step;

-- From what points to what is pointed to; a new name is taken over by whatever points to it.
DROP TABLE outbox_step;
DROP TABLE outbox;
DROP TABLE sent_paper;
ALTER TABLE sent_paper_new RENAME TO sent_paper;
ALTER TABLE outbox_new RENAME TO outbox;
ALTER TABLE outbox_step_new RENAME TO outbox_step;

CREATE INDEX sent_paper_by_customer ON sent_paper (customer_id, id);
CREATE INDEX sent_paper_by_number ON sent_paper (number, id);
CREATE INDEX sent_paper_by_entry ON sent_paper (entry_id, id);
CREATE TRIGGER sent_paper_no_update BEFORE UPDATE ON sent_paper
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 86 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'sent_paper: what was sent never changes; send another one'); END;
CREATE TRIGGER sent_paper_no_delete BEFORE DELETE ON sent_paper BEGIN SELECT RAISE(ABORT, 'sent_paper: what was sent is never deleted'); END;
CREATE INDEX outbox_by_customer ON outbox (customer_id, id);
CREATE INDEX outbox_step_by_item ON outbox_step (outbox_id, id);
CREATE TRIGGER outbox_no_update BEFORE UPDATE ON outbox
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 87 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outbox: a mail never changes; drop it and send another one'); END;
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox: a mail is never deleted; drop it'); END;
CREATE TRIGGER outbox_step_no_update BEFORE UPDATE ON outbox_step
    WHEN NOT EXISTS (SELECT 1 FROM v_erasing WHERE kind = 88 AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outbox_step: what happened to a mail never changes'); END;
CREATE TRIGGER outbox_step_no_delete BEFORE DELETE ON outbox_step BEGIN SELECT RAISE(ABORT, 'outbox_step: what happened to a mail is never deleted'); END;
