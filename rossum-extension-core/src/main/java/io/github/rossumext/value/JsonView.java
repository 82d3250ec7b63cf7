package io.github.rossumext.value;

import io.github.rossumext.internal.text.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A typed view of a JSON object that Rossum sent. Each documented key has an accessor. For any
 * other key, such as one that Rossum adds next year, call {@link #find(String)}. Immutable and
 * thread-safe. Two views are equal if their JSON is the same, byte for byte.
 *
 * <p>If an object has a key twice, every accessor throws {@link BindingException}, because it is
 * unclear which value counts. A request with such a body or annotation is rejected before, so only
 * the objects within them can throw.
 */
public abstract class JsonView {
  private final RawJson raw;

  /** Creates a view of this object. */
  protected JsonView(RawJson raw) {
    this.raw = raw;
  }

  /** Returns the whole object as it came. */
  public final RawJson raw() {
    return raw;
  }

  /**
   * Returns the value of any key as it came, {@code null} included; empty if there is no such key.
   */
  public final Optional<RawJson> find(String key) {
    return raw.find(key);
  }

  /** Returns the keys of the object in their order. */
  public final Set<String> keys() {
    return raw.keys();
  }

  /** Returns a scalar as text; empty if it is missing or null. */
  protected final Optional<String> text(String key) {
    return raw.find(key).flatMap(RawJson::scalar);
  }

  /**
   * Returns a whole number, also if it is written as a text or with a point (2.0); empty if it is
   * anything else.
   */
  protected final OptionalLong number(String key) {
    try {
      return decimal(key)
          .map(number -> OptionalLong.of(number.longValueExact()))
          .orElse(OptionalLong.empty());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Returns an id: a whole number in plain ASCII digits, which may be a text; empty if it is
   * anything else.
   */
  protected final OptionalLong id(String key) {
    return text(key).map(Numbers::id).orElse(OptionalLong.empty());
  }

  /** Returns a number; empty if it is missing, null or anything else. */
  protected final Optional<BigDecimal> decimal(String key) {
    return text(key).map(Numbers::number);
  }

  /** Returns whether the key holds true. */
  protected final boolean flag(String key) {
    return text(key).filter("true"::equals).isPresent();
  }

  /** Returns a URL; empty if it is missing, null or the word {@code "None"} of old samples. */
  protected final Optional<ResourceUrl> url(String key) {
    return text(key).flatMap(JsonView::toUrl);
  }

  private static Optional<ResourceUrl> toUrl(String text) {
    return text.isEmpty() || text.equals("None")
        ? Optional.empty()
        : Optional.of(new ResourceUrl(text));
  }

  /** Returns the URLs of a list; none if it is missing. */
  protected final List<ResourceUrl> urls(String key) {
    return raw.find(key).map(RawJson::elements).orElse(List.of()).stream()
        .flatMap(element -> element.scalar().flatMap(JsonView::toUrl).stream())
        .toList();
  }

  /** Returns a point in time; empty if it is missing, null or not an ISO date and time. */
  protected final Optional<Instant> instant(String key) {
    try {
      return text(key).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns an object or list as it came; empty if it is missing or null. */
  protected final Optional<RawJson> json(String key) {
    return raw.find(key).filter(value -> !value.isNull());
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof JsonView that && getClass() == that.getClass() && raw.equals(that.raw);
  }

  @Override
  public final int hashCode() {
    return raw.hashCode();
  }

  /** Returns the view's name and size only, because the content may be secret. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + raw + "]";
  }
}
