/* question: one SQL question to a book, asked over a connection that cannot write.
 *
 * Memory: the rows go to the sink one by one, all as text. Fails with: INPUT (no single SELECT or
 * WITH, or one that is not understood), DENIED (it would write), UNAVAILABLE (a book in memory),
 * and what the sink says. */
#ifndef LEDGER_QUESTION_H
#define LEDGER_QUESTION_H

#include "base/table.h"
#include "ledger/book.h"

enum err question_ask(struct book *book, const char *sql, struct sink *sink);

#endif
