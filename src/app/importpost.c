/* Checked records become facts, group by group; customers are made here. */
#include "app/importpost.h"

#include "app/say.h"
#include "io/amounttext.h"
#include "ledger/approval.h"
#include "ledger/customer.h"
#include "ledger/master.h"

#include <stdlib.h>
#include <string.h>

enum err import_at_line(struct post *post, const struct record *record, enum err code)
{
    char words[sizeof post->import->act->note->text];

    if (code == ERR_OK || code == ERR_CANCELLED || code == ERR_FULL || code == ERR_IO)
        return code;
    memcpy(words, post->import->act->note->text, sizeof words);
    return fail(post->import->act->note, code, "%s, line %lld: %s",
                reader_name(post->import->reader), (long long)record->line, words);
}

static size_t known_place(const struct post *post, const char *code)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);

    for (const char *c = code; *c; c++)
        h = (h ^ (uint8_t)*c) * UINT64_C(0x100000001B3);
    size_t at = (size_t)(h >> 20) & (post->known_room - 1);
    while (post->known[at].code && strcmp(post->known[at].code, code) != 0)
        at = (at + 1) & (post->known_room - 1);
    return at;
}

static void known_grow(struct post *post)
{
    struct known *old = post->known;
    const size_t room = post->known_room;

    post->known_room = room ? room * 2 : 256;
    post->known = mem_new(post->known_room, sizeof *post->known);
    for (size_t i = 0; i < room; i++)
        if (old[i].code)
            post->known[known_place(post, old[i].code)] = old[i];
    free(old);
}

static enum err make_customer(struct post *post, const struct record *record, struct known *out)
{
    struct customer customer;
    const struct currency currency =
        record->currency.code[0] ? record->currency : book_currency(post->book);

    if (!post->create)
        return fail(post->import->act->note, ERR_MISSING,
                    "there is no customer %s; --create-customers makes those that are missing",
                    record->texts[FIELD_CUSTOMER]);
    customer_init(&customer, currency);
    customer.code = record->texts[FIELD_CUSTOMER];
    customer.name = record->texts[FIELD_NAME][0] ? record->texts[FIELD_NAME] : customer.code;
    customer.country = record->texts[FIELD_COUNTRY];
    out->currency = currency;
    post->import->made_customers++;
    return customer_add(post->tx, &customer, &out->id);
}

enum err import_customer(struct post *post, const struct record *record, struct known *out)
{
    const char *code = record->texts[FIELD_CUSTOMER];

    if ((post->known_count + 1) * 2 > post->known_room)
        known_grow(post);
    struct known *known = &post->known[known_place(post, code)];
    if (!known->code) {
        TRY(customer_find_id(post->book, code, &known->id));
        if (known->id) {
            struct customer customer;
            TRY(customer_get(post->book, known->id, &post->scrap, &customer));
            known->currency = customer.currency;
        } else {
            TRY(make_customer(post, record, known));
        }
        known->code = arena_text(&post->arena, code);
        post->known_count++;
    }
    *out = *known;
    return ERR_OK;
}

/* Nobody waits in the midst of a file: what is above the own limit is refused, with its line. */
enum err import_concede(struct post *post, struct concession *wish, const char *what)
{
    struct act *act = post->import->act;
    const struct currency base = book_currency(post->book);
    bool within = false;

    if (post->alone[wish->kind] == 0)
        TRY(user_allowed(post->book, act->session->actor, wish->kind, &post->alone[wish->kind]));
    if (post->alone[wish->kind] == MONEY_MAX)
        return ERR_OK;
    wish->day = book_today(post->book);
    TRY(concession_judge(post->tx, wish, &within));
    if (within)
        return concession_write(post->tx, wish, 0);
    return fail(act->note, ERR_DENIED,
                "%s: %s %s is above what %s may grant alone, %s; a manager imports it, or the file "
                "goes without it",
                what, say_minor(&post->scrap, wish->reached, base), wish->which,
                act->session->actor, say_money(&post->scrap, money_of(wish->allowed, base)));
}

