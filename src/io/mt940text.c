#include "io/mt940text.h"

#include <string.h>

#define FULL_FIELD 27      /* characters: a longer value goes on in the next field */
#define NAME_MAX_BYTES 140 /* two fields of 27 and more than any bank has room for */
#define FULL_LINE 64       /* from here on a line was cut by the bank, not ended by it */

struct taking {
    struct bank_line *line;
    struct arena *arena;
    struct buf text, raw; /* the remittance so far; the fields that it is cut into */
};

/* The lines of a text as one: cut ones without a blank. `tight`: none gets one. */
static char *unfold(struct arena *arena, const char *text, size_t len, bool tight)
{
    char *out = arena_new(arena, 2 * len + 1);
    size_t n = 0, begun = 0;

    for (size_t i = 0; i < len; i++) {
        if (text[i] != '\n') {
            out[n++] = text[i];
            continue;
        }
        if (!tight && i - begun < FULL_LINE)
            out[n++] = ' ';
        begun = i + 1;
    }
    out[n] = '\0';
    return out;
}

static const char *clean(struct arena *arena, const char *text)
{
    return bank_text(arena, text, strlen(text));
}

static void set_once(const char **to, const char *value)
{
    if (**to == '\0')
        *to = value;
}

static const char *without_none(const char *reference)
{
    static const char *const none[] = {"NONREF", "NOTPROVIDED", "NOT PROVIDED"};

    for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
        if (strcmp(reference, none[i]) == 0)
            return "";
    return reference;
}

/* ---- SEPA words inside the text ---- */

static const struct word {
    const char *word;
    /* r reference, k one more, m mandate, t text, a account, b bank, o: of no use to us */
    char means;
} words[] = {
    {"EREF", 'r'}, {"KREF", 'k'}, {"MREF", 'm'}, {"CRED", 'o'}, {"DEBT", 'o'},
    {"COAM", 'o'}, {"OAMT", 'o'}, {"SVWZ", 't'}, {"ABWA", 'o'}, {"ABWE", 'o'},
    {"IBAN", 'a'}, {"BIC", 'b'},  {"PURP", 'o'}, {"MDAT", 'o'},
};

static const struct word *word_at(const char *text)
{
    if (text[1] == '\0' || text[2] == '\0' || text[3] == '\0' || (text[3] != '+' && text[4] != '+'))
        return NULL; /* asked at every character */
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        const size_t n = strlen(words[i].word);

        if (strncmp(text, words[i].word, n) == 0 && text[n] == '+')
            return &words[i];
    }
    return NULL;
}

static void take_text(struct taking *taking, const char *value)
{
    if (taking->text.len > 0 && *value != '\0')
        buf_char(&taking->text, ' ');
    buf_text(&taking->text, value);
}

static void take_word(struct taking *taking, char means, const char *value)
{
    struct bank_line *line = taking->line;

    switch (means) {
    case 'r': line->reference = without_none(value)[0] != '\0' ? value : line->reference; break;
    case 'k': set_once(&line->reference, without_none(value)); break;
    case 'm': set_once(&line->mandate, value); break;
    case 't': take_text(taking, value); break;
    case 'a': set_once(&line->account, value); break;
    case 'b': set_once(&line->bank, value); break;
    default: break;
    }
}

/* "EREF+R-1\nKREF+7\nSVWZ+Invoice 12": before the first word, behind the end of one, and where
 * there is none, it is text */
static void take_remittance(struct taking *taking, const char *text)
{
    const char *from = text;
    char means = 't';

    for (const char *at = text;; at++) {
        const struct word *word = *at != '\0' ? word_at(at) : NULL;
        const bool ended = *at == '\n' && means != 't';

        if (*at != '\0' && word == NULL && !ended)
            continue;
        take_word(taking, means, bank_text(taking->arena, from, (size_t)(at - from)));
        if (*at == '\0')
            return;
        means = ended ? 't' : word->means;
        at += ended ? 0 : strlen(word->word);
        from = at + 1;
    }
}

/* ---- ?20 fields ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Codes of German banks for money that came back: direct debits 108, 109, 181, 184, and transfers
 * 159 (Deutsche Kreditwirtschaft, Geschaeftsvorfallcodes). */
