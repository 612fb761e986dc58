/* setting: the book's settings, the table and the one place that reads and writes them. */
#include "ledger/setting.h"

#include "ledger/account.h"
#include "ledger/local.h"
#include "ledger/master.h"
#include "rules/autocash.h"

#include <string.h>
#include <strings.h>

const struct setting settings[] = {
    {"company", SETTING_TEXT, "", false, "the firm's name, at the head of every screen and page"},
    {"address", SETTING_TEXT, "", false, "the firm's address, on invoices and statements"},
    {"currency", SETTING_CODE, "", true, "the book's own currency"},
    {"sandbox", SETTING_FLAG, "0", true, "a TEST book: --now, --actor and --locale work on it"},
    {"terms.default", SETTING_CODE, "NET30", false,
     "terms of customers that have none of their own"},
    {"tolerance.amount", SETTING_MONEY, "5.00", false,
     "largest small write-off, in the book's currency"},
    {"tolerance.percent", SETTING_PERCENT, "2", false, "largest small write-off, of what was due"},
    {"discount.parts", SETTING_FLAG, "0", false,
     "part payments earn their part of an early-payment discount"},
    {"duplicate.days", SETTING_INT, "10", false,
     "a receipt with the payer, reference and amount of one this many days before is pointed out"},
    {"advance.tax", SETTING_CODE, "", false,
     "the tax code that prepayments are taxed with when they come; empty: when they are invoiced"},
    {"hierarchy.tree", SETTING_FLAG, "0", false,
     "money of any customer of a group pays for any other of it, not only from above"},
    {"unapplied.days", SETTING_INT, "2", false,
     "money unapplied for longer stands on the start page"},
    {"dispute.reasons", SETTING_TEXT,
     "PRICE QTY SHORT DAMAGE FREIGHT DUP RETURN NOPO NOPOD TERMS TAX PROMO SVC UNAUTH OTHER", false,
     "the reasons that a deduction may have"},
    {"return.funds", SETTING_TEXT, "AM04 R01 R09", false,
     "bank codes of returned direct debits that mean lack of funds, counted at the customer"},
    {"autocash.steps", SETTING_TEXT, AUTOCASH_STEPS_DEFAULT, false,
     "how money finds what it is for, and in which order"},
    {"autocash.oldest", SETTING_FLAG, "0", false,
     "when none of these steps fits, the oldest due is paid first"},
    {"autocash.disputed", SETTING_FLAG, "0", false,
     "autocash pays what is disputed, even when the payer does not name it"},
    {"autocash.remainder", SETTING_CODE, "unapplied", false,
     "as what the rest of the money stays: unapplied or on-account"},
#define X(part, word, code, kind, control, name)                                                   \
    {"account." word, SETTING_ACCOUNT, code, false, "account: " name},
    ACCOUNT_LIST(X)
#undef X
        {NULL, SETTING_TEXT, NULL, false, NULL},
};

const struct setting *setting_row(const char *name)
{
    for (const struct setting *row = settings; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

enum err setting_text(struct book *book, const char *name, struct arena *arena, const char **out)
{
    const struct setting *row = setting_row(name);

    if (!row)
        return fail(book->note, ERR_MISSING, "there is no setting %s; `book settings` lists them",
                    name);
    struct stmt *q = db_sql(book->db, "SELECT value FROM setting WHERE name = $1");
    bind_text(q, 1, name);
    *out = row->otherwise;
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

static bool flag_of(const char *text, int64_t *out)
{
    *out = strcmp(text, "1") == 0 || strcasecmp(text, "yes") == 0;
    return *out || strcmp(text, "0") == 0 || strcasecmp(text, "no") == 0;
}

/* A value as the number that rules count with; ERR_INPUT with the reason. */
static enum err number_of(struct book *book, const struct setting *row, const char *text,
                          int64_t *out)
{
    struct money amount;

    switch (row->kind) {
    case SETTING_INT: return decimal_parse(text, &notation_plain, 0, out, book->note);
    case SETTING_FLAG:
        if (!flag_of(text, out))
            return fail(book->note, ERR_INPUT, "%s is yes or no, not '%s'", row->name, text);
        return ERR_OK;
    case SETTING_PERCENT: return percent_parse(text, out, book->note);
    case SETTING_MONEY:
        TRY(money_parse(text, &notation_plain, book->currency, &amount, book->note));
        *out = amount.minor;
        return ERR_OK;
    case SETTING_TEXT:
    case SETTING_CODE:
    case SETTING_ACCOUNT: break;
    }
    *out = 0;
    return ERR_OK;
}

int64_t setting_int(struct book *book, const char *name)
{
    struct arena arena = {0};
    const char *text = NULL;
    int64_t value = 0;

    if (setting_text(book, name, &arena, &text) == ERR_OK)
        (void)number_of(book, setting_row(name), text, &value);
    arena_done(&arena);
    return value;
}

/* The words that a setting may have, where they are not free. */
static enum err words_judge(struct book *book, const struct setting *row, const char *value)
{
    struct autocash_options options;
    struct taxcode tax;

    if (strcmp(row->name, "autocash.steps") == 0)
        return autocash_steps_parse(value, &options, book->note);
    if (strcmp(row->name, "advance.tax") == 0 && value[0])
        return taxcode_find(book, value, &book->arena, &tax);
    if (strcmp(row->name, "autocash.remainder") == 0 && strcmp(value, "unapplied") != 0 &&
        strcmp(value, "on-account") != 0)
        return fail(book->note, ERR_INPUT, "%s is unapplied or on-account, not '%s'", row->name,
                    value);
    return ERR_OK;
}

enum err setting_set(struct tx *tx, const char *name, const char *value)
{
    struct book *book = tx_book(tx);
    const struct setting *row = setting_row(name);
    struct arena arena = {0};
    const char *before = NULL;
    enum err e;

    if (!row)
        return fail(book->note, ERR_MISSING, "there is no setting %s; `book settings` lists them",
                    name);
    if (row->fixed)
        return fail(book->note, ERR_CONFLICT, "%s was fixed when the book was made", name);
    TRY_OUT(setting_text(book, name, &arena, &before));
    int64_t number = 0;
    TRY_OUT(number_of(book, row, value, &number));
    if (number < 0)
        TRY_OUT(fail(book->note, ERR_INPUT, "%s cannot be below zero", row->name));
    if (strcmp(name, "company") == 0 && !value[strspn(value, " ")])
        TRY_OUT(fail(book->note, ERR_INPUT, "the firm needs a name"));
    TRY_OUT(words_judge(book, row, value));
    if (row->kind == SETTING_FLAG)
        value = number ? "1" : "0";
    if (row->kind == SETTING_ACCOUNT) {
        int64_t old = 0;
        TRY_OUT(account_find(book, before, &old));
        TRY_OUT(account_find(book, value, &number));
        /* items stay where they were posted, so a control account cannot move to another number */
        if (account_control_of(book, old) != CONTROL_NONE && number != old)
            e = fail(book->note, ERR_CONFLICT,
                     "%s is a control account: its items would be left behind", before);
        else if (account_control_of(book, number) != CONTROL_NONE && number != old)
            e = fail(book->note, ERR_CONFLICT,
                     "%s is a control account: only items may touch it", value);
        if (e != ERR_OK)
            goto out;
    }

    TRY_OUT(db_run(book->db,
                   "INSERT INTO setting (name, value) VALUES ($1, $2)"
                   " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                   "tt", name, value));
    TRY_OUT(tx_change(tx, "setting", 1, name, before, value));
    e = book_reload(book);
out:
    arena_done(&arena);
    return e;
}
