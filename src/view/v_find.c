/* v_find: anything in the book, found while it is typed (ledger/finding.h). */
#include "app/findrow.h"
#include "base/text.h"
#include "ledger/names.h"
#include "view/views.h"

#include <inttypes.h>
#include <string.h>

#define TYPED_MAX 120
#define PAUSE_MS 250    /* who types no key so long waits for more */
#define SLICES_US 15000 /* of reading between two looks for a key */
#define GO_ON_MS 1      /* between two slices: only to see whether a key is there */
#define DEEP_BYTES 3    /* less than this is in every text */
#define PAGE_ROWS 64
#define HEAD_ROWS 2

enum deep { DEEP_NOT, DEEP_WAITS, DEEP_RUNS, DEEP_STOPPED, DEEP_DONE };

struct search {
    struct lineedit edit;
    struct arena arena; /* of what is sought */
    struct sought sought;
    struct finding *finding; /* NULL = nothing is sought */
    enum deep deep;
    const char *trouble; /* why nothing is sought; in `arena` */
    struct arena page_arena;
    struct row *rows; /* made of [first, first + PAGE_ROWS) */
    struct found_row *read;
    size_t first;
    int64_t wanted; /* the row under the cursor before all was read again; 0 = none */
};

/* ---- rows ---- */

static void page_forget(struct search *search)
{
    search->rows = NULL;
}

static size_t source_count(void *self)
{
    struct view *view = self;
    const struct search *search = view->state;

    return search->finding ? finding_count(search->finding) : 0;
}

static void page_begin(struct view *view, size_t at)
{
    struct search *search = view->state;

    arena_reset(&search->page_arena);
    search->first = at > PAGE_ROWS / 2 ? at - PAGE_ROWS / 2 : 0;
    search->rows = arena_new(&search->page_arena, PAGE_ROWS * sizeof *search->rows);
    search->read = arena_new(&search->page_arena, PAGE_ROWS * sizeof *search->read);
}

static const struct row *source_row(void *self, size_t at)
{
    struct view *view = self;
    struct search *search = view->state;

    if (!search->rows || at < search->first || at >= search->first + PAGE_ROWS)
        page_begin(view, at);
    struct row *row = &search->rows[at - search->first];
    if (row->cells)
        return row;
    const struct found found = finding_at(search->finding, at);
    if (findrow_make(view->desk->book, &found, &search->sought, &search->page_arena, row,
                     &search->read[at - search->first]) != ERR_OK)
        return NULL;
    return row;
}

/* Widths are measured by what is drawn, not by all that was found. */
static enum err source_window(void *self, size_t first, size_t count)
{
    (void)self, (void)first, (void)count;
    return ERR_OK;
}

