-- Master data is kept to what the journal wrote: each entry marks the rows that it made or changed.

-- Rows of master data that changed since the last entry ended: its end reads and empties it.
CREATE TABLE master_touched (
    master TEXT NOT NULL, -- the table
    record TEXT NOT NULL, -- its key
    PRIMARY KEY (master, record)
) STRICT, WITHOUT ROWID;

-- What a row was when an entry ended: a hash over its columns; '' when it was gone.
CREATE TABLE master_mark (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    master   TEXT NOT NULL,
    record   TEXT NOT NULL,
    mark     TEXT NOT NULL
) STRICT;
CREATE INDEX master_mark_by_record ON master_mark (master, record, id);
CREATE TRIGGER master_mark_no_update BEFORE UPDATE ON master_mark
BEGIN SELECT RAISE(ABORT, 'master_mark: a posted fact never changes; post a correction'); END;
CREATE TRIGGER master_mark_no_delete BEFORE DELETE ON master_mark
BEGIN SELECT RAISE(ABORT, 'master_mark: a posted fact is never deleted; post a reversal'); END;

-- Words by which users sign: hashed (Argon2id), the last one of a name holds, '' = none any more.
CREATE TABLE user_password (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    name     TEXT NOT NULL,
    phrase   TEXT NOT NULL
) STRICT;
CREATE INDEX user_password_by_name ON user_password (name, id);
CREATE TRIGGER user_password_no_update BEFORE UPDATE ON user_password
BEGIN SELECT RAISE(ABORT, 'user_password: a posted fact never changes; post a correction'); END;
CREATE TRIGGER user_password_no_delete BEFORE DELETE ON user_password
BEGIN SELECT RAISE(ABORT, 'user_password: a posted fact is never deleted; post a reversal'); END;

-- Wrong words: who tried as whom is in the entry.
CREATE TABLE password_failure (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    moment   INTEGER NOT NULL,
    name     TEXT NOT NULL
) STRICT;
CREATE INDEX password_failure_by_name ON password_failure (name, moment);
CREATE TRIGGER password_failure_no_update BEFORE UPDATE ON password_failure
BEGIN SELECT RAISE(ABORT, 'password_failure: a posted fact never changes; post a correction'); END;
CREATE TRIGGER password_failure_no_delete BEFORE DELETE ON password_failure
BEGIN SELECT RAISE(ABORT, 'password_failure: a posted fact is never deleted; post a reversal'); END;

