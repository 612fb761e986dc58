/* setting: the book's settings, the table and the one place that reads and writes them. */
#include "ledger/setting.h"

#include "ledger/account.h"
#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/settingjudge.h"
#include "ledger/user.h"
#include "rules/autocash.h"
#include "rules/credit.h"
#include "rules/worklist.h"

#include <string.h>
#include <strings.h>

const struct setting settings[] = {
    {"company", SETTING_TEXT, "", SETTING_BOOK,
     "the firm's name, at the head of every screen and page"},
    {"address", SETTING_TEXT, "", SETTING_BOOK, "the firm's address, on invoices and statements"},
    {"company.country", SETTING_TEXT, "", SETTING_BOOK, "the firm's country, two letters"},
    {"company.tax-number", SETTING_TEXT, "", SETTING_BOOK,
     "the firm's own tax number, with its country in front where it has one"},
    {"company.registration", SETTING_TEXT, "", SETTING_BOOK,
     "the firm's number in the register of companies"},
    {"company.iban", SETTING_TEXT, "", SETTING_BOOK,
     "the account to which customers pay: on papers, and in the code for phones"},
    {"company.bic", SETTING_TEXT, "", SETTING_BOOK, "its bank"},
    {"company.logo", SETTING_TEXT, "", SETTING_BOOK,
     "the picture on papers: `logo set` brings it in and names it here by its SHA-256"},
    {"language", SETTING_CODE, "en", SETTING_BOOK,
     "of papers to customers that have none of their own: en, de, fr, es or that of a template"},
    {"einvoice.endpoint", SETTING_TEXT, "", SETTING_OWN,
     "electronic address of the firm, or a customer's own: SCHEME:IDENTIFIER, as 0106:12345678"},
    {"currency", SETTING_CODE, "", SETTING_FIXED, "the book's own currency"},
    {"sandbox", SETTING_FLAG, "0", SETTING_FIXED,
     "a TEST book: --now, --actor and --locale work on it"},
    {"terms.default", SETTING_CODE, "NET30", SETTING_BOOK,
     "terms of customers that have none of their own"},
    {"tolerance.amount", SETTING_MONEY, "5.00", SETTING_OWN,
     "largest small write-off, in the book's currency"},
    {"tolerance.percent", SETTING_PERCENT, "2", SETTING_OWN,
     "largest small write-off, of what was due"},
    {"discount.parts", SETTING_FLAG, "0", SETTING_OWN,
     "part payments earn their part of an early-payment discount"},
    {"duplicate.days", SETTING_INT, "10", SETTING_BOOK,
     "a receipt with the payer, reference and amount of one this many days before is pointed out"},
    {"advance.tax", SETTING_CODE, "", SETTING_BOOK,
     "the tax code that prepayments are taxed with when they come; empty: when they are invoiced"},
    {"tax.basis", SETTING_CODE, "invoice", SETTING_BOOK,
     "when tax falls due: invoice, or cash: with the money; papers keep what held when they came"},
    {"hierarchy.tree", SETTING_FLAG, "0", SETTING_BOOK,
     "money of any customer of a group pays for any other of it, not only from above"},
    {"unapplied.days", SETTING_INT, "2", SETTING_BOOK,
     "money unapplied for longer stands on the start page"},
    {"dispute.escalate-days", SETTING_INT, "7", SETTING_BOOK,
     "a dispute that is open so many days after its due day goes higher"},
    {"return.funds", SETTING_TEXT, "AM04 R01 R09", SETTING_BOOK,
     "bank codes of returned direct debits that mean lack of funds, counted at the customer"},
    {"paper.letter", SETTING_FLAG, "0", SETTING_BOOK,
     "PDF is made for paper of 8.5 by 11 inches instead of A4"},
    {"print.pdf", SETTING_FLAG, "0", SETTING_BOOK,
     "P sends sheets as in a PDF to the printer instead of lines of text"},
    {"mail.from", SETTING_TEXT, "", SETTING_BOOK,
     "the address that our mails come from, as billing@example.com"},
    {"mail.server", SETTING_TEXT, "", SETTING_BOOK,
     "the server that takes our mails: smtp.example.com, or with :port"},
    {"mail.line", SETTING_CODE, "starttls", SETTING_BOOK,
     "how the line to it is encrypted: starttls, tls, or none on this machine alone"},
    {"scan.before", SETTING_TEXT, "", SETTING_BOOK,
     "what a barcode on our papers has in front of the number"},
    {"scan.after", SETTING_TEXT, "", SETTING_BOOK,
     "what a barcode on our papers has behind the number"},
    {"autocash.steps", SETTING_TEXT, AUTOCASH_STEPS_DEFAULT, SETTING_OWN,
     "how money finds what it is for, and in which order"},
    {"autocash.oldest", SETTING_FLAG, "0", SETTING_OWN,
     "when none of these steps fits, the oldest due is paid first"},
    {"autocash.disputed", SETTING_FLAG, "0", SETTING_OWN,
     "autocash pays what is disputed, even when the payer does not name it; else only the rest"},
    {"autocash.charges", SETTING_FLAG, "0", SETTING_OWN,
     "a sum that comes to what is open with its accrued charges is proposed; never posted by "
     "itself"},
    {"autocash.remainder", SETTING_CODE, "unapplied", SETTING_OWN,
     "as what the rest of the money stays: unapplied or on-account"},
    {"autocash.parts", SETTING_FLAG, "1", SETTING_OWN,
     "oldest first: the last item that the money reaches is paid in part"},
    {"autocash.credits", SETTING_FLAG, "0", SETTING_OWN,
     "oldest first: open credits go to what is owed before the money does"},
    {"allocation.order", SETTING_CODE, "charges-last", SETTING_OWN,
     "oldest first, among kinds: charges-last, costs-first (costs, interest, principal) or by-age"},
    {"promise.grace", SETTING_INT, "2", SETTING_BOOK,
     "a promise is broken when its money has not come so many days after its day"},
    {"promise.tolerance", SETTING_PERCENT, "2", SETTING_BOOK,
     "a promise is kept when this part of it is missing"},
    {"dunning.scheme", SETTING_CODE, "STANDARD", SETTING_OWN,
     "by which levels overdue items are dunned; none: not at all"},
    {"dunning.interval", SETTING_INT, "7", SETTING_BOOK,
     "days from one run of dunning to the next, of each customer"},
    {"dunning.gap", SETTING_INT, "7", SETTING_BOOK,
     "days from one letter of dunning to the next, of each item"},
    {"dunning.jumps", SETTING_FLAG, "0", SETTING_BOOK,
     "straight to the level of the days, not by one level at a time"},
    {"plan.late", SETTING_INT, "7", SETTING_BOOK,
     "an instalment later than these days ends a payment plan: the old terms are back"},
    {"charge.scheme", SETTING_CODE, "contract", SETTING_OWN,
     "by which rates late payment is charged: contract, uk, eu, de, a scheme of your own, or none"},
    {"charge.exempt", SETTING_FLAG, "0", SETTING_OWN, "no late charges"},
    {"charge.basis", SETTING_CODE, "365", SETTING_OWN,
     "how days of interest count: 365, 360, actual, or month (the rate of 30 days)"},
    {"charge.grace", SETTING_INT, "0", SETTING_OWN,
     "what is paid within so many days of its due day bears no interest"},
    {"charge.minimum", SETTING_MONEY, "0.00", SETTING_OWN,
     "a late charge on an item that is smaller waits, in the book's currency"},
    {"charge.maximum-rate", SETTING_PERCENT, "0", SETTING_OWN,
     "no rate of interest is above this; 0: no maximum"},
    {"charge.disputed", SETTING_FLAG, "0", SETTING_OWN, "what is disputed bears interest too"},
    {"charge.credits", SETTING_FLAG, "1", SETTING_OWN,
     "unapplied money lowers what bears interest, the oldest due first"},
    {"charge.compound", SETTING_FLAG, "0", SETTING_OWN,
     "late charges that are not paid bear interest too"},
    {"charge.compensation", SETTING_FLAG, "1", SETTING_OWN,
     "the lump sum that the law gives is charged, once an invoice"},
    {"charge.back", SETTING_INT, "366", SETTING_BOOK,
     "what was settled longer ago than so many days is charged no more"},
    {"charge.due", SETTING_INT, "0", SETTING_OWN,
     "a late charge is due so many days after its own day"},
    {"retention.years", SETTING_INT, "10", SETTING_BOOK,
     "years from the end of a paper's year for which a customer's data must be kept"},
    {"approval.days", SETTING_INT, "14", SETTING_BOOK,
     "days after which what waits for an approval expires"},
    {"duties.report", SETTING_FLAG, "0", SETTING_BOOK,
     "a firm too small to part its duties: what does not go together is reported, not refused"},
    {"sign.approvals", SETTING_FLAG, "0", SETTING_BOOK,
     "whoever approves signs with a password (`user password`)"},
    {"sign.close", SETTING_FLAG, "0", SETTING_BOOK, "whoever closes a month signs with a password"},
    {"lock.idle", SETTING_INT, "10", SETTING_BOOK,
     "minutes after which the screens of who has a password lock themselves; 0: never"},
    {"baddebt.method", SETTING_CODE, "direct", SETTING_BOOK,
     "what bears a debt that is written off: direct (bad debts) or allowance"},
    {"dormant.years", SETTING_INT, "3", SETTING_BOOK,
     "a credit that nobody asks for is dormant after so many years, where no law says otherwise"},
    {"dormant.income", SETTING_FLAG, "0", SETTING_BOOK,
     "dormant credits may be taken to income, where the law of the customer allows it"},
    {"baddebt.relief-months", SETTING_INT, "6", SETTING_BOOK,
     "tax on a bad debt is asked back so many months after the later of supply and due date"},
    {"baddebt.relief-window", SETTING_INT, "54", SETTING_BOOK,
     "and not later than so many months after it"},
    {"allowance.rates", SETTING_CODE, "manual", SETTING_BOOK,
     "rates of the allowance: manual, as they were entered, or roll, as the months before say"},
    {"allowance.months", SETTING_INT, "12", SETTING_BOOK,
     "months whose roll rates the allowance stands on, from 12 to 36"},
    {"allowance.by", SETTING_CODE, "all", SETTING_BOOK,
     "rates of the allowance hold for all customers, or by class"},
    {"allowance.net-of-tax", SETTING_FLAG, "0", SETTING_BOOK,
     "the allowance leaves out the tax that comes back when a debt is lost"},
    {"allowance.buckets", SETTING_TEXT, "0,30,60,90", SETTING_BOOK,
     "last day of each bucket of the allowance"},
#define X(kind, word, otherwise, name)                                                             \
    {"limit." word, SETTING_MONEY, otherwise, SETTING_BOOK,                                        \
     "how much of " name "s a user grants alone who has no limit of their own"},
    GRANTS(X)
#undef X
        {"worklist.minimum", SETTING_MONEY, "10.00", SETTING_BOOK,
         "customers with less than this overdue are not on the worklist"},
    {"worklist.old-days", SETTING_INT, "60", SETTING_BOOK,
     "more days overdue than these are long, on the worklist"},
    {"worklist.silent-days", SETTING_INT, "14", SETTING_BOOK,
     "more days without a contact than these count, on the worklist"},
#define X(rule, setting, otherwise, word, sentence)                                                \
    {"worklist." setting, SETTING_INT, otherwise, SETTING_BOOK, "points: " sentence},
    WORKLIST_RULES(X)
#undef X
#define X(rule, setting, words, help)                                                              \
    {"credit." setting, SETTING_CODE, "off", SETTING_OWN, "credit rule, off, warn or hold: " help},
        CREDIT_RULES(X)
#undef X
            {"credit.oldest-days", SETTING_INT, "60", SETTING_OWN,
             "more days overdue than these are long, for credit"},
    {"credit.small", SETTING_MONEY, "1.00", SETTING_OWN,
     "what less than this is overdue of is not old, for credit"},
    {"credit.overdue-amount", SETTING_MONEY, "100.00", SETTING_OWN,
     "more overdue than this is much, for credit"},
    {"credit.share-percent", SETTING_PERCENT, "50", SETTING_OWN,
     "a larger share overdue of what is open is much, for credit"},
    {"credit.dunning-level", SETTING_INT, "3", SETTING_OWN,
     "from this level of dunning on a customer gets no more credit"},
    {"credit.promises-count", SETTING_INT, "2", SETTING_OWN,
     "so many broken promises are too many, for credit"},
    {"credit.promises-days", SETTING_INT, "365", SETTING_OWN,
     "promises count that were taken in these last days, for credit"},
    {"credit.returns-days", SETTING_INT, "180", SETTING_OWN,
     "payments count that came back in these last days, for credit"},
    {"credit.credits", SETTING_FLAG, "1", SETTING_OWN,
     "unapplied and on-account money is taken off a customer's exposure"},
    {"credit.charges", SETTING_FLAG, "0", SETTING_OWN,
     "late charges that accrued count towards a customer's exposure before they are charged"},
    {"credit.group", SETTING_FLAG, "0", SETTING_OWN,
     "a customer's limit is for all below it as well"},
    {"credit.checklist", SETTING_TEXT, "IDENTITY REGISTER REFERENCES TERMS-SIGNED", SETTING_BOOK,
     "what is looked at before a new customer gets credit"},
#define X(part, word, code, kind, also, control, name)                                             \
    {"account." word, SETTING_ACCOUNT, code, SETTING_BOOK, "account: " name},
    ACCOUNT_LIST(X)
#undef X
        {NULL, SETTING_TEXT, NULL, SETTING_BOOK, NULL},
};

