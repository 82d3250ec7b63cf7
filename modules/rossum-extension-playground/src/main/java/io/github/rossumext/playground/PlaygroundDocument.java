package io.github.rossumext.playground;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import java.nio.file.Path;
import java.util.List;

/**
 * A document that the page offers.
 *
 * @param fixture a fixture of {@code annotation_content}
 * @param pages the images of its pages, in their order
 */
record PlaygroundDocument(Fixture fixture, List<Path> pages) {
  /** Returns a document. Throws if the fixture is about another event. */
  static PlaygroundDocument of(Fixture fixture, List<Path> pages) {
    fixture.payload(ContentPayload.class);
    return new PlaygroundDocument(fixture, List.copyOf(pages));
  }

  String name() {
    return fixture.name();
  }
}
