-- The hard end of collection: what is placed with an agency or at law, insolvent customers, debts that
-- are written off and recovered, claims that lapse, credits that nobody asks for.

-- Items, or whole customers, that an agency or lawyers collect from a day on.
CREATE TABLE placement (
    id             INTEGER PRIMARY KEY,
    entry_id       INTEGER NOT NULL,
    customer_id    INTEGER NOT NULL REFERENCES customer (id),
    kind           INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),  -- agency, legal
    day            INTEGER NOT NULL,
    whole          INTEGER NOT NULL CHECK (whole IN (0, 1)),       -- all that the customer owes, later items too
    commission_ppm INTEGER NOT NULL CHECK (commission_ppm BETWEEN 0 AND 1000000),
    agency         TEXT NOT NULL CHECK (agency <> ''),
    reference      TEXT NOT NULL,                                  -- their number of the case
    text           TEXT NOT NULL
) STRICT;
CREATE INDEX placement_by_customer ON placement (customer_id, day);

-- What was handed over on that day.
CREATE TABLE placement_item (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    placement_id INTEGER NOT NULL REFERENCES placement (id),
    item_id      INTEGER NOT NULL REFERENCES item (id),
    amount       INTEGER NOT NULL CHECK (amount > 0), -- that was open
    UNIQUE (placement_id, item_id)
) STRICT;
CREATE INDEX placement_item_by_item ON placement_item (item_id);

-- It is ours again from that day on. item_id 0: all of the placement.
CREATE TABLE placement_end (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    placement_id INTEGER NOT NULL REFERENCES placement (id),
    item_id      INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    UNIQUE (placement_id, item_id)
) STRICT;

-- Money that came through them. cost_id: the document of a commission that was billed; 0: it was kept
-- back, and the payment itself posts it.
CREATE TABLE placement_recovery (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    placement_id INTEGER NOT NULL REFERENCES placement (id),
    payment_id   INTEGER NOT NULL UNIQUE REFERENCES document (id),
    cost_id      INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    amount       INTEGER NOT NULL CHECK (amount > 0),
    commission   INTEGER NOT NULL CHECK (commission BETWEEN 0 AND amount),
    currency     TEXT NOT NULL
) STRICT;
CREATE INDEX placement_recovery_by_placement ON placement_recovery (placement_id);

-- A customer that cannot pay any more, from a day on.
CREATE TABLE insolvency (
    id            INTEGER PRIMARY KEY,
    entry_id      INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    day           INTEGER NOT NULL,
    reference     TEXT NOT NULL,  -- the court's number
    administrator TEXT NOT NULL,
    text          TEXT NOT NULL
) STRICT;
CREATE INDEX insolvency_by_customer ON insolvency (customer_id, day);

-- kind: claim filed, dividend received. document_id: the payment of a dividend, else 0.
CREATE TABLE insolvency_step (
    id            INTEGER PRIMARY KEY,
    entry_id      INTEGER NOT NULL,
    insolvency_id INTEGER NOT NULL REFERENCES insolvency (id),
    kind          INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
    day           INTEGER NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount > 0),
    document_id   INTEGER NOT NULL,
    currency      TEXT NOT NULL,
    reference     TEXT NOT NULL
) STRICT;
CREATE INDEX insolvency_step_by_insolvency ON insolvency_step (insolvency_id);

CREATE TABLE insolvency_end (
    id            INTEGER PRIMARY KEY,
    entry_id      INTEGER NOT NULL,
    insolvency_id INTEGER NOT NULL UNIQUE REFERENCES insolvency (id),
    day           INTEGER NOT NULL,
    reason        TEXT NOT NULL
) STRICT;

