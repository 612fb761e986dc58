#include "view/matchdesk.h"

#include "base/text.h"
#include "ledger/account.h"
#include "view/applyrow.h"

#include <string.h>

static const struct grid_column pane_columns[MATCH_PANES][MATCH_COLUMNS] = {
    [MATCH_DEBITS] = {[MATCH_NUMBER] = {"Debit", 9, GRID_COMPUTED | GRID_FILLS, 0, 0},
                      [MATCH_DATE] = {"Due", 10, GRID_COMPUTED, 0, 0},
                      [MATCH_MORE] = {"Issued", 10, GRID_COMPUTED, 3, 0},
                      [MATCH_SORT] = {"Days", 4, GRID_COMPUTED | GRID_RIGHT, 2, 0},
                      [MATCH_OPEN] = {"Open", 9, GRID_COMPUTED | GRID_RIGHT, 0, 0},
                      [MATCH_TAKES] = {"Takes", 9, GRID_RIGHT | GRID_OVER, 1, 0}},
    [MATCH_CREDITS] = {[MATCH_NUMBER] = {"Credit", 9, GRID_COMPUTED | GRID_FILLS, 0, 0},
                       [MATCH_DATE] = {"Date", 10, GRID_COMPUTED, 0, 0},
                       [MATCH_MORE] = {"Reference", 11, GRID_COMPUTED, 3, 0},
                       [MATCH_SORT] = {"Kind", 8, GRID_COMPUTED, 2, 0},
                       [MATCH_OPEN] = {"Open", 9, GRID_COMPUTED | GRID_RIGHT, 0, 0},
                       [MATCH_TAKES] = {"Gives", 9, GRID_RIGHT | GRID_OVER, 1, 0}},
};

static const struct notation *notation_of(const struct matchdesk *desk)
{
    return &desk->session->notation;
}

static const char *shown(const struct matchdesk *desk, int64_t minor, struct arena *arena)
{
    char text[MONEY_TEXT];

    return arena_text(arena, money_show(money_of(minor, desk->currency), notation_of(desk), text));
}

static struct grid *grid_of(const struct matchdesk *desk, enum match_pane pane)
{
    return desk->form->fields[pane].grid;
}

static int64_t size_of(const struct match_item *item)
{
    return item->open < 0 ? -item->open : item->open;
}

/* ---- what is open --------------------------------------------------------------------------- */

/* Papers by which the customer owes on one side, money and credit memos on the other. */
static bool takes_part(const struct item *item)
{
    switch (item->kind) {
    case DOCUMENT_INVOICE:
    case DOCUMENT_DEBIT:
    case DOCUMENT_CHARGE:
    case DOCUMENT_DEDUCTION: return item->open > 0;
    case DOCUMENT_CREDIT:
    case DOCUMENT_PAYMENT:
    case DOCUMENT_TRANSFER: return item->open < 0;
    default: return false;
    }
}

static bool both_sides(const struct item *items, int count, struct currency currency)
{
    bool debit = false, credit = false;

    for (int i = 0; i < count; i++) {
        const bool is = currency_is(items[i].currency, currency);
        debit = debit || (is && items[i].open > 0);
        credit = credit || (is && items[i].open < 0);
    }
    return debit && credit;
}

/* In which currency: the one asked for, the account's, or the first with both sides; and which
 * others there are. */
static enum err currency_choose(struct matchdesk *desk, const char *asked, const struct item *items,
                                int count)
{
    bool found = false;

    desk->currency = desk->customer.currency;
    desk->others = "";
    if (*asked)
        TRY(currency_find(asked, &desk->currency));
    found = *asked || both_sides(items, count, desk->currency);
    for (int i = 0; i < count; i++) {
        const struct currency currency = items[i].currency;
        if (!both_sides(items, count, currency))
            continue;
        if (!found) {
            desk->currency = currency;
            found = true;
        } else if (!currency_is(currency, desk->currency) && !strstr(desk->others, currency.code)) {
            desk->others = arena_format(&desk->arena, "%s%s%s", desk->others,
                                        *desk->others ? ", " : "", currency.code);
        }
    }
    return ERR_OK;
}

