/* payacts: what the keys of the payment desk do beside typing: propose, say why, repeat, let go,
 * take back, fill a batch. */
#include "view/sitting.h"

#include "view/undo.h"

#include <ctype.h>
#include <string.h>

static unsigned propose_run(struct view *view)
{
    struct sitting *sitting = view->state;
    const enum autocash_step before = paydesk_step(&sitting->desk);

    if (form_check(&view->form) != ERR_OK)
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    /* what the check has just found by a new reference is the proposal */
    if (paydesk_step(&sitting->desk) == before)
        paydesk_propose(&sitting->desk);
    sitting->said = sitting->unseen = false;
    if (sitting->desk.lines.way == PAY_NONE)
        desk_say(view->desk, STYLE_NORMAL,
                 sitting->desk.lines.count ? "Nothing is marked: all of it would stay unapplied."
                                           : "Nothing is open that it could pay.");
    else
        desk_say(view->desk, STYLE_NORMAL, "Proposed: %s.", paydesk_words(&sitting->desk));
    return REACT_USED | REACT_REDRAW;
}

/* Why: in a form a key that types nothing. */
static unsigned why_run(struct view *view)
{
    struct sitting *sitting = view->state;

    if (form_check(&view->form) != ERR_OK)
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    desk_tell(view->desk, "Why", paydesk_why(&sitting->desk, &view->desk->arena));
    return REACT_USED | REACT_REDRAW;
}

/* The number at the end of a text, one up: cheque 77120 is followed by 77121. */
static void count_up(char *text)
{
    size_t end = strlen(text), at = end;

    while (at > 0 && isdigit((unsigned char)text[at - 1]))
        at--;
    for (size_t i = end; i > at; i--) {
        if (text[i - 1] != '9') {
            text[i - 1]++;
            return;
        }
        text[i - 1] = '0';
    }
}

static unsigned same_run(struct view *view)
{
    struct sitting *sitting = view->state;
    struct form *form = &view->form;
    const char *text = form->at == PAY_WHO         ? sitting->last_who
                       : form->at == PAY_AMOUNT    ? sitting->last_amount
                       : form->at == PAY_REFERENCE ? sitting->last_reference
                                                   : "";

    if (!*text) {
        desk_say(view->desk, STYLE_NORMAL, "There is nothing before this one to repeat.");
        return REACT_USED | REACT_BEEP;
    }
    if (form->at == PAY_REFERENCE && strcmp(form_text(form, PAY_REFERENCE), text) == 0)
        count_up(sitting->last_reference);
    if (form->at == PAY_WHO)
        text = payer_typed(view->desk->book, text, &view->desk->arena);
    form_set(form, form->at, text);
    form->fields[form->at].edited = true;
    sitting_typed(view, REACT_CHANGED);
    return REACT_USED | REACT_REDRAW;
}

/* The whole act, with the credits that it used. */
static unsigned take_back_run(struct view *view)
{
    struct sitting *sitting = view->state;
    struct desk *desk = view->desk;
    struct document posted;

    if (batchdesk_is(&sitting->batch)) {
        const unsigned reaction = batchdesk_remove_last(&sitting->batch);
        sitting_show(view);
        return reaction;
    }
    if (!sitting->last_number[0]) {
        desk_say(desk, STYLE_NORMAL, "Nothing was posted here that could be taken back.");
        return REACT_USED | REACT_BEEP;
    }
    const enum err e = document_find(desk->book, sitting->last_number,
                                     DOCUMENT_MASK(DOCUMENT_PAYMENT), &desk->arena, &posted);
    desk_say_failure(desk, e);
    if (e != ERR_OK || !undo_entry(desk, posted.entry_id))
        return REACT_USED | REACT_REDRAW;
    sitting_count(sitting, sitting->last_money, -1);
    sitting_show(view);
    sitting->last_number[0] = 0;
    return REACT_USED | REACT_REDRAW;
}

static unsigned let_go_run(struct view *view)
{
    struct sitting *sitting = view->state;

    if (form_check(&view->form) != ERR_OK)
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    if (paydesk_let_go(&sitting->desk))
        return REACT_USED | REACT_REDRAW;
    desk_say(view->desk, STYLE_NORMAL, "No line is paid short by so little that it may be let go.");
    return REACT_USED | REACT_BEEP;
}

static unsigned batch_run(struct view *view)
{
    struct sitting *sitting = view->state;
    const unsigned reaction = batchdesk_choose(&sitting->batch);

    sitting_batch_shown(view);
    return reaction;
}

static unsigned implied_run(struct view *view)
{
    struct paydesk *pay = &((struct sitting *)view->state)->desk;

    pay->implied = !pay->implied;
    desk_say(view->desk, STYLE_NORMAL,
             pay->implied ? "As on an adding machine: 12345 is 123.45; with a point, as written."
                          : "Amounts count as they are written again.");
    if (view->form.at == PAY_AMOUNT)
        sitting_typed(view, REACT_CHANGED);
    return REACT_USED | REACT_REDRAW;
}

static unsigned mark_run(struct view *view)
{
    return view->class->key(view, key_rune(' '));
}

static unsigned post_run(struct view *view)
{
    return view->class->key(view, key_f(10));
}

const struct view_word payacts_words[] = {
    {"post", "posts the payment, from any field", post_run},
    {"mark", "in the lines: this one is paid, or not", mark_run},
    {"propose",
     "the next thing that the rules of autocash find for it, the oldest first last, then none",
     propose_run},
    {"why", "why it is proposed so: every rule, what it finds or why it does not fit", why_run},
    {"same", "the same as in the payment before; again: the number after it", same_run},
    {"let go", "a late discount or small rest is given; again: not", let_go_run},
    {"take back", "reverses the payment that was posted last; of a batch, takes the last line out",
     take_back_run},
    {"decimals", "amounts as on an adding machine: 12345 is 123.45; again: as written",
     implied_run},
    {"batch", "enters payments into a batch, looks at its lines, or leaves it", batch_run},
    {0},
};
