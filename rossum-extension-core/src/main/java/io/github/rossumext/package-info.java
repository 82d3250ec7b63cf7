/**
 * Start here: {@link io.github.rossumext.HookEndpoint} ties secrets and handlers together, {@link
 * io.github.rossumext.HookHandler} is what you implement, {@link io.github.rossumext.HookEvent}
 * names the events. Rules on the fields of a document are easier to write with {@code
 * io.github.rossumext.rules.ContentRule}.
 */
@NullMarked
package io.github.rossumext;

import org.jspecify.annotations.NullMarked;
