#include "app/learning.h"

#include "app/say.h"
#include "ledger/alias.h"

enum { FACTS = 2 };

/* What was answered: only that it was, and what. */
static int said_yes, said_no;

/* What is not known of that customer yet. */
static enum err news_read(struct act *act, const struct learning *learning,
                          struct alias news[FACTS], int *count)
{
    const struct {
        enum alias_kind kind;
        const char *value;
    } facts[FACTS] = {{ALIAS_ACCOUNT, learning->account}, {ALIAS_NAME, learning->payer}};

    *count = 0;
    for (int i = 0; i < FACTS && learning->customer_id; i++) {
        bool known = false;
        if (!facts[i].value || !*alias_folded(facts[i].kind, facts[i].value, act->arena))
            continue;
        TRY(alias_known(act->book, facts[i].kind, facts[i].value, learning->customer_id, &known));
        if (!known)
            news[(*count)++] = (struct alias){.kind = facts[i].kind,
                                              .value = facts[i].value,
                                              .customer_id = learning->customer_id,
                                              .source = learning->source};
    }
    return ERR_OK;
}

enum err learning_warn(struct act *act, const struct alias *alias)
{
    int64_t id = 0;
    int customers = 0;

    TRY(alias_find(act->book, alias->kind, alias->value, &id, &customers));
    if (customers > 1)
        act->says = say_join(act->arena, act->says,
                             arena_format(act->arena,
                                          "another customer is known by the %s %s too, so money "
                                          "from there stays unidentified",
                                          alias_word(alias->kind), alias->value));
    return ERR_OK;
}

static const char *news_words(struct act *act, const struct alias *news, int count)
{
    const char *words = "";

    for (int i = 0; i < count; i++)
        words = arena_format(act->arena, "%s%sthe %s %s", words, i ? " and " : "",
                             alias_word(news[i].kind), news[i].value);
    return words;
}

enum err learning_ask(struct act *act, const struct learning *learning)
{
    const struct session *session = act->session;
    struct alias news[FACTS];
    int count = 0;

    if (args_flag(act->args, "learn") || session->yes || session->no_input || !session->ask ||
        session->tx || session->dry_run)
        return ERR_OK;
    TRY(news_read(act, learning, news, &count));
    if (count == 0)
        return ERR_OK;
    const char *question =
        arena_format(act->arena,
                     "Is %s known by %s from now on? Money from there then finds its "
                     "customer by itself. This is asked once.",
                     learning->code, news_words(act, news, count));
    act->state = session->ask(session->self, question) ? &said_yes : &said_no;
    return ERR_OK;
}

enum err learning_keep(struct act *act, const struct learning *learning)
{
    const bool yes = args_flag(act->args, "learn") || act->state == &said_yes;
    struct alias news[FACTS];
    int count = 0;
    int64_t id = 0;

    if (!yes && act->state != &said_no)
        return ERR_OK;
    TRY(news_read(act, learning, news, &count));
    for (int i = 0; i < count; i++)
        TRY(yes ? alias_add(act->tx, &news[i], &id) : alias_deny(act->tx, &news[i]));
    if (count)
        act->says = say_join(act->arena, act->says,
                             arena_format(act->arena, "%s is %sknown by %s", learning->code,
                                          yes ? "now " : "not ", news_words(act, news, count)));
    for (int i = 0; i < count && yes; i++)
        TRY(learning_warn(act, &news[i]));
    return ERR_OK;
}
