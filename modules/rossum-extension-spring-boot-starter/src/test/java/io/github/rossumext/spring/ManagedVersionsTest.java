package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

/** The tests of the starter run with the Jackson that Spring Boot manages, as its users do. */
class ManagedVersionsTest {
  private static final String MANAGED = System.getProperty("managed.jackson");

  @Test
  void ofJacksonAreTheOnesThatRun() {
    assertThat(PackageVersion.VERSION).hasToString(MANAGED);
    assertThat(new ObjectMapper().version()).hasToString(MANAGED);
    assertThat(new JavaTimeModule().version()).hasToString(MANAGED);
  }
}
