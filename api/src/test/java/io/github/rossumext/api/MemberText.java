package io.github.rossumext.api;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The members of a type that others can use, a line each: constants, constructors, methods. A
 * method that a public supertype declares in the same way stands there only, and so do those of
 * {@code Object}; what the header of a record or the word {@code enum} says is not repeated.
 */
final class MemberText {
  private MemberText() {}

  static List<String> of(Class<?> type) {
    List<String> members = new ArrayList<>();
    if (type.isEnum()) {
      Arrays.stream(type.getEnumConstants()).forEach(each -> members.add(((Enum<?>) each).name()));
    }
    for (Class<?> source : withHiddenSupertypes(type)) {
      sorted(source.getDeclaredFields())
          .filter(field -> isOffered(field, type) && !field.isEnumConstant())
          .forEach(field -> members.add(text(field)));
    }
    sorted(type.getDeclaredConstructors())
        .filter(constructor -> isOffered(constructor, type) && !isCanonical(constructor))
        .forEach(constructor -> members.add(text(constructor)));
    Set<String> methods = new TreeSet<>();
    for (Class<?> source : withHiddenSupertypes(type)) {
      sorted(source.getDeclaredMethods())
          .filter(method -> isOffered(method, type) && !isSaidElsewhere(method, type))
          .forEach(method -> methods.add(sortKey(method) + "\n" + text(method)));
    }
    methods.forEach(method -> members.add(method.substring(method.indexOf('\n') + 1)));
    return members;
  }

  /** The type, and the supertypes that others see through it only. */
  private static Set<Class<?>> withHiddenSupertypes(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>(Set.of(type));
    for (Class<?> above : supertypes(type)) {
      if (!ApiList.isOffered(above)) {
        all.addAll(withHiddenSupertypes(above));
      }
    }
    return all;
  }

  private static List<Class<?>> supertypes(Class<?> type) {
    return Stream.concat(
            Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .toList();
  }

  private static <M extends AccessibleObject & Member> Stream<M> sorted(M[] members) {
    return Arrays.stream(members)
        .sorted(comparing(Member::getName).thenComparing(Object::toString));
  }

  private static boolean isOffered(Member member, Class<?> type) {
    int modifiers = member.getModifiers();
    boolean isForSubclasses = Modifier.isProtected(modifiers) && canBeExtended(type);
    return !member.isSynthetic() && (Modifier.isPublic(modifiers) || isForSubclasses);
  }

  private static boolean canBeExtended(Class<?> type) {
    return !Modifier.isFinal(type.getModifiers())
        && !type.isSealed()
        && Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(each -> (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
  }

  private static boolean isCanonical(Constructor<?> constructor) {
    Class<?> type = constructor.getDeclaringClass();
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private static boolean isSaidElsewhere(Method method, Class<?> type) {
    if (type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(c -> c.getAccessor().equals(method))) {
      return true;
    }
    if (type.isEnum()
        && Modifier.isStatic(method.getModifiers())
        && Set.of("values", "valueOf").contains(method.getName())) {
      return true;
    }
    return !Modifier.isStatic(method.getModifiers()) && isDeclaredAbove(method, type);
  }

  private static boolean isDeclaredAbove(Method method, Class<?> type) {
    List<Class<?>> above = new ArrayList<>(supertypes(type));
    if (type.isInterface()) {
      above.add(Object.class);
    }
    return above.stream()
        .anyMatch(
            supertype ->
                (ApiList.isOffered(supertype) && declares(supertype, method))
                    || isDeclaredAbove(method, supertype));
  }

  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(declared -> (declared.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
        .anyMatch(
            declared ->
                declared.getName().equals(method.getName())
                    && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes())
                    && declared.getReturnType() == method.getReturnType());
  }

  private static String sortKey(Method method) {
    return (Modifier.isStatic(method.getModifiers()) ? "0" : "1")
        + method.getName()
        + " "
        + method.getParameterCount();
  }

  private static String text(Field field) {
    return modifiers(field, "final") + TypeText.of(field.getGenericType()) + " " + field.getName();
  }

  private static String text(Constructor<?> constructor) {
    return modifiers(constructor, "")
        + withBlank(TypeText.variables(constructor.getTypeParameters()))
        + "new"
        + parameters(constructor);
  }

  private static String text(Method method) {
    String words = method.getDeclaringClass().isInterface() ? "" : "abstract";
    return modifiers(method, words)
        + (method.isDefault() ? "default " : "")
        + withBlank(TypeText.variables(method.getTypeParameters()))
        + TypeText.of(method.getGenericReturnType())
        + " "
        + method.getName()
        + parameters(method)
        + (method.getDefaultValue() == null ? "" : " default");
  }

  private static String withBlank(String variables) {
    return variables.isEmpty() ? "" : variables + " ";
  }

  private static <M extends AccessibleObject & Member> String modifiers(M member, String further) {
    Set<String> shown = Set.of("protected", "static", further);
    return (member.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
        + Arrays.stream(Modifier.toString(member.getModifiers()).split(" ", -1))
            .filter(word -> !word.isEmpty() && shown.contains(word))
            .map(word -> word + " ")
            .collect(joining());
  }

  private static String parameters(Executable executable) {
    Type[] types = executable.getGenericParameterTypes();
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String type = TypeText.of(types[i]);
      boolean isLast = i == types.length - 1;
      if (isLast && executable.isVarArgs()) {
        type = type.substring(0, type.length() - "[]".length()) + "...";
      }
      parameters.add(type + " " + executable.getParameters()[i].getName());
    }
    String thrown =
        Arrays.stream(executable.getGenericExceptionTypes())
            .map(TypeText::of)
            .collect(joining(", "));
    return "("
        + String.join(", ", parameters)
        + ")"
        + (thrown.isEmpty() ? "" : " throws " + thrown);
  }
}
