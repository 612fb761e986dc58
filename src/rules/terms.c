#include "rules/terms.h"

#include "base/money.h"
#include "rules/scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- due rules ---- */

#define DAYS_MAX 3650
#define MONTHS_MAX 24

static bool scan_roll(struct scan *scan, enum due_roll *roll)
{
    *roll = ROLL_NONE;
    if (!scan_word(scan, "roll"))
        return true;
    if (scan_word(scan, "next"))
        *roll = ROLL_NEXT;
    else if (scan_word(scan, "previous"))
        *roll = ROLL_PREVIOUS;
    else
        return scan_word(scan, "none");
    return true;
}

static bool scan_day_rule(struct scan *scan, struct due_rule *rule)
{
    rule->kind = DUE_DAY;
    if (!scan_number(scan, 31, &rule->day) || rule->day == 0)
        return false;
    if (scan_word(scan, "month") &&
        !(scan_char(scan, '+') && scan_number(scan, MONTHS_MAX, &rule->months)))
        return false;
    if (scan_word(scan, "cutoff") && (!scan_number(scan, 31, &rule->cutoff) || rule->cutoff == 0))
        return false;
    return true;
}

/* One due rule at the scan's place; stops behind it. */
static bool scan_due_rule(struct scan *scan, struct due_rule *out)
{
    struct due_rule rule = {.kind = DUE_NET};
    if (scan_word(scan, "eom")) {
        rule.kind = DUE_EOM;
        if (scan_char(scan, '+') && !scan_number(scan, DAYS_MAX, &rule.days))
            return false;
    } else if (scan_word(scan, "day")) {
        if (!scan_day_rule(scan, &rule))
            return false;
    } else {
        (void)scan_word(scan, "net");
        if (!scan_number(scan, DAYS_MAX, &rule.days))
            return false;
        if (!scan_word(scan, "days"))
            (void)scan_word(scan, "d");
    }
    if (!scan_roll(scan, &rule.roll))
        return false;
    *out = rule;
    return true;
}

enum err due_rule_parse(const char *text, struct due_rule *out, struct note *note)
{
    struct scan scan = {text};
    struct due_rule rule;
    if (!scan_due_rule(&scan, &rule) || !scan_end(&scan))
        return fail(
            note, ERR_INPUT,
            "due rule \"%s\": write \"net 30\", \"eom+30\" or \"day 10 month+1 cutoff 25\", "
            "with \"roll next\" or \"roll previous\" behind it if weekends should move",
            text);
    *out = rule;
    return ERR_OK;
}