static int place_of(const struct match *match, int64_t id)
{
    for (int i = 0; i < match->count; i++)
        if (match->items[i].id == id)
            return i;
    return -1;
}

/* What was marked and tied before the items were read again. */
static void marks_carry(struct matchdesk *desk, const struct match *before)
{
    struct match *now = &desk->match;

    now->ties = arena_new(&desk->arena, ((size_t)before->tie_count + 1) * sizeof *now->ties);
    for (int i = 0; i < before->count; i++) {
        const int at = place_of(now, before->items[i].id);
        const int64_t wanted = before->items[i].wanted;
        if (at >= 0)
            now->items[at].wanted =
                wanted < size_of(&now->items[at]) ? wanted : size_of(&now->items[at]);
    }
    for (int i = 0; i < before->tie_count; i++) {
        struct match_pair tie = before->ties[i];
        tie.debit = place_of(now, before->items[tie.debit].id);
        tie.credit = place_of(now, before->items[tie.credit].id);
        if (tie.debit >= 0 && tie.credit >= 0)
            now->ties[now->tie_count++] = tie;
    }
}

static enum err item_take(struct matchdesk *desk, const struct item *item)
{
    struct document document;
    const int at = desk->match.count++;
    const enum match_pane pane = item->open > 0 ? MATCH_DEBITS : MATCH_CREDITS;

    desk->items[at] = *item;
    desk->sources[at] = item->number;
    desk->match.items[at] = (struct match_item){.id = item->id,
                                                .document_id = item->document_id,
                                                .open = item->open,
                                                .due = item->due,
                                                .doc_date = item->issued,
                                                .number = item->number};
    desk->places[pane][grid_add(grid_of(desk, pane), item->id)] = at;
    if (pane == MATCH_DEBITS)
        return ERR_OK;
    TRY(applyrow_source(desk->book, item, &desk->arena, &desk->sources[at]));
    TRY(document_get(desk->book, item->document_id, &desk->arena, &document));
    desk->match.items[at].reference = document.reference;
    desk->match.items[at].related_id = item->kind == DOCUMENT_CREDIT ? document.related_id : 0;
    return ERR_OK;
}

static int parts_of(const struct matchdesk *desk, int at)
{
    int parts = 0;

    for (int i = 0; i < desk->match.count; i++)
        parts += desk->items[i].document_id == desk->items[at].document_id;
    return parts;
}

/* The instalment, where the document has more than one. */
static int instalment_of(const struct matchdesk *desk, int at)
{
    const struct item *item = &desk->items[at];

    return item->open > 0 && (item->seq > 1 || parts_of(desk, at) > 1) ? item->seq : 0;
}

static const char *name_of(const struct matchdesk *desk, int at, struct arena *arena)
{
    const int instalment = instalment_of(desk, at);

    return instalment ? arena_format(arena, "%s/%d", desk->sources[at], instalment)
                      : desk->sources[at];
}

static bool is_prepaid(const struct matchdesk *desk, const struct item *item)
{
    return account_control_of(desk->book, item->account_id) != CONTROL_RECEIVABLE;
}

/* ---- the panes ------------------------------------------------------------------------------ */

static void cell_set(struct matchdesk *desk, enum match_pane pane, int row,
                     enum match_column column, const char *text)
{
    struct grid_column *wide = &desk->columns[pane][column];
    const int cells = text_width(text);

    if ((wide->flags & GRID_RIGHT) && cells > wide->cells)
        wide->cells = cells;
    grid_set(grid_of(desk, pane), row, column, text);
}

/* The marks, and what they take, as they now are. */
static void marks_show(struct matchdesk *desk)
{
    arena_reset(&desk->scratch);
    match_pair_up(&desk->match, &desk->scratch);
    for (int pane = 0; pane < MATCH_PANES; pane++)
        for (int row = 0; row < grid_of(desk, pane)->count; row++) {
            const struct match_item *item = &desk->match.items[desk->places[pane][row]];
            struct grid_row *it = &grid_of(desk, pane)->rows[row];
            it->marked = item->wanted > 0;
            it->mark = item->wanted > 0 && item->wanted < size_of(item)                     ? '/'
                       : pane == MATCH_DEBITS && item->due.day < book_today(desk->book).day ? '!'
                                                                                            : ' ';
            cell_set(desk, (enum match_pane)pane, row, MATCH_TAKES,
                     item->wanted ? shown(desk, item->wanted, &desk->scratch) : "");
        }
}

