/* Every row of the table of commands is whole: what help, manual, completion and forms need. */
#include "app/command.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool is_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static bool is_sentence(const char *text)
{
    return text && *text && text[strlen(text) - 1] != '.' && text[0] != ' ';
}

static void arg_whole(const struct command *c, const struct arg *a)
{
    bool whole = is_name(a->name) && is_sentence(a->help) &&
                 (a->kind == ARG_CHOICE ? a->choices != NULL
                                        : a->kind == ARG_TEXT || !a->choices) &&
                 (a->kind == ARG_ROWS) == (a->columns != NULL) &&
                 !((a->flags & ARG_REQUIRED) && a->otherwise);

    for (const struct arg *b = c->args; b < a; b++)
        whole = whole && strcmp(a->name, b->name) != 0;
    for (int i = 0; a->kind == ARG_ROWS && a->columns[i].name; i++)
        whole = whole && a->columns[i].kind != ARG_ROWS && a->columns[i].kind != ARG_CHOICE;
    if (!whole)
        fail_msg("%s %s --%s is not a whole row", c->noun, c->verb ? c->verb : "", a->name);
}

static void every_row_is_whole(void **unused)
{
    for (const struct command *const *c = commands_all; *c; c++) {
        if (!is_name((*c)->noun) || ((*c)->verb && !is_name((*c)->verb)) ||
            !is_sentence((*c)->summary))
            fail_msg("%s %s: name or summary", (*c)->noun, (*c)->verb ? (*c)->verb : "");
        assert_int_equal((*c)->run == NULL, ((*c)->flags & COMMAND_SHELL) != 0);
        assert_ptr_equal(command_find((*c)->noun, (*c)->verb), *c); /* no name twice */
        for (const struct arg *a = (*c)->args; a && a->name; a++)
            arg_whole(*c, a);
    }
}

/* Two flags on one bit would make commands postings that only tell what they will do. */
static void every_flag_has_a_bit_of_its_own(void **unused)
{
    static const unsigned flags[] = {COMMAND_WRITES, COMMAND_ASKS,  COMMAND_TAGGED,  COMMAND_PERIOD,
                                     COMMAND_TABLE,  COMMAND_PAGE,  COMMAND_NO_BOOK, COMMAND_HIDDEN,
                                     COMMAND_SHELL,  COMMAND_TELLS, COMMAND_POSTINGS,
                                     COMMAND_SELF,   COMMAND_OWN,   COMMAND_PROVES};
    unsigned all = 0;

    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        assert_true(flags[i] && (flags[i] & (flags[i] - 1)) == 0);
        assert_int_equal(all & flags[i], 0);
        all |= flags[i];
    }
    for (const struct command *const *c = commands_all; *c; c++)
        if (((*c)->flags & ~all) ||
            (((*c)->flags & COMMAND_POSTINGS) && !((*c)->flags & COMMAND_TABLE)) ||
            (((*c)->flags & COMMAND_TELLS) && !((*c)->flags & COMMAND_WRITES)))
            fail_msg("%s %s: flags", (*c)->noun, (*c)->verb ? (*c)->verb : "");
}

static void every_default_is_a_value_of_its_kind(void **unused)
{
    struct date_habit habit = {date_of(2026, 11, 22), DATE_YMD};

    for (const struct command *const *c = commands_all; *c; c++)
        for (const struct arg *a = (*c)->args; a && a->name; a++) {
            struct arena arena = {0};
            struct note note = {0};
            struct args args;
            args_init(&args, *c, &arena, &habit, &notation_plain);
            if (a->otherwise && args_set(&args, a->name, a->otherwise, &note) != ERR_OK)
                fail_msg("%s %s: %s", (*c)->noun, (*c)->verb ? (*c)->verb : "", note.text);
            arena_done(&arena);
        }
}

static void words_lead_to_their_command(void **unused)
{
    for (const struct command *const *c = commands_all; *c; c++) {
        const char *words[] = {(*c)->noun, (*c)->verb ? (*c)->verb : "--x"};
        const struct command *found;
        struct note note = {0};
        int used;
        assert_int_equal(command_words(2, (char *const *)words, &found, &used, &note), ERR_OK);
        assert_ptr_equal(found, *c);
        assert_int_equal(used, (*c)->verb ? 2 : 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_whole),
        cmocka_unit_test(every_flag_has_a_bit_of_its_own),
        cmocka_unit_test(every_default_is_a_value_of_its_kind),
        cmocka_unit_test(words_lead_to_their_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
