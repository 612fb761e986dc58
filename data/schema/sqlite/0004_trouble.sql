-- Deductions are few among documents: those of one entry, and those whose items age from another
-- document's date, are found without reading the rest.
CREATE INDEX document_by_deduction ON document (entry_id) WHERE kind = 13;

-- Payments that came back, counted at their customers.
CREATE INDEX document_by_returned ON document (customer_id) WHERE kind = 6;

-- An earlier receipt of the same reference: its twin.
CREATE INDEX document_by_receipt ON document (reference) WHERE kind = 4;

-- Tax on customer deposits. A book that is being made has no accounts yet, and makes this one with the others.
INSERT INTO account (code, name, kind, control)
SELECT '2125', 'Tax on customer deposits', 2, 0
WHERE EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM account WHERE code = '2125');
