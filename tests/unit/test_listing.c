/* Lists: what --search, --where, --sort and --limit leave of a table, in a clerk's words. */
#include "app/listing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct arg list_args[] = {LISTING_ARGS, {0}};
static const struct command list_command = {.noun = "debt", .verb = "list", .args = list_args};

static const struct column columns[] = {
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "owes", .title = "Owes", .kind = CELL_INT},
    {.name = "late", .title = "Late", .kind = CELL_FLAG},
};

/* A table as it is, rows in this order; `asked` counts how many the source was still asked for. */
static const struct {
    const char *name;
    int64_t owes, late;
} debts[] = {{"Bolt & Sons", 20, 0}, {"Acme \"Ltd\"", 50, 1}, {"late bird", 20, 0}, {"Dot", 5, 1}};

static enum err debts_pass(struct sink *sink, bool total, int *asked)
{
    const struct table_head head = {"Debts", NULL, columns, 3};

    TRY(sink->head(sink->self, &head));
    for (*asked = 0; *asked < 4; (*asked)++) {
        const struct cell cells[] = {cell_text(debts[*asked].name), cell_int(debts[*asked].owes),
                                     cell_number(CELL_FLAG, debts[*asked].late)};
        TRY(sink_row(sink, *asked + 1, ' ', cells));
    }
    if (total) {
        const struct cell cells[] = {cell_text("Total"), cell_int(95), cell_none()};
        TRY(sink->row(sink->self, &(struct row){.kind = ROW_TOTAL, .cells = cells}));
    }
    return sink->foot(sink->self, "in balance");
}

struct result {
    enum err code;
    char names[200]; /* of the rows that came, "T" for a total */
    char proof[100];
    int asked;
    struct note note;
};

/* One list: words as behind the verb, and what came out. */
static void list(int count, char *const *words, struct result *out)
{
    struct session session = {.habit = {date_of(2026, 11, 22), DATE_YMD}};
    struct arena arena = {0};
    struct listing listing;
    struct table table;
    struct args args;

    *out = (struct result){.code = ERR_OK};
    args_init(&args, &list_command, &arena, &session.habit, &notation_plain);
    assert_int_equal(args_words(&args, count, words, &out->note), ERR_OK);
    table_init(&table);
    struct sink keeper = table_sink(&table);
    struct act act = {.session = &session,
                      .args = &args,
                      .note = &out->note,
                      .arena = &arena,
                      .sink = &keeper};
    struct sink *sink = listing_open(&listing, &act);
    out->code = listing_close(&listing, debts_pass(sink, true, &out->asked));
    for (size_t i = 0; i < table.count; i++) {
        const char *name = table.rows[i].kind == ROW_TOTAL ? "T" : table.rows[i].cells[0].text;
        const size_t len = strlen(out->names);
        snprintf(out->names + len, sizeof out->names - len, "%.40s|", name);
    }
    snprintf(out->proof, sizeof out->proof, "%s", table.proof ? table.proof : "");
    table_done(&table);
    arena_done(&arena);
}

static void rows_that_come(void **state)
{
    static const struct {
        const char *words[6];
        const char *names, *proof;
    } cases[] = {
        {{NULL}, "Bolt & Sons|Acme \"Ltd\"|late bird|Dot|T|", "in balance"},
        /* signs of the filter mean nothing in a search, and a flag's name is a word there */
        {{"--search", "& sons"}, "Bolt & Sons|", ""},
        {{"--search", "\"ltd\""}, "Acme \"Ltd\"|", ""},
        {{"--search", "late"}, "late bird|", ""},
        {{"--search", "nobody"}, "", ""},
        {{"--where", "late"}, "Acme \"Ltd\"|Dot|", ""},
        {{"--where", "owes >= 20 & !late"}, "Bolt & Sons|late bird|", ""},
        {{"--where", "owes > 0"}, "Bolt & Sons|Acme \"Ltd\"|late bird|Dot|T|", "in balance"},
        {{"--where", "owes = 20", "--search", "bird"}, "late bird|", ""},
        {{"--sort", "owes"}, "Dot|Bolt & Sons|late bird|Acme \"Ltd\"|T|", "in balance"},
        {{"--sort", "-owes, -name"}, "Acme \"Ltd\"|late bird|Bolt & Sons|Dot|T|", "in balance"},
        {{"--limit", "2"}, "Bolt & Sons|Acme \"Ltd\"|", "the first 2; --limit left out the rest"},
        {{"--limit", "4"}, "Bolt & Sons|Acme \"Ltd\"|late bird|Dot|T|", "in balance"},
        {{"--sort", "name", "--limit", "1"}, "Acme \"Ltd\"|",
         "the first 1; --limit left out the rest"},
        {{"--where", "late", "--limit", "1"}, "Acme \"Ltd\"|",
         "the first 1; --limit left out the rest"},
        {{"--where", "late", "--limit", "2"}, "Acme \"Ltd\"|Dot|", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *words[6];
        struct result result;
        int count = 0;
        while (count < 6 && cases[i].words[count]) {
            words[count] = (char *)cases[i].words[count];
            count++;
        }
        list(count, words, &result);
        assert_int_equal(result.code, ERR_OK);
        assert_string_equal(result.names, cases[i].names);
        assert_string_equal(result.proof, cases[i].proof);
    }
}

static void a_limit_stops_the_source(void **state)
{
    char *words[] = {"--limit", "1"};
    struct result result;

    list(2, words, &result);
    assert_int_equal(result.asked, 1); /* the second row told it to stop */
}

static void mistakes_name_the_argument(void **state)
{
    static const struct {
        const char *name, *value;
        enum err code;
        const char *words;
    } cases[] = {
        {"--where", "ows > 1", ERR_INPUT,
         "--where: there is no column \"ows\" (character 1 of the filter); there are: name, owes, "
         "late"},
        {"--where", "owes > much", ERR_INPUT, NULL},
        {"--sort", "ows", ERR_INPUT,
         "--sort: there is no column 'ows'; there are name, owes, late"},
        {"--sort", "", ERR_INPUT, "--sort: there is no column ''; there are name, owes, late"},
        {"--limit", "0", ERR_USAGE, "--limit is a number of rows, 1 or more"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *words[] = {(char *)cases[i].name, (char *)cases[i].value};
        struct result result;
        list(2, words, &result);
        assert_int_equal(result.code, cases[i].code);
        if (cases[i].words)
            assert_string_equal(result.note.text, cases[i].words);
        assert_string_equal(result.names, "");
        assert_int_equal(result.asked, 0); /* told before the work */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_come),
        cmocka_unit_test(a_limit_stops_the_source),
        cmocka_unit_test(mistakes_name_the_argument),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
