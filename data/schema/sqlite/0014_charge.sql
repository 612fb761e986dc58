-- Late charges: rates by date, runs with their drafts, and what was charged with its whole arithmetic.

-- The rate of a scheme from a day on; of a scheme of law (uk, eu, de) its base rate, which may be below 0.
CREATE TABLE charge_rate (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    ppm      INTEGER NOT NULL,
    scheme   TEXT NOT NULL COLLATE NOCASE CHECK (scheme <> '')
) STRICT;
CREATE INDEX charge_rate_by_scheme ON charge_rate (scheme, from_day, id);

-- A run works charges out up to a day; nothing is charged until it is posted.
CREATE TABLE charge_run (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    upto        INTEGER NOT NULL,
    customer_id INTEGER NOT NULL, -- 0: all
    collector   TEXT NOT NULL     -- "": all
) STRICT;

-- kind: 0 dropped, 1 posted.
CREATE TABLE charge_run_end (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    run_id   INTEGER NOT NULL UNIQUE REFERENCES charge_run (id),
    kind     INTEGER NOT NULL CHECK (kind IN (0, 1)),
    day      INTEGER NOT NULL
) STRICT;

-- The lines of a run that waits: what would be charged. Gone when it is posted or dropped.
-- kind: 0 interest, 1 the lump sum of the law.
CREATE TABLE charge_draft (
    run_id      INTEGER NOT NULL REFERENCES charge_run (id),
    item_id     INTEGER NOT NULL REFERENCES item (id),
    kind        INTEGER NOT NULL CHECK (kind IN (0, 1)),
    customer_id INTEGER NOT NULL,
    proposed    INTEGER NOT NULL CHECK (proposed <> 0), -- negative: a credit
    left_out    INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
    PRIMARY KEY (run_id, item_id, kind)
) STRICT, WITHOUT ROWID;

-- What was charged on an item: amount = accrued - charged before, on its line of a document.
CREATE TABLE charge_line (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    run_id      INTEGER NOT NULL REFERENCES charge_run (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    item_id     INTEGER NOT NULL REFERENCES item (id),
    kind        INTEGER NOT NULL CHECK (kind IN (0, 1)),
    upto        INTEGER NOT NULL,
    days        INTEGER NOT NULL,
    accrued     INTEGER NOT NULL CHECK (accrued >= 0),
    before      INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount <> 0 AND amount = accrued - before)
) STRICT;
CREATE INDEX charge_line_by_item ON charge_line (item_id, id);
CREATE INDEX charge_line_by_document ON charge_line (document_id);
CREATE INDEX charge_line_by_run ON charge_line (run_id);

-- How the interest of a line came about: days with one open amount and one rate.
CREATE TABLE charge_piece (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    line_id  INTEGER NOT NULL REFERENCES charge_line (id),
    from_day INTEGER NOT NULL,
    to_day   INTEGER NOT NULL,
    open     INTEGER NOT NULL CHECK (open > 0),
    ppm      INTEGER NOT NULL CHECK (ppm > 0),
    divisor  INTEGER NOT NULL CHECK (divisor IN (30, 360, 365, 366)),
    CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX charge_piece_by_line ON charge_piece (line_id, id);

-- Debits that were settled after their due day, by when (2932896: not settled).
CREATE INDEX item_settled_late ON item (settled_on)
    WHERE settled_on < 2932896 AND settled_on > due AND amount > 0;

CREATE TRIGGER charge_rate_no_update BEFORE UPDATE ON charge_rate BEGIN SELECT RAISE(ABORT, 'charge_rate: a rate never changes; add another one'); END;
CREATE TRIGGER charge_rate_no_delete BEFORE DELETE ON charge_rate BEGIN SELECT RAISE(ABORT, 'charge_rate: a rate is never deleted; add another one'); END;
CREATE TRIGGER charge_run_no_update BEFORE UPDATE ON charge_run BEGIN SELECT RAISE(ABORT, 'charge_run: a run never changes; drop it'); END;
CREATE TRIGGER charge_run_no_delete BEFORE DELETE ON charge_run BEGIN SELECT RAISE(ABORT, 'charge_run: a run is never deleted; drop it'); END;
CREATE TRIGGER charge_run_end_no_update BEFORE UPDATE ON charge_run_end BEGIN SELECT RAISE(ABORT, 'charge_run_end: how a run ended never changes'); END;
CREATE TRIGGER charge_run_end_no_delete BEFORE DELETE ON charge_run_end BEGIN SELECT RAISE(ABORT, 'charge_run_end: how a run ended is never deleted'); END;
CREATE TRIGGER charge_line_no_update BEFORE UPDATE ON charge_line BEGIN SELECT RAISE(ABORT, 'charge_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER charge_line_no_delete BEFORE DELETE ON charge_line BEGIN SELECT RAISE(ABORT, 'charge_line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER charge_piece_no_update BEFORE UPDATE ON charge_piece BEGIN SELECT RAISE(ABORT, 'charge_piece: a posted fact never changes; post a correction'); END;
CREATE TRIGGER charge_piece_no_delete BEFORE DELETE ON charge_piece BEGIN SELECT RAISE(ABORT, 'charge_piece: a posted fact is never deleted; post a reversal'); END;
