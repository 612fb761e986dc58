#include "view/desk.h"

#include "base/filter.h"
#include "base/text.h"
#include "ledger/book.h"
#include "ledger/document.h"
#include "tui/term.h"
#include "view/modal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t desk_clock_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void desk_say(struct desk *desk, unsigned style, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    const int len = vsnprintf(desk->message, sizeof desk->message, format, list);
    va_end(list);
    if (len >= (int)sizeof desk->message) { /* what was cut is seen to be, at a whole letter */
        char *end = desk->message + sizeof desk->message - sizeof " ..";
        while (end > desk->message && ((unsigned char)*end & 0xc0) == 0x80)
            end--;
        memcpy(end, " ..", sizeof " ..");
    }
    /* one line on the screen */
    for (char *p = desk->message; *p; p++)
        if (*p == '\n')
            *p = ' ';
    desk->message_style = style;
}

void desk_say_failure(struct desk *desk, enum err code)
{
    const char *words = desk->session->note->text;

    if (code == ERR_OK)
        return;
    desk_say(desk, code == ERR_CANCELLED ? STYLE_NORMAL : STYLE_ERROR, "%s",
             *words ? words : err_words(code));
    if (code != ERR_CANCELLED)
        term_beep();
}

/* ---- one view ---- */

static struct view *view_new(struct desk *desk, const struct view_class *class, const char *about,
                             const char *extra)
{
    struct view *view = mem_new(1, sizeof *view);

    view->class = class;
    view->desk = desk;
    view->about = arena_text(&view->life, about ? about : "");
    view->extra = arena_text(&view->life, extra ? extra : "");
    if (class->state_size)
        view->state = mem_new(1, class->state_size);
    table_init(&view->table);
    listbox_init(&view->box, &desk->session->notation);
    pager_init(&view->pager);
    page_init(&view->page, "", NULL);
    view->has_page = class->kind == VIEW_PAGE;
    return view;
}

static void view_close(struct view *view)
{
    if (view->class->done)
        view->class->done(view);
    if (view->form_started)
        form_done(&view->form);
    listbox_done(&view->box);
    listbox_table_done(&view->rows);
    bycurrency_done(&view->totals);
    table_done(&view->table);
    pager_done(&view->pager);
    page_done(&view->page);
    arena_done(&view->arena);
    arena_done(&view->life);
    free(view->where_text);
    free(view->state);
    free(view);
}

const char *view_why_not(struct desk *desk, const struct view_class *class)
{
    const struct command *command = NULL;
    struct note inner = {0};
    char **words;
    int count = 0, used = 0;

    if (!class->posts ||
        words_split(class->posts, &desk->arena, &words, &count, &inner) != ERR_OK ||
        command_words(count, words, &command, &used, &inner) != ERR_OK)
        return NULL;
    return command_role_not(desk->session, command, &desk->arena);
}

enum err desk_push(struct desk *desk, const struct view_class *class, const char *about,
                   const char *extra)
{
    const char *why = view_why_not(desk, class);

    if (why)
        return fail(desk->session->note, ERR_DENIED, "%s: %s", class->title, why);
    struct view *view = view_new(desk, class, about, extra);
    enum err e = class->start ? class->start(view) : ERR_OK;

    if (e == ERR_OK)
        e = view_load(view);
    if (e != ERR_OK) {
        view_close(view);
        return e;
    }
    view->below = desk->top;
    desk->top = view;
    return ERR_OK;
}

void desk_pop(struct desk *desk)
{
    struct view *view = desk->top;

    if (!view)
        return;
    desk->top = view->below;
    view_close(view);
}

void desk_back(struct desk *desk)
{
    int64_t revision;

    desk_pop(desk);
    /* what was done above must not be missing in the first picture below */
    if (desk->top && book_revision(desk->book, &revision) == ERR_OK &&
        revision != desk->top->revision)
        desk_say_failure(desk, view_load(desk->top));
}

/* ---- loading ---- */

/* The same head without a column, for the eye: it stays in the file. */
static const struct table_head *head_without(struct view *view, const struct table_head *head)
{
    int at = view->class->hides ? table_column(head, view->class->hides) : -1;
    struct table_head *out = arena_new(&view->arena, sizeof *out);
    struct column *columns;

    if (at < 0)
        return head;
    columns = arena_new(&view->arena, (size_t)head->count * sizeof *columns);
    memcpy(columns, head->columns, (size_t)head->count * sizeof *columns);
    columns[at].flags |= COLUMN_HIDDEN;
    *out = *head;
    out->columns = columns;
    return out;
}

static enum err front_head(void *self, const struct table_head *head)
{
    struct view *view = self;
    const struct session *session = view->desk->session;

