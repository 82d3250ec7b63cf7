package io.github.rossumext.maven.register;

/** What a change of a schema means for documents and for the author's code. */
enum Effect {
  /** Texts, options, constraints, order: values stay. */
  SAFE("safe"),
  /** Values may stay or not: the line says what is known. */
  CHECK_VALUES("check the values"),
  /** A new element: documents get it empty. */
  ADDITION("addition"),
  /** Documents lose values, also exported ones. */
  LOSES_DATA("LOSES DATA"),
  /** Other values may be captured, computed, accepted without a user, or exported. */
  TOUCHES_AUTOMATION("touches automation"),
  /** The author's code names the element. */
  TOUCHES_RULES("touches rules");

  private final String shown;

  Effect(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }
}
