/* papertemplate: the papers that are written from templates, and the template of each.
 *
 * A paper is written in the language of its customer, else in the firm's (setting `language`), else
 * in English: in the first for which there is a template, the firm's own (ledger/papertext.h)
 * before the one that came with the program. The paper "words" has no page: it tells how figures,
 * days and our words are written in its language.
 * What the law wants said (why a paper is without tax) stands at the end of a paper whose template
 * has no place for it.
 * Memory: the arena given; the page's. Fails with: INPUT (a template that is none), MISSING. */
#ifndef REPORT_PAPERTEMPLATE_H
#define REPORT_PAPERTEMPLATE_H

#include "base/template.h"
#include "ledger/book.h"

struct papertemplate {
    const char *name, *summary;
    const struct vocabulary *vocabulary;
};
extern const struct papertemplate papertemplates[]; /* name NULL ends it */
const struct papertemplate *papertemplate_row(const char *paper); /* NULL = there is no such one */

/* What came with the program; NULL = nothing in that language. */
const char *papertemplate_shipped(const char *paper, const char *language);
/* The n-th language that came with the program; NULL behind the last. */
const char *papertemplate_language(int n);
/* Does it parse? Its messages call it `name`. */
enum err papertemplate_check(const struct papertemplate *paper, const char *name, const char *text,
                             struct note *note);

/* The value that its papers must say and the text, which parses, does not: "tax.exemption"; NULL =
 * none, or no tax code of the book has one. */
enum err papertemplate_lacks(struct book *book, const struct papertemplate *paper, const char *text,
                             const char **out);

/* Room for the values of a paper, with what the firm is; they lie in the page's arena. */
enum err papertemplate_begin(struct book *book, const char *paper, struct page *page,
                             struct fields *fields);
/* Behind what is on the page. `language` "" or NULL: the firm's. */
enum err papertemplate_draw(struct book *book, const char *paper, const char *language,
                            const struct fields *fields, struct page *page);

#endif
