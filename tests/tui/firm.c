#include "firm.h"
#include "picture.h"

#include "ledger/customer.h"
#include "ledger/item.h"
#include "ledger/journal.h"
#include "tui/frame.h"
#include "view/binding.h"
#include "view/draft.h"
#include "view/modal.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool answer(void *self, const char *question)
{
    struct firm *firm = self;

    firm->asked++;
    snprintf(firm->question, sizeof firm->question, "%s", question);
    return firm->answer;
}

void firm_line(struct firm *firm, const char *line)
{
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words;
    int count, used;
    struct note *note = firm->session.note;
    enum err e = words_split(line, &firm->arena, &words, &count, note);

    if (e == ERR_OK)
        e = command_words(count, words, &command, &used, note);
    if (e == ERR_OK) {
        args_init(&args, command, &firm->arena, &firm->session.habit, &notation_plain);
        e = args_words(&args, count - used, words + used, note);
    }
    if (e == ERR_OK)
        e = command_run(&firm->session, &args, &firm->arena, NULL, NULL, &outcome);
    if (e != ERR_OK)
        fprintf(stderr, "%s: %s\n", line, note->text);
    assert_int_equal(e, ERR_OK);
}

static const char *const opening[] = {
    "terms add --code N30 --due \"net 30\"",
    "terms add --code D10 --due \"net 30\" --discount \"2% 10\"",
    "tax add --code VAT20 --rate 20",
    "customer add --code ACME --name \"Acme Holdings Ltd\" --terms N30 "
    "--address \"1 Main Street, Boston\"",
    "customer add --code BOREALIS --name \"Borealis GmbH\" --terms D10 --address \"Ring 2, Kiel\"",
    "customer add --code COBALT1 --name \"Cobalt & Sons\" --terms N30",
    "customer add --code COBALT2 --name \"Cobalt & Sons Nederland\" --terms N30",
    "customer add --code 10500 --name \"Ten Five Hundred\" --terms N30",
    "customer add --code LONG --terms N30 --name \"The Very Long Company Name of the Northern and "
    "Southern Importers and Exporters of Lamps and Lanterns\"",
    "customer add --code CN1 --name \"北京东方照明有限公司\" --terms N30 --address \"朝阳区, "
    "北京\"",
    "invoice issue --customer ACME --number 10442 --date 2026-09-20 --amount 4310.00",
    "invoice issue --customer ACME --number 10461 --date 2026-10-02 --amount 900.00",
    "invoice issue --customer BOREALIS --number 10470 --date 2026-11-18 --amount 1000.00",
    "invoice issue --customer COBALT1 --number 10500 --date 2026-11-01 --amount 50.00",
    "invoice issue --customer CN1 --number 10510 --date 2026-11-01 --amount 88.00",
    "invoice issue --customer LONG --number 10520 --date 2026-11-01 --amount 77.00",
    "invoice issue --customer ACME --number 10530 --date 2026-11-10 "
    "--instalments \"2026-12-01=30.00; 2027-01-01=70.00\" --amount 100.00",
};

void firm_open_file(struct firm *firm, const char *path)
{
    memset(firm, 0, sizeof *firm);
    const struct date today = date_of(2026, 11, 22);
    struct book_plan plan = {.company = "Northwind Lights",
                             .actor = "anna",
                             .sandbox = true,
                             .moment = 1795000000000000};

    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    firm->session = (struct session){.note = &firm->note,
                                     .today = today,
                                     .actor = "anna",
                                     .color = "never",
                                     .habit = {today, DATE_YMD},
                                     .notation = {.decimal = '.', .group = ','},
                                     .ask = answer,
                                     .self = firm};
    const bool there = path && access(path, F_OK) == 0;
    enum err e = there ? book_open(path, BOOK_OPEN, &firm->note, &firm->session.book)
                       : book_new(path, &plan, &firm->note, &firm->session.book);
    if (e == ERR_OK && path && !there) { /* a new file is closed by its maker */
        book_close(firm->session.book);
        e = book_open(path, BOOK_OPEN, &firm->note, &firm->session.book);
    }
    assert_int_equal(e, ERR_OK);
    firm->session.note = book_note(firm->session.book);
    book_today_set(firm->session.book, today);
    for (size_t i = 0; !there && i < sizeof opening / sizeof *opening; i++)
        firm_line(firm, opening[i]);
    firm->desk = (struct desk){.session = &firm->session, .book = firm->session.book};
    assert_int_equal(bindings_make(&firm->desk, firm->session.note), ERR_OK);
}

