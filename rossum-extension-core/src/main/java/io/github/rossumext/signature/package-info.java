/**
 * The signature of a request: {@link io.github.rossumext.signature.SignatureVerifier} checks it,
 * {@link io.github.rossumext.signature.RequestSigner} makes it for tests.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#signatures">The
 *     protocol: signatures</a>
 */
@NullMarked
package io.github.rossumext.signature;

import org.jspecify.annotations.NullMarked;
