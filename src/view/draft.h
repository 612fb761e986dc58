/* draft: what was typed into a form that is open or was left: kept until it is posted, also over a
 * hang-up and the end of the program.
 *
 * A view names its draft (view->draft) and says what is typed (class->typed) and what belongs to it
 * beside the fields (class->draft): its operation id above all, so that what was posted just before
 * the line dropped is not posted again.
 * Holds: secret fields are never kept; what looks like a card number never reaches the disk.
 * Memory: drafts_close gives back. */
#ifndef VIEW_DRAFT_H
#define VIEW_DRAFT_H

#include "view/desk.h"

struct draft_text {
    const char *field, *text; /* field: of a mark, its key */
    int row, column;          /* of a grid; DRAFT_LINE, DRAFT_MARK */
    bool marked;
    struct draft_text *next;
};
enum { DRAFT_LINE = -1, DRAFT_MARK = -2 };

struct draft {
    const char *name; /* in the desk's life */
    struct draft_text *texts;
    struct arena arena; /* of the texts */
    bool live;          /* kept while its form is open, also on the disk */
    bool in_use;        /* that form is open: it is not offered to a second one */
    struct draft *next;
};

/* Keeps the texts of the form under a name, until it is taken or the desk ends; an earlier one of
 * that name gives way. `which` tells field by field; NULL = all. */
void draft_keep(struct desk *desk, const char *name, const struct form *form, const bool *which);
/* Beside the fields, of a draft that was just kept; and what was marked; NULL = nothing. */
void draft_mark(struct desk *desk, const char *name, const char *key, const char *text);
const char *draft_marked(struct desk *desk, const char *name, const char *key);
/* Puts them into the fields of the same names; false = there was none. One whose operation is in
 * the journal is forgotten instead, which is said. */
bool draft_take(struct desk *desk, const char *name, struct form *form);
void draft_forget(struct desk *desk, const char *name);

/* After each key: when the cursor has left a field, what is typed is kept. */
void draft_watch(struct view *view);
/* The form is left: true = something was typed, and is kept for the next time. */
bool draft_leave(struct view *view);
/* The screens are locked: what is typed in every form on the stack is kept, and stays there. */
void drafts_keep_all(struct desk *desk);
/* The line is gone: every form on the stack is left. */
void drafts_leave_all(struct desk *desk);

/* ---- one of them, for the file ---- */

struct draft *draft_named(struct desk *desk, const char *name); /* made when it is not there */
void draft_add(struct draft *draft, const struct draft_text *text);
bool draft_waits(const struct draft *draft); /* it belongs on the disk */
void drafts_close(struct desk *desk);

#endif
