# Papers by templates: in the customer's language, by the firm's own text; the logo; sent again the same.
$ clerk book new --company "Northwind Lights" --currency EUR --sandbox 2>&1
  a new TEST book for Northwind Lights in EUR: book.arl
$ cat >lines <<'END'
> book set --name address --value "Hafenweg 1, 20457 Hamburg"
> book set --name company.iban --value DE89370400440532013000
> tax add --code VAT19 --rate 19 --account 2200
> terms add --code S --due "net 30" --discount "2% 10"
> customer add --code ACME --name "Acme {total} | .rule" --language de --terms S --address "Ring 5, 1010 Wien"
> customer add --code BOR --name "Borealis Ελλάς SARL" --language fr --terms S
> customer add --code CUE --name "Cué y Niño S.A." --language es --terms S
> customer add --code DAN --name "Danmark ApS" --language da
> invoice issue --customer ACME --date 2026-09-01 --line "text=Lampe; qty=1250.5; price=10.00; tax=VAT19"
> invoice issue --customer BOR --date 2026-09-01 --line "text=Lampe; qty=1250.5; price=10.00; tax=VAT19"
> invoice issue --customer CUE --date 2026-09-01 --instalments "2026-10-15=300.00; 2027-01-15=700.00" --amount 1000
> invoice issue --customer DAN --date 2026-11-01 --amount 100
> credit issue --customer BOR --date 2026-10-05 --amount 20 --invoice INV-1002
> payment receive --customer CUE --date 2026-11-05 --amount 500.00 --method transfer --apply "INV-1003=300.00"
> END
$ clerk run lines >/dev/null 2>&1

# ---- the languages
$ clerk invoice show INV-1001 | head -20
  Rechnung INV-1001
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Acme {total} | .rule
  Ring 5, 1010 Wien
  Kunde         ACME
  Datum         01.09.2026
  Zahlungsziel  30 Tage netto
  
  Bezeichnung   Menge  Preis  Steuer      Netto
  -----------  ------  -----  ------  ---------
  Lampe        1250,5  10,00  VAT19   12.505,00
  
  Netto             12.505,00 EUR
  VAT19 19 %         2.375,95 EUR auf 12.505,00 EUR
  Gesamtbetrag      14.880,95 EUR
  Fällig            01.10.2026
  Skonto            2 %, 297,62 EUR, bei Zahlung bis 11.09.2026
  Zahlungsreferenz  RF06 INV1 001
$ clerk invoice show INV-1002 | head -16
  Facture INV-1002
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Borealis Ελλάς SARL
  Client      BOR
  Date        01/09/2026
  Conditions  30 jours net
  
  Désignation  Quantité   Prix  Taxe   Montant HT
  -----------  --------  -----  -----  ----------
  Lampe          1250,5  10,00  VAT19   12 505,00
  
  Total HT               12 505,00 EUR
  VAT19 19 %              2 375,95 EUR sur 12 505,00 EUR
  Total                  14 880,95 EUR
$ clerk invoice show INV-1003 | head -12
  Factura INV-1003
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Cué y Niño S.A.
  Cliente  CUE
  Fecha    01/09/2026
  
  Concepto  Cantidad  Precio  Impuesto      Neto
  --------  --------  ------  --------  --------
                                        1.000,00
  
$ clerk credit show CM-1001 | head -10
  Avoir CM-1001
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Borealis Ελλάς SARL
  Client    BOR
  Date      05/10/2026
  Concerne  INV-1002
  
  Désignation  Quantité  Prix  Taxe   Montant HT
# as it is printed, and in another language than the customer's
$ clerk invoice show INV-1003 --sheet --language fr | tail -8
                                       1 000,00
  
  Total                  1 000,00 EUR
  Échéance 1             300,00 EUR, échéance 15/10/2026
  Échéance 2             700,00 EUR, échéance 15/01/2027
  Escompte               2 %, 20,00 EUR, en cas de paiement jusqu'au 11/09/2026
  Référence de paiement  RF49 INV1 003
  À payer sur            DE89 3704 0044 0532 0130 00
