/* Commands about customers: added, changed, and the people at them. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/limits.h"
#include "app/listing.h"
#include "app/mailing.h"
#include "app/say.h"
#include "base/text.h"
#include "io/country.h"
#include "ledger/customer.h"
#include "ledger/dated.h"
#include "ledger/journal.h"
#include "ledger/master.h"
#include "rules/cycle.h"

#include <stdlib.h>
#include <string.h>

static const char *const statements[] = {"open-item", "activity", NULL};
static const char *const kinds[] = {"business", "consumer", NULL};

/* What `customer add` and `customer set` have in common. */
/* clang-format off */
#define CUSTOMER_ARGS                                                                              \
    {.name = "currency", .kind = ARG_CURRENCY,                                                     \
     .help = "of the account; by default the book's own, and fixed by the first document"},        \
    {.name = "email", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "where papers are sent"},   \
    {.name = "phone", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "to call"},                 \
    {.name = "address", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "as it stands on papers"},\
    {.name = "country", .kind = ARG_CODE, .help = "two letters, as NL, or US-NY"},                 \
    {.name = "contact", .kind = ARG_TEXT, .flags = ARG_PERSONAL,                                   \
     .help = "whom to ask for; `person add` keeps more people"},                                  \
    {.name = "parent", .kind = ARG_CUSTOMER, .help = "the customer that pays for this one"},       \
    {.name = "statement-to", .kind = ARG_CUSTOMER,                                                 \
     .help = "the customer above whose statement lists this one's items; by default its own"},     \
    {.name = "collector", .kind = ARG_CODE, .help = "who follows up what is overdue"},             \
    {.name = "salesperson", .kind = ARG_CODE, .help = "who sells"},                                \
    {.name = "tax-id", .kind = ARG_CODE, .help = "the number at the tax office"},                  \
    {.name = "statement", .kind = ARG_CHOICE, .choices = statements,                               \
     .help = "what statements list: what is open, or all that happened"},                          \
    {.name = "cycle", .kind = ARG_CODE, .help = "of statements: weekly:fri, monthly, never"},      \
    {.name = "class", .kind = ARG_CODE, .help = "a group for reports"},                            \
    {.name = "language", .kind = ARG_CODE, .help = "of papers: en, de, fr, es"},                   \
    {.name = "kind", .kind = ARG_CHOICE, .choices = kinds,                                         \
     .help = "a consumer has other rights than a business"},                                       \
    {.name = "grace", .kind = ARG_INT,                                                             \
     .help = "days by which a payment may be late and still earn its discount"},                   \
    {.name = "overpayment", .kind = ARG_FLAG,                                                      \
     .help = "a small overpayment may be kept as a difference"},                                   \
    LIMIT_MORE_ARGS,                                                                               \
    INSURED_ARGS
/* clang-format on */

static const struct arg add_args[] = {
    {.name = "code", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "the account's code"},
    {.name = "name", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "the customer's name"},
    {.name = "terms", .kind = ARG_TERMS, .help = "by default the book's: setting terms.default"},
    {.name = "limit", .kind = ARG_MONEY, .help = "the credit limit; left out, there is none"},
    CUSTOMER_ARGS,
    {0},
};

