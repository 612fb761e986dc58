/* Letters that ask a customer to confirm its balance, their answers, and how many came back. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/say.h"
#include "ledger/confirmation.h"
#include "ledger/customer.h"
#include "report/confirmationpage.h"

#define ANSWER_DAYS 14 /* from the day of sending, when no day is said */

static const struct arg send_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "whom to ask"},
    {.name = "as-of", .kind = ARG_DATE, .help = "balance at the end of which day; today"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},
    {.name = "due", .kind = ARG_DATE, .help = "when the answer is due; two weeks from today"},
    {0},
};

static enum err send_run(struct act *act)
{
    const struct date today = book_today(act->book);
    struct customer customer;
    struct confirmation letter;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct currency currency = customer.currency;
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &currency));
    const struct confirmation wanted = {
        .customer_id = customer.id,
        .customer = customer.code,
        .name = customer.name,
        .day = args_date(act->args, "as-of", today),
        .due = args_date(act->args, "due", date_add(today, ANSWER_DAYS)),
        .balance = money_of(0, currency)};
    TRY(confirmation_send(act->tx, &wanted, act->arena, &letter));
    if (act->page)
        TRY(confirmation_page(act->book, &letter, act->page));
    act->ref = letter.number;
    act->says = arena_format(act->arena, "%s asks %s to confirm %s on %s, by %s", letter.number,
                             customer.code, say_money(act->arena, letter.balance),
                             say_day(act->arena, letter.day), say_day(act->arena, letter.due));
    return ERR_OK;
}

const struct command cmd_confirmation_send = {
    .noun = "confirmation",
    .verb = "send",
    .summary = "ask a customer to confirm what it owes, and show the letter",
    .detail = "The letter lists what was open on the day and has a slip to tear off. It gets a "
              "number of its own (CF-1001); `confirmation answer` notes what came back, and "
              "`confirmation list` shows what is still to come.",
    .args = send_args,
    .flags = COMMAND_WRITES | COMMAND_PAGE | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = send_run,
};

static const struct arg answer_args[] = {
    {.name = "confirmation",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "which letter: CF-1001"},
    {.name = "amount",
     .kind = ARG_MONEY,
     .flags = ARG_REQUIRED,
     .help = "what the customer owes by its own books"},
    {.name = "date", .kind = ARG_DATE, .help = "when it came; by default today"},
    {.name = "by", .kind = ARG_TEXT, .help = "who answered"},
    {.name = "text", .kind = ARG_TEXT, .help = "what else was said"},
    {0},
};

static const char *text_of(const struct act *act, const char *name)
{
    return args_given(act->args, name) ? args_get(act->args, name) : "";
}

static enum err answer_run(struct act *act)
{
    struct confirmation letter;
    struct money amount;
    int64_t assertion_id = 0;
    bool given = false;

    TRY(confirmation_find(act->book, args_get(act->args, "confirmation"), act->arena, &letter));
    const struct currency currency = letter.balance.currency;
    TRY(args_money(act->args, "amount", currency, &amount, &given, act->note));
    if (!currency_is(amount.currency, currency))
        return fail(act->note, ERR_INPUT, "--amount: %s asks for %s, not %s", letter.number,
                    currency.code, amount.currency.code);
    const struct confirmation_answer answer = {
        .confirmation_id = letter.id,
        .amount = amount.minor,
        .day = args_date(act->args, "date", book_today(act->book)),
        .person = text_of(act, "by"),
        .text = text_of(act, "text")};
    TRY(confirmation_answer(act->tx, &answer, &assertion_id));
    act->ref = letter.number;
    if (assertion_id)
        act->says = arena_format(act->arena, "%s agrees: %s on %s; `book verify` keeps checking it",
                                 letter.customer, say_money(act->arena, amount),
                                 say_day(act->arena, letter.day));
    else
        act->says = arena_format(
            act->arena, "%s says %s, we say %s: %s apart", letter.customer,
            say_money(act->arena, amount), say_minor(act->arena, letter.balance.minor, currency),
            say_minor(act->arena, amount.minor - letter.balance.minor, currency));
    return ERR_OK;
}

const struct command cmd_confirmation_answer = {
    .noun = "confirmation",
    .verb = "answer",
    .summary = "note what a customer answered to the letter that asked for its balance",
    .detail = "An answer that agrees becomes an asserted balance that `book verify` checks from "
              "then on. Of several answers to a letter the last one counts.",
    .args = answer_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = answer_run,
};

static const struct column columns[] = {
    {.name = "number", .title = "Letter", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "as-of", .title = "As of", .kind = CELL_DATE},
    {.name = "sent", .title = "Sent", .kind = CELL_DATE, .worth = 2},
    {.name = "due", .title = "Answer due", .kind = CELL_DATE, .worth = 3},
    {.name = "answered", .title = "Answered", .kind = CELL_DATE, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY},
    {.name = "answer", .title = "Theirs", .kind = CELL_MONEY},
    {.name = "difference", .title = "Difference", .kind = CELL_MONEY},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 4},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 5},
};

static enum err row_pass(void *self, const struct confirmation *letter)
{
    const struct currency currency = letter->balance.currency;
    const struct cell none = cell_none();
    const int64_t apart = letter->answer - letter->balance.minor;
    const bool late =
        letter->state == CONFIRMATION_OVERDUE || letter->state == CONFIRMATION_DIFFERENT;
    const struct cell cells[] = {
        cell_code(letter->number),
        cell_code(letter->customer),
        cell_date(letter->day),
        cell_date(letter->sent),
        cell_date(letter->due),
        letter->answered ? cell_date(letter->answered_on) : none,
        cell_code(currency.code),
        cell_money(letter->balance),
        letter->answered ? cell_money(money_of(letter->answer, currency)) : none,
        letter->answered ? cell_money(money_of(apart, currency)) : none,
        cell_code(confirmation_state_word(letter->state)),
        cell_text(letter->person),
        cell_text(letter->text)};

    return sink_row(self, letter->id, late ? '!' : ' ', cells);
}

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only what went to this customer"},
    LISTING_ARGS,
    {0},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Confirmations of balance", NULL, columns,
                                    sizeof columns / sizeof *columns};
    int64_t customer_id = 0;

    TRY(doclist_customer(act, &customer_id));
    TRY(sink->head(sink->self, &head));
    TRY(confirmation_each(act->book, customer_id, row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_confirmation_list = {
    .noun = "confirmation",
    .verb = "list",
    .summary = "list the letters that asked for a balance, and what came back",
    .detail = "The status is sent, overdue, agreed or different, on the book's day.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
