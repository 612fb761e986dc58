#include "bench/firm.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define DAYS 1096          /* three years */
#define SHIFT 100          /* of the Zipf law: flattens its head */
#define WEIGHT 1000000000u /* of the first customer, times SHIFT */

struct date firm_today(void)
{
    return date_of(2025, 12, 17);
}

/* splitmix64: small, and the same everywhere */
static uint64_t next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static uint64_t below(uint64_t *state, uint64_t n)
{
    return next(state) % n;
}

static uint64_t *zipf_sums(size_t count)
{
    uint64_t *sums = calloc(count, sizeof *sums), sum = 0;

    must(sums != NULL);
    for (size_t i = 0; i < count; i++)
        sums[i] = sum += WEIGHT / (i + SHIFT);
    return sums;
}

static int32_t zipf_draw(const uint64_t *sums, size_t count, uint64_t *state)
{
    const uint64_t at = below(state, sums[count - 1]);
    size_t low = 0, high = count - 1;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (sums[middle] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return (int32_t)low;
}

static void bill(struct billed *out, struct date day, uint64_t *state)
{
    static const int nets[] = {15, 30, 30, 30, 45, 60};
    const uint64_t luck = below(state, 1000);

    out->day = day;
    out->due = date_add(day, nets[below(state, sizeof nets / sizeof nets[0])]);
    out->amount = 500 + (int64_t)(below(state, 1000) * below(state, 1000) / 2);
    out->paid = DATE_NONE;
    out->part = 0;
    if (luck < 880) /* and of these some would pay only after today */
        out->paid = date_add(out->due, (int)below(state, 50) - 10);
    else if (luck < 930)
        out->part = out->amount / 3 + 1;
    if (date_is(out->paid) && out->paid.day < day.day)
        out->paid = day;
    if (date_is(out->paid) && out->paid.day > firm_today().day)
        out->paid = DATE_NONE;
}

void firm_make(struct firm *firm, size_t invoices, uint64_t seed)
{
    uint64_t state = seed;

    firm->invoices = invoices;
    firm->customers = invoices / 10;
    firm->billed = calloc(invoices, sizeof *firm->billed);
    must(firm->billed != NULL && firm->customers > 0);
    uint64_t *sums = zipf_sums(firm->customers);
    for (size_t i = 0; i < invoices; i++) {
        const int day = (int)(i * DAYS / invoices);
        firm->billed[i].customer = zipf_draw(sums, firm->customers, &state);
        bill(&firm->billed[i], date_add(firm_today(), day - DAYS + 1), &state);
    }
    free(sums);
}

void firm_done(struct firm *firm)
{
    free(firm->billed);
    firm->billed = NULL;
}

/* Part payments come when they are due; money on account comes today, some for every hundredth. */
static struct date part_day(const struct billed *billed)
{
    return billed->due.day < firm_today().day ? billed->due : firm_today();
}

static int64_t on_account(size_t customer)
{
    return 100 * (int64_t)(100 + customer % 900);
}

int64_t firm_open(const struct firm *firm, struct date day)
{
    int64_t open = 0;

    for (size_t i = 0; i < firm->invoices; i++) {
        const struct billed *b = &firm->billed[i];
        if (b->day.day > day.day || (date_is(b->paid) && b->paid.day <= day.day))
            continue;
        open += b->part && part_day(b).day <= day.day ? b->amount - b->part : b->amount;
    }
    for (size_t i = 0; day.day >= firm_today().day && i < firm->customers; i += 100)
        open -= on_account(i);
    return open;
}

static FILE *create(const char *path)
{
    FILE *file = fopen(path, "w");

    if (file == NULL) {
        perror(path);
        exit(1);
    }
    return file;
}

static void finish(FILE *file)
{
    const bool whole = !ferror(file);

    must(fclose(file) == 0 && whole);
}

void firm_write_history(const struct firm *firm, const char *path)
{
    FILE *file = create(path);

    fputs("customer,name,number,date,due,amount,paid\n", file);
    for (size_t i = 0; i < firm->invoices; i++) {
        const struct billed *b = &firm->billed[i];
        char day[DATE_TEXT], due[DATE_TEXT], paid[DATE_TEXT];
        fprintf(file, "C%06d,Customer %d of the bench,R%08zu,%s,%s,%" PRId64 ".%02d,%s\n",
                b->customer, b->customer, i + 1, date_iso(b->day, day), date_iso(b->due, due),
                b->amount / 100, (int)(b->amount % 100), date_iso(b->paid, paid));
    }
    finish(file);
}

void firm_write_payments(const struct firm *firm, const char *path)
{
    FILE *file = create(path);
    char day[DATE_TEXT];

    fputs("customer,date,amount,invoice,reference\n", file);
    for (size_t i = 0; i < firm->invoices; i++) {
        const struct billed *b = &firm->billed[i];
        if (b->part == 0)
            continue;
        fprintf(file, "C%06d,%s,%" PRId64 ".%02d,R%08zu,part %zu\n", b->customer,
                date_iso(part_day(b), day), b->part / 100, (int)(b->part % 100), i + 1, i + 1);
    }
    for (size_t i = 0; i < firm->customers; i += 100)
        fprintf(file, "C%06d,%s,%" PRId64 ".00,,on account %zu\n", firm->billed[i].customer,
                date_iso(firm_today(), day), on_account(i) / 100, i);
    finish(file);
}
