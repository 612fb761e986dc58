/* Where money goes in the game: to others, to its owner, back, into a small difference. */
#include "ledger/payment.h"
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

/* Up to 5.00 and 2 % of what was due (R5, as a new book is set). */
void play_writeoff(struct play *play)
{
    const int debit = play_item(play, true, OWN);

    if (debit < 0)
        return;
    const struct model_item *it = &play->model->items[debit];
    const int date = it->effective - 2 + play_pick(play, 60);
    const int64_t left = play_left(play, debit), most = it->amount * 2 / 100;
    const int64_t amount = 1 + play_pick(play, most < 520 ? (int)most + 2 : 520);
    struct document_made made;
    struct tx *tx = play_begin(play);
    const bool possible = amount <= 500 && amount <= left && date >= it->effective &&
                          model_room(play->model, debit, date, false) >= amount;

    /* where two hundredths end in the middle of a cent, which way they go is no matter here */
    if (play_finish(play, tx, writeoff_post(tx, it->id, amount, (struct date){date}, "play", &made),
                    !possible || amount > most + 1 ? REFUSED
                    : amount == most + 1           ? EITHER
                                                   : POSTED))
        took(play, debit, left - amount, date, -amount);
}