CREATE TRIGGER customer_touched_by_insert AFTER INSERT ON customer
BEGIN INSERT INTO master_touched (master, record) SELECT 'customer', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'customer' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER customer_touched_by_update AFTER UPDATE ON customer
BEGIN INSERT INTO master_touched (master, record) SELECT 'customer', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'customer' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER customer_touched_by_delete AFTER DELETE ON customer
BEGIN INSERT INTO master_touched (master, record) SELECT 'customer', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'customer' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER contact_touched_by_insert AFTER INSERT ON contact
BEGIN INSERT INTO master_touched (master, record) SELECT 'contact', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'contact' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER contact_touched_by_update AFTER UPDATE ON contact
BEGIN INSERT INTO master_touched (master, record) SELECT 'contact', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'contact' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER contact_touched_by_delete AFTER DELETE ON contact
BEGIN INSERT INTO master_touched (master, record) SELECT 'contact', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'contact' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER account_touched_by_insert AFTER INSERT ON account
BEGIN INSERT INTO master_touched (master, record) SELECT 'account', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'account' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER account_touched_by_update AFTER UPDATE ON account
BEGIN INSERT INTO master_touched (master, record) SELECT 'account', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'account' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER account_touched_by_delete AFTER DELETE ON account
BEGIN INSERT INTO master_touched (master, record) SELECT 'account', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'account' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER terms_touched_by_insert AFTER INSERT ON terms
BEGIN INSERT INTO master_touched (master, record) SELECT 'terms', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'terms' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER terms_touched_by_update AFTER UPDATE ON terms
BEGIN INSERT INTO master_touched (master, record) SELECT 'terms', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'terms' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER terms_touched_by_delete AFTER DELETE ON terms
BEGIN INSERT INTO master_touched (master, record) SELECT 'terms', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'terms' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER tax_touched_by_insert AFTER INSERT ON tax
BEGIN INSERT INTO master_touched (master, record) SELECT 'tax', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'tax' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER tax_touched_by_update AFTER UPDATE ON tax
BEGIN INSERT INTO master_touched (master, record) SELECT 'tax', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'tax' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER tax_touched_by_delete AFTER DELETE ON tax
BEGIN INSERT INTO master_touched (master, record) SELECT 'tax', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'tax' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER alias_touched_by_insert AFTER INSERT ON alias
BEGIN INSERT INTO master_touched (master, record) SELECT 'alias', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'alias' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER alias_touched_by_update AFTER UPDATE ON alias
BEGIN INSERT INTO master_touched (master, record) SELECT 'alias', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'alias' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER alias_touched_by_delete AFTER DELETE ON alias
BEGIN INSERT INTO master_touched (master, record) SELECT 'alias', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'alias' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER bank_account_touched_by_insert AFTER INSERT ON bank_account
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_account', CAST(NEW.account_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_account' AND record = CAST(NEW.account_id AS TEXT)); END;
CREATE TRIGGER bank_account_touched_by_update AFTER UPDATE ON bank_account
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_account', CAST(NEW.account_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_account' AND record = CAST(NEW.account_id AS TEXT)); END;
CREATE TRIGGER bank_account_touched_by_delete AFTER DELETE ON bank_account
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_account', CAST(OLD.account_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_account' AND record = CAST(OLD.account_id AS TEXT)); END;
CREATE TRIGGER bank_rule_touched_by_insert AFTER INSERT ON bank_rule
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_rule', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_rule' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER bank_rule_touched_by_update AFTER UPDATE ON bank_rule
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_rule', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_rule' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER bank_rule_touched_by_delete AFTER DELETE ON bank_rule
BEGIN INSERT INTO master_touched (master, record) SELECT 'bank_rule', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'bank_rule' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER netting_agreement_touched_by_insert AFTER INSERT ON netting_agreement
BEGIN INSERT INTO master_touched (master, record) SELECT 'netting_agreement', CAST(NEW.customer_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'netting_agreement' AND record = CAST(NEW.customer_id AS TEXT)); END;
CREATE TRIGGER netting_agreement_touched_by_update AFTER UPDATE ON netting_agreement
BEGIN INSERT INTO master_touched (master, record) SELECT 'netting_agreement', CAST(NEW.customer_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'netting_agreement' AND record = CAST(NEW.customer_id AS TEXT)); END;
CREATE TRIGGER netting_agreement_touched_by_delete AFTER DELETE ON netting_agreement
BEGIN INSERT INTO master_touched (master, record) SELECT 'netting_agreement', CAST(OLD.customer_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'netting_agreement' AND record = CAST(OLD.customer_id AS TEXT)); END;
CREATE TRIGGER dispute_reason_touched_by_insert AFTER INSERT ON dispute_reason
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_reason', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_reason' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dispute_reason_touched_by_update AFTER UPDATE ON dispute_reason
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_reason', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_reason' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dispute_reason_touched_by_delete AFTER DELETE ON dispute_reason
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_reason', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_reason' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER dispute_cause_touched_by_insert AFTER INSERT ON dispute_cause
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_cause', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_cause' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dispute_cause_touched_by_update AFTER UPDATE ON dispute_cause
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_cause', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_cause' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dispute_cause_touched_by_delete AFTER DELETE ON dispute_cause
BEGIN INSERT INTO master_touched (master, record) SELECT 'dispute_cause', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dispute_cause' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER dunning_level_touched_by_insert AFTER INSERT ON dunning_level
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_level', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_level' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dunning_level_touched_by_update AFTER UPDATE ON dunning_level
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_level', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_level' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dunning_level_touched_by_delete AFTER DELETE ON dunning_level
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_level', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_level' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER dunning_text_touched_by_insert AFTER INSERT ON dunning_text
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_text', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_text' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dunning_text_touched_by_update AFTER UPDATE ON dunning_text
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_text', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_text' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER dunning_text_touched_by_delete AFTER DELETE ON dunning_text
BEGIN INSERT INTO master_touched (master, record) SELECT 'dunning_text', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'dunning_text' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER jurisdiction_touched_by_insert AFTER INSERT ON jurisdiction
BEGIN INSERT INTO master_touched (master, record) SELECT 'jurisdiction', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'jurisdiction' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER jurisdiction_touched_by_update AFTER UPDATE ON jurisdiction
BEGIN INSERT INTO master_touched (master, record) SELECT 'jurisdiction', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'jurisdiction' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER jurisdiction_touched_by_delete AFTER DELETE ON jurisdiction
BEGIN INSERT INTO master_touched (master, record) SELECT 'jurisdiction', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'jurisdiction' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER setting_touched_by_insert AFTER INSERT ON setting
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting', NEW.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting' AND record = NEW.name); END;
CREATE TRIGGER setting_touched_by_update AFTER UPDATE ON setting
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting', NEW.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting' AND record = NEW.name); END;
CREATE TRIGGER setting_touched_by_delete AFTER DELETE ON setting
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting', OLD.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting' AND record = OLD.name); END;
CREATE TRIGGER profile_touched_by_insert AFTER INSERT ON profile
BEGIN INSERT INTO master_touched (master, record) SELECT 'profile', NEW.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'profile' AND record = NEW.name); END;
CREATE TRIGGER profile_touched_by_update AFTER UPDATE ON profile
BEGIN INSERT INTO master_touched (master, record) SELECT 'profile', NEW.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'profile' AND record = NEW.name); END;
CREATE TRIGGER profile_touched_by_delete AFTER DELETE ON profile
BEGIN INSERT INTO master_touched (master, record) SELECT 'profile', OLD.name
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'profile' AND record = OLD.name); END;

