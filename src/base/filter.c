#include "base/filterparts.h"

#include "base/filterquote.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 50, LENGTH_MOST = 4000 }; /* parentheses; bytes */

struct parser {
    const char *text, *at;
    const struct column *columns;
    int count;
    const struct date_habit *habit;
    struct filter *filter;
    struct note *note;
    int depth;
};

static size_t place(const struct parser *parser)
{
    return (size_t)(parser->at - parser->text) + 1;
}

static void skip_blanks(struct parser *parser)
{
    while (*parser->at && strchr(" \t\r\n", *parser->at))
        parser->at++;
}

static struct node *node_new(struct parser *parser, enum node_kind kind)
{
    struct node *node = arena_new(&parser->filter->arena, sizeof *node);
    node->kind = kind;
    return node;
}

/* A word or several, up to an operator; or text in quotes, where two are one quote. */
static enum err word_read(struct parser *parser, char **out, bool *quoted)
{
    struct arena *arena = &parser->filter->arena;
    const char *end = filter_quote_end(parser->at);
    const char quote = *parser->at;

    *quoted = end != NULL;
    if (!end && quote == '"')
        return fail(parser->note, ERR_INPUT,
                    "the quote that opens at character %zu of the filter is never closed",
                    place(parser));
    if (!end) {
        size_t len = strcspn(parser->at, "&|()=<>~!\"");
        *out = text_trim(arena_bytes(arena, parser->at, len));
        parser->at += len;
        return ERR_OK;
    }
    char *to = *out = arena_bytes(arena, parser->at + 1, (size_t)(end - parser->at) - 1);
    for (const char *from = parser->at + 1; from < end; from++) {
        *to++ = *from;
        if (*from == quote && from[1] == quote)
            from++;
    }
    *to = 0;
    parser->at = end + 1;
    return ERR_OK;
}

static enum op op_read(struct parser *parser)
{
    static const struct {
        const char *sign;
        enum op op;
    } ops[] = {
        {"!=", OP_NE}, {"<>", OP_NE}, {"<=", OP_LE}, {">=", OP_GE}, {"==", OP_EQ},
        {"=", OP_EQ},  {"<", OP_LT},  {">", OP_GT},  {"~", OP_HAS},
    };
    skip_blanks(parser);
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        size_t len = strlen(ops[i].sign);
        if (strncmp(parser->at, ops[i].sign, len) == 0) {
            parser->at += len;
            return ops[i].op;
        }
    }
    return OP_NONE;
}

/* "90+": what is over 90. */
static int over_find(const struct parser *parser, const char *word)
{
    const size_t digits = strspn(word, "0123456789");

    for (int i = 0; digits && strcmp(word + digits, "+") == 0 && i < parser->count; i++) {
        const char *name = parser->columns[i].name;
        if (strncmp(name, "over-", 5) == 0 && strncmp(name + 5, word, digits) == 0 &&
            !name[5 + digits])
            return i;
    }
    return -1;
}

/* By the name first, then by the title that stands on the screen. */
static int column_find(const struct parser *parser, const char *word)
{
    for (int i = 0; i < parser->count; i++)
        if (text_same(parser->columns[i].name, word))
            return i;
    for (int i = 0; i < parser->count; i++)
        if (parser->columns[i].title && text_same(parser->columns[i].title, word))
            return i;
    return over_find(parser, word);
}

static enum err column_unknown(struct parser *parser, const char *word, size_t where)
{
    struct buf names;
    buf_init(&names, 600);
    for (int i = 0; i < parser->count; i++)
        if (parser->columns[i].kind != CELL_BAR)
            buf_format(&names, "%s%s", names.len ? ", " : "", parser->columns[i].name);
    enum err e = fail(parser->note, ERR_INPUT,
                      "there is no column \"%s\" (character %zu of the filter); there are: %s",
                      word, where, names.data);
    buf_done(&names);
    return e;
}

