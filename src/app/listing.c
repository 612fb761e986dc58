#include "app/listing.h"

#include "base/buf.h"
#include "base/text.h"
#include "ledger/customer.h"

#include <string.h>

#define SEARCH_MAX ((size_t)1 << 16)
#define SORT_MAX 8

static struct sink *answer(struct listing *listing)
{
    return listing->act->sink;
}

/* The text as one quoted word of the filter grammar, so that no sign in it means anything. */
static enum err search_parse(struct listing *listing, const struct table_head *head)
{
    const char *text = args_get(listing->act->args, "search");
    struct buf quoted;

    if (!text)
        return ERR_OK;
    buf_init(&quoted, SEARCH_MAX);
    buf_quoted(&quoted, text);
    enum err e = filter_parse(quoted.data, head->columns, head->count,
                              &listing->act->session->habit, &listing->search, listing->act->note);
    buf_done(&quoted);
    return e;
}

static enum err where_parse(struct listing *listing, const struct table_head *head)
{
    const char *text = args_get(listing->act->args, "where");
    struct note inner = {0};

    if (!text)
        return ERR_OK;
    text = filter_said_by(text, listing->act->session->actor, listing->act->arena);
    enum err e = filter_parse(text, head->columns, head->count, &listing->act->session->habit,
                              &listing->where, &inner);
    if (e != ERR_OK)
        return fail(listing->act->note, e, "--where: %s", inner.text);
    return ERR_OK;
}

struct sort_key {
    int column;
    bool down;
};

static enum err column_unknown(const struct listing *listing, const struct table_head *head,
                               const char *word)
{
    struct arena *arena = listing->act->arena;
    const char *all = "";

    for (int i = 0; i < head->count; i++)
        if (head->columns[i].kind != CELL_BAR)
            all = arena_format(arena, "%s%s%s", all, *all ? ", " : "", head->columns[i].name);
    return fail(listing->act->note, ERR_INPUT, "--sort: there is no column '%.40s'; there are %s",
                word, all);
}

static enum err keys_parse(const struct listing *listing, const struct table_head *head,
                           struct sort_key keys[SORT_MAX], int *count)
{
    char *rest = arena_text(listing->act->arena, args_get(listing->act->args, "sort"));

    *count = 0;
    while (rest) {
        char *end = strchr(rest, ','), *word;
        if (end)
            *end++ = 0;
        word = text_trim(rest);
        rest = end;
        if (*count == SORT_MAX)
            return fail(listing->act->note, ERR_INPUT, "--sort: at most %d columns", SORT_MAX);
        struct sort_key key = {.down = *word == '-'};
        key.column = table_column(head, key.down || *word == '+' ? word + 1 : word);
        if (key.column < 0)
            return column_unknown(listing, head, word);
        keys[(*count)++] = key;
    }
    return ERR_OK;
}

static enum err limit_read(struct listing *listing)
{
    if (!args_given(listing->act->args, "limit"))
        return ERR_OK;
    listing->limit = args_number(listing->act->args, "limit", 0);
    if (listing->limit < 1)
        return fail(listing->act->note, ERR_USAGE, "--limit is a number of rows, 1 or more");
    return ERR_OK;
}

/* A list of one customer names that customer in its heading, on paper too. */
static enum err subtitled(struct listing *listing, const struct table_head **head)
{
    struct act *act = listing->act;
    const char *said = (*head)->subtitle;
    struct customer customer;

    if (!args_given(act->args, "customer") || !act->book)
        return ERR_OK;
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    if (said && strstr(said, customer.name))
        return ERR_OK;
    listing->head = **head;
    listing->head.subtitle = arena_format(act->arena, "%s %s%s%s", customer.code, customer.name,
                                          said ? ", " : "", said ? said : "");
    *head = &listing->head;
    return ERR_OK;
}

static enum err front_head(void *self, const struct table_head *head)
{
    struct listing *listing = self;
    struct sort_key keys[SORT_MAX];
    int count;

    TRY(subtitled(listing, &head));
    bycurrency_begin(&listing->totals, head, command_base(listing->act->session));
    TRY(limit_read(listing));
    TRY(search_parse(listing, head));
    TRY(where_parse(listing, head));
    if (args_given(listing->act->args, "sort")) {
        TRY(keys_parse(listing, head, keys, &count)); /* a mistake is told before the work */
        listing->sorts = true;
        listing->keeper = table_sink(&listing->kept);
        return listing->keeper.head(listing->keeper.self, head);
    }
    return answer(listing)->head(answer(listing)->self, head);
}

