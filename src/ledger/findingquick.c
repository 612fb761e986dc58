/* findingquick: documents that an index finds: by number, reference and order number, as they
 * begin, and by total. */
#include "ledger/findingparts.h"
#include "rules/reference.h"

#include <string.h>

#define BEHIND "\xF4\x8F\xBF\xBF" /* sorts behind whatever begins with what stands before it */
#define PLACES 100                /* rows of one index that are looked at while somebody types */
#define NUMBER_BYTES 60

static enum err between(struct finding *finding, struct stmt *q, const char *from)
{
    bind_text(q, 1, from);
    bind_text(q, 2, arena_format(&finding->arena, "%s" BEHIND, from));
    bind_i64(q, 3, PLACES);
    return finding_weigh_rows(finding, q);
}

static enum err number_begins(struct finding *finding, const char *text)
{
    return between(finding,
                   db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE"
                                             " d.number BETWEEN $1 AND $2 ORDER BY d.number"
                                             " LIMIT $3"),
                   text);
}

static enum err reference_begins(struct finding *finding, const char *text)
{
    TRY(between(finding,
                db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE"
                                          " d.reference COLLATE NOCASE BETWEEN $1 AND $2 AND"
                                          " d.reference <> '' ORDER BY d.reference COLLATE NOCASE"
                                          " LIMIT $3"),
                text));
    return between(finding,
                   db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE"
                                             " d.po COLLATE NOCASE BETWEEN $1 AND $2 AND"
                                             " d.po <> '' ORDER BY d.po COLLATE NOCASE LIMIT $3"),
                   text);
}

/* The book's own series are named by their digits alone, with or without zeros in front. */
static enum err word_find(struct finding *finding, const char *word)
{
    const char *bare = word + strspn(word, "0");

    if (strlen(word) > NUMBER_BYTES)
        return ERR_OK;
    TRY(number_begins(finding, word));
    if (bare != word && *bare)
        TRY(number_begins(finding, bare));
    if (*word >= '0' && *word <= '9')
        for (int kind = 1; kind < DOCUMENT_KINDS; kind++)
            TRY(number_begins(finding, arena_format(&finding->arena, "%s%s",
                                                    document_kind_prefix((enum document_kind)kind),
                                                    *bare ? bare : word)));
    return reference_begins(finding, word);
}

/* The document whose number makes this RF reference, which stands nowhere in the book. */
static enum err rf_weigh(struct finding *finding, const char *number, const char *reference)
{
    struct stmt *q = db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE"
                                               " d.number = $1 ORDER BY d.id");
    enum err e = ERR_OK;

    bind_text(q, 1, number);
    while (e == ERR_OK && stmt_row(q)) {
        struct weighed paper;
        char made[REFERENCE_TEXT];
        weighed_read(q, &paper);
        if (reference_make(paper.number, made, NULL) != ERR_OK || strcmp(made, reference) != 0)
            continue;
        paper.extra = finding->query.sought->typed;
        paper.extra_field = FOUND_IN_REFERENCE;
        e = finding_weigh(finding, &paper);
    }
    return stmt_end_after(q, e);
}

/* Its number has lost its marks: the book's own series give them back. */
static enum err rf_find(struct finding *finding, const char *typed)
{
    struct reference_walk walk = {.text = typed};
    char reference[REFERENCE_WORD];

    if (!reference_is(typed) || !reference_next(&walk, reference))
        return ERR_OK;
    const char *number = reference + 4;
    TRY(rf_weigh(finding, number, reference));
    for (int kind = 1; kind < DOCUMENT_KINDS; kind++) {
        const char *prefix = document_kind_prefix((enum document_kind)kind);
        const size_t letters = strcspn(prefix, "-");
        if (strncmp(number, prefix, letters) == 0)
            TRY(rf_weigh(finding, arena_format(&finding->arena, "%s%s", prefix, number + letters),
                         reference));
    }
    return ERR_OK;
}

static enum err total_find(struct finding *finding, const struct sought_range *range)
{
    for (unsigned digits = 0; digits < FINDING_DIGITS; digits++) {
        int64_t low, high;
        if (!finding->digits[digits] || !sought_minor(range, digits, &low, &high))
            continue;
        struct stmt *q =
            db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE"
                                      " d.total BETWEEN $1 AND $2 ORDER BY d.total LIMIT $3");
        bind_i64(q, 1, low);
        bind_i64(q, 2, high);
        bind_i64(q, 3, PLACES);
        TRY(finding_weigh_rows(finding, q));
    }
    return ERR_OK;
}

static bool has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

enum err finding_quick(struct finding *finding)
{
    const struct sought *sought = finding->query.sought;

    if (*sought->typed) {
        TRY(word_find(finding, sought->typed));
        TRY(rf_find(finding, sought->typed));
    }
    for (int i = 0; i < sought->word_count; i++)
        if (sought->word_count > 1 && has_digit(sought->words[i]))
            TRY(word_find(finding, sought->words[i]));
    for (int i = 0; i < sought->amount_count; i++)
        for (int k = 0; k < sought->amounts[i].range_count; k++)
            TRY(total_find(finding, &sought->amounts[i].ranges[k]));
    return ERR_OK;
}
