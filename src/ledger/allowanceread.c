/* allowanceread: runs of the allowance as they were frozen. */
#include "ledger/allowance.h"

#include "ledger/local.h"
#include "rules/provision.h"

#include <string.h>

const char *allowance_part_word(enum allowance_part_kind kind)
{
    static const char *const words[] = {"specific", "insolvent", "agency", "legal"};

    return words[kind];
}

static enum err run_read(struct book *book, struct stmt *q, struct arena *arena,
                         struct allowance *out)
{
    struct note ignored = {0};

    *out = (struct allowance){.id = col_i64(q, 0),
                              .number = arena_text(arena, col_text(q, 1)),
                              .options = {.day = col_date(q, 2),
                                          .rolled = col_i64(q, 3) == 1,
                                          .months = (int)col_i64(q, 4),
                                          .by_class = col_i64(q, 5) == 1,
                                          .net_of_tax = col_i64(q, 6) == 1},
                              .open = col_i64(q, 7),
                              .unused = col_i64(q, 8),
                              .matrix = col_i64(q, 9),
                              .specific = col_i64(q, 10),
                              .existing = col_i64(q, 11),
                              .buckets = arena_text(arena, col_text(q, 12)),
                              .missing = "",
                              .moment = col_i64(q, 13),
                              .actor = arena_text(arena, col_text(q, 14)),
                              .document = arena_text(arena, col_text(q, 15))};
    if (bucket_set_parse(out->buckets, AGING_BY_DUE, &out->options.buckets, &ignored) != ERR_OK)
        return fail(book->note, ERR_CORRUPT, "the buckets of %s are none: %s", out->number,
                    out->buckets);
    return amount_add(out->matrix, out->specific, &out->total);
}

#define RUNS                                                                                       \
    "SELECT r.id, r.number, r.day, r.rolled, r.months, r.by_class, r.net_of_tax, r.open,"          \
    " r.unused, r.matrix, r.specific, r.existing, r.buckets, e.moment, e.actor,"                   \
    " (SELECT d.number FROM allowance_posting p JOIN document d ON d.id = p.document_id"           \
    " WHERE p.run_id = r.id AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"  \
    " ORDER BY p.id DESC LIMIT 1) FROM allowance_run r JOIN entry e ON e.id = r.entry_id"

enum err allowance_list(struct book *book, struct arena *arena, struct allowance **out, int *count)
{
    int64_t room = 0;
    enum err e = ERR_OK;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM allowance_run", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, RUNS " ORDER BY r.id");
    while (e == ERR_OK && stmt_row(q) && *count < (int)room)
        e = run_read(book, q, arena, &(*out)[(*count)++]);
    return stmt_end_after(q, e);
}

static enum err lines_read(struct book *book, struct arena *arena, struct allowance *run, int room)
{
    enum err e = ERR_OK;
    struct stmt *q = db_sql(
        book->db, "SELECT segment, name, bucket, gross, credits, tax, loss_ppm, factor_ppm, amount"
                  " FROM allowance_line WHERE run_id = $1 ORDER BY id");

    run->lines = arena_new(arena, ((size_t)room + 1) * sizeof *run->lines);
    bind_i64(q, 1, run->id);
    while (e == ERR_OK && stmt_row(q) && run->line_count < room) {
        struct allowance_line *line = &run->lines[run->line_count++];
        *line = (struct allowance_line){.segment = arena_text(arena, col_text(q, 0)),
                                        .name = arena_text(arena, col_text(q, 1)),
                                        .bucket = (int)col_i64(q, 2),
                                        .gross = col_i64(q, 3),
                                        .credits = col_i64(q, 4),
                                        .tax = col_i64(q, 5),
                                        .loss_ppm = col_i64(q, 6),
                                        .factor_ppm = col_i64(q, 7),
                                        .amount = col_i64(q, 8)};
        line->base = line->gross - line->credits - line->tax;
        e = provision_rate(line->loss_ppm, line->factor_ppm, &line->rate_ppm);
    }
    return stmt_end_after(q, e);
}

