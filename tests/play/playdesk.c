/* The clerk's desk in the game: deposits, disputes, runs of autocash. */
#include "db/db.h"
#include "ledger/deposit.h"
#include "ledger/dispute.h"
#include "play/play.h"

#include <stdio.h>

/* Some of what waits, now and then with one that does not. */
static int receipts_pick(struct play *play, int picked[MODEL_RECEIPTS])
{
    const int wanted = 1 + play_pick(play, 4);
    int count = 0;

    for (int tries = 0; tries < 20 && count < wanted; tries++) {
        const int document = play_document(play, DOCUMENT_MASK(DOCUMENT_PAYMENT));
        bool is = document >= 0 && play->model->documents[document].waits &&
                  (play_pick(play, 8) == 0 || model_waits(play->model, document, MODEL_NEVER - 1));
        for (int i = 0; i < count; i++)
            is = is && picked[i] != document;
        if (is)
            picked[count++] = document;
    }
    return count;
}

void play_deposit(struct play *play)
{
    struct model *model = play->model;
    int picked[MODEL_RECEIPTS], date = FIRST_DAY + play_pick(play, SPAN + 60);
    int64_t ids[MODEL_RECEIPTS], gross = 0;
    bool possible = true;
    int posted = date;
    const int count = receipts_pick(play, picked);
    struct document_made made;

    if (count == 0)
        return;
    for (int i = 0; i < count; i++) {
        const struct model_document *it = &model->documents[picked[i]];
        ids[i] = it->id;
        gross += it->amount;
        posted = later(posted, it->posted);
        possible = possible && it->reversed_posted == MODEL_NEVER && date >= it->effective &&
                   model_deposit_of(model, picked[i]) < 0 && date >= model_freed(model, picked[i]);
    }
    const struct deposit_new deposit = {.date = {date}, .receipts = ids, .count = count};
    struct tx *tx = play_begin(play);
    if (!play_finish(play, tx, deposit_make(tx, &deposit, &made), possible ? POSTED : REFUSED))
        return;
    struct model_deposit *it = &model->deposits[model->deposit_count++];
    must(model->deposit_count < MODEL_DEPOSITS);
    it->document = play->first_document;
    it->count = count;
    for (int i = 0; i < count; i++)
        it->receipts[i] = picked[i];
    CHECK(play, model->documents[it->document].posted == posted);
    CHECK(play, model->documents[it->document].amount == gross);
}

void play_deposit_void(struct play *play)
{
    const struct model *model = play->model;

    if (model->deposit_count == 0)
        return;
    const struct model_deposit *deposit = &model->deposits[play_pick(play, model->deposit_count)];
    const struct model_document *it = &model->documents[deposit->document];
    const int date = it->effective - 3 + play_pick(play, 40);
    bool possible = it->reversed_posted == MODEL_NEVER && date >= it->effective;
    struct document_made made;

    for (int i = 0; i < deposit->count; i++)
        possible =
            possible && model->documents[deposit->receipts[i]].reversed_posted == MODEL_NEVER;
    struct tx *tx = play_begin(play);
    play_finish(play, tx, deposit_void(tx, it->id, (struct date){date}, "play", &made),
                possible ? POSTED : REFUSED);
}

void play_dispute(struct play *play)
{
    const struct model *model = play->model;
    const int item = play_item(play, true, 1u << CONTROL_RECEIVABLE);

    if (item < 0)
        return;
    const struct model_item *it = &model->items[item];
    const int opened = it->effective - 2 + play_pick(play, 80);
    const int64_t cases = model_disputed(model, item, opened, 0);
    /* cases of later days that are open still leave no more room than they do now */
    const int64_t now = model_disputed(model, item, MODEL_NEVER - 1, 0);
    const int64_t most = cases > now ? cases : now;
    int64_t id = 0;
    const int64_t free = it->amount - (most < it->amount ? most : it->amount);
    const struct dispute dispute = {.item_id = it->id,
                                    .amount = play_part(play, free > 0 ? free : 1),
                                    .reason = "PRICE",
                                    .opened = {opened}};
    struct tx *tx = play_begin(play);
    if (play_finish(play, tx, dispute_open(tx, &dispute, &id),
                    dispute.amount <= free && opened >= it->effective ? POSTED : REFUSED))
        CHECK(play, model_case_of(model, id) == model->case_count - 1 &&
                        model_disputed(model, item, opened, 0) == cases + dispute.amount);
}

void play_dispute_close(struct play *play)
{
    const struct model *model = play->model;

    if (model->case_count == 0)
        return;
    const struct model_case *it = &model->cases[play_pick(play, model->case_count)];
    const int closed = it->opened - 2 + play_pick(play, 60);
    struct tx *tx = play_begin(play);
    if (play_finish(play, tx, dispute_close(tx, it->id, (struct date){closed}, "agreed"),
                    it->closed == MODEL_NEVER && closed >= it->opened ? POSTED : REFUSED))
        CHECK(play, it->closed == closed);
}

