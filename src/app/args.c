#include "app/args.h"

#include "app/command.h"
#include "app/rows.h"
#include "app/value.h"
#include "app/words.h"
#include "base/buf.h"
#include "base/text.h"

#include <string.h>

#define TEXT_MAX ((size_t)64 << 20)

/* What is given for one argument of the row. */
struct arg_slot {
    struct value *values;
    struct arg_row *rows;
    int count, room;
    bool given; /* by a person; a default is not */
};

static int args_total(const struct command *command)
{
    int n = 0;

    while (command->args && command->args[n].name)
        n++;
    return n;
}

static int slot_place(const struct args *args, const char *name)
{
    const struct arg *list = args->command->args;

    for (int i = 0; list && list[i].name; i++)
        if (strcmp(list[i].name, name) == 0)
            return i;
    return -1;
}

/* The slot when it has something; NULL when nothing was given. A name that the command does not
 * declare is a slip in its source. */
static const struct arg_slot *slot_filled(const struct args *args, const char *name)
{
    int i = slot_place(args, name);

    must(i >= 0);
    return args->slots[i].count > 0 ? &args->slots[i] : NULL;
}

void args_init(struct args *args, const struct command *command, struct arena *arena,
               const struct date_habit *habit, const struct notation *notation)
{
    *args =
        (struct args){.command = command, .arena = arena, .habit = *habit, .notation = notation};
    args->slots = arena_new(arena, (size_t)(args_total(command) + 1) * sizeof *args->slots);
}

static enum err name_unknown(const struct args *args, const char *name, struct note *note)
{
    const struct arg *list = args->command->args, *near = NULL;
    int nearest = 99;

    for (; list && list->name; list++) {
        int distance = word_distance(name, list->name);
        if (distance < nearest) {
            nearest = distance;
            near = list;
        }
    }
    if (near)
        return fail(note, ERR_USAGE, "unknown argument --%.40s: did you mean --%s?", name,
                    near->name);
    const char *verb = args->command->verb;
    return fail(note, ERR_USAGE, "unknown argument --%.40s; `arledger %s%s%s --help` lists them",
                name, args->command->noun, verb ? " " : "", verb ? verb : "");
}

struct row_target {
    struct arg_slot *slot;
    struct arena *arena;
};

static void row_keep(void *self, struct arg_row row)
{
    struct row_target *target = self;
    struct arg_slot *slot = target->slot;

    slot->rows =
        arena_grow(target->arena, slot->rows, slot->count, &slot->room, sizeof *slot->rows);
    slot->rows[slot->count++] = row;
}

static enum err slot_set(struct args *args, const struct arg *arg, struct arg_slot *slot,
                         const char *text, struct note *note)
{
    struct value_habits habits = {&args->habit, args->notation, args->arena};

    if (arg->kind == ARG_ROWS) {
        struct row_target target = {slot, args->arena};
        int before = slot->count;
        enum err e = rows_read(&habits, arg, text, row_keep, &target, note);
        if (e != ERR_OK)
            slot->count = before;
        return e;
    }
    struct value value;
    TRY(value_read(&habits, arg->kind, arg->choices, text, &value, note));
    slot->values =
        arena_grow(args->arena, slot->values, slot->count, &slot->room, sizeof *slot->values);
    slot->values[slot->count++] = value;
    return ERR_OK;
}

enum err args_set(struct args *args, const char *name, const char *text, struct note *note)
{
    int i = slot_place(args, name);
    struct note inner = {0};

    if (i < 0)
        return name_unknown(args, name, note);
    const struct arg *arg = &args->command->args[i];
    struct arg_slot *slot = &args->slots[i];
    if (!slot->given)
        slot->count = 0; /* a default gives way */
    else if (!(arg->flags & ARG_MANY) && arg->kind != ARG_ROWS)
        return fail(note, ERR_USAGE, "--%s is given twice; give it once", name);
    enum err e = slot_set(args, arg, slot, text, &inner);
    if (e != ERR_OK)
        return fail(note, e, "--%s: %s", name, inner.text);
    slot->given = true;
    return ERR_OK;
}

enum err args_clear(struct args *args, const char *name)
{
    int i = slot_place(args, name);

    if (i < 0)
        return ERR_USAGE;
    args->slots[i].count = 0;
    args->slots[i].given = false;
    return ERR_OK;
}

static const struct arg *bare_arg(const struct args *args)
{
    for (const struct arg *a = args->command->args; a && a->name; a++)
        if ((a->flags & ARG_BARE) && (!args_given(args, a->name) || (a->flags & ARG_MANY)))
            return a;
    return NULL;
}

