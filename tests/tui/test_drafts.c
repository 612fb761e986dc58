/* What is half typed survives a kill and a dropped line, and is posted once.
 *
 * Each "terminal" is a process of its own on a book in a file, ended without warning. */
#include "firm.h"
#include "picture.h"

#include "tui/term.h"
#include "view/draft.h"
#include "view/draftfile.h"
#include "view/modal.h"
#include "view/views.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char *program; /* this one */
static char folder[64], state_home[80], book[80];

static int folder_make(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/drafts.XXXXXX");
    must(mkdtemp(folder) != NULL);
    snprintf(state_home, sizeof state_home, "%s/state", folder);
    snprintf(book, sizeof book, "%s/b.arl", folder);
    setenv("XDG_STATE_HOME", state_home, 1);
    return 0;
}

static int folder_remove(void **state)
{
    char line[96];
    (void)state;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

/* A clerk at a terminal of the book; opens the payment desk. */
static void sit_down(struct firm *firm)
{
    firm_open_file(firm, book);
    picture_start(24, 80);
    draftfile_open(&firm->desk);
    assert_int_equal(desk_push(&firm->desk, view_class_find("payment"), "", ""), ERR_OK);
}

static void stand_up(struct firm *firm)
{
    drafts_leave_all(&firm->desk);
    draftfile_close(&firm->desk);
    firm_close(firm);
    picture_stop();
}

/* What a terminal does before it is killed: this program is called again with the place of it. */
static void type_half(struct firm *firm);
static void hang_up(struct firm *firm);
static void posted_and_killed(struct firm *firm);
static void resent_and_killed(struct firm *firm);
static void half_a_batch(struct firm *firm);
static void batch_and_nothing_typed(struct firm *firm);
static void type_invoice(struct firm *firm);
static void type_a_card(struct firm *firm);

static void (*const works[])(struct firm *firm) = {
    type_half,    hang_up,      posted_and_killed,       resent_and_killed,
    half_a_batch, type_invoice, batch_and_nothing_typed, type_a_card};

static int work_here(const char *place, const char *path)
{
    struct firm firm;

    snprintf(book, sizeof book, "%s", path);
    sit_down(&firm);
    works[strtol(place, NULL, 10)](&firm);
    _exit(0); /* nothing is told, nothing is tidied up */
}

static void killed_after(void (*work)(struct firm *firm))
{
    char place[8];
    int status = 0;

    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        if (works[i] == work)
            snprintf(place, sizeof place, "%zu", i);
    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        execl(program, program, place, book, (char *)NULL);
        _exit(127);
    }
    must(waitpid(child, &status, 0) == child);
    assert_int_equal(status, 0);
}

/* All files of the drafts, one behind the other. */
static const char *on_disk(int *files)
{
    static char text[1 << 16];
    char path[400];
    size_t len = 0;

    snprintf(path, sizeof path, "%s/arledger", state_home);
    DIR *dir = opendir(path);
    *files = 0;
    text[0] = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct stat st;
        if (!strstr(entry->d_name, ".draft"))
            continue;
        ++*files;
        snprintf(path, sizeof path, "%s/arledger/%s", state_home, entry->d_name);
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
        FILE *file = fopen(path, "r");
        len += fread(text + len, 1, sizeof text - len - 1, file);
        text[len] = 0;
        fclose(file);
    }
    if (dir)
        closedir(dir);
    return text;
}

static void type_half(struct firm *firm)
{
    firm_keys(firm, "\"10461\" Enter \"123\" Enter \"ref 7\"");
}

static void at_most_one_field_is_lost(void **state)
{
    struct firm firm;
    int files;
    (void)state;

    killed_after(type_half);
    assert_non_null(strstr(on_disk(&files), "10461"));
    assert_int_equal(files, 1);
    sit_down(&firm);
    firm_says(&firm, "typed before and not posted");
    assert_string_equal(firm_field(&firm, "who"), "10461");
    assert_string_equal(firm_field(&firm, "amount"), "123.00");
    assert_non_null(strstr(firm_hint(&firm, "who"), "Acme Holdings Ltd"));
    assert_string_equal(firm_field(&firm, "reference"), ""); /* the field under the cursor */
    firm_keys(&firm, "Enter Enter \"ref 7\" Enter");
    firm_says(&firm, "Posted: 10461");
    on_disk(&files);
    assert_int_equal(files, 0); /* gone when it is posted */
    stand_up(&firm);
}

