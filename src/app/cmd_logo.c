/* The logo: a picture at the head of papers, kept in the book. */
#include "app/commands.h"
#include "app/filetake.h"
#include "ledger/logo.h"
#include "out/pdf.h"

static const struct arg set_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "a PNG of at most 512 KB and 3000 x 3000 dots"},
    {0},
};

/* Read and looked at before anybody waits for the books. */
static enum err logo_set_stage(struct act *act)
{
    const char *path = args_get(act->args, "file");
    struct picture *picture = arena_new(act->arena, sizeof *picture);
    struct note why = {0};
    char *bytes;
    size_t len;

    TRY(filetake(path, PICTURE_BYTES, act->arena, &bytes, &len, act->note));
    enum err e = picture_read((const unsigned char *)bytes, len, picture, &why);
    if (e == ERR_OK)
        e = pdf_picture_check(picture, &why);
    if (e != ERR_OK)
        return fail(act->note, e, "%s: %s", path, why.text);
    act->state = picture;
    return ERR_OK;
}

static enum err logo_set_run(struct act *act)
{
    const struct picture *picture = act->state;

    TRY(logo_set(act->tx, picture));
    act->ref = picture->sha256;
    act->says = arena_format(act->arena, "the logo is a picture of %d x %d dots, %zu bytes",
                             picture->width, picture->height, picture->len);
    return ERR_OK;
}

const struct command cmd_logo_set = {
    .noun = "logo",
    .verb = "set",
    .summary = "give papers a logo",
    .detail = "It stands at the upper right of the first sheet of a PDF, at most 60 by 20 mm, "
              "where the template has .logo. The book keeps the picture itself, so the file is "
              "not needed any more, and what was sent is drawn again with the logo that it had.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .stage = logo_set_stage,
    .run = logo_set_run,
};

static const struct arg remove_args[] = {{0}};

static enum err logo_remove_run(struct act *act)
{
    TRY(logo_remove(act->tx));
    act->says = "papers have no logo any more; what was sent keeps its own";
    return ERR_OK;
}

const struct command cmd_logo_remove = {
    .noun = "logo",
    .verb = "remove",
    .summary = "papers without a logo from now on",
    .args = remove_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = logo_remove_run,
};

static enum err logo_show_run(struct act *act)
{
    const struct picture *logo;

    act->page->title = "Logo";
    TRY(logo_get(act->book, &logo));
    if (!logo) {
        page_text(act->page, "There is none; `logo set FILE` gives papers one.");
        return ERR_OK;
    }
    page_pair(act->page, "Dots", arena_format(act->arena, "%d x %d", logo->width, logo->height));
    page_pair(act->page, "Bytes", arena_format(act->arena, "%zu", logo->len));
    page_pair(act->page, "SHA-256", logo->sha256);
    return ERR_OK;
}

const struct command cmd_logo_show = {
    .noun = "logo",
    .verb = "show",
    .summary = "which logo papers have",
    .args = remove_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = logo_show_run,
};
