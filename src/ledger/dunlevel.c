#include "ledger/dunlevel.h"

#include "ledger/local.h"

/* All that is known of an item's letters by the day, oldest letter first. */
#define LETTERS                                                                                    \
    "SELECT x.item_id, " STAYS(                                                                    \
        "c") ", x.level, l.day, l.held, l.id,"                                                     \
             " (SELECT z.day FROM dunning_release z WHERE z.letter_id = l.id AND z.day <= $1)"     \
             " FROM dunning_item x JOIN dunning_letter l ON l.id = x.letter_id"                    \
             " JOIN item i ON i.id = x.item_id JOIN customer c ON c.id = l.customer_id"            \
             " WHERE l.day <= $1 AND x.rides = 0 AND i.settled_on > $1 AND NOT EXISTS"             \
             " (SELECT 1 FROM dunning_undo u WHERE u.letter_id = l.id AND u.day <= $1)"
#define IN_ORDER " ORDER BY x.item_id, x.id"

static void letter_take(struct stmt *q, struct dunlevel *level)
{
    const bool held = col_i64(q, 4) != 0 && col_is_null(q, 6);

    level->item_id = col_i64(q, 0);
    level->customer_id = col_i64(q, 1);
    if (held) {
        level->held_id = col_i64(q, 5);
        return;
    }
    level->level = (int)col_i64(q, 2);
    level->day = (struct date){(int32_t)(col_is_null(q, 6) ? col_i64(q, 3) : col_i64(q, 6))};
    level->letter_id = col_i64(q, 5);
}

#define NOTHING ((struct dunlevel){.level = DUNLEVEL_NONE, .day = DATE_NONE})

static enum err levels_pass(struct stmt *q,
                            enum err (*each)(void *self, const struct dunlevel *level), void *self)
{
    struct dunlevel level = NOTHING;
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        if (level.item_id && level.item_id != col_i64(q, 0)) {
            e = each(self, &level);
            level = NOTHING;
        }
        letter_take(q, &level);
    }
    e = stmt_end_after(q, e);
    return e == ERR_OK && level.item_id ? each(self, &level) : e;
}

enum err dunlevels_each(struct book *book, struct date as_of, int64_t customer_id,
                        enum err (*each)(void *self, const struct dunlevel *level), void *self)
{
    struct stmt *q = customer_id
                         ? db_sql(book->db, LETTERS " AND l.customer_id" OF_CUSTOMER("$2") IN_ORDER)
                         : db_sql(book->db, LETTERS IN_ORDER);

    bind_i64(q, 1, as_of.day);
    if (customer_id)
        bind_i64(q, 2, customer_id);
    return levels_pass(q, each, self);
}
