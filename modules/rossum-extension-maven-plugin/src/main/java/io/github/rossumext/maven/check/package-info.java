/** The goal {@code check}: compares the hook file with the code, without a network. */
@NullMarked
package io.github.rossumext.maven.check;

import org.jspecify.annotations.NullMarked;
