/**
 * How the library reads and writes JSON; exported to our own modules only. {@link
 * io.github.rossumext.internal.json.JsonCursor} reads requests; Jackson writes responses, and the
 * package {@code value} binds with it. So Jackson can be exchanged without a change of the API.
 */
@NullMarked
package io.github.rossumext.internal.json;

import org.jspecify.annotations.NullMarked;