static bool is_return(const char *code)
{
    static const char *const codes[] = {"108", "109", "159", "181", "184"};

    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
        if (strncmp(code, codes[i], 3) == 0)
            return true;
    return false;
}

/* A field that is not full ends what it says: the next one begins anew. */
static void take_part(struct buf *raw, const char *value)
{
    size_t characters = 0;

    for (const char *c = value; *c != '\0'; c++)
        characters += ((unsigned char)*c & 0xC0) != 0x80;
    buf_text(raw, value);
    if (characters < FULL_FIELD)
        buf_char(raw, '\n');
}

static void take_numbered(struct taking *taking, int number, const char *value)
{
    struct bank_line *line = taking->line;
    struct arena *arena = taking->arena;
    const char *text = clean(arena, value);

    if (number == 0 && strchr(line->code, ' ') == NULL)
        line->code = arena_format(arena, "%s %s", line->code, text);
    else if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63))
        take_part(&taking->raw, value);
    else if (number == 30)
        line->bank = text;
    else if (number == 31 && *text != '\0')
        line->account = text;
    else if (number == 38 && *text != '\0')
        line->account = text;
    else if (number == 32)
        line->name = text;
    else if (number == 33 && strlen(line->name) < NAME_MAX_BYTES)
        line->name = arena_format(arena, "%s%s", line->name, value);
    else if (number == 34 && line->returned)
        line->reason = text;
}

/* "166?00GUTSCHRIFT?20EREF+...?32NAME": three figures, then what parts the fields */
static bool take_fields(struct taking *taking, const char *details, size_t len)
{
    struct bank_line *line = taking->line;
    struct arena *arena = taking->arena;
    char *text = unfold(arena, details, len, true);
    char mark;

    text += strspn(text, " ");
    if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[2]) ||
        (text[3] != '?' && text[3] != '>') || !is_digit(text[4]))
        return false;
    mark = text[3];
    text[3] = '\0';
    line->returned = line->returned || is_return(text);
    line->code = arena_format(arena, "%s+%s", line->code, text);
    for (char *at = text + 4, *next; at != NULL; at = next) {
        next = at;
        do /* the mark may stand in the text too */
            next = strchr(next + 1, mark);
        while (next != NULL && !(is_digit(next[1]) && is_digit(next[2])));
        if (next != NULL)
            *next++ = '\0';
        if (is_digit(at[0]) && is_digit(at[1]))
            take_numbered(taking, (at[0] - '0') * 10 + at[1] - '0', at + 2);
    }
    line->name = clean(arena, line->name);
    take_remittance(taking, taking->raw.data);
    return true;
}

/* ---- /NAME/ fields ---- */

static const struct word slashes[] = {
    {"TRTP", 'o'}, {"IBAN", 'a'}, {"BIC", 'b'},  {"NAME", 'n'}, {"REMI", 't'}, {"EREF", 'r'},
    {"MARF", 'm'}, {"CSID", 'o'}, {"CNTP", 'c'}, {"RTRN", 'e'}, {"PREF", 'o'}, {"ORDP", 'o'},
    {"BENM", 'o'}, {"TRCD", 'o'}, {"SVCL", 'o'}, {"ADDR", 'o'}, {"ULTD", 'o'}, {"ULTC", 'o'},
    {"PURP", 'o'}, {"ISDT", 'o'}, {"USTD", 'o'}, {"STRD", 'o'}, {"ID", 'o'},
};

static const struct word *slash_word(const char *text, size_t len)
{
    for (size_t i = 0; i < sizeof(slashes) / sizeof(*slashes); i++)
        if (strlen(slashes[i].word) == len && strncmp(text, slashes[i].word, len) == 0)
            return &slashes[i];
    return NULL;
}

/* "/CNTP/ACCOUNT/BIC/NAME/CITY/": the fields inside, one by one */
static void take_counterparty(struct bank_line *line, struct arena *arena, const char *value)
{
    const char **const to[] = {&line->account, &line->bank, &line->name};

    for (size_t i = 0; i < 3 && *value != '\0'; i++) {
        const size_t n = strcspn(value, "/");

        set_once(to[i], bank_text(arena, value, n));
        value += n + (value[n] == '/');
    }
}

