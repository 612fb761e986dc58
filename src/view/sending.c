#include "view/sending.h"

#include "app/recall.h"
#include "app/saving.h"
#include "tui/term.h"
#include "view/modal.h"

#include <string.h>
#include <unistd.h>

#define SHOWN_WINDOW 64
#define PREVIEW_MAX ((size_t)64 << 20)

/* The marked rows leave; without any, all. */
static bool is_meant(struct view *view, const struct row *row)
{
    return view_marked(view) == 0 || (row->id != 0 && listbox_is_marked(&view->box, row->id));
}

static void meant_keep(struct view *view, struct table *table)
{
    size_t kept = 0;

    for (size_t i = 0; i < table->count; i++)
        if (is_meant(view, &table->rows[i]))
            table->rows[kept++] = table->rows[i];
    table->count = kept;
    if (view_marked(view))
        table->proof = NULL;
}

/* The rows of a list in the order that is seen, however many there are. */
static enum err shown_feed(void *self, struct sink *sink)
{
    struct view *view = self;
    struct listbox *box = &view->box;

    TRY(sink->head(sink->self, box->head));
    for (size_t i = 0; i < box->count; i++) {
        if (i % SHOWN_WINDOW == 0 && box->source.window)
            TRY(box->source.window(box->source.self, i, SHOWN_WINDOW));
        const struct row *row = box->source.row(box->source.self, i);
        if (row && is_meant(view, row))
            TRY(sink->row(sink->self, row));
        if (desk_working(view->desk, "Writing", (int64_t)i, (int64_t)box->count))
            return fail(view->desk->session->note, ERR_CANCELLED, "stopped; nothing was written");
    }
    const bool part = view->where_text || view_marked(view);
    const struct row *total;
    for (size_t i = 0; box->source.total && !view_marked(view) &&
                       (total = box->source.total(box->source.self, i)) != NULL;
         i++)
        TRY(sink->row(sink->self, total));
    return sink->foot(sink->self, part ? NULL : view->proof);
}

/* A screen that is neither list nor page: what its command line answers. */
struct answer_of {
    struct table table;
    struct page page;
    bool paged;
};

static enum err answer_make(struct view *view, struct answer_of *out)
{
    struct session *session = view->desk->session;
    const char *line = view_twin(view);
    const struct command *command;
    struct outcome outcome;
    struct args args;
    char **words;
    int count, used;

    if (!line)
        return fail(session->note, ERR_UNAVAILABLE, "there is nothing on this screen to save");
    TRY(words_split(line, &view->desk->arena, &words, &count, session->note));
    TRY(command_words(count, words, &command, &used, session->note));
    args_init(&args, command, &view->desk->arena, &session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, session->note));
    if (view->where_text)
        TRY(args_set(&args, "where", view->where_text, session->note));
    struct sink sink = table_sink(&out->table);
    out->paged = (command->flags & COMMAND_TABLE) == 0;
    return command_run(session, &args, &view->desk->arena, out->paged ? NULL : &sink,
                       out->paged ? &out->page : NULL, &outcome);
}

/* A report that is shown as a page and has rows too, as the shell gives them to csv. */
static bool has_rows(struct view *view)
{
    struct session *session = view->desk->session;
    const char *line = view_twin(view);
    struct note before = *session->note;
    struct args args;
    const bool has = line && recall_parse(session, line, &view->desk->arena, &args) == ERR_OK &&
                     (args.command->flags & COMMAND_PAGE);

    *session->note = before;
    return has;
}

static enum err saving_of(struct view *view, bool rows, struct answer_of *answer,
                          struct saving *out)
{
    if (view->has_page && !(rows && has_rows(view))) {
        *out = saving_page(&view->page);
        return ERR_OK;
    }
    if (view->more) {
        view->wanted = 0;
        TRY(view_load(view));
    }
    /* what was fitted to the width of the screen is not what should leave */
    if (view->class->kind == VIEW_LIST && !view->has_page && !view->class->by_width) {
        *out = (struct saving){
            .feed = shown_feed, .self = view, .wide = table_is_across(view->box.head)};
        return ERR_OK;
    }
    TRY(answer_make(view, answer));
    meant_keep(view, &answer->table);
    *out = answer->paged ? saving_page(&answer->page) : saving_table(&answer->table);
    return ERR_OK;
}

static void answer_init(struct answer_of *answer)
{
    *answer = (struct answer_of){.paged = false};
    table_init(&answer->table);
    page_init(&answer->page, "", NULL);
}

static void answer_done(struct answer_of *answer)
{
    table_done(&answer->table);
    page_done(&answer->page);
}

