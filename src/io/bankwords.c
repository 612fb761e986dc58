#include "io/bankwords.h"

#include <string.h>
#include <strings.h>

/* The word without the blanks behind it is one of these. */
static bool is_one(const char *word, const char *const *words)
{
    size_t len = strlen(word);

    while (len > 0 && (word[len - 1] == ' ' || word[len - 1] == '.'))
        len--;
    for (; *words != NULL; words++)
        if (strlen(*words) == len && strncasecmp(word, *words, len) == 0)
            return true;
    return false;
}

static bool begins_as(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strncasecmp(text, *words, strlen(*words)) == 0)
            return true;
    return false;
}

int bank_side(const char *word)
{
    static const char *const in[] = {"C",    "CR",      "CREDIT",     "KREDIT", "BIJ",
                                     "H",    "HABEN",   "GUTSCHRIFT", "+",      "IN",
                                     "CRDT", "Deposit", NULL};
    static const char *const out[] = {"D",  "DR",  "DB",   "DEBIT",       "DEBET",
                                      "AF", "S",   "SOLL", "LASTSCHRIFT", "BELASTUNG",
                                      "-",  "OUT", "DBIT", "Withdrawal",  NULL};

    return is_one(word, in) ? 1 : is_one(word, out) ? -1 : 0;
}

bool bank_is_pending(const char *word)
{
    static const char *const words[] = {
        "Pending",    "Vorgemerkt", "En attente",     "Pendiente",    "Pendente", "In sospeso",
        "Reserveret", "Oczekujaca", "In behandeling", "Gereserveerd", NULL};

    return is_one(word, words);
}

enum bank_told bank_told(const char *text)
{
    static const char *const opening[] = {"Opening balance",
                                          "Balance brought forward",
                                          "Balance b/f",
                                          "Saldo anterior",
                                          "Saldo inicial",
                                          "Saldo iniziale",
                                          "Anfangssaldo",
                                          "Alter Kontostand",
                                          "Solde initial",
                                          "Ancien solde",
                                          "Beginsaldo",
                                          "Saldo poczatkowe",
                                          NULL};
    static const char *const closing[] = {"Closing balance",  "Balance carried forward",
                                          "Balance c/f",      "Saldo final",
                                          "Saldo finale",     "Endsaldo",
                                          "Neuer Kontostand", "Solde final",
                                          "Nouveau solde",    "Eindsaldo",
                                          "Saldo koncowe",    NULL};
    static const char *const total[] = {"Total", "Summe", "Totaal", "Totale", "Suma", "Sum:", NULL};

    if (begins_as(text, opening))
        return BANK_TOLD_OPENING;
    if (begins_as(text, closing))
        return BANK_TOLD_CLOSING;
    return begins_as(text, total) ? BANK_TOLD_TOTAL : BANK_TOLD_NOTHING;
}
