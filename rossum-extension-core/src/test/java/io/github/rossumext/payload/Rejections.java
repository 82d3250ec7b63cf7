package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a rejection may say. Nothing in it can come out of the body, which is what makes it fit
 * for responses and logs.
 */
public final class Rejections {
  private static final String KNOWN =
      "(the body is not a JSON object"
          + "|something follows the JSON object"
          + "|broken JSON( at byte \\d+|: a text without an end at byte \\d+)?"
          + "|unreadable JSON \\([A-Z][A-Za-z]+\\)"
          + "|JSON beyond the limits: more than \\d+ [a-z ]+"
          + "( at byte \\d+)?"
          + "|not UTF-8 at byte \\d+"
          + "|a key occurs twice in one object( at byte \\d+)?"
          + "|expected a text in \"event\" and in \"action\""
          + "|annotation\\.content is not a list"
          + "|updated_datapoints is not a list at byte \\d+"
          + "|an id of updated_datapoints is not a (64-bit )?number at byte \\d+"
          + "|a node of the datapoint tree is not an object at byte \\d+"
          + "|a node of the datapoint tree without id or schema_id at byte \\d+"
          + "|a node of the datapoint tree has a key twice at byte \\d+"
          + "|the id of a node is not a (64-bit )?number at byte \\d+"
          + "|the schema_id of a node is not a text at byte \\d+)";

  private Rejections() {}

  /** Asserts that the rejection says what is wrong and nothing of the body. */
  public static void assertClear(PayloadException rejection) {
    assertThat(rejection.problem()).matches(KNOWN);
    assertThat(rejection).hasNoCause();
  }
}
