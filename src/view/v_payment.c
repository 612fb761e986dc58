/* The payment desk: one payment after the other, the eyes on the paper (UX.md, Clerk).
 *
 * Number, Enter, Enter, reference, Enter posts an exact payment. What would stay unapplied is said
 * and wants another Enter. Whatever is posted is one `payment receive` with every amount in it. */
#include "base/text.h"
#include "tui/term.h"
#include "view/draft.h"
#include "view/pick.h"
#include "view/sitting.h"

#include <string.h>

#define TAKES_BACK "; F8 takes it back" /* said where there is room */

static void posted_say(struct view *view, const struct outcome *outcome)
{
    struct sitting *sitting = view->state;
    const struct paydesk *pay = &sitting->desk;
    struct arena *arena = &view->desk->arena;

    if (outcome->stored)
        return;
    const char *what = paydesk_what(pay, arena);
    if (batchdesk_is(&sitting->batch)) {
        what = arena_format(arena, "%s%s", what, paydesk_gone(pay, outcome, arena));
        if (outcome->late)
            what = arena_format(arena, "%s; %s", what, outcome->late);
        batchdesk_entered(&sitting->batch, what, outcome->ref);
        return;
    }
    const char *words =
        arena_format(arena, "Posted: %s %s, %s%s", what, form_text(pay->form, PAY_METHOD),
                     outcome->ref ? outcome->ref : "", paydesk_came(pay, outcome, arena));
    const int cells = text_width(words) + text_width(TAKES_BACK);
    desk_say(view->desk, STYLE_GOOD, "%s%s", words,
             term_is_on() && cells < term_columns() - 2 ? TAKES_BACK : "");
}

/* Where the command's words belong: "--reference: ..." is that field's. */
static void refusal_show(struct view *view)
{
    struct sitting *sitting = view->state;
    struct form *form = &view->form;
    const char *words = view->desk->session->note->text;
    const char *colon = strncmp(words, "--", 2) == 0 ? strchr(words, ':') : NULL;

    for (int i = 0; colon && i < form->count; i++) {
        const size_t len = strlen(form->fields[i].name);
        if (strncmp(words + 2, form->fields[i].name, len) == 0 && words[2 + len] == ':') {
            form_error(form, i, colon + 2);
            return;
        }
    }
    form_focus(form, PAY_WHO);
    form->fields[PAY_WHO].edit.fresh = false;
    sitting->said = false;
}

static void post(struct view *view)
{
    struct sitting *sitting = view->state;
    struct session *session = view->desk->session;
    struct outcome outcome = {0};
    struct args args;
    enum err e = paydesk_args(&sitting->desk, &view->desk->arena, &args, session->note);

    if (e == ERR_OK)
        e = batchdesk_args(&sitting->batch, &args);
    if (e == ERR_OK) {
        session->op_id = sitting->op_id;
        sitting->posting = true;
        e = desk_command(view->desk, &args, &outcome);
        sitting->posting = false;
        session->op_id = NULL;
    } else {
        desk_say_failure(view->desk, e);
    }
    if (e != ERR_OK) {
        const char *news;
        refusal_show(view);
        paydesk_renew(&sitting->desk, &news); /* the refusal says it already */
        return;
    }
    const bool batch = batchdesk_is(&sitting->batch);
    const bool ahead = sitting->desk.date.day > book_today(view->desk->book).day;
    if (!outcome.stored && !batch)
        sitting_count(sitting, sitting->desk.amount, 1);
    sitting_show(view);
    posted_say(view, &outcome);
    sitting_last_keep(sitting, batch ? NULL : outcome.ref);
    sitting->done = sitting->batch.line[0] != 0;
    paydesk_clear(&sitting->desk);
    if (ahead)
        sitting_batch_shown(view); /* the batch's day again */
    draft_forget(view->desk, SITTING_DRAFT);
    sitting_begin(sitting);
}

/* All fields are good. */
static void accept(struct view *view)
{
    struct sitting *sitting = view->state;
    const struct paydesk *pay = &sitting->desk;
    const int64_t left = paydesk_left(pay);
    const char *caution = paydesk_caution(pay, sitting->unseen, &view->desk->arena);
    char figure[MONEY_TEXT];

    if (left < 0) {
        money_show(money_of(-left, pay->payer.currency), &view->desk->session->notation, figure);
        form_focus(&view->form, PAY_ITEMS);
        desk_say(view->desk, STYLE_ERROR, "The lines pay %s more than came; make one smaller.",
                 figure);
        term_beep();
    } else if (caution && !sitting->said) {
        sitting->said = true;
        desk_say(view->desk, STYLE_ACCENT, "%s", caution);
    } else {
        sitting->unseen = false;
        sitting->desk.day_said = pay->date;
        post(view);
    }
}

