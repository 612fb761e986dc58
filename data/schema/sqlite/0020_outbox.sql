-- What goes out by mail: each mail once, and every step of it. Where a mail stands is its last step.

CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    sent_id     INTEGER NOT NULL REFERENCES sent_paper (id), -- what is attached
    recipient   TEXT NOT NULL CHECK (recipient <> ''),
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_by_customer ON outbox (customer_id, id);

-- kind: sending (written before the server is asked), sent, failed for now, refused for good, nobody
-- knows, dropped, to be sent again. sha256: of the message that the server got; else empty.
CREATE TABLE outbox_step (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    outbox_id INTEGER NOT NULL REFERENCES outbox (id),
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    moment    INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_step_by_item ON outbox_step (outbox_id, id);

CREATE TRIGGER outbox_no_update BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox: a mail never changes; drop it and send another one'); END;
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox: a mail is never deleted; drop it'); END;
CREATE TRIGGER outbox_step_no_update BEFORE UPDATE ON outbox_step BEGIN SELECT RAISE(ABORT, 'outbox_step: what happened to a mail never changes'); END;
CREATE TRIGGER outbox_step_no_delete BEFORE DELETE ON outbox_step BEGIN SELECT RAISE(ABORT, 'outbox_step: what happened to a mail is never deleted'); END;
