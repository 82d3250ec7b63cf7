/**
 * Tests of an extension on Spring Boot: start with {@link
 * io.github.rossumext.spring.test.RossumExtensionTest}. They need {@code rossum-extension-testkit}
 * and {@code spring-boot-starter-test}.
 */
@NullMarked
package io.github.rossumext.spring.test;

import org.jspecify.annotations.NullMarked;
