package io.github.rossumext.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body into memory, up to a limit and a deadline. The JDK calls its methods one after the
 * other.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int maxLength;
  // The JDK does not use a buffer again, so the bytes are copied once, at the end.
  private final List<ByteBuffer> received = new ArrayList<>();
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final Deadline deadline;
  private final CompletableFuture<Boolean> isOver = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private int length;

  BoundedBody(int maxLength, Deadline deadline) {
    this.maxLength = maxLength;
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Subscription subscribed) {
    subscription = subscribed;
    // The timeout of a request ends with its headers.
    CompletableFuture<Void> unused =
        isOver.thenAccept(
            over -> {
              OpenBodies.ALL.remove(this);
              if (over) {
                subscribed.cancel();
                result.completeExceptionally(new Reply.OverdueException());
              }
            });
    OpenBodies.ALL.add(this);
    subscribed.request(Long.MAX_VALUE);
  }

  /** The nanoseconds until it is overdue. */
  long left() {
    return deadline.left();
  }

  /** Ends it when it is overdue, unless it is complete before. */
  void startTimer() {
    CompletableFuture<Boolean> unused =
        isOver.completeOnTimeout(true, left(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > maxLength - length) {
        if (subscription != null) {
          subscription.cancel();
        }
        isOver.complete(false);
        received.clear();
        result.completeExceptionally(new Reply.TooLargeException());
        return;
      }
      length += buffer.remaining();
      received.add(buffer);
    }
  }

  @Override
  public void onError(Throwable fault) {
    isOver.complete(false);
    result.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    isOver.complete(false);
    result.complete(bytes());
  }

  private byte[] bytes() {
    byte[] bytes = new byte[length];
    int at = 0;
    for (ByteBuffer buffer : received) {
      int size = buffer.remaining();
      buffer.get(bytes, at, size);
      at += size;
    }
    return bytes;
  }
}
