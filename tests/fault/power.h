/* power: a disk that loses its power: below the store's file layer, in this process.
 *
 * Once installed, nothing is really synced any more (tests are faster so), and while it is armed
 * each sector of 512 bytes remembers what it held at the file's last sync. When the power is cut,
 * each sector that was written since then is kept, or what it held comes back, or it is torn in
 * the middle; a file may keep its old length or its new one; and the process is gone.
 * Knows: the store's own interface; no book. */
#ifndef FAULT_POWER_H
#define FAULT_POWER_H

#include <stdint.h>

void power_install(void); /* once, before the first book is opened */
/* From now on writes are remembered; the n-th write, truncation or sync is not done: the process
 * ends with status 99 instead. 0: only counts. The seed decides what becomes of each sector. */
void power_cut_at(long n, uint64_t seed);
long power_count(void);
/* The disk has room for n writes more, then for none; -1 = there is room again. */
void power_full_after(long n);

void memory_install(void); /* before anything else is asked of the store */
/* The n-th request for memory of the store from now on is refused; 0 = none. */
void memory_short_at(long n);
long memory_count(void);

#endif
