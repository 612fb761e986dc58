/* mt940text: what banks write into :86: of a line, and :NS:.
 *
 * Knows: fields of German and Polish banks (?00 ?20-?29 ?30-?33 ?38 ?60-?63, also with > before the
 * number) with the SEPA words in them (EREF+ KREF+ MREF+ SVWZ+ ...); fields of Dutch banks
 * (/IBAN/ /NAME/ /REMI/ /EREF/ /MARF/ /CNTP/); :NS: of old German ones (01-14 text, 15 name); else
 * the text as it is, an IBAN that it begins with being the account.
 * Holds: a line of 65 characters was cut by the bank, so the next one goes on without a blank. */
#ifndef IO_MT940TEXT_H
#define IO_MT940TEXT_H

#include "io/bankread.h"

/* Fills what the line does not have yet. The details are lines parted by \n. */
void mt940text(struct bank_line *line, struct arena *arena, const char *details, size_t len);

#endif
