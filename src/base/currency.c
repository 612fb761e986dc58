#include "base/money.h"

#include <string.h>

/* data/currencies.csv: "code,digits,name" lines, in order of code. */
#ifdef __APPLE__
#define CONSTANTS ".section __TEXT,__const\n"
#else
#define CONSTANTS ".section .rodata,\"a\"\n"
#endif
__asm__(CONSTANTS "currencies_text:\n"
                  ".incbin \"data/currencies.csv\"\n"
                  ".byte 0\n"
                  ".text\n");
extern const char currencies_text[] __asm__("currencies_text");

enum { MOST_CURRENCIES = 256, MOST_NAMES = 8192 };

/* The parsed text. Made from constants at first use and never changed afterwards, because C cannot
 * end the names of an embedded file in zero. */
struct currency_list {
    size_t count;
    struct currency currency[MOST_CURRENCIES];
    const char *name[MOST_CURRENCIES];
    char names[MOST_NAMES];
};

static void list_fill(struct currency_list *list)
{
    size_t used = 0;
    for (const char *line = currencies_text; *line;) {
        const char *end = strchr(line, '\n');
        must(end != NULL && end - line > 6 && line[3] == ',' && line[5] == ',');
        must(line[4] >= '0' && line[4] <= '4' && list->count < MOST_CURRENCIES);
        struct currency *c = &list->currency[list->count];
        memcpy(c->code, line, 3);
        c->digits = (uint8_t)(line[4] - '0');
        must(list->count == 0 || strcmp(c[-1].code, c->code) < 0); /* or the search would miss it */
        size_t len = (size_t)(end - line) - 6;
        must(used + len + 1 <= sizeof list->names);
        list->name[list->count] = memcpy(list->names + used, line + 6, len);
        used += len + 1; /* the list was zero: the name ends */
        list->count++;
        line = end + 1;
    }
    must(list->count > 0);
}

static const struct currency_list *list_get(void)
{
    static struct currency_list list;
    if (list.count == 0)
        list_fill(&list);
    return &list;
}

enum err currency_find(const char *code, struct currency *out)
{
    char upper[4] = {0};
    for (size_t i = 0; i < 3; i++) {
        char c = code[i];
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if (c < 'A' || c > 'Z')
            return ERR_MISSING;
        upper[i] = c;
    }
    if (code[3])
        return ERR_MISSING;
    const struct currency_list *list = list_get();
    size_t from = 0, to = list->count;
    while (from < to) {
        size_t at = from + (to - from) / 2;
        int order = memcmp(upper, list->currency[at].code, sizeof upper);
        if (order == 0) {
            *out = list->currency[at];
            return ERR_OK;
        }
        if (order < 0)
            to = at;
        else
            from = at + 1;
    }
    return ERR_MISSING;
}

bool currency_is(struct currency a, struct currency b)
{
    return memcmp(a.code, b.code, sizeof a.code) == 0;
}

int currency_order(const char *a, const char *b, const char *base)
{
    const bool first = strcmp(a, base) == 0, second = strcmp(b, base) == 0;

    return first != second ? second - first : strcmp(a, b);
}

bool currency_next(size_t *at, struct currency *out, const char **name)
{
    const struct currency_list *list = list_get();
    if (*at >= list->count)
        return false;
    *out = list->currency[*at];
    if (name)
        *name = list->name[*at];
    ++*at;
    return true;
}
