/* periodcheck: what must be looked at before a month is closed (RULES.md R21). */
#include "ledger/agingscan.h"
#include "ledger/approval.h"
#include "ledger/bankbook.h"
#include "ledger/batch.h"
#include "ledger/control.h"
#include "ledger/local.h"

/* One look at the end of the month; a finding is filled in, or left with count 0. */
struct look {
    struct book *book;
    int month;
    struct date end;
    struct arena *arena;
    struct period_finding finding;
};

static const char *shown(const struct look *look, int64_t base)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_text(look->arena,
                      money_show(money_of(base, look->book->currency), &grouped, text));
}

struct tally {
    int64_t count, base;
    bool credits; /* only these */
};

static enum err tally_item(void *self, const struct aging_item *item)
{
    struct tally *tally = self;

    if (tally->credits && item->open >= 0)
        return ERR_OK;
    tally->count++;
    return amount_add(tally->base, item->open_base, &tally->base);
}

static enum err tally_open(const struct look *look, enum account_control control, bool credits,
                           struct tally *out)
{
    const struct aging_query query = {.as_of = look->end, .control = control};

    *out = (struct tally){.credits = credits};
    return aging_scan(look->book, &query, tally_item, out);
}

static enum err find_difference(struct look *look)
{
    static const char *const words[] = {[CONTROL_RECEIVABLE] = "receivables",
                                        [CONTROL_UNIDENTIFIED] = "unidentified receipts",
                                        [CONTROL_PREPAID] = "customer deposits"};

    for (int control = CONTROL_RECEIVABLE; control <= CONTROL_PREPAID; control++) {
        struct tally tally;
        int64_t ledger = 0;
        TRY(tally_open(look, (enum account_control)control, false, &tally));
        TRY(control_balance(look->book, (enum account_control)control, look->end, &ledger));
        if (tally.base == ledger)
            continue;
        look->finding.count++;
        look->finding.base = tally.base - ledger;
        look->finding.text = arena_format(
            look->arena, "the sub-ledger of %s has %s, its control account %s: difference %s",
            words[control], shown(look, tally.base), shown(look, ledger),
            shown(look, tally.base - ledger));
    }
    return ERR_OK;
}

/* Payments that are entered and not posted: they belong to the month and do not count in it. */
static enum err find_drafts(struct look *look)
{
    struct batch *list;
    const char *names = "";
    int count;

    TRY(batches(look->book, true, look->arena, &list, &count));
    for (int i = 0; i < count; i++) {
        if (list[i].day.day > look->end.day)
            continue;
        look->finding.count++;
        names = arena_format(look->arena, "%s%s%s", names, *names ? ", " : "", list[i].number);
    }
    look->finding.text =
        arena_format(look->arena, "%lld batch%s not posted: %s", (long long)look->finding.count,
                     look->finding.count == 1 ? " is" : "es are", names);
    return ERR_OK;
}

/* What waits for an approval and is dated in the month or before. */
static enum err find_waiting(struct look *look)
{
    const struct approval_query query = {.open = true, .to = look->end};
    struct approval *list;
    const char *names = "";
    int count;

    TRY(approval_list(look->book, &query, look->arena, &list, &count));
    for (int i = count - 1; i >= 0; i--) {
        look->finding.count++;
        look->finding.base += list[i].base;
        names = arena_format(look->arena, "%s%s%s", names, *names ? ", " : "", list[i].number);
    }
    look->finding.text = arena_format(
        look->arena, "%d approval%s dated in the month or before: %s; approve or reject", count,
        count == 1 ? " waits that is" : "s wait that are", names);
    return ERR_OK;
}

static enum err find_running(struct look *look)
{
    char last[DATE_TEXT];

    if (look->end.day < book_today(look->book).day)
        return ERR_OK;
    look->finding.count = 1;
    look->finding.text = arena_format(look->arena,
                                      "the month runs until %s: what is still dated in it will be"
                                      " posted after it",
                                      date_iso(look->end, last));
    return ERR_OK;
}

/* Credits of a control account that nothing was done with. */
static enum err find_credits(struct look *look, enum account_control control, const char *one,
                             const char *many)
{
    struct tally tally;

    TRY(tally_open(look, control, true, &tally));
    look->finding.count = tally.count;
    look->finding.base = -tally.base;
    look->finding.text = arena_format(look->arena, "%lld %s, %s", (long long)tally.count,
                                      tally.count == 1 ? one : many, shown(look, -tally.base));
    return ERR_OK;
}

static enum err find_unidentified(struct look *look)
{
    return find_credits(look, CONTROL_UNIDENTIFIED, "payment of which nobody knows whose it is",
                        "payments of which nobody knows whose they are");
}

static enum err find_unapplied(struct look *look)
{
    return find_credits(look, CONTROL_RECEIVABLE, "payment or credit that is not applied",
                        "payments and credits that are not applied");
}

/* Facts of this month and before that were posted after it: they count in the next one. */
static enum err find_late(struct look *look)
{
    TRY(control_late(look->book, look->end, &look->finding.count, &look->finding.base));
    look->finding.text = arena_format(
        look->arena, "%lld %s dated in the month or before but posted after it, %s",
        (long long)look->finding.count, look->finding.count == 1 ? "item is" : "items are",
        shown(look, look->finding.base));
    return ERR_OK;
}

static enum err count_line(void *self, const struct bankbook_line *line)
{
    (void)line;
    ++*(int64_t *)self;
    return ERR_OK;
}

/* What the bank reported and the books do not explain. */
static enum err find_unmatched(struct look *look)
{
    const struct bankbook_query query = {.from = DATE_NONE, .to = look->end, .unmatched = true};
    char last[DATE_TEXT];

    TRY(bankbook_each(look->book, &query, count_line, &look->finding.count));
    look->finding.text =
        arena_format(look->arena, "%lld line%s of the bank up to %s %s in no match",
                     (long long)look->finding.count, look->finding.count == 1 ? "" : "s",
                     date_iso(look->end, last), look->finding.count == 1 ? "is" : "are");
    return ERR_OK;
}

/* The list of all checks, in the order in which they are shown: the ones that block come first. */
static const struct {
    bool blocks;
    enum err (*find)(struct look *look);
} checks[] = {
    {true, find_difference}, {true, find_drafts},        {true, find_waiting},
    {false, find_running},   {false, find_unidentified}, {false, find_unapplied},
    {false, find_unmatched}, {false, find_late},
};
enum { CHECKS = sizeof checks / sizeof checks[0] };

enum err period_check(struct book *book, int month, struct arena *arena,
                      struct period_finding **out, int *count)
{
    *out = arena_new(arena, CHECKS * sizeof **out);
    *count = 0;
    for (int i = 0; i < CHECKS; i++) {
        struct look look = {.book = book,
                            .month = month,
                            .end = date_month_last(month),
                            .arena = arena,
                            .finding = {.blocks = checks[i].blocks}};
        TRY(checks[i].find(&look));
        if (look.finding.count)
            (*out)[(*count)++] = look.finding;
    }
    return ERR_OK;
}
