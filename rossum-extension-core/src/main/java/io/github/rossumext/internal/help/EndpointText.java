package io.github.rossumext.internal.help;

/**
 * An endpoint as a JSON text: which events it handles, and how. Programs that share no type with
 * the endpoint read it, such as a goal of the Maven plugin, which loads the author's classes with a
 * class loader of their own. It holds no secret.
 *
 * @param json an object with {@code version} and {@code events}
 */
public record EndpointText(String json) {
  /**
   * Returns the text of an endpoint. The Maven plugin calls this by its name.
   *
   * @param endpoint a {@code HookEndpoint}
   * @throws IllegalArgumentException if it is another object
   */
  public static String of(Object endpoint) {
    return Access.find(endpoint, EndpointText.class)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a HookEndpoint, but got " + endpoint.getClass().getName() + "."))
        .json();
  }
}
