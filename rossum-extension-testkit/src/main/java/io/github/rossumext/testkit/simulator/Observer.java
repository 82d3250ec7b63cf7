package io.github.rossumext.testkit.simulator;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint in the same process tells about one request, and about the job that goes on
 * after it. Thread-safe.
 */
final class Observer implements HookListener {
  /** The endpoint tells the end of a job a moment after a poll can get its response. */
  private static final long MOST_SECONDS = 2;

  private volatile List<String> losses = List.of();
  private volatile @Nullable Throwable thrown;
  private volatile boolean isJob;
  private volatile @Nullable JobFailure failure;
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * The failure of a handler that went on without its request.
   *
   * @param status the status of the response that the endpoint made of it
   */
  record JobFailure(Throwable thrown, int status) {}

  /** Returns what the endpoint left out or refused because Rossum would lose it. */
  List<String> losses() {
    return losses;
  }

  /** Returns what the handler threw while the request waited; null if it threw nothing. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Returns whether the handler goes on without its request. */
  boolean isJob() {
    return isJob;
  }

  /** Waits until the endpoint has told how the job ended. */
  void awaitEnd() {
    try {
      boolean ignored = end.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how the job failed; null if it runs, or ended well. */
  @Nullable JobFailure failure() {
    return failure;
  }

  @Override
  public void responded(HookRequest request, HookResult result) {
    losses = result.losses();
  }

  @Override
  public void failed(HookRequest request, HookResult result, Throwable thrownByHandler) {
    losses = result.losses();
    thrown = thrownByHandler;
  }

  @Override
  public void jobStarted(HookRequest request, String deliveryKey) {
    isJob = true;
  }

  @Override
  public void jobFinished(HookRequest request, HookResult result) {
    end.countDown();
  }

  @Override
  public void jobFailed(HookRequest request, HookResult result, Throwable thrownByHandler) {
    failure = new JobFailure(thrownByHandler, result.status());
    end.countDown();
  }
}
