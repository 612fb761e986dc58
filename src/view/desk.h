/* desk: what the views share: the stack of screens, and one screen on it.
 *
 * One loop (loop.c) owns a struct desk. A key goes: the open dialog, chooser or prompt, the view's
 * own widget, the table of keys (view's scope, then its kind's, then global). What a key says is a
 * command line, a motion, `go VIEW`, or one of the desk's words (deskword.c); nothing else changes
 * the books or the stack.
 * A view loads what it shows into its own arena, remembers the book's revision, and loads again
 * when that is old. No statement is open while a key is awaited.
 * A placeholder with two dots ({customer..}) means the marked rows, or without any the focused one.
 * Most views are one command: `runs` is the command line that answers with their table or page, and
 * so it is also what `!` shows. */
#ifndef VIEW_DESK_H
#define VIEW_DESK_H

#include "app/command.h"
#include "app/printer.h"
#include "base/bycurrency.h"
#include "tui/chooser.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/listbox.h"
#include "tui/motion.h"
#include "tui/pager.h"

struct desk;
struct view;
struct binding;
struct headless;
struct filter;
struct draft;
struct draftfile;
struct present;

enum view_kind {
    VIEW_LIST, /* load pushes rows into view_sink(view); the listbox does the rest */
    VIEW_PAGE, /* load fills view->page; the pager does the rest */
    VIEW_FORM, /* a struct form; accepting it runs its command */
    VIEW_OWN   /* special work: the start page, the payment desk */
};

/* A word that only one view understands: "month back". */
struct view_word {
    const char *name; /* NULL ends the list */
    const char *help;
    unsigned (*run)(struct view *view); /* enum reaction flags */
};

/* One row of views.c. Functions may be NULL where the kind has its own way. */
struct view_class {
    const char *name;  /* "aging": the word after `go`, and the scope of its keys */
    const char *title; /* "Aging" */
    const char *help;  /* one line for the palette */
    enum view_kind kind;
    size_t state_size; /* zeroed memory at view->state, gone with the view */
    /* LIST, PAGE: "invoice list --customer {about}"; what has no value is left out */
    const char *runs;
    const char *opens; /* what Enter does on a row: "go customer {customer}" */
    const char *empty; /* said when there are no rows */
    const char *hides; /* a column that says the same in every row: "customer" */
    bool prefers_page; /* of a command that has both a page and rows */
    bool needs_about;  /* cannot be opened by its name alone */
    bool by_width;     /* loads other figures when the screen is wider */
    const char *posts; /* "payment receive": who may not run that is not let in */
    bool types;        /* letters are typed here, never commands; as in every form */
    const struct view_word *words;
    /* why one of its words cannot be done now; NULL = it can */
    const char *(*why_not)(struct view *view, const struct view_word *word);
    enum err (*start)(struct view *view); /* once, before the first load */
    /* Instead of `runs`. Sets view->means and proof; they lie in view->arena. */
    enum err (*load)(struct view *view);
    /* what is under the cursor: fills placeholders and why_not; out has what the columns say */
    void (*subject)(struct view *view, struct subject *out);
    /* the value of another placeholder, NULL = none; in desk->arena or longer */
    const char *(*value)(struct view *view, const char *name);
    unsigned (*key)(struct view *view, struct key key); /* enum reaction flags */
    enum err (*idle)(struct view *view); /* when no key came for view->idle_ms: a little work */
    void (*draw)(struct view *view, struct area area);
    void (*done)(struct view *view);
    const char *(*twin)(struct view *view); /* instead of `runs`, for `!` */
    /* FORM: is something typed that would be lost? And what its draft keeps beside the fields. */
    bool (*typed)(struct view *view);
    void (*draft)(struct view *view);
};

/* Where the cursor stood when the draft was kept. */
struct draft_place {
    int field, row, column;
};

struct view {
    const struct view_class *class;
    struct desk *desk;
    struct view *below; /* Esc goes there */
    const char *about;  /* what it was opened on: a customer's code, a document's number; or "" */
    const char *extra;  /* the words behind that: a day; or "" */
    const char *where;  /* line 2 at the left; NULL = title and about */
    const char *means;  /* line 2, right of the title; NULL = nothing */
    const char *proof;  /* the line above the keys when nothing just happened; NULL = none */
    int64_t revision;   /* of the book at the last load */
    int64_t loaded_at, load_us;
    int idle_ms;        /* set by the view: when to ask class->idle; 0 = it has nothing to do */
    bool has_page;      /* PAGE, or a LIST whose command answers with a page */
    struct arena arena; /* of the load */
    struct arena life;  /* of the view itself: about and the like */
    struct table table; /* VIEW_LIST */
    struct listbox box;
    struct listbox_table rows;
    /* a list that is not in `table`: load sets both (keyset pages) */
    const struct table_head *head;
    struct listbox_source source;
    size_t wanted;         /* rows of a long list that are loaded; 0 = all */
    bool more;             /* there are more behind them: going to the end loads on */
    char *where_text;      /* the filter `f` as typed; in malloc'ed memory; NULL = none */
    struct filter *filter; /* of the load under way */
    struct sink front;     /* the filter in front of the table */
    struct sink behind;
    struct bycurrency totals; /* of the rows that pass, where their source tells none */
    bool totalled;            /* it does */
    struct page page; /* VIEW_PAGE */
    struct pager pager;
    struct form form; /* VIEW_FORM */
    bool form_started;
    const char *draft; /* the name under which draft.c keeps what is typed; NULL = it does not */
    struct draft_place draft_place;
    void *state;
};