/* ---- pick list ---- */

static void who_set(struct view *view, const char *code)
{
    struct sitting *sitting = view->state;

    form_set(&view->form, PAY_WHO, payer_typed(view->desk->book, code, &view->desk->arena));
    view->form.fields[PAY_WHO].edited = true;
    sitting->said = false;
}

static unsigned who_pick(struct view *view)
{
    struct sitting *sitting = view->state;
    const char *code = pick_code(view->desk, &sitting->desk.finder, ARG_CUSTOMER,
                                 form_text(&view->form, PAY_WHO), NULL, false);

    if (!code)
        return REACT_USED | REACT_REDRAW;
    who_set(view, code);
    return form_key(&view->form, key_of(KEYCODE_ENTER));
}

/* The method is chosen and no more: it was no Enter that posts. */
static unsigned word_pick(struct view *view)
{
    struct form *form = &view->form;
    const struct form_field *field = &form->fields[form->at];
    const char *word = pick_word(view->desk, field->label, field->choices);

    if (word)
        form_set(form, form->at, word);
    return REACT_USED | REACT_REDRAW | (word ? REACT_CHANGED : 0);
}

/* A name that several have opens the list at once, but not under the fingers of somebody who types
 * ahead: those keys were meant for fields. */
static bool wants_list(const struct view *view)
{
    const struct form *form = &view->form;
    const char *text = form_text(form, PAY_WHO);

    return form->at == PAY_WHO && *text && !strpbrk(text, "0123456789") && term_is_on() &&
           !term_key_waits() && (form->note.code == ERR_CONFLICT || form->note.code == ERR_MISSING);
}

/* ---- keys ---- */

/* Did a key that left fields change what they pay? What is typed in the lines is seen there. */
static bool pays_changed(struct sitting *sitting, int field, const uint64_t before)
{
    return field != PAY_ITEMS && paylines_digest(&sitting->desk.lines) != before;
}

static void leave(struct view *view)
{
    if (!draft_leave(view))
        return;
    desk_say(view->desk, STYLE_NORMAL, "Nothing is posted; what was typed is kept for next time.");
}

static unsigned batch_post(struct view *view)
{
    struct sitting *sitting = view->state;
    const unsigned reaction = batchdesk_post(&sitting->batch);

    sitting_show(view);
    return reaction;
}

/* The sums, with the discount that is over in front. */
static const char *proof_words(struct paydesk *pay)
{
    const char *sums = paydesk_sums(pay, &pay->arena), *lapsed = paydesk_lapsed(pay, &pay->arena);

    return lapsed && *sums ? arena_format(&pay->arena, "%s; %s", lapsed, sums) : sums;
}

static unsigned payment_key(struct view *view, struct key key)
{
    struct sitting *sitting = view->state;
    struct form *form = &view->form;

    if (batchdesk_is(&sitting->batch) && !sitting_is_begun(form) &&
        (key_same(key, key_f(10)) || key_same(key, key_ctrl('s'))))
        return batch_post(view); /* there is no line to be entered */
    if (form->at == PAY_AMOUNT)
        paydesk_count(&sitting->desk); /* what was typed ahead is known to who typed it */
    const uint64_t pays = paylines_digest(&sitting->desk.lines);
    const int at = form->at;
    unsigned reaction = form_key(form, key);
    if ((reaction & REACT_BEEP) && key_is(key, KEYCODE_ENTER) && wants_list(view))
        reaction = who_pick(view);
    if (reaction & REACT_PICK)
        reaction = form->fields[form->at].choices ? word_pick(view) : who_pick(view);
    if (at == PAY_DATE && form->at == at && key_is(key, KEYCODE_TAB) && !(reaction & REACT_BEEP))
        form_focus(form, PAY_WHO); /* there are no lines: round to the first */
    if (reaction & REACT_CHANGED || key_is(key, KEYCODE_TAB) || key_is(key, KEYCODE_BACKTAB)) {
        sitting->said = false;
        sitting->unseen = sitting->unseen && term_key_waits();
    }
    if (sitting->desk.message) {
        desk_say(view->desk, STYLE_ERROR, "%s", sitting->desk.message);
        sitting->desk.message = NULL;
    }
    sitting_typed(view, reaction);
    if (!term_is_on()) /* told, since it is not drawn */
        view->proof = proof_words(&sitting->desk);
    if (reaction & REACT_ACCEPT) {
        sitting->unseen = sitting->unseen || pays_changed(sitting, at, pays);
        accept(view);
    }
    if (reaction & REACT_CLOSE)
        leave(view);
    if (sitting->done)
        reaction |= REACT_CLOSE;
    return reaction & ~(unsigned)REACT_ACCEPT;
}

/* ---- the view ---- */

