/* A customer's personal data are taken out of the book: asked for by one, done by another. */
#include "app/commands.h"
#include "app/say.h"
#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/erase.h"

static const struct arg erase_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_PERSONAL,
     .help = "whose data; an account that was merged goes with the one that stayed"},
    {0},
};

static enum err customer_read(const struct act *act, struct customer *out)
{
    const char *code = args_get(act->args, "customer");

    TRY(customer_find(act->book, code, act->arena, out));
    return text_same(out->code, code) ? ERR_OK
                                      : fail(act->note, ERR_CONFLICT,
                                             "%s was merged into %s: they are erased together, "
                                             "by that code",
                                             code, out->code);
}

static const char *counted(struct arena *arena, int64_t count, const char *one, const char *several)
{
    return arena_format(arena, "%lld %s", (long long)count, count == 1 ? one : several);
}

/* "the words of 12 papers, 30 other facts and 25 journal entries, 1 person" */
static const char *what_goes(struct arena *arena, const struct erasing *what)
{
    const char *words = arena_format(
        arena, "the words of %s, %s and %s", counted(arena, what->papers, "paper", "papers"),
        counted(arena, what->facts, "other fact", "other facts"),
        counted(arena, what->entries, "journal entry", "journal entries"));

    if (what->people)
        words =
            arena_format(arena, "%s, %s", words, counted(arena, what->people, "person", "people"));
    if (what->aliases)
        words = arena_format(arena, "%s, %s", words,
                             counted(arena, what->aliases, "payer's name", "payers' names"));
    return words;
}

static enum err customer_erase_stage(struct act *act)
{
    struct customer customer;
    struct erasing what;

    TRY(customer_read(act, &customer));
    TRY(erase_look(act->book, customer.id, act->arena, &what));
    act->says = arena_format(act->arena,
                             "%s, %s, becomes %s for good. Erased are its name, addresses and "
                             "notes: %s. Nobody can bring it back.",
                             what.code, what.name, what.becomes, what_goes(act->arena, &what));
    return ERR_OK;
}

static enum err wish_run(struct act *act, const struct customer *customer)
{
    struct erasing what;
    struct date until;

    TRY(erase_look(act->book, customer->id, act->arena, &what));
    TRY(erase_ask(act->tx, customer->id, &until));
    act->ref = customer->code;
    act->says = arena_format(act->arena,
                             "that %s be erased is asked for: by %s another person does it with "
                             "the same command",
                             customer->code, say_day(act->arena, until));
    return ERR_OK;
}

static enum err customer_erase_run(struct act *act)
{
    struct customer customer;
    struct erasing what;
    bool wished = false;

    TRY(customer_read(act, &customer));
    TRY(erase_wished(act->tx, customer.id, &wished));
    if (!wished)
        return wish_run(act, &customer);
    TRY(erase_do(act->tx, customer.id, act->arena, &what));
    act->ref = what.becomes;
    act->says = arena_format(act->arena, "%s is what is left of a customer; erased: %s",
                             what.becomes, what_goes(act->arena, &what));
    return ERR_OK;
}

const struct command cmd_customer_erase = {
    .noun = "customer",
    .verb = "erase",
    .summary = "take a customer's personal data out of the book, for good",
    .detail =
        "When somebody may ask to be forgotten (GDPR Art. 17) and no law has his data kept any "
        "more. Names, addresses, numbers of phones, notes, texts on papers and remittances, kept "
        "pages and mails, names of attached files and words of the journal become (erased); a code "
        "that is no number becomes ERASED-n. Amounts, days, taxes and numbers of papers stay, "
        "reports say what they said, and the journal proves itself as before.\n\n"
        "Refused while anything is open, and until the setting retention.years, from the end of "
        "the year of the last paper, is over. In a book with users one person asks for it and "
        "another one does it, with the same command, within the days of approval.days.\n\n"
        "It cannot be taken back. Copies of the book that were made before still have the data, "
        "until they are rotated away, and so have files beside the book: exports, PDF, attached "
        "files; whoever reads the book at that very moment keeps the file as it was until all "
        "have left it. What notes at other customers say of him stays: `find` shows it. Short "
        "words that stood in facts, as a number of a phone, could be tried out against the digests "
        "that prove the journal by whoever has the whole book.",
    .args = erase_args,
    .flags = COMMAND_WRITES | COMMAND_ASKS,
    .role = ROLE_MANAGER,
    .signs = "sign.approvals",
    .stage = customer_erase_stage,
    .run = customer_erase_run,
};
