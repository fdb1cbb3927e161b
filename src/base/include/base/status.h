/* status.h - what a function that can fail returns.
 *
 * Gives:    enum status.
 * Includes: nothing.
 * Not here: messages; the finder of a fault tells `diag` and callers only
 *           pass the status up.
 */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

enum status {
	STATUS_OK = 0,
	STATUS_IO,      /* the machine failed: disk, permission      */
	STATUS_SYNTAX,  /* the input is not well-formed              */
	STATUS_DATA,    /* the input is well-formed but wrong        */
	STATUS_LIMIT,   /* the input is larger than a named limit    */
	STATUS_LIBRARY, /* a library refused something we asked of it */
};

#endif
