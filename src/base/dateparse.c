#include "base/date.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_TEXT = 40 };

static const char *const order_words[] = {
    [DATE_YMD] = "year-month-day", [DATE_DMY] = "day-month-year", [DATE_MDY] = "month-day-year"};

static const char *const order_examples[] = {
    [DATE_YMD] = "2026-11-22", [DATE_DMY] = "22.11.2026", [DATE_MDY] = "11/22/2026"};

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum err date_parse_iso(const char *text, struct date *out)
{
    for (size_t i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i]))
            return ERR_INPUT;
    if (text[10])
        return ERR_INPUT;
    struct date d = date_of((int)strtol(text, NULL, 10), (int)strtol(text + 5, NULL, 10),
                            (int)strtol(text + 8, NULL, 10));
    if (!date_is(d))
        return ERR_INPUT;
    *out = d;
    return ERR_OK;
}

/* Up to three numbers as they stand in the text. */
struct parts {
    int value[3], digits[3], count;
    size_t len; /* bytes read */
};

/* Reads numbers with one kind of separator between them, at most `most`. */
static void parts_scan(const char *text, int most, struct parts *out)
{
    *out = (struct parts){0};
    const char *at = text;
    char between = 0;
    while (out->count < most && is_digit(*at)) {
        int i = out->count++;
        for (; is_digit(*at) && out->digits[i] < 8; at++, out->digits[i]++)
            out->value[i] = out->value[i] * 10 + (*at - '0');
        out->len = (size_t)(at - text);
        if (!*at || !strchr("-/. ", *at) || (between && *at != between))
            break;
        between = *at++;
    }
}

/* Six or eight digits in one piece become three parts. */
static void parts_cut(struct parts *parts, enum date_order order)
{
    int digits = parts->digits[0], value = parts->value[0];
    if (parts->count != 1 || (digits != 6 && digits != 8))
        return;
    int year_size = digits - 4, unit = year_size == 4 ? 10000 : 100;
    *parts = (struct parts){.count = 3, .digits = {2, 2, 2}, .len = parts->len};
    if (order == DATE_YMD) {
        parts->value[0] = value / 10000;
        parts->value[1] = value / 100 % 100;
        parts->value[2] = value % 100;
        parts->digits[0] = year_size;
    } else {
        parts->value[0] = value / unit / 100;
        parts->value[1] = value / unit % 100;
        parts->value[2] = value % unit;
        parts->digits[2] = year_size;
    }
}

/* The day that three parts mean; the words name what is wrong with them. */
static enum err parts_date(const struct parts *parts, enum date_order order, const char *text,
                           struct date *out, struct note *note)
{
    static const int places[][3] = {/* of year, month, day */
                                    [DATE_YMD] = {0, 1, 2},
                                    [DATE_DMY] = {2, 1, 0},
                                    [DATE_MDY] = {2, 0, 1}};
    if (parts->digits[0] == 4)
        order = DATE_YMD; /* four digits in front are a year for everybody */
    const int *place = places[order];
    int year = parts->value[place[0]], month = parts->value[place[1]], day = parts->value[place[2]];
    int year_digits = parts->digits[place[0]];
    if ((year_digits != 2 && year_digits != 4) || parts->digits[place[1]] > 2 ||
        parts->digits[place[2]] > 2)
        return fail(note, ERR_INPUT, "\"%s\" is not a date written %s, like %s", text,
                    order_words[order], order_examples[order]);
    if (year_digits == 2)
        year += year >= 70 ? 1900 : 2000;
    if (year < 1900)
        return fail(note, ERR_INPUT, "\"%s\" has the year %d; dates begin with 1970", text, year);
    if (month < 1 || month > 12)
        return fail(note, ERR_INPUT,
                    "\"%s\" has month %d, and months run from 1 to 12; it is read "
                    "%s",
                    text, month, order_words[order]);
    struct date d = date_of(year, month, day);
    if (!date_is(d)) {
        int y, m, last;
        date_split(date_month_last((year - 1970) * 12 + month - 1), &y, &m, &last);
        return fail(note, ERR_INPUT, "\"%s\" has day %d, and %s %d has %d days", text, day,
                    month_names[month - 1], year, last);
    }
    *out = d;
    return ERR_OK;
}

/* "08:26", "08:26:00", "14:45:34.083 UTC", "9:05 PM", "00:00:00Z", "10:00:00+02:00" */
static bool is_time(const char *at)
{
    int most[] = {23, 59, 60}, count = 0;
    for (;; at++, count++) {
        int value = 0, digits = 0;
        for (; is_digit(*at) && digits < 2; at++, digits++)
            value = value * 10 + (*at - '0');
        if (digits == 0 || (count && digits != 2) || value > most[count])
            return false;
        if (*at != ':' || count == 2)
            break;
    }
    if (count == 0)
        return false;
    if (count == 2 && (*at == '.' || *at == ',') && is_digit(at[1]))
        for (at++; is_digit(*at);)
            at++;
    at += strspn(at, " ");
    if (strcasecmp(at, "AM") == 0 || strcasecmp(at, "PM") == 0)
        return true;
    if (*at == '+' || *at == '-')
        return is_digit(at[1]) && strspn(at + 1, "0123456789:") == strlen(at + 1) &&
               strlen(at) <= 6;
    return !*at || strcmp(at, "Z") == 0 || strcmp(at, "UTC") == 0;
}

