#include "io/ofxmarkup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAG_MAX 1000

void markup_init(struct markup *markup, struct bankread *read)
{
    memset(markup, 0, sizeof(*markup));
    markup->read = read;
    buf_init(&markup->text, BANK_TEXT_MAX);
    buf_init(&markup->tag, TAG_MAX);
}

void markup_done(struct markup *markup)
{
    buf_done(&markup->text);
    buf_done(&markup->tag);
}

static void add_character(struct markup *markup, unsigned long point)
{
    char out[4];
    size_t n;

    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        point = '?';
    if (point < 0x80) {
        out[0] = (char)point;
        n = 1;
    } else if (point < 0x800) {
        out[0] = (char)(0xC0 | (point >> 6));
        out[1] = (char)(0x80 | (point & 0x3F));
        n = 2;
    } else if (point < 0x10000) {
        out[0] = (char)(0xE0 | (point >> 12));
        out[1] = (char)(0x80 | ((point >> 6) & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        n = 3;
    } else {
        out[0] = (char)(0xF0 | (point >> 18));
        out[1] = (char)(0x80 | ((point >> 12) & 0x3F));
        out[2] = (char)(0x80 | ((point >> 6) & 0x3F));
        out[3] = (char)(0x80 | (point & 0x3F));
        n = 4;
    }
    buf_add(&markup->text, out, n);
}

/* What stands between & and ; : a character, or text that only looks like one. */
static void take_entity(struct markup *markup, bool whole)
{
    static const struct {
        const char *name;
        char c;
    } named[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                 {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
    const char *name = markup->entity;

    markup->entity[markup->entity_len] = '\0';
    markup->state = MARKUP_TEXT;
    for (size_t i = 0; whole && i < sizeof(named) / sizeof(*named); i++)
        if (strcmp(named[i].name, name) == 0) {
            buf_char(&markup->text, named[i].c);
            return;
        }
    if (whole && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        char *end;
        const unsigned long point = strtoul(name + (hex ? 2 : 1), &end, hex ? 16 : 10);

        if (*end == '\0' && end > name + 1) {
            add_character(markup, point);
            return;
        }
    }
    buf_char(&markup->text, '&');
    buf_text(&markup->text, name);
    if (whole)
        buf_char(&markup->text, ';');
}

static enum err take_tag(struct markup *markup)
{
    char *tag = markup->tag.data;
    const bool closing = *tag == '/';
    char name[MARKUP_NAME_MAX + 1];
    size_t len = markup->tag.len;
    bool empty;

    markup->state = MARKUP_TEXT;
    if (*tag == '?')
        return ERR_OK;
    if (*tag == '!')
        return bankread_fail(markup->read, ERR_INPUT, markup->read->line,
                             "a declaration (<%.12s ...) stands in the file; no bank needs one, so "
                             "it is refused",
                             tag);
    empty = len > 1 && tag[len - 1] == '/';
    tag += closing;
    snprintf(name, sizeof(name), "%.*s", (int)strcspn(tag, " \t\r\n/"), tag);
    if (name[0] == '\0')
        return bankread_fail(markup->read, ERR_INPUT, markup->read->line,
                             "a tag without a name (<>) stands here");
    for (char *c = name; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    if (closing)
        return markup->close(markup->self, name);
    TRY(markup->open(markup->self, name));
    return empty ? markup->close(markup->self, name) : ERR_OK;
}

static enum err in_tag(struct markup *markup, char c)
{
    if (c == '>')
        return take_tag(markup);
    buf_char(&markup->tag, c);
    if (markup->tag.len == 3 && memcmp(markup->tag.data, "!--", 3) == 0)
        markup->state = MARKUP_COMMENT;
    else if (markup->tag.len == 8 && memcmp(markup->tag.data, "![CDATA[", 8) == 0)
        markup->state = MARKUP_CDATA;
    else if (markup->tag.full)
        return bankread_fail(markup->read, ERR_LIMIT, markup->read->line,
                             "a tag is longer than %d bytes; its > is probably missing", TAG_MAX);
    if (markup->state != MARKUP_TAG)
        buf_reset(&markup->tag);
    return ERR_OK;
}

/* Inside what ends at `end`: its last characters are kept in the tag's buffer. */
static bool ends_with(struct markup *markup, char c, const char *end)
{
    const size_t n = strlen(end);

    if (markup->tag.len == n) {
        memmove(markup->tag.data, markup->tag.data + 1, n - 1);
        markup->tag.len--;
    }
    buf_char(&markup->tag, c);
    return markup->tag.len == n && memcmp(markup->tag.data, end, n) == 0;
}

static enum err take_char(struct markup *markup, char c)
{
    if (markup->state == MARKUP_TAG)
        return in_tag(markup, c);
    if (markup->state == MARKUP_COMMENT) {
        if (ends_with(markup, c, "-->"))
            markup->state = MARKUP_TEXT;
        return ERR_OK;
    }
    if (markup->state == MARKUP_CDATA) {
        buf_char(&markup->text, c);
        if (ends_with(markup, c, "]]>")) {
            markup->state = MARKUP_TEXT;
            markup->text.len -= 3;
            markup->text.data[markup->text.len] = '\0';
        }
        return ERR_OK;
    }
    if (markup->state == MARKUP_ENTITY) {
        if (c == ';') {
            take_entity(markup, true);
            return ERR_OK;
        }
        if ((c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
             (c >= 'A' && c <= 'Z')) &&
            markup->entity_len + 1 < sizeof(markup->entity)) {
            markup->entity[markup->entity_len++] = c;
            return ERR_OK;
        }
        take_entity(markup, false);
    }
    if (c == '<') {
        markup->state = MARKUP_TAG;
        buf_reset(&markup->tag);
    } else if (c == '&') {
        markup->state = MARKUP_ENTITY;
        markup->entity_len = 0;
    } else
        buf_char(&markup->text, c);
    return ERR_OK;
}

/* Characters that mean nothing but themselves. */
static size_t plain_run(const char *text, size_t len)
{
    size_t n = 0;

    while (n < len && text[n] != '<' && text[n] != '&' && text[n] != '\n')
        n++;
    return n;
}

enum err markup_take(struct markup *markup, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        const size_t run = markup->state == MARKUP_TEXT ? plain_run(text + i, len - i) : 0;

        if (run > 0) {
            buf_add(&markup->text, text + i, run);
            i += run - 1;
        } else {
            markup->read->line += text[i] == '\n';
            TRY(take_char(markup, text[i]));
        }
        if (markup->text.full && markup->read->open)
            return bankread_fail(markup->read, ERR_LIMIT, markup->read->line,
                                 "the text of an element is longer than %d bytes", BANK_TEXT_MAX);
    }
    return ERR_OK;
}
