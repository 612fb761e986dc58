/* importread: rows of a file into records: every field parsed and checked before anything is
 * posted. */
#include "app/import.h"

#include "base/buf.h"
#include "base/card.h"
#include "base/text.h"
#include "io/amounttext.h"
#include "io/country.h"
#include "ledger/book.h"

#include <stdlib.h>
#include <string.h>

/* One row of the file at work. */
struct file_row {
    int64_t line;
    const char **fields;
};

static const char *field_text(const struct import *import, const struct file_row *row,
                              enum import_field field)
{
    const int column = import->mapping.column[field];
    const char *text = column >= 0 ? row->fields[column] : "";

    if (text_is_blank(text) && import->mapping.otherwise[field])
        return import->mapping.otherwise[field];
    return text;
}

/* The words of a failed parse, with the place where it happened. */
static enum err wrong(struct import *import, const struct file_row *row, enum import_field field,
                      enum err code)
{
    char words[sizeof import->act->note->text];

    memcpy(words, import->act->note->text, sizeof words);
    return reader_fail(import->reader, code, row->line, import->mapping.column[field], "%s", words);
}

static enum err read_day(struct import *import, const struct file_row *row, enum import_field field,
                         struct date *out)
{
    const char *text = field_text(import, row, field);

    *out = DATE_NONE;
    if (text_is_blank(text))
        return ERR_OK;
    const enum err e = date_parse_file(text, import->mapping.order, out, import->act->note);
    return e == ERR_OK ? ERR_OK : wrong(import, row, field, e);
}

static enum err read_number(struct import *import, const struct file_row *row,
                            enum import_field field, unsigned scale, int64_t *out, bool *is)
{
    const char *text = field_text(import, row, field);
    char bare[AMOUNT_TEXT_MAX], currency[4];

    *out = 0;
    *is = !text_is_blank(text);
    if (!*is)
        return ERR_OK;
    if (amount_bare(text, bare, currency) && *bare)
        text = bare;
    const struct notation *said = &import->mapping.notation;
    const enum err e = decimal_parse(text, said, scale, out, import->act->note);
    if (e == ERR_OK)
        return ERR_OK;
    /* what the other decimal mark would read */
    char words[sizeof import->act->note->text];
    int64_t other = 0;
    const struct notation turned = {.decimal = said->group, .group = said->decimal};
    memcpy(words, import->act->note->text, sizeof words);
    const bool fits = decimal_parse(text, &turned, scale, &other, NULL) == ERR_OK;
    return reader_fail(import->reader, e, row->line, import->mapping.column[field], "%s%s", words,
                       !fits                   ? ""
                       : turned.decimal == ',' ? "; a decimal comma is said with --decimal ,"
                                               : "; a decimal point is said with --decimal .");
}

static enum err currency_of(struct import *import, const struct file_row *row,
                            enum import_field field, const char *text, struct record *out)
{
    if (currency_find(text, &out->currency) == ERR_OK)
        return ERR_OK;
    return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[field],
                       "'%.20s' is no currency; write its ISO code, as EUR", text);
}

/* Its column says it, else the amounts, else the command. */
static enum err read_currency(struct import *import, const struct file_row *row, struct record *out)
{
    static const enum import_field amounts[] = {FIELD_AMOUNT, FIELD_OPEN, FIELD_PRICE, FIELD_LIMIT};
    const char *text = field_text(import, row, FIELD_CURRENCY);
    char bare[AMOUNT_TEXT_MAX], code[4];

    if (!text_is_blank(text))
        TRY(currency_of(import, row, FIELD_CURRENCY, text, out));
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        if (!amount_bare(field_text(import, row, amounts[i]), bare, code) || !code[0])
            continue;
        if (!out->currency.code[0] && strlen(code) == 3)
            TRY(currency_of(import, row, amounts[i], code, out));
        if (out->currency.code[0] && !amount_currency_is(code, out->currency.code))
            return reader_fail(
                import->reader, ERR_INPUT, row->line, import->mapping.column[amounts[i]],
                "the amount is in %s, but the row is in %s", code, out->currency.code);
        memcpy(out->sign, code, sizeof out->sign);
    }
    text = args_get(import->act->args, "currency");
    return out->currency.code[0] || !text ? ERR_OK
                                          : currency_of(import, row, FIELD_CURRENCY, text, out);
}

