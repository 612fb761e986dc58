#include "rules/autocash.h"

#include "base/figures.h"
#include "rules/autocashparts.h"

#include <string.h>

static const struct {
    int rule;
    const char *word, *words;
} steps[AUTOCASH_STEPS] = {{0, "none", "by no rule"},
#define X(name, rule, word, words) {rule, word, words},
                           AUTOCASH_LIST(X)
#undef X
};

int autocash_rule(enum autocash_step step)
{
    return steps[step].rule;
}

const char *autocash_word(enum autocash_step step)
{
    return steps[step].word;
}

const char *autocash_words(enum autocash_step step)
{
    return steps[step].words;
}

/* The oldest has a setting of its own: it is no rule, but what is done when there is none. */
static enum autocash_step step_of(const char *word, size_t len)
{
    for (int step = AUTOCASH_NONE + 1; step < AUTOCASH_OLDEST; step++)
        if (strlen(steps[step].word) == len && memcmp(steps[step].word, word, len) == 0)
            return (enum autocash_step)step;
    return AUTOCASH_NONE;
}

enum err autocash_steps_parse(const char *text, struct autocash_options *options, struct note *note)
{
    options->step_count = 0;
    for (const char *at = text + strspn(text, " ,"); *at; at += strspn(at, " ,")) {
        const size_t len = strcspn(at, " ,");
        const enum autocash_step step = step_of(at, len);
        if (step == AUTOCASH_NONE)
            return fail(note, ERR_INPUT, "\"%.*s\" is no step of autocash; the steps are: %s",
                        (int)(len < 40 ? len : 40), at, AUTOCASH_STEPS_DEFAULT);
        for (int i = 0; i < options->step_count; i++)
            if (options->steps[i] == step)
                return fail(note, ERR_INPUT, "the step %s is named twice", steps[step].word);
        options->steps[options->step_count++] = step;
        at += len;
    }
    return ERR_OK;
}

bool autocash_telling(int items, int discounted, int64_t divisor, int64_t sum)
{
    int64_t choices = 1;

    for (int i = 0; i < items; i++)
        if (__builtin_mul_overflow(choices, (int64_t)(i < discounted ? 3 : 2), &choices))
            return false;
    return divisor > 0 && !__builtin_mul_overflow(choices, (int64_t)100, &choices) &&
           choices < sum / divisor;
}

/* ---- what all steps use --------------------------------------------------------------------- */

static enum err refuse(struct search *s, enum autocash_step step, const char *why)
{
    s->out->why_not[step] = why;
    return ERR_OK;
}

static enum err clear_step(struct search *s, enum autocash_step step, const bool *in,
                           const char *nothing)
{
    struct choice_made made = {.step = step, .answers = 1, .automatic = true};
    unsigned char *take = choice_new(s);
    bool fits = false;
    int64_t sum = 0;

    TRY(choice_set(s, in, take, &fits));
    if (fits)
        return choice_take(s, take, &made);
    for (int i = 0; i < s->count; i++)
        take[i] = in[i] ? TAKE_NET : TAKE_NONE;
    TRY(choice_sum(s, take, &sum));
    return refuse(s, step,
                  sum == 0
                      ? nothing
                      : arena_format(s->arena, "that comes to %s",
                                     figure_marked(money_of(sum, s->given->currency), s->arena)));
}

/* ---- the steps ------------------------------------------------------------------------------ */

static enum err step_exact(struct search *s)
{
    struct choice_made made = {.step = AUTOCASH_EXACT};
    unsigned char *take = choice_new(s);
    int best = -1;

    for (int i = 0; i < s->count; i++) {
        const struct autocash_item *item = &s->items[i];
        if (!s->usable[i] || item->open <= 0 ||
            (item->open != s->given->amount && item->open - item->discount != s->given->amount))
            continue;
        made.answers++;
        if (best < 0 || item->due.day < s->items[best].due.day ||
            (item->due.day == s->items[best].due.day && item->id < s->items[best].id))
            best = i;
    }
    if (best < 0)
        return refuse(s, AUTOCASH_EXACT, "no single item comes to it");
    take[best] = s->items[best].open == s->given->amount ? TAKE_GROSS : TAKE_NET;
    made.automatic = made.answers == 1;
    made.why = arena_format(s->arena, "%lld items come to it", (long long)made.answers);
    return choice_take(s, take, &made);
}

static enum err step_account(struct search *s)
{
    return clear_step(s, AUTOCASH_ACCOUNT, s->usable, "nothing is open");
}

