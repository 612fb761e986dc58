#include "view/acts.h"

#include "ledger/document.h"
#include "ledger/item.h"
#include "ledger/sentpaper.h"

#include <string.h>

struct thing {
    struct subject subject;
    const char *kind; /* "invoice", "payment", ...; "customer" */
    const char *name; /* its number or code, as a line takes it */
};

static bool is_owed(const char *kind)
{
    return strcmp(kind, "invoice") == 0 || strcmp(kind, "debit") == 0 ||
           strcmp(kind, "charge") == 0 || strcmp(kind, "deduction") == 0;
}

/* Does the argument want just this kind of thing? */
static bool arg_takes(const struct arg *arg, const char *kind)
{
    if (arg->kind == ARG_CUSTOMER)
        return strcmp(kind, "customer") == 0;
    if (arg->kind != ARG_DOCUMENT || !(arg->flags & ARG_REQUIRED))
        return false;
    if (strcmp(arg->name, "invoice") == 0)
        return is_owed(kind);
    if (strcmp(arg->name, "from") == 0)
        return strcmp(kind, "payment") == 0 || strcmp(kind, "credit") == 0;
    return strcmp(arg->name, kind) == 0;
}

static void act_add(struct acts *acts, const struct session *session, const char *line,
                    const struct command *command, const struct subject *subject,
                    struct arena *arena)
{
    if (acts->count == ACTS_MAX)
        return;
    acts->lines[acts->count] = line;
    acts->choices[acts->count] =
        (struct choice){.code = arena_format(arena, "%s %s", command->noun, command->verb),
                        .text = command->summary,
                        .why_not = command_why_not(session, command, subject, arena),
                        .id = (int64_t)acts->count};
    acts->count++;
}

/* An invoice is paid by a command that takes papers as rows. */
static void payment_add(struct acts *acts, const struct session *session,
                        const struct thing *thing, struct arena *arena)
{
    const char *customer = thing->subject.customer;
    const char *line;

    if (!is_owed(thing->kind) || !customer)
        return;
    line = arena_format(arena, "payment receive --customer %s --apply %s ...",
                        desk_word_quoted(customer, arena), thing->name);
    act_add(acts, session, line, command_find("payment", "receive"), &thing->subject, arena);
}

/* What takes a paper or a customer, neither of which it must have: the paper goes before. */
static void hard_add(struct acts *acts, const struct session *session, const struct thing *thing,
                     struct arena *arena)
{
    static const char *const lines[][2] = {{"placement", "make"}, {"baddebt", "writeoff"}};

    if (!is_owed(thing->kind))
        return;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0] && acts->count < ACTS_MAX; i++) {
        act_add(acts, session,
                arena_format(arena, "%s %s --invoice %s ...", lines[i][0], lines[i][1],
                             thing->name),
                command_find(lines[i][0], lines[i][1]), &thing->subject, arena);
        struct choice *choice = &acts->choices[acts->count - 1];
        if (!choice->why_not && thing->subject.open.minor <= 0)
            choice->why_not = "nothing is open on it";
    }
}

/* What went out and is no paper of the books: a statement, a letter, a report. */
static void sent_add(struct acts *acts, const struct session *session, const struct thing *thing,
                     struct arena *arena)
{
    static const char *const lines[][4] = {{"statement", "mail", "send", "statement"},
                                           {"report", "mail", "send", "statement"},
                                           {"letter", "mail", "send", "letter"},
                                           {"letter", "dunning", "undo", "letter"}};

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (strcmp(thing->kind, lines[i][0]) != 0)
            continue;
        act_add(acts, session,
                arena_format(arena, "%s %s --%s %s ...", lines[i][1], lines[i][2], lines[i][3],
                             thing->name),
                command_find(lines[i][1], lines[i][2]), &thing->subject, arena);
    }
}

/* Also where a row does not say it, so that no reason is given that is not one. */
static enum err open_read(struct desk *desk, const struct document *document, struct subject *out)
{
    struct item *items;
    int count;

    TRY(items_of_document(desk->book, document->id, &desk->arena, &items, &count));
    out->open = money_of(0, document->currency);
    for (int i = 0; i < count; i++)
        out->open.minor += items[i].open;
    return ERR_OK;
}

/* A number that is none of a paper of the books: of something that was sent? */
static enum err sent_find(struct desk *desk, const char *number, struct thing *out)
{
    struct sentpaper sent;
    int64_t id = 0;

