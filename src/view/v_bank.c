/* v_bank: the reconciliation desk: what the bank reports and nobody has matched, with what of ours
 * it could be, and both proofs always in sight. */
#include "ledger/reconciliation.h"
#include "view/views.h"

#include <string.h>

static const char *shown(struct view *view, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_text(&view->arena,
                      money_show(money_of(minor, currency), &view->desk->session->notation, text));
}

static const char *twin(struct view *view)
{
    struct arena *arena = &view->desk->arena;

    return *view->about ? arena_format(arena, "bank propose --account %s",
                                       desk_word_quoted(view->about, arena))
                        : "bank propose";
}

/* The account that the desk is opened on: the one named, else the first that is known. */
static enum err account_read(struct view *view, struct bank_account *out, bool *found)
{
    struct book *book = view->desk->book;
    struct bank_account *list = NULL;
    int count = 0;

    TRY(bank_account_list(book, &view->arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (!*view->about || strcmp(list[i].code, view->about) == 0) {
            *out = list[i];
            view->about = arena_text(&view->life, out->code);
            *found = true;
            return ERR_OK;
        }
    *found = false;
    return ERR_OK;
}

/* Nothing to show before an account is known. */
static enum err load_nothing(struct view *view)
{
    static const struct column columns[] = {{.name = "line", .title = "Line", .kind = CELL_INT}};
    const struct table_head head = {"Bank", NULL, columns, 1};
    struct sink sink = view_sink(view);

    view->where = "Bank";
    view->box.empty = "No account at a bank is known yet; + brings its file.";
    TRY(sink.head(sink.self, &head));
    return sink.foot(sink.self, NULL);
}

static enum err day_read(struct view *view, const struct bank_account *account, struct date *out)
{
    struct bankbook_statement last;
    bool found = false;

    TRY(bankbook_closing(view->desk->book, account->account_id, book_today(view->desk->book),
                         &view->arena, &last, &found));
    *out = found ? last.last : book_today(view->desk->book);
    return ERR_OK;
}

/* "File 1,000.00 + 88.00 = 1,088.00" */
static const char *file_words(struct view *view, const struct reconciliation *r)
{
    if (!r->has_opening || !r->has_closing)
        return arena_format(&view->arena, "no %s balance yet",
                            r->has_opening ? "closing" : "opening");
    return arena_format(&view->arena, "File %s + %s%s %s", shown(view, r->opening, r->currency),
                        shown(view, r->lines, r->currency), r->file_difference ? " ! not" : " =",
                        shown(view, r->closing, r->currency));
}

/* "Books 1,110.00 - 40.00 + 30.00 = 1,100.00, difference -12.00" */
static const char *books_words(struct view *view, const struct reconciliation *r)
{
    const struct currency c = r->currency;
    const char *words = arena_format(&view->arena, "Books %s - %s + %s = %s",
                                     shown(view, r->ledger, c), shown(view, r->transit, c),
                                     shown(view, r->unpresented, c),
                                     shown(view, r->ledger - r->transit + r->unpresented, c));

    if (!r->has_closing)
        return words;
    words = arena_format(&view->arena, "%s, %sdifference %s", words,
                         r->ledger_difference ? "! " : "", shown(view, r->ledger_difference, c));
    return r->before && r->ledger_difference
               ? arena_format(&view->arena, "%s, %s of it before", words,
                              shown(view, r->before, c))
               : words;
}

static enum err load(struct view *view)
{
    struct bank_account account = {.account_id = 0};
    struct reconciliation r;
    struct date day;
    char iso[DATE_TEXT];
    bool found = false;

    TRY(account_read(view, &account, &found));
    if (!found)
        return load_nothing(view);
    TRY(day_read(view, &account, &day));
    TRY(view_command_load(view));
    TRY(reconciliation_look(view->desk->book, account.account_id, day, NULL, &view->arena, &r));
    view->where = arena_format(&view->arena, "Bank %s %s to %s", account.code, account.name,
                               date_iso(day, iso));
    view->means = file_words(view, &r);
    view->proof = books_words(view, &r);
    return ERR_OK;
}

static unsigned word_match(struct view *view)
{
    desk_run_template(view->desk,
                      "bank match --account {about} --lines {lines} --documents {ours}");
    return REACT_USED | REACT_REDRAW;
}

static const struct view_word words[] = {
    {"mark", "matches the line with what is proposed for it", word_match},
    {0},
};

const struct view_class view_bank = {
    .name = "bank",
    .title = "Bank",
    .help = "lines of the bank that are in no match, and what of ours they could be",
    .kind = VIEW_LIST,
    .load = load,
    .twin = twin,
    .words = words,
    .opens = "go bankline {line}",
    .empty = "Every line of the bank is matched; + brings a file, L shows all lines.",
};

const struct view_class view_bankline = {
    .name = "bankline",
    .title = "Line of the bank",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "bank show {about}",
};

const struct view_class view_banklines = {
    .name = "banklines",
    .title = "Lines of the bank",
    .help = "all lines of the bank, matched or not",
    .kind = VIEW_LIST,
    .runs = "bank list --account {about} --sort=-line",
    .opens = "go bankline {line}",
    .empty = "No lines of the bank yet; + brings a file.",
};

const struct view_class view_reconciliations = {
    .name = "reconciliations",
    .title = "Reconciliations",
    .help = "the bank held against the books: what waits for approval, what is frozen",
    .kind = VIEW_LIST,
    .runs = "bank reconciliations",
    .empty = "Nothing was reconciled yet; F10 on the bank's screen submits.",
};

const struct view_class view_profiles = {
    .name = "profiles",
    .title = "Profiles of files",
    .help = "how files of a known header are read, a bank's and others",
    .kind = VIEW_LIST,
    .runs = "profile list",
    .empty = "No profiles yet; an import keeps the meaning of a file's columns as one.",
};

const struct view_class view_bankrules = {
    .name = "bankrules",
    .title = "Rules for lines of the bank",
    .help = "what is done with lines of the bank of a kind",
    .kind = VIEW_LIST,
    .runs = "bank rules",
    .empty = "No rules yet; + adds one.",
};
