package io.github.rossumext.payload;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * An action: the second half of an event's full name, such as {@code initialize} in {@code
 * annotation_content.initialize}. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record HookAction(String value) implements OpenEnum<HookAction> {
  /** The extraction has finished. */
  public static final HookAction INITIALIZE = new HookAction("initialize");

  /** A user opened the validation screen. */
  public static final HookAction STARTED = new HookAction("started");

  /**
   * The deprecated twin of {@link #UPDATED}; also button clicks and validations without a change.
   */
  public static final HookAction USER_UPDATE = new HookAction("user_update");

  /** A user changed data. */
  public static final HookAction UPDATED = new HookAction("updated");

  /** A user confirms. */
  public static final HookAction CONFIRM = new HookAction("confirm");

  /** The annotation is being exported. */
  public static final HookAction EXPORT = new HookAction("export");

  /** The status of an annotation changed. */
  public static final HookAction CHANGED = new HookAction("changed");

  /** An upload was created. */
  public static final HookAction CREATED = new HookAction("created");

  /** An e-mail arrived. */
  public static final HookAction RECEIVED = new HookAction("received");

  /** The schedule of the hook. */
  public static final HookAction SCHEDULED = new HookAction("scheduled");

  /** A client invoked the hook through the API. */
  public static final HookAction MANUAL = new HookAction("manual");

  private static final Set<HookAction> KNOWN =
      Set.of(
          INITIALIZE,
          STARTED,
          USER_UPDATE,
          UPDATED,
          CONFIRM,
          EXPORT,
          CHANGED,
          CREATED,
          RECEIVED,
          SCHEDULED,
          MANUAL);

  /** Creates the word that Rossum writes, known or not. */
  public HookAction {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the word itself. */
  @Override
  public String toString() {
    return value;
  }
}
