#include "report/r_signs.h"

#include "base/arena.h"
#include "ledger/misuse.h"
#include "report/basetext.h"

#include <string.h>

#define PAPERS_SHOWN 5

/* One person's acts of one kind. */
struct signed_acts {
    struct sign_tally tally;
    int64_t base, days;
    const char *papers; /* the first ones */
};
struct signs {
    struct book *book;
    struct date from, to;
    struct arena arena;
    struct misuse_poster *posters;
    int poster_count;
    struct misuse_medians medians;
    struct misuse *acts;
    int act_count, act_room;
    struct signed_acts *table; /* posters x SIGNS */
    struct sign_tally all[SIGNS];
    bool *pointed; /* by poster */
};

static enum err act_take(void *self, const struct misuse *one)
{
    struct signs *s = self;

    s->acts = arena_grow(&s->arena, s->acts, s->act_count, &s->act_room, sizeof *s->acts);
    struct misuse *kept = &s->acts[s->act_count++];
    *kept = *one;
    kept->actor = arena_text(&s->arena, one->actor);
    kept->document = arena_text(&s->arena, one->document ? one->document : "");
    kept->customer = arena_text(&s->arena, one->customer ? one->customer : "");
    kept->other = arena_text(&s->arena, one->other ? one->other : "");
    return ERR_OK;
}

