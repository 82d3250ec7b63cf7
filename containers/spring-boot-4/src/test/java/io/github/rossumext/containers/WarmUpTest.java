package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The warm-up of the guide, in the Tomcat that this Spring Boot has. */
class WarmUpTest {
  @Test
  void goesThroughASecondTomcat() {
    List<String> done = new ArrayList<>();

    Extension.endpoint()
        .warmUp(
            warmUp -> {
              Application.throughTomcat(warmUp);
              done.add("served");
            });

    assertThat(done).containsExactly("served"); // post() throws if the response is not 200
  }
}