static bool source_find(void *self, int64_t id, size_t *at)
{
    struct view *view = self;
    const struct search *search = view->state;

    for (size_t i = 0; search->finding && i < finding_count(search->finding); i++) {
        const struct found found = finding_at(search->finding, i);
        if (findrow_id(&found) == id) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* ---- searching ---- */

static void search_end(struct search *search)
{
    finding_done(search->finding);
    search->finding = NULL;
    search->deep = DEEP_NOT;
    search->trouble = NULL;
    page_forget(search);
    arena_reset(&search->arena);
}

/* What is at hand; the rest waits until typing pauses. */
static enum err search_begin(struct view *view)
{
    struct search *search = view->state;
    struct desk *desk = view->desk;
    const char *text = lineedit_text(&search->edit);
    struct note note = {0};

    search_end(search);
    if (sought_parse(text, &desk->session->notation, &search->arena, &search->sought, &note) !=
        ERR_OK) {
        search->trouble = arena_text(&search->arena, note.text);
        search->sought = (struct sought){0};
    }
    listbox_mark(&view->box, search->trouble ? "" : text, NULL);
    if (sought_is_empty(&search->sought))
        return ERR_OK;
    const struct finding_query query = {.sought = &search->sought};
    TRY(finding_begin(desk->book, &query, &search->finding));
    if (finding_has_more(search->finding) &&
        (strlen(search->sought.whole) >= DEEP_BYTES || sought_wants_amount(&search->sought)))
        search->deep = DEEP_WAITS;
    return ERR_OK;
}

static const char *how_far(struct view *view)
{
    const struct search *search = view->state;
    int64_t done = 0, total = 0;

    if (!search->finding)
        return "";
    finding_progress(search->finding, &done, &total);
    switch (search->deep) {
    case DEEP_WAITS: return "; texts and amounts follow when you pause";
    case DEEP_RUNS:
        return arena_format(&view->arena, "; reading on, %" PRId64 " of 100, Esc stops",
                            total ? done * 100 / total : 100);
    case DEEP_STOPPED: return "; stopped before the end";
    default: return "";
    }
}

/* The words of the line above the keys: how many, and whether that is all. */
static void words_make(struct view *view)
{
    struct search *search = view->state;
    struct arena *arena = &view->arena;
    const size_t count = source_count(view);

    if (search->trouble)
        view->proof = search->trouble;
    else if (!search->finding)
        view->proof = "A number, a name, a phone, a reference, a text; 123.45  ~123  >500  "
                      "100..200; acme >500";
    else if (count == 0)
        view->proof = arena_format(
            arena, "Nothing%s%s.",
            search->deep == DEEP_DONE || search->deep == DEEP_NOT ? " in the book has it" : " yet",
            how_far(view));
    else
        view->proof =
            arena_format(arena, "%zu of %zu%s%s", view->box.at + 1, count,
                         finding_is_cut(search->finding) ? " and more" : "", how_far(view));
}

/* The best is under the cursor until it is moved; then the row stays there, also when all was read
 * again and it is found later than before. */
static void list_show(struct view *view)
{
    struct search *search = view->state;
    struct listbox *box = &view->box;

    page_forget(search);
    if (box->at == 0)
        box->id = 0;
    listbox_show(box, view->head, view->source);
    if (search->wanted && listbox_to_id(box, search->wanted))
        search->wanted = 0;
}

static void wait_set(struct view *view)
{
    const struct search *search = view->state;

    view->idle_ms = search->deep == DEEP_WAITS  ? PAUSE_MS
                    : search->deep == DEEP_RUNS ? GO_ON_MS
                                                : 0;
}

static enum err load(struct view *view)
{
    static const struct table_head head = {"Found", NULL, findrow_columns, FINDROW_COLUMNS};
    struct search *search = view->state;

    view->where = view->class->title; /* what is sought stands below */
    view->head = &head;
    view->source = (struct listbox_source){.count = source_count,
                                           .window = source_window,
                                           .row = source_row,
                                           .find = source_find,
                                           .self = view};
    view->box.empty = "";
    search->wanted = view->box.at > 0 ? view->box.id : 0;
    enum err e = search_begin(view);
    if (e != ERR_OK)
        search_end(search);
    wait_set(view);
    return e;
}

/* Some slices, while no key is there. */
static enum err idle(struct view *view)
{
    struct search *search = view->state;
    const int64_t until = desk_clock_us() + SLICES_US;
    enum err e = ERR_OK;
    bool more = true;

    if (!search->finding)
        return ERR_OK;
    const size_t before = finding_count(search->finding);
    while (e == ERR_OK && more && desk_clock_us() < until)
        e = finding_step(search->finding, &more);
    search->deep = e == ERR_OK && more ? DEEP_RUNS : DEEP_DONE;
    if (finding_count(search->finding) != before)
        list_show(view);
    wait_set(view);
    return e;
}

/* ---- keys ---- */

static enum err start(struct view *view)
{
    struct search *search = view->state;
    const char *text = *view->about ? view->about : view->desk->sought ? view->desk->sought : "";

    lineedit_init(&search->edit, TYPED_MAX);
    lineedit_set(&search->edit, text);
    if (*view->about)
        search->edit.fresh = false;
    return names_figures(view->desk->book);
}

static void done(struct view *view)
{
    struct search *search = view->state;

    view->desk->sought = arena_text(&view->desk->life, lineedit_text(&search->edit));
    search_end(search);
    lineedit_done(&search->edit);
    arena_done(&search->arena);
    arena_done(&search->page_arena);
}

/* The first key of who comes again takes the old words away; so does the key that led here. */
static unsigned again(struct view *view)
{
    struct search *search = view->state;

    lineedit_set(&search->edit, lineedit_text(&search->edit));
    return REACT_USED | REACT_REDRAW;
}

/* Enter where nothing is at hand: all of it is read now. */
static unsigned read_through(struct view *view)
{
    struct search *search = view->state;
    struct desk *desk = view->desk;
    int64_t rows = 0, all = 0;
    enum err e = ERR_OK;

    desk->work_began = 0;
    for (bool more = true; e == ERR_OK && more && finding_count(search->finding) == 0;) {
        e = finding_step(search->finding, &more);
        finding_progress(search->finding, &rows, &all);
        search->deep = more ? DEEP_RUNS : DEEP_DONE;
        if (more && desk_working(desk, "Rows", rows, all)) {
            search->deep = DEEP_STOPPED;
            break;
        }
    }
    list_show(view);
    wait_set(view);
    desk_say_failure(desk, e);
    return REACT_USED | REACT_REDRAW;
}

static unsigned key(struct view *view, struct key key)
{
    struct search *search = view->state;

    search->wanted = 0;
    if (key_is(key, KEYCODE_ESC) && search->deep == DEEP_RUNS) {
        search->deep = DEEP_STOPPED;
        wait_set(view);
        return REACT_USED | REACT_REDRAW;
    }
    if (key_is(key, KEYCODE_ENTER) && search->finding && source_count(view) == 0 &&
        finding_has_more(search->finding))
        return read_through(view);
    const unsigned reaction = lineedit_key(&search->edit, key);
    if (!(reaction & REACT_CHANGED))
        return reaction;
    view->box.at = view->box.top = 0;
    view->box.id = 0;
    return reaction | REACT_RELOAD;
}

/* ---- what is under the cursor ---- */

static const struct found_row *focused(struct view *view)
{
    struct search *search = view->state;
    const size_t at = view->box.at;

    if (at >= source_count(view) || !source_row(view, at))
        return NULL;
    return &search->read[at - search->first];
}

static void subject(struct view *view, struct subject *out)
{
    const struct found_row *row = focused(view);

    *out = (struct subject){0};
    if (!row)
        return;
    out->customer = *row->customer ? row->customer : NULL;
    if (row->document_id) {
        out->document = arena_format(&view->desk->arena, "%s/%s", row->customer, row->number);
        out->posted = true;
        out->kind = row->what;
        out->status = row->status;
        out->open = money_of(row->open < 0 ? -row->open : row->open, row->currency);
    }
}

/* "go {screen} {thing}" */
static const char *value(struct view *view, const char *name)
{
    const struct found_row *row = focused(view);
    const bool screen = strcmp(name, "screen") == 0;

    if (!row || (!screen && strcmp(name, "thing") != 0))
        return NULL;
    if (row->document_id)
        return screen ? "document"
                      : arena_format(&view->desk->arena, "#%" PRId64, row->document_id);
    if (strcmp(row->what, "customer") == 0)
        return screen ? "customer" : row->number;
    return screen ? "entry" : row->number;
}

static const char *twin(struct view *view)
{
    const struct search *search = view->state;
    struct arena *arena = &view->desk->arena;

    return arena_format(arena, "find %s", desk_word_quoted(lineedit_text(&search->edit), arena));
}

static void draw(struct view *view, struct area area)
{
    struct search *search = view->state;
    static const char label[] = "Find";

    words_make(view);
    draw_run(area.y, area.x + 1, area.columns - 2, STYLE_KEY, label);
    area.y += HEAD_ROWS - 1;
    area.rows -= HEAD_ROWS - 1;
    if (source_count(view) > 0)
        listbox_draw(&view->box, area);
    const int x = area.x + 2 + (int)strlen(label);
    lineedit_draw(&search->edit, area.y - HEAD_ROWS + 1, x, area.columns - x - 1, LINEEDIT_LEFT,
                  true);
}

static const struct view_word words[] = {
    {"find again", "other words", again},
    {0},
};

const struct view_class view_find = {
    .name = "find",
    .title = "Find",
    .help = "anything in the book, by number, name, reference, note or amount",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct search),
    .types = true,
    .opens = "go {screen} {thing}",
    .words = words,
    .start = start,
    .load = load,
    .idle = idle,
    .subject = subject,
    .value = value,
    .key = key,
    .draw = draw,
    .done = done,
    .twin = twin,
};
