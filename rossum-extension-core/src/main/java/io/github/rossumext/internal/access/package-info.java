/**
 * The ways that public types open to the library's own packages: start from {@link
 * io.github.rossumext.internal.access.Access}. Not exported.
 */
@NullMarked
package io.github.rossumext.internal.access;

import org.jspecify.annotations.NullMarked;
