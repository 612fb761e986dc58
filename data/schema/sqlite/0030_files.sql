-- Files that were imported, which are not taken again, and batches with their control totals have marks as master
-- data has: they are no facts of the books, but nobody shall change them past the program.

CREATE TRIGGER import_file_touched_by_insert AFTER INSERT ON import_file
BEGIN INSERT INTO master_touched (master, record) SELECT 'import_file', CAST(NEW.entry_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'import_file' AND record = CAST(NEW.entry_id AS TEXT)); END;
CREATE TRIGGER import_file_touched_by_update AFTER UPDATE ON import_file
BEGIN INSERT INTO master_touched (master, record) SELECT 'import_file', CAST(NEW.entry_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'import_file' AND record = CAST(NEW.entry_id AS TEXT)); END;
CREATE TRIGGER import_file_touched_by_delete AFTER DELETE ON import_file
BEGIN INSERT INTO master_touched (master, record) SELECT 'import_file', CAST(OLD.entry_id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'import_file' AND record = CAST(OLD.entry_id AS TEXT)); END;
CREATE TRIGGER batch_touched_by_insert AFTER INSERT ON batch
BEGIN INSERT INTO master_touched (master, record) SELECT 'batch', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'batch' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER batch_touched_by_update AFTER UPDATE ON batch
BEGIN INSERT INTO master_touched (master, record) SELECT 'batch', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'batch' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER batch_touched_by_delete AFTER DELETE ON batch
BEGIN INSERT INTO master_touched (master, record) SELECT 'batch', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'batch' AND record = CAST(OLD.id AS TEXT)); END;

-- What was there before is taken as it is by the next entry, once: it marks the record '' of each, too.
INSERT INTO master_touched (master, record) SELECT 'import_file', CAST(entry_id AS TEXT) FROM import_file;
INSERT INTO master_touched (master, record) VALUES ('import_file', '');
INSERT INTO master_touched (master, record) SELECT 'batch', CAST(id AS TEXT) FROM batch;
INSERT INTO master_touched (master, record) VALUES ('batch', '');
