#include "fuzz/driver.h"

#include "base/arena.h"
#include "base/err.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define SEEDS_MOST 20000
#define LINE_LIMIT 4096 /* bytes that an input grows to, save by repeating */

/* ---- chance (splitmix64, from a fixed start) ---- */

struct chance {
    uint64_t state;
};

static uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += 0x9E3779B97F4A7C15u;

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static size_t chance_below(struct chance *chance, size_t most)
{
    return most ? (size_t)(chance_next(chance) % most) : 0;
}

/* ---- seeds ---- */

static void seed_add(struct seeds *seeds, const void *bytes, size_t len)
{
    if (len > INPUT_MOST || seeds->count == SEEDS_MOST)
        return;
    if (seeds->count == seeds->room) {
        seeds->room = seeds->room ? seeds->room * 2 : 64;
        seeds->list = mem_resize(seeds->list, seeds->room, sizeof *seeds->list);
    }
    struct seed *seed = &seeds->list[seeds->count++];
    *seed = (struct seed){mem_new(1, len + 1), len};
    memcpy(seed->bytes, bytes, len);
}

static void file_add(struct seeds *seeds, const char *path, bool lines)
{
    FILE *file = fopen(path, "rb");
    char *bytes = mem_new(1, INPUT_MOST);

    must(file != NULL);
    const size_t len = fread(bytes, 1, INPUT_MOST, file);
    fclose(file);
    for (size_t at = 0; lines && at < len;) {
        const char *end = memchr(bytes + at, '\n', len - at);
        const size_t line = end ? (size_t)(end - bytes) - at : len - at;
        seed_add(seeds, bytes + at, line);
        at += line + 1;
    }
    if (!lines)
        seed_add(seeds, bytes, len);
    free(bytes);
}

void seeds_read(struct seeds *seeds, const char *folder, const struct target *target)
{
    char path[1024];
    struct dirent **names = NULL;

    snprintf(path, sizeof path, "%s/%s", folder, target->name);
    const int count = scandir(path, &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (names[i]->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s/%s", folder, target->name, names[i]->d_name);
            file_add(seeds, path, target->lines);
        }
        free(names[i]);
    }
    free(names);
}

void seeds_done(struct seeds *seeds)
{
    for (size_t i = 0; i < seeds->count; i++)
        free(seeds->list[i].bytes);
    free(seeds->list);
    *seeds = (struct seeds){0};
}

/* ---- changes ---- */

/* Puts `len` bytes in the place of `cut` bytes at `at`, as far as there is room. */
static void bytes_put(struct feeding *f, size_t at, size_t cut, const uint8_t *bytes, size_t len,
                      size_t most)
{
    if (f->len - cut + len > most)
        return;
    memmove(f->bytes + at + len, f->bytes + at + cut, f->len - at - cut);
    memcpy(f->bytes + at, bytes, len);
    f->len += len - cut;
}

static void change(struct feeding *f, const struct seeds *seeds, struct chance *chance)
{
    static const char odd[] =
        "\0\n\r\t\"'=;,.|&!()+-*/%#~<>{}0919 \x1B\x7F\x80\xC2\xE2\xED\xF4\xFF";
    uint8_t piece[64];
    const size_t at = chance_below(chance, f->len + 1), rest = f->len - at;
    const size_t some = chance_below(chance, rest < 32 ? rest + 1 : 32);

    switch (chance_below(chance, 8)) {
    case 0: /* a bit */
        if (rest)
            f->bytes[at] = (uint8_t)(f->bytes[at] ^ (1u << chance_below(chance, 8)));
        break;
    case 1: /* a byte that means something to somebody, put in or over another */
        piece[0] = (uint8_t)odd[chance_below(chance, sizeof odd - 1)];
        bytes_put(f, at, rest && chance_below(chance, 2), piece, 1, LINE_LIMIT);
        break;
    case 2: /* a letter or figure beside the one that is there */
        if (rest)
            f->bytes[at] = (uint8_t)(f->bytes[at] + chance_below(chance, 5) - 2);
        break;
    case 3: bytes_put(f, at, some, piece, 0, LINE_LIMIT); break;
    case 4: /* something said twice */
        memcpy(piece, f->bytes + at, some);
        bytes_put(f, chance_below(chance, f->len + 1), 0, piece, some, LINE_LIMIT);
        break;
    case 5: /* figures without end */
        memset(piece, '0' + (int)chance_below(chance, 10), 24);
        bytes_put(f, at, 0, piece, chance_below(chance, 24), LINE_LIMIT);
        break;
    case 6: /* all of it many times over, seldom */
        if (chance_below(chance, 200) == 0)
            while (f->len && f->len * 2 <= INPUT_MOST) {
                memcpy(f->bytes + f->len, f->bytes, f->len);
                f->len *= 2;
            }
        break;
    default: { /* a part of another seed */
        const struct seed *seed = &seeds->list[chance_below(chance, seeds->count)];
        const size_t from = chance_below(chance, seed->len + 1);
        bytes_put(f, at, some, seed->bytes + from, chance_below(chance, seed->len - from + 1),
                  LINE_LIMIT);
    }
    }
}

static void feed(const struct target *target, struct feeding *f)
{
    target->feed(f->bytes, f->len);
    f->runs++;
}

void feed_seeds(const struct target *target, struct seeds *seeds, int64_t runs,
                struct feeding *feeding)
{
    struct chance chance = {0};

    for (const char *p = target->name; *p; p++)
        chance.state = chance.state * 257 + (unsigned char)*p;
    seed_add(seeds, "", 0);
    for (size_t i = 0; i < seeds->count; i++) {
        memcpy(feeding->bytes, seeds->list[i].bytes, feeding->len = seeds->list[i].len);
        feed(target, feeding);
    }
    while (feeding->runs < runs) {
        const struct seed *seed = &seeds->list[chance_below(&chance, seeds->count)];
        memcpy(feeding->bytes, seed->bytes, feeding->len = seed->len);
        for (size_t n = 1 + chance_below(&chance, 6); n; n--)
            change(feeding, seeds, &chance);
        feed(target, feeding);
    }
}

void feeding_show(const struct feeding *feeding, FILE *out)
{
    for (size_t i = 0; i < feeding->len && i < 2000; i++) {
        const uint8_t c = feeding->bytes[i];
        if (c == '\\' || c == '"')
            fprintf(out, "\\%c", c);
        else if (c >= 32 && c < 127)
            fputc(c, out);
        else
            fprintf(out, "\\%03o", c);
    }
    fprintf(out, "%s\n", feeding->len > 2000 ? "..." : "");
}
