package io.github.rossumext.testkit.simulator;

/** Why an operation or edit is not applied, in a sentence. Never leaves the package. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  Refused(String reason) {
    super(Character.toUpperCase(reason.charAt(0)) + reason.substring(1));
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
