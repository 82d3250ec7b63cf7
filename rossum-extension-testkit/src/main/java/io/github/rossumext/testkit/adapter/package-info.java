/**
 * Tests of an adapter to another HTTP server. Extend {@link
 * io.github.rossumext.testkit.adapter.AdapterConformance}, a JUnit 5 class with a test for each
 * limit, status, header and log line.
 */
@NullMarked
package io.github.rossumext.testkit.adapter;

import org.jspecify.annotations.NullMarked;
