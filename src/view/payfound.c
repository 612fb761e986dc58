/* payfound: which lines of the payment desk are marked unasked: what autocash finds, and why. */
#include "base/figures.h"
#include "view/paydeskparts.h"

void paydesk_choices_forget(struct paydesk *desk)
{
    autopay_memory_close(desk->memory);
    desk->memory = NULL;
    desk->choices = (struct autopay_choices){.count = 0};
    arena_reset(&desk->choices_arena);
}

/* What the same rules find as in the shell; nothing, where it cannot be read. */
static void choices_read(struct paydesk *desk, bool quick)
{
    const struct autopay money = {.customer_id = desk->payer.customer_id,
                                  .amount = desk->amount,
                                  .value = desk->date,
                                  .text = form_text(desk->form, PAY_REFERENCE)};

    arena_reset(&desk->choices_arena);
    desk->choices = (struct autopay_choices){.count = 0};
    if (!desk->payer.customer_id || desk->amount.minor <= 0)
        return;
    if (!desk->memory)
        desk->memory = autopay_memory_open();
    if (autopay_choices(desk->session, desk->memory, &money, quick, &desk->choices_arena,
                        &desk->choices) != ERR_OK)
        desk->choices.count = 0; /* the command will say why, if it matters */
    note_clear(desk->session->note);
}

static bool choice_take(struct paydesk *desk, int n)
{
    const struct autocash_proposal *found = &desk->choices.found[n];
    const char *words = autocash_words(found->step);

    if (!found->automatic)
        words =
            arena_format(&desk->choices_arena, "%s: %s", words,
                         figures_show(found->why, &desk->session->notation, &desk->choices_arena));
    desk->choice = n;
    return paylines_found(&desk->lines, found, words);
}

/* What is found without being asked: never a guess by age, nor an accident (RULES.md R3). */
static bool is_plain(const struct autocash_proposal *found)
{
    return found->automatic ? found->step != AUTOCASH_OLDEST
                            : found->step == AUTOCASH_REFERENCES || found->step == AUTOCASH_EXACT;
}

void paydesk_propose_first(struct paydesk *desk)
{
    if (paylines_named(&desk->lines, desk->amount.minor))
        return;
    choices_read(desk, true);
    for (int i = 0; i < desk->choices.count; i++)
        if (is_plain(&desk->choices.found[i]) && choice_take(desk, i))
            return;
    paylines_none(&desk->lines);
}

static bool step_take(struct paydesk *desk, enum autocash_step step)
{
    for (int i = 0; i < desk->choices.count; i++)
        if (desk->choices.found[i].step == step && choice_take(desk, i))
            return true;
    return false;
}

/* The same rule again, if it still finds something. */
bool paydesk_propose_same(struct paydesk *desk)
{
    const enum autocash_step step = desk->choices.found[desk->choice].step;

    choices_read(desk, step != AUTOCASH_SUBSET);
    return step_take(desk, step);
}

/* The amount or the discounts are others: the same way again; marks by hand stay. */
void paydesk_spread_again(struct paydesk *desk)
{
    if (desk->lines.way == PAY_BY_HAND) {
        paylines_spread(&desk->lines, desk->amount.minor);
        paydesk_lines_show(desk);
        return;
    }
    if (desk->lines.way != PAY_FOUND || !paydesk_propose_same(desk))
        paydesk_propose_first(desk);
    paydesk_proposal_show(desk);
}

enum autocash_step paydesk_step(const struct paydesk *desk)
{
    return desk->lines.way == PAY_FOUND ? desk->choices.found[desk->choice].step : AUTOCASH_NONE;
}

void paydesk_propose(struct paydesk *desk)
{
    const bool was_found = desk->lines.way == PAY_FOUND, was_named = desk->lines.way == PAY_NAMED;
    const enum autocash_step step = paydesk_step(desk);
    int next = 0;

    choices_read(desk, false);
    for (int i = 0; was_found && i < desk->choices.count; i++)
        if (desk->choices.found[i].step == step)
            next = i + 1;
    bool taken = !was_found && !was_named && paylines_named(&desk->lines, desk->amount.minor);
    /* what is there already is not proposed again under another name */
    for (; !taken && next < desk->choices.count; next++)
        taken = !paylines_same(&desk->lines, &desk->choices.found[next]) && choice_take(desk, next);
    if (!taken)
        paylines_none(&desk->lines);
    paydesk_proposal_show(desk);
    paydesk_amount_hint(desk);
}

/* The papers that the reference names, else what was proposed before: that somebody writes a
 * reference is no reason to drop it. */
void paydesk_propose_reference(struct paydesk *desk)
{
    const enum autocash_step step = paydesk_step(desk);

    if (step == AUTOCASH_NONE || step == AUTOCASH_REFERENCES) {
        paydesk_propose_first(desk);
        return;
    }
    choices_read(desk, step != AUTOCASH_SUBSET);
    if (!step_take(desk, AUTOCASH_REFERENCES) && !step_take(desk, step))
        paydesk_propose_first(desk);
}

/* "2 by the amount: INV-1 100.00 = 100.00" */
static const char *found_words(const struct autocash_proposal *found, struct arena *arena)
{
    const char *words = arena_format(arena, "%d  %s: %s", autocash_rule(found->step),
                                     autocash_words(found->step), found->arithmetic);

    return found->automatic
               ? words
               : arena_format(arena, "%s\n   only proposed, since %s", words, found->why);
}

const char *paydesk_why(struct paydesk *desk, struct arena *arena)
{
    const char *text = arena_format(arena, "Marked: %s.\n", paydesk_words(desk));

    if (!desk->resolved || desk->amount.minor == 0)
        return "Who paid and how much is not known yet.";
    const char *lapsed = paydesk_lapsed(desk, arena);
    if (lapsed)
        text = arena_format(arena, "%s%s\n", text, lapsed);
    choices_read(desk, false);
    for (int i = 0; i < desk->choices.count; i++)
        text = arena_format(arena, "%s\n%s", text, found_words(&desk->choices.found[i], arena));
    for (int step = AUTOCASH_NONE + 1; step < AUTOCASH_STEPS; step++)
        if (desk->choices.failed[step])
            text = arena_format(
                arena, "%s\n%d  not %s: %s", text, autocash_rule((enum autocash_step)step),
                autocash_words((enum autocash_step)step), desk->choices.failed[step]);
    return figures_show(text, &desk->session->notation, arena);
}
