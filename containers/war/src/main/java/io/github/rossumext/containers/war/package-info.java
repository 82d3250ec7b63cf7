/** All that a web application needs besides its {@code web.xml}. */
@NullMarked
package io.github.rossumext.containers.war;

import org.jspecify.annotations.NullMarked;
