/* Templates: how papers are written, in each language; the firm's own and those of the program. */
#include "app/commands.h"
#include "app/filetake.h"
#include "app/listing.h"
#include "ledger/papertext.h"
#include "out/out.h"
#include "report/papertemplate.h"

#include <string.h>
#include <unistd.h>

#define LANGUAGE_AT "a template is named by its paper and its language, as invoice.de"

/* What a paper must say and its template does not. */
#define LACKS "it has no place for {%s}: why a paper is without tax stands at its end"

/* "invoice.de" */
struct name {
    const struct papertemplate *paper;
    const char *language, *whole;
};

static enum err paper_find(struct act *act, const char *word, const struct papertemplate **out)
{
    *out = papertemplate_row(word);
    return *out ? ERR_OK
                : fail(act->note, ERR_MISSING,
                       "there is no paper %.40s; `template list` shows which there are", word);
}

static enum err name_take(struct act *act, struct name *out)
{
    const char *text = args_get(act->args, "template"), *dot = strchr(text, '.');

    if (!dot || strlen(dot + 1) != 2)
        return fail(act->note, ERR_INPUT, "--template: %.40s: " LANGUAGE_AT, text);
    out->whole = text;
    out->language = dot + 1;
    return paper_find(act, arena_bytes(act->arena, text, (size_t)(dot - text)), &out->paper);
}

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column list_columns[] = {
    {.name = "template", .title = "Template", .kind = CELL_CODE},
    {.name = "whose", .title = "Whose", .kind = CELL_TEXT},
    {.name = "lines", .title = "Lines", .kind = CELL_INT},
    {.name = "by", .title = "Set by", .kind = CELL_CODE, .worth = 1},
    {.name = "about", .title = "What it writes", .kind = CELL_TEXT, .width = 20, .worth = 2},
};

static int lines_of(const char *text)
{
    int lines = *text != 0;

    for (; *text; text++)
        lines += *text == '\n' && text[1];
    return lines;
}

static enum err list_row(struct act *act, struct sink *sink, const struct papertemplate *paper,
                         const char *language, const struct papertext *own, int64_t id)
{
    const char *text = own ? own->text : papertemplate_shipped(paper->name, language);
    const struct cell cells[] = {
        cell_code(arena_format(act->arena, "%s.%s", paper->name, language)),
        cell_text(own ? "own" : "program"), cell_int(lines_of(text)),
        cell_code(own ? own->actor : ""), cell_text(paper->summary)};

    return sink_row(sink, id, own ? '*' : ' ', cells);
}

static const struct papertext *own_of(const struct papertext *own, int count, const char *paper,
                                      const char *language)
{
    for (int i = 0; i < count; i++)
        if (strcmp(own[i].paper, paper) == 0 && strcmp(own[i].language, language) == 0)
            return &own[i];
    return NULL;
}

static enum err templates_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Templates of papers", NULL, list_columns, 5};
    struct papertext *own;
    int count;
    int64_t id = 0;

    TRY(papertext_list(act->book, act->arena, &own, &count));
    TRY(sink->head(sink->self, &head));
    for (const struct papertemplate *paper = papertemplates; paper->name; paper++) {
        const char *language;
        for (int n = 0; (language = papertemplate_language(n)) != NULL; n++)
            TRY(list_row(act, sink, paper, language, own_of(own, count, paper->name, language),
                         ++id));
        for (int i = 0; i < count; i++)
            if (strcmp(own[i].paper, paper->name) == 0 &&
                !papertemplate_shipped(paper->name, own[i].language))
                TRY(list_row(act, sink, paper, own[i].language, &own[i], ++id));
    }
    return sink->foot(sink->self, NULL);
}

static enum err template_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, templates_pass(act, sink));
}

const struct command cmd_template_list = {
    .noun = "template",
    .verb = "list",
    .summary = "the templates by which papers are written",
    .detail = "A paper is written in its customer's language (customer set --language), else in "
              "the firm's (setting language), else in English. The book's own template goes before "
              "the program's.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = template_list_run,
};

/* ---- show ----------------------------------------------------------------------------------- */

#define TEMPLATE_ARG(more, words)                                                                  \
    {.name = "template", .kind = ARG_TEXT, .flags = ARG_BARE | (more), .help = words}

static const struct arg show_args[] = {
    TEMPLATE_ARG(ARG_REQUIRED, "its paper and language: invoice.de"),
    {.name = "to",
     .kind = ARG_FILE,
     .flags = ARG_STDOUT,
     .help = "write it as it is to a new file"},
    {.name = "program", .kind = ARG_FLAG, .help = "the program's, also where the book has its own"},
    {0},
};

static enum err text_put(struct act *act, const char *to, const char *text)
{
    struct out out;

    TRY(strcmp(to, "-") == 0 ? out_open_fd(&out, STDOUT_FILENO, true, act->note)
                             : out_open_path(&out, to, act->session->force, act->note));
    out_bytes(&out, text, strlen(text));
    if (*text && text[strlen(text) - 1] != '\n')
        out_char(&out, '\n');
    return out_close(&out);
}

