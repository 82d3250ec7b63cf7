package io.github.rossumext.testkit.assertions;

import io.github.rossumext.value.Option;
import java.util.Collection;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * The base of all assertions of this package. Not thread-safe.
 *
 * @param <S> the type of the assertion itself
 * @param <A> the type of the subject
 */
@SuppressWarnings("exports") // users of this class have AssertJ on the path
public abstract class RossumAssert<S extends RossumAssert<S, A>, A> extends AbstractAssert<S, A> {
  RossumAssert(A actual, Class<S> self) {
    super(actual, self);
  }

  /** Returns what a failure shows in addition to what was expected and found. */
  abstract Story story();

  /** Fails unless this holds. */
  final S check(boolean holds, String expected, String found) {
    if (!holds) {
      failWithMessage("%s", story().tell(expected, found));
    }
    return myself;
  }

  /** Fails unless the two are equal, so that an IDE shows the difference. */
  final S checkEqual(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      Story story = story();
      throw failureWithActualExpected(
          story.clean(found.toString()),
          story.clean(expected.toString()),
          "%s",
          story.tell(what + " " + shown(expected), what + " " + shown(found)));
    }
    return myself;
  }

  /** Throws if a part of a text is empty, because every text contains it. */
  static void requirePart(String part) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a part of the text, but found '': every text contains it.");
    }
  }

  /** Throws if the list is empty, because then the assertion would always pass. */
  static void requireSome(String what, Object[] named) {
    if (named.length == 0) {
      throw new IllegalArgumentException(
          "Expected at least one " + what + ", but found none: the assertion could not fail.");
    }
  }

  /** Throws if this cannot be the status of a response. */
  static void requireStatus(int status) {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException(
          "Expected an HTTP status from 100 to 599, but found "
              + status
              + ". Without a response, isSuccess() fails.");
    }
  }

  static String shown(Object value) {
    if (value instanceof Collection<?> all) {
      return all.isEmpty()
          ? "none"
          : String.join(", ", all.stream().map(RossumAssert::shown).toList());
    }
    if (value instanceof Option option) {
      return "'" + option.value() + "' (" + option.label() + ")";
    }
    return value instanceof String ? "'" + value + "'" : value.toString();
  }

  static String count(List<?> all, String one) {
    return all.isEmpty()
        ? "no " + one + "s"
        : all.size() + " " + one + (all.size() == 1 ? "" : "s");
  }
}
