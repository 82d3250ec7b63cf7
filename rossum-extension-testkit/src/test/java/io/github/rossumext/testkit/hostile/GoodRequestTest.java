package io.github.rossumext.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** What the hostile requests are measured by: the good one, and what reaches the handler. */
class GoodRequestTest {
  private static final Secret SECRET = Secret.of("hostile-secret-71d0");

  private final AtomicInteger handled = new AtomicInteger();

  private HookEndpoint endpoint(String field) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(
            HookEvent.ANNOTATION_CONTENT,
            ContentRules.of(
                content -> {
                  handled.incrementAndGet();
                  content.field(field).info("Seen.");
                }))
        .build();
  }

  @Test
  void anExtensionThatDoesNotAcceptItFailsOnce() {
    HostileRequests requests = HostileRequests.of(endpoint("merchant"), SECRET);

    HostileReport report = requests.run();

    assertThat(report.passed()).isEmpty();
    assertThat(report.failures())
        .singleElement()
        .asString()
        .startsWith("The good request, invoice-with-schema, annotation_content.")
        .contains("gets 500 from an endpoint in this process instead of 200")
        .endsWith("name a document that your rules accept with withDocument(fixture).");
    List<DynamicNode> tests = HostileTests.of(requests).toList();
    assertThat(tests).singleElement().isInstanceOf(DynamicTest.class);
    DynamicTest test = (DynamicTest) tests.get(0);
    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessage(report.failures().get(0));
    assertThat(requests.withDocument(Fixtures.receipt()).run().failures()).isEmpty();
  }

  @Test
  void noHostileRequestIsTheGoodOneOrTwiceThere() {
    Fixture document = Fixtures.invoiceWithSchema();
    Materials materials = new Materials(document, SECRET, 1024 * 1024);
    Map<String, String> names = new HashMap<>();
    names.put(text(materials.signed(materials.body())), "the good request");
    List<String> twice = new ArrayList<>();
    HostileRequests.of(endpoint("invoice_id"), SECRET)
        .attacks(materials)
        .forEach(
            attack -> {
              String name = attack.group() + ": " + attack.name();
              String same = names.putIfAbsent(text(attack.request()), name);
              if (same != null) {
                twice.add(name + " = " + same);
              }
            });

    assertThat(names.values())
        .hasSizeGreaterThan(100)
        .contains("oddity: empty nodes without children", "oddity: values that are null");
    assertThat(twice).containsExactly("signature: of a good request = the good request");
  }

  private static String text(Attempt request) {
    return request.method()
        + request.headers()
        + request.length()
        + Base64.getEncoder().encodeToString(request.body());
  }

  @Test
  void aRequestThatMustBeRejectedDoesNotReachTheHandler() {
    for (HostileCase hostile : HostileRequests.of(endpoint("invoice_id"), SECRET).cases()) {
      int before = handled.get();
      HostileResponse response = hostile.run().orElse(null);
      if (response != null && response.status() != 200) {
        // The good request that follows does.
        assertThat(handled.get() - before).as(hostile.toString()).isEqualTo(1);
      }
    }
    assertThat(handled.get()).isGreaterThan(150);
  }
}
