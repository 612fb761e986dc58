/* importmap: what the columns of a file mean: said, remembered by its header, or proposed. */
#include "app/import.h"
#include "app/say.h"

#include "base/buf.h"
#include "base/text.h"
#include "io/maptext.h"
#include "ledger/importfile.h"

#include <string.h>

const char *import_field_name(enum import_field field)
{
    static const char *const names[] = {
#define X(field_, name) [FIELD_##field_] = name,
        IMPORT_FIELDS(X)
#undef X
    };
    must((unsigned)field < FIELD_COUNT);
    return names[field];
}

static enum import_field field_of(const char *name)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        if (strcmp(import_field_name((enum import_field)field), name) == 0)
            return (enum import_field)field;
    return FIELD_COUNT;
}

static enum guess_kind guess_kind_of(enum import_kind kind)
{
    static const enum guess_kind kinds[] = {
        [IMPORT_CUSTOMERS] = GUESS_CUSTOMERS,
        [IMPORT_INVOICES] = GUESS_INVOICES,
        [IMPORT_PAYMENTS] = GUESS_PAYMENTS,
        [IMPORT_HISTORY] = GUESS_HISTORY,
    };
    return kinds[kind];
}

static const char *quoted(struct arena *arena, const char *value)
{
    struct buf out;

    buf_init(&out, 2 * strlen(value) + 3);
    buf_quoted(&out, value);
    value = arena_bytes(arena, out.data, out.len);
    buf_done(&out);
    return value;
}

/* Calls `each` for every "key=value" of a text parted by ; (values may be quoted). */
static enum err each_pair(struct import *import, const char *option, const char *text,
                          enum err (*each)(struct import *, const char *key, const char *value))
{
    struct note *note = import->act->note;
    char *copy = arena_text(&import->arena, text);

    for (;;) {
        char *key, *value;
        maptext_next(&copy, &key, &value);
        if (!key)
            return ERR_OK;
        if (!value)
            return fail(note, ERR_USAGE, "--%s: '%s' is no FIELD=VALUE", option, key);
        TRY(each(import, key, value));
    }
}

static enum err unknown_field(struct import *import, const char *option, const char *name)
{
    struct buf names;
    enum err e;

    buf_init(&names, 1000);
    for (const char *field = NULL; (field = guess_field_next(guess_kind_of(import->kind), field));)
        buf_format(&names, "%s%s", names.len ? ", " : "", field);
    e = fail(import->act->note, ERR_USAGE, "--%s: '%s' is no field of ours; they are %s", option,
             name, names.data);
    buf_done(&names);
    return e;
}

static enum err map_pair(struct import *import, const char *key, const char *value)
{
    const enum import_field field = field_of(key);
    struct mapping *mapping = &import->mapping;

    if (field == FIELD_COUNT)
        return unknown_field(import, "map", key);
    mapping->column[field] = reader_column(import->reader, value);
    if (field == FIELD_RATE) {
        mapping->inverted = mapping->column[field] < 0 && strncmp(value, "1/", 2) == 0;
        if (mapping->inverted)
            mapping->column[field] = reader_column(import->reader, value += 2);
    }
    if (mapping->column[field] >= 0)
        return ERR_OK;
    const struct reader_row *head = reader_head(import->reader);
    struct buf names;
    buf_init(&names, 700);
    for (int i = 0; i < head->count; i++)
        buf_format(&names, "%s%s", i ? ", " : "", head->fields[i]);
    const enum err e = fail(import->act->note, ERR_INPUT,
                            "%s, line 1: there is no column '%s' for %s; the file has %s",
                            reader_name(import->reader), value, key, names.data);
    buf_done(&names);
    return e;
}

static enum err default_pair(struct import *import, const char *key, const char *value)
{
    const enum import_field field = field_of(key);

    if (field == FIELD_COUNT)
        return unknown_field(import, "default", key);
    import->mapping.otherwise[field] = arena_text(&import->arena, value);
    return ERR_OK;
}

static void set_order(struct mapping *mapping, const char *text)
{
    mapping->order_known = true;
    mapping->order = strcmp(text, "dmy") == 0   ? DATE_DMY
                     : strcmp(text, "mdy") == 0 ? DATE_MDY
                                                : DATE_YMD;
}

static void set_decimal(struct mapping *mapping, const char *text)
{
    mapping->notation.decimal = text[0];
    mapping->notation.group = text[0] == ',' ? '.' : ',';
}

/* The end of a line; one inside quotes belongs to the name of a column. */
static char *line_end(char *line)
{
    for (bool inside = false; *line && (inside || *line != '\n'); line++)
        if (*line == '"')
            inside = !inside;
    return line;
}

/* A profile's text is lines of "option value". */
static enum err use_profile(struct import *import, const struct profile *profile)
{
    char *text = arena_text(&import->arena, profile->text);

