#include "io/bankmap.h"

#include "base/text.h"
#include "io/maptext.h"

#include <stdlib.h>
#include <string.h>

static const char *const field_names[BANK_FIELDS] = {
#define X(field, name) name,
    BANK_FIELD_LIST(X)
#undef X
};

const char *bankmap_field(int field)
{
    return field_names[field];
}

static int field_of(const char *name)
{
    for (int field = 0; field < BANK_FIELDS; field++)
        if (strcmp(field_names[field], name) == 0)
            return field;
    return -1;
}

static enum err set_option(struct bank_map *map, const char *key, const char *value,
                           struct note *note)
{
    static const char *const orders[] = {
        [DATE_YMD] = "ymd", [DATE_DMY] = "dmy", [DATE_MDY] = "mdy"};

    if (strcmp(key, "header") == 0 && *value != '\0' && strlen(value) < 6 &&
        value[strspn(value, "0123456789")] == '\0')
        map->header = (int)strtol(value, NULL, 10);
    else if (strcmp(key, "decimal") == 0 && (strcmp(value, ".") == 0 || strcmp(value, ",") == 0))
        map->decimal = *value;
    else if (strcmp(key, "invert") == 0 && (strcmp(value, "yes") == 0 || strcmp(value, "no") == 0))
        map->invert = *value == 'y';
    else if (strcmp(key, "delimiter") == 0 && strcmp(value, "tab") == 0)
        map->delimiter = '\t';
    else if (strcmp(key, "delimiter") == 0 && strlen(value) == 1 && strchr(",;|", *value) != NULL)
        map->delimiter = *value;
    else if (strcmp(key, "dates") == 0)
        for (int i = 0; i < 3; i++) {
            if (strcmp(orders[i], value) != 0)
                continue;
            map->order = (enum date_order)i;
            map->order_known = true;
            return ERR_OK;
        }
    else
        return fail(note, ERR_USAGE,
                    "--map: %s=%.40s is neither a column nor an option of a bank's file; options "
                    "are header, dates, decimal, delimiter, invert",
                    key, value);
    if (strcmp(key, "dates") == 0)
        return fail(note, ERR_USAGE, "--map: dates is ymd, dmy or mdy, not '%.20s'", value);
    return ERR_OK;
}

enum err bankmap_parse(const char *text, struct arena *arena, struct note *note,
                       struct bank_map *out)
{
    char *copy = arena_text(arena, text), *key, *value;
    struct bank_map map = {.header = 1};

    for (int i = 0; i < BANK_FIELDS; i++)
        map.column[i] = -1;
    for (;;) {
        maptext_next(&copy, &key, &value);
        if (key == NULL)
            break;
        if (value == NULL)
            return fail(note, ERR_USAGE, "--map: '%.40s' is no FIELD=COLUMN", key);
        const int field = field_of(key);
        if (field == BANK_FIELD_TEXT && map.text_count == BANK_TEXTS_MAX)
            return fail(note, ERR_USAGE, "--map: text stands more than %d times", BANK_TEXTS_MAX);
        if (field < 0)
            TRY(set_option(&map, key, value, note));
        else if (field == BANK_FIELD_TEXT)
            map.named_texts[map.text_count++] = value;
        else if (map.named[field] != NULL)
            return fail(note, ERR_USAGE, "--map: %s stands there twice", key);
        else
            map.named[field] = value;
    }
    *out = map;
    return ERR_OK;
}

static enum err find_column(const char *name, const char *field, int count,
                            const char *const *names, struct note *note, int *out)
{
    const bool number =
        *name != '\0' && strlen(name) < 4 && name[strspn(name, "0123456789")] == '\0';

    for (*out = 0; names != NULL && *out < count; ++*out)
        if (text_same(names[*out], name))
            return ERR_OK;
    *out = number ? (int)strtol(name, NULL, 10) - 1 : -1;
    if (*out >= 0 && *out < count)
        return ERR_OK;
    return fail(note, ERR_USAGE,
                "--map: there is no column '%.60s' for %s; the file has %d columns", name, field,
                count);
}

/* Without these nothing can be read. */
static enum err judge(const struct bank_map *map, struct note *note)
{
    if (map->column[BANK_FIELD_DATE] < 0)
        return fail(note, ERR_USAGE, "--map: which column has the day? Say date=COLUMN");
    if (map->column[BANK_FIELD_AMOUNT] < 0 && map->column[BANK_FIELD_IN] < 0 &&
        map->column[BANK_FIELD_OUT] < 0)
        return fail(note, ERR_USAGE,
                    "--map: which column has the amount? Say amount=COLUMN, or in=COLUMN and "
                    "out=COLUMN");
    return ERR_OK;
}

enum err bankmap_resolve(struct bank_map *map, int count, const char *const *names,
                         struct note *note)
{
    for (int i = 0; i < BANK_FIELDS; i++)
        if (map->named[i] != NULL)
            TRY(find_column(map->named[i], field_names[i], count, names, note, &map->column[i]));
    for (int i = 0; i < map->text_count; i++)
        TRY(find_column(map->named_texts[i], "text", count, names, note, &map->texts[i]));
    return judge(map, note);
}