    if (view->where_text)
        TRY(filter_parse(filter_said_by(view->where_text, session->actor, &view->arena),
                         head->columns, head->count, &session->habit, &view->filter,
                         session->note));
    bycurrency_begin(&view->totals, head, command_base(session));
    view->totalled = false;
    return view->behind.head(view->behind.self, head_without(view, head));
}

static enum err front_row(void *self, const struct row *row)
{
    struct view *view = self;

    if (view->filter && (row->kind != ROW_DATA || !filter_match(view->filter, row->cells)))
        return ERR_OK;
    if (view->table.count % 1024 == 0 &&
        desk_working(view->desk, view->class->title, (int64_t)view->table.count, 0))
        return fail(view->desk->session->note, ERR_CANCELLED, "stopped; what is shown is a part");
    view->totalled |= row->kind == ROW_TOTAL;
    bycurrency_add(&view->totals, row);
    return view->behind.row(view->behind.self, row);
}

static enum err front_foot(void *self, const char *proof)
{
    struct view *view = self;

    /* a sum of a beginning would be taken for the whole */
    if (!view->totalled && !view->more)
        TRY(bycurrency_put(&view->totals, 2, &view->behind));
    bycurrency_done(&view->totals);
    /* the proof of all rows says nothing about some of them */
    return view->behind.foot(view->behind.self, view->filter ? NULL : proof);
}

struct sink view_sink(struct view *view)
{
    view->behind = table_sink(&view->table);
    view->front = (struct sink){front_head, front_row, front_foot, view};
    return view->front;
}

enum err view_command_load(struct view *view)
{
    return view_command_run(view, view_twin(view));
}

enum err view_command_run(struct view *view, const char *line)
{
    struct session *session = view->desk->session;
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words;
    int count, used;

    TRY(words_split(line, &view->arena, &words, &count, session->note));
    TRY(command_words(count, words, &command, &used, session->note));
    /* the twin is written plainly, whatever the user's notation is */
    args_init(&args, command, &view->arena, &session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, session->note));
    struct sink sink = view_sink(view);
    bool table = (command->flags & COMMAND_TABLE) != 0, page = (command->flags & COMMAND_PAGE) != 0;
    if (view->class->kind == VIEW_PAGE && !page)
        sink = table_sink(page_table(&view->page));
    view->has_page =
        view->class->kind == VIEW_PAGE || !table || (page && view->class->prefers_page);
    /* a list wants rows, also of a command that has both */
    TRY(command_run(session, &args, &view->arena, table ? &sink : NULL,
                    page && view->has_page ? &view->page : NULL, &outcome));
    /* rows that are picked or sorted are a list, also of a report that is a page as a whole */
    if (table && view->class->kind != VIEW_PAGE && !view->page.first)
        view->has_page = false;
    return ERR_OK;
}

static void page_shown_again(struct view *view)
{
    int width = term_is_on() ? term_columns() - 2 : TERM_COLUMNS_MIN - 2;

    pager_reset(&view->pager);
    if (view->page.title && *view->page.title) {
        pager_line(&view->pager, &(struct line){.text = view->page.title, .style = LINE_HEADING});
        if (view->page.subtitle && *view->page.subtitle)
            pager_line(&view->pager,
                       &(struct line){.text = view->page.subtitle, .style = LINE_DIM});
        pager_line(&view->pager, &(struct line){.text = "", .style = LINE_PLAIN});
    }
    page_lines(&view->page, width, &view->desk->session->notation, pager_line, &view->pager);
}

void view_shown_again(struct view *view)
{
    struct listbox *box = &view->box;

    if (view->has_page) {
        page_shown_again(view);
        return;
    }
    if (view->class->kind != VIEW_LIST)
        return;
    if (view->source.count) {
        listbox_show(box, view->head, view->source);
        return;
    }
    if (box->sort_column >= 0 && box->sort_column < view->table.head.count)
        table_sort(&view->table, box->sort_column, box->sort_down,
                   command_base(view->desk->session));
    view->rows.part = view->more;
    listbox_show(box, &view->table.head, listbox_table_source(&view->rows, &view->table));
    if (!view->proof)
        view->proof = view->table.proof;
}

static bool has_words(const char *text, const char *words, size_t len)
{
    for (; *text; text++)
        if (strncmp(text, words, len) == 0)
            return true;
    return false;
}

/* The subtitle "ACME Acme Ltd, as of ..." less what the title of the screen says already, when that
 * ends with the customer's code. */
static const char *means_of(const struct view *view)
{
    const char *title = view->where ? view->where : view->about;
    const char *subtitle = view->table.head.subtitle, *last = strrchr(title, ' ');
    const char *code = last ? last + 1 : title;
    const size_t len = strlen(code);

    if (!subtitle || !len || strncmp(subtitle, code, len) != 0 || subtitle[len] != ' ')
        return subtitle;
    subtitle += len + 1;
    for (const char *comma = strchr(subtitle, ','); comma; comma = strchr(comma + 1, ','))
        if (comma[1] == ' ' && has_words(title, subtitle, (size_t)(comma - subtitle)))
            return comma + 2;
    return subtitle;
}

