/* camttags: the elements of camt messages that say something to us, as a tree of places.
 *
 * Knows: camt.052/053/054 from version 2 on; the names that later versions wrapped once more (Pty,
 * Sts/Cd, BICFI). An element that is not in the tree is passed over with all that it holds. */
#ifndef IO_CAMTTAGS_H
#define IO_CAMTTAGS_H

#include <stddef.h>

/* place, the place it lies in, name */
/* clang-format off */
#define CAMT_TAGS(X)                                                                               \
    X(DOCUMENT,   TOP,        "Document")                                                          \
    X(MESSAGE53,  DOCUMENT,   "BkToCstmrStmt")                                                     \
    X(MESSAGE52,  DOCUMENT,   "BkToCstmrAcctRpt")                                                  \
    X(MESSAGE54,  DOCUMENT,   "BkToCstmrDbtCdtNtfctn")                                             \
    X(STATEMENT,  MESSAGE53,  "Stmt")                                                              \
    X(STATEMENT2, MESSAGE52,  "Rpt")                                                               \
    X(STATEMENT4, MESSAGE54,  "Ntfctn")                                                            \
    X(ID,         STATEMENT,  "Id")                                                                \
    X(SEQUENCE,   STATEMENT,  "ElctrncSeqNb")                                                      \
    X(LEGAL,      STATEMENT,  "LglSeqNb")                                                          \
    X(PAGING,     STATEMENT,  "StmtPgntn")                                                         \
    X(PAGING2,    STATEMENT,  "RptPgntn")                                                          \
    X(PAGING4,    STATEMENT,  "NtfctnPgntn")                                                       \
    X(PAGE,       PAGING,     "PgNb")                                                              \
    X(PERIOD,     STATEMENT,  "FrToDt")                                                            \
    X(FROM,       PERIOD,     "FrDtTm")                                                            \
    X(TO,         PERIOD,     "ToDtTm")                                                            \
    X(ACCOUNT,    STATEMENT,  "Acct")                                                              \
    X(ACCOUNT_ID, ACCOUNT,    "Id")                                                                \
    X(IBAN,       ACCOUNT_ID, "IBAN")                                                              \
    X(OTHER,      ACCOUNT_ID, "Othr")                                                              \
    X(OTHER_ID,   OTHER,      "Id")                                                                \
    X(CURRENCY,   ACCOUNT,    "Ccy")                                                               \
    X(SERVICER,   ACCOUNT,    "Svcr")                                                              \
    X(SERVICER_FI, SERVICER,  "FinInstnId")                                                        \
    X(OWN_BIC,    SERVICER_FI, "BIC")                                                              \
    X(OWN_BICFI,  SERVICER_FI, "BICFI")                                                            \
    X(BALANCE,    STATEMENT,  "Bal")                                                               \
    X(BAL_TYPE,   BALANCE,    "Tp")                                                                \
    X(BAL_CHOICE, BAL_TYPE,   "CdOrPrtry")                                                         \
    X(BAL_CODE,   BAL_CHOICE, "Cd")                                                                \
    X(BAL_AMOUNT, BALANCE,    "Amt")                                                               \
    X(BAL_SIDE,   BALANCE,    "CdtDbtInd")                                                         \
    X(BAL_DATE,   BALANCE,    "Dt")                                                                \
    X(BAL_DAY,    BAL_DATE,   "Dt")                                                                \
    X(BAL_TIME,   BAL_DATE,   "DtTm")                                                              \
    X(SUMMARY,    STATEMENT,  "TxsSummry")                                                         \
    X(SUM_IN,     SUMMARY,    "TtlCdtNtries")                                                      \
    X(SUM_IN_N,   SUM_IN,     "NbOfNtries")                                                        \
    X(SUM_IN_SUM, SUM_IN,     "Sum")                                                               \
    X(SUM_OUT,    SUMMARY,    "TtlDbtNtries")                                                      \
    X(SUM_OUT_N,  SUM_OUT,    "NbOfNtries")                                                        \
    X(SUM_OUT_SUM, SUM_OUT,   "Sum")                                                               \
    X(ENTRY,      STATEMENT,  "Ntry")                                                              \
    X(ENTRY_REF,  ENTRY,      "NtryRef")                                                           \
    X(AMOUNT,     ENTRY,      "Amt")                                                               \
    X(SIDE,       ENTRY,      "CdtDbtInd")                                                         \
    X(REVERSAL,   ENTRY,      "RvslInd")                                                           \
    X(STATUS,     ENTRY,      "Sts")                                                               \
    X(STATUS_CODE, STATUS,    "Cd")                                                                \
    X(BOOKED,     ENTRY,      "BookgDt")                                                           \
    X(BOOKED_DAY, BOOKED,     "Dt")                                                                \
    X(BOOKED_TIME, BOOKED,    "DtTm")                                                              \
    X(VALUE,      ENTRY,      "ValDt")                                                             \
    X(VALUE_DAY,  VALUE,      "Dt")                                                                \
    X(VALUE_TIME, VALUE,      "DtTm")                                                              \
    X(BANK_REF,   ENTRY,      "AcctSvcrRef")                                                       \
    X(CODES,      ENTRY,      "BkTxCd")                                                            \
    X(MORE,       ENTRY,      "AddtlNtryInf")                                                      \
    X(DETAILS,    ENTRY,      "NtryDtls")                                                          \
    X(DETAIL,     DETAILS,    "TxDtls")                                                            \
    X(REFS,       DETAIL,     "Refs")                                                              \
    X(D_BANK_REF, REFS,       "AcctSvcrRef")                                                       \
    X(D_END,      REFS,       "EndToEndId")                                                        \
    X(D_MANDATE,  REFS,       "MndtId")                                                            \
    X(D_CHEQUE,   REFS,       "ChqNb")                                                             \
    X(D_AMOUNT,   DETAIL,     "Amt")                                                               \
    X(D_SIDE,     DETAIL,     "CdtDbtInd")                                                         \
    X(D_AMOUNTS,  DETAIL,     "AmtDtls")                                                           \
    X(D_TX,       D_AMOUNTS,  "TxAmt")                                                             \
    X(D_TX_AMOUNT, D_TX,      "Amt")                                                               \
    X(D_CODES,    DETAIL,     "BkTxCd")                                                            \
    X(C_DOMAIN,   CODES,      "Domn")                                                              \
    X(C_CODE,     C_DOMAIN,   "Cd")                                                                \
    X(C_FAMILY,   C_DOMAIN,   "Fmly")                                                              \
    X(C_FAMILY_CODE, C_FAMILY, "Cd")                                                               \
    X(C_SUB,      C_FAMILY,   "SubFmlyCd")                                                         \
    X(C_OWN,      CODES,      "Prtry")                                                             \
    X(C_OWN_CODE, C_OWN,      "Cd")                                                                \
    X(PARTIES,    DETAIL,     "RltdPties")                                                         \
    X(DEBTOR,     PARTIES,    "Dbtr")                                                              \
    X(DEBTOR_NAME, DEBTOR,    "Nm")                                                                \
    X(DEBTOR_PARTY, DEBTOR,   "Pty")                                                               \
    X(DEBTOR_PARTY_NAME, DEBTOR_PARTY, "Nm")                                                       \
    X(DEBTOR_ACCT, PARTIES,   "DbtrAcct")                                                          \
    X(DEBTOR_ID,  DEBTOR_ACCT, "Id")                                                               \
    X(DEBTOR_IBAN, DEBTOR_ID, "IBAN")                                                              \
    X(DEBTOR_OTHER, DEBTOR_ID, "Othr")                                                             \
    X(DEBTOR_OTHER_ID, DEBTOR_OTHER, "Id")                                                         \
    X(CREDITOR,   PARTIES,    "Cdtr")                                                              \
    X(CREDITOR_NAME, CREDITOR, "Nm")                                                               \
    X(CREDITOR_PARTY, CREDITOR, "Pty")                                                             \
    X(CREDITOR_PARTY_NAME, CREDITOR_PARTY, "Nm")                                                   \
    X(CREDITOR_ACCT, PARTIES, "CdtrAcct")                                                          \
    X(CREDITOR_ID, CREDITOR_ACCT, "Id")                                                            \
    X(CREDITOR_IBAN, CREDITOR_ID, "IBAN")                                                          \
    X(CREDITOR_OTHER, CREDITOR_ID, "Othr")                                                         \
    X(CREDITOR_OTHER_ID, CREDITOR_OTHER, "Id")                                                     \
    X(AGENTS,     DETAIL,     "RltdAgts")                                                          \
    X(DEBTOR_AGT, AGENTS,     "DbtrAgt")                                                           \
    X(DEBTOR_FI,  DEBTOR_AGT, "FinInstnId")                                                        \
    X(DEBTOR_BIC, DEBTOR_FI,  "BIC")                                                               \
    X(DEBTOR_BICFI, DEBTOR_FI, "BICFI")                                                            \
    X(CREDITOR_AGT, AGENTS,   "CdtrAgt")                                                           \
    X(CREDITOR_FI, CREDITOR_AGT, "FinInstnId")                                                     \
    X(CREDITOR_BIC, CREDITOR_FI, "BIC")                                                            \
    X(CREDITOR_BICFI, CREDITOR_FI, "BICFI")                                                        \
    X(REMITTANCE, DETAIL,     "RmtInf")                                                            \
    X(FREE,       REMITTANCE, "Ustrd")                                                             \
    X(STRUCTURED, REMITTANCE, "Strd")                                                              \
    X(CREDITOR_REF, STRUCTURED, "CdtrRefInf")                                                      \
    X(STRUCT_REF, CREDITOR_REF, "Ref")                                                             \
    X(PAPER,      STRUCTURED, "RfrdDocInf")                                                        \
    X(PAPER_NUMBER, PAPER,    "Nb")                                                                \
    X(STRUCT_MORE, STRUCTURED, "AddtlRmtInf")                                                      \
    X(RETURN,     DETAIL,     "RtrInf")                                                            \
    X(RETURN_WHY, RETURN,     "Rsn")                                                               \
    X(RETURN_CODE, RETURN_WHY, "Cd")                                                               \
    X(RETURN_OWN, RETURN_WHY, "Prtry")                                                             \
    X(RETURN_MORE, RETURN,    "AddtlInf")                                                          \
    X(D_MORE,     DETAIL,     "AddtlTxInf")
/* clang-format on */

enum camt_place {
    CAMT_ELSEWHERE,
    CAMT_TOP,
#define X(place, parent, name) CAMT_##place,
    CAMT_TAGS(X)
#undef X
};

/* The place of an element by where it lies; CAMT_ELSEWHERE when it says nothing to us. */
enum camt_place camt_place(enum camt_place parent, const char *name);

#endif
