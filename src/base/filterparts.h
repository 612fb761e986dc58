/* filterparts: a filter as its parser leaves it and its matching reads it; nobody else sees it. */
#ifndef BASE_FILTERPARTS_H
#define BASE_FILTERPARTS_H

#include "base/arena.h"
#include "base/filter.h"

enum { MONEY_SCALE = 4 }; /* decimals to which amounts are compared, whatever their currency */

enum node_kind { NODE_AND, NODE_OR, NODE_NOT, NODE_ANYWHERE, NODE_COMPARE };

enum op { OP_NONE, OP_EQ, OP_NE, OP_LT, OP_GT, OP_LE, OP_GE, OP_HAS, OP_THERE };

/* What the user compares with, read by the kind of its column. */
struct operand {
    const char *text;   /* folded */
    const char *digits; /* the same without the commas of a typed amount, or NULL */
    bool empty;         /* "": has the cell anything in it? */
    int64_t number;     /* money at 10^-4, others as their cells */
    struct date date;
    struct currency currency; /* of "5000 EUR"; no code when none is said */
};

struct node {
    enum node_kind kind;
    struct node *first, *next; /* parts of AND, OR, NOT; and the neighbour among them */
    int column;
    enum op op;
    struct operand operand;
};

struct filter {
    struct arena arena;
    struct arena *scratch; /* folded texts of the row being matched; so that matching is const */
    const struct node *root;
    const struct column *columns; /* kinds only are looked at later */
    int count;
};

#endif
