package io.github.rossumext.internal.help;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key that no component of a record reads, although a component without a value has a similar
 * name.
 *
 * @param path the object that has the key, such as {@code limits[0]}; {@code ""} for the whole
 *     value
 * @param key the key as it is written
 * @param near the key of the component
 */
public record UnreadKey(String path, String key, String near) {
  private static final Logger LOG = LoggerFactory.getLogger("io.github.rossumext.HookEndpoint");
  private static final OncePerHook OF_JVM = new OncePerHook();

  /** Returns the mistakes of a hook whose endpoint is unknown. */
  public static OncePerHook.OfHook reportedFor(String hook) {
    return (kind, name) -> OF_JVM.isFirst(hook, kind, name);
  }

  /**
   * Logs the key unless it was logged for the hook before.
   *
   * @param root the name of the object that has the key, such as {@code settings}
   * @param type the record that does not read it
   */
  public void report(OncePerHook.OfHook reported, String root, Class<?> type) {
    String place = path.isEmpty() ? root : root + "." + path;
    if (reported.isFirst("unread key", type.getName() + " " + place + "." + key)) {
      LOG.warn(
          "unknown key key=\"{}\" in=\"{}\" nearest=\"{}\" record={}",
          printable(key),
          printable(place),
          printable(near),
          type.getName());
    }
  }

  /**
   * Returns the key in printable form: cut, and without line breaks that could forge a log line.
   */
  public String shown() {
    return printable(key);
  }

  private static String printable(String text) {
    return Printable.ascii(text).replace('"', '?').replace('\\', '?');
  }
}