/* A text without the blanks around it. */
static enum err text_take(const char *text, char out[MOST_TEXT + 1], struct note *note)
{
    text += strspn(text, " \t");
    size_t len = strlen(text);
    while (len && (text[len - 1] == ' ' || text[len - 1] == '\t'))
        len--;
    if (len == 0)
        return fail(note, ERR_INPUT, "a date is missing; write it like 2026-11-22");
    if (len > MOST_TEXT)
        return fail(note, ERR_INPUT, "this text of %zu characters is too long for a date", len);
    memcpy(out, text, len);
    out[len] = 0;
    return ERR_OK;
}

/* What is reckoned from a day, the years before it or its interest, must be days too. */
static enum err room_judge(const char *text, struct date d, struct note *note)
{
    return date_has_room(d) ? ERR_OK
                            : fail(note, ERR_INPUT,
                                   "\"%s\" is a day that is not between 1970-01-02 and "
                                   "9988-12-31",
                                   text);
}

enum err date_parse_file(const char *text, enum date_order order, struct date *out,
                         struct note *note)
{
    char copy[MOST_TEXT + 1];
    TRY(text_take(text, copy, note));
    struct parts parts;
    parts_scan(copy, 3, &parts);
    if (parts.digits[0] == 8)
        parts_cut(&parts, order);
    if (parts.count != 3)
        return fail(note, ERR_INPUT, "\"%s\" is not a date written %s, like %s", copy,
                    order_words[order], order_examples[order]);
    const char *rest = copy + parts.len;
    if (*rest && !((*rest == 'T' || *rest == ' ') && is_time(rest + 1)))
        return fail(note, ERR_INPUT, "\"%s\": what follows the date is not a time of day", copy);
    TRY(parts_date(&parts, order, copy, out, note));
    return room_judge(copy, *out, note);
}

static enum err not_date(const char *text, const struct date_habit *habit, struct note *note)
{
    static const char *const examples[] = {
        [DATE_YMD] = "11-22 or 1122", [DATE_DMY] = "22.11 or 2211", [DATE_MDY] = "11/22 or 1122"};
    return fail(note, ERR_INPUT,
                "\"%s\" is not a date; right would be 2026-11-22, %s, 22 (the last 22nd), t today, "
                "y yesterday, b last business day, mo to su, m or h first or last of the month, "
                "+7, -3, eom, eom+10, month-end -1",
                text, examples[habit->order]);
}

/* "+7": the whole text is a sign and up to five digits. */
static bool is_step(const char *text, int *days)
{
    size_t digits = strspn(text + (*text != 0), "0123456789");
    if ((*text != '+' && *text != '-') || digits == 0 || digits > 5 || text[1 + digits])
        return false;
    *days = (int)strtol(text + 1, NULL, 10) * (*text == '-' ? -1 : 1);
    return true;
}

/* The first or last day of a week or of so many months, some of them on. */
static struct date span_edge(struct date today, int months, bool last, int step)
{
    if (months == 0) { /* a week: from Monday to Sunday */
        const struct date monday = date_add(today, -date_weekday(today));
        return date_add(monday, step * 7 + (last ? 6 : 0));
    }
    const int month = date_month(today);
    const int into = ((month % months) + months) % months; /* of its quarter, of its year */
    const int first = month - into + step * months;
    return last ? date_month_last(first + months - 1) : date_month_first(first);
}

/* "month-end", "quarter-start -1": the edge of a span of days, so many spans from this one. Days of
 * reports that are run again and again are said so. DATE_NONE when it is none. */
static struct date edge_date(const char *text, const struct date_habit *habit)
{
    static const struct span {
        const char *name;
        int months;
    } spans[] = {{"week-", 0}, {"month-", 1}, {"quarter-", 3}, {"year-", 12}};

    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        const size_t len = strlen(spans[i].name);
        if (strncasecmp(text, spans[i].name, len) != 0)
            continue;
        const char *rest = text + len;
        const bool last = strncasecmp(rest, "end", 3) == 0;
        int step = 0;
        if (!last && strncasecmp(rest, "start", 5) != 0)
            return DATE_NONE;
        rest += last ? 3 : 5;
        rest += strspn(rest, " ");
        if (*rest && (!is_step(rest, &step) || abs(step) > 9999))
            return DATE_NONE;
        return span_edge(habit->today, spans[i].months, last, step);
    }
    return DATE_NONE;
}

