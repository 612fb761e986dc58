#include "ledger/shortage.h"

#include "ledger/local.h"

/* The latest act that stands on a document, seen from its principal row. */
struct taking {
    const char *number; /* of the document that lost */
    bool is_debit;
    const char *actor; /* NULL: it is not in the journal yet */
    int64_t moment;
    enum document_kind kind; /* of what took it */
    const char *by;          /* its number */
};

#define TAKING                                                                                     \
    "SELECT own.number, e.actor, e.moment, CASE WHEN other.kind = " KIND_TRANSFER                  \
    " AND $3 = 1 THEN source.kind"                                                                 \
    " ELSE other.kind END, CASE WHEN other.kind = " KIND_TRANSFER " AND $3 = 1 THEN source.number" \
    " ELSE other.number END FROM item i JOIN document own ON own.id = i.document_id"               \
    " JOIN application a ON a."
#define STANDS                                                                                     \
    " JOIN document other ON other.id = o.document_id"                                             \
    " LEFT JOIN document source ON source.id = other.related_id"                                   \
    " LEFT JOIN entry e ON e.id = a.entry_id"                                                      \
    " WHERE i.document_id = $1 AND ($2 = 0 OR i.seq = $2) AND a.reverses_id IS NULL"               \
    " AND NOT EXISTS (SELECT 1 FROM application r WHERE r.reverses_id = a.id)"                     \
    " ORDER BY a.act_id DESC, a.id LIMIT 1"

/* The money of a transfer is named by the payment that it moved, when it came to a debit. */
static enum err taking_read(struct book *book, const struct shortage *shortage, bool is_debit,
                            struct arena *arena, struct taking *out, bool *is)
{
    struct stmt *q =
        is_debit
            ? db_sql(book->db, TAKING "debit_id = i.id JOIN item o ON o.id = a.credit_id" STANDS)
            : db_sql(book->db, TAKING "credit_id = i.id JOIN item o ON o.id = a.debit_id" STANDS);

    bind_i64(q, 1, shortage->document_id);
    bind_i64(q, 2, shortage->instalment);
    bind_i64(q, 3, is_debit);
    *is = stmt_row(q);
    if (*is)
        *out =
            (struct taking){.number = arena_text(arena, col_text(q, 0)),
                            .is_debit = is_debit,
                            .actor = col_is_null(q, 1) ? NULL : arena_text(arena, col_text(q, 1)),
                            .moment = col_i64(q, 2),
                            .kind = (enum document_kind)col_i64(q, 3),
                            .by = arena_text(arena, col_text(q, 4))};
    return stmt_end(q);
}

/* Money is used for a paper, and a paper is paid with money. */
static const char *deed_of(const struct taking *taking, bool in_part, const char **way)
{
    *way = "with";
    switch (taking->kind) {
    case DOCUMENT_PAYMENT: return in_part ? "paid in part" : "paid";
    case DOCUMENT_WRITEOFF: return in_part ? "written off in part" : "written off";
    case DOCUMENT_REFUND: return in_part ? "refunded in part" : "refunded";
    case DOCUMENT_TRANSFER: return in_part ? "moved in part" : "moved";
    case DOCUMENT_REVERSAL:
    case DOCUMENT_VOID:
    case DOCUMENT_CONTRA: return "taken back";
    default: break;
    }
    if (!taking->is_debit) {
        *way = "for";
        return in_part ? "used in part" : "used";
    }
    return in_part ? "settled in part" : "settled";
}

/* "at 14:02", with the day when it was another one. */
static const char *when_words(struct book *book, int64_t moment, struct arena *arena)
{
    char day[DATE_TEXT], clock[CLOCK_TEXT];
    const struct date on = moment_date(moment);

    moment_clock(moment, clock);
    return on.day == moment_date(book_moment(book)).day
               ? arena_format(arena, "at %s", clock)
               : arena_format(arena, "on %s at %s", date_iso(on, day), clock);
}

static const char *taking_words(struct book *book, const struct shortage *shortage,
                                const struct taking *taking, struct arena *arena)
{
    char left[MONEY_TEXT];
    const char *number = taking->number, *way;
    const char *deed = deed_of(taking, shortage->left.minor > 0, &way);

    if (shortage->instalment)
        number = arena_format(arena, "%s instalment %d", number, shortage->instalment);
    return arena_format(arena, "%s was %s by %s %s %s %s: %s is left", number, deed, taking->actor,
                        when_words(book, taking->moment, arena), way, taking->by,
                        money_plain(shortage->left, left));
}

static enum err taking_find(struct book *book, const struct shortage *shortage, struct arena *arena,
                            struct taking *out, bool *is)
{
    TRY(taking_read(book, shortage, true, arena, out, is));
    if (!*is)
        TRY(taking_read(book, shortage, false, arena, out, is));
    *is = *is && out->actor;
    return ERR_OK;
}

enum err shortage_words(struct book *book, const struct shortage *shortage, struct arena *arena,
                        const char **out)
{
    struct taking taking;
    bool is = false;

    *out = NULL;
    TRY(taking_find(book, shortage, arena, &taking, &is));
    if (is)
        *out = taking_words(book, shortage, &taking, arena);
    return ERR_OK;
}

static enum err left_fail(struct book *book, const struct shortage *shortage, struct arena *arena)
{
    struct document document;
    char left[MONEY_TEXT];

    TRY(document_get(book, shortage->document_id, arena, &document));
    const bool ours = document.kind == DOCUMENT_PAYMENT || document.kind == DOCUMENT_CREDIT;
    const char *what = ours ? "left" : "open";
    if (!shortage->so)
        return fail(book->note, ERR_CONFLICT, "%s has nothing %s%s", document.number, what,
                    shortage->instalment ? " on that instalment" : "");
    return fail(book->note, ERR_CONFLICT, "%s has only %s %s; %s", document.number,
                money_plain(shortage->left, left), what, shortage->so);
}

enum err shortage_fail(struct book *book, const struct shortage *shortage)
{
    struct arena arena = {0};
    const char *words = NULL;
    enum err e;

    TRY_OUT(shortage_words(book, shortage, &arena, &words));
    if (words)
        e = fail(book->note, ERR_CONFLICT, "%s%s%s", words, shortage->so ? ", so " : "",
                 shortage->so ? shortage->so : "");
    else
        e = left_fail(book, shortage, &arena);
out:
    arena_done(&arena);
    return e;
}
