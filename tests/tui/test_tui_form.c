/* Filling in: the way of Enter and Tab, refusals, grids; the payment desk in small. */
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/term.h"

#include "picture.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* cmocka takes this name for itself */
static enum err refuse(struct note *note, const char *words)
{
    return fail(note, ERR_INPUT, "%s", words);
}

#include <cmocka.h>

static unsigned type(void *widget, struct key key)
{
    return form_key(widget, key);
}

static unsigned keys(struct form *form, const char *script)
{
    return keys_typed(script, type, form);
}

static const char *focus(const struct form *form)
{
    return form->fields[form->at].name;
}

/* ---- a desk: customer, amount, reference; method and date stay as they are; the open items ----
 */

static const struct grid_column item_columns[] = {
    {.title = "Document", .cells = 8, .flags = GRID_COMPUTED},
    {.title = "Due", .cells = 10, .flags = GRID_COMPUTED, .worth = 1},
    {.title = "Open", .cells = 9, .flags = GRID_COMPUTED | GRID_RIGHT},
    {.title = "Pays", .cells = 9, .flags = GRID_RIGHT},
    {.title = "Left", .cells = 9, .flags = GRID_COMPUTED | GRID_RIGHT},
};
static const char *const methods[] = {"cheque", "transfer", "cash", "card", NULL};

struct desk {
    struct form form;
    int checks, rows_changed;
};

static enum err desk_check(void *self, struct form *form, int field, struct note *note)
{
    struct desk *desk = self;
    desk->checks++;
    if (strcmp(form->fields[field].name, "customer") == 0) {
        if (strcmp(form_text(form, field), "10442") != 0)
            return refuse(note, "no customer or invoice has the number 999");
        form_hint(form, field, "ACME HOLDINGS LTD  Boston");
        if (form_text(form, field + 1)[0] == 0)
            form_set(form, field + 1, "4,310.00");
    }
    return ERR_OK;
}

static enum err desk_check_cell(void *self, struct form *form, int field, int row, int column,
                                struct note *note)
{
    (void)self;
    struct grid *grid = form->fields[field].grid;
    if (strcmp(grid_text(grid, row, column), "x") == 0)
        return refuse(note, "\"x\" is not an amount");
    grid_set(grid, row, 4, "800.00");
    return ERR_OK;
}

static void desk_row_changed(void *self, struct form *form, int field, int row)
{
    struct desk *desk = self;
    struct grid *grid = form->fields[field].grid;
    desk->rows_changed++;
    grid_set(grid, row, 3, grid->rows[row].marked ? grid_text(grid, row, 2) : "");
}

static void desk_open(struct desk *desk)
{
    memset(desk, 0, sizeof *desk);
    form_init(&desk->form, "Payment",
              (struct form_owner){.check = desk_check,
                                  .check_cell = desk_check_cell,
                                  .row_changed = desk_row_changed,
                                  .self = desk});
    form_line(&desk->form, "customer", "Customer or invoice", FORM_REQUIRED | FORM_PICK, 14);
    form_line(&desk->form, "amount", "Amount", FORM_REQUIRED | FORM_RIGHT, 14);
    form_line(&desk->form, "reference", "Reference", 0, 14);
    form_choice(&desk->form, "method", "Method", FORM_STICKY, methods);
    int items = form_grid(&desk->form, "items", FORM_STICKY, item_columns, 5, GRID_MARKS);
    struct grid *grid = desk->form.fields[items].grid;
    static const char *const rows[][3] = {{"10442", "2026-10-20", "4,310.00"},
                                          {"10461", "2026-11-01", "900.00"},
                                          {"C-0031", "", "-120.00"}};
    for (int i = 0; i < 3; i++) {
        grid_add(grid, i + 1);
        for (int column = 0; column < 3; column++)
            grid_set(grid, i, column, rows[i][column]);
    }
}

static void test_an_exact_payment_takes_thirteen_keys(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    keys(&desk.form, "\"10442\" Enter");
    assert_string_equal(focus(&desk.form), "amount");
    assert_string_equal(desk.form.fields[0].hint, "ACME HOLDINGS LTD  Boston");
    keys(&desk.form, "Enter");
    assert_string_equal(form_text(&desk.form, 1), "4,310.00");
    assert_string_equal(focus(&desk.form), "reference");
    unsigned reaction = keys(&desk.form, "\"77120\" Enter"); /* method and items are passed over */
    assert_true((reaction & REACT_ACCEPT) != 0);
    form_done(&desk.form);
}

