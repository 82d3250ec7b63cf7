package io.github.rossumext.spring;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.spring.guide.Erp;
import io.github.rossumext.spring.guide.GuideApplication;
import io.github.rossumext.spring.test.RossumExtensionTest;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** What a slice has, and what it leaves out. */
@RossumExtensionTest
@ContextConfiguration(classes = GuideApplication.class)
class SliceTest {
  @Autowired ApplicationContext context;
  @Autowired HookEndpoint endpoint;
  @Autowired RossumSimulator rossum;
  @Autowired RossumApiStub api;

  @Test
  void hasTheRulesAndNeitherServerNorDatabaseNorOtherComponents() {
    assertThat(endpoint.events()).map(Object::toString).containsExactly("annotation_content");
    assertThat(endpoint.lossyWrites()).isEqualTo(LossyWrites.REFUSE);
    assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
    assertThat(context.getBeanNamesForType(Erp.class)).isEmpty();
    assertThat(context.getEnvironment().getProperty("local.server.port")).isNull();
  }

  @Test
  void saysInAFileWhatTheEndpointDoes_soThatTheMavenPluginComparesTheHookWithIt() {
    context // other slices of this build have written it, too
        .getBean("rossumEndpointFile", SmartInitializingSingleton.class)
        .afterSingletonsInstantiated();

    assertThat(Path.of("target/rossum-endpoint.json"))
        .content()
        .startsWith(
            "{\"version\":1,\"events\":[{\"event\":\"annotation_content\",\"action\":\"initialize\"");
  }

  @RepeatedTest(2)
  void hasASimulatorAndAStubForEachTest() {
    assertThat(rossum.exchanges()).isEmpty();
    assertThat(context.getBean(RossumSimulator.class)).isSameAs(rossum);
    assertThat(api.exchanges()).isEmpty();

    rossum.open(Fixtures.invoice()).edit("order_id", "12");

    assertThat(rossum).field("order_id").hasWarning("The order number must have 6 digits.");
  }
}
