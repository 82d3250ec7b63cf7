/**
 * The help in messages: links into the troubleshooting guide, and suggestions for misspelt names.
 * And what helps the packages among themselves: {@link io.github.rossumext.internal.help.Access}
 * lets them hand each other what they have read, without a public member for it. Exported to our
 * own modules only.
 */
@NullMarked
package io.github.rossumext.internal.help;

import org.jspecify.annotations.NullMarked;
