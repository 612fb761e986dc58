/* command: a named intention with declared arguments; the machine that runs one.
 *
 * A command is one row of commands.c: parsing, --help, man page, completion, forms, palette, the
 * greyed entry with its reason and the journal text all come from the row (HOUSE.md 4).
 * A writing command is one transaction around operations; its journal entry is its canonical text.
 * Only command.c begins and commits.
 * Knows: ledger, report, io, out. Fails with: everything below it; words in session->note. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "app/args.h"
#include "base/page.h"
#include "base/secret.h"
#include "base/table.h"
#include "rules/role.h"

struct book;
struct tx;

enum command_flags {
    COMMAND_WRITES = 1,   /* runs in a transaction, makes a journal entry */
    COMMAND_ASKS = 2,     /* says what it will do and asks first, unless --yes */
    COMMAND_TAGGED = 4,   /* works on each marked row */
    COMMAND_PERIOD = 8,   /* needs an open period */
    COMMAND_TABLE = 16,   /* answers with a table into act->sink */
    COMMAND_PAGE = 32,    /* answers with a page */
    COMMAND_NO_BOOK = 64, /* runs without an open book */
    COMMAND_HIDDEN = 128, /* not in help: for tests */
    COMMAND_SHELL = 256,  /* answered by cli itself (help, run): `run` is NULL */
    COMMAND_TELLS = 512, /* says what it will do (act->plan), asks who is there; alone it goes on */
    COMMAND_POSTINGS = 1024, /* its table is postings: journals can be made of it */
    COMMAND_SELF = 2048, /* about whoever runs it: everybody may, who only reads too */
    COMMAND_OWN = 4096,  /* the program's own, in no list: asked for no role */
    COMMAND_PROVES = 8192, /* opens also what no other command could work in (BOOK_PROVE) */
};

/* Which password is asked for. */
enum secret_kind { SECRET_NOW, SECRET_NEW, SECRET_AGAIN };

/* What a screen has under the cursor, for why_not and for filling templates. Texts may be NULL. */
struct subject {
    const char *customer, *document, *kind, *status;
    struct money open;
    bool posted;
};

/* How the program was called: global options, who, the open book, where answers go. */
struct session {
    struct book *book; /* NULL before one is open */
    struct note *note; /* the words of the last failure (the book's own when one is open) */
    struct date today; /* the business date */
    const char *actor; /* who works: the OS user name, or who came in on a shared account */
    const char *account; /* the OS user name; NULL = not looked at yet (app/entering.h) */
    const char *user;    /* --user; NULL = not said */
    const char *place;   /* the terminal, "pts/3"; "" = none */
    bool entered;        /* a password has just proved who it is */
    bool lent;           /* and it was given by somebody else: it is to be changed first */
    const char *book_path;
    const char *format; /* "text", "csv", "json" */
    const char *output; /* NULL = stdout */
    const char *op_id;  /* NULL = none */
    bool proving; /* the book is opened for one command that proves it */
    bool dry_run, yes, no_input, force, terminal_out, quiet;
    bool plain;         /* one line a question, no drawing */
    bool raw;           /* CSV without the sign that keeps spreadsheets from running its texts */
    bool screens;       /* keys or questions have the terminal: no file is - */
    const char *color;  /* "auto", "always", "never" */
    const char *locale; /* --locale, NULL = the environment's */
    int64_t now;        /* --now, 0 = the clock */
    int width;          /* cells of a line of text; 0 = a wide listing */
    int wait_seconds;
    struct tx *tx; /* between command_atomic_begin and _end: every command runs in it */
    /* Who acts, as far as is known without a question: read anew with each command. */
    bool roles_asked;  /* the book has users */
    unsigned roles;    /* of rules/role.h */
    int64_t approving; /* the approval under which a held command runs; 0 = none */
    struct date_habit habit;
    struct notation notation;
    /* Long work says where it is; true = stop (Esc, Ctrl-C). May be NULL. */
    bool (*progress)(void *self, const char *what, int64_t done, int64_t total);
    /* A question to the person; true = yes. NULL = nobody there. */
    bool (*ask)(void *self, const char *question);
    /* A password, typed unseen; CANCELLED when none was. NULL = nobody there. */
    enum err (*secret)(void *self, enum secret_kind kind, const char *prompt, struct secret *out);
    void *self;
};

