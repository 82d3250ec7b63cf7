package io.github.rossumext.internal.help;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Checks that the components of a record have different keys. */
public final class ComponentKeys {
  private ComponentKeys() {}

  /**
   * Refuses a record if two of its components match one key.
   *
   * @param key returns the key of a component
   * @throws IllegalArgumentException if two components match one key; the message says what to do
   */
  public static void requireDifferent(Class<?> record, Function<RecordComponent, String> key) {
    Map<String, String> names = new HashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String wanted = key.apply(component);
      String other = names.put(Nearest.plain(wanted), component.getName());
      if (other != null) {
        throw new IllegalArgumentException(
            "The components '"
                + other
                + "' and '"
                + component.getName()
                + "' of "
                + record.getName()
                + " match the same key '"
                + wanted
                + "', because case, _ and - do not count. Give one of them another key with @Key.");
      }
    }
  }
}
