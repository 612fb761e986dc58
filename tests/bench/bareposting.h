/* bareposting: a payment with three applications without the program: the rows that it writes, by
 * prepared statements straight into the store, through the same lane.
 *
 * A post is what anybody must do who keeps these tables: take the lane, ask for the next ids,
 * write, commit with a sync, and bring the log in as often as the program does. Nothing is looked
 * up, judged or hashed; what each item has open is handed in.
 * Memory: bareposting_open to bareposting_close. */
#ifndef BENCH_BAREPOSTING_H
#define BENCH_BAREPOSTING_H

#include "bench/posting.h"

struct bareposting;

struct bareposting *bareposting_open(const char *path);
void bareposting_post(struct bareposting *bare, const struct target *target);
void bareposting_close(struct bareposting *bare);

#endif
