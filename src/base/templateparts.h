/* templateparts: a parsed template, as its parser leaves it and its drawing reads it. */
#ifndef BASE_TEMPLATEPARTS_H
#define BASE_TEMPLATEPARTS_H

#include "base/template.h"

enum node_kind {
    NODE_TEXT,
    NODE_SPACE,
    NODE_TITLE,
    NODE_SUBTITLE,
    NODE_HEADING,
    NODE_PAIR,
    NODE_SUM,
    NODE_CODE,
    NODE_RULE,
    NODE_PAGE,
    NODE_LOGO,
    NODE_COLUMN,
    NODE_PROOF,
    NODE_IF,
    NODE_FOR,
    NODE_TABLE
};

/* Where a value is found: in the row of a loop, or in the paper. */
struct place {
    const char *row;  /* the loop's word; NULL = the paper */
    const char *name;
    enum cell_kind kind; /* as the vocabulary has it */
};

/* A piece of a text: plain, or a value. */
struct piece {
    const char *text; /* NULL = a value */
    struct place place;
    struct piece *next;
};

#define NODE_PARTS 3

struct node {
    enum node_kind kind;
    struct piece *parts[NODE_PARTS];
    int count; /* of parts */
    /* {if}: the value asked for; {for} and {table}: the list */
    struct place place;
    const char *word; /* {for} and {table}: the row's word; {if}: what is compared with, or NULL */
    bool negated;
    struct node *inside, *otherwise, *next;
    int worth; /* of a column */
    unsigned flags;
    bool code; /* of a column */
};

struct saying {
    const char *ours, *theirs;
    struct saying *next;
};

struct template {
    const char *name;
    struct node *first;
    struct saying *words;
    struct notation notation; /* decimal 0, days 0: not said */
};
/* What says values: where words of ours are looked for, and how figures and days are written. */
struct sayer {
    const struct template *template, *words; /* words NULL = none */
    const struct fields *fields;
    struct arena *arena;
    struct notation notation;
};
/* A word of ours in their language; NULL = nobody says it in another way. */
const char *template_word(const struct sayer *s, const char *key);
/* A value in a text; "" for NULL. */
const char *template_say(const struct sayer *s, const struct fields_value *value);

#endif
