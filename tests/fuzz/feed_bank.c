/* feed_bank: bank files of any bytes, read to their end; what comes out keeps its contract. */
#include "base/buf.h"
#include "base/err.h"
#include "base/text.h"
#include "fuzz/target.h"
#include "io/bankfile.h"
#include "io/bankmap.h"

#include <stdlib.h>
#include <string.h>

/* A statement under way, and what its lines came to. */
struct seen {
    bool open;
    int64_t statements, entries, in_statement, details, parts_due;
    int64_t part, parts, entry;
};

static void text_holds(const char *text)
{
    size_t bad;

    must(text != NULL && strlen(text) <= BANK_TEXT_MAX);
    must(text_utf8(text, strlen(text), &bad));
    for (const char *c = text; *c; c++)
        must((unsigned char)*c >= ' ' && *c != 0x7F);
}

static bool day_holds(struct date day)
{
    return day.day == DATE_NONE.day || date_is(day);
}

static void balance_holds(const struct bank_balance *balance)
{
    must(balance->amount <= MONEY_MAX * 100 && balance->amount >= -MONEY_MAX * 100);
    must(day_holds(balance->day));
}

static enum err take_begin(void *self, const struct bank_statement *statement)
{
    struct seen *seen = self;

    must(!seen->open && statement->nth > seen->statements);
    seen->open = true;
    seen->statements = statement->nth;
    seen->in_statement = seen->details = 0;
    return ERR_OK;
}

static enum err take_line(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    struct seen *seen = self;
    const char *const texts[] = {line->bank_ref, line->reference, line->mandate, line->name,
                                 line->account,  line->bank,      line->cheque,  line->text,
                                 line->code,     line->reason};

    must(seen->open && statement->nth == seen->statements);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        text_holds(texts[i]);
    must(line->amount <= MONEY_MAX && line->amount >= -MONEY_MAX);
    must(day_holds(line->booked) && day_holds(line->value));
    must(line->decimals >= 0 && line->decimals < 64);
    if (line->part == 0) {
        must(seen->part == seen->parts); /* the batch before is whole */
        must(line->entry == ++seen->entries);
        seen->in_statement++;
        seen->part = 0;
        seen->parts = line->parts;
    } else {
        must(line->part == ++seen->part && line->parts == seen->parts);
        must(line->entry == seen->entries);
        seen->details++;
    }
    struct buf packed;
    struct bank_line again;
    buf_init(&packed, (size_t)1 << 21);
    bankline_pack(line, &packed);
    must(!packed.full && bankline_unpack(packed.data, &again) == packed.len);
    must(again.amount == line->amount && strcmp(again.text, line->text) == 0 &&
         strcmp(again.reason, line->reason) == 0);
    buf_done(&packed);
    return ERR_OK;
}

static enum err take_end(void *self, const struct bank_statement *statement)
{
    struct seen *seen = self;

    must(seen->open && seen->part == seen->parts);
    seen->open = false;
    must(statement->entries == seen->in_statement && statement->details == seen->details);
    must(statement->money_in >= 0 && statement->money_out >= 0);
    text_holds(statement->account);
    text_holds(statement->bank);
    text_holds(statement->number);
    text_holds(statement->id);
    balance_holds(&statement->opening);
    balance_holds(&statement->closing);
    if (statement->tie == BANK_TIE_OK)
        must(statement->opening.amount + statement->money_in - statement->money_out ==
             statement->closing.amount);
    return ERR_OK;
}

static enum err take_trouble(void *self, const char *words)
{
    must(*words != '\0');
    return ERR_OK;
}

static enum err file_read(const uint8_t *bytes, size_t len, const struct bank_options *options,
                          bool patient)
{
    char path[FEED_PATH];
    const int handle = feed_path(bytes, len, path);
    struct note note = {0};
    struct bank_result result;
    struct seen seen = {0};
    const struct bank_sink sink = {take_begin, take_line, take_end, patient ? take_trouble : NULL,
                                   &seen};
    const enum err e = bankfile_read(path, options, &sink, &note, &result);

    feed_path_done(handle);
    /* whoever refuses says why */
    must(e == ERR_OK || (note.text[0] != '\0' && note.code == e));
    if (e == ERR_OK)
        must(!seen.open && result.entries == seen.entries && result.format != NULL);
    return e;
}

void feed_bank(const uint8_t *bytes, size_t len)
{
    static const struct bank_options plain, odd = {.encoding = "cp1252", .bytes_max = 3000};

    file_read(bytes, len, &plain, true);
    file_read(bytes, len, &plain, false);
    file_read(bytes, len, &odd, true);
}

/* Under the map that is proposed, with an answer to what is unclear; and under one that fits
 * little. */
void feed_bankcsv(const uint8_t *bytes, size_t len)
{
    struct arena arena = {0};
    char path[FEED_PATH];
    const int handle = feed_path(bytes, len, path);
    struct note note = {0};
    struct bank_proposal proposal;
    const enum err e = bankmap_propose(path, &(struct bank_said){0}, &arena, &note, &proposal);
    struct bank_options options = {
        .map = "date=1; amount=2; text=3; text=4; balance=5; sign=6; header=0; dates=dmy; "
               "decimal=,"};

    feed_path_done(handle);
    must(e == ERR_OK || (note.text[0] != '\0' && note.code == e));
    file_read(bytes, len, &options, true);
    if (e == ERR_OK) {
        options.map = arena_format(&arena, "%s; dates=mdy; decimal=.", proposal.map);
        file_read(bytes, len, &options, true);
    }
    arena_done(&arena);
}
