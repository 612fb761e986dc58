/* importstatus: what the status of a paper in another system says about it: drafts and what was
 * voided are no papers, and what was paid is not open. */
#include "app/import.h"

#include "base/text.h"
#include "ledger/book.h"
#include "ledger/customer.h"
#include "ledger/document.h"

#include <string.h>

enum standing { STANDING_OPEN, STANDING_PAID, STANDING_DRAFT, STANDING_VOID };

/* The words of the systems whose exports we have seen, and of their neighbours. */
static enum standing standing_of(const char *word)
{
    static const char *const drafts[] = {"draft", "proforma", "entwurf", "brouillon", "borrador"};
    static const char *const voids[] = {
        "void",     "voided",    "deleted",   "cancelled", "canceled", "annulled", "rejected",
        "reversed", "discarded", "storniert", "gelöscht",  "annulé",   "anulada"};
    static const char *const paid[] = {"paid",    "paid in full", "fully paid", "settled", "closed",
                                       "cleared", "bezahlt",      "payé",       "payée",   "pagada",
                                       "pagado"};

    for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++)
        if (text_same(word, drafts[i]))
            return STANDING_DRAFT;
    for (size_t i = 0; i < sizeof voids / sizeof *voids; i++)
        if (text_same(word, voids[i]))
            return STANDING_VOID;
    for (size_t i = 0; i < sizeof paid / sizeof *paid; i++)
        if (text_same(word, paid[i]))
            return STANDING_PAID;
    return STANDING_OPEN;
}

bool import_is_gone(struct import *import, const char *status)
{
    if (import->kind == IMPORT_CUSTOMERS || standing_of(status) < STANDING_DRAFT)
        return false;
    for (int i = 0; i < import->gone_count; i++)
        if (text_same(import->gone[i].status, status)) {
            import->gone[i].rows++;
            return true;
        }
    if (import->gone_count < IMPORT_GONE_MAX)
        import->gone[import->gone_count++] =
            (struct import_gone){arena_text(&import->arena, status), 1};
    else
        import->left_out++;
    return true;
}

enum err import_gone_look(struct import *import, const char *customer, const char *number,
                          const char *status, int64_t line)
{
    static const enum document_kind papers[] = {DOCUMENT_INVOICE, DOCUMENT_CREDIT, 0},
                                    payments[] = {DOCUMENT_PAYMENT, 0};
    const enum document_kind *kinds = import->kind == IMPORT_PAYMENTS ? payments : papers;
    struct book *book = import->act->book;
    struct import_stands *stands = &import->stands;
    int64_t customer_id = 0, id = 0;

    if (!text_is_blank(number) && standing_of(status) == STANDING_VOID) {
        import->voids = arena_grow(&import->arena, import->voids, import->void_count,
                                   &import->void_room, sizeof *import->voids);
        import->voids[import->void_count++] =
            (struct import_void){arena_text(&import->arena, number), line};
    }
    if (text_is_blank(number) || text_is_blank(customer))
        return ERR_OK;
    TRY(customer_find_id(book, customer, &customer_id));
    for (; customer_id && !id && *kinds; kinds++)
        TRY(document_of_customer(book, *kinds, number, customer_id, &id));
    if (!id || id == stands->last)
        return ERR_OK;
    struct document there;
    TRY(document_get(book, id, &import->arena, &there));
    stands->last = id;
    if (!there.reversed_by && stands->papers++ == 0)
        stands->first = there.number;
    return ERR_OK;
}

static const char *column_name(const struct import *import, enum import_field field)
{
    const int column = import->mapping.column[field];

    return column >= 0 ? reader_head(import->reader)->fields[column]
                       : import_field_name(field);
}

/* Says what can be done about a paper that is paid. */
static enum err paid_already(struct import *import, const struct record *record,
                             enum import_field field, const char *what)
{
    const char *status = record->texts[FIELD_STATUS];

    if (import->kind == IMPORT_HISTORY)
        return reader_fail(import->reader, ERR_INPUT, record->line, import->mapping.column[field],
                           "%s, but the row has no settlement date: map the column that has it "
                           "(paid=...), give --default \"paid=...\", or leave such rows out with "
                           "--where",
                           what);
    if (field == FIELD_STATUS)
        return reader_fail(import->reader, ERR_INPUT, record->line, import->mapping.column[field],
                           "%s: what is paid would stand open. Leave such rows out with --where "
                           "\"%s!=%s\", or bring them in with their payments by `import history`",
                           what, column_name(import, FIELD_STATUS), status);
    return reader_fail(import->reader, ERR_INPUT, record->line, import->mapping.column[field],
                       "%s: the rest would stand open. Leave such rows out with --where, bring "
                       "them in with their payments by `import history`, or take what is open as "
                       "opening items: --opening with --map \"amount=%s\"",
                       what, column_name(import, FIELD_OPEN));
}

enum err import_judge_open(struct import *import, const struct record *record)
{
    struct arena *arena = &import->arena;
    const char *status = record->texts[FIELD_STATUS];
    const bool settled = import->kind == IMPORT_HISTORY && date_is(record->paid);
    const bool worth = record->has_price || record->amount != 0;
    char open[MONEY_TEXT], whole[MONEY_TEXT];
    const struct currency currency = record->currency.code[0]
                                         ? record->currency
                                         : book_currency(import->act->book);

    if (!worth || (import->kind == IMPORT_HISTORY && record->amount < 0))
        return ERR_OK;
    if (standing_of(status) == STANDING_PAID && !settled)
        return paid_already(import, record, FIELD_STATUS,
                            arena_format(arena, "it is %.20s", status));
    if (!record->has_open)
        return ERR_OK;
    if (settled)
        return record->open == 0
                   ? ERR_OK
                   : reader_fail(import->reader, ERR_INPUT, record->line,
                                 import->mapping.column[FIELD_OPEN],
                                 "%s of it is open, and the row has a settlement date all the "
                                 "same: leave such rows out with --where",
                                 money_plain(money_of(record->open, currency), open));
    if (record->open == 0)
        return paid_already(import, record, FIELD_OPEN, "nothing of it is open");
    if (record->has_price || record->open == record->amount)
        return ERR_OK;
    return paid_already(
        import, record, FIELD_OPEN,
        arena_format(arena, "only %s of %s is open",
                     money_plain(money_of(record->open, currency), open),
                     money_plain(money_of(record->amount, currency), whole)));
}
