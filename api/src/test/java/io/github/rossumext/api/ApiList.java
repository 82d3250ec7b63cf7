package io.github.rossumext.api;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a module offers to those who use it: the packages that it exports to everybody, in each the
 * types that are public, in each type a line for each member. All in an order that does not depend
 * on the compiler.
 */
final class ApiList {
  private ApiList() {}

  static List<String> of(ModuleReference module) throws IOException, ClassNotFoundException {
    ModuleDescriptor descriptor = module.descriptor();
    List<String> lines = new ArrayList<>();
    lines.add("module " + descriptor.name());
    descriptor.requires().stream()
        .filter(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
        .map(required -> "  requires transitive " + required.name())
        .sorted()
        .forEach(lines::add);
    for (Map.Entry<String, List<Class<?>>> exported : types(module).entrySet()) {
      lines.add("");
      lines.add("package " + exported.getKey());
      for (Class<?> type : exported.getValue()) {
        lines.add("");
        lines.add("  " + TypeText.header(type));
        MemberText.of(type).forEach(member -> lines.add("    " + member));
      }
    }
    return lines;
  }

  private static Map<String, List<Class<?>>> types(ModuleReference module)
      throws IOException, ClassNotFoundException {
    Map<String, List<Class<?>>> types = new TreeMap<>();
    module.descriptor().exports().stream()
        .filter(exported -> !exported.isQualified())
        .forEach(exported -> types.put(exported.source(), new ArrayList<>()));
    try (ModuleReader reader = module.open()) {
      for (String file : reader.list().filter(name -> name.endsWith(".class")).toList()) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        List<Class<?>> exported = types.get(name.substring(0, Math.max(name.lastIndexOf('.'), 0)));
        if (exported != null && !name.endsWith("-info")) {
          Class<?> type = Class.forName(name, false, ApiList.class.getClassLoader());
          if (isOffered(type)) {
            exported.add(type);
          }
        }
      }
    }
    types.values().forEach(list -> list.sort(Comparator.comparing(Class::getName)));
    return types;
  }

  /** Whether others can name the type: it and those around it are public. */
  static boolean isOffered(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.isSynthetic()
        && (around == null || isOffered(around));
  }
}