static enum err parts_read(struct book *book, struct arena *arena, struct allowance *run, int room)
{
    struct stmt *q =
        db_sql(book->db, "SELECT kind, specific_id, customer_id, item_id, gross, open, base, amount"
                         " FROM allowance_part WHERE run_id = $1 ORDER BY id");

    run->parts = arena_new(arena, ((size_t)room + 1) * sizeof *run->parts);
    bind_i64(q, 1, run->id);
    while (stmt_row(q) && run->part_count < room)
        run->parts[run->part_count++] =
            (struct allowance_part){.kind = (enum allowance_part_kind)col_i64(q, 0),
                                    .specific_id = col_i64(q, 1),
                                    .customer_id = col_i64(q, 2),
                                    .item_id = col_i64(q, 3),
                                    .gross = col_i64(q, 4),
                                    .open = col_i64(q, 5),
                                    .base = col_i64(q, 6),
                                    .amount = col_i64(q, 7)};
    return stmt_end(q);
}

static enum err inputs_read(struct book *book, struct arena *arena, struct allowance *run, int room)
{
    struct stmt *q = db_sql(book->db, "SELECT segment, day, bucket, open FROM allowance_input"
                                      " WHERE run_id = $1 ORDER BY id");

    run->inputs = arena_new(arena, ((size_t)room + 1) * sizeof *run->inputs);
    bind_i64(q, 1, run->id);
    while (stmt_row(q) && run->input_count < room)
        run->inputs[run->input_count++] =
            (struct allowance_input){.segment = arena_text(arena, col_text(q, 0)),
                                     .day = col_date(q, 1),
                                     .bucket = (int)col_i64(q, 2),
                                     .open = col_i64(q, 3)};
    return stmt_end(q);
}

enum err allowance_find(struct book *book, const char *number, struct arena *arena,
                        struct allowance *out)
{
    struct stmt *q = db_sql(book->db, RUNS " WHERE r.number = $1");
    int64_t lines = 0, parts = 0, inputs = 0;
    enum err e = ERR_OK;

    *out = (struct allowance){.number = ""};
    bind_text(q, 1, number);
    if (stmt_row(q))
        e = run_read(book, q, arena, out);
    TRY(stmt_end_after(q, e));
    if (!out->id)
        return fail(book->note, ERR_MISSING,
                    "there is no run of the allowance %s; `allowance list` shows them", number);
    TRY(db_get(book->db, &lines, 0, "SELECT COUNT(*) FROM allowance_line WHERE run_id = $1", "i",
               out->id));
    TRY(db_get(book->db, &parts, 0, "SELECT COUNT(*) FROM allowance_part WHERE run_id = $1", "i",
               out->id));
    TRY(db_get(book->db, &inputs, 0, "SELECT COUNT(*) FROM allowance_input WHERE run_id = $1", "i",
               out->id));
    TRY(lines_read(book, arena, out, (int)lines));
    TRY(parts_read(book, arena, out, (int)parts));
    return inputs_read(book, arena, out, (int)inputs);
}

enum err allowance_names(struct book *book, struct arena *arena, struct allowance *run)
{
    for (int i = 0; i < run->part_count; i++) {
        struct allowance_part *part = &run->parts[i];
        struct stmt *q =
            db_sql(book->db, "SELECT c.code, c.name, d.number, s.reason FROM customer c"
                             " LEFT JOIN item i ON i.id = $2 LEFT JOIN document d"
                             " ON d.id = i.document_id LEFT JOIN allowance_specific s"
                             " ON s.id = $3 WHERE c.id = $1");
        part->customer = part->name = part->document = part->reason = "";
        bind_i64(q, 1, part->customer_id);
        bind_i64(q, 2, part->item_id);
        bind_i64(q, 3, part->specific_id);
        if (stmt_row(q)) {
            part->customer = arena_text(arena, col_text(q, 0));
            part->name = arena_text(arena, col_text(q, 1));
            part->document = arena_text(arena, col_text(q, 2));
            part->reason = arena_text(arena, col_text(q, 3));
        }
        TRY(stmt_end(q));
    }
    return ERR_OK;
}
