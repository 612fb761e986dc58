#include "io/camtparts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- its life ---- */

void camt_init(struct camt *camt, struct bankread *read)
{
    camt->read = read;
    buf_init(&camt->text, BANK_TEXT_MAX);
    buf_init(&camt->remittance, BANK_TEXT_MAX);
    buf_init(&camt->free_text, BANK_TEXT_MAX);
    buf_init(&camt->details, BANK_BATCH_MAX);
}

void camt_done(struct camt *camt)
{
    buf_done(&camt->text);
    buf_done(&camt->remittance);
    buf_done(&camt->free_text);
    buf_done(&camt->details);
    arena_done(&camt->words);
}

/* ---- values ---- */

static const char *word(struct camt *camt, struct arena *arena)
{
    return bank_text(arena, camt->text.data, camt->text.len);
}

static enum err take_day(struct camt *camt, const char *what, struct date *out)
{
    const char *text = camt->text.data + strspn(camt->text.data, " \t\r\n");
    char day[11];

    snprintf(day, sizeof(day), "%.10s", text);
    if (date_parse_iso(day, out) != ERR_OK)
        return bankread_fail(camt->read, ERR_INPUT, camt->line,
                             "%s \"%.30s\" is no day; right would be like 2026-11-22", what, text);
    return ERR_OK;
}

static enum err take_figure(struct camt *camt, struct money_text *to)
{
    const char *text = word(camt, &camt->words);

    if (strlen(text) >= sizeof(to->digits))
        return bankread_fail(camt->read, ERR_INPUT, camt->line, "\"%.40s\" is not an amount", text);
    memcpy(to->digits, text, strlen(text) + 1);
    to->is = true;
    return ERR_OK;
}

static enum err take_side(struct camt *camt, char *side)
{
    const char *text = word(camt, &camt->words);

    if (strcmp(text, "CRDT") != 0 && strcmp(text, "DBIT") != 0)
        return bankread_fail(camt->read, ERR_INPUT, camt->line,
                             "CdtDbtInd is \"%.20s\"; right would be CRDT or DBIT", text);
    *side = text[0];
    return ERR_OK;
}

static enum err figure(struct camt *camt, int64_t line, const char *what,
                       const struct money_text *text, struct currency *currency, int64_t *out,
                       int *decimals)
{
    if (text->code[0] != '\0')
        TRY(bankread_currency(camt->read, line, text->code, currency));
    return bankread_amount(camt->read, line, what, text->digits, '.', *currency, out, decimals);
}

/* A statement that does not say it is in the currency of its first amount that does. */
static void statement_currency(struct camt *camt, const struct money_text *text,
                               struct currency currency)
{
    if (!camt->assumed || text->code[0] == '\0')
        return;
    camt->read->statement.currency = currency;
    camt->assumed = false;
}

/* ---- balances ---- */

static enum err end_balance(struct camt *camt)
{
    struct bankread *read = camt->read;
    struct bank_statement *statement = &read->statement;
    const bool opbd = strcmp(camt->bal_code, "OPBD") == 0;
    const bool prcd = strcmp(camt->bal_code, "PRCD") == 0;
    struct bank_balance balance = {.is = true, .day = camt->bal_day};

    if (strcmp(camt->bal_code, "CLBD") != 0 && !opbd && !(prcd && !camt->opening_is_opbd))
        return ERR_OK;
    if (!camt->bal_amount.is || camt->bal_side == 0)
        return bankread_fail(read, ERR_INPUT, camt->line,
                             "the balance %s has no amount, or no CdtDbtInd", camt->bal_code);
    balance.currency = statement->currency;
    TRY(figure(camt, camt->line, "the balance", &camt->bal_amount, &balance.currency,
               &balance.amount, NULL));
    if (camt->bal_side == 'D')
        balance.amount = -balance.amount;
    if (!opbd && !prcd)
        statement->closing = balance;
    else {
        statement->opening = balance;
        camt->opening_is_opbd = opbd;
    }
    statement_currency(camt, &camt->bal_amount, balance.currency);
    return ERR_OK;
}

/* ---- lines ---- */

static void begin_half(struct half *half, int64_t line)
{
    *half = (struct half){.line = bankline_empty(line),
                          .domain = "",
                          .family = "",
                          .sub = "",
                          .own = "",
                          .debtor = "",
                          .creditor = "",
                          .debtor_account = "",
                          .creditor_account = "",
                          .debtor_bic = "",
                          .creditor_bic = "",
                          .more = "",
                          .return_more = ""};
}

