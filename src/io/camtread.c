/* camtread: ISO 20022 messages to a customer: camt.053 statements, 052 reports, 054 notices.
 *
 * Knows: expat, told to stop at a DOCTYPE; the text is UTF-8, whatever the message declares, for
 * the source has made it so. What the elements come to is camtparts'. An entry (Ntry) is a line;
 * two or more details (TxDtls) make it a batch, a single one is told as part of it. */
#include "io/camtparts.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX (64u << 20) /* bytes of the texts of one entry */

struct xml {
    XML_Parser parser;
    enum err failed; /* inside a handler; the note has the words */
    struct camt camt;
};

bool camtread_like(const char *bytes, size_t len)
{
    static const char *const marks[] = {"BkToCstmr", ":camt.05"};

    for (size_t i = 0; i < len && i < 4096; i++)
        for (size_t k = 0; k < sizeof(marks) / sizeof(*marks); k++)
            if (len - i >= strlen(marks[k]) && memcmp(bytes + i, marks[k], strlen(marks[k])) == 0)
                return true;
    /* UTF-16, or any other XML that is no OFX: then it is refused here, by name */
    return len >= 5 &&
           (memcmp(bytes, "<?xml", 5) == 0 || memcmp(bytes, "\xFF\xFE<\0", 4) == 0 ||
            memcmp(bytes, "\xFE\xFF\0<", 4) == 0) &&
           !ofxread_like(bytes, len);
}

const char *xml_encoding(const char *bytes, size_t len, struct arena *arena)
{
    static const char word[] = "encoding";
    size_t i = 0, end;

    if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return "utf-16";
    for (; i + sizeof(word) < len && bytes[i] != '>'; i++)
        if (memcmp(bytes + i, word, sizeof(word) - 1) == 0)
            break;
    if (i + sizeof(word) >= len || bytes[i] == '>')
        return NULL;
    i += sizeof(word) - 1;
    while (i < len && (bytes[i] == ' ' || bytes[i] == '=' || bytes[i] == '"' || bytes[i] == '\''))
        i++;
    for (end = i; end < len && end - i < 40 && bytes[end] != '"' && bytes[end] != '\'';)
        end++;
    return arena_bytes(arena, bytes + i, end - i);
}

/* ---- what expat calls ---- */

static void stop(struct xml *xml, enum err e)
{
    if (e == ERR_OK || xml->failed != ERR_OK)
        return;
    xml->failed = e;
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Where the parser is, for words and for lines. */
static struct camt *here(struct xml *xml)
{
    xml->camt.line = (int64_t)XML_GetCurrentLineNumber(xml->parser);
    return &xml->camt;
}

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

static void take_currency(struct camt *camt, enum camt_place place, const XML_Char **attributes)
{
    char *code = camt_currency(camt, place);

    for (size_t i = 0; code != NULL && attributes[i] != NULL; i += 2)
        if (strcmp(local_name(attributes[i]), "Ccy") == 0)
            snprintf(code, 4, "%.3s", attributes[i + 1]);
}

static void XMLCALL on_begin(void *self, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *xml = self;
    struct camt *camt = here(xml);
    const enum camt_place parent = camt->depth == 0 ? CAMT_TOP : camt->places[camt->depth - 1];

    if (xml->failed != ERR_OK)
        return;
    if (camt->depth == BANK_DEPTH_MAX) {
        stop(xml, bankread_fail(camt->read, ERR_LIMIT, camt->line, "elements lie more than %d deep",
                                BANK_DEPTH_MAX));
        return;
    }
    const enum camt_place place =
        parent == CAMT_ELSEWHERE ? CAMT_ELSEWHERE : camt_place(parent, local_name(name));
    camt->places[camt->depth++] = place;
    buf_reset(&camt->text);
    camt->too_long = false;
    camt->wanted = place != CAMT_ELSEWHERE;
    take_currency(camt, place, attributes);
    stop(xml, camt_begin(camt, place));
    if (camt->words.total + camt->read->texts.total + camt->read->kept.total > WORDS_MAX)
        stop(xml, bankread_fail(camt->read, ERR_LIMIT, camt->line,
                                "one entry holds more text than any bank writes"));
}

static void XMLCALL on_end(void *self, const XML_Char *name)
{
    struct xml *xml = self;
    struct camt *camt = here(xml);

    (void)name;
    if (xml->failed != ERR_OK)
        return;
    must(camt->depth > 0);
    const enum camt_place place = camt->places[--camt->depth];
    if (place != CAMT_ELSEWHERE)
        stop(xml, camt_end(camt, place));
    camt->wanted = false;
    camt->too_long = false;
    buf_reset(&camt->text);
}

static void XMLCALL on_text(void *self, const XML_Char *text, int len)
{
    struct xml *xml = self;
    struct camt *camt = &xml->camt;

    if (!camt->wanted || xml->failed != ERR_OK)
        return;
    buf_add(&camt->text, text, (size_t)len);
    camt->too_long = camt->too_long || camt->text.full;
}

static void XMLCALL on_doctype(void *self, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal)
{
    struct xml *xml = self;

    (void)system, (void)public, (void)internal;
    stop(xml, bankread_fail(xml->camt.read, ERR_INPUT, here(xml)->line,
                            "a document type (<!DOCTYPE %.20s) stands in the file; no bank needs "
                            "one, so it is refused",
                            name));
}

/* ---- the file ---- */

static enum err parse(struct xml *xml, const char *text, size_t len)
{
    const enum XML_Status status = XML_Parse(xml->parser, text, (int)len, len == 0);
    struct camt *camt = here(xml);

    if (xml->failed != ERR_OK)
        return xml->failed;
    if (status != XML_STATUS_OK)
        return bankread_fail(camt->read, ERR_INPUT, camt->line, "the XML is broken: %s",
                             XML_ErrorString(XML_GetErrorCode(xml->parser)));
    camt->read->line = camt->line;
    return ERR_OK;
}

static enum err read_blocks(struct xml *xml)
{
    struct bankread *read = xml->camt.read;
    const char *text;
    size_t len;

    do {
        TRY(bankread_block(read, &text, &len));
        TRY(parse(xml, text, len));
    } while (len > 0);
    if (!xml->camt.any)
        return bankread_fail(read, ERR_INPUT, 0,
                             "the XML holds no camt.052, camt.053 or camt.054 message");
    if (read->result->statements == 0)
        return bankread_fail(read, ERR_INPUT, 0,
                             "the message holds no statement, report or notice: only its head");
    return ERR_OK;
}

enum err camtread(struct bankread *read)
{
    struct xml *xml = mem_new(1, sizeof(*xml));
    enum err e;

    xml->parser = XML_ParserCreate("UTF-8");
    if (xml->parser == NULL) {
        free(xml);
        return bankread_fail(read, ERR_UNAVAILABLE, 0, "there is no memory left to read it");
    }
    camt_init(&xml->camt, read);
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_begin, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    e = read_blocks(xml);
    XML_ParserFree(xml->parser);
    camt_done(&xml->camt);
    free(xml);
    return e;
}