/* "customers.csv", "document-INV-1.txt": a name that is fine in every folder. */
static const char *name_proposed(struct view *view)
{
    const char *ending = view->has_page ? "txt" : "csv";
    char *name =
        *view->about && !strchr(view->about, ' ')
            ? arena_format(&view->desk->arena, "%s-%s.%s", view->class->name, view->about, ending)
            : arena_format(&view->desk->arena, "%s.%s", view->class->name, ending);

    for (char *p = name; *p; p++)
        if (*p == '/' || *p == ' ')
            *p = '-';
    return name;
}

static const char *marked_said(struct desk *desk)
{
    const size_t marked = view_marked(desk->top);

    return marked == 0 ? ""
                       : arena_format(&desk->arena, ": the %zu marked row%s", marked,
                                      marked == 1 ? "" : "s");
}

/* Nothing is replaced unasked. */
static enum err file_save(struct desk *desk, const struct saving *saving, const char *path)
{
    bool there = access(path, F_OK) == 0;

    if (there &&
        !desk_ask(desk, arena_format(&desk->arena, "%s exists already. Replace it?", path)))
        return fail(desk->session->note, ERR_CANCELLED, "Nothing was saved.");
    TRY(saving_file(desk->session, saving, path, there));
    desk_say(desk, STYLE_GOOD, "Saved as %s%s.", path, marked_said(desk));
    return ERR_OK;
}

void export_run(struct desk *desk)
{
    struct view *view = desk->top;
    struct answer_of answer;
    struct saving saving;
    const char *path;

    if (!desk_line(desk, "Save as (" SAVING_ENDINGS "):", name_proposed(view), false,
                   &path) ||
        *path == 0)
        return;
    desk->work_began = 0;
    answer_init(&answer);
    enum err e = saving_judge(path, desk->session->note);
    if (e == ERR_OK)
        e = saving_of(view, saving_is_rows(path), &answer, &saving);
    if (e == ERR_OK)
        e = file_save(desk, &saving, path);
    desk_say_failure(desk, e);
    answer_done(&answer);
}

/* ---- paper ---- */

/* What has no label is told by the help alone. */
static const struct {
    const char *key, *label, *help;
} sheet_keys[] = {
    {"P", "Print", "send these sheets to the printer"},
    {"d", "Printer", "choose the printer"},
    {"c", "Copies", "how many copies"},
    {"t", "Text/PDF", "print as text; again: as PDF"},
    {"x", "Save", "save to a file instead"},
    {"Down", NULL, "read on, line by line"},
    {"PgDn", NULL, "read on, screen by screen"},
    {"End", NULL, "the end of the last sheet"},
    {"Right", NULL, "what is too wide for the screen"},
    {"Left", NULL, "and back"},
    {"Esc", "Back", "back; nothing is printed"},
    {"?", "Help", "these keys"},
};
#define SHEET_KEYS (sizeof sheet_keys / sizeof *sheet_keys)

/* "laser, 2 copies, as PDF" */
static const char *printing_said(struct desk *desk)
{
    const struct printing *how = &desk->printing;
    const char *copies =
        how->copies > 1 ? arena_format(&desk->arena, ", %d copies", how->copies) : "";

    return arena_format(&desk->arena, "%s%s, as %s", how->printer ? how->printer : "usual printer",
                        copies, how->pdf ? "PDF" : "text");
}

/* What is on the sheets: the answer of a command is named by its own title. */
static const char *sheets_title(const struct view *view)
{
    const char *title = view->has_page               ? view->page.title
                        : view->head                 ? view->head->title
                        : view->table.head.count > 0 ? view->table.head.title
                                                     : NULL;

    return title && *title ? title : view->class->title;
}

static void sheets_draw(struct desk *desk, struct pager *pager, bool wide)
{
    struct frame_key bar[SHEET_KEYS];
    struct buf place;
    int count = 0;

    for (size_t i = 0; i < SHEET_KEYS; i++)
        if (sheet_keys[i].label)
            bar[count++] = (struct frame_key){sheet_keys[i].key, sheet_keys[i].label};
    buf_init(&place, 200);
    term_frame();
    pager_draw(pager, frame_body(NULL));
    pager_place(pager, &place);
    const struct frame frame = {
        .book = "Preview",
        .right = wide ? "sheets across, 130 wide" : "sheets of 66 lines, 78 wide",
        .where =
            arena_format(&desk->arena, "%s to %s", sheets_title(desk->top), printing_said(desk)),
        .means = place.data,
        .message = pager->message ? pager->message : desk->message,
        .message_style = desk->message_style,
        .keys = bar,
        .key_count = count};
    frame_draw(&frame);
    buf_done(&place);
}

