-- Disputes as cases: reasons and root causes as master data, the steps of a case, what came of it.

-- Why something is questioned. The flags say what the disputed part is left out of.
CREATE TABLE dispute_reason (
    id             INTEGER PRIMARY KEY,
    code           TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name           TEXT NOT NULL,
    stops_dunning  INTEGER NOT NULL DEFAULT 1 CHECK (stops_dunning IN (0, 1)),
    stops_interest INTEGER NOT NULL DEFAULT 1 CHECK (stops_interest IN (0, 1)),
    spares_credit  INTEGER NOT NULL DEFAULT 1 CHECK (spares_credit IN (0, 1)),
    active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    due_days       INTEGER NOT NULL DEFAULT 14 CHECK (due_days BETWEEN 0 AND 3650),
    owner          TEXT NOT NULL DEFAULT '', -- who looks into it when nobody is named
    cause          TEXT NOT NULL DEFAULT ''  -- what is at the root of it when nobody says otherwise
) STRICT;

-- What went wrong in truth, known when a case is closed.
CREATE TABLE dispute_cause (
    id     INTEGER PRIMARY KEY,
    code   TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name   TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- What happened to a case; each row tells how the case stands after it.
-- kind: opened, status, assigned, due day, escalated, note. status: open, in review, waiting, accepted, rejected.
CREATE TABLE dispute_step (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    dispute_id INTEGER NOT NULL REFERENCES dispute (id),
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    day        INTEGER NOT NULL,
    status     INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
    due        INTEGER NOT NULL,
    escalate   INTEGER NOT NULL,                     -- from this day on it goes higher
    level      INTEGER NOT NULL CHECK (level >= 0),  -- how often it went higher
    owner      TEXT NOT NULL,
    text       TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_step_by_case ON dispute_step (dispute_id, id);

-- What came of a closed case, beside the words of its closing.
-- kind: withdrawn, paid, credit memo, write-off, rejected, other. document_id 0: no paper of it.
CREATE TABLE dispute_outcome (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    dispute_id  INTEGER NOT NULL UNIQUE REFERENCES dispute (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    document_id INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount >= 0), -- that the paper took off
    cause       TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_outcome_by_document ON dispute_outcome (document_id) WHERE document_id <> 0;
-- Which cases were open in a time, closed ones included.
CREATE INDEX dispute_closing_by_day ON dispute_closing (closed);

INSERT INTO dispute_reason (id, code, name, due_days, cause) VALUES
    (1, 'PRICE', 'price is not as agreed', 14, 'PRICING'),
    (2, 'QTY', 'quantity is not as ordered', 14, 'ORDER'),
    (3, 'SHORT', 'less was delivered than billed', 14, 'PICKING'),
    (4, 'DAMAGE', 'goods came damaged', 14, 'CARRIER'),
    (5, 'FREIGHT', 'freight or packing', 14, 'PRICING'),
    (6, 'DUP', 'billed twice', 7, 'BILLING'),
    (7, 'RETURN', 'goods were sent back', 21, 'QUALITY'),
    (8, 'NOPO', 'purchase order is missing or wrong', 7, 'ORDER'),
    (9, 'NOPOD', 'no proof of delivery', 7, 'CARRIER'),
    (10, 'TERMS', 'payment terms or discount', 14, 'CONTRACT'),
    (11, 'TAX', 'tax', 14, 'TAXES'),
    (12, 'PROMO', 'promotion or rebate', 21, 'CONTRACT'),
    (13, 'SVC', 'service was not as agreed', 21, 'QUALITY'),
    (14, 'UNAUTH', 'not authorised, card chargeback', 7, 'CUSTOMER'),
    (15, 'OTHER', 'something else', 14, 'UNKNOWN');

INSERT INTO dispute_cause (id, code, name) VALUES
    (1, 'PRICING', 'price or rebate kept wrongly'),
    (2, 'ORDER', 'order taken down wrongly'),
    (3, 'PICKING', 'picked or packed wrongly'),
    (4, 'CARRIER', 'lost or damaged on the way'),
    (5, 'BILLING', 'invoice made wrongly'),
    (6, 'CONTRACT', 'agreement unclear or not known'),
    (7, 'TAXES', 'tax set up wrongly'),
    (8, 'RECORDS', 'customer''s record wrong'),
    (9, 'QUALITY', 'goods or service poor'),
    (10, 'CASH', 'payment posted wrongly'),
    (11, 'CUSTOMER', 'customer was in the wrong'),
    (12, 'UNKNOWN', 'not found out');

-- A book that is brought here keeps the reasons that it used.
INSERT INTO dispute_reason (code, name, cause)
    SELECT DISTINCT UPPER(p.reason), UPPER(p.reason), 'UNKNOWN' FROM dispute p
    WHERE p.reason <> '' AND NOT EXISTS (SELECT 1 FROM dispute_reason r WHERE r.code = p.reason);
WITH RECURSIVE word (one, rest) AS (
    SELECT '', REPLACE(REPLACE(value, ',', ' '), ';', ' ') || ' ' FROM setting WHERE name = 'dispute.reasons'
    UNION ALL
    SELECT SUBSTR(rest, 1, INSTR(rest, ' ') - 1), SUBSTR(rest, INSTR(rest, ' ') + 1) FROM word WHERE rest <> ''
)
INSERT INTO dispute_reason (code, name, cause)
    SELECT DISTINCT UPPER(w.one), UPPER(w.one), 'UNKNOWN' FROM word w
    WHERE w.one <> '' AND NOT EXISTS (SELECT 1 FROM dispute_reason r WHERE r.code = w.one);
DELETE FROM setting WHERE name = 'dispute.reasons';

CREATE TRIGGER dispute_step_no_update BEFORE UPDATE ON dispute_step BEGIN SELECT RAISE(ABORT, 'dispute_step: a step of a case never changes; take another one'); END;
CREATE TRIGGER dispute_step_no_delete BEFORE DELETE ON dispute_step BEGIN SELECT RAISE(ABORT, 'dispute_step: a step of a case is never deleted'); END;
CREATE TRIGGER dispute_outcome_no_update BEFORE UPDATE ON dispute_outcome BEGIN SELECT RAISE(ABORT, 'dispute_outcome: what came of a case never changes'); END;
CREATE TRIGGER dispute_outcome_no_delete BEFORE DELETE ON dispute_outcome BEGIN SELECT RAISE(ABORT, 'dispute_outcome: what came of a case is never deleted'); END;
