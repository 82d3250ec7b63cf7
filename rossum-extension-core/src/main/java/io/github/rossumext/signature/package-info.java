/**
 * The signature of a request (protocol §2): {@link io.github.rossumext.signature.SignatureVerifier}
 * checks it, {@link io.github.rossumext.signature.RequestSigner} makes it for tests.
 */
@NullMarked
package io.github.rossumext.signature;

import org.jspecify.annotations.NullMarked;
