package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Edits of the user that reach the extension in one request. Not thread-safe.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="edits"}
 */
public final class UserEdits {
  private final Session session;
  private final User user;
  private final List<User.Edit> edits = new ArrayList<>();

  UserEdits(Session session, User user) {
    this.session = session;
    this.user = user;
  }

  /**
   * Adds an edit.
   *
   * @param path the field, such as {@code order_id} or {@code line_items[0].item_code}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public UserEdits edit(String path, String text) {
    edits.add(new User.Edit(session.open().document().paths().datapoint(path), text));
    return this;
  }

  /** Adds an edit of any field or cell. */
  public UserEdits edit(SimulatedField field, String text) {
    edits.add(new User.Edit(field.node(), text));
    return this;
  }

  /** Lets the user make the edits, as {@link RossumSimulator#edit} does for one. */
  public Outcome send() {
    return user.edit(edits);
  }
}
