-- Customers over time, and lists that are asked for again.

-- A list by its name: the command line that shows it, without its day when that is today's.
CREATE TABLE saved_view (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL COLLATE NOCASE UNIQUE,
    line  TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;

-- The last payment of every customer, from this index alone (kind 4: a payment).
CREATE INDEX document_payment_by_customer ON document (customer_id, posted) WHERE kind = 4;

-- What of a customer counts from a day on. The digest covers the mark, the salted hash of the value:
-- value and salt may be erased, and nothing else ever changes.
CREATE TABLE customer_dated (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    field       INTEGER NOT NULL CHECK (field BETWEEN 1 AND 6), -- ledger/dated.h
    from_day    INTEGER NOT NULL,                               -- -2147483648: since ever
    mark        TEXT NOT NULL CHECK (length(mark) = 64),
    salt        TEXT NOT NULL,                                  -- '': erased
    value       TEXT NOT NULL
) STRICT;
CREATE INDEX customer_dated_by_customer ON customer_dated (customer_id, field, from_day, id);

-- On whose statement the items of a customer stand; NULL: on its own. Always one above it.
ALTER TABLE customer ADD COLUMN statement_id INTEGER REFERENCES customer (id);
CREATE INDEX customer_by_statement ON customer (statement_id) WHERE statement_id IS NOT NULL;

CREATE TRIGGER customer_dated_no_update BEFORE UPDATE ON customer_dated WHEN NEW.id IS NOT OLD.id
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.customer_id IS NOT OLD.customer_id
    OR NEW.field IS NOT OLD.field
    OR NEW.from_day IS NOT OLD.from_day
    OR NEW.mark IS NOT OLD.mark
    OR NEW.salt <> ''
    OR NEW.value <> ''
BEGIN SELECT RAISE(ABORT, 'customer_dated: a posted fact never changes; write the next row'); END;
CREATE TRIGGER customer_dated_no_delete BEFORE DELETE ON customer_dated BEGIN SELECT RAISE(ABORT, 'customer_dated: a posted fact is never deleted; write the next row'); END;

-- The few that were merged into another one.
CREATE INDEX customer_by_merged ON customer (merged_into, id) WHERE merged_into IS NOT NULL;

-- Other terms, or another discount, of one customer from a day to a day; the newest row of a day holds.
CREATE TABLE special_terms (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    from_day    INTEGER NOT NULL,
    to_day      INTEGER NOT NULL CHECK (to_day >= from_day),
    terms_id    INTEGER NOT NULL,          -- 0: the usual ones
    discount    TEXT NOT NULL DEFAULT '',  -- '': that of the terms
    text        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX special_terms_by_customer ON special_terms (customer_id, id);
CREATE TRIGGER special_terms_no_update BEFORE UPDATE ON special_terms BEGIN SELECT RAISE(ABORT, 'special_terms: a posted fact never changes; write the next row'); END;
CREATE TRIGGER special_terms_no_delete BEFORE DELETE ON special_terms BEGIN SELECT RAISE(ABORT, 'special_terms: a posted fact is never deleted; write the next row'); END;
