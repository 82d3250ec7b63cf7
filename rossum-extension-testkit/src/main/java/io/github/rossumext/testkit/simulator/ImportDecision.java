package io.github.rossumext.testkit.simulator;

import io.github.rossumext.response.EmailResponse.OriginalSender;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision about the files of an e-mail or upload, after the responses of all hooks. Immutable
 * and thread-safe.
 */
public final class ImportDecision {
  private final List<FileDecision> files;
  private final List<FileDecision> additionalFiles;
  private final @Nullable OriginalSender originalSender;
  private final List<Exchange> exchanges;

  ImportDecision(
      List<FileDecision> files,
      List<FileDecision> additionalFiles,
      @Nullable OriginalSender originalSender,
      List<Exchange> exchanges) {
    this.files = List.copyOf(files);
    this.additionalFiles = List.copyOf(additionalFiles);
    this.originalSender = originalSender;
    this.exchanges = List.copyOf(exchanges);
  }

  /** Returns the decisions about all files of the request, in its order. */
  public List<FileDecision> files() {
    return files;
  }

  /**
   * Returns the decisions about the documents that the hooks added to an e-mail. No other hook can
   * reject them.
   */
  public List<FileDecision> additionalFiles() {
    return additionalFiles;
  }

  /**
   * Returns the {@code extracted_original_sender} of the latest hook that sent one; empty if none
   * did.
   */
  public Optional<OriginalSender> originalSender() {
    return Optional.ofNullable(originalSender);
  }

  /** Returns the requests and responses that led to the decision. */
  public List<Exchange> exchanges() {
    return exchanges;
  }

  /**
   * Returns the names of the files that become documents: first those of the request, then the
   * added ones.
   */
  public List<String> importedFiles() {
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

  @Override
  public boolean equals(Object other) {
    return other instanceof ImportDecision that
        && files.equals(that.files)
        && additionalFiles.equals(that.additionalFiles)
        && Objects.equals(originalSender, that.originalSender)
        && exchanges.equals(that.exchanges);
  }

  @Override
  public int hashCode() {
    return Objects.hash(files, additionalFiles, originalSender, exchanges);
  }

  /** Returns the names of the imported files. */
  @Override
  public String toString() {
    return "ImportDecision" + importedFiles();
  }
}
