/* placeword: the short words of the prompt: `pay`, `age`, `c acme`, `inv 10442`, `find lamps >500`.
 *
 * They never change: fingers learn them. Knows: payer, views. Memory: the desk's arena. */
#ifndef VIEW_PLACEWORD_H
#define VIEW_PLACEWORD_H

#include "view/desk.h"

#define PLACEWORD_WAY 4

/* Is it such a word? Then `way` gets "go SCREEN [ABOUT]", and *count how many words that is. What
 * stands behind the word is a code, a number or a part of a name, in any case. */
bool placeword_way(struct desk *desk, char *const *words, int given, char **way, int *count);

/* A word that is no command and no screen: the number of a paper, or a customer's code? */
bool placeword_named(struct desk *desk, const char *word, char **way, int *count);

#endif
