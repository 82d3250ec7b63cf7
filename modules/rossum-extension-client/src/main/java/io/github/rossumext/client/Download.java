package io.github.rossumext.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Copies a file of any size, through a few redirects, until the deadline only. */
final class Download {
  private static final int MAX_REDIRECTS = 5;
  private static final int BUFFER = 16 * 1024;

  private final Transport transport;
  private final Deadline deadline;
  private Call call;

  private Download(Transport transport, String path) {
    this.transport = transport;
    this.deadline = transport.limits().deadline();
    this.call = Call.get(transport.resolve(path)).withExpected(Call.Expected.FILE);
  }

  /** Copies a file, and returns how many bytes it has. */
  static long copy(Transport transport, String path, OutputStream out) throws IOException {
    return new Download(transport, path).copyTo(out);
  }

  /** The same, into a file that is there whole or not at all. */
  static long copy(Transport transport, String path, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("Not a file: " + file);
    }
    Path part = Files.createTempFile(folder, ".download-", ".part");
    try {
      long length;
      try (OutputStream out = Files.newOutputStream(part)) {
        length = copy(transport, path, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return length;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private long copyTo(OutputStream out) throws IOException {
    Reply reply = transport.send(call, deadline);
    for (int redirects = 0; reply.isRedirect(); redirects++) {
      call = call.at(target(reply, redirects));
      reply = transport.sendWithoutToken(call, deadline);
    }
    InputStream in = reply.stream();
    // The stream waits for the next bytes as long as it takes.
    CompletableFuture<Boolean> isOver =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, deadline.left(), TimeUnit.NANOSECONDS);
    CompletableFuture<Void> closing =
        isOver.thenAccept(
            over -> {
              if (over) {
                closeQuietly(in);
              }
            });
    try (in) {
      return copy(in, out, isOver);
    } finally {
      isOver.complete(false);
      closing.cancel(false);
    }
  }

  private long copy(InputStream in, OutputStream out, CompletableFuture<Boolean> isOver)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    for (int read = read(in, buffer, isOver); read >= 0; read = read(in, buffer, isOver)) {
      out.write(buffer, 0, read);
      length += read;
    }
    return length;
  }

  private int read(InputStream in, byte[] buffer, CompletableFuture<Boolean> isOver) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      String text =
          isOver.getNow(false)
              ? "the time for the call is over in the middle of the file."
              : "the connection failed in the middle of the file ("
                  + e.getClass().getSimpleName()
                  + ").";
      throw new RossumApiException.Unavailable(Problem.withoutResponse(call, text, e));
    }
  }

  private URI target(Reply reply, int redirects) {
    if (redirects == MAX_REDIRECTS) {
      throw problem(reply, "this was the last of " + MAX_REDIRECTS + " redirects.");
    }
    URI target;
    try {
      target =
          call.uri()
              .resolve(
                  reply
                      .header("Location")
                      .orElseThrow(() -> problem(reply, "without a Location.")));
    } catch (IllegalArgumentException e) {
      throw problem(reply, "its Location is not a URL.");
    }
    if (!transport.base().mayRedirectTo(target)) {
      throw problem(reply, "its Location is not an address with https.");
    }
    return target;
  }

  private RossumApiException problem(Reply reply, String text) {
    return new RossumApiException(Problem.ofResponse(call, reply.status(), text));
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // Whoever reads it gets an exception of its own.
      return;
    }
  }
}
