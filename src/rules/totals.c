#include "rules/totals.h"

#include "base/money.h"

#include <string.h>

/* The group of a line's code, a new one at its first use. */
static enum err group_find(struct document_totals *totals, const struct total_line *line,
                           struct tax_group **out, struct note *note)
{
    for (int i = 0; i < totals->group_count; i++) {
        struct tax_group *group = &totals->groups[i];
        if (strcmp(group->code, line->tax_code) != 0)
            continue;
        if (group->ppm != line->tax_ppm)
            return fail(note, ERR_INPUT,
                        "tax code %s has two rates in one document; use one code per rate",
                        line->tax_code);
        *out = group;
        return ERR_OK;
    }
    if (totals->group_count == TAX_GROUPS)
        return fail(note, ERR_LIMIT, "a document has at most %d tax codes", TAX_GROUPS);
    *out = &totals->groups[totals->group_count++];
    **out = (struct tax_group){.code = line->tax_code, .ppm = line->tax_ppm};
    return ERR_OK;
}

static enum err line_add(struct document_totals *totals, struct total_line *line, unsigned digits,
                         int64_t *discount_net, struct note *note)
{
    if (!line->fixed)
        TRY(amount_line(line->quantity, line->price, digits, &line->net));
    TRY(amount_add(totals->net, line->net, &totals->net));
    if (!line->undiscounted)
        TRY(amount_add(*discount_net, line->net, discount_net));
    if (!line->tax_code || !line->tax_code[0])
        return ERR_OK;
    struct tax_group *group = NULL;
    TRY(group_find(totals, line, &group, note));
    TRY(amount_add(group->net, line->net, &group->net));
    if (!line->undiscounted)
        TRY(amount_add(group->discount_net, line->net, &group->discount_net));
    return ERR_OK;
}

static enum err group_tax(struct tax_group *group, enum discount_tax mode, int64_t discount_ppm)
{
    group->base = group->net;
    if (mode == DISCOUNT_TAX_ALWAYS) {
        int64_t discount;
        TRY(amount_ppm(group->discount_net, discount_ppm, &discount));
        TRY(amount_sub(group->net, discount, &group->base));
    }
    TRY(amount_ppm(group->base, group->ppm, &group->tax));
    if (mode != DISCOUNT_TAX_ON_EARLY_PAYMENT)
        return ERR_OK;
    /* The whole tax where all is discountable: the same figure, not a second rounding beside it. */
    if (group->discount_net == group->net)
        group->discount_tax = group->tax;
    else
        TRY(amount_ppm(group->discount_net, group->ppm, &group->discount_tax));
    return ERR_OK;
}

static enum err totals_sum(struct total_line *lines, int count, unsigned digits,
                           enum discount_tax mode, int64_t discount_ppm,
                           struct document_totals *out, struct note *note)
{
    for (int i = 0; i < count; i++)
        TRY(line_add(out, &lines[i], digits, &out->discountable, note));
    for (int i = 0; i < out->group_count; i++) {
        struct tax_group *group = &out->groups[i];
        TRY(group_tax(group, mode, discount_ppm));
        TRY(amount_add(out->tax, group->tax, &out->tax));
        TRY(amount_add(out->discountable, group->discount_tax, &out->discountable));
    }
    return amount_add(out->net, out->tax, &out->gross);
}

enum err totals_make(struct total_line *lines, int count, unsigned digits, enum discount_tax mode,
                     int64_t discount_ppm, struct document_totals *out, struct note *note)
{
    struct note inner = {.text = ""};
    memset(out, 0, sizeof *out);
    enum err e = totals_sum(lines, count, digits, mode, discount_ppm, out, &inner);
    if (e != ERR_OK)
        return fail(note, e, "%s",
                    inner.text[0] ? inner.text : "the document's total is too large");
    return ERR_OK;
}