static const struct arg set_args[] = {
    {.name = "code",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the customer to change"},
    {.name = "name", .kind = ARG_TEXT, .help = "a new name"},
    {.name = "terms", .kind = ARG_TERMS, .help = "`none`: the book's"},
    {.name = "limit", .kind = ARG_TEXT, .help = "the credit limit; `none` removes it"},
    CUSTOMER_ARGS,
    {.name = "from",
     .kind = ARG_DATE,
     .help = "the day from which collector, salesperson, parent, statement-to, address and "
             "contact count; by default today, or always where it was empty"},
    /* last: on a form nobody should begin with it */
    {.name = "rename", .kind = ARG_CODE, .help = "a new code"},
    {0},
};

static bool is_none(const char *text)
{
    return !*text || text_same(text, "none");
}

static void text_take(const struct act *act, const char *name, const char **field)
{
    if (args_given(act->args, name))
        *field = args_get(act->args, name);
}

static enum err country_check(const struct act *act, const struct customer *customer)
{
    const char *c = customer->country;

    if (!*c || country_is(c))
        return ERR_OK;
    return fail(act->note, ERR_INPUT, "--country: '%.20s' is not a country; write two letters, "
                                      "as NL, or US-NY for a part", c);
}

static enum err terms_take(const struct act *act, struct customer *customer)
{
    const char *code = args_get(act->args, "terms");
    struct payterm terms;

    if (!code)
        return ERR_OK;
    customer->terms_id = 0;
    customer->terms = "";
    if (is_none(code))
        return ERR_OK;
    TRY(payterm_find(act->book, code, act->arena, &terms));
    customer->terms_id = terms.id;
    customer->terms = terms.code;
    return ERR_OK;
}

static enum err parent_take(const struct act *act, struct customer *customer)
{
    const char *code = args_get(act->args, "parent");
    struct customer parent;

    if (!code)
        return ERR_OK;
    customer->parent_id = 0;
    if (is_none(code))
        return ERR_OK;
    TRY(customer_find(act->book, code, act->arena, &parent));
    customer->parent_id = parent.id;
    return ERR_OK;
}

/* Who leaves a group leaves its statement, too. */
static enum err statement_to_take(const struct act *act, struct customer *customer)
{
    const char *code = args_get(act->args, "statement-to");
    struct customer node;
    bool under = false;

    if (code && !is_none(code)) {
        TRY(customer_find(act->book, code, act->arena, &node));
        customer->statement_id = node.id == customer->id ? 0 : node.id;
        return ERR_OK;
    }
    if (!code && customer->statement_id)
        TRY(customer_under(act->book, customer->parent_id, customer->statement_id, &under));
    if (!under)
        customer->statement_id = 0;
    return ERR_OK;
}

/* Two letters, small ones: papers ask for a template in it. */
static enum err language_take(const struct act *act, const char **language)
{
    if (!args_given(act->args, "language"))
        return ERR_OK;
    char *text = arena_text(act->arena, args_get(act->args, "language"));
    for (char *c = text; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    if (*text && (strlen(text) != 2 || strspn(text, "abcdefghijklmnopqrstuvwxyz") != 2))
        return fail(act->note, ERR_INPUT, "--language is two letters, as en or de, not '%.20s'",
                    text);
    *language = text;
    return ERR_OK;
}

/* What was given, into the record. */
static enum err customer_take(const struct act *act, struct customer *customer)
{
    const struct args *args = act->args;
    struct cycle cycle;

    if (args_given(args, "currency"))
        TRY(currency_find(args_get(args, "currency"), &customer->currency));
    text_take(act, "name", &customer->name);
    TRY(mailing_email_judge(act));
    text_take(act, "email", &customer->email);
    text_take(act, "phone", &customer->phone);
    text_take(act, "address", &customer->address);
    text_take(act, "country", &customer->country);
    text_take(act, "contact", &customer->contact);
    text_take(act, "collector", &customer->collector);
    text_take(act, "salesperson", &customer->salesperson);
    text_take(act, "tax-id", &customer->tax_number);
    text_take(act, "cycle", &customer->cycle);
    if (args_given(args, "cycle"))
        TRY(cycle_parse(customer->cycle, &cycle, act->note));
    text_take(act, "class", &customer->class);
    TRY(language_take(act, &customer->language));
    customer->statement = args_choice(args, "statement", customer->statement);
    customer->kind = args_choice(args, "kind", customer->kind);
    if (args_given(args, "grace"))
        customer->grace_days = (int)args_number(args, "grace", 0);
    if (args_given(args, "overpayment"))
        customer->overpayment = args_flag(args, "overpayment");
    TRY(country_check(act, customer));
    TRY(terms_take(act, customer));
    TRY(parent_take(act, customer));
    TRY(statement_to_take(act, customer));
    return limits_take(act, customer);
}

/* The line that raises the limits, and nothing else. */
static enum err raise_line(struct act *act, const struct customer *before,
                           const struct customer *after, const char **line)
{
    const struct currency currency = after->currency;
    char day[DATE_TEXT];
    struct args raise;

    args_init(&raise, &cmd_customer_set, act->arena, &act->session->habit, &notation_plain);
    TRY(args_set(&raise, "code", before->code, act->note));
    if (after->credit_limit != before->credit_limit)
        TRY(args_set(&raise, "limit", say_minor(act->arena, after->credit_limit, currency),
                     act->note));
    if (after->temporary_limit != NO_LIMIT && date_is(after->temporary_until)) {
        TRY(args_set(&raise, "temporary-limit",
                     say_minor(act->arena, after->temporary_limit, currency), act->note));
        TRY(args_set(&raise, "temporary-until", date_iso(after->temporary_until, day), act->note));
    }
    *line = args_text(&raise, true, act->arena);
    return ERR_OK;
}

/* A higher limit than before is a concession; the rest of the change does not wait for it. */
static enum err limit_ask(struct act *act, const struct customer *before,
                          struct customer *customer, const char **waits)
{
    const struct currency currency = customer->currency;
    int64_t raise;

    TRY(limits_raise(act, before, customer, &raise));
    if (raise == 0)
        return ERR_OK;
    struct approving wish = {
        .concession = {.kind = GRANT_LIMIT,
                       .customer_id = customer->id,
                       .amount = money_of(raise, currency),
                       .day = book_today(act->book),
                       .reason = arena_format(
                           act->arena, "from %s to %s",
                           say_minor(act->arena, limits_most(before), currency),
                           say_minor(act->arena, limits_most(customer), currency))}};
    TRY(raise_line(act, before, customer, &wish.command));
    TRY(approving_ask(act, &wish));
    if (wish.waits) {
        customer->credit_limit = before->credit_limit;
        customer->temporary_limit = before->temporary_limit;
        customer->temporary_until = before->temporary_until;
        *waits = wish.says;
    }
    return ERR_OK;
}

/* The limit that it is opened with is one more than none: it is granted as any raise is. */
static enum err first_limit_ask(struct act *act, struct customer *customer, int64_t limit,
                                const char **waits)
{
    TRY(customer_get(act->book, customer->id, act->arena, customer));
    const struct customer before = *customer;
    customer->credit_limit = limit;
    TRY(limit_ask(act, &before, customer, waits));
    return *waits ? ERR_OK : customer_set(act->tx, customer, DATE_NONE);
}

static enum err customer_add_run(struct act *act)
{
    struct customer customer;
    const char *waits = NULL;
    bool any = false;

    customer_init(&customer, book_currency(act->book));
    customer.code = args_get(act->args, "code");
    TRY(customer_take(act, &customer));
    const int64_t limit = customer.credit_limit;
    TRY(users_any(act->book, &any));
    if (any && limit != NO_LIMIT)
        customer.credit_limit = 0;
    TRY(customer_add(act->tx, &customer, &customer.id));
    if (any && limit > 0)
        TRY(first_limit_ask(act, &customer, limit, &waits));
    act->ref = customer.code;
    act->says = arena_format(act->arena, "customer %s is opened: %s, in %s", customer.code,
                             customer.name, customer.currency.code);
    if (waits)
        act->says = say_join(act->arena, act->says, waits);
    return ERR_OK;
}

const struct command cmd_customer_add = {
    .noun = "customer",
    .verb = "add",
    .summary = "open an account for a customer",
    .detail = "Where the book has users, a credit limit is granted as any raise of one is: what is "
              "above the limit of whoever opens the account waits for an approval, and the account "
              "has a limit of 0 until then.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = customer_add_run,
};

static enum err customer_set_run(struct act *act)
{
    struct customer customer;
    const char *waits = NULL;

    TRY(customer_find(act->book, args_get(act->args, "code"), act->arena, &customer));
    const struct customer before = customer;
    const int64_t version = customer.version;
    TRY(customer_take(act, &customer));
    TRY(limit_ask(act, &before, &customer, &waits));
    text_take(act, "rename", &customer.code);
    TRY(customer_set(act->tx, &customer, args_date(act->args, "from", DATE_NONE)));
    TRY(customer_get(act->book, customer.id, act->arena, &customer));
    act->ref = customer.code;
    act->says = arena_format(act->arena, customer.version == version
                                             ? "customer %s, %s, was so already"
                                             : "customer %s, %s, is changed",
                             customer.code, customer.name);
    if (waits)
        act->says = customer.version == version ? waits : say_join(act->arena, act->says, waits);
    return ERR_OK;
}

const struct command cmd_customer_set = {
    .noun = "customer",
    .verb = "set",
    .summary = "change a customer's account",
    .detail = "Only what is given changes, and the book keeps what it was before. An empty text "
              "removes: --email \"\". Who follows up and sells, the parent, the address and the "
              "person on papers count from a day: reports and reprints of an earlier day show what "
              "was so then.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = customer_set_run,
};

/* ---- what counted when ---------------------------------------------------------------------- */

static const struct arg history_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE, .help = "whose"},
    LISTING_ARGS,
    {0},
};

