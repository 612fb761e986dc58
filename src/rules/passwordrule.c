#include "rules/passwordrule.h"

#include "base/date.h"
#include "base/text.h"

/* As a person counts them: bytes that continue a character do not. */
static int characters(const char *text)
{
    int count = 0;

    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

const char *password_weak(const char *password, const char *name, const char *full_name)
{
    if (characters(password) < PASSWORD_LEAST)
        return "a password has at least 10 characters; a few words make a good one";
    if (text_same(password, name) || text_same(password, full_name))
        return "a password is not the user's name: everybody knows that";
    return NULL;
}

int password_wait(int64_t failures, int64_t last, int64_t now)
{
    if (failures <= 0 || failures % PASSWORD_TRIES != 0 || now < last)
        return 0;
    const int64_t left = last + PASSWORD_LOCK_SECONDS * MOMENT_SECOND - now;
    return left <= 0 ? 0 : (int)((left + MOMENT_SECOND - 1) / MOMENT_SECOND);
}

int64_t idle_left(int64_t minutes, int64_t idle_us)
{
    const int64_t left = minutes * 60 * MOMENT_SECOND - idle_us;

    if (minutes <= 0)
        return -1;
    return left <= 0 ? 0 : (left + 999) / 1000;
}
