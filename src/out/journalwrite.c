#include "out/journalwrite.h"

#include "out/safe.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES_MAX (1u << 16)

void journalwrite_begin(void *self, struct out *out, const struct writer_options *options)
{
    struct journalwrite *journal = self;

    (void)options;
    journal->out = out;
    buf_init(&journal->scratch, NAME_BYTES_MAX);
    buf_init(&journal->words, NAME_BYTES_MAX);
}

void journalwrite_begin_beancount(void *self, struct out *out, const struct writer_options *options)
{
    struct journalwrite *journal = self;

    journalwrite_begin(self, out, options);
    journal->beancount = true;
}

void journalwrite_end(void *self)
{
    struct journalwrite *journal = self;

    free(journal->names);
    arena_done(&journal->arena);
    arena_done(&journal->known);
    buf_done(&journal->scratch);
    buf_done(&journal->words);
}

static enum err no_postings(struct out *out)
{
    out_fail(out, ERR_UNAVAILABLE);
    return fail(out->note, ERR_UNAVAILABLE, "only `gl export` has postings for a journal");
}

enum err journalwrite_page(struct out *out, const struct page *page,
                           const struct writer_options *options)
{
    (void)page;
    (void)options;
    return no_postings(out);
}

enum err journalwrite_head(void *self, const struct table_head *head)
{
    static const char *const names[JOURNAL_COLUMNS] = {
        [JOURNAL_BATCH] = "batch",
        [JOURNAL_DATE] = "date",
        [JOURNAL_DOCUMENT] = "document",
        [JOURNAL_KIND] = "kind",
        [JOURNAL_CUSTOMER] = "customer",
        [JOURNAL_REFERENCE] = "reference",
        [JOURNAL_ACCOUNT] = "account",
        [JOURNAL_ACCOUNT_NAME] = "account_name",
        [JOURNAL_ACCOUNT_KIND] = "account_kind",
        [JOURNAL_AMOUNT] = "amount",
        [JOURNAL_BASE] = "base",
    };
    struct journalwrite *journal = self;

    for (int i = 0; i < JOURNAL_COLUMNS; i++) {
        journal->at[i] = table_column(head, names[i]);
        if (journal->at[i] < 0)
            return no_postings(journal->out);
    }
    out_text(journal->out, "; ");
    out_text(journal->out, safe_line(&journal->scratch, head->subtitle));
    out_char(journal->out, '\n');
    return journal->out->code;
}

static const char *text_of(struct journalwrite *journal, const struct row *row,
                           enum journal_column column)
{
    return cell_plain(&row->cells[journal->at[column]], &journal->arena);
}

/* Free text: what would mean something to a reader of journals becomes a blank. */
static void put_words(struct journalwrite *journal, const char *text)
{
    for (const char *c = safe_line(&journal->scratch, text); *c; c++)
        out_char(journal->out, strchr(";|,\"\\()[]{}*!=@#^", *c) ? ' ' : *c);
}

/* A part of an account's name: letters, digits and strokes; anything else of a code in hex, so that
 * two codes stay two. */
static void add_part(struct journalwrite *journal, const char *text, bool exact)
{
    struct buf *name = &journal->words;
    const char *safe = safe_line(&journal->scratch, text);

    for (const unsigned char *c = (const unsigned char *)safe; *c; c++)
        if (isalnum(*c) || *c >= 0x80)
            buf_format(name, "%c", *c);
        else if (exact && *c != '-')
            buf_format(name, "-%02X", *c);
        else if (name->len && name->data[name->len - 1] != '-')
            buf_format(name, "-");
}

/* "Assets:1100-Accounts-receivable" */
static const char *account_name(struct journalwrite *journal, const struct row *row)
{
    static const char *const roots[][2] = {{"asset", "Assets"},
                                           {"liability", "Liabilities"},
                                           {"equity", "Equity"},
                                           {"income", "Income"},
                                           {"expense", "Expenses"}};
    const char *kind = text_of(journal, row, JOURNAL_ACCOUNT_KIND), *root = roots[0][1];

    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        if (strcmp(roots[i][0], kind) == 0)
            root = roots[i][1];
    struct buf *name = &journal->words;
    buf_reset(name);
    buf_format(name, "%s:", root);
    const size_t first = name->len;
    add_part(journal, text_of(journal, row, JOURNAL_ACCOUNT), true);
    buf_format(name, "-");
    add_part(journal, text_of(journal, row, JOURNAL_ACCOUNT_NAME), false);
    name->data[first] = (char)toupper((unsigned char)name->data[first]);
    while (name->data[name->len - 1] == '-')
        name->data[--name->len] = 0;
    return name->data;
}

