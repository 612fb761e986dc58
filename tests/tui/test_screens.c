/* Every screen that there is: fits its terminal, keeps its figures whole, and offers only keys that
 * are in the table. */
#include "app/session.h"
#include "base/text.h"
#include "ledger/book.h"
#include "view/binding.h"
#include "view/view.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct firm {
    struct session session;
    struct note note;
    struct arena arena;
    char folder[64], home[512];
};

static void line_run(struct firm *firm, const char *line)
{
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words;
    int count, used;

    assert_int_equal(words_split(line, &firm->arena, &words, &count, firm->session.note), ERR_OK);
    assert_int_equal(command_words(count, words, &command, &used, firm->session.note), ERR_OK);
    args_init(&args, command, &firm->arena, &firm->session.habit, &notation_plain);
    assert_int_equal(args_words(&args, count - used, words + used, firm->session.note), ERR_OK);
    if (command_run(&firm->session, &args, &firm->arena, NULL, NULL, &outcome) != ERR_OK)
        fail_msg("%s: %s", line, firm->session.note->text);
}

static int firm_open(void **state)
{
    static const char *const lines[] = {
        "customer add --code ACME --name 'Acme Holdings Ltd' --limit 50000 --collector anna",
        "customer add --code LONG --name 'Vereinigte Nordische Beleuchtungstechnik und "
        "Leuchtmittelwerke Gesellschaft mbH & Co. KG' --address 'Am Sandtorkai 77, 20457 Hamburg'",
        "customer add --code 海尔 --name 海尔集团公司有限责任公司北京分公司国际贸易部海外销售中心",
        "invoice issue --customer ACME --date 2026-09-20 --amount 4310",
        "invoice issue --customer LONG --date 2026-05-02 --amount 987654321.09",
        "invoice issue --customer LONG --date 2026-11-02 --amount 123456789.01",
        "invoice issue --customer 海尔 --date 2026-08-02 --amount 900",
        "credit issue --customer LONG --date 2026-11-02 --amount 1000 --reason damaged",
        "payment receive --customer ACME --amount 5000 --date 2026-11-02 --apply INV-1001",
        "payment receive --amount 77.50 --payer nobody --date 2026-11-02",
        "dispute open --invoice INV-1002 --reason price",
    };
    struct firm *firm = calloc(1, sizeof *firm);
    const struct book_plan plan = {.company = "Northwind Lights", .actor = "anna", .sandbox = true};
    struct book_plan full = plan;

    must(firm != NULL);
    snprintf(firm->folder, sizeof firm->folder, "/tmp/screens.XXXXXX");
    must(mkdtemp(firm->folder) != NULL && getcwd(firm->home, sizeof firm->home) != NULL);
    session_init(&firm->session, &firm->note, &firm->arena);
    must(session_locale(&firm->session) == ERR_OK);
    must(currency_find("USD", &full.currency) == ERR_OK);
    must(book_new(NULL, &full, &firm->note, &firm->session.book) == ERR_OK);
    firm->session.note = book_note(firm->session.book);
    firm->session.today = date_of(2026, 11, 22);
    firm->session.habit.today = firm->session.today;
    firm->session.actor = "anna";
    firm->session.yes = true;
    book_today_set(firm->session.book, firm->session.today);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        line_run(firm, lines[i]);
    must(chdir(firm->folder) == 0);
    *state = firm;
    return 0;
}

static int firm_close(void **state)
{
    struct firm *firm = *state;

    must(chdir(firm->home) == 0);
    session_close(&firm->session);
    arena_done(&firm->arena);
    must(rmdir(firm->folder) == 0);
    free(firm);
    return 0;
}

static char *file_text(const char *name)
{
    static char text[1 << 17];
    FILE *f = fopen(name, "r");

    if (!f)
        return NULL;
    size_t len = fread(text, 1, sizeof text - 1, f);
    text[len] = 0;
    fclose(f);
    unlink(name);
    return text;
}

