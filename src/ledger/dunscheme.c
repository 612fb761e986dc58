#include "ledger/dunscheme.h"

#include "base/text.h"
#include "ledger/local.h"

#include <string.h>
#include <strings.h>

#define LEVEL                                                                                      \
    "SELECT scheme, level, days, grace, again, minimum, minimum_ppm, fee, fee_ppm, pay_days,"      \
    " held, active FROM dunning_level"
#define TEXT "SELECT scheme, level, language, title, opening, closing FROM dunning_text"

static void level_read(struct stmt *q, struct arena *arena, struct dunscheme_level *out)
{
    *out = (struct dunscheme_level){.scheme = arena_text(arena, col_text(q, 0)),
                                    .level = (int)col_i64(q, 1),
                                    .step = {.days = (int)col_i64(q, 2),
                                             .grace = (int)col_i64(q, 3),
                                             .again = (int)col_i64(q, 4),
                                             .minimum = col_i64(q, 5),
                                             .minimum_ppm = col_i64(q, 6),
                                             .fee = col_i64(q, 7),
                                             .fee_ppm = col_i64(q, 8),
                                             .active = col_i64(q, 11) != 0},
                                    .pay_days = (int)col_i64(q, 9),
                                    .held = col_i64(q, 10) != 0};
}

enum err dunscheme_list(struct book *book, const char *scheme, struct arena *arena,
                        struct dunscheme_level **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dunning_level", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, LEVEL " WHERE ($1 = '' OR scheme = $1) ORDER BY scheme, level");
    bind_text(q, 1, scheme ? scheme : "");
    while (stmt_row(q) && *count < (int)room)
        level_read(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err dunscheme_judge(struct book *book, const char *scheme)
{
    struct arena arena = {0};
    const char *known = "", *last = "";
    bool is = strcasecmp(scheme, DUNSCHEME_EXEMPT) == 0;

    struct stmt *q = db_sql(book->db, "SELECT DISTINCT scheme FROM dunning_level ORDER BY scheme");
    while (stmt_row(q)) {
        last = arena_text(&arena, col_text(q, 0));
        is = is || strcasecmp(scheme, last) == 0;
        known = arena_format(&arena, "%s%s%s", known, *known ? ", " : "", last);
    }
    enum err e = stmt_end(q);
    if (e == ERR_OK && !is)
        e = fail(book->note, ERR_INPUT, "%s is no scheme of dunning: give %s, or %s", scheme, known,
                 DUNSCHEME_EXEMPT);
    arena_done(&arena);
    return e;
}

enum err dunscheme_get(struct book *book, const char *scheme, int level, struct arena *arena,
                       struct dunscheme_level *out, bool *is)
{
    struct stmt *q = db_sql(book->db, LEVEL " WHERE scheme = $1 AND level = $2");

    *out = (struct dunscheme_level){
        .scheme = scheme, .level = level, .pay_days = 7, .step.active = true};
    bind_text(q, 1, scheme);
    bind_i64(q, 2, level);
    *is = stmt_row(q);
    if (*is)
        level_read(q, arena, out);
    return stmt_end(q);
}

/* ---- levels are set ------------------------------------------------------------------------- */

static enum err scheme_judge(struct book *book, const char *scheme)
{
    if (!*scheme || strpbrk(scheme, " ,;=") || strcasecmp(scheme, DUNSCHEME_EXEMPT) == 0)
        return fail(book->note, ERR_INPUT, "a scheme is one word, as %s, and not \"%s\"",
                    DUNSCHEME_STANDARD, DUNSCHEME_EXEMPT);
    return ERR_OK;
}

static enum err days_judge(struct book *book, const struct dunscheme_level *level,
                           struct arena *arena)
{
    struct dunscheme_level *levels;
    int count;

    if (level->level == 0 && level->step.days >= 1)
        return fail(book->note, ERR_INPUT,
                    "level 0 comes before the due day: give its days as -3 or 0");
    if (level->level > 0 && level->step.days < 1)
        return fail(book->note, ERR_INPUT, "level %d begins at least one day past due",
                    level->level);
    TRY(dunscheme_list(book, level->scheme, arena, &levels, &count));
    for (int i = 0; level->level > 0 && level->step.active && i < count; i++) {
        const struct dunscheme_level *other = &levels[i];
        if (other->level < 1 || other->level == level->level || !other->step.active)
            continue;
        if ((other->level < level->level) != (other->step.days < level->step.days))
            return fail(book->note, ERR_INPUT,
                        "level %d begins after %d days; level %d must begin %s", other->level,
                        other->step.days, level->level,
                        other->level < level->level ? "later" : "earlier");
    }
    return ERR_OK;
}

static enum err level_judge(struct book *book, const struct dunscheme_level *level,
                            struct arena *arena)
{
    const struct dunning_step *step = &level->step;

    TRY(scheme_judge(book, level->scheme));
    if (level->level < 0 || level->level >= DUNNING_LEVELS)
        return fail(book->note, ERR_INPUT, "levels are 0 to %d", DUNNING_LEVELS - 1);
    if (step->days < -365 || step->days > 3650 || step->grace < 0 || step->grace > 3650 ||
        step->again < 0 || step->again > 3650 || level->pay_days < 0 || level->pay_days > 365)
        return fail(book->note, ERR_INPUT, "so many days are no days of a level");
    if (step->minimum < 0 || step->fee < 0 || step->minimum_ppm < 0 || step->minimum_ppm > PPM ||
        step->fee_ppm < 0 || step->fee_ppm > PPM)
        return fail(book->note, ERR_INPUT,
                    "minimum and fee are not below 0, and not more than 100 %%");
    return days_judge(book, level, arena);
}

static const char *level_said(const struct dunscheme_level *level, struct currency currency,
                              struct arena *arena)
{
    const struct dunning_step *s = &level->step;
    char minimum[MONEY_TEXT], minimum_part[MONEY_TEXT], fee[MONEY_TEXT], fee_part[MONEY_TEXT];

    return arena_format(
        arena, "%d days, grace %d, again %d, minimum %s, %s %%, fee %s, %s %%, pay within %d%s%s",
        s->days, s->grace, s->again, money_plain(money_of(s->minimum, currency), minimum),
        percent_show(s->minimum_ppm, minimum_part), money_plain(money_of(s->fee, currency), fee),
        percent_show(s->fee_ppm, fee_part), level->pay_days, level->held ? ", held" : "",
        s->active ? "" : ", off");
}

static enum err level_write(struct tx *tx, const struct dunscheme_level *level, int64_t *id)
{
    const struct dunning_step *s = &level->step;
    const int64_t numbers[] = {level->level,    s->days,        s->grace, s->again,
                               s->minimum,      s->minimum_ppm, s->fee,   s->fee_ppm,
                               level->pay_days, level->held,    s->active};
    struct stmt *q = db_sql(
        tx->book->db,
        "INSERT INTO dunning_level (scheme, level, days, grace, again, minimum, minimum_ppm, fee,"
        " fee_ppm, pay_days, held, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
        " $12) ON CONFLICT (scheme, level) DO UPDATE SET days = $3, grace = $4, again = $5,"
        " minimum = $6, minimum_ppm = $7, fee = $8, fee_ppm = $9, pay_days = $10, held = $11,"
        " active = $12 RETURNING id");

    bind_text(q, 1, level->scheme);
    for (int i = 0; i < 11; i++)
        bind_i64(q, 2 + i, numbers[i]);
    *id = stmt_row(q) ? col_i64(q, 0) : 0;
    return stmt_end(q);
}

enum err dunscheme_set(struct tx *tx, const struct dunscheme_level *level)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dunscheme_level was;
    int64_t id = 0;
    bool is;
    enum err e;

    /* look and judge */
    TRY_OUT(dunscheme_get(book, level->scheme, level->level, &arena, &was, &is));
    TRY_OUT(level_judge(book, level, &arena));

    /* write */
    TRY_OUT(level_write(tx, level, &id));
    const char *before = is ? level_said(&was, book->currency, &arena) : NULL;
    const char *after = level_said(level, book->currency, &arena);
    if (!before || strcmp(before, after) != 0)
        e = tx_change(tx, "dunning level", id,
                      arena_format(&arena, "%s %d", level->scheme, level->level), before, after);
out:
    arena_done(&arena);
    return e;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static void text_read(struct stmt *q, struct arena *arena, struct dunscheme_text *out)
{
    *out = (struct dunscheme_text){.scheme = arena_text(arena, col_text(q, 0)),
                                   .level = (int)col_i64(q, 1),
                                   .language = arena_text(arena, col_text(q, 2)),
                                   .title = arena_text(arena, col_text(q, 3)),
                                   .opening = arena_text(arena, col_text(q, 4)),
                                   .closing = arena_text(arena, col_text(q, 5))};
}

enum err dunscheme_texts(struct book *book, const char *scheme, struct arena *arena,
                         struct dunscheme_text **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dunning_text", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, TEXT " WHERE ($1 = '' OR scheme = $1)"
                                           " ORDER BY scheme, level, language");
    bind_text(q, 1, scheme ? scheme : "");
    while (stmt_row(q) && *count < (int)room)
        text_read(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err dunscheme_text_for(struct book *book, const char *scheme, int level, const char *language,
                            struct arena *arena, struct dunscheme_text *out)
{
    struct stmt *q =
        db_sql(book->db, TEXT " WHERE level = $1 AND scheme IN ($2, '" DUNSCHEME_STANDARD "')"
                              " AND language IN ($3, 'en') ORDER BY CASE WHEN language = $3 THEN 0"
                              " ELSE 1 END, CASE WHEN scheme = $2 THEN 0 ELSE 1 END LIMIT 1");

    /* a scheme with more levels than texts says what the standard's last letter says */
    *out = (struct dunscheme_text){.scheme = scheme, .level = level, .language = "en"};
    bind_i64(q, 1, level);
    bind_text(q, 2, scheme);
    bind_text(q, 3, language && *language ? language : "en");
    if (stmt_row(q))
        text_read(q, arena, out);
    TRY(stmt_end(q));
    if (!out->title && level > 3)
        return dunscheme_text_for(book, scheme, level - 1, language, arena, out);
    if (!out->title)
        return fail(book->note, ERR_MISSING,
                    "level %d of %s has no text in English; `dunning text set` writes one", level,
                    scheme);
    return ERR_OK;
}

enum err dunscheme_text_set(struct tx *tx, const struct dunscheme_text *text)
{
    struct book *book = tx_book(tx);
    int64_t id = 0;

    /* judge */
    TRY(scheme_judge(book, text->scheme));
    if (text->level < 0 || text->level >= DUNNING_LEVELS)
        return fail(book->note, ERR_INPUT, "levels are 0 to %d", DUNNING_LEVELS - 1);
    if (strlen(text->language) != 2)
        return fail(book->note, ERR_INPUT, "a language is two letters, as en or de");
    if (!*text->title)
        return fail(book->note, ERR_INPUT, "a letter needs a title");

    /* write */
    struct stmt *q = db_sql(
        book->db, "INSERT INTO dunning_text (scheme, level, language, title, opening, closing)"
                  " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (scheme, level, language) DO UPDATE"
                  " SET title = $4, opening = $5, closing = $6 RETURNING id");
    bind_text(q, 1, text->scheme);
    bind_i64(q, 2, text->level);
    bind_text(q, 3, text->language);
    bind_text(q, 4, text->title);
    bind_text(q, 5, text->opening);
    bind_text(q, 6, text->closing);
    id = stmt_row(q) ? col_i64(q, 0) : 0;
    TRY(stmt_end(q));
    TRY(tx_change(tx, "dunning text", id, "title", NULL, text->title));
    TRY(tx_change(tx, "dunning text", id, "opening", NULL, text->opening));
    return tx_change(tx, "dunning text", id, "closing", NULL, text->closing);
}
