/**
 * Monitoring: implement {@link io.github.rossumext.listener.HookListener} for metrics, audit or
 * recording.
 */
@NullMarked
package io.github.rossumext.listener;

import org.jspecify.annotations.NullMarked;