/* What each screen is opened on. */
static const char *about_of(const char *name)
{
    if (strcmp(name, "document") == 0)
        return "INV-1002";
    if (strcmp(name, "entry") == 0)
        return "5";
    return strcmp(name, "customer") == 0 ? "LONG" : "";
}

/* A key of the bar is one of the table, or two of them with what stands between. */
static bool key_is_known(const char *word)
{
    char name[8] = {word[0], 0};
    struct key key, offered;
    struct note note = {0};

    if (keycode_parse(word, &offered, &note) != ERR_OK)
        offered = key_of(KEYCODE_NONE);
    for (const struct key_row *row = keys_all; row->scope; row++)
        if ((keycode_parse(row->key, &key, &note) == ERR_OK && key_same(key, offered)) ||
            (row->bar && row->label && strcmp(row->key, name) == 0))
            return true;
    return false;
}

static void bar_check(const char *view, char *bar)
{
    bool key = true; /* the first word of each offer, which two blanks part */

    for (char *at = bar + 1; *at;) {
        char *end = at + strcspn(at, " \n");
        char after = *end;
        *end = 0;
        if (key && !key_is_known(at))
            fail_msg("%s: the bar offers '%s', which is no key", view, at);
        key = after == ' ' && end[1] == ' ';
        at = after ? end + 1 : end;
        while (*at == ' ' || *at == '\n')
            at++;
    }
}

static void picture_check(const char *view, char *picture, int rows)
{
    char *last = picture, *line = picture;
    int count = 0;

    for (char *end; (end = strchr(line, '\n')); line = end + 1, count++) {
        *end = 0;
        /* a figure that does not fit is drawn as '#' */
        if (strstr(line, "##"))
            fail_msg("%s: a figure does not fit: %s", view, line);
        last = line;
    }
    assert_int_equal(count, rows);
    if (!strstr(picture, "Northwind Lights"))
        fail_msg("%s: whose book is it? %s", view, picture);
    if (*last == 0)
        fail_msg("%s: no keys are offered", view);
    bar_check(view, last);
}

static void script_run(struct firm *firm, const char *size, FILE *script)
{
    struct view_options options = {.headless = size, .script = "script"};

    fclose(script);
    enum err e = view_main(&firm->session, &options);
    unlink("script");
    if (e != ERR_OK)
        fail_msg("%s", firm->session.note->text);
}

/* The picture that the script of all screens left of this one; NULL = none. */
static char *picture_of(const struct view_class *class)
{
    char name[80];

    snprintf(name, sizeof name, "%s.txt", class->name);
    return file_text(name);
}

static void screens_at(struct firm *firm, const char *size, int rows)
{
    FILE *f = fopen("script", "w");

    must(f != NULL);
    for (size_t i = 0; views_all[i]; i++) {
        const char *about = about_of(views_all[i]->name);
        if (strcmp(views_all[i]->name, "start") == 0 || (views_all[i]->needs_about && !*about))
            continue;
        fprintf(f, ": \"go %s %s\" Enter\ndump %s\nEsc Esc\n", views_all[i]->name, about,
                views_all[i]->name);
    }
    fprintf(f, "dump start\n");
    script_run(firm, size, f);
    for (size_t i = 0; views_all[i]; i++) {
        char *picture = picture_of(views_all[i]);
        if (picture)
            picture_check(views_all[i]->name, picture, rows);
        else
            assert_true(views_all[i]->needs_about && !*about_of(views_all[i]->name));
    }
}

static void every_screen_fits_80x24(void **state)
{
    screens_at(*state, "80x24", 24);
}

static void every_screen_fits_132x43(void **state)
{
    screens_at(*state, "132x43", 43);
}

/* ---- searching ---- */

static bool row_has(struct view *view, const char *needle)
{
    struct arena arena = {0};
    const struct row *row = listbox_row(&view->box);
    bool has = false;

    for (int i = 0; row && i < view->box.head->count && !has; i++)
        has = strstr(text_fold(&arena, cell_show(&row->cells[i], view->box.notation, &arena)),
                     text_fold(&arena, needle)) != NULL;
    arena_done(&arena);
    return has;
}

