#include "app/whose.h"

#include "app/paperfind.h"
#include "ledger/alias.h"
#include "ledger/customer.h"
#include "ledger/dunletter.h"
#include "ledger/item.h"
#include "ledger/owing.h"
#include "ledger/sent.h"
#include "rules/reference.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define LONG_ENOUGH 6 /* a shorter number may stand in a text for another reason (R3 1) */

/* ---- one question --------------------------------------------------------------------------- */

/* The answers that one question got so far. */
struct answer {
    int64_t customer_id;
    bool several;
    const char *by; /* "the number INV-1001": the first */
};

/* Accounts that became one are one customer. */
static enum err answer_add(struct act *act, struct answer *answer, int64_t of, const char *by)
{
    int64_t customer_id = 0;

    if (!of)
        return ERR_OK;
    TRY(customer_stays(act->book, of, &customer_id));
    if (answer->customer_id && answer->customer_id != customer_id)
        answer->several = true;
    if (answer->customer_id)
        return ERR_OK;
    answer->customer_id = customer_id;
    answer->by = by;
    return ERR_OK;
}

static enum err answer_take(struct act *act, const struct answer *answer, const char *what,
                            struct whose *out)
{
    struct customer customer;

    if (answer->several) {
        out->words = arena_format(act->arena, "%s name more than one customer", what);
        return ERR_OK;
    }
    TRY(customer_get(act->book, answer->customer_id, act->arena, &customer));
    out->customer_id = customer.id;
    out->code = customer.code;
    out->automatic = true;
    out->words = arena_format(act->arena, "payer by %s", answer->by);
    return ERR_OK;
}

/* ---- what the text quotes ------------------------------------------------------------------- */

/* A short number counts only if what is open on it is what came. */
static enum err paper_counts(struct act *act, const struct document *paper, const char *word,
                             struct money amount, bool *out)
{
    struct item *items = NULL;
    int count = 0;
    int64_t open = 0;

    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++)
        if (items[i].open > 0)
            open += items[i].open;
    *out = open > 0 && (strlen(word) >= LONG_ENOUGH ||
                        (open == amount.minor && currency_is(paper->currency, amount.currency)));
    return ERR_OK;
}

static enum err paper_ask(struct act *act, const char *word, struct money amount,
                          struct answer *answer)
{
    struct document paper;
    bool counts = false;
    const enum err e = paper_find(act->book, word, act->arena, &paper, act->note);

    if (e == ERR_MISSING || e == ERR_CONFLICT) { /* a word that means nothing, or too much */
        note_clear(act->note);
        return ERR_OK;
    }
    TRY(e);
    /* a number without the prefix of its series is not written whole */
    if (!reference_is(word) &&
        strcmp(reference_key(act->arena, word), reference_key(act->arena, paper.number)) != 0)
        return ERR_OK;
    TRY(paper_counts(act, &paper, word, amount, &counts));
    if (counts)
        TRY(answer_add(act, answer, paper.customer_id,
                       arena_format(act->arena, "the number %s", paper.number)));
    return ERR_OK;
}

/* The reference on our statements is the RF form of the customer's code. */
static enum err rf_ask(struct act *act, const char *word, struct answer *answer)
{
    int64_t id = 0;

    TRY(customer_find_id(act->book, word + 4, &id));
    TRY(answer_add(act, answer, id, arena_format(act->arena, "the reference %s", word)));
    return ERR_OK;
}

static enum err word_ask(struct act *act, const char *word, struct money amount,
                         struct answer *answer)
{
    int64_t id = 0;
    int customers = 0;

    TRY(paper_ask(act, word, amount, answer));
    if (reference_is(word))
        return rf_ask(act, word, answer);
    if (strlen(word) < LONG_ENOUGH)
        return ERR_OK;
    TRY(sent_customer(act->book, word, &id));
    TRY(answer_add(act, answer, id, arena_format(act->arena, "the statement %s", word)));
    TRY(dunletter_customer(act->book, word, &id));
    TRY(answer_add(act, answer, id, arena_format(act->arena, "the letter %s", word)));
    TRY(owing_by_po(act->book, word, &id, &customers));
    TRY(answer_add(act, answer, id, arena_format(act->arena, "the order number %s", word)));
    answer->several = answer->several || customers > 1;
    return ERR_OK;
}

