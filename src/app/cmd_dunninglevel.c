/* Levels of dunning and the texts of their letters: shown and set. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/dunscheme.h"

#include <strings.h>

static const char *const no_yes[] = {"no", "yes", NULL};

static const struct arg level_args[] = {
    {.name = "level",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "0, the friendly reminder, to 9"},
    {.name = "scheme",
     .kind = ARG_CODE,
     .otherwise = DUNSCHEME_STANDARD,
     .help = "of which scheme"},
    {.name = "days",
     .kind = ARG_INT,
     .help = "from so many full days past due on; of level 0: -3 is three days before"},
    {.name = "grace", .kind = ARG_INT, .help = "not within so many days"},
    {.name = "minimum",
     .kind = ARG_MONEY,
     .help = "the sum of the letter; below it the items stay a level lower"},
    {.name = "minimum-percent", .kind = ARG_PERCENT, .help = "the same, of all that is open"},
    {.name = "fee", .kind = ARG_MONEY, .help = "of each letter, in the book's currency"},
    {.name = "fee-percent", .kind = ARG_PERCENT, .help = "of what is dunned, without charges"},
    {.name = "again",
     .kind = ARG_INT,
     .help = "the letter is repeated after so many days; 0: it is not"},
    {.name = "pay-days", .kind = ARG_INT, .help = "the letter wants its money within so many days"},
    {.name = "held",
     .kind = ARG_CHOICE,
     .choices = no_yes,
     .help = "its letters wait to be checked"},
    {.name = "active", .kind = ARG_CHOICE, .choices = no_yes, .help = "no: it is passed over"},
    {0},
};

static enum err amount_take(struct act *act, const char *name, int64_t *out)
{
    const struct currency currency = book_currency(act->book);
    struct money money;
    bool given;

    TRY(args_money(act->args, name, currency, &money, &given, act->note));
    if (given && !currency_is(money.currency, currency))
        return fail(act->note, ERR_INPUT, "--%s: amounts of levels are in %s", name, currency.code);
    if (given)
        *out = money.minor;
    return ERR_OK;
}

static enum err level_set_run(struct act *act)
{
    const struct args *args = act->args;
    struct dunscheme_level level;
    bool is;

    TRY(dunscheme_get(act->book, args_get(args, "scheme"), (int)args_number(args, "level", 0),
                      act->arena, &level, &is));
    if (!is && !args_given(args, "days"))
        return fail(act->note, ERR_USAGE, "--days is missing: after how many days past due?");
    level.step.days = (int)args_number(args, "days", level.step.days);
    level.step.grace = (int)args_number(args, "grace", level.step.grace);
    level.step.again = (int)args_number(args, "again", level.step.again);
    level.step.minimum_ppm = args_number(args, "minimum-percent", level.step.minimum_ppm);
    level.step.fee_ppm = args_number(args, "fee-percent", level.step.fee_ppm);
    level.pay_days = (int)args_number(args, "pay-days", level.pay_days);
    level.held = args_choice(args, "held", level.held) == 1;
    level.step.active = args_choice(args, "active", level.step.active) == 1;
    TRY(amount_take(act, "minimum", &level.step.minimum));
    TRY(amount_take(act, "fee", &level.step.fee));
    TRY(dunscheme_set(act->tx, &level));
    act->ref = arena_format(act->arena, "%s %d", level.scheme, level.level);
    act->says = arena_format(act->arena, "level %d of %s %s", level.level, level.scheme,
                             !level.step.active ? "is off"
                             : is               ? "is changed"
                                                : "is there");
    return ERR_OK;
}

const struct command cmd_dunning_level_set = {
    .noun = "dunning-level",
    .verb = "set",
    .summary = "make a level of dunning, or change one",
    .detail = "What is not said stays as it is. A scheme begins with its first level; the setting "
              "dunning.scheme says which one holds, for all, for a class or for a customer, and "
              "none exempts. The two words of the noun may be written apart: dunning level set.",
    .args = level_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = level_set_run,
};

static const struct arg list_args[] = {
    {.name = "scheme", .kind = ARG_CODE, .help = "only of this one"},
    LISTING_ARGS,
    {0},
};

static const struct column level_columns[] = {
    {.name = "scheme", .title = "Scheme", .kind = CELL_CODE},
    {.name = "level", .title = "Level", .kind = CELL_INT},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "grace", .title = "Grace", .kind = CELL_INT, .worth = 1},
    {.name = "again", .title = "Again", .kind = CELL_INT, .worth = 4},
    {.name = "minimum", .title = "Minimum", .kind = CELL_MONEY, .worth = 2},
    {.name = "minimum_percent", .title = "Min. %", .kind = CELL_PERCENT, .worth = 6},
    {.name = "fee", .title = "Fee", .kind = CELL_MONEY},
    {.name = "fee_percent", .title = "Fee %", .kind = CELL_PERCENT, .worth = 3},
    {.name = "pay_days", .title = "Pay within", .kind = CELL_INT, .worth = 5},
    {.name = "held", .title = "Held", .kind = CELL_CODE, .worth = 7},
    {.name = "active", .title = "Used", .kind = CELL_CODE},
};

static enum err levels_pass(struct act *act, struct sink *sink)
{
    const struct currency currency = book_currency(act->book);
    const struct table_head head = {"Levels of dunning",
                                    arena_format(act->arena, "amounts in %s", currency.code),
                                    level_columns, sizeof level_columns / sizeof *level_columns};
    struct dunscheme_level *levels;
    int count;

    TRY(dunscheme_list(act->book, args_get(act->args, "scheme"), act->arena, &levels, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct dunning_step *s = &levels[i].step;
        const struct cell cells[] = {cell_code(levels[i].scheme),
                                     cell_int(levels[i].level),
                                     cell_int(s->days),
                                     cell_int(s->grace),
                                     cell_int(s->again),
                                     cell_money(money_of(s->minimum, currency)),
                                     cell_number(CELL_PERCENT, s->minimum_ppm),
                                     cell_money(money_of(s->fee, currency)),
                                     cell_number(CELL_PERCENT, s->fee_ppm),
                                     cell_int(levels[i].pay_days),
                                     cell_code(levels[i].held ? "yes" : "no"),
                                     cell_code(s->active ? "yes" : "no")};
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err level_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, levels_pass(act, sink));
}

const struct command cmd_dunning_level_list = {
    .noun = "dunning-level",
    .verb = "list",
    .summary = "list the levels of dunning by scheme",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = level_list_run,
};

/* ---- texts ---------------------------------------------------------------------------------- */