$ clerk credit show CM-1001 --sheet --language en | tail -4
  
  Net         16.81 EUR
  VAT19 19 %   3.19 EUR on 16.81 EUR
  Total       20.00 EUR
$ clerk payment show P-1001 --language de | tail -3
  --------  --------  ----  ----------  ------  ------  ----------
  INV-1003  Rechnung     1  05.11.2026  300,00       .           .
  Nicht verrechnet  200,00 EUR
$ clerk report statement --customer CUE --language en | head -2
  Northwind Lights: statement
  CUE, 2026-11-22
$ clerk payment show P-1001
  Recibo de pago P-1001
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Cué y Niño S.A.
  Cliente        CUE
  Fecha          05/11/2026
  Forma de pago  transferencia
  Importe        500,00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Aplicado a
  Documento  Tipo     Plazo  Fecha       Importe  Pronto pago  Diferencia
  ---------  -------  -----  ----------  -------  -----------  ----------
  INV-1003   factura      1  05/11/2026   300,00            .           .
  No aplicado  200,00 EUR
$ clerk report statement --customer CUE --to 2026-11-22 --from 2026-09-01 --kind activity | head -30
  Northwind Lights: extracto de cuenta
  CUE, del 01/09/2026 al 22/11/2026
  
  Hafenweg 1, 20457 Hamburg
  
  Cué y Niño S.A.
  
  Cuenta  CUE
  Fecha   22/11/2026
  
  Fecha       Documento  Tipo            Vencimiento  Mon.  Importe  Aplicado  Pendiente     Saldo
  ----------  ---------  --------------  -----------  ----  -------  --------  ---------  --------
  01/09/2026             saldo anterior               EUR                                        .
  01/09/2026  INV-1003   factura         15/10/2026   EUR    300,00    300,00          .    300,00
  01/09/2026  INV-1003   factura         15/01/2027   EUR    700,00         .     700,00  1.000,00
  05/11/2026  P-1001     pago                         EUR   -500,00   -300,00    -200,00    500,00
  
  Saldo 500,00 EUR
  
  No vencido  1-30  31-60  61-90  Más de 90  No aplicado   Total
  ----------  ----  -----  -----  ---------  -----------  ------
      700,00     .      .      .          .      -200,00  500,00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Devuelva esta parte con su pago o indique la referencia.
  Cuenta      CUE, Cué y Niño S.A.
  A pagar     500,00 EUR
  Referencia  RF03 CUE
  Pagar en    DE89 3704 0044 0532 0130 00
  Escanee para pagar 500,00 EUR
# a language without templates: the firm's, here English, then German
$ clerk invoice show INV-1004 | head -8
  Invoice INV-1004
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Danmark ApS
  Customer  DAN
  Date      2026-11-01
  Terms     30 days net
$ clerk book set --name language --value de
  language
! language is now de
$ clerk invoice show INV-1004 | head -8
  Rechnung INV-1004
  
  Northwind Lights
  Hafenweg 1, 20457 Hamburg
  Danmark ApS
  Kunde         DAN
  Datum         01.11.2026
  Zahlungsziel  30 Tage netto
$ clerk book set --name language --value german
! arledger: --value: language is two letters, as en or de, not 'german'
= 65

$ clerk customer set --code DAN --language Danish
! arledger: --language is two letters, as en or de, not 'danish'
= 65
$ clerk customer set --code DAN --language DA
  DAN
! customer DAN, Danmark ApS, was so already

# ---- a template of one's own
$ clerk template list --where "template ~ invoice" --format csv
  template,whose,lines,by,about
  invoice.en,program,60,,"invoices, debit memos, charges, deductions"
  invoice.de,program,60,,"invoices, debit memos, charges, deductions"
  invoice.fr,program,60,,"invoices, debit memos, charges, deductions"
  invoice.es,program,60,,"invoices, debit memos, charges, deductions"
$ clerk template fields credit --search instalments
  Values of a paper
  
  Written as              Kind  What it is
  ----------------------  ----  ---------------------------------------
  {due}                   day   when it is due; empty: in instalments
  {for x in instalments}  list  its instalments, when there are several
