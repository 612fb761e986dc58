#include "app/answer.h"

#include "app/sheets.h"
#include "out/json.h"

#include <string.h>
#include <unistd.h>

#define LISTING_WIDTH 132 /* a file or pipe: the width of a wide listing */
#define JSON_TEXT_MAX ((size_t)1 << 20)

enum err answer_format(const char *format, struct note *note)
{
    if (writer_find(format))
        return ERR_OK;
    return fail(note, ERR_USAGE, "--format: '%.20s' is not one of text, csv, json, pdf, xlsx",
                format);
}

const char *answer_format_of(const char *path)
{
    return writer_of(path)->name;
}

/* A journal is made of postings, which one command has. */
static enum err judge_journal(const struct session *session, const struct command *command)
{
    if (!writer_find(session->format)->postings || (command->flags & COMMAND_POSTINGS))
        return ERR_OK;
    return fail(session->note, ERR_UNAVAILABLE,
                "--format %s is for `gl export`: only it has postings", session->format);
}

static void answer_begin(struct answer *answer, struct session *session,
                         const struct command *command)
{
    *answer = (struct answer){.session = session,
                              .table = (command->flags & COMMAND_TABLE) != 0,
                              .page = (command->flags & COMMAND_PAGE) != 0};
    answer->used = answer->table || answer->page;
}

static void writing_begin(struct answer *answer)
{
    const bool bare = answer->options.bare;
    const int width = answer->session->width ? answer->session->width : LISTING_WIDTH;

    sheets_options(answer->session, width, &answer->options);
    answer->options.bare = bare;
    if (answer->table)
        answer->sink = writing_open(&answer->writing, writer_find(answer->session->format),
                                    &answer->out, &answer->options);
    if (answer->page)
        page_init(&answer->sheet, "", NULL);
}

enum err answer_open(struct answer *answer, struct session *session, const struct command *command)
{
    answer_begin(answer, session, command);
    if (!answer->used && session->output)
        return fail(session->note, ERR_USAGE,
                    "-o is where a table or page goes, and %s%s%s has none; leave it out",
                    command->noun, command->verb ? " " : "", command->verb ? command->verb : "");
    if (!answer->used)
        return ERR_OK;
    answer->used = false;
    TRY(answer_format(session->format, session->note));
    TRY(judge_journal(session, command));
    if (!session->output && session->terminal_out && writer_find(session->format)->binary)
        return fail(session->note, ERR_USAGE,
                    "--format %s is nothing for a terminal; say where to with -o FILE",
                    session->format);
    if (session->output)
        TRY(out_open_path(&answer->out, session->output, session->force, session->note));
    else
        TRY(out_open_fd(&answer->out, STDOUT_FILENO, true, session->note));
    answer->used = true;
    writing_begin(answer);
    return ERR_OK;
}

enum err answer_open_part(struct answer *answer, struct session *session,
                          const struct command *command, const char *before)
{
    answer_begin(answer, session, command);
    if (!answer->used)
        return ERR_OK;
    answer->used = false;
    answer->options.bare = true;
    TRY(out_open_fd(&answer->out, STDOUT_FILENO, true, session->note));
    answer->used = true;
    out_text(&answer->out, before);
    writing_begin(answer);
    return ERR_OK;
}

struct sink *answer_sink(struct answer *answer)
{
    return answer->used && answer->table ? &answer->sink : NULL;
}

struct page *answer_page(struct answer *answer)
{
    return answer->used && answer->page ? &answer->sheet : NULL;
}

enum err answer_close(struct answer *answer, enum err code, const char *after)
{
    if (!answer->used)
        return code;
    if (answer->table)
        writing_close(&answer->writing);
    if (answer->page) {
        if (code == ERR_OK && answer->sheet.first)
            code = writer_page(writer_find(answer->session->format), &answer->out, &answer->sheet,
                               &answer->options);
        page_done(&answer->sheet);
    }
    if (code == ERR_OK && after)
        out_text(&answer->out, after);
    if (code == ERR_OK)
        code = out_close(&answer->out);
    else
        out_drop(&answer->out);
    answer->used = false;
    return code;
}

const char *answer_json(const char *text, struct arena *arena)
{
    struct buf buf;

    buf_init(&buf, JSON_TEXT_MAX);
    json_string(&buf, text);
    const char *out = arena_bytes(arena, buf.data, buf.len);
    buf_done(&buf);
    return out;
}