static int poster_of(const struct signs *s, const char *actor)
{
    int low = 0, high = s->poster_count;

    while (low < high) {
        const int mid = low + (high - low) / 2;
        if (strcmp(s->posters[mid].actor, actor) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* "P-1001 (ACME for BETA)" */
static void paper_add(struct signs *s, struct signed_acts *acts, const struct misuse *one)
{
    const char *text = one->document;

    if (acts->tally.count > PAPERS_SHOWN)
        return;
    if (*one->other)
        text = arena_format(&s->arena, "%s (%s for %s)", text, one->other, one->customer);
    else if (!*text)
        text = one->customer;
    acts->papers = acts->papers ? arena_format(&s->arena, "%s, %s", acts->papers, text) : text;
}

static enum err gather(struct signs *s)
{
    int64_t receipts = 0;

    s->table = arena_new(&s->arena, ((size_t)s->poster_count * SIGNS + 1) * sizeof *s->table);
    s->pointed = arena_new(&s->arena, (size_t)s->poster_count + 1);
    for (int p = 0; p < s->poster_count; p++) {
        receipts += s->posters[p].receipts;
        for (int i = 0; i < SIGNS; i++)
            s->table[p * SIGNS + i].tally.receipts = s->posters[p].receipts;
    }
    for (int i = 0; i < SIGNS; i++)
        s->all[i].receipts = receipts;
    for (int k = 0; k < s->act_count; k++) {
        const struct misuse *one = &s->acts[k];
        struct signed_acts *acts = &s->table[poster_of(s, one->actor) * SIGNS + (int)one->sign];
        acts->tally.count++;
        s->all[one->sign].count++;
        acts->days += one->days;
        TRY(amount_add(acts->base, one->base, &acts->base));
        paper_add(s, acts, one);
    }
    for (int p = 0; p < s->poster_count; p++) {
        bool speaks[SIGNS];
        for (int i = 0; i < SIGNS; i++)
            speaks[i] = sign_speaks((enum sign)i, s->table[p * SIGNS + i].tally, s->all[i]);
        s->pointed[p] = signs_point(speaks);
    }
    return ERR_OK;
}

static enum err signs_read(struct signs *s, struct book *book, struct date as_of, int days)
{
    *s = (struct signs){.book = book, .from = date_add(as_of, 1 - days), .to = as_of};
    TRY(misuse_read(book, s->from, s->to, &s->arena, &s->posters, &s->poster_count, &s->medians,
                    act_take, s));
    return gather(s);
}

/* ---- rows ---- */

static const struct column columns[] = {
    {.name = "who", .title = "Who", .kind = CELL_CODE},
    {.name = "letter", .title = "", .kind = CELL_CODE, .worth = 4},
    {.name = "sign", .title = "Sign", .kind = CELL_CODE},
    {.name = "count", .title = "Count", .kind = CELL_INT},
    {.name = "receipts", .title = "of", .kind = CELL_INT, .worth = 2},
    {.name = "rate", .title = "Own %", .kind = CELL_PERCENT},
    {.name = "others_rate", .title = "Others %", .kind = CELL_PERCENT, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .worth = 3},
    {.name = "days", .title = "Days", .kind = CELL_INT, .worth = 5},
    {.name = "speaks", .title = "Speaks", .kind = CELL_FLAG},
    {.name = "papers", .title = "Papers", .kind = CELL_TEXT, .width = 20},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static struct cell rate_cell(int64_t count, int64_t of)
{
    int64_t rate = 0;

    if (of <= 0 || amount_scale(count, 1000, of, &rate) != ERR_OK)
        return cell_none();
    return cell_number(CELL_PERCENT, rate * (PPM / 1000));
}

static enum err person_put(const struct signs *s, int p, struct sink *sink)
{
    for (int i = 0; i < SIGNS; i++) {
        const struct signed_acts *acts = &s->table[p * SIGNS + i];
        const bool speaks = sign_speaks((enum sign)i, acts->tally, s->all[i]);
        if (!acts->tally.count)
            continue;
        const struct cell cells[COLUMNS] = {
            cell_code(s->posters[p].actor),
            cell_code(sign_letter((enum sign)i)),
            cell_code(sign_word((enum sign)i)),
            cell_int(acts->tally.count),
            cell_int(acts->tally.receipts),
            rate_cell(acts->tally.count, acts->tally.receipts),
            rate_cell(s->all[i].count - acts->tally.count,
                      s->all[i].receipts - acts->tally.receipts),
            cell_money(money_of(acts->base, book_currency(s->book))),
            acts->days ? cell_int(acts->days / acts->tally.count) : cell_none(),
            cell_number(CELL_FLAG, speaks),
            cell_text(acts->papers)};
        TRY(sink_row(sink, p * SIGNS + i + 1, s->pointed[p] && speaks ? '!' : ' ', cells));
    }
    return ERR_OK;
}

static const struct column act_columns[] = {
    {.name = "who", .title = "Who", .kind = CELL_CODE},
    {.name = "sign", .title = "Sign", .kind = CELL_CODE},
    {.name = "day", .title = "Day", .kind = CELL_DATE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "other", .title = "Money of", .kind = CELL_CODE},
    {.name = "days", .title = "Days", .kind = CELL_INT, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "what", .title = "What it is", .kind = CELL_TEXT, .worth = 1},
};
enum { ACT_COLUMNS = sizeof act_columns / sizeof act_columns[0] };

static enum err act_put(const struct signs *s, const struct misuse *one, struct sink *sink)
{
    const struct cell cells[ACT_COLUMNS] = {cell_code(one->actor),
                                            cell_code(sign_word(one->sign)),
                                            cell_date(one->day),
                                            *one->document ? cell_code(one->document) : cell_none(),
                                            cell_code(one->customer),
                                            *one->other ? cell_code(one->other) : cell_none(),
                                            one->days ? cell_int(one->days) : cell_none(),
                                            cell_money(money_of(one->base, book_currency(s->book))),
                                            cell_text(sign_what(one->sign))};

    return sink_row(sink, one->document_id, s->pointed[poster_of(s, one->actor)] ? '!' : ' ',
                    cells);
}

/* Who is pointed out; else whose signs speak, but too little together. */
static const char *who_text(struct signs *s)
{
    const char *names = NULL, *spoken = NULL;

    for (int p = 0; p < s->poster_count; p++) {
        if (s->pointed[p])
            names = names ? arena_format(&s->arena, "%s, %s", names, s->posters[p].actor)
                          : s->posters[p].actor;
        for (int i = 0; i < SIGNS; i++)
            if (sign_speaks((enum sign)i, s->table[p * SIGNS + i].tally, s->all[i]))
                spoken = arena_format(&s->arena, "%s%s%s of %s", spoken ? spoken : "",
                                      spoken ? ", " : "", sign_word((enum sign)i),
                                      s->posters[p].actor);
    }
    if (names)
        return arena_format(&s->arena, "To be looked at: %s", names);
    return spoken ? arena_format(&s->arena, "Nobody stands out: %s %s, too little by itself",
                                 spoken, strchr(spoken, ',') ? "speak" : "speaks")
                  : "Nobody stands out";
}

static const char *foot_text(struct signs *s)
{
    return arena_format(&s->arena,
                        "%s. Money is posted %lld days after it came, and banked after %lld, in "
                        "the middle. A sign speaks when it comes far more often than with the "
                        "others; it is no proof.",
                        who_text(s), (long long)s->medians.posted, (long long)s->medians.banked);
}

static enum err signs_put(struct signs *s, bool detail, struct sink *sink)
{
    char from[DATE_TEXT], to[DATE_TEXT];
    const struct table_head head = {"Signs of misuse",
                                    arena_format(&s->arena, "posted %s to %s, %s",
                                                 date_iso(s->from, from), date_iso(s->to, to),
                                                 book_currency(s->book).code),
                                    detail ? act_columns : columns, detail ? ACT_COLUMNS : COLUMNS};

    TRY(sink->head(sink->self, &head));
    for (int k = 0; detail && k < s->act_count; k++)
        TRY(act_put(s, &s->acts[k], sink));
    for (int p = 0; !detail && p < s->poster_count; p++)
        TRY(person_put(s, p, sink));
    return sink->foot(sink->self, foot_text(s));
}

enum err signs_table(struct book *book, struct date as_of, int days, bool detail, struct sink *sink)
{
    struct signs s;
    enum err e = signs_read(&s, book, as_of, days);

    if (e == ERR_OK)
        e = signs_put(&s, detail, sink);
    arena_done(&s.arena);
    return e;
}

enum err signs_pointed(struct book *book, struct date as_of, int days, const char *actor,
                       bool *pointed, int *any)
{
    struct signs s;
    enum err e = signs_read(&s, book, as_of, days);

    *pointed = false;
    *any = 0;
    for (int p = 0; e == ERR_OK && p < s.poster_count; p++) {
        *any += s.pointed[p];
        if (strcmp(s.posters[p].actor, actor) == 0)
            *pointed = s.pointed[p];
    }
    arena_done(&s.arena);
    return e;
}
