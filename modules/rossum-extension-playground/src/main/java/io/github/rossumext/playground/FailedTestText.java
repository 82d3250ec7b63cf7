package io.github.rossumext.playground;

/**
 * What the page says of a test that failed.
 *
 * @param name the name of the test
 * @param text the text of the failure
 */
record FailedTestText(String name, String text) {
  private static final int MOST = 20_000;

  FailedTestText {
    text = text.length() <= MOST ? text : text.substring(0, MOST) + "\n…";
  }
}
