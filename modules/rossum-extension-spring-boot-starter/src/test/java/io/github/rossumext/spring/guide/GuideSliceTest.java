package io.github.rossumext.spring.guide;

// @start region="slice"
// docs: spring-boot-test
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.spring.test.RossumExtensionTest;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RossumExtensionTest
class GuideSliceTest {
  @Autowired RossumSimulator rossum;

  @Test
  void warnsOfAnOrderNumberThatIsTooShort() {
    rossum.open(Fixtures.invoice()).edit("order_id", "12");

    assertThat(rossum).field("order_id").hasWarning("The order number must have 6 digits.");
  }
}
// end
// @end
