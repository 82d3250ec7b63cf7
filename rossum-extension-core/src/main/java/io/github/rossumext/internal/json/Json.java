package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.JsonFactory;

/** The limits of the JSON that the library reads, and the factory of what it writes. */
public final class Json {
  /** Objects and lists within one another; a hook payload needs about a dozen. */
  public static final int MAX_DEPTH = 200;

  /** Characters of one number; longer ones cost quadratic time to convert. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  /** Bytes of one key. */
  public static final int MAX_NAME_LENGTH = 10_000;

  /** Different keys of one request; a large document has about a hundred. */
  public static final int MAX_DIFFERENT_KEYS = 10_000;

  static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}
}