static const char *code_of(const struct half *half, struct arena *arena)
{
    if (*half->own != '\0')
        return half->own;
    return *half->domain == '\0'
               ? ""
               : arena_format(arena, "%s/%s/%s", half->domain, half->family, half->sub);
}

static const char *either(const char *a, const char *b)
{
    return *a != '\0' ? a : b;
}

/* The other side: who sent money that came in, who got money that went out. */
static void take_parties(const struct half *half, char side, struct bank_line *line)
{
    const bool debtor = (side != 'D') != line->reversal;

    line->name = debtor ? half->debtor : half->creditor;
    line->account = debtor ? half->debtor_account : half->creditor_account;
    line->bank = debtor ? half->debtor_bic : half->creditor_bic;
    if (*line->name == '\0' && *line->account == '\0') {
        line->name = debtor ? half->creditor : half->debtor;
        line->account = debtor ? half->creditor_account : half->debtor_account;
        line->bank = debtor ? half->creditor_bic : half->debtor_bic;
    }
}

/* What the entry says holds for its detail, where that says nothing of its own. */
static enum err finish_detail(struct camt *camt)
{
    struct half *half = &camt->detail;
    const struct half *entry = &camt->entry;
    struct bank_line *line = &half->line;
    const struct money_text *amount = half->tx_amount.is ? &half->tx_amount : &half->amount;
    const char side = half->side != 0 ? half->side : entry->side;

    line->currency = camt->read->statement.currency;
    line->booked = entry->line.booked;
    line->value = entry->line.value;
    line->status = entry->line.status;
    line->reversal = entry->line.reversal;
    line->has_amount = amount->is;
    if (amount->is)
        TRY(figure(camt, camt->line, "the amount of the detail", amount, &line->currency,
                   &line->amount, &line->decimals));
    if (side == 'D')
        line->amount = -line->amount;
    line->code = code_of(half, &camt->words);
    take_parties(half, side, line);
    if (strcmp(line->reference, "NOTPROVIDED") == 0)
        line->reference = "";
    const char *structured = bank_text(&camt->words, camt->remittance.data, camt->remittance.len);
    const char *free_text = bank_text(&camt->words, camt->free_text.data, camt->free_text.len);
    line->text = either(bank_join(&camt->words, structured, free_text),
                        either(half->more, half->return_more));
    line->returned = *line->reason != '\0';
    return ERR_OK;
}

static enum err end_detail(struct camt *camt)
{
    if (camt->remittance.full || camt->free_text.full)
        return bankread_fail(camt->read, ERR_LIMIT, camt->line,
                             "the remittance text of a detail is longer than %d bytes",
                             BANK_TEXT_MAX);
    TRY(finish_detail(camt));
    bankline_pack(&camt->detail.line, &camt->details);
    camt->detail_count++;
    arena_reset(&camt->words);
    if (camt->details.full)
        return bankread_fail(camt->read, ERR_LIMIT, camt->entry.line.line,
                             "the details of the entry that begins here take more than %zu MiB",
                             BANK_BATCH_MAX >> 20);
    return ERR_OK;
}

static enum err say_details(struct camt *camt)
{
    const char *at = camt->details.data;
    struct bank_line detail;

    for (int64_t part = 1; part <= camt->detail_count; part++) {
        at += bankline_unpack(at, &detail);
        detail.part = part;
        detail.parts = camt->detail_count;
        TRY(bankread_line(camt->read, &detail, false));
    }
    return ERR_OK;
}

/* One detail is the entry: its texts are what the entry lacks. */
static void merge(struct bank_line *line, const struct bank_line *detail)
{
    line->bank_ref = either(line->bank_ref, detail->bank_ref);
    line->reference = either(detail->reference, line->reference);
    line->mandate = detail->mandate;
    line->name = detail->name;
    line->account = detail->account;
    line->bank = detail->bank;
    line->cheque = detail->cheque;
    line->text = either(detail->text, line->text);
    line->code = either(line->code, detail->code);
    line->reason = detail->reason;
    line->returned = detail->returned;
}

static enum err end_entry(struct camt *camt)
{
    struct bankread *read = camt->read;
    struct half *entry = &camt->entry;
    struct bank_line *line = &entry->line, detail;

