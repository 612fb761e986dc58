#include "view/batchdesk.h"

#include "base/text.h"
#include "report/batchlook.h"
#include "tui/term.h"
#include "view/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WHERE_APART 3 /* cells between the title and what it means */

void batchdesk_init(struct batchdesk *it, struct desk *desk)
{
    *it = (struct batchdesk){.desk = desk};
}

void batchdesk_done(struct batchdesk *it)
{
    arena_done(&it->arena);
}

bool batchdesk_is(const struct batchdesk *it)
{
    return it->batch.id != 0;
}

static void leave(struct batchdesk *it)
{
    arena_reset(&it->arena);
    it->batch = (struct batch){0};
    it->line[0] = 0;
}

enum err batchdesk_enter(struct batchdesk *it, const char *number)
{
    leave(it);
    enum err e = batch_find(it->desk->book, number, &it->arena, &it->batch);
    if (e == ERR_OK && !batch_state_is_open(it->batch.state))
        e = fail(it->desk->session->note, ERR_CONFLICT, "batch %s is %s", it->batch.number,
                 batch_state_word(it->batch.state));
    if (e != ERR_OK)
        leave(it);
    return e;
}

/* The batch that this person has opened last, from the form above. */
static enum err opened_take(struct batchdesk *it)
{
    struct batch *list;
    int count;

    it->opening = false;
    TRY(batches(it->desk->book, true, &it->desk->arena, &list, &count));
    const struct batch *last = NULL;
    for (int i = 0; i < count; i++)
        if (strcmp(list[i].actor, it->desk->session->actor) == 0 && list[i].lines == 0 &&
            (!last || list[i].id > last->id))
            last = &list[i];
    return last ? batchdesk_enter(it, last->number) : ERR_OK;
}

enum err batchdesk_read(struct batchdesk *it)
{
    if (it->opening)
        return opened_take(it);
    if (!batchdesk_is(it))
        return ERR_OK;
    const int64_t id = it->batch.id;
    arena_reset(&it->arena);
    TRY(batch_get(it->desk->book, id, &it->arena, &it->batch));
    if (batch_state_is_open(it->batch.state))
        return ERR_OK;
    desk_say(it->desk, STYLE_ACCENT, "Batch %s is %s, by %s; payments are posted one by one now.",
             it->batch.number, batch_state_word(it->batch.state), it->batch.ended_by);
    leave(it);
    return ERR_OK;
}

/* ---- words ---- */

static const char *figure(struct desk *desk, const struct batch *batch, int64_t minor)
{
    char text[MONEY_TEXT];

    return arena_text(&desk->arena,
                      money_show(money_of(minor, batch->currency), &desk->session->notation, text));
}

const char *batchdesk_where(const struct batchdesk *it)
{
    const char *letters = strrchr(it->batch.number, '/');
    const bool today = it->batch.day.day == it->desk->session->today.day;

    return arena_format(&it->desk->arena, "Payment  batch %s",
                        today && letters ? letters + 1 : it->batch.number);
}

/* Shorter where there is no room. */
const char *batch_means(struct desk *desk, const struct batch *batch, const char *where)
{
    const int64_t left = batch->total - batch->entered;
    const char *difference =
        left ? arena_format(&desk->arena, "%s %s", left > 0 ? "to go" : "! over",
                            figure(desk, batch, left > 0 ? left : -left))
             : "difference 0";
    const char *words =
        arena_format(&desk->arena, "%lld of %lld  entered %s of %s  %s", (long long)batch->lines,
                     (long long)batch->count, figure(desk, batch, batch->entered),
                     figure(desk, batch, batch->total), difference);

    if (term_is_on() && text_width(where) + WHERE_APART + text_width(words) + 2 > term_columns())
        words = arena_format(&desk->arena, "%lld of %lld  %s", (long long)batch->lines,
                             (long long)batch->count, difference);
    return words;
}

const char *batchdesk_means(const struct batchdesk *it)
{
    return batch_means(it->desk, &it->batch, batchdesk_where(it));
}

enum err batchdesk_args(const struct batchdesk *it, struct args *args)
{
    struct note *note = it->desk->session->note;

