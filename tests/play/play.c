#include "play/play.h"

#include "db/db.h"

#include <stdlib.h>

static uint64_t next(struct play *play)
{
    uint64_t z = (play->state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int play_pick(struct play *play, int below)
{
    return (int)(next(play) % (uint64_t)below);
}

int play_day(struct play *play)
{
    return FIRST_DAY + play_pick(play, SPAN);
}

int later(int a, int b)
{
    return a > b ? a : b;
}

int64_t play_left(const struct play *play, int item)
{
    return llabs(model_open(play->model, item, MODEL_NEVER, true, 0));
}

int64_t play_part(struct play *play, int64_t open)
{
    const int way = play_pick(play, 8);

    return way < 3                 ? open
           : way < 5 && open > 200 ? open - 1 - play_pick(play, 150) /* a small rest */
           : way < 7 && open > 1   ? 1 + play_pick(play, (int)open)
                                   : open + 1;
}

int play_item(struct play *play, bool debit, unsigned controls)
{
    const struct model *model = play->model;

    for (int tries = 0; model->item_count && tries < 40; tries++) {
        const int item = play_pick(play, model->item_count);
        const struct model_item *it = &model->items[item];
        if ((it->amount > 0) == debit && (1u << it->control & controls) &&
            (tries > 30 || play_left(play, item) > 0))
            return item;
    }
    return -1;
}

int play_document(struct play *play, unsigned kinds)
{
    const struct model *model = play->model;

    for (int tries = 0; model->document_count && tries < 40; tries++) {
        const int document = play_pick(play, model->document_count);
        const struct model_document *it = &model->documents[document];
        if ((DOCUMENT_MASK(it->kind) & kinds) && (tries > 30 || it->reversed_posted == MODEL_NEVER))
            return document;
    }
    return -1;
}

/* ---- the facts of the last entry ------------------------------------------------------------ */

static struct stmt *of_entry(struct play *play, const char *sql)
{
    struct stmt *q = db_sql_once(book_db(play->book), sql);

    bind_i64(q, 1, play->entry);
    return q;
}

static void read_documents(struct play *play)
{
    struct model *model = play->model;
    struct stmt *q = of_entry(play, "SELECT d.id, d.kind, d.effective, d.posted, d.reverses_id,"
                                    " d.act_id, d.total, r.method FROM document d"
                                    " LEFT JOIN receipt r ON r.document_id = d.id"
                                    " LEFT JOIN document o ON o.id = d.reverses_id"
                                    " WHERE d.entry_id = $1 AND d.kind <> $2"
                                    " AND COALESCE(o.kind, 0) <> $2 ORDER BY d.id");

    /* tax that falls due moves no item: the proof looks after it */
    bind_i64(q, 2, DOCUMENT_CASHTAX);

    while (stmt_row(q)) {
        struct model_document *it = &model->documents[model->document_count++];
        must(model->document_count < MODEL_DOCUMENTS);
        *it = (struct model_document){.id = col_i64(q, 0),
                                      .kind = (int)col_i64(q, 1),
                                      .effective = (int)col_i64(q, 2),
                                      .posted = (int)col_i64(q, 3),
                                      .reverses = col_i64(q, 4),
                                      .act = col_i64(q, 5),
                                      .amount = col_i64(q, 6),
                                      .entry = play->entry,
                                      .reversed_posted = MODEL_NEVER};
        it->waits = it->kind == DOCUMENT_PAYMENT && col_i64(q, 7) <= METHOD_CHEQUE;
        CHECK(play, it->posted >= it->effective);
        if (!it->reverses)
            continue;
        const int old = model_document_of(model, it->reverses);
        CHECK(play, old >= 0 && model->documents[old].reversed_posted == MODEL_NEVER);
        CHECK(play, it->effective >= model->documents[old].effective);
        model->documents[old].reversed_posted = it->posted;
    }
    CHECK(play, stmt_end(q) == ERR_OK);
}

static void read_items(struct play *play)
{
    struct model *model = play->model;
    struct stmt *q = of_entry(play, "SELECT i.id, i.document_id, i.customer_id, i.account_id,"
                                    " i.amount, i.effective, i.posted FROM item i JOIN document d"
                                    " ON d.id = i.document_id WHERE d.entry_id = $1 ORDER BY i.id");

    while (stmt_row(q)) {
        struct model_item *it = &model->items[model->item_count++];
        must(model->item_count < MODEL_ITEMS);
        *it = (struct model_item){.id = col_i64(q, 0),
                                  .document = model_document_of(model, col_i64(q, 1)),
                                  .customer = col_i64(q, 2),
                                  .control = (int)account_control_of(play->book, col_i64(q, 3)),
                                  .amount = col_i64(q, 4),
                                  .effective = (int)col_i64(q, 5),
                                  .posted = (int)col_i64(q, 6),
                                  .entry = play->entry};
        CHECK(play, it->document >= play->first_document && it->amount != 0);
    }
    CHECK(play, stmt_end(q) == ERR_OK);
}

/* Both items of one owner, and room for it on every day from its own on, on both bases. */
static void judge_move(struct play *play, const struct model_move *move)
{
    const struct model *model = play->model;
    CHECK(play, move->debit >= 0 && move->credit >= 0);
    const struct model_item *d = &model->items[move->debit], *c = &model->items[move->credit];

    CHECK(play, d->amount > 0 && c->amount < 0 && move->amount > 0);
    CHECK(play, d->customer == c->customer && d->control == c->control);
    CHECK(play, move->effective >= later(d->effective, c->effective));
    CHECK(play, move->posted >= later(move->effective, later(d->posted, c->posted)));
    CHECK(play, model_room(model, move->debit, move->effective, false) >= move->amount);
    CHECK(play, model_room(model, move->credit, move->effective, false) >= move->amount);
    CHECK(play, model_room(model, move->debit, move->posted, true) >= move->amount);
    CHECK(play, model_room(model, move->credit, move->posted, true) >= move->amount);
}

/* Exactly one that stands is taken back, whole, not before its own days. */
static void judge_back(struct play *play, const struct model_move *move, int64_t reverses)
{
    struct model *model = play->model;
    struct model_move *old = NULL;

    for (int i = 0; i < model->move_count - 1; i++)
        if (model->moves[i].id == reverses)
            old = &model->moves[i];
    CHECK(play, old && old->standing && !old->closing);
    CHECK(play, move->amount == -old->amount && move->debit == old->debit &&
                    move->credit == old->credit && move->act == old->act);
    CHECK(play, move->effective >= old->effective && move->posted >= old->posted &&
                    move->posted >= move->effective);
    old->standing = false;
}

static bool is_closing(const struct model *model, const struct model_move *move)
{
    const struct model_document *d = &model->documents[model->items[move->debit].document],
                                *c = &model->documents[model->items[move->credit].document];

    return d->reverses == c->id || c->reverses == d->id;
}

static void read_moves(struct play *play)
{
    struct model *model = play->model;
    struct stmt *q =
        of_entry(play, "SELECT id, act_id, debit_id, credit_id, amount, effective, posted,"
                       " reverses_id FROM application WHERE entry_id = $1 ORDER BY id");

    while (stmt_row(q)) {
        const struct model_move move = {.id = col_i64(q, 0),
                                        .act = col_i64(q, 1),
                                        .debit = model_item_of(model, col_i64(q, 2)),
                                        .credit = model_item_of(model, col_i64(q, 3)),
                                        .amount = col_i64(q, 4),
                                        .effective = (int)col_i64(q, 5),
                                        .posted = (int)col_i64(q, 6),
                                        .entry = play->entry,
                                        .standing = col_is_null(q, 7)};
        if (move.standing)
            judge_move(play, &move);
        must(model->move_count < MODEL_MOVES - 1);
        struct model_move *it = &model->moves[model->move_count++];
        *it = move;
        it->closing = is_closing(model, it);
        if (!move.standing)
            judge_back(play, it, col_i64(q, 7));
    }
    CHECK(play, stmt_end(q) == ERR_OK);
}

/* Cases are opened and closed by commands of their own, and by what goes with a deduction. */
static void read_cases(struct play *play)
{
    struct model *model = play->model;
    struct stmt *q = of_entry(play, "SELECT id, item_id, amount, opened FROM dispute"
                                    " WHERE entry_id = $1 ORDER BY id");

    while (stmt_row(q)) {
        must(model->case_count < MODEL_CASES - 1);
        model->cases[model->case_count++] =
            (struct model_case){.id = col_i64(q, 0),
                                .item = model_item_of(model, col_i64(q, 1)),
                                .amount = col_i64(q, 2),
                                .opened = (int)col_i64(q, 3),
                                .closed = MODEL_NEVER,
                                .entry = play->entry};
    }
    CHECK(play, stmt_end(q) == ERR_OK);
    q = of_entry(play, "SELECT dispute_id, closed FROM dispute_closing WHERE entry_id = $1");
    while (stmt_row(q)) {
        const int at = model_case_of(model, col_i64(q, 0));
        CHECK(play, at >= 0 && model->cases[at].closed == MODEL_NEVER);
        CHECK(play, col_i64(q, 1) >= model->cases[at].opened);
        model->cases[at].closed = (int)col_i64(q, 1);
        model->cases[at].closing_entry = play->entry;
    }
    CHECK(play, stmt_end(q) == ERR_OK);
}

/* What was posted since: mostly one entry, of a batch one for each line. */
static void read_entries(struct play *play)
{
    int64_t head = 0;

    CHECK(play, book_revision(play->book, &head) == ERR_OK);
    play->first_document = play->model->document_count;
    play->first_item = play->model->item_count;
    play->first_move = play->model->move_count;
    while (play->entry < head) {
        play->entry++;
        read_documents(play);
        read_items(play);
        read_moves(play);
        read_cases(play);
    }
}

struct tx *play_begin(struct play *play)
{
    struct tx *tx = NULL;
    const struct tx_author author = {.actor = "play", .command = "play"};

    CHECK(play, tx_begin(play->book, &tx) == ERR_OK);
    CHECK(play, tx_entry_begin(tx, &author) == ERR_OK);
    return tx;
}

bool play_finish(struct play *play, struct tx *tx, enum err e, enum expected expected)
{
    CHECK(play, expected == EITHER || (e == ERR_OK) == (expected == POSTED));
    if (e != ERR_OK) {
        tx_rollback(tx);
        return false;
    }
    CHECK(play, tx_entry_end(tx, "", "") == ERR_OK);
    CHECK(play, tx_commit(tx) == ERR_OK);
    read_entries(play);
    return true;
}

bool play_command(struct play *play, const char *line, enum expected expected)
{
    const enum err e = clerk_do(&play->clerk, NULL, line);

    CHECK(play, expected == EITHER || (e == ERR_OK) == (expected == POSTED));
    if (e == ERR_OK)
        read_entries(play);
    return e == ERR_OK;
}