/* What a cell shows is found from the top, and then by n and N from there. */
static void cell_is_found(struct view *view, const char *shown, enum cell_kind kind)
{
    struct arena arena = {0};
    const char *quoted = arena_format(&arena,
                                      kind == CELL_MONEY ? "=%s"
                                      : kind == CELL_INT ? "%s"
                                                         : "\"%s\"",
                                      shown);
    struct listbox *box = &view->box;

    listbox_go(box, MOTION_FIRST);
    if ((listbox_search(box, quoted) & REACT_BEEP) || !row_has(view, shown))
        fail_msg("%s: / does not find %s: %s", view->class->name, quoted,
                 box->message ? box->message : "another row");
    const int64_t id = box->id;
    if (!(listbox_go(box, MOTION_NEXT) & REACT_BEEP) && !row_has(view, shown))
        fail_msg("%s: n finds another row than one with %s", view->class->name, quoted);
    if (box->id != id)
        listbox_go(box, MOTION_PREVIOUS);
    if (box->id != id)
        fail_msg("%s: N does not come back to %s", view->class->name, quoted);
    arena_done(&arena);
}

static void filter_set(struct view *view, const char *where)
{
    free(view->where_text);
    view->where_text = where ? strdup(where) : NULL;
    if (view_load(view) != ERR_OK)
        fail_msg("%s, only where %s: %s", view->class->name, where,
                 view->desk->session->note->text);
}

static void list_is_searched(struct view *view)
{
    struct listbox *box = &view->box;
    struct arena arena = {0};
    const size_t rows = box->count;

    for (size_t at = 0; at < rows && at < 40; at++)
        for (int i = 0; i < box->head->count; i++) {
            listbox_go(box, MOTION_FIRST);
            for (size_t step = 0; step < at; step++)
                listbox_go(box, MOTION_DOWN);
            const struct row *row = listbox_row(box);
            const struct cell cell = row->cells[i];
            const char *shown = arena_text(&arena, cell_show(&cell, box->notation, &arena));
            if (row->kind != ROW_DATA || !*shown || strcmp(shown, ".") == 0 || strchr(shown, '"') ||
                cell.kind == CELL_BAR || (box->head->columns[i].flags & COLUMN_HIDDEN))
                continue;
            cell_is_found(view, shown, cell.kind);
        }
    if (!(listbox_search(box, "zzqqxx") & REACT_BEEP))
        fail_msg("%s: / finds what is not there", view->class->name);
    const struct row *row = rows ? listbox_row(box) : NULL;
    const char *first = row ? arena_text(&arena, cell_plain(&row->cells[0], &arena)) : "";
    filter_set(view, "zzqqxx");
    assert_int_equal(box->count, 0);
    filter_set(view, arena_format(&arena, "\"%s\"", first));
    if (rows > 0 && box->count == 0)
        fail_msg("%s: f lets no row through for \"%s\"", view->class->name, first);
    filter_set(view, NULL);
    assert_int_equal(box->count, rows);
    arena_done(&arena);
}

static void every_list_is_searched_and_filtered(void **state)
{
    struct firm *firm = *state;
    struct desk desk = {.session = &firm->session, .book = firm->session.book};
    int lists = 0, with_rows = 0;

    for (size_t i = 0; views_all[i]; i++) {
        const char *about = about_of(views_all[i]->name);
        if (views_all[i]->kind != VIEW_LIST || views_all[i]->types ||
            (views_all[i]->needs_about && !*about))
            continue;
        if (desk_push(&desk, views_all[i], about, "") != ERR_OK)
            fail_msg("%s: %s", views_all[i]->name, firm->session.note->text);
        if (!desk.top->has_page) {
            lists++;
            with_rows += desk.top->box.count > 0;
            list_is_searched(desk.top);
        }
        desk_pop(&desk);
    }
    assert_true(lists >= 14 && with_rows >= 10);
    arena_done(&desk.arena);
    arena_done(&desk.life);
}

