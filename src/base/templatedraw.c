/* templatedraw: part of template: a page from a template and its fields. */
#include "base/templateparts.h"

#include "base/buf.h"

#include <string.h>

#define DRAWN_MAX ((size_t)64 << 20) /* bytes of text on one page */
#define STEPS_MAX 4000000            /* nodes and rows of one page */

/* The row of a loop that is being drawn, and the loops around it. */
struct scope {
    const char *word;
    const struct fields *row;
    int number;
    const struct scope *above;
};

struct drawing {
    struct sayer say;
    struct page *page;
    struct note *note;
    bool own; /* it is the template's, also for tables */
    const struct page_words *said;
    size_t drawn, steps;
};

static enum err step(struct drawing *d, size_t bytes)
{
    d->drawn += bytes;
    if (++d->steps > STEPS_MAX || d->drawn > DRAWN_MAX)
        return fail(d->note, ERR_LIMIT, "%s: what it draws is too long", d->say.template->name);
    return ERR_OK;
}

/* ---- values --------------------------------------------------------------------------------- */

static const struct scope *scope_of(const struct scope *scope, const char *word)
{
    while (scope && strcmp(scope->word, word) != 0)
        scope = scope->above;
    return scope;
}

static const struct fields_value *count_of(const struct drawing *d, const struct scope *scope,
                                           const char *name)
{
    struct fields_value *value = arena_new(&d->page->arena, sizeof *value);

    if (strcmp(name, "number") == 0)
        value->cell = cell_int(scope->number);
    else
        value->cell = cell_number(CELL_FLAG, strcmp(name, "first") == 0 ? scope->number == 1
                                                                        : !scope->row->next);
    return value;
}

/* NULL = empty. */
static const struct fields_value *value_of(const struct drawing *d, const struct scope *scope,
                                           const struct place *place)
{
    if (!place->row)
        return fields_find(d->say.fields, place->name);
    scope = scope_of(scope, place->row);
    if (!scope)
        return NULL;
    const struct fields_value *value = fields_find(scope->row, place->name);
    if (!value && !vocabulary_find(scope->row->vocabulary, scope->row->list, place->name))
        return count_of(d, scope, place->name);
    return value;
}

/* ---- texts ---------------------------------------------------------------------------------- */

/* The text, and whether it has values and all of them are empty. */
static enum err text_said(struct drawing *d, const struct scope *scope, const struct piece *pieces,
                          const char **out, bool *empty)
{
    bool any = false, full = false;
    struct buf text;

    buf_init(&text, DRAWN_MAX);
    for (const struct piece *piece = pieces; piece; piece = piece->next) {
        const char *words =
            piece->text ? piece->text : template_say(&d->say, value_of(d, scope, &piece->place));
        any = any || !piece->text;
        full = full || (!piece->text && *words);
        buf_text(&text, words);
    }
    *empty = any && !full;
    *out = arena_text(&d->page->arena, text.data);
    const enum err e = step(d, text.len);
    buf_done(&text);
    return e;
}

static bool is_true(const struct fields_value *value)
{
    if (!value)
        return false;
    switch (value->cell.kind) {
    case CELL_NONE: return false;
    case CELL_TEXT:
    case CELL_CODE:
    case CELL_BAR: return value->cell.text[0] != 0;
    case CELL_MONEY: return value->cell.money.minor != 0;
    case CELL_DATE: return date_is(value->cell.date);
    default: return value->cell.number != 0;
    }
}

static bool holds(const struct drawing *d, const struct scope *scope, const struct node *node)
{
    if (node->place.kind == CELL_BAR) { /* a list */
        const struct fields_list *list = fields_list(d->say.fields, node->place.name);
        return (list && list->first) != node->negated;
    }
    const struct fields_value *value = value_of(d, scope, &node->place);
    if (!node->word)
        return is_true(value) != node->negated;
    const char *plain = value ? cell_plain(&value->cell, &d->page->arena) : "";
    return (strcmp(plain, node->word) == 0) != node->negated;
}

/* ---- tables --------------------------------------------------------------------------------- */

struct shown {
    const struct node *node;
    const struct scope *scope; /* of {for} around it */
};

struct tabling {
    struct drawing *d;
    const struct node *node;
    const struct fields_list *list;
    struct shown shown[TEMPLATE_COLUMNS];
    struct column columns[TEMPLATE_COLUMNS];
    int count;
    const struct node *proof;
    const struct scope *proof_scope;
};

static const struct fields *rows_of(const struct drawing *d, const struct place *place)
{
    const struct fields_list *list = fields_list(d->say.fields, place->name);

    return list ? list->first : NULL;
}

static enum err columns_find(struct tabling *t, const struct scope *scope, const struct node *node)
{
    struct drawing *d = t->d;

