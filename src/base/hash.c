#include "base/hash.h"

#include "base/err.h"

#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(((struct hasher *)0)->state),
               "the hasher has room for the library's state");
_Static_assert(_Alignof(crypto_hash_sha256_state) <= _Alignof(struct hasher),
               "the hasher is aligned for the library's state");

static crypto_hash_sha256_state *state_of(struct hasher *h)
{
    return (void *)h->state;
}

void hasher_init(struct hasher *h)
{
    must(crypto_hash_sha256_init(state_of(h)) == 0);
}

void hasher_bytes(struct hasher *h, const void *bytes, size_t len)
{
    if (len)
        must(crypto_hash_sha256_update(state_of(h), bytes, len) == 0);
}

void hasher_i64(struct hasher *h, int64_t value)
{
    uint8_t bytes[8];
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (uint8_t)((uint64_t)value >> (8 * i));
    hasher_bytes(h, bytes, sizeof bytes);
}

void hasher_numbers(struct hasher *h, const int64_t *values, size_t count)
{
    uint8_t bytes[16 * 8];
    size_t len = 0;

    for (size_t i = 0; i < count; i++) {
        for (unsigned k = 0; k < 8; k++)
            bytes[len++] = (uint8_t)((uint64_t)values[i] >> (8 * k));
        if (len == sizeof bytes || i + 1 == count) {
            hasher_bytes(h, bytes, len);
            len = 0;
        }
    }
}

void hasher_text(struct hasher *h, const char *text)
{
    /* The length in front keeps "ab" + "c" from hashing like "a" + "bc", and -1 keeps nothing from
     * hashing like an empty text. */
    if (!text) {
        hasher_i64(h, -1);
        return;
    }
    size_t len = strlen(text);
    hasher_i64(h, (int64_t)len);
    hasher_bytes(h, text, len);
}

void hasher_end(struct hasher *h, struct hash *out)
{
    must(crypto_hash_sha256_final(state_of(h), out->bytes) == 0);
}

const char *hash_hex(const struct hash *hash, char out[HASH_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < HASH_SIZE; i++) {
        out[2 * i] = digits[hash->bytes[i] >> 4];
        out[2 * i + 1] = digits[hash->bytes[i] & 15];
    }
    out[HASH_TEXT - 1] = 0;
    return out;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

int hash_parse(const char *hex, struct hash *out)
{
    struct hash made;
    for (size_t i = 0; i < HASH_SIZE; i++) {
        int high = hex_value(hex[2 * i]);
        int low = high < 0 ? -1 : hex_value(hex[2 * i + 1]);
        if (low < 0)
            return -1;
        made.bytes[i] = (uint8_t)(high << 4 | low);
    }
    if (hex[HASH_TEXT - 1])
        return -1;
    *out = made;
    return 0;
}

int hash_cmp(const struct hash *a, const struct hash *b)
{
    return memcmp(a->bytes, b->bytes, HASH_SIZE);
}

void random_bytes(void *out, size_t len)
{
    must(sodium_init() >= 0);
    randombytes_buf(out, len);
}
