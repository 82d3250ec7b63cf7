/**
 * The tests that every servlet container has to pass, over real HTTP: {@link
 * io.github.rossumext.containers.TrafficSuite} for what proxies and Rossum send, {@link
 * io.github.rossumext.containers.HostileSuite} for what everybody else does.
 */
@NullMarked
package io.github.rossumext.containers;

import org.jspecify.annotations.NullMarked;
