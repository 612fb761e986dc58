/* targets: the list of all targets. */
#include "fuzz/target.h"

const struct target targets_all[] = {
    {"csv", false, feed_csv},
    {"import", false, feed_import},
    {"camt", false, feed_bank},
    {"ofx", false, feed_bank},
    {"mt940", false, feed_bank},
    {"bai2", false, feed_bank},
    {"lockbox", false, feed_bank},
    {"bankcsv", false, feed_bankcsv},
    {"money", true, feed_money},
    {"date", true, feed_date},
    {"filter", true, feed_filter},
    {"line", true, feed_line},
    {"terms", true, feed_terms},
    {"text", true, feed_text},
    {"reference", true, feed_reference},
    {"sought", true, feed_sought},
    {"template", false, feed_template},
    {NULL, false, NULL},
};
