package io.github.rossumext.signature;

/** What the check of a signature found. */
public enum Verification {
  /** The signature was made with one of the secrets, over these bytes. */
  ACCEPTED,
  /** The request carries no signature. */
  MISSING,
  /**
   * The header is there but is not a signature: a wrong prefix or length, not hex, or sent twice.
   */
  MALFORMED,
  /** It is a signature, but of other bytes or with another secret. */
  MISMATCH;

  /** Returns whether the request may be trusted. */
  public boolean isAccepted() {
    return this == ACCEPTED;
  }
}
