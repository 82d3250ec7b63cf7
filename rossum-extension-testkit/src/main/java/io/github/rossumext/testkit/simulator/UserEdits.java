package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Several edits of a user's that reach the extension in one call. Not thread-safe.
 *
 * <pre>{@code
 * rossum.edits().edit("vendor_name", "volv").edit("line_items[0].item_quantity", "7").send();
 * }</pre>
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
   * One more edit.
   *
   * @param path the field, such as {@code order_id} or {@code line_items[0].item_code}
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public UserEdits edit(String path, String text) {
    edits.add(new User.Edit(session.open().document().paths().datapoint(path), text));
    return this;
  }

  /** One more edit, of any field or cell. */
  public UserEdits edit(SimulatedField field, String text) {
    edits.add(new User.Edit(field.node(), text));
    return this;
  }

  /** Makes the edits. */
  public Outcome send() {
    return user.edit(edits);
  }
}
