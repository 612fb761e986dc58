-- Master data that had no marks: saved lists, settings of one customer or class, series of numbers.

CREATE TRIGGER saved_view_touched_by_insert AFTER INSERT ON saved_view
BEGIN INSERT INTO master_touched (master, record) SELECT 'saved_view', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'saved_view' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER saved_view_touched_by_update AFTER UPDATE ON saved_view
BEGIN INSERT INTO master_touched (master, record) SELECT 'saved_view', CAST(NEW.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'saved_view' AND record = CAST(NEW.id AS TEXT)); END;
CREATE TRIGGER saved_view_touched_by_delete AFTER DELETE ON saved_view
BEGIN INSERT INTO master_touched (master, record) SELECT 'saved_view', CAST(OLD.id AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'saved_view' AND record = CAST(OLD.id AS TEXT)); END;
CREATE TRIGGER setting_own_touched_by_insert AFTER INSERT ON setting_own
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting_own', NEW.name || ' ' || NEW.owner
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting_own' AND record = NEW.name || ' ' || NEW.owner); END;
CREATE TRIGGER setting_own_touched_by_update AFTER UPDATE ON setting_own
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting_own', NEW.name || ' ' || NEW.owner
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting_own' AND record = NEW.name || ' ' || NEW.owner); END;
CREATE TRIGGER setting_own_touched_by_delete AFTER DELETE ON setting_own
BEGIN INSERT INTO master_touched (master, record) SELECT 'setting_own', OLD.name || ' ' || OLD.owner
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'setting_own' AND record = OLD.name || ' ' || OLD.owner); END;
CREATE TRIGGER counter_touched_by_insert AFTER INSERT ON counter
BEGIN INSERT INTO master_touched (master, record) SELECT 'counter', NEW.series
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'counter' AND record = NEW.series); END;
CREATE TRIGGER counter_touched_by_update AFTER UPDATE OF series, prefix, first ON counter
BEGIN INSERT INTO master_touched (master, record) SELECT 'counter', NEW.series
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'counter' AND record = NEW.series); END;
CREATE TRIGGER counter_touched_by_delete AFTER DELETE ON counter
BEGIN INSERT INTO master_touched (master, record) SELECT 'counter', OLD.series
    WHERE NOT EXISTS (SELECT 1 FROM master_touched WHERE master = 'counter' AND record = OLD.series); END;

-- What was there before is taken as it is by the next entry, once: it marks the record '' of each, too.
INSERT INTO master_touched (master, record) SELECT 'saved_view', CAST(id AS TEXT) FROM saved_view;
INSERT INTO master_touched (master, record) VALUES ('saved_view', '');
INSERT INTO master_touched (master, record) SELECT 'setting_own', name || ' ' || owner FROM setting_own;
INSERT INTO master_touched (master, record) VALUES ('setting_own', '');
INSERT INTO master_touched (master, record) SELECT 'counter', series FROM counter;
INSERT INTO master_touched (master, record) VALUES ('counter', '');
