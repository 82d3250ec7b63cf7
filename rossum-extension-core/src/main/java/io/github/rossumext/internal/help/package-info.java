/** The troubleshooting guide, as far as exceptions point to it. Not exported. */
@NullMarked
package io.github.rossumext.internal.help;

import org.jspecify.annotations.NullMarked;