static void hang_up(struct firm *firm)
{
    type_half(firm);
    drafts_leave_all(&firm->desk); /* as the loop does when the line is gone */
}

static void a_hang_up_loses_nothing(void **state)
{
    struct firm firm;
    (void)state;

    killed_after(hang_up);
    sit_down(&firm);
    assert_string_equal(firm_field(&firm, "reference"), "ref 7");
    firm_keys(&firm, "C-u Enter C-u Enter C-u Esc");
    stand_up(&firm);
}

/* Posted, and the line drops before the draft is forgotten. */
static void post_behind(struct firm *firm, const char *line)
{
    firm_keys(firm, "\"10461\" Enter \"50\" Enter \"crash\" Tab");
    const char *op_id = draft_marked(&firm->desk, "payment receive", "operation");
    assert_non_null(op_id);
    firm->session.op_id = arena_text(&firm->arena, op_id);
    firm_line(firm, line);
}

#define POSTED "payment receive --amount 50 --customer ACME --reference first --apply 10461"
#define RESENT "payment receive --amount 50 --customer ACME --reference second --apply 10461"

static void posted_and_killed(struct firm *firm)
{
    post_behind(firm, POSTED);
}

static void what_was_posted_is_not_offered_again(void **state)
{
    struct firm firm;
    int files;
    (void)state;

    killed_after(posted_and_killed);
    on_disk(&files);
    assert_int_equal(files, 1);
    sit_down(&firm);
    firm_says(&firm, "was posted before the line dropped: P-");
    assert_string_equal(firm_field(&firm, "who"), "");
    on_disk(&files);
    assert_int_equal(files, 0);
    assert_string_equal(firm_last_command(&firm), POSTED);
    stand_up(&firm);
}

/* The clerk sends it once more, since no answer came. */
static void resent_and_killed(struct firm *firm)
{
    post_behind(firm, RESENT);
    firm_line(firm, RESENT);
}

static void a_resend_posts_once(void **state)
{
    struct firm firm;
    (void)state;

    killed_after(resent_and_killed);
    sit_down(&firm);
    firm_says(&firm, "was posted before");
    assert_int_equal(firm_open_of(&firm, "10461"), 90000 - 12300 - 2 * 5000);
    stand_up(&firm);
}

static void half_a_batch(struct firm *firm)
{
    firm_line(firm, "batch open --count 3 --total 260");
    desk_run(&firm->desk, "payment receive --batch A ...");
    firm_keys(firm, "\"10442\" Enter \"100\" Enter \"1\" Enter");
    firm_keys(firm, "\"10442\" Enter \"150\" Enter \"2\" Enter");
    firm_keys(firm, "\"acme\" Enter \"10\" Enter Tab Tab Tab Down Space Up");
}

static void a_batch_is_found_again_with_the_half_typed_row(void **state)
{
    struct firm firm;
    (void)state;

    killed_after(half_a_batch);
    sit_down(&firm);
    firm_says(&firm, "typed before and not posted");
    assert_string_equal(firm.desk.top->where, "Payment  batch A");
    assert_string_equal(firm.desk.top->means, "2 of 3  entered 250.00 of 260.00  to go 10.00");
    assert_string_equal(firm_field(&firm, "who"), "acme");
    assert_string_equal(firm_field(&firm, "amount"), "10.00");
    /* what was marked by hand is marked again */
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "items")].grid;
    assert_false(grid->rows[0].marked);
    assert_true(grid->rows[1].marked);
    firm_keys(&firm, "F10");
    firm_says(&firm, "difference 0: F10 posts the batch");
    term_push(key_rune('y'));
    firm_keys(&firm, "F10");
    firm_says(&firm, "3 payments over 260.00 EUR posted");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 25000);
    stand_up(&firm);
}

