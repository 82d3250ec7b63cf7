package io.github.rossumext.spring;

import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.spring.guide.Erp;
import io.github.rossumext.spring.guide.GuideApplication;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application with Spring Security as Spring Boot sets it up, the Actuator and a database. */
class ServedApplicationTest {
  private static Served application;

  @BeforeAll
  static void start() {
    application =
        Served.start(
            List.of(GuideApplication.class),
            "rossum.once=annotation_content.export",
            "rossum.store.create-table=true",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void servesTheRulesAndHandlersThatAreBeans() throws Exception {
    HttpResponse<String> response =
        application.post(Fixtures.invoice().withField("order_id", "12"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("The order number must have 6 digits.");
    assertThat(application.context().getBean(HookEndpoint.class).events())
        .map(Object::toString)
        .containsExactlyInAnyOrder(
            "annotation_content",
            "annotation_content.export",
            "email.received",
            "invocation.scheduled");
  }

  @Test
  void permitsThePathOfTheHookAndNothingElse() throws Exception {
    assertThat(application.status("GET", "/rossum")).isEqualTo(200);
    assertThat(application.status("HEAD", "/rossum")).isEqualTo(200);
    assertThat(application.status("POST", "/rossum")).isEqualTo(415); // the endpoint says that
    assertThat(application.status("GET", "/actuator/health")).isEqualTo(200); // Spring Boot does
    assertThat(application.status("GET", "/elsewhere")).isEqualTo(401);
    assertThat(application.status("GET", "/rossum/below")).isEqualTo(401);
    assertThat(application.status("PUT", "/rossum")).isIn(401, 403);
    assertThat(application.status("POST", "/elsewhere")).isIn(401, 403);
  }

  @Test
  void remembersDeliveriesInTheDatabase() throws Exception {
    Fixture export = Fixtures.invoice().with(EXPORT);
    HttpResponse<String> first = application.post(export);
    HttpResponse<String> repeat = application.post(export);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(application.context().getBean(Erp.class).bookings()).hasSize(1);
    assertThat(application.context().getBean(DeliveryStore.class)).hasToString("JdbcDeliveryStore");
    assertThat(application.page("/actuator/metrics/rossum.repeats")).contains("\"value\":1.0");
  }

  @Test
  void tellsItsHealth() throws Exception {
    assertThat(application.page("/actuator/health/rossum"))
        .contains("\"status\":\"UP\"", "\"endpoint\":\"open\"", "\"store\":\"reached\"");
  }

  @Test
  void tellsTheHandledEvents() throws Exception {
    assertThat(application.page("/actuator/info"))
        .contains("\"path\":\"/rossum\"", "annotation_content.export");
  }

  @Test
  void measuresRequests() throws Exception {
    application.post(Fixtures.invoice());
    application.status("POST", "/rossum");

    MeterRegistry registry = application.context().getBean(MeterRegistry.class);
    assertThat(
            registry
                .get("rossum.requests")
                .tags("event", "annotation_content.initialize", "outcome", "responded")
                .tag("status", "200")
                .timer()
                .count())
        .isPositive();
    assertThat(registry.get("rossum.rejections").tag("reason", "transport").counter().count())
        .isPositive();
    assertThat(registry.get("rossum.request.size").summary().count()).isPositive();
    assertThat(registry.get("rossum.jobs.running").gauge().value()).isZero();
    assertThat(registry.get("rossum.losses").counter().count()).isZero();
    assertThat(registry.get("rossum.operations").counter().count()).isZero();
  }
}
