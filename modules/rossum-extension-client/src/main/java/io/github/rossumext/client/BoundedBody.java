package io.github.rossumext.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
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
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final Deadline deadline;
  private final CompletableFuture<Boolean> isOver = new CompletableFuture<>();
  private @Nullable Subscription subscription;

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
        isOver
            .completeOnTimeout(true, deadline.left(), TimeUnit.NANOSECONDS)
            .thenAccept(
                over -> {
                  if (over) {
                    subscribed.cancel();
                    result.completeExceptionally(new Reply.OverdueException());
                  }
                });
    subscribed.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + (long) buffer.remaining() > maxLength) {
        if (subscription != null) {
          subscription.cancel();
        }
        isOver.complete(false);
        result.completeExceptionally(new Reply.TooLargeException());
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
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
    result.complete(bytes.toByteArray());
  }
}
