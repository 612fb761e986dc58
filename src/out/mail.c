#include "out/mail.h"

#include "base/date.h"
#include "base/hash.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define LINE_MOST 76    /* RFC 2045 6.8 */
#define WORD_BYTES 39   /* of text in one encoded word, which has at most 75 cells (RFC 2047 2) */
#define FOLDED_BYTES 57 /* of a file in one line of base64 */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void base64_add(struct buf *out, const uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i < len; i += 3) {
        const size_t left = len - i;
        const uint32_t three = (uint32_t)bytes[i] << 16 |
                               (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                               (left > 2 ? (uint32_t)bytes[i + 2] : 0);
        buf_char(out, digits[three >> 18 & 63]);
        buf_char(out, digits[three >> 12 & 63]);
        buf_char(out, left > 1 ? digits[three >> 6 & 63] : '=');
        buf_char(out, left > 2 ? digits[three & 63] : '=');
    }
}

static void base64_lines(struct buf *out, const void *bytes, size_t len)
{
    const uint8_t *at = bytes;

    for (size_t i = 0; i < len; i += FOLDED_BYTES) {
        base64_add(out, at + i, len - i < FOLDED_BYTES ? len - i : FOLDED_BYTES);
        buf_text(out, "\r\n");
    }
}

/* ---- headers ---- */

/* A header would end here, and what follows would be one of somebody else's. */
static enum err line_judge(const char *text, struct note *note)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (*p < ' ' || *p == 0x7f)
            return fail(note, ERR_INPUT,
                        "a name, an address or a subject of a mail is one line without control "
                        "characters: '%.40s'",
                        text);
    return ERR_OK;
}

/* "=?" would be taken for an encoded word. */
static bool is_plain(const char *text)
{
    if (strstr(text, "=?"))
        return false;
    for (; *text; text++)
        if ((unsigned char)*text >= 0x7f)
            return false;
    return true;
}

static void words_put(const char *text, size_t used, struct buf *out)
{
    for (bool first = true; *text; first = false) {
        size_t len = strlen(text);
        if (len > WORD_BYTES) /* no character is cut in two (RFC 2047 5) */
            for (len = WORD_BYTES; len > 1 && ((unsigned char)text[len] & 0xc0) == 0x80;)
                len--;
        buf_text(out, first ? used > 12 ? "\r\n " : "" : "\r\n ");
        buf_text(out, "=?UTF-8?B?");
        base64_add(out, (const uint8_t *)text, len);
        buf_text(out, "?=");
        text += len;
    }
}

/* What is read in a mail turns nothing round either. */
static void safe_lines(struct buf *out, const char *text, const char *end)
{
    for (;;) {
        const size_t n = strcspn(text, "\n");
        text_safe(out, text, n);
        text += n;
        if (!*text++)
            break;
        buf_text(out, end);
    }
}

enum err mail_word(const char *text, size_t used, struct buf *out, struct note *note)
{
    struct buf safe;

    TRY(line_judge(text, note));
    buf_init(&safe, MAIL_MAX);
    safe_lines(&safe, text, " ");
    if (is_plain(safe.data) && safe.len + used <= LINE_MOST)
        buf_text(out, safe.data);
    else
        words_put(safe.data, used, out);
    buf_done(&safe);
    return ERR_OK;
}

/* A name in front of an address: quoted, or encoded; bare, a comma in it would begin another
 * address. */
static enum err name_put(const char *name, struct buf *out, struct note *note)
{
    struct buf safe;

    TRY(line_judge(name, note));
    buf_init(&safe, MAIL_MAX);
    safe_lines(&safe, name, " ");
    if (!is_plain(safe.data) || safe.len > LINE_MOST / 2) {
        words_put(safe.data, 6, out);
    } else {
        buf_char(out, '"');
        for (const char *c = safe.data; *c; c++) {
            if (*c == '"' || *c == '\\')
                buf_char(out, '\\');
            buf_char(out, *c);
        }
        buf_char(out, '"');
    }
    buf_done(&safe);
    return ERR_OK;
}

static enum err address_judge(const char *text, struct note *note)
{
    TRY(line_judge(text, note));
    return *text && is_plain(text) && strchr(text, '@') && !strpbrk(text, "<>\"()")
               ? ERR_OK
               : fail(note, ERR_INPUT, "'%.60s' is no mail address", text);
}

