/* proofdunning: letters of dunning are whole: what they ask for, their text, their fee. */
#include "ledger/proofparts.h"

#include <string.h>

/* Rows of a question are numbers of letters of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "letter %s %s", col_text(q, 0), sentence);
    return stmt_end(q);
}

static enum err bodies_check(struct book *book, struct trouble *trouble)
{
    struct stmt *q =
        db_sql_once(book->db, "SELECT number, sha256, body FROM dunning_letter ORDER BY id");

    while (stmt_row(q)) {
        const char *body = col_text(q, 2);
        struct hasher h;
        struct hash hash;
        char hex[HASH_TEXT];
        hasher_init(&h);
        hasher_bytes(&h, body, strlen(body));
        hasher_end(&h, &hash);
        if (strcmp(hash_hex(&hash, hex), col_text(q, 1)) != 0)
            trouble_say(trouble, "letter %s has not the text with which it went out",
                        col_text(q, 0));
    }
    return stmt_end(q);
}

/* 12: a charge. Of a held letter it is posted with the release. */
static enum err fees_check(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT l.number FROM dunning_letter l LEFT JOIN dunning_release z"
                     " ON z.letter_id = l.id LEFT JOIN document d ON d.id = CASE WHEN l.held = 1"
                     " THEN z.fee_id ELSE l.fee_id END WHERE (l.held = 0 OR z.id IS NOT NULL)"
                     " AND l.fee <> 0 AND (d.id IS NULL OR d.kind <> " KIND_CHARGE
                     " OR d.total <> l.fee"
                     " OR " OF_TWO("d.customer_id", "l.customer_id") " OR d.currency <> l.currency)"
                                                                     " ORDER BY l.id",
                     "has a fee, and no charge of the same sum"));
    TRY(each_trouble(book, trouble,
                     "SELECT l.number FROM dunning_letter l LEFT JOIN dunning_release z"
                     " ON z.letter_id = l.id WHERE (l.fee = 0 AND (l.fee_id <> 0 OR"
                     " COALESCE(z.fee_id, 0) <> 0)) OR (l.held = 1 AND l.fee_id <> 0)"
                     " OR (l.held = 0 AND z.id IS NOT NULL) ORDER BY l.id",
                     "has a charge or a release that it should not have"));
    return each_trouble(book, trouble,
                        "SELECT l.number FROM dunning_letter l JOIN dunning_undo u"
                        " ON u.letter_id = l.id LEFT JOIN dunning_release z ON z.letter_id = l.id"
                        " WHERE (l.fee_id <> 0 OR COALESCE(z.fee_id, 0) <> 0) AND NOT EXISTS"
                        " (SELECT 1 FROM document d WHERE d.reverses_id = CASE WHEN l.fee_id <> 0"
                        " THEN l.fee_id ELSE z.fee_id END) ORDER BY l.id",
                        "was taken back, but its fee was not");
}

enum err proof_dunning(struct book *book, struct trouble *trouble)
{
    TRY(proof_series(book, trouble, "SELECT serial FROM dunning_letter ORDER BY serial",
                     "dunning"));
    TRY(each_trouble(book, trouble,
                     "SELECT l.number FROM dunning_letter l WHERE l.amount <> COALESCE((SELECT"
                     " CAST(SUM(x.amount) AS BIGINT) FROM dunning_item x"
                     " WHERE x.letter_id = l.id), 0) ORDER BY l.id",
                     "does not ask for the sum of its items"));
    TRY(each_trouble(book, trouble,
                     "SELECT DISTINCT l.number FROM dunning_letter l JOIN dunning_item x"
                     " ON x.letter_id = l.id JOIN item i ON i.id = x.item_id"
                     " WHERE i.customer_id IS NULL OR " OF_TWO("i.customer_id", "l.customer_id")
                     " OR i.currency <> l.currency OR i.amount < x.amount OR x.level <> l.level"
                     " ORDER BY l.number",
                     "names an item that is not its own"));
    TRY(each_trouble(book, trouble,
                     "SELECT DISTINCT m.number FROM dunning_item x JOIN dunning_letter l"
                     " ON l.id = x.letter_id JOIN dunning_item y ON y.item_id = x.item_id"
                     " AND y.id > x.id AND y.rides = 0 JOIN dunning_letter m ON m.id = y.letter_id"
                     " WHERE x.rides = 0 AND m.day = l.day AND NOT EXISTS (SELECT 1 FROM"
                     " dunning_undo u WHERE u.letter_id IN (l.id, m.id)) ORDER BY m.number",
                     "is the second one on a day about the same item"));
    TRY(bodies_check(book, trouble));
    return fees_check(book, trouble);
}