static enum err payment_start(struct view *view)
{
    struct sitting *sitting = view->state;
    struct form *form = &view->form;

    paydesk_init(&sitting->desk, view->desk->session, form);
    batchdesk_init(&sitting->batch, view->desk);
    view->form_started = true;
    view->draft = SITTING_DRAFT;
    sitting_begin(sitting);
    sitting_show(view);
    if (*view->about) {
        form_set(form, PAY_WHO, view->about);
        form->fields[PAY_WHO].edited = true;
        form_key(form, key_of(KEYCODE_ENTER));
    }
    if (*view->extra)
        return sitting_known_take(view);
    if (!*view->about)
        sitting_draft_offer(view);
    return ERR_OK;
}

static enum err payment_load(struct view *view)
{
    struct sitting *sitting = view->state;
    const bool opening = sitting->batch.opening;
    const char *news;

    if (!sitting->posting && paydesk_renew(&sitting->desk, &news)) {
        sitting->said = false;
        if (*news)
            desk_say(view->desk, STYLE_ACCENT, "%s", news);
    }
    TRY(batchdesk_read(&sitting->batch));
    if (opening)
        sitting_batch_shown(view);
    else
        sitting_show(view);
    return ERR_OK;
}

/* What stands beside the fields in a draft. */
static void payment_draft(struct view *view)
{
    const struct sitting *sitting = view->state;

    draft_mark(view->desk, SITTING_DRAFT, "operation", sitting->op_id);
    if (batchdesk_is(&sitting->batch))
        draft_mark(view->desk, SITTING_DRAFT, "batch", sitting->batch.batch.number);
    if (sitting->batch.line[0])
        draft_mark(view->desk, SITTING_DRAFT, "line", sitting->batch.line);
    const char *amount = form_text(&view->form, PAY_AMOUNT);
    if (*amount && strcmp(amount, sitting->desk.amount_default) == 0)
        draft_mark(view->desk, SITTING_DRAFT, "proposed", amount);
    struct args args;
    struct note note = {0};
    if (sitting->desk.lines.way == PAY_BY_HAND &&
        paydesk_args(&sitting->desk, &view->desk->arena, &args, &note) == ERR_OK)
        draft_mark(view->desk, SITTING_DRAFT, "pays", args_text(&args, true, &view->desk->arena));
}

static bool payment_typed(struct view *view)
{
    return sitting_is_begun(&view->form);
}

/* How the lines were chosen, and which of them are seen when there are more. */
static const char *lines_words(struct view *view, const struct paydesk *pay)
{
    const struct grid *grid = view->form.fields[PAY_ITEMS].grid;
    const char *pending = paydesk_pending(pay);
    const char *words = pending ? pending : paydesk_words(pay);
    const int last = grid->top + grid->body_rows;

    if (grid->count <= grid->body_rows)
        return words;
    return arena_format(&view->desk->arena, "%d-%d of %d, %s", grid->top + 1,
                        last < grid->count ? last : grid->count, grid->count, words);
}

/* Who it is was said in the room that was there. */
static void payer_fit(struct sitting *sitting)
{
    if (sitting->columns && sitting->columns != term_columns() && sitting->desk.resolved)
        paydesk_payer_show(&sitting->desk);
    sitting->columns = term_columns();
}

static void payment_draw(struct view *view, struct area area)
{
    struct sitting *sitting = view->state;
    payer_fit(sitting);
    const struct paydesk *pay = &sitting->desk;
    struct area above = area;
    const char *sums = paydesk_sums(pay, &view->desk->arena);
    const char *remark = paydesk_remark(pay, &view->desk->arena);
    const int y = area.y + area.rows - 1, cells = text_width(sums);

    above.rows -= 2;
    form_draw(&view->form, above);
    if (remark)
        draw_text(y - 1, area.x + 1, area.columns - 2, STYLE_ACCENT, remark);
    draw_text(y, area.x + 7, area.columns - cells - 9, STYLE_DIM, lines_words(view, pay));
    draw_run(y, area.x + area.columns - cells - 1, cells,
             paydesk_left(pay) != 0 ? STYLE_BAD : STYLE_TOTAL, sums);
}

static void payment_done(struct view *view)
{
    struct sitting *sitting = view->state;

    paydesk_done(&sitting->desk);
    batchdesk_done(&sitting->batch);
}

const struct view_class view_payment = {
    .name = "payment",
    .title = "Payment",
    .help = "money that came in, one payment after the other",
    .posts = "payment receive",
    .kind = VIEW_FORM,
    .state_size = sizeof(struct sitting),
    .words = payacts_words,
    .start = payment_start,
    .load = payment_load,
    .key = payment_key,
    .draw = payment_draw,
    .done = payment_done,
    .typed = payment_typed,
    .draft = payment_draft,
};