static enum err step_past_due(struct search *s)
{
    bool *in = arena_new(s->arena, (size_t)s->count + 1);

    for (int i = 0; i < s->count; i++)
        in[i] = choice_past_due(s, i);
    return clear_step(s, AUTOCASH_PAST_DUE, in, "nothing is past due");
}

/* What one group or statement answers, unless another one answered the same. */
struct answers {
    unsigned char *take; /* the first */
    int64_t count;
    const char *off; /* a statement came to the amount, but not any more */
};

static enum err answer_add(struct search *s, const bool *in, struct answers *answers, bool *fits)
{
    unsigned char *take = choice_new(s);

    TRY(choice_set(s, in, take, fits));
    if (!*fits || (answers->take && memcmp(take, answers->take, (size_t)s->count) == 0))
        return ERR_OK;
    answers->count++;
    if (!answers->take)
        answers->take = take;
    return ERR_OK;
}

static bool same_terms(const struct autocash_item *a, const struct autocash_item *b)
{
    return a->terms && b->terms && strcmp(a->terms, b->terms) == 0;
}

static enum err groups_ask(struct search *s, struct answers *answers)
{
    bool *in = arena_new(s->arena, (size_t)s->count + 1),
         *done = arena_new(s->arena, (size_t)s->count + 1);
    bool fits = false;

    for (int first = 0; first < s->count; first++) {
        if (done[first] || !choice_past_due(s, first) || !s->items[first].terms)
            continue;
        for (int i = 0; i < s->count; i++) {
            in[i] = choice_past_due(s, i) && same_terms(&s->items[i], &s->items[first]);
            done[i] = done[i] || in[i];
        }
        TRY(answer_add(s, in, answers, &fits));
    }
    return ERR_OK;
}

static enum err statements_ask(struct search *s, struct answers *answers)
{
    bool *in = arena_new(s->arena, (size_t)s->count + 1), fits = false;
    char day[DATE_TEXT];

    for (int k = 0; k < s->given->statement_count && k < AUTOCASH_STATEMENTS; k++) {
        const struct autocash_statement *statement = &s->given->statements[k];
        if (statement->balance != s->given->amount)
            continue;
        for (int i = 0; i < s->count; i++)
            in[i] = s->usable[i] && s->items[i].doc_date.day <= statement->date.day;
        TRY(answer_add(s, in, answers, &fits));
        if (!fits)
            answers->off = arena_format(s->arena,
                                        "it is the balance of the statement of %s, but what is "
                                        "open of that is another sum now",
                                        date_iso(statement->date, day));
    }
    return ERR_OK;
}

static enum err step_statement(struct search *s)
{
    struct choice_made made = {.step = AUTOCASH_STATEMENT};
    struct answers answers = {0};

    TRY(groups_ask(s, &answers));
    TRY(statements_ask(s, &answers));
    if (answers.count == 0)
        return refuse(s, AUTOCASH_STATEMENT,
                      answers.off ? answers.off
                      : s->given->statement_count
                          ? "neither what is past due on any terms nor a statement comes to it"
                          : "what is past due on any terms does not come to it");
    made.answers = answers.count;
    made.automatic = answers.count == 1;
    made.why = arena_format(s->arena, "%lld groups come to it", (long long)answers.count);
    return choice_take(s, answers.take, &made);
}

