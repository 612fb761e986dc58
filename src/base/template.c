/* template: the parser. */
#include "base/templateparts.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A block that waits for its {end}. */
struct open {
    struct node *node;
    struct node **next; /* where the next node goes */
    int line;
    bool other; /* behind {else} */
};

struct parsing {
    const char *name;
    int line;
    const struct vocabulary *vocabulary;
    struct arena *arena;
    struct note *note;
    struct template *out;
    struct open open[TEMPLATE_DEPTH + 1]; /* [0] is the paper itself */
    int depth;
};

#define WRONG(p, ...) wrong(p, arena_format((p)->arena, __VA_ARGS__))

static enum err wrong(const struct parsing *p, const char *sentence)
{
    return fail(p->note, ERR_INPUT, "%s, line %d: %s", p->name, p->line, sentence);
}

/* ---- names ---------------------------------------------------------------------------------- */

static bool is_name(const char *text)
{
    return *text && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_.")] == 0;
}

static const char *meant(const struct parsing *p, const char *list, const char *name, bool lists)
{
    const char *near = vocabulary_near(p->vocabulary, list, name, lists);

    return near ? arena_format(p->arena, "did you mean %s?", near)
                : "`template fields` lists what there is";
}

/* The loop that has the word, the innermost first; NULL = none. */
static const struct open *loop_of(const struct parsing *p, const char *word, size_t len)
{
    for (int i = p->depth; i > 0; i--) {
        const struct node *node = p->open[i].node;
        if (node->kind != NODE_IF && strlen(node->word) == len &&
            strncmp(node->word, word, len) == 0)
            return &p->open[i];
    }
    return NULL;
}

static bool is_count(const char *name, enum cell_kind *kind)
{
    *kind = strcmp(name, "number") == 0 ? CELL_INT : CELL_FLAG;
    return *kind == CELL_INT || strcmp(name, "first") == 0 || strcmp(name, "last") == 0;
}

static enum err place_find(const struct parsing *p, const char *name, struct place *out)
{
    const char *dot = strchr(name, '.');
    const struct open *loop = dot ? loop_of(p, name, (size_t)(dot - name)) : NULL;
    const struct vocabulary *row;

    if (!is_name(name))
        return WRONG(p, "{%.40s} is no name; a value is written as {customer.name}, and a plain { "
                        "as \\{",
                     name);
    *out = (struct place){.row = loop ? loop->node->word : NULL,
                          .name = arena_text(p->arena, loop ? dot + 1 : name)};
    const char *list = loop ? loop->node->place.name : "";
    row = vocabulary_find(p->vocabulary, list, out->name);
    if (row && *row->name) {
        out->kind = row->kind;
        return ERR_OK;
    }
    if (loop && is_count(out->name, &out->kind))
        return ERR_OK;
    return WRONG(p, "there is no value {%.60s}; %s", name, meant(p, list, out->name, false));
}

static enum err list_find(const struct parsing *p, const char *name, struct place *out)
{
    const struct vocabulary *row = is_name(name) ? vocabulary_find(p->vocabulary, name, "") : NULL;

    if (!row)
        return WRONG(p, "there is no list %.60s; %s", name, meant(p, "", name, true));
    *out = (struct place){.name = row->list};
    return ERR_OK;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static void piece_add(const struct parsing *p, struct piece ***end, struct piece piece)
{
    struct piece *made = arena_new(p->arena, sizeof *made);

    *made = piece;
    **end = made;
    *end = &made->next;
}

/* The pieces of a text, in which \ makes the next sign a plain one. */
static enum err text_parse(const struct parsing *p, const char *text, struct piece **out)
{
    struct piece **end = out;
    char *plain = arena_text(p->arena, text);
    size_t len = 0;