void firm_open(struct firm *firm)
{
    firm_open_file(firm, NULL);
}

void firm_close(struct firm *firm)
{
    while (firm->desk.top)
        desk_pop(&firm->desk);
    drafts_close(&firm->desk);
    arena_done(&firm->desk.arena);
    arena_done(&firm->desk.life);
    arena_done(&firm->arena);
    book_close(firm->session.book);
}

int64_t firm_open_of(struct firm *firm, const char *number)
{
    struct document document;
    struct item *items = NULL;
    int64_t open = 0;
    int count = 0;

    assert_int_equal(document_find(firm->session.book, number, 0, &firm->arena, &document), ERR_OK);
    assert_int_equal(
        items_of_document(firm->session.book, document.id, &firm->arena, &items, &count), ERR_OK);
    for (int i = 0; i < count; i++)
        open += items[i].open;
    return open;
}

int64_t firm_balance(struct firm *firm, const char *customer)
{
    struct item *items = NULL;
    int64_t open = 0, id = 0;
    int count = 0;

    assert_int_equal(customer_find_id(firm->session.book, customer, &id), ERR_OK);
    assert_int_equal(items_open(firm->session.book, id, &firm->arena, &items, &count), ERR_OK);
    for (int i = 0; i < count; i++)
        open += items[i].open;
    return open;
}

int firm_keys(struct firm *firm, const char *script)
{
    struct keycode_script at = {.at = script};
    struct desk *desk = &firm->desk;
    struct key key;
    int count = 0;

    for (;;) {
        assert_int_equal(keycode_next(&at, &key, NULL), ERR_OK);
        if (key_is(key, KEYCODE_NONE))
            return count;
        count++;
        firm_key(desk, key);
    }
}

void firm_key(struct desk *desk, struct key key)
{
    struct view *view = desk->top;

    assert_non_null(view);
    arena_reset(&desk->arena);
    desk->message[0] = 0;
    note_clear(desk->session->note);
    const unsigned reaction = view->class->key ? view->class->key(view, key) : REACT_NONE;
    const struct binding *binding = reaction ? NULL : binding_of_key(desk, view, key);
    if (reaction)
        view_react(view, reaction);
    else if (binding)
        binding_run(desk, binding);
    if (desk->top)
        draft_watch(desk->top);
}

const char *firm_last_command(struct firm *firm)
{
    struct entry entry;

    assert_int_equal(journal_head(firm->session.book, &entry, &firm->arena), ERR_OK);
    return entry.command;
}

void firm_at(struct firm *firm, const char *view, const char *about)
{
    firm_open(firm);
    picture_start(24, 80);
    assert_int_equal(desk_push(&firm->desk, view_class_find(view), about, ""), ERR_OK);
}

void firm_at_form(struct firm *firm, const char *line)
{
    firm_at(firm, "customers", "");
    desk_run(&firm->desk, line);
    if (firm->desk.top->class->kind != VIEW_FORM)
        fail_msg("%s: %s", line, firm->desk.message);
}

void firm_left(struct firm *firm)
{
    firm_close(firm);
    picture_stop();
}

void firm_says(const struct firm *firm, const char *words)
{
    if (!strstr(firm->desk.message, words))
        fail_msg("said \"%s\", not \"%s\"", firm->desk.message, words);
}

void firm_shows(struct firm *firm, const char *words)
{
    desk_picture(&firm->desk);
    picture_has(words);
}

const char *firm_focus(const struct firm *firm)
{
    const struct form *form = &firm->desk.top->form;

    return form->fields[form->at].name;
}

const char *firm_field(const struct firm *firm, const char *name)
{
    const struct form *form = &firm->desk.top->form;

    return form_text(form, form_find(form, name));
}

const char *firm_hint(const struct firm *firm, const char *name)
{
    const struct form *form = &firm->desk.top->form;
    const struct form_field *field = &form->fields[form_find(form, name)];

    return field->error ? field->error : field->hint ? field->hint : "";
}
