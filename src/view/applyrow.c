#include "view/applyrow.h"

#include "base/buf.h"

#include <string.h>

/* A value of a row: quoted when it holds what parts values. */
static const char *row_value(const char *text, struct arena *arena)
{
    struct buf out;

    if (!strpbrk(text, ";=\" \t#"))
        return text;
    buf_init(&out, 1000);
    buf_quoted(&out, text);
    const char *quoted = arena_text(arena, out.data);
    buf_done(&out);
    return quoted;
}

const char *applyrow_text(const struct applyrow *row, struct arena *arena)
{
    char figure[MONEY_TEXT];
    const char *text = arena_format(arena, "%s=%s", row_value(row->number, arena),
                                    money_plain(money_of(row->amount, row->currency), figure));

    if (row->discount)
        text = arena_format(arena, "%s discount %s", text,
                            money_plain(money_of(row->discount, row->currency), figure));
    if (row->writeoff)
        text = arena_format(arena, "%s writeoff %s", text,
                            money_plain(money_of(row->writeoff, row->currency), figure));
    if (row->instalment)
        text = arena_format(arena, "%s instalment %d", text, row->instalment);
    if (row->from)
        text = arena_format(arena, "%s from %s", text, row_value(row->from, arena));
    return text;
}

enum err applyrow_source(struct book *book, const struct item *credit, struct arena *arena,
                         const char **number)
{
    struct document document;

    *number = credit->number;
    if (credit->kind != DOCUMENT_TRANSFER)
        return ERR_OK;
    TRY(document_get(book, credit->document_id, arena, &document));
    while (document.kind == DOCUMENT_TRANSFER && document.related_id)
        TRY(document_get(book, document.related_id, arena, &document));
    *number = document.number;
    return ERR_OK;
}
