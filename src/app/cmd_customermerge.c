/* Two accounts of a customer become one, and it is said what of the one that goes holds no more.
 *
 * The account that stays keeps what it has. What it lacks is not given to it either: whoever merges
 * reads it and decides, for a limit that comes by itself is credit that nobody granted. What was
 * agreed with the customer (promises, blocks, holds, people) is not named: it counts on. */
#include "app/commands.h"
#include "app/say.h"
#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/hold.h"
#include "ledger/merging.h"
#include "ledger/setting.h"
#include "ledger/specialterms.h"

struct left {
    struct act *act;
    const struct customer *from, *into;
    const char *lacks, *keeps; /* what the other has not, and what it has of its own */
    const char *setting;       /* the one that is looked at */
    const char *own, *others;  /* its value for either; NULL = none of their own */
    int special;
};

static void part_add(struct left *left, const char *what, const char *from, const char *into)
{
    struct arena *arena = left->act->arena;

    if (!*from || text_same(from, into))
        return;
    if (*into)
        left->keeps = arena_format(arena, "%s%s%s %s (not %s)", left->keeps,
                                   *left->keeps ? ", " : "", what, into, from);
    else
        left->lacks =
            arena_format(arena, "%s%s%s %s", left->lacks, *left->lacks ? ", " : "", what, from);
}

/* NO_LIMIT or 0 = none. */
static const char *money(const struct left *left, const struct customer *of, int64_t minor)
{
    return minor == NO_LIMIT || minor == 0 ? "" : say_minor(left->act->arena, minor, of->currency);
}

static const char *days(const struct left *left, int count)
{
    return count ? arena_format(left->act->arena, "%d", count) : "";
}

/* A limit of 0 is one: nothing is given. */
static const char *limit(const struct left *left, const struct customer *of, int64_t minor)
{
    return minor == NO_LIMIT ? "" : say_minor(left->act->arena, minor, of->currency);
}

static void fields_add(struct left *left)
{
    static const char *const statements[] = {"", "activity"};
    const struct customer *from = left->from, *into = left->into;

    part_add(left, "limit", limit(left, from, from->credit_limit),
             limit(left, into, into->credit_limit));
    part_add(left, "temporary-limit", limit(left, from, from->temporary_limit),
             limit(left, into, into->temporary_limit));
    part_add(left, "first-limit", limit(left, from, from->first_limit),
             limit(left, into, into->first_limit));
    part_add(left, "insured", money(left, from, from->insured), money(left, into, into->insured));
    part_add(left, "terms", from->terms, into->terms);
    part_add(left, "grace", days(left, from->grace_days), days(left, into->grace_days));
    part_add(left, "overpayment", from->overpayment ? "allowed" : "",
             into->overpayment ? "allowed" : "");
    part_add(left, "cycle", from->cycle, into->cycle);
    part_add(left, "statement", statements[from->statement == 1], statements[into->statement == 1]);
    part_add(left, "statement-to", from->statement_to, into->statement_to);
    part_add(left, "language", from->language, into->language);
    part_add(left, "class", from->class, into->class);
    part_add(left, "collector", from->collector, into->collector);
    part_add(left, "salesperson", from->salesperson, into->salesperson);
}

/* What tells of people is named, not told: what is said here stays in the journal. */
static void people_add(struct left *left)
{
    const struct customer *from = left->from, *into = left->into;
    const struct {
        const char *what, *from, *into;
    } fields[] = {{"address", from->address, into->address},
                  {"contact", from->contact, into->contact},
                  {"phone", from->phone, into->phone},
                  {"e-mail", from->email, into->email},
                  {"tax-id", from->tax_number, into->tax_number}};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (*fields[i].from && !*fields[i].into)
            left->lacks = arena_format(left->act->arena, "%s%s%s", left->lacks,
                                       *left->lacks ? ", " : "", fields[i].what);
}

static enum err own_take(void *self, const struct setting_own *own)
{
    struct left *left = self;

    if (text_same(own->customer, left->from->code))
        left->own = arena_text(left->act->arena, own->value);
    if (text_same(own->customer, left->into->code))
        left->others = arena_text(left->act->arena, own->value);
    return ERR_OK;
}

static enum err settings_add(struct left *left)
{
    for (const struct setting *row = settings; row->name; row++) {
        if (row->scope != SETTING_OWN)
            continue;
        left->own = left->others = NULL;
        TRY(setting_own_each(left->act->book, row->name, own_take, left));
        if (left->own)
            part_add(left, row->name, left->own, left->others ? left->others : "");
    }
    return ERR_OK;
}

