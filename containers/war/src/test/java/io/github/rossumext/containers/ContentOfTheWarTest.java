package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Checks the content of the WAR, because a class that is missing there would be found among the
 * tests.
 */
class ContentOfTheWarTest {
  @Test
  void isTheFactoryTheDescriptorAndTheLibraries() throws Exception {
    try (ZipFile war = new ZipFile(DeployedWar.WAR.toFile())) {
      List<String> files =
          war.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("WEB-INF/") && !name.endsWith("/"))
              .filter(name -> !name.startsWith("WEB-INF/classes/META-INF/"))
              .toList();
      assertThat(files)
          .contains(
              "WEB-INF/web.xml",
              "WEB-INF/classes/io/github/rossumext/containers/war/EndpointFactory.class")
          .anyMatch(name -> name.startsWith("WEB-INF/lib/rossum-extension-servlet-"))
          .anyMatch(name -> name.startsWith("WEB-INF/lib/rossum-extension-core-"))
          .anyMatch(name -> name.startsWith("WEB-INF/lib/jackson-databind-"))
          .noneMatch(name -> name.contains("servlet-api") || name.contains("tomcat"));
    }
  }
}
