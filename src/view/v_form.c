/* v_form: the form of one command: a field for each argument of its row. */
#include "ledger/customer.h"
#include "view/commandform.h"

#include <string.h>

static const char *limit_text(const struct customer *customer, const struct notation *notation,
                              char out[MONEY_TEXT])
{
    if (customer->credit_limit == NO_LIMIT)
        return "";
    return money_show(money_of(customer->credit_limit, customer->currency), notation, out);
}

static const char *choice_at(const struct commandform *state, const char *name, int place)
{
    const int field = form_find(&state->view->form, name);
    const struct arg *arg = field >= 0 ? state->of[field] : NULL;

    for (int i = 0; arg && arg->choices && arg->choices[i]; i++)
        if (i == place)
            return arg->choices[i];
    return "";
}

/* `customer set`: what is on the account already; only what is changed is sent. */
static void customer_stored(struct commandform *state, const char *code)
{
    struct desk *desk = state->view->desk;
    struct customer customer;
    char figure[MONEY_TEXT];

    if (!code || customer_find(desk->book, code, &state->view->life, &customer) != ERR_OK) {
        note_clear(desk->session->note);
        return;
    }
    commandform_stored(state, "name", customer.name);
    commandform_stored(state, "terms", customer.terms);
    commandform_stored(state, "limit", limit_text(&customer, &desk->session->notation, figure));
    commandform_stored(state, "currency", customer.currency.code);
    commandform_stored(state, "email", customer.email);
    commandform_stored(state, "phone", customer.phone);
    commandform_stored(state, "address", customer.address);
    commandform_stored(state, "country", customer.country);
    commandform_stored(state, "contact", customer.contact);
    commandform_stored(state, "parent", customer.parent);
    commandform_stored(state, "collector", customer.collector);
    commandform_stored(state, "salesperson", customer.salesperson);
    commandform_stored(state, "tax-id", customer.tax_number);
    commandform_stored(state, "cycle", customer.cycle);
    commandform_stored(state, "class", customer.class);
    commandform_stored(state, "language", customer.language);
    commandform_stored(state, "statement", choice_at(state, "statement", customer.statement));
    commandform_stored(state, "kind", choice_at(state, "kind", customer.kind));
    commandform_stored(state, "grace", arena_format(&state->view->life, "%d", customer.grace_days));
    commandform_stored(state, "overpayment", customer.overpayment ? "yes" : "no");
}

/* A customer that is named in the form itself brings what is stored. */
static enum err own_check(void *self, struct form *form, int field, struct note *note)
{
    struct commandform *state = self;

    TRY(commandform_check(self, form, field, note));
    const char *code = form_text(form, field);
    if (state->command != command_find("customer", "set") ||
        strcmp(form->fields[field].name, "code") != 0 || strcmp(code, state->stored_of) == 0)
        return ERR_OK;
    state->stored_of = arena_text(&state->view->life, code);
    customer_stored(state, code);
    return ERR_OK;
}

static enum err form_start(struct view *view)
{
    const struct form_owner owner = {.check = own_check, .check_cell = commandform_check_cell};
    struct commandform *state = view->state;
    struct args known;

    TRY(commandform_open(view, owner, &known));
    for (const struct arg *arg = state->command->args; arg && arg->name; arg++)
        commandform_field(state, arg->name, 0);
    state->stored_of = "";
    if (state->command == command_find("customer", "set") && args_given(&known, "code")) {
        state->stored_of = args_get(&known, "code");
        customer_stored(state, state->stored_of);
        view->form.fields[form_find(&view->form, "code")].flags |= FORM_FIXED;
    }
    commandform_fill(state, &known);
    return ERR_OK;
}

static unsigned form_keyed(struct view *view, struct key key)
{
    unsigned reaction = form_key(&view->form, key);

    if (reaction & REACT_PICK)
        reaction = commandform_pick(view);
    if (reaction & REACT_ACCEPT)
        reaction = commandform_run(view);
    else if (reaction & REACT_CLOSE)
        commandform_leave(view);
    return reaction & ~(unsigned)REACT_ACCEPT;
}

static void form_view_draw(struct view *view, struct area area)
{
    struct area above = area;

    above.rows -= 2;
    form_draw(&view->form, above);
    draw_text(area.y + area.rows - 1, area.x + 1, area.columns - 2, STYLE_DIM,
              commandform_help(view->state));
}

static enum err form_load(struct view *view)
{
    const struct commandform *state = view->state;

    view->means = state->command->summary;
    return ERR_OK;
}

/* What the keys of forms do, for the bar and the palette; the form itself understands them. */
static unsigned next_run(struct view *view)
{
    return view->class->key(view, key_of(KEYCODE_ENTER));
}

static unsigned list_run(struct view *view)
{
    return view->class->key(view, key_f(4));
}

static unsigned accept_run(struct view *view)
{
    return view->class->key(view, key_f(10));
}

static unsigned leave_run(struct view *view)
{
    return view->class->key(view, key_of(KEYCODE_ESC));
}

static const struct view_word form_words[] = {
    {"next", "next field; on the last one, done", next_run},
    {"list", "the codes to choose from", list_run},
    {"accept", "do it, from any field", accept_run},
    {"leave", "leave; what was typed is kept", leave_run},
    {0},
};

static const char *form_why_not(struct view *view, const struct view_word *word)
{
    return strcmp(word->name, "list") == 0 && !form_has_list(&view->form)
               ? "this field has no list to choose from"
               : NULL;
}

const struct view_class view_form = {
    .name = "form",
    .title = "Form",
    .help = "the arguments of one command",
    .kind = VIEW_FORM,
    .state_size = sizeof(struct commandform),
    .needs_about = true,
    .words = form_words,
    .why_not = form_why_not,
    .start = form_start,
    .load = form_load,
    .key = form_keyed,
    .draw = form_view_draw,
    .done = commandform_done,
    .typed = commandform_typed,
    .draft = commandform_draft,
};