/* One run of a command, as its functions see it. */
struct act {
    struct session *session;
    struct book *book;
    struct tx *tx; /* NULL unless COMMAND_WRITES; in stage, and in a preview */
    const struct args *args;
    struct note *note;
    struct arena *arena;
    struct sink *sink; /* COMMAND_TABLE: rows go here */
    struct page *page; /* COMMAND_PAGE: filled by run */
    void *state;       /* what stage leaves for run; freed by `unstage` */
    const char *plan;  /* set by stage: what will happen, in a sentence or two; NULL = not asked */
    const char *ref;   /* set by run: the number that was made, "INV-1001" */
    const char *says;  /* set by run: one sentence of what was done and decided */
    const char *late;  /* "posted on .., since .. is closed": told at the end of `says`; or NULL */
    const char *waits; /* a part of it that waits for an approval: told within `says`; or NULL */
    bool preview;      /* set by stage: run only reads, and shows what it would do */
    bool found;        /* set by a check that found something: exit status 1 */
    bool proved;       /* a password was given for it: its entry is signed */
};

struct command {
    const char *noun, *verb; /* verb NULL for none */
    const char *summary;     /* one line, no full stop */
    const char *detail;      /* paragraphs for --help and the man page, or NULL */
    const struct arg *args;
    unsigned flags;
    enum role role; /* who may; asked once the book has users (ledger/user.h) */
    const char *signs; /* the setting that has it signed with a password; NULL = it never is */
    const char *(*why_not)(const struct subject *subject); /* pure; NULL row = always possible */
    enum err (*stage)(struct act *act); /* before the lane: parse, check, preview; may be NULL */
    /* In the transaction, before the command's own entry: other commands as entries of their own
     * (command_inner), or on trial (command_try); may be NULL. */
    enum err (*before)(struct act *act);
    enum err (*run)(struct act *act);
    /* When what was written is kept for good and nothing is held any more: files made of it. */
    enum err (*after)(struct act *act);
    void (*unstage)(struct act *act);
};

/* What came of it, for cli and view. Texts lie in the arena given. */
struct outcome {
    enum err code;
    const char *ref, *says, *late, *waits;
    bool stored; /* the stored result of an earlier run under the same operation id */
    bool found;
};

/* NULL-terminated; commands.c. A row is a `const struct command cmd_<noun>_<verb>` in cmd_<noun>.c
 * and one line in src/app/commands.h. */
extern const struct command *const commands_all[];
const struct command *command_find(const char *noun, const char *verb);
/* The command that words begin with, and how many of them name it. USAGE names the nearest. */
enum err command_words(int count, char *const *words, const struct command **out, int *used,
                       struct note *note);

/* Runs one command whole: args_check, stage, question, lane, transaction, journal entry, commit (or
 * roll-back on --dry-run). `sink` or `page` receive the answer of a table or page command; either
 * may be NULL when the command has none. Writing commands look up session->op_id first. */
enum err command_run(struct session *session, struct args *args, struct arena *arena,
                     struct sink *sink, struct page *page, struct outcome *out);
/* Why it cannot be done now: for want of a role, or what the row says of the subject; NULL
 * = it can. Of what is known without a question; the text lies in the arena. */
const char *command_why_not(const struct session *session, const struct command *command,
                            const struct subject *subject, struct arena *arena);
/* The base currency, which comes first in lists; that of code "" without a book. */
struct currency command_base(const struct session *session);
/* The first of both alone. */
const char *command_role_not(const struct session *session, const struct command *command,
                             struct arena *arena);
/* What it says is a table or a page and it writes nothing: it can be asked again and again. */
bool command_answers(const struct command *command);
/* Reads who acts into the session; DENIED for who is no user of the book. */
enum err command_actor(struct session *session);
/* What the stage of a command that tells would say before it ran (act->plan); NULL when it says
 * nothing. */
enum err command_plan(struct session *session, struct args *args, struct arena *arena,
                      const char **plan);
/* For `before`: runs a writing command as an entry of its own in the same transaction, under an
 * operation id (NULL = none); it is not staged and asks nothing. */
enum err command_inner(struct act *outer, struct args *args, const char *op_id,
                       struct outcome *out);
/* The same on trial: `look` sees what it did, then all of it is undone. */
enum err command_try(struct act *outer, struct args *args,
                     enum err (*look)(struct act *outer, const struct outcome *outcome));
/* Several command lines in one transaction (`run --atomic`): begin, run each, end. */
enum err command_atomic_begin(struct session *session);
enum err command_atomic_end(struct session *session, bool keep);

#endif
