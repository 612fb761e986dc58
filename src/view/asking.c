/* asking: where a command asks for its arguments: at the payment desk or the matching screen, in
 * the form of a paper, in the form of its row; or nowhere, since it has none. */
#include "app/paperfind.h"
#include "ledger/document.h"
#include "view/payer.h"
#include "view/views.h"

#include <string.h>

/* The payment desk starts with a paper that is owed, else with the customer. */
static const char *payment_about(struct desk *desk, const struct args *known)
{
    const char *customer = known ? args_get(known, "customer") : NULL;
    const char *number =
        known && args_count(known, "apply") ? args_row(known, "apply", 0)->values[0].text : NULL;
    struct document document;
    struct note note = {0};

    if (number && customer && !strchr(number, '/'))
        number = arena_format(&desk->arena, "%s/%s", customer, number);
    if (number && paper_find(desk->book, number, &desk->arena, &document, &note) == ERR_OK)
        return number;
    note_clear(desk->session->note);
    return customer ? payer_typed(desk->book, customer, &desk->arena) : "";
}

enum err desk_form(struct desk *desk, const struct command *command, const struct args *known)
{
    const char *why = command_role_not(desk->session, command, &desk->arena);
    struct args none;

    if (why) /* before anything is typed in vain */
        return fail(desk->session->note, ERR_DENIED, "%s%s%s: %s", command->noun,
                    command->verb ? " " : "", command->verb ? command->verb : "", why);
    if (command == command_find("payment", "receive"))
        return desk_push(desk, view_class_find("payment"), payment_about(desk, known),
                         known ? args_text(known, true, &desk->arena) : NULL);
    if (command == command_find("customer", "match") && known && args_given(known, "customer") &&
        !args_count(known, "apply"))
        return desk_push(desk, view_class_find("match"), args_get(known, "customer"), NULL);
    args_init(&none, command, &desk->arena, &desk->session->habit, &notation_plain);
    if (!command->args || !command->args->name) { /* nothing to fill in */
        if (command_answers(command))
            return desk_push(desk, view_class_find("answer"), args_text(&none, true, &desk->arena),
                             NULL);
        return desk_command(desk, &none, NULL);
    }
    const char *line = args_text(known ? known : &none, true, &desk->arena);
    const bool paper = command == command_find("invoice", "issue") ||
                       command == command_find("credit", "issue") ||
                       command == command_find("debit", "issue");
    return desk_push(desk, view_class_find(paper ? "paper" : "form"), line, NULL);
}
