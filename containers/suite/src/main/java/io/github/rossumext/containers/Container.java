package io.github.rossumext.containers;

/** A running servlet container on a free port that serves {@link Extension} at {@link #PATH}. */
public interface Container {
  /** The path of the servlet. */
  String PATH = "/rossum";

  /**
   * The largest number of threads, which is small, so that a test can use all of them. A container
   * that would start fewer starts all of them at once.
   */
  int THREADS = 12;

  /** Returns the port on the loopback address, for HTTP/1.1 and for HTTP/2 without TLS. */
  int port();

  /** Returns whether it keeps a connection after a response of this status. */
  default boolean keepsAfter(int status) {
    return true;
  }

  /** Returns whether it responds to {@code Expect: 100-continue} before the extension reads. */
  default boolean continuesAtOnce() {
    return false;
  }

  /** Stops the container. */
  void stop() throws Exception;
}
