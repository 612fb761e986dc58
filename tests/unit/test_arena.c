/* Arenas: what was handed out stays as it was until all of it is given back. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_pieces_stay_apart_and_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    unsigned char *pieces[300];
    for (size_t i = 0; i < 300; i++) {
        size_t size = i * 37 % 9000;
        pieces[i] = arena_new(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t at = 0; at < size; at++)
            if (pieces[i][at])
                fail_msg("piece %zu is not empty at %zu", i, at);
        memset(pieces[i], (int)(i % 255 + 1), size);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t at = 0; at < i * 37 % 9000; at++)
            if (pieces[i][at] != i % 255 + 1)
                fail_msg("piece %zu was overwritten at %zu", i, at);
    arena_done(&arena);
    assert_null(arena.last);
    assert_int_equal(arena.total, 0);
}

static void test_text_is_copied(void **state)
{
    (void)state;
    struct arena arena = {0};
    char name[] = "Acme";
    char *copy = arena_text(&arena, name);
    name[0] = 'X';
    assert_string_equal(copy, "Acme");
    assert_string_equal(arena_text(&arena, ""), "");
    assert_memory_equal(arena_bytes(&arena, "a\0b", 3), "a\0b\0", 4);
    assert_string_equal(arena_bytes(&arena, NULL, 0), "");
    assert_string_equal(arena_format(&arena, "%s-%05d", "INV", 42), "INV-00042");
    char *wide = arena_format(&arena, "%20000s|", "x");
    assert_int_equal(strlen(wide), 20001);
    assert_string_equal(copy, "Acme");
    arena_done(&arena);
}

static void test_a_list_grows_and_keeps_what_was_in_it(void **state)
{
    struct arena arena = {0};
    int64_t *list = NULL;
    int room = 0, moved = 0;

    for (int i = 0; i < 1000; i++) {
        const int64_t *before = list;
        list = arena_grow(&arena, list, i, &room, sizeof *list);
        assert_true(room > i);
        moved += list != before;
        list[i] = i * 7;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list[i], i * 7);
    assert_true(moved < 10); /* not at every one */
    arena_done(&arena);
}

static void test_reset_keeps_one_block_and_empties_it(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_reset(&arena);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++)
            memset(arena_new(&arena, 100), 0xFF, 100);
        arena_reset(&arena);
        assert_non_null(arena.last);
        assert_int_equal(arena.used, 0);
    }
    size_t total = arena.total;
    unsigned char *again = arena_new(&arena, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    assert_int_equal(arena.total, total);
    arena_done(&arena);
    arena_done(&arena);
}

static void test_plain_memory(void **state)
{
    (void)state;
    int *numbers = mem_new(3, sizeof *numbers);
    assert_int_equal(numbers[2], 0);
    numbers[2] = 7;
    numbers = mem_resize(numbers, 3000, sizeof *numbers);
    assert_int_equal(numbers[2], 7);
    free(numbers);
    void *nothing = mem_new(0, 8);
    assert_non_null(nothing);
    nothing = mem_resize(nothing, 0, 8);
    assert_non_null(nothing);
    free(nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_stay_apart_and_aligned),
        cmocka_unit_test(test_text_is_copied),
        cmocka_unit_test(test_a_list_grows_and_keeps_what_was_in_it),
        cmocka_unit_test(test_reset_keeps_one_block_and_empties_it),
        cmocka_unit_test(test_plain_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
