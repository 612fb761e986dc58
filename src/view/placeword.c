#include "view/placeword.h"

#include "app/paperfind.h"
#include "ledger/customer.h"
#include "view/payer.h"

#include <inttypes.h>
#include <string.h>

enum place_about { ABOUT_NOTHING, ABOUT_CUSTOMER, ABOUT_PAPER, ABOUT_AS_TYPED, ABOUT_ALL_WORDS };

static const struct place {
    const char *word;
    const char *alone; /* the screen that it opens by itself; NULL = it wants to know which */
    const char *with;  /* and with something behind it */
    enum place_about about;
} places[] = {
    {"age", "aging", "aging", ABOUT_AS_TYPED},
    {"pay", "payment", "payment", ABOUT_AS_TYPED},
    {"rec", "payments", "document", ABOUT_AS_TYPED},
    {"c", "customers", "customer", ABOUT_CUSTOMER},
    {"cus", "customers", "customer", ABOUT_CUSTOMER},
    {"inv", "invoices", "document", ABOUT_PAPER},
    {"doc", "invoices", "document", ABOUT_PAPER},
    {"bat", "batches", "batch", ABOUT_AS_TYPED},
    {"rci", "recurring", "recurring", ABOUT_CUSTOMER},
    {"crm", "credits", "document", ABOUT_AS_TYPED},
    {"itm", "items", "items", ABOUT_CUSTOMER},
    {"dis", "disputes", "disputes", ABOUT_CUSTOMER},
    {"dun", "dunning", "dunning", ABOUT_CUSTOMER},
    {"let", "letters", "letters", ABOUT_CUSTOMER},
    {"plac", "placements", "placements", ABOUT_CUSTOMER},
    {"bad", "baddebts", "baddebts", ABOUT_CUSTOMER},
    {"ins", "insolvencies", "insolvencies", ABOUT_CUSTOMER},
    {"alw", "allowances", "allowance", ABOUT_AS_TYPED},
    {"jur", "jurisdictions", NULL, ABOUT_NOTHING},
    {"conf", "confirmations", "confirmations", ABOUT_CUSTOMER},
    {"out", "outbox", "outbox", ABOUT_CUSTOMER},
    {"sent", "sent", "sent", ABOUT_CUSTOMER},
    {"bal", "balances", "balances", ABOUT_CUSTOMER},
    {"app", "approvals", "approval", ABOUT_AS_TYPED},
    {"chg", "charges", "charges", ABOUT_CUSTOMER},
    {"usr", "users", NULL, ABOUT_NOTHING},
    {"work", "worklist", "worklist", ABOUT_AS_TYPED},
    {"jou", "journal", "entry", ABOUT_AS_TYPED},
    {"rpt", "reports", NULL, ABOUT_NOTHING},
    {"find", "find", "find", ABOUT_ALL_WORDS},
    {"todo", "start", NULL, ABOUT_NOTHING},
    {0},
};

static const char *customer_meant(struct desk *desk, const char *text)
{
    struct finder finder = {0};
    struct note note = {0};
    struct payer payer;
    const enum err e = payer_find(desk->book, &finder, text, &desk->arena, &payer, &note);

    finder_done(&finder);
    note_clear(book_note(desk->book));
    return e == ERR_OK && payer.customer_id ? payer.code : text;
}

/* 2493 is INV-2493; what is no invoice may be another paper of just this number. */
static const char *paper_meant(struct desk *desk, const char *text)
{
    struct document document;
    struct note note = {0};
    const enum err e = paper_find(desk->book, text, &desk->arena, &document, &note);

    note_clear(book_note(desk->book));
    return e == ERR_OK ? arena_format(&desk->arena, "#%" PRId64, document.id) : text;
}

/* The words behind it as one line; an argument among them is for the command of that name. */
static const char *words_meant(struct desk *desk, char *const *words, int given)
{
    const char *line = "";

    for (int i = 1; i < given; i++) {
        if (strncmp(words[i], "--", 2) == 0)
            return NULL;
        line = arena_format(&desk->arena, strchr(words[i], ' ') ? "%s%s\"%s\"" : "%s%s%s", line,
                            i > 1 ? " " : "", words[i]);
    }
    return line;
}

bool placeword_way(struct desk *desk, char *const *words, int given, char **way, int *count)
{
    const struct place *place = places;

    while (place->word && strcmp(place->word, words[0]) != 0)
        place++;
    const bool all = place->word && place->about == ABOUT_ALL_WORDS;
    if (!place->word || (given > 2 && !all) || (given == 2 && place->about == ABOUT_NOTHING))
        return false;
    way[0] = arena_text(&desk->arena, "go");
    way[1] = arena_text(&desk->arena, given >= 2 ? place->with : place->alone);
    *count = 2;
    if (given >= 2) {
        const char *about = all                              ? words_meant(desk, words, given)
                            : place->about == ABOUT_CUSTOMER ? customer_meant(desk, words[1])
                            : place->about == ABOUT_PAPER    ? paper_meant(desk, words[1])
                                                             : words[1];
        if (!about)
            return false;
        way[(*count)++] = arena_text(&desk->arena, about);
    }
    return true;
}

bool placeword_named(struct desk *desk, const char *word, char **way, int *count)
{
    struct arena *arena = &desk->arena;
    struct document document;
    struct customer customer;
    const struct note before = *book_note(desk->book);
    const char *screen = NULL, *about = word;

    if (paper_find_any(desk->book, word, arena, &document, NULL) == ERR_OK) {
        screen = "document";
        about = arena_format(arena, "#%" PRId64, document.id);
    } else if (customer_find(desk->book, word, arena, &customer) == ERR_OK) {
        screen = "customer";
        about = customer.code;
    }
    *count = 0;
    *book_note(desk->book) = before;
    if (!screen)
        return false;
    way[(*count)++] = arena_text(arena, "go");
    way[(*count)++] = arena_text(arena, screen);
    way[(*count)++] = arena_text(arena, about);
    return true;
}