    if (!entry->amount.is || entry->side == 0)
        return bankread_fail(read, ERR_INPUT, line->line,
                             "the entry (Ntry) that begins here has no %s",
                             entry->amount.is ? "side (CdtDbtInd)" : "amount (Amt)");
    line->currency = read->statement.currency;
    TRY(figure(camt, line->line, "the amount of the entry", &entry->amount, &line->currency,
               &line->amount, &line->decimals));
    statement_currency(camt, &entry->amount, line->currency);
    if (entry->side == 'D')
        line->amount = -line->amount;
    const bool counts = line->status == BANK_BOOKED;
    if (counts && !date_is(line->booked))
        line->booked = line->value;
    if (counts && !date_is(line->booked))
        return bankread_fail(read, ERR_INPUT, line->line,
                             "the entry (Ntry) that begins here is booked and has no day "
                             "(BookgDt)");
    camt->count_in += counts && entry->side == 'C';
    camt->count_out += counts && entry->side == 'D';
    line->code = code_of(entry, &read->texts);
    line->text = entry->more;
    if (camt->detail_count == 1) {
        bankline_unpack(camt->details.data, &detail);
        merge(line, &detail);
    } else
        line->parts = camt->detail_count;
    TRY(bankread_line(read, line, counts));
    return line->parts > 0 ? say_details(camt) : ERR_OK;
}

/* ---- control sums ---- */

static enum err check_total(struct camt *camt, const char *what, const struct total *total,
                            int64_t count, int64_t sum)
{
    struct bankread *read = camt->read;
    struct currency currency = read->statement.currency;
    char shown[MONEY_TEXT];
    int64_t said;

    if (total->line == 0 || read->mixed)
        return ERR_OK;
    if (total->count >= 0 && total->count != count)
        TRY(bankread_trouble(read, total->line, "%s counts %lld entries; there are %lld", what,
                             (long long)total->count, (long long)count));
    if (!total->sum.is)
        return ERR_OK;
    TRY(bankread_amount(read, total->line, what, total->sum.digits, '.', currency, &said, NULL));
    if (said != sum)
        TRY(bankread_trouble(read, total->line, "%s says %s; its entries come to %s", what,
                             total->sum.digits, money_plain(money_of(sum, currency), shown)));
    return ERR_OK;
}

static enum err end_statement(struct camt *camt)
{
    struct bankread *read = camt->read;
    struct bank_statement *statement = &read->statement;

    TRY(check_total(camt, "the sum of money in (TtlCdtNtries)", &camt->in, camt->count_in,
                    statement->money_in));
    TRY(check_total(camt, "the sum of money out (TtlDbtNtries)", &camt->out, camt->count_out,
                    statement->money_out));
    if (!date_is(statement->from) && statement->opening.is)
        statement->from = statement->opening.day;
    if (!date_is(statement->to) && statement->closing.is)
        statement->to = statement->closing.day;
    return bankread_end(read);
}

static enum err take_count(struct camt *camt, struct total *total)
{
    const char *text = word(camt, &camt->words);

    total->line = camt->line;
    if (*text == '\0' || strlen(text) > 15 || text[strspn(text, "0123456789")] != '\0')
        return bankread_fail(camt->read, ERR_INPUT, total->line, "\"%.30s\" is no count of entries",
                             text);
    total->count = strtoll(text, NULL, 10);
    return ERR_OK;
}

/* ---- elements ---- */

static void begin_statement(struct camt *camt, enum camt_place place)
{
    struct bankread *read = camt->read;
    static const char *const formats[] = {"camt.053", "camt.052", "camt.054"};
    const int which = place == CAMT_STATEMENT ? 0 : place == CAMT_STATEMENT2 ? 1 : 2;

    bankread_statement(read, formats[which], camt->line);
    read->statement.kind = which == 0 ? BANK_STATEMENT : which == 1 ? BANK_INTERIM : BANK_NOTICE;
    camt->in = camt->out = (struct total){.count = -1};
    camt->count_in = camt->count_out = 0;
    camt->opening_is_opbd = false;
    camt->assumed = true;
}

