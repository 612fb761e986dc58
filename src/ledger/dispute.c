/* dispute: cases on items, opened and closed; a case is a fact, its closing another. */
#include "ledger/dispute.h"

#include "ledger/disputereason.h"
#include "ledger/disputestep.h"
#include "ledger/local.h"

#include <string.h>
#include <strings.h>

const char *const dispute_resolution_words[] = {"withdrawn", "paid",     "credit",
                                                "writeoff",  "rejected", NULL};

enum dispute_resolution dispute_resolution_of(const char *words)
{
    for (int i = 0; i < DISPUTE_OTHER; i++) {
        const size_t len = strlen(dispute_resolution_words[i]);
        if (strncasecmp(words, dispute_resolution_words[i], len) == 0 &&
            (words[len] == '\0' || strchr(" :,;.", words[len])))
            return (enum dispute_resolution)i;
    }
    return DISPUTE_OTHER;
}

static const char *resolution_word(enum dispute_resolution resolution)
{
    return resolution < DISPUTE_OTHER ? dispute_resolution_words[resolution] : "other";
}

static enum err judge_open(struct book *book, const struct dispute *dispute,
                           const struct item *item, int64_t already, int64_t *amount)
{
    /* a case may be of the past, so the item's amount less other cases is what counts */
    const int64_t free = item->amount - already;

    if (*amount == 0)
        *amount = item->open > 0 && item->open < free ? item->open : free;
    if (item->amount <= 0 || *amount <= 0 || *amount > free) {
        char most[MONEY_TEXT];
        if (item->amount > 0 && free == 0)
            return fail(book->note, ERR_CONFLICT,
                        "%s is in dispute as a whole already; `dispute list` shows the case",
                        item->number);
        return fail(book->note, ERR_CONFLICT, "%s: at most %s can be disputed", item->number,
                    money_plain(money_of(free > 0 ? free : 0, item->currency), most));
    }
    if (dispute->opened.day < item->effective.day)
        return fail(book->note, ERR_INPUT, "%s cannot be disputed before its own date",
                    item->number);
    if (date_given(dispute->due) && dispute->due.day < dispute->opened.day)
        return fail(book->note, ERR_INPUT, "a dispute cannot be due before it was opened");
    return ERR_OK;
}

static const char *owner_of(const struct tx *tx, const struct dispute *dispute,
                            const struct dispute_reason *reason)
{
    if (dispute->owner && *dispute->owner)
        return dispute->owner;
    return *reason->owner ? reason->owner : tx->actor;
}