static int64_t divisor_of(int64_t a, int64_t b)
{
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The items of the search, and whether a find among them tells anything. */
static enum err subset_read(struct search *s, struct subset_item *items, int *places, int *count,
                            bool *telling)
{
    int64_t divisor = 0, sum = 0;
    int discounted = 0;

    for (int i = 0; i < s->count; i++) {
        const struct autocash_item *item = &s->items[i];
        if (!s->usable[i])
            continue;
        if (*count == SUBSET_ITEMS) {
            ++*count;
            return ERR_OK;
        }
        places[*count] = i;
        items[(*count)++] = (struct subset_item){item->open, item->open - item->discount};
        discounted += item->discount > 0;
        divisor = divisor_of(divisor_of(divisor, item->open), item->open - item->discount);
        if (__builtin_add_overflow(sum, item->open < 0 ? -item->open : item->open, &sum))
            return ERR_LIMIT;
    }
    *telling = autocash_telling(*count, discounted, divisor, sum);
    return ERR_OK;
}

static enum err step_subset(struct search *s)
{
    struct choice_made made = {.step = AUTOCASH_SUBSET};
    struct subset_item items[SUBSET_ITEMS];
    struct subset_found found;
    unsigned char *take = choice_new(s);
    int places[SUBSET_ITEMS], count = 0;
    bool telling = false;

    TRY(subset_read(s, items, places, &count, &telling));
    if (count > SUBSET_ITEMS)
        return refuse(s, AUTOCASH_SUBSET, "there are more than 24 items to choose from");
    subset_find(items, count, s->given->amount, s->options->work, &found);
    if (found.given_up)
        return refuse(s, AUTOCASH_SUBSET, "there are too many choices to try them all");
    if (found.answers == 0)
        return refuse(s, AUTOCASH_SUBSET, "no choice of items comes to it");
    for (int i = 0; i < count; i++)
        take[places[i]] = found.take[i];
    made.answers = found.answers;
    made.automatic = found.answers == 1 && telling;
    made.why = found.answers > 1
                   ? arena_format(s->arena, "%lld choices come to it", (long long)found.answers)
                   : "among so many items that may be an accident";
    return choice_take(s, take, &made);
}

static bool is_left_out(const struct autocash_case *given, int64_t id)
{
    for (int i = 0; i < given->left_out_count; i++)
        if (given->left_out[i] == id)
            return true;
    return false;
}

/* The items with what is questioned of them taken off; the very same when nothing is in part. */
static const struct autocash_item *undisputed(const struct search *s)
{
    struct autocash_item *items = NULL;

    for (int i = 0; i < s->count; i++) {
        const struct autocash_item *item = &s->given->items[i];
        if (!item->disputed || item->undisputed <= 0 || item->undisputed >= item->open)
            continue;
        if (!items) {
            items = arena_new(s->arena, (size_t)s->count * sizeof *items);
            memcpy(items, s->given->items, (size_t)s->count * sizeof *items);
        }
        items[i].open = item->undisputed;
        items[i].discount = 0; /* it is not paid whole */
    }
    return items ? items : s->given->items;
}

/* The numbers in a text mean the whole papers; if those do not come to it, what is not questioned
 * of them may. */
static enum err references_run(struct search *s)
{
    const struct autocash_item *rest = s->items;
    const struct autocash_proposal before = *s->out;

    s->items = s->given->items;
    TRY(step_references(s));
    if (!s->out->automatic && rest != s->items) {
        const struct autocash_proposal whole = *s->out;
        *s->out = before;
        s->items = rest;
        TRY(step_references(s));
        if (!s->out->automatic)
            *s->out = whole;
    }
    s->items = rest;
    return ERR_OK;
}

static enum err step_run(struct search *s, enum autocash_step step)
{
    switch (step) {
    case AUTOCASH_REFERENCES: return references_run(s);
    case AUTOCASH_EXACT: return step_exact(s);
    case AUTOCASH_ACCOUNT: return step_account(s);
    case AUTOCASH_PAST_DUE: return step_past_due(s);
    case AUTOCASH_STATEMENT: return step_statement(s);
    case AUTOCASH_SUBSET: return step_subset(s);
    case AUTOCASH_OLDEST: return step_oldest(s);
    case AUTOCASH_NONE:
    case AUTOCASH_STEPS: break;
    }
    return ERR_OK;
}

enum err autocash_find(const struct autocash_case *given, const struct autocash_options *options,
                       struct arena *arena, struct autocash_proposal *out)
{
    struct search s = {.given = given,
                       .options = options,
                       .arena = arena,
                       .items = given->items,
                       .count = given->item_count,
                       .out = out};

    *out = (struct autocash_proposal){.left = given->amount, .arithmetic = "", .why = ""};
    s.there = arena_new(arena, (size_t)s.count + 1);
    s.usable = arena_new(arena, (size_t)s.count + 1);
    for (int i = 0; i < s.count; i++) {
        s.there[i] = s.items[i].open != 0 && !is_left_out(given, s.items[i].id);
        s.usable[i] = s.there[i] && !(options->leave_disputed && s.items[i].disputed &&
                                      s.items[i].undisputed <= 0);
    }
    if (options->leave_disputed)
        s.items = undisputed(&s);
    for (int i = 0; i < options->step_count && out->step == AUTOCASH_NONE; i++)
        TRY(step_run(&s, options->steps[i]));
    TRY(step_charges(&s));
    if (options->oldest && out->step == AUTOCASH_NONE)
        TRY(step_run(&s, AUTOCASH_OLDEST));
    return ERR_OK;
}
