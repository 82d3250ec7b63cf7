/**
 * The way from a Jakarta Servlet container to a {@link io.github.rossumext.HookEndpoint} and back:
 * register a {@link io.github.rossumext.servlet.RossumHookServlet}.
 */
@NullMarked
package io.github.rossumext.servlet;

import org.jspecify.annotations.NullMarked;
