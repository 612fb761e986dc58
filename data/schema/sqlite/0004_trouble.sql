-- Deductions are few among documents: those of one entry, and those whose items age from another
-- document's date, are found without reading the rest.
CREATE INDEX document_by_deduction ON document (entry_id) WHERE kind = 13;

-- Payments that came back, counted at their customers.
CREATE INDEX document_by_returned ON document (customer_id) WHERE kind = 6;
