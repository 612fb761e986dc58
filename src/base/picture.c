#include "base/picture.h"

#include <sodium.h>
#include <string.h>

#define CHUNK 12 /* length, name, check sum around the bytes of a part */

static size_t number_at(const unsigned char *bytes)
{
    return (size_t)bytes[0] << 24 | (size_t)bytes[1] << 16 | (size_t)bytes[2] << 8 | bytes[3];
}

/* Part after part up to the end mark, and nothing behind it. */
static bool is_whole(const unsigned char *bytes, size_t len)
{
    for (size_t at = 8; len - at >= CHUNK;) {
        const size_t part = number_at(bytes + at);
        if (part > len - at - CHUNK)
            return false;
        if (memcmp(bytes + at + 4, "IEND", 4) == 0)
            return at + CHUNK + part == len;
        at += CHUNK + part;
    }
    return false;
}

enum err picture_read(const unsigned char *bytes, size_t len, struct picture *out,
                      struct note *note)
{
    static const unsigned char head[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
                                         0,    0,   0,   13,  'I',  'H',  'D',  'R'};
    struct hasher hasher;
    struct hash hash;

    if (len > PICTURE_BYTES)
        return fail(note, ERR_LIMIT, "a picture has at most %zu KB; save it smaller",
                    PICTURE_BYTES >> 10);
    if (len < sizeof head + 9 || memcmp(bytes, head, sizeof head) != 0)
        return fail(note, ERR_INPUT, "that is no PNG; save the picture as PNG");
    const size_t width = number_at(bytes + 16), height = number_at(bytes + 20);
    if (width == 0 || height == 0 || width > PICTURE_DOTS || height > PICTURE_DOTS)
        return fail(note, ERR_LIMIT,
                    "the picture has %zu x %zu dots; at most %d x %d can be drawn", width, height,
                    PICTURE_DOTS, PICTURE_DOTS);
    if (!is_whole(bytes, len))
        return fail(note, ERR_INPUT, "the PNG is not whole: its end is missing");
    *out = (struct picture){
        .bytes = bytes, .len = len, .width = (int)width, .height = (int)height};
    hasher_init(&hasher);
    hasher_bytes(&hasher, bytes, len);
    hasher_end(&hasher, &hash);
    hash_hex(&hash, out->sha256);
    return ERR_OK;
}

const char *picture_text(const struct picture *picture, struct arena *arena)
{
    const size_t room = sodium_base64_ENCODED_LEN(picture->len, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_new(arena, room);

    return sodium_bin2base64(text, room, picture->bytes, picture->len,
                             sodium_base64_VARIANT_ORIGINAL);
}

enum err picture_parse(const char *text, struct arena *arena, struct picture *out,
                       struct note *note)
{
    const size_t room = strlen(text) / 4 * 3 + 3;
    unsigned char *bytes = arena_new(arena, room);
    size_t len = 0;

    if (sodium_base642bin(bytes, room, text, strlen(text), NULL, &len, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        picture_read(bytes, len, out, NULL) != ERR_OK)
        return fail(note, ERR_CORRUPT, "a picture that was kept is not whole");
    return ERR_OK;
}
