/**
 * The tests that every servlet container must pass over real HTTP: {@link
 * io.github.rossumext.containers.TrafficSuite} for the requests of Rossum and proxies, and {@link
 * io.github.rossumext.containers.HostileSuite} for all others.
 */
@NullMarked
package io.github.rossumext.containers;

import org.jspecify.annotations.NullMarked;
