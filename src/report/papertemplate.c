#include "report/papertemplate.h"

#include "ledger/logo.h"
#include "ledger/master.h"
#include "ledger/papertext.h"
#include "ledger/setting.h"
#include "report/papervocabulary.h"

#include <string.h>

const struct papertemplate papertemplates[] = {
    {"invoice", "invoices, debit memos, charges, deductions", vocabulary_invoice},
    {"credit", "credit memos", vocabulary_invoice},
    {"statement", "statements of what is open, or of all that happened", vocabulary_statement},
    {"dunning", "letters of dunning around the texts of their level", vocabulary_dunning},
    {"confirmation", "letters that ask a customer to confirm its balance", vocabulary_confirmation},
    {"reconciliation", "letters about a customer's own statement and our books",
     vocabulary_reconciliation},
    {"deposit", "slips that go to the bank with the money", vocabulary_deposit},
    {"receipt", "receipts for money that came", vocabulary_receipt},
    {"mail", "mails that bring a paper: subject and text", vocabulary_mail},
    {"words", "figures, days and our words in a language", vocabulary_words},
    {NULL, NULL, NULL},
};

/* Whole in the program, as the schema is. The assembler runs in the top folder of the project. */
#define PAPERS(X, language)                                                                        \
    X(invoice, language) X(credit, language) X(statement, language) X(dunning, language)           \
    X(confirmation, language) X(reconciliation, language) X(deposit, language)                     \
    X(receipt, language) X(mail, language) X(words, language)
#define SHIPPED(X) PAPERS(X, en) PAPERS(X, de) PAPERS(X, fr) PAPERS(X, es)

#define X(paper, language)                                                                         \
    __asm__(".section .rodata\n"                                                                   \
            "template_" #paper "_" #language ":\n"                                                 \
            ".incbin \"data/templates/" #paper "." #language ".txt\"\n"                            \
            ".byte 0\n"                                                                            \
            ".previous\n");                                                                        \
    extern const char template_##paper##_##language[];
SHIPPED(X)
#undef X

static const struct {
    const char *paper, *language, *text;
} shipped[] = {
#define X(paper, language) {#paper, #language, template_##paper##_##language},
    SHIPPED(X)
#undef X
};

const struct papertemplate *papertemplate_row(const char *paper)
{
    for (const struct papertemplate *row = papertemplates; row->name; row++)
        if (strcmp(row->name, paper) == 0)
            return row;
    return NULL;
}

const char *papertemplate_shipped(const char *paper, const char *language)
{
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (strcmp(shipped[i].paper, paper) == 0 && strcmp(shipped[i].language, language) == 0)
            return shipped[i].text;
    return NULL;
}

const char *papertemplate_language(int n)
{
    static const char *const languages[] = {"en", "de", "fr", "es", NULL};

    return languages[n];
}

enum err papertemplate_check(const struct papertemplate *paper, const char *name, const char *text,
                             struct note *note)
{
    struct arena arena = {0};
    const struct template *template;
    const enum err e = template_parse(name, text, paper->vocabulary, &arena, &template, note);

    arena_done(&arena);
    return e;
}

/* ---- what the law wants said ---- */

#define MUST_LIST "taxes"
#define MUST_NAME "exemption"

static bool must_say(const struct papertemplate *paper)
{
    return vocabulary_find(paper->vocabulary, MUST_LIST, MUST_NAME) != NULL;
}

static enum err exemption_is(struct book *book, struct arena *arena, bool *is)
{
    struct taxcode *codes = NULL;
    int count = 0;

    *is = false;
    TRY(taxcode_list(book, arena, &codes, &count));
    for (int i = 0; i < count; i++)
        *is = *is || *codes[i].exemption;
    return ERR_OK;
}

enum err papertemplate_lacks(struct book *book, const struct papertemplate *paper, const char *text,
                             const char **out)
{
    struct arena arena = {0};
    const struct template *template = NULL;
    bool is = false;
    enum err e = ERR_OK;

    *out = NULL;
    if (!must_say(paper))
        return ERR_OK;
    TRY_OUT(
        template_parse(paper->name, text, paper->vocabulary, &arena, &template, book_note(book)));
    TRY_OUT(exemption_is(book, &arena, &is));
    if (is && !template_says(template, MUST_NAME))
        *out = "tax." MUST_NAME;
out:
    arena_done(&arena);
    return e;
}

/* Each once, at the end. */
static void must_draw(const struct fields *fields, struct page *page)
{
    const struct fields_list *taxes = fields_list(fields, MUST_LIST);

    for (const struct fields *row = taxes ? taxes->first : NULL; row; row = row->next) {
        const struct fields_value *why = fields_find(row, MUST_NAME);
        const char *text = why ? template_plain(why, &page->arena) : "";
        bool before = false;
        for (const struct fields *other = taxes->first; other != row; other = other->next) {
            const struct fields_value *same = fields_find(other, MUST_NAME);
            before = before || (same && strcmp(template_plain(same, &page->arena), text) == 0);
        }
        if (*text && !before)
            page_text(page, text);
    }
}

/* ---- read and drawn ---- */

/* The firm's own, else what came with the program; NULL = none in the language. */
static enum err one_load(struct book *book, const struct papertemplate *paper, const char *language,
                         struct arena *arena, const struct template **out)
{
    const char *text = NULL;

    *out = NULL;
    TRY(papertext_find(book, paper->name, language, arena, &text));
    if (!text)
        text = papertemplate_shipped(paper->name, language);
    if (!text)
        return ERR_OK;
    return template_parse(arena_format(arena, "%s.%s", paper->name, language), text,
                          paper->vocabulary, arena, out, book_note(book));
}

enum err papertemplate_begin(struct book *book, const char *paper, struct page *page,
                             struct fields *fields)
{
    const char *address, *tax, *registration;

    fields_init(fields, &page->arena, papertemplate_row(paper)->vocabulary);
    TRY(setting_text(book, "address", &page->arena, &address));
    TRY(setting_text(book, "company.tax-number", &page->arena, &tax));
    TRY(setting_text(book, "company.registration", &page->arena, &registration));
    fields_text(fields, "firm.name", book_company(book));
    fields_text(fields, "firm.address", address);
    fields_text(fields, "firm.tax_number", tax);
    fields_text(fields, "firm.registration", registration);
    return logo_get(book, &fields->logo);
}

enum err papertemplate_draw(struct book *book, const char *paper, const char *language,
                            const struct fields *fields, struct page *page)
{
    const struct template *template = NULL, *words = NULL;
    const char *languages[] = {language && *language ? language : "", "", "en"};
    int n = 0;

    TRY(setting_text(book, "language", &page->arena, &languages[1]));
    while (!template && n < 3)
        TRY(one_load(book, papertemplate_row(paper), languages[n++], &page->arena, &template));
    must(template != NULL); /* English is always there */
    TRY(one_load(book, papertemplate_row("words"), languages[n - 1], &page->arena, &words));
    TRY(template_draw(template, words, fields, page, book_note(book)));
    if (must_say(papertemplate_row(paper)) && !template_says(template, MUST_NAME))
        must_draw(fields, page);
    return ERR_OK;
}
