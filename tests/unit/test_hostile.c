/* Every text that any command takes: card numbers are refused in each, and what would steer a
 * terminal, turn the order of letters round or begin another line comes through none of them. */
#include "app/command.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool takes_text(enum arg_kind kind)
{
    return kind == ARG_TEXT || kind == ARG_CODE || kind == ARG_CUSTOMER || kind == ARG_DOCUMENT ||
           kind == ARG_TERMS || kind == ARG_TAX || kind == ARG_ACCOUNT || kind == ARG_FILE;
}

/* The argument set to this text; a row of a column of it, where it is rows. */
static enum err set(const struct command *command, const struct arg *arg, int column,
                    const char *text, struct arena *arena, struct note *note, const char **kept)
{
    const struct date_habit habit = {date_of(2026, 6, 30), DATE_YMD};
    struct args args;

    *kept = "";
    args_init(&args, command, arena, &habit, &notation_plain);
    if (column < 0) {
        TRY(args_set(&args, arg->name, text, note));
        *kept = args_get(&args, arg->name);
        return ERR_OK;
    }
    const bool list = arg->rows_style == ROWS_LIST;
    const char *name = arg->columns[column].name;
    const char *row = !list         ? arena_format(arena, "%s=\"%s\"", name, text)
                      : column == 0 ? arena_format(arena, "\"%s\"", text)
                      : column == 1 ? arena_format(arena, "A=\"%s\"", text)
                                    : arena_format(arena, "A=1 %s \"%s\"", name, text);
    TRY(args_set(&args, arg->name, row, note));
    if (args_count(&args, arg->name) > 0) {
        const char *value = args_row(&args, arg->name, 0)->values[column].text;
        *kept = value ? value : "";
    }
    return ERR_OK;
}

static int each_text(void (*look)(const struct command *c, const struct arg *a, int column))
{
    int count = 0;

    for (const struct command *const *c = commands_all; *c; c++)
        for (const struct arg *a = (*c)->args; a && a->name; a++) {
            if (takes_text(a->kind)) {
                look(*c, a, -1);
                count++;
            }
            for (int i = 0; a->kind == ARG_ROWS && a->columns[i].name; i++)
                if (takes_text(a->columns[i].kind)) {
                    look(*c, a, i);
                    count++;
                }
        }
    return count;
}

static void refuses_cards(const struct command *c, const struct arg *a, int column)
{
    static const char *const cards[] = {"4111111111111111", "4111 1111 1111 1111",
                                        "paid by 5500-0000-0000-0004 yesterday"};
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof cards / sizeof cards[0]; i++) {
        struct note note = {0};
        const char *kept = NULL;
        const enum err e = set(c, a, column, cards[i], &arena, &note, &kept);
        if (e == ERR_OK)
            fail_msg("%s %s --%s, column %d, takes '%s'", c->noun, c->verb ? c->verb : "", a->name,
                     column, cards[i]);
        if (strstr(note.text, cards[i])) /* nor is it in the words that go to a terminal or a log */
            fail_msg("%s %s --%s repeats the number: %s", c->noun, c->verb ? c->verb : "", a->name,
                     note.text);
    }
    arena_done(&arena);
}

static bool is_plain(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        const bool c1 = p[0] == 0xC2 && p[1] >= 0x80 && p[1] <= 0x9F;
        const bool turned = (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0xA8 && p[2] <= 0xAE) ||
                            (p[0] == 0xE2 && p[1] == 0x81 && p[2] >= 0xA6 && p[2] <= 0xA9);
        if (*p < 0x20 || *p == 0x7F || c1 || turned)
            return false;
    }
    return true;
}

static void lets_nothing_through(const struct command *c, const struct arg *a, int column)
{
    static const char *const texts[] = {
        "\033]52;c;QUFB\007",  "a\033[2Jb",           "\302\2332J",         "a\342\200\256b",
        "a\342\201\246b",      "a\r\nBcc: x@y.z",     "a\bb\177",           "a\342\200\250b",
        "\357\273\277a\001b",
    };
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct note note = {0};
        const char *kept = NULL;
        const enum err e = set(c, a, column, texts[i], &arena, &note, &kept);
        if ((e == ERR_OK && kept && !is_plain(kept)) || !is_plain(note.text))
            fail_msg("%s %s --%s, column %d, lets text %zu through", c->noun,
                     c->verb ? c->verb : "", a->name, column, i);
    }
    arena_done(&arena);
}

static void no_text_of_any_command_takes_a_card_number(void **state)
{
    const int count = each_text(refuses_cards);

    assert_true(count > 200);
    print_message("# %d texts of commands, none takes a card number\n", count);
}

static void no_text_of_any_command_steers_a_terminal(void **state)
{
    assert_true(each_text(lets_nothing_through) > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_of_any_command_takes_a_card_number),
        cmocka_unit_test(no_text_of_any_command_steers_a_terminal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