    while (*text) {
        char *line = text, *value;
        text = line_end(text);
        if (*text)
            *text++ = 0;
        value = strchr(line, ' ');
        if (!value)
            continue;
        *value++ = 0;
        if (strcmp(line, "map") == 0)
            TRY(each_pair(import, "map", value, map_pair));
        else if (strcmp(line, "default") == 0)
            TRY(each_pair(import, "default", value, default_pair));
        else if (strcmp(line, "dates") == 0)
            set_order(&import->mapping, value);
        else if (strcmp(line, "decimal") == 0)
            set_decimal(&import->mapping, value);
    }
    return ERR_OK;
}

const char *import_profile_text(const struct import *import)
{
    const struct mapping *mapping = &import->mapping;
    const struct reader_row *head = reader_head(import->reader);
    struct arena *arena = import->act->arena;
    const char *map = "", *defaults = "";

    for (int i = 0; i < FIELD_COUNT; i++) {
        const char *name = import_field_name((enum import_field)i);
        if (mapping->column[i] >= 0)
            map = arena_format(arena, "%s%s%s=%s%s", map, *map ? "; " : "", name,
                               i == FIELD_RATE && mapping->inverted ? "1/" : "",
                               quoted(arena, head->fields[mapping->column[i]]));
        if (mapping->otherwise[i])
            defaults = arena_format(arena, "%s%s%s=%s", defaults, *defaults ? "; " : "", name,
                                    quoted(arena, mapping->otherwise[i]));
    }
    static const char *const orders[] = {
        [DATE_YMD] = "ymd", [DATE_DMY] = "dmy", [DATE_MDY] = "mdy"};
    return arena_format(arena, "map %s\n%s%s%sdates %s\ndecimal %c\n", map,
                        *defaults ? "default " : "", defaults, *defaults ? "\n" : "",
                        orders[mapping->order], mapping->notation.decimal);
}

/* Every row as it is, and what the columns look like. */
static enum err stage_rows(struct import *import, struct guess *guess)
{
    const struct reader_row *row = NULL;
    struct session *session = import->act->session;
    struct buf bytes;
    enum err e;

    buf_init(&bytes, STAGE_RECORD_MAX);
    for (;;) {
        TRY_OUT(reader_next(import->reader, &row));
        if (!row)
            break;
        guess_row(guess, row->fields);
        buf_reset(&bytes);
        buf_add(&bytes, &row->line, sizeof row->line);
        for (int i = 0; i < row->count; i++)
            buf_add(&bytes, row->fields[i], strlen(row->fields[i]) + 1);
        if (bytes.full) {
            e = reader_fail(import->reader, ERR_LIMIT, row->line, -1, "the row is too long");
            goto out;
        }
        TRY_OUT(stage_add(import->raw, bytes.data, bytes.len, NULL));
        import->rows++;
        if (import->rows % 4096 == 0 && session->progress &&
            session->progress(session->self, "Reading", import->rows, 0)) {
            e = fail(import->act->note, ERR_CANCELLED, "stopped; nothing was imported");
            goto out;
        }
    }
    guess_end(guess);
out:
    buf_done(&bytes);
    return e;
}

/* The order of dates and the decimal mark, where neither option nor profile told. */
static enum err settle_forms(struct import *import, const struct guess *guess)
{
    struct mapping *mapping = &import->mapping;
    struct note *note = import->act->note;
    static const enum import_field dates[] = {FIELD_DATE, FIELD_DUE, FIELD_PAID};
    bool either = false, known = mapping->order_known;

    for (size_t i = 0; i < sizeof dates / sizeof dates[0] && !mapping->order_known; i++) {
        const int column = mapping->column[dates[i]];
        if (column < 0)
            continue;
        switch (guess->columns[column].dates) {
        case DATES_DMY:
            mapping->order = DATE_DMY;
            known = true;
            break;
        case DATES_MDY:
            mapping->order = DATE_MDY;
            known = true;
            break;
        case DATES_EITHER: either = true; break;
        case DATES_YMD:
        case DATES_SAME:
        case DATES_NONE:
        case DATES_MIXED: break;
        }
    }
    if (either && !known)
        return fail(note, ERR_USAGE,
                    "%s: the dates fit day-month as well as month-day; say --dates dmy or --dates "
                    "mdy",
                    reader_name(import->reader));
    if (!args_given(import->act->args, "decimal") && mapping->notation.decimal == 0) {
        set_decimal(mapping, guess->decimal == ',' ? "," : ".");
        if (guess->decimal_unclear)
            return fail(note, ERR_USAGE,
                        "%s: the amounts fit a decimal comma as well as a point; say --decimal , "
                        "or --decimal .",
                        reader_name(import->reader));
    }
    return ERR_OK;
}