    for (; node; node = node->next) {
        TRY(step(d, 0));
        if (node->kind == NODE_IF) {
            TRY(columns_find(t, scope, holds(d, scope, node) ? node->inside : node->otherwise));
        } else if (node->kind == NODE_FOR) {
            int number = 0;
            for (const struct fields *row = rows_of(d, &node->place); row; row = row->next) {
                struct scope *inner = arena_new(&d->page->arena, sizeof *inner);
                *inner = (struct scope){node->word, row, ++number, scope};
                TRY(step(d, 0));
                TRY(columns_find(t, inner, node->inside));
            }
        } else if (node->kind == NODE_PROOF) {
            t->proof = node;
            t->proof_scope = scope;
        } else {
            if (t->count == TEMPLATE_COLUMNS)
                return fail(d->note, ERR_LIMIT, "%s: a table has at most %d columns",
                            d->say.template->name, TEMPLATE_COLUMNS);
            t->shown[t->count++] = (struct shown){node, scope};
        }
    }
    return ERR_OK;
}

/* A column of one value has the value's kind. */
static const struct place *single(const struct node *column)
{
    const struct piece *piece = column->parts[1];

    return piece && !piece->text && !piece->next ? &piece->place : NULL;
}

static struct scope row_scope(const struct tabling *t, int i, const struct fields *row, int number)
{
    return (struct scope){t->node->word, row, number, t->shown[i].scope};
}

static bool is_text(enum cell_kind kind)
{
    return kind == CELL_TEXT || kind == CELL_CODE;
}

static enum cell_kind kind_of(const struct tabling *t, int i)
{
    const struct place *place = single(t->shown[i].node);
    enum cell_kind kind = place ? place->kind : CELL_TEXT;

    for (const struct fields *row = t->list ? t->list->first : NULL; place && row;
         row = row->next) {
        const struct scope scope = row_scope(t, i, row, 1);
        const struct fields_value *value = value_of(t->d, &scope, place);
        if (row->kind == ROW_DATA && value && value->cell.kind != CELL_NONE) {
            kind = is_text(kind) && is_text(value->cell.kind) ? kind : value->cell.kind;
            break;
        }
    }
    return is_text(kind) && t->shown[i].node->code ? CELL_CODE : kind;
}

/* The first value of a column gives it its machine name. */
static const char *value_name(const struct node *column)
{
    for (const struct piece *piece = column->parts[1]; piece; piece = piece->next)
        if (!piece->text)
            return piece->place.name;
    return "text";
}

/* One column each: amount, amount-2, amount-3. */
static const char *column_name(const struct tabling *t, int i)
{
    const char *name = value_name(t->shown[i].node);
    int same = 1;

    for (int k = 0; k < i; k++)
        same += strcmp(value_name(t->shown[k].node), name) == 0;
    return same == 1 ? name : arena_format(&t->d->page->arena, "%s-%d", name, same);
}

static enum err columns_make(struct tabling *t)
{
    for (int i = 0; i < t->count; i++) {
        const struct node *node = t->shown[i].node;
        const char *title;
        bool empty;
        TRY(text_said(t->d, t->shown[i].scope, node->parts[0], &title, &empty));
        t->columns[i] =
            (struct column){.name = column_name(t, i),
                            .title = title,
                            .kind = kind_of(t, i),
                            .worth = node->worth,
                            .flags = node->flags};
    }
    return ERR_OK;
}

static enum err cell_make(struct tabling *t, int i, const struct fields *row, int number,
                          struct cell *out)
{
    const struct scope scope = row_scope(t, i, row, number);
    const struct node *node = t->shown[i].node;
    const enum cell_kind kind = t->columns[i].kind;
    const struct place *place = single(node);
    bool empty;

    *out = cell_none();
    if (is_text(kind)) {
        const char *text;
        TRY(text_said(t->d, &scope, node->parts[1], &text, &empty));
        *out = kind == CELL_CODE ? cell_code(text) : cell_text(text);
        return ERR_OK;
    }
    const struct fields_value *value = value_of(t->d, &scope, place);
    if (value && value->cell.kind == kind)
        *out = value->cell;
    return step(t->d, sizeof *out);
}

static enum err row_make(struct tabling *t, const struct fields *row, int number,
                         struct sink *sink)
{
    struct cell cells[TEMPLATE_COLUMNS] = {{0}};
    const struct row made = {row->kind, row->id ? row->id : number, row->mark, cells};

    TRY(step(t->d, 0));
    if (row->kind == ROW_GROUP) {
        const struct fields_value *name = fields_find(row, "group");
        cells[0] = cell_code(name ? cell_show(&name->cell, NULL, &t->d->page->arena) : "");
    } else {
        for (int i = 0; i < t->count; i++)
            TRY(cell_make(t, i, row, number, &cells[i]));
    }
    return sink->row(sink->self, &made);
}

