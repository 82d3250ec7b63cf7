/** The goal {@code generate}: constants and records from a schema. */
@NullMarked
package io.github.rossumext.maven.generate;

import org.jspecify.annotations.NullMarked;