static enum err read_rate(struct import *import, const struct file_row *row, struct record *out)
{
    const char *text = field_text(import, row, FIELD_RATE);

    if (text_is_blank(text))
        return ERR_OK;
    const enum err e = ratio_parse(text, &out->rate, import->act->note);
    if (e != ERR_OK)
        return wrong(import, row, FIELD_RATE, e);
    if (out->rate.num <= 0)
        return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[FIELD_RATE],
                           "a rate must be above zero");
    if (import->mapping.inverted)
        out->rate = ratio_invert(out->rate);
    return ERR_OK;
}

static enum err read_flag(struct import *import, const struct file_row *row, struct record *out)
{
    static const char *const yes[] = {"yes", "y", "true", "1", "x", "ja", "oui", "si"};
    static const char *const no[] = {"no", "n", "false", "0", "", "nein", "non"};
    const char *text = field_text(import, row, FIELD_DISPUTED);

    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++)
        if (text_same(text, yes[i])) {
            out->disputed = true;
            return ERR_OK;
        }
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
        if (text_same(text, no[i]))
            return ERR_OK;
    return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[FIELD_DISPUTED],
                       "'%.20s' is neither yes nor no", text);
}

/* "de" of "de-AT" and "DE": papers ask for a template in it. */
static enum err read_language(struct import *import, const struct file_row *row, const char *text,
                              struct arena *arena, const char **out)
{
    char *code = arena_text(arena, text);
    const size_t len = strcspn(code, "-_");

    for (char *c = code; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    code[len] = 0;
    *out = code;
    if (!*text || (len == 2 && strspn(code, "abcdefghijklmnopqrstuvwxyz") == 2))
        return ERR_OK;
    return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[FIELD_LANGUAGE],
                       "'%.20s' is no language; write two letters, as en or de", text);
}

static enum err read_texts(struct import *import, const struct file_row *row, struct arena *arena,
                           struct record *out)
{
    for (int field = 0; field < FIELD_TEXTS; field++) {
        const char *text = field_text(import, row, (enum import_field)field);
        char *clean = NULL;
        out->texts[field] = "";
        if (!*text)
            continue;
        const enum err e = text_clean(text, strlen(text), field == FIELD_ADDRESS, arena, &clean,
                                      import->act->note);
        if (e != ERR_OK)
            return wrong(import, row, (enum import_field)field, e);
        if (card_in(clean))
            return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[field],
                               CARD_REFUSED);
        out->texts[field] = clean;
    }
    if (out->texts[FIELD_COUNTRY][0]) {
        const char *code = country_code(out->texts[FIELD_COUNTRY], arena);
        if (!code)
            return reader_fail(import->reader, ERR_INPUT, row->line,
                               import->mapping.column[FIELD_COUNTRY],
                               "'%.30s' is not a country; write two letters, as NL, or US-NY for a "
                               "part",
                               out->texts[FIELD_COUNTRY]);
        out->texts[FIELD_COUNTRY] = code;
    }
    TRY(read_language(import, row, out->texts[FIELD_LANGUAGE], arena,
                      &out->texts[FIELD_LANGUAGE]));
    /* 17850.0: a customer's number that a spreadsheet made a figure of */
    char *code = (char *)out->texts[FIELD_CUSTOMER];
    const size_t len = strlen(code);
    if (len > 2 && strcmp(code + len - 2, ".0") == 0 && strspn(code, "0123456789") == len - 2)
        code[len - 2] = 0;
    return ERR_OK;
}