enum err dispute_open(struct tx *tx, const struct dispute *dispute, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item item;
    struct dispute_reason reason;
    int64_t amount = dispute->amount, already = 0, now = 0;
    enum err e;

    /* look: what is in dispute on that day, and by cases of later days that are open still */
    TRY_OUT(item_get(book, dispute->item_id, &arena, &item));
    TRY_OUT(item_disputed(book, item.id, dispute->opened, item.amount, &already));
    TRY_OUT(item_disputed(book, item.id, DATE_NEVER, item.amount, &now));
    already = now > already ? now : already;

    /* judge */
    TRY_OUT(judge_open(book, dispute, &item, already, &amount));
    TRY_OUT(
        dispute_reason_find(book, dispute->reason ? dispute->reason : "OTHER", &arena, &reason));

    /* write */
    const char *const owner = owner_of(tx, dispute, &reason);
    const int64_t numbers[] = {tx->entry_id, item.id, amount, dispute->opened.day};
    const char *const texts[] = {reason.code, owner, dispute->text ? dispute->text : ""};
    TRY_OUT(fact_write(tx, FACT_DISPUTE,
                       "INSERT INTO dispute (entry_id, item_id, amount, opened, reason, owner,"
                       " text) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                       numbers, 4, texts, 3, id));
    const struct dispute_step step = {
        .kind = DISPUTE_STEP_OPENED,
        .day = dispute->opened,
        .due = date_given(dispute->due) ? dispute->due
                                        : (struct date){dispute->opened.day + reason.due_days},
        .owner = owner};
    e = dispute_step_take(tx, *id, &step);
out:
    arena_done(&arena);
    return e;
}

static enum err judge_end(struct tx *tx, const struct dispute *dispute,
                          const struct dispute_end *end)
{
    struct note *note = tx_note(tx);

    if (date_is(dispute->closed))
        return fail(note, ERR_CONFLICT, "dispute %lld is closed already", (long long)dispute->id);
    if (end->closed.day < dispute->opened.day)
        return fail(note, ERR_INPUT, "dispute %lld cannot be closed before it was opened",
                    (long long)dispute->id);
    must(end->amount >= 0 && (end->document_id || end->amount == 0));
    return ERR_OK;
}

/* Said; of a rejected case the customer; else the one that the reason leads to. */
static enum err cause_of(struct book *book, const struct dispute *dispute,
                         const struct dispute_end *end, struct arena *arena,
                         struct dispute_cause *out)
{
    struct dispute_reason reason;
    bool is = false;

    if (end->cause && *end->cause)
        return dispute_cause_find(book, end->cause, arena, out);
    if (end->outcome == DISPUTE_REFUSED) {
        TRY(dispute_cause_get(book, "CUSTOMER", arena, out, &is));
        if (is && out->active)
            return ERR_OK;
    }
    TRY(dispute_reason_get(book, dispute->reason, arena, &reason, &is));
    TRY(dispute_cause_get(book, is && *reason.cause ? reason.cause : "UNKNOWN", arena, out, &is));
    if (!is)
        *out = (struct dispute_cause){.code = "UNKNOWN"};
    return ERR_OK;
}

enum err dispute_settle(struct tx *tx, int64_t id, const struct dispute_end *end)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dispute dispute;
    struct dispute_cause cause;
    int64_t row = 0;
    enum err e;

    /* look */
    TRY_OUT(dispute_get(book, id, &arena, &dispute));

    /* judge */
    TRY_OUT(judge_end(tx, &dispute, end));
    TRY_OUT(cause_of(book, &dispute, end, &arena, &cause));

    /* write */
    const char *words = end->words ? end->words : resolution_word(end->outcome);
    const int64_t closing[] = {tx->entry_id, id, end->closed.day};
    TRY_OUT(fact_write(tx, FACT_CLOSING,
                       "INSERT INTO dispute_closing (entry_id, dispute_id, closed, resolution)"
                       " VALUES ($1, $2, $3, $4) RETURNING id",
                       closing, 3, &words, 1, &row));
    const int64_t outcome[] = {tx->entry_id, id, (int64_t)end->outcome, end->document_id,
                               end->amount};
    e = fact_write(tx, FACT_DISPUTE_OUTCOME,
                   "INSERT INTO dispute_outcome (entry_id, dispute_id, kind, document_id, amount,"
                   " cause) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                   outcome, 5, &cause.code, 1, &row);
out:
    arena_done(&arena);
    return e;
}

enum err dispute_close(struct tx *tx, int64_t id, struct date closed, const char *resolution)
{
    const struct dispute_end end = {
        .outcome = dispute_resolution_of(resolution), .closed = closed, .words = resolution};

    return dispute_settle(tx, id, &end);
}

enum err dispute_drop(struct tx *tx, int64_t item_id, struct date closed, const char *resolution)
{
    struct db *db = tx_book(tx)->db;

    for (;;) {
        int64_t id = 0, opened = 0;
        TRY(db_get(db, &id, 0,
                   "SELECT MIN(p.id) FROM dispute p WHERE p.item_id = $1 AND NOT EXISTS"
                   " (SELECT 1 FROM dispute_closing z WHERE z.dispute_id = p.id)",
                   "i", item_id));
        if (id == 0)
            return ERR_OK;
        TRY(db_get(db, &opened, 0, "SELECT opened FROM dispute WHERE id = $1", "i", id));
        const struct dispute_end end = {
            .outcome = DISPUTE_WITHDRAWN,
            .closed = {opened > closed.day ? (int32_t)opened : closed.day},
            .words = resolution};
        TRY(dispute_settle(tx, id, &end));
    }
}
