/* fields: what a paper can tell: values by name, and lists whose rows are fields again.
 *
 * Names may have dots ("customer.name"); they are one text each. A vocabulary says which names
 * there are, so that a template is judged before it is drawn.
 * Holds: every value that is put has a row in the vocabulary, of its own list and kind.
 * Memory: the arena given at birth; texts are copied into it. */
#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H

#include "base/picture.h"
#include "base/table.h"

struct vocabulary {
    const char *list; /* of whose rows it is; "" = of the paper itself */
    const char *name; /* NULL ends the vocabulary; "" = the list itself */
    enum cell_kind kind;
    const char *help;
};
/* NULL = there is no such name. */
const struct vocabulary *vocabulary_find(const struct vocabulary *rows, const char *list,
                                         const char *name);

/* The value of the list, or with `lists` the list, that a slip meant; NULL = none is near. */
const char *vocabulary_near(const struct vocabulary *rows, const char *list, const char *name,
                            bool lists);

struct fields {
    struct arena *arena;
    const struct vocabulary *vocabulary;
    const char *list;         /* of whose rows it is one; "" = none */
    struct fields_value *values;
    struct fields_list *lists;
    const struct picture *logo; /* NULL = none */
    struct fields *next;      /* row */
    enum row_kind kind;
    char mark;
    int64_t id;
};
struct fields_value {
    const char *name;
    struct cell cell;
    bool word;    /* a word of ours, said in the language of the paper */
    bool pattern; /* {name} in it stands for a value of its row or the paper, once */
    const struct fields *of;
    struct fields_value *next;
};
struct fields_list {
    const char *name;
    struct fields *first, *last;
    struct fields_list *next;
};

void fields_init(struct fields *fields, struct arena *arena, const struct vocabulary *vocabulary);
void fields_put(struct fields *fields, const char *name, struct cell cell);
void fields_text(struct fields *fields, const char *name, const char *text);
void fields_word(struct fields *fields, const char *name, const char *word);
void fields_pattern(struct fields *fields, const char *name, const char *text);
/* A word of ours with values in it: "settled here by {paid}". */
void fields_sentence(struct fields *fields, const char *name, const char *sentence);
void fields_date(struct fields *fields, const char *name, struct date date);
void fields_money(struct fields *fields, const char *name, struct money money);
void fields_flag(struct fields *fields, const char *name, bool flag);
/* A new last row of a list. */
struct fields *fields_row(struct fields *fields, const char *list);

/* NULL = nothing was put there. */
const struct fields_value *fields_find(const struct fields *fields, const char *name);
const struct fields_list *fields_list(const struct fields *fields, const char *name);

/* A table's rows as the rows of a list, each cell under its column's name; a column that the
 * vocabulary does not have is passed over. A group's row has its name under "group"; the texts of
 * the column `word` are words of ours. */
struct fields_sink {
    struct fields *fields;
    const char *list, *word;
    const struct column *columns;
    int count;
};
struct sink fields_take(struct fields_sink *self);

#endif