    if (!batchdesk_is(it))
        return ERR_OK;
    TRY(args_set(args, "batch", it->batch.number, note));
    return it->line[0] ? args_set(args, "line", it->line, note) : ERR_OK;
}

/* Another line with the payer, amount and reference of the one that was entered; NULL = none. */
static const struct batch_line *twin_of(const struct batchlook *look, int64_t seq)
{
    const struct batch_line *own = NULL;

    for (int i = 0; i < look->count; i++)
        if (look->lines[i].seq == seq)
            own = &look->lines[i];
    for (int i = 0; own && *own->reference && i < look->count; i++) {
        const struct batch_line *line = &look->lines[i];
        if (line != own && line->customer_id == own->customer_id && line->amount == own->amount &&
            strcmp(line->reference, own->reference) == 0)
            return line;
    }
    return NULL;
}

void batchdesk_entered(struct batchdesk *it, const char *what, const char *ref)
{
    const struct session *session = it->desk->session;
    struct batchlook look;
    const char *place = ref ? strrchr(ref, '/') : NULL;

    if (batchlook_make(it->desk->book, it->batch.id, &session->notation, &it->desk->arena, &look) !=
        ERR_OK)
        return;
    const char *words = arena_format(&it->desk->arena, "Line %s: %s", place ? place + 1 : "", what);
    const struct batch_line *twin = place ? twin_of(&look, strtoll(place + 1, NULL, 10)) : NULL;
    if (twin)
        words = arena_format(&it->desk->arena, "%s, the same as line %lld", words,
                             (long long)twin->seq);
    if (look.batch.state == BATCH_BALANCED)
        desk_say(it->desk, STYLE_GOOD, "%s; difference 0: F10 posts the batch", words);
    else if (look.swap)
        desk_say(it->desk, STYLE_ERROR, "%s; %s", words, look.swap);
    else
        desk_say(it->desk, twin ? STYLE_ERROR : STYLE_GOOD, "%s", words);
}

void batchdesk_offer(struct batchdesk *it)
{
    struct batch *list;
    int count;

    if (batches(it->desk->book, true, &it->desk->arena, &list, &count) != ERR_OK)
        return;
    for (int i = 0; i < count; i++)
        if (strcmp(list[i].actor, it->desk->session->actor) == 0) {
            desk_say(it->desk, STYLE_ACCENT,
                     "Batch %s is open, %lld of %lld entered: Ctrl-N goes on with it.",
                     list[i].number, (long long)list[i].lines, (long long)list[i].count);
            return;
        }
}

/* ---- choosing ---- */

enum { CHOICE_LINES = -1, CHOICE_NEW = -2, CHOICE_NONE = -3 };

static enum err choices_make(struct batchdesk *it, struct choice **out, size_t *count)
{
    struct arena *arena = &it->desk->arena;
    struct batch *list;
    int batches_open;

    TRY(batches(it->desk->book, true, arena, &list, &batches_open));
    struct choice *choices = arena_new(arena, ((size_t)batches_open + 3) * sizeof *choices);
    size_t n = 0;
    if (batchdesk_is(it))
        choices[n++] = (struct choice){.code = "lines",
                                       .text = "what is entered: look, change, move, remove",
                                       .id = CHOICE_LINES};
    for (int i = 0; i < batches_open; i++)
        if (list[i].id != it->batch.id)
            choices[n++] = (struct choice){
                .code = list[i].number,
                .text = arena_format(arena, "%s, %lld of %lld entered", list[i].actor,
                                     (long long)list[i].lines, (long long)list[i].count),
                .hint = arena_format(arena, "%s %s",
                                     money_show(money_of(list[i].total, list[i].currency),
                                                &it->desk->session->notation,
                                                arena_new(arena, MONEY_TEXT)),
                                     list[i].currency.code),
                .id = list[i].id};
    choices[n++] = (struct choice){
        .code = "new", .text = "open a batch, with its control total or tape", .id = CHOICE_NEW};
    if (batchdesk_is(it))
        choices[n++] = (struct choice){
            .code = "none", .text = "leave it open, post payments one by one", .id = CHOICE_NONE};
    *out = choices;
    *count = n;
    return ERR_OK;
}

