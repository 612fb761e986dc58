/* bai2read: BAI2 cash management files: groups, accounts, transactions, continuation records.
 *
 * Knows: records 01 02 03 16 88 49 98 99 (X9.121 and its forerunner of 2005); several on one
 * line; records that end at the line where no / ends them; a line that begins with no record's
 * number goes on with the one before. Amounts are in the smallest unit of the currency, without
 * a mark. Type codes 100-399 and 920-959 are money in, 400-699 and 960-999 money out; 010 and
 * 015 are the ledger balances. Controls: 49 sums every amount of its account, 98 the accounts,
 * 99 the groups; each counts records. */
#include "io/bankread.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 2000 /* of a record with all its continuations */

struct bai2 {
    struct bankread *read;
    struct buf record; /* the one under way, its 88 records joined */
    char kind[3];      /* "16"; "" = none */
    int64_t at;
    bool line_open; /* no / has ended the physical record */
    struct currency group_currency;
    struct date day;
    bool interim, void_group; /* of the group: not final; deleted or a test */
    bool in_group, in_file, file_done;
    int64_t records_file, records_group, records_account;
    int64_t groups, accounts;
    int64_t sum_file, sum_group, sum_account;
    char *fields[FIELDS_MAX];
    int count;
};

bool bai2read_like(const char *bytes, size_t len)
{
    size_t i = 0;

    while (i < len && (bytes[i] == ' ' || bytes[i] == '\r' || bytes[i] == '\n'))
        i++;
    return i + 3 <= len && memcmp(bytes + i, "01,", 3) == 0;
}

static enum err add(struct bai2 *bai, int64_t amount, int64_t *sum)
{
    if (amount_add(*sum, amount, sum) != ERR_OK)
        return bankread_fail(bai->read, ERR_LIMIT, bai->at,
                             "the amounts come to more than any sum");
    return ERR_OK;
}

static const char *field(const struct bai2 *bai, int n)
{
    return n < bai->count ? bai->fields[n] : "";
}

/* An integer with or without a sign: minor units of the account's currency. */
static enum err take_minor(struct bai2 *bai, const char *what, const char *text, int64_t *out)
{
    const char *digits = text + (*text == '+' || *text == '-');
    int64_t value = 0;

    for (const char *at = digits; *at != '\0'; at++) {
        if (*at < '0' || *at > '9')
            return bankread_fail(bai->read, ERR_INPUT, bai->at,
                                 "%s \"%.30s\" is not an amount; right would be digits, in the "
                                 "smallest unit",
                                 what, text);
        value = value * 10 + (*at - '0');
        if (value > MONEY_MAX)
            return bankread_fail(bai->read, ERR_LIMIT, bai->at,
                                 "%s \"%.30s\" is larger than any amount", what, text);
    }
    if (*digits == '\0')
        return bankread_fail(bai->read, ERR_INPUT, bai->at, "%s is missing", what);
    *out = *text == '-' ? -value : value;
    return ERR_OK;
}

static enum err take_count(struct bai2 *bai, const char *what, const char *text, int64_t *out)
{
    if (*text == '\0' || strlen(text) > 12 || text[strspn(text, "0123456789")] != '\0')
        return bankread_fail(bai->read, ERR_INPUT, bai->at, "%s \"%.30s\" is not a number", what,
                             text);
    *out = strtoll(text, NULL, 10);
    return ERR_OK;
}

/* What a funds type brings with it: fields behind it, up to the next item. */
static int funds_fields(const struct bai2 *bai, int at)
{
    const char *type = field(bai, at);

    if (strcmp(type, "S") == 0)
        return 4;
    if (strcmp(type, "V") == 0)
        return 3;
    if (strcmp(type, "D") == 0) {
        const long pairs = strtol(field(bai, at + 1), NULL, 10);

        return pairs > 0 && pairs < FIELDS_MAX ? 2 + 2 * (int)pairs : 2;
    }
    return 1;
}

/* ---- 01, 02 ---- */

static enum err take_file(struct bai2 *bai)
{
    if (bai->in_file)
        return bankread_fail(bai->read, ERR_INPUT, bai->at,
                             "a second file header (01) stands here "
                             "before the first file has ended (99)");
    bai->in_file = true;
    bai->records_file = 1;
    bai->groups = bai->sum_file = 0;
    return ERR_OK;
}