-- What was there before is taken as it is by the next entry.
INSERT INTO master_touched (master, record) SELECT 'customer', CAST(id AS TEXT) FROM customer;
INSERT INTO master_touched (master, record) SELECT 'contact', CAST(id AS TEXT) FROM contact;
INSERT INTO master_touched (master, record) SELECT 'account', CAST(id AS TEXT) FROM account;
INSERT INTO master_touched (master, record) SELECT 'terms', CAST(id AS TEXT) FROM terms;
INSERT INTO master_touched (master, record) SELECT 'tax', CAST(id AS TEXT) FROM tax;
INSERT INTO master_touched (master, record) SELECT 'alias', CAST(id AS TEXT) FROM alias;
INSERT INTO master_touched (master, record) SELECT 'bank_account', CAST(account_id AS TEXT) FROM bank_account;
INSERT INTO master_touched (master, record) SELECT 'bank_rule', CAST(id AS TEXT) FROM bank_rule;
INSERT INTO master_touched (master, record) SELECT 'netting_agreement', CAST(customer_id AS TEXT) FROM netting_agreement;
INSERT INTO master_touched (master, record) SELECT 'dispute_reason', CAST(id AS TEXT) FROM dispute_reason;
INSERT INTO master_touched (master, record) SELECT 'dispute_cause', CAST(id AS TEXT) FROM dispute_cause;
INSERT INTO master_touched (master, record) SELECT 'dunning_level', CAST(id AS TEXT) FROM dunning_level;
INSERT INTO master_touched (master, record) SELECT 'dunning_text', CAST(id AS TEXT) FROM dunning_text;
INSERT INTO master_touched (master, record) SELECT 'jurisdiction', CAST(id AS TEXT) FROM jurisdiction;
INSERT INTO master_touched (master, record) SELECT 'setting', name FROM setting;
INSERT INTO master_touched (master, record) SELECT 'profile', name FROM profile;