struct desk {
    struct session *session;
    struct book *book;
    struct view *top;
    char message[512]; /* what just happened; "" = the view's proof */
    unsigned message_style;
    struct arena arena; /* of one key */
    struct arena life;  /* of the desk */
    bool leave;
    const struct frame_key *asks; /* keys of what is to be answered first; NULL = the view's */
    int ask_count;
    bool typing;              /* a line, below the view */
    struct binding *bindings; /* binding.c */
    size_t binding_count;
    char **history; /* of the prompt, oldest first */
    size_t history_count, history_room;
    struct headless *headless;      /* NULL: the real terminal */
    struct draft *drafts;           /* draft.c: forms that were left */
    struct draftfile *draftfile;    /* draftfile.c: where they are kept; NULL = nowhere */
    struct printing printing;       /* how was printed last; the name lies in life */
    bool printed;                   /* it is known */
    const char *sought;             /* what was looked for last; NULL = nothing yet */
    int64_t idle_us;                /* since the last key, as far as it was waited for */
    struct present *present;        /* its place in the list of who sits at the screens */
    const char *comes, *last;       /* who came in at the lock, and when before; NULL = nobody */
    int64_t work_began, work_shown; /* microseconds; 0 = nothing under way */
};

/* Why whoever sits here is not let in, for want of a role; NULL = is. */
const char *view_why_not(struct desk *desk, const struct view_class *class);
/* The stack. `about` and `extra` are copied; NULL is "". A view that cannot load is not pushed; the
 * words are in the session's note. */
enum err desk_push(struct desk *desk, const struct view_class *class, const char *about,
                   const char *extra);
void desk_pop(struct desk *desk);
void desk_back(struct desk *desk); /* pops, and loads again what is below when it is old */
/* Loads again: place, sort and filter are kept. */
enum err view_load(struct view *view);
enum err view_command_load(struct view *view); /* what the twin answers, as load does it */
enum err view_command_run(struct view *view, const char *line);
bool view_is_old(struct view *view);
void view_shown_again(struct view *view); /* the list after its table was sorted */
/* For VIEW_LIST loads: rows pass the view's filter. */
struct sink view_sink(struct view *view);
void view_subject(struct view *view, struct subject *out);
/* The columns that say which customer and which paper a row is about, the best first. */
extern const char *const subject_customers[], *const subject_documents[];
size_t view_marked(const struct view *view); /* how many rows of the list are marked */
/* The text of a cell of the focused row, plain, by the column's name; NULL = none. */
const char *view_cell(struct view *view, const char *column);
/* The command line that shows the same in the shell; NULL = there is none. */
const char *view_twin(struct view *view);

void desk_say(struct desk *desk, unsigned style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void desk_say_failure(struct desk *desk, enum err code); /* the words of the session's note */

/* The word of that name that the view itself understands; NULL = none. */
const struct view_word *view_word_find(const struct view *view, const char *name);
/* Runs a line as the prompt does: `go VIEW [ABOUT [EXTRA]]`, a motion, a word of the desk, or a
 * command line; asks, shows progress, says what was done, loads again. A last word `...`, or
 * arguments that are missing, open the command's form. */
void desk_run(struct desk *desk, const char *line);
/* The same of a line that somebody typed or chose: what it tells row by row is shown (told.h). */
void desk_run_typed(struct desk *desk, const char *line);
const char *desk_word_quoted(const char *word, struct arena *arena); /* as a shell takes it */
/* Does what a widget's answer (enum reaction flags) or a motion asks for. */
void view_react(struct view *view, unsigned reaction);
void view_motion(struct view *view, enum motion motion);
/* A line with {placeholders} filled from the top view, as values and not as text; what has no
 * value is left out together with its --name. */
void desk_run_template(struct desk *desk, const char *text);
/* The same for Enter on a row: only where all that it needs is there. */
void view_open(struct view *view, const char *text);
/* The paper that the row under the cursor is about, else its customer. */
unsigned view_subject_open(struct view *view);
/* Words with placeholders to words with values, in desk->arena; returns how many. `missing` (may be
 * NULL) gets the first placeholder without a value. */
int desk_fill(struct desk *desk, struct view *view, char *const *words, int count, char **out,
              const char **missing);
/* Runs a command with arguments that are there already; ERR_OK says so on the message line. `out`
 * may be NULL. */
enum err desk_command(struct desk *desk, struct args *args, struct outcome *out);
/* The same of a command that tells row by row what it did: the rows are in `told`. */
enum err desk_command_told(struct desk *desk, struct args *args, struct table *told,
                           struct outcome *out);
/* Opens a form for a command with what is known already (args may have values). */
enum err desk_form(struct desk *desk, const struct command *command, const struct args *known);
/* Lets the user choose one of a list; false = left. The choices are made by the caller. */
bool desk_choose(struct desk *desk, const char *title, const struct choice *choices, size_t count,
                 struct choice *out);
/* The same for who typed elsewhere what fits none of them; NULL = nothing. */
bool desk_choose_mending(struct desk *desk, const char *title, const char *typed,
                         const struct choice *choices, size_t count, struct choice *out);
bool desk_ask(struct desk *desk, const char *question);
void desk_tell(struct desk *desk, const char *title, const char *text); /* until a key */
/* One line typed on the message line; false = left. `old` stands there first; with `history` Up and
 * Down go through it. *out lies in desk->arena. */
bool desk_line(struct desk *desk, const char *label, const char *old, bool history,
               const char **out);
int64_t desk_clock_us(void); /* for telling how long something takes */
/* Long work says where it is (the session's progress hook, and loads that pass many rows). */
bool desk_working(struct desk *desk, const char *what, int64_t done, int64_t total);

#endif