enum err camt_begin(struct camt *camt, enum camt_place place)
{
    switch (place) {
    case CAMT_MESSAGE52:
    case CAMT_MESSAGE53:
    case CAMT_MESSAGE54: camt->any = true; break;
    case CAMT_STATEMENT:
    case CAMT_STATEMENT2:
    case CAMT_STATEMENT4: begin_statement(camt, place); break;
    case CAMT_BALANCE:
        camt->bal_amount = (struct money_text){0};
        camt->bal_side = camt->bal_code[0] = '\0';
        camt->bal_day = DATE_NONE;
        break;
    case CAMT_ENTRY:
        TRY(bankread_begin(camt->read));
        arena_reset(&camt->read->texts);
        arena_reset(&camt->words);
        buf_reset(&camt->details);
        camt->detail_count = 0;
        begin_half(&camt->entry, camt->line);
        break;
    case CAMT_DETAIL:
        arena_reset(&camt->words);
        buf_reset(&camt->remittance);
        buf_reset(&camt->free_text);
        begin_half(&camt->detail, camt->line);
        break;
    default: break;
    }
    return ERR_OK;
}

static enum err statement_text(struct camt *camt, enum camt_place place)
{
    struct bankread *read = camt->read;
    struct bank_statement *statement = &read->statement;
    struct arena *arena = &read->kept;

    switch (place) {
    case CAMT_ID: statement->id = word(camt, arena); break;
    case CAMT_LEGAL:
    case CAMT_SEQUENCE: statement->number = word(camt, arena); break;
    case CAMT_PAGE:
        statement->number = arena_format(arena, "%s%s%s", statement->number,
                                         *statement->number != '\0' ? "/" : "", word(camt, arena));
        break;
    case CAMT_FROM: return take_day(camt, "FrDtTm", &statement->from);
    case CAMT_TO: return take_day(camt, "ToDtTm", &statement->to);
    case CAMT_IBAN:
    case CAMT_OTHER_ID: statement->account = either(word(camt, arena), statement->account); break;
    case CAMT_CURRENCY:
        camt->assumed = false;
        return bankread_currency(read, camt->line, word(camt, arena), &statement->currency);
    case CAMT_OWN_BIC:
    case CAMT_OWN_BICFI: statement->bank = word(camt, arena); break;
    case CAMT_BAL_CODE: snprintf(camt->bal_code, 5, "%.4s", word(camt, &camt->words)); break;
    case CAMT_BAL_AMOUNT: return take_figure(camt, &camt->bal_amount);
    case CAMT_BAL_SIDE: return take_side(camt, &camt->bal_side);
    case CAMT_BAL_DAY:
    case CAMT_BAL_TIME: return take_day(camt, "the day of the balance", &camt->bal_day);
    case CAMT_SUM_IN_N: return take_count(camt, &camt->in);
    case CAMT_SUM_OUT_N: return take_count(camt, &camt->out);
    case CAMT_SUM_IN_SUM: camt->in.line = camt->line; return take_figure(camt, &camt->in.sum);
    case CAMT_SUM_OUT_SUM: camt->out.line = camt->line; return take_figure(camt, &camt->out.sum);
    default: break;
    }
    return ERR_OK;
}

static enum err entry_text(struct camt *camt, enum camt_place place)
{
    struct half *entry = &camt->entry;
    struct arena *arena = &camt->read->texts;
    const char *text;

    switch (place) {
    case CAMT_ENTRY_REF: break; /* a number within the statement: says nothing */
    case CAMT_AMOUNT: return take_figure(camt, &entry->amount);
    case CAMT_SIDE: return take_side(camt, &entry->side);
    case CAMT_REVERSAL:
        text = word(camt, arena);
        entry->line.reversal = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
        break;
    case CAMT_STATUS:
    case CAMT_STATUS_CODE:
        text = word(camt, arena);
        if (*text != '\0')
            entry->line.status = strcmp(text, "PDNG") == 0   ? BANK_PENDING
                                 : strcmp(text, "INFO") == 0 ? BANK_INFO
                                 : strcmp(text, "FUTR") == 0 ? BANK_PENDING
                                                             : BANK_BOOKED;
        break;
    case CAMT_BOOKED_DAY:
    case CAMT_BOOKED_TIME: return take_day(camt, "BookgDt", &entry->line.booked);
    case CAMT_VALUE_DAY:
    case CAMT_VALUE_TIME: return take_day(camt, "ValDt", &entry->line.value);
    case CAMT_BANK_REF: entry->line.bank_ref = word(camt, arena); break;
    case CAMT_MORE: entry->more = word(camt, arena); break;
    default: break;
    }
    return ERR_OK;
}

static void add_text(struct camt *camt, struct buf *to)
{
    if (to->len > 0)
        buf_char(to, ' ');
    buf_add(to, camt->text.data, camt->text.len);
}

