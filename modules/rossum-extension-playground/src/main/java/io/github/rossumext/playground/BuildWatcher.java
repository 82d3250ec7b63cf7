package io.github.rossumext.playground;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that classes have changed, by looking often: a {@code WatchService} is slow on some systems,
 * and knows single directories only. A compiler deletes and writes many files, so it waits until
 * they are as they were at the look before. Thread-safe.
 */
final class BuildWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BuildWatcher.class);

  /**
   * The time between two looks. A look at many files takes a while: it gets a tenth of the time.
   */
  private static final long MILLIS = 200;

  private static final int SHARE = 10;

  /** How many looks must find the same. */
  private static final int QUIET = 2;

  /**
   * The same if a directory has lost most of its files. Maven deletes them before it compiles,
   * which takes more than three seconds on a busy machine.
   */
  private static final int QUIET_AFTER_DELETION = 75;

  private final ClassDirectories directories;
  private final Consumer<Build> changed;
  private final Thread thread = new Thread(this::watch, "playground-builds");
  private ClassDirectories.Stamp known = new ClassDirectories.Stamp(Map.of());
  private volatile boolean isClosed;

  /**
   * Creates a watcher.
   *
   * @param changed is told each build whose files are quiet, on the thread of the watcher
   */
  BuildWatcher(ClassDirectories directories, Consumer<Build> changed) {
    this.directories = directories;
    this.changed = changed;
    thread.setDaemon(true);
  }

  /** Returns the build as it is now. What changes after it is told. */
  Build firstBuild() throws FactoryException {
    known = directories.stamp();
    return directories
        .read()
        .orElseThrow(
            () -> new FactoryException("A class file is being written. Wait for the compiler."));
  }

  void start() {
    thread.start();
  }

  private void watch() {
    ClassDirectories.Stamp last = known;
    int quiet = 0;
    while (!isClosed) {
      try {
        long start = System.nanoTime();
        ClassDirectories.Stamp now = directories.stamp();
        long taken = (System.nanoTime() - start) / 1_000_000;
        quiet = now.equals(last) ? quiet + 1 : 1;
        last = now;
        if (!now.equals(known) && quiet >= needed(now)) {
          tell(now);
        }
        Thread.sleep(Math.max(MILLIS, taken * SHARE));
      } catch (InterruptedException e) {
        return; // closed
      } catch (RuntimeException e) {
        LOG.warn("classes not followed directories={}", directories.directories(), e);
        pause();
      }
    }
  }

  private int needed(ClassDirectories.Stamp now) {
    return directories.directories().stream()
            .anyMatch(directory -> 2 * now.filesIn(directory) < known.filesIn(directory))
        ? QUIET_AFTER_DELETION
        : QUIET;
  }

  /** Tells the build, unless it changes just now: then the next look sees it. */
  private void tell(ClassDirectories.Stamp now) {
    Optional<Build> build = directories.read();
    if (build.isPresent() && directories.stamp().equals(now)) {
      known = now;
      changed.accept(build.get());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS * SHARE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }
}