static void batch_and_nothing_typed(struct firm *firm)
{
    firm_line(firm, "batch open --count 2 --total 30");
    desk_run(&firm->desk, "payment receive --batch B ...");
    firm_keys(firm, "\"10442\" Enter \"10\" Enter \"1\" Enter");
}

static void an_open_batch_is_offered(void **state)
{
    struct firm firm;
    (void)state;

    killed_after(batch_and_nothing_typed);
    sit_down(&firm);
    firm_says(&firm, "Batch 2026-11-22/B is open, 1 of 2 entered: Ctrl-N goes on with it");
    term_push(key_of(KEYCODE_ENTER));
    firm_keys(&firm, "C-n");
    assert_string_equal(firm.desk.top->where, "Payment  batch B");
    assert_int_equal(desk_push(&firm.desk, view_class_find("start"), "", ""), ERR_OK);
    desk_picture(&firm.desk);
    picture_has("1 batch open (anna, 1 of 2 entered)");
    stand_up(&firm);
}

/* A form other than the payment desk's, with its grid. */
static void type_invoice(struct firm *firm)
{
    desk_run(&firm->desk, "invoice issue --customer ACME ...");
    struct form *form = &firm->desk.top->form;
    form_focus(form, form_find(form, "line"));
    grid_to(form->fields[form->at].grid, 0, 0);
    firm_keys(firm, "\"Lamp\" Enter \"2\" Enter \"10\" Enter");
}

static void other_forms_keep_theirs(void **state)
{
    struct firm firm;
    (void)state;

    killed_after(type_invoice);
    sit_down(&firm);
    desk_run(&firm.desk, "invoice issue --customer ACME ...");
    firm_says(&firm, "typed before and not done");
    const struct form *form = &firm.desk.top->form;
    assert_string_equal(grid_text(form->fields[form_find(form, "line")].grid, 0, 0), "Lamp");
    desk_pop(&firm.desk);
    stand_up(&firm);
}

/* Two terminals of one person: each keeps its own, and who comes later gathers what was left. */
static void two_terminals_do_not_mix(void **state)
{
    struct firm firm;
    int files;
    (void)state;

    sit_down(&firm);
    firm_keys(&firm, "\"10442\" Enter");
    killed_after(type_half);
    on_disk(&files);
    assert_int_equal(files, 2);
    assert_string_equal(firm_field(&firm, "who"), "10442");
    firm_keys(&firm, "Enter \"mine\" Enter");
    firm_says(&firm, "Posted: 10442");
    stand_up(&firm);
    sit_down(&firm);
    assert_string_equal(firm_field(&firm, "who"), "10461");
    on_disk(&files);
    assert_int_equal(files, 1);
    firm_keys(&firm, "C-u Tab C-u Tab C-u Esc");
    stand_up(&firm);
}

static void type_a_card(struct firm *firm)
{
    form_set(&firm->desk.top->form, form_find(&firm->desk.top->form, "method"), "card");
    firm_keys(firm, "\"10461\" Enter \"5\" Enter \"visa 4111 1111 1111 1111\"");
    drafts_leave_all(&firm->desk);
    firm_keys(firm, "C-u \"1234 5678 9012\"");
    drafts_leave_all(&firm->desk);
}

static void another_book_in_its_place_has_none_of_it(void **state)
{
    struct firm firm;
    char line[200];
    (void)state;

    killed_after(type_half);
    snprintf(line, sizeof line, "rm -f '%s' '%s'-*", book, book);
    assert_int_equal(system(line), 0);
    sit_down(&firm); /* makes a new one */
    assert_string_equal(firm_field(&firm, "who"), "");
    stand_up(&firm);
    snprintf(line, sizeof line, "rm -rf '%s/arledger'", state_home); /* what nobody asks for now */
    assert_int_equal(system(line), 0);
}

