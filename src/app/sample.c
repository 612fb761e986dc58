#include "app/sample.h"

#include "app/words.h"
#include "ledger/book.h"
#include "ledger/deposit.h"
#include "ledger/document.h"
#include "ledger/item.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The assembler runs in the top folder of the project. */
__asm__(".section .rodata\n"
        "sample_customers:\n"
        ".incbin \"data/sample/customers.csv\"\n"
        ".byte 0\n"
        "sample_products:\n"
        ".incbin \"data/sample/products.csv\"\n"
        ".byte 0\n"
        "sample_start:\n"
        ".incbin \"data/sample/start.txt\"\n"
        ".byte 0\n"
        ".previous\n");

extern const char sample_customers[], sample_products[], sample_start[];

/* ---- command lines -------------------------------------------------------------------------- */

static enum err line_run(struct sample *s, const char *text)
{
    const struct command *command;
    struct outcome out;
    struct args args;
    char **words;
    int count, used;

    TRY(words_split(text, &s->line, &words, &count, s->note));
    if (count == 0)
        return ERR_OK;
    TRY(command_words(count, words, &command, &used, s->note));
    args_init(&args, command, &s->line, &s->session->habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, s->note));
    TRY(command_run(s->session, &args, &s->line, NULL, NULL, &out));
    s->ref = out.ref ? arena_text(&s->keep, out.ref) : "";
    return ERR_OK;
}

/* A failure names the line, so that the line can be put right. */
static enum err line_take(struct sample *s, const char *text)
{
    const enum err e = line_run(s, text);
    const char *words;

    if (e == ERR_OK) {
        arena_reset(&s->line);
        return ERR_OK;
    }
    words = arena_text(&s->line, s->note->text);
    return fail(s->note, e, "the sample firm, `%.300s`: %s", text, words);
}

static const char *format_list(struct sample *s, const char *format, va_list list)
{
    char text[2048];
    const int len = vsnprintf(text, sizeof text, format, list);

    must(len >= 0 && (size_t)len < sizeof text);
    return arena_text(&s->line, text);
}

enum err sample_line(struct sample *s, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    const char *text = format_list(s, format, list);
    va_end(list);
    return line_take(s, text);
}

enum err sample_order(struct sample *s, const char *format, ...)
{
    char day[DATE_TEXT];
    va_list list;

    va_start(list, format);
    const char *text = format_list(s, format, list);
    va_end(list);
    return line_take(
        s, arena_format(&s->line, "%s --date %s", text, date_iso(date_add(s->first, s->day), day)));
}

/* ---- chance and the calendar ---------------------------------------------------------------- */

/* Knuth's linear congruential generator for 64 bits; the upper half is the good one. */
int sample_dice(struct sample *s, int least, int most)
{
    s->seed = s->seed * 6364136223846793005u + 1442695040888963407u;
    return least + (int)((s->seed >> 33) % (uint64_t)(most - least + 1));
}

static bool works(const struct sample *s, int day)
{
    return date_weekday(date_add(s->first, day)) < 5;
}

void sample_later(struct sample *s, int day, sample_step *step, struct deal *deal, const char *ref)
{
    if (day <= s->day) /* the work of that day is done already */
        day = s->day + 1;
    while (day < SAMPLE_DAYS && !works(s, day))
        day++;
    if (day > SAMPLE_DAYS)
        return;
    struct later *later = arena_new(&s->keep, sizeof *later);
    *later = (struct later){.step = step, .deal = deal, .ref = ref};
    if (!s->agenda[day])
        s->ends[day] = &s->agenda[day];
    *s->ends[day] = later;
    s->ends[day] = &later->next;
}

const char *sample_money(struct sample *s, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_text(&s->line, money_plain(money_of(minor, currency), text));
}

/* ---- what stands in the files --------------------------------------------------------------- */

/* Splits the lines after the heading at their semicolons into `width` texts a line. */
static const char **table_read(struct arena *arena, const char *text, int width, int *count)
{
    char *at = strchr(arena_text(arena, text), '\n') + 1;
    int lines = 0;

    for (const char *p = at; *p; p++)
        lines += *p == '\n';
    const char **cells = arena_new(arena, (size_t)(lines * width) * sizeof *cells);
    for (int i = 0; i < lines * width; i++) {
        const bool last = i % width == width - 1;
        char *end = at + strcspn(at, ";\n");
        must(*end == (last ? '\n' : ';'));
        *end = 0;
        cells[i] = at;
        at = end + 1;
    }
    *count = lines;
    return cells;
}

