-- Who of several people on one account of the operating system works, and what was signed with a
-- password.

-- From which account of the operating system a user works; the last row of a name holds. Without a
-- row: from the one of that name.
CREATE TABLE user_account (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    name     TEXT NOT NULL,
    account  TEXT NOT NULL CHECK (account <> '')
) STRICT;
CREATE INDEX user_account_by_name ON user_account (name, id);
CREATE INDEX user_account_by_account ON user_account (account, name);
CREATE TRIGGER user_account_no_update BEFORE UPDATE ON user_account BEGIN SELECT RAISE(ABORT, 'user_account: a posted fact never changes; write the next row'); END;
CREATE TRIGGER user_account_no_delete BEFORE DELETE ON user_account BEGIN SELECT RAISE(ABORT, 'user_account: a posted fact is never deleted; write the next row'); END;

-- The right password was given: to come in, to unlock, or to sign what its entry did.
CREATE TABLE user_sign (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    kind     INTEGER NOT NULL CHECK (kind IN (0, 1, 2)), -- of ledger/password.h
    moment   INTEGER NOT NULL,
    name     TEXT NOT NULL,
    place    TEXT NOT NULL                               -- the terminal; '' = none
) STRICT;
CREATE INDEX user_sign_by_name ON user_sign (name, id);
CREATE INDEX user_sign_by_entry ON user_sign (entry_id);
CREATE TRIGGER user_sign_no_update BEFORE UPDATE ON user_sign BEGIN SELECT RAISE(ABORT, 'user_sign: a posted fact never changes'); END;
CREATE TRIGGER user_sign_no_delete BEFORE DELETE ON user_sign BEGIN SELECT RAISE(ABORT, 'user_sign: a posted fact is never deleted'); END;
