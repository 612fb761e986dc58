/* ofxread: OFX statements of banks and cards, 1 (SGML: tags without end) and 2 (XML) alike.
 *
 * One reader for both, because banks put SGML below the head of XML, and so that both forms come
 * in alike. An element with text is a leaf, whether it is closed or not; what an end tag leaves
 * open is closed with it. Balances: LEDGERBAL is the closing one; OFX has no opening balance. */
#include "io/ofxmarkup.h"

#include "base/buf.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX (8 << 20) /* bytes of the texts of one transaction */

struct ofx {
    struct bankread *read;
    char stack[BANK_DEPTH_MAX][MARKUP_NAME_MAX + 1];
    int depth;
    char leaf[MARKUP_NAME_MAX + 1]; /* the tag that was opened last and may be a leaf; "" = none */
    int64_t leaf_line;
    struct markup markup;
    bool any; /* an element was there */
    /* the transaction under way */
    struct bank_line line;
    bool in_line;
    char amount[64];
    int64_t amount_line;
    char balance[64], balance_day[64];
    int64_t balance_line;
};

static bool contains(const char *bytes, size_t len, const char *word)
{
    const size_t n = strlen(word);

    for (size_t i = 0; i + n <= len && i < 4096; i++)
        if (strncmp(bytes + i, word, n) == 0)
            return true;
    return false;
}

bool ofxread_like(const char *bytes, size_t len)
{
    return contains(bytes, len, "OFXHEADER") || contains(bytes, len, "<OFX>");
}

/* The value of KEY:VALUE in the head of OFX 1. */
static const char *head_value(const char *bytes, size_t len, const char *key, struct arena *arena)
{
    const size_t n = strlen(key);

    for (size_t i = 0; i + n < len && bytes[i] != '<'; i++)
        if (strncmp(bytes + i, key, n) == 0 &&
            (i == 0 || bytes[i - 1] == '\n' || bytes[i - 1] == '\r' || bytes[i - 1] == ' ')) {
            size_t end = i + n;

            while (end < len && (unsigned char)bytes[end] > ' ')
                end++;
            return arena_bytes(arena, bytes + i + n, end - i - n);
        }
    return "";
}

const char *ofxread_encoding(const char *bytes, size_t len, struct arena *arena)
{
    const char *encoding, *charset;

    if (contains(bytes, len, "<?xml"))
        return xml_encoding(bytes, len, arena);
    encoding = head_value(bytes, len, "ENCODING:", arena);
    charset = head_value(bytes, len, "CHARSET:", arena);
    if (text_same(encoding, "UTF-8") || text_same(encoding, "UNICODE") || *charset == '\0')
        return NULL;
    if (strcmp(charset, "1252") == 0 || text_same(charset, "ISO-8859-1"))
        return "cp1252";
    return text_same(charset, "NONE") ? NULL : charset;
}

static const char *inside(const struct ofx *ofx, int up)
{
    return ofx->depth > up ? ofx->stack[ofx->depth - 1 - up] : "";
}

static bool is_statement(const char *name)
{
    return strcmp(name, "STMTRS") == 0 || strcmp(name, "CCSTMTRS") == 0;
}

/* Elements that hold text and nothing else: left open and empty they hold nothing either. */
static bool is_leaf(const char *name)
{
    static const char *const leaves[] = {
        "ACCTID", "ACCTTYPE", "BALAMT",  "BANKID", "BRANCHID", "CHECKNUM", "CURDEF",
        "CURSYM", "DTASOF",   "DTAVAIL", "DTEND",  "DTPOSTED", "DTSTART",  "DTUSER",
        "FITID",  "MEMO",     "NAME",    "REFNUM", "SIC",      "TRNAMT",   "TRNTYPE",
    };

    for (size_t i = 0; i < sizeof(leaves) / sizeof(*leaves); i++)
        if (strcmp(leaves[i], name) == 0)
            return true;
    return false;
}

