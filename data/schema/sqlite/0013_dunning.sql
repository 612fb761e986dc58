-- Dunning: levels with their texts as master data; runs, letters and the items on them as facts.
-- At which level an item stands on a day is derived from the letters that name it.

-- Of a level in a scheme: from how many days past due on, and what stops or follows it.
-- days of level 0 is below 0: so many days before the due day. Amounts in the book's currency.
CREATE TABLE dunning_level (
    id          INTEGER PRIMARY KEY,
    scheme      TEXT NOT NULL COLLATE NOCASE,
    level       INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    days        INTEGER NOT NULL CHECK (days BETWEEN -365 AND 3650),
    grace       INTEGER NOT NULL DEFAULT 0 CHECK (grace BETWEEN 0 AND 3650),
    again       INTEGER NOT NULL DEFAULT 0 CHECK (again BETWEEN 0 AND 3650), -- 0: not twice
    minimum     INTEGER NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    minimum_ppm INTEGER NOT NULL DEFAULT 0 CHECK (minimum_ppm BETWEEN 0 AND 1000000),
    fee         INTEGER NOT NULL DEFAULT 0 CHECK (fee >= 0),
    fee_ppm     INTEGER NOT NULL DEFAULT 0 CHECK (fee_ppm BETWEEN 0 AND 1000000),
    pay_days    INTEGER NOT NULL DEFAULT 7 CHECK (pay_days BETWEEN 0 AND 365), -- until when it asks for
    held        INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),  -- letters wait to be checked
    active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    UNIQUE (scheme, level)
) STRICT;

-- {amount} and {due} stand for the sum that is asked for and its day.
CREATE TABLE dunning_text (
    id       INTEGER PRIMARY KEY,
    scheme   TEXT NOT NULL COLLATE NOCASE,
    level    INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    language TEXT NOT NULL COLLATE NOCASE,
    title    TEXT NOT NULL,
    opening  TEXT NOT NULL,
    closing  TEXT NOT NULL,
    UNIQUE (scheme, level, language)
) STRICT;

CREATE TABLE dunning_run (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    day      INTEGER NOT NULL
) STRICT;

-- One a customer, level, language and currency. held: it counts from the day of its release.
CREATE TABLE dunning_letter (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    serial      INTEGER NOT NULL,
    run_id      INTEGER NOT NULL REFERENCES dunning_run (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    level       INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    day         INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    held        INTEGER NOT NULL CHECK (held IN (0, 1)),
    amount      INTEGER NOT NULL CHECK (amount > 0), -- of its items, disputed parts and credits off
    fee         INTEGER NOT NULL CHECK (fee >= 0),
    fee_id      INTEGER NOT NULL,                    -- the charge of the fee; 0 = none
    number      TEXT NOT NULL UNIQUE,
    currency    TEXT NOT NULL,
    language    TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64), -- of body
    body        TEXT NOT NULL                        -- the letter as it went out
) STRICT;
CREATE INDEX dunning_letter_by_customer ON dunning_letter (customer_id, id);
CREATE INDEX dunning_letter_by_run ON dunning_letter (run_id, id);
CREATE INDEX dunning_letter_by_day ON dunning_letter (day);

-- before: the level until then, -1 = none. rides: a charge that came along, and has no level.
CREATE TABLE dunning_item (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    letter_id INTEGER NOT NULL REFERENCES dunning_letter (id),
    item_id   INTEGER NOT NULL REFERENCES item (id),
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    before    INTEGER NOT NULL CHECK (before BETWEEN -1 AND 9),
    days      INTEGER NOT NULL, -- past due
    amount    INTEGER NOT NULL CHECK (amount > 0),
    rides     INTEGER NOT NULL CHECK (rides IN (0, 1)),
    UNIQUE (letter_id, item_id)
) STRICT;
CREATE INDEX dunning_item_by_item ON dunning_item (item_id, id);
-- Charges make no letter of their own; document kind 12.
CREATE INDEX document_of_charges ON document (entry_id) WHERE kind = 12;

-- A letter that was held was checked and went out.
CREATE TABLE dunning_release (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    letter_id INTEGER NOT NULL UNIQUE REFERENCES dunning_letter (id),
    day       INTEGER NOT NULL,
    fee_id    INTEGER NOT NULL -- the charge of its fee, posted only now; 0 = none
) STRICT;