static const char *number_of(struct play *play, int item, char out[64])
{
    const struct model *model = play->model;
    struct stmt *q = db_sql_once(book_db(play->book), "SELECT number FROM document WHERE id = $1");

    bind_i64(q, 1, model->documents[model->items[item].document].id);
    CHECK(play, stmt_row(q));
    snprintf(out, 64, "%s", col_text(q, 0));
    CHECK(play, stmt_end(q) == ERR_OK);
    return out;
}

/* Of a paper some may be open on another instalment, and money may have moved: so only what comes
 * of it is judged. */
void play_match(struct play *play)
{
    const struct model *model = play->model;
    const int debit = play_item(play, true, 1u << CONTROL_RECEIVABLE),
              credit = play_item(play, false, 1u << CONTROL_RECEIVABLE);
    char line[240], paid[64], used[64];

    if (debit < 0 || credit < 0)
        return;
    const int64_t owed = play_left(play, debit), there = play_left(play, credit);
    const int64_t amount = play_part(play, owed < there ? owed : there);
    snprintf(line, sizeof line, "customer match --customer %s --apply '%s=%lld.%02d from %s'",
             model->items[debit].customer == play->customers[0] ? "A" : "B",
             number_of(play, debit, paid), (long long)(amount / 100), (int)(amount % 100),
             number_of(play, credit, used));
    play_command(play, line, amount > 0 ? EITHER : REFUSED);
}

/* What it finds is its own business; what it posts is judged like anything else. */
void play_autocash(struct play *play)
{
    play_command(play, "payment autocash --post", POSTED);
}

void play_autocash_undo(struct play *play)
{
    const struct model *model = play->model;
    int64_t entry = 0;
    char line[80];
    bool stands = false;
    struct stmt *q =
        db_sql_once(book_db(play->book), "SELECT id FROM entry WHERE command LIKE"
                                         " 'payment autocash --post%' ORDER BY id DESC LIMIT $1");

    bind_i64(q, 1, 1 + play_pick(play, 2));
    while (stmt_row(q))
        entry = col_i64(q, 0);
    CHECK(play, stmt_end(q) == ERR_OK);
    if (entry == 0)
        return;
    for (int i = 0; i < model->move_count; i++)
        stands = stands || (model->moves[i].entry == entry && model->moves[i].standing);
    snprintf(line, sizeof line, "payment autocash --undo %lld", (long long)entry);
    if (play_command(play, line, stands ? POSTED : REFUSED))
        for (int i = 0; i < model->move_count; i++)
            CHECK(play, model->moves[i].entry != entry || !model->moves[i].standing);
}

/* Lines are drafts: nothing of them is in the books before all of them are posted. */
void play_batch(struct play *play)
{
    const struct model *model = play->model;
    const int wanted = 1 + play_pick(play, 3), before = model->document_count;
    char day[DATE_TEXT], line[240], batch[64], paper[64];
    int64_t total = 0;
    int entered = 0;

    date_iso((struct date){play_day(play)}, day);
    snprintf(line, sizeof line, "batch open --bank 1200 --date %s --count 9 --total 9999.00", day);
    if (!play_command(play, line, POSTED))
        return;
    snprintf(batch, sizeof batch, "%s", play->clerk.out.ref);
    for (int i = 0; i < wanted; i++) {
        const int debit = play_item(play, true, 1u << CONTROL_RECEIVABLE);
        const int64_t sum = 1 + play_pick(play, 40000);
        const char *to = debit >= 0 && model->items[debit].customer == play->customers[1] ? "B"
                                                                                          : "A";
        const int at = snprintf(line, sizeof line,
                                "payment receive --batch %s --customer %s --amount %lld.%02d"
                                " --date %s", batch, to, (long long)(sum / 100), (int)(sum % 100),
                                day);
        if (debit >= 0 && play_pick(play, 2))
            snprintf(line + at, sizeof line - (size_t)at, " --apply %s",
                     number_of(play, debit, paper));
        if (!play_command(play, line, EITHER))
            continue;
        entered++;
        total += sum;
    }
    CHECK(play, model->document_count == before);
    snprintf(line, sizeof line, "batch post %s", batch);
    play_command(play, line, REFUSED); /* 9 of 9999.00 are expected */
    if (entered == 0)
        return;
    snprintf(line, sizeof line, "batch set %s --count %d --total %lld.%02d --reason counted", batch,
             entered, (long long)(total / 100), (int)(total % 100));
    play_command(play, line, POSTED);
    snprintf(line, sizeof line, "batch post %s", batch);
    if (!play_command(play, line, EITHER))
        return;
    int64_t came = 0;
    int payments = 0;
    for (int i = play->first_document; i < model->document_count; i++)
        if (model->documents[i].kind == DOCUMENT_PAYMENT) {
            payments++;
            came += model->documents[i].amount;
        }
    CHECK(play, payments == entered);
    CHECK(play, came == total);
}
