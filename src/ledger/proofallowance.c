/* proofallowance: runs of the allowance add up, and what was posted is what they say. */
#include "ledger/allowance.h"
#include "ledger/proofparts.h"
#include "rules/provision.h"

/* Each cell is its base x its rate, and the cells and parts come to the run's sums. */
static enum err run_check(struct book *book, const char *number, struct arena *arena,
                          struct trouble *trouble)
{
    struct allowance run;
    int64_t matrix = 0, specific = 0, open = 0;

    TRY(allowance_find(book, number, arena, &run));
    for (int i = 0; i < run.line_count; i++) {
        const struct allowance_line *line = &run.lines[i];
        int64_t amount = 0;
        TRY(amount_ppm(line->base, line->rate_ppm, &amount));
        if (amount != line->amount)
            trouble_say(trouble,
                        "run %s of the allowance: the bucket %s is not its base x its rate",
                        run.number, line->name);
        matrix += line->amount;
        open += line->gross - line->credits;
    }
    for (int i = 0; i < run.part_count; i++)
        if (run.parts[i].kind == ALLOWANCE_SPECIFIC) {
            specific += run.parts[i].amount;
            open += run.parts[i].open;
        }
    if (matrix != run.matrix || specific != run.specific || open - run.unused != run.open)
        trouble_say(trouble, "run %s of the allowance is not the sum of its parts", run.number);
    return ERR_OK;
}

static enum err runs_check(struct book *book, struct trouble *trouble)
{
    struct arena arena = {0}, each = {0};
    struct allowance *runs = NULL;
    int count = 0;
    enum err e = allowance_list(book, &arena, &runs, &count);

    for (int i = 0; e == ERR_OK && i < count; i++) {
        arena_reset(&each);
        e = run_check(book, runs[i].number, &each, trouble);
    }
    arena_done(&each);
    arena_done(&arena);
    return e;
}

/* A posting brought the account from what stood to what its run says, and every document of this
 * kind is the posting of a run. */
static enum err postings_check(struct book *book, struct trouble *trouble)
{
    struct stmt *q =
        db_sql(book->db, "SELECT r.number, d.number FROM allowance_posting p JOIN allowance_run r"
                         " ON r.id = p.run_id LEFT JOIN document d ON d.id = p.document_id"
                         " WHERE d.id IS NULL OR d.kind <> $1 OR d.total <> p.amount"
                         " OR d.posted <> r.day OR p.existing + p.amount <> r.matrix + r.specific"
                         " ORDER BY p.id");

    bind_i64(q, 1, DOCUMENT_ALLOWANCE);
    while (stmt_row(q))
        trouble_say(trouble, "what %s posted is not the rest of run %s of the allowance",
                    col_text(q, 1), col_text(q, 0));
    TRY(stmt_end(q));
    q = db_sql(book->db, "SELECT r.number FROM allowance_posting p JOIN allowance_run r"
                         " ON r.id = p.run_id JOIN document d ON d.id = p.document_id"
                         " WHERE NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
                         " GROUP BY r.id, r.number HAVING COUNT(*) > 1 ORDER BY r.id");
    while (stmt_row(q))
        trouble_say(trouble, "run %s of the allowance is posted twice", col_text(q, 0));
    TRY(stmt_end(q));
    q = db_sql(book->db, "SELECT d.number FROM document d WHERE d.kind = $1 AND d.entry_id > 0"
                         " AND d.id NOT IN (SELECT document_id FROM allowance_posting)"
                         " ORDER BY d.id");
    bind_i64(q, 1, DOCUMENT_ALLOWANCE);
    while (stmt_row(q))
        trouble_say(trouble, "%s is an entry of the allowance that belongs to no run",
                    col_text(q, 0));
    return stmt_end(q);
}

enum err proof_allowance(struct book *book, struct trouble *trouble)
{
    TRY(runs_check(book, trouble));
    TRY(postings_check(book, trouble));
    return proof_series(book, trouble, "SELECT serial FROM allowance_run ORDER BY serial",
                        "allowance-run");
}
