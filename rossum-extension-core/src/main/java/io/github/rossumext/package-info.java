/**
 * What an author meets first: {@link io.github.rossumext.HookEndpoint} ties secrets and handlers
 * together, {@link io.github.rossumext.HookHandler} is what an author implements, {@link
 * io.github.rossumext.HookEvent} names the events. Rules on the fields of a document are easier to
 * write with {@code io.github.rossumext.rules.ContentRule}.
 */
@NullMarked
package io.github.rossumext;

import org.jspecify.annotations.NullMarked;
