#include "ledger/named.h"

#include "base/text.h"
#include "ledger/erasure.h"

#include <stdlib.h>
#include <string.h>

#define SHORTEST 3
#define NUMBER_SHORTEST 6
#define DIGITS "0123456789"

bool code_is_neutral(const char *code)
{
    return *code && strspn(code, DIGITS) == strlen(code);
}

static void word_add(struct named *named, const char *text, bool code)
{
    const char *word =
        text_trim(code ? arena_text(&named->arena, text) : text_fold(&named->arena, text));
    const size_t len = strlen(word);

    if (len < SHORTEST || (strspn(word, DIGITS " -./+") == len && len < NUMBER_SHORTEST) ||
        strcmp(word, ERASED) == 0)
        return;
    for (size_t i = 0; i < named->count; i++)
        if (strcmp(named->words[i], word) == 0)
            return;
    if (named->count == named->room) {
        const size_t room = named->room ? named->room * 2 : 32;
        const char **words = mem_new(room, sizeof *words);
        if (named->count)
            memcpy((void *)words, (const void *)named->words, named->count * sizeof *words);
        free((void *)named->words);
        named->words = words;
        named->room = room;
    }
    named->words[named->count++] = word;
}

#define CONTACTS "(SELECT id FROM contact WHERE customer_id" OF_CUSTOMER("$1") ")"
#define PAPERS "(SELECT id FROM document WHERE customer_id" OF_CUSTOMER("$1") ")"

#define OWN " FROM change WHERE subject = 'customer' AND subject_id" OF_CUSTOMER("$1")
#define PERSON                                                                                     \
    " FROM change WHERE (subject = 'contact' AND subject_id IN " CONTACTS ")"                      \
    " OR (subject = 'customer' AND field = 'contact' AND subject_id" OF_CUSTOMER("$1") ")"
#define ALONE(column)                                                                              \
    " AND NOT EXISTS (SELECT 1 FROM customer o WHERE o." column " = t." column " COLLATE NOCASE"   \
    " AND NOT o.id" OF_CUSTOMER("$1") ")"

/* Each gives one column of texts. A name that another customer has as well is no strong word. */
static const char *const codes[] = {
    "SELECT code FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT before" OWN " AND field = 'code'",
    NULL,
};
static const char *const strong[] = {
    "SELECT t.name FROM customer t WHERE t.id" OF_CUSTOMER("$1") ALONE("name"),
    "SELECT t.before FROM change t WHERE t.subject = 'customer' AND t.field = 'name'"
    " AND t.subject_id" OF_CUSTOMER(
        "$1") " AND NOT EXISTS (SELECT 1 FROM customer o WHERE o.name = t.before COLLATE NOCASE)",
    "SELECT t.tax_number FROM customer t WHERE t.id" OF_CUSTOMER("$1") ALONE("tax_number"),
    "SELECT t.value FROM alias t WHERE t.customer_id" OF_CUSTOMER(
        "$1") " AND NOT EXISTS (SELECT 1 FROM alias o WHERE o.kind = t.kind AND o.folded = t.folded"
              " AND NOT o.customer_id" OF_CUSTOMER("$1") ")",
    NULL,
};
static const char *const weak[] = {
    "SELECT name FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT email FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT phone FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT address FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT contact FROM customer WHERE id" OF_CUSTOMER("$1"),
    "SELECT before" OWN " AND field IN ('name', 'email', 'phone', 'address', 'tax-id')",
    "SELECT after" OWN " AND field IN ('name', 'email', 'phone', 'address', 'tax-id')",
    "SELECT value FROM customer_dated WHERE field IN (4, 5) AND customer_id" OF_CUSTOMER("$1"),
    "SELECT name FROM contact WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT phone FROM contact WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT email FROM contact WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT before" PERSON,
    "SELECT after" PERSON,
    "SELECT value FROM alias WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT person FROM contact_log WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT person FROM promise WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT account FROM remitter WHERE receipt_id IN " PAPERS,
    "SELECT payer FROM receipt WHERE document_id IN " PAPERS,
    "SELECT address FROM sent_paper WHERE customer_id" OF_CUSTOMER("$1"),
    "SELECT recipient FROM outbox WHERE customer_id" OF_CUSTOMER("$1"),
    NULL,
};

static enum err words_read(struct book *book, int64_t customer_id, const char *const *questions,
                           bool code, struct named *out)
{
    for (int i = 0; questions[i]; i++) {
        struct stmt *q = db_sql(book->db, questions[i]);
        bind_i64(q, 1, customer_id);
        while (stmt_row(q))
            if (!col_is_null(q, 0) && !(code && code_is_neutral(col_text(q, 0))))
                word_add(out, col_text(q, 0), code);
        TRY(stmt_end(q));
    }
    return ERR_OK;
}

enum err named_read(struct book *book, int64_t customer_id, struct named *out)
{
    TRY(words_read(book, customer_id, codes, true, out));
    out->codes = out->count;
    TRY(words_read(book, customer_id, strong, false, out));
    out->strong = out->count;
    return words_read(book, customer_id, weak, false, out);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static bool word_in(const char *text, const char *word)
{
    const size_t len = strlen(word);

    for (const char *at = text; (at = strstr(at, word)); at++)
        if ((at == text || !is_letter(at[-1]) || !is_letter(word[0])) &&
            (!is_letter(at[len]) || !is_letter(word[len - 1])))
            return true;
    return false;
}

bool named_in(struct named *named, const char *text, enum named_by by)
{
    const size_t counts[] = {[NAMED_BY_CODE] = named->codes,
                             [NAMED_BY_STRONG] = named->strong,
                             [NAMED_BY_ANY] = named->count};

    if (!text || !*text)
        return false;
    arena_reset(&named->scratch);
    const char *folded = by == NAMED_BY_CODE ? NULL : text_fold(&named->scratch, text);
    for (size_t i = 0; i < counts[by]; i++)
        if (word_in(i < named->codes ? text : folded, named->words[i]))
            return true;
    return false;
}

void named_done(struct named *named)
{
    free((void *)named->words);
    arena_done(&named->arena);
    arena_done(&named->scratch);
}
