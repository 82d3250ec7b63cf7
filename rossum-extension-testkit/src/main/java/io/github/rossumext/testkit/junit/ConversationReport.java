package io.github.rossumext.testkit.junit;

/** The conversation of a failed test. Build tools show it below the failure. */
final class ConversationReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConversationReport(String conversation) {
    super(conversation, null, false, false);
  }
}
