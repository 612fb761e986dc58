/* creditpolicy: the settings credit.*, and who has some of their own. */
#include "ledger/creditpolicy.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A class or a customer that has a setting of its own. */
struct owned {
    const char *class, *customer;      /* the one that it is not is "" */
    const struct creditpolicy *policy; /* of a class, once it is read */
};

static enum err action_of(struct book *book, int64_t customer_id, enum credit_rule rule,
                          enum credit_action *out)
{
    struct arena scratch = {0};
    const char *word = NULL;
    enum err e = setting_text_for(book, customer_id,
                                  arena_format(&scratch, "credit.%s", credit_rule_setting(rule)),
                                  &scratch, &word);

    if (e == ERR_OK)
        e = credit_action_parse(word, out, book->note);
    arena_done(&scratch);
    return e;
}

static enum err policy_read(struct book *book, int64_t customer_id, struct arena *arena,
                            const struct creditpolicy **out)
{
    static const char *const bounds[CREDIT_RULE_COUNT] = {
        [CREDIT_OLDEST] = "credit.oldest-days",
        [CREDIT_OVERDUE] = "credit.overdue-amount",
        [CREDIT_SHARE] = "credit.share-percent",
        [CREDIT_DUNNING] = "credit.dunning-level",
        [CREDIT_PROMISES] = "credit.promises-count"};
    struct creditpolicy *policy = arena_new(arena, sizeof *policy);

    for (int i = 0; i < CREDIT_RULE_COUNT; i++) {
        TRY(action_of(book, customer_id, (enum credit_rule)i, &policy->rules.of[i]));
        if (bounds[i])
            policy->rules.bound[i] = setting_int_for(book, customer_id, bounds[i]);
    }
    policy->rules.credits = setting_int_for(book, customer_id, "credit.credits") != 0;
    policy->small = setting_int_for(book, customer_id, "credit.small");
    policy->promises_days = setting_int_for(book, customer_id, "credit.promises-days");
    policy->returns_days = setting_int_for(book, customer_id, "credit.returns-days");
    policy->group = setting_int_for(book, customer_id, "credit.group") != 0;
    policy->charges = setting_int_for(book, customer_id, "credit.charges") != 0;
    *out = policy;
    return ERR_OK;
}

static enum err owned_take(void *self, const struct setting_own *own)
{
    struct creditpolicies *policies = self;

    if (policies->owned_count == policies->owned_room) {
        policies->owned_room = policies->owned_room * 2 + 16;
        policies->owned =
            mem_resize(policies->owned, (size_t)policies->owned_room, sizeof *policies->owned);
    }
    policies->owned[policies->owned_count++] =
        (struct owned){.class = arena_text(policies->arena, own->class),
                       .customer = arena_text(policies->arena, own->customer)};
    return ERR_OK;
}

static int owned_cmp(const void *a, const void *b)
{
    const struct owned *x = a, *y = b;
    const int order = strcasecmp(x->class, y->class);

    return order ? order : strcasecmp(x->customer, y->customer);
}

enum err creditpolicies_read(struct creditpolicies *policies, struct book *book,
                             struct arena *arena)
{
    const struct creditpolicy *usual = NULL;

    *policies = (struct creditpolicies){.book = book, .arena = arena};
    TRY(policy_read(book, 0, arena, &usual));
    policies->usual = arena_new(arena, sizeof *policies->usual);
    *policies->usual = *usual;
    for (const struct setting *row = settings; row->name; row++)
        if (row->scope == SETTING_OWN && strncmp(row->name, "credit.", 7) == 0)
            TRY(setting_own_each(book, row->name, owned_take, policies));
    if (policies->owned_count)
        qsort(policies->owned, (size_t)policies->owned_count, sizeof *policies->owned, owned_cmp);
    return ERR_OK;
}

static struct owned *owned_find(struct creditpolicies *policies, const char *class,
                                const char *customer)
{
    const struct owned wanted = {.class = class, .customer = customer};

    return policies->owned_count ? bsearch(&wanted, policies->owned, (size_t)policies->owned_count,
                                           sizeof *policies->owned, owned_cmp)
                                 : NULL;
}

enum err creditpolicy_of(struct creditpolicies *policies, int64_t customer_id, const char *code,
                         const char *class, const struct creditpolicy **out)
{
    struct owned *of_class = NULL;

    *out = policies->usual;
    if (owned_find(policies, "", code))
        return policy_read(policies->book, customer_id, policies->arena, out);
    if (!*class || !(of_class = owned_find(policies, class, "")))
        return ERR_OK;
    if (!of_class->policy)
        TRY(policy_read(policies->book, customer_id, policies->arena, &of_class->policy));
    *out = of_class->policy;
    return ERR_OK;
}

void creditpolicies_done(struct creditpolicies *policies)
{
    free(policies->owned);
}

enum err credit_watched(struct book *book, bool *is)
{
    int64_t rows = 0;

    TRY(db_get(book->db, &rows, 0,
               "SELECT (SELECT COUNT(*) FROM setting WHERE name LIKE 'credit.%'"
               " AND value IN ('warn', 'hold'))"
               " + (SELECT COUNT(*) FROM setting_own WHERE name LIKE 'credit.%'"
               " AND value IN ('warn', 'hold'))"
               " + (SELECT COUNT(*) FROM hold h WHERE NOT EXISTS"
               " (SELECT 1 FROM hold_end z WHERE z.hold_id = h.id))",
               ""));
    *is = rows > 0;
    return ERR_OK;
}