static enum err table_draw(struct drawing *d, const struct scope *scope, const struct node *node)
{
    struct tabling t = {.d = d, .node = node, .list = fields_list(d->say.fields, node->place.name)};
    const char *proof = NULL;
    int number = 0;
    bool empty;

    TRY(columns_find(&t, scope, node->inside));
    if (t.count == 0)
        return ERR_OK;
    TRY(columns_make(&t));
    const struct table_head head = {NULL, NULL, t.columns, t.count};
    struct sink sink = table_sink(page_table(d->page));
    d->page->last->words = d->said;
    if (d->own)
        d->page->last->notation = d->say.notation;
    TRY(sink.head(sink.self, &head));
    for (const struct fields *row = t.list ? t.list->first : NULL; row; row = row->next)
        TRY(row_make(&t, row, ++number, &sink));
    if (t.proof)
        TRY(text_said(d, t.proof_scope, t.proof->parts[0], &proof, &empty));
    return sink.foot(sink.self, proof);
}

/* ---- blocks --------------------------------------------------------------------------------- */

static void block_draw(const struct drawing *d, const struct node *node,
                       const char *const text[NODE_PARTS])
{
    struct page *page = d->page;

    switch (node->kind) {
    case NODE_TEXT: page_text(page, text[0]); break;
    case NODE_TITLE: page->title = text[0]; break;
    case NODE_SUBTITLE: page->subtitle = text[0]; break;
    case NODE_HEADING: page_heading(page, 2, text[0]); break;
    case NODE_PAIR: page_pair(page, text[0], text[1]); break;
    case NODE_SUM:
        page_figure(page, text[0], text[1],
                    text[2] ? arena_format(&page->arena, " %s", text[2]) : NULL);
        break;
    case NODE_CODE: page_code(page, text[0], text[1]); break;
    default: must(false);
    }
}

static enum err texts_draw(struct drawing *d, const struct scope *scope, const struct node *node)
{
    const char *text[NODE_PARTS] = {NULL};
    bool empty[NODE_PARTS] = {false};

    for (int i = 0; i < node->count; i++)
        TRY(text_said(d, scope, node->parts[i], &text[i], &empty[i]));
    if (node->count > 2 && empty[2])
        text[2] = NULL;
    if (!empty[node->count > 1 ? 1 : 0])
        block_draw(d, node, text);
    return ERR_OK;
}

static enum err nodes_draw(struct drawing *d, const struct scope *scope, const struct node *node)
{
    for (; node; node = node->next) {
        TRY(step(d, 0));
        switch (node->kind) {
        case NODE_SPACE: page_space(d->page); break;
        case NODE_RULE: page_rule(d->page); break;
        case NODE_PAGE: page_break(d->page); break;
        case NODE_LOGO: d->page->logo = d->say.fields->logo; break;
        case NODE_TABLE: TRY(table_draw(d, scope, node)); break;
        case NODE_IF:
            TRY(nodes_draw(d, scope, holds(d, scope, node) ? node->inside : node->otherwise));
            break;
        case NODE_FOR: {
            int number = 0;
            for (const struct fields *row = rows_of(d, &node->place); row; row = row->next) {
                const struct scope inner = {node->word, row, ++number, scope};
                TRY(step(d, 0));
                TRY(nodes_draw(d, &inner, node->inside));
            }
            break;
        }
        default: TRY(texts_draw(d, scope, node));
        }
    }
    return ERR_OK;
}

/* What the writers of the page, and of the tables on it, say by themselves. */
static void words_take(struct drawing *d)
{
    struct page_words *words = arena_new(&d->page->arena, sizeof *words);
    const char **ours[] = {&words->sheet, &words->sheets, &words->total, &words->carried,
                           &words->brought};

    *words = page_words_english;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        const char *theirs = template_word(&d->say, *ours[i]);
        if (theirs)
            *ours[i] = arena_text(&d->page->arena, theirs);
    }
    d->page->words = *words;
    d->said = words;
}

enum err template_draw(const struct template *template, const struct template *words,
                       const struct fields *fields, struct page *page, struct note *note)
{
    struct drawing d = {.say = {.template = template,
                                .words = words,
                                .fields = fields,
                                .arena = &page->arena},
                        .page = page,
                        .note = note};
    struct notation *notation = &d.say.notation;

    /* what nobody said is left to the reader in tables, and is ours in sentences */
    *notation = template->notation.decimal || !words ? template->notation : words->notation;
    if (template->notation.dates)
        notation->dates = template->notation.dates;
    d.own = notation->decimal || notation->dates;
    if (!notation->decimal)
        *notation =
            (struct notation){.decimal = '.', .group = ',', .dates = notation->dates};
    words_take(&d);
    return nodes_draw(&d, NULL, template->first);
}