static void test_a_bad_field_keeps_text_and_cursor(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    unsigned reaction = keys(&desk.form, "\"999\" Enter");
    assert_true((reaction & REACT_BEEP) != 0);
    assert_string_equal(focus(&desk.form), "customer");
    assert_string_equal(form_text(&desk.form, 0), "999");
    assert_string_equal(desk.form.note.text, "no customer or invoice has the number 999");
    keys(&desk.form, "Tab");
    assert_string_equal(focus(&desk.form), "customer"); /* nor does Tab get past it */
    reaction = keys(&desk.form, "F10");
    assert_true((reaction & REACT_ACCEPT) == 0 && (reaction & REACT_BEEP) != 0);
    keys(&desk.form, "Backspace");
    assert_null(desk.form.fields[0].error); /* typing takes the complaint away */
    assert_string_equal(form_text(&desk.form, 0), "99");
    keys(&desk.form, "C-u \"10442\" Enter");
    assert_string_equal(focus(&desk.form), "amount");
    form_done(&desk.form);
}

static void test_what_is_needed_is_said(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    assert_true((keys(&desk.form, "Enter") & REACT_BEEP) != 0);
    assert_string_equal(desk.form.note.text, "Customer or invoice is needed");
    assert_string_equal(focus(&desk.form), "customer");
    keys(&desk.form, "Tab"); /* looking around is free */
    assert_string_equal(focus(&desk.form), "amount");
    assert_true((keys(&desk.form, "C-s") & REACT_BEEP) != 0);
    assert_string_equal(focus(&desk.form), "customer");
    form_done(&desk.form);
}

static void test_tab_and_arrows_visit_all(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    static const char *const way[] = {"amount", "reference", "method", "items"};
    for (size_t i = 0; i < 4; i++) {
        keys(&desk.form, i % 2 ? "Down" : "Tab");
        assert_string_equal(focus(&desk.form), way[i]);
    }
    keys(&desk.form, "Up"); /* from the first row of the grid */
    assert_string_equal(focus(&desk.form), "method");
    keys(&desk.form, "BackTab BackTab BackTab BackTab");
    assert_string_equal(focus(&desk.form), "customer");
    assert_true((keys(&desk.form, "F4") & REACT_PICK) != 0);
    keys(&desk.form, "Tab");
    assert_true((keys(&desk.form, "F4") & (REACT_PICK | REACT_BEEP)) == REACT_BEEP);
    assert_true((keys(&desk.form, "Esc") & REACT_CLOSE) != 0);
    assert_int_equal(keys(&desk.form, "F6"), REACT_NONE); /* the desk's own */
    assert_int_equal(keys(&desk.form, "C-d"), REACT_NONE);
    form_done(&desk.form);
}

