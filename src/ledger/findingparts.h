/* findingparts: what the sources of a finding share: the state of one search, and its weighing. */
#ifndef LEDGER_FINDINGPARTS_H
#define LEDGER_FINDINGPARTS_H

#include "ledger/finding.h"
#include "ledger/local.h"
#include "ledger/names.h"

#define FINDING_MOST 10000 /* found papers and the like that are kept */
#define FINDING_DIGITS 5   /* decimals that currencies have: 0 to 4 */

struct name_hit {
    uint32_t row; /* in names */
    uint8_t rank, field;
};

/* One way through a table, from its end. */
struct finding_pass {
    const struct finding_table *table;
    int64_t at, last; /* ids above `at` were read; `last` is the highest */
};
#define FINDING_PASSES 12

struct finding {
    struct book *book;
    struct finding_query query;
    struct names *names;
    struct merged_set merged;
    struct arena arena;   /* what lives as long as the finding */
    struct arena scratch; /* of one candidate */
    bool digits[FINDING_DIGITS]; /* currencies of the book have so many decimals */
    uint16_t *words;             /* of each customer by id: words that occur in it, as bits */
    int64_t words_count;
    struct name_hit *customers; /* the best first */
    size_t customer_count;
    struct found *found;
    size_t found_count, found_room;
    uint32_t *slots; /* places + 1 in found, by kind and id */
    size_t slot_count;
    uint32_t *order; /* places in found, best first; highest bit: in customers */
    bool ordered, cut;
    struct finding_pass passes[FINDING_PASSES];
    int pass, pass_count;
};

/* A document as it is weighed; texts live until the next row. */
struct weighed {
    int64_t id, customer_id;
    enum document_kind kind;
    const char *number, *po, *reference, *text, *reason, *currency;
    int64_t total, base_total;
    int32_t posted;
    /* a text of its own, and an amount besides the total */
    enum found_field extra_field;
    const char *extra; /* NULL = none */
    enum found_field figure_field;
    int64_t figure; /* 0 = none */
};
#define WEIGHED_COLUMNS                                                                            \
    "d.id, d.customer_id, d.kind, d.number, d.po, d.reference, d.text, d.reason, d.currency,"      \
    " d.total, d.base_total, d.posted"
void weighed_read(struct stmt *q, struct weighed *out); /* the first twelve columns */
/* Takes it in when it is what is looked for. */
enum err finding_weigh(struct finding *finding, const struct weighed *paper);
/* The document of an item, line, receipt: read, then weighed with what was found there. */
enum err finding_weigh_id(struct finding *finding, int64_t document_id,
                          const struct weighed *extra);
/* Every row of WEIGHED_COLUMNS, until enough is found; ends the statement. */
enum err finding_weigh_rows(struct finding *finding, struct stmt *q);
/* Words of a text as bits. */
unsigned finding_words(struct finding *finding, const char *text);
/* A dispute or an entry with these words in it. */
void finding_take(struct finding *finding, const struct found *found);

bool finding_wants(const struct finding *finding, unsigned kinds);
enum err finding_quick(struct finding *finding); /* by indexes */
enum err finding_plan(struct finding *finding);  /* the passes */

#endif
