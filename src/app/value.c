#include "app/value.h"

#include "app/words.h"
#include "base/card.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>

#define INT_DIGITS 15

static enum err int_read(struct value *out, struct note *note)
{
    const char *p = out->text;
    bool negative = *p == '-';
    int digits = 0;

    if (*p == '-' || *p == '+')
        p++;
    for (; isdigit((unsigned char)*p) && digits <= INT_DIGITS; p++, digits++)
        out->number = out->number * 10 + (*p - '0');
    if (*p || digits == 0 || digits > INT_DIGITS)
        return fail(note, ERR_INPUT, "'%s' is not a whole number, as 12 is", out->text);
    if (negative)
        out->number = -out->number;
    return ERR_OK;
}

static enum err flag_read(struct value *out, struct note *note)
{
    static const char *const yes[] = {"yes", "true", "1", "on", "x", "y", ""};
    static const char *const no[] = {"no", "false", "0", "off", "n"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (text_same(out->text, yes[i])) {
            out->text = "yes";
            out->number = 1;
            return ERR_OK;
        }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (text_same(out->text, no[i])) {
            out->text = "no";
            return ERR_OK;
        }
    return fail(note, ERR_INPUT, "'%s' is neither yes nor no", out->text);
}

static enum err choice_read(const char *const *choices, struct arena *arena, struct value *out,
                            struct note *note)
{
    const char *near = NULL, *all = "";
    int nearest = 99;

    for (int i = 0; choices && choices[i]; i++) {
        if (text_same(out->text, choices[i])) {
            out->text = choices[i];
            out->number = i;
            return ERR_OK;
        }
        int distance = word_distance(out->text, choices[i]);
        if (distance < nearest) {
            nearest = distance;
            near = choices[i];
        }
        all = arena_format(arena, "%s%s%s", all, i ? ", " : "", choices[i]);
    }
    if (near)
        return fail(note, ERR_INPUT, "'%s' is not one of %s: did you mean %s?", out->text, all,
                    near);
    return fail(note, ERR_INPUT, "'%s' is not one of %s", out->text, all);
}

/* How many decimals there may be is known with the currency only. */
static enum err money_read(const struct value_habits *habits, struct value *out, struct note *note)
{
    const struct notation *notation = habits->notation ? habits->notation : &notation_plain;
    char made[MONEY_TYPED];

    TRY(money_typed(out->text, notation, made, note));
    out->text = arena_text(habits->arena, made);
    return ERR_OK;
}

static enum err file_read(const char *text, struct arena *arena, struct value *out,
                          struct note *note)
{
    size_t bad;

    /* a file's name is its bytes: nothing is trimmed or composed anew */
    if (!*text || !text_utf8(text, strlen(text), &bad))
        return fail(note, ERR_INPUT,
                    *text ? "the file's name is not valid UTF-8; rename the file"
                          : "the file's name is empty");
    char *clean = NULL;
    if (text_clean(text, strlen(text), false, arena, &clean, NULL) != ERR_OK)
        return fail(note, ERR_INPUT, "the file's name has a control character; rename the file");
    if (card_in(clean)) /* the journal would keep it */
        return fail(note, ERR_INPUT,
                    "the file's name looks like a payment card number, and those are never kept; "
                    "rename the file");
    out->text = arena_text(arena, text);
    return ERR_OK;
}

enum err value_read(const struct value_habits *habits, enum arg_kind kind,
                    const char *const *choices, const char *text, struct value *out,
                    struct note *note)
{
    struct currency currency;
    char iso[DATE_TEXT];
    char *clean = NULL;

    *out = (struct value){.text = "", .date = DATE_NONE};
    if (kind == ARG_FILE)
        return file_read(text, habits->arena, out, note);
    TRY(text_clean(text, strlen(text), false, habits->arena, &clean, note));
    out->text = clean;
    switch (kind) {
    case ARG_INT: return int_read(out, note);
    case ARG_DATE:
        TRY(date_parse(clean, habits->habit, habits->habit->today, &out->date, note));
        out->text = arena_text(habits->arena, date_iso(out->date, iso));
        out->said = date_moves(clean) ? clean : NULL;
        return ERR_OK;
    case ARG_MONEY: return money_read(habits, out, note);
    case ARG_PERCENT: return percent_parse(clean, &out->number, note);
    case ARG_RATIO: return ratio_parse(clean, &out->ratio, note);
    case ARG_FLAG: return flag_read(out, note);
    case ARG_CHOICE: return choice_read(choices, habits->arena, out, note);
    case ARG_CURRENCY:
        if (currency_find(clean, &currency) != ERR_OK)
            return fail(note, ERR_INPUT, "'%s' is not a currency of ISO 4217, as EUR is", clean);
        out->text = arena_text(habits->arena, currency.code);
        return ERR_OK;
    case ARG_TEXT:
    case ARG_CODE:
    case ARG_CUSTOMER:
    case ARG_DOCUMENT:
    case ARG_TERMS:
    case ARG_TAX:
    case ARG_ACCOUNT:
    case ARG_REASON:
    case ARG_CAUSE:
    case ARG_FILE:
    case ARG_ROWS: break;
    }
    if (card_in(clean))
        return fail(note, ERR_INPUT,
                    "this looks like a payment card number, and those are never kept; "
                    "give the brand and the last four digits");
    return ERR_OK;
}
