#include "office.h"
#include "ledger/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct office *office_make(int64_t moment)
{
    struct office *office = mem_new(1, sizeof *office);
    struct book_plan plan = {.company = "Test", .actor = "adam", .sandbox = true, .moment = moment};

    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    office->session = (struct session){.note = &office->note,
                                       .actor = "adam",
                                       .today = date_of(2026, 11, 22),
                                       .format = "text",
                                       .no_input = true,
                                       .yes = true,
                                       .notation = notation_plain};
    assert_int_equal(book_new(NULL, &plan, &office->note, &office->session.book), ERR_OK);
    office->session.note = book_note(office->session.book);
    return office;
}

void office_leave(struct office *office)
{
    book_close(office->session.book);
    arena_done(&office->arena);
    free(office);
}

enum err office_types(struct office *office, const char *name, const char *line)
{
    const struct command *command = NULL;
    struct table table;
    struct page page;
    struct args args;
    char **words = NULL;
    int count = 0, used = 0;

    office->session.actor = name;
    arena_reset(&office->arena);
    if (words_split(line, &office->arena, &words, &count, &office->note) != ERR_OK ||
        command_words(count, words, &command, &used, &office->note) != ERR_OK)
        fail_msg("%s: %s", line, office->note.text);
    args_init(&args, command, &office->arena, &office->session.habit, &notation_plain);
    if (args_words(&args, count - used, words + used, office->session.note) != ERR_OK)
        fail_msg("%s: %s", line, office->session.note->text);
    table_init(&table);
    page_init(&page, "", "");
    struct sink sink = table_sink(&table);
    const enum err e =
        command_run(&office->session, &args, &office->arena, &sink, &page, &office->out);
    table_done(&table);
    page_done(&page);
    return e;
}

void office_done(struct office *office, const char *name, const char *line)
{
    if (office_types(office, name, line) != ERR_OK)
        fail_msg("%s: %s: %s", name, line, office->session.note->text);
}
