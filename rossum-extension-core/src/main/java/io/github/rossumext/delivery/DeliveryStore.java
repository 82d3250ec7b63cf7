package io.github.rossumext.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * The memory of deliveries, which recognises repeats. All endpoints of an extension must share it:
 * if you run several, they need a store outside of their process.
 *
 * <p>Each method is one atomic step. If several endpoints call {@link #claim}, {@link #runAgain} or
 * {@link #complete} for the same delivery at the same moment, exactly one of them succeeds. The
 * store measures all ages with one clock of its own. An implementation must be thread-safe.
 *
 * <p>If a method throws, the endpoint responds with 503 and logs the exception. It never runs a
 * handler after {@code claim} or {@code runAgain} threw.
 */
public interface DeliveryStore {
  /**
   * Begins a delivery, or finds the one that the request repeats.
   *
   * <ul>
   *   <li>A claim has a {@linkplain DeliveryClaim#bodyKey() body key} and, in most cases, a
   *       {@linkplain DeliveryClaim#requestKey() request key}. Each key belongs to one delivery at
   *       most.
   *   <li>A key expires: the body key when its {@linkplain DeliveryClaim#bodyTime() time} is over,
   *       and the request key when the delivery is no longer {@linkplain DeliveryClaim#keepTime()
   *       kept}. An expired key counts as absent.
   *   <li>If no key is known, the delivery is new, and the keys belong to it.
   *   <li>If one key is known, its delivery is found, and the other key belongs to it from then on.
   *   <li>If both keys are known, the delivery of the request key is found.
   * </ul>
   *
   * @return the new delivery, which has the id of the claim and is running; or the earlier one
   * @throws Exception if the store is full or cannot be reached; then no handler runs
   */
  Delivery claim(DeliveryClaim claim) throws Exception;

  /**
   * Begins the next run of a delivery, if nothing has changed since it was seen: state, run and
   * {@linkplain #beat beats} are still the same.
   *
   * @param seen a delivery with the state {@code RETRY}, or {@code RUNNING} if its endpoint is gone
   * @return the delivery with the next run, which is running and has 0 beats; empty if another
   *     endpoint was faster
   * @throws Exception if the store cannot be reached; then no handler runs
   */
  Optional<Delivery> runAgain(Delivery seen) throws Exception;

  /**
   * Raises the beats of a delivery by one, as a sign of life: an endpoint calls it every 5 seconds
   * while the handler runs. Nothing happens if the delivery has ended or another run has begun.
   *
   * @return whether this run is still the running one
   * @throws Exception if the store cannot be reached
   */
  boolean beat(Delivery run) throws Exception;

  /**
   * Stores how a run ended. Nothing happens if the delivery has ended or another run has begun.
   *
   * @param ended the delivery as {@code DONE} or {@code RETRY}. Its {@linkplain #beat beats} are
   *     ignored.
   * @return whether it was stored
   * @throws Exception if the store cannot be reached
   */
  boolean complete(Delivery ended) throws Exception;

  /**
   * Returns a delivery by its id; empty if the store does not have it, or its time is over.
   *
   * @throws Exception if the store cannot be reached
   */
  Optional<Delivery> find(String id) throws Exception;

  /**
   * Deletes the deliveries whose last change is older than this age, with their keys. A beat is a
   * change. An endpoint calls it within a minute after it is built, and then every hour until it is
   * closed. It calls it more often if deliveries are kept for less than an hour.
   *
   * @throws Exception if the store cannot be reached
   */
  void deleteExpired(Duration age) throws Exception;
}
