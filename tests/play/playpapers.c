/* Papers and payments of the game, and what is applied between them. */
#include "ledger/entry.h"
#include "ledger/invoice.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "play/play.h"

#include <stdlib.h>

#define OWN (1u << CONTROL_RECEIVABLE)
#define MONEY (OWN | 1u << CONTROL_PREPAID | 1u << CONTROL_UNIDENTIFIED)

/* The last entry made one document of these items, and nothing else. */
static void made_is(struct play *play, int kind, const int64_t *amounts, int count, int effective,
                    int posted)
{
    const struct model *model = play->model;
    const struct model_document *made = &model->documents[play->first_document];

    CHECK(play, model->document_count == play->first_document + 1 && made->kind == kind);
    CHECK(play, made->effective == effective && made->posted == posted);
    CHECK(play, model->item_count == play->first_item + count);
    CHECK(play, model->move_count == play->first_move);
    for (int i = 0; i < count; i++)
        CHECK(play, model->items[play->first_item + i].amount == amounts[i]);
}

static void issue(struct play *play, enum document_kind kind)
{
    const int date = play_day(play), posted = date + (play_pick(play, 4) ? 0 : play_pick(play, 40));
    const int count = kind == DOCUMENT_CREDIT ? 1 : 1 + play_pick(play, 3);
    struct instalment_new parts[3];
    int64_t amounts[3], total = 0;

    for (int i = 0; i < count; i++) {
        amounts[i] = 1 + play_pick(play, 50000);
        parts[i] = (struct instalment_new){{date + 10 * (i + 1)}, amounts[i]};
        total += amounts[i];
    }
    /* some of it is taxed, so that tax waits for its money while the basis is cash */
    const int64_t net = play_pick(play, 2) ? total / 2 : 0;
    int64_t tax = 0;
    CHECK(play, amount_scale(net, PLAY_TAX_PPM, 1000000, &tax) == ERR_OK);
    const struct paper_line lines[] = {
        {.text = "play", .quantity = MICRO, .fixed = true, .net = total - net - tax},
        {.text = "taxed", .quantity = MICRO, .fixed = true, .net = net, .tax_id = play->tax_id}};
    struct paper paper = {.kind = kind,
                          .customer_id = play->customers[play_pick(play, 2)],
                          .date = {date},
                          .posted = {posted},
                          .lines = lines,
                          .line_count = net ? 2 : 1};
    if (kind != DOCUMENT_CREDIT) {
        paper.instalments = parts;
        paper.instalment_count = count;
    }
    struct document_made made;
    struct tx *tx = play_begin(play);
    play_finish(play, tx, invoice_issue(tx, &paper, &made), POSTED);
    if (kind == DOCUMENT_CREDIT)
        amounts[0] = -total;
    made_is(play, (int)kind, amounts, count, date, posted);
}

void play_issue(struct play *play)
{
    issue(play, DOCUMENT_INVOICE);
}

void play_credit(struct play *play)
{
    issue(play, DOCUMENT_CREDIT);
}

/* From now on tax falls due with the money, or with the paper again. */
void play_basis(struct play *play)
{
    struct tx *tx = play_begin(play);

    play_finish(play, tx, setting_set(tx, "tax.basis", play_pick(play, 3) ? "cash" : "invoice"),
                POSTED);
}

void play_receive(struct play *play)
{
    const int date = play_day(play), posted = date + (play_pick(play, 4) ? 0 : play_pick(play, 40));
    struct currency currency;
    int64_t item = 0, amount = -(1 + (int64_t)play_pick(play, 80000));
    const int way = play_pick(play, 8);
    const int due = play_pick(play, 2) ? play_item(play, true, OWN) : -1;
    int64_t from = way ? play->customers[play_pick(play, 2)] : 0;

    if (due >= 0 && play_left(play, due) && way) { /* what somebody owes, so that rules find it */
        from = play->model->items[due].customer;
        amount = -play_left(play, due);
    }
    CHECK(play, currency_find("EUR", &currency) == ERR_OK);
    const struct payment payment = {.customer_id = from,
                                    .amount = money_of(-amount, currency),
                                    .date = {date},
                                    .posted = {posted},
                                    .method = (enum payment_method)play_pick(play, 4),
                                    .keep = way == 1 ? KEEP_PREPAYMENT : KEEP_UNAPPLIED};
    struct document_made made;
    struct tx *tx = play_begin(play);
    play_finish(play, tx, payment_receive(tx, &payment, &made, &item), POSTED);
    made_is(play, DOCUMENT_PAYMENT, &amount, 1, date, posted);
    CHECK(play, play->model->items[play->first_item].control == (way == 0   ? CONTROL_UNIDENTIFIED
                                                                 : way == 1 ? CONTROL_PREPAID
                                                                            : CONTROL_RECEIVABLE));
}