static const struct arg *line_arg(const struct args *args)
{
    for (const struct arg *a = args->command->args; a && a->name; a++)
        if (a->flags & ARG_LINE)
            return a;
    return NULL;
}

/* One more word of the line that the command is given; it begins with one that stands alone. */
static enum err line_add(struct args *args, const struct arg *line, const char *word,
                         struct note *note)
{
    struct buf whole;

    buf_init(&whole, TEXT_MAX);
    buf_format(&whole, "%s ", args_get(args, line->name));
    word_quote(&whole, word);
    const char *text = arena_text(args->arena, whole.data);
    buf_done(&whole);
    TRY(args_clear(args, line->name));
    return args_set(args, line->name, text, note);
}

enum err args_words(struct args *args, int count, char *const *words, struct note *note)
{
    const struct arg *line = line_arg(args);

    for (int w = 0; w < count; w++) {
        const char *word = words[w];
        if (strncmp(word, "--", 2) != 0 || !word[2]) {
            const struct arg *bare = bare_arg(args);
            if (!bare && line) {
                TRY(line_add(args, line, word, note));
                continue;
            }
            if (!bare)
                return fail(note, ERR_USAGE,
                            "'%.40s' stands alone; arguments are written --name value, and "
                            "a value with blanks in quotes",
                            word);
            TRY(args_set(args, bare->name, word, note));
            continue;
        }
        const char *equals = strchr(word, '=');
        size_t len = equals ? (size_t)(equals - word) - 2 : strlen(word) - 2;
        const char *name = arena_bytes(args->arena, word + 2, len);
        int i = slot_place(args, name);
        if (i < 0 && line && args_given(args, line->name)) {
            TRY(line_add(args, line, word, note));
            continue;
        }
        if (i < 0)
            return name_unknown(args, name, note);
        if (equals) {
            TRY(args_set(args, name, equals + 1, note));
        } else if (args->command->args[i].kind == ARG_FLAG) {
            TRY(args_set(args, name, "yes", note));
        } else if (w + 1 == count || (strncmp(words[w + 1], "--", 2) == 0 &&
                                      slot_place(args, words[w + 1] + 2) >= 0)) {
            return fail(note, ERR_USAGE, "--%s has no value; write --%s VALUE", name, name);
        } else {
            TRY(args_set(args, name, words[++w], note));
        }
    }
    return ERR_OK;
}

/* A required text that says nothing was not given. */
static bool is_blank(const struct args *args, const struct arg *arg)
{
    if (arg->kind != ARG_TEXT || (arg->flags & ARG_EMPTIES))
        return false;
    const char *text = args_get(args, arg->name);
    return text && !text[strspn(text, " ")];
}

static const struct value *day_given(const struct args *args, const char *name)
{
    const int place = slot_place(args, name);

    if (place < 0 || args->command->args[place].kind != ARG_DATE || !args->slots[place].count)
        return NULL;
    return &args->slots[place].values[0];
}

enum err args_span(const struct args *args, const char *first, const char *last, struct note *note)
{
    const struct value *begin = day_given(args, first), *end = day_given(args, last);
    char from[DATE_TEXT], to[DATE_TEXT];

    if (!begin || !end || end->date.day >= begin->date.day)
        return ERR_OK;
    return fail(note, ERR_INPUT, "--%s %s lies before --%s %s", last, date_iso(end->date, to),
                first, date_iso(begin->date, from));
}

enum err args_check(struct args *args, struct note *note)
{
    const struct arg *list = args->command->args;

    for (int i = 0; list && list[i].name; i++) {
        struct arg_slot *slot = &args->slots[i];
        struct note inner = {0};
        if (slot->count > 0 && (list[i].flags & ARG_REQUIRED) && is_blank(args, &list[i]))
            return fail(note, ERR_USAGE, "--%s is empty: %s", list[i].name, list[i].help);
        if (slot->count > 0)
            continue;
        if (list[i].otherwise) {
            enum err e = slot_set(args, &list[i], slot, list[i].otherwise, &inner);
            if (e != ERR_OK)
                return fail(note, e, "--%s, by default: %s", list[i].name, inner.text);
        } else if (list[i].flags & ARG_REQUIRED) {
            return fail(note, ERR_USAGE, "--%s is missing: %s", list[i].name, list[i].help);
        }
    }
    return args_span(args, "from", "to", note);
}