static void row_fill(struct matchdesk *desk, enum match_pane pane, int row)
{
    const int at = desk->places[pane][row];
    const struct item *item = &desk->items[at];
    const int days = book_today(desk->book).day - item->due.day;
    char day[DATE_TEXT];
    const char *kind = is_prepaid(desk, item) ? "prepaid" : document_kind_word(item->kind);

    grid_of(desk, pane)->rows[row].mark = is_prepaid(desk, item) ? 'p' : ' ';
    cell_set(desk, pane, row, MATCH_NUMBER, name_of(desk, at, &desk->arena));
    cell_set(desk, pane, row, MATCH_DATE,
             date_iso(pane == MATCH_DEBITS ? item->due : item->issued, day));
    if (pane == MATCH_CREDITS) {
        const char *reference = desk->match.items[at].reference;
        cell_set(desk, pane, row, MATCH_MORE, reference ? reference : "");
        cell_set(desk, pane, row, MATCH_SORT, kind);
    } else {
        cell_set(desk, pane, row, MATCH_MORE, date_iso(item->issued, day));
        cell_set(desk, pane, row, MATCH_SORT,
                 days > 0 ? arena_format(&desk->arena, "%d", days) : "");
    }
    cell_set(desk, pane, row, MATCH_OPEN, shown(desk, item->open, &desk->arena));
}

static void panes_reset(struct matchdesk *desk, int room)
{
    memcpy(desk->columns, pane_columns, sizeof pane_columns);
    for (int pane = 0; pane < MATCH_PANES; pane++) {
        grid_reset(grid_of(desk, (enum match_pane)pane));
        desk->places[pane] = arena_new(&desk->arena, ((size_t)room + 1) * sizeof(int));
    }
    desk->match = (struct match){
        .items = arena_new(&desk->arena, ((size_t)room + 1) * sizeof *desk->match.items)};
    desk->items = arena_new(&desk->arena, ((size_t)room + 1) * sizeof *desk->items);
    desk->sources = arena_new(&desk->arena, ((size_t)room + 1) * sizeof *desk->sources);
}

static enum err panes_fill(struct matchdesk *desk, const struct item *items, int count,
                           const struct match *before)
{
    int row_before[MATCH_PANES];

    for (int pane = 0; pane < MATCH_PANES; pane++)
        row_before[pane] = grid_of(desk, (enum match_pane)pane)->row;
    panes_reset(desk, count);
    for (int i = 0; i < count; i++)
        if (takes_part(&items[i]) && currency_is(items[i].currency, desk->currency))
            TRY(item_take(desk, &items[i]));
    marks_carry(desk, before);
    for (int pane = 0; pane < MATCH_PANES; pane++) {
        struct grid *grid = grid_of(desk, (enum match_pane)pane);
        for (int row = 0; row < grid->count; row++)
            row_fill(desk, (enum match_pane)pane, row);
        grid_to(grid, row_before[pane], MATCH_TAKES);
    }
    return ERR_OK;
}

enum err matchdesk_load(struct matchdesk *desk, const char *customer, const char *currency)
{
    struct arena old = desk->arena, fresh = {0}; /* marks are carried over */
    const struct match before = desk->match;
    struct customer found;
    struct item *items = NULL;
    int count = 0;
    enum err e = customer_find(desk->book, customer, &fresh, &found);

    if (e == ERR_OK)
        e = items_open(desk->book, found.id, &fresh, &items, &count);
    if (e != ERR_OK) { /* what is shown stays */
        arena_done(&fresh);
        return e;
    }
    desk->arena = fresh;
    desk->customer = found;
    e = currency_choose(desk, currency, items, count);
    if (e == ERR_OK)
        e = panes_fill(desk, items, count, &before);
    else
        panes_reset(desk, 0);
    marks_show(desk);
    arena_done(&old);
    return e;
}