static enum err take_group(struct bai2 *bai)
{
    const char *status = field(bai, 3), *day = field(bai, 4), *code = field(bai, 6);
    const char *modifier = field(bai, 7);

    if (!bai->in_file || bai->in_group)
        return bankread_fail(bai->read, ERR_INPUT, bai->at, "a group (02) begins here, %s",
                             bai->in_group ? "and the one before has not ended (98)"
                                           : "outside any file (01)");
    bai->in_group = true;
    bai->records_group = 1;
    bai->records_file++;
    bai->accounts = bai->sum_group = 0;
    bai->void_group = *status == '2' || *status == '4';
    bai->interim = *modifier == '1' || *modifier == '3';
    TRY(bankread_day(bai->read, bai->at, "the day of the group (02)", day, strlen(day), &bai->day));
    bai->group_currency = bai->read->options->currency;
    if (*code != '\0')
        return bankread_currency(bai->read, bai->at, code, &bai->group_currency);
    if (bai->group_currency.code[0] == '\0') /* the standard's default */
        return bankread_currency(bai->read, bai->at, "USD", &bai->group_currency);
    return ERR_OK;
}

/* ---- 03 ---- */

static void take_balance(struct bai2 *bai, const char *code, int64_t amount)
{
    struct bank_statement *statement = &bai->read->statement;
    struct bank_balance *balance = strcmp(code, "010") == 0   ? &statement->opening
                                   : strcmp(code, "015") == 0 ? &statement->closing
                                                              : NULL;

    if (balance != NULL)
        *balance = (struct bank_balance){
            .is = true, .amount = amount, .currency = statement->currency, .day = bai->day};
}

static enum err take_account(struct bai2 *bai)
{
    struct bankread *read = bai->read;
    struct bank_statement *statement = &read->statement;

    if (!bai->in_group || read->open)
        return bankread_fail(read, ERR_INPUT, bai->at, "an account (03) begins here, %s",
                             read->open ? "and the one before has not ended (49)"
                                        : "outside any group (02)");
    bankread_statement(read, "BAI2", bai->at);
    statement->account = bank_text(&read->kept, field(bai, 1), strlen(field(bai, 1)));
    statement->kind = bai->interim ? BANK_INTERIM : BANK_STATEMENT;
    statement->from = statement->to = bai->day;
    statement->currency = bai->group_currency;
    if (*field(bai, 2) != '\0')
        TRY(bankread_currency(read, bai->at, field(bai, 2), &statement->currency));
    bai->sum_account = 0;
    for (int i = 3; i < bai->count;) {
        const char *code = field(bai, i), *amount = field(bai, i + 1);
        int64_t minor;

        if (*code != '\0' && *amount != '\0') {
            TRY(take_minor(bai, "a balance or total of the account (03)", amount, &minor));
            TRY(add(bai, minor, &bai->sum_account));
            take_balance(bai, code, minor);
        }
        i += 3 + funds_fields(bai, i + 3);
    }
    return bankread_begin(read);
}

/* ---- 16 ---- */

/* +1 in, -1 out, 0 neither */
static int direction(const char *code)
{
    const long n = strtol(code, NULL, 10);

    if ((n >= 100 && n <= 399) || (n >= 920 && n <= 959))
        return 1;
    if ((n >= 400 && n <= 699) || (n >= 960 && n <= 999))
        return -1;
    return 0;
}

/* Type codes of money that came back: reversals, returned cheques, ACH returns, rejects, items
 * returned (uniform BAI codes). */