static int number_of(const char *text)
{
    return (int)strtol(text, NULL, 10);
}

static void firms_read(struct sample *s)
{
    const char **cells = table_read(&s->keep, sample_customers, 18, &s->firm_count);

    s->firms = arena_new(&s->keep, (size_t)s->firm_count * sizeof *s->firms);
    for (int i = 0; i < s->firm_count; i++, cells += 18) {
        s->firms[i] = (struct firm){cells[0],  cells[1],  cells[2],  cells[3],  cells[4],
                                    cells[5],  cells[6],  cells[7],  cells[8],  cells[9],
                                    cells[10], cells[11], cells[12], cells[13], cells[14],
                                    cells[15], cells[16], cells[17], NULL};
        s->weights += number_of(s->firms[i].weight);
    }
}

static void goods_read(struct sample *s)
{
    const char **cells = table_read(&s->keep, sample_products, 4, &s->good_count);

    s->goods = arena_new(&s->keep, (size_t)s->good_count * sizeof *s->goods);
    for (int i = 0; i < s->good_count; i++, cells += 4)
        s->goods[i] = (struct good){cells[0], cells[1], cells[2], cells[3]};
}

static char *lower(struct arena *arena, const char *code)
{
    char *text = arena_text(arena, code);

    for (char *p = text; *p; p++)
        *p = (char)(*p | 0x20);
    return text;
}

static enum err firm_add(struct sample *s, const struct firm *f)
{
    const char *more = "";

    if (*f->limit)
        more = arena_format(&s->line, "%s --limit %s", more, f->limit);
    if (*f->parent)
        more = arena_format(&s->line, "%s --parent %s", more, f->parent);
    return sample_line(
        s,
        "customer add --code %s --name \"%s\" --country %s --currency %s --terms %s --phone \"%s\" "
        "--address \"%s\" --contact \"%s\" --email accounts@%s.example --collector %s "
        "--salesperson %s --statement %s --language %s --tax-id %s99900%02d --cycle monthly%s",
        f->code, f->name, f->country, f->currency, f->terms, f->phone, f->address, f->contact,
        lower(&s->line, f->code), f->collector, f->salesperson, f->statement, f->language,
        f->country, (int)(f - s->firms) + 1, more);
}

/* The rates of each month wander by up to one percent around where they were. */
static enum err rates_add(struct sample *s)
{
    struct {
        const char *code;
        int rate; /* EUR per unit, at 10^-7 */
    } rates[] = {{"USD", 9200000}, {"GBP", 11600000}, {"CHF", 10300000}, {"JPY", 64000}};
    const int last = date_month(date_add(s->first, SAMPLE_DAYS));

    for (int month = date_month(s->first); month <= last; month++)
        for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
            char day[DATE_TEXT];
            rates[i].rate += rates[i].rate / 1000 * sample_dice(s, -10, 10);
            TRY(sample_line(s, "rate add --currency %s --rate %d.%07d --date %s", rates[i].code,
                            rates[i].rate / 10000000, rates[i].rate % 10000000,
                            date_iso(date_month_first(month), day)));
        }
    return ERR_OK;
}

/* The command lines of data/sample/start.txt: terms, tax codes, accounts. */
static enum err start_run(struct sample *s)
{
    const char *at = sample_start;

    for (const char *end; (end = strchr(at, '\n')); at = end + 1)
        TRY(line_take(s, arena_bytes(&s->line, at, (size_t)(end - at))));
    for (int i = 0; i < s->firm_count; i++)
        TRY(firm_add(s, &s->firms[i]));
    return rates_add(s);
}

/* ---- invoices ------------------------------------------------------------------------------- */

/* What a euro costs there, in percent; yen have no small coin. */
static const struct {
    const char *code;
    int percent;
} price_levels[] = {{"EUR", 100}, {"USD", 110}, {"GBP", 87}, {"CHF", 98}, {"JPY", 16000}};

