/**
 * What HTTP asks of every request, and what is written down about it: limits, bodies, the status
 * page, the log line, the listeners. Start with {@link io.github.rossumext.internal.http.Door}. Not
 * exported.
 */
@NullMarked
package io.github.rossumext.internal.http;

import org.jspecify.annotations.NullMarked;
