#include "app/takeback.h"

#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/application.h"
#include "ledger/deposit.h"
#include "ledger/entry.h"
#include "ledger/journal.h"
#include "ledger/payment.h"
#include "ledger/standing.h"

#include <string.h>

#define ROWS_SAID 8 /* of a long list; then only how many more */

/* One application that comes back. */
struct taken {
    const char *number; /* of what was paid */
    const char *from;   /* with what, NULL = it goes without saying */
    int instalment;
    struct currency currency;
    int64_t amount, discount, writeoff;
};

/* "98.00 of INV-1 (with its discount of 2.00, so 100.00 of it is open again)" */
static const char *one_words(struct arena *arena, const struct taken *row)
{
    const char *words =
        arena_format(arena, "%s of %s", say_minor(arena, row->amount, row->currency), row->number);
    const char *with = "";

    if (row->instalment > 1)
        words = arena_format(arena, "%s instalment %d", words, row->instalment);
    if (row->from)
        words = arena_format(arena, "%s from %s", words, row->from);
    if (row->discount)
        with = arena_format(arena, "its discount of %s",
                            say_minor(arena, row->discount, row->currency));
    if (row->writeoff)
        with = arena_format(arena, "%s%ssmall write-off of %s", with, *with ? " and its " : "its ",
                            say_minor(arena, row->writeoff, row->currency));
    if (!*with)
        return words;
    return arena_format(
        arena, "%s (with %s, so %s of it is open again)", words, with,
        say_minor(arena, row->amount + row->discount + row->writeoff, row->currency));
}

static const char *taken_words(struct arena *arena, const struct taken *rows, int count)
{
    const char *words = "";

    for (int i = 0; i < count && i < ROWS_SAID; i++)
        words =
            arena_format(arena, "%s%s%s", words, *words ? ", " : "", one_words(arena, &rows[i]));
    if (count > ROWS_SAID)
        words = arena_format(arena, "%s and %d more", words, count - ROWS_SAID);
    return words;
}

/* ---- unapply -------------------------------------------------------------------------------- */

static enum err unapply_read(struct act *act, const char *name, unsigned kinds,
                             struct document *money, struct document *from, int64_t *amount)
{
    struct money part;
    bool given = false;

    *from = (struct document){0};
    TRY(document_find(act->book, args_get(act->args, name), kinds, act->arena, money));
    if (args_get(act->args, "from"))
        TRY(pot_debit(act, money->customer, args_get(act->args, "from"), from));
    const struct currency currency = from->id ? from->currency : money->currency;
    TRY(args_money(act->args, "amount", currency, &part, &given, act->note));
    if (given && !currency_is(part.currency, currency))
        return fail(act->note, ERR_CONFLICT, "--amount is in %s, but %s was applied in %s",
                    part.currency.code, money->number, currency.code);
    if (given && part.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: it must be more than zero");
    *amount = part.minor;
    return ERR_OK;
}

/* The rows of acts, as the list of applications shows them. */
struct joining {
    const struct unapplied *acts;
    int count;
    struct taken *rows;
    struct arena *arena;
};

static enum err line_join(void *self, const struct application_line *line)
{
    struct joining *joining = self;

    for (int i = 0; i < joining->count; i++)
        if (joining->acts[i].act_id == line->act_id && line->amount > 0)
            joining->rows[i] =
                (struct taken){.number = arena_text(joining->arena, line->debit_number),
                               .instalment = line->instalment,
                               .currency = line->currency,
                               .amount = joining->acts[i].taken,
                               .discount = line->discount,
                               .writeoff = line->writeoff};
    return ERR_OK;
}

static const char *day_words(struct arena *arena, const struct unapplied *acts, int count)
{
    for (int i = 1; i < count; i++)
        if (acts[i].day.day != acts[0].day.day)
            return "Each on the day of its application,";
    return arena_format(arena, "On %s", say_day(arena, acts[0].day));
}

enum err takeback_unapply_plan(struct act *act, const char *name, unsigned kinds, const char *kept)
{
    const struct args *args = act->args;
    struct document money, from;
    struct joining joining = {.arena = act->arena};
    struct unapplied *acts = NULL;
    struct pot pot;
    struct money left;
    int64_t amount = 0;
    const struct application_query query = {.from = DATE_NONE, .to = DATE_NONE};