static enum err pass(struct listing *listing, const struct row *row)
{
    if (row->kind == ROW_DATA && listing->limit && listing->passed == listing->limit) {
        listing->left_out = listing->full = true;
        return ERR_CANCELLED; /* listing_close knows that it means enough */
    }
    if (row->kind == ROW_DATA)
        listing->passed++;
    listing->totalled |= row->kind == ROW_TOTAL;
    bycurrency_add(&listing->totals, row);
    return answer(listing)->row(answer(listing)->self, row);
}

static enum err front_row(void *self, const struct row *row)
{
    struct listing *listing = self;

    if (row->kind == ROW_DATA && (!filter_match(listing->search, row->cells) ||
                                  !filter_match(listing->where, row->cells))) {
        listing->left_out = true;
        return ERR_OK;
    }
    if (listing->left_out && (row->kind == ROW_SUBTOTAL || row->kind == ROW_TOTAL))
        return ERR_OK;
    if (listing->sorts)
        return listing->keeper.row(listing->keeper.self, row);
    return pass(listing, row);
}

static const char *left_out_by(const struct listing *listing)
{
    return !listing->where ? "--search" : !listing->search ? "--where" : "--search and --where";
}

static enum err foot_pass(struct listing *listing, const char *proof)
{
    if (listing->full)
        proof = arena_format(listing->act->arena, "the first %lld; --limit left out the rest",
                             (long long)listing->passed);
    else if (listing->left_out && proof)
        proof = listing->totals.money
                    ? arena_format(listing->act->arena,
                                   "a part: %s left out the other rows; what is summed are these, "
                                   "and nothing is proved",
                                   left_out_by(listing))
                    : NULL;
    if (!listing->totalled)
        TRY(bycurrency_put(&listing->totals, 2, answer(listing)));
    return answer(listing)->foot(answer(listing)->self, proof);
}

static enum err front_foot(void *self, const char *proof)
{
    struct listing *listing = self;

    if (listing->sorts)
        return listing->keeper.foot(listing->keeper.self, proof);
    return foot_pass(listing, proof);
}

struct sink *listing_open(struct listing *listing, struct act *act)
{
    *listing = (struct listing){.act = act};
    listing->front = (struct sink){front_head, front_row, front_foot, listing};
    table_init(&listing->kept);
    return &listing->front;
}

static enum err kept_pass(struct listing *listing)
{
    struct table *kept = &listing->kept;
    struct sort_key keys[SORT_MAX];
    int count;
    enum err e = ERR_OK;

    TRY(keys_parse(listing, &kept->head, keys, &count));
    for (int i = count - 1; i >= 0; i--) /* stable: the first key is sorted by last */
        table_sort(kept, keys[i].column, keys[i].down, command_base(listing->act->session));
    TRY(answer(listing)->head(answer(listing)->self, &kept->head));
    for (size_t i = 0; e == ERR_OK && i < kept->count; i++)
        e = pass(listing, &kept->rows[i]);
    return e != ERR_OK ? e : foot_pass(listing, kept->proof);
}

enum err listing_close(struct listing *listing, enum err code)
{
    if (code == ERR_OK && listing->sorts)
        code = kept_pass(listing);
    if (code == ERR_CANCELLED && listing->full)
        code = foot_pass(listing, NULL);
    filter_done(listing->search);
    filter_done(listing->where);
    bycurrency_done(&listing->totals);
    table_done(&listing->kept);
    return code;
}

bool listing_spans(const struct act *act, struct currency currency, struct date day)
{
    const char *code = args_get(act->args, "currency");
    const struct date from = args_date(act->args, "from", DATE_NONE),
                      to = args_date(act->args, "to", DATE_NONE);

    return (!code || strcmp(code, currency.code) == 0) && (!date_is(from) || day.day >= from.day) &&
           (!date_is(to) || day.day <= to.day);
}

enum err listing_customer(struct act *act,
                          enum err (*rows)(struct act *act, int64_t customer_id,
                                           struct sink *sink))
{
    struct customer customer = {.id = 0};
    struct listing listing;

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, rows(act, customer.id, sink));
}
