/* Users: who works with the book, in which roles, and how much each may grant alone. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "base/text.h"
#include "ledger/password.h"
#include "ledger/user.h"

#include <string.h>

static const struct arg_column limit_columns[] = {
    {.name = "kind",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED,
     .help = "writeoff, credit, refund, credit-limit or discount"},
    {.name = "amount",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "an amount, unlimited (or none: no limit), or book for what the settings say"},
    {0},
};

/* clang-format off */
#define NAME_ARG                                                                                   \
    {.name = "name", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                           \
     .help = "the user name, as the operating system has it"}
#define LIMIT_ARG                                                                                  \
    {.name = "limit", .kind = ARG_ROWS, .columns = limit_columns, .rows_style = ROWS_LIST,         \
     .help = "what the user may grant alone: \"writeoff=50.00; refund=unlimited\""}
#define ACCOUNT_ARG                                                                                \
    {.name = "account", .kind = ARG_CODE,                                                          \
     .help = "the account of the operating system, where several users share one; then the "       \
             "password decides"}
#define ROLE_HELP "clerk, coordinator, manager, auditor or admin"
/* clang-format on */

static enum err limit_kind(struct act *act, const char *word, enum grant_kind *out)
{
    for (int kind = 0; kind < GRANT_KINDS; kind++)
        if (text_same(word, grant_word((enum grant_kind)kind))) {
            *out = (enum grant_kind)kind;
            return ERR_OK;
        }
    return fail(act->note, ERR_INPUT, "--limit: there is no '%.40s'; it is %s", word,
                limit_columns[0].help);
}

static enum err limits_take(struct act *act, struct user *user)
{
    const struct currency base = book_currency(act->book);
    const int rows = args_count(act->args, "limit");

    for (int i = 0; i < rows; i++) {
        const struct value *values = args_row(act->args, "limit", i)->values;
        struct money amount = money_of(0, base);
        enum grant_kind kind = GRANT_WRITEOFF;
        struct note inner = {0};
        TRY(limit_kind(act, values[0].text, &kind));
        if (text_same(values[1].text, "unlimited") || text_same(values[1].text, "none"))
            amount.minor = MONEY_MAX;
        else if (text_same(values[1].text, "book"))
            amount.minor = LIMIT_BOOK;
        else if (money_parse(values[1].text, &notation_plain, base, &amount, &inner) != ERR_OK)
            return fail(act->note, ERR_INPUT, "--limit, %s: %s", grant_word(kind), inner.text);
        else if (amount.minor < 0 || !currency_is(amount.currency, base))
            return fail(act->note, ERR_INPUT, "--limit, %s: it is an amount in %s, 0 or more",
                        grant_word(kind), base.code);
        user->limits[kind] = amount.minor;
    }
    return ERR_OK;
}

static enum err roles_take(struct act *act, struct user *user)
{
    const char *text = args_get(act->args, "role");

    if (!text || roles_parse(text, &user->roles))
        return ERR_OK;
    return fail(act->note, ERR_INPUT,
                "--role: '%.60s' is no role; it is %s, or several: manager+admin", text, ROLE_HELP);
}

/* "write-off 50.00, credit memo 500.00": those that are the user's own. */
static const char *limits_text(struct act *act, const struct user *user)
{
    const struct currency base = book_currency(act->book);
    const char *text = "";

    for (int kind = 0; kind < GRANT_KINDS; kind++) {
        const int64_t limit = user->limits[kind];
        if (limit == LIMIT_BOOK)
            continue;
        text = arena_format(
            act->arena, "%s%s%s %s", text, *text ? ", " : "", grant_name((enum grant_kind)kind),
            limit == MONEY_MAX ? "without limit" : say_minor(act->arena, limit, base));
    }
    return text;
}

static void user_say(struct act *act, const struct user *user)
{
    const char *limits = limits_text(act, user), *conflict = role_conflict(user->roles);

    act->ref = user->name;
    act->says = arena_format(
        act->arena, "%s is %s%s%s%s", user->name, user->active ? "" : "not active any more, was ",
        roles_text(user->roles, act->arena), *limits ? "; alone: " : "", limits);
    if (conflict && user->active)
        act->says = say_join(act->arena, act->says, conflict);
}

static const struct arg add_args[] = {
    NAME_ARG,
    {.name = "role", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = ROLE_HELP},
    {.name = "full-name", .kind = ARG_TEXT, .help = "the person's name"},
    LIMIT_ARG,
    ACCOUNT_ARG,
    {0},
};

static enum err account_take(struct act *act, const char *name)
{
    const char *account = args_get(act->args, "account");
    bool is = false;

    if (!account)
        return ERR_OK;
    TRY(account_set(act->tx, name, account));
    TRY(password_is(act->book, name, &is));
    act->says = say_join(act->arena, act->says,
                         arena_format(act->arena, "works from the account %s%s", account,
                                      is || strcmp(name, account) == 0
                                          ? ""
                                          : ", once `user password` has given a password"));
    return ERR_OK;
}

static enum err user_add_run(struct act *act)
{
    const char *full = args_get(act->args, "full-name");
    struct user user = {
        .name = args_get(act->args, "name"), .full_name = full ? full : "", .active = true};
    bool founded = false;

    for (int kind = 0; kind < GRANT_KINDS; kind++)
        user.limits[kind] = LIMIT_BOOK;
    if (!*user.name)
        return fail(act->note, ERR_INPUT, "--name: a user has a name");
    TRY(roles_take(act, &user));
    TRY(limits_take(act, &user));
    TRY(user_add(act->tx, &user, &founded));
    user_say(act, &user);
    if (founded)
        act->says = arena_format(act->arena,
                                 "%s; %s is admin and manager now, and whoever is no user may not "
                                 "open the book any more",
                                 act->says, act->session->actor);
    return account_take(act, user.name);
}

