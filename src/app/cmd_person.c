/* Commands about the people at a customer: whom to ask for. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/mailing.h"
#include "ledger/customer.h"
#include "ledger/person.h"

static const struct arg person_add_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "where they work"},
    {.name = "name",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_PERSONAL,
     .help = "the person's name"},
    {.name = "role", .kind = ARG_TEXT, .help = "what they do there, as accounts payable"},
    {.name = "phone", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "to call"},
    {.name = "email", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "to write to"},
    {0},
};

static const char *given_or_empty(const struct act *act, const char *name)
{
    const char *text = args_get(act->args, name);

    return text ? text : "";
}

static enum err person_add_run(struct act *act)
{
    struct customer customer;
    int64_t id;

    TRY(mailing_email_judge(act));
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct person person = {.customer_id = customer.id,
                            .name = given_or_empty(act, "name"),
                            .role = given_or_empty(act, "role"),
                            .phone = given_or_empty(act, "phone"),
                            .email = given_or_empty(act, "email")};
    TRY(person_add(act->tx, &person, &id));
    act->ref = customer.code;
    act->says = arena_format(act->arena, "%s is noted at %s", person.name, customer.code);
    return ERR_OK;
}

const struct command cmd_person_add = {
    .noun = "person",
    .verb = "add",
    .summary = "note a person at a customer",
    .args = person_add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = person_add_run,
};

/* ---- person set ----------------------------------------------------------------------------- */

static const struct arg person_set_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "where they work"},
    {.name = "name",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_PERSONAL,
     .help = "the person, as noted"},
    {.name = "rename", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "the name from now on"},
    {.name = "role", .kind = ARG_TEXT, .help = "what they do there"},
    {.name = "phone", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "to call"},
    {.name = "email", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "to write to"},
    {.name = "gone", .kind = ARG_FLAG, .help = "they left, and are not asked for any more"},
    {.name = "back", .kind = ARG_FLAG, .help = "they are there again"},
    {0},
};

static enum err person_set_run(struct act *act)
{
    const bool gone = args_flag(act->args, "gone"), back = args_flag(act->args, "back");
    struct customer customer;
    struct person person;
    int changed;

    if (gone && back)
        return fail(act->note, ERR_USAGE, "--gone and --back exclude each other; give one");
    TRY(mailing_email_judge(act));
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(person_find(act->book, &customer, args_get(act->args, "name"), act->arena, &person));
    const struct {
        const char *arg, **field;
    } texts[] = {{"rename", &person.name},
                 {"role", &person.role},
                 {"phone", &person.phone},
                 {"email", &person.email}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (args_given(act->args, texts[i].arg))
            *texts[i].field = given_or_empty(act, texts[i].arg);
    if (gone || back)
        person.active = back;
    TRY(person_set(act->tx, &person, &changed));
    if (changed == 0)
        return fail(act->note, ERR_INPUT, "nothing would change: %s is noted so already",
                    person.name);
    act->ref = customer.code;
    act->says = arena_format(act->arena, gone ? "%s left %s" : "%s at %s is changed", person.name,
                             customer.code);
    return ERR_OK;
}

const struct command cmd_person_set = {
    .noun = "person",
    .verb = "set",
    .summary = "change what is noted of a person at a customer, or note that they left",
    .args = person_set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = person_set_run,
};

/* ---- person list ---------------------------------------------------------------------------- */

static const struct arg person_list_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "at which customer"},
    {.name = "all", .kind = ARG_FLAG, .help = "those who left too"},
    LISTING_ARGS,
    {0},
};

static const struct column person_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "role", .title = "Role", .kind = CELL_TEXT},
    {.name = "phone", .title = "Phone", .kind = CELL_CODE},
    {.name = "email", .title = "E-mail", .kind = CELL_CODE},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 1},
};

static enum err people_pass(struct act *act, const struct customer *customer, struct sink *sink)
{
    const bool all = args_flag(act->args, "all"); /* else nobody is gone: no word of it */
    const struct table_head head = {"People", customer->name, person_columns, all ? 6 : 5};
    struct person *people;
    int count;

    TRY(people_of(act->book, customer->id, all, act->arena, &people, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(customer->code), cell_text(people[i].name),
                                     cell_text(people[i].role), cell_code(people[i].phone),
                                     cell_code(people[i].email),
                                     cell_code(people[i].active ? "" : "gone")};
        TRY(sink_row(sink, people[i].id, people[i].active ? ' ' : '-', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err person_list_run(struct act *act)
{
    struct customer customer;
    struct listing listing;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, people_pass(act, &customer, sink));
}

const struct command cmd_person_list = {
    .noun = "person",
    .verb = "list",
    .summary = "list the people at a customer",
    .args = person_list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = person_list_run,
};
