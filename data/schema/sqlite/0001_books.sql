-- The books. Facts are written once (triggers refuse changes); master data changes leave a row in
-- "change"; stored results are item.open, item.settled_on and period_total, and nothing else.
-- Money is INTEGER minor units beside a currency code; days are INTEGER days since 1970-01-01;
-- moments INTEGER microseconds UTC; rates fractions; percentages parts per million.

-- The book's own settings: one row of ledger/setting.c each.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- General-ledger accounts. control: 0 none, 1 receivable, 2 unidentified receipts, 3 customer deposits.
CREATE TABLE account (
    id      INTEGER PRIMARY KEY,
    code    TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name    TEXT NOT NULL,
    kind    INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5), -- asset, liability, equity, income, expense
    control INTEGER NOT NULL DEFAULT 0 CHECK (control BETWEEN 0 AND 3)
) STRICT;

CREATE TABLE terms (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL COLLATE NOCASE UNIQUE,
    due         TEXT NOT NULL,             -- "net 30"
    discount    TEXT NOT NULL DEFAULT '',  -- "2% 10; 1% 20"
    instalments TEXT NOT NULL DEFAULT '',  -- "50% net 30; 50% net 60"
    tax_mode    INTEGER NOT NULL DEFAULT 0 CHECK (tax_mode BETWEEN 0 AND 2) -- RULES.md R4
) STRICT;

