/* Where money goes in the game: to others, to its owner, back, into a small difference. */
#include "ledger/deduction.h"
#include "ledger/payment.h"
#include "ledger/writeoff.h"
#include "play/play.h"

#define OWN (1u << CONTROL_RECEIVABLE)
#define MONEY (OWN | 1u << CONTROL_PREPAID)
#define NOBODYS (1u << CONTROL_UNIDENTIFIED)

/* A credit gives an amount on a day when it is there from that day on. */
static bool gives(const struct play *play, int credit, int64_t amount, int date)
{
    return amount > 0 && amount <= play_left(play, credit) &&
           date >= play->model->items[credit].effective &&
           model_room(play->model, credit, date, false) >= amount;
}

/* The last entry took so much of an item, on that day, and added so much to what is owed. */
static void took(struct play *play, int item, int64_t left, int date, int64_t owed)
{
    const struct model *model = play->model;
    int64_t sum = 0;

    CHECK(play, play_left(play, item) == left);
    CHECK(play, model->move_count == play->first_move + 1);
    CHECK(play, model->moves[play->first_move].effective == date);
    for (int i = play->first_item; i < model->item_count; i++)
        sum += model->items[i].amount;
    CHECK(play, sum == owed);
}

void play_transfer(struct play *play)
{
    const int credit = play_item(play, false, MONEY);

    if (credit < 0)
        return;
    const struct model_item *it = &play->model->items[credit];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, credit), amount = play_part(play, left);
    const int64_t to = play->customers[it->customer == play->customers[0]];
    struct document_made made;
    int64_t item = 0;
    struct tx *tx = play_begin(play);
    const int64_t account = account_of(play->book, ACCOUNT_PART_RECEIVABLE);

    if (!play_finish(play, tx,
                     transfer_post(tx, it->id, amount, to, account, (struct date){date}, "play",
                                   &made, &item),
                     gives(play, credit, amount, date) ? POSTED : REFUSED))
        return;
    took(play, credit, left - amount, date, 0);
    const struct model_item *there = &play->model->items[model_item_of(play->model, item)];
    CHECK(play, there->customer == to && there->amount == -amount && there->effective == date);
}

void play_identify(struct play *play)
{
    const int credit = play_item(play, false, NOBODYS);

    if (credit < 0)
        return;
    const struct model *model = play->model;
    const struct model_item *it = &model->items[credit];
    const struct model_document *of = &model->documents[it->document];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, credit);
    struct document_made made;
    struct tx *tx = play_begin(play);

    if (!play_finish(play, tx,
                     payment_identify(tx, of->id, play->customers[play_pick(play, 2)],
                                      (struct date){date}, &made),
                     of->kind == DOCUMENT_PAYMENT && gives(play, credit, left, date) ? POSTED
                                                                                     : REFUSED))
        return;
    took(play, credit, 0, date, 0);
    CHECK(play, model->items[model->item_count - 1].control == CONTROL_RECEIVABLE);
}

void play_refund(struct play *play)
{
    const int credit = play_item(play, false, MONEY);

    if (credit < 0)
        return;
    const struct model_item *it = &play->model->items[credit];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, credit), amount = play_part(play, left);
    struct document_made made;
    struct tx *tx = play_begin(play);

    if (play_finish(play, tx, refund_pay(tx, it->id, amount, (struct date){date}, "play", &made),
                    gives(play, credit, amount, date) ? POSTED : REFUSED))
        took(play, credit, left - amount, date, amount);
}

/* A debit of which little is left, when there is one. */
static int small_rest(struct play *play)
{
    int debit = -1;

    for (int tries = 0; tries < 20; tries++) {
        debit = play_item(play, true, OWN);
        if (debit >= 0 && play_left(play, debit) && play_left(play, debit) <= 600)
            break;
    }
    return debit;
}

/* Was some of it let go before? */
static bool let_go(const struct model *model, int debit)
{
    for (int i = 0; i < model->move_count; i++) {
        const struct model_move *move = &model->moves[i];
        if (move->debit == debit && move->standing &&
            model->documents[model->items[move->credit].document].kind == DOCUMENT_WRITEOFF)
            return true;
    }
    return false;
}

/* Up to 5.00 and 2 % of what was due, all that is open, once, not what is disputed (R5, as a new
 * book is set). */
void play_writeoff(struct play *play)
{
    const struct model *model = play->model;
    const int debit = small_rest(play);

    if (debit < 0)
        return;
    const struct model_item *it = &model->items[debit];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, debit), most = it->amount * 2 / 100;
    const int64_t amount = play_pick(play, 4) ? left : play_part(play, left);
    struct document_made made;
    struct tx *tx = play_begin(play);
    const bool possible = amount > 0 && amount == left && amount <= 500 && date >= it->effective &&
                          !let_go(model, debit) && model_disputed(model, debit, date, 0) == 0 &&
                          model_room(model, debit, date, false) >= amount;

    /* where two hundredths end in the middle of a cent, which way they go is no matter here */
    if (play_finish(play, tx, writeoff_post(tx, it->id, amount, (struct date){date}, "play", &made),
                    !possible || amount > most + 1 ? REFUSED
                    : amount == most + 1           ? EITHER
                                                   : POSTED))
        took(play, debit, 0, date, -amount);
}

/* A part that the customer will not pay becomes an item of its own, with a case on it. */
void play_deduction(struct play *play)
{
    const struct model *model = play->model;
    const int debit = play_item(play, true, OWN);

    if (debit < 0)
        return;
    const struct model_item *it = &model->items[debit];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, debit), amount = play_part(play, left);
    const struct deduction deduction = {
        .debit_id = it->id, .amount = amount, .date = {date}, .reason = "PRICE"};
    struct deduction_made made;
    struct tx *tx = play_begin(play);
    const bool possible = amount > 0 && amount <= left && date >= it->effective &&
                          model_room(model, debit, date, false) >= amount;

    if (!play_finish(play, tx, deduction_split(tx, &deduction, &made), possible ? EITHER : REFUSED))
        return;
    took(play, debit, left - amount, date, 0);
    const int claim = model_item_of(model, made.document.first_item);
    CHECK(play,
          model->items[claim].amount == amount && model_disputed(model, claim, date, 0) == amount);
}
