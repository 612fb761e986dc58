# Templates of papers: the list, one of them, changed in the editor, and back to the program's.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme 海尔 Ελλάς" --language de --terms NET30
$ invoice issue --customer ACME --date 2026-11-01 --amount 77.00

: "go templates" Enter
dump list
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Templates of papers
|   Template           Whose    Lines  What it writes
|--------------------------------------------------------------------------------
| ▶ invoice.en         program     60  invoices, debit memos, charges, deductio…
|   invoice.de         program     60  invoices, debit memos, charges, deductio…
|   invoice.fr         program     60  invoices, debit memos, charges, deductio…
|   invoice.es         program     60  invoices, debit memos, charges, deductio…
|   credit.en          program     42  credit memos
|   credit.de          program     42  credit memos
|   credit.fr          program     42  credit memos
|   credit.es          program     42  credit memos
|   statement.en       program     91  statements of what is open, or of all th…
|   statement.de       program     91  statements of what is open, or of all th…
|   statement.fr       program     91  statements of what is open, or of all th…
|   statement.es       program     91  statements of what is open, or of all th…
|   dunning.en         program     52  letters of dunning around the texts of t…
|   dunning.de         program     52  letters of dunning around the texts of t…
|   dunning.fr         program     52  letters of dunning around the texts of t…
|   dunning.es         program     52  letters of dunning around the texts of t…
|   confirmation.en    program     39  letters that ask a customer to confirm i…
|   confirmation.de    program     39  letters that ask a customer to confirm i…
| 1 of 40
| Enter Look  + New  X Take back  / Search  < > s Sort  f Filter  x Save  ? Help
j Enter
dump one
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Template invoice.de
| Template invoice.de
| the program's
|
| # Rechnungen, Belastungsanzeigen, Verzugskosten und Abzüge, auf Deutsch.
| .title {kind} {number}
| .logo
| {firm.name}
| {firm.address}
| USt-IdNr. {firm.tax_number}
| {if void.day}
| {if void.reason}
| STORNIERT ab {void.day} durch {void.number}: {void.reason}
| {else}
| STORNIERT ab {void.day} durch {void.number}
| {end}
| {end}
| {customer.name}
| {customer.address}
| .pair Kunde | {customer.code}
| .pair USt-IdNr. | {customer.tax_number}
| 1-20 of 64
| e Change  + New  X Take back  / Search  P Print  x Save  ? Help
e
dump changed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Template invoice.de
| Template invoice.de
| the book's own
|
| # Rechnungen, Belastungsanzeigen, Verzugskosten und Abzüge, auf Deutsch.
| .title {kind} {number}
| .logo
| {firm.name}
| {firm.address}
| USt-IdNr. {firm.tax_number}
| {if void.day}
| {if void.reason}
| STORNIERT ab {void.day} durch {void.number}: {void.reason}
| {else}
| STORNIERT ab {void.day} durch {void.number}
| {end}
| {end}
| {customer.name}
| {customer.address}
| .pair Kunde | {customer.code}
| .pair USt-IdNr. | {customer.tax_number}
| invoice.de is written by your template from now on
| e Change  + New  X Take back  / Search  P Print  x Save  ? Help
: "go document INV-1001" Enter
dump paper
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                              ACME   77.00 EUR
| Rechnung INV-1001
|
| Northwind Lights
| Acme 海尔 Ελλάς
| Kunde         ACME
| Datum         01.11.2026
| Zahlungsziel  30 Tage netto
|
| Bezeichnung  Menge  Preis  Steuer  Netto
| -----------  -----  -----  ------  -----
|                                    77,00
|
| Gesamtbetrag      77,00 EUR
| Fällig            01.12.2026
| Zahlungsreferenz  RF06 INV1 001
| They move to Leith Street
| in spring.
| ------------------------------------------------------------------------------
| Applied
| Nothing is applied.
| 1-20 of 31
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc
X
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| template reset                              back to the program's own template
| Template  invoice.de__________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| its paper and language: invoice.de
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
F10
dump back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Template invoice.de
| Template invoice.de
| the program's
|
| # Rechnungen, Belastungsanzeigen, Verzugskosten und Abzüge, auf Deutsch.
| .title {kind} {number}
| .logo
| {firm.name}
| {firm.address}
| USt-IdNr. {firm.tax_number}
| {if void.day}
| {if void.reason}
| STORNIERT ab {void.day} durch {void.number}: {void.reason}
| {else}
| STORNIERT ab {void.day} durch {void.number}
| {end}
| {end}
| {customer.name}
| {customer.address}
| .pair Kunde | {customer.code}
| .pair USt-IdNr. | {customer.tax_number}
| invoice.de is written by the program's template again
| e Change  + New  X Take back  / Search  P Print  x Save  ? Help
: "template set invoice.de --file nowhere" Enter
dump missing
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Template invoice.de
| Template invoice.de
| the program's
|
| # Rechnungen, Belastungsanzeigen, Verzugskosten und Abzüge, auf Deutsch.
| .title {kind} {number}
| .logo
| {firm.name}
| {firm.address}
| USt-IdNr. {firm.tax_number}
| {if void.day}
| {if void.reason}
| STORNIERT ab {void.day} durch {void.number}: {void.reason}
| {else}
| STORNIERT ab {void.day} durch {void.number}
| {end}
| {end}
| {customer.name}
| {customer.address}
| .pair Kunde | {customer.code}
| .pair USt-IdNr. | {customer.tax_number}
| nowhere: No such file or directory
| e Change  + New  X Take back  / Search  P Print  x Save  ? Help
