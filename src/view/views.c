#include "view/views.h"

#include <string.h>

extern const struct view_class view_customers;
extern const struct view_class view_payment;

/* What a typed command answered. */
static const char *answer_twin(struct view *view)
{
    return view->about;
}

static const struct view_class view_answer = {
    .name = "answer",
    .title = "Answer",
    .kind = VIEW_LIST,
    .needs_about = true,
    .empty = "No rows.",
    .twin = answer_twin,
};

const struct view_class *const views_all[] = {
    &view_customers,
    &view_payment,
    &view_answer,
    NULL,
};

const struct view_class *view_class_find(const char *name)
{
    for (const struct view_class *const *class = views_all; *class; class ++)
        if (strcmp((*class)->name, name) == 0)
            return *class;
    return NULL;
}
