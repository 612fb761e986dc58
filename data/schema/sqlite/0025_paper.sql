-- Papers as a firm wants them: its own templates, and its logo.

-- One a paper and language; where there is none, the template of the program is used.
CREATE TABLE paper_template (
    id       INTEGER PRIMARY KEY,
    paper    TEXT NOT NULL,
    language TEXT NOT NULL COLLATE NOCASE,
    body     TEXT NOT NULL,
    actor    TEXT NOT NULL,
    UNIQUE (paper, language)
) STRICT;
CREATE TRIGGER paper_template_touched_by_insert AFTER INSERT ON paper_template
BEGIN INSERT INTO master_touched (master, record) SELECT 'paper_template', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'paper_template' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER paper_template_touched_by_update AFTER UPDATE ON paper_template
BEGIN INSERT INTO master_touched (master, record) SELECT 'paper_template', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'paper_template' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER paper_template_touched_by_delete AFTER DELETE ON paper_template
BEGIN INSERT INTO master_touched (master, record) SELECT 'paper_template', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'paper_template' AND record = CAST(OLD.id AS TEXT)); END;

-- Pictures that stood on papers, whole, each once: a page that was sent names one by its SHA-256.
CREATE TABLE picture (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    width    INTEGER NOT NULL, -- in dots
    height   INTEGER NOT NULL,
    sha256   TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL -- a PNG, base64
) STRICT;
CREATE TRIGGER picture_no_update BEFORE UPDATE ON picture
BEGIN SELECT RAISE(ABORT, 'picture: a posted fact never changes; post a correction'); END;
CREATE TRIGGER picture_no_delete BEFORE DELETE ON picture
BEGIN SELECT RAISE(ABORT, 'picture: a posted fact is never deleted; post a reversal'); END;
