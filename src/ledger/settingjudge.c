#include "ledger/settingjudge.h"

#include "ledger/allowance.h"
#include "ledger/dunscheme.h"
#include "ledger/local.h"
#include "ledger/logo.h"
#include "ledger/master.h"
#include "ledger/outbox.h"
#include "rules/autocash.h"
#include "rules/credit.h"
#include "rules/interest.h"
#include "rules/paycode.h"

#include <ctype.h>
#include <string.h>

/* ---- one of a few words --------------------------------------------------------------------- */

static const struct {
    const char *name, *words[4];
} choices[] = {
    {"allowance.by", {"all", "class"}},
    {"allowance.rates", {"manual", "roll"}},
    {"autocash.remainder", {"unapplied", "on-account"}},
    {"baddebt.method", {"direct", "allowance"}},
    {"mail.line", {"starttls", "tls", "none"}},
    {"tax.basis", {"invoice", "cash"}},
};

static enum err choice_judge(struct book *book, const char *name, const char *const *words,
                             const char *value)
{
    const char *list = words[0];

    for (int i = 0; words[i]; i++)
        if (strcmp(value, words[i]) == 0)
            return ERR_OK;
    for (int i = 1; words[i]; i++)
        list = arena_format(&book->arena, "%s%s%s", list, words[i + 1] ? ", " : " or ", words[i]);
    return fail(book->note, ERR_INPUT, "%s is %s, not '%s'", name, list, value);
}

/* ---- what another module reads -------------------------------------------------------------- */

static enum err steps_judge(struct book *book, const char *value)
{
    struct autocash_options options;

    return autocash_steps_parse(value, &options, book->note);
}

static enum err order_judge(struct book *book, const char *value)
{
    enum allocate_order order;

    return allocate_order_parse(value, &order, book->note);
}

static enum err basis_judge(struct book *book, const char *value)
{
    enum interest_basis basis;

    return interest_basis_parse(value, &basis, book->note);
}

static enum err taxcode_judge(struct book *book, const char *value)
{
    struct taxcode tax;

    return taxcode_find(book, value, &book->arena, &tax);
}

static enum err buckets_judge(struct book *book, const char *value)
{
    struct bucket_set buckets;

    return bucket_set_parse(value, AGING_BY_DUE, &buckets, book->note);
}

static enum err months_judge(struct book *book, const char *value)
{
    int64_t months = 0;

    TRY(decimal_parse(value, &notation_plain, 0, &months, book->note));
    return months >= ALLOWANCE_MONTHS_LEAST && months <= ALLOWANCE_MONTHS_MOST
               ? ERR_OK
               : fail(book->note, ERR_INPUT, "allowance.months is from %d to %d",
                      ALLOWANCE_MONTHS_LEAST, ALLOWANCE_MONTHS_MOST);
}

static enum err address_judge(struct book *book, const char *value)
{
    return outbox_address_judge(value, book->note);
}

/* ---- what stands on papers ------------------------------------------------------------------ */

static enum err company_judge(struct book *book, const char *value)
{
    return value[strspn(value, " ")] ? ERR_OK
                                     : fail(book->note, ERR_INPUT, "the firm needs a name");
}

static bool letters_two(const char *text)
{
    return isalpha((unsigned char)text[0]) && isalpha((unsigned char)text[1]);
}

static enum err country_judge(struct book *book, const char *value)
{
    return letters_two(value) && !value[2]
               ? ERR_OK
               : fail(book->note, ERR_INPUT, "company.country is two letters, as DK, not '%.40s'",
                      value);
}

/* Countries whose tax numbers begin with letters of theirs: of the European Union, and Britain. */
static const char lettered[] = " AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL"
                               " PL PT RO SE SI SK XI ";

static bool is_lettered(const char *country)
{
    const char padded[] = {' ', (char)toupper((unsigned char)country[0]),
                           (char)toupper((unsigned char)country[1]), ' ', 0};

    return strstr(lettered, padded) != NULL;
}

/* An EIN of the United States, an ABN of Australia and the like stand as they are. */
static enum err letterless_judge(struct book *book, const char *country, const char *value)
{
    if (!*country)
        return fail(book->note, ERR_INPUT,
                    "company.tax-number begins with its country, as DK12345678; '%.40s' does not. "
                    "Where numbers have no letters, as an EIN, set company.country first",
                    value);
    if (is_lettered(country))
        return fail(book->note, ERR_INPUT,
                    "a tax number of %.2s begins with its country, as DK12345678; '%.40s' does not",
                    country, value);
    return ERR_OK;
}