/* One of the printers that there are; the first choice is the system's own. */
static void printer_choose(struct desk *desk)
{
    const char *const *names;
    struct choice chosen;
    size_t count = 0;

    const enum err e = printer_names(&desk->arena, &names, &count, desk->session->note);
    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return;
    }
    struct choice *choices = arena_new(&desk->arena, (count + 1) * sizeof *choices);
    choices[0] = (struct choice){.text = "the usual one, as the system has it"};
    for (size_t i = 0; i < count; i++)
        choices[i + 1] = (struct choice){.text = names[i], .id = (int64_t)i + 1};
    if (desk_choose(desk, "Printer", choices, count + 1, &chosen))
        desk->printing.printer = chosen.id ? arena_text(&desk->life, names[chosen.id - 1]) : NULL;
}

static void copies_ask(struct desk *desk)
{
    const char *old = arena_format(&desk->arena, "%d", desk->printing.copies);
    const char *text;
    int64_t copies = 0;

    if (!desk_line(desk, "Copies:", old, false, &text) || *text == 0)
        return;
    const enum err e = decimal_parse(text, &notation_plain, 0, &copies, desk->session->note);
    if (e != ERR_OK || copies < 1 || copies > PRINTER_COPIES_MOST)
        desk_say(desk, STYLE_ERROR, "Copies are a number from 1 to %d, not '%.20s'.",
                 PRINTER_COPIES_MOST, text);
    else
        desk->printing.copies = (int)copies;
}

/* The key that was chosen in the list of them; KEYCODE_NONE when none was. */
static struct key sheets_help(struct desk *desk)
{
    struct choice choices[SHEET_KEYS], chosen;
    struct key key = key_of(KEYCODE_NONE);

    for (size_t i = 0; i < SHEET_KEYS; i++)
        choices[i] = (struct choice){
            .code = sheet_keys[i].key, .text = sheet_keys[i].help, .id = (int64_t)i};
    if (desk_choose(desk, "Keys of the preview:", choices, SHEET_KEYS, &chosen))
        keycode_parse(sheet_keys[chosen.id].key, &key, desk->session->note);
    return key;
}

/* Shows the sheets until a decision: 'P', 'x', or 0 for none. */
static char sheets_look(struct desk *desk, struct pager *pager, bool wide)
{
    while (!desk->leave) {
        sheets_draw(desk, pager, wide);
        struct key key = desk_key(desk, -1);
        desk->message[0] = 0;
        if (key_same(key, key_rune('?')) || key_same(key, key_f(1)))
            key = sheets_help(desk);
        if (key_same(key, key_rune('P')) || key_same(key, key_rune('x')))
            return (char)key.rune;
        if (key_same(key, key_rune('d')))
            printer_choose(desk);
        else if (key_same(key, key_rune('c')))
            copies_ask(desk);
        else if (key_same(key, key_rune('t')))
            desk->printing.pdf = !desk->printing.pdf;
        else if (pager_key(pager, key) & REACT_CLOSE)
            return 0;
    }
    return 0;
}

static enum err paper_go(struct desk *desk, const struct saving *saving)
{
    struct pager pager;
    struct buf text;
    char chosen = 0;

    buf_init(&text, PREVIEW_MAX);
    enum err e = saving_preview(desk->session, saving, &text);
    /* a sheet ends */
    for (char *p = text.data; p && (p = strchr(p, '\f'));)
        *p = '\n';
    pager_init(&pager);
    if (!desk->printed)
        desk->printing = (struct printing){.copies = 1, .pdf = saving_prints_pdf(desk->session)};
    desk->printed = true;
    if (e == ERR_OK) {
        pager_text(&pager, text.data);
        chosen = sheets_look(desk, &pager, saving->wide);
    }
    pager_done(&pager);
    buf_done(&text);
    if (e != ERR_OK || chosen == 0)
        return e;
    if (chosen == 'x') {
        const char *path;
        const char *name = arena_format(&desk->arena, "%s.txt", desk->top->class->name);
        if (!desk_line(desk, "Save as (.txt .pdf .csv .json):", name, false, &path) || *path == 0)
            return ERR_OK;
        return file_save(desk, saving, path);
    }
    TRY(saving_print(desk->session, saving, &desk->printing));
    desk_say(desk, STYLE_GOOD, "Sent to %s%s.",
             desk->printing.printer ? desk->printing.printer : "the printer", marked_said(desk));
    return ERR_OK;
}

void print_run(struct desk *desk)
{
    struct answer_of answer;
    struct saving saving;

    desk->work_began = 0;
    answer_init(&answer);
    enum err e = saving_of(desk->top, false, &answer, &saving);
    if (e == ERR_OK)
        e = paper_go(desk, &saving);
    desk_say_failure(desk, e);
    answer_done(&answer);
}
