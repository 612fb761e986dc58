/* commandform: the form that a command's row opens for its arguments: one field per argument.
 *
 * A field that still holds what it was opened with is left out of the command; texts are checked
 * and made canonical when they are left. Other forms of papers (v_invoice) are made of the same
 * fields.
 * Knows: the row, ledger queries (what a code stands for), the desk. Memory: the view's life. */
#ifndef VIEW_COMMANDFORM_H
#define VIEW_COMMANDFORM_H

#include "view/finder.h"
#include "view/views.h"

#define COMMANDFORM_FIELDS 64

struct commandform {
    struct view *view;
    const struct command *command;
    const struct arg *of[COMMANDFORM_FIELDS];  /* the argument of each field */
    const char *was[COMMANDFORM_FIELDS];       /* its text when it was opened */
    bool known[COMMANDFORM_FIELDS];            /* the caller gave it */
    const int *columns_of[COMMANDFORM_FIELDS]; /* grid column -> argument's column; NULL = same */
    int columns_typed[COMMANDFORM_FIELDS];     /* how many of the grid's columns are arguments */
    int needs_column[COMMANDFORM_FIELDS];      /* lenient: rows without that one (from 1) wait */
    const char *stored_of;                     /* whose stored values the fields hold */
    struct finder finder;
    char op_id[64]; /* one a form: a second Enter posts nothing twice */
};

/* What view->about says, as arguments; begins the form. `state` is at the view's state. */
enum err commandform_open(struct view *view, struct form_owner owner, struct args *known);
/* A field for the argument, with these flags beside its own; -1 when the command has none such. */
int commandform_field(struct commandform *state, const char *name, unsigned flags);
/* The same for rows, with other columns than the argument's. */
int commandform_rows(struct commandform *state, const char *name, const struct grid_column *columns,
                     int count, const int *columns_of, int columns_typed);
/* The same as one line of text, which the argument's own reader takes. */
int commandform_rows_line(struct commandform *state, const char *name, unsigned flags);
/* Fills in what is known: values of the caller, sticky ones, a draft; places the cursor. */
void commandform_fill(struct commandform *state, const struct args *known);
/* An already stored value: the field holds it, and it is only sent when it is changed. */
void commandform_stored(struct commandform *state, const char *name, const char *text);

enum err commandform_check(void *self, struct form *form, int field, struct note *note);
enum err commandform_check_cell(void *self, struct form *form, int field, int row, int column,
                                struct note *note);
/* The command with what stands in the fields. `lenient` leaves out what is not right (yet), and
 * leaves in the id of each grid row its place among the rows, from 1; 0 = left out. */
enum err commandform_args(struct commandform *state, bool lenient, struct arena *arena,
                          struct args *out, struct note *note);
const char *commandform_label(const char *name, struct arena *arena); /* "tax-id": "Tax id" */
/* In a form there are fields, no options: "say with --against" says "say with Against". In the
 * desk's arena. */
const char *commandform_words(const struct commandform *state, const char *words);
/* After a refusal: the field that the words of the session name gets the cursor and the words. */
void commandform_refusal(struct commandform *state);
/* Runs it; REACT_CLOSE when it is done, else the bad field has the cursor. */
unsigned commandform_run(struct view *view);
unsigned commandform_pick(struct view *view);
/* Of the view's class: is something typed, and what its draft keeps beside the fields. */
bool commandform_typed(struct view *view);
void commandform_draft(struct view *view);
void commandform_leave(struct view *view); /* keeps what was typed, and says so */
/* The sentence of the argument that has the cursor. */
const char *commandform_help(const struct commandform *state);
void commandform_done(struct view *view);

#endif
