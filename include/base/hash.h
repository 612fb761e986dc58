/* hash: SHA-256 and the one binary form that is hashed: little-endian integers, length-prefixed
 * text.
 *
 * The form is the same for every store and machine, so a digest can be recomputed anywhere.
 * Knows: libsodium. Memory: embedded. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_SIZE 32
#define HASH_TEXT 65

struct hash {
    uint8_t bytes[HASH_SIZE];
};

struct hasher {
    _Alignas(8) uint8_t state[104]; /* crypto_hash_sha256_state */
};

void hasher_init(struct hasher *h);
void hasher_bytes(struct hasher *h, const void *bytes, size_t len); /* bare */
void hasher_i64(struct hasher *h, int64_t value);                   /* 8 bytes, little-endian */
void hasher_numbers(struct hasher *h, const int64_t *values, size_t count); /* each so; quicker */
void hasher_text(struct hasher *h, const char *text); /* length as i64, then bytes; NULL: -1 */
void hasher_end(struct hasher *h, struct hash *out);

const char *hash_hex(const struct hash *hash, char out[HASH_TEXT]);
int hash_parse(const char *hex, struct hash *out); /* 0 when it is 64 hex digits */
int hash_cmp(const struct hash *a, const struct hash *b);
void random_bytes(void *out, size_t len);

#endif
