#include "base/fields.h"

#include <string.h>

const struct vocabulary *vocabulary_find(const struct vocabulary *rows, const char *list,
                                         const char *name)
{
    for (; rows->name; rows++)
        if (strcmp(rows->list, list) == 0 && strcmp(rows->name, name) == 0)
            return rows;
    return NULL;
}

/* How many letters must be changed, added or taken away; a small one speaks of a slip. */
static size_t slips(const char *a, const char *b)
{
    size_t row[64];
    const size_t len = strlen(b);

    if (len >= 63 || strlen(a) >= 63)
        return 63;
    for (size_t k = 0; k <= len; k++)
        row[k] = k;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t k = 1; k <= len; k++) {
            const size_t above = row[k];
            size_t best = corner + (a[i - 1] != b[k - 1]);
            best = best < above + 1 ? best : above + 1;
            best = best < row[k - 1] + 1 ? best : row[k - 1] + 1;
            row[k] = best;
            corner = above;
        }
    }
    return row[len];
}

const char *vocabulary_near(const struct vocabulary *rows, const char *list, const char *name,
                            bool lists)
{
    const char *best = NULL;
    size_t least = 3;

    for (; rows->name; rows++) {
        const char *word = lists ? rows->list : rows->name;
        if (lists ? *rows->name != 0 : strcmp(rows->list, list) != 0 || !*rows->name)
            continue;
        const size_t n = slips(name, word);
        if (n < least) {
            least = n;
            best = word;
        }
    }
    return best;
}

void fields_init(struct fields *fields, struct arena *arena, const struct vocabulary *vocabulary)
{
    *fields = (struct fields){.arena = arena, .vocabulary = vocabulary, .list = "", .mark = ' '};
}

static bool is_text(enum cell_kind kind)
{
    return kind == CELL_TEXT || kind == CELL_CODE || kind == CELL_BAR;
}

static struct fields_value *value_add(struct fields *fields, const char *name, struct cell cell)
{
    must(vocabulary_find(fields->vocabulary, fields->list, name) != NULL);
    struct fields_value *value = arena_new(fields->arena, sizeof *value);
    if (is_text(cell.kind))
        cell.text = arena_text(fields->arena, cell.text ? cell.text : "");
    *value = (struct fields_value){
        .name = arena_text(fields->arena, name),
        .cell = cell,
        .of = fields,
        .next = fields->values};
    fields->values = value;
    return value;
}

void fields_put(struct fields *fields, const char *name, struct cell cell)
{
    value_add(fields, name, cell);
}

void fields_text(struct fields *fields, const char *name, const char *text)
{
    value_add(fields, name, cell_text(text));
}

void fields_word(struct fields *fields, const char *name, const char *word)
{
    value_add(fields, name, cell_text(word))->word = true;
}

void fields_pattern(struct fields *fields, const char *name, const char *text)
{
    value_add(fields, name, cell_text(text))->pattern = true;
}

void fields_sentence(struct fields *fields, const char *name, const char *sentence)
{
    struct fields_value *value = value_add(fields, name, cell_text(sentence));

    value->word = value->pattern = true;
}

void fields_date(struct fields *fields, const char *name, struct date date)
{
    value_add(fields, name, cell_date(date));
}

void fields_money(struct fields *fields, const char *name, struct money money)
{
    value_add(fields, name, cell_money(money));
}

void fields_flag(struct fields *fields, const char *name, bool flag)
{
    value_add(fields, name, cell_number(CELL_FLAG, flag));
}

const struct fields_list *fields_list(const struct fields *fields, const char *name)
{
    for (const struct fields_list *list = fields->lists; list; list = list->next)
        if (strcmp(list->name, name) == 0)
            return list;
    return NULL;
}

static struct fields_list *list_get(struct fields *fields, const char *name)
{
    for (struct fields_list *list = fields->lists; list; list = list->next)
        if (strcmp(list->name, name) == 0)
            return list;
    must(vocabulary_find(fields->vocabulary, name, "") != NULL);
    struct fields_list *list = arena_new(fields->arena, sizeof *list);
    *list = (struct fields_list){.name = arena_text(fields->arena, name), .next = fields->lists};
    fields->lists = list;
    return list;
}

struct fields *fields_row(struct fields *fields, const char *name)
{
    struct fields_list *list = list_get(fields, name);
    struct fields *row = arena_new(fields->arena, sizeof *row);

    fields_init(row, fields->arena, fields->vocabulary);
    row->list = list->name;
    if (list->last)
        list->last->next = row;
    else
        list->first = row;
    list->last = row;
    return row;
}

const struct fields_value *fields_find(const struct fields *fields, const char *name)
{
    for (const struct fields_value *value = fields->values; value; value = value->next)
        if (strcmp(value->name, name) == 0)
            return value;
    return NULL;
}

/* ---- a table's rows ---- */

static enum err take_head(void *self, const struct table_head *head)
{
    struct fields_sink *taking = self;
    struct arena *arena = taking->fields->arena;
    struct column *columns = arena_new(arena, (size_t)(head->count + 1) * sizeof *columns);

    for (int i = 0; i < head->count; i++)
        columns[i] = (struct column){.name = arena_text(arena, head->columns[i].name)};
    taking->columns = columns;
    taking->count = head->count;
    return ERR_OK;
}

static enum err take_row(void *self, const struct row *row)
{
    struct fields_sink *taking = self;
    struct fields *to = fields_row(taking->fields, taking->list);

    to->kind = row->kind;
    to->mark = row->mark;
    to->id = row->id;
    if (row->kind == ROW_GROUP) {
        fields_put(to, "group", row->cells[0]);
        return ERR_OK;
    }
    for (int i = 0; i < taking->count; i++) {
        const char *name = taking->columns[i].name;
        if (row->cells[i].kind == CELL_NONE ||
            !vocabulary_find(to->vocabulary, taking->list, name))
            continue;
        value_add(to, name, row->cells[i])->word =
            taking->word && strcmp(taking->word, name) == 0;
    }
    return ERR_OK;
}

static enum err take_foot(void *self, const char *proof)
{
    (void)self;
    (void)proof;
    return ERR_OK;
}

struct sink fields_take(struct fields_sink *self)
{
    return (struct sink){take_head, take_row, take_foot, self};
}
