/* How a payment at the desk begins: from another screen, from a line of a batch, from a draft. */
#include "base/text.h"
#include "view/draft.h"
#include "view/sitting.h"

#include <stdio.h>
#include <string.h>

bool sitting_is_begun(const struct form *form)
{
    return *form_text(form, PAY_WHO) || *form_text(form, PAY_AMOUNT) ||
           *form_text(form, PAY_REFERENCE);
}

void sitting_batch_shown(struct view *view)
{
    const struct sitting *sitting = view->state;
    struct form *form = &view->form;
    char day[DATE_TEXT];

    if (text_is_blank(form_text(form, PAY_WHO)))
        form_set(form, PAY_WHO, ""); /* that nothing was typed yet is no fault any more */
    if (batchdesk_is(&sitting->batch)) {
        form_set(form, PAY_DATE, date_iso(sitting->batch.batch.day, day));
        form->owner.check(form->owner.self, form, PAY_DATE, &form->note);
    }
    if (!sitting_is_begun(form))
        form_focus(form, PAY_WHO);
    sitting_show(view);
}

/* Fields that a command line says; `known` is of `payment receive`. */
static void fields_take(struct view *view, const struct args *known)
{
    static const char *const names[] = {"amount", "reference", "method", "date"};
    static const enum paydesk_field fields[] = {PAY_AMOUNT, PAY_REFERENCE, PAY_METHOD, PAY_DATE};
    const struct session *session = view->desk->session;
    struct form *form = &view->form;
    const struct paydesk *pay = &((struct sitting *)view->state)->desk;
    const struct currency assume =
        pay->resolved ? pay->payer.currency : book_currency(view->desk->book);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct money amount;
        bool given = false;
        char text[MONEY_TEXT];
        if (!args_given(known, names[i]))
            continue;
        const char *value = args_get(known, names[i]);
        if (fields[i] == PAY_AMOUNT) {
            if (args_money(known, names[i], assume, &amount, &given, NULL) != ERR_OK ||
                !currency_is(amount.currency, assume))
                continue; /* other money than is owed: the command line can say that */
            value = money_show(amount, &session->notation, text);
        }
        form_set(form, fields[i], value);
        form->fields[fields[i]].edited = true;
        form->owner.check(form->owner.self, form, fields[i], &form->note);
    }
}

static bool line_parse(struct view *view, const char *line, struct args *out)
{
    const struct command *command = command_find("payment", "receive");
    char **words;
    int count = 0;

    args_init(out, command, &view->life, &view->desk->session->habit, &notation_plain);
    return words_split(line, &view->life, &words, &count, NULL) == ERR_OK && count >= 2 &&
           strcmp(words[0], command->noun) == 0 &&
           args_words(out, count - 2, words + 2, NULL) == ERR_OK;
}

/* A line of the batch comes back into the fields; what is entered then takes its place. */
static enum err line_take(struct view *view, const char *name)
{
    struct sitting *sitting = view->state;
    struct form *form = &view->form;
    struct batch_line line;
    struct args known;

    TRY(batch_line_find(view->desk->book, name, &view->life, &line));
    if (!line_parse(view, line.command, &known) || !paydesk_holds(&known))
        return fail(view->desk->session->note, ERR_CONFLICT,
                    "line %s says more than the desk has fields for: %s", name,
                    *line.command ? line.command : "it is posted");
    snprintf(sitting->batch.line, sizeof sitting->batch.line, "%s", name);
    sitting->desk.changes = sitting->batch.line;
    form_set(form, PAY_WHO, paydesk_payer_text(&sitting->desk, &known, &view->life));
    form->fields[PAY_WHO].edited = true;
    form_key(form, key_of(KEYCODE_ENTER));
    fields_take(view, &known);
    paydesk_take(&sitting->desk, &known);
    form_focus(form, PAY_WHO);
    return ERR_OK;
}

/* The rest of a line that was begun elsewhere: `payment receive --amount 5 ...`. */
enum err sitting_known_take(struct view *view)
{
    struct sitting *sitting = view->state;
    struct args known;

    if (!line_parse(view, view->extra, &known))
        return ERR_OK;
    if (args_given(&known, "batch"))
        TRY(batchdesk_enter(&sitting->batch, args_get(&known, "batch")));
    sitting_batch_shown(view);
    if (args_given(&known, "line"))
        return line_take(view, args_get(&known, "line"));
    fields_take(view, &known);
    return ERR_OK;
}

/* Whom it is from and what it pays are seen at once; what was marked by hand is marked again. */
static void fields_check(struct view *view, const char *pays)
{
    static const enum paydesk_field fields[] = {PAY_DATE, PAY_WHO, PAY_AMOUNT, PAY_REFERENCE};
    struct sitting *sitting = view->state;
    struct form *form = &view->form;
    struct note note = {0};
    struct args known;

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (form->owner.check(form->owner.self, form, fields[i], &note) != ERR_OK)
            form->fields[fields[i]].edited = true; /* it is said when the field is left */
    if (pays && line_parse(view, pays, &known))
        paydesk_take(&sitting->desk, &known);
}

/* What was typed before, in the batch that it was for; what was posted in spite of all is not
 * offered again. */
void sitting_draft_offer(struct view *view)
{
    struct sitting *sitting = view->state;
    struct desk *desk = view->desk;
    struct form *form = &view->form;
    const char *op_id = draft_marked(desk, SITTING_DRAFT, "operation");
    const char *batch = draft_marked(desk, SITTING_DRAFT, "batch");
    const char *line = draft_marked(desk, SITTING_DRAFT, "line");
    const char *pays = draft_marked(desk, SITTING_DRAFT, "pays");
    const char *proposed = draft_marked(desk, SITTING_DRAFT, "proposed");

    if (!draft_take(desk, SITTING_DRAFT, form)) {
        batchdesk_offer(&sitting->batch);
        return;
    }
    if (op_id)
        snprintf(sitting->op_id, sizeof sitting->op_id, "%s", op_id);
    /* nobody typed that: another payer is not thought to pay as much */
    if (proposed && strcmp(proposed, form_text(form, PAY_AMOUNT)) == 0)
        snprintf(sitting->desk.amount_default, sizeof sitting->desk.amount_default, "%s", proposed);
    fields_check(view, pays);
    desk_say(desk, STYLE_NORMAL, "This is what was typed before and not posted.");
    if (!batch)
        return;
    if (batchdesk_enter(&sitting->batch, batch) != ERR_OK) {
        desk_say(desk, STYLE_ACCENT, "This was typed for batch %s, which is no longer open.",
                 batch);
        note_clear(desk->session->note);
    } else if (line) {
        snprintf(sitting->batch.line, sizeof sitting->batch.line, "%s", line);
        sitting->desk.changes = sitting->batch.line;
    }
    sitting_show(view);
}