static void slot_text(struct buf *out, const struct arg *arg, const struct arg_slot *slot,
                      unsigned without, bool said)
{
    struct buf rows;

    if (arg->kind != ARG_ROWS) {
        for (int i = 0; i < slot->count; i++) {
            buf_format(out, " --%s", arg->name);
            if (arg->kind == ARG_FLAG && slot->values[i].number)
                continue;
            buf_char(out, arg->kind == ARG_FLAG ? '=' : ' ');
            const struct value *value = &slot->values[i];
            word_quote(out, said && value->said ? value->said : value->text);
        }
        return;
    }
    buf_init(&rows, TEXT_MAX);
    for (int i = 0; i < slot->count; i++) {
        bool list = arg->rows_style == ROWS_LIST;
        if (list && i > 0)
            buf_text(&rows, "; ");
        row_show(&rows, arg, &slot->rows[i], without);
        if (list && i + 1 < slot->count)
            continue;
        buf_format(out, " --%s ", arg->name);
        word_quote(out, rows.data);
        buf_reset(&rows);
    }
    buf_done(&rows);
}

static const char *line_text(const struct args *args, unsigned without, bool said,
                             struct arena *arena)
{
    const struct arg *list = args->command->args;
    struct buf out;

    buf_init(&out, TEXT_MAX);
    buf_text(&out, args->command->noun);
    if (args->command->verb)
        buf_format(&out, " %s", args->command->verb);
    for (int i = 0; list && list[i].name; i++)
        if (args->slots[i].given && !(list[i].flags & without))
            slot_text(&out, &list[i], &args->slots[i], without, said);
    const char *text = arena_bytes(arena, out.data, out.len);
    buf_done(&out);
    return text;
}

const char *args_text(const struct args *args, bool personal, struct arena *arena)
{
    return line_text(args, ARG_SECRET | (personal ? 0u : (unsigned)ARG_PERSONAL), false, arena);
}

const char *args_said(const struct args *args, struct arena *arena)
{
    return line_text(args, ARG_SECRET, true, arena);
}

bool args_given(const struct args *args, const char *name)
{
    int i = slot_place(args, name);

    return i >= 0 && args->slots[i].given;
}

static const struct value *value_first(const struct args *args, const char *name)
{
    const struct arg_slot *slot = slot_filled(args, name);

    return slot && slot->values ? &slot->values[0] : NULL;
}

const char *args_get(const struct args *args, const char *name)
{
    const struct value *v = value_first(args, name);

    return v ? v->text : NULL;
}

int64_t args_number(const struct args *args, const char *name, int64_t otherwise)
{
    const struct value *v = value_first(args, name);

    return v ? v->number : otherwise;
}

struct date args_date(const struct args *args, const char *name, struct date otherwise)
{
    const struct value *v = value_first(args, name);

    return v ? v->date : otherwise;
}

const char *args_day_said(const struct args *args, const char *name)
{
    const struct value *v = value_first(args, name);

    return v ? v->said : NULL;
}

bool args_flag(const struct args *args, const char *name)
{
    return args_number(args, name, 0) != 0;
}

int args_choice(const struct args *args, const char *name, int otherwise)
{
    return (int)args_number(args, name, otherwise);
}

struct ratio args_ratio(const struct args *args, const char *name)
{
    const struct value *v = value_first(args, name);

    return v ? v->ratio : (struct ratio){0, 0};
}

enum err args_money(const struct args *args, const char *name, struct currency assume,
                    struct money *out, bool *given, struct note *note)
{
    const struct value *v = value_first(args, name);
    struct note inner = {0};

    *given = v != NULL;
    *out = money_of(0, assume);
    if (!v)
        return ERR_OK;
    /* value_read left it in the plain notation */
    enum err e = money_parse(v->text, &notation_plain, assume, out, &inner);
    if (e != ERR_OK)
        return fail(note, e, "--%s: %s", name, inner.text);
    return ERR_OK;
}

int args_count(const struct args *args, const char *name)
{
    const struct arg_slot *slot = slot_filled(args, name);

    return slot ? slot->count : 0;
}

const struct arg_row *args_row(const struct args *args, const char *name, int n)
{
    const struct arg_slot *slot = slot_filled(args, name);

    return slot && slot->rows && n >= 0 && n < slot->count ? &slot->rows[n] : NULL;
}

const char *args_nth(const struct args *args, const char *name, int n)
{
    const struct arg_slot *slot = slot_filled(args, name);

    return slot && slot->values && n >= 0 && n < slot->count ? slot->values[n].text : NULL;
}