-- It did not go out, or should not have: from that day on the levels before it hold.
CREATE TABLE dunning_undo (
    id        INTEGER PRIMARY KEY,
    entry_id  INTEGER NOT NULL,
    letter_id INTEGER NOT NULL UNIQUE REFERENCES dunning_letter (id),
    day       INTEGER NOT NULL,
    reason    TEXT NOT NULL
) STRICT;

-- document_id 0: all of the customer's. until_day is the last day of it, 2932896 = without an end.
CREATE TABLE dunning_block (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    document_id INTEGER NOT NULL,
    from_day    INTEGER NOT NULL,
    until_day   INTEGER NOT NULL CHECK (until_day >= from_day),
    reason      TEXT NOT NULL
) STRICT;
CREATE INDEX dunning_block_by_customer ON dunning_block (customer_id, id);

CREATE TABLE dunning_unblock (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    block_id INTEGER NOT NULL UNIQUE REFERENCES dunning_block (id),
    day      INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

INSERT INTO dunning_level (scheme, level, days, grace, pay_days, active) VALUES
    ('STANDARD', 0, -3, 0, 0, 0),
    ('STANDARD', 1, 7, 3, 10, 1),
    ('STANDARD', 2, 21, 3, 7, 1),
    ('STANDARD', 3, 35, 3, 7, 1);

INSERT INTO dunning_text (scheme, level, language, title, opening, closing) VALUES
    ('STANDARD', 0, 'en', 'Friendly reminder',
     'our books show that the items below fall due soon. We send you this note so that they are not overlooked; if the money is on its way already, there is nothing for you to do.',
     'Thank you for the good cooperation.'),
    ('STANDARD', 1, 'en', 'Payment reminder',
     'perhaps it escaped your notice: the items below are past their due date, and no payment has reached us so far.',
     'Please transfer {amount} by {due}. If you paid in the last days, please disregard this letter. Should anything about the items be unclear, call us.'),
    ('STANDARD', 2, 'en', 'Second reminder',
     'we wrote to you about open items before and have neither received the money nor heard from you.',
     'We ask you to settle {amount} by {due}, or to tell us before that day what stands in the way.'),
    ('STANDARD', 3, 'en', 'Final notice',
     'in spite of our reminders the items below are still not paid.',
     'This is our last letter. If {amount} is not on our account by {due}, we will take further steps, the costs of which you would have to bear.'),
    ('STANDARD', 0, 'de', 'Freundliche Erinnerung',
     'laut unseren Büchern werden die folgenden Posten in Kürze fällig. Wir weisen Sie darauf hin, damit nichts übersehen wird; ist das Geld schon unterwegs, brauchen Sie nichts weiter zu tun.',
     'Vielen Dank für die gute Zusammenarbeit.'),
    ('STANDARD', 1, 'de', 'Zahlungserinnerung',
     'vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Posten sind überfällig, und bisher ist keine Zahlung bei uns eingegangen.',
     'Bitte überweisen Sie {amount} bis zum {due}. Haben Sie in den letzten Tagen bezahlt, betrachten Sie dieses Schreiben bitte als erledigt. Bei Fragen zu den Posten rufen Sie uns gern an.'),
    ('STANDARD', 2, 'de', 'Zweite Mahnung',
     'wir haben Ihnen wegen offener Posten schon geschrieben und weder Geld erhalten noch von Ihnen gehört.',
     'Wir bitten Sie, {amount} bis zum {due} zu begleichen oder uns vorher mitzuteilen, was dem entgegensteht.'),
    ('STANDARD', 3, 'de', 'Letzte Mahnung',
     'trotz unserer Erinnerungen sind die folgenden Posten noch nicht bezahlt.',
     'Dies ist unser letztes Schreiben. Ist {amount} bis zum {due} nicht auf unserem Konto, leiten wir weitere Schritte ein, deren Kosten Sie zu tragen hätten.'),
    ('STANDARD', 0, 'fr', 'Rappel amical',
     'selon nos livres, les postes ci-dessous arrivent bientôt à échéance. Nous vous le signalons afin que rien ne soit oublié ; si le paiement est déjà en route, vous navez rien à faire.',
     'Merci de la bonne collaboration.'),
    ('STANDARD', 1, 'fr', 'Rappel de paiement',
     'cela vous a peut-être échappé : les postes ci-dessous sont échus et aucun paiement ne nous est parvenu à ce jour.',
     'Merci de virer {amount} au plus tard le {due}. Si vous avez payé ces derniers jours, ne tenez pas compte de cette lettre. Pour toute question sur ces postes, appelez-nous.'),
    ('STANDARD', 2, 'fr', 'Deuxième rappel',
     'nous vous avons déjà écrit au sujet de postes ouverts, sans recevoir ni paiement ni réponse.',
     'Nous vous prions de régler {amount} au plus tard le {due}, ou de nous dire avant cette date ce qui sy oppose.'),
    ('STANDARD', 3, 'fr', 'Dernière mise en demeure',
     'malgré nos rappels, les postes ci-dessous ne sont toujours pas payés.',
     'Cette lettre est la dernière. Si {amount} nest pas sur notre compte le {due}, nous engagerons dautres démarches dont les frais seraient à votre charge.'),
    ('STANDARD', 0, 'es', 'Recordatorio amistoso',
     'según nuestros libros, las partidas siguientes vencen en breve. Se lo comunicamos para que nada quede olvidado; si el pago ya está en camino, no tiene que hacer nada.',
     'Gracias por la buena colaboración.'),
    ('STANDARD', 1, 'es', 'Recordatorio de pago',
     'quizá se le haya pasado: las partidas siguientes han vencido y hasta ahora no hemos recibido ningún pago.',
     'Le rogamos que transfiera {amount} antes del {due}. Si ha pagado en los últimos días, no tenga en cuenta esta carta. Si algo no está claro, llámenos.'),
    ('STANDARD', 2, 'es', 'Segundo recordatorio',
     'ya le escribimos por partidas pendientes y no hemos recibido ni el dinero ni una respuesta.',
     'Le pedimos que pague {amount} antes del {due}, o que nos diga antes de ese día qué lo impide.'),
    ('STANDARD', 3, 'es', 'Último aviso',
     'a pesar de nuestros recordatorios, las partidas siguientes siguen sin pagarse.',
     'Esta es nuestra última carta. Si {amount} no está en nuestra cuenta el {due}, daremos otros pasos cuyos gastos correrían por su cuenta.');

-- A book that is brought here; a new one gets its series when it is made.
INSERT INTO counter (series, prefix, first, next)
    SELECT 'dunning', 'DL-', 1001, 1001 WHERE EXISTS (SELECT 1 FROM counter);

CREATE TRIGGER dunning_run_no_update BEFORE UPDATE ON dunning_run BEGIN SELECT RAISE(ABORT, 'dunning_run: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_run_no_delete BEFORE DELETE ON dunning_run BEGIN SELECT RAISE(ABORT, 'dunning_run: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_letter_no_update BEFORE UPDATE ON dunning_letter BEGIN SELECT RAISE(ABORT, 'dunning_letter: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_letter_no_delete BEFORE DELETE ON dunning_letter BEGIN SELECT RAISE(ABORT, 'dunning_letter: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_item_no_update BEFORE UPDATE ON dunning_item BEGIN SELECT RAISE(ABORT, 'dunning_item: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_item_no_delete BEFORE DELETE ON dunning_item BEGIN SELECT RAISE(ABORT, 'dunning_item: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_release_no_update BEFORE UPDATE ON dunning_release BEGIN SELECT RAISE(ABORT, 'dunning_release: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_release_no_delete BEFORE DELETE ON dunning_release BEGIN SELECT RAISE(ABORT, 'dunning_release: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_undo_no_update BEFORE UPDATE ON dunning_undo BEGIN SELECT RAISE(ABORT, 'dunning_undo: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_undo_no_delete BEFORE DELETE ON dunning_undo BEGIN SELECT RAISE(ABORT, 'dunning_undo: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_block_no_update BEFORE UPDATE ON dunning_block BEGIN SELECT RAISE(ABORT, 'dunning_block: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_block_no_delete BEFORE DELETE ON dunning_block BEGIN SELECT RAISE(ABORT, 'dunning_block: a posted fact is never deleted; post a reversal'); END;
CREATE TRIGGER dunning_unblock_no_update BEFORE UPDATE ON dunning_unblock BEGIN SELECT RAISE(ABORT, 'dunning_unblock: a posted fact never changes; post a correction'); END;
CREATE TRIGGER dunning_unblock_no_delete BEFORE DELETE ON dunning_unblock BEGIN SELECT RAISE(ABORT, 'dunning_unblock: a posted fact is never deleted; post a reversal'); END;