static enum err missing(struct import *import, const struct file_row *row, enum import_field field)
{
    return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[field],
                       "there is no %s; give one, or --default \"%s=...\"",
                       import_field_name(field), import_field_name(field));
}

static enum err judge(struct import *import, const struct file_row *row,
                      const struct record *record)
{
    const bool papers = import->kind == IMPORT_INVOICES || import->kind == IMPORT_HISTORY;

    if (import->kind != IMPORT_PAYMENTS && !record->texts[FIELD_CUSTOMER][0])
        return missing(import, row, FIELD_CUSTOMER);
    if (papers && !record->texts[FIELD_NUMBER][0])
        return missing(import, row, FIELD_NUMBER);
    if (import->kind != IMPORT_CUSTOMERS && !date_is(record->date))
        return missing(import, row, FIELD_DATE);
    if (import->kind != IMPORT_CUSTOMERS && !record->has_amount && !record->has_price)
        return missing(import, row, FIELD_AMOUNT);
    if (import->kind == IMPORT_PAYMENTS && record->amount <= 0)
        return reader_fail(import->reader, ERR_INPUT, row->line,
                           import->mapping.column[FIELD_AMOUNT],
                           "a payment must be more than zero; money that went back is a refund");
    if (papers)
        TRY(import_judge_open(import, record));
    if (papers && date_is(record->due) && record->due.day < record->date.day)
        return reader_fail(import->reader, ERR_INPUT, row->line, import->mapping.column[FIELD_DUE],
                           "the due date lies before the date of the document");
    return ERR_OK;
}

static enum err read_record(struct import *import, const struct file_row *row, struct arena *arena,
                            struct record *out)
{
    bool has_quantity = false, has_limit = false;

    *out = (struct record){.line = row->line, .limit = -1};
    TRY(read_texts(import, row, arena, out));
    TRY(read_currency(import, row, out));
    TRY(read_day(import, row, FIELD_DATE, &out->date));
    TRY(read_day(import, row, FIELD_DUE, &out->due));
    TRY(read_day(import, row, FIELD_PAID, &out->paid));
    const struct currency currency =
        out->currency.code[0] ? out->currency : book_currency(import->act->book);
    TRY(read_number(import, row, FIELD_AMOUNT, currency.digits, &out->amount, &out->has_amount));
    TRY(read_number(import, row, FIELD_OPEN, currency.digits, &out->open, &out->has_open));
    TRY(read_number(import, row, FIELD_QUANTITY, 6, &out->quantity, &has_quantity));
    TRY(read_number(import, row, FIELD_PRICE, 6, &out->price, &out->has_price));
    TRY(read_number(import, row, FIELD_LIMIT, currency.digits, &out->limit, &has_limit));
    if (has_limit && (out->limit < 0 || out->limit > MONEY_MAX))
        return reader_fail(import->reader, ERR_INPUT, row->line,
                           import->mapping.column[FIELD_LIMIT],
                           out->limit < 0 ? "a credit limit is 0 or more; an empty field is none"
                                          : "the limit is too large");
    if (!has_limit)
        out->limit = -1;
    if (out->has_price && !has_quantity)
        out->quantity = MICRO;
    if (out->amount > MONEY_MAX || out->amount < -MONEY_MAX)
        return reader_fail(import->reader, ERR_LIMIT, row->line,
                           import->mapping.column[FIELD_AMOUNT], "the amount is too large");
    TRY(read_rate(import, row, out));
    TRY(read_flag(import, row, out));
    return judge(import, row, out);
}

/* A record as bytes: the struct, then its texts. */
static enum err stage_record(struct import *import, const struct record *record, struct buf *bytes,
                             int64_t *place)
{
    buf_reset(bytes);
    buf_add(bytes, record, sizeof *record);
    for (int i = 0; i < FIELD_TEXTS; i++)
        buf_add(bytes, record->texts[i], strlen(record->texts[i]) + 1);
    if (bytes->full)
        return fail(import->act->note, ERR_LIMIT, "line %lld: the row is too long",
                    (long long)record->line);
    return stage_add(import->records, bytes->data, bytes->len, place);
}