/* An account or, with decimals, a currency that must be declared. */
static void remember(struct journalwrite *journal, const char *name, int digits)
{
    for (int i = 0; i < journal->name_count; i++)
        if (strcmp(journal->names[i].text, name) == 0)
            return;
    if (journal->name_count == journal->name_room) {
        journal->name_room = journal->name_room * 2 + 32;
        journal->names =
            mem_resize(journal->names, (size_t)journal->name_room, sizeof *journal->names);
    }
    journal->names[journal->name_count++] =
        (struct journal_name){arena_text(&journal->known, name), digits};
}

/* Of a currency: how it is written; for beancount, whose costs a unit are quotients, that what is
 * less than a tenth of the smallest coin is nothing. */
static const char *currency_text(struct journalwrite *journal, const struct journal_name *name)
{
    const struct currency currency = {.digits = (uint8_t)name->digits};
    char text[MONEY_TEXT];

    money_plain(money_of(0, currency), text);
    if (journal->beancount)
        return arena_format(&journal->arena, "option \"inferred_tolerance_default\" \"%s:%s%s1\"\n",
                            name->text, text, name->digits ? "" : ".");
    /* a format without decimals is read in one way by hledger and in another by ledger */
    return name->digits
               ? arena_format(&journal->arena, "commodity %s\n    format 1000%s %s\n", name->text,
                              text + 1, name->text)
               : arena_format(&journal->arena, "commodity %s\n", name->text);
}

static void declare(struct journalwrite *journal, const struct journal_name *name)
{
    const char *form = journal->beancount ? "1900-01-01 open %s\n" : "account %s\n";

    out_text(journal->out, name->digits < 0 ? arena_format(&journal->arena, form, name->text)
                                            : currency_text(journal, name));
}

static void put_tag(struct journalwrite *journal, const char *name, const char *text)
{
    if (!text[0])
        return;
    out_text(journal->out, journal->beancount ? "    " : "    ; ");
    out_text(journal->out, name);
    out_text(journal->out, journal->beancount ? ": \"" : ": ");
    put_words(journal, text);
    out_text(journal->out, journal->beancount ? "\"\n" : "\n");
}

static void put_head(struct journalwrite *journal, const struct row *row)
{
    struct out *out = journal->out;
    const char *number = text_of(journal, row, JOURNAL_DOCUMENT);

    out_text(out, text_of(journal, row, JOURNAL_DATE));
    out_text(out, journal->beancount ? " * \"" : " (");
    put_words(journal, number);
    out_text(out, journal->beancount ? "\" \"" : ") ");
    put_words(journal, text_of(journal, row, JOURNAL_KIND));
    const char *customer = text_of(journal, row, JOURNAL_CUSTOMER);
    if (customer[0]) {
        out_char(out, ' ');
        put_words(journal, customer);
    }
    out_text(out, journal->beancount ? "\"\n" : "\n");
    put_tag(journal, "batch", text_of(journal, row, JOURNAL_BATCH));
    put_tag(journal, "document", number);
    put_tag(journal, "customer", customer);
    put_tag(journal, "reference", text_of(journal, row, JOURNAL_REFERENCE));
}

static void put_money(struct out *out, struct money money)
{
    char text[MONEY_TEXT];

    out_text(out, money_plain(money, text));
    out_char(out, ' ');
    out_text(out, money.currency.code);
}

/* An amount of another currency with what it cost; where the two do not point the same way, as in
 * an exchange difference, the cost alone is what moved. */
static void put_amount(struct out *out, struct money amount, struct money base)
{
    if (currency_is(amount.currency, base.currency) || amount.minor == 0 || base.minor == 0 ||
        (amount.minor > 0) != (base.minor > 0)) {
        put_money(out, base);
        return;
    }
    put_money(out, amount);
    out_text(out, " @@ ");
    put_money(out, money_of(base.minor < 0 ? -base.minor : base.minor, base.currency));
}

enum err journalwrite_row(void *self, const struct row *row)
{
    struct journalwrite *journal = self;

    if (row->kind != ROW_DATA)
        return ERR_OK;
    const struct money amount = row->cells[journal->at[JOURNAL_AMOUNT]].money;
    const struct money base = row->cells[journal->at[JOURNAL_BASE]].money;
    if (row->id != journal->document) {
        out_char(journal->out, '\n');
        put_head(journal, row);
        journal->document = row->id;
    }
    const char *name = account_name(journal, row);
    out_text(journal->out, "    ");
    out_text(journal->out, name);
    out_text(journal->out, "  ");
    put_amount(journal->out, amount, base);
    out_char(journal->out, '\n');
    remember(journal, name, -1);
    remember(journal, base.currency.code, base.currency.digits);
    remember(journal, amount.currency.code, amount.currency.digits);
    arena_reset(&journal->arena);
    return journal->out->code;
}

enum err journalwrite_foot(void *self, const char *proof)
{
    struct journalwrite *journal = self;

    (void)proof;
    if (journal->name_count)
        out_char(journal->out, '\n');
    for (int i = 0; i < journal->name_count; i++)
        declare(journal, &journal->names[i]);
    return journal->out->code;
}
