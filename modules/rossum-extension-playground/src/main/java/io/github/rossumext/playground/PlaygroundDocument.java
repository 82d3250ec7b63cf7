package io.github.rossumext.playground;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /** Returns the image of a page, from 1; empty if the document does not bring it. */
  Optional<Path> page(int number) {
    return number < 1 || number > pages.size()
        ? Optional.empty()
        : Optional.of(pages.get(number - 1));
  }

  String name() {
    return fixture.name();
  }
}