static enum err flag_parse(const char *text, int64_t *out)
{
    static const char *const words[][2] = {
        {"0", "1"}, {"no", "yes"}, {"n", "y"}, {"false", "true"}, {"", "x"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int value = 0; value < 2; value++)
            if (text_same(text, words[i][value])) {
                *out = value;
                return ERR_OK;
            }
    return ERR_INPUT;
}

/* "5000", "5000.00", "5000 EUR": the currencies of the rows may differ, so always four decimals. */
static enum err amount_read(struct arena *arena, const char *text, struct operand *operand)
{
    char *number = arena_text(arena, text);
    size_t len = strlen(number);
    if (len > 3 && currency_find(number + len - 3, &operand->currency) == ERR_OK)
        number[len - 3] = 0;
    return decimal_parse(text_trim(number), &notation_plain, MONEY_SCALE, &operand->number, NULL);
}

static enum err day_read(const struct parser *parser, const char *text, struct date *out)
{
    if (!parser->habit)
        return date_parse_iso(text, out);
    return date_parse(text, parser->habit, parser->habit->today, out, NULL);
}

static enum err operand_read(struct parser *parser, const struct column *column, const char *text,
                             struct operand *operand)
{
    struct arena *arena = &parser->filter->arena;
    const char *right = "a number";
    enum err e = ERR_OK;
    operand->text = text_fold(arena, text);
    operand->empty = !*operand->text && column->kind != CELL_FLAG;
    operand->date = DATE_NONE;
    if (operand->empty)
        return ERR_OK;
    switch (column->kind) {
    case CELL_MONEY:
        right = "an amount such as 1234.50";
        e = amount_read(arena, text, operand);
        break;
    case CELL_INT: e = decimal_parse(text, &notation_plain, 0, &operand->number, NULL); break;
    case CELL_QUANTITY: e = decimal_parse(text, &notation_plain, 6, &operand->number, NULL); break;
    case CELL_PERCENT:
        right = "a percentage such as 2.5%";
        e = percent_parse(text, &operand->number, NULL);
        break;
    case CELL_FLAG:
        right = "yes or no";
        e = flag_parse(text, &operand->number);
        break;
    case CELL_MOMENT:
        if (moment_parse(text, &operand->number) == ERR_OK)
            return ERR_OK;
        /* fall through */
    case CELL_DATE:
        right = "a day such as 2026-11-22";
        e = day_read(parser, text, &operand->date);
        break;
    default: break;
    }
    if (e == ERR_OK)
        return ERR_OK;
    return fail(parser->note, ERR_INPUT,
                "\"%s\" before character %zu of the filter is compared with the column %s, so it "
                "must be %s", text, place(parser), column->name, right);
}

static enum err compare_parse(struct parser *parser, const char *word, size_t where, enum op op,
                              struct node **out)
{
    char *value;
    bool quoted;
    int column = column_find(parser, word);
    if (column < 0)
        return column_unknown(parser, word, where);
    skip_blanks(parser);
    TRY(word_read(parser, &value, &quoted));
    if (!quoted && !*value)
        return fail(parser->note, ERR_INPUT, "a value is missing at character %zu of the filter, "
                    "after the column %s; write \"\" for an empty one", place(parser), word);
    struct node *node = node_new(parser, NODE_COMPARE);
    node->column = column;
    node->op = op;
    if (op == OP_HAS)
        node->operand.text = text_fold(&parser->filter->arena, value);
    else
        TRY(operand_read(parser, &parser->columns[column], value, &node->operand));
    *out = node;
    return ERR_OK;
}

/* Kinds of which a column's name alone says that something is there. */
static bool is_figure(enum cell_kind kind)
{
    return kind == CELL_MONEY || kind == CELL_INT || kind == CELL_QUANTITY ||
           kind == CELL_PERCENT || kind == CELL_DATE || kind == CELL_MOMENT;
}

/* A word alone: the name of a flag or a figure, or what some cell of the row contains. */
static struct node *word_node(struct parser *parser, const char *word, bool quoted)
{
    int column = quoted ? -1 : column_find(parser, word);
    if (column >= 0 && parser->columns[column].kind == CELL_FLAG) {
        struct node *node = node_new(parser, NODE_COMPARE);
        node->column = column;
        node->op = OP_EQ;
        node->operand.number = 1;
        return node;
    }
    if (column >= 0 && is_figure(parser->columns[column].kind)) {
        struct node *node = node_new(parser, NODE_COMPARE);
        node->column = column;
        node->op = OP_THERE;
        return node;
    }
    struct node *node = node_new(parser, NODE_ANYWHERE);
    node->operand.text = text_fold(&parser->filter->arena, word);
    if (word[strspn(word, "0123456789.,+-")] == 0 && strchr(word, ',')) {
        char *to = arena_text(&parser->filter->arena, word);
        node->operand.digits = to;
        for (const char *from = word; *from; from++)
            if (*from != ',')
                *to++ = *from;
        *to = 0;
    }
    return node;
}

static enum err or_parse(struct parser *parser, struct node **out);

static enum err group_parse(struct parser *parser, struct node **out)
{
    size_t opens = place(parser);
    parser->at++;
    TRY(or_parse(parser, out));
    skip_blanks(parser);
    if (*parser->at != ')')
        return fail(parser->note, ERR_INPUT,
                    "the parenthesis that opens at character %zu of the filter is never closed",
                    opens);
    parser->at++;
    return ERR_OK;
}

static enum err term_parse(struct parser *parser, struct node **out)
{
    skip_blanks(parser);
    if (++parser->depth > DEPTH_MOST)
        return fail(parser->note, ERR_INPUT, "the filter is nested deeper than %d at character %zu",
                    DEPTH_MOST, place(parser));
    if (*parser->at == '(') {
        TRY(group_parse(parser, out));
    } else if (*parser->at == '!' && parser->at[1] != '=') {
        struct node *node = node_new(parser, NODE_NOT);
        parser->at++;
        TRY(term_parse(parser, &node->first));
        *out = node;
    } else {
        char *word;
        bool quoted;
        size_t where = place(parser);
        TRY(word_read(parser, &word, &quoted));
        if (!quoted && !*word)
            return fail(parser->note, ERR_INPUT,
                        "a column or a word is missing at character %zu of the filter, before %s",
                        where, *parser->at ? parser->at : "its end");
        enum op op = op_read(parser);
        if (op == OP_NONE)
            *out = word_node(parser, word, quoted);
        else
            TRY(compare_parse(parser, word, where, op, out));
    }
    parser->depth--;
    return ERR_OK;
}

/* Parts side by side under one node, so that long filters are wide, not deep. */
static enum err and_parse(struct parser *parser, struct node **out)
{
    struct node *node = node_new(parser, NODE_AND), **last = &node->first;
    for (;;) {
        TRY(term_parse(parser, last));
        last = &(*last)->next;
        skip_blanks(parser);
        if (!*parser->at || *parser->at == '|' || *parser->at == ')')
            break;
        if (strchr("=<>~", *parser->at))
            return fail(parser->note, ERR_INPUT,
                        "character %zu of the filter (%c) compares nothing: put & or | and a "
                        "column before it", place(parser), *parser->at);
        if (*parser->at == '&') /* two terms without a sign between them must both hold, too */
            parser->at += parser->at[1] == '&' ? 2 : 1;
    }
    *out = node->first->next ? node : node->first;
    return ERR_OK;
}

static enum err or_parse(struct parser *parser, struct node **out)
{
    struct node *node = node_new(parser, NODE_OR), **last = &node->first;
    for (;;) {
        TRY(and_parse(parser, last));
        last = &(*last)->next;
        skip_blanks(parser);
        if (*parser->at != '|')
            break;
        parser->at += parser->at[1] == '|' ? 2 : 1;
    }
    *out = node->first->next ? node : node->first;
    return ERR_OK;
}

static enum err whole_parse(struct parser *parser)
{
    struct node *root = NULL;
    TRY(or_parse(parser, &root));
    if (*parser->at)
        return fail(parser->note, ERR_INPUT,
                    "the parenthesis at character %zu of the filter was never opened",
                    place(parser));
    parser->filter->root = root;
    return ERR_OK;
}

enum err filter_parse(const char *text, const struct column *columns, int count,
                      const struct date_habit *habit, struct filter **out, struct note *note)
{
    *out = NULL;
    if (text_is_blank(text))
        return ERR_OK;
    if (strlen(text) > LENGTH_MOST)
        return fail(note, ERR_INPUT, "the filter is longer than %d characters", LENGTH_MOST);
    if (!text_utf8(text, strlen(text), NULL))
        return fail(note, ERR_INPUT, "the filter is not UTF-8");
    struct filter *filter = mem_new(1, sizeof *filter);
    struct column *kinds = arena_new(&filter->arena, (size_t)count * sizeof *kinds);
    for (int i = 0; i < count; i++)
        kinds[i] = (struct column){.kind = columns[i].kind};
    filter->columns = kinds;
    filter->count = count;
    filter->scratch = arena_new(&filter->arena, sizeof *filter->scratch);
    struct parser parser = {.text = text, .at = text, .columns = columns, .count = count,
                            .habit = habit, .filter = filter, .note = note};
    enum err e = whole_parse(&parser);
    if (e == ERR_OK)
        *out = filter;
    else
        filter_done(filter);
    return e;
}

void filter_done(struct filter *filter)
{
    if (!filter)
        return;
    arena_done(filter->scratch);
    arena_done(&filter->arena);
    free(filter);
}