static bool is_line(const char *name)
{
    return strcmp(name, "STMTTRN") == 0 || strcmp(name, "STMTTRNP") == 0;
}

/* YYYYMMDD, with a time and a zone perhaps: the bank's day, whatever its zone */
static enum err take_day(struct ofx *ofx, int64_t at, const char *what, const char *value,
                         struct date *out)
{
    if (strspn(value, "0123456789") < 8)
        return bankread_fail(ofx->read, ERR_INPUT, at,
                             "%s \"%.30s\" is no day; right would be YYYYMMDD, like 20261122", what,
                             value);
    return bankread_day(ofx->read, at, what, value, 8, out);
}

/* A sign, then a number with a point, or a comma where the bank's country writes one. */
static enum err take_amount(struct ofx *ofx, int64_t at, const char *what, const char *value,
                            struct currency currency, int64_t *out, int *decimals)
{
    const bool minus = *value == '-';
    const char *digits = value + (minus || *value == '+');

    TRY(bankread_amount(ofx->read, at, what, digits, strchr(digits, '.') == NULL ? ',' : '.',
                        currency, out, decimals));
    if (minus)
        *out = -*out;
    return ERR_OK;
}

/* ---- leaves ---- */

static enum err statement_leaf(struct ofx *ofx, const char *name, const char *value)
{
    struct bankread *read = ofx->read;
    struct bank_statement *statement = &read->statement;

    if (strcmp(name, "CURDEF") == 0 && *value != '\0')
        return bankread_currency(read, ofx->leaf_line, value, &statement->currency);
    if (strcmp(name, "ACCTID") == 0 &&
        (strcmp(inside(ofx, 0), "BANKACCTFROM") == 0 || strcmp(inside(ofx, 0), "CCACCTFROM") == 0))
        statement->account = arena_text(&read->kept, value);
    else if (strcmp(name, "BANKID") == 0 && strcmp(inside(ofx, 0), "BANKACCTFROM") == 0)
        statement->bank = arena_text(&read->kept, value);
    else if (strcmp(name, "DTSTART") == 0 && *value != '\0')
        return take_day(ofx, ofx->leaf_line, "DTSTART", value, &statement->from);
    else if (strcmp(name, "DTEND") == 0 && *value != '\0')
        return take_day(ofx, ofx->leaf_line, "DTEND", value, &statement->to);
    else if (strcmp(inside(ofx, 0), "LEDGERBAL") == 0 && strlen(value) < sizeof(ofx->balance)) {
        if (strcmp(name, "BALAMT") == 0) {
            ofx->balance_line = ofx->leaf_line;
            memcpy(ofx->balance, value, strlen(value) + 1);
        } else if (strcmp(name, "DTASOF") == 0)
            memcpy(ofx->balance_day, value, strlen(value) + 1);
    }
    return ERR_OK;
}

static enum err line_leaf(struct ofx *ofx, const char *name, const char *value)
{
    struct bank_line *line = &ofx->line;
    const char **to = NULL;

    if (*value == '\0')
        return ERR_OK;
    if (strcmp(name, "DTPOSTED") == 0 || strcmp(name, "DTTRAN") == 0)
        return take_day(ofx, ofx->leaf_line, name, value, &line->booked);
    if (strcmp(name, "DTAVAIL") == 0)
        return take_day(ofx, ofx->leaf_line, name, value, &line->value);
    if (strcmp(name, "CURSYM") == 0 && strcmp(inside(ofx, 0), "CURRENCY") == 0)
        return bankread_currency(ofx->read, ofx->leaf_line, value, &line->currency);
    if (strcmp(name, "TRNAMT") == 0) {
        if (strlen(value) >= sizeof(ofx->amount))
            return bankread_fail(ofx->read, ERR_INPUT, ofx->leaf_line,
                                 "the amount \"%.40s\" (TRNAMT) is not a number", value);
        memcpy(ofx->amount, value, strlen(value) + 1);
        ofx->amount_line = ofx->leaf_line;
    }
    if (strcmp(name, "TRNTYPE") == 0)
        to = &line->code;
    else if (strcmp(name, "FITID") == 0)
        to = &line->bank_ref;
    else if (strcmp(name, "REFNUM") == 0)
        to = &line->reference;
    else if (strcmp(name, "CHECKNUM") == 0 && strcmp(value, "0") != 0)
        to = &line->cheque;
    else if (strcmp(name, "NAME") == 0)
        to = &line->name;
    else if (strcmp(name, "MEMO") == 0)
        to = &line->text;
    else if (strcmp(name, "ACCTID") == 0)
        to = &line->account;
    else if (strcmp(name, "BANKID") == 0)
        to = &line->bank;
    if (to != NULL)
        *to = arena_text(&ofx->read->texts, value);
    return ERR_OK;
}

