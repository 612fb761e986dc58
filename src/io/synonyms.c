#include "io/synonyms.h"

#define C GUESS_CUSTOMERS
#define I GUESS_INVOICES
#define P GUESS_PAYMENTS
#define H GUESS_HISTORY
#define DOCS (I | H)
#define ALL (C | I | P | H)

const struct synonym synonyms[] = {
    {"customer", "customer", 90, ALL}, {"customerid", "customer", 100, ALL},
    {"customercode", "customer", 100, ALL}, {"customerno", "customer", 100, ALL},
    {"customernumber", "customer", 100, ALL}, {"customernr", "customer", 100, ALL},
    {"customerref", "customer", 60, C}, {"customeraccount", "customer", 90, ALL},
    {"cust", "customer", 70, ALL}, {"custid", "customer", 95, ALL}, {"custno", "customer", 95, ALL},
    {"custcode", "customer", 95, ALL}, {"custnumber", "customer", 95, ALL},
    {"client", "customer", 80, ALL}, {"clientid", "customer", 95, ALL},
    {"clientcode", "customer", 95, ALL}, {"clientno", "customer", 95, ALL},
    {"debtor", "customer", 80, ALL}, {"debtorid", "customer", 95, ALL},
    {"debtorno", "customer", 95, ALL}, {"debtornumber", "customer", 95, ALL},
    {"debtorcode", "customer", 95, ALL}, {"contactid", "customer", 85, ALL},
    {"accountnumber", "customer", 50, ALL}, {"accountno", "customer", 50, ALL},
    {"accountcode", "customer", 30, C}, {"account", "customer", 40, ALL},
    {"partnerid", "customer", 60, ALL}, {"partner", "customer", 50, ALL},
    {"buyer", "customer", 50, DOCS}, {"billto", "customer", 50, DOCS}, {"soldto", "customer", 50, DOCS},
    {"payer", "customer", 40, P}, {"code", "customer", 60, C}, {"id", "customer", 40, C},
    {"number", "customer", 50, C},

    {"name", "name", 70, ALL}, {"customername", "name", 100, ALL}, {"custname", "name", 95, ALL},
    {"clientname", "name", 95, ALL}, {"debtorname", "name", 95, ALL}, {"contactname", "name", 70, DOCS},
    {"company", "name", 80, ALL}, {"companyname", "name", 90, ALL}, {"organisation", "name", 60, ALL},
    {"organization", "name", 60, ALL}, {"accountname", "name", 50, ALL}, {"payername", "name", 80, P},
    {"billtoname", "name", 80, DOCS}, {"partnername", "name", 80, ALL}, {"fullname", "name", 60, C},

    {"invoicenumber", "number", 100, DOCS}, {"invoiceno", "number", 100, DOCS},
    {"invoicenr", "number", 100, DOCS}, {"invoicenum", "number", 100, DOCS},
    {"invno", "number", 95, DOCS}, {"invnumber", "number", 95, DOCS}, {"invnum", "number", 95, DOCS},
    {"documentnumber", "number", 90, DOCS}, {"documentno", "number", 90, DOCS},
    {"docnumber", "number", 90, DOCS}, {"docno", "number", 90, DOCS}, {"document", "number", 70, DOCS},
    {"billnumber", "number", 80, DOCS}, {"billno", "number", 80, DOCS}, {"invoice", "number", 80, DOCS},
    {"invoiceid", "number", 60, DOCS}, {"docid", "number", 55, DOCS}, {"number", "number", 70, I | P | H},
    {"no", "number", 40, I | P | H}, {"paymentnumber", "number", 100, P}, {"paymentno", "number", 100, P},
    {"paymentid", "number", 80, P}, {"receiptnumber", "number", 95, P}, {"receiptno", "number", 95, P},
    {"receipt", "number", 60, P}, {"transactionid", "number", 40, P},

    {"type", "kind", 80, DOCS}, {"kind", "kind", 90, DOCS}, {"documenttype", "kind", 100, DOCS},
    {"doctype", "kind", 100, DOCS}, {"invoicetype", "kind", 95, DOCS},
    {"transactiontype", "kind", 80, DOCS}, {"trxtype", "kind", 70, DOCS},

    {"date", "date", 80, I | P | H}, {"invoicedate", "date", 100, DOCS},
    {"documentdate", "date", 95, DOCS}, {"docdate", "date", 95, DOCS}, {"issuedate", "date", 90, DOCS},
    {"issued", "date", 80, DOCS}, {"dateissued", "date", 90, DOCS}, {"issuedon", "date", 90, DOCS},
    {"billdate", "date", 85, DOCS}, {"invdate", "date", 95, DOCS}, {"dateofinvoice", "date", 95, DOCS},
    {"postingdate", "date", 50, I | P | H}, {"transactiondate", "date", 70, I | P | H},
    {"paymentdate", "date", 100, P}, {"paiddate", "date", 90, P}, {"datepaid", "date", 90, P},
    {"receiptdate", "date", 95, P}, {"received", "date", 60, P}, {"datereceived", "date", 90, P},
    {"valuedate", "date", 50, P},

    {"due", "due", 85, DOCS}, {"duedate", "due", 100, DOCS}, {"datedue", "due", 95, DOCS},
    {"dueon", "due", 90, DOCS}, {"paymentdue", "due", 70, DOCS}, {"paymentduedate", "due", 95, DOCS},
    {"duein", "due", 30, DOCS}, {"maturitydate", "due", 70, DOCS},

    {"settleddate", "paid", 100, H}, {"settlementdate", "paid", 100, H}, {"settledon", "paid", 95, H},
    {"paid", "paid", 60, H}, {"paiddate", "paid", 95, H}, {"datepaid", "paid", 95, H},
    {"paidon", "paid", 90, H}, {"fullypaidondate", "paid", 95, H}, {"fullypaidon", "paid", 90, H},
    {"fullypaiddate", "paid", 95, H}, {"paymentdate", "paid", 85, H}, {"cleareddate", "paid", 70, H},
    {"cleardate", "paid", 70, H}, {"clearingdate", "paid", 75, H},

    {"terms", "terms", 90, C | DOCS}, {"paymentterms", "terms", 100, C | DOCS},
    {"termscode", "terms", 95, C | DOCS}, {"paymentterm", "terms", 95, C | DOCS},
    {"termsofpayment", "terms", 90, C | DOCS},

    {"amount", "amount", 90, I | P | H}, {"invoiceamount", "amount", 100, DOCS},
    {"invoicetotal", "amount", 100, DOCS}, {"total", "amount", 85, I | P | H},
    {"totalamount", "amount", 95, I | P | H}, {"amounttotal", "amount", 95, DOCS},
    {"grossamount", "amount", 95, DOCS}, {"gross", "amount", 80, DOCS}, {"totalgross", "amount", 90, DOCS},
    {"grandtotal", "amount", 95, DOCS}, {"documentamount", "amount", 90, DOCS},
    {"docamount", "amount", 90, DOCS}, {"invoicevalue", "amount", 85, DOCS}, {"value", "amount", 50, DOCS},
    {"amountdue", "amount", 40, DOCS}, {"balance", "amount", 30, DOCS}, {"openamount", "amount", 45, DOCS},
    {"lineamount", "amount", 40, I}, {"linetotal", "amount", 40, I}, {"paymentamount", "amount", 100, P},
    {"amountpaid", "amount", 90, P}, {"paidamount", "amount", 90, P}, {"amountreceived", "amount", 95, P},
    {"receiptamount", "amount", 95, P}, {"credit", "amount", 30, P},

    {"currency", "currency", 95, ALL}, {"currencycode", "currency", 100, ALL},
    {"curr", "currency", 70, ALL}, {"ccy", "currency", 90, ALL}, {"cur", "currency", 60, ALL},
    {"invoicecurrency", "currency", 95, DOCS},

    {"rate", "rate", 70, I | P | H}, {"currencyrate", "rate", 100, I | P | H},
    {"exchangerate", "rate", 100, I | P | H}, {"fxrate", "rate", 95, I | P | H},
    {"conversionrate", "rate", 90, I | P | H}, {"exrate", "rate", 80, I | P | H},

    {"status", "status", 90, ALL}, {"invoicestatus", "status", 100, DOCS},
    {"documentstatus", "status", 95, DOCS}, {"paymentstatus", "status", 60, I | P | H},

    {"description", "text", 90, I | P | H}, {"text", "text", 90, I | P | H},
    {"linedescription", "text", 95, I}, {"itemdescription", "text", 95, I}, {"item", "text", 50, I},
    {"itemname", "text", 70, I}, {"product", "text", 60, I}, {"productname", "text", 80, I},
    {"memo", "text", 60, I | P | H}, {"details", "text", 60, I | P | H}, {"notes", "text", 40, I | P | H},
    {"note", "text", 40, I | P | H}, {"comment", "text", 30, I | P | H},

    {"quantity", "quantity", 100, I}, {"qty", "quantity", 100, I}, {"units", "quantity", 60, I},
    {"quantitysold", "quantity", 80, I}, {"hours", "quantity", 50, I}, {"count", "quantity", 30, I},

    {"price", "price", 85, I}, {"unitprice", "price", 100, I}, {"unitamount", "price", 90, I},
    {"priceperunit", "price", 95, I}, {"priceeach", "price", 90, I}, {"unitcost", "price", 50, I},
    {"itemprice", "price", 85, I}, {"netprice", "price", 80, I},

    {"tax", "tax", 70, I}, {"taxcode", "tax", 100, I}, {"vatcode", "tax", 100, I},
    {"taxtype", "tax", 80, I}, {"vat", "tax", 50, I}, {"gstcode", "tax", 80, I},

    {"reference", "reference", 95, I | P | H}, {"ref", "reference", 85, I | P | H},
    {"customerref", "reference", 75, I | P | H}, {"customerreference", "reference", 75, I | P | H},
    {"ponumber", "reference", 60, DOCS}, {"po", "reference", 50, DOCS},
    {"purchaseorder", "reference", 60, DOCS}, {"yourref", "reference", 70, DOCS},
    {"yourreference", "reference", 70, DOCS}, {"paymentreference", "reference", 95, P | H},
    {"bankreference", "reference", 80, P}, {"checknumber", "reference", 75, P},
    {"chequenumber", "reference", 75, P}, {"remittance", "reference", 60, P},

    {"method", "method", 85, P | H}, {"paymentmethod", "method", 100, P | H},
    {"paymenttype", "method", 85, P | H}, {"paymentmode", "method", 85, P | H},
    {"paidby", "method", 40, P}, {"type", "method", 30, P},

    {"invoice", "invoice", 90, P}, {"invoicenumber", "invoice", 100, P}, {"invoiceno", "invoice", 100, P},
    {"invoicenr", "invoice", 100, P}, {"invno", "invoice", 95, P}, {"invoiceid", "invoice", 60, P},
    {"document", "invoice", 60, P}, {"documentnumber", "invoice", 80, P}, {"appliedto", "invoice", 70, P},

    {"disputed", "disputed", 100, DOCS}, {"dispute", "disputed", 90, DOCS},
    {"indispute", "disputed", 95, DOCS}, {"isdisputed", "disputed", 100, DOCS},
    {"disputeflag", "disputed", 95, DOCS},

    {"email", "email", 100, C}, {"emailaddress", "email", 100, C}, {"mail", "email", 70, C},
    {"phone", "phone", 100, C}, {"phonenumber", "phone", 100, C}, {"telephone", "phone", 100, C},
    {"tel", "phone", 80, C}, {"mobile", "phone", 50, C}, {"address", "address", 100, C},
    {"billingaddress", "address", 95, C}, {"street", "address", 60, C}, {"contact", "contact", 80, C},
    {"contactperson", "contact", 100, C}, {"contactname", "contact", 95, C},
    {"limit", "limit", 90, C}, {"creditlimit", "limit", 100, C}, {"collector", "collector", 100, C},
    {"salesperson", "salesperson", 100, C}, {"salesrep", "salesperson", 90, C},
    {"parent", "parent", 90, C}, {"parentcustomer", "parent", 100, C}, {"parentcode", "parent", 100, C},
    {"taxid", "tax-id", 100, C}, {"vatid", "tax-id", 95, C}, {"vatnumber", "tax-id", 95, C},
    {"vatno", "tax-id", 95, C}, {"taxnumber", "tax-id", 95, C},
    {0},
};
