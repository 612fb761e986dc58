-- Customers over time, and lists that are asked for again.

-- A list by its name: the command line that shows it, without its day when that is today's.
CREATE TABLE saved_view (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL COLLATE NOCASE UNIQUE,
    line  TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;

-- The last payment of every customer, from this index alone (kind 4: a payment).
CREATE INDEX document_payment_by_customer ON document (customer_id, posted) WHERE kind = 4;
