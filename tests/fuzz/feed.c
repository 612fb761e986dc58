/* feed: bytes in the forms in which modules take them. */
#include "base/arena.h"
#include "base/err.h"
#include "base/text.h"
#include "fuzz/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

char *feed_string(const uint8_t *bytes, size_t len)
{
    char *text = mem_new(1, len + 1); /* of its own size, so that a read beyond it is seen */

    memcpy(text, bytes, len);
    return text;
}

char *feed_clean(const uint8_t *bytes, size_t len)
{
    struct arena arena = {0};
    char *clean = NULL, *text = NULL;

    if (text_clean((const char *)bytes, len, false, &arena, &clean, NULL) == ERR_OK)
        text = feed_string((const uint8_t *)clean, strlen(clean));
    arena_done(&arena);
    return text;
}

int feed_path(const uint8_t *bytes, size_t len, char out[FEED_PATH])
{
    const int handle = memfd_create("fuzz", 0);

    must(handle >= 0);
    must(write(handle, bytes, len) == (ssize_t)len);
    snprintf(out, FEED_PATH, "/proc/self/fd/%d", handle);
    return handle;
}

void feed_path_done(int handle)
{
    close(handle);
}
