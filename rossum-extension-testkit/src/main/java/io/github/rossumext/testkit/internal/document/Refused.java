package io.github.rossumext.testkit.internal.document;

/** The reason why a document refuses an edit, in a sentence. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a refusal for this reason. */
  public Refused(String reason) {
    super(Character.toUpperCase(reason.charAt(0)) + reason.substring(1));
  }

  /** Returns the sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Returns the refusal as an exception for a mistake of a test. */
  public IllegalArgumentException asMistake() {
    return new IllegalArgumentException(reason(), this);
  }
}
