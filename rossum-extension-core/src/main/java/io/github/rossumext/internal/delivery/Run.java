package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.http.RequestFacts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a handler in this process. It may outlive the request that started it. Thread-safe.
 */
final class Run {
  private enum State {
    /** No thread has begun it yet. */
    WAITING,
    RUNNING,
    /** The handler has returned, and its response is being stored. */
    HANDLED,
    /** It never begins. */
    ABANDONED
  }

  private final Delivery delivery;
  private final Attempt attempt;
  private final Thread requestThread = Thread.currentThread();
  private final CountDownLatch end = new CountDownLatch(1);
  private State state = State.WAITING;
  private @Nullable Thread thread;
  private @Nullable Future<?> timer;
  private boolean isDetached;
  private boolean isGivenUp;
  private @Nullable Delivery stored;
  private @Nullable EndpointResponse response;
  private @Nullable RequestFacts facts;

  /** Creates a run of a delivery. Call it on the thread of the request. */
  Run(Delivery delivery, Attempt attempt) {
    this.delivery = delivery;
    this.attempt = attempt;
  }

  Delivery delivery() {
    return delivery;
  }

  Attempt attempt() {
    return attempt;
  }

  /** Begins on the current thread. Returns false if it was abandoned. */
  synchronized boolean begin() {
    if (state != State.WAITING) {
      return false;
    }
    state = State.RUNNING;
    thread = Thread.currentThread();
    return true;
  }

  /** Lets it never begin. Returns false if it has begun. */
  synchronized boolean abandon() {
    if (state != State.WAITING) {
      return false;
    }
    state = State.ABANDONED;
    return true;
  }

  /**
   * Notes that it was abandoned, and that the store knows it. Returns whether the request has ended
   * before.
   */
  synchronized boolean givenBack() {
    end.countDown();
    dropTimer();
    return isDetached;
  }

  /** Keeps what will interrupt the handler when its time is over: it is dropped at the end. */
  synchronized void endsBy(Future<?> interruption) {
    timer = interruption;
    dropTimer();
  }

  private void dropTimer() {
    if (hasEnded() && timer != null) {
      timer.cancel(false);
    }
  }

  /** Interrupts the handler, unless it runs on the thread of the request or has returned. */
  synchronized void interrupt() {
    if (state == State.RUNNING && thread != null && thread != requestThread) {
      thread.interrupt();
    }
  }

  /** Interrupts the handler because the endpoint is closed: nobody tells that it is alive. */
  synchronized void giveUp() {
    isGivenUp = true;
    interrupt();
  }

  /** Returns whether it was given up. */
  synchronized boolean isGivenUp() {
    return isGivenUp;
  }

  /** Notes that the handler has returned. Nobody interrupts what follows: the store is at work. */
  synchronized void handled() {
    state = State.HANDLED;
    Thread.interrupted(); // it was for the handler
  }

  /**
   * Notes how it ended.
   *
   * @param completed the delivery as it was stored; null if it was not
   * @param sent the response to the request
   * @return whether the request has ended before
   */
  synchronized boolean end(
      @Nullable Delivery completed, EndpointResponse sent, RequestFacts ofRun) {
    stored = completed;
    response = sent;
    facts = ofRun;
    end.countDown();
    dropTimer();
    return isDetached;
  }

  /**
   * Lets it go on without its request. Returns false if it has ended.
   *
   * @param then what happens before its end is told
   */
  synchronized boolean detach(Runnable then) {
    isDetached = end.getCount() > 0;
    if (isDetached) {
      then.run();
    }
    return isDetached;
  }

  /** Returns whether the handler has returned. */
  synchronized boolean isHandled() {
    return state == State.HANDLED;
  }

  /** Returns whether it has ended. */
  boolean hasEnded() {
    return end.getCount() == 0;
  }

  /** Waits for its end. Returns whether it has ended. */
  boolean awaitEnd(long nanos) throws InterruptedException {
    return end.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Returns the delivery as it was stored; null if it has not ended, or was not stored. */
  synchronized @Nullable Delivery stored() {
    return stored;
  }

  /** Returns the response to the request that started it; null if it has not ended. */
  synchronized @Nullable EndpointResponse response() {
    return response;
  }

  /** Returns its facts; null if it has not ended. */
  synchronized @Nullable RequestFacts facts() {
    return facts;
  }
}