static enum err detail_text(struct camt *camt, enum camt_place place)
{
    struct half *half = &camt->detail;
    struct bank_line *line = &half->line;
    struct arena *arena = &camt->words;

    switch (place) {
    case CAMT_D_BANK_REF: line->bank_ref = word(camt, arena); break;
    case CAMT_D_END: line->reference = word(camt, arena); break;
    case CAMT_D_MANDATE: line->mandate = word(camt, arena); break;
    case CAMT_D_CHEQUE: line->cheque = word(camt, arena); break;
    case CAMT_D_AMOUNT: return take_figure(camt, &half->amount);
    case CAMT_D_TX_AMOUNT: return take_figure(camt, &half->tx_amount);
    case CAMT_D_SIDE: return take_side(camt, &half->side);
    case CAMT_DEBTOR_NAME:
    case CAMT_DEBTOR_PARTY_NAME: half->debtor = word(camt, arena); break;
    case CAMT_DEBTOR_IBAN:
    case CAMT_DEBTOR_OTHER_ID: half->debtor_account = word(camt, arena); break;
    case CAMT_CREDITOR_NAME:
    case CAMT_CREDITOR_PARTY_NAME: half->creditor = word(camt, arena); break;
    case CAMT_CREDITOR_IBAN:
    case CAMT_CREDITOR_OTHER_ID: half->creditor_account = word(camt, arena); break;
    case CAMT_DEBTOR_BIC:
    case CAMT_DEBTOR_BICFI: half->debtor_bic = word(camt, arena); break;
    case CAMT_CREDITOR_BIC:
    case CAMT_CREDITOR_BICFI: half->creditor_bic = word(camt, arena); break;
    case CAMT_STRUCT_REF:
    case CAMT_PAPER_NUMBER:
    case CAMT_STRUCT_MORE: add_text(camt, &camt->remittance); break;
    case CAMT_FREE: add_text(camt, &camt->free_text); break;
    case CAMT_RETURN_CODE:
    case CAMT_RETURN_OWN: line->reason = word(camt, arena); break;
    case CAMT_RETURN_MORE: half->return_more = word(camt, arena); break;
    case CAMT_D_MORE: half->more = word(camt, arena); break;
    default: break;
    }
    return ERR_OK;
}

/* The codes of the transaction stand in entries and in details alike. */
static void code_text(struct camt *camt, enum camt_place place, bool in_detail)
{
    struct half *half = in_detail ? &camt->detail : &camt->entry;
    const char *text = word(camt, in_detail ? &camt->words : &camt->read->texts);

    if (place == CAMT_C_CODE)
        half->domain = text;
    else if (place == CAMT_C_FAMILY_CODE)
        half->family = text;
    else if (place == CAMT_C_SUB)
        half->sub = text;
    else if (place == CAMT_C_OWN_CODE)
        half->own = text;
}

enum err camt_end(struct camt *camt, enum camt_place place)
{
    if (camt->wanted && camt->too_long)
        return bankread_fail(camt->read, ERR_LIMIT, camt->line,
                             "the text of an element is longer than %d bytes", BANK_TEXT_MAX);
    switch (place) {
    case CAMT_STATEMENT:
    case CAMT_STATEMENT2:
    case CAMT_STATEMENT4: return end_statement(camt);
    case CAMT_BALANCE: return end_balance(camt);
    case CAMT_ENTRY: return end_entry(camt);
    case CAMT_DETAIL: return end_detail(camt);
    default: break;
    }
    if (!camt->read->open)
        return ERR_OK;
    if (place >= CAMT_C_DOMAIN && place <= CAMT_C_OWN_CODE) {
        bool in_detail = false;

        for (int i = 0; i < camt->depth; i++)
            in_detail = in_detail || camt->places[i] == CAMT_DETAIL;
        code_text(camt, place, in_detail);
        return ERR_OK;
    }
    TRY(statement_text(camt, place));
    TRY(entry_text(camt, place));
    return detail_text(camt, place);
}

char *camt_currency(struct camt *camt, enum camt_place place)
{
    switch (place) {
    case CAMT_AMOUNT: return camt->entry.amount.code;
    case CAMT_BAL_AMOUNT: return camt->bal_amount.code;
    case CAMT_D_AMOUNT: return camt->detail.amount.code;
    case CAMT_D_TX_AMOUNT: return camt->detail.tx_amount.code;
    default: return NULL;
    }
}
