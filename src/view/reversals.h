/* reversals: the table of what takes each writing command back, exactly; or why nothing does.
 *
 * A new writing command gets its line here: a test goes over all commands. */
#ifndef VIEW_REVERSALS_H
#define VIEW_REVERSALS_H

struct reversal {
    const char *noun; /* NULL ends the table */
    /* "receive", or "receive --batch": an act that had this argument; such rows come first */
    const char *verb;
    /* {ref} is what the act made, {entry} its number in the journal, {name} an argument that it
     * had; NULL = nothing takes it back by itself */
    const char *line;
    const char *why; /* instead of `line`: a sentence */
};
extern const struct reversal reversals_all[];

#endif
