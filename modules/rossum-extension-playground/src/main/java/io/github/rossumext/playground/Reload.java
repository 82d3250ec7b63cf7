package io.github.rossumext.playground;

import io.github.rossumext.HookEndpoint;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extension of a factory, loaded again whenever its classes have changed. A build that cannot
 * be loaded leaves the one before it in place. Thread-safe.
 */
final class Reload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  /** The first build and this many of the last ones can be compared. */
  private static final int KEPT_BUILDS = 4;

  private final ClassDirectories directories;
  private final String factory;
  private final ClassLoader parent;
  private final BuildWatcher watcher;
  private final List<Numbered> builds = new CopyOnWriteArrayList<>();
  private volatile LoadedEndpoint current;
  private volatile BuildState state;
  private @Nullable LiveDocument document;
  private boolean isClosed;

  /** A build with its number and time. */
  record Numbered(BuildState state, Build build) {}

  private Reload(Class<?> factory, ClassDirectories directories) throws FactoryException {
    this.directories = directories;
    this.factory = factory.getName();
    this.parent = factory.getClassLoader();
    this.watcher = new BuildWatcher(directories, this::changed);
    Build build = watcher.firstBuild();
    this.current = build.load(this.factory, parent);
    this.state = new BuildState(1, LocalTime.now(ZoneId.systemDefault()), null);
    builds.add(new Numbered(state, build));
  }

  /**
   * Loads the extension of a factory.
   *
   * @throws IllegalArgumentException if the factory is not in a directory of classes
   * @throws IllegalStateException if it does not make an endpoint
   */
  static Reload of(Class<?> factory) {
    try {
      return new Reload(factory, ClassDirectories.of(factory));
    } catch (FactoryException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Returns the endpoint of the build that responds. */
  HookEndpoint endpoint() {
    return current.endpoint();
  }

  /** Returns the class loader of the build that responds. */
  ClassLoader loader() {
    return current.loader();
  }

  BuildState state() {
    return state;
  }

  /** Returns the builds that can be compared, the oldest first; the last one responds. */
  List<Numbered> builds() {
    return List.copyOf(builds);
  }

  /** Loads the endpoint of one of the builds once more, beside the one that responds. */
  LoadedEndpoint loadAgain(Build build) throws FactoryException {
    return build.load(factory, parent);
  }

  /** Starts to follow the classes for this document. */
  synchronized void start(LiveDocument follower) {
    document = follower;
    watcher.start();
  }

  /** Tries to load the classes as they are now. */
  ActResult again() {
    Build build = directories.read().orElse(null);
    if (build == null) {
      return ActResult.misfit("A class file is being written. Wait for the compiler.");
    }
    changed(build);
    BuildState.Failure failure = state.failure();
    return failure == null ? ActResult.DONE : ActResult.misfit(failure.text());
  }

  private synchronized void changed(Build build) {
    LiveDocument follower = document;
    if (isClosed || follower == null) {
      return;
    }
    LoadedEndpoint next;
    try {
      next = build.load(factory, parent);
    } catch (FactoryException e) {
      LOG.warn("build not loaded factory={}", factory, e);
      follower.reload(rossum -> state = state.withFailure(BuildState.Failure.of(e)));
      return;
    }
    LoadedEndpoint old = current;
    BuildState loaded =
        new BuildState(state.number() + 1, LocalTime.now(ZoneId.systemDefault()), null);
    follower.reload(
        rossum -> {
          rossum.redeploy(next.endpoint());
          current = next;
          state = loaded;
          builds.add(new Numbered(loaded, build));
        });
    while (builds.size() > 1 + KEPT_BUILDS) {
      builds.remove(1);
    }
    LOG.info("build loaded factory={} number={}", factory, loaded.number());
    closeLater(old);
  }

  /** Closes an endpoint that gets no requests any more. Its jobs may take a while. */
  private static void closeLater(LoadedEndpoint old) {
    Thread closing = new Thread(old::close, "playground-close");
    closing.setDaemon(true);
    closing.start();
  }

  /** Returns a build that can be compared; empty if the number is unknown. */
  Optional<Numbered> find(int number) {
    return builds.stream().filter(one -> one.state().number() == number).findFirst();
  }

  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      watcher.close();
      current.close();
    }
  }
}
