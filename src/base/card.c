#include "base/card.h"

#include <string.h>
#include <utf8proc.h>

enum {
    CARD_LEAST = 13,
    CARD_MOST = 19,
    GAP_MOST = 3, /* characters between two groups */
    RUN_DIGITS = 64,
    RUN_GROUPS = 32,
    DIGITS_LEFT = 4 /* of a masked card */
};

/* Digits with gaps between; its groups are what the gaps part. */
struct digit_run {
    char digits[RUN_DIGITS];
    const char *place[RUN_DIGITS + 1]; /* of each digit; one more is where the run ends */
    int count;
    int group[RUN_GROUPS + 1]; /* where each group begins; one more ends the last */
    int groups;
    bool alike; /* what parts the groups is the same all along */
    bool masked[RUN_DIGITS];
};

/* The bytes of the character at `text`; 0 at its end. What is not UTF-8 comes byte by byte. */
static size_t point_at(const char *text, utf8proc_int32_t *point)
{
    *point = (unsigned char)*text;
    if (*point < 0x80)
        return *point ? 1 : 0;
    const utf8proc_ssize_t took = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, point);
    if (took > 0)
        return (size_t)took;
    *point = 0;
    return 1;
}

/* The value of a digit of any script, -1 for anything else. Unicode has each script's ten in their
 * order, and several tens behind one another. */
static int digit_of(utf8proc_int32_t point)
{
    if (point < 0x80)
        return point >= '0' && point <= '9' ? (int)point - '0' : -1;
    if (utf8proc_category(point) != UTF8PROC_CATEGORY_ND)
        return -1;
    int before = 0;
    while (utf8proc_category(point - before - 1) == UTF8PROC_CATEGORY_ND)
        before++;
    return before % 10;
}

static bool parts_groups(utf8proc_int32_t point)
{
    if (point < 0x80)
        return point && strchr(" -./_", (int)point) != NULL;
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_MN: return true;
    default: return point == 0x2212; /* the minus of mathematics */
    }
}

/* What stands between two groups; 0 when no digit follows. */
static size_t gap_read(const char *text)
{
    utf8proc_int32_t point;
    size_t at = 0;

    for (int i = 0; i <= GAP_MOST; i++) {
        const size_t took = point_at(text + at, &point);
        if (digit_of(point) >= 0)
            return at;
        if (!parts_groups(point))
            return 0;
        at += took;
    }
    return 0;
}

/* Reads the run at `text`, which begins with a digit. What is longer than any card and IBAN is read
 * in pieces. */
static void run_read(const char *text, struct digit_run *run)
{
    const char *first = NULL; /* gap */
    size_t first_len = 0;

    *run = (struct digit_run){.groups = 1, .alike = true};
    while (run->count < RUN_DIGITS) {
        utf8proc_int32_t point;
        const size_t took = point_at(text, &point);
        const int digit = digit_of(point);
        if (digit >= 0) {
            run->place[run->count] = text;
            run->digits[run->count++] = (char)('0' + digit);
            text += took;
            continue;
        }
        const size_t gap = gap_read(text);
        if (!gap || run->groups == RUN_GROUPS)
            break;
        if (!first) {
            first = text;
            first_len = gap;
        }
        run->alike = run->alike && gap == first_len && memcmp(text, first, gap) == 0;
        run->group[run->groups++] = run->count;
        text += gap;
    }
    run->group[run->groups] = run->count;
    run->place[run->count] = text;
}

