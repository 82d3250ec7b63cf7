package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.UploadFileResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on a response to an upload, as the handler returned it. Those on messages are about
 * all files. Start with {@link RossumAssertions#assertThat(UploadResponse)}. Not thread-safe.
 */
public final class UploadResponseAssert
    extends MessagesAssert<UploadResponseAssert, UploadResponse> {
  UploadResponseAssert(UploadResponse actual) {
    super(actual, UploadResponseAssert.class);
  }

  /** Asserts that the response changes no file. */
  public UploadResponseAssert isEmpty() {
    return check(actual.files().isEmpty(), "no files", "files " + shown(urls(actual.files())));
  }

  /**
   * Asserts that the response prevents importing exactly the documents with these URLs. A file that
   * the response does not mention keeps its state, and a file whose import fails counts as failed
   * only.
   */
  public UploadResponseAssert preventsImporting(String... documents) {
    return checkEqual(
        "documents not imported:",
        List.of(documents),
        urls(
            actual.files().stream()
                .filter(file -> file.isImportPrevented() && !file.isImportFailed())
                .toList()));
  }

  /**
   * Asserts that the response fails the import of exactly the documents with these URLs. A file
   * that the response does not mention keeps its state.
   */
  public UploadResponseAssert failsImporting(String... documents) {
    return checkEqual(
        "documents that fail:",
        List.of(documents),
        urls(actual.files().stream().filter(UploadFileResponse::isImportFailed).toList()));
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
  String silence() {
    return "";
  }

  @Override
  Story story() {
    return new Story("The response", List.of()).with("the response", Story.text(actual.toJson()));
  }
}
