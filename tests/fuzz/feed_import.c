/* feed_import: the text of --map, then the file: what its columns mean, and every row by them.
 *
 * The first line of the bytes is the map; where it is blank the file's own proposal is taken. */
#include "app/commands.h"
#include "app/import.h"
#include "fuzz/target.h"
#include "ledger/book.h"
#include "ledger/importfile.h"
#include "ledger/txopen.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MOST 100000

/* One book in memory for the whole run: staging never writes. */
static struct book *book(void)
{
    static struct book *made;
    struct book_plan plan = {.company = "Harbour & Finch", .actor = "anna", .sandbox = true};
    struct note note = {0};

    if (!made) {
        must(currency_find("EUR", &plan.currency) == ERR_OK);
        must(book_new(NULL, &plan, &note, &made) == ERR_OK);
    }
    return made;
}

/* A person who says yes to every proposal. */
static bool yes(void *self, const char *question)
{
    (void)self;
    return question[0] != 0;
}

/* Stages the file by the map, or without one by the file's profile or proposal; what a profile
 * would keep of the mapping is copied to `text`, and `header` is the mark of the file. */
static enum err stage(const struct command *command, const char *path, const char *map,
                      struct arena *arena, const char **text, struct hash *header)
{
    struct note note = {0};
    struct session session = {.book = book(),
                              .note = &note,
                              .today = date_of(2026, 11, 22),
                              .actor = "anna",
                              .ask = yes,
                              .habit = {date_of(2026, 11, 22), DATE_DMY},
                              .notation = notation_plain};
    struct args args;
    struct act act = {
        .session = &session, .book = book(), .args = &args, .note = &note, .arena = arena};
    enum err e = ERR_OK;

    args_init(&args, command, arena, &session.habit, &session.notation);
    must(args_set(&args, "file", path, &note) == ERR_OK);
    if (map)
        e = args_set(&args, "map", map, &note);
    if (e == ERR_OK) {
        e = command->stage(&act);
        if (e == ERR_OK) {
            const struct import *import = act.state;
            *text = import_profile_text(import);
            reader_header_hash(import->reader, header);
        }
        command->unstage(&act);
    }
    must(e == ERR_OK || note.text[0] || book_note(book())->text[0]);
    return e;
}

/* The mapping that a profile keeps reads the file again, and is kept again as it was. */
static void profile_holds(const struct command *command, const char *path, const char *text,
                          const struct hash *header, struct arena *arena)
{
    const struct tx_author author = {.actor = "anna", .command = "import"};
    const struct profile profile = {.name = "KEPT", .header = *header, .text = text};
    struct hash same;
    const char *again = NULL;
    struct tx *tx = NULL;

    must(tx_begin(book(), &tx) == ERR_OK && tx_entry_begin(tx, &author) == ERR_OK);
    must(profile_add(tx, &profile) == ERR_OK);
    must(stage(command, path, NULL, arena, &again, &same) == ERR_OK);
    must(strcmp(text, again) == 0);
    tx_rollback(tx);
}

void feed_import(const uint8_t *bytes, size_t len)
{
    static const struct command *const commands[] = {&cmd_import_customers, &cmd_import_invoices,
                                                     &cmd_import_payments, &cmd_import_history};
    const uint8_t *end = memchr(bytes, '\n', len);
    const size_t map_len = end ? (size_t)(end - bytes) : len;
    const size_t skip = end ? map_len + 1 : len;
    char path[FEED_PATH];

    if (len > TEXT_MOST)
        return;
    char *map = feed_string(bytes, map_len);
    const int handle = feed_path(bytes + skip, len - skip, path);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        struct arena arena = {0};
        const char *text = NULL;
        struct hash header;
        if (stage(commands[i], path, map[0] ? map : NULL, &arena, &text, &header) == ERR_OK)
            profile_holds(commands[i], path, text, &header, &arena);
        arena_done(&arena);
    }
    feed_path_done(handle);
    free(map);
}
