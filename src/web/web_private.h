/* web_private.h - what the parts of a page share.
 *
 * Gives:    the page being written and the writers of its parts.
 * Includes: web.h, figure.
 * Not here: how a drawing is made (figure).
 */
#ifndef WEB_PRIVATE_H
#define WEB_PRIVATE_H

#include "web/web.h"

#include "base/escape.h"
#include "figure/figure.h"

#include <string.h>

#endif
