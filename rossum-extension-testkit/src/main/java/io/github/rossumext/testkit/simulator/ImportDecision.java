package io.github.rossumext.testkit.simulator;

import io.github.rossumext.response.OriginalSender;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision about the files of an e-mail or upload, after the responses of all hooks. Immutable
 * and thread-safe.
 *
 * @param files all files of the request, in its order
 * @param additionalFiles the documents that the hooks added to an e-mail; no other hook can reject
 *     them
 * @param originalSender the {@code extracted_original_sender} of the latest hook that sent one
 * @param exchanges the requests and responses that led to the decision
 */
public record ImportDecision(
    List<FileDecision> files,
    List<FileDecision> additionalFiles,
    Optional<OriginalSender> originalSender,
    List<Exchange> exchanges) {
  /** Creates a decision. */
  public ImportDecision {
    files = List.copyOf(files);
    additionalFiles = List.copyOf(additionalFiles);
    exchanges = List.copyOf(exchanges);
  }

  /**
   * Returns the names of the files that become documents: first those of the request, then the
   * added ones.
   */
  public List<String> imported() {
    return Stream.concat(files.stream(), additionalFiles.stream())
        .filter(FileDecision::isImported)
        .map(FileDecision::name)
        .toList();
  }

  /**
   * Returns the decision about a file.
   *
   * @param name the name of the file, its id, or the URL of its document
   * @throws IllegalArgumentException if the request has no such file; the message names the files
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
                        + "'. The files are "
                        + files.stream().map(FileDecision::name).toList()
                        + "."));
  }

  /** Returns what Rossum would reject or ignore of the responses. */
  public List<Problem> problems() {
    return exchanges.stream().flatMap(exchange -> exchange.problems().stream()).toList();
  }
}