CREATE TABLE tax (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    rate_ppm   INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
    account_id INTEGER NOT NULL REFERENCES account (id),
    category   TEXT NOT NULL DEFAULT 'S',
    exemption  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE customer (
    id           INTEGER PRIMARY KEY,
    code         TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name         TEXT NOT NULL,
    currency     TEXT NOT NULL,
    terms_id     INTEGER REFERENCES terms (id),
    credit_limit INTEGER CHECK (credit_limit >= 0), -- NULL: no limit
    email        TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT '',
    address      TEXT NOT NULL DEFAULT '',
    country      TEXT NOT NULL DEFAULT '',
    contact      TEXT NOT NULL DEFAULT '',
    parent_id    INTEGER REFERENCES customer (id),
    collector    TEXT NOT NULL DEFAULT '',
    salesperson  TEXT NOT NULL DEFAULT '',
    tax_number   TEXT NOT NULL DEFAULT '',
    statement    INTEGER NOT NULL DEFAULT 0 CHECK (statement BETWEEN 0 AND 1), -- open-item, activity
    cycle        TEXT NOT NULL DEFAULT '',
    language     TEXT NOT NULL DEFAULT '',
    class        TEXT NOT NULL DEFAULT '',
    kind         INTEGER NOT NULL DEFAULT 0 CHECK (kind BETWEEN 0 AND 1),      -- business, consumer
    grace_days   INTEGER NOT NULL DEFAULT 0 CHECK (grace_days BETWEEN 0 AND 366),
    overpayment  INTEGER NOT NULL DEFAULT 0 CHECK (overpayment IN (0, 1)),     -- tolerance upwards (R5)
    merged_into  INTEGER REFERENCES customer (id),
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX customer_by_name ON customer (name COLLATE NOCASE, id);
CREATE INDEX customer_by_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;

-- The people at a customer.
CREATE TABLE contact (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    name        TEXT NOT NULL,
    role        TEXT NOT NULL DEFAULT '',
    phone       TEXT NOT NULL DEFAULT '',
    email       TEXT NOT NULL DEFAULT '',
    active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX contact_by_customer ON contact (customer_id);

-- The number series of the book itself: number = prefix || serial, gapless.
CREATE TABLE counter (
    series TEXT NOT NULL PRIMARY KEY,
    prefix TEXT NOT NULL,
    first  INTEGER NOT NULL,
    next   INTEGER NOT NULL CHECK (next >= first)
) STRICT, WITHOUT ROWID;

-- Facts name their entry without a foreign key: the entry is written after them, with the hash over them,
-- and a deferred key would make its insert scan every table of facts. `book verify` holds the two together.

-- The journal: one entry a command. The command's text may be erased; its salted hash stays.
CREATE TABLE entry (
    id           INTEGER PRIMARY KEY,
    moment       INTEGER NOT NULL,
    actor        TEXT NOT NULL,
    command      TEXT,
    salt         BLOB,
    command_hash BLOB NOT NULL,
    op_id        TEXT UNIQUE,
    op_hash      BLOB,              -- of the arguments under that operation id
    ref          TEXT NOT NULL DEFAULT '',
    says         TEXT NOT NULL DEFAULT '',
    form         INTEGER NOT NULL,  -- schema version whose binary form was hashed
    hash         BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Whatever changes what a customer owes, and transfers between accounts of it.
CREATE TABLE document (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    kind        INTEGER NOT NULL,        -- enum document_kind
    number      TEXT NOT NULL COLLATE NOCASE,
    serial      INTEGER,                 -- place in the book's own series; NULL: number given from outside
    customer_id INTEGER REFERENCES customer (id), -- NULL: nobody knows yet whose money
    issued      INTEGER NOT NULL,        -- the date on the paper
    effective   INTEGER NOT NULL,        -- the true day
    posted      INTEGER NOT NULL,        -- the GL day, in an open period
    currency    TEXT NOT NULL,
    total       INTEGER NOT NULL,        -- as printed, in the document's currency
    base_total  INTEGER NOT NULL,
    rate_num    INTEGER NOT NULL CHECK (rate_num > 0), -- base units per unit of currency
    rate_den    INTEGER NOT NULL CHECK (rate_den > 0),
    opening     INTEGER NOT NULL DEFAULT 0 CHECK (opening IN (0, 1)),
    reverses_id INTEGER REFERENCES document (id),
    related_id  INTEGER REFERENCES document (id),      -- the invoice of a credit, the source of a transfer
    act_id      INTEGER,                               -- the application act that made it (discount, FX ...)
    terms       TEXT NOT NULL DEFAULT '',
    po          TEXT NOT NULL DEFAULT '',
    reference   TEXT NOT NULL DEFAULT '',
    text        TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT '',
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    parts       BLOB NOT NULL,           -- first 8 bytes of each part's hash: names the part that was changed
    CHECK (posted >= effective)
) STRICT;
CREATE UNIQUE INDEX document_by_number ON document (number, kind, customer_id);
CREATE INDEX document_by_customer ON document (customer_id, posted);
CREATE INDEX document_by_posted ON document (posted, kind);
CREATE UNIQUE INDEX document_by_reverses ON document (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX document_by_related ON document (related_id) WHERE related_id IS NOT NULL;
CREATE INDEX document_by_act ON document (act_id) WHERE act_id IS NOT NULL;

-- How money came: one row a payment.
CREATE TABLE receipt (
    document_id INTEGER PRIMARY KEY REFERENCES document (id),
    method      INTEGER NOT NULL CHECK (method BETWEEN 0 AND 4), -- cash, cheque, card, transfer, direct debit
    value       INTEGER NOT NULL,             -- the day the money came
    payer       TEXT NOT NULL DEFAULT '',
    keep        INTEGER NOT NULL DEFAULT 0 CHECK (keep BETWEEN 0 AND 2), -- unapplied, on account, prepayment
    account_id  INTEGER NOT NULL REFERENCES account (id), -- debited: undeposited, clearing
    settles     INTEGER,                      -- what it settles in another currency
    settles_currency TEXT
) STRICT;

CREATE TABLE line (
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq         INTEGER NOT NULL,
    text        TEXT NOT NULL,
    quantity    INTEGER NOT NULL, -- 10^-6
    price       INTEGER NOT NULL, -- 10^-6 of a unit of the currency
    net         INTEGER NOT NULL,
    tax_id      INTEGER REFERENCES tax (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE tax_line (
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq         INTEGER NOT NULL,
    tax_id      INTEGER NOT NULL REFERENCES tax (id),
    rate_ppm    INTEGER NOT NULL,
    net         INTEGER NOT NULL,
    tax         INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- The discount that a document offers, resolved to days: terms may change, this does not.
CREATE TABLE offer (
    document_id  INTEGER NOT NULL REFERENCES document (id),
    seq          INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    ppm          INTEGER NOT NULL CHECK (ppm > 0 AND ppm < 1000000),
    discountable INTEGER NOT NULL,
    tax_mode     INTEGER NOT NULL,
    PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- Open items: positive, the customer owes us; negative, we owe the customer.
CREATE TABLE item (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq         INTEGER NOT NULL,       -- instalment, from 1
    customer_id INTEGER REFERENCES customer (id),
    account_id  INTEGER NOT NULL REFERENCES account (id), -- a control account
    currency    TEXT NOT NULL,
    amount      INTEGER NOT NULL,
    base        INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    effective   INTEGER NOT NULL,
    posted      INTEGER NOT NULL,
    value       INTEGER NOT NULL,       -- of a credit: the day the money came
    open        INTEGER NOT NULL,       -- derived: amount less what is applied
    settled_on  INTEGER NOT NULL,       -- derived: last posted day of its applications when open is 0, else 9999-12-31
    CHECK ((amount >= 0 AND open BETWEEN 0 AND amount) OR (amount < 0 AND open BETWEEN amount AND 0))
) STRICT;
CREATE INDEX item_by_document ON item (document_id);
CREATE INDEX item_by_aging ON item (settled_on, posted, account_id, customer_id, currency, due, amount, open, base, effective);
CREATE INDEX item_by_customer ON item (customer_id, settled_on, due);

-- A debit item paid by a credit item of the same customer, currency and control account.
CREATE TABLE application (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    act_id      INTEGER NOT NULL,       -- the first application of the same act
    debit_id    INTEGER NOT NULL REFERENCES item (id),
    credit_id   INTEGER NOT NULL REFERENCES item (id),
    amount      INTEGER NOT NULL CHECK (amount <> 0), -- negative: reverses another row
    debit_base  INTEGER NOT NULL,       -- base relieved on the debit item
    credit_base INTEGER NOT NULL,       -- base relieved on the credit item
    effective   INTEGER NOT NULL,
    posted      INTEGER NOT NULL,
    reverses_id INTEGER REFERENCES application (id),
    reason      TEXT NOT NULL DEFAULT '',
    CHECK (posted >= effective),
    CHECK ((amount < 0) = (reverses_id IS NOT NULL))
) STRICT;
CREATE INDEX application_by_debit ON application (debit_id, posted, amount, debit_base, effective, entry_id);
CREATE INDEX application_by_credit ON application (credit_id, posted, amount, credit_base, effective, entry_id);
CREATE INDEX application_by_posted ON application (posted);
CREATE INDEX application_by_act ON application (act_id);
CREATE UNIQUE INDEX application_by_reverses ON application (reverses_id) WHERE reverses_id IS NOT NULL;

-- The general-ledger lines of a document; debit positive.
CREATE TABLE posting (
    document_id INTEGER NOT NULL REFERENCES document (id),
    seq         INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    posted      INTEGER NOT NULL,
    amount      INTEGER NOT NULL, -- in the document's currency
    base        INTEGER NOT NULL, -- in the book's currency
    PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- Stored result: GL movement by account, currency, month and kind of document.
CREATE TABLE period_total (
    account_id INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    month      INTEGER NOT NULL,  -- months since 1970-01
    kind       INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    base       INTEGER NOT NULL,
    PRIMARY KEY (account_id, currency, month, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    item_id  INTEGER NOT NULL REFERENCES item (id),
    amount   INTEGER NOT NULL CHECK (amount > 0),
    reason   TEXT NOT NULL,
    owner    TEXT NOT NULL DEFAULT '',
    opened   INTEGER NOT NULL,
    text     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dispute_by_item ON dispute (item_id);

CREATE TABLE dispute_closing (
    id         INTEGER PRIMARY KEY,  -- ascends in entry order, as the chain wants it
    dispute_id INTEGER NOT NULL UNIQUE REFERENCES dispute (id),
    entry_id   INTEGER NOT NULL,
    closed     INTEGER NOT NULL,
    resolution TEXT NOT NULL
) STRICT;

-- What was amended on a posted document without reversing it.
CREATE TABLE amendment (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id),
    field       TEXT NOT NULL,
    before      TEXT NOT NULL,
    after       TEXT NOT NULL,
    effective   INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_by_document ON amendment (document_id);

-- A manager let an item age from another due date, from a day on; the item itself never changes.
CREATE TABLE reage (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    item_id  INTEGER NOT NULL REFERENCES item (id),
    from_day INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX reage_by_item ON reage (item_id, from_day);

-- A receipt went to the bank with a deposit, which is a document; once, unless that was reversed.
CREATE TABLE deposit_line (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    deposit_id INTEGER NOT NULL REFERENCES document (id),
    receipt_id INTEGER NOT NULL REFERENCES receipt (document_id),
    UNIQUE (deposit_id, receipt_id)
) STRICT;
CREATE INDEX deposit_line_by_receipt ON deposit_line (receipt_id);

-- Every change of master data: what it was, what it is.
CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL,
    subject    TEXT NOT NULL,    -- "customer"
    subject_id INTEGER NOT NULL,
    field      TEXT NOT NULL,
    before     TEXT,
    after      TEXT
) STRICT;
CREATE INDEX change_by_subject ON change (subject, subject_id);

-- Exchange rates: base units per unit, from a day on.
CREATE TABLE rate (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    day      INTEGER NOT NULL,
    num      INTEGER NOT NULL CHECK (num > 0),
    den      INTEGER NOT NULL CHECK (den > 0)
) STRICT;
CREATE INDEX rate_by_day ON rate (currency, day, id);

-- Files that were imported, and the rows of those whose rows have no number of their own.
CREATE TABLE import_file (
    hash     BLOB NOT NULL PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    rows     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE import_row (
    key      BLOB NOT NULL PRIMARY KEY,
    entry_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How a file of a known header is read.
CREATE TABLE profile (
    name   TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
    header BLOB NOT NULL,
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Facts are written once. Unconditional: a list of columns could be bypassed by the row's own key.
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document: a posted fact never changes; post a correction'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt: a posted fact never changes; post a correction'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER line_no_update BEFORE UPDATE ON line BEGIN SELECT RAISE(ABORT, 'line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER line_no_delete BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER tax_line_no_update BEFORE UPDATE ON tax_line BEGIN SELECT RAISE(ABORT, 'tax_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER tax_line_no_delete BEFORE DELETE ON tax_line BEGIN SELECT RAISE(ABORT, 'tax_line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER offer_no_update BEFORE UPDATE ON offer BEGIN SELECT RAISE(ABORT, 'offer: a posted fact never changes; post a correction'); END;
CREATE TRIGGER offer_no_delete BEFORE DELETE ON offer BEGIN SELECT RAISE(ABORT, 'offer: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER application_no_update BEFORE UPDATE ON application BEGIN SELECT RAISE(ABORT, 'application: a posted fact never changes; post a correction'); END;
CREATE TRIGGER application_no_delete BEFORE DELETE ON application BEGIN SELECT RAISE(ABORT, 'application: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting: a posted fact never changes; post a correction'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'posting: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dispute_no_update BEFORE UPDATE ON dispute BEGIN SELECT RAISE(ABORT, 'dispute: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dispute_no_delete BEFORE DELETE ON dispute BEGIN SELECT RAISE(ABORT, 'dispute: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dispute_closing_no_update BEFORE UPDATE ON dispute_closing BEGIN SELECT RAISE(ABORT, 'dispute_closing: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dispute_closing_no_delete BEFORE DELETE ON dispute_closing BEGIN SELECT RAISE(ABORT, 'dispute_closing: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment BEGIN SELECT RAISE(ABORT, 'amendment: a posted fact never changes; post a correction'); END;
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment BEGIN SELECT RAISE(ABORT, 'amendment: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER reage_no_update BEFORE UPDATE ON reage BEGIN SELECT RAISE(ABORT, 'reage: a posted fact never changes; post a correction'); END;
CREATE TRIGGER reage_no_delete BEFORE DELETE ON reage BEGIN SELECT RAISE(ABORT, 'reage: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER deposit_line_no_update BEFORE UPDATE ON deposit_line BEGIN SELECT RAISE(ABORT, 'deposit_line: a posted fact never changes; post a correction'); END;
CREATE TRIGGER deposit_line_no_delete BEFORE DELETE ON deposit_line BEGIN SELECT RAISE(ABORT, 'deposit_line: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER deposit_line_once BEFORE INSERT ON deposit_line WHEN EXISTS (SELECT 1 FROM deposit_line l
    WHERE l.receipt_id = NEW.receipt_id AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = l.deposit_id))
BEGIN SELECT RAISE(ABORT, 'deposit_line: a receipt is in one standing deposit'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change: a posted fact never changes; post a correction'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER rate_no_update BEFORE UPDATE ON rate BEGIN SELECT RAISE(ABORT, 'rate: a posted fact never changes; post a correction'); END;
CREATE TRIGGER rate_no_delete BEFORE DELETE ON rate BEGIN SELECT RAISE(ABORT, 'rate: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER import_file_no_update BEFORE UPDATE ON import_file BEGIN SELECT RAISE(ABORT, 'import_file: a posted fact never changes; post a correction'); END;
CREATE TRIGGER import_file_no_delete BEFORE DELETE ON import_file BEGIN SELECT RAISE(ABORT, 'import_file: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER import_row_no_update BEFORE UPDATE ON import_row BEGIN SELECT RAISE(ABORT, 'import_row: a posted fact never changes; post a correction'); END;
CREATE TRIGGER import_row_no_delete BEFORE DELETE ON import_row BEGIN SELECT RAISE(ABORT, 'import_row: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER item_no_update BEFORE UPDATE ON item WHEN NEW.id IS NOT OLD.id
    OR NEW.document_id IS NOT OLD.document_id
    OR NEW.seq IS NOT OLD.seq
    OR NEW.customer_id IS NOT OLD.customer_id
    OR NEW.account_id IS NOT OLD.account_id
    OR NEW.currency IS NOT OLD.currency
    OR NEW.amount IS NOT OLD.amount
    OR NEW.base IS NOT OLD.base
    OR NEW.due IS NOT OLD.due
    OR NEW.effective IS NOT OLD.effective
    OR NEW.posted IS NOT OLD.posted
    OR NEW.value IS NOT OLD.value
BEGIN SELECT RAISE(ABORT, 'item: a posted fact never changes; post a correction'); END;
CREATE TRIGGER item_no_delete BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'item: a posted fact is never deleted; post a reversal'); END;
-- Of an entry only the words of the command and their salt may be erased, never rewritten.
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry WHEN NEW.id IS NOT OLD.id
    OR NEW.moment IS NOT OLD.moment
    OR NEW.actor IS NOT OLD.actor
    OR NEW.command_hash IS NOT OLD.command_hash
    OR NEW.op_id IS NOT OLD.op_id
    OR NEW.op_hash IS NOT OLD.op_hash
    OR NEW.ref IS NOT OLD.ref
    OR NEW.says IS NOT OLD.says
    OR NEW.form IS NOT OLD.form
    OR NEW.hash IS NOT OLD.hash
    OR (NEW.command IS NOT NULL AND NEW.command IS NOT OLD.command)
    OR (NEW.salt IS NOT NULL AND NEW.salt IS NOT OLD.salt)
BEGIN SELECT RAISE(ABORT, 'entry: the journal never changes'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry: the journal is never shortened'); END;

-- For a person at a SQL prompt: days and amounts as people read them.
CREATE VIEW v_item AS
SELECT item.id, customer.code AS customer, document.number, item.seq AS instalment, item.currency,
       item.amount, item.open, date(item.due * 86400, 'unixepoch') AS due,
       date(item.posted * 86400, 'unixepoch') AS posted,
       CASE WHEN item.settled_on = 2932896 THEN NULL ELSE date(item.settled_on * 86400, 'unixepoch') END AS settled
FROM item JOIN document ON document.id = item.document_id LEFT JOIN customer ON customer.id = item.customer_id;
CREATE VIEW v_document AS
SELECT document.id, document.kind, document.number, customer.code AS customer,
       date(document.issued * 86400, 'unixepoch') AS issued,
       date(document.posted * 86400, 'unixepoch') AS posted, document.currency, document.total
FROM document LEFT JOIN customer ON customer.id = document.customer_id;
