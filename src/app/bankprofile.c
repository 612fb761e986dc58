#include "app/bankprofile.h"

#include "io/bankmap.h"

#include <string.h>

/* "encoding NAME" if there is one, then "map " and all the rest. */
static void text_read(const char *text, struct arena *arena, const char **encoding,
                      const char **map)
{
    static const char first[] = "encoding ", last[] = "map ";

    if (strncmp(text, first, sizeof first - 1) == 0) {
        const char *end = strchr(text, '\n');
        const size_t len = end ? (size_t)(end - text) - (sizeof first - 1) : 0;
        if (*encoding == NULL)
            *encoding = arena_bytes(arena, text + sizeof first - 1, len);
        text = end ? end + 1 : "";
    }
    *map = strncmp(text, last, sizeof last - 1) == 0 ? text + sizeof last - 1 : text;
}

/* Which row of the file has the profile's header; 0 = none. */
static int head_row(const struct hash *heads, int count, const struct profile *profile)
{
    for (int i = 0; i < count; i++)
        if (memcmp(heads[i].bytes, profile->header.bytes, HASH_SIZE) == 0)
            return i + 1;
    return 0;
}

/* What stands above the header differs from month to month; its row is where it is this time. */
static void options_take(struct act *act, const struct profile *profile, int row,
                         struct bank_options *options)
{
    const char *map;

    text_read(profile->text, act->arena, &options->encoding, &map);
    options->map = row > 0 ? arena_format(act->arena, "%s; header=%d", map, row) : map;
}

static enum err by_name(struct act *act, struct book *book, const char *name,
                        struct bank_options *options, const char **by)
{
    const char *path = args_get(act->args, "file"), *map;
    struct profile profile;
    struct hash *heads = NULL;
    int count = 0;
    bool found = false;

    TRY(profile_find(book, PROFILE_BANK, name, NULL, act->arena, &profile, &found));
    if (!found)
        return fail(act->note, ERR_MISSING, "there is no profile %s of bank files", name);
    text_read(profile.text, act->arena, &options->encoding, &map);
    if (strcmp(path, "-") != 0)
        TRY(bankmap_heads(path, options->encoding, act->arena, act->note, &heads, &count));
    options_take(act, &profile, head_row(heads, count, &profile), options);
    *by = profile.name;
    return ERR_OK;
}

/* The file is read as its encoding says; one that cannot be read so has no header yet. */
static enum err by_header(struct act *act, struct book *book, struct bank_options *options,
                          const char **by)
{
    struct note unread = {0};
    struct hash *heads = NULL;
    int count = 0;

    if (bankmap_heads(args_get(act->args, "file"), options->encoding, act->arena, &unread, &heads,
                      &count) != ERR_OK)
        return ERR_OK;
    for (int i = 0; i < count && *by == NULL; i++) {
        struct profile profile;
        bool found = false;
        TRY(profile_find(book, PROFILE_BANK, NULL, &heads[i], act->arena, &profile, &found));
        if (!found)
            continue;
        options_take(act, &profile, i + 1, options);
        *by = profile.name;
    }
    return ERR_OK;
}

static enum err find_in(struct act *act, struct book *book, struct bank_options *options,
                        const char **by)
{
    const char *name = args_get(act->args, "profile");

    return name ? by_name(act, book, name, options, by) : by_header(act, book, options, by);
}

enum err bankprofile_find(struct act *act, struct bank_options *options, const char **by)
{
    const char *name = args_get(act->args, "profile");
    struct session *session = act->session;
    struct note unopened = {0};
    struct book *book = NULL;
    enum err e;

    *by = NULL;
    if (session->book != NULL)
        return find_in(act, session->book, options, by);
    /* without a book that can be opened a file is looked at all the same */
    e = book_open(session->book_path, BOOK_OPEN, name ? act->note : &unopened, &book);
    if (e != ERR_OK)
        return name ? e : ERR_OK;
    e = find_in(act, book, options, by);
    if (e != ERR_OK && act->note->code != e)
        *act->note = *book_note(book);
    book_close(book);
    return e;
}

enum err bankprofile_stage(struct act *act, const struct bank_options *options, struct profile *out)
{
    const char *path = args_get(act->args, "file");
    struct bank_map map;
    struct hash *heads = NULL;
    int count = 0;

    *out = (struct profile){.kind = PROFILE_BANK, .name = args_get(act->args, "save-profile")};
    if (out->name == NULL)
        return ERR_OK;
    if (options->map == NULL || strcmp(path, "-") == 0)
        return fail(act->note, ERR_USAGE,
                    "--save-profile: %s is no CSV file on the disk, whose map and header could be "
                    "saved",
                    path);
    TRY(bankmap_parse(options->map, act->arena, act->note, &map));
    TRY(bankmap_heads(path, options->encoding, act->arena, act->note, &heads, &count));
    if (map.header > 0 && map.header <= count)
        out->header = heads[map.header - 1];
    out->text = options->encoding ? arena_format(act->arena, "encoding %s\nmap %s",
                                                 options->encoding, options->map)
                                  : arena_format(act->arena, "map %s", options->map);
    return ERR_OK;
}