    TRY(sentpaper_last(desk->book, number, &id));
    if (!id)
        return fail(desk->session->note, ERR_MISSING,
                    "%s is neither a paper nor was it sent; there is nothing to do with it here",
                    number);
    TRY(sentpaper_get(desk->book, id, &desk->arena, &sent));
    out->kind = sentpaper_kind_word(sent.kind);
    if (!out->subject.customer)
        out->subject.customer = sent.customer;
    return ERR_OK;
}

/* What the cursor is on: a paper goes before its customer. */
static enum err thing_find(struct desk *desk, struct thing *out)
{
    struct document document;
    const char *name;

    *out = (struct thing){0};
    view_subject(desk->top, &out->subject);
    if ((name = out->subject.document)) {
        enum err e = document_find(desk->book, name, 0, &desk->arena, &document);
        if (e == ERR_MISSING) /* a deposit is no paper of a customer */
            e = document_find(desk->book, name, ~0u, &desk->arena, &document);
        if (e == ERR_OK) {
            out->kind = document_kind_word(document.kind);
            if (!out->subject.customer)
                out->subject.customer = document.customer;
            TRY(open_read(desk, &document, &out->subject));
        } else {
            TRY(e == ERR_MISSING ? sent_find(desk, name, out) : e);
        }
    } else if ((name = out->subject.customer)) {
        out->kind = "customer";
    } else {
        return fail(desk->session->note, ERR_MISSING, "there is no paper and no customer here");
    }
    out->name = desk_word_quoted(name, &desk->arena);
    return ERR_OK;
}

/* Whatever takes such a thing first. */
static void verbs_add(struct acts *acts, const struct session *session, const struct thing *thing,
                      struct arena *arena)
{
    for (size_t i = 0; commands_all[i]; i++) {
        const struct command *command = commands_all[i];
        const struct arg *first = command->args;
        if (strcmp(command->noun, "invoice") == 0 && strcmp(thing->kind, "invoice") != 0)
            continue; /* a debit memo has commands of its own */
        if (!(command->flags & COMMAND_WRITES) || (command->flags & COMMAND_HIDDEN) || !first ||
            !first->name || !command->verb || !arg_takes(first, thing->kind))
            continue;
        act_add(acts, session,
                arena_format(arena, "%s %s --%s %s ...", command->noun, command->verb, first->name,
                             thing->name),
                command, &thing->subject, arena);
    }
}

/* What changes nothing and is done with a customer all the same: it asks for more than its code. */
static void reads_add(struct acts *acts, const struct session *session, const struct thing *thing,
                      struct arena *arena)
{
    static const char *const verbs[] = {"reconcile", "history", "export"};

    if (strcmp(thing->kind, "customer") != 0)
        return;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        act_add(acts, session,
                arena_format(arena, "customer %s --customer %s%s", verbs[i], thing->name,
                             i == 0 ? " ..." : ""),
                command_find("customer", verbs[i]), &thing->subject, arena);
}

enum err acts_collect(struct desk *desk, bool customer_too, struct acts *out)
{
    struct thing thing;

    out->count = 0;
    TRY(thing_find(desk, &thing));
    payment_add(out, desk->session, &thing, &desk->arena);
    verbs_add(out, desk->session, &thing, &desk->arena);
    reads_add(out, desk->session, &thing, &desk->arena);
    hard_add(out, desk->session, &thing, &desk->arena);
    sent_add(out, desk->session, &thing, &desk->arena);
    if (customer_too && thing.subject.document && thing.subject.customer &&
        *thing.subject.customer) {
        const struct thing customer = {.subject = {.customer = thing.subject.customer},
                                       .kind = "customer",
                                       .name =
                                           desk_word_quoted(thing.subject.customer, &desk->arena)};
        verbs_add(out, desk->session, &customer, &desk->arena);
        reads_add(out, desk->session, &customer, &desk->arena);
    }
    return ERR_OK;
}

void acts_run(struct desk *desk)
{
    struct acts *acts = arena_new(&desk->arena, sizeof *acts);
    struct choice chosen;
    enum err e = acts_collect(desk, true, acts);

    if (e != ERR_OK)
        desk_say_failure(desk, e);
    else if (desk_choose(desk, "Do:", acts->choices, acts->count, &chosen))
        desk_run(desk, acts->lines[chosen.id]);
}