$ clerk template show invoice.de --to mine.txt
! invoice.de is in mine.txt; `template set invoice.de --file mine.txt` takes it back in
$ sed -i 's/^{text}$/Vielen Dank, {customer.nam}!/' mine.txt
$ clerk template check invoice.de --file mine.txt
  Templates that are wrong
  
    Template    What is wrong
    ----------  ----------------------------------------------------------------------------------
  ! invoice.de  invoice.de, line 24: there is no value {customer.nam}; did you mean customer.name?
= 1
$ clerk template set invoice.de --file mine.txt
! arledger: invoice.de, line 24: there is no value {customer.nam}; did you mean customer.name?
= 65
$ sed -i 's/customer.nam}/customer.name}/' mine.txt
$ clerk template check invoice.de --file mine.txt
  Templates that are wrong
  
  Template  What is wrong
  --------  -------------
  (nothing to show)
  
  Every template is right.
$ clerk template set invoice.de --file mine.txt
  invoice.de
! invoice.de is written by your template from now on
$ clerk invoice show INV-1001 | grep Vielen
  Vielen Dank, Acme {total} | .rule!
$ printf '.title Faktura {number}\n{customer.name}\n.sum I alt | {total}\n' >da.txt
$ clerk template set invoice.da --file da.txt -q
  invoice.da
$ printf '.numbers 1.234,56\n.dates 31-12-2026\n' | clerk template set words.da --file -
  words.da
! words.da is written by your template from now on
$ clerk invoice show INV-1004 | head -4
  Faktura INV-1004
  
  Danmark ApS
  I alt  100,00 EUR
$ clerk template list --where "whose ~ own" --format csv
  template,whose,lines,by,about
  invoice.de,own,60,anna,"invoices, debit memos, charges, deductions"
  invoice.da,own,3,anna,"invoices, debit memos, charges, deductions"
  words.da,own,2,anna,"figures, days and our words in a language"
$ clerk template check
  Templates that are wrong
  
  Template  What is wrong
  --------  -------------
  (nothing to show)
  
  Every template is right.
$ clerk template reset invoice.de
  invoice.de
! invoice.de is written by the program's template again
$ clerk invoice show INV-1001 | grep Vielen
= 1
$ clerk template reset invoice.de
! arledger: the book has no template of its own for invoice in 'de'; `template list` shows those that there are
= 65
# what is no template
$ clerk template show invoice
! arledger: --template: invoice: a template is named by its paper and its language, as invoice.de
= 65
$ clerk template show letter.de
! arledger: there is no paper letter; `template list` shows which there are
= 65
$ clerk template show receipt.it
! arledger: there is no template receipt.it; `template set receipt.it --file FILE` makes one
= 65
$ clerk template set invoice.DE --file da.txt
! arledger: a language is two small letters, as en or de, not 'DE'
= 65
$ clerk template set invoice.de --file none.txt
! arledger: none.txt: No such file or directory
= 65
$ printf '\377\n' >bad.txt; clerk template set invoice.de --file bad.txt
! arledger: bad.txt: character 1 is not UTF-8 (byte 0xFF): save the text as UTF-8 or say its encoding
= 65
$ clerk template check --file da.txt
! arledger: --file: say which paper it is: a template is named by its paper and its language, as invoice.de
= 2
$ clerk template set statement.de --file /dev/zero
! arledger: /dev/zero is no file that can be read
= 65
$ yes 'a line of a template that is long' | head -c 70000 >long.txt; clerk template set invoice.de --file long.txt
! arledger: long.txt is larger than 64 KB, which is the most
= 65

# ---- the logo
$ clerk logo show
  Logo
  
  There is none; `logo set FILE` gives papers one.
$ clerk logo remove
! arledger: there is no logo; `logo set` gives the book one
= 65
$ cp "$SAMPLES/papers/logo.png" logo.png
$ clerk logo set logo.png
  837f961f75cb4847bc0c0ecb42eaf1cabd92ddba026a1327efcf3c1651d1da75
