#include "ledger/tamper.h"

#include "db/db.h"
#include "ledger/firm.h"
#include "ledger/journal.h"

#include <stdio.h>

#define TRIGGERS_MOST 300

void tamper_sql(const char *sql)
{
    if (firm_sql(sql) != ERR_OK)
        fail_msg("%s: %s", sql, firm()->note.text);
    firm()->damaged = true;
}

void tamper_triggers_drop(void)
{
    char names[TRIGGERS_MOST][60];
    int count = 0;
    struct stmt *q = db_sql_once(book_db(firm()->book),
                                 "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
                                 " AND (name LIKE '%no_update' OR name LIKE '%no_delete')");

    while (stmt_row(q) && count < TRIGGERS_MOST)
        snprintf(names[count++], sizeof names[0], "%s", col_text(q, 0));
    assert_int_equal(stmt_end(q), ERR_OK);
    for (int i = 0; i < count; i++)
        tamper_sql(arena_format(&firm()->arena, "DROP TRIGGER %s", names[i]));
}

static void keep_first(void *self, const char *sentence)
{
    const char **words = self;

    if (!*words)
        *words = arena_text(&firm()->arena, sentence);
}

int tamper_found(const struct hash *anchor, const char **words)
{
    int found = 0;

    *words = NULL;
    assert_answer(journal_verify(firm()->book, anchor, keep_first, words, &found));
    return found;
}
