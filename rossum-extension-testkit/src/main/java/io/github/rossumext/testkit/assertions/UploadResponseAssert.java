package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.UploadFileResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on a response to an upload as the extension gave it; those on messages are about those
 * of all files. Begin with {@link RossumAssertions#assertThat(UploadResponse)}. Not thread-safe.
 */
public final class UploadResponseAssert
    extends MessagesAssert<UploadResponseAssert, UploadResponse> {
  UploadResponseAssert(UploadResponse actual) {
    super(actual, UploadResponseAssert.class);
  }

  /** It leaves every file as it is. */
  public UploadResponseAssert isUnchanged() {
    return check(actual.files().isEmpty(), "no file mentioned", "files " + urls(actual.files()));
  }

  /** By it, the files with documents of these URLs are not imported; nothing of the others. */
  public UploadResponseAssert preventsImporting(String... documents) {
    return checkEqual(
        "not imported",
        List.of(documents),
        urls(actual.files().stream().filter(UploadFileResponse::isImportPrevented).toList()));
  }

  private static List<String> urls(List<UploadFileResponse> files) {
    return files.stream().map(file -> file.document().uri()).toList();
  }

  @Override
  List<ShownMessage> said() {
    return actual.files().stream()
        .flatMap(file -> file.messages().stream())
        .map(ContentResponseAssert::shownAs)
        .toList();
  }

  @Override
  Story story() {
    return new Story("The response", List.of()).beside("the response", Story.text(actual.toJson()));
  }
}
