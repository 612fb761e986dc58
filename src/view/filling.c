/* filling: the placeholders of a line that a key or a row says, filled with what is selected. */
#include "view/views.h"

#include <string.h>

/* "ACME; BOLT": what the marked rows say in the first of these columns that they have. */
static const char *marked_values(struct view *view, const char *const *columns)
{
    struct arena *arena = &view->desk->arena;
    const char *list = "";
    int at = -1;

    for (; *columns && at < 0; columns++)
        at = table_column(view->box.head, *columns);
    for (size_t i = 0; at >= 0 && i < view->box.marked_count; i++) {
        const struct row *row = listbox_marked_row(&view->box, i);
        if (row && row->kind == ROW_DATA && row->cells[at].kind != CELL_NONE)
            list = arena_format(arena, "%s%s%s", list, *list ? "; " : "",
                                cell_plain(&row->cells[at], arena));
    }
    return *list ? list : NULL;
}

/* Of "customer.." the name is "customer"; NULL when it means one row alone. */
static const char *several_name(const char *name, struct arena *arena)
{
    const size_t len = strlen(name);

    return len > 2 && strcmp(name + len - 2, "..") == 0 ? arena_bytes(arena, name, len - 2) : NULL;
}

static const char *value_of(struct desk *desk, struct view *view, const struct subject *subject,
                            const char *name)
{
    const char *text = view->class->value ? view->class->value(view, name) : NULL;
    const char *several = several_name(name, &desk->arena);
    char day[DATE_TEXT];

    if (text)
        return text;
    if (several && view_marked(view)) {
        const char *const own[] = {several, NULL};
        return marked_values(view, strcmp(several, "customer") == 0   ? subject_customers
                                   : strcmp(several, "document") == 0 ? subject_documents
                                                                      : own);
    }
    if (several)
        return value_of(desk, view, subject, several);
    if (strcmp(name, "about") == 0)
        return *view->about ? view->about : NULL;
    if (strcmp(name, "extra") == 0)
        return *view->extra ? view->extra : NULL;
    if (strcmp(name, "customer") == 0)
        return subject->customer;
    if (strcmp(name, "document") == 0)
        return subject->document;
    if (strcmp(name, "today") == 0)
        return arena_text(&desk->arena, date_iso(desk->session->today, day));
    return view_cell(view, name);
}

int desk_fill(struct desk *desk, struct view *view, char *const *words, int count, char **out,
              const char **missing)
{
    struct subject subject = {0};
    bool asked = false;
    int n = 0;

    if (missing)
        *missing = NULL;
    for (int i = 0; i < count; i++) {
        size_t len = strlen(words[i]);
        if (len < 3 || words[i][0] != '{' || words[i][len - 1] != '}') {
            out[n++] = words[i];
            continue;
        }
        char *name = arena_bytes(&desk->arena, words[i] + 1, len - 2);
        /* a list is shown by `runs`, which cannot ask what is under the cursor */
        if (!asked && strcmp(name, "about") != 0 && strcmp(name, "extra") != 0) {
            view_subject(view, &subject);
            asked = true;
        }
        const char *value = value_of(desk, view, &subject, name);
        if (value && *value) {
            out[n++] = arena_text(&desk->arena, value);
        } else {
            if (missing && !*missing)
                *missing = name;
            if (n > 0 && i > 0 && out[n - 1] == words[i - 1] && strncmp(out[n - 1], "--", 2) == 0)
                n--;
        }
    }
    return n;
}