enum err import_number(struct post *post, enum document_kind kind, const char *number,
                       int64_t customer_id, const char **out, struct document *there, bool *left)
{
    struct import *import = post->import;
    const char *suffix = args_get(import->act->args, "suffix");
    struct document by;
    int64_t id = 0, instead = 0;

    *left = false;
    *out = number;
    *there = (struct document){.id = 0};
    for (int again = 0; again < 2; again++) {
        TRY(document_of_customer(post->book, kind, *out, customer_id, &id));
        if (!id)
            return ERR_OK;
        TRY(document_get(post->book, id, &post->scrap, there));
        /* the paper that came in again for a void one, whatever was put behind its number */
        if (there->reversed_by)
            TRY(document_instead(post->book, there, &instead));
        if (instead)
            return document_get(post->book, instead, &post->scrap, there);
        if (!there->reversed_by || !suffix || again)
            break;
        *there = (struct document){.id = 0};
        *out = arena_format(&post->scrap, "%s%s", number, suffix);
    }
    if (!there->reversed_by)
        return ERR_OK;
    TRY(document_get(post->book, there->reversed_by, &post->scrap, &by));
    *left = true;
    import->void_last = arena_text(&import->arena, by.number);
    if (import->voided++ == 0)
        import->void_first = import->void_last;
    return ERR_OK;
}

enum err import_judge_there(struct post *post, const struct document *there, struct date date,
                            struct money total, bool *skip)
{
    char day[DATE_TEXT], is[MONEY_TEXT];

    *skip = there->issued.day == date.day && there->total.minor == total.minor &&
            currency_is(there->currency, total.currency);
    if (*skip)
        return ERR_OK;
    return fail(post->import->act->note, ERR_CONFLICT,
                "%s %s is in the book already, dated %s over %s: it is not the same document",
                document_kind_word(there->kind), there->number, date_iso(there->issued, day),
                money_plain(there->total, is));
}

void import_day(struct post *post, const struct record *record, struct date day, const char *doubt)
{
    struct import_ahead *ahead = &post->import->ahead;

    if (!date_is(day) || day.day <= book_today(post->book).day)
        return;
    if (ahead->rows++ == 0 || day.day > ahead->day.day)
        *ahead = (struct import_ahead){ahead->rows, record->line, day, doubt};
}

/* |part - whole|, in thousand millionths of 1. */
#define ONE INT64_C(1000000000)
static int64_t off_one(struct ratio a, struct ratio b)
{
    int64_t first = 0, both = 0;

    if (amount_scale(ONE, a.num, a.den, &first) != ERR_OK ||
        amount_scale(first, b.num, b.den, &both) != ERR_OK)
        return INT64_MAX / 8;
    return both > ONE ? both - ONE : ONE - both;
}

enum err import_rate(struct post *post, const struct record *record, struct currency currency)
{
    struct note *note = post->import->act->note;
    const struct mapping *mapping = &post->import->mapping;
    struct ratio known;
    char day[DATE_TEXT], is[MONEY_TEXT];

    if (record->sign[0] && !amount_currency_is(record->sign, currency.code))
        return fail(note, ERR_INPUT, "the amount is in %s, but it would be in %s: say --currency",
                    record->sign, currency.code);
    if (currency_is(currency, book_currency(post->book)))
        return ERR_OK;
    const bool has = rate_on(post->book, currency, record->date, &known) == ERR_OK;
    if (!has && record->rate.num == 0)
        return fail(note, ERR_MISSING,
                    "there is no %s rate on %s: map a column that has it (rate=COLUMN, or "
                    "rate=1/COLUMN), give --default \"rate=...\", or `rate add --currency %s "
                    "--date %s --rate ...`",
                    currency.code, date_iso(record->date, day), currency.code, day);
    if (!has || record->rate.num == 0)
        return ERR_OK;
    /* near the inverse of the day's rate, and far from the rate itself */
    const int64_t turned = off_one(record->rate, known);
    const int64_t straight = off_one(record->rate, ratio_invert(known));
    if (turned > ONE / 20 || straight < 3 * turned + ONE / 20)
        return ERR_OK;
    const int column = mapping->column[FIELD_RATE];
    return fail(note, ERR_INPUT,
                "the rate is the wrong way round: the book has %s %s for 1 %s on %s; say rate=%s%s",
                ratio_show(known, is), book_currency(post->book).code, currency.code,
                date_iso(record->date, day), mapping->inverted ? "" : "1/",
                column >= 0 ? reader_head(post->import->reader)->fields[column] : "...");
}

