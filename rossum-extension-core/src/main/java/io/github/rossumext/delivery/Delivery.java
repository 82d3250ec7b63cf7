package io.github.rossumext.delivery;

import java.util.Objects;

/**
 * One delivery of Rossum as a {@link DeliveryStore} holds it: a request and its repeats. It holds
 * nothing of the request. Immutable and thread-safe; it prints nothing of the response.
 */
public final class Delivery {
  private static final byte[] NONE = {};

  private final String id;
  private final int run;
  private final long beats;
  private final State state;
  private final int status;
  private final byte[] body;

  /** How far a delivery is. */
  public enum State {
    /** A handler runs, or the endpoint that ran it is gone. */
    RUNNING,
    /** The handler has run. Repeats get its response. */
    DONE,
    /** The handler failed and may run again, or it never began. A repeat runs it again. */
    RETRY
  }

  private Delivery(String id, int run, long beats, State state, int status, byte[] body) {
    this.id = Objects.requireNonNull(id, "id");
    this.run = run;
    this.beats = beats;
    this.state = state;
    this.status = status;
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * Returns a delivery that is {@link State#RUNNING}.
   *
   * @param id the id of the claim that began it
   * @param run the number of its run, from 1
   * @param beats how many signs of life this run has given: see {@link DeliveryStore#beat}
   */
  public static Delivery of(String id, int run, long beats) {
    return new Delivery(id, run, beats, State.RUNNING, 0, NONE);
  }

  /**
   * Returns the delivery as {@link State#DONE}.
   *
   * @param sentStatus the HTTP status of the response
   * @param sentBody the body of the response. Not copied.
   */
  public Delivery withResponse(int sentStatus, byte[] sentBody) {
    return new Delivery(id, run, beats, State.DONE, sentStatus, sentBody);
  }

  /** Returns the delivery as {@link State#RETRY}, without a response. */
  public Delivery withRetry() {
    return new Delivery(id, run, beats, State.RETRY, 0, NONE);
  }

  /** Returns the id: 32 hexadecimal digits. It is also the {@code context.deliveryKey()}. */
  public String id() {
    return id;
  }

  /** Returns the number of the last run, from 1. */
  public int run() {
    return run;
  }

  /** Returns how many signs of life the last run has given: see {@link DeliveryStore#beat}. */
  public long beats() {
    return beats;
  }

  /** Returns how far the delivery is. */
  public State state() {
    return state;
  }

  /** Returns the HTTP status of the response; 0 unless the delivery is {@link State#DONE}. */
  public int status() {
    return status;
  }

  /** Returns a copy of the response's body; empty unless the delivery is {@link State#DONE}. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the length of the response's body. */
  int bodyLength() {
    return body.length;
  }

  /** Returns id, run and state; nothing of the response. */
  @Override
  public String toString() {
    return "Delivery[" + id + ", run " + run + ", " + state + "]";
  }
}
