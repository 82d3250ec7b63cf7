package io.github.rossumext.servlet;

import io.github.rossumext.HookEndpoint;
import jakarta.servlet.ServletException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the endpoint of a servlet that its container has made. */
final class EndpointFactory {
  private EndpointFactory() {}

  static HookEndpoint make(@Nullable String className) throws ServletException {
    if (className == null || className.isBlank()) {
      throw new ServletException(
          "The servlet has no endpoint. Give it the init parameter "
              + RossumHookServlet.ENDPOINT_FACTORY
              + " with the name of a class that implements Supplier<HookEndpoint>.");
    }
    Object factory;
    try {
      factory = load(className.strip()).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new ServletException(
          "The endpoint factory "
              + className
              + " cannot be made: it must be on the class path of the web application, public, with a"
              + " public constructor without parameters.",
          e);
    }
    if (factory instanceof Supplier<?> supplier && supplier.get() instanceof HookEndpoint made) {
      return made;
    }
    throw new ServletException(
        "The endpoint factory " + className + " is not a Supplier<HookEndpoint>.");
  }

  /** Returns the web application's own class, whichever loader has loaded the library. */
  private static Class<?> load(String className) throws ClassNotFoundException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? Class.forName(className) : Class.forName(className, true, loader);
  }
}