/* One of the words; DATE_NONE when it is none. */
static struct date word_date(const char *text, const struct date_habit *habit)
{
    static const char *const weekdays[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    int weekday = date_weekday(habit->today);
    if (strcasecmp(text, "t") == 0 || strcasecmp(text, "today") == 0)
        return habit->today;
    if (strcasecmp(text, "y") == 0 || strcasecmp(text, "yesterday") == 0)
        return date_add(habit->today, -1);
    if (strcasecmp(text, "b") == 0) /* Monday and Sunday look back to Friday */
        return date_add(habit->today, weekday == 0 ? -3 : weekday == 6 ? -2 : -1);
    if (strcasecmp(text, "m") == 0)
        return date_month_first(date_month(habit->today));
    if (strcasecmp(text, "h") == 0)
        return date_month_last(date_month(habit->today));
    for (int i = 0; i < 7; i++)
        if (strcasecmp(text, weekdays[i]) == 0) /* today is `t`: its own name is a week ago */
            return date_add(habit->today, -((weekday - i + 6) % 7 + 1));
    return edge_date(text, habit);
}

/* The nearest day of that number that is not after today; short months are passed over. */
static struct date day_before(struct date today, int day)
{
    for (int month = date_month(today), tries = 0; tries < 3; month--, tries++) {
        int y, m, d;
        struct date first = date_month_first(month);
        if (!date_is(first))
            break;
        date_split(first, &y, &m, &d);
        struct date found = date_of(y, m, day);
        if (date_is(found) && found.day <= today.day)
            return found;
    }
    return DATE_NONE;
}

/* Day and month without a year: the one nearest to today, so that "3112" typed in January is the
 * December just gone, and a due date of next January can be typed in November. */
static enum err nearest_year(int month, int day, const char *text, const struct date_habit *habit,
                             struct date *out, struct note *note)
{
    int year, m, d;
    date_split(habit->today, &year, &m, &d);
    struct date best = DATE_NONE;
    for (int y = year - 1; y <= year + 1; y++) {
        struct date found = date_of(y, month, day);
        if (date_is(found) && (!date_is(best) || abs(found.day - habit->today.day) <
                                                     abs(best.day - habit->today.day)))
            best = found;
    }
    if (date_is(best)) {
        *out = best;
        return ERR_OK;
    }
    struct parts parts = {.value = {year, month, day}, .digits = {4, 2, 2}, .count = 3};
    return parts_date(&parts, DATE_YMD, text, out, note);
}

static enum err digits_date(const char *text, const struct date_habit *habit, struct date *out,
                            struct note *note)
{
    struct parts parts;
    parts_scan(text, 3, &parts);
    parts_cut(&parts, habit->order);
    const char *rest = text + parts.len;
    if (strcmp(rest, ".") == 0 && parts.count < 3)
        rest++; /* "22.11." */
    if (*rest)
        return not_date(text, habit, note);
    /* 31/12/25 with years in front would be 2031: who writes strokes means another */
    const bool marks = strpbrk(text, "/.") != NULL;
    if (parts.count == 3 && habit->order == DATE_YMD && parts.digits[0] <= 2 && marks)
        return fail(note, ERR_INPUT,
                    "\"%s\" has its year behind; write it year-month-day, like 2026-11-22", text);
    if (parts.count == 3)
        return parts_date(&parts, habit->order, text, out, note);
    if (parts.count == 1 && parts.digits[0] <= 2) {
        *out = day_before(habit->today, parts.value[0]);
        return date_is(*out) ? ERR_OK
                             : fail(note, ERR_INPUT, "no month has a day %d", parts.value[0]);
    }
    if (parts.count == 1 && parts.digits[0] == 4) {
        parts = (struct parts){
            .value = {parts.value[0] / 100, parts.value[0] % 100}, .digits = {2, 2}, .count = 2};
    }
    if (parts.count != 2 || parts.digits[0] > 2 || parts.digits[1] > 2)
        return not_date(text, habit, note);
    bool day_first = habit->order == DATE_DMY;
    return nearest_year(parts.value[day_first], parts.value[!day_first], text, habit, out, note);
}

enum err date_parse(const char *text, const struct date_habit *habit, struct date from,
                    struct date *out, struct note *note)
{
    char copy[MOST_TEXT + 1];
    must(date_is(habit->today));
    TRY(text_take(text, copy, note));
    if (!date_is(from))
        from = habit->today;
    if (is_digit(copy[0])) {
        TRY(digits_date(copy, habit, out, note));
        return room_judge(copy, *out, note);
    }
    struct date d = word_date(copy, habit);
    int days = 0;
    bool step = is_step(copy, &days);
    if (step)
        d = date_add(from, days);
    if (strncasecmp(copy, "eom", 3) == 0 && (!copy[3] || (step = is_step(copy + 3, &days))))
        d = date_add(date_month_last(date_month(from)), days);
    if (step && !date_is(d))
        return fail(note, ERR_INPUT,
                    "\"%s\" leads to a day that is not between 1970-01-02 and 9988-12-31", copy);
    if (!date_is(d))
        return not_date(copy, habit, note);
    *out = d;
    return room_judge(copy, d, note);
}

bool date_moves(const char *text)
{
    const size_t digits = strspn(text += strspn(text, " "), "0123456789");

    if (digits == 0)
        return *text != 0;
    return digits <= 2 && !text[digits + strspn(text + digits, " ")];
}
