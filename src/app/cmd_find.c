/* Anything in the book, by number, name, reference, note or amount */
#include "app/commands.h"
#include "app/findrow.h"
#include "ledger/customer.h"
#include "ledger/names.h"

#include <string.h>

#define LIMIT_USUAL 100

/* What there is to be found. */
static const char *const kind_words[] = {"customer",
#define X(kind, word, prefix) word,
                                         DOCUMENT_LIST(X)
#undef X
                                             "dispute",
                                         "entry", NULL};

static unsigned kinds_of(const char *word)
{
    if (!word)
        return 0;
    if (strcmp(word, "customer") == 0)
        return FINDING_CUSTOMERS;
    if (strcmp(word, "dispute") == 0)
        return FINDING_DISPUTES;
    return strcmp(word, "entry") == 0 ? FINDING_ENTRIES : DOCUMENT_MASK(document_kind_of(word));
}

static const struct arg find_args[] = {
    {.name = "text",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_MANY,
     .help = "words and amounts: acme >500"},
    {.name = "kind", .kind = ARG_CHOICE, .choices = kind_words, .help = "only of this kind"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only where something is open"},
    {.name = "limit", .kind = ARG_INT, .help = "at most so many rows; by default 100"},
    {0},
};

/* The words of the shell, as one line; a word with a blank in it was quoted there. */
static const char *line_of(struct act *act)
{
    const char *line = "";

    for (int i = 0; i < args_count(act->args, "text"); i++) {
        const char *word = args_nth(act->args, "text", i);
        const bool quote = args_count(act->args, "text") > 1 && strchr(word, ' ');
        line =
            arena_format(act->arena, quote ? "%s%s\"%s\"" : "%s%s%s", line, *line ? " " : "", word);
    }
    return line;
}

/* All of it; the person may stop. */
static enum err run_through(struct act *act, struct finding *finding)
{
    const struct session *session = act->session;
    int64_t done = 0, total = 0;

    for (bool more = finding_has_more(finding); more;) {
        TRY(finding_step(finding, &more));
        finding_progress(finding, &done, &total);
        if (session->progress && session->progress(session->self, "Rows", done, total))
            return fail(act->note, ERR_CANCELLED, "stopped");
    }
    return ERR_OK;
}

static enum err rows_pass(struct act *act, struct finding *finding, const struct sought *sought)
{
    const struct table_head head = {"Found", args_get(act->args, "text"), findrow_columns,
                                    FINDROW_COLUMNS};
    const size_t count = finding_count(finding);
    const int64_t limit = args_number(act->args, "limit", LIMIT_USUAL);
    struct arena arena = {0};
    enum err e = act->sink->head(act->sink->self, &head);
    size_t shown = 0;

    for (; e == ERR_OK && shown < count && (int64_t)shown < limit; shown++) {
        const struct found found = finding_at(finding, shown);
        struct found_row read;
        struct row row;
        arena_reset(&arena);
        e = findrow_make(act->book, &found, sought, &arena, &row, &read);
        if (e == ERR_OK)
            e = act->sink->row(act->sink->self, &row);
    }
    arena_done(&arena);
    if (e != ERR_OK)
        return e;
    const char *proof = count == 0 ? "nothing in this book has it" : NULL;
    if (shown < count || finding_is_cut(finding))
        proof = arena_format(act->arena, "the best %zu of %zu%s", shown, count,
                             finding_is_cut(finding) ? " and more: say more of it"
                                                     : "; --limit shows more");
    return act->sink->foot(act->sink->self, proof);
}

static enum err find_run(struct act *act)
{
    struct sought sought;
    struct finding_query query = {.sought = &sought,
                                  .kinds = kinds_of(args_get(act->args, "kind")),
                                  .open_only = args_flag(act->args, "open")};
    struct finding *finding = NULL;
    struct customer customer;

    if (args_given(act->args, "limit") && args_number(act->args, "limit", 0) < 1)
        return fail(act->note, ERR_USAGE, "--limit is a number of rows, 1 or more");
    TRY(sought_parse(line_of(act), act->args->notation, act->arena, &sought, act->note));
    if (sought_is_empty(&sought))
        return fail(act->note, ERR_USAGE,
                    "say what to find: a number, a name, a reference, an "
                    "amount as 123.45, ~123 or >500");
    if (args_get(act->args, "customer")) {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        query.customer_id = customer.id;
    }
    TRY(names_figures(act->book));
    TRY(finding_begin(act->book, &query, &finding));
    enum err e = run_through(act, finding);
    if (e == ERR_OK)
        e = rows_pass(act, finding, &sought);
    finding_done(finding);
    return e;
}

const struct command cmd_find = {
    .noun = "find",
    .summary = "find anything by number, name, reference, note or amount",
    .detail =
        "Words are found in customers (code, name, contacts, phone, e-mail, tax number, address, "
        "what they are known by), in documents (number, reference, order number, text, reason, "
        "lines, payer and account), in disputes and in the journal; capitals, accents and leading "
        "zeros do not matter. 1001 finds "
        "INV-1001. All words must be there; those of the customer count for its documents.\n\n"
        "Amounts are totals, instalments and what is open, without sign: 123.45 is just that, ~123 "
        "about (within a hundredth, or the same digits with the point elsewhere, or two of them "
        "swapped), >500, <20, >=500, <=20, 100..200; a currency may stand behind. \"acme >500\" "
        "has both. What stands in quotes is a text as it stands.\n\n"
        "The best comes first: the whole code or number, the whole name, how it begins, how a word "
        "in it begins, somewhere in it, and last a name with one slip of the finger; then what has "
        "the most open, then the newest.",
    .args = find_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = find_run,
};
