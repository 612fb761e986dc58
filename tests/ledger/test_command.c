/* One command, whole: what it leaves in the journal, and what it does not. */
#include "app/command.h"
#include "ledger/book.h"
#include "ledger/journal.h"
#include "ledger/setting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static enum err days_set(struct act *act)
{
    const char *days = args_get(act->args, "days");

    TRY(setting_set(act->tx, "duplicate.days", days));
    if (args_flag(act->args, "stumble"))
        return (fail)(act->note, ERR_CONFLICT, "the books forbid it");
    act->ref = arena_format(act->arena, "DAYS-%s", days);
    act->says = "set";
    return ERR_OK;
}

static enum err question_ready(struct act *act)
{
    assert_null(act->tx); /* a question comes before the lane */
    act->says = "really?";
    return ERR_OK;
}

static const struct arg day_args[] = {
    {.name = "days", .kind = ARG_INT, .flags = ARG_REQUIRED, .help = "how many"},
    {.name = "stumble", .kind = ARG_FLAG, .help = "fail after writing"},
    {0},
};

static const struct command set_days = {.noun = "days",
                                        .verb = "set",
                                        .summary = "sets days",
                                        .args = day_args,
                                        .flags = COMMAND_WRITES,
                                        .run = days_set};

static const struct command ask_days = {.noun = "days",
                                        .verb = "ask",
                                        .summary = "sets days",
                                        .args = day_args,
                                        .flags = COMMAND_WRITES | COMMAND_ASKS,
                                        .stage = question_ready,
                                        .run = days_set};

struct desk {
    struct note note;
    struct arena arena;
    struct session session;
    struct outcome out;
    bool answer;
    const char *asked;
};

static bool desk_answers(void *self, const char *question)
{
    struct desk *desk = self;

    desk->asked = question;
    return desk->answer;
}

static int desk_open(void **state)
{
    struct desk *desk = mem_new(1, sizeof *desk);
    struct book_plan plan = {.company = "Test", .actor = "anna", .sandbox = true};

    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    desk->session = (struct session){.note = &desk->note,
                                     .actor = "anna",
                                     .today = date_of(2026, 11, 22),
                                     .format = "text",
                                     .notation = notation_plain};
    assert_int_equal(book_new(NULL, &plan, &desk->note, &desk->session.book), ERR_OK);
    *state = desk;
    return 0;
}

static int desk_close(void **state)
{
    struct desk *desk = *state;

    book_close(desk->session.book);
    arena_done(&desk->arena);
    free(desk);
    return 0;
}

static enum err desk_run(struct desk *desk, const struct command *command, const char *line)
{
    struct date_habit habit = {desk->session.today, DATE_YMD};
    struct args args;
    char **words;
    int count;

    args_init(&args, command, &desk->arena, &habit, &notation_plain);
    TRY(words_split(line, &desk->arena, &words, &count, &desk->note));
    TRY(args_words(&args, count, words, &desk->note));
    return command_run(&desk->session, &args, &desk->arena, NULL, NULL, &desk->out);
}

static int64_t entries(struct desk *desk)
{
    int64_t revision;

    assert_int_equal(book_revision(desk->session.book, &revision), ERR_OK);
    return revision;
}

static int64_t days(struct desk *desk)
{
    return setting_int(desk->session.book, "duplicate.days");
}

static void a_command_is_one_entry_with_its_text(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk);
    struct entry entry;

    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_string_equal(desk->out.ref, "DAYS-3");
    assert_string_equal(desk->out.says, "set");
    assert_int_equal(entries(desk), before + 1);
    assert_int_equal(days(desk), 3);
    assert_int_equal(journal_head(desk->session.book, &entry, &desk->arena), ERR_OK);
    assert_string_equal(entry.command, "days set --days 3");
    assert_string_equal(entry.actor, "anna");
    assert_string_equal(entry.ref, "DAYS-3");
}

