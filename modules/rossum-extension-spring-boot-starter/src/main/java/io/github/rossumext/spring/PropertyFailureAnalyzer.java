package io.github.rossumext.spring;

import io.github.rossumext.internal.help.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a property that is unknown or cannot be read. It comes before Spring Boot's own
 * analyzer, which shows the values: one that is misspelt may be the secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PropertyFailureAnalyzer
    extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> {
  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable root, ConfigurationPropertiesBindException failure) {
    if (failure.getBeanType() != RossumProperties.class) {
      return null;
    }
    UnboundConfigurationPropertiesException unknown =
        findCause(failure, UnboundConfigurationPropertiesException.class);
    if (unknown != null) {
      return unknown(unknown, failure);
    }
    BindException unreadable = findCause(failure, BindException.class);
    return unreadable == null ? null : unreadable(unreadable, failure);
  }

  private static FailureAnalysis unknown(
      UnboundConfigurationPropertiesException unknown, Throwable failure) {
    List<String> known = names(RossumProperties.PREFIX, RossumProperties.class);
    String description =
        unknown.getUnboundProperties().stream()
            .map(property -> "The property " + place(property) + " does not exist.")
            .collect(Collectors.joining("\n"));
    String action =
        unknown.getUnboundProperties().stream()
            .map(property -> Nearest.question(property.getName().toString(), known, ""))
            .collect(Collectors.joining("\n"));
    return new FailureAnalysis(
        description, action + " Correct the name, or remove the property.", failure);
  }

  private static FailureAnalysis unreadable(BindException unreadable, Throwable failure) {
    Class<?> type = unreadable.getTarget().getType().resolve(Object.class);
    ConfigurationProperty property = unreadable.getProperty();
    String name = property == null ? unreadable.getName().toString() : place(property);
    String constants =
        type.isEnum()
            ? " It is one of "
                + Arrays.stream(type.getEnumConstants())
                    .map(constant -> dashed(constant.toString().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", "))
                + "."
            : "";
    return new FailureAnalysis(
        "The value of the property " + name + " is not a " + type.getSimpleName() + ".",
        "Correct the value." + constants,
        failure);
  }

  /** Returns the name with the file and line, and without the value. */
  private static String place(ConfigurationProperty property) {
    return property.getName()
        + (property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")");
  }

  private static List<String> names(String prefix, Class<?> type) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        names.addAll(names(name, component.getType()));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
