/* templatesay: part of template: values and our words as they stand in a text. */
#include "base/templateparts.h"

#include "base/buf.h"

#include <string.h>

static const char *said_by(const struct template *template, const char *key)
{
    for (const struct saying *w = template ? template->words : NULL; w; w = w->next)
        if (strcmp(w->ours, key) == 0)
            return w->theirs;
    return NULL;
}

const char *template_word(const struct sayer *s, const char *key)
{
    const char *theirs = said_by(s->template, key);

    return theirs ? theirs : said_by(s->words, key);
}

/* `theirs` with the numbers of the word where # stands. */
static const char *numbers_put(struct arena *arena, const char *theirs, const char *word)
{
    const char *out = "";

    for (const char *mark; (mark = strchr(theirs, '#')) != NULL; theirs = mark + 1) {
        word += strcspn(word, "0123456789");
        const int digits = (int)strspn(word, "0123456789");
        out = arena_format(arena, "%s%.*s%.*s", out, (int)(mark - theirs), theirs, digits, word);
        word += digits;
    }
    return arena_format(arena, "%s%s", out, theirs);
}

/* "Over 90" is looked for as it is, then as "Over #". */
static const char *word_found(const struct sayer *s, const char *word)
{
    struct arena *arena = s->arena;
    const char *theirs = template_word(s, word);
    char *key = arena_text(arena, word), *end = key;

    if (theirs)
        return theirs;
    for (const char *at = word; *at;) {
        const size_t digits = strspn(at, "0123456789");
        *end++ = digits ? '#' : *at;
        at += digits ? digits : 1;
    }
    *end = 0;
    theirs = template_word(s, key);
    return theirs ? numbers_put(arena, theirs, word) : NULL;
}

/* Of a value that is called method "method: transfer" goes before "transfer". */
static const char *word_said(const struct sayer *s, const struct fields_value *value)
{
    const char *word = value->cell.text;
    const char *theirs =
        word_found(s, arena_format(s->arena, "%s: %s", value->name, word));

    theirs = theirs ? theirs : word_found(s, word);
    return theirs ? theirs : word;
}

/* Figures are never broken between two lines. */
static const char *unbroken(struct arena *arena, const char *text)
{
    const char *out = "";

    if (!strchr(text, ' '))
        return text;
    for (const char *blank; (blank = strchr(text, ' ')) != NULL; text = blank + 1)
        out = arena_format(arena, "%s%.*s\xc2\xa0", out, (int)(blank - text), text);
    return arena_format(arena, "%s%s", out, text);
}

static const char *money_said(const struct sayer *s, struct money money)
{
    struct arena *arena = s->arena;
    char text[MONEY_TEXT];

    money_show(money, &s->notation, text);
    if (s->notation.group == ' ')
        return unbroken(arena, arena_format(arena, "%s %s", text, money.currency.code));
    return arena_format(arena, "%s %s", text, money.currency.code);
}

/* Of the row that the text is of, else of the paper; NULL = it is no name of one. */
static const struct fields_value *meant(const struct sayer *s, const struct fields *of,
                                        const char *name)
{
    const struct fields_value *value = fields_find(of, name);

    value = value || !s->fields ? value : fields_find(s->fields, name);
    return value && !value->pattern ? value : NULL;
}

/* What was written around values; what is no name of one stays. */
static const char *pattern_said(const struct sayer *s, const struct fields *of, const char *text)
{
    struct arena *arena = s->arena;
    struct buf out;

    buf_init(&out, TEMPLATE_MAX);
    for (; *text; text++) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;
        const struct fields_value *value =
            close ? meant(s, of, arena_bytes(arena, text + 1, (size_t)(close - text - 1))) : NULL;
        if (value) {
            buf_text(&out, template_say(s, value));
            text = close;
        } else {
            buf_char(&out, *text);
        }
    }
    const char *filled = arena_text(arena, out.data);
    buf_done(&out);
    return filled;
}

const char *template_say(const struct sayer *s, const struct fields_value *value)
{
    struct arena *arena = s->arena;

    if (!value)
        return "";
    if (value->pattern)
        return pattern_said(s, value->of, value->word ? word_said(s, value) : value->cell.text);
    const struct cell *cell = &value->cell;
    switch (cell->kind) {
    case CELL_MONEY: return money_said(s, cell->money);
    case CELL_INT: return cell_plain(cell, arena);
    case CELL_TEXT: return value->word ? word_said(s, value) : cell->text;
    default: return cell_show(cell, &s->notation, arena);
    }
}

const char *template_plain(const struct fields_value *value, struct arena *arena)
{
    const struct sayer s = {.arena = arena, .notation = notation_plain};

    return template_say(&s, value);
}
