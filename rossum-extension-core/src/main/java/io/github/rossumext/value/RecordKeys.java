package io.github.rossumext.value;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Names components by their {@link Key}, and all others in snake_case. */
final class RecordKeys extends PropertyNamingStrategies.SnakeCaseStrategy {
  private static final long serialVersionUID = 1L;

  /** Returns the key that a component is given, or its own name. */
  static String keyOf(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null ? component.getName() : key.value();
  }

  private static @Nullable String given(AnnotatedMember member, String name) {
    if (member.getDeclaringClass().isRecord()) {
      for (RecordComponent component : member.getDeclaringClass().getRecordComponents()) {
        Key key = component.getAnnotation(Key.class);
        if (key != null && component.getName().equals(name)) {
          return key.value();
        }
      }
    }
    return null;
  }

  private String name(AnnotatedMember member, String name) {
    String given = given(member, name);
    return given == null ? translate(name) : given;
  }

  @Override
  public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
    return name(field, name);
  }

  @Override
  public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
    return name(method, name);
  }

  @Override
  public String nameForConstructorParameter(
      MapperConfig<?> config, AnnotatedParameter parameter, String name) {
    return name(parameter, name);
  }
}
