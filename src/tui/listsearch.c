#include "tui/listparts.h"

#include "base/text.h"

#include <string.h>

#define SEARCHED_ROWS 256 /* fetched at a time while looking for a match */

/* What is looked for in a listbox: found, and said where no column shows it. */

bool listbox_amount_fits(const struct sought_amount *amount, const struct cell *cell)
{
    return cell->kind == CELL_MONEY &&
           sought_fits(amount, cell->money.minor, cell->money.currency.code,
                       cell->money.currency.digits);
}

/* What a view hides says the same in every row, or is for files. */
static bool is_hidden(const struct listbox *box, int column)
{
    return (box->head->columns[column].flags & COLUMN_HIDDEN) != 0;
}

static bool amount_matches(const struct listbox *box, const struct row *row,
                           const struct sought_amount *amount)
{
    for (int i = 0; i < box->head->count; i++)
        if (!is_hidden(box, i) && listbox_amount_fits(amount, &row->cells[i]))
            return true;
    return false;
}

/* The word itself in some cell, or the amount that it may be. */
static bool word_matches(struct listbox *box, const struct row *row, int word)
{
    const struct sought *sought = &box->sought;
    for (int i = 0; i < box->head->count; i++)
        if (!is_hidden(box, i) && strstr(text_fold(&box->scratch, listbox_shown(box, row, i)),
                                         sought->words[word]) != NULL)
            return true;
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word == word && amount_matches(box, row, &sought->amounts[i]))
            return true;
    return false;
}

static bool row_matches(struct listbox *box, const struct row *row)
{
    const struct sought *sought = &box->sought;
    if (row == NULL)
        return false;
    for (int i = 0; i < sought->word_count; i++)
        if (!word_matches(box, row, i))
            return false;
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word < 0 && !amount_matches(box, row, &sought->amounts[i]))
            return false;
    return true;
}

/* A match in a column for which there is no room is said: else nobody sees why it is one. */
static const char *match_hidden(struct listbox *box)
{
    const struct row *row = listbox_row(box);
    const char *hidden = NULL;
    for (int i = 0; row != NULL && i < box->head->count; i++) {
        const char *text = listbox_shown(box, row, i), *folded = text_fold(&box->scratch, text);
        bool here = false;
        for (int k = 0; k < box->sought.word_count; k++)
            here = here || strstr(folded, box->sought.words[k]) != NULL;
        for (int k = 0; k < box->sought.amount_count; k++)
            here = here || listbox_amount_fits(&box->sought.amounts[k], &row->cells[i]);
        if (here && box->places[i].shown)
            return NULL;
        if (here && !is_hidden(box, i) && hidden == NULL)
            hidden =
                arena_format(&box->searched, "Found in %s: %s", box->head->columns[i].title, text);
    }
    return hidden;
}

static bool match_look(struct listbox *box, size_t from, int direction, size_t *found)
{
    for (size_t at = from, seen = 0; at < box->count; at += (size_t)direction, seen++) {
        if (seen % SEARCHED_ROWS == 0) {
            size_t first = direction > 0 ? at : at >= SEARCHED_ROWS ? at - SEARCHED_ROWS + 1 : 0;
            arena_reset(&box->scratch);
            if (listbox_fetch(box, first, SEARCHED_ROWS) != ERR_OK)
                return false;
        }
        if (row_matches(box, listbox_row_at(box, at))) {
            *found = at;
            return true;
        }
    }
    return false;
}

static unsigned match_go(struct listbox *box, size_t from, int direction)
{
    size_t found;
    bool any = false;
    if (from < box->count)
        any = box->source.search != NULL
                  ? box->source.search(box->source.self, from, direction, &box->sought, &found)
                  : match_look(box, from, direction, &found);
    if (!any)
        return listbox_refuse(box, direction > 0 ? "No match below." : "No match above.");
    listbox_at_set(box, found);
    box->message = match_hidden(box);
    return REACT_USED | REACT_REDRAW;
}

enum err listbox_mark(struct listbox *box, const char *text, struct note *note)
{
    arena_reset(&box->searched);
    enum err e = sought_parse(text, box->notation, &box->searched, &box->sought, note);
    if (e != ERR_OK)
        box->sought = (struct sought){0};
    return e;
}

/* In a list the words stand as they are typed, in one cell. */
static void phrase_make(struct sought *sought)
{
    int kept = 0;
    if (sought->word_count < 2)
        return;
    for (int i = 0; i < sought->amount_count; i++)
        if (sought->amounts[i].word < 0)
            sought->amounts[kept++] = sought->amounts[i];
    sought->amount_count = kept;
    sought->words[0] = sought->whole;
    sought->word_count = 1;
}

unsigned listbox_search(struct listbox *box, const char *text)
{
    struct note note = {0};
    box->message = NULL;
    if (listbox_mark(box, text, &note) != ERR_OK)
        return listbox_refuse(box, arena_text(&box->searched, note.text));
    phrase_make(&box->sought);
    return sought_is_empty(&box->sought) ? REACT_USED | REACT_REDRAW : match_go(box, box->at, 1);
}

unsigned listbox_match_next(struct listbox *box, int direction)
{
    if (sought_is_empty(&box->sought))
        return listbox_refuse(box, "Nothing was searched for yet; / searches.");
    return match_go(box, box->at + (size_t)direction, direction);
}