static enum err template_show_run(struct act *act)
{
    const char *to = args_get(act->args, "to"), *text = NULL;
    struct name name;

    TRY(name_take(act, &name));
    if (!args_flag(act->args, "program"))
        TRY(papertext_find(act->book, name.paper->name, name.language, act->arena, &text));
    const bool own = text != NULL;
    if (!text)
        text = papertemplate_shipped(name.paper->name, name.language);
    if (!text)
        return fail(act->note, ERR_MISSING,
                    "there is no template %.40s; `template set %.40s --file FILE` makes one",
                    name.whole, name.whole);
    if (to) {
        if (!act->session->dry_run)
            TRY(text_put(act, to, text));
        act->says = strcmp(to, "-") == 0
                        ? NULL
                        : arena_format(act->arena,
                                       "%s %s in %s; `template set %s --file %s` takes it back in",
                                       name.whole, act->session->dry_run ? "would be" : "is", to,
                                       name.whole, to);
        return ERR_OK;
    }
    act->page->title = arena_format(act->arena, "Template %s", name.whole);
    act->page->subtitle = own ? "the book's own" : "the program's";
    page_text(act->page, text);
    return ERR_OK;
}

const struct command cmd_template_show = {
    .noun = "template",
    .verb = "show",
    .summary = "one template, to be read or written to a file",
    .detail = "To change a paper: write its template to a file with --to, change it there, and "
              "take it in with `template set`. On the screen of a template e does all that in "
              "your editor.",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = template_show_run,
};

/* ---- set, reset ----------------------------------------------------------------------------- */

static const struct arg set_args[] = {
    TEMPLATE_ARG(ARG_REQUIRED, "its paper and language: invoice.de"),
    {.name = "file", .kind = ARG_FILE, .flags = ARG_REQUIRED | ARG_STDIN, .help = "the text"},
    {0},
};

/* The file is read before anybody waits for the books. */
static enum err template_set_stage(struct act *act)
{
    struct name name;
    char *text;

    TRY(name_take(act, &name));
    TRY(filetake_text(args_get(act->args, "file"), TEMPLATE_MAX, act->arena, &text, act->note));
    TRY(papertemplate_check(name.paper, name.whole, text, act->note));
    act->state = text;
    return ERR_OK;
}

static enum err template_set_run(struct act *act)
{
    const char *lacks = NULL;
    struct name name;

    TRY(name_take(act, &name));
    TRY(papertext_set(act->tx, name.paper->name, name.language, act->state, act->session->actor));
    TRY(papertemplate_lacks(act->book, name.paper, act->state, &lacks));
    act->ref = name.whole;
    act->says = arena_format(act->arena, "%s is written by your template from now on", name.whole);
    if (lacks)
        act->says = arena_format(act->arena, "%s; " LACKS, act->says, lacks);
    return ERR_OK;
}

const struct command cmd_template_set = {
    .noun = "template",
    .verb = "set",
    .summary = "write a paper by a template of your own",
    .detail =
        "A line is a paragraph; {customer.name} in it is a value (`template fields` lists them), "
        "and a line whose values are all empty is left out. An empty line is one; # begins a "
        "comment.\n"
        "  .title TEXT, .subtitle TEXT, .heading TEXT, .rule, .page, .logo\n"
        "  .pair LABEL | TEXT, .sum LABEL | FIGURE | REST, .code LABEL | {pay.code}\n"
        "  {if NAME}, {if not NAME}, {if NAME = TEXT}, {else}, {end}\n"
        "  {for line in lines} .. {line.text} .. {end}\n"
        "  {table line in lines}, .column TITLE | {line.net} | total, .proof TEXT, {end}\n"
        "  .numbers 1.234,56, .dates 31.12.2026, .word net # | # Tage netto\n"
        "Options of a column: total, code (never cut), drop N (left out where narrow), data (csv "
        "only). A \\ before { # . | makes it plain. The template words.xx tells figures, days and "
        "our words for all papers of a language; a language may be any two letters. What was sent "
        "stays as it went out. Why a paper is without tax (tax add --exemption) is {tax.exemption} "
        "in {for tax in taxes}; a template without it has it at the end of the paper.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .stage = template_set_stage,
    .run = template_set_run,
};

static const struct arg reset_args[] = {
    TEMPLATE_ARG(ARG_REQUIRED, "its paper and language: invoice.de"),
    {0},
};

static enum err template_reset_run(struct act *act)
{
    struct name name;

    TRY(name_take(act, &name));
    TRY(papertext_remove(act->tx, name.paper->name, name.language));
    act->ref = name.whole;
    act->says = arena_format(act->arena,
                             papertemplate_shipped(name.paper->name, name.language)
                                 ? "%s is written by the program's template again"
                                 : "%s is gone; the firm's language takes its place",
                             name.whole);
    return ERR_OK;
}