static bool is_return(const char *code)
{
    static const char *const codes[] = {"252", "255", "257", "258", "261", "266",
                                        "552", "555", "557", "558", "561", "566"};

    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

/* What banks say in 88 records, "EREF: R-1" or "ORG:=PAYER LTD". Names are those of the other side:
 * the debtor's of money in, the creditor's of money out. */
static void take_tagged(struct bai2 *bai, struct bank_line *line, const char *text)
{
    static const struct {
        const char *tag;
        char means;
    } tags[] = {
        {"EREF:", 'r'},      {"REMI:", 't'},    {"DBNM:", 'd'},       {"CRNM:", 'c'},
        {"DACT:", 'D'},      {"CACT:", 'C'},    {"DABA:", 'b'},       {"CABA:", 'B'},
        {"DBIC:", 'b'},      {"CBIC:", 'B'},    {"CHKN:", 'k'},       {"ORG:=", 'd'},
        {"BNF NAME:=", 'c'}, {"BNF ID:=", 'C'}, {"SENDER ID:=", 'b'}, {"OBI:=", 't'},
    };
    struct arena *arena = &bai->read->texts;
    const bool in = line->amount >= 0;

    for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
        const size_t n = strlen(tags[i].tag);
        const char *value;

        if (strncmp(text, tags[i].tag, n) != 0)
            continue;
        value = bank_text(arena, text + n, strlen(text + n));
        switch (tags[i].means) {
        case 'r': line->reference = *value != '\0' ? value : line->reference; return;
        case 'k': line->cheque = value; return;
        case 'd': line->name = in ? value : line->name; return;
        case 'c': line->name = in ? line->name : value; return;
        case 'D': line->account = in ? value : line->account; return;
        case 'C': line->account = in ? line->account : value; return;
        case 'b': line->bank = in ? value : line->bank; return;
        case 'B': line->bank = in ? line->bank : value; return;
        default: return; /* stands in the text as it is */
        }
    }
}

static void take_free_text(struct bai2 *bai, struct bank_line *line, int from)
{
    struct buf all;

    /* the text is the last field: commas in it part nothing */
    buf_init(&all, BANK_TEXT_MAX);
    for (int i = from; i < bai->count; i++) {
        buf_text(&all, i > from ? "," : "");
        buf_text(&all, bai->fields[i]);
    }
    line->text = bank_text(&bai->read->texts, all.data, all.len);
    for (char *at = all.data; at != NULL;) { /* its lines, one for each record */
        char *lf = strchr(at, '\n');

        if (lf != NULL)
            *lf++ = '\0';
        take_tagged(bai, line, at);
        at = lf;
    }
    buf_done(&all);
}

static enum err take_entry(struct bai2 *bai)
{
    struct bankread *read = bai->read;
    struct bank_line line = bankline_empty(bai->at);
    const char *code = field(bai, 1);
    int64_t amount = 0;
    int at;

    if (!read->open)
        return bankread_fail(read, ERR_INPUT, bai->at,
                             "a transaction (16) stands outside any account (03)");
    arena_reset(&read->texts);
    if (strlen(code) != 3 || strspn(code, "0123456789") != 3)
        return bankread_fail(read, ERR_INPUT, bai->at,
                             "the type code \"%.20s\" of the transaction (16) is not three digits",
                             code);
    if (*field(bai, 2) != '\0')
        TRY(take_minor(bai, "the amount of the transaction (16)", field(bai, 2), &amount));
    TRY(add(bai, amount, &bai->sum_account));
    line.code = bank_text(&read->texts, code, 3);
    line.returned = is_return(code);
    line.currency = read->statement.currency;
    line.decimals = line.currency.digits;
    line.amount = direction(code) < 0 ? -amount : amount;
    line.booked = bai->day;
    if (strcmp(field(bai, 3), "V") == 0 && *field(bai, 4) != '\0')
        TRY(bankread_day(read, bai->at, "the value day of the transaction (16)", field(bai, 4),
                         strlen(field(bai, 4)), &line.value));
    else if (*field(bai, 3) == '0' || *field(bai, 3) == 'Z')
        line.value = bai->day;
    at = 3 + funds_fields(bai, 3);
    line.bank_ref = bank_text(&read->texts, field(bai, at), strlen(field(bai, at)));
    line.reference = bank_text(&read->texts, field(bai, at + 1), strlen(field(bai, at + 1)));
    take_free_text(bai, &line, at + 2);
    const bool nothing = bai->void_group || direction(code) == 0;
    if (nothing)
        line.status = BANK_INFO;
    return bankread_line(read, &line, !nothing);
}

/* ---- 49, 98, 99 ---- */

