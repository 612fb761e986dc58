/* findingread: what was found, as lists show it. */
#include "base/text.h"
#include "ledger/agingscan.h"
#include "ledger/alias.h"
#include "ledger/book.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/documentlist.h"
#include "ledger/findingparts.h"
#include "ledger/journal.h"
#include "ledger/merging.h"
#include "ledger/person.h"

#include <string.h>

/* ---- customers ---- */

static bool has_words(const struct sought *sought, const char *text, struct arena *arena)
{
    const char *folded = text_fold(arena, text);

    for (int i = 0; i < sought->word_count; i++)
        if (strstr(folded, sought->words[i]))
            return true;
    return false;
}

/* Of several people the one who was meant. */
static enum err person_text(struct book *book, const struct customer *customer,
                            enum found_field field, const struct sought *sought,
                            struct arena *arena, const char **out)
{
    const char *own = field == FOUND_IN_CONTACT ? customer->contact
                      : field == FOUND_IN_PHONE ? customer->phone
                                                : customer->email;
    struct person *people = NULL;
    int count = 0;

    *out = own;
    if (*own && has_words(sought, own, arena))
        return ERR_OK;
    TRY(people_of(book, customer->id, true, arena, &people, &count));
    for (int i = 0; i < count; i++) {
        const char *text = field == FOUND_IN_CONTACT ? people[i].name
                           : field == FOUND_IN_PHONE ? people[i].phone
                                                     : people[i].email;
        if (!*text || (*own && !has_words(sought, text, arena)))
            continue;
        *out =
            field == FOUND_IN_CONTACT ? text : arena_format(arena, "%s %s", people[i].name, text);
        if (has_words(sought, text, arena))
            break;
    }
    return ERR_OK;
}

static enum err alias_text(struct book *book, const struct customer *customer,
                           const struct sought *sought, struct arena *arena, const char **out)
{
    struct alias *aliases = NULL;
    const char *merged = "";
    int count = 0;

    TRY(alias_list(book, customer->id, false, arena, &aliases, &count));
    for (int i = 0; i < count; i++) {
        const bool meant = has_words(sought, aliases[i].value, arena);
        if (i == 0 || meant)
            *out = arena_format(arena, "%s %s", alias_word(aliases[i].kind), aliases[i].value);
        if (meant)
            return ERR_OK;
    }
    TRY(merged_words(book, customer->id, arena, &merged));
    if (*merged && (count == 0 || has_words(sought, merged, arena)))
        *out = merged;
    return ERR_OK;
}

static enum err customer_text(struct book *book, const struct customer *customer,
                              enum found_field field, const struct sought *sought,
                              struct arena *arena, const char **out)
{
    *out = "";
    switch (field) {
    case FOUND_IN_TAX: *out = customer->tax_number; return ERR_OK;
    case FOUND_IN_ADDRESS: *out = customer->address; return ERR_OK;
    case FOUND_IN_ALIAS: return alias_text(book, customer, sought, arena, out);
    case FOUND_IN_CONTACT:
    case FOUND_IN_PHONE:
    case FOUND_IN_EMAIL: return person_text(book, customer, field, sought, arena, out);
    default: return ERR_OK;
    }
}

struct owing {
    const char *currency;
    int64_t open;
};

static enum err owing_add(void *self, const struct aging_item *item)
{
    struct owing *owing = self;

    return strcmp(item->currency, owing->currency) == 0
               ? amount_add(owing->open, item->open, &owing->open)
               : ERR_OK;
}

static enum err customer_read(struct book *book, const struct found *found,
                              const struct sought *sought, struct arena *arena,
                              struct found_row *out)
{
    struct customer customer;

    TRY(customer_get(book, found->id, arena, &customer));
    /* the balance of every other list: what is prepaid stands beside it */
    struct owing owing = {.currency = customer.currency.code};
    const struct aging_query query = {.as_of = book_today(book),
                                      .by = BY_POSTED,
                                      .customer_id = customer.id,
                                      .control = CONTROL_RECEIVABLE};
    TRY(aging_scan(book, &query, owing_add, &owing));
    *out = (struct found_row){.what = "customer",
                              .number = customer.code,
                              .customer = customer.code,
                              .name = customer.name,
                              .date = {found->day},
                              .currency = customer.currency,
                              .open = owing.open,
                              .status = ""};
    if (found->day == 0)
        out->date = DATE_NONE;
    return customer_text(book, &customer, found->field, sought, arena, &out->text);
}

