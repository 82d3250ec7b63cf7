package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of a hook that changes. It holds no secret.
 *
 * @param path such as {@code config.timeout_s}
 * @param before the value in Rossum; missing if there is none
 * @param after the value of the file
 */
record FieldChange(String path, JsonNode before, JsonNode after) {
  /** Returns the line of the plan. */
  String line() {
    return before.isMissingNode() || before.isNull()
        ? "+ " + path + ": " + JsonForm.shown(after)
        : "~ " + path + ": " + JsonForm.shown(before) + " -> " + JsonForm.shown(after);
  }
}