static enum err tax_number_judge(struct book *book, const char *value)
{
    struct arena arena = {0};
    const char *country = "";
    enum err e = setting_text(book, "company.country", &arena, &country);

    if (e == ERR_OK && !value[strcspn(value, "0123456789")])
        e = fail(book->note, ERR_INPUT, "'%.40s' is no tax number: it has no figures", value);
    else if (e == ERR_OK && !letters_two(value))
        e = letterless_judge(book, country, value);
    arena_done(&arena);
    return e;
}

/* EM is the scheme of mail addresses; all others have four figures. */
static enum err endpoint_judge(struct book *book, const char *value)
{
    const size_t scheme = strcspn(value, ":");
    const bool known = (scheme == 4 && strspn(value, "0123456789") == 4) ||
                       strncmp(value, "EM:", 3) == 0;

    return known && value[scheme] && value[scheme + 1]
               ? ERR_OK
               : fail(book->note, ERR_INPUT,
                      "einvoice.endpoint is SCHEME:IDENTIFIER, as 0106:12345678 or "
                      "EM:billing@example.com, not '%.40s'",
                      value);
}

static enum err iban_judge(struct book *book, const char *value)
{
    return iban_valid(value) ? ERR_OK
                             : fail(book->note, ERR_INPUT,
                                    "'%.40s' is no IBAN: its check digits do not fit", value);
}

static enum err bic_judge(struct book *book, const char *value)
{
    return bic_valid(value) ? ERR_OK
                            : fail(book->note, ERR_INPUT,
                                   "'%.40s' is no BIC: it has 8 or 11 letters and digits", value);
}

static enum err language_judge(struct book *book, const char *value)
{
    return strlen(value) == 2 ? ERR_OK
                              : fail(book->note, ERR_INPUT,
                                     "language is two letters, as en or de, not '%.20s'", value);
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct {
    const char *name;
    enum err (*judge)(struct book *book, const char *value);
    bool empty; /* may be */
} judges[] = {
    {"advance.tax", taxcode_judge, true},
    {"allocation.order", order_judge, false},
    {"allowance.buckets", buckets_judge, false},
    {"allowance.months", months_judge, false},
    {"autocash.steps", steps_judge, false},
    {"charge.basis", basis_judge, false},
    {"company", company_judge, false},
    {"company.bic", bic_judge, true},
    {"company.country", country_judge, true},
    {"company.iban", iban_judge, true},
    {"company.logo", logo_judge, true},
    {"company.tax-number", tax_number_judge, true},
    {"dunning.scheme", dunscheme_judge, false},
    {"einvoice.endpoint", endpoint_judge, true},
    {"language", language_judge, false},
    {"mail.from", address_judge, true},
};

/* Shares of something that is there. */
static const char *const shares[] = {"tolerance.percent", "promise.tolerance",
                                     "credit.share-percent"};

static bool credit_rule_is(const char *name)
{
    for (int rule = 0; strncmp(name, "credit.", 7) == 0 && rule < CREDIT_RULE_COUNT; rule++)
        if (strcmp(name + 7, credit_rule_setting((enum credit_rule)rule)) == 0)
            return true;
    return false;
}

static enum err share_judge(struct book *book, const char *name, const char *value)
{
    int64_t ppm = 0;

    TRY(percent_parse(value, &ppm, book->note));
    return ppm <= PPM ? ERR_OK
                      : fail(book->note, ERR_INPUT, "%s is at most 100 %%, not %s", name, value);
}

enum err setting_words_judge(struct book *book, const struct setting *row, const char **value)
{
    enum credit_action action;

    if (credit_rule_is(row->name))
        return credit_action_parse(*value, &action, book->note);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (strcmp(row->name, choices[i].name) == 0)
            return choice_judge(book, row->name, choices[i].words, *value);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        if (strcmp(row->name, shares[i]) == 0)
            return share_judge(book, row->name, *value);
    for (size_t i = 0; i < sizeof judges / sizeof *judges; i++)
        if (strcmp(row->name, judges[i].name) == 0 && !(judges[i].empty && !**value))
            TRY(judges[i].judge(book, *value));
    if (strcmp(row->name, "company.country") == 0 && **value)
        *value = arena_format(&book->arena, "%c%c", toupper((unsigned char)(*value)[0]),
                              toupper((unsigned char)(*value)[1]));
    return ERR_OK;
}
