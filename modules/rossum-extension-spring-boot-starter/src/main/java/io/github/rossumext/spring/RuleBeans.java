package io.github.rossumext.spring;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The rules that are beans, by their events, in their order. */
final class RuleBeans {
  private final Map<HookEvent<ContentPayload, ContentResponse>, ContentRules> rules =
      new LinkedHashMap<>();
  private final Map<HookEvent<ContentPayload, ContentResponse>, List<String>> names =
      new LinkedHashMap<>();

  private RuleBeans() {}

  /**
   * Returns the rules.
   *
   * @throws StartFailure if one is limited to an action that does not exist
   */
  static RuleBeans of(ConfigurableListableBeanFactory beans) {
    RuleBeans found = new RuleBeans();
    Map<String, ContentRule> byName = beans.getBeansOfType(ContentRule.class);
    for (ContentRule rule : beans.getBeanProvider(ContentRule.class).orderedStream().toList()) {
      String name = BeanNames.of(rule, byName);
      OnFailure policy = beans.findAnnotationOnBean(name, OnFailure.class);
      for (HookEvent<ContentPayload, ContentResponse> event :
          events(name, beans.findAnnotationOnBean(name, OnlyAt.class))) {
        ContentRules others = found.rules.getOrDefault(event, ContentRules.of());
        found.rules.put(
            event, policy == null ? others.and(rule) : others.and(rule, policy.value()));
        found.names.computeIfAbsent(event, unused -> new ArrayList<>()).add(name);
      }
    }
    return found;
  }

  private static List<HookEvent<ContentPayload, ContentResponse>> events(
      String name, @Nullable OnlyAt only) {
    return only == null ? List.of(ANNOTATION_CONTENT) : Events.ofRule(name, only.value());
  }

  /** Returns the names of the beans by their events. */
  Map<HookEvent<ContentPayload, ContentResponse>, List<String>> names() {
    return names;
  }

  void forEach(BiConsumer<HookEvent<ContentPayload, ContentResponse>, ContentRules> consumer) {
    rules.forEach(consumer);
  }
}
