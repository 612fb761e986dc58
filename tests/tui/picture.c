#include "picture.h"

#include "tui/term.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void picture_start(int rows, int columns)
{
    struct term_options options = {.headless = true, .rows = rows, .columns = columns};
    term_stop(); /* a test before that failed left it on */
    setenv("LC_ALL", "C.UTF-8", 1);
    assert_int_equal(term_start(&options, NULL), ERR_OK);
    term_frame();
}

void picture_stop(void)
{
    term_stop();
}

static char *picture(void)
{
    struct buf dump;
    buf_init(&dump, 1 << 20);
    term_show();
    term_dump(&dump);
    while (dump.len > 1 && dump.data[dump.len - 1] == '\n' && dump.data[dump.len - 2] == '\n')
        dump.data[--dump.len] = 0;
    return dump.data;
}

void picture_is(const char *expected)
{
    char *shown = picture();
    if (strcmp(shown, expected) != 0)
        fprintf(stderr, "--- shown\n%s--- expected\n%s---\n", shown, expected);
    assert_true(strcmp(shown, expected) == 0);
    free(shown);
}

void picture_cursor_is(int y, int x)
{
    int at_y, at_x;
    term_cursor(&at_y, &at_x);
    assert_int_equal(at_y, y);
    assert_int_equal(at_x, x);
}

void picture_has(const char *text)
{
    char *shown = picture();
    if (strstr(shown, text) == NULL)
        fprintf(stderr, "--- shown\n%s--- lacks \"%s\"\n", shown, text);
    assert_non_null(strstr(shown, text));
    free(shown);
}

unsigned keys_typed(const char *script, unsigned (*type)(void *widget, struct key key),
                    void *widget)
{
    struct keycode_script at = {.at = script};
    struct key key;
    unsigned reaction = 0;
    for (;;) {
        assert_int_equal(keycode_next(&at, &key, NULL), ERR_OK);
        if (key_is(key, KEYCODE_NONE))
            return reaction;
        reaction = type(widget, key);
    }
}
