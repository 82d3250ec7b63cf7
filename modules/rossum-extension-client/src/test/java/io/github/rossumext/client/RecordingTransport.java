package io.github.rossumext.client;

import static java.util.stream.Collectors.joining;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A transport that remembers through which methods of the client its calls came. */
final class RecordingTransport extends Transport {
  private static final Pattern KIND = Pattern.compile("/v1/([a-z_]+)");
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Set<String> CALLS = ConcurrentHashMap.newKeySet();

  RecordingTransport(BaseUrl base, Tokens tokens, Limits limits) {
    super(base, tokens, limits);
  }

  /** The calls of all transports so far, as {@link #call} writes them. */
  static Set<String> calls() {
    return new TreeSet<>(CALLS);
  }

  static void forget() {
    CALLS.clear();
  }

  @Override
  Transport with(Limits others) {
    return new RecordingTransport(base(), tokens(), others);
  }

  // Each call starts here, in the thread of its caller. That of a list does when the list is made.
  @Override
  URI resolve(String reference) {
    Matcher kind = KIND.matcher(reference);
    String found = kind.find() ? kind.group(1) : "";
    STACK.forEach(frame -> record(frame, found));
    return super.resolve(reference);
  }

  private static void record(StackFrame frame, String kind) {
    if (frame.getDeclaringClass().getPackage().equals(RossumClient.class.getPackage())) {
      CALLS.add(
          call(
              frame.getDeclaringClass(),
              kind,
              frame.getMethodName(),
              frame.getMethodType().parameterList()));
    }
  }

  /** A method, with the kind of its objects if classes of several kinds inherit it. */
  static String call(Method method, String kind) {
    return call(
        method.getDeclaringClass(), kind, method.getName(), List.of(method.getParameterTypes()));
  }

  private static String call(Class<?> type, String kind, String name, List<Class<?>> parameters) {
    boolean isInherited = type == Resources.class || type == EditableResources.class;
    return (isInherited ? kind : type.getSimpleName())
        + "."
        + name
        + parameters.stream().map(Class::getSimpleName).collect(joining(", ", "(", ")"));
  }
}
