#include "rules/aging.h"

#include "rules/scan.h"

#include <stdio.h>
#include <string.h>

static const char *const basis_names[] = {"due", "invoice"};

const char *aging_basis_name(enum aging_basis basis)
{
    return basis_names[basis];
}

/* ---- bucket sets ---- */

#define BOUNDS_GIVEN 12
#define BOUND_MAX 99999

static bool scan_bounds(struct scan *scan, int bounds[BUCKET_BOUNDS], int *count)
{
    *count = 0;
    do {
        int bound;
        if (*count == BUCKET_BOUNDS || !scan_number(scan, BOUND_MAX, &bound))
            return false;
        if (*count && bound <= bounds[*count - 1])
            return false;
        bounds[(*count)++] = bound;
    } while (scan_char(scan, ','));
    return scan_end(scan);
}

/* The 0 of "0,30,60,90" ends the current column. By due date that column is always there; by
 * invoice date, and for months, the first bucket holds the 0 itself. */
static bool place_zero(struct bucket_set *set)
{
    bool zero = set->bounds[0] == 0;
    if (set->count - zero > BOUNDS_GIVEN)
        return false;
    bool wanted = set->basis == AGING_BY_DUE || set->months;
    if (zero && !wanted) {
        set->count--;
        memmove(set->bounds, set->bounds + 1, (size_t)set->count * sizeof set->bounds[0]);
    } else if (!zero && wanted) {
        memmove(set->bounds + 1, set->bounds, (size_t)set->count * sizeof set->bounds[0]);
        set->bounds[0] = 0;
        set->count++;
    }
    return set->count > 0;
}

enum err bucket_set_parse(const char *text, enum aging_basis basis, struct bucket_set *out,
                          struct note *note)
{
    struct bucket_set set = {.basis = basis};
    struct scan scan = {text};
    set.months = scan_word(&scan, "months");
    bool good;
    if (set.months && scan_end(&scan)) {
        const char *usual = "0,1,2,3";
        struct scan bounds = {usual};
        good = scan_bounds(&bounds, set.bounds, &set.count);
    } else {
        good = scan_bounds(&scan, set.bounds, &set.count);
    }
    if (!good || !place_zero(&set))
        return fail(note, ERR_INPUT,
                    "buckets \"%s\": write up to %d ascending numbers of days, as in \"%s\", or "
                    "\"months\"",
                    text, BOUNDS_GIVEN, BUCKETS_DEFAULT);
    *out = set;
    return ERR_OK;
}

const char *bucket_set_text(const struct bucket_set *set, char out[BUCKET_SET_TEXT])
{
    size_t len = 0;
    out[0] = 0;
    if (set->months)
        len += (size_t)snprintf(out, BUCKET_SET_TEXT, "months ");
    for (int i = 0; i < set->count; i++)
        len += (size_t)snprintf(out + len, BUCKET_SET_TEXT - len, i ? ",%d" : "%d", set->bounds[i]);
    return out;
}

/* Months by due date have a current column before the bucket of this month. */
static int columns_before(const struct bucket_set *set)
{
    return set->months && set->basis == AGING_BY_DUE;
}

int bucket_count(const struct bucket_set *set)
{
    return set->count + 1 + columns_before(set);
}

static void name_range(const struct bucket_set *set, int low, int high, char out[BUCKET_NAME])
{
    if (!set->months)
        snprintf(out, BUCKET_NAME, "%d-%d", low, high);
    else if (high == 0)
        snprintf(out, BUCKET_NAME, "this-month");
    else if (low == high)
        snprintf(out, BUCKET_NAME, low == 1 ? "%d-month" : "%d-months", low);
    else
        snprintf(out, BUCKET_NAME, "%d-%d-months", low, high);
}

const char *bucket_name(const struct bucket_set *set, int bucket, char out[BUCKET_NAME])
{
    must(bucket >= 0 && bucket < bucket_count(set));
    int bound = bucket - columns_before(set);
    if (bucket == 0 && set->basis == AGING_BY_DUE)
        snprintf(out, BUCKET_NAME, "current");
    else if (bound == set->count)
        snprintf(out, BUCKET_NAME, set->months ? "over-%d-months" : "over-%d",
                 set->bounds[set->count - 1]);
    else
        name_range(set, bound ? set->bounds[bound - 1] + 1 : 0, set->bounds[bound], out);
    return out;
}

const char *bucket_title(const struct bucket_set *set, int bucket, char out[BUCKET_NAME])
{
    bucket_name(set, bucket, out);
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - ('a' - 'A'));
    /* The mark between two numbers stays: "1-30", "4-6 months". */
    for (char *at = out; *at; at++) {
        bool range = at > out && at[-1] >= '0' && at[-1] <= '9' && at[1] >= '0' && at[1] <= '9';
        if (*at == '-' && !range)
            *at = ' ';
    }
    return out;
}

/* ---- age ---- */

int aging_days(struct date as_of, struct date due)
{
    return (int)(as_of.day - due.day);
}

static int bound_of(const struct bucket_set *set, int age)
{
    int i = 0;
    while (i < set->count && age > set->bounds[i])
        i++;
    return i;
}

int bucket_of(const struct bucket_set *set, int days)
{
    must(!set->months);
    return bound_of(set, days);
}

int bucket_of_item(const struct bucket_set *set, struct date as_of, struct date doc_date,
                   struct date due)
{
    struct date from = set->basis == AGING_BY_DUE && date_is(due) ? due : doc_date;
    if (!set->months)
        return bound_of(set, aging_days(as_of, from));
    if (set->basis == AGING_BY_DUE && aging_days(as_of, from) <= 0)
        return 0;
    return columns_before(set) + bound_of(set, date_month(as_of) - date_month(from));
}

int64_t aging_offset_oldest(int64_t *amounts, int count, int64_t credit)
{
    must(credit >= 0);
    for (int i = count - 1; i >= 0 && credit > 0; i--) {
        int64_t taken = amounts[i] < credit ? amounts[i] : credit;
        if (taken <= 0)
            continue;
        amounts[i] -= taken;
        credit -= taken;
    }
    return credit;
}