const struct command cmd_user_add = {
    .noun = "user",
    .verb = "add",
    .summary = "let somebody work with the book, in a role",
    .detail =
        "Until a book has users it belongs to one person, who may do everything. The first user "
        "that is added ends that: whoever adds becomes admin and manager, and from then on each "
        "command asks for its role. A clerk posts; a coordinator may also take back and look after "
        "master data; a manager may do what both may, and closes months; an auditor reads "
        "everything and writes nothing; an admin gives roles and settings and posts nothing. Above "
        "a user's limit a write-off, credit memo, refund or credit limit is not refused: it waits "
        "for an approval (`approval list`). A limit is of the sum on one paper, for one customer "
        "in "
        "a month or a week, and of one user on a day.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_ADMIN,
    .run = user_add_run,
};

static const struct arg set_args[] = {
    NAME_ARG,
    {.name = "role", .kind = ARG_TEXT, .help = ROLE_HELP},
    {.name = "full-name", .kind = ARG_TEXT, .help = "the person's name"},
    LIMIT_ARG,
    ACCOUNT_ARG,
    {.name = "inactive", .kind = ARG_FLAG, .help = "may not work with the book any more"},
    {.name = "active", .kind = ARG_FLAG, .help = "may work with it again"},
    {0},
};

static enum err user_set_run(struct act *act)
{
    const bool off = args_flag(act->args, "inactive"), on = args_flag(act->args, "active");
    struct user user;

    TRY(user_find(act->book, args_get(act->args, "name"), act->arena, &user));
    if (on && off)
        return fail(act->note, ERR_USAGE, "--active and --inactive exclude each other; give one");
    TRY(roles_take(act, &user));
    TRY(limits_take(act, &user));
    if (args_given(act->args, "full-name"))
        user.full_name = args_get(act->args, "full-name");
    if (on || off)
        user.active = on;
    TRY(user_set(act->tx, &user));
    user_say(act, &user);
    return account_take(act, user.name);
}

const struct command cmd_user_set = {
    .noun = "user",
    .verb = "set",
    .summary = "change a user's roles and limits, or take the user out",
    .detail = "Only what is given changes; the book keeps what was. Nobody is deleted: --inactive "
              "takes a user out. One active admin always stays. Nobody gives a role or a limit to "
              "oneself: another admin does.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_ADMIN,
    .run = user_set_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "user", .title = "User", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 2},
    {.name = "roles", .title = "Roles", .kind = CELL_CODE},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 1},
    {.name = "limits", .title = "Grants alone", .kind = CELL_TEXT, .worth = 3},
    {.name = "note", .title = "To look at", .kind = CELL_TEXT, .worth = 4},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .worth = 5},
    {.name = "password", .title = "Password", .kind = CELL_CODE, .worth = 6},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], COLUMNS_ALWAYS = COLUMNS - 2 };

/* What stands in the last two columns, of one user. */
struct proof_of {
    const char *account, *password;
};

static enum err proof_read(struct act *act, const struct user *user, struct proof_of *out)
{
    struct password_state state;
    const char *account;

    TRY(account_of_user(act->book, user->name, act->arena, &account));
    TRY(password_state(act->book, user->name, &state));
    out->account = strcmp(account, user->name) == 0 ? "" : account;
    out->password = !*state.hash ? "" : state.lent ? "to change" : "yes";
    return ERR_OK;
}

/* A firm without passwords does not see that there could be some. */
static enum err proofs_read(struct act *act, const struct user *users, int count,
                            struct proof_of **out, struct table_head *head)
{
    struct column *own = arena_new(act->arena, sizeof columns);
    bool any = false;

    *out = arena_new(act->arena, (size_t)(count + 1) * sizeof **out);
    for (int i = 0; i < count; i++) {
        TRY(proof_read(act, &users[i], &(*out)[i]));
        any = any || *(*out)[i].account || *(*out)[i].password;
    }
    memcpy(own, columns, sizeof columns);
    for (int i = COLUMNS_ALWAYS; i < COLUMNS && !any; i++)
        own[i].flags |= COLUMN_HIDDEN;
    *head = (struct table_head){"Users", NULL, own, COLUMNS};
    return ERR_OK;
}

static enum err users_pass(struct act *act, struct sink *sink)
{
    struct proof_of *proofs;
    struct table_head head;
    struct user *users;
    int count;

    TRY(user_list(act->book, act->arena, &users, &count));
    TRY(proofs_read(act, users, count, &proofs, &head));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const char *limits = limits_text(act, &users[i]);
        const char *conflict = users[i].active ? role_conflict(users[i].roles) : NULL;
        if (!*limits)
            limits =
                role_may(users[i].roles, ROLE_MANAGER) ? "without limit" : "as the settings say";
        const struct cell cells[] = {
            cell_code(users[i].name),
            cell_text(users[i].full_name),
            cell_code(roles_text(users[i].roles, act->arena)),
            cell_code(users[i].active ? "active" : "inactive"),
            cell_text(role_may(users[i].roles, ROLE_CLERK) ? limits : ""),
            cell_text(conflict ? conflict : ""),
            cell_code(proofs[i].account),
            cell_code(proofs[i].password),
        };
        TRY(sink_row(sink, i + 1, conflict ? '!' : ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err user_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, users_pass(act, sink));
}

const struct command cmd_user_list = {
    .noun = "user",
    .verb = "list",
    .summary = "list who works with the book, with roles and limits",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = user_list_run,
};
