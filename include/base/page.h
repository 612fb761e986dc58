/* page: a document as blocks: headings, pairs, paragraphs, tables, charts, rules,
 * page breaks.
 *
 * The invoice on screen, the text that is printed and the PDF are the same page; page_lines breaks
 * it into lines of a width once for all of them.
 * Memory: everything lies in the page's arena. */
#ifndef BASE_PAGE_H
#define BASE_PAGE_H

#include "base/chart.h"
#include "base/picture.h"
#include "base/table.h"

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PAIR,
    BLOCK_TEXT,
    BLOCK_TABLE,
    BLOCK_CHART,
    BLOCK_RULE,
    BLOCK_SPACE,
    BLOCK_BREAK,
    BLOCK_CODE /* its text as a QR code, the label beside it */
};

/* What writers say by themselves, in the language of the page; # stands for a number. */
struct page_words {
    const char *sheet, *sheets; /* "page #", "Page # of #" */
    const char *total, *carried, *brought;
};
extern const struct page_words page_words_english;

struct block {
    enum block_kind kind;
    int level;            /* of a heading: 1 or 2 */
    const char *label;    /* of a pair */
    const char *text;
    size_t figure_len;    /* of a pair: so many bytes of the text are a figure */
    struct table *table;  /* owned */
    struct notation notation;       /* of a table: its figures and days; decimal 0 = the page's */
    const struct page_words *words; /* of a table; NULL = the page's */
    const struct chart *chart;
    struct block *next;
};

/* What is on every sheet of a page that was sent: it looks the same whenever it is drawn. */
struct page_sheet {
    int64_t moment;   /* when it was made, microseconds UTC; 0 = nothing here is settled */
    const char *foot; /* NULL = nothing; of a page that is not settled: the writer's own */
    bool letter;      /* paper of 8.5 x 11 inches */
    struct notation notation; /* of figures; decimal 0 = the reader's own */
};

struct page {
    struct arena arena;
    struct page_sheet sheet;
    struct page_words words;
    const struct picture *logo; /* in PDF, on the first sheet and behind breaks; NULL = none */
    const char *title;    /* printed by the writer at the head of every sheet: not among lines */
    const char *subtitle; /* period, currency, when made */
    struct block *first, *last;
};

void page_init(struct page *page, const char *title, const char *subtitle);
void page_done(struct page *page);
void page_heading(struct page *page, int level, const char *text);
void page_pair(struct page *page, const char *label, const char *text); /* aligned in a run */
void page_say(struct page *page, const char *label, const char *text); /* where there is a text */
/* A pair whose text begins with a figure; in a run they stand below each other, flush right.
 * `rest` may be NULL. */
void page_figure(struct page *page, const char *label, const char *figure, const char *rest);
void page_text(struct page *page, const char *text); /* a paragraph, filled; \n ends a line */
struct table *page_table(struct page *page); /* give table_sink() of it to a report, or fill it */
void page_chart(struct page *page, const struct chart *chart); /* a copy */
void page_rule(struct page *page);
void page_space(struct page *page);
void page_break(struct page *page);
/* A code to be read by a phone; left out where it cannot be drawn, of csv, and of plain ASCII. */
void page_code(struct page *page, const char *label, const char *payload);

/* `words` with the numbers where # stands; the rest of them is left out. */
const char *page_numbered(const char *words, int first, int second, char *out, size_t room);

/* How its figures are written: as it was sent, else as the reader has them. */
const struct notation *page_notation(const struct page *page, const struct notation *otherwise);
/* How those of a table on it are, and what its writers call its sums. */
const struct notation *block_notation(const struct page *page, const struct block *block,
                                      const struct notation *otherwise);
const struct page_words *block_words(const struct page *page, const struct block *block);

/* Does a table of the page show its title? Not when it is the page's. */
bool page_titles(const struct page *page, const struct table *table);

enum line_style { LINE_PLAIN, LINE_HEADING, LINE_TABLE_HEAD, LINE_TOTAL, LINE_DIM };

struct line {
    const char *text;       /* at most `width` cells unless a figure needs more: it pushes */
    enum line_style style;
    bool breaks;            /* a new sheet begins with this line */
    char mark;              /* of the table row, for its colour: the text shows it already */
    bool in_table;          /* a row: should a sheet begin here, the heads stand above it again */
};

/* Calls `each` for every line in order; its error ends it. The text lives until the next line.
 * A writer that breaks a long table repeats its last run of LINE_TABLE_HEAD lines on that sheet. */
enum err page_lines(const struct page *page, int width, const struct notation *notation,
                    enum err (*each)(void *self, const struct line *line), void *self);
/* The same for one table in memory, its title first: column widths by content, least worthy columns
 * left out, COLUMN_TOTAL columns summed unless the report gave a total row, the proof last. */
enum err table_lines(const struct table *table, int width, const struct notation *notation,
                     enum err (*each)(void *self, const struct line *line), void *self);

/* What is known of a table's rows when its columns are laid out. */
struct table_content {
    int *cells;       /* the widest of each column, titles apart; the caller's memory */
    bool *says;       /* has a data row something but zeros there? NULL = what has cells says so */
    bool whole;       /* nothing else comes: what says nothing makes room for what does */
    bool any;         /* a data row was seen */
    bool mixed;       /* rows differ in their currency: its column stays */
    char currency[8]; /* the first that was seen */
    int chosen;       /* the column that stays whatever it is worth, counted from 1; 0 = none */
};
/* To be called for each row: which columns say something, and whether currencies differ. */
void table_content_see(struct table_content *content, const struct table_head *head,
                       const struct row *row);
/* Is it known that nothing but zeros stands in that column? */
bool table_says_nothing(const struct table_content *content, int column);

/* How a table of `count` columns is laid out in `width` cells: places[i].shown and .cells. Used by
 * page, text writer and list on screen alike. A figure is never clipped: texts and long codes that
 * must stay give first, then columns leave, the least worthy before the others. */
struct column_place {
    bool shown;
    bool cut;  /* what is longer is cut: texts, and codes that had to give */
    int cells; /* width; columns are separated by two blanks, by one when short */
};
void table_layout(const struct column *columns, int count, const struct table_content *content,
                  int width, struct column_place *out);
/* The blanks between two columns of that layout: 2, or 1 when it is short. */
int table_gap(const struct column_place *places, int count, int width);

/* What a total is called: where its row says so, and where it is drawn, left of its figures, over
 * so many cells. -1 = it has none, or is drawn nowhere else than it stands. */
struct total_label {
    int from, at, room;
};
struct total_label table_total_label(const struct table_head *head,
                                     const struct column_place *places, const char *const *texts,
                                     int gap);
/* One line of the columns that are shown. A figure or code longer than its place pushes; what comes
 * behind moves back as soon as there is room again. Of a total, its label finds a place. */
void table_line(struct buf *out, const struct table_head *head, const struct column_place *places,
                const char *const *texts, int gap, bool total);
/* "not shown: 31-60, 61-90" in at most so many cells: the columns of sums that were left out though
 * they say something, without which a row does not add up; nothing when there are none. */
void table_left_out(struct buf *out, const struct table_head *head,
                    const struct table_content *content, const struct column_place *places,
                    int cells);

#endif
