#include "io/encoding.h"

#include "io/reader.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static const struct name {
    const char *ours, *iconvs; /* iconvs NULL: no conversion */
    const char *squeezed[3];   /* ways to write it, small letters and digits only */
} names[] = {
    {"utf-8", NULL, {"utf8", "usascii", "ascii"}},
    {"cp1252", "CP1252", {"cp1252", "windows1252", "ansi"}},
    {"iso-8859-1", "ISO-8859-1", {"iso88591", "latin1", NULL}},
    {"iso-8859-15", "ISO-8859-15", {"iso885915", "latin9", NULL}},
    {"iso-8859-2", "ISO-8859-2", {"iso88592", "latin2", NULL}},
    {"cp1250", "CP1250", {"cp1250", "windows1250", NULL}},
    {"cp1251", "CP1251", {"cp1251", "windows1251", NULL}},
    {"cp437", "CP437", {"cp437", "ibm437", NULL}},
    {"cp850", "CP850", {"cp850", "ibm850", NULL}},
    {"cp852", "CP852", {"cp852", "ibm852", NULL}},
    {"macintosh", "MACINTOSH", {"macintosh", "macroman", NULL}},
    {"utf-16", "UTF-16", {"utf16", NULL, NULL}},
    {"utf-16le", "UTF-16LE", {"utf16le", "ucs2le", NULL}},
    {"utf-16be", "UTF-16BE", {"utf16be", "ucs2be", NULL}},
};
#define NAMES (sizeof(names) / sizeof(*names))

const char *encoding_names(void)
{
    return "utf-8, cp1252, iso-8859-1, iso-8859-15, iso-8859-2, cp1250, cp1251, cp437, cp850, "
           "cp852, macintosh, utf-16, utf-16le, utf-16be";
}

static void squeeze(const char *name, char *out, size_t room)
{
    size_t n = 0;

    for (; *name != 0 && n + 1 < room; name++) {
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;

        if (c != '-' && c != '_' && c != ' ')
            out[n++] = c;
    }
    out[n] = '\0';
}

static const struct name *find(const char *name)
{
    char squeezed[32];

    squeeze(name, squeezed, sizeof(squeezed));
    for (size_t i = 0; i < NAMES; i++)
        for (size_t k = 0; k < 3 && names[i].squeezed[k] != NULL; k++)
            if (strcmp(names[i].squeezed[k], squeezed) == 0)
                return &names[i];
    return NULL;
}

enum err encoding_open(struct encoding *encoding, const char *name, struct note *note)
{
    const struct name *found = &names[0];
    iconv_t converter;

    encoding->converter = NULL;
    if (name != NULL && *name != 0)
        found = find(name);
    if (found == NULL)
        return fail(note, ERR_USAGE, "there is no encoding \"%.40s\"; it is one of %s", name,
                    encoding_names());
    encoding->name = found->ours;
    if (found->iconvs == NULL)
        return ERR_OK;
    converter = iconv_open("UTF-8", found->iconvs);
    if (converter == (iconv_t)-1)
        return fail(note, ERR_UNAVAILABLE,
                    "this system cannot read %s; convert the file to utf-8 first", found->ours);
    encoding->converter = converter;
    return ERR_OK;
}

void encoding_close(struct encoding *encoding)
{
    if (encoding->converter != NULL)
        iconv_close(encoding->converter);
    encoding->converter = NULL;
}

enum err encoding_convert(struct encoding *encoding, const char *in, size_t len, size_t *used,
                          char *out, size_t room, size_t *made)
{
    char *from = (char *)(uintptr_t)in; /* iconv takes char ** and does not write there */
    char *to = out;
    size_t from_left = len, to_left = room, result;

    errno = 0;
    result = iconv(encoding->converter, &from, &from_left, &to, &to_left);
    *used = len - from_left;
    *made = room - to_left;
    if (result == (size_t)-1 && errno == EILSEQ)
        return ERR_INPUT;
    return ERR_OK;
}
