-- What is looked for by its beginning or its amount is found by an index while it is typed; the rest is read
-- through. Only documents: most have no reference or no order number, and then no row here. The text of a
-- reference is compared as numbers are, in any case of its letters.
CREATE INDEX document_by_reference ON document (reference COLLATE NOCASE) WHERE reference <> '';
CREATE INDEX document_by_total ON document (total);
