/* feed_terms: one text as a due rule, as discount tiers and as instalments. */
#include "fuzz/target.h"
#include "rules/terms.h"

#include <stdlib.h>
#include <string.h>

static const struct date_case {
    int year, month, day;
} days[] = {{2026, 2, 28}, {2024, 2, 29}, {2026, 11, 21}, {2026, 12, 31}, {1900, 1, 1}};
#define DAYS (sizeof days / sizeof *days)

static void rule_feed(const char *text)
{
    char shown[TERMS_TEXT], again[TERMS_TEXT];
    struct due_rule rule, back;
    struct note note = {0};

    if (due_rule_parse(text, &rule, &note) != ERR_OK) {
        must(note.text[0]);
        return;
    }
    must(due_rule_parse(due_rule_text(&rule, shown), &back, &note) == ERR_OK);
    must(strcmp(due_rule_text(&back, again), shown) == 0);
    for (size_t i = 0; i < DAYS; i++) {
        const struct date doc = date_of(days[i].year, days[i].month, days[i].day);
        const struct date due = due_rule_date(&rule, doc), same = due_rule_date(&back, doc);
        must(date_is(due) && due.day >= doc.day && due.day == same.day);
        if (rule.roll != ROLL_NONE)
            must(date_weekday(due) < 5);
    }
}

static void tiers_feed(const char *text)
{
    struct discount_tier tiers[DISCOUNT_TIERS], back[DISCOUNT_TIERS];
    char shown[TERMS_TEXT];
    struct note note = {0};
    int count = 0, again = 0;

    if (discount_tiers_parse(text, tiers, &count, &note) != ERR_OK) {
        must(note.text[0]);
        return;
    }
    must(count >= 0 && count <= DISCOUNT_TIERS);
    discount_tiers_text(tiers, count, shown);
    must(discount_tiers_parse(shown, back, &again, &note) == ERR_OK && again == count);
    for (int i = 0; i < count; i++) {
        must(tiers[i].ppm > 0 && tiers[i].ppm < 1000000);
        must(tiers[i].ppm == back[i].ppm && tiers[i].days == back[i].days);
        must(i == 0 || (tiers[i].days > tiers[i - 1].days && tiers[i].ppm < tiers[i - 1].ppm));
    }
}

static void instalments_feed(const char *text)
{
    static const int64_t totals[] = {0, 1, -7, 10001, -99999, 1000000000000000};
    struct instalment_part parts[INSTALMENTS_MAX], back[INSTALMENTS_MAX];
    char shown[TERMS_TEXT];
    struct note note = {0};
    int count = 0, again = 0;

    if (instalments_parse(text, parts, &count, &note) != ERR_OK) {
        must(note.text[0]);
        return;
    }
    must(count >= 0 && count <= INSTALMENTS_MAX);
    instalments_text(parts, count, shown);
    must(instalments_parse(shown, back, &again, &note) == ERR_OK && again == count);
    for (size_t i = 0; count > 0 && i < sizeof totals / sizeof *totals; i++) {
        struct instalment split[INSTALMENTS_MAX];
        int64_t sum = 0;
        int n = 0;
        if (instalments_split(totals[i], parts, count, date_of(2026, 1, 31), split, &n, &note) !=
            ERR_OK)
            continue;
        for (int j = 0; j < n; j++) {
            must(split[j].amount != 0 && (split[j].amount > 0) == (totals[i] > 0));
            sum += split[j].amount;
        }
        must(sum == totals[i]);
    }
}

void feed_terms(const uint8_t *bytes, size_t len)
{
    char *text = feed_string(bytes, len);

    rule_feed(text);
    tiers_feed(text);
    instalments_feed(text);
    free(text);
}
