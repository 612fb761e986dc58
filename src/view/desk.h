/* desk: what the views share: the stack of screens, and one screen on it.
 *
 * One loop (loop.c) owns a struct desk. A key goes: the open dialog or chooser, the prompt, the view's
 * own widget, the table of keys (view's scope, then its kind's, then global). What a key says is a
 * command line or a motion; nothing else changes the books or the stack.
 * A view loads what it shows into its own arena, remembers the book's revision, and loads again when
 * that is old. No statement is open while a key is awaited. */
#ifndef VIEW_DESK_H
#define VIEW_DESK_H

#include "app/command.h"
#include "tui/chooser.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/listbox.h"
#include "tui/pager.h"

enum view_kind {
    VIEW_LIST, /* load pushes rows into view_sink(view); the listbox does the rest */
    VIEW_PAGE, /* load fills view->page; the pager does the rest */
    VIEW_FORM, /* a struct form; accepting it runs its command */
    VIEW_OWN   /* special work: the start page, the payment desk */
};

struct view;

/* One row of views.c. Functions may be NULL where the kind has its own way. */
struct view_class {
    const char *name;  /* "aging": the word after `go`, and the scope of its keys */
    const char *title; /* "Aging" */
    enum view_kind kind;
    size_t state_size; /* zeroed memory at view->state, gone with the view */
    /* what the figures mean, for line 2; made by load, lies in view->arena */
    enum err (*load)(struct view *view);
    /* what is under the cursor: fills placeholders and why_not */
    void (*subject)(struct view *view, struct subject *out);
    const char *opens; /* what Enter does on a row: "go customer {customer}" */
    /* FORM and OWN */
    enum err (*start)(struct view *view);                 /* once, before the first load */
    unsigned (*key)(struct view *view, struct key key);   /* enum reaction flags */
    void (*draw)(struct view *view, struct area area);
    void (*done)(struct view *view);
    /* the command line that shows the same in the shell: `!` */
    const char *(*twin)(struct view *view);
};

struct view {
    const struct view_class *class;
    struct desk *desk;
    struct view *below;    /* Esc goes there */
    const char *about;     /* what it was opened on: a customer's code, a document's number; or "" */
    const char *means;     /* line 2, right of the title; NULL = nothing */
    const char *proof;     /* the line above the keys when nothing just happened; NULL = none */
    int64_t revision;      /* of the book at the last load */
    struct arena arena;    /* of the load */
    struct arena life;     /* of the view itself: about and the like */
    struct table table;    /* VIEW_LIST */
    struct listbox box;
    struct listbox_table rows;
    struct page page;      /* VIEW_PAGE */
    struct pager pager;
    struct form form;      /* VIEW_FORM */
    void *state;
};

struct desk {
    struct session *session;
    struct book *book;
    struct view *top;
    struct note note;            /* of the last thing that failed */
    char message[512];           /* what just happened; "" = the view's proof */
    unsigned message_style;
    struct arena arena;          /* of one key */
    bool leave;
};

/* The stack. `about` is copied. A view that cannot load is not pushed; the words are in desk->note. */
enum err desk_push(struct desk *desk, const struct view_class *class, const char *about);
void desk_pop(struct desk *desk);
const struct view_class *view_class_find(const char *name);

/* Runs a line as the prompt does: `go NAME [ABOUT]`, a motion, or a command line; asks, shows progress,
 * says what was done, loads again. Arguments that are missing open the command's form. */
void desk_run(struct desk *desk, const char *line);
/* The same with {placeholders} filled from the top view's subject, as values and not as text. */
void desk_run_template(struct desk *desk, const char *template);
/* Runs a command with arguments that are there already; ERR_OK says so on the message line. `out` may be
 * NULL. */
enum err desk_command(struct desk *desk, struct args *args, struct outcome *out);
void desk_say(struct desk *desk, unsigned style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Opens a form for a command with what is known already (args may have values). */
enum err desk_form(struct desk *desk, const struct command *command, const struct args *known);
/* Lets the user choose one of a list; false = left. The choices are made by the caller. */
bool desk_choose(struct desk *desk, const char *title, const struct choice *choices, size_t count,
                 struct choice *out);
bool desk_ask(struct desk *desk, const char *question);
/* For VIEW_LIST loads. */
struct sink view_sink(struct view *view);

#endif
