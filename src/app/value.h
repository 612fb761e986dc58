/* value: one typed value from text, by the kind of its argument.
 *
 * Holds: value.text is clean UTF-8 and canonical: dates ISO, choices and currencies as declared,
 * money with a decimal point and no grouping; so the text means the same tomorrow and for
 * everybody. Knows: how people write (habit, notation), no command. Memory: text lies in the arena.
 * Fails with: INPUT, saying what would be right; never repeats a payment card number. */
#ifndef APP_VALUE_H
#define APP_VALUE_H

#include "app/args.h"

struct value_habits {
    const struct date_habit *habit;
    const struct notation *notation; /* NULL = plain */
    struct arena *arena;
};

/* `choices` only for ARG_CHOICE. */
enum err value_read(const struct value_habits *habits, enum arg_kind kind,
                    const char *const *choices, const char *text, struct value *out,
                    struct note *note);

#endif
