package io.github.rossumext.testkit.assertions;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import java.util.List;

/**
 * Assertions on an annotation of an API stub. Start with {@link
 * RossumAssertions#assertThat(StubbedAnnotation)}. Not thread-safe.
 */
public final class StubbedAnnotationAssert
    extends RossumAssert<StubbedAnnotationAssert, StubbedAnnotation> {
  StubbedAnnotationAssert(StubbedAnnotation actual) {
    super(actual, StubbedAnnotationAssert.class);
  }

  /** Asserts that it has this status. */
  public StubbedAnnotationAssert hasStatus(AnnotationStatus status) {
    return checkEqual("status", status, actual.status());
  }

  /**
   * Asserts that a field has this machine text: an ISO date, a plain decimal, or the text.
   *
   * @param path such as {@code order_id} or {@code line_items[0].item_code}
   * @throws IllegalArgumentException if the document does not have the field
   */
  public StubbedAnnotationAssert hasText(String path, String machineText) {
    return checkEqual("text of " + path, machineText, actual.text(path));
  }

  /** Asserts that it has no labels. */
  public StubbedAnnotationAssert hasNoLabels() {
    return hasLabels();
  }

  /** Asserts that it has exactly the labels with these names, in any order. */
  public StubbedAnnotationAssert hasLabels(String... names) {
    return checkEqual(
        "labels",
        List.of(names).stream().sorted().toList(),
        actual.labels().stream().sorted().toList());
  }

  @Override
  Story story() {
    return new Story("The annotation " + actual.id(), List.of()).with("status", actual.status());
  }
}
