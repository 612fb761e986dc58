-- What was sent: the page that went out, as the text from which it is drawn again as it was.

-- kind: statement, paper (invoice, credit memo, debit memo), letter. channel: on paper, as a file, by
-- mail. number: of what it is ("ST-1001"); address: to whom, where that was said.
CREATE TABLE sent_paper (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    channel     INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 2),
    day         INTEGER NOT NULL,
    number      TEXT NOT NULL COLLATE NOCASE,
    address     TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64), -- of body
    body        TEXT NOT NULL
) STRICT;
CREATE INDEX sent_paper_by_customer ON sent_paper (customer_id, id);
CREATE INDEX sent_paper_by_number ON sent_paper (number, id);
CREATE INDEX sent_paper_by_entry ON sent_paper (entry_id, id);

CREATE TRIGGER sent_paper_no_update BEFORE UPDATE ON sent_paper BEGIN SELECT RAISE(ABORT, 'sent_paper: what was sent never changes; send another one'); END;
CREATE TRIGGER sent_paper_no_delete BEFORE DELETE ON sent_paper BEGIN SELECT RAISE(ABORT, 'sent_paper: what was sent is never deleted'); END;
