/* importpost: what the records of an import share while they are posted.
 *
 * importpost goes through the groups of the file and makes its customers; importpaper and
 * importpayment make of a group or a record what their names say.
 * Holds: a customer is found or made once; words of a failure begin with the file and its line.
 * Memory: the posting, given back by import_post. */
#ifndef APP_IMPORTPOST_H
#define APP_IMPORTPOST_H

#include "app/import.h"
#include "app/repeats.h"
#include "ledger/approval.h"
#include "ledger/document.h"

/* Customers met in this file: found or made once. */
struct known {
    const char *code;
    int64_t id;
    struct currency currency;
};

struct post {
    struct import *import;
    struct tx *tx;
    struct book *book;
    struct arena arena;  /* of the whole posting */
    struct arena scrap;  /* of one group */
    struct known *known; /* open addressing */
    size_t known_count, known_room;
    struct repeats repeats; /* of rows of this file */
    bool create, opening;
    int64_t alone[GRANT_KINDS]; /* what whoever imports may grant, in base; 0: unread */
    int64_t first_customer; /* that this file made; 0 none yet */
    bool orphans;           /* customers whose parent stands further down in the file */
    struct date opening_date;
    int64_t opening_sum; /* in base */
};

/* Puts the file and the record's line before the words of a failure; passes the code on. */
enum err import_at_line(struct post *post, const struct record *record, enum err code);
/* The number under which a paper of the file stands here, and which one has it (id 0 = none). A
 * void number stays taken: with --suffix the paper comes in again under that number and the suffix;
 * without, *left tells that it is left void. */
enum err import_number(struct post *post, enum document_kind kind, const char *number,
                       int64_t customer_id, const char **out, struct document *there, bool *left);
/* The paper `there` is in the book already: the same one is passed over (*skip), another one under
 * its number is a CONFLICT. */
enum err import_judge_there(struct post *post, const struct document *there, struct date date,
                            struct money total, bool *skip);
/* A row of a day to come is told of; `doubt` is what is odd about such money, NULL = nothing. */
void import_day(struct post *post, const struct record *record, struct date day,
                const char *doubt);
/* MISSING when the book has no rate for the record and the file none; INPUT when the file's is
 * plainly the other way round, or the sign at its amount is not of that currency. */
enum err import_rate(struct post *post, const struct record *record, struct currency currency);
/* MISSING where it is not in the book and may not be made. */
enum err import_customer(struct post *post, const struct record *record, struct known *out);
/* One document of the lines of a group; one that is there already is passed over. */
enum err import_paper(struct post *post, const struct import_group *group);
enum err import_payment(struct post *post, const struct record *record);
/* What the file lets go (`what`, for the words) counts against the limit of whoever imports.
 * DENIED above it. */
enum err import_concede(struct post *post, struct concession *wish, const char *what);

#endif