/* A random pair, a random amount, mostly by default date: refused just when the model says so. */
void play_apply(struct play *play)
{
    const struct model *model = play->model;
    const int debit = play_item(play, true, OWN), credit = play_item(play, false, OWN);

    if (debit < 0 || credit < 0)
        return;
    const struct model_item *d = &model->items[debit], *c = &model->items[credit];
    const int64_t open_d = play_left(play, debit), open_c = play_left(play, credit);
    const int64_t amount =
        play_pick(play, 3) ? (open_d < open_c ? open_d : open_c) : 1 + play_pick(play, 60000);
    const int least = later(d->effective, c->effective);
    const int wish = play_pick(play, 4) ? 0 : least - 5 + play_pick(play, 60);
    bool possible =
        d->customer == c->customer && amount > 0 && amount <= open_d && amount <= open_c;
    int effective = -1, posted = -1;

    if (possible) {
        effective = model_first(model, debit, credit, wish ? wish : least, false, amount);
        possible = !(wish && (wish < least || effective != wish));
    }
    if (possible)
        posted = model_first(model, debit, credit, later(effective, later(d->posted, c->posted)),
                             true, amount);
    const struct application_new application = {
        .debit_id = d->id, .credit_id = c->id, .amount = amount, .date = {wish}};
    struct application_made made = {0};
    struct tx *tx = play_begin(play);
    if (!play_finish(play, tx, application_post(tx, &application, &made),
                     possible ? POSTED : REFUSED))
        return;
    const struct model_move *move = &model->moves[play->first_move];
    CHECK(play, model->move_count == play->first_move + 1 && made.date.day == effective);
    CHECK(play, move->amount == amount && move->effective == effective && move->posted == posted);
}

/* As the desk pays: money kept as a prepayment moves to the account first. */
void play_pay(struct play *play)
{
    const struct model *model = play->model;
    const int debit = play_item(play, true, OWN), credit = play_item(play, false, MONEY);

    if (debit < 0 || credit < 0)
        return;
    const struct model_item *d = &model->items[debit], *c = &model->items[credit];
    const int64_t open_d = play_left(play, debit), open_c = play_left(play, credit);
    const int64_t amount = play_part(play, open_d < open_c ? open_d : open_c);
    const bool possible = d->customer == c->customer && c->control != CONTROL_UNIDENTIFIED &&
                          amount > 0 && amount <= open_d && amount <= open_c;
    const bool moves = c->control == CONTROL_PREPAID;
    const struct settle settle = {.debit_id = d->id, .amount = amount};
    struct settled settled;
    struct tx *tx = play_begin(play);

    if (!play_finish(play, tx, payment_apply(tx, c->id, &settle, &settled),
                     possible ? POSTED : REFUSED))
        return;
    CHECK(play, play_left(play, debit) == open_d - amount);
    CHECK(play, play_left(play, credit) == open_c - amount);
    CHECK(play, model->document_count == play->first_document + moves);
}

/* ---- taken back ----------------------------------------------------------------------------- */

/* Documents that go with an act: what becomes of them is not said beforehand, but judged. */
static bool makes_documents(const struct model *model, int64_t act)
{
    for (int i = 0; i < model->document_count; i++)
        if (model->documents[i].act == act)
            return true;
    return false;
}

void play_unapply(struct play *play)
{
    const struct model *model = play->model;

    if (model->move_count == 0)
        return;
    const struct model_move *old = &model->moves[play_pick(play, model->move_count)];
    if (old->closing)
        return;
    const int date = old->effective - 3 + play_pick(play, 60);
    const int64_t act = old->act;
    bool stands = false, possible = true;
    for (int i = 0; i < model->move_count; i++)
        if (model->moves[i].act == act && model->moves[i].standing && !model->moves[i].closing) {
            stands = true;
            possible = possible && date >= model->moves[i].effective;
        }
    possible = possible && stands;
    struct tx *tx = play_begin(play);
    play_finish(play, tx, application_unapply(tx, act, (struct date){date}, "keying"),
                !possible                     ? REFUSED
                : makes_documents(model, act) ? EITHER
                                              : POSTED);
}

