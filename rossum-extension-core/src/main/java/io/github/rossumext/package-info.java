/**
 * The entrance of the library. Build a {@link io.github.rossumext.HookEndpoint} with your secrets
 * and handlers. Register each handler for a {@link io.github.rossumext.HookEvent}. For the fields
 * of a document, write a {@code io.github.rossumext.rules.ContentRule}; for any other event,
 * implement {@link io.github.rossumext.HookHandler}.
 */
@NullMarked
package io.github.rossumext;

import org.jspecify.annotations.NullMarked;
