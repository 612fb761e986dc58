/* names: every customer's names and numbers, folded, in memory: what is looked for at each key.
 *
 * Read at first use and kept with the book; read again only when customers, contacts or changes of
 * master data were written since, by whoever. Customers that were merged into another are left out.
 * Knows: nothing of screens. Memory: the book's; rows stay until the next names_of.
 * Fails with: what the store says. */
#ifndef LEDGER_NAMES_H
#define LEDGER_NAMES_H

#include "base/rank.h"
#include "base/sought.h"
#include "ledger/book.h"

enum name_field {
    NAME_CODE,
    NAME_NAME,
    NAME_CONTACT, /* the people, and who is to be asked for */
    NAME_PHONE,
    NAME_EMAIL,
    NAME_TAX,
    NAME_ADDRESS,
    NAME_ALIAS, /* what its payments are known by: accounts, numbers, names */
    NAME_FIELDS
};

struct name {
    int64_t id;
    const char *code, *name;
    char currency[4];   /* the account's */
    const char *town;   /* what stands behind the last comma of the address */
    const char *folded; /* the fields in their order, a line break behind each */
    const char *listed; /* what lists show besides: collector, currency, terms */
    bool own_terms;     /* else the book's */
    int64_t owed;       /* open today, in base currency; 0 until names_figures */
    int32_t last;       /* the posted day of the last document */
};

struct names {
    struct arena arena;
    struct name *rows; /* by id */
    size_t count, room;
    uint32_t *order; /* places in rows: by what is owed, then by the last document, then by code */
    int64_t stamp[3];
    int64_t figured; /* revision of the figures; -1 = none yet */
};

enum err names_of(struct book *book, struct names **out);
/* What each one owes, and when it was last heard of, as of now: ties of a search are put in this
 * order. Reads all open items, so not at every key. */
enum err names_figures(struct book *book);
void names_free(struct names *names); /* NULL is fine */
const struct name *name_get(const struct names *names, int64_t id); /* NULL = none */

/* Does the folded needle occur in code or name? */
bool name_shows(const struct name *name, const char *needle);
/* The town in an address: what stands behind its last comma. */
const char *address_town(const char *address, struct arena *arena);

struct name_match {
    enum rank rank; /* NONE = no match */
    enum name_field field;
    unsigned words; /* those that occur in it, as bits */
};
/* All words must occur, each in any field. With `slips` a word that does not occur may be in code
 * or name but for one slip: it costs more, and is for what nobody has as it is typed. */
struct name_match name_match(const struct name *name, const struct sought *sought, bool slips);

#endif