static const struct setting *row_of(const char *name)
{
    for (const struct setting *row = settings; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

static enum err row_find(struct book *book, const char *name, const struct setting **out)
{
    *out = row_of(name);
    return *out ? ERR_OK
                : fail(book->note, ERR_MISSING,
                       "there is no setting %s; `book settings` lists them", name);
}

enum err setting_text(struct book *book, const char *name, struct arena *arena, const char **out)
{
    return setting_text_for(book, 0, name, arena, out);
}

/* A customer's id sorts behind a class: "customer 42" is asked before "class RETAIL". */
static enum err own_text(struct book *book, int64_t customer_id, const char *name,
                         struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(book->db, "SELECT o.value FROM customer c JOIN setting_own o"
                                      " ON o.name = $2 AND o.owner IN"
                                      " ('customer ' || CAST(c.id AS TEXT), 'class ' || c.class)"
                                      " JOIN customer x ON c.id = " STAYS(
                                          "x") " WHERE x.id = $1 ORDER BY o.owner DESC LIMIT 1");

    bind_i64(q, 1, customer_id);
    bind_text(q, 2, name);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

enum err setting_text_for(struct book *book, int64_t customer_id, const char *name,
                          struct arena *arena, const char **out)
{
    const struct setting *row;

    TRY(row_find(book, name, &row));
    *out = NULL;
    if (customer_id && row->scope == SETTING_OWN)
        TRY(own_text(book, customer_id, name, arena, out));
    if (*out)
        return ERR_OK;
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
    return setting_int_for(book, 0, name);
}

int64_t setting_int_for(struct book *book, int64_t customer_id, const char *name)
{
    struct arena arena = {0};
    const char *text = NULL;
    int64_t value = 0;

    /* a decision that stands on 0 instead of the setting is never posted: tx_entry_end refuses */
    const enum err e = setting_text_for(book, customer_id, name, &arena, &text);
    if (e == ERR_OK)
        (void)number_of(book, row_of(name), text, &value);
    else
        book->unread = e;
    arena_done(&arena);
    return value;
}

/* Is it a value of this setting? As a number, and as it is kept. */
static enum err value_judge(struct book *book, const struct setting *row, const char **value,
                            int64_t *number)
{
    TRY(number_of(book, row, *value, number));
    if (*number < 0)
        return fail(book->note, ERR_INPUT, "%s cannot be below zero", row->name);
    TRY(setting_words_judge(book, row, value));
    if (row->kind == SETTING_FLAG)
        *value = *number ? "1" : "0";
    return ERR_OK;
}

static enum err account_judge(struct book *book, const char *name, const char *before,
                              const char *value)
{
    int64_t old = 0, new = 0, used = 0;
    int part = 0;

    TRY(account_find(book, before, &old));
    TRY(account_find(book, value, &new));
    if (new == old)
        return ERR_OK;
    /* items stay where they were posted, so a control account cannot move to another number */
    if (account_control_of(book, old) != CONTROL_NONE)
        return fail(book->note, ERR_CONFLICT,
                    "%s is a control account: its items would be left behind", before);
    if (account_control_of(book, new) != CONTROL_NONE)
        return fail(book->note, ERR_CONFLICT, "%s is a control account: only items may touch it",
                    value);
    while (strcmp(account_part_name((enum account_part)part), name + strlen("account.")) != 0)
        part++;
    TRY(account_suits(book, new, (enum account_part)part));
    if (part != ACCOUNT_PART_DEFERRED_TAX)
        return ERR_OK;
    /* tax that waits is found on its account */
    TRY(db_get(book->db, &used, 0, "SELECT COUNT(*) FROM posting WHERE account_id = $1", "i", old));
    return used ? fail(book->note, ERR_CONFLICT,
                       "%s has tax that waits for its money: it would be left behind", before)
                : ERR_OK;
}

enum err setting_set(struct tx *tx, const char *name, const char *value)
{
    struct book *book = tx_book(tx);
    const struct setting *row;
    struct arena arena = {0};
    const char *before = NULL;
    int64_t number = 0;
    enum err e;

    TRY(row_find(book, name, &row));
    if (row->scope == SETTING_FIXED)
        return fail(book->note, ERR_CONFLICT, "%s was fixed when the book was made", name);
    TRY_OUT(setting_text(book, name, &arena, &before));
    TRY_OUT(value_judge(book, row, &value, &number));
    if (row->kind == SETTING_ACCOUNT)
        TRY_OUT(account_judge(book, name, before, value));

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

/* ---- of a class, of a customer -------------------------------------------------------------- */

static const char *owner_text(const struct setting_owner *owner, struct arena *arena)
{
    return owner->customer_id ? arena_format(arena, "customer %lld", (long long)owner->customer_id)
                              : arena_format(arena, "class %s", owner->class);
}

/* A customer's own value belongs to its history. */
static enum err own_changed(struct tx *tx, const struct setting_owner *owner, const char *name,
                            const char *before, const char *after, struct arena *arena)
{
    if (owner->customer_id)
        return tx_change(tx, "customer", owner->customer_id,
                         arena_format(arena, "setting %s", name), before, after);
    return tx_change(tx, "setting", 1, arena_format(arena, "%s of class %s", name, owner->class),
                     before, after);
}

enum err setting_own_set(struct tx *tx, const struct setting_owner *owner, const char *name,
                         const char *value)
{
    struct book *book = tx_book(tx);
    const struct setting *row;
    struct arena arena = {0};
    const char *before = NULL, *who = owner_text(owner, &arena);
    int64_t number = 0;
    enum err e;

    /* look */
    TRY_OUT(row_find(book, name, &row));
    struct stmt *q =
        db_sql(book->db, "SELECT value FROM setting_own WHERE name = $1 AND owner = $2");
    bind_text(q, 1, name);
    bind_text(q, 2, who);
    if (stmt_row(q))
        before = arena_text(&arena, col_text(q, 0));
    TRY_OUT(stmt_end(q));

    /* judge */
    if (row->scope != SETTING_OWN)
        TRY_OUT(fail(book->note, ERR_CONFLICT,
                     "%s holds for the whole book; no class and no customer has its own", name));
    if (!value && !before)
        TRY_OUT(fail(book->note, ERR_MISSING, "%s is what it is for all", name));
    if (value)
        TRY_OUT(value_judge(book, row, &value, &number));

    /* write */
    if (value)
        TRY_OUT(db_run(book->db,
                       "INSERT INTO setting_own (name, owner, value) VALUES ($1, $2, $3)"
                       " ON CONFLICT (name, owner) DO UPDATE SET value = excluded.value",
                       "ttt", name, who, value));
    else
        TRY_OUT(db_run(book->db, "DELETE FROM setting_own WHERE name = $1 AND owner = $2", "tt",
                       name, who));
    e = own_changed(tx, owner, name, before, value, &arena);
out:
    arena_done(&arena);
    return e;
}

enum err setting_owned(struct book *book, int64_t customer_id, bool *out)
{
    int64_t id = 0;
    const enum err e = db_get(book->db, &id, 0,
                              "SELECT c.id FROM customer c JOIN setting_own o ON o.owner IN"
                              " ('customer ' || CAST(c.id AS TEXT), 'class ' || c.class)"
                              " JOIN customer x ON c.id = " STAYS("x") " WHERE x.id = $1 LIMIT 1",
                              "i", customer_id);

    *out = id != 0;
    return e;
}

enum err setting_own_each(struct book *book, const char *name,
                          enum err (*each)(void *self, const struct setting_own *own), void *self)
{
    struct stmt *q = db_sql(book->db, "SELECT o.owner, o.value, c.code FROM setting_own o"
                                      " LEFT JOIN customer c ON o.owner LIKE 'customer %'"
                                      " AND c.id = CAST(SUBSTR(o.owner, 10) AS BIGINT)"
                                      " WHERE o.name = $1 ORDER BY o.owner");
    enum err e = ERR_OK;

    bind_text(q, 1, name);
    while (e == ERR_OK && stmt_row(q)) {
        const char *class = strncmp(col_text(q, 0), "class ", 6) == 0 ? col_text(q, 0) + 6 : "";
        const struct setting_own own = {class, col_text(q, 2), col_text(q, 1)};
        e = each(self, &own);
    }
    return stmt_end_after(q, e);
}
