package io.github.rossumext.spring;

import io.github.rossumext.HookHandler;
import io.github.rossumext.rules.ContentRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;

/**
 * Keeps the records that are nested in rules and handlers in a native image, because the library
 * binds settings, rows and documents to them. For other records, use Spring's
 * {@code @RegisterReflectionForBinding}.
 */
final class BoundRecords implements BeanRegistrationAotProcessor {
  private static final BindingReflectionHintsRegistrar BINDING =
      new BindingReflectionHintsRegistrar();

  @Override
  public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
    Class<?> type = bean.getBeanClass();
    boolean mayBind =
        ContentRule.class.isAssignableFrom(type) || HookHandler.class.isAssignableFrom(type);
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> each = type; mayBind && each != null; each = each.getSuperclass()) {
      for (Class<?> nested : each.getDeclaredClasses()) {
        if (nested.isRecord()) {
          records.add(nested);
        }
      }
    }
    return records.isEmpty()
        ? null
        : (context, code) ->
            BINDING.registerReflectionHints(
                context.getRuntimeHints().reflection(), records.toArray(Class<?>[]::new));
  }
}