/* ---- marks ---------------------------------------------------------------------------------- */

static void wanted_set(struct matchdesk *desk, int at, int64_t wanted)
{
    match_untie(&desk->match, at);
    desk->match.items[at].wanted = wanted;
    desk->way = MATCH_BY_HAND;
    marks_show(desk);
}

static void row_changed(void *self, struct form *form, int field, int row)
{
    struct matchdesk *desk = self;
    const int at = desk->places[field][row];
    const bool marked = form->fields[field].grid->rows[row].marked;

    wanted_set(desk, at, marked ? size_of(&desk->match.items[at]) : 0);
}

static enum err cell_check(void *self, struct form *form, int field, int row, int column,
                           struct note *note)
{
    struct matchdesk *desk = self;
    const int at = desk->places[field][row];
    const struct match_item *item = &desk->match.items[at];
    const char *text = grid_text(form->fields[field].grid, row, column);
    struct money part = money_of(0, desk->currency);

    if (!text_is_blank(text)) {
        TRY(money_calc(text, notation_of(desk), money_of(size_of(item), desk->currency), &part,
                       note));
        if (part.minor < 0) /* a credit may be typed as it is shown */
            part.minor = -part.minor;
        if (part.minor > size_of(item))
            return fail(note, ERR_CONFLICT, "%s has %s open; no more than that can be taken of it",
                        item->number, shown(desk, size_of(item), &desk->scratch));
    }
    if (part.minor != item->wanted)
        wanted_set(desk, at, part.minor);
    return ERR_OK;
}

void matchdesk_propose(struct matchdesk *desk)
{
    bool found = false;

    desk->way = desk->way >= MATCH_NONE ? MATCH_EXACT : desk->way + 1;
    arena_reset(&desk->scratch);
    if (desk->way == MATCH_EXACT)
        found = match_exact(&desk->match, &desk->arena);
    if (!found && desk->way <= MATCH_OLDEST) {
        desk->way = MATCH_OLDEST;
        found = match_oldest(&desk->match, &desk->arena);
    }
    if (!found) {
        desk->way = MATCH_NONE;
        match_none(&desk->match);
    }
    marks_show(desk);
}

void matchdesk_adopt(struct matchdesk *desk)
{
    for (int pane = 0; pane < MATCH_PANES; pane++)
        for (int row = 0; row < grid_of(desk, (enum match_pane)pane)->count; row++) {
            const struct grid *grid = grid_of(desk, (enum match_pane)pane);
            const int at = desk->places[pane][row];
            struct match_item *item = &desk->match.items[at];
            struct money part;
            if (strcmp(grid_text(grid, row, MATCH_NUMBER), name_of(desk, at, &desk->scratch)) ==
                    0 &&
                money_calc(grid_text(grid, row, MATCH_TAKES), notation_of(desk),
                           money_of(size_of(item), desk->currency), &part, NULL) == ERR_OK &&
                part.minor > 0 && part.minor <= size_of(item))
                item->wanted = part.minor;
            row_fill(desk, (enum match_pane)pane, row);
        }
    desk->way = MATCH_BY_HAND;
    match_retie(&desk->match, &desk->arena);
    marks_show(desk);
}

void matchdesk_unmark(struct matchdesk *desk)
{
    match_none(&desk->match);
    desk->way = MATCH_BY_HAND;
    marks_show(desk);
}

/* ---- words ---------------------------------------------------------------------------------- */

const char *matchdesk_sum(const struct matchdesk *desk, enum match_pane pane, struct arena *arena)
{
    int64_t sums[MATCH_PANES];
    const struct grid *grid = grid_of(desk, pane);
    int marked = 0;

    match_sums(&desk->match, &sums[MATCH_DEBITS], &sums[MATCH_CREDITS]);
    for (int row = 0; row < grid->count; row++)
        marked += grid->rows[row].marked;
    return arena_format(arena, "marked %d of %d   %s", marked, grid->count,
                        shown(desk, sums[pane], arena));
}