/* A paper that is void in the book and all that the file has: nothing came of it. */
static enum err judge_void(struct post *post)
{
    const struct import *import = post->import;

    if (import->voided == 0 || import->made_invoices || import->made_credits ||
        import->made_payments)
        return ERR_OK;
    return fail(import->act->note, ERR_CONFLICT,
                "%s: nothing is new: %lld of its papers %s in the book and void (by %s%s%s), and a "
                "void number stays taken. Say --suffix -2 to bring them in again, each under its "
                "number with that behind it",
                reader_name(import->reader), (long long)import->voided,
                import->voided == 1 ? "is" : "are", import->void_first,
                import->voided == 1 ? "" : " to ",
                import->voided == 1 ? "" : import->void_last);
}

/* One code in two rows that differ: which of them holds is not for us to say. */
static enum err judge_twice(struct post *post, const struct record *record, int64_t id)
{
    struct hasher h;
    struct hash content;

    hasher_init(&h);
    for (int field = 0; field < FIELD_TEXTS; field++)
        hasher_text(&h, record->texts[field]);
    hasher_text(&h, record->currency.code);
    hasher_i64(&h, record->limit);
    hasher_end(&h, &content);
    if (repeats_count(&post->repeats, &content) > 0 || !id || !post->first_customer ||
        id < post->first_customer)
        return ERR_OK;
    return fail(post->import->act->note, ERR_CONFLICT,
                "customer %s stands in a row above already, and not the same: keep one of them",
                record->texts[FIELD_CUSTOMER]);
}

static enum err post_customer(struct post *post, const struct record *record)
{
    struct customer customer;
    int64_t id = 0;

    TRY(customer_find_id(post->book, record->texts[FIELD_CUSTOMER], &id));
    TRY(judge_twice(post, record, id));
    if (id) {
        post->import->skipped++;
        return ERR_OK;
    }
    customer_init(&customer,
                  record->currency.code[0] ? record->currency : book_currency(post->book));
    customer.code = record->texts[FIELD_CUSTOMER];
    customer.name = record->texts[FIELD_NAME][0] ? record->texts[FIELD_NAME] : customer.code;
    customer.email = record->texts[FIELD_EMAIL];
    customer.phone = record->texts[FIELD_PHONE];
    customer.address = record->texts[FIELD_ADDRESS];
    customer.contact = record->texts[FIELD_CONTACT];
    customer.country = record->texts[FIELD_COUNTRY];
    customer.language = record->texts[FIELD_LANGUAGE];
    customer.class = record->texts[FIELD_CLASS];
    customer.collector = record->texts[FIELD_COLLECTOR];
    customer.salesperson = record->texts[FIELD_SALESPERSON];
    customer.tax_number = record->texts[FIELD_TAX_ID];
    customer.credit_limit = record->limit < 0 ? NO_LIMIT : record->limit;
    if (record->texts[FIELD_TERMS][0]) {
        struct payterm terms;
        TRY(payterm_find(post->book, record->texts[FIELD_TERMS], &post->scrap, &terms));
        customer.terms_id = terms.id;
    }
    if (record->texts[FIELD_PARENT][0]) {
        TRY(customer_find_id(post->book, record->texts[FIELD_PARENT], &customer.parent_id));
        post->orphans |= customer.parent_id == 0;
    }
    post->import->made_customers++;
    TRY(customer_add(post->tx, &customer, &id));
    if (!post->first_customer)
        post->first_customer = id;
    if (customer.credit_limit == NO_LIMIT || customer.credit_limit == 0)
        return ERR_OK;
    struct concession wish = {.kind = GRANT_LIMIT,
                              .customer_id = id,
                              .amount = money_of(customer.credit_limit, customer.currency)};
    return import_concede(post, &wish,
                          arena_format(&post->scrap, "the credit limit of %s", customer.code));
}

/* A file by code or by name has children before their parents: they are found at the end. */
static enum err adopt(struct post *post, const struct record *record)
{
    struct customer child, parent;

