-- The allowance for doubtful accounts: its rates, what is judged one by one, and each run with all that
-- it stands on.

-- What is expected to be lost of a bucket, from a day on; the last row of a day holds.
-- kind: a loss rate; a forward factor on rates that history gives, then bucket is empty.
CREATE TABLE allowance_rate (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
    ppm      INTEGER NOT NULL CHECK (ppm >= 0),
    segment  TEXT NOT NULL,   -- class of customers, empty: of all that have none of their own
    bucket   TEXT NOT NULL,   -- as the column of the aging is named
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX allowance_rate_by_day ON allowance_rate (from_day, id);

-- An item, or all of a customer (item_id 0), that is judged by itself from a day on.
CREATE TABLE allowance_specific (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    item_id     INTEGER NOT NULL,
    from_day    INTEGER NOT NULL,
    by_rate     INTEGER NOT NULL CHECK (by_rate IN (0, 1)), -- value is ppm of what is open, else an amount
    value       INTEGER NOT NULL CHECK (value >= 0),
    reason      TEXT NOT NULL CHECK (value > 0 OR reason <> '')
) STRICT;
CREATE INDEX allowance_specific_by_customer ON allowance_specific (customer_id, from_day);

CREATE TABLE allowance_specific_end (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    specific_id INTEGER NOT NULL UNIQUE REFERENCES allowance_specific (id),
    day         INTEGER NOT NULL,
    reason      TEXT NOT NULL
) STRICT;

-- A run, frozen. open: the receivables of the day; existing: the allowance that stood.
CREATE TABLE allowance_run (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    serial     INTEGER NOT NULL UNIQUE,
    day        INTEGER NOT NULL,
    rolled     INTEGER NOT NULL CHECK (rolled IN (0, 1)),     -- rates from history, else as entered
    months     INTEGER NOT NULL,
    by_class   INTEGER NOT NULL CHECK (by_class IN (0, 1)),
    net_of_tax INTEGER NOT NULL CHECK (net_of_tax IN (0, 1)),
    open       INTEGER NOT NULL,
    unused     INTEGER NOT NULL,                              -- credits of customers who owe less
    matrix     INTEGER NOT NULL,
    specific   INTEGER NOT NULL,
    existing   INTEGER NOT NULL,
    number     TEXT NOT NULL UNIQUE,
    buckets    TEXT NOT NULL
) STRICT;

-- A cell of its matrix, in the book's currency.
CREATE TABLE allowance_line (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    run_id     INTEGER NOT NULL REFERENCES allowance_run (id),
    bucket     INTEGER NOT NULL,
    gross      INTEGER NOT NULL,
    credits    INTEGER NOT NULL,
    tax        INTEGER NOT NULL,
    loss_ppm   INTEGER NOT NULL,
    factor_ppm INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    segment    TEXT NOT NULL,
    name       TEXT NOT NULL,
    UNIQUE (run_id, segment, bucket)
) STRICT;

-- kind: judged by itself; of an insolvent customer, with an agency, at law: then base is what of the open
-- is judged by itself.
CREATE TABLE allowance_part (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    run_id      INTEGER NOT NULL REFERENCES allowance_run (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    specific_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    item_id     INTEGER NOT NULL,
    gross       INTEGER NOT NULL,
    open        INTEGER NOT NULL,
    base        INTEGER NOT NULL,
    amount      INTEGER NOT NULL
) STRICT;
CREATE INDEX allowance_part_by_run ON allowance_part (run_id);

-- What was open in a bucket at the month ends that its rates come from.
CREATE TABLE allowance_input (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    run_id   INTEGER NOT NULL REFERENCES allowance_run (id),
    day      INTEGER NOT NULL,
    bucket   INTEGER NOT NULL,
    open     INTEGER NOT NULL,
    segment  TEXT NOT NULL
) STRICT;
CREATE INDEX allowance_input_by_run ON allowance_input (run_id);

-- The document that brought the account to what the run says; existing is what it stood at.
CREATE TABLE allowance_posting (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    run_id      INTEGER NOT NULL REFERENCES allowance_run (id),
    document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
    existing    INTEGER NOT NULL,
    amount      INTEGER NOT NULL
) STRICT;
CREATE INDEX allowance_posting_by_run ON allowance_posting (run_id);

INSERT INTO counter (series, prefix, first, next)
    SELECT n.series, n.prefix, 1001, 1001 FROM (SELECT 'allowance' AS series, 'AL-' AS prefix
        UNION ALL SELECT 'allowance-run', 'ALR-') n
    WHERE EXISTS (SELECT 1 FROM counter) AND NOT EXISTS (SELECT 1 FROM counter c WHERE c.series = n.series);

CREATE TRIGGER allowance_rate_no_update BEFORE UPDATE ON allowance_rate BEGIN SELECT RAISE(ABORT, 'allowance_rate: a fact never changes; enter another rate'); END;
CREATE TRIGGER allowance_rate_no_delete BEFORE DELETE ON allowance_rate BEGIN SELECT RAISE(ABORT, 'allowance_rate: a fact is never deleted; enter another rate'); END;
CREATE TRIGGER allowance_specific_no_update BEFORE UPDATE ON allowance_specific BEGIN SELECT RAISE(ABORT, 'allowance_specific: a fact never changes; end it'); END;
CREATE TRIGGER allowance_specific_no_delete BEFORE DELETE ON allowance_specific BEGIN SELECT RAISE(ABORT, 'allowance_specific: a fact is never deleted; end it'); END;
CREATE TRIGGER allowance_specific_end_no_update BEFORE UPDATE ON allowance_specific_end BEGIN SELECT RAISE(ABORT, 'allowance_specific_end: a fact never changes'); END;
CREATE TRIGGER allowance_specific_end_no_delete BEFORE DELETE ON allowance_specific_end BEGIN SELECT RAISE(ABORT, 'allowance_specific_end: a fact is never deleted'); END;
CREATE TRIGGER allowance_run_no_update BEFORE UPDATE ON allowance_run BEGIN SELECT RAISE(ABORT, 'allowance_run: a run never changes; make another one'); END;
CREATE TRIGGER allowance_run_no_delete BEFORE DELETE ON allowance_run BEGIN SELECT RAISE(ABORT, 'allowance_run: a run is never deleted; make another one'); END;
CREATE TRIGGER allowance_line_no_update BEFORE UPDATE ON allowance_line BEGIN SELECT RAISE(ABORT, 'allowance_line: a run never changes; make another one'); END;
CREATE TRIGGER allowance_line_no_delete BEFORE DELETE ON allowance_line BEGIN SELECT RAISE(ABORT, 'allowance_line: a run is never deleted; make another one'); END;
CREATE TRIGGER allowance_part_no_update BEFORE UPDATE ON allowance_part BEGIN SELECT RAISE(ABORT, 'allowance_part: a run never changes; make another one'); END;
CREATE TRIGGER allowance_part_no_delete BEFORE DELETE ON allowance_part BEGIN SELECT RAISE(ABORT, 'allowance_part: a run is never deleted; make another one'); END;
CREATE TRIGGER allowance_input_no_update BEFORE UPDATE ON allowance_input BEGIN SELECT RAISE(ABORT, 'allowance_input: a run never changes; make another one'); END;
CREATE TRIGGER allowance_input_no_delete BEFORE DELETE ON allowance_input BEGIN SELECT RAISE(ABORT, 'allowance_input: a run is never deleted; make another one'); END;
CREATE TRIGGER allowance_posting_no_update BEFORE UPDATE ON allowance_posting BEGIN SELECT RAISE(ABORT, 'allowance_posting: a posted fact never changes; reverse it'); END;
CREATE TRIGGER allowance_posting_no_delete BEFORE DELETE ON allowance_posting BEGIN SELECT RAISE(ABORT, 'allowance_posting: a posted fact is never deleted; reverse it'); END;
