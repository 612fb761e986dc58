#include "out/smtp.h"

#include "base/arena.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#define TIMEOUT_SECONDS 60

/* The message on its way. */
struct sending {
    const struct smtp_server *server;
    const char *at;
    size_t left;
    bool began, gone; /* all of it was taken */
    char said[200];   /* the server's last line */
};

static size_t line_hear(char *line, size_t size, size_t count, void *self)
{
    struct sending *sending = self;
    size_t len = size * count;

    while (len > 0 && (line[len - 1] == '\r' || line[len - 1] == '\n'))
        len--;
    snprintf(sending->said, sizeof sending->said, "%.*s", (int)len, line);
    for (char *p = sending->said; *p; p++)
        if ((unsigned char)*p < ' ' || (unsigned char)*p >= 0x7f)
            *p = '?';
    return size * count;
}

static size_t message_give(char *to, size_t size, size_t count, void *self)
{
    struct sending *sending = self;
    const size_t room = size * count;
    const size_t len = sending->left < room ? sending->left : room;

    sending->began = true;
    if (len == 0)
        sending->gone = true;
    memcpy(to, sending->at, len);
    sending->at += len;
    sending->left -= len;
    return len;
}

static int work_told(void *self, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    const struct sending *sending = self;

    (void)a, (void)b, (void)c, (void)d;
    return sending->server->stop && sending->server->stop(sending->server->self);
}

/* "127.0.0.1:2525", "localhost", "[::1]:25" */
static bool is_here(const char *host)
{
    static const char *const here[] = {"127.0.0.1", "localhost", "[::1]"};

    for (size_t i = 0; i < sizeof here / sizeof *here; i++) {
        const size_t len = strlen(here[i]);
        if (strncmp(host, here[i], len) == 0 && (host[len] == 0 || host[len] == ':'))
            return true;
    }
    return false;
}

static enum err line_judge(const struct smtp_server *server, struct note *note)
{
    if (!*server->host || strpbrk(server->host, "/@ \r\n?#"))
        return fail(note, ERR_INPUT, "'%.60s' is no mail server; one is smtp.example.com:587",
                    server->host);
    if (server->line == SMTP_BARE && !is_here(server->host))
        return fail(
            note, ERR_DENIED,
            "the line to %.60s would not be encrypted; that is for a server on this machine",
            server->host);
    return ERR_OK;
}

static struct curl_slist *addresses_list(const char *to)
{
    struct curl_slist *list = NULL;
    struct arena arena = {0};

    while (*(to += strspn(to, ", "))) {
        const size_t len = strcspn(to, ", ");
        list = curl_slist_append(list, arena_format(&arena, "<%s>", arena_bytes(&arena, to, len)));
        to += len;
    }
    arena_done(&arena);
    return list;
}

static void handle_set(CURL *curl, struct sending *sending, const char *from, struct curl_slist *to,
                       struct arena *arena)
{
    const struct smtp_server *server = sending->server;
    const long timeout = server->timeout_seconds ? server->timeout_seconds : TIMEOUT_SECONDS;

    curl_easy_setopt(
        curl, CURLOPT_URL,
        arena_format(arena, "%s://%s", server->line == SMTP_TLS ? "smtps" : "smtp", server->host));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); /* nobody between us and the server */
    if (server->line != SMTP_BARE)
        curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (server->certificates) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server->certificates);
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    if (server->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server->password);
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_format(arena, "<%s>", from));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, message_give);
    curl_easy_setopt(curl, CURLOPT_READDATA, sending);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, line_hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, sending);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, timeout);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 5 * timeout);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, work_told);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, sending);
}

/* What came of it, in words; the answer's first digit tells for how long (RFC 5321 4.2.1). */
static enum err outcome_tell(CURLcode code, long answer, const char *words,
                             const struct sending *sending, bool *unknown, struct note *note)
{
    const char *host = sending->server->host;

    if (code == CURLE_OK)
        return ERR_OK;
    if (answer >= 500 && code != CURLE_LOGIN_DENIED)
        return fail(note, ERR_INPUT, "%.60s refuses the mail for good: %.150s", host,
                    sending->said);
    if (code == CURLE_LOGIN_DENIED)
        return fail(note, ERR_DENIED, "%.60s does not accept the login", host);
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION ||
        code == CURLE_SSL_CONNECT_ERROR || code == CURLE_SSL_CACERT_BADFILE)
        return fail(note, ERR_DENIED, "no line to %.60s that can be trusted: %.120s", host, words);
    if (answer >= 400)
        return fail(note, ERR_UNAVAILABLE, "%.60s does not take the mail now: %.150s", host,
                    sending->said);
    if (code == CURLE_ABORTED_BY_CALLBACK && !sending->began)
        return fail(note, ERR_CANCELLED, "stopped before %.60s had anything", host);
    *unknown = sending->gone;
    return fail(note, ERR_UNAVAILABLE,
                *unknown ? "%.60s got all of the mail and did not answer: %.120s"
                         : "%.60s cannot be reached: %.120s",
                host, words);
}

enum err smtp_send(const struct smtp_server *server, const char *from, const char *to,
                   const void *message, size_t len, bool *unknown, struct note *note)
{
    struct sending sending = {.server = server, .at = message, .left = len};
    struct arena arena = {0};
    char words[CURL_ERROR_SIZE] = "";
    long answer = 0;

    *unknown = false;
    TRY(line_judge(server, note));
    CURL *curl = curl_easy_init();
    if (!curl)
        return fail(note, ERR_UNAVAILABLE, "no mail can be sent from here: libcurl does not start");
    struct curl_slist *list = addresses_list(to);
    handle_set(curl, &sending, from, list, &arena);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    const enum err e = outcome_tell(code, answer, *words ? words : curl_easy_strerror(code),
                                    &sending, unknown, note);
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);
    arena_done(&arena);
    return e;
}
