package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Secret;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each call of the client is made by a test with Rossum's API in the process. What counts is what
 * arrived at the transport while those tests ran, so a new call without a test fails here.
 */
class EachCallTest {
  private static final List<Class<? extends StubTest>> TESTS =
      List.of(AnnotationsTest.class, FilesTest.class, ObjectsTest.class, OtherCallsTest.class);
  private static final Set<String> WITHOUT_TYPE =
      Set.of("get", "list", "post", "put", "patch", "delete");

  @Test
  void isTestedWithTheStub() throws ReflectiveOperationException {
    RecordingTransport.forget();
    for (Class<? extends StubTest> test : TESTS) {
      run(test);
    }

    Set<String> all = calls();
    assertThat(all).as("found by reflection").hasSizeGreaterThan(100);
    assertThat(all).as("calls without a test").isSubsetOf(RecordingTransport.calls());
  }

  /** Runs the tests that have no parameters, each in an object of its own. */
  private static void run(Class<? extends StubTest> type) throws ReflectiveOperationException {
    for (Method test : type.getDeclaredMethods()) {
      if (test.isAnnotationPresent(Test.class) && test.getParameterCount() == 0) {
        Constructor<? extends StubTest> constructor = type.getDeclaredConstructor();
        StubTest instance = constructor.newInstance();
        try {
          test.invoke(instance);
        } finally {
          instance.close();
        }
      }
    }
  }

  /** All public methods that make calls. */
  private static Set<String> calls() throws ReflectiveOperationException {
    RossumClient rossum = RossumClient.of("http://127.0.0.1", Secret.of("unused"));
    Set<String> calls = new TreeSet<>();
    for (Method method : RossumClient.class.getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      if (WITHOUT_TYPE.contains(method.getName())) {
        calls.add(RecordingTransport.call(method, ""));
      } else if (isOwn(method.getReturnType()) && method.getReturnType() != RossumClient.class) {
        Object objects = method.invoke(rossum);
        String kind =
            objects instanceof Resources<?> resources
                ? resources.path().substring("/v1/".length())
                : "";
        methods(objects.getClass()).forEach(call -> calls.add(RecordingTransport.call(call, kind)));
      }
    }
    // A task makes calls, too. Its other methods return what it has.
    methods(UploadTask.class)
        .filter(method -> Set.of(UploadTask.class, Upload.class).contains(method.getReturnType()))
        .forEach(method -> calls.add(RecordingTransport.call(method, "")));
    return calls;
  }

  private static Stream<Method> methods(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> isOwn(method.getDeclaringClass()) && !method.isBridge());
  }

  private static boolean isOwn(Class<?> type) {
    return RossumClient.class.getPackage().equals(type.getPackage());
  }
}
