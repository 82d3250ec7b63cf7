package io.github.rossumext.testkit.assertions;

import java.util.Collection;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * The base of all assertions of this package. Not thread-safe.
 *
 * @param <S> the type of the assertion itself
 * @param <A> what it is about
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

  static String shown(Object value) {
    if (value instanceof Collection<?> all) {
      return all.isEmpty()
          ? "none"
          : String.join(", ", all.stream().map(RossumAssert::shown).toList());
    }
    return value instanceof String ? "'" + value + "'" : value.toString();
  }

  static String count(List<?> all, String one) {
    return all.isEmpty() ? "no " + one : all.size() + " " + one + (all.size() == 1 ? "" : "s");
  }
}