enum err import_record(struct import *import, int64_t place, struct record *out)
{
    const void *bytes = NULL;
    size_t len = 0;

    TRY(stage_get(import->records, place, &bytes, &len));
    memcpy(out, bytes, sizeof *out);
    const char *text = (const char *)bytes + sizeof *out;
    for (int i = 0; i < FIELD_TEXTS; i++) {
        out->texts[i] = text;
        text += strlen(text) + 1;
    }
    return ERR_OK;
}

/* Which group a record belongs to: documents by number and customer, anything else by itself. */
struct lookup {
    uint64_t *hashes;
    size_t *groups;
    size_t room;
    struct arena keys;
    char **names;
};

static uint64_t hash_text(const char *text, uint64_t h)
{
    for (; *text; text++)
        h = (h ^ (uint8_t)*text) * UINT64_C(0x100000001B3);
    return (h ^ 0x1F) * UINT64_C(0x100000001B3);
}

static void lookup_grow(struct lookup *lookup)
{
    const size_t old_room = lookup->room;
    uint64_t *old_hashes = lookup->hashes;
    size_t *old_groups = lookup->groups;

    lookup->room = old_room ? old_room * 2 : 1024;
    lookup->hashes = mem_new(lookup->room, sizeof *lookup->hashes);
    lookup->groups = mem_new(lookup->room, sizeof *lookup->groups);
    for (size_t i = 0; i < old_room; i++) {
        if (!old_hashes[i])
            continue;
        size_t at = (size_t)old_hashes[i] & (lookup->room - 1);
        while (lookup->hashes[at])
            at = (at + 1) & (lookup->room - 1);
        lookup->hashes[at] = old_hashes[i];
        lookup->groups[at] = old_groups[i];
    }
    free(old_hashes);
    free(old_groups);
}

/* The group of a key, or SIZE_MAX and the place for a new one. */
static size_t lookup_find(struct import *import, struct lookup *lookup, const char *key, uint64_t h,
                          size_t *place)
{
    size_t at = (size_t)h & (lookup->room - 1);

    for (; lookup->hashes[at]; at = (at + 1) & (lookup->room - 1))
        if (lookup->hashes[at] == h && strcmp(lookup->names[lookup->groups[at]], key) == 0)
            return lookup->groups[at];
    (void)import;
    *place = at;
    return SIZE_MAX;
}

static enum err add_line(struct import *import, struct lookup *lookup, const struct record *record,
                         int64_t place)
{
    if (import->line_count == import->line_room) {
        import->line_room = import->line_room ? import->line_room * 2 : 1024;
        import->lines = mem_resize(import->lines, import->line_room, sizeof *import->lines);
    }
    if (import->group_count == import->group_room) {
        import->group_room = import->group_room ? import->group_room * 2 : 1024;
        import->groups = mem_resize(import->groups, import->group_room, sizeof *import->groups);
        lookup->names = mem_resize(lookup->names, import->group_room, sizeof *lookup->names);
    }
    if (import->group_count * 2 >= lookup->room)
        lookup_grow(lookup);
    const size_t line = import->line_count++;
    import->lines[line] = (struct import_line){place, SIZE_MAX};

    const bool papers = import->kind == IMPORT_INVOICES || import->kind == IMPORT_HISTORY;
    size_t at = 0, group = SIZE_MAX;
    const char *key = arena_format(&lookup->keys, "%s\x1f%s", record->texts[FIELD_NUMBER],
                                   record->texts[FIELD_CUSTOMER]);
    const uint64_t h = hash_text(key, UINT64_C(0xCBF29CE484222325)) | 1;
    if (papers)
        group = lookup_find(import, lookup, key, h, &at);
    if (group != SIZE_MAX && !record->has_price) {
        struct record first;
        TRY(import_record(import, import->lines[import->groups[group].first].place, &first));
        return fail(import->act->note, ERR_INPUT,
                    "%s, line %lld: invoice %s of customer %s is in line %lld already",
                    reader_name(import->reader), (long long)record->line,
                    record->texts[FIELD_NUMBER], record->texts[FIELD_CUSTOMER],
                    (long long)first.line);
    }
    if (group == SIZE_MAX) {
        group = import->group_count++;
        import->groups[group] = (struct import_group){line, line};
        lookup->names[group] = (char *)key;
        if (papers) {
            lookup->hashes[at] = h;
            lookup->groups[at] = group;
        }
        return ERR_OK;
    }
    import->lines[import->groups[group].last].next = line;
    import->groups[group].last = line;
    return ERR_OK;
}