static const struct arg text_args[] = {
    {.name = "level", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "of which level"},
    {.name = "language", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "two letters, as en"},
    {.name = "scheme",
     .kind = ARG_CODE,
     .otherwise = DUNSCHEME_STANDARD,
     .help = "of which scheme"},
    {.name = "title", .kind = ARG_TEXT, .help = "what the letter is called"},
    {.name = "opening", .kind = ARG_TEXT, .help = "what stands above the items"},
    {.name = "closing", .kind = ARG_TEXT, .help = "below them; {amount} and {due} are filled in"},
    {0},
};

static enum err text_set_run(struct act *act)
{
    const struct args *args = act->args;
    struct dunscheme_text *texts;
    struct dunscheme_text text = {.scheme = args_get(args, "scheme"),
                                  .level = (int)args_number(args, "level", 0),
                                  .language = args_get(args, "language"),
                                  .title = "",
                                  .opening = "",
                                  .closing = ""};
    int count;

    TRY(dunscheme_texts(act->book, text.scheme, act->arena, &texts, &count));
    for (int i = 0; i < count; i++)
        if (texts[i].level == text.level && strcasecmp(texts[i].language, text.language) == 0)
            text = texts[i];
    if (args_given(args, "title"))
        text.title = args_get(args, "title");
    if (args_given(args, "opening"))
        text.opening = args_get(args, "opening");
    if (args_given(args, "closing"))
        text.closing = args_get(args, "closing");
    TRY(dunscheme_text_set(act->tx, &text));
    act->ref = arena_format(act->arena, "%s %d %s", text.scheme, text.level, text.language);
    act->says = arena_format(act->arena, "the letter of level %d in %s is \"%s\"", text.level,
                             text.language, text.title);
    return ERR_OK;
}

const struct command cmd_dunning_text_set = {
    .noun = "dunning-text",
    .verb = "set",
    .summary = "what the letter of a level says, by language",
    .detail = "A letter is in the language of its customer (customer set --language), in English "
              "where there is no text in it. Letters that went out keep their own text. What is "
              "not said stays as it is.",
    .args = text_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = text_set_run,
};

static const struct column text_columns[] = {
    {.name = "scheme", .title = "Scheme", .kind = CELL_CODE, .worth = 1},
    {.name = "level", .title = "Level", .kind = CELL_INT},
    {.name = "language", .title = "Language", .kind = CELL_CODE},
    {.name = "title", .title = "Title", .kind = CELL_TEXT, .width = 20},
    {.name = "opening", .title = "Above the items", .kind = CELL_TEXT},
    {.name = "closing", .title = "Below them", .kind = CELL_TEXT},
};

static enum err texts_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Texts of dunning", NULL, text_columns,
                                    sizeof text_columns / sizeof *text_columns};
    struct dunscheme_text *texts;
    int count;

    TRY(dunscheme_texts(act->book, args_get(act->args, "scheme"), act->arena, &texts, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(texts[i].scheme),   cell_int(texts[i].level),
                                     cell_code(texts[i].language), cell_text(texts[i].title),
                                     cell_text(texts[i].opening),  cell_text(texts[i].closing)};
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err text_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, texts_pass(act, sink));
}

const struct command cmd_dunning_text_list = {
    .noun = "dunning-text",
    .verb = "list",
    .summary = "list what the letters of dunning say",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = text_list_run,
};
