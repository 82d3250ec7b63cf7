package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.GoalException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The secrets that {@code -Drossum.secrets} asks for: none, all, or those of a list of names. */
final class SecretChoice {
  private final boolean isAll;
  private final Set<String> names;

  private SecretChoice(boolean isAll, Set<String> names) {
    this.isAll = isAll;
    this.names = names;
  }

  /**
   * Reads the parameter.
   *
   * @param text {@code ""} or {@code false} for none, {@code true} for all, or names with commas
   */
  static SecretChoice of(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    boolean isAll = names.remove("true");
    names.remove("false");
    return new SecretChoice(isAll, Set.copyOf(names));
  }

  /**
   * Checks that each name is a secret of a hook.
   *
   * @throws GoalException if one is not
   */
  void check(Collection<DesiredHook> hooks) {
    Set<String> known = new LinkedHashSet<>();
    hooks.forEach(hook -> known.addAll(hook.secrets().names()));
    for (String name : names) {
      if (!known.contains(name)) {
        throw new GoalException(
            "-Drossum.secrets names '" + name + "', but the hooks have " + known + ".");
      }
    }
  }

  /**
   * Returns those of a hook that are sent. Rossum replaces {@code secrets} as a whole, so either
   * all of them go or none.
   */
  List<String> sent(List<String> all) {
    boolean areSecrets = names.stream().anyMatch(name -> all.contains(name) && isSecret(name));
    return all.stream()
        .filter(name -> isAll || names.contains(name) || (areSecrets && isSecret(name)))
        .toList();
  }

  private static boolean isSecret(String name) {
    return name.startsWith(HookFields.SECRETS + ".");
  }
}