/* ---- documents ---- */

struct reading {
    struct arena *arena;
    struct found_row *out;
};

static enum err row_take(void *self, const struct document_row *row)
{
    struct reading *reading = self;
    struct arena *arena = reading->arena;
    const int64_t sign = document_owes_less(row->kind) ? -1 : 1;

    *reading->out = (struct found_row){
        .what = document_kind_word(row->kind),
        .number = arena_text(arena, row->number),
        .customer = arena_text(arena, row->customer),
        .name = arena_text(arena, row->name),
        .date = row->issued,
        .currency = row->currency,
        .has_amount = true,
        .amount = sign * row->total,
        .open = sign * row->open,
        .status =
            DOCUMENT_MASK(row->kind) & DOCUMENT_PAPERS ? document_status_word(row->status) : "",
        .document_id = row->id,
    };
    return ERR_OK;
}

static enum err document_read(struct book *book, const struct found *found, struct arena *arena,
                              struct found_row *out)
{
    struct reading reading = {arena, out};
    const struct document_query query = {.kinds = ~0u,
                                         .id = found->id,
                                         .as_of = DATE_NONE,
                                         .from = DATE_NONE,
                                         .to = DATE_NONE,
                                         .after_posted = DATE_NONE};

    TRY(documents_each(book, &query, row_take, &reading));
    out->text = found->text ? found->text : "";
    return ERR_OK;
}

/* ---- the others ---- */

static enum err dispute_read(struct book *book, const struct found *found, struct arena *arena,
                             struct found_row *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT c.code, c.name, i.currency, p.amount, p.opened, z.closed,"
                         " i.document_id, d.number FROM dispute p JOIN item i ON i.id = p.item_id"
                         " JOIN document d ON d.id = i.document_id LEFT JOIN customer c ON"
                         " c.id = i.customer_id LEFT JOIN dispute_closing z ON"
                         " z.dispute_id = p.id WHERE p.id = $1");

    bind_i64(q, 1, found->id);
    if (stmt_row(q)) {
        const bool open = col_is_null(q, 5);
        *out = (struct found_row){
            .what = "dispute",
            .number = arena_format(arena, "%lld", (long long)found->id),
            .customer = arena_text(arena, col_text(q, 0)),
            .name = arena_text(arena, col_text(q, 1)),
            .currency = book_currency_of(book, col_text(q, 2)),
            .has_amount = true,
            .amount = col_i64(q, 3),
            .open = open ? col_i64(q, 3) : 0,
            .date = col_date(q, 4),
            .status = open ? "open" : "closed",
            .document_id = col_i64(q, 6),
            .text = arena_format(arena, found->text ? "%s, %s" : "%s", col_text(q, 7), found->text),
        };
    }
    return stmt_end(q);
}

static void entry_read(struct book *book, const struct found *found, struct arena *arena,
                       struct found_row *out)
{
    *out = (struct found_row){.what = "entry",
                              .number = arena_format(arena, "%lld", (long long)found->id),
                              .customer = "",
                              .name = found->text ? found->text : "",
                              .date = {found->day},
                              .currency = book->currency,
                              .status = "",
                              .text = found->text ? found->text : ""};
}

enum err found_read(struct book *book, const struct found *found, const struct sought *sought,
                    struct arena *arena, struct found_row *out)
{
    *out = (struct found_row){.what = "",
                              .number = "",
                              .customer = "",
                              .name = "",
                              .status = "",
                              .text = "",
                              .currency = book->currency,
                              .date = DATE_NONE};
    switch (found->kind) {
    case FOUND_CUSTOMER: return customer_read(book, found, sought, arena, out);
    case FOUND_DOCUMENT: return document_read(book, found, arena, out);
    case FOUND_DISPUTE: return dispute_read(book, found, arena, out);
    case FOUND_ENTRY: entry_read(book, found, arena, out); return ERR_OK;
    }
    return ERR_OK;
}