    *out = NULL;
    for (; *text; text++) {
        if (*text == '\\' && text[1] && strchr("{}#.|\\ ", text[1])) {
            plain[len++] = *++text;
            continue;
        }
        if (*text != '{') {
            plain[len++] = *text;
            continue;
        }
        const char *close = strchr(text, '}');
        if (!close)
            return WRONG(p, "a { has no }; a value is written as {customer.name}, and a plain { "
                            "as \\{");
        struct piece value = {.text = NULL};
        TRY(place_find(p, arena_bytes(p->arena, text + 1, (size_t)(close - text - 1)),
                       &value.place));
        if (len)
            piece_add(p, &end, (struct piece){.text = arena_bytes(p->arena, plain, len)});
        len = 0;
        piece_add(p, &end, value);
        text = close;
    }
    if (len)
        piece_add(p, &end, (struct piece){.text = arena_bytes(p->arena, plain, len)});
    return ERR_OK;
}

/* The next part of a line in front of a | that is not \|; NULL behind the last. */
static char *part_next(const struct parsing *p, const char **at)
{
    const char *begin = *at, *end = begin;

    if (!begin)
        return NULL;
    while (*end && *end != '|')
        end += *end == '\\' && end[1] ? 2 : 1;
    *at = *end ? end + 1 : NULL;
    return text_trim(arena_bytes(p->arena, begin, (size_t)(end - begin)));
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static struct node *node_add(struct parsing *p, enum node_kind kind)
{
    struct open *open = &p->open[p->depth];
    struct node *node = arena_new(p->arena, sizeof *node);

    node->kind = kind;
    *open->next = node;
    open->next = &node->next;
    return node;
}

static bool in_table(const struct parsing *p)
{
    for (int i = p->depth; i > 0; i--)
        if (p->open[i].node->kind == NODE_TABLE)
            return true;
    return false;
}

static enum err parts_take(struct parsing *p, const char *words, enum node_kind kind, int least,
                           int most, struct node **made)
{
    struct node *node = node_add(p, kind);
    const char *at = words;
    char *part;

    *made = node;
    while ((part = part_next(p, &at)) != NULL) {
        if (node->count == most)
            return WRONG(p, "there is more than %d part%s; a plain | is written as \\|", most,
                         most == 1 ? "" : "s");
        TRY(text_parse(p, part, &node->parts[node->count++]));
    }
    if (node->count < least)
        return WRONG(p, "a part is missing; parts stand between |");
    return ERR_OK;
}

static enum err options_take(struct parsing *p, char *text, struct node *node)
{
    char *rest = NULL;

    for (char *word = strtok_r(text, " ,", &rest); word; word = strtok_r(NULL, " ,", &rest)) {
        if (strcmp(word, "total") == 0)
            node->flags |= COLUMN_TOTAL;
        else if (strcmp(word, "data") == 0)
            node->flags |= COLUMN_HIDDEN;
        else if (strcmp(word, "code") == 0)
            node->code = true;
        else if (strcmp(word, "drop") == 0) {
            const char *number = strtok_r(NULL, " ,", &rest);
            node->worth = number ? (int)strtol(number, NULL, 10) : 0;
            if (node->worth < 1 || node->worth > 9)
                return WRONG(p, "drop is followed by a number from 1 to 9");
        } else {
            return WRONG(p, "%.40s is no option of a column; there are total, code, drop N, data",
                         word);
        }
    }
    return ERR_OK;
}

static enum err column_take(struct parsing *p, const char *words)
{
    const char *at = words;
    char *title = part_next(p, &at), *text = part_next(p, &at), *options = part_next(p, &at);

    if (!in_table(p))
        return WRONG(p, ".column stands between {table ROW in LIST} and its {end}");
    if (!text || at)
        return WRONG(p, "a column is written as .column TITLE | {ROW.name} | total");
    struct node *node = node_add(p, NODE_COLUMN);
    TRY(text_parse(p, title, &node->parts[0]));
    TRY(text_parse(p, text, &node->parts[1]));
    node->count = 2;
    /* a title is the same for all rows */
    for (int i = p->depth; i > 0; i--)
        if (p->open[i].node->kind == NODE_TABLE) {
            const char *row = p->open[i].node->word;
            for (const struct piece *piece = node->parts[0]; piece; piece = piece->next)
                if (piece->place.row && strcmp(piece->place.row, row) == 0)
                    return WRONG(p, "a title cannot have values of the rows below it");
        }
    return options ? options_take(p, options, node) : ERR_OK;
}

/* "1.234,56": the marks of figures; "31.12.2026": how days are written. */
static enum err numbers_take(struct parsing *p, const char *sample)
{
    struct notation *n = &p->out->notation;

    if (strlen(sample) == 8 && sample[0] == '1' && strncmp(sample + 2, "234", 3) == 0 &&
        strchr(".,' ", sample[1]) && strchr(".,", sample[5]) && sample[1] != sample[5] &&
        strcmp(sample + 6, "56") == 0) {
        n->group = sample[1];
        n->decimal = sample[5];
        return ERR_OK;
    }
    if (strlen(sample) == 7 && strncmp(sample, "1234", 4) == 0 && strchr(".,", sample[4]) &&
        strcmp(sample + 5, "56") == 0) {
        n->group = 0;
        n->decimal = sample[4];
        return ERR_OK;
    }
    return WRONG(p, "figures are shown by 1234.56 as you write it: 1.234,56 or 1,234.56 or "
                    "1 234,56");
}

static enum err dates_take(struct parsing *p, const char *sample)
{
    static const struct {
        const char *sample;
        char style;
    } known[] = {{"31.12.2026", '.'},
                 {"31/12/2026", '/'},
                 {"31-12-2026", '-'},
                 {"12/31/2026", 'm'},
                 {"2026-12-31", 0}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(sample, known[i].sample) == 0) {
            p->out->notation.dates = known[i].style;
            return ERR_OK;
        }
    return WRONG(p, "days are shown by one of 31.12.2026, 31/12/2026, 31-12-2026, 12/31/2026, "
                    "2026-12-31");
}

static enum err word_take(struct parsing *p, const char *words)
{
    const char *at = words;
    char *ours = part_next(p, &at), *theirs = part_next(p, &at);

    if (!theirs || at || !*ours)
        return WRONG(p, "a word is written as .word OURS | THEIRS");
    struct saying *saying = arena_new(p->arena, sizeof *saying);
    *saying = (struct saying){ours, theirs, p->out->words};
    p->out->words = saying;
    return ERR_OK;
}

static enum err dot_line(struct parsing *p, char *line)
{
    static const struct {
        const char *word;
        enum node_kind kind;
        int least, most;
    } blocks[] = {{"title", NODE_TITLE, 1, 1},     {"subtitle", NODE_SUBTITLE, 1, 1},
                  {"heading", NODE_HEADING, 1, 1}, {"pair", NODE_PAIR, 2, 2},
                  {"sum", NODE_SUM, 2, 3},         {"code", NODE_CODE, 2, 2},
                  {"proof", NODE_PROOF, 1, 1},     {"rule", NODE_RULE, 0, 0},
                  {"page", NODE_PAGE, 0, 0},       {"logo", NODE_LOGO, 0, 0}};
    struct node *node;
    char *words = line + strcspn(line, " ");

    if (*words)
        *words++ = 0;
    words += strspn(words, " ");
    if (strcmp(line, "column") == 0)
        return column_take(p, words);
    if (strcmp(line, "numbers") == 0)
        return numbers_take(p, words);
    if (strcmp(line, "dates") == 0)
        return dates_take(p, words);
    if (strcmp(line, "word") == 0)
        return word_take(p, words);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (strcmp(line, blocks[i].word) == 0) {
            if ((blocks[i].kind == NODE_PROOF) != in_table(p))
                return WRONG(p, in_table(p) ? "in a table stand .column, .proof, {if} and {for}; "
                                              "its {end} is missing"
                                            : ".proof stands in a table");
            if (blocks[i].most == 0 && *words)
                return WRONG(p, ".%s stands alone on its line", line);
            return parts_take(p, blocks[i].most ? words : NULL, blocks[i].kind, blocks[i].least,
                              blocks[i].most, &node);
        }
    return WRONG(p, ".%.40s is unknown; there are .title .subtitle .heading .pair .sum .code .rule "
                    ".page .logo .column .proof .numbers .dates .word; a text that begins with a "
                    "dot begins with \\.",
                 line);
}

/* ---- blocks --------------------------------------------------------------------------------- */

static enum err block_open(struct parsing *p, struct node *node)
{
    if (p->depth == TEMPLATE_DEPTH)
        return fail(p->note, ERR_LIMIT, "%s, line %d: more than %d blocks stand in each other",
                    p->name, p->line, TEMPLATE_DEPTH);
    p->open[++p->depth] = (struct open){.node = node, .next = &node->inside, .line = p->line};
    return ERR_OK;
}

/* "not NAME", "NAME = TEXT", "NAME != TEXT"; a NAME may be a list. */
static enum err if_open(struct parsing *p, char *words)
{
    struct node *node = node_add(p, NODE_IF);
    char *sign = strchr(words, '=');

    if (sign) {
        node->word = text_trim(sign + 1);
        node->negated = sign > words && sign[-1] == '!';
        *(node->negated ? sign - 1 : sign) = 0;
    } else if (strncmp(words, "not ", 4) == 0) {
        node->negated = true;
        words += 4;
    }
    words = text_trim(words);
    if (sign || !is_name(words) || !vocabulary_find(p->vocabulary, words, ""))
        TRY(place_find(p, words, &node->place));
    else
        node->place = (struct place){.name = arena_text(p->arena, words), .kind = CELL_BAR};
    return block_open(p, node);
}

static enum err loop_open(struct parsing *p, enum node_kind kind, char *words)
{
    char *rest = NULL;
    const char *word = strtok_r(words, " ", &rest), *in = strtok_r(NULL, " ", &rest),
               *list = strtok_r(NULL, " ", &rest);

    if (!list || strcmp(in, "in") != 0 || strtok_r(NULL, " ", &rest) || !is_name(word) ||
        strchr(word, '.'))
        return WRONG(p, "it is written as {%s item in items}, with a word of your own and a list",
                     kind == NODE_TABLE ? "table" : "for");
    if (kind == NODE_TABLE && in_table(p))
        return WRONG(p, "a table cannot stand in a table");
    if (loop_of(p, word, strlen(word)))
        return WRONG(p, "%.40s is the word of a block around this one; give it another", word);
    struct node *node = node_add(p, kind);
    node->word = arena_text(p->arena, word);
    TRY(list_find(p, list, &node->place));
    return block_open(p, node);
}

static enum err end_take(struct parsing *p)
{
    const struct open *open = &p->open[p->depth];

    if (p->depth == 0)
        return WRONG(p, "{end} ends nothing; an {if}, {for} or {table} stands before it");
    if (open->node->kind == NODE_TABLE && !open->node->inside)
        return WRONG(p, "a table needs a .column");
    p->depth--;
    return ERR_OK;
}

static enum err else_take(struct parsing *p)
{
    struct open *open = &p->open[p->depth];

    if (p->depth == 0 || open->node->kind != NODE_IF || open->other)
        return WRONG(p, "{else} stands once between {if} and its {end}");
    open->other = true;
    open->next = &open->node->otherwise;
    return ERR_OK;
}

static bool begins(const char *line, const char *word)
{
    const size_t len = strlen(word);

    return strncmp(line, word, len) == 0 && (line[len] == ' ' || line[len] == '}' || !line[len]);
}

/* A line with {if}, {for}, {table}, {else}, {end}; nothing else stands on it. */
static enum err brace_line(struct parsing *p, char *line)
{
    const size_t len = strlen(line);

    if (line[len - 1] != '}' || strchr(line, '}') != line + len - 1)
        return WRONG(p, "{%.*s stands alone on its line, and ends with }",
                     (int)strcspn(line + 1, " }"), line + 1);
    line[len - 1] = 0;
    char *words = line + 1 + strcspn(line + 1, " ");
    words += strspn(words, " ");
    if (begins(line, "{if"))
        return if_open(p, words);
    if (begins(line, "{for"))
        return loop_open(p, NODE_FOR, words);
    if (begins(line, "{table"))
        return loop_open(p, NODE_TABLE, words);
    if (*words)
        return WRONG(p, "%s} has no words", line);
    return begins(line, "{end") ? end_take(p) : else_take(p);
}

static bool is_block(const char *line)
{
    static const char *const words[] = {"{if", "{for", "{table", "{else", "{end"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins(line, words[i]))
            return true;
    return false;
}

static enum err line_take(struct parsing *p, char *line)
{
    line = text_trim(line);
    if (*line == '#')
        return ERR_OK;
    if (is_block(line))
        return brace_line(p, line);
    if (*line == '.')
        return dot_line(p, line + 1);
    if (in_table(p))
        return *line ? WRONG(p, "in a table stand .column, .proof, {if} and {for}; its {end} is "
                                "missing")
                     : ERR_OK;
    struct node *node = node_add(p, *line ? NODE_TEXT : NODE_SPACE);
    node->count = 1;
    return text_parse(p, line, &node->parts[0]);
}

enum err template_parse(const char *name, const char *text, const struct vocabulary *vocabulary,
                        struct arena *arena, const struct template **out, struct note *note)
{
    struct template *made = arena_new(arena, sizeof *made);
    struct parsing p = {
        .name = name, .vocabulary = vocabulary, .arena = arena, .note = note, .out = made};

    if (strlen(text) > TEMPLATE_MAX)
        return fail(note, ERR_LIMIT, "%s: a template has at most %d bytes", name, TEMPLATE_MAX);
    made->name = arena_text(arena, name);
    p.open[0].next = &made->first;
    while (*text) {
        const size_t len = strcspn(text, "\n");
        p.line++;
        TRY(line_take(&p, arena_bytes(arena, text, len)));
        text += len + (text[len] == '\n');
    }
    if (p.depth)
        return fail(note, ERR_INPUT, "%s, line %d: this block has no {end}", name,
                    p.open[p.depth].line);
    *out = made;
    return ERR_OK;
}

/* ---- asked ---------------------------------------------------------------------------------- */

static bool node_says(const struct node *node, const char *name)
{
    for (int i = 0; i < node->count; i++)
        for (const struct piece *piece = node->parts[i]; piece; piece = piece->next)
            if (!piece->text && strcmp(piece->place.name, name) == 0)
                return true;
    return false;
}

static bool nodes_say(const struct node *node, const char *name)
{
    for (; node; node = node->next)
        if (node_says(node, name) || nodes_say(node->inside, name) ||
            nodes_say(node->otherwise, name))
            return true;
    return false;
}

bool template_says(const struct template *template, const char *name)
{
    return nodes_say(template->first, name);
}