/* What every kind of import cannot do without; `map` is what was proposed, "" = nothing. */
static enum err judge_mapping(struct import *import, const char *map)
{
    static const struct {
        unsigned kinds;
        enum import_field field, instead;
    } needs[] = {
        {1u << IMPORT_CUSTOMERS | 1u << IMPORT_INVOICES | 1u << IMPORT_HISTORY, FIELD_CUSTOMER,
         FIELD_CUSTOMER},
        {1u << IMPORT_INVOICES | 1u << IMPORT_HISTORY, FIELD_NUMBER, FIELD_NUMBER},
        {1u << IMPORT_INVOICES | 1u << IMPORT_HISTORY | 1u << IMPORT_PAYMENTS, FIELD_DATE,
         FIELD_DATE},
        {1u << IMPORT_INVOICES | 1u << IMPORT_HISTORY | 1u << IMPORT_PAYMENTS, FIELD_AMOUNT,
         FIELD_PRICE},
        {1u << IMPORT_HISTORY, FIELD_PAID, FIELD_PAID},
    };
    const struct mapping *mapping = &import->mapping;

    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        if (!(needs[i].kinds & 1u << import->kind))
            continue;
        if (mapping->column[needs[i].field] >= 0 || mapping->otherwise[needs[i].field] ||
            mapping->column[needs[i].instead] >= 0)
            continue;
        return fail(import->act->note, ERR_USAGE,
                    "%s: no column for %s; say --map '%s=COLUMN%s%s'%s, or --default \"%s=...\"",
                    reader_name(import->reader), import_field_name(needs[i].field),
                    import_field_name(needs[i].field), *map ? "; " : "", map,
                    *map ? "" : " beside the others", import_field_name(needs[i].field));
    }
    return ERR_OK;
}

/* The proposal counts when a person confirmed it; else it is printed as the --map to give. */
static enum err use_proposal(struct import *import, const struct guess *guess)
{
    struct act *act = import->act;
    const char *map = guess_map(guess, &import->arena);

    TRY(each_pair(import, "map", map, map_pair));
    TRY(judge_mapping(import, map));
    if (!act->session->yes) {
        const char *question = say_map_question(act->arena, reader_name(import->reader), map,
                                                guess_unread(guess, &import->arena));
        if (act->session->no_input || !act->session->ask)
            return fail(
                act->note, ERR_USAGE,
                "%s: what do its columns mean? Give --yes to take this proposal, or say --map "
                "'%s'",
                reader_name(import->reader), map);
        if (!act->session->ask(act->session->self, question))
            return fail(act->note, ERR_CANCELLED,
                        "nothing was imported; say what the columns mean "
                        "with --map");
    }
    return ERR_OK;
}

enum err import_map(struct import *import)
{
    struct act *act = import->act;
    const struct args *args = act->args;
    const struct reader_row *head = reader_head(import->reader);
    struct guess guess;
    struct profile profile = {0};
    struct hash header;
    bool found = false;

    for (int i = 0; i < FIELD_COUNT; i++)
        import->mapping.column[i] = -1;
    import->mapping.notation = (struct notation){0};
    guess_init(&guess, guess_kind_of(import->kind), head->count, head->fields, &import->arena);
    TRY(stage_open(act->note, &import->raw));

    reader_header_hash(import->reader, &header);
    if (args_given(args, "profile")) {
        TRY(profile_find(act->book, PROFILE_IMPORT, args_get(args, "profile"), &header,
                         &import->arena, &profile, &found));
        if (!found)
            return fail(act->note, ERR_MISSING, "there is no import profile %s",
                        args_get(args, "profile"));
    } else if (!args_given(args, "map")) {
        TRY(profile_find(act->book, PROFILE_IMPORT, NULL, &header, &import->arena, &profile,
                         &found));
        if (found)
            import->by_profile = profile.name;
    }
    if (found)
        TRY(use_profile(import, &profile));
    if (args_given(args, "dates"))
        set_order(&import->mapping, args_get(args, "dates"));
    if (args_given(args, "decimal"))
        set_decimal(&import->mapping, args_get(args, "decimal"));
    if (args_given(args, "map"))
        TRY(each_pair(import, "map", args_get(args, "map"), map_pair));
    if (args_given(args, "default"))
        TRY(each_pair(import, "default", args_get(args, "default"), default_pair));
    guess.opening = import->kind == IMPORT_INVOICES && args_given(args, "opening");
    TRY(stage_rows(import, &guess));
    reader_digest(import->reader, &import->digest);
    if (!found && !args_given(args, "map"))
        TRY(use_proposal(import, &guess));
    TRY(settle_forms(import, &guess));
    return judge_mapping(import, "");
}
