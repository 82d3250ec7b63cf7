package io.github.rossumext.testkit.simulator;

import io.github.rossumext.response.OriginalSender;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the files of an e-mail or upload, after the responses of all hooks. Immutable and
 * thread-safe.
 *
 * @param files every file of the request, in its order
 * @param additionalFiles the documents that the hooks added to an e-mail; no other hook vetoes them
 * @param originalSender the {@code extracted_original_sender} of the latest hook that gave one
 * @param exchanges the requests that led to it
 */
public record ImportDecision(
    List<FileDecision> files,
    List<FileDecision> additionalFiles,
    Optional<OriginalSender> originalSender,
    List<Exchange> exchanges) {
  /** A decision. */
  public ImportDecision {
    files = List.copyOf(files);
    additionalFiles = List.copyOf(additionalFiles);
    exchanges = List.copyOf(exchanges);
  }

  /** The names of the files that become documents, those that were added last. */
  public List<String> imported() {
    return Stream.concat(files.stream(), additionalFiles.stream())
        .filter(FileDecision::isImported)
        .map(FileDecision::name)
        .toList();
  }

  /**
   * What becomes of a file.
   *
   * @param name its name; its id or the URL of its document will do, too
   * @throws IllegalArgumentException if there is no such file; the message names those there are
   */
  public FileDecision file(String name) {
    return Stream.concat(files.stream(), additionalFiles.stream())
        .filter(file -> file.name().equals(name) || file.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no file '"
                        + name
                        + "' but "
                        + files.stream().map(FileDecision::name).toList()
                        + "."));
  }

  /** What the responses showed that Rossum would reject or ignore. */
  public List<Problem> problems() {
    return exchanges.stream().flatMap(exchange -> exchange.problems().stream()).toList();
  }
}