static const char *price_text(struct sample *s, const struct good *good, const char *currency)
{
    int64_t micro = 0;
    char text[MONEY_TEXT];
    struct note note = {0};

    must(decimal_parse(good->price, &notation_plain, 6, &micro, &note) == ERR_OK);
    for (size_t i = 0; i < sizeof price_levels / sizeof *price_levels; i++)
        if (strcmp(price_levels[i].code, currency) == 0)
            micro = micro / 100 * price_levels[i].percent;
    return arena_text(&s->line, decimal_plain(micro, 6, 2, text));
}

static const char *lines_text(struct sample *s, const struct firm *firm)
{
    const char *text = "";

    for (int left = sample_dice(s, 1, 6); left > 0; left--) {
        const struct good *good = &s->goods[sample_dice(s, 0, s->good_count - 1)];
        const bool reduced = *good->tax == 'R' && strcmp(firm->tax, "VAT21") == 0;
        text = arena_format(&s->line, "%s --line \"text=%s; qty=%d; price=%s; tax=%s\"", text,
                            good->text, sample_dice(s, 1, number_of(good->most)),
                            price_text(s, good, firm->currency), reduced ? "VAT9" : firm->tax);
    }
    return text;
}

enum err sample_invoice(struct sample *s, struct firm *firm, struct deal **out)
{
    struct item *items = NULL;
    struct document paper;
    int count = 0;

    TRY(sample_order(s, "invoice issue --customer %s --po PO-%d%s", firm->code,
                     sample_dice(s, 10000, 99999), lines_text(s, firm)));
    TRY(document_find(s->session->book, s->ref, DOCUMENT_MASK(DOCUMENT_INVOICE), &s->line, &paper));
    TRY(items_of_document(s->session->book, paper.id, &s->line, &items, &count));
    struct deal *deal = arena_new(&s->keep, sizeof *deal);
    *deal = (struct deal){.next = firm->deals,
                          .firm = firm,
                          .number = s->ref,
                          .id = paper.id,
                          .total = paper.total.minor,
                          .base = paper.base_total,
                          .currency = paper.currency,
                          .issued = s->day,
                          .due = items[count - 1].due.day - s->first.day};
    firm->deals = deal;
    *out = deal;
    return ERR_OK;
}

static struct firm *firm_draw(struct sample *s)
{
    int at = sample_dice(s, 1, s->weights);

    for (int i = 0; i < s->firm_count; i++)
        if ((at -= number_of(s->firms[i].weight)) <= 0)
            return &s->firms[i];
    return s->firms;
}

/* ---- the days ------------------------------------------------------------------------------- */

static enum err day_sell(struct sample *s)
{
    struct deal *deal;

    /* business grew after the first year */
    const int count = sample_dice(s, 0, s->day < SAMPLE_DAYS / 3 ? 3 : 4);
    for (int i = 0; i < count; i++) {
        struct firm *firm = firm_draw(s);
        if (sample_dice(s, 1, 100) <= 2) {
            TRY(sample_prepaid(s, firm));
            continue;
        }
        TRY(sample_invoice(s, firm, &deal));
        TRY(sample_fate(s, deal));
    }
    return ERR_OK;
}

static enum err day_month_end(struct sample *s)
{
    const struct date day = date_add(s->first, s->day);

    if (date_month(date_add(day, 1)) == date_month(day))
        return ERR_OK;
    for (int i = 0; i < s->firm_count; i++)
        if (strcmp(s->firms[i].habit, "monthly") == 0)
            TRY(sample_pay_month(s, &s->firms[i]));
    return ERR_OK;
}

/* The currencies of which cash or cheques wait for the bank. */
struct waiting {
    struct currency currencies[8];
    int count;
};

static enum err each_waiting(void *self, const struct deposit_receipt *receipt)
{
    struct waiting *waiting = self;

    for (int i = 0; i < waiting->count; i++)
        if (currency_is(waiting->currencies[i], receipt->amount.currency))
            return ERR_OK;
    if (waiting->count < 8)
        waiting->currencies[waiting->count++] = receipt->amount.currency;
    return ERR_OK;
}

/* On Fridays somebody goes to the bank; what came in the last days still waits. */
static enum err day_deposit(struct sample *s)
{
    struct waiting waiting = {.count = 0};

