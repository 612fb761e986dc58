/* readers: every kind of bank file that is read, in the order in which a file is tried. */
#include "io/bankread.h"

#include <stddef.h>

/* clang-format off */
const struct bank_reader bank_readers[] = {
    {"camt",    camtread_like,    xml_encoding, camtread},
    {"OFX",     ofxread_like,     ofxread_encoding, ofxread},
    {"MT940",   mt940read_like,   NULL,         mt940read},
    {"BAI2",    bai2read_like,    NULL,         bai2read},
    {"lockbox", lockboxread_like, NULL,         lockboxread},
    {"CSV",     bankcsv_like,     NULL,         bankcsv},
    {NULL,      NULL,             NULL,         NULL},
};
/* clang-format on */