static enum err check(struct bai2 *bai, const char *what, int64_t sum, int64_t units,
                      const char *unit, int64_t records)
{
    const bool has_units = unit != NULL;
    int64_t said;

    TRY(take_minor(bai, what, field(bai, 1), &said));
    if (said != sum)
        TRY(bankread_trouble(bai->read, bai->at,
                             "%s says %lld; the amounts come to %lld (in the smallest unit)", what,
                             (long long)said, (long long)sum));
    if (has_units) {
        TRY(take_count(bai, what, field(bai, 2), &said));
        if (said != units)
            TRY(bankread_trouble(bai->read, bai->at, "%s counts %lld %s; there are %lld", what,
                                 (long long)said, unit, (long long)units));
    }
    if (*field(bai, has_units ? 3 : 2) == '\0')
        return ERR_OK;
    TRY(take_count(bai, what, field(bai, has_units ? 3 : 2), &said));
    if (said != records)
        TRY(bankread_trouble(bai->read, bai->at, "%s counts %lld records; there are %lld", what,
                             (long long)said, (long long)records));
    return ERR_OK;
}

static enum err end_account(struct bai2 *bai)
{
    int64_t said;

    if (!bai->read->open)
        return bankread_fail(bai->read, ERR_INPUT, bai->at,
                             "an account ends here (49) that has not begun (03)");
    TRY(check(bai, "the account's control (49)", bai->sum_account, 0, NULL, bai->records_account));
    /* the group adds up what the accounts say: a broken one is told once */
    TRY(take_minor(bai, "the account's control (49)", field(bai, 1), &said));
    TRY(add(bai, said, &bai->sum_group));
    bai->accounts++;
    return bankread_end(bai->read);
}

static enum err end_group(struct bai2 *bai)
{
    int64_t said;

    if (!bai->in_group || bai->read->open)
        return bankread_fail(bai->read, ERR_INPUT, bai->at, "a group ends here (98), %s",
                             bai->read->open ? "and its last account has not (49)"
                                             : "that has not begun (02)");
    bai->in_group = false;
    TRY(check(bai, "the group's control (98)", bai->sum_group, bai->accounts, "accounts",
              bai->records_group));
    TRY(take_minor(bai, "the group's control (98)", field(bai, 1), &said));
    bai->groups++;
    return add(bai, said, &bai->sum_file);
}

static enum err end_file(struct bai2 *bai)
{
    if (!bai->in_file || bai->in_group)
        return bankread_fail(bai->read, ERR_INPUT, bai->at, "the file ends here (99), %s",
                             bai->in_group ? "and its last group has not (98)"
                                           : "which has not begun (01)");
    bai->in_file = false;
    bai->file_done = true;
    return check(bai, "the file's control (99)", bai->sum_file, bai->groups, "groups",
                 bai->records_file);
}

/* ---- records ---- */

static enum err split(struct bai2 *bai)
{
    char *at = bai->record.data;

    bai->count = 0;
    if (bai->record.full)
        return bankread_fail(bai->read, ERR_LIMIT, bai->at,
                             "the record %s with its continuations is longer than %d bytes",
                             bai->kind, BANK_TEXT_MAX);
    while (at != NULL) {
        char *comma = strchr(at, ',');

        if (bai->count == FIELDS_MAX)
            return bankread_fail(bai->read, ERR_LIMIT, bai->at,
                                 "the record %s has more than %d fields", bai->kind, FIELDS_MAX);
        if (comma != NULL)
            *comma++ = '\0';
        bai->fields[bai->count++] = at;
        at = comma;
    }
    return ERR_OK;
}

static enum err end_record(struct bai2 *bai)
{
    const char kind[3] = {bai->kind[0], bai->kind[1], '\0'};

    if (kind[0] == '\0')
        return ERR_OK;
    TRY(split(bai));
    bai->kind[0] = '\0';
    if (strcmp(kind, "01") == 0)
        return take_file(bai);
    if (strcmp(kind, "02") == 0)
        return take_group(bai);
    if (strcmp(kind, "03") == 0)
        return take_account(bai);
    if (strcmp(kind, "16") == 0)
        return take_entry(bai);
    if (strcmp(kind, "49") == 0)
        return end_account(bai);
    if (strcmp(kind, "98") == 0)
        return end_group(bai);
    return end_file(bai);
}

static bool begins_record(const char *text)
{
    static const char *const kinds[] = {"01", "02", "03", "16", "88", "49", "98", "99"};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (strncmp(text, kinds[i], 2) == 0 && text[2] == ',')
            return true;
    return false;
}