static bool is_kept(const struct import *import, const struct file_row *row, struct cell *cells)
{
    if (!import->where)
        return true;
    for (int i = 0; i < import->column_count; i++)
        cells[i] = cell_text(row->fields[i]);
    return filter_match(import->where, cells);
}

static enum err read_where(struct import *import)
{
    const struct args *args = import->act->args;
    const struct reader_row *head = reader_head(import->reader);

    import->column_count = head->count;
    import->columns = arena_new(&import->arena, (size_t)head->count * sizeof *import->columns);
    for (int i = 0; i < head->count; i++)
        import->columns[i] =
            (struct column){.name = arena_text(&import->arena, head->fields[i]), .kind = CELL_TEXT};
    if (!args_given(args, "where"))
        return ERR_OK;
    return filter_parse(args_get(args, "where"), import->columns, import->column_count,
                        &import->act->session->habit, &import->where, import->act->note);
}

enum err import_read(struct import *import)
{
    struct session *session = import->act->session;
    struct arena arena = {0};
    struct lookup lookup = {0};
    struct buf bytes;
    const void *data = NULL;
    size_t len = 0;
    int64_t done = 0;
    enum err e;

    buf_init(&bytes, STAGE_RECORD_MAX);
    TRY_OUT(read_where(import));
    TRY_OUT(stage_open(import->act->note, &import->records));
    struct file_row row = {
        .fields = arena_new(&import->arena, (size_t)import->column_count * sizeof *row.fields)};
    struct cell *cells = arena_new(&import->arena, (size_t)import->column_count * sizeof *cells);
    TRY_OUT(stage_rewind(import->raw));
    for (;;) {
        struct record record;
        int64_t place = 0;
        TRY_OUT(stage_next(import->raw, &data, &len));
        if (!data)
            break;
        memcpy(&row.line, data, sizeof row.line);
        const char *text = (const char *)data + sizeof row.line;
        for (int i = 0; i < import->column_count; i++) {
            row.fields[i] = text;
            text += strlen(text) + 1;
        }
        if (++done % 4096 == 0 && session->progress &&
            session->progress(session->self, "Checking", done, import->rows)) {
            e = fail(import->act->note, ERR_CANCELLED, "stopped; nothing was imported");
            goto out;
        }
        if (!is_kept(import, &row, cells)) {
            import->left_out++;
            continue;
        }
        if (import_is_gone(import, field_text(import, &row, FIELD_STATUS))) {
            TRY_OUT(import_gone_look(import, field_text(import, &row, FIELD_CUSTOMER),
                                     field_text(import, &row, FIELD_NUMBER),
                                     field_text(import, &row, FIELD_STATUS), row.line));
            continue;
        }
        arena_reset(&arena);
        TRY_OUT(read_record(import, &row, &arena, &record));
        TRY_OUT(stage_record(import, &record, &bytes, &place));
        TRY_OUT(add_line(import, &lookup, &record, place));
    }
out:
    free(lookup.hashes);
    free(lookup.groups);
    free(lookup.names);
    arena_done(&lookup.keys);
    arena_done(&arena);
    buf_done(&bytes);
    return e;
}
