package io.github.rossumext.testkit.junit;

/** The conversation of a test that failed, shown below its failure. */
final class ConversationReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConversationReport(String conversation) {
    super(conversation, null, false, false);
  }
}
