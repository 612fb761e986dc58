-- What statements gather, and what may be erased.

-- Other accounts whose items stand on a statement: branches whose statement goes to that customer on
-- its day, and accounts that were merged. With what each of them owed.
CREATE TABLE statement_account (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES statement (id),
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    balance      INTEGER NOT NULL,
    UNIQUE (statement_id, customer_id)
) STRICT;
CREATE INDEX statement_account_by_customer ON statement_account (customer_id);
CREATE TRIGGER statement_account_no_update BEFORE UPDATE ON statement_account BEGIN SELECT RAISE(ABORT, 'statement_account: a posted fact never changes'); END;
CREATE TRIGGER statement_account_no_delete BEFORE DELETE ON statement_account BEGIN SELECT RAISE(ABORT, 'statement_account: a posted fact is never deleted'); END;

-- Whose statement ever went to a customer (field 6).
CREATE INDEX customer_dated_by_node ON customer_dated (value, customer_id) WHERE field = 6;