static void take_slashed(struct taking *taking, char means, const char *value, size_t len)
{
    struct bank_line *line = taking->line;
    const char *text;

    while (len > 0 && value[len - 1] == '/')
        len--;
    if (means == 't' && (strncmp(value, "USTD//", 6) == 0) && len >= 6) {
        value += 6;
        len -= 6;
    }
    text = bank_text(taking->arena, value, len);
    if (means == 'n')
        set_once(&line->name, text);
    else if (means == 'c')
        take_counterparty(line, taking->arena, text);
    else if (means == 'e') {
        line->returned = true;
        line->reason = text;
    } else
        take_word(taking, means, text);
}

static bool take_slashes(struct taking *taking, const char *details, size_t len)
{
    const char *text = unfold(taking->arena, details, len, true), *from = NULL;
    char means = 'o';

    if (text[0] != '/' || slash_word(text + 1, strcspn(text + 1, "/")) == NULL)
        return false;
    for (const char *at = text; *at != '\0'; at++) {
        const size_t n = *at == '/' ? strcspn(at + 1, "/") : 0;
        const struct word *word = n > 0 && at[1 + n] == '/' ? slash_word(at + 1, n) : NULL;

        if (word == NULL || (means == 't' && word->means == 'o' && from == at + 1))
            continue;
        if (from != NULL)
            take_slashed(taking, means, from, at > from ? (size_t)(at - from) : 0);
        means = word->means;
        at += n;
        from = at + 2;
    }
    if (from != NULL)
        take_slashed(taking, means, from, strlen(from));
    return true;
}

/* ---- the rest ---- */

/* "01Text\n02more\n15NAME": of :NS: */
static bool take_ns(struct taking *taking, const char *details, size_t len)
{
    const char *end = details + len;
    bool any = false;

    for (const char *at = details; at < end;) {
        const char *lf = memchr(at, '\n', (size_t)(end - at));
        const size_t n = (size_t)((lf != NULL ? lf : end) - at);

        if (n < 2 || !is_digit(at[0]) || !is_digit(at[1]))
            return any;
        const int number = (at[0] - '0') * 10 + at[1] - '0';
        const char *text = bank_text(taking->arena, at + 2, n - 2);
        if (number >= 1 && number <= 14)
            take_text(taking, text);
        else if (number == 15)
            set_once(&taking->line->name, text);
        any = true;
        at += n + 1;
    }
    return any;
}

static size_t iban_len(const char *text)
{
    size_t n = 0;

    if (!(text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z' &&
          is_digit(text[2]) && is_digit(text[3])))
        return 0;
    while (is_digit(text[n]) || (text[n] >= 'A' && text[n] <= 'Z'))
        n++;
    return n >= 15 && n <= 34 ? n : 0;
}

/* "NL47INGB0000000000 j jansen\n\nrent": the account that it begins with, and the name behind it */
static void take_plain(struct taking *taking, const char *details, size_t len)
{
    struct bank_line *line = taking->line;
    struct arena *arena = taking->arena;
    const size_t iban = iban_len(details);

    if (iban > 0 && (details[iban] == ' ' || details[iban] == '\n' || details[iban] == '\0')) {
        const size_t rest = strcspn(details + iban, "\n");

        set_once(&line->account, bank_text(arena, details, iban));
        set_once(&line->name, bank_text(arena, details + iban, rest));
        if (strcmp(line->reference, line->account) == 0)
            line->reference = "";
        if (strcmp(line->text, line->name) == 0)
            line->text = "";
        details += iban + rest;
        len -= iban + rest;
    }
    take_text(taking, clean(arena, unfold(arena, details, len, false)));
}

void mt940text(struct bank_line *line, struct arena *arena, const char *details, size_t len)
{
    line->returned = line->returned || strcmp(line->code, "NRTI") == 0;
    if (len == 0)
        return;
    struct taking taking = {.line = line, .arena = arena};
    buf_init(&taking.text, BANK_TEXT_MAX);
    buf_init(&taking.raw, BANK_TEXT_MAX);
    if (!take_fields(&taking, details, len) && !take_slashes(&taking, details, len) &&
        !take_ns(&taking, details, len))
        take_plain(&taking, details, len);
    line->text = bank_join(arena, line->text, bank_text(arena, taking.text.data, taking.text.len));
    buf_done(&taking.text);
    buf_done(&taking.raw);
}
