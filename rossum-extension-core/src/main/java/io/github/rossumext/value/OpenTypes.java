package io.github.rossumext.value;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.rossumext.internal.help.OpenPackage;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells a type that Jackson may not use from JSON that does not fit: on the module path, the
 * package of a type may be closed. Jackson reports both alike.
 */
final class OpenTypes {
  private static final Module JACKSON = ObjectMapper.class.getModule();

  private final TypeFactory types;
  private final Set<Class<?>> seen = new HashSet<>();

  private OpenTypes(TypeFactory types) {
    this.types = types;
  }

  /**
   * Does nothing if Jackson may use the type and all types within it.
   *
   * @throws IllegalStateException if it may not; the message has the line to add
   */
  static void require(JavaType type, TypeFactory types) {
    new OpenTypes(types).require(type);
  }

  private void require(JavaType type) {
    if (type.isArrayType()) {
      require(type.getContentType());
      return;
    }
    for (JavaType argument : type.getBindings().getTypeParameters()) {
      require(argument);
    }
    Class<?> raw = type.getRawClass();
    if (raw.isPrimitive() || raw.isInterface() || raw.isEnum() || !seen.add(raw)) {
      return;
    }
    OpenPackage.require(raw, JACKSON);
    if (raw.isRecord()) {
      for (RecordComponent component : raw.getRecordComponents()) {
        require(types.constructType(component.getGenericType()));
      }
    }
  }
}
