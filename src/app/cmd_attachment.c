/* Attachments: files beside the book that are known by their digest. */
#include "app/attached.h"
#include "app/commands.h"
#include "app/listing.h"
#include "base/card.h"
#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/document.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const struct arg add_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whose it is about"},
    {.name = "path", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "the file; it stays there"},
    {.name = "document", .kind = ARG_DOCUMENT, .help = "the paper that it belongs to"},
    {.name = "contact", .kind = ARG_INT, .help = "the contact that it belongs to"},
    {.name = "text", .kind = ARG_TEXT, .help = "what it is"},
    {0},
};

/* The book keeps the whole path, whose folders were not in what was typed. */
static enum err path_judge(const char *whole, struct arena *arena, struct note *note)
{
    char *clean;

    if (text_clean(whole, strlen(whole), false, arena, &clean, NULL) != ERR_OK)
        return fail(note, ERR_INPUT,
                    "--path: a folder on the way to it has a name that is not valid UTF-8 or has a "
                    "control character; rename it");
    if (card_in(clean))
        return fail(note, ERR_INPUT,
                    "--path: a folder on the way to it is named like a payment card number, "
                    "which the book never keeps");
    return ERR_OK;
}

static enum err attachment_add_run(struct act *act)
{
    const char *text = args_get(act->args, "text");
    char sha256[HASH_TEXT], whole[PATH_MAX];
    struct customer customer;
    struct document document = {.id = 0};
    bool is = true;
    int64_t id, size;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    if (args_given(act->args, "document"))
        TRY(document_find(act->book, args_get(act->args, "document"), 0, act->arena, &document));
    if (document.id)
        TRY(customer_is(act->book, document.customer_id, customer.id, &is));
    if (!is)
        return fail(act->note, ERR_INPUT, "--document: %s is a paper of %s", document.number,
                    document.customer);
    if (!realpath(args_get(act->args, "path"), whole))
        return fail(act->note, ERR_MISSING, "--path: there is no file %s",
                    args_get(act->args, "path"));
    TRY(path_judge(whole, act->arena, act->note));
    TRY(attached_read(whole, &size, sha256, act->note));
    const struct attachment attachment = {.customer_id = customer.id,
                                          .document_id = document.id,
                                          .contact_id = args_number(act->args, "contact", 0),
                                          .size = size,
                                          .path = whole,
                                          .sha256 = sha256,
                                          .text = text ? text : ""};
    TRY(attachment_add(act->tx, &attachment, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "attachment %lld of %s: %lld bytes, SHA-256 %.12s...",
                             (long long)id, customer.code, (long long)size, sha256);
    return ERR_OK;
}

const struct command cmd_attachment_add = {
    .noun = "attachment",
    .verb = "add",
    .summary = "note a file that belongs to a customer, paper or contact",
    .detail = "The file stays where it is. The book keeps its path, size and SHA-256, and `book "
              "verify` says when it is gone or was changed.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = attachment_add_run,
};

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "No.", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "contact", .title = "Contact", .kind = CELL_INT, .worth = 2},
    {.name = "text", .title = "What it is", .kind = CELL_TEXT},
    {.name = "size", .title = "Bytes", .kind = CELL_INT, .worth = 1},
    {.name = "path", .title = "Path", .kind = CELL_TEXT},
    {.name = "sha256", .title = "SHA-256", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
};

static enum err attachment_row(void *self, const struct attachment *a)
{
    const struct cell cells[] = {
        cell_int(a->id),      cell_code(a->customer),
        cell_code(a->number), a->contact_id ? cell_int(a->contact_id) : cell_none(),
        cell_text(a->text),   cell_int(a->size),
        cell_text(a->path),   cell_code(a->sha256)};
    return sink_row(self, a->id, ' ', cells);
}

static enum err attachments_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Attachments", NULL, columns,
                                    sizeof columns / sizeof columns[0]};

    TRY(sink->head(sink->self, &head));
    TRY(attachments_each(act->book, customer_id, attachment_row, sink));
    return sink->foot(sink->self, NULL);
}

static enum err attachment_list_run(struct act *act)
{
    return listing_customer(act, attachments_pass);
}

const struct command cmd_attachment_list = {
    .noun = "attachment",
    .verb = "list",
    .summary = "list the files that are attached",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = attachment_list_run,
};

static const struct arg open_args[] = {
    {.name = "attachment",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `attachment list` shows them"},
    {0},
};

struct opening {
    int64_t id;
    struct arena *arena;
    const char *path;
};

static enum err path_take(void *self, const struct attachment *attachment)
{
    struct opening *opening = self;

    if (attachment->id == opening->id)
        opening->path = arena_text(opening->arena, attachment->path);
    return ERR_OK;
}

static enum err attachment_open_run(struct act *act)
{
    struct opening opening = {args_number(act->args, "attachment", 0), act->arena, NULL};

    TRY(attachments_each(act->book, 0, path_take, &opening));
    if (!opening.path)
        return fail(act->note, ERR_MISSING,
                    "there is no attachment %lld; `attachment list` shows them",
                    (long long)opening.id);
    TRY(attached_open(opening.path, act->note));
    act->says = arena_format(act->arena, "opened %s", opening.path);
    return ERR_OK;
}

const struct command cmd_attachment_open = {
    .noun = "attachment",
    .verb = "open",
    .summary = "open an attached file with the program for it",
    .detail = "With the program that $ARLEDGER_OPEN names, else xdg-open; no shell is involved.",
    .args = open_args,
    .role = ROLE_ANY,
    .run = attachment_open_run,
};