/* The tag that was opened last turned out to hold text. */
static enum err take_leaf(struct ofx *ofx)
{
    const char *value;
    struct arena *arena = &ofx->read->texts;

    if (ofx->leaf[0] == '\0')
        return ERR_OK;
    if (!ofx->read->open) {
        ofx->leaf[0] = '\0';
        return ERR_OK;
    }
    value = bank_text(arena, ofx->markup.text.data, ofx->markup.text.len);
    const enum err e =
        ofx->in_line ? line_leaf(ofx, ofx->leaf, value) : statement_leaf(ofx, ofx->leaf, value);
    ofx->leaf[0] = '\0';
    if (!ofx->in_line)
        arena_reset(arena);
    if (e == ERR_OK && arena->total + ofx->read->kept.total > WORDS_MAX)
        return bankread_fail(ofx->read, ERR_LIMIT, ofx->read->line,
                             "there are more than %d bytes of text in one transaction", WORDS_MAX);
    return e;
}

/* ---- elements ---- */

static enum err begin_element(struct ofx *ofx, const char *name)
{
    struct bankread *read = ofx->read;

    if (is_statement(name)) {
        TRY(bankread_end(read));
        bankread_statement(read, "OFX", read->line);
        ofx->balance[0] = ofx->balance_day[0] = '\0';
        ofx->in_line = false;
        arena_reset(&read->texts);
    } else if (is_line(name) && read->open) {
        if (ofx->in_line)
            return bankread_fail(read, ERR_INPUT, read->line,
                                 "a transaction (%s) begins inside the one of line %lld", name,
                                 (long long)ofx->line.line);
        arena_reset(&read->texts);
        ofx->line = bankline_empty(read->line);
        ofx->line.currency = read->statement.currency;
        ofx->line.status = strcmp(name, "STMTTRNP") == 0 ? BANK_PENDING : BANK_BOOKED;
        ofx->amount[0] = '\0';
        ofx->in_line = true;
    } else if (strcmp(name, "BANKTRANLIST") == 0 && read->open)
        TRY(bankread_begin(read));
    return ERR_OK;
}

static enum err end_line(struct ofx *ofx)
{
    struct bankread *read = ofx->read;
    struct bank_line *line = &ofx->line;

    ofx->in_line = false;
    if (!date_is(line->booked))
        return bankread_fail(read, ERR_INPUT, line->line,
                             "the transaction that begins here has no day (DTPOSTED)");
    if (ofx->amount[0] == '\0')
        return bankread_fail(read, ERR_INPUT, line->line,
                             "the transaction that begins here has no amount (TRNAMT)");
    /* a bank that leaves the statement's currency out says it with its lines */
    if (read->statement.currency.code[0] == '\0')
        read->statement.currency = line->currency;
    TRY(take_amount(ofx, ofx->amount_line, "the amount (TRNAMT)", ofx->amount, line->currency,
                    &line->amount, &line->decimals));
    return bankread_line(read, line, line->status == BANK_BOOKED);
}

static enum err end_statement(struct ofx *ofx)
{
    struct bankread *read = ofx->read;
    struct bank_balance *closing = &read->statement.closing;

