/* settingjudge: which texts are values of a setting, where they are not free. */
#ifndef LEDGER_SETTINGJUDGE_H
#define LEDGER_SETTINGJUDGE_H

#include "ledger/setting.h"

/* *value may become the way in which it is kept: DK for dk. INPUT with what would be right. */
enum err setting_words_judge(struct book *book, const struct setting *row, const char **value);

#endif
