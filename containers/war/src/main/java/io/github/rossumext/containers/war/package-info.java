/** The only class that a web application needs in addition to its {@code web.xml}. */
@NullMarked
package io.github.rossumext.containers.war;

import org.jspecify.annotations.NullMarked;
