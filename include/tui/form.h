/* form: fields that are filled in: labels, texts, hints, and the way of the cursor through them.
 *
 * Enter goes to the next field that is not sticky and accepts on the last; Tab, Shift-Tab and the
 * arrows visit all. Leaving a field asks the owner's `check`; a refusal keeps text and cursor there
 * and shows the sentence. F10 or Ctrl-S accepts from any field, F4 or Ctrl-T asks for a pick list,
 * Esc or F12 leaves. What is pasted fills the field or the cells of the grid and moves no further.
 * The model (form_key) never draws; form_draw never changes a value.
 * Memory: embedded; form_done gives back. Labels and choices are borrowed. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "base/arena.h"
#include "tui/draw.h"
#include "tui/grid.h"
#include "tui/lineedit.h"
#include "tui/reaction.h"

enum form_field_flags {
    FORM_REQUIRED = 1,
    FORM_STICKY = 2, /* keeps its value; Enter passes over it */
    FORM_RIGHT = 4,  /* an amount */
    FORM_PICK = 8,   /* F4 offers a list */
    FORM_SECRET = 16,
    FORM_FIXED = 32, /* shown, never visited */
    FORM_GAP = 64,   /* an empty line before it */
};

struct form_field {
    const char *name; /* machine name: the argument's */
    const char *label;
    unsigned flags;
    int cells; /* width of the box */
    const char *const
        *choices; /* NULL-terminated, or NULL: Space goes through them, letters find one */
    char typed[24]; /* the letters of a choice that were typed in a row */
    struct lineedit edit;
    struct grid *grid; /* a grid instead of a line; owned by the form */
    bool edited;       /* changed since it got the cursor */
    char *hint;        /* to the right: "ACME HOLDINGS LTD"; NULL = none */
    char *error;       /* shown instead of the hint; NULL = none */
};

struct form;

/* The owner. Any function may be NULL. */
struct form_owner {
    /* The field is about to be left, its text changed or about to be accepted. May form_set,
     * form_hint. ERR_OK, or a code with the sentence in note: the cursor stays. */
    enum err (*check)(void *self, struct form *form, int field, struct note *note);
    /* The same for a cell of the grid: row, column. May grid_set the computed columns. */
    enum err (*check_cell)(void *self, struct form *form, int field, int row, int column,
                           struct note *note);
    /* A row was marked, unmarked, added or taken away. */
    void (*row_changed)(void *self, struct form *form, int field, int row);
    void *self;
};

struct form {
    const char *title;
    struct form_owner owner;
    struct form_field *fields;
    int count, room;
    int at;           /* focused field */
    int top;          /* first line shown */
    bool refused;     /* of what is being pasted a cell was: the rest stays out */
    struct note note; /* what is wrong; "" = nothing */
};

void form_init(struct form *form, const char *title, struct form_owner owner);
void form_done(struct form *form);
/* Adds a field at the end and returns its place. */
int form_line(struct form *form, const char *name, const char *label, unsigned flags, int cells);
int form_choice(struct form *form, const char *name, const char *label, unsigned flags,
                const char *const *choices);
int form_grid(struct form *form, const char *name, unsigned flags,
              const struct grid_column *columns, int count, unsigned grid_flags);
int form_find(const struct form *form, const char *name);      /* -1 = none */
void form_set(struct form *form, int field, const char *text); /* as a default; not for grids */
const char *form_text(const struct form *form, int field);
void form_hint(struct form *form, int field, const char *text);  /* NULL = none */
void form_error(struct form *form, int field, const char *text); /* and puts the cursor there */
void form_focus(struct form *form, int field);
/* Checks every field; ERR_OK, or the first bad one has the cursor and the note. */
enum err form_check(struct form *form);
/* Has the focused field codes or words to choose from? */
bool form_has_list(const struct form *form);
unsigned form_key(struct form *form, struct key key); /* enum reaction flags */
void form_draw(struct form *form, struct area area);

#endif