static void a_card_number_never_reaches_the_disk(void **state)
{
    struct firm firm;
    int files;
    (void)state;

    killed_after(type_a_card);
    const char *text = on_disk(&files);
    assert_non_null(strstr(text, "10461"));
    assert_null(strstr(text, "4111"));
    assert_null(strstr(text, "5678"));
    sit_down(&firm);
    assert_string_equal(firm_field(&firm, "who"), "10461");
    assert_string_equal(firm_field(&firm, "reference"), "");
    firm_keys(&firm, "C-u Tab C-u Tab C-u Esc");
    stand_up(&firm);
}

/* What another terminal left stays in its file until it is safe in ours. */
static void a_full_disk_keeps_what_another_terminal_left(void **state)
{
    struct firm first, second;
    struct rlimit before, none;
    int files;
    (void)state;

    sit_down(&first);
    killed_after(type_half);
    stand_up(&first);
    on_disk(&files);
    assert_int_equal(files, 1);
    firm_open_file(&second, book);
    picture_start(24, 80);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none = (struct rlimit){10, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    draftfile_open(&second.desk);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_non_null(strstr(on_disk(&files), "10461"));
    assert_int_equal(files, 1);
    assert_int_equal(desk_push(&second.desk, view_class_find("payment"), "", ""), ERR_OK);
    assert_string_equal(firm_field(&second, "who"), "10461"); /* and is on the screen */
    firm_keys(&second, "C-u Tab C-u Tab C-u Esc");
    stand_up(&second);
    sit_down(&first);
    firm_keys(&first, "C-u Tab C-u Tab C-u Esc");
    stand_up(&first);
    on_disk(&files);
    assert_int_equal(files, 0);
}

/* Whatever lies there, the desk opens. */
static void a_damaged_file_is_passed_over(void **state)
{
    static const char *const texts[] = {"",
                                        "nonsense",
                                        "arledger drafts 1\n",
                                        "arledger drafts 1\ntext\t0\t0\t0\twho\tx\n",
                                        "arledger drafts 1\ndraft\n",
                                        "arledger drafts 1\ndraft\tpayment receive\ntext\t9999\t"
                                        "-5\t1\titems\tx\ntext\t-1\t-1\t0\tnone\tx\n",
                                        "arledger drafts 1\ndraft\tpayment receive\ntext\t-1\t-1\t"
                                        "0\twho\t\xff\n",
                                        "arledger drafts 1\ndraft\tpayment receive\ntext\t-1"};
    char path[400], line[400];
    struct firm firm;
    (void)state;

    killed_after(type_half);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(line, sizeof line, "ls %s/arledger/*-1.draft > %s/name", state_home, folder);
        assert_int_equal(i == 0 ? system(line) : 0, 0);
        snprintf(line, sizeof line, "%s/name", folder);
        FILE *name = fopen(line, "r");
        assert_non_null(fgets(path, sizeof path, name));
        path[strcspn(path, "\n")] = 0;
        fclose(name);
        FILE *file = fopen(path, "w");
        fputs(texts[i], file);
        fclose(file);
        sit_down(&firm);
        assert_string_equal(firm_field(&firm, "who"), "");
        stand_up(&firm);
    }
}

int main(int argc, char **argv)
{
    program = argv[0];
    if (argc == 3)
        return work_here(argv[1], argv[2]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_most_one_field_is_lost),
        cmocka_unit_test(a_hang_up_loses_nothing),
        cmocka_unit_test(what_was_posted_is_not_offered_again),
        cmocka_unit_test(a_resend_posts_once),
        cmocka_unit_test(a_batch_is_found_again_with_the_half_typed_row),
        cmocka_unit_test(an_open_batch_is_offered),
        cmocka_unit_test(other_forms_keep_theirs),
        cmocka_unit_test(two_terminals_do_not_mix),
        cmocka_unit_test(another_book_in_its_place_has_none_of_it),
        cmocka_unit_test(a_card_number_never_reaches_the_disk),
        cmocka_unit_test(a_full_disk_keeps_what_another_terminal_left),
        cmocka_unit_test(a_damaged_file_is_passed_over),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