    if (date_weekday(date_add(s->first, s->day)) != 4 || s->day > SAMPLE_DAYS - 10)
        return ERR_OK;
    TRY(deposit_pending(s->session->book, date_add(s->first, s->day), METHODS_UNDEPOSITED, NULL,
                        each_waiting, &waiting));
    for (int i = 0; i < waiting.count; i++)
        TRY(sample_order(s, "deposit make --bank 1200 --all --currency %s",
                         waiting.currencies[i].code));
    return ERR_OK;
}

/* Money that nobody can place yet: the newest stays so. */
static const struct {
    int ago; /* days before today */
    const char *line;
} strays[] = {
    {61, "payment receive --amount 250.00 --method cash --reference \"counter, no name\""},
    {11, "payment receive --amount 1184.50 --payer \"LICHT UND MEER\" --reference \"Rechnung\""},
    {5, "payment receive --amount 640.00 --method cheque --reference 100417"},
    {2, "payment receive --amount \"2300.00 USD\" --payer \"HB FIXT\" --reference \"wire 7731\""},
    {4, "payment receive --customer NORRSKEN --amount 1500.00 --reference \"a conto\" "
        "--keep on-account"},
    {3, "payment receive --customer LEMAN --amount 420.00 --reference \"votre envoi\""},
    {1, "payment receive --customer MIGDALOR --amount 900.00 --keep prepayment"},
};

/* Who does not pay at all, so far; some say why. */
static const struct {
    int ago;
    const char *code;
    bool disputed;
} unpaid[] = {{134, "QINDIL", false},
              {128, "MELTEMI", true},
              {100, "PALLADIO", false},
              {45, "LUMIBRUX", true},
              {20, "MAASPORT", false}};

static enum err day_unpaid(struct sample *s)
{
    struct deal *deal;

    for (size_t i = 0; i < sizeof unpaid / sizeof *unpaid; i++)
        for (int f = 0; f < s->firm_count && SAMPLE_DAYS - unpaid[i].ago == s->day; f++) {
            if (strcmp(s->firms[f].code, unpaid[i].code) != 0)
                continue;
            TRY(sample_invoice(s, &s->firms[f], &deal));
            if (unpaid[i].disputed)
                sample_later(s, s->day + 21, sample_question, deal, NULL);
        }
    return ERR_OK;
}

static enum err day_strays(struct sample *s)
{
    for (size_t i = 0; i < sizeof strays / sizeof *strays; i++)
        if (SAMPLE_DAYS - strays[i].ago == s->day)
            TRY(sample_order(s, "%s", strays[i].line));
    return ERR_OK;
}

static enum err day_live(struct sample *s)
{
    for (struct later *l = s->agenda[s->day]; l; l = l->next)
        TRY(l->step(s, l->deal, l->ref));
    if (works(s, s->day))
        TRY(day_sell(s));
    TRY(day_strays(s));
    TRY(day_unpaid(s));
    TRY(day_month_end(s));
    return day_deposit(s);
}

static enum err days_live(struct sample *s)
{
    struct session *session = s->session;

    TRY(start_run(s));
    for (s->day = 0; s->day <= SAMPLE_DAYS; s->day++) {
        if (session->progress &&
            session->progress(session->self, "the sample firm's days", s->day, SAMPLE_DAYS))
            return fail(s->note, ERR_CANCELLED, "cancelled");
        TRY(day_live(s));
    }
    return ERR_OK;
}

enum err sample_fill(struct session *session)
{
    struct sample *s = mem_new(1, sizeof *s);
    const bool yes = session->yes;
    const char *op_id = session->op_id;

    *s = (struct sample){.session = session,
                         .note = session->note,
                         .seed = 1848,
                         .first = date_add(session->today, -SAMPLE_DAYS)};
    firms_read(s);
    goods_read(s);
    /* a receipt like an earlier one is meant so; an operation id belongs to one command */
    session->yes = true;
    session->op_id = NULL;
    enum err e = command_atomic_begin(session);
    if (e == ERR_OK) {
        e = days_live(s);
        const enum err end = command_atomic_end(session, e == ERR_OK);
        e = e == ERR_OK ? end : e;
    }
    session->yes = yes;
    session->op_id = op_id;
    arena_done(&s->keep);
    arena_done(&s->line);
    free(s);
    return e;
}
