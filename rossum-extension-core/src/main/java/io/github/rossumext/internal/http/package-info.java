/**
 * The handling of HTTP that all requests share, and the reports about them: limits, bodies, the
 * status page, the log line, the listeners. Start with {@link
 * io.github.rossumext.internal.http.Door}. Not exported.
 */
@NullMarked
package io.github.rossumext.internal.http;

import org.jspecify.annotations.NullMarked;
