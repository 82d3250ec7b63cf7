/**
 * How the library reads and writes JSON; not exported. {@link
 * io.github.rossumext.internal.json.JsonCursor} reads requests; Jackson writes responses, and the
 * package {@code value} binds with it. So Jackson can be exchanged without a change of the API.
 * {@link io.github.rossumext.internal.json.Access} lets the packages hand each other what they have
 * read, without a public member for it.
 */
@NullMarked
package io.github.rossumext.internal.json;

import org.jspecify.annotations.NullMarked;