static const struct column history_columns[] = {
    {.name = "what", .title = "What", .kind = CELL_TEXT},
    {.name = "from", .title = "From", .kind = CELL_DATE},
    {.name = "value", .title = "Value", .kind = CELL_TEXT, .width = 20},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 1},
    {.name = "entry", .title = "Entry", .kind = CELL_INT, .worth = 2},
};

struct history {
    struct act *act;
    struct sink *sink;
};

static enum err history_row(void *self, const struct dated *dated)
{
    struct history *history = self;
    struct act *act = history->act;
    const char *value = dated->value;
    struct customer other;
    struct entry entry;

    if (*value && (dated->field == DATED_PARENT || dated->field == DATED_STATEMENT)) {
        TRY(customer_get(act->book, strtoll(value, NULL, 10), act->arena, &other));
        value = other.code;
    }
    TRY(journal_get(act->book, dated->entry_id, act->arena, &entry));
    const struct cell cells[] = {cell_text(dated_field_words[dated->field]),
                                 date_is(dated->from) ? cell_date(dated->from) : cell_none(),
                                 cell_text(*value ? value : "(none)"), cell_code(entry.actor),
                                 cell_int(dated->entry_id)};
    return sink_row(history->sink, 0, ' ', cells);
}

static enum err history_pass(struct act *act, struct sink *sink)
{
    struct history history = {act, sink};
    struct customer customer;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct table_head head = {
        "What counted when", arena_format(act->arena, "%s, %s", customer.code, customer.name),
        history_columns, sizeof history_columns / sizeof *history_columns};
    TRY(sink->head(sink->self, &head));
    TRY(dated_history(act->book, customer.id, history_row, &history));
    return sink->foot(sink->self, NULL);
}

static enum err customer_history_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, history_pass(act, sink));
}

const struct command cmd_customer_history = {
    .noun = "customer",
    .verb = "history",
    .summary = "who followed up, who was above, and where papers went, from which day on",
    .detail = "A customer of which nothing changed has no rows; a row without a day is since ever.",
    .args = history_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = customer_history_run,
};
