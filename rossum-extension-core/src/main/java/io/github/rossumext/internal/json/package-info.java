/**
 * How the library reads and writes JSON; not exported. Everything that knows Jackson's parser is
 * here or is written against {@link io.github.rossumext.internal.json.JsonCursor}, so that Jackson
 * can be exchanged without a change of the API.
 */
@NullMarked
package io.github.rossumext.internal.json;

import org.jspecify.annotations.NullMarked;
