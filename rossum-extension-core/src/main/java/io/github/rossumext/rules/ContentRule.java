package io.github.rossumext.rules;

import io.github.rossumext.UserMessageException;

/**
 * One rule on the content of a document.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="rule"}
 *
 * <p>One instance serves all requests, many at a time: an implementation must be thread-safe. The
 * editor belongs to one request only.
 */
@FunctionalInterface
public interface ContentRule {
  /**
   * Looks at the document, edits it and says what the user should know.
   *
   * @param content the document with the edits of the rules before this one
   * @throws UserMessageException to take back what this rule did and tell the user something
   * @throws Exception anything else; what this rule did is taken back, the rest follows its policy
   */
  void apply(ContentEditor content) throws Exception;
}
