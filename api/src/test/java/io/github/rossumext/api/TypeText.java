package io.github.rossumext.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Types as their author writes them, with the short names of all classes. */
final class TypeText {
  private TypeText() {}

  /** The line that a type is declared with. */
  static String header(Class<?> type) {
    StringBuilder header = new StringBuilder();
    if (type.isAnnotationPresent(Deprecated.class)) {
      header.append("@Deprecated ");
    }
    header.append("public ").append(modifiers(type)).append(kind(type)).append(' ');
    header.append(name(type)).append(variables(type.getTypeParameters()));
    if (type.isRecord()) {
      header.append(
          Arrays.stream(type.getRecordComponents())
              .map(TypeText::component)
              .collect(joining(", ", "(", ")")));
    }
    Type above = type.getGenericSuperclass();
    if (above != null && !List.of(Object.class, Record.class).contains(above) && !type.isEnum()) {
      header.append(" extends ").append(of(above));
    }
    String interfaces =
        Arrays.stream(type.getGenericInterfaces()).map(TypeText::of).collect(joining(", "));
    if (!interfaces.isEmpty() && !type.isAnnotation()) {
      header.append(type.isInterface() ? " extends " : " implements ").append(interfaces);
    }
    return header.toString();
  }

  private static String component(RecordComponent component) {
    return of(component.getGenericType()) + " " + component.getName();
  }

  private static String modifiers(Class<?> type) {
    int modifiers = type.getModifiers();
    boolean isFinal = Modifier.isFinal(modifiers) && !type.isRecord() && !type.isEnum();
    return Stream.of(
            Modifier.isAbstract(modifiers) && !type.isInterface() && !type.isEnum()
                ? "abstract "
                : "",
            isFinal ? "final " : "",
            type.isSealed() && !type.isEnum() ? "sealed " : "")
        .collect(joining());
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  /** {@code <A, B extends C> }, or nothing. */
  static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables).map(TypeText::declared).collect(joining(", ", "<", ">"));
  }

  private static String declared(TypeVariable<?> variable) {
    String bounds =
        Arrays.stream(variable.getBounds())
            .filter(bound -> bound != Object.class)
            .map(TypeText::of)
            .collect(joining(" & "));
    return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
  }

  /** A type where it is used. */
  static String of(Type type) {
    if (type instanceof Class<?> raw) {
      return raw.isArray() ? of(raw.getComponentType()) + "[]" : name(raw);
    }
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()) + "[]";
    }
    if (type instanceof ParameterizedType parameterized) {
      return name((Class<?>) parameterized.getRawType())
          + Arrays.stream(parameterized.getActualTypeArguments())
              .map(TypeText::of)
              .collect(joining(", ", "<", ">"));
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getLowerBounds().length > 0) {
        return "? super " + of(wildcard.getLowerBounds()[0]);
      }
      Type bound = wildcard.getUpperBounds()[0];
      return bound == Object.class ? "?" : "? extends " + of(bound);
    }
    return type.getTypeName();
  }

  /** The short name, behind those of the classes around it. */
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
  }
}
