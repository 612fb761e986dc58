/* paperfind: the invoice or debit memo that somebody means who types or quotes a number.
 *
 * Exactly, in capitals, with the prefix of one of our series, or as an RF reference (ISO 11649).
 * Memory: the arena given. Fails with: MISSING, CONFLICT (two customers have it). */
#ifndef APP_PAPERFIND_H
#define APP_PAPERFIND_H

#include "ledger/document.h"

/* An open or settled debit by its number, with or without its series' prefix, or its RF reference;
 * ERR_MISSING when there is none. */
enum err paper_find(struct book *book, const char *text, struct arena *arena, struct document *out,
                    struct note *note);
/* The same, else any other document of exactly this number, in any case: P-2621, CM-31. */
enum err paper_find_any(struct book *book, const char *text, struct arena *arena,
                        struct document *out, struct note *note);

#endif