-- A write-off document that is a bad debt. method: allowance, direct.
CREATE TABLE bad_debt (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
    item_id     INTEGER NOT NULL REFERENCES item (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    method      INTEGER NOT NULL CHECK (method BETWEEN 0 AND 1),
    reason      TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX bad_debt_by_customer ON bad_debt (customer_id);
CREATE INDEX bad_debt_by_item ON bad_debt (item_id);

-- Papers of it. kind: recovered (the debt is there again), tax relief, relief given back.
CREATE TABLE bad_debt_step (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    bad_debt_id INTEGER NOT NULL REFERENCES bad_debt (id),
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
    payment_id  INTEGER NOT NULL,                    -- that was applied to a recovery, else 0
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX bad_debt_step_by_debt ON bad_debt_step (bad_debt_id);

-- The day on which a claim lapses, where it is not by the rule; the last row of an item holds.
CREATE TABLE limitation (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    item_id  INTEGER NOT NULL REFERENCES item (id),
    until    INTEGER NOT NULL,
    reason   TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX limitation_by_item ON limitation (item_id, id);

-- The law of a country ("DE") or of a part of it ("US-NY"). Master data: "change" tells its history.
-- kind: business, consumer, either. counted: 0 from the due day, 1 from the end of its year.
CREATE TABLE jurisdiction (
    id            INTEGER PRIMARY KEY,
    code          TEXT NOT NULL COLLATE NOCASE,
    kind          INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    name          TEXT NOT NULL,
    years         INTEGER NOT NULL CHECK (years BETWEEN 0 AND 100), -- 0: not known
    counted       INTEGER NOT NULL CHECK (counted BETWEEN 0 AND 1),
    dormant_years INTEGER NOT NULL CHECK (dormant_years BETWEEN 0 AND 100), -- 0: as the setting says
    income        INTEGER NOT NULL CHECK (income IN (0, 1)), -- dormant credits may be taken to income
    source        TEXT NOT NULL,
    UNIQUE (code, kind)
) STRICT;

INSERT INTO jurisdiction (id, code, kind, name, years, counted, dormant_years, income, source) VALUES
    (1, 'DE', 2, 'Germany', 3, 1, 0, 1, 'BGB s. 195, 199'),
    (2, 'AT', 2, 'Austria', 3, 0, 0, 1, 'ABGB s. 1486'),
    (3, 'GB', 2, 'United Kingdom (Scotland: 5)', 6, 0, 0, 1, 'Limitation Act 1980 s. 5'),
    (4, 'IE', 2, 'Ireland', 6, 0, 0, 1, 'Statute of Limitations 1957 s. 11'),
    (5, 'FR', 0, 'France, businesses', 5, 0, 0, 1, 'Code de commerce L110-4'),
    (6, 'FR', 1, 'France, consumers', 2, 0, 0, 1, 'Code de la consommation L218-2'),
    (7, 'NL', 2, 'Netherlands', 5, 0, 0, 1, 'BW 3:307'),
    (8, 'ES', 2, 'Spain', 5, 0, 0, 1, 'Codigo Civil 1964'),
    (9, 'IT', 2, 'Italy', 10, 0, 0, 1, 'Codice civile 2946'),
    (10, 'SE', 0, 'Sweden, businesses', 10, 0, 0, 1, 'Preskriptionslag 1981:130 s. 2'),
    (11, 'SE', 1, 'Sweden, consumers', 3, 0, 0, 1, 'Preskriptionslag 1981:130 s. 2'),
    (12, 'DK', 2, 'Denmark', 3, 0, 0, 1, 'Foraeldelsesloven s. 3'),
    (13, 'US', 2, 'United States: by state, as US-NY', 0, 0, 3, 0, 'unclaimed property laws of the states');

-- Parts of the chart that a book of before has not got; a new book makes them itself.
INSERT INTO account (code, name, kind, control)
    SELECT n.code, n.name, n.kind, 0 FROM (SELECT '6120' AS code, 'Collection costs' AS name, 5 AS kind
        UNION ALL SELECT '4200', 'Bad debts recovered', 4
        UNION ALL SELECT '4210', 'Dormant credits taken in', 4) n
    WHERE EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.code = n.code);
INSERT INTO counter (series, prefix, first, next)
    SELECT 'recovery', 'RCV-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter)
    UNION ALL SELECT 'tax-relief', 'BTR-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter)
    UNION ALL SELECT 'cost', 'CC-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

CREATE TRIGGER placement_no_update BEFORE UPDATE ON placement BEGIN SELECT RAISE(ABORT, 'placement: a fact never changes; recall it'); END;
CREATE TRIGGER placement_no_delete BEFORE DELETE ON placement BEGIN SELECT RAISE(ABORT, 'placement: a fact is never deleted; recall it'); END;
CREATE TRIGGER placement_item_no_update BEFORE UPDATE ON placement_item BEGIN SELECT RAISE(ABORT, 'placement_item: a fact never changes; recall it'); END;
CREATE TRIGGER placement_item_no_delete BEFORE DELETE ON placement_item BEGIN SELECT RAISE(ABORT, 'placement_item: a fact is never deleted; recall it'); END;
CREATE TRIGGER placement_end_no_update BEFORE UPDATE ON placement_end BEGIN SELECT RAISE(ABORT, 'placement_end: a fact never changes; place it again'); END;
CREATE TRIGGER placement_end_no_delete BEFORE DELETE ON placement_end BEGIN SELECT RAISE(ABORT, 'placement_end: a fact is never deleted; place it again'); END;
CREATE TRIGGER placement_recovery_no_update BEFORE UPDATE ON placement_recovery BEGIN SELECT RAISE(ABORT, 'placement_recovery: a posted fact never changes; reverse the payment'); END;
CREATE TRIGGER placement_recovery_no_delete BEFORE DELETE ON placement_recovery BEGIN SELECT RAISE(ABORT, 'placement_recovery: a posted fact is never deleted; reverse the payment'); END;
CREATE TRIGGER insolvency_no_update BEFORE UPDATE ON insolvency BEGIN SELECT RAISE(ABORT, 'insolvency: a fact never changes; discharge it'); END;
CREATE TRIGGER insolvency_no_delete BEFORE DELETE ON insolvency BEGIN SELECT RAISE(ABORT, 'insolvency: a fact is never deleted; discharge it'); END;
CREATE TRIGGER insolvency_step_no_update BEFORE UPDATE ON insolvency_step BEGIN SELECT RAISE(ABORT, 'insolvency_step: a fact never changes; take another one'); END;
CREATE TRIGGER insolvency_step_no_delete BEFORE DELETE ON insolvency_step BEGIN SELECT RAISE(ABORT, 'insolvency_step: a fact is never deleted; take another one'); END;
CREATE TRIGGER insolvency_end_no_update BEFORE UPDATE ON insolvency_end BEGIN SELECT RAISE(ABORT, 'insolvency_end: a fact never changes'); END;
CREATE TRIGGER insolvency_end_no_delete BEFORE DELETE ON insolvency_end BEGIN SELECT RAISE(ABORT, 'insolvency_end: a fact is never deleted'); END;
CREATE TRIGGER bad_debt_no_update BEFORE UPDATE ON bad_debt BEGIN SELECT RAISE(ABORT, 'bad_debt: a posted fact never changes; reverse it'); END;
CREATE TRIGGER bad_debt_no_delete BEFORE DELETE ON bad_debt BEGIN SELECT RAISE(ABORT, 'bad_debt: a posted fact is never deleted; reverse it'); END;
CREATE TRIGGER bad_debt_step_no_update BEFORE UPDATE ON bad_debt_step BEGIN SELECT RAISE(ABORT, 'bad_debt_step: a posted fact never changes; reverse it'); END;
CREATE TRIGGER bad_debt_step_no_delete BEFORE DELETE ON bad_debt_step BEGIN SELECT RAISE(ABORT, 'bad_debt_step: a posted fact is never deleted; reverse it'); END;
CREATE TRIGGER limitation_no_update BEFORE UPDATE ON limitation BEGIN SELECT RAISE(ABORT, 'limitation: a fact never changes; say another day'); END;
CREATE TRIGGER limitation_no_delete BEFORE DELETE ON limitation BEGIN SELECT RAISE(ABORT, 'limitation: a fact is never deleted; say another day'); END;
