/**
 * The auto-configuration for Spring Boot 3.5 and 4.0. Make your {@link
 * io.github.rossumext.rules.ContentRule}s and {@link io.github.rossumext.spring.EventHandler}s
 * beans, and set {@code rossum.secret}.
 */
@NullMarked
package io.github.rossumext.spring;

import org.jspecify.annotations.NullMarked;