/* Appends to a text of TERMS_TEXT bytes. */
static void add(char out[TERMS_TEXT], const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add(char out[TERMS_TEXT], const char *format, ...)
{
    size_t len = strlen(out);
    va_list args;
    va_start(args, format);
    int wanted = vsnprintf(out + len, TERMS_TEXT - len, format, args);
    va_end(args);
    must(wanted >= 0 && (size_t)wanted < TERMS_TEXT - len);
}

static void add_rule(char out[TERMS_TEXT], const struct due_rule *rule)
{
    if (rule->kind == DUE_DAY) {
        add(out, "day %d month+%d", rule->day, rule->months);
        if (rule->cutoff)
            add(out, " cutoff %d", rule->cutoff);
    } else if (rule->kind == DUE_EOM) {
        add(out, rule->days ? "eom+%d" : "eom", rule->days);
    } else {
        add(out, "net %d", rule->days);
    }
    if (rule->roll == ROLL_NEXT)
        add(out, " roll next");
    if (rule->roll == ROLL_PREVIOUS)
        add(out, " roll previous");
}

const char *due_rule_text(const struct due_rule *rule, char out[TERMS_TEXT])
{
    out[0] = 0;
    add_rule(out, rule);
    return out;
}

/* The day of a month, the last one where the month has no such day. */
static struct date day_in_month(int day, int month)
{
    struct date last = date_month_last(month);
    struct date there = date_add(date_month_first(month), day - 1);
    return there.day > last.day ? last : there;
}

static struct date day_rule_date(const struct due_rule *rule, struct date doc_date)
{
    int year, month, day;
    date_split(doc_date, &year, &month, &day);
    int due_month = date_month(doc_date) + rule->months;
    if (rule->cutoff && day > rule->cutoff)
        due_month++;
    struct date due = day_in_month(rule->day, due_month);
    if (due.day < doc_date.day)
        due = day_in_month(rule->day, due_month + 1);
    return due;
}

static struct date business_day(struct date due, enum due_roll roll, struct date doc_date)
{
    int weekday = date_weekday(due); /* 5 Saturday, 6 Sunday */
    if (roll == ROLL_NONE || weekday < 5)
        return due;
    struct date before = date_add(due, 4 - weekday);
    if (roll == ROLL_PREVIOUS && before.day >= doc_date.day)
        return before;
    return date_add(due, 7 - weekday);
}

struct date due_rule_date(const struct due_rule *rule, struct date doc_date)
{
    struct date due;
    switch (rule->kind) {
    case DUE_EOM: due = date_add(date_month_last(date_month(doc_date)), rule->days); break;
    case DUE_DAY: due = day_rule_date(rule, doc_date); break;
    default: due = date_add(doc_date, rule->days); break;
    }
    return business_day(due, rule->roll, doc_date);
}

bool due_rule_gives(const char *text, struct date doc_date, struct date due)
{
    struct due_rule rule;
    struct note note = {0};

    return text && *text && due_rule_parse(text, &rule, &note) == ERR_OK &&
           due_rule_date(&rule, doc_date).day == due.day;
}

/* ---- discount tiers ---- */

static enum err tier_order(const struct discount_tier *tiers, int count, struct note *note)
{
    for (int i = 1; i < count; i++)
        if (tiers[i].days <= tiers[i - 1].days || tiers[i].ppm >= tiers[i - 1].ppm)
            return fail(
                note, ERR_INPUT,
                "discount tier %d: a later tier must allow more days and a lower percentage, "
                "as in \"2%% 10; 1%% 20\"",
                i + 1);
    return ERR_OK;
}

enum err discount_tiers_parse(const char *text, struct discount_tier out[DISCOUNT_TIERS],
                              int *count, struct note *note)
{
    struct scan scan = {text};
    *count = 0;
    while (!scan_end(&scan)) {
        struct discount_tier tier;
        if (*count == DISCOUNT_TIERS)
            return fail(note, ERR_INPUT, "discount \"%s\": at most %d tiers", text, DISCOUNT_TIERS);
        if (!scan_percent(&scan, &tier.ppm) || !scan_number(&scan, DAYS_MAX, &tier.days) ||
            tier.ppm <= 0 || tier.ppm >= PPM || !(scan_char(&scan, ';') || scan_end(&scan)))
            return fail(
                note, ERR_INPUT,
                "discount \"%s\", tier %d: write a percentage above 0 and below 100 and the "
                "days, as in \"2%% 10; 1%% 20\"",
                text, *count + 1);
        out[(*count)++] = tier;
    }
    return tier_order(out, *count, note);
}

static void add_percent(char out[TERMS_TEXT], int64_t ppm)
{
    char text[MONEY_TEXT];
    add(out, "%s%%", decimal_plain(ppm, 4, 0, text));
}

const char *discount_tiers_text(const struct discount_tier *tiers, int count, char out[TERMS_TEXT])
{
    out[0] = 0;
    for (int i = 0; i < count; i++) {
        if (i)
            add(out, "; ");
        add_percent(out, tiers[i].ppm);
        add(out, " %d", tiers[i].days);
    }
    return out;
}

/* ---- instalments ---- */

enum err instalments_parse(const char *text, struct instalment_part out[INSTALMENTS_MAX],
                           int *count, struct note *note)
{
    struct scan scan = {text};
    int64_t sum = 0;
    *count = 0;
    while (!scan_end(&scan)) {
        struct instalment_part part;
        if (*count == INSTALMENTS_MAX)
            return fail(note, ERR_INPUT, "instalments \"%s\": at most %d parts", text,
                        INSTALMENTS_MAX);
        if (!scan_percent(&scan, &part.ppm) || part.ppm <= 0 || !scan_due_rule(&scan, &part.rule) ||
            !(scan_char(&scan, ';') || scan_end(&scan)))
            return fail(note, ERR_INPUT,
                        "instalments \"%s\", part %d: write a percentage and a due rule, as in "
                        "\"50%% net 30; 50%% net 60\"",
                        text, *count + 1);
        sum += part.ppm;
        out[(*count)++] = part;
    }
    if (*count && sum != PPM) {
        char got[MONEY_TEXT];
        return fail(note, ERR_INPUT,
                    "instalments \"%s\": the parts add up to %s%%, they must be 100%%", text,
                    decimal_plain(sum, 4, 0, got));
    }
    return ERR_OK;
}

const char *instalments_text(const struct instalment_part *parts, int count, char out[TERMS_TEXT])
{
    out[0] = 0;
    for (int i = 0; i < count; i++) {
        if (i)
            add(out, "; ");
        add_percent(out, parts[i].ppm);
        add(out, " ");
        add_rule(out, &parts[i].rule);
    }
    return out;
}

enum err instalments_split(int64_t total, const struct instalment_part *parts, int count,
                           struct date doc_date, struct instalment out[INSTALMENTS_MAX],
                           int *out_count, struct note *note)
{
    must(count >= 1 && count <= INSTALMENTS_MAX);
    int64_t left = total;
    *out_count = 0;
    for (int i = 0; i < count; i++) {
        int64_t amount = left;
        if (i < count - 1) {
            TRY(amount_ppm(total, parts[i].ppm, &amount));
            TRY(amount_sub(left, amount, &left));
        }
        /* Several shares that all round up can use more than the total: too small to be split
         * so. */
        if ((total > 0 && amount < 0) || (total < 0 && amount > 0))
            return fail(
                note, ERR_INPUT,
                "the total is too small for %d instalments: the last one would be negative; "
                "use fewer or other shares",
                count);
        if (amount != 0)
            out[(*out_count)++] =
                (struct instalment){amount, due_rule_date(&parts[i].rule, doc_date)};
    }
    return ERR_OK;
}
