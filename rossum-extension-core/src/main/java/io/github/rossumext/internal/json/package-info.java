/**
 * How the library reads and writes JSON; not exported. Everything that knows Jackson's parser is
 * here or is written against {@link io.github.rossumext.internal.json.JsonCursor}, so that Jackson
 * can be exchanged without a change of the API. {@link io.github.rossumext.internal.json.Access}
 * lets the packages hand each other what they have read, without a public member for it.
 */
@NullMarked
package io.github.rossumext.internal.json;

import org.jspecify.annotations.NullMarked;
