package io.github.rossumext.signature;

/** What the check of a signature found (protocol §2). */
public enum Verification {
  /** The signature was made with one of the secrets, over these bytes. */
  ACCEPTED,
  /** The request carries no signature. */
  MISSING,
  /** The header is there and is no signature: a wrong prefix or length, no hex, or sent twice. */
  MALFORMED,
  /** It is a signature, of other bytes or with another secret. */
  MISMATCH;

  /** Whether the request may be trusted. */
  public boolean isAccepted() {
    return this == ACCEPTED;
  }
}