    if (!record->texts[FIELD_PARENT][0])
        return ERR_OK;
    TRY(customer_find(post->book, record->texts[FIELD_CUSTOMER], &post->scrap, &child));
    /* what the book had before is left as it is */
    if (child.parent_id || child.id < post->first_customer)
        return ERR_OK;
    TRY(customer_find(post->book, record->texts[FIELD_PARENT], &post->scrap, &parent));
    child.parent_id = parent.id;
    return customer_set(post->tx, &child, DATE_NONE);
}

static enum err adopt_all(struct post *post)
{
    struct record record;

    for (size_t i = 0; i < post->import->group_count; i++) {
        arena_reset(&post->scrap);
        TRY(import_record(post->import, post->import->lines[post->import->groups[i].first].place,
                          &record));
        TRY(import_at_line(post, &record, adopt(post, &record)));
    }
    return ERR_OK;
}

static enum err post_group(struct post *post, const struct import_group *group)
{
    struct record record;

    if (post->import->kind == IMPORT_INVOICES || post->import->kind == IMPORT_HISTORY)
        return import_paper(post, group);
    TRY(import_record(post->import, post->import->lines[group->first].place, &record));
    return import_at_line(post, &record,
                          post->import->kind == IMPORT_CUSTOMERS ? post_customer(post, &record)
                                                                 : import_payment(post, &record));
}

static enum err judge_control(struct post *post)
{
    struct act *act = post->import->act;
    struct money control;
    bool given = false;
    char is[MONEY_TEXT], want[MONEY_TEXT];

    TRY(args_money(act->args, "control", book_currency(post->book), &control, &given, act->note));
    if (!given)
        return fail(act->note, ERR_USAGE,
                    "opening items need their total: give --control, the balance of the old books");
    if (control.minor != post->opening_sum)
        return fail(act->note, ERR_CONFLICT,
                    "the opening items come to %s, but --control says %s: nothing was imported",
                    money_plain(money_of(post->opening_sum, control.currency), is),
                    money_plain(control, want));
    return ERR_OK;
}

/* A number that is void there is none that the book may give to another paper. */
static enum err judge_voids(struct post *post)
{
    static const enum document_kind papers[] = {DOCUMENT_INVOICE, DOCUMENT_CREDIT, 0},
                                    payments[] = {DOCUMENT_PAYMENT, 0};
    const struct import *import = post->import;

    for (int i = 0; i < import->void_count; i++) {
        const struct record at = {.line = import->voids[i].line};
        for (const enum document_kind *kind = import->kind == IMPORT_PAYMENTS ? payments : papers;
             *kind; kind++)
            TRY(import_at_line(post, &at,
                               document_number_judge(post->tx, *kind, import->voids[i].number)));
    }
    return ERR_OK;
}

enum err import_post(struct import *import, struct tx *tx)
{
    const struct args *args = import->act->args;
    struct session *session = import->act->session;
    struct post post = {.import = import,
                        .tx = tx,
                        .book = tx_book(tx),
                        .create =
                            import->kind != IMPORT_PAYMENTS || args_flag(args, "create-customers")};
    enum err e = ERR_OK;

    if (import->kind == IMPORT_INVOICES && args_given(args, "opening")) {
        post.opening = true;
        post.opening_date = args_date(args, "opening", DATE_NONE);
    }
    e = judge_voids(&post);
    for (size_t i = 0; e == ERR_OK && i < import->group_count; i++) {
        arena_reset(&post.scrap);
        e = post_group(&post, &import->groups[i]);
        if (e == ERR_OK && i % 1024 == 1023 && session->progress &&
            session->progress(session->self, "Importing", (int64_t)i + 1,
                              (int64_t)import->group_count))
            e = fail(import->act->note, ERR_CANCELLED, "stopped; nothing was imported");
    }
    if (e == ERR_OK && post.orphans)
        e = adopt_all(&post);
    if (e == ERR_OK)
        e = judge_void(&post);
    if (e == ERR_OK && post.opening)
        e = judge_control(&post);
    free(post.known);
    repeats_done(&post.repeats);
    arena_done(&post.arena);
    arena_done(&post.scrap);
    return e;
}