/* "INV 1001" and "Inv. 1001" may be INV-1001: a word of letters with a number behind it. */
static const char *apart_next(const char *text, size_t *at, struct arena *arena)
{
    while (text[*at]) {
        const size_t start = *at;
        size_t letters = 0, gap = 0, digits = 0;
        while (isalpha((unsigned char)text[start + letters]))
            letters++;
        while (letters && text[start + letters + gap] &&
               strchr(" .:#", text[start + letters + gap]))
            gap++;
        while (isalnum((unsigned char)text[start + letters + gap + digits]) ||
               (digits && text[start + letters + gap + digits] == '-'))
            digits++;
        *at = start + (letters ? letters : 1);
        if (letters && gap && gap <= 3 && digits && letters + digits < REFERENCE_WORD &&
            isdigit((unsigned char)text[start + letters + gap]))
            return arena_format(arena, "%.*s-%.*s", (int)letters, text + start, (int)digits,
                                text + start + letters + gap);
    }
    return NULL;
}

static enum err text_ask(struct act *act, const char *text, struct money amount,
                         struct answer *answer)
{
    struct reference_walk walk = {.text = text};
    char word[REFERENCE_WORD];
    const char *apart;
    size_t at = 0;

    while (reference_next(&walk, word))
        TRY(word_ask(act, word, amount, answer));
    while ((apart = apart_next(text, &at, act->arena)))
        TRY(word_ask(act, apart, amount, answer));
    return ERR_OK;
}

/* ---- what is known of payers ---------------------------------------------------------------- */

static enum err alias_ask(struct act *act, enum alias_kind kind, const char *value,
                          struct answer *answer)
{
    int64_t id = 0;
    int customers = 0;

    TRY(alias_find(act->book, kind, value, &id, &customers));
    TRY(answer_add(act, answer, id,
                   arena_format(act->arena, "the %s %s", alias_word(kind), value)));
    if (customers > 1) {
        answer->several = true;
        answer->customer_id = -1; /* two at once are an answer, and no customer */
    }
    return ERR_OK;
}

/* Under which number the payer keeps his account with us: one that we were told, or the code. */
static enum err numbers_ask(struct act *act, const char *text, struct answer *answer)
{
    struct reference_walk walk = {.text = text};
    char word[REFERENCE_WORD];
    int64_t id = 0;

    while (reference_next(&walk, word)) {
        TRY(alias_ask(act, ALIAS_NUMBER, word, answer));
        if (strlen(word) < LONG_ENOUGH)
            continue;
        TRY(customer_find_id(act->book, word, &id));
        TRY(answer_add(act, answer, id,
                       arena_format(act->arena, "the customer's number %s", word)));
    }
    return ERR_OK;
}

/* ---- names that look alike ------------------------------------------------------------------ */

static bool is_legal_form(const char *word, size_t len)
{
    static const char *const forms[] = {
        "ltd",     "limited", "gmbh", "ag",  "kg",   "inc", "corp", "corporation", "co",
        "company", "llc",     "plc",  "sa",  "sarl", "srl", "spa",  "bv",          "nv",
        "oy",      "ab",      "as",   "und", "and",  "the", "mbh"};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strlen(forms[i]) == len && memcmp(forms[i], word, len) == 0)
            return true;
    return false;
}

/* " acme holdings ": each word between blanks, so that a word is found whole. */
static const char *name_words(const char *name, struct arena *arena)
{
    const char *folded = alias_folded(ALIAS_NAME, name, arena), *out = " ";

    for (const char *at = folded; *at;) {
        const size_t len = strcspn(at, " ");
        if (!is_legal_form(at, len))
            out = arena_format(arena, "%s%.*s ", out, (int)len, at);
        at += len + strspn(at + len, " ");
    }
    return out;
}

