/* pdf: one file of many documents, each with a bookmark and page numbers of its own, or through.
 *
 *     TRY(pdf_open(&pdf, &out, "Statements", &options));
 *     e = pdf_add(pdf, &page);                    for each, in constant memory
 *     e = pdf_close(pdf);                         then out_close
 *
 * Knows: pages. Fails with: what struct out fails with. */
#ifndef OUT_PDF_H
#define OUT_PDF_H

#include "base/page.h"
#include "out/writers.h"

struct pdf;
enum err pdf_open(struct pdf **out, struct out *bytes, const char *title,
                  const struct writer_options *options);
/* The sheets of all documents are numbered through: "page 7". Before the first is added. */
void pdf_through(struct pdf *pdf);
enum err pdf_add(struct pdf *pdf, const struct page *page);
/* Always closes; the first failure, when there was one. */
enum err pdf_close(struct pdf *pdf);
/* Can the picture be drawn? INPUT: it cannot. */
enum err pdf_picture_check(const struct picture *picture, struct note *note);

#endif
