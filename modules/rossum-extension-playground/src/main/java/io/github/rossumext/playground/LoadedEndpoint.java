package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint that a factory has made, with the class loader of its build. Immutable. */
final class LoadedEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedEndpoint.class);

  private final HookEndpoint endpoint;
  private final Object factory;
  private final ClassLoader loader;
  private final @Nullable ExtensionLoader own;

  private LoadedEndpoint(
      HookEndpoint endpoint, Object factory, ClassLoader loader, @Nullable ExtensionLoader own) {
    this.endpoint = endpoint;
    this.factory = factory;
    this.loader = loader;
    this.own = own;
  }

  /** Returns the endpoint of a factory, which this loader must have loaded and not its parent. */
  static LoadedEndpoint of(String factory, ExtensionLoader loader) throws FactoryException {
    LoadedEndpoint made = null;
    try {
      made = make(factory, loader, loader);
      return made;
    } finally {
      if (made == null) {
        close(loader);
      }
    }
  }

  /** Returns the endpoint of a factory on the class path of the program. */
  static LoadedEndpoint ofClassPath(String factory, ClassLoader loader) throws FactoryException {
    return make(factory, loader, null);
  }

  private static LoadedEndpoint make(
      String factory, ClassLoader loader, @Nullable ExtensionLoader own) throws FactoryException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = Class.forName(factory, false, loader);
      if (own != null && type.getClassLoader() != own) {
        throw missing(factory, null);
      }
      Object made = instance(type);
      return new LoadedEndpoint(endpoint(factory, made), made, loader, own);
    } catch (ClassNotFoundException e) {
      throw missing(factory, e);
    } catch (InvocationTargetException e) {
      throw failed(factory, e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw failed(factory, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static FactoryException missing(String factory, @Nullable ClassNotFoundException cause) {
    String text = "The class " + factory + " is missing. Compile it, or check the class path.";
    return cause == null ? new FactoryException(text) : new FactoryException(text, cause);
  }

  private static FactoryException failed(String factory, Throwable thrown) {
    return new FactoryException(factory + " failed: " + StackTraces.inOneLine(thrown), thrown);
  }

  private static Object instance(Class<?> type) throws FactoryException, InvocationTargetException {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true); // a factory of tests is seldom public
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new FactoryException(
          "Expected a class with a constructor without parameters, but found "
              + type.getName()
              + ". Make it a class that is not abstract, and static if it is in another class.",
          e);
    }
  }

  private static HookEndpoint endpoint(String factory, Object made) throws FactoryException {
    if (!(made instanceof Supplier<?> supplier)) {
      throw new FactoryException(
          "Expected a Supplier<HookEndpoint>, but " + factory + " is not a Supplier.");
    }
    Object supplied = supplier.get();
    if (supplied instanceof HookEndpoint endpoint) {
      return endpoint;
    }
    throw new FactoryException(
        "Expected a HookEndpoint from "
            + factory
            + ", but found "
            + (supplied == null ? "null" : supplied.getClass().getName())
            + ".");
  }

  HookEndpoint endpoint() {
    return endpoint;
  }

  /** Returns the class loader of the build, which threads of the extension know as theirs. */
  ClassLoader loader() {
    return loader;
  }

  /** Closes the endpoint, then its factory if that can be closed, and its class loader. */
  @Override
  public void close() {
    endpoint.close();
    if (factory instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.warn("factory not closed class={}", factory.getClass().getName(), e);
      }
    }
    if (own != null) {
      close(own);
    }
  }

  private static void close(ExtensionLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
