#include "app/sheets.h"

#include "ledger/book.h"
#include "ledger/setting.h"

void sheets_options(const struct session *session, int width, struct writer_options *out)
{
    *out = (struct writer_options){
        .width = width, .notation = session->notation, .moment = session->now, .raw = session->raw};
    if (!session->book)
        return;
    out->foot = book_company(session->book);
    out->letter = setting_int(session->book, "paper.letter") != 0;
}
