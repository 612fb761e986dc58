/* account: the chart of accounts and the part each account plays in postings. */
#include "ledger/account.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <string.h>

const char *account_part_name(enum account_part part)
{
    static const char *const names[] = {
#define X(part, word, code, kind, also, control, name) [ACCOUNT_PART_##part] = word,
        ACCOUNT_LIST(X)
#undef X
    };
    must((unsigned)part < ACCOUNT_PARTS);
    return names[part];
}

int64_t account_of(struct book *book, enum account_part part)
{
    must((unsigned)part < ACCOUNT_PARTS);
    return book->parts[part];
}

enum account_control account_control_of(struct book *book, int64_t id)
{
    for (int i = 0; i < book->account_count; i++)
        if (book->accounts[i].id == id)
            return book->accounts[i].control;
    return CONTROL_NONE;
}

enum err account_find(struct book *book, const char *code, int64_t *id)
{
    TRY(db_get(book->db, id, 0, "SELECT id FROM account WHERE code = $1", "t", code));
    if (*id == 0)
        return fail(book->note, ERR_MISSING,
                    "there is no account %s; `account list` shows the chart", code);
    return ERR_OK;
}

static void read_account(struct stmt *q, struct arena *arena, struct account *out)
{
    *out = (struct account){.id = col_i64(q, 0),
                            .code = arena_text(arena, col_text(q, 1)),
                            .name = arena_text(arena, col_text(q, 2)),
                            .kind = (enum account_kind)col_i64(q, 3),
                            .control = (enum account_control)col_i64(q, 4)};
}

enum err account_get(struct book *book, int64_t id, struct arena *arena, struct account *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id, code, name, kind, control FROM account WHERE id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_account(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no account with id %lld", (long long)id);
}

enum err account_list(struct book *book, struct arena *arena, struct account **out, int *count)
{
    int64_t total = 0;

    *count = 0;
    TRY(db_get(book->db, &total, 0, "SELECT COUNT(*) FROM account", ""));
    *out = arena_new(arena, ((size_t)total + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT id, code, name, kind, control FROM account ORDER BY code, id");
    while (stmt_row(q) && *count < (int)total)
        read_account(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

const char *account_kind_word(enum account_kind kind)
{
    static const char *const words[] = {[ACCOUNT_ASSET] = "asset",
                                        [ACCOUNT_LIABILITY] = "liability",
                                        [ACCOUNT_EQUITY] = "equity",
                                        [ACCOUNT_INCOME] = "income",
                                        [ACCOUNT_EXPENSE] = "expense"};

    return words[kind];
}

enum err account_suits(struct book *book, int64_t id, enum account_part part)
{
    static const struct {
        enum account_kind kind, also;
        const char *name;
    } parts[] = {
#define X(part, word, code, kind, also, control, name)                                             \
    [ACCOUNT_PART_##part] = {ACCOUNT_##kind, ACCOUNT_##also, name},
        ACCOUNT_LIST(X)
#undef X
    };
    struct arena arena = {0};
    struct account account;
    const enum account_kind kind = parts[part].kind, also = parts[part].also;
    enum err e = account_get(book, id, &arena, &account);

    if (e == ERR_OK && account.kind != kind && account.kind != also)
        e = fail(book->note, ERR_CONFLICT, "%s %s is of the kind %s; an account for \"%s\" is of"
                                           " the kind %s%s%s",
                 account.code, account.name, account_kind_word(account.kind), parts[part].name,
                 account_kind_word(kind), also == kind ? "" : " or ",
                 also == kind ? "" : account_kind_word(also));
    arena_done(&arena);
    return e;
}

enum err account_add(struct tx *tx, const char *code, const char *name, enum account_kind kind)
{
    struct book *book = tx_book(tx);
    int64_t id = 0;

    TRY(db_get(book->db, &id, 0, "SELECT id FROM account WHERE code = $1", "t", code));
    if (id != 0)
        return fail(book->note, ERR_CONFLICT, "account %s is there already", code);

    TRY(db_run(book->db, "INSERT INTO account (code, name, kind) VALUES ($1, $2, $3)", "tti", code,
               name, (int64_t)kind));
    TRY(db_get(book->db, &id, 0, "SELECT id FROM account WHERE code = $1", "t", code));
    TRY(tx_change(tx, "account", id, "code", NULL, code));
    return tx_change(tx, "account", id, "name", NULL, name);
}

/* What documents posted on these days moved on the account. */
static enum err moved_between(struct book *book, int64_t id, struct date from, struct date to,
                              int64_t *base)
{
    return db_get(book->db, base, 0,
                  "SELECT CAST(SUM(posting.base) AS BIGINT) FROM document"
                  " JOIN posting ON posting.document_id = document.id"
                  " WHERE document.posted BETWEEN $1 AND $2 AND posting.account_id = $3",
                  "iii", (int64_t)from.day, (int64_t)to.day, id);
}

/* Months come from their totals; of the month that the day cuts, the side is read that has fewer
 * documents: after today hardly any, else the shorter one. */
enum err account_balance(struct book *book, int64_t id, struct date as_of, int64_t *base)
{
    const int month = date_month(as_of);
    const struct date first = date_month_first(month), last = date_month_last(month);
    const bool after = as_of.day >= book->today.day || last.day - as_of.day < as_of.day - first.day;
    int64_t whole = 0, cut = 0, moves = 0;

    TRY(db_get(book->db, &moves, 0,
               "SELECT COUNT(*) FROM period_total WHERE account_id = $1 AND month = $2", "ii", id,
               (int64_t)month));
    TRY(db_get(
        book->db, &whole, 0,
        "SELECT CAST(SUM(base) AS BIGINT) FROM period_total WHERE account_id = $1 AND month <= $2",
        "ii", id, (int64_t)(after || moves == 0 ? month : month - 1)));
    if (moves > 0 && after && as_of.day < last.day) {
        TRY(moved_between(book, id, date_add(as_of, 1), last, &cut));
        cut = -cut;
    } else if (moves > 0 && !after) {
        TRY(moved_between(book, id, first, as_of, &cut));
    }
    if (amount_add(whole, cut, base) != ERR_OK)
        return fail(book->note, ERR_LIMIT, "the account's balance is beyond what can be counted");
    return ERR_OK;
}