/* One address a line, as many as there are. */
static enum err addresses_put(const char *to, struct buf *out, struct note *note)
{
    TRY(address_judge(to, note));
    buf_text(out, "To:");
    while (*to) {
        to += strspn(to, ", ");
        const size_t len = strcspn(to, ", ");
        if (len == 0)
            break;
        buf_char(out, ' ');
        buf_add(out, to, len);
        to += len;
        buf_text(out, to[strspn(to, ", ")] ? ",\r\n" : "");
    }
    buf_text(out, "\r\n");
    return ERR_OK;
}

static void date_put(int64_t moment, struct buf *out)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const time_t seconds = (time_t)(moment / MOMENT_SECOND);
    struct tm t;

    gmtime_r(&seconds, &t);
    buf_format(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[t.tm_wday], t.tm_mday,
               months[t.tm_mon], t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
}

/* RFC 2231: what is not a letter, digit, dot, dash or underscore stands as %XX. */
static void file_name_put(const char *name, struct buf *out)
{
    struct buf safe;

    buf_init(&safe, MAIL_MAX);
    safe_lines(&safe, name, " ");
    buf_text(out, "Content-Disposition: attachment;\r\n filename*=UTF-8''");
    for (const unsigned char *p = (const unsigned char *)safe.data; *p; p++) {
        const bool plain = (*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') ||
                           (*p >= 'a' && *p <= 'z') || strchr("._-", *p);
        buf_format(out, plain ? "%c" : "%%%02X", *p);
    }
    buf_text(out, "\r\n");
    buf_done(&safe);
}

/* ---- the message ---- */

/* Between the parts: nothing that could stand in base64, and the same for the same mail. */
static void boundary_make(const struct mail *mail, char out[HASH_TEXT + 8])
{
    struct hasher hasher;
    struct hash hash;
    char hex[HASH_TEXT];

    hasher_init(&hasher);
    hasher_text(&hasher, mail->id);
    hasher_text(&hasher, mail->text);
    hasher_bytes(&hasher, mail->file, mail->file ? mail->file_len : 0);
    hasher_end(&hasher, &hash);
    snprintf(out, HASH_TEXT + 8, "=_%.32s", hash_hex(&hash, hex));
}

static enum err head_write(const struct mail *mail, struct buf *out, struct note *note)
{
    const char *domain = strrchr(mail->from, '@');

    TRY(address_judge(mail->from, note));
    TRY(line_judge(mail->id, note));
    buf_text(out, "From: ");
    if (mail->from_name && *mail->from_name) {
        TRY(name_put(mail->from_name, out, note));
        buf_text(out, "\r\n ");
    }
    buf_format(out, "<%s>\r\n", mail->from);
    TRY(addresses_put(mail->to, out, note));
    buf_text(out, "Subject: ");
    TRY(mail_word(mail->subject, 9, out, note));
    buf_text(out, "\r\n");
    date_put(mail->moment, out);
    buf_format(out, "Message-ID: <%s@%s>\r\n", mail->id, domain + 1);
    buf_text(out, "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n");
    return ERR_OK;
}

static void text_part(const char *text, struct buf *out)
{
    struct buf lines;

    buf_init(&lines, MAIL_MAX);
    safe_lines(&lines, text, "\r\n");
    buf_text(out, "Content-Type: text/plain; charset=UTF-8\r\n"
                  "Content-Transfer-Encoding: base64\r\n\r\n");
    base64_lines(out, lines.data, lines.len);
    buf_done(&lines);
}

enum err mail_write(const struct mail *mail, struct buf *out, struct note *note)
{
    char boundary[HASH_TEXT + 8];

    TRY(head_write(mail, out, note));
    if (!mail->file_name) {
        text_part(mail->text, out);
    } else {
        TRY(line_judge(mail->file_name, note));
        TRY(line_judge(mail->file_type, note));
        boundary_make(mail, boundary);
        buf_format(out, "Content-Type: multipart/mixed;\r\n boundary=\"%s\"\r\n\r\n--%s\r\n",
                   boundary, boundary);
        text_part(mail->text, out);
        buf_format(out, "--%s\r\nContent-Type: %s\r\nContent-Transfer-Encoding: base64\r\n",
                   boundary, mail->file_type);
        file_name_put(mail->file_name, out);
        buf_text(out, "\r\n");
        base64_lines(out, mail->file, mail->file_len);
        buf_format(out, "--%s--\r\n", boundary);
    }
    return out->full ? fail(note, ERR_LIMIT, "the mail would be larger than 64 MiB") : ERR_OK;
}
