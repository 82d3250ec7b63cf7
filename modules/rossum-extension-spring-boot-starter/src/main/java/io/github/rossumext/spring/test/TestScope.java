package io.github.rossumext.spring.test;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;

/** Beans that live as long as one test, on its thread. */
@SuppressWarnings("ThreadLocalUsage") // one for each context
final class TestScope implements Scope {
  static final String NAME = "rossumTest";

  private final ThreadLocal<Map<String, Object>> beans =
      ThreadLocal.withInitial(LinkedHashMap::new);
  private final ThreadLocal<Map<String, Runnable>> ends =
      ThreadLocal.withInitial(LinkedHashMap::new);

  @Override
  public Object get(String name, ObjectFactory<?> factory) {
    Object known = beans.get().get(name);
    if (known == null) { // not computeIfAbsent: a bean may need another one
      known = factory.getObject();
      beans.get().put(name, known);
    }
    return known;
  }

  /** Returns a bean if the test has used it. */
  <T> @Nullable T find(Class<T> type) {
    return beans.get().values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }

  void end() {
    ends.get().values().forEach(Runnable::run);
    ends.remove();
    beans.remove();
  }

  @Override
  public @Nullable Object remove(String name) {
    ends.get().remove(name);
    return beans.get().remove(name);
  }

  @Override
  public void registerDestructionCallback(String name, Runnable callback) {
    ends.get().put(name, callback);
  }

  @Override
  public @Nullable Object resolveContextualObject(String key) {
    return null;
  }

  @Override
  public String getConversationId() {
    return Thread.currentThread().getName();
  }
}