static void test_choices(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    form_focus(&desk.form, 3);
    static const struct {
        const char *key, *choice;
    } cases[] = {{"Space", "transfer"}, {"Right", "cash"}, {"Left", "transfer"}, {"c", "cash"},
                 {"c", "card"},         {"C", "cheque"},   {"z", "cheque"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        keys(&desk.form, cases[i].key);
        assert_string_equal(form_text(&desk.form, 3), cases[i].choice);
    }
    form_done(&desk.form);
}

/* Letters in a row narrow; a slip is said and not left. */
static void test_choices_are_typed(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *choice, *note;
    } cases[] = {
        {"c h e", "cheque", ""},
        {"c a r d", "card", ""},
        {"c a s h", "cash", ""},
        {"Space C A R", "card", ""},
        {"c t", "transfer", ""},
        {"c a r d t", "transfer", ""},
        {"c q r d", "cheque", "no choice begins with 'cqrd'; Space shows them one by one"},
        {"c q r Backspace Backspace a r", "card", ""},
        {"c q Enter", "cheque", "no choice begins with 'cq'; Space shows them one by one"},
        {"c q Space", "transfer", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        desk_open(&desk);
        form_focus(&desk.form, 3);
        keys(&desk.form, cases[i].keys);
        assert_string_equal(form_text(&desk.form, 3), cases[i].choice);
        assert_string_equal(desk.form.note.text, cases[i].note);
        assert_int_equal(desk.form.at, 3);
        form_done(&desk.form);
    }
}

static void test_marking_and_part_paying_open_items(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    struct grid *grid = desk.form.fields[4].grid;
    form_focus(&desk.form, 4);
    assert_int_equal(grid->column, 3); /* the only one that is typed */
    keys(&desk.form, "Space");
    assert_true(grid->rows[0].marked);
    assert_string_equal(grid_text(grid, 0, 3), "4,310.00");
    keys(&desk.form, "Space");
    assert_false(grid->rows[0].marked);
    assert_string_equal(grid_text(grid, 0, 3), "");
    keys(&desk.form, "Down \"100\"");
    assert_string_equal(grid_text(grid, 1, 3), "100");
    assert_true((keys(&desk.form, "Enter") & REACT_LEFT) != 0);
    assert_string_equal(grid_text(grid, 1, 4), "800.00"); /* computed by the owner */
    assert_int_equal(grid->row, 2);
    unsigned reaction = keys(&desk.form, "\"x\" Up");
    assert_true((reaction & REACT_BEEP) != 0);
    assert_int_equal(grid->row, 2); /* back on the bad cell, text kept */
    assert_string_equal(grid_text(grid, 2, 3), "x");
    assert_string_equal(desk.form.note.text, "\"x\" is not an amount");
    assert_true((keys(&desk.form, "F10") & REACT_ACCEPT) == 0);
    assert_int_equal(desk.rows_changed, 2);
    form_done(&desk.form);
}

static void test_the_desk_at_80_by_24(void **state)
{
    (void)state;
    struct desk desk;
    struct frame frame = {.book = "Northwind Lights",
                          .right = "Sun 2026-11-22  anna",
                          .where = "Payment  batch A  14 of 32"};
    desk_open(&desk);
    keys(&desk.form, "\"10442\" Enter Enter \"77120\" Tab Tab Space Down \"100\"");
    picture_start(24, 80);
    form_draw(&desk.form, frame_draw(&frame));
    picture_cursor_is(9, 49);
    picture_is(" Northwind Lights                                          Sun 2026-11-22  anna\n"
               " Payment  batch A  14 of 32\n"
               " Customer or invoice  10442_________  ACME HOLDINGS LTD  Boston\n"
               " Amount               ______4,310.00\n"
               " Reference            77120_________\n"
               " Method               cheque__\n"
               "\n"
               "       Document  Due              Open       Pays       Left\n"
               "   [x] 10442     2026-10-20   4,310.00   4,310.00\n"
               " ▶ [ ] 10461     2026-11-01     900.00  ______100\n"
               "   [ ] C-0031                  -120.00\n");
    picture_stop();
    form_done(&desk.form);
}

/* ---- an invoice: lines that grow ---- */

static const struct grid_column line_columns[] = {
    {.title = "Text", .cells = 10, .flags = GRID_FILLS},
    {.title = "Qty", .cells = 5, .flags = GRID_RIGHT},
    {.title = "Price", .cells = 9, .flags = GRID_RIGHT},
    {.title = "Tax", .cells = 6, .flags = GRID_PICK},
    {.title = "Net", .cells = 10, .flags = GRID_COMPUTED | GRID_RIGHT},
};

static void test_lines_of_an_invoice(void **state)
{
    (void)state;
    struct form form;
    form_init(&form, "Invoice", (struct form_owner){0});
    form_line(&form, "customer", "Customer", 0, 10);
    int lines = form_grid(&form, "line", 0, line_columns, 5, GRID_GROWS);
    struct grid *grid = form.fields[lines].grid;
    keys(&form, "\"ACME\" Enter \"Desk lamp\" Enter \"2\" Enter \"10.00\" Enter \"VAT20\"");
    assert_true((keys(&form, "F4") & REACT_PICK) != 0);
    keys(&form, "Enter"); /* on the last cell: a new line */
    assert_int_equal(grid->count, 2);
    assert_int_equal(grid->row, 1);
    assert_int_equal(grid->column, 0);
    assert_string_equal(grid_text(grid, 0, 0), "Desk lamp");
    assert_string_equal(grid_text(grid, 0, 3), "VAT20");
    keys(&form, "\"Bulb\" BackTab");
    assert_int_equal(grid->row, 0);
    assert_int_equal(grid->column, 3);
    keys(&form, "C-k"); /* takes the first line away */
    assert_int_equal(grid->count, 1);
    assert_string_equal(grid_text(grid, 0, 0), "Bulb");
    keys(&form, "C-k");
    assert_int_equal(grid->count, 1); /* one empty line is always there */
    assert_true(grid_row_is_blank(grid, 0));
    assert_true((keys(&form, "Enter") & REACT_ACCEPT) != 0); /* an empty last line: that is all */
    form_done(&form);
}

static void test_a_grid_leaves_out_what_is_worth_least(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    picture_start(24, 52);
    form_draw(&desk.form, (struct area){.rows = 12, .columns = 52});
    picture_has("Document       Open       Pays       Left");
    picture_stop();
    picture_start(6, 80);
    form_focus(&desk.form, 4);
    form_draw(&desk.form, (struct area){.rows = 3, .columns = 80}); /* scrolls to the focus */
    picture_has("Document");
    picture_stop();
    form_done(&desk.form);
}

/* Any keys in any order on any size of screen: nothing breaks, and the cursor is somewhere sane. */
static void test_a_monkey_at_the_desk(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Enter", "Tab",  "BackTab", "Up",        "Down",        "Left",   "Right", "Home",
        "End",   "PgUp", "PgDn",    "Space",     "Backspace",   "Del",    "F4",    "F10",
        "C-k",   "C-u",  "C-w",     "C-a",       "1",           "x",      "é",     "世",
        "9",     "C-t",  "Paste-7", "Paste-Tab", "Paste-Enter", "Paste-é"};
    uint32_t seed = 20261122;
    struct desk desk;
    struct form invoice;
    desk_open(&desk);
    form_init(&invoice, "Invoice", (struct form_owner){0});
    form_line(&invoice, "customer", "Customer", FORM_GAP, 10);
    form_grid(&invoice, "line", 0, line_columns, 5, GRID_GROWS);
    form_line(&invoice, "note", "Note", FORM_SECRET, 200);
    picture_start(24, 80);
    for (int i = 0; i < 20000; i++) {
        struct form *form = i % 2 ? &desk.form : &invoice;
        struct key key;
        seed = seed * 1664525 + 1013904223;
        keycode_parse(names[(seed >> 16) % (sizeof names / sizeof *names)], &key, NULL);
        form_key(form, key);
        assert_in_range(form->at, 0, form->count - 1);
        if (i % 50 < 2) {
            int rows = 1 + (int)(seed >> 8) % 40, columns = 1 + (int)(seed >> 12) % 140;
            term_resize(rows > 0 ? rows : 1, columns > 0 ? columns : 1);
            term_key(0);
            term_frame();
            form_draw(form, frame_draw(&(struct frame){.book = "Northwind Lights"}));
            term_show();
        }
    }
    picture_stop();
    form_done(&invoice);
    form_done(&desk.form);
}

