#include "written.h"

#include "base/arena.h"
#include "base/spool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct sink *written_open(struct written *written, const char *format,
                          const struct writer_options *options)
{
    memset(written, 0, sizeof(*written));
    assert_int_equal(spool_open(&written->note, &written->fd), ERR_OK);
    assert_int_equal(out_open_fd(&written->out, written->fd, false, &written->note), ERR_OK);
    written->sink = writing_open(&written->writing, writer_find(format), &written->out, options);
    return &written->sink;
}

const char *written_close(struct written *written)
{
    static char *bytes;
    size_t len = (size_t)written->out.total;

    writing_close(&written->writing);
    assert_int_equal(out_close(&written->out), ERR_OK);
    bytes = mem_resize(bytes, len + 1, 1);
    assert_int_equal(spool_read(written->fd, 0, bytes, len, &written->note), ERR_OK);
    bytes[len] = 0;
    close(written->fd);
    return bytes;
}

struct currency written_eur(void)
{
    return (struct currency){"EUR", 2};
}
