-- Maps of bank files are kept beside those of imports, and found by the file's header as these are.

-- kind: an import, a bank file. A header that two kinds of file share leads each to its own.
ALTER TABLE profile ADD COLUMN kind INTEGER NOT NULL DEFAULT 0 CHECK (kind BETWEEN 0 AND 1);
