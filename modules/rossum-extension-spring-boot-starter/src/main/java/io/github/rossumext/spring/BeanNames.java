package io.github.rossumext.spring;

import java.util.Map;

/** The names of beans, for messages and annotations. */
final class BeanNames {
  private BeanNames() {}

  static String of(Object bean, Map<String, ?> byName) {
    for (Map.Entry<String, ?> entry : byName.entrySet()) {
      if (entry.getValue() == bean) {
        return entry.getKey();
      }
    }
    return bean.getClass().getName();
  }
}
