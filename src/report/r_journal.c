#include "report/r_journal.h"

#include "ledger/journal.h"

#include <stdio.h>

static const struct column columns[] = {
    {"id", "Entry", CELL_INT, 0, 0, 0},
    {"moment", "Moment", CELL_MOMENT, 2, 0, 0},
    {"actor", "Who", CELL_TEXT, 1, 0, 0},
    {"ref", "Made", CELL_CODE, 0, 0, 0},
    {"says", "What was done", CELL_TEXT, 0, 30, 0},
    {"command", "Command", CELL_TEXT, 3, 30, 0},
    {"hash", "Hash", CELL_CODE, 0, 0, COLUMN_HIDDEN},
};

static enum err each_entry(void *self, const struct entry *entry)
{
    char hash[HASH_TEXT];
    const struct cell cells[] = {
        cell_int(entry->id),
        cell_number(CELL_MOMENT, entry->moment),
        cell_text(entry->actor),
        cell_code(entry->ref),
        cell_text(entry->says),
        cell_text(entry->command),
        cell_code(hash_hex(&entry->hash, hash)),
    };
    return sink_row(self, entry->id, ' ', cells);
}

enum err journal_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    char first[DATE_TEXT], last[DATE_TEXT], subtitle[64];
    int64_t before = 0, end = 0;

    date_iso(from, first);
    date_iso(to, last);
    snprintf(subtitle, sizeof subtitle, "%s to %s", first, last);
    const struct table_head head = {"Journal", subtitle, columns,
                                    (int)(sizeof columns / sizeof *columns)};
    TRY(sink->head(sink->self, &head));
    TRY(journal_known_on(book, date_add(from, -1), &before));
    TRY(journal_known_on(book, to, &end));
    if (before < 0)
        before = 0;
    if (end > before) /* ids have no gaps */
        TRY(journal_each(book, before, false, end - before, each_entry, sink));
    return sink->foot(sink->self, NULL);
}
