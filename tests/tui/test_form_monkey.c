/* Any keys on any form: nothing is lost, nothing breaks, the books stay whole. */
#include "firm.h"
#include "picture.h"

#include "ledger/proof.h"
#include "tui/term.h"
#include "view/modal.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define KEYS 4000

static const char *const words[] = {
    "\"10442\"", "\"acme\"", "\"12.50\"", "\"*\"", "\"100*2-5\"", "\"12%\"",  "\"VAT20\"",
    "\"+7\"",    "\"eom\"",  "\"北京\"",  "\"-\"", "\"INV\"",     "\"x\"",    "\";\"",
    "Enter",     "Enter",    "Enter",     "Enter", "Tab",         "BackTab",  "Up",
    "Down",      "Left",     "Right",     "Home",  "End",         "Del",      "Backspace",
    "C-u",       "C-k",      "C-w",       "Space", "F6",          "F9",       "F9",
    "F10",       "F7",       "Esc",       "PgUp",  "PgDn",        "\"2026\"", "\"/\"",
};

/* What a person would type there, so that the keys get somewhere. */
static const struct {
    const char *field, *keys;
} sense[] = {
    {"who", "C-u \"10442\" Enter"},
    {"who", "C-u \"acme\" Enter"},
    {"who", "C-u \"10461\" Enter"},
    {"who", "C-u \"borealis\" Enter"},
    {"amount", "C-u \"12.50\" Enter"},
    {"amount", "C-u \"1.00\" Enter Enter"},
    {"amount", "C-u \"3\" Enter Enter Enter"},
    {"reference", "C-u \"77\" Enter Enter"},
    {"date", "C-u \"t\" Enter"},
    {"items", "C-u \"1\" F10 F10"},
    {"items", "Space F10 F10"},
    {"customer", "C-u \"ACME\" Enter"},
    {"customer", "C-u \"cn1\" Enter"},
    {"line", "C-u \"2\" Enter"},
    {"line", "C-u \"3\" Tab \"4\" F10"},
    {"code", "C-u \"LONG\" Enter"},
    {"name", "C-u \"Somebody\" F10"},
    {"invoice", "C-u \"10461\" Enter"},
    {"terms", "C-u Tab"},
    {"due", "C-u Tab"},
    {"limit", "C-u \"5\" Tab"},
    {"reason", "C-u \"short\" Enter"},
};

static const char *sensible(const char *field, uint64_t at)
{
    const size_t count = sizeof sense / sizeof *sense;

    for (size_t i = 0; i < count; i++)
        if (strcmp(sense[(at + i) % count].field, field) == 0)
            return sense[(at + i) % count].keys;
    return "C-u Tab";
}

static uint64_t next(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void trouble(void *self, const char *sentence)
{
    (void)self;
    fprintf(stderr, "%s\n", sentence);
}

static void any_keys(void **state)
{
    static const char *const ways[] = {"payment receive ...", "invoice issue ...",
                                       "customer add ...", "customer set ...", "credit issue ..."};
    struct firm firm;
    uint64_t seed = 20261122;
    int64_t before = 0, after = 0;
    int found = 0;

    printf("seed %llu\n", (unsigned long long)seed);
    firm_open(&firm);
    firm.answer = true;
    picture_start(24, 80);
    assert_int_equal(desk_push(&firm.desk, view_class_find("customers"), "", ""), ERR_OK);
    assert_int_equal(book_revision(firm.session.book, &before), ERR_OK);
    for (int i = 0; i < KEYS; i++) {
        if (firm.desk.top->class->kind != VIEW_FORM)
            desk_run(&firm.desk, ways[next(&seed) % (sizeof ways / sizeof *ways)]);
        const char *word = words[next(&seed) % (sizeof words / sizeof *words)];
        if (next(&seed) % 3 == 0 && firm.desk.top->class->kind == VIEW_FORM)
            word = sensible(firm_focus(&firm), next(&seed));
        /* a list that Enter opens takes its keys from the queue: Esc leaves it */
        const bool lists = strstr(word, "Enter") != NULL;
        if (lists)
            term_push(key_of(KEYCODE_ESC));
        firm_keys(&firm, word);
        while (term_key_waits())
            term_key(0);
        if (i % 50 == 0)
            desk_picture(&firm.desk);
    }
    assert_int_equal(book_revision(firm.session.book, &after), ERR_OK);
    printf("%lld entries\n", (long long)(after - before));
    assert_true(after > before + 20); /* the keys did get somewhere */
    assert_int_equal(proof_book(firm.session.book, NULL, trouble, NULL, &found), ERR_OK);
    assert_int_equal(found, 0);
    firm_close(&firm);
    picture_stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