    if (ofx->balance[0] != '\0') {
        closing->currency = read->statement.currency;
        TRY(take_amount(ofx, ofx->balance_line, "the balance (BALAMT)", ofx->balance,
                        closing->currency, &closing->amount, NULL));
        if (ofx->balance_day[0] != '\0')
            TRY(take_day(ofx, ofx->balance_line, "the day of the balance (DTASOF)",
                         ofx->balance_day, &closing->day));
        closing->is = true;
    }
    return bankread_end(read);
}

static enum err pop(struct ofx *ofx)
{
    const char *name = ofx->stack[--ofx->depth];

    if (is_line(name) && ofx->in_line)
        return end_line(ofx);
    if (is_statement(name) && ofx->read->open)
        return end_statement(ofx);
    return ERR_OK;
}

static enum err open_tag(void *self, const char *name)
{
    struct ofx *ofx = self;

    /* a tag without text before the next one: it holds others, or it is empty and stays open until
     * something around it ends */
    if (ofx->leaf[0] != '\0') {
        if (is_leaf(ofx->leaf) ||
            ofx->markup.text.data[strspn(ofx->markup.text.data, " \t\r\n")] != '\0')
            TRY(take_leaf(ofx));
        else {
            if (ofx->depth == BANK_DEPTH_MAX)
                return bankread_fail(ofx->read, ERR_LIMIT, ofx->read->line,
                                     "elements lie more than %d deep; is an end tag missing?",
                                     BANK_DEPTH_MAX);
            memcpy(ofx->stack[ofx->depth++], ofx->leaf, sizeof(ofx->leaf));
            TRY(begin_element(ofx, ofx->leaf));
            ofx->leaf[0] = '\0';
        }
    }
    buf_reset(&ofx->markup.text);
    snprintf(ofx->leaf, sizeof(ofx->leaf), "%s", name);
    ofx->leaf_line = ofx->read->line;
    ofx->any = true;
    return ERR_OK;
}

static enum err close_tag(void *self, const char *name)
{
    struct ofx *ofx = self;
    int at = ofx->depth;
    const bool own = strcmp(ofx->leaf, name) == 0;

    TRY(take_leaf(ofx));
    buf_reset(&ofx->markup.text);
    if (own)
        return ERR_OK;
    while (at > 0 && strcmp(ofx->stack[at - 1], name) != 0)
        at--;
    if (at == 0) /* the end of a leaf that a tag inside its text cut off */
        return ERR_OK;
    while (ofx->depth >= at)
        TRY(pop(ofx));
    return ERR_OK;
}

static enum err end_all(struct ofx *ofx)
{
    TRY(take_leaf(ofx));
    if (ofx->markup.state != MARKUP_TEXT || ofx->in_line)
        return bankread_fail(ofx->read, ERR_INPUT, ofx->read->line,
                             "the file ends in the midst of a transaction or tag; it is not whole");
    if (ofx->read->open)
        TRY(end_statement(ofx));
    if (ofx->read->result->statements == 0)
        return bankread_fail(ofx->read, ERR_INPUT, 0,
                             "there is no statement of a bank account or card (STMTRS, CCSTMTRS) "
                             "in the file");
    return ERR_OK;
}

enum err ofxread(struct bankread *read)
{
    struct ofx *ofx = mem_new(1, sizeof(*ofx));
    const char *text;
    size_t len;
    enum err e;

    ofx->read = read;
    read->line = 1;
    markup_init(&ofx->markup, read);
    ofx->markup.open = open_tag;
    ofx->markup.close = close_tag;
    ofx->markup.self = ofx;
    do {
        TRY_OUT(bankread_block(read, &text, &len));
        TRY_OUT(markup_take(&ofx->markup, text, len));
    } while (len > 0);
    e = end_all(ofx);
out:
    markup_done(&ofx->markup);
    free(ofx);
    return e;
}
