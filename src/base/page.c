#include "base/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct page_words page_words_english = {.sheet = "page #",
                                              .sheets = "Page # of #",
                                              .total = "Total",
                                              .carried = "Carried over",
                                              .brought = "Brought over"};

void page_init(struct page *page, const char *title, const char *subtitle)
{
    *page = (struct page){.words = page_words_english};
    page->title = title ? arena_text(&page->arena, title) : NULL;
    page->subtitle = subtitle ? arena_text(&page->arena, subtitle) : NULL;
}

void page_done(struct page *page)
{
    for (struct block *block = page->first; block; block = block->next)
        if (block->table) {
            table_done(block->table);
            free(block->table);
        }
    arena_done(&page->arena);
    *page = (struct page){.first = NULL};
}

const char *page_numbered(const char *words, int first, int second, char *out, size_t room)
{
    size_t len = 0;

    for (int left = 2; *words && len + 12 < room; words++)
        if (*words == '#' && left > 0)
            len += (size_t)snprintf(out + len, room - len, "%d", left-- == 2 ? first : second);
        else
            out[len++] = *words;
    out[len] = 0;
    return out;
}

const struct notation *page_notation(const struct page *page, const struct notation *otherwise)
{
    return page->sheet.moment && page->sheet.notation.decimal ? &page->sheet.notation : otherwise;
}

const struct notation *block_notation(const struct page *page, const struct block *block,
                                      const struct notation *otherwise)
{
    return block->notation.decimal ? &block->notation : page_notation(page, otherwise);
}

const struct page_words *block_words(const struct page *page, const struct block *block)
{
    return block->words ? block->words : &page->words;
}

static struct block *block_add(struct page *page, enum block_kind kind, const char *text)
{
    struct block *block = arena_new(&page->arena, sizeof *block);
    block->kind = kind;
    block->text = arena_text(&page->arena, text ? text : "");
    if (page->last)
        page->last->next = block;
    else
        page->first = block;
    page->last = block;
    return block;
}

void page_heading(struct page *page, int level, const char *text)
{
    block_add(page, BLOCK_HEADING, text)->level = level;
}

void page_pair(struct page *page, const char *label, const char *text)
{
    block_add(page, BLOCK_PAIR, text)->label = arena_text(&page->arena, label ? label : "");
}

void page_say(struct page *page, const char *label, const char *text)
{
    if (text && *text)
        page_pair(page, label, text);
}

void page_figure(struct page *page, const char *label, const char *figure, const char *rest)
{
    page_pair(page, label, arena_format(&page->arena, "%s%s", figure, rest ? rest : ""));
    page->last->figure_len = strlen(figure);
}

void page_text(struct page *page, const char *text)
{
    block_add(page, BLOCK_TEXT, text);
}

struct table *page_table(struct page *page)
{
    struct block *block = block_add(page, BLOCK_TABLE, NULL);
    block->table = mem_new(1, sizeof *block->table);
    table_init(block->table);
    return block->table;
}

void page_chart(struct page *page, const struct chart *chart)
{
    block_add(page, BLOCK_CHART, NULL)->chart = chart_copy(&page->arena, chart);
}

void page_rule(struct page *page)
{
    block_add(page, BLOCK_RULE, NULL);
}

void page_space(struct page *page)
{
    block_add(page, BLOCK_SPACE, NULL);
}

void page_break(struct page *page)
{
    block_add(page, BLOCK_BREAK, NULL);
}

void page_code(struct page *page, const char *label, const char *payload)
{
    block_add(page, BLOCK_CODE, payload)->label = arena_text(&page->arena, label);
}
