/* papervocabulary: which values the templates of each paper have. */
#ifndef REPORT_PAPERVOCABULARY_H
#define REPORT_PAPERVOCABULARY_H

#include "base/fields.h"

extern const struct vocabulary vocabulary_invoice[]; /* credit memos, too */
extern const struct vocabulary vocabulary_statement[];
extern const struct vocabulary vocabulary_dunning[];
extern const struct vocabulary vocabulary_confirmation[];
extern const struct vocabulary vocabulary_deposit[];
extern const struct vocabulary vocabulary_receipt[];
extern const struct vocabulary vocabulary_reconciliation[];
extern const struct vocabulary vocabulary_mail[];
extern const struct vocabulary vocabulary_words[]; /* empty */

#endif
