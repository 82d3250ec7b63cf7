package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a call goes to, whatever a payload or a response names. */
class BaseUrlTest {
  private static final BaseUrl BASE = BaseUrl.of("https://us.app.rossum.ai");

  @ParameterizedTest
  @CsvSource({
    "https://us.api.rossum.ai/v1/annotations/314528, /api/v1/annotations/314528",
    "https://us.app.rossum.ai/api/v1/annotations/314528, /api/v1/annotations/314528",
    "https://evil.example.com/v1/annotations?cursor=a%2Fb, /api/v1/annotations?cursor=a%2Fb",
    "https://evil.example.com:8443/x/v1/queues?next=/v1/users, /api/v1/queues?next=/v1/users",
    "//evil.example.com/v1/queues, /api/v1/queues",
    "/v1/queues/8198, /api/v1/queues/8198",
    "v1/queues/8198, /api/v1/queues/8198",
    "/api/v1/queues/8198, /api/v1/queues/8198",
    "queues/8198#part, /api/v1/queues/8198",
    "queues?name=Účty, /api/v1/queues?name=%C3%9A%C4%8Dty",
    "/svc/data-storage/api/v1/data/find, /svc/data-storage/api/v1/data/find",
  })
  void takesWhatFollowsTheVersion(String reference, String path) {
    assertThat(BASE.resolve(reference)).hasToString("https://us.app.rossum.ai" + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://us.app.rossum.ai/annotations/314528",
        "https://evil.example.com/?x=/v1/queues",
        "https://evil.example.com#/v1/queues",
        "https://evil.example.com/svc/data-storage/api/v1/data/find",
      })
  void refusesAUrlWithoutTheVersion(String url) {
    assertThatThrownBy(() -> BASE.resolve(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has /v1/ in its path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/../admin", "/v1/queues/%2e%2E/x", "https://a.example/v1/..", "/svc/../api"})
  void refusesAPathThatGoesUp(String path) {
    assertThatThrownBy(() -> BASE.resolve(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("segment of dots");
  }

  @Test
  void refusesAPathThatIsNotEncodedWithoutShowingItsQuery() {
    assertThatThrownBy(() -> BASE.resolve("/v1/annotations?search=Jane Doe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be encoded")
        .hasMessageNotContaining("Jane");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.rossum.app, https://acme.rossum.app",
    "https://acme.rossum.app/, https://acme.rossum.app",
    "https://acme.rossum.app/api, https://acme.rossum.app",
    "https://acme.rossum.app/api/v1/, https://acme.rossum.app",
    "https://rossum.example.com:8443/eu/api, https://rossum.example.com:8443/eu",
    "http://localhost:8080, http://localhost:8080",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void mayEndInTheApi(String address, String root) {
    assertThat(BaseUrl.of(address)).hasToString(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.rossum.app",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "ftp://acme.rossum.app",
        "acme.rossum.app",
        "https:///v1/",
        "https://jane:hidden@acme.rossum.app",
        "https://acme.rossum.app?x=hidden",
        "https://acme.rossum.app/#hidden",
        "https://acme.rossum.app/eu/../api",
        "https://acme rossum app/hidden",
      })
  void refusesAnAddressThatOthersCanRead(String address) {
    assertThatThrownBy(() -> BaseUrl.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The base URL must")
        .hasMessageNotContaining("hidden");
  }
}
