/* The table of all operations of the game. Weights are shares of their sum. */
#include "play/play.h"

const struct operation operations[] = {
    {"invoice issued", 18, play_issue},
    {"credit memo issued", 5, play_credit},
    {"payment received", 15, play_receive},
    {"credit applied", 30, play_apply},
    {"payment applied, prepayments too", 12, play_pay},
    {"act unapplied", 9, play_unapply},
    {"document unapplied", 4, play_unapply_document},
    {"document reversed", 9, play_reverse},
    {"entry taken back", 5, play_undo},
    {"transfer", 5, play_transfer},
    {"identified", 5, play_identify},
    {"refund", 5, play_refund},
    {"small write-off", 5, play_writeoff},
    {"deduction", 5, play_deduction},
    {"deposit made", 6, play_deposit},
    {"deposit voided", 3, play_deposit_void},
    {"dispute opened", 4, play_dispute},
    {"dispute closed", 3, play_dispute_close},
    {"credit matched", 5, play_match},
    {"batch entered and posted", 4, play_batch},
    {"autocash run", 3, play_autocash},
    {"autocash undone", 2, play_autocash_undo},
    {"tax basis set", 2, play_basis},
    {0},
};
