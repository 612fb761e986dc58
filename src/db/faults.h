/* faults: makes the n-th call of the file layer fail, for tests/fault.
 *
 * Knows: nothing but a counter of this process. Off unless db_fault_after was called. */
#ifndef DB_FAULTS_H
#define DB_FAULTS_H

/* Counts one call that changes something; SQLITE_OK, or the store's code that it must fail with. */
int fault_here(void);
int fault_reading(void); /* the same of a call that reads, which only DB_FAULT_READ counts */

#endif
