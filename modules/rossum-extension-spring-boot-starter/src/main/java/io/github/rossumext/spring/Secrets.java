package io.github.rossumext.spring;

import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The secrets of the properties. */
final class Secrets {
  private static final String WHAT_TO_DO =
      "Set rossum.secret=${ROSSUM_HOOK_SECRET} in application.properties, and the environment"
          + " variable to the secret of the hook (config.secret in Rossum). Or set"
          + " rossum.secret-file.";

  private Secrets() {}

  /**
   * Returns the secrets.
   *
   * @throws StartFailure if there is none, or one is a variable that is not set
   */
  static List<Secret> of(RossumProperties properties) {
    List<Secret> secrets = new ArrayList<>(properties.secret());
    // Spring Boot binds a variable that is not set as its name, which everybody could sign with.
    for (Secret secret : secrets) {
      String text = secret.reveal();
      int start = text.indexOf("${");
      if (start >= 0 && text.indexOf('}', start) > 0) {
        throw new StartFailure(
            "The property rossum.secret refers to "
                + text.substring(start, text.indexOf('}', start) + 1)
                + ", which is not set.",
            WHAT_TO_DO);
      }
    }
    String file = properties.secretFile();
    if (file != null && !file.isBlank()) {
      try {
        secrets.add(Secret.fromFile(Path.of(file)));
      } catch (IllegalStateException e) {
        throw new StartFailure(
            "The property rossum.secret-file: " + e.getMessage(),
            "Correct the path of the file, or its content.",
            e);
      }
    }
    if (secrets.isEmpty()) {
      throw new StartFailure(
          "The extension has no secret, so it could not tell Rossum from anybody else.",
          WHAT_TO_DO);
    }
    return secrets;
  }
}
