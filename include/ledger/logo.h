/* logo: the picture that stands on papers, kept in the book: each once, by its SHA-256.
 *
 * Which one stands on new papers is the setting `company.logo`; what was sent names its own, so
 * that it looks the same again whatever the file or the setting became.
 * Memory: the book's; a picture is read once. Fails with: MISSING, CORRUPT (the bytes). */
#ifndef LEDGER_LOGO_H
#define LEDGER_LOGO_H

#include "base/page.h"
#include "ledger/tx.h"

/* From now on; one that was there before is taken again. */
enum err logo_set(struct tx *tx, const struct picture *picture);
/* No logo from now on; what was sent keeps its own. CONFLICT: there is none. */
enum err logo_remove(struct tx *tx);
/* That of new papers; NULL = none. */
enum err logo_get(struct book *book, const struct picture **out);
enum err logo_find(struct book *book, const char *sha256, const struct picture **out);
/* A page that was kept names its logo; its bytes are found. */
enum err logo_fill(struct book *book, struct page *page);
/* May `company.logo` have this value? */
enum err logo_judge(struct book *book, const char *sha256);

#endif
