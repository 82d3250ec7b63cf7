package io.github.rossumext.testkit.junit;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The fixture of a parameter.
 *
 * @param isParameters whether an annotation of the parameter names it
 * @param isAsked whether anything names it; if not, it is the invoice
 */
record FixtureChoice(Fixture fixture, boolean isParameters, boolean isAsked) {
  static FixtureChoice of(ParameterContext parameter, ExtensionContext context) {
    Optional<WithFixture> own = parameter.findAnnotation(WithFixture.class);
    if (own.isPresent()) {
      return new FixtureChoice(Fixtures.of(own.get().value()), true, true);
    }
    if (context.getTestMethod().isPresent()) {
      Optional<Fixture> ofRun = TestRun.of(context).fixture();
      if (ofRun.isPresent()) {
        return new FixtureChoice(ofRun.get(), false, true);
      }
    }
    return AnnotationSupport.findAnnotation(context.getTestMethod(), WithFixture.class)
        .or(() -> ofClass(context.getTestClass().orElse(null)))
        .map(said -> new FixtureChoice(Fixtures.of(said.value()), false, true))
        .orElseGet(() -> new FixtureChoice(Fixtures.invoice(), false, false));
  }

  private static Optional<WithFixture> ofClass(@Nullable Class<?> testClass) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      Optional<WithFixture> said = AnnotationSupport.findAnnotation(type, WithFixture.class);
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  /** Returns whether it is a document that a simulator can open. */
  boolean isDocument() {
    return fixture.payload() instanceof ContentPayload;
  }
}
