/** Takes secrets out of texts; not exported. */
@NullMarked
package io.github.rossumext.testkit.redaction;

import org.jspecify.annotations.NullMarked;