/* In each of them a text that is nowhere is said to be nowhere, and the cursor stays. */
static void what_is_nowhere_is_said(void **state)
{
    struct firm *firm = *state;
    FILE *f = fopen("script", "w");

    must(f != NULL);
    for (size_t i = 0; views_all[i]; i++)
        if (views_all[i]->kind == VIEW_LIST && !views_all[i]->types && !views_all[i]->needs_about)
            fprintf(f, ": \"go %s\" Enter\nDown \"/zzqqxx\" Enter\ndump %s\nEsc\n",
                    views_all[i]->name, views_all[i]->name);
    script_run(firm, "80x24", f);
    for (size_t i = 0; views_all[i]; i++) {
        const char *picture = picture_of(views_all[i]);
        if (picture && !strstr(picture, "Nothing here has 'zzqqxx'."))
            fail_msg("%s: %s", views_all[i]->name, picture);
    }
}

/* ---- the table of keys ---- */

static const char *kind_of(const char *scope)
{
    const struct view_class *class = view_class_find(scope);

    return class ? view_kind_scope(class->kind) : scope;
}

/* "go letters" of "go letters {customer}": all of them, where the row under the cursor has none. */
static size_t without_row(const char *text)
{
    const char *row = strstr(text, " {");

    return row ? (size_t)(row - text) : strlen(text);
}

static bool mean_the_same(const struct key_row *a, const struct key_row *b)
{
    const size_t len = without_row(a->text);

    if (without_row(b->text) == len && strncmp(a->text, b->text, len) == 0)
        return true;
    if (a->label && b->label && strcmp(a->label, b->label) == 0)
        return true;
    if (strcmp(a->key, "F10") == 0) /* carries out what a screen has prepared */
        return true;
    /* a form that posts is accepted by posting it */
    return strcmp(a->text, "accept") == 0 && strcmp(b->text, "post") == 0;
}

static void one_key_has_one_meaning_in_all_lists_and_in_all_forms(void **state)
{
    static const char *const kinds[] = {"table", "form"};
    int clashes = 0;

    for (size_t k = 0; k < 2; k++)
        for (const struct key_row *a = keys_all; a->scope; a++)
            for (const struct key_row *b = a + 1; b->scope; b++)
                if (strcmp(kind_of(a->scope), kinds[k]) == 0 &&
                    strcmp(kind_of(b->scope), kinds[k]) == 0 && strcmp(a->key, b->key) == 0 &&
                    !mean_the_same(a, b)) {
                    print_error("%s is '%s' in %s and '%s' in %s\n", a->key, a->text, a->scope,
                                b->text, b->scope);
                    clashes++;
                }
    assert_int_equal(clashes, 0);
}

static void every_row_of_the_table_says_something(void **state)
{
    struct firm *firm = *state;
    struct desk desk = {.session = &firm->session, .book = firm->session.book};
    struct note note = {0};
    size_t rows = 0;

    if (bindings_make(&desk, &note) != ERR_OK)
        fail_msg("%s", note.text);
    for (; keys_all[rows].scope; rows++)
        if (!view_class_find(keys_all[rows].scope) && strcmp(keys_all[rows].scope, "global") != 0 &&
            strcmp(keys_all[rows].scope, "table") != 0 &&
            strcmp(keys_all[rows].scope, "page") != 0 && strcmp(keys_all[rows].scope, "form") != 0)
            fail_msg("there is no screen %s", keys_all[rows].scope);
    assert_int_equal(desk.binding_count, rows);
    arena_done(&desk.life);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_key_has_one_meaning_in_all_lists_and_in_all_forms),
        cmocka_unit_test(every_row_of_the_table_says_something),
        cmocka_unit_test(every_screen_fits_80x24),
        cmocka_unit_test(every_screen_fits_132x43),
        cmocka_unit_test(every_list_is_searched_and_filtered),
        cmocka_unit_test(what_is_nowhere_is_said),
    };
    return cmocka_run_group_tests_name("screens", tests, firm_open, firm_close);
}