const char *matchdesk_difference(const struct matchdesk *desk, struct arena *arena)
{
    int64_t debits, credits;

    match_sums(&desk->match, &debits, &credits);
    if (debits == credits)
        return arena_format(arena, "difference %s", shown(desk, 0, arena));
    return arena_format(arena, "difference %s: that much of the %s stays open",
                        shown(desk, debits > credits ? debits - credits : credits - debits, arena),
                        debits > credits ? "debits" : "credits");
}

const char *matchdesk_pair(const struct matchdesk *desk, int n, struct arena *arena)
{
    const struct match_pair *pair = &desk->match.pairs[n];

    return arena_format(arena, "%s of %s from %s%s (%s)", shown(desk, pair->amount, arena),
                        name_of(desk, pair->debit, arena),
                        is_prepaid(desk, &desk->items[pair->credit]) ? "prepaid " : "",
                        name_of(desk, pair->credit, arena), match_words(pair->why));
}

const char *matchdesk_focus(const struct matchdesk *desk, struct arena *arena)
{
    const enum match_pane pane = (enum match_pane)desk->form->at;
    const struct grid *grid = grid_of(desk, pane);
    char issued[DATE_TEXT], due[DATE_TEXT];

    if (grid->count == 0)
        return "";
    const int at = desk->places[pane][grid->row];
    const struct item *item = &desk->items[at];
    const char *words =
        arena_format(arena, "%s%s %s of %s", is_prepaid(desk, item) ? "prepaid " : "",
                     document_kind_word(item->kind), name_of(desk, at, arena),
                     date_iso(item->issued, issued));
    if (item->open > 0)
        words = arena_format(arena, "%s, due %s", words, date_iso(item->due, due));
    words = arena_format(arena, "%s, open %s", words, shown(desk, item->open, arena));
    if (desk->match.items[at].wanted)
        words = arena_format(arena, "%s, %s %s", words, item->open > 0 ? "takes" : "gives",
                             shown(desk, desk->match.items[at].wanted, arena));
    return words;
}

enum err matchdesk_args(const struct matchdesk *desk, struct arena *arena, struct args *out,
                        struct note *note)
{
    const char *rows = NULL;

    args_init(out, command_find("customer", "match"), arena, &desk->session->habit,
              &notation_plain);
    for (int i = 0; i < desk->match.pair_count; i++) {
        const struct match_pair *pair = &desk->match.pairs[i];
        const struct applyrow row = {.number = desk->items[pair->debit].number,
                                     .amount = pair->amount,
                                     .currency = desk->currency,
                                     .instalment = instalment_of(desk, pair->debit),
                                     .from = desk->sources[pair->credit]};
        const char *text = applyrow_text(&row, arena);
        rows = rows ? arena_format(arena, "%s; %s", rows, text) : text;
    }
    if (!rows)
        return fail(note, ERR_CONFLICT,
                    "Nothing is paired: mark debits and credits with Space, or F6 proposes.");
    TRY(args_set(out, "customer", desk->customer.code, note));
    return args_set(out, "apply", rows, note);
}

/* ---- from outside --------------------------------------------------------------------------- */

void matchdesk_init(struct matchdesk *desk, struct session *session, struct form *form)
{
    const struct form_owner owner = {
        .check_cell = cell_check, .row_changed = row_changed, .self = desk};

    *desk = (struct matchdesk){.session = session, .book = session->book, .form = form};
    memcpy(desk->columns, pane_columns, sizeof pane_columns);
    form_init(form, "Match", owner);
    form_grid(form, "debits", 0, desk->columns[MATCH_DEBITS], MATCH_COLUMNS, GRID_MARKS);
    form_grid(form, "credits", 0, desk->columns[MATCH_CREDITS], MATCH_COLUMNS, GRID_MARKS);
    form_focus(form, MATCH_DEBITS);
}

void matchdesk_done(struct matchdesk *desk)
{
    arena_done(&desk->arena);
    arena_done(&desk->scratch);
}
