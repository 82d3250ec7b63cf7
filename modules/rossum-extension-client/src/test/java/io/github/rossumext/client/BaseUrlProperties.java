package io.github.rossumext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a payload, a response or an author names: the token stays at its host. */
class BaseUrlProperties {
  private static final BaseUrl BASE = BaseUrl.of("https://acme.rossum.app");

  /** Texts of pieces that mean something to those who read URLs. */
  @Provide
  Arbitrary<String> references() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "https:",
            "http:",
            "//",
            "/",
            "\\",
            "@",
            "evil.example.com",
            ":443",
            "[::1]",
            "v1",
            "/v1/",
            "api",
            "/svc/",
            "..",
            ".",
            "%2e%2E",
            "%2F",
            "%00",
            "?",
            "#",
            "&",
            "=",
            ";",
            " ",
            "\r\n",
            "acme.rossum.app",
            "annotations",
            "7",
            "ü",
            "javascript:");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(10).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().ofMaxLength(30).map(text -> "https://evil.example.com/v1/" + text));
  }

  @Property
  void noReferenceLeadsToAnotherHost(@ForAll("references") String reference) {
    URI uri;
    try {
      uri = BASE.resolve(reference);
    } catch (IllegalArgumentException e) {
      return;
    }

    assertThat(uri.getScheme()).isEqualTo("https");
    assertThat(uri.getRawAuthority()).isEqualTo("acme.rossum.app");
    assertThat(uri.getHost()).isEqualTo("acme.rossum.app");
    assertThat(uri.normalize().getRawPath())
        .startsWithIgnoringCase("/")
        .matches("/(api/v1/|svc/)[\\s\\S]*");
    assertThat(uri.toString()).isASCII();
  }
}
