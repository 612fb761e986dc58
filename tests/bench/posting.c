#include "bench/posting.h"

#include "bench/bareposting.h"
#include "bench/measure.h"
#include "db/db.h"
#include "ledger/payment.h"
#include "ledger/txopen.h"

#include <stdio.h>
#include <stdlib.h>

#define AUTHOR "bench"
#define WORDS "payment receive --customer C000001 --amount 300.00 --apply oldest"

static void ok(enum err e, struct book *book)
{
    if (e == ERR_OK)
        return;
    fprintf(stderr, "bench: %s\n", book_note(book)->text);
    exit(1);
}

int64_t target_amount(const struct target *target)
{
    int64_t amount = 0;

    for (int i = 0; i < TARGETS; i++)
        amount += target->pays[i];
    return amount;
}

/* As the payment desk sends it. */
static void line_make(struct target *target, const char *code, char numbers[TARGETS][16])
{
    const int64_t amount = target_amount(target);
    int at = snprintf(target->line, sizeof target->line,
                      "payment receive --amount %lld.%02d --customer %s --date 2025-12-17 --method "
                      "transfer --reference bench --apply '",
                      (long long)(amount / 100), (int)(amount % 100), code);

    for (int i = 0; i < TARGETS; i++)
        at += snprintf(target->line + at, sizeof target->line - (size_t)at, "%s%s=%lld.%02d",
                       i ? "; " : "", numbers[i], (long long)(target->pays[i] / 100),
                       (int)(target->pays[i] % 100));
    snprintf(target->line + at, sizeof target->line - (size_t)at, "'");
}

size_t targets_find(struct book *book, int parts, struct target *out, size_t room)
{
    struct stmt *q =
        db_sql(book_db(book), "SELECT i.customer_id, i.id, i.open, d.number, c.code FROM item i"
                              " JOIN document d ON d.id = i.document_id"
                              " JOIN customer c ON c.id = i.customer_id"
                              " WHERE i.settled_on = 2932896 AND i.open > 1000"
                              " ORDER BY i.customer_id, i.id");
    size_t count = 0;
    int filled = 0;
    char numbers[TARGETS][16];

    while (count < room && stmt_row(q)) {
        struct target *target = &out[count];
        if (filled && target->customer != col_i64(q, 0))
            filled = 0;
        target->customer = col_i64(q, 0);
        target->items[filled] = col_i64(q, 1);
        target->open[filled] = col_i64(q, 2);
        target->pays[filled] = target->open[filled] / parts;
        snprintf(numbers[filled++], sizeof numbers[0], "%s", col_text(q, 3));
        if (filled == TARGETS) {
            line_make(target, col_text(q, 4), numbers);
            count++;
            filled = 0;
        }
    }
    ok(stmt_end(q), book);
    return count;
}

static void post(struct book *book, const struct target *target)
{
    const struct tx_author author = {.actor = AUTHOR, .command = WORDS};
    struct payment payment = {.customer_id = target->customer,
                              .amount = money_of(target_amount(target), book_currency(book)),
                              .date = book_today(book),
                              .method = METHOD_TRANSFER,
                              .reference = "bench"};
    struct document_made made;
    struct tx *tx = NULL;
    int64_t item = 0;

    ok(tx_begin(book, &tx), book);
    ok(tx_entry_begin(tx, &author), book);
    ok(payment_receive(tx, &payment, &made, &item), book);
    for (int i = 0; i < TARGETS; i++) {
        const struct settle settle = {.debit_id = target->items[i], .all = true};
        struct settled settled;
        ok(payment_apply(tx, item, &settle, &settled), book);
    }
    ok(tx_entry_end(tx, made.number, "a payment of the bench"), book);
    ok(tx_commit(tx), book);
}

void posting_compare(struct book *book, const char *path, size_t rounds, double *operations,
                     double *bare)
{
    struct target *targets = calloc(rounds * 2, sizeof *targets);
    double *times = calloc(rounds * 2, sizeof *times);

    must(targets != NULL && times != NULL);
    rounds = targets_find(book, 1, targets, rounds * 2) / 2;
    must(rounds > 0);
    struct bareposting *loop = bareposting_open(path);
    for (size_t i = 0; i < rounds; i++) {
        const double begin = measure_now();
        post(book, &targets[2 * i]);
        const double middle = measure_now();
        bareposting_post(loop, &targets[2 * i + 1]);
        times[i] = middle - begin;
        times[rounds + i] = measure_now() - middle;
    }
    bareposting_close(loop);
    *operations = measure_median(times, rounds);
    *bare = measure_median(times + rounds, rounds);
    free(times);
    free(targets);
}