! the logo is a picture of 4 x 2 dots, 73 bytes
$ clerk logo show
  Logo
  
  Dots     4 x 2
  Bytes    73
  SHA-256  837f961f75cb4847bc0c0ecb42eaf1cabd92ddba026a1327efcf3c1651d1da75
$ clerk logo set lines
! arledger: lines: that is no PNG; save the picture as PNG
= 65
$ head -c 60 logo.png >cut.png; clerk logo set cut.png
! arledger: cut.png: the PNG is not whole: its end is missing
= 65
$ clerk logo set logo.png
  837f961f75cb4847bc0c0ecb42eaf1cabd92ddba026a1327efcf3c1651d1da75
! the logo is a picture of 4 x 2 dots, 73 bytes
$ clerk book set --name company.logo --value mine.png
! arledger: --value: company.logo is set by `logo set FILE`, which brings the picture in
= 65

# ---- what was sent stays as it went out
$ clerk statement send --customer ACME -q
  Statements
  
  Customer  Name                  Cur    Balance  Statement  Skipped, since
  --------  --------------------  ---  ---------  ---------  --------------
  ACME      Acme {total} | .rule  EUR  14,880.95  ST-1001
  
  1 statement written, 0 skipped
  ST-1001
$ clerk sent show 1 --format pdf -o one.pdf -q
$ rm logo.png; clerk logo remove
! papers have no logo any more; what was sent keeps its own
$ printf '.title Nichts\n' | clerk template set statement.de --file - -q
  statement.de
$ clerk customer set --code ACME --language en -q
  ACME
$ clerk sent show 1 --format pdf -o two.pdf -q
$ cmp one.pdf two.pdf && echo the same
  the same
$ clerk sent show 1 | head -12
  Northwind Lights: Kontoauszug
  ACME, 22.11.2026
  
  Hafenweg 1, 20457 Hamburg
  
  Acme {total} | .rule
  Ring 5, 1010 Wien
  
  Konto   ACME
  Auszug  ST-1001
  Datum   22.11.2026
  
$ clerk report statement --customer ACME | head -3
  Northwind Lights: statement
  ACME, 2026-11-22
  
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 27 entries, 6 documents, head

# ---- what the law wants said has no place in a template of ours: it stands at the end of the paper
$ clerk -q tax add --code RC --rate 0 --category AE --exemption "Reverse charge: the customer owes the tax"
  RC
$ clerk -q tax add --code EXP --rate 0 --category G --exemption "Export"
  EXP
$ printf '.title {kind} {number}\nTo pay {total}\n' >short.txt
$ clerk template set invoice.de --file short.txt
  invoice.de
! invoice.de is written by your template from now on; it has no place for {tax.exemption}: why a paper is without tax stands at its end
$ clerk template check invoice.de
  Templates that are wrong
  
    Template    What is wrong
    ----------  ---------------------------------------------------------------------------------
  ! invoice.de  it has no place for {tax.exemption}: why a paper is without tax stands at its end
= 1
$ clerk -q invoice issue --customer ACME --number RC-1 --line "text=Lampe; price=10.00; tax=RC" --line "text=Draht; price=1.00; tax=EXP" --line "text=Birne; price=2.00; tax=RC"
  RC-1
$ clerk invoice show RC-1 --sheet --language de
  Rechnung RC-1
  
  To pay 13,00 EUR
  Reverse charge: the customer owes the tax
  Export
$ clerk invoice show INV-1001 --sheet --language de
  Rechnung INV-1001
  
  To pay 14.880,95 EUR
$ printf '.title {kind} {number}\n{for t in taxes}\n{t.code}: {t.exemption}\n{end}\nTo pay {total}\n' >place.txt
$ clerk template set invoice.de --file place.txt
  invoice.de
! invoice.de is written by your template from now on
$ clerk template check invoice.de
  Templates that are wrong
  
  Template  What is wrong
  --------  -------------
  (nothing to show)
  
  Every template is right.
$ clerk invoice show RC-1 --sheet --language de
  Rechnung RC-1
  
  RC: Reverse charge: the customer owes the tax
  EXP: Export
  To pay 13,00 EUR
$ clerk -q template reset invoice.de
  invoice.de