static void a_failure_leaves_nothing(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk), kept = days(desk);

    assert_int_equal(desk_run(desk, &set_days, "--days 3 --stumble"), ERR_CONFLICT);
    assert_string_equal(desk->note.text, "the books forbid it");
    assert_int_equal(entries(desk), before);
    assert_int_equal(days(desk), kept);
    assert_int_equal(desk_run(desk, &set_days, ""), ERR_USAGE);
    assert_int_equal(desk_run(desk, &set_days, "--days 4"), ERR_OK);
    assert_int_equal(days(desk), 4);
}

static void a_dry_run_does_it_all_and_keeps_nothing(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk), kept = days(desk);

    desk->session.dry_run = true;
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_string_equal(desk->out.ref, "DAYS-3");
    assert_int_equal(entries(desk), before);
    assert_int_equal(days(desk), kept);
}

static void an_operation_id_counts_once(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk);

    desk->session.op_id = "import/7";
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_false(desk->out.stored);
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_true(desk->out.stored);
    assert_string_equal(desk->out.ref, "DAYS-3");
    assert_int_equal(entries(desk), before + 1);
    assert_int_equal(desk_run(desk, &set_days, "--days 4"), ERR_CONFLICT);
    assert_int_equal(days(desk), 3);
    desk->session.op_id = "import/8";
    assert_int_equal(desk_run(desk, &set_days, "--days 4"), ERR_OK);
    assert_int_equal(entries(desk), before + 2);
}

static void an_asking_command_waits_for_yes(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk);

    assert_int_equal(desk_run(desk, &ask_days, "--days 3"), ERR_USAGE);
    assert_non_null(strstr(desk->note.text, "--yes"));
    desk->session.ask = desk_answers;
    desk->session.self = desk;
    assert_int_equal(desk_run(desk, &ask_days, "--days 3"), ERR_CANCELLED);
    assert_string_equal(desk->asked, "really?");
    desk->session.no_input = true;
    assert_int_equal(desk_run(desk, &ask_days, "--days 3"), ERR_USAGE);
    assert_int_equal(entries(desk), before);
    desk->session.yes = true;
    assert_int_equal(desk_run(desk, &ask_days, "--days 3"), ERR_OK);
    desk->session.yes = desk->session.no_input = false;
    desk->answer = true;
    assert_int_equal(desk_run(desk, &ask_days, "--days 5"), ERR_OK);
    assert_int_equal(entries(desk), before + 2);
}

static void commands_of_one_transaction_count_together(void **state)
{
    struct desk *desk = *state;
    int64_t before = entries(desk), kept = days(desk);

    assert_int_equal(command_atomic_begin(&desk->session), ERR_OK);
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_int_equal(desk_run(desk, &set_days, "--days 4 --stumble"), ERR_CONFLICT);
    assert_int_equal(command_atomic_end(&desk->session, false), ERR_OK);
    assert_int_equal(entries(desk), before);
    assert_int_equal(days(desk), kept);

    assert_int_equal(command_atomic_begin(&desk->session), ERR_OK);
    desk->session.yes = false;
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_OK);
    assert_int_equal(desk_run(desk, &set_days, "--days 4"), ERR_OK);
    assert_int_equal(command_atomic_end(&desk->session, true), ERR_OK);
    assert_int_equal(entries(desk), before + 2);
    assert_int_equal(days(desk), 4);
}

static void without_a_book_there_is_nothing_to_write(void **state)
{
    struct desk *desk = *state;
    struct book *book = desk->session.book;

    desk->session.book = NULL;
    assert_int_equal(desk_run(desk, &set_days, "--days 3"), ERR_MISSING);
    assert_int_equal(command_atomic_begin(&desk->session), ERR_MISSING);
    desk->session.book = book;
}

#define DESK(test) cmocka_unit_test_setup_teardown(test, desk_open, desk_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK(a_command_is_one_entry_with_its_text),
        DESK(a_failure_leaves_nothing),
        DESK(a_dry_run_does_it_all_and_keeps_nothing),
        DESK(an_operation_id_counts_once),
        DESK(an_asking_command_waits_for_yes),
        DESK(commands_of_one_transaction_count_together),
        DESK(without_a_book_there_is_nothing_to_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