/* Each record is one of its account, its group and its file, the opening ones themselves too. */
static void count_record(struct bai2 *bai, const char *kind)
{
    if (strcmp(kind, "01") == 0 || strcmp(kind, "02") == 0)
        return; /* they begin counting at 1 */
    bai->records_file++;
    if (strcmp(kind, "99") == 0)
        return;
    bai->records_group++;
    if (strcmp(kind, "03") == 0)
        bai->records_account = 0;
    bai->records_account++;
}

/* Has the transaction under way reached its free text? Then that goes on; else the next field. */
static bool in_text(struct bai2 *bai)
{
    const char *at = bai->record.data;
    int n = 0, text = 6;

    if (strcmp(bai->kind, "16") != 0)
        return false;
    for (; at != NULL; at = strchr(at, ','), n++) {
        at += *at == ',';
        if (n == 3)
            text = *at == 'S' ? 9 : *at == 'V' ? 8 : 6;
        if (n == 4 && text == 6 && at[-2] == 'D')
            text = 7 + 2 * (at[0] >= '0' && at[0] <= '9' ? (int)(strtol(at, NULL, 10) % 1000) : 0);
    }
    return n > text;
}

/* One record, or the first part of one that goes on in the next line. */
static enum err take_record(struct bai2 *bai, const char *text, size_t len, bool ended)
{
    const char kind[3] = {text[0], text[1], '\0'};

    if (strcmp(kind, "88") == 0) {
        if (bai->kind[0] == '\0')
            return bankread_fail(bai->read, ERR_INPUT, bai->read->line,
                                 "a continuation (88) stands behind no record");
        count_record(bai, kind);
        buf_char(&bai->record, in_text(bai) ? '\n' : ',');
        buf_add(&bai->record, text + 3, len - 3);
    } else {
        TRY(end_record(bai));
        count_record(bai, kind);
        memcpy(bai->kind, kind, sizeof(kind));
        bai->at = bai->read->line;
        buf_reset(&bai->record);
        buf_add(&bai->record, text, len);
    }
    bai->line_open = !ended;
    return ERR_OK;
}

/* A line may hold several records: a / that only blanks part from the next one, or from the line's
 * end, ends one. */
static enum err take_line(void *self, char *text, size_t length)
{
    struct bai2 *bai = self;

    (void)length;
    text += strspn(text, " \t");
    if (*text == '\0')
        return ERR_OK;
    if (!begins_record(text)) {
        if (bai->kind[0] == '\0')
            return bankread_fail(
                bai->read, ERR_INPUT, bai->read->line,
                "the line begins with none of the records 01 02 03 16 88 49 98 99");
        if (!bai->line_open)
            return bankread_fail(bai->read, ERR_INPUT, bai->read->line,
                                 "\"%.20s\" is no record, and the one before has ended (/)", text);
        buf_char(&bai->record, ' ');
    }
    while (*text != '\0') {
        char *end = text, *next = NULL;
        bool ended = false;

        for (; *end != '\0' && !ended; end++) {
            if (*end != '/')
                continue;
            next = end + 1 + strspn(end + 1, " \t");
            ended = *next == '\0' || begins_record(next);
        }
        const size_t len = (size_t)(end - text) - (ended ? 1 : 0);
        if (begins_record(text))
            TRY(take_record(bai, text, len, ended));
        else {
            buf_add(&bai->record, text, len);
            bai->line_open = !ended;
        }
        if (!ended)
            return ERR_OK;
        text = next;
    }
    return ERR_OK;
}

static enum err end_all(struct bai2 *bai)
{
    TRY(end_record(bai));
    if (bai->in_file || bai->read->open || !bai->file_done)
        return bankread_fail(bai->read, ERR_INPUT, bai->read->line,
                             "the file ends in the midst of %s; it is not whole",
                             bai->read->open ? "an account (no 49)"
                             : bai->in_group ? "a group (no 98)"
                                             : "it (no 99)");
    return ERR_OK;
}

enum err bai2read(struct bankread *read)
{
    struct bai2 *bai = mem_new(1, sizeof(*bai));
    enum err e;

    bai->read = read;
    buf_init(&bai->record, BANK_TEXT_MAX);
    e = bankread_lines(read, take_line, bai);
    if (e == ERR_OK)
        e = end_all(bai);
    buf_done(&bai->record);
    free(bai);
    return e;
}