    TRY(unapply_read(act, name, kinds, &money, &from, &amount));
    TRY(payment_unapply_look(act->book, money.id, from.id, amount,
                             args_date(args, "date", DATE_NONE), args_get(args, "reason"),
                             act->arena, &acts, &joining.count));
    joining.acts = acts;
    joining.rows = arena_new(act->arena, (size_t)joining.count * sizeof *joining.rows);
    struct application_query own = query;
    own.document_id = money.id;
    TRY(applications_each(act->book, &own, line_join, &joining));
    TRY(pot_open(act, money.id, &pot));
    TRY(pot_left(&pot, &left));
    for (int i = 0; i < joining.count; i++) {
        if (left.minor == 0)
            left.currency = joining.rows[i].currency;
        if (currency_is(left.currency, joining.rows[i].currency))
            left.minor += joining.rows[i].amount;
    }
    act->plan = arena_format(
        act->arena, "%s %s no longer pays %s. The money stays with %s: %s of it is then %s.",
        day_words(act->arena, acts, joining.count), money.number,
        taken_words(act->arena, joining.rows, joining.count), pot.customer,
        say_money(act->arena, left), kept);
    return ERR_OK;
}

enum err takeback_unapply(struct act *act, const char *name, unsigned kinds, const char *kept)
{
    struct document money, from;
    struct pot pot;
    struct money left;
    const char *still = NULL;
    int64_t amount = 0;
    int acts = 0;

    TRY(unapply_read(act, name, kinds, &money, &from, &amount));
    TRY(payment_unapply(act->tx, money.id, from.id, amount, args_date(act->args, "date", DATE_NONE),
                        args_get(act->args, "reason"), &acts));
    TRY(pot_open(act, money.id, &pot));
    TRY(pot_left(&pot, &left));
    TRY(standing_words(act->book, &money, act->arena, &still));
    act->ref = money.number;
    act->says = arena_format(act->arena, "%d application%s of %s taken back; %s is %s", acts,
                             acts == 1 ? "" : "s", money.number, say_money(act->arena, left), kept);
    if (still)
        act->says = arena_format(act->arena, "%s; still applied: %s", act->says, still);
    return ERR_OK;
}

/* ---- reverse -------------------------------------------------------------------------------- */

enum err takeback_reverse_plan(struct act *act, const struct document *payment, struct date day,
                               const char *why)
{
    struct arena *arena = act->arena;
    struct standing *standing = NULL;
    struct taken *rows;
    struct document deposit;
    int64_t deposit_id = 0;
    int count = 0;

    TRY(standing_read(act->book, payment, arena, &standing, &count));
    TRY(deposit_of(act->book, payment->id, &deposit_id));
    rows = arena_new(arena, ((size_t)count + 1) * sizeof *rows);
    for (int i = 0; i < count; i++)
        if (standing[i].date.day > day.day)
            return ERR_OK; /* that day is too early: run says so */
    for (int i = 0; i < count; i++)
        rows[i] = (struct taken){.number = standing[i].number,
                                 .instalment = standing[i].instalment,
                                 .currency = standing[i].currency,
                                 .amount = standing[i].amount,
                                 .discount = standing[i].discount,
                                 .writeoff = standing[i].writeoff};
    act->plan = arena_format(
        arena, "From %s on %s over %s counts neither as cash nor at the customer (%s).",
        say_day(arena, day), payment->number, say_money(arena, payment->total), why);
    if (count)
        act->plan = arena_format(arena, "%s It no longer pays %s.", act->plan,
                                 taken_words(arena, rows, count));
    if (deposit_id) {
        TRY(document_get(act->book, deposit_id, arena, &deposit));
        act->plan = arena_format(arena, "%s %s stays; the money leaves the bank's account.",
                                 act->plan, deposit.number);
    }
    act->plan = arena_format(arena, "%s This is final.", act->plan);
    return ERR_OK;
}

/* ---- a whole entry -------------------------------------------------------------------------- */

struct gathering {
    const struct entry_work *work;
    int at;                       /* in its acts */
    struct taken rows[ROWS_SAID]; /* of `count` */
    int count;
    struct arena *arena;
};

static enum err line_gather(void *self, const struct application_line *line)
{
    struct gathering *gathering = self;
    const struct entry_work *work = gathering->work;
    /* then the amount is the write-off, not beside it */
    const bool made_by_itself = line->credit_kind == DOCUMENT_WRITEOFF;

