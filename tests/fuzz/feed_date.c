/* feed_date: one text as a day that a person types, a day in a file, and a moment. */
#include "base/date.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

static void day_holds(struct date d)
{
    char iso[DATE_TEXT];
    struct date again;

    must(date_is(d));
    must(date_parse_iso(date_iso(d, iso), &again) == ERR_OK && again.day == d.day);
}

void feed_date(const uint8_t *bytes, size_t len)
{
    static const enum date_order orders[] = {DATE_YMD, DATE_DMY, DATE_MDY};
    char *text = feed_string(bytes, len), shown[MOMENT_TEXT];
    const struct date days[] = {date_of(2026, 11, 22), date_of(1900, 1, 1), DATE_NEVER};
    struct date d;
    int64_t moment, again;

    if (date_parse_iso(text, &d) == ERR_OK)
        day_holds(d);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            const struct date_habit habit = {days[j], orders[i]};
            struct note note = {0};
            if (date_parse_file(text, orders[i], &d, &note) == ERR_OK)
                day_holds(d);
            else
                must(note.text[0]);
            note_clear(&note);
            if (date_parse(text, &habit, days[j], &d, &note) == ERR_OK)
                day_holds(d);
            else
                must(note.text[0]);
        }
    if (moment_parse(text, &moment) == ERR_OK) {
        must(moment_parse(moment_iso(moment, shown), &again) == ERR_OK && again == moment);
        must(date_is(moment_date(moment)));
    }
    free(text);
}