enum err view_load(struct view *view)
{
    struct desk *desk = view->desk;
    enum err e = book_revision(desk->book, &view->revision);

    arena_reset(&view->arena);
    view->means = view->proof = NULL;
    view->head = NULL;
    view->more = false;
    view->source = (struct listbox_source){0};
    page_done(&view->page);
    page_init(&view->page, "", NULL);
    if (view->class->empty)
        view->box.empty = view->class->empty;
    desk->work_began = view->loaded_at = desk_clock_us();
    if (e == ERR_OK && view->class->load)
        e = view->class->load(view);
    else if (e == ERR_OK && (view->class->runs || view->class->twin))
        e = view_command_load(view);
    view->load_us = desk_clock_us() - view->loaded_at;
    filter_done(view->filter);
    view->filter = NULL;
    if (view->where_text) /* what the filter hides is not what there is not */
        view->box.empty = "No row fits the filter; f changes it, and typing none takes it away.";
    if (!view->means && view->class->kind == VIEW_LIST && !view->source.count)
        view->means = means_of(view);
    if (e == ERR_OK)
        view_shown_again(view);
    return e;
}

/* Another clerk's work appears by itself, but the store is not asked all the time. */
#define RELOAD_EVERY 700000 /* with the wait for a key: shown within a second */
#define RELOAD_SHARE 20

bool view_is_old(struct view *view)
{
    int64_t now = desk_clock_us(), rest = view->load_us * RELOAD_SHARE, revision;

    if (now - view->loaded_at < (rest > RELOAD_EVERY ? rest : RELOAD_EVERY))
        return false;
    return book_revision(view->desk->book, &revision) == ERR_OK && revision != view->revision;
}

/* ---- what is under the cursor ---- */

const char *view_cell(struct view *view, const char *column)
{
    if (view->class->kind != VIEW_LIST || view->has_page || !view->box.head)
        return NULL;
    const struct row *row = listbox_row(&view->box);
    int at = table_column(view->box.head, column);
    if (!row || at < 0 || row->kind != ROW_DATA || row->cells[at].kind == CELL_NONE)
        return NULL;
    return cell_plain(&row->cells[at], &view->desk->arena);
}

static const char *first_cell(struct view *view, const char *const *columns)
{
    const char *text = NULL;

    for (; *columns && !text; columns++)
        text = view_cell(view, *columns);
    return text && *text ? text : NULL;
}

/* Two customers may have one number: then the customer is said with it. */
static const char *document_named(struct view *view, const char *customer, const char *number)
{
    struct desk *desk = view->desk;
    struct document found;

    if (!number || !customer ||
        document_find(desk->book, number, 0, &desk->arena, &found) != ERR_CONFLICT)
        return number;
    return arena_format(&desk->arena, "%s/%s", customer, number);
}

const char *const subject_customers[] = {"customer", "code", NULL};
const char *const subject_documents[] = {"document", "number", "invoice", "payment", NULL};

size_t view_marked(const struct view *view)
{
    const bool list = view->class->kind == VIEW_LIST && !view->has_page && view->box.head;

    return list ? view->box.marked_count : 0;
}

void view_subject(struct view *view, struct subject *out)
{
    *out = (struct subject){0};
    out->customer = first_cell(view, subject_customers);
    out->document = document_named(view, out->customer, first_cell(view, subject_documents));
    out->kind = view_cell(view, "kind");
    out->status = view_cell(view, "status");
    out->posted = out->document != NULL;
    const struct row *row =
        view->class->kind == VIEW_LIST && view->box.head ? listbox_row(&view->box) : NULL;
    int at = row ? table_column(view->box.head, "open") : -1;
    if (at >= 0 && row->cells[at].kind == CELL_MONEY)
        out->open = row->cells[at].money;
    if (view->class->subject)
        view->class->subject(view, out);
}

const char *view_twin(struct view *view)
{
    char **words, **filled;
    int count;
    struct buf line;

    if (view->class->twin)
        return view->class->twin(view);
    if (!view->class->runs || words_split(view->class->runs, &view->desk->arena, &words, &count,
                                          view->desk->session->note) != ERR_OK)
        return NULL;
    filled = arena_new(&view->desk->arena, (size_t)(count + 1) * sizeof *filled);
    count = desk_fill(view->desk, view, words, count, filled, NULL);
    buf_init(&line, (size_t)1 << 16);
    for (int i = 0; i < count; i++) {
        if (i)
            buf_char(&line, ' ');
        buf_text(&line, desk_word_quoted(filled[i], &view->desk->arena));
    }
    const char *out = arena_text(&view->desk->arena, line.data);
    buf_done(&line);
    return out;
}
