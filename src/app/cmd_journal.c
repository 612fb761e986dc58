/* Commands about the journal: who did what, when, and the proof that it was not changed. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/takeback.h"
#include "app/troubles.h"
#include "base/text.h"
#include "ledger/journal.h"
#include "ledger/password.h"

static const struct arg list_args[] = {
    {.name = "from", .kind = ARG_DATE, .help = "only what was entered from this day on"},
    {.name = "to", .kind = ARG_DATE, .help = "only what was entered up to this day"},
    {.name = "actor", .kind = ARG_CODE, .help = "only what this user did"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "Entry", .kind = CELL_INT},
    {.name = "moment", .title = "Moment", .kind = CELL_MOMENT},
    {.name = "actor", .title = "Who", .kind = CELL_CODE},
    {.name = "command", .title = "Command", .kind = CELL_TEXT},
    {.name = "hash", .title = "Hash", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
};

struct journal_list {
    struct sink *sink;
    struct date from, to;
    const char *actor;
};

static enum err entry_pass(void *self, const struct entry *entry)
{
    struct journal_list *list = self;
    const struct date day = moment_date(entry->moment);
    char hex[HASH_TEXT];

    if (day.day < list->from.day || day.day > list->to.day ||
        (list->actor && !text_same(list->actor, entry->actor)))
        return ERR_OK;
    const struct cell cells[] = {cell_int(entry->id), cell_number(CELL_MOMENT, entry->moment),
                                 cell_code(entry->actor), cell_text(entry->command),
                                 cell_code(hash_hex(&entry->hash, hex))};
    return sink_row(list->sink, entry->id, ' ', cells);
}

static enum err entries_pass(struct act *act, struct sink *sink, bool down)
{
    const struct table_head head = {"Journal", NULL, columns, 5};
    struct journal_list list = {.sink = sink,
                                .from = args_date(act->args, "from", DATE_NONE),
                                .to = args_date(act->args, "to", DATE_NEVER),
                                .actor = args_get(act->args, "actor")};

    TRY(sink->head(sink->self, &head));
    TRY(journal_each(act->book, 0, down, 0, entry_pass, &list));
    return sink->foot(sink->self, NULL);
}

static enum err listed(struct act *act, bool down)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, entries_pass(act, sink, down));
}

/* The last ones are what --limit is asked for: read from the end, shown in their order. */
static enum err newest(struct act *act)
{
    struct act inner = *act;
    struct table kept;

    table_init(&kept);
    struct sink keeper = table_sink(&kept);
    inner.sink = &keeper;
    enum err e = listed(&inner, true);
    if (e == ERR_OK)
        e = act->sink->head(act->sink->self, &kept.head);
    for (size_t i = kept.count; e == ERR_OK && i > 0; i--)
        e = act->sink->row(act->sink->self, &kept.rows[i - 1]);
    if (e == ERR_OK)
        e = act->sink->foot(act->sink->self,
                            kept.proof ? "the newest ones; --limit left out the rest" : NULL);
    table_done(&kept);
    return e;
}

static enum err journal_list_run(struct act *act)
{
    if (args_given(act->args, "limit") && !args_given(act->args, "sort"))
        return newest(act);
    return listed(act, false);
}

const struct command cmd_journal_list = {
    .noun = "journal",
    .verb = "list",
    .summary = "list what was done in the book, the newest last",
    .detail = "With --limit it is the newest entries that are listed. The hash of each entry "
              "stands in csv and json; it covers every entry before it.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = journal_list_run,
};

/* ---- journal show --------------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "entry",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `journal list` shows them"},
    {0},
};

static enum err journal_show_run(struct act *act)
{
    char moment[MOMENT_TEXT], hex[HASH_TEXT];
    struct entry entry;
    bool is_signed = false;

    TRY(journal_get(act->book, args_number(act->args, "entry", 0), act->arena, &entry));
    TRY(sign_of_entry(act->book, entry.id, &is_signed));
    page_say(act->page, "entry", arena_format(act->arena, "%lld", (long long)entry.id));
    page_say(act->page, "moment", moment_iso(entry.moment, moment));
    page_say(act->page, "who", entry.actor);
    page_say(act->page, "signed", is_signed ? "with a password" : "");
    page_say(act->page, "command", entry.command && *entry.command ? entry.command : "(erased)");
    page_say(act->page, "made", entry.ref);
    page_say(act->page, "said", entry.says);
    page_say(act->page, "operation", entry.op_id);
    page_say(act->page, "hash", hash_hex(&entry.hash, hex));
    return ERR_OK;
}

const struct command cmd_journal_show = {
    .noun = "journal",
    .verb = "show",
    .summary = "show one entry of the journal whole",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = journal_show_run,
};

/* ---- journal reverse ------------------------------------------------------------------------ */

static const struct arg reverse_args[] = {
    {.name = "entry",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `journal list` shows them"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .otherwise = "keying", .help = "why"},
    {0},
};

static enum err journal_reverse_stage(struct act *act)
{
    return takeback_entry_plan(act, args_number(act->args, "entry", 0), NULL);
}

static enum err journal_reverse_run(struct act *act)
{
    return takeback_entry(act, args_number(act->args, "entry", 0), NULL,
                          args_get(act->args, "reason"));
}

const struct command cmd_journal_reverse = {
    .noun = "journal",
    .verb = "reverse",
    .summary = "take back all that one entry posted",
    .detail = "Its applications are taken back, those of earlier credits too; then its papers are "
              "void and its money does not count from that day on. An entry that only applied is "
              "taken back on the days on which it did. Customers and other master data that it "
              "made stay. A reversal is final.",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = journal_reverse_stage,
    .run = journal_reverse_run,
};

/* ---- journal verify ------------------------------------------------------------------------- */

static const struct arg verify_args[] = {
    {.name = "from",
     .kind = ARG_CODE,
     .help = "a head written down earlier: it must still stand in the journal"},
    {0},
};

static enum err journal_verify_run(struct act *act)
{
    const char *from = args_get(act->args, "from");
    struct troubles troubles = {.act = act, .title = "Journal"};
    struct hash anchor;
    struct entry head;
    char hex[HASH_TEXT];
    int found = 0;

    if (from && hash_parse(from, &anchor) != 0)
        return fail(act->note, ERR_INPUT,
                    "--from: '%.70s' is not a head; it is the 64 figures and letters that "
                    "`book info` shows",
                    from);
    TRY(journal_verify(act->book, from ? &anchor : NULL, troubles_say, &troubles, &found));
    TRY(troubles_end(&troubles));
    TRY(journal_head(act->book, &head, act->arena));
    act->found = found > 0;
    act->says = found ? arena_format(act->arena, "%d trouble%s in the journal", found,
                                     found == 1 ? "" : "s")
                      : arena_format(act->arena, "the journal is whole: %lld entries, head %s",
                                     (long long)head.id, hash_hex(&head.hash, hex));
    return ERR_OK;
}

const struct command cmd_journal_verify = {
    .noun = "journal",
    .verb = "verify",
    .summary = "prove that no entry of the journal was changed",
    .detail = "Follows the chain of hashes only; `book verify` also adds up every figure.",
    .args = verify_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = journal_verify_run,
};