/* All that one payment paid, or a part of it. */
void play_unapply_document(struct play *play)
{
    const int document =
        play_document(play, DOCUMENT_MASK(DOCUMENT_PAYMENT) | DOCUMENT_MASK(DOCUMENT_CREDIT));
    int acts = 0;

    if (document < 0)
        return;
    const int64_t part = play_pick(play, 2) ? 0 : 1 + play_pick(play, 20000);
    const char *const reason = play_pick(play, 2) ? "keying" : "wrong paper";
    struct tx *tx = play_begin(play);
    play_finish(
        play, tx,
        payment_unapply(tx, play->model->documents[document].id, 0, part, DATE_NONE, reason, &acts),
        EITHER);
}

static bool touches(const struct model *model, int move, int document)
{
    return model->items[model->moves[move].debit].document == document ||
           model->items[model->moves[move].credit].document == document;
}

/* Would every item of the document be free from the date on, once what stands is taken back? */
static bool free_from(struct model *model, int document, int date)
{
    const int moves = model->move_count;
    bool is = true;

    for (int i = 0; i < moves; i++)
        if (model->moves[i].standing && touches(model, i, document)) {
            struct model_move back = model->moves[i];
            back.amount = -back.amount;
            back.posted = later(date, back.posted);
            back.effective = date;
            model->moves[model->move_count++] = back;
        }
    for (int i = 0; i < model->item_count; i++)
        if (model->items[i].document == document)
            is = is && model_room(model, i, date, false) == llabs(model->items[i].amount);
    model->move_count = moves;
    return is;
}

static enum expected reversal_expected(struct play *play, int document, int date)
{
    struct model *model = play->model;
    const struct model_document *it = &model->documents[document];
    const int deposit = model_deposit_of(model, document);
    bool possible = it->reversed_posted == MODEL_NEVER && !it->reverses && date >= it->effective &&
                    date >= model_freed(model, document);
    bool simple = it->act == 0;

    if (deposit >= 0)
        possible = possible && date >= model->documents[model->deposits[deposit].document].posted;
    for (int i = 0; i < model->move_count; i++)
        if (model->moves[i].standing && !model->moves[i].closing && touches(model, i, document)) {
            possible = possible && date >= model->moves[i].effective;
            simple = simple && !makes_documents(model, model->moves[i].act);
        }
    possible = possible && free_from(model, document, date);
    return !simple ? EITHER : possible ? POSTED : REFUSED;
}

void play_reverse(struct play *play)
{
    struct model *model = play->model;
    const int document = play_document(play, ~DOCUMENT_MASK(DOCUMENT_DEPOSIT));
    const int date = FIRST_DAY + play_pick(play, SPAN + 100);
    struct document_made made;

    if (document < 0)
        return;
    for (int i = 0; i < model->document_count; i++) /* of a deposit: deposit_void's */
        if (model->documents[i].kind == DOCUMENT_DEPOSIT &&
            model->documents[i].id == model->documents[document].reverses)
            return;
    const enum expected expected = reversal_expected(play, document, date);
    struct tx *tx = play_begin(play);
    if (!play_finish(play, tx,
                     settlement_reverse(tx, model->documents[document].id, (struct date){date},
                                        "keying", &made),
                     expected))
        return;
    CHECK(play, model->documents[document].reversed_posted != MODEL_NEVER);
    for (int i = 0; i < model->item_count; i++)
        if (model->items[i].document == document)
            CHECK(play, play_left(play, i) == 0);
}

/* A whole entry. Where it only applied, it comes back on the days on which it did. */
void play_undo(struct play *play)
{
    const struct model *model = play->model;

    if (play->entry == 0)
        return;
    const int64_t entry = 1 + play_pick(play, (int)play->entry);
    struct entry_work done;
    struct arena arena = {0};
    char number[64];
    bool only_applied = true, stands = false, reverses = false;

    for (int i = 0; i < model->document_count; i++)
        if (model->documents[i].entry == entry) {
            only_applied = false;
            reverses = reverses || model->documents[i].reverses;
            stands = stands || model->documents[i].reversed_posted == MODEL_NEVER;
        }
    for (int i = 0; i < model->move_count; i++)
        if (model->moves[i].entry == entry) {
            reverses = reverses || model->moves[i].amount < 0;
            stands = stands || model->moves[i].standing;
            only_applied = only_applied && !makes_documents(model, model->moves[i].act);
        }
    struct tx *tx = play_begin(play);
    play_finish(play, tx, entry_reverse(tx, entry, DATE_NONE, "undone", &done, &arena, number),
                !stands || reverses ? REFUSED
                : only_applied      ? POSTED
                                    : EITHER);
    arena_done(&arena);
}
