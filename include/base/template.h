/* template: a small language of plain text in which a paper is written, and the page drawn by it.
 *
 *     # a comment                      an empty line is an empty line of the paper
 *     Dear {customer.name},            any other line is a paragraph; {name} is a value
 *     .title TEXT  .subtitle TEXT      at the head of every sheet
 *     .heading TEXT                    .rule    .page (a new sheet)    .logo
 *     .pair LABEL | TEXT               .sum LABEL | FIGURE | REST     .code LABEL | PAYLOAD
 *     {if NAME} {if not NAME} {if NAME = TEXT} {if NAME != TEXT} .. {else} .. {end}
 *     {for ROW in LIST} .. {end}       {ROW.name}, and {ROW.first} {ROW.last} {ROW.number}
 *     {table ROW in LIST} .. {end}     with lines .column TITLE | TEXT | OPTIONS, .proof TEXT,
 *                                      and {if} and {for} around columns
 *     .numbers 1.234,56                .dates 31.12.2026
 *     .word OURS | THEIRS              a word of ours in their language; # stands for a number,
 *                                      and "method: cash" is the word of one value alone
 *
 * Options of a column: total (added up), code (never cut), drop N (left out where the paper is
 * narrow, the highest first), data (in csv and json only). A line is left out when it has values
 * and all of them are empty. \ before { # . \ | or a blank makes it a plain one. Blanks at the
 * beginning of a line, and at its end, do not count.
 * Holds: values are never read as template; what is parsed draws with any fields of its vocabulary.
 * Memory: the arena given; the page's. Fails with: INPUT (name, line, and what would be right),
 * LIMIT (text of a template, depth, size of what is drawn). */
#ifndef BASE_TEMPLATE_H
#define BASE_TEMPLATE_H

#include "base/fields.h"
#include "base/page.h"

#define TEMPLATE_MAX 65536 /* bytes of a template */
#define TEMPLATE_DEPTH 8   /* of {if}, {for} and {table} in each other */
#define TEMPLATE_COLUMNS 40

struct template;

/* `name` stands in front of every message: "invoice.de". */
enum err template_parse(const char *name, const char *text, const struct vocabulary *vocabulary,
                        struct arena *arena, const struct template **out, struct note *note);
/* Does it write a value of that name, of a row or of the paper? */
bool template_says(const struct template *template, const char *name);
/* `words` are asked for words that the template does not have, and for how figures and days are
 * written; NULL = none. Behind what is on the page. */
enum err template_draw(const struct template *template, const struct template *words,
                       const struct fields *fields, struct page *page, struct note *note);
/* A value as it is said where no template says it in another way; "" for NULL. */
const char *template_plain(const struct fields_value *value, struct arena *arena);

#endif
