#include "view/palette.h"

#include "view/binding.h"
#include "view/deskword.h"
#include "view/views.h"

#include <string.h>

static const char *scope_words(struct desk *desk, const char *scope)
{
    if (strcmp(scope, "table") == 0)
        return "every list";
    if (strcmp(scope, "page") == 0)
        return "every page";
    if (strcmp(scope, "global") == 0)
        return "everywhere";
    return desk->top->class->title;
}

/* The keys of the view first, then those of its kind, then the rest. */
static size_t keys_collect(struct desk *desk, struct choice *out)
{
    const char *const scopes[] = {desk->top->class->name, view_scope(desk->top), "global"};
    size_t count = 0;

    for (size_t s = 0; s < 3; s++) {
        if (s > 0 && strcmp(scopes[s], scopes[0]) == 0)
            continue; /* a form that is called by its kind: its keys are listed already */
        for (size_t i = 0; i < desk->binding_count; i++) {
            const struct binding *binding = &desk->bindings[i];
            if (strcmp(binding->row->scope, scopes[s]) != 0 ||
                binding_of_key(desk, desk->top, binding->key) != binding ||
                (view_types(desk->top) && s > 0 && key_is_text(binding->key)))
                continue; /* letters are typed here */
            out[count++] = (struct choice){.code = binding->name,
                                           .text = binding_help(binding, &desk->arena),
                                           .hint = scope_words(desk, binding->row->scope),
                                           .why_not = binding_why_not(desk, binding),
                                           .id = (int64_t)i};
        }
    }
    return count;
}

void help_run(struct desk *desk)
{
    struct choice *choices = arena_new(&desk->arena, (desk->binding_count + 1) * sizeof *choices);
    size_t count = keys_collect(desk, choices);
    struct choice chosen;
    const char *title = arena_format(&desk->arena, "Keys of %s:", desk->top->class->title);

    if (desk_choose(desk, title, choices, count, &chosen))
        binding_run(desk, &desk->bindings[chosen.id]);
}

/* The key that goes to this screen or runs this command from here. */
static const char *key_for(struct desk *desk, const struct view_class *class,
                           const struct command *command)
{
    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        if (!binding_in_scope(binding, desk->top))
            continue;
        if ((class && binding->kind == BINDING_GO && binding->class == class) ||
            (command && binding->kind == BINDING_COMMAND && binding->command == command))
            return binding->name;
    }
    return NULL;
}

static bool desk_word_named(const struct choice *choices, size_t count,
                            const struct desk_word *word)
{
    for (size_t i = 0; i < count; i++)
        if (choices[i].code == word->name)
            return true;
    return false;
}

/* What the desk itself can do from here; what chooses among all that is left out of itself. */
static size_t words_collect(struct desk *desk, struct choice *out)
{
    size_t count = 0;

    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        if (binding->kind != BINDING_DESK || !binding_in_scope(binding, desk->top) ||
            binding_of_key(desk, desk->top, binding->key) != binding ||
            binding->word->run == palette_run || desk_word_named(out, count, binding->word))
            continue;
        out[count++] = (struct choice){.code = binding->word->name,
                                       .text = binding->word->help,
                                       .hint = binding->name,
                                       .why_not = binding_why_not(desk, binding)};
    }
    return count;
}

static size_t places_count(const struct desk *desk)
{
    size_t count = desk->binding_count;

    for (size_t i = 0; views_all[i]; i++)
        count++;
    for (size_t i = 0; commands_all[i]; i++)
        count++;
    return count;
}

static size_t places_collect(struct desk *desk, struct choice *out)
{
    struct subject subject;
    size_t count = 0;

    for (size_t i = 0; views_all[i]; i++)
        if (!views_all[i]->needs_about && views_all[i]->help)
            out[count++] =
                (struct choice){.code = arena_format(&desk->arena, "go %s", views_all[i]->name),
                                .text = views_all[i]->help,
                                .hint = key_for(desk, views_all[i], NULL)};
    count += words_collect(desk, out + count);
    view_subject(desk->top, &subject);
    for (size_t i = 0; commands_all[i]; i++) {
        const struct command *command = commands_all[i];
        if (command->flags & (COMMAND_HIDDEN | COMMAND_SHELL))
            continue;
        out[count++] =
            (struct choice){.code = command->verb ? arena_format(&desk->arena, "%s %s",
                                                                 command->noun, command->verb)
                                                  : command->noun,
                            .text = command->summary,
                            .hint = key_for(desk, NULL, command),
                            .why_not = command_why_not(desk->session, command, &subject,
                                                       &desk->arena)};
    }
    return count;
}

void palette_run(struct desk *desk)
{
    struct choice *choices = arena_new(&desk->arena, (places_count(desk) + 1) * sizeof *choices);
    size_t count = places_collect(desk, choices);
    struct choice chosen;

    if (desk_choose(desk, "Do:", choices, count, &chosen))
        desk_run_typed(desk, chosen.code);
}