static enum err name_add(void *self, const struct customer *customer)
{
    struct whose_names *names = self;

    if (names->count == names->room) {
        names->room = names->room * 2 + 256;
        names->rows = mem_resize(names->rows, names->room, sizeof *names->rows);
    }
    names->rows[names->count++] = (struct whose_name){
        customer->merged_into ? customer->merged_into : customer->id,
        arena_text(&names->arena, customer->code), name_words(customer->name, &names->arena)};
    return ERR_OK;
}

void whose_names_done(struct whose_names *names)
{
    free(names->rows);
    arena_done(&names->arena);
    *names = (struct whose_names){0};
}

/* How many letters of the shorter one's words stand in the other; 0 unless all of them do. */
static size_t alike(const char *a, const char *b)
{
    const char *few = strlen(a) < strlen(b) ? a : b, *many = few == a ? b : a;
    char word[128];
    size_t letters = 0;

    for (const char *at = few + 1; *at;) {
        const size_t len = strcspn(at, " ");
        if (len + 3 > sizeof word)
            return 0;
        word[0] = ' ';
        memcpy(word + 1, at, len);
        word[len + 1] = ' ';
        word[len + 2] = 0;
        if (!strstr(many, word))
            return 0;
        letters += len;
        at += len + 1;
    }
    return letters >= 4 ? letters : 0;
}

static enum err name_suggest(struct act *act, struct whose_names *names, const char *payer,
                             struct whose *out)
{
    const char *words = name_words(payer, act->arena);
    const struct whose_name *best = NULL;
    size_t most = 0;
    bool several = false;

    if (!names->read)
        TRY(customer_each(act->book, name_add, names));
    names->read = true;
    for (size_t i = 0; i < names->count; i++) {
        const size_t letters = alike(words, names->rows[i].words);
        if (letters > most)
            several = false;
        else if (letters == most && letters && names->rows[i].id != best->id)
            several = true;
        if (letters > most) {
            most = letters;
            best = &names->rows[i];
        }
    }
    if (!best)
        return ERR_OK;
    if (several) {
        out->words = arena_format(act->arena, "more than one customer has a name like %s", payer);
        return ERR_OK;
    }
    struct customer customer;
    TRY(customer_get(act->book, best->id, act->arena, &customer));
    out->customer_id = best->id;
    out->code = customer.code;
    out->words =
        arena_format(act->arena, "only suggested: %s looks like the name of %s", payer, best->code);
    return ERR_OK;
}

/* ---- all of it ------------------------------------------------------------------------------ */

static bool given(const char *text)
{
    return text && *text;
}

enum err whose_find(struct act *act, struct whose_names *names, const struct whose_asked *asked,
                    struct whose *out)
{
    struct answer answer = {0};

    *out = (struct whose){.code = "", .words = "nobody is known by what came with it"};
    if (given(asked->text))
        TRY(text_ask(act, asked->text, asked->amount, &answer));
    if (answer.customer_id)
        return answer_take(act, &answer, "the numbers in the text", out);
    if (given(asked->account))
        TRY(alias_ask(act, ALIAS_ACCOUNT, asked->account, &answer));
    if (answer.customer_id)
        return answer_take(act, &answer, "the aliases of the account", out);
    if (given(asked->text))
        TRY(numbers_ask(act, asked->text, &answer));
    if (answer.customer_id)
        return answer_take(act, &answer, "the customer's numbers in the text", out);
    if (given(asked->payer))
        TRY(alias_ask(act, ALIAS_NAME, asked->payer, &answer));
    if (answer.customer_id)
        return answer_take(act, &answer, "the aliases of the name", out);
    return given(asked->payer) && names ? name_suggest(act, names, asked->payer, out) : ERR_OK;
}
