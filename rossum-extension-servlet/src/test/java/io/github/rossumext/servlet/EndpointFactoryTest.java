package io.github.rossumext.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import jakarta.servlet.ServletException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A container that makes its servlets itself names a factory of the author's. */
class EndpointFactoryTest {
  /** A factory as an author writes it. */
  public static final class Good implements Supplier<HookEndpoint> {
    static volatile @Nullable HookEndpoint made;

    @Override
    public HookEndpoint get() {
      HookEndpoint endpoint = Endpoints.endpoint();
      made = endpoint;
      return endpoint;
    }
  }

  /** No factory of endpoints. */
  public static final class Other implements Supplier<String> {
    @Override
    public String get() {
      return "";
    }
  }

  /** Has no constructor that a container could call. */
  public static final class Needy implements Supplier<HookEndpoint> {
    private final HookEndpoint endpoint;

    public Needy(HookEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public HookEndpoint get() {
      return endpoint;
    }
  }

  /** Finds its configuration wanting. */
  public static final class Failing implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      throw new IllegalStateException("ROSSUM_HOOK_SECRET is not set.");
    }
  }

  @Test
  void theServletServesTheEndpointOfTheFactoryAndClosesIt() throws Exception {
    ServletHolder holder = new ServletHolder(RossumHookServlet.class);
    holder.setInitParameter("rossum.endpoint.factory", Good.class.getName());
    try (HookServer server = HookServer.start(holder)) {
      SignedRequest request = SignedRequest.of(Fixtures.invoice(), Endpoints.SECRET);

      assertThat(new Client(server).post(request).statusCode()).isEqualTo(200);
      assertThat(Good.made).isNotNull().extracting(HookEndpoint::isClosed).isEqualTo(false);
    }

    assertThat(Good.made).isNotNull().extracting(HookEndpoint::isClosed).isEqualTo(true);
  }

  @Test
  void anEndpointThatWasGivenStaysOpen() throws Exception {
    HookEndpoint endpoint = Endpoints.endpoint();
    HookServer.start(endpoint).close();

    assertThat(endpoint.isClosed()).isFalse();
  }

  @Nested
  class IsRefusedAtTheStart {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAName(@Nullable String name) {
      assertThatThrownBy(() -> EndpointFactory.make(name))
          .isInstanceOf(ServletException.class)
          .hasMessageContaining("init parameter rossum.endpoint.factory")
          .hasMessageContaining("Supplier<HookEndpoint>");
    }

    @ParameterizedTest
    @ValueSource(classes = {Needy.class, Supplier.class})
    void whereItCannotBeMade(Class<?> factory) {
      assertThatThrownBy(() -> EndpointFactory.make(factory.getName()))
          .isInstanceOf(ServletException.class)
          .hasMessageContaining(factory.getName())
          .hasMessageContaining("public constructor without parameters");
    }

    @Test
    void whereThereIsNoSuchClass() {
      assertThatThrownBy(() -> EndpointFactory.make("org.example.Typo"))
          .isInstanceOf(ServletException.class)
          .hasMessageContaining("org.example.Typo")
          .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void whereItMakesSomethingElse() {
      assertThatThrownBy(() -> EndpointFactory.make(Other.class.getName()))
          .isInstanceOf(ServletException.class)
          .hasMessageContaining("is not a Supplier<HookEndpoint>");
    }

    @Test
    void whereItFailsWithItsOwnWords() {
      assertThatThrownBy(() -> EndpointFactory.make(Failing.class.getName()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("ROSSUM_HOOK_SECRET is not set.");
    }

    @Test
    void byTheContainerToo() {
      ServletHolder holder = new ServletHolder(RossumHookServlet.class);

      assertThatThrownBy(() -> HookServer.start(holder))
          .hasStackTraceContaining("init parameter rossum.endpoint.factory");
    }
  }

  @Test
  void aBlankAroundTheNameDoesNotMatter() throws Exception {
    assertThat(EndpointFactory.make(" " + Good.class.getName() + "\n")).isNotNull();
  }

  @Test
  void aLoaderThatKnowsNoBetterIsTheLibrarysOwn() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(null);
    try {
      assertThat(EndpointFactory.make(Good.class.getName())).isNotNull();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