    while (gathering->at < work->act_count && work->acts[gathering->at] < line->act_id)
        gathering->at++; /* both ascend; what was taken back since is no act any more */
    if (gathering->at == work->act_count || work->acts[gathering->at] != line->act_id)
        return ERR_OK;
    if (gathering->count < ROWS_SAID)
        gathering->rows[gathering->count] =
            (struct taken){.number = arena_text(gathering->arena, line->debit_number),
                           .from = arena_text(gathering->arena, line->credit_number),
                           .instalment = line->instalment,
                           .currency = line->currency,
                           .amount = line->amount,
                           .discount = line->discount,
                           .writeoff = made_by_itself ? 0 : line->writeoff};
    gathering->count++;
    return ERR_OK;
}

static enum err entry_read(struct act *act, int64_t entry_id, const char *only, struct entry *entry)
{
    TRY(journal_get(act->book, entry_id, act->arena, entry));
    if (only && strncmp(entry->command, only, strlen(only)) != 0)
        return fail(act->note, ERR_CONFLICT, "entry %lld is `%s`, which is no `%s`",
                    (long long)entry_id, entry->command, only);
    return ERR_OK;
}

static const char *documents_words(struct arena *arena, const struct entry_work *work)
{
    const char *words = "";

    for (int i = 0; i < work->count && i < ROWS_SAID; i++)
        words = arena_format(arena, "%s%s%s over %s", words, *words ? ", " : "",
                             work->documents[i].number, say_money(arena, work->documents[i].total));
    if (work->count > ROWS_SAID)
        words = arena_format(arena, "%s and %d more", words, work->count - ROWS_SAID);
    return words;
}

static bool is_money(const struct entry_work *work)
{
    for (int i = 0; i < work->count; i++)
        if (work->documents[i].kind == DOCUMENT_PAYMENT)
            return true;
    return false;
}

/* What is, or will be, taken back: papers and money first, then what was paid with what. */
static enum err entry_words(struct act *act, int64_t entry_id, const struct entry_work *work,
                            const char **papers, const char **paid)
{
    struct gathering gathering = {.work = work, .arena = act->arena};
    const struct application_query query = {
        .entry_id = entry_id, .from = DATE_NONE, .to = DATE_NONE};

    if (work->act_count)
        TRY(applications_each(act->book, &query, line_gather, &gathering));
    *papers = documents_words(act->arena, work);
    *paid = taken_words(act->arena, gathering.rows, gathering.count);
    return ERR_OK;
}

enum err takeback_entry_plan(struct act *act, int64_t entry_id, const char *only)
{
    const struct date day = args_date(act->args, "date", DATE_NONE);
    struct entry entry;
    struct entry_work work;
    const char *papers = NULL, *paid = NULL;
    struct arena *arena = act->arena;

    TRY(entry_read(act, entry_id, only, &entry));
    TRY(entry_look(act->book, entry_id, arena, &work));
    TRY(entry_words(act, entry_id, &work, &papers, &paid));
    act->plan = arena_format(arena, "Takes back all that entry %lld posted", (long long)entry_id);
    if (date_is(day))
        act->plan = arena_format(arena, "%s, on %s", act->plan, say_day(arena, day));
    if (*papers)
        act->plan =
            arena_format(arena, "%s: %s count%s no more%s", act->plan, papers,
                         work.count == 1 ? "s" : "", is_money(&work) ? ", cash included" : "");
    act->plan = arena_format(arena, "%s.", act->plan);
    if (*paid)
        act->plan = arena_format(arena, "%s Open again: %s.", act->plan, paid);
    if (*papers)
        act->plan = arena_format(arena, "%s This is final.", act->plan);
    return ERR_OK;
}

enum err takeback_entry(struct act *act, int64_t entry_id, const char *only, const char *reason)
{
    struct arena *arena = act->arena;
    struct entry entry;
    struct entry_work work, done;
    const char *papers = NULL, *paid = NULL;
    char number[64];

    TRY(entry_read(act, entry_id, only, &entry));
    TRY(entry_look(act->book, entry_id, arena, &work));
    TRY(entry_words(act, entry_id, &work, &papers, &paid));
    TRY(entry_reverse(act->tx, entry_id, args_date(act->args, "date", DATE_NONE), reason, &done,
                      arena, number));
    if (number[0])
        act->ref = arena_text(arena, number);
    act->says = arena_format(arena, "%d application%s of entry %lld taken back", done.act_count,
                             done.act_count == 1 ? "" : "s", (long long)entry_id);
    if (*papers)
        act->says =
            arena_format(arena, "entry %lld is taken back: %s", (long long)entry_id, papers);
    if (*paid)
        act->says = arena_format(arena, "%s; open again: %s", act->says, paid);
    return ERR_OK;
}
