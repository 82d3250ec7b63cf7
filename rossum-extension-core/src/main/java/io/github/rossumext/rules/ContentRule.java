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
   * Reads and edits the document, and adds messages for the user.
   *
   * @param content the document with the edits of the rules before this one
   * @throws UserMessageException to show the user a message; the edits and messages of this rule
   *     are taken back
   * @throws Exception anything else; the edits and messages of this rule are taken back, and its
   *     failure policy decides about the request
   */
  void apply(ContentEditor content) throws Exception;
}