static enum err special_take(void *self, const struct special_terms *special)
{
    struct left *left = self;

    left->special += (special->terms_id || *special->discount) &&
                     special->to.day >= book_today(left->act->book).day;
    return ERR_OK;
}

/* What was let pass was let pass by what that account owed. */
static enum err overrides_add(struct left *left)
{
    struct arena *arena = left->act->arena;
    struct override *overrides;
    int count = 0;
    struct date last = DATE_NONE;

    TRY(override_list(left->act->book, left->from->id, book_today(left->act->book), arena,
                      &overrides, &count));
    for (int i = 0; i < count; i++)
        if (!date_is(last) || overrides[i].until.day > last.day)
            last = overrides[i].until;
    if (count)
        left->lacks = arena_format(arena, "%s%soverride until %s", left->lacks,
                                   *left->lacks ? ", " : "", say_day(arena, last));
    return ERR_OK;
}

/* "" = nothing is left behind. */
static enum err left_words(struct act *act, const struct customer *from,
                           const struct customer *into, const char **out)
{
    struct left left = {.act = act, .from = from, .into = into, .lacks = "", .keeps = ""};
    const char *says = NULL;

    fields_add(&left);
    people_add(&left);
    TRY(settings_add(&left));
    TRY(special_terms_each(act->book, from->id, special_take, &left));
    TRY(overrides_add(&left));
    if (left.special)
        left.lacks =
            arena_format(act->arena, "%s%sspecial terms", left.lacks, *left.lacks ? ", " : "");
    if (*left.lacks)
        says = arena_format(act->arena, "of %s these hold no more and %s has none: %s", from->code,
                            into->code, left.lacks);
    if (*left.keeps)
        says = say_join(act->arena, says,
                        arena_format(act->arena, "%s keeps its own: %s", into->code, left.keeps));
    *out = says ? says : "";
    return ERR_OK;
}

/* ---- the command ---------------------------------------------------------------------------- */

static const struct arg merge_args[] = {
    {.name = "from", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "the account that goes"},
    {.name = "into", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "the one that stays"},
    {0},
};

static enum err merge_accounts(struct act *act, struct customer *from, struct customer *into)
{
    const char *code = args_get(act->args, "from");

    TRY(customer_find(act->book, code, act->arena, from));
    TRY(customer_find(act->book, args_get(act->args, "into"), act->arena, into));
    if (!text_same(from->code, code))
        return fail(act->note, ERR_CONFLICT, "%s was merged into %s already", code, from->code);
    return ERR_OK;
}

static enum err customer_merge_stage(struct act *act)
{
    struct customer from, into;
    const char *left;

    TRY(merge_accounts(act, &from, &into));
    TRY(left_words(act, &from, &into, &left));
    act->plan = arena_format(act->arena, "%s, %s, will be %s, %s%s%s; it is not taken back.",
                             from.code, from.name, into.code, into.name, *left ? "; " : "", left);
    return ERR_OK;
}

static enum err customer_merge_run(struct act *act)
{
    struct customer from, into;
    const char *left;

    TRY(merge_accounts(act, &from, &into));
    TRY(left_words(act, &from, &into, &left));
    TRY(customer_merge(act->tx, from.id, into.id));
    act->ref = into.code;
    act->says = arena_format(act->arena, "%s, %s, is %s, %s, from now on", from.code, from.name,
                             into.code, into.name);
    if (*left)
        act->says = say_join(act->arena, act->says, left);
    return ERR_OK;
}

const struct command cmd_customer_merge = {
    .noun = "customer",
    .verb = "merge",
    .summary = "make one of two accounts of the same customer",
    .detail =
        "No document is rewritten: the code that goes finds the account that stays, its "
        "items are listed and aged there, and money of either pays what the other owes. "
        "Customers below it stand below the other. The account that stays keeps its limit, "
        "terms, settings and the rest; what only the other one had is said and not carried "
        "over: `customer set`, `book set --customer` and `customer special` give it, where it "
        "shall hold. Promises, disputes, blocks, holds, placements, an insolvency, orders, bills "
        "to set off and people go along. It is not taken back.",
    .args = merge_args,
    .flags = COMMAND_WRITES | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = customer_merge_stage,
    .run = customer_merge_run,
};
