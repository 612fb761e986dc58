# Electronic invoices are held against the rules of the standard before they leave.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name 'Acme Holdings' --address 'Weg 1, 10115 Berlin' --country DE --tax-id DE123456789
  ACME
$ clerk -q tax add --code VAT21 --rate 21% --category S
  VAT21
$ clerk -q invoice issue --customer ACME --number A1 --po PO-7 --line "text=Lamp; qty=2; price=100.00; tax=VAT21" --line "text=Bulb; qty=1.5; price=0.333; tax=VAT21"
  A1
$ clerk invoice ubl A1
! arledger: --to is missing: the new file, or - ; or --check
= 2
$ clerk invoice ubl A1 --to a1.xml
! arledger: A1 would be refused (6 rules): BR-08: the firm's address is missing: book set address; BR-09: the firm's country is missing: book set company.country, as NL; BR-CO-26: the firm's tax number is missing: book set company.tax-number; PEPPOL-EN16931-R020: the firm's electronic address is missing: book set einvoice.endpoint, as 0106:12345678; PEPPOL-EN16931-R010: the customer's electronic address is missing: book set einvoice.endpoint --customer CODE; BR-S-02: the firm's tax number is missing: book set company.tax-number
= 65
$ clerk invoice ubl A1 --check --format csv
  rule,words
  BR-08,the firm's address is missing: book set address
  BR-09,"the firm's country is missing: book set company.country, as NL"
  BR-CO-26,the firm's tax number is missing: book set company.tax-number
  PEPPOL-EN16931-R020,"the firm's electronic address is missing: book set einvoice.endpoint, as 0106:12345678"
  PEPPOL-EN16931-R010,the customer's electronic address is missing: book set einvoice.endpoint --customer CODE
  BR-S-02,the firm's tax number is missing: book set company.tax-number
= 1
$ clerk -q book set --name address --value "Wijnhaven 14, 3011 WH Rotterdam"
  address
$ clerk -q book set --name company.country --value NL
  company.country
$ clerk -q book set --name company.tax-number --value NL001234567B01
  company.tax-number
$ clerk -q book set --name einvoice.endpoint --value 0106:12345678
  einvoice.endpoint
$ clerk -q book set --name einvoice.endpoint --value 0204:991 --customer ACME
  einvoice.endpoint
$ clerk invoice ubl A1 --check
  Rules of the electronic invoice
  A1
  
  Rule  What would be right
  ----  -------------------
  (nothing to show)
  
  No rule is broken.
$ clerk invoice ubl A1 --to a1.xml
  a1.xml
! A1 is an electronic invoice (UBL 2.1, Peppol BIS 3)
$ clerk invoice ubl A1 --to a1.xml
! arledger: a1.xml exists; name another file, or replace it with --force
= 73
$ grep -c InvoiceLine a1.xml
  4
$ grep -E 'TaxAmount|Payable|PriceAmount|InvoicedQ|BIC|PaymentID' a1.xml
      <cbc:PaymentID>RF90A1</cbc:PaymentID>
      <cbc:TaxAmount currencyID="EUR">42.11</cbc:TaxAmount>
        <cbc:TaxAmount currencyID="EUR">42.11</cbc:TaxAmount>
      <cbc:PayableAmount currencyID="EUR">242.61</cbc:PayableAmount>
      <cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity>
        <cbc:PriceAmount currencyID="EUR">100.00</cbc:PriceAmount>
      <cbc:InvoicedQuantity unitCode="C62">1.5</cbc:InvoicedQuantity>
        <cbc:PriceAmount currencyID="EUR">0.333</cbc:PriceAmount>
# A credit memo names its invoice; one on account cannot be sent.
$ clerk -q credit issue --customer ACME --number C1 --invoice A1 --po PO-7 --line "text=Lamp; qty=1; price=100.00; tax=VAT21"
  C1
$ clerk -q credit issue --customer ACME --number C2 --po PO-7 --line "text=Lamp; qty=1; price=100.00; tax=VAT21"
  C2
$ clerk invoice ubl C1 --to - | grep -E '381|A1|Payable'
    <cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
        <cbc:ID>A1</cbc:ID>
      <cbc:PayableAmount currencyID="EUR">121.00</cbc:PayableAmount>
! C1 is an electronic credit note (UBL 2.1, Peppol BIS 3)
$ clerk invoice ubl C2 --to -
! arledger: C2 would be refused (1 rule): BR-55: a credit note names the invoice that it corrects: credit issue --invoice
= 65
# Without a tax code: outside the tax, and no tax number stands.
$ clerk -q book set --name company.registration --value 12345678
  company.registration
$ clerk -q invoice issue --customer ACME --number A3 --po PO-8 --amount 50.00
  A3
$ clerk invoice ubl A3 --to - | grep -E '<cbc:ID>O|NL0012|DE1234|Reason'
          <cbc:ID>O</cbc:ID>
          <cbc:TaxExemptionReason>Not subject to VAT</cbc:TaxExemptionReason>
          <cbc:ID>O</cbc:ID>
! A3 is an electronic invoice (UBL 2.1, Peppol BIS 3)
