package io.github.rossumext.internal.help;

import java.lang.reflect.Modifier;

/** Whether an author's module lets another one create an object of its type and read it. */
public final class OpenPackage {
  private OpenPackage() {}

  /**
   * Does nothing if the module may use the constructor and the components of the type.
   *
   * @throws IllegalStateException if it may not; the message has the line to add
   */
  public static void require(Class<?> type, Module user) {
    Module module = type.getModule();
    String name = type.getPackageName();
    boolean isPublic = Modifier.isPublic(type.getModifiers()) && module.isExported(name, user);
    if (isPublic || module.isOpen(name, user)) {
      return;
    }
    String to = user.isNamed() ? " to " + user.getName() : "";
    throw Mistake.ofState(
        HelpTopic.RECORDS_ON_THE_MODULE_PATH.explain(
            "Expected a type in an open package, found "
                + type.getName()
                + ". Add 'opens "
                + name
                + to
                + ";' to the module-info.java of "
                + module.getName()));
  }
}
