/* Growing bytes: always a C string, never beyond the maximum, and they say when they are full. */
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_bytes_are_added_in_order(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf, 100000);
    assert_string_equal(buf.data, "");
    buf_text(&buf, "abc");
    buf_char(&buf, '-');
    buf_fill(&buf, '=', 3);
    buf_add(&buf, "xyz", 2);
    buf_format(&buf, "%d/%s", 7, "q");
    assert_string_equal(buf.data, "abc-===xy7/q");
    assert_int_equal(buf.len, 12);
    buf_format(&buf, "%5000s|", "far");
    assert_int_equal(buf.len, 12 + 5001);
    assert_string_equal(buf.data + buf.len - 4, "far|");
    buf_add(&buf, NULL, 0);
    buf_text(&buf, "");
    assert_int_equal(buf.len, 12 + 5001);
    assert_false(buf.full);
    buf_reset(&buf);
    assert_string_equal(buf.data, "");
    buf_done(&buf);
}

static void test_the_maximum_holds_for_every_way_of_adding(void **state)
{
    (void)state;
    for (size_t max = 0; max < 200; max += 7) {
        struct buf buf;
        char all[300];
        memset(all, 'a', sizeof all);
        all[sizeof all - 1] = 0;
        for (int way = 0; way < 5; way++) {
            buf_init(&buf, max);
            buf_fill(&buf, 'a', max);
            assert_false(buf.full);
            buf_reset(&buf);
            switch (way) {
            case 0: buf_text(&buf, all); break;
            case 1: buf_fill(&buf, 'a', 299); break;
            case 2: buf_format(&buf, "%s", all); break;
            case 3: buf_add(&buf, all, 299); break;
            default:
                for (int i = 0; i < 299; i++)
                    buf_char(&buf, 'a');
            }
            assert_true(buf.full);
            assert_int_equal(buf.len, max);
            assert_int_equal(strlen(buf.data), max);
            assert_int_equal(strspn(buf.data, "a"), max);
            buf_reset(&buf);
            assert_false(buf.full);
            buf_done(&buf);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_are_added_in_order),
        cmocka_unit_test(test_the_maximum_holds_for_every_way_of_adding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
