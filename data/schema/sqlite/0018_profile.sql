-- Maps of bank files are kept beside those of imports, and found by the file's header as these are.

-- kind: an import, a bank file. A header that two kinds of file share leads each to its own.
ALTER TABLE profile ADD COLUMN kind INTEGER NOT NULL DEFAULT 0 CHECK (kind BETWEEN 0 AND 1);

-- Tax that falls due with the money: its account and the series of its documents, in a book of before.
INSERT INTO account (code, name, kind, control) SELECT '2205', 'Output tax not due yet', 2, 0
    WHERE EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM account WHERE code = '2205');
INSERT INTO counter (series, prefix, first, next) SELECT 'cash-tax', 'CT-', 1001, 1001
    WHERE EXISTS (SELECT 1 FROM counter) AND NOT EXISTS (SELECT 1 FROM counter WHERE series = 'cash-tax');