const struct command cmd_template_reset = {
    .noun = "template",
    .verb = "reset",
    .summary = "back to the program's own template",
    .args = reset_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = template_reset_run,
};

/* ---- check ---------------------------------------------------------------------------------- */

static const struct arg check_args[] = {
    TEMPLATE_ARG(0, "only this one"),
    {.name = "file", .kind = ARG_FILE, .help = "this text instead of the one in the book"},
    {0},
};

static const struct column check_columns[] = {
    {.name = "template", .title = "Template", .kind = CELL_CODE},
    {.name = "trouble", .title = "What is wrong", .kind = CELL_TEXT},
};

static enum err check_row(struct act *act, const struct papertemplate *paper, const char *name,
                          const char *text, struct sink *sink)
{
    struct note why = {0};

    const char *lacks = NULL, *trouble;

    if (papertemplate_check(paper, name, text, &why) != ERR_OK)
        trouble = arena_text(act->arena, why.text);
    else {
        TRY(papertemplate_lacks(act->book, paper, text, &lacks));
        if (!lacks)
            return ERR_OK;
        trouble = arena_format(act->arena, LACKS, lacks);
    }
    act->found = true;
    const struct cell cells[] = {cell_code(name), cell_text(trouble)};
    return sink_row(sink, 0, '!', cells);
}

static enum err template_check_run(struct act *act)
{
    static const struct table_head head = {"Templates that are wrong", NULL, check_columns, 2};
    struct sink *sink = act->sink;
    const char *file = args_get(act->args, "file");
    struct name name = {.whole = NULL};
    struct papertext *own;
    char *text = NULL;
    int count = 0;

    if (args_given(act->args, "template"))
        TRY(name_take(act, &name));
    if (file && !name.whole)
        return fail(act->note, ERR_USAGE, "--file: say which paper it is: " LANGUAGE_AT);
    if (file)
        TRY(filetake_text(file, TEMPLATE_MAX, act->arena, &text, act->note));
    TRY(papertext_list(act->book, act->arena, &own, &count));
    TRY(sink->head(sink->self, &head));
    if (file)
        TRY(check_row(act, name.paper, name.whole, text, sink));
    for (int i = 0; !file && i < count; i++) {
        const char *whole = arena_format(act->arena, "%s.%s", own[i].paper, own[i].language);
        const struct papertemplate *paper = papertemplate_row(own[i].paper);
        if (paper && (!name.whole || strcmp(whole, name.whole) == 0))
            TRY(check_row(act, paper, whole, own[i].text, sink));
    }
    return sink->foot(sink->self, act->found ? NULL : "Every template is right.");
}

const struct command cmd_template_check = {
    .noun = "template",
    .verb = "check",
    .summary = "say what is wrong with templates, line by line",
    .detail = "Of the book's own, or of a file before it is taken in. Exit status 1 when one is "
              "wrong.",
    .args = check_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = template_check_run,
};

/* ---- fields --------------------------------------------------------------------------------- */

static const struct arg fields_args[] = {
    {.name = "paper",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "invoice, credit, statement, dunning, confirmation, reconciliation, deposit, receipt, "
             "mail"},
    LISTING_ARGS,
    {0},
};

static const struct column fields_columns[] = {
    {.name = "name", .title = "Written as", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "help", .title = "What it is", .kind = CELL_TEXT},
};

static const char *kind_word(enum cell_kind kind)
{
    static const char *const words[] = {
        [CELL_NONE] = "list",      [CELL_TEXT] = "text",     [CELL_CODE] = "text",
        [CELL_INT] = "number",     [CELL_MONEY] = "amount",  [CELL_DATE] = "day",
        [CELL_MOMENT] = "moment",  [CELL_PERCENT] = "percent", [CELL_QUANTITY] = "quantity",
        [CELL_FLAG] = "yes or no", [CELL_BAR] = "text"};

    return words[kind];
}

static enum err fields_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Values of a paper", NULL, fields_columns, 3};
    const struct papertemplate *paper;
    int64_t id = 0;

    TRY(paper_find(act, args_get(act->args, "paper"), &paper));
    TRY(sink->head(sink->self, &head));
    for (const struct vocabulary *v = paper->vocabulary; v->name; v++) {
        const char *written = !*v->list ? arena_format(act->arena, "{%s}", v->name)
                              : !*v->name ? arena_format(act->arena, "{for x in %s}", v->list)
                                          : arena_format(act->arena, "  {x.%s}", v->name);
        const struct cell cells[] = {cell_code(written), cell_text(kind_word(v->kind)),
                                     cell_text(v->help)};
        TRY(sink_row(sink, ++id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err template_fields_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, fields_pass(act, sink));
}

const struct command cmd_template_fields = {
    .noun = "template",
    .verb = "fields",
    .summary = "the values that the template of a paper may have",
    .args = fields_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = template_fields_run,
};
