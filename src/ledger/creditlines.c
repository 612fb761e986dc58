#include "ledger/creditlines.h"

#include "ledger/local.h"
#include "ledger/taxleft.h"
#include "rules/grossnet.h"

enum err credit_billed(struct book *book, int64_t document_id, struct arena *arena,
                       struct document *out)
{
    TRY(document_get(book, document_id, arena, out));
    while (out->kind == DOCUMENT_DEDUCTION && out->related_id)
        TRY(document_get(book, out->related_id, arena, out));
    return ERR_OK;
}

enum err credit_lines(struct book *book, const struct document *paper, int64_t amount,
                      const char *text, struct arena *arena, struct paper_line **lines,
                      int *count)
{
    struct tax_line *taxes = NULL;
    struct tax_left left;
    int tax_count = 0;
    int64_t rest = 0, untaxed = paper->total.minor;

    TRY(document_taxes(book, paper->id, arena, &taxes, &tax_count));
    TRY(taxleft_of_paper(book, paper, arena, &left));
    if (amount <= left.gross) { /* more than was left is of the paper as it was billed */
        taxes = left.lines;
        untaxed = left.gross;
    }
    struct gross_part *parts = arena_new(arena, ((size_t)tax_count + 1) * sizeof *parts);
    for (int i = 0; i < tax_count; i++) {
        parts[i] = (struct gross_part){.rate_ppm = taxes[i].rate_ppm,
                                       .gross = taxes[i].net + taxes[i].tax};
        untaxed -= parts[i].gross;
    }
    parts[tax_count] = (struct gross_part){.gross = untaxed};
    TRY(grossnet_split(amount, parts, tax_count + 1, &rest));
    *lines = arena_new(arena, ((size_t)tax_count + 2) * sizeof **lines);
    *count = 0;
    parts[tax_count].net += rest;
    for (int i = 0; i <= tax_count; i++)
        if (parts[i].net != 0)
            (*lines)[(*count)++] =
                (struct paper_line){.text = i < tax_count || untaxed > 0 ? text : "Rounding",
                                    .quantity = MICRO,
                                    .price = 0,
                                    .fixed = true,
                                    .net = parts[i].net,
                                    .tax_id = i < tax_count ? taxes[i].tax_id : 0};
    return ERR_OK;
}