static bool luhn_is(const char *digits, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++) {
        int digit = digits[count - 1 - i] - '0';
        if (i % 2)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/* How cards begin and how long they are, by scheme. */
static const struct card_range {
    int first, last; /* of the leading digits */
    int digits;      /* how many lead */
    int least, most; /* digits in all */
} card_ranges[] = {
    {4, 4, 1, 13, 13},       {4, 4, 1, 16, 16},       {4, 4, 1, 19, 19}, /* Visa */
    {51, 55, 2, 16, 16},     {2221, 2720, 4, 16, 16},                    /* Mastercard */
    {34, 34, 2, 15, 15},     {37, 37, 2, 15, 15},                        /* American Express */
    {36, 36, 2, 14, 19},     {38, 39, 2, 14, 19},     {300, 305, 3, 14, 19}, /* Diners Club */
    {6011, 6011, 4, 16, 19}, {65, 65, 2, 16, 19},                        /* Discover */
    {35, 35, 2, 16, 19},                                                 /* JCB */
};

static bool card_is(const char *digits, int count)
{
    if (count < CARD_LEAST || count > CARD_MOST || !luhn_is(digits, count))
        return false;
    for (size_t i = 0; i < sizeof card_ranges / sizeof *card_ranges; i++) {
        const struct card_range *range = &card_ranges[i];
        int lead = 0;
        for (int d = 0; d < range->digits; d++)
            lead = lead * 10 + digits[d] - '0';
        if (lead >= range->first && lead <= range->last && count >= range->least &&
            count <= range->most)
            return true;
    }
    return false;
}

/* ISO 13616: an account number whose check digits are right is no card, though many look so. */
static bool iban_is(const char *country, const struct digit_run *run)
{
    if (run->count < 11)
        return false;
    int rest = 0;
    for (int i = 2; i < run->count; i++)
        rest = (rest * 10 + run->digits[i] - '0') % 97;
    for (int i = 0; i < 2; i++)
        rest = (rest * 100 + (country[i] | 0x20) - 'a' + 10) % 97;
    for (int i = 0; i < 2; i++)
        rest = (rest * 10 + run->digits[i] - '0') % 97;
    return rest == 1;
}

/* One group, groups as printed on cards, or all of a run that is parted in one way: so a card is
 * found between other numbers, and two days behind one another are none. */
static bool groups_are_card(const struct digit_run *run, int from, int to)
{
    static const char *const shapes[] = {"4444", "465", "464", "44443"};
    int count = run->group[to] - run->group[from];
    bool shaped = to - from == 1 || (run->alike && to - from == run->groups);
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes && !shaped; s++) {
        shaped = (int)strlen(shapes[s]) == to - from;
        for (int g = from; g < to && shaped; g++)
            shaped = run->group[g + 1] - run->group[g] == shapes[s][g - from] - '0';
    }
    return shaped && card_is(run->digits + run->group[from], count);
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The next run of `text` from `at` on in which there is a card, its digits marked; NULL = none. */
static const char *next_card(const char *text, const char *at, struct digit_run *run, int *cards)
{
    utf8proc_int32_t point;

    for (size_t took; (took = point_at(at, &point)) > 0; at += took) {
        if (digit_of(point) < 0)
            continue;
        run_read(at, run);
        const bool country = at - text >= 2 && is_letter(at[-1]) && is_letter(at[-2]) &&
                             (at - text == 2 || !is_letter(at[-3]));
        *cards = 0;
        for (int from = 0; from < run->groups && !(country && iban_is(at - 2, run)); from++)
            for (int to = run->groups; to > from; to--) {
                if (!groups_are_card(run, from, to))
                    continue;
                for (int i = run->group[from]; i < run->group[to] - DIGITS_LEFT; i++)
                    run->masked[i] = true;
                ++*cards;
                from = to - 1; /* the next one stands behind it */
                break;
            }
        if (*cards)
            return at;
        took = (size_t)(run->place[run->count] - at);
    }
    return NULL;
}

bool card_in(const char *text)
{
    struct digit_run run;
    int cards;

    return next_card(text, text, &run, &cards) != NULL;
}

const char *card_masked(struct arena *arena, const char *text, int64_t *count)
{
    struct digit_run run;
    int cards;
    const char *at = next_card(text, text, &run, &cards), *kept = text;

    if (!at)
        return text;
    char *out = arena_new(arena, strlen(text) + 1), *to = out;
    for (; at; at = next_card(text, run.place[run.count], &run, &cards)) {
        if (count)
            *count += cards;
        for (int i = 0; i < run.count; i++) {
            utf8proc_int32_t point;
            if (!run.masked[i])
                continue;
            memcpy(to, kept, (size_t)(run.place[i] - kept));
            to += run.place[i] - kept;
            *to++ = '*';
            kept = run.place[i] + point_at(run.place[i], &point);
        }
    }
    memcpy(to, kept, strlen(kept) + 1);
    return out;
}

int card_figures(const char *text)
{
    utf8proc_int32_t point;
    int run = 0, longest = 0;

    for (size_t took; (took = point_at(text, &point)) > 0; text += took) {
        if (digit_of(point) >= 0)
            run++;
        else if (!parts_groups(point) && !(point && point < 0x80 && strchr("*xX", (int)point)))
            run = 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}