static enum err chosen_do(struct batchdesk *it, const struct choice *choice)
{
    switch (choice->id) {
    case CHOICE_LINES: return desk_push(it->desk, view_class_find("batch"), it->batch.number, NULL);
    case CHOICE_NEW:
        TRY(desk_form(it->desk, command_find("batch", "open"), NULL));
        it->opening = true;
        return ERR_OK;
    case CHOICE_NONE: leave(it); return ERR_OK;
    default: return batchdesk_enter(it, choice->code);
    }
}

unsigned batchdesk_choose(struct batchdesk *it)
{
    struct choice *choices, chosen;
    size_t count = 0;
    enum err e = choices_make(it, &choices, &count);

    if (e == ERR_OK && count == 1) /* to open one is all that can be done */
        e = chosen_do(it, choices);
    else if (e == ERR_OK && desk_choose(it->desk, "Batch:", choices, count, &chosen))
        e = chosen_do(it, &chosen);
    desk_say_failure(it->desk, e);
    return REACT_USED | REACT_REDRAW;
}

/* ---- commands ---- */

static enum err line_run(struct batchdesk *it, const char *verb, const char *name,
                         const char *value)
{
    struct session *session = it->desk->session;
    struct args args;

    args_init(&args, command_find("batch", verb), &it->desk->arena, &session->habit,
              &notation_plain);
    enum err e = args_set(&args, name, value, session->note);
    if (e != ERR_OK) {
        desk_say_failure(it->desk, e);
        return e;
    }
    return desk_command(it->desk, &args, NULL);
}

unsigned batchdesk_post(struct batchdesk *it)
{
    struct arena *arena = &it->desk->arena;
    struct batch batch = it->batch;
    struct batchlook look;
    enum err e = batch_post_judge(it->desk->book, &batch);

    if (e != ERR_OK) {
        const struct notation *notation = &it->desk->session->notation;
        note_clear(it->desk->session->note);
        if (batchlook_make(it->desk->book, batch.id, notation, arena, &look) != ERR_OK)
            desk_say_failure(it->desk, e);
        else
            desk_say(it->desk, STYLE_ERROR, "Not yet: %s%s%s",
                     batchlook_progress(&batch, notation, arena), look.swap ? "; " : "",
                     look.swap ? look.swap : "");
        term_beep();
        return REACT_USED | REACT_REDRAW;
    }
    const char *number = arena_text(arena, batch.number);
    if (!desk_ask(it->desk,
                  arena_format(arena, "Post batch %s: %lld payment%s over %s %s?", number,
                               (long long)batch.lines, batch.lines == 1 ? "" : "s",
                               figure(it->desk, &batch, batch.entered), batch.currency.code)))
        return REACT_USED | REACT_REDRAW;
    leave(it); /* so that nobody says that somebody has posted it */
    if (line_run(it, "post", "batch", number) != ERR_OK && batchdesk_enter(it, number) != ERR_OK)
        desk_say_failure(it->desk, ERR_CONFLICT);
    return REACT_USED | REACT_REDRAW;
}

unsigned batchdesk_remove_last(struct batchdesk *it)
{
    struct arena *arena = &it->desk->arena;
    struct batch_line *lines;
    int count = 0;

    if (batch_lines(it->desk->book, it->batch.id, arena, &lines, &count) != ERR_OK || count == 0) {
        desk_say(it->desk, STYLE_NORMAL, "Batch %s has no line that could be taken out.",
                 it->batch.number);
        return REACT_USED | REACT_BEEP;
    }
    const struct batch_line *last = &lines[count - 1];
    const char *name = arena_format(arena, "%s/%lld", it->batch.number, (long long)last->seq);
    if (desk_ask(it->desk,
                 arena_format(arena, "Take line %lld out of batch %s: %s %s %s?",
                              (long long)last->seq, it->batch.number,
                              *last->name ? last->name : "unidentified",
                              figure(it->desk, &it->batch, last->amount), it->batch.currency.code)))
        line_run(it, "remove", "line", name);
    return REACT_USED | REACT_REDRAW;
}