static void test_a_paste_is_text(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    form_focus(&desk.form, 2);
    unsigned reaction = keys(&desk.form, "Paste-a Paste-Enter Paste-b Paste-Tab Paste-c");
    assert_true((reaction & REACT_ACCEPT) == 0);
    assert_string_equal(form_text(&desk.form, 2), "a b c");
    assert_int_equal(desk.form.at, 2);
    form_focus(&desk.form, 3);
    keys(&desk.form, "Paste-c Paste-a Paste-r Paste-d Paste-Enter");
    assert_string_equal(form_text(&desk.form, 3), "card");
    assert_int_equal(desk.form.at, 3);
    form_done(&desk.form);
}

/* Rows of a spreadsheet fill cells and rows; behind one that is refused comes no more. */
static void test_a_paste_into_lines(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    form_focus(&desk.form, 4);
    struct grid *grid = desk.form.fields[4].grid;
    keys(&desk.form, "Paste-1 Paste-0 Paste-Enter Paste-2 Paste-0 Paste-Tab Paste-x Paste-Enter");
    keys(&desk.form, "Paste-3"); /* a row has one cell to type in: x has none */
    assert_string_equal(grid_text(grid, 0, 3), "10");
    assert_string_equal(grid_text(grid, 1, 3), "20");
    assert_string_equal(grid_text(grid, 2, 3), "3");
    while (grid->row + 1 < grid->count)
        keys(&desk.form, "Down");
    assert_true((keys(&desk.form, "Paste-Enter") & (REACT_ACCEPT | REACT_BEEP)) == REACT_BEEP);
    assert_int_equal(desk.form.at, 4);
    grid_to(grid, 0, 3);
    keys(&desk.form, "C-u Paste-x Paste-Enter Paste-7 Paste-Enter Paste-8");
    assert_int_equal(grid->row, 0);
    assert_string_equal(grid_text(grid, 0, 3), "x");
    keys(&desk.form, "C-u Paste-7");
    assert_string_equal(grid_text(grid, 0, 3), "7");
    form_done(&desk.form);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_exact_payment_takes_thirteen_keys),
        cmocka_unit_test(test_a_bad_field_keeps_text_and_cursor),
        cmocka_unit_test(test_what_is_needed_is_said),
        cmocka_unit_test(test_tab_and_arrows_visit_all),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_choices_are_typed),
        cmocka_unit_test(test_marking_and_part_paying_open_items),
        cmocka_unit_test(test_the_desk_at_80_by_24),
        cmocka_unit_test(test_lines_of_an_invoice),
        cmocka_unit_test(test_a_grid_leaves_out_what_is_worth_least),
        cmocka_unit_test(test_a_paste_is_text),
        cmocka_unit_test(test_a_paste_into_lines),
        cmocka_unit_test(test_a_monkey_at_the_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
