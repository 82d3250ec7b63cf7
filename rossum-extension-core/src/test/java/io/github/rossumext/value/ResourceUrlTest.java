package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://acme.rossum.app/api/v1/queues/9001, queues, 9001",
    "https://acme.rossum.app/api/v1/annotations/5483409759, annotations, 5483409759",
    "https://us.api.rossum.ai/v1/hooks/771116, hooks, 771116",
    "https://localhost:8000/queues/1, queues, 1",
    "/api/v1/queues/9001, queues, 9001",
    "queues/9001, queues, 9001",
  })
  void theLastTwoPartsOfThePathAreKindAndNumber(String uri, String type, long id) {
    assertThat(new ResourceUrl(uri).type()).isEqualTo(type);
    assertThat(new ResourceUrl(uri).id()).hasValue(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.rossum.app/api/v1/queues/9001/",
        "https://acme.rossum.app/api/v1/queues/9001?page_size=100",
        "https://acme.rossum.app/api/v1/queues/9001/?page_size=100",
        "https://acme.rossum.app/api/v1/queues/9001?next=/users/41",
        "https://acme.rossum.app/api/v1/queues/9001?next=https://acme.rossum.app/users/41",
        "https://acme.rossum.app/api/v1/queues/9001#users/41",
        "https://acme.rossum.app/api/v1/queues/9001?a=1#/users/41?b=2",
      })
  void aTrailingSlashAQueryAndAFragmentChangeNothing(String uri) {
    assertThat(new ResourceUrl(uri).type()).isEqualTo("queues");
    assertThat(new ResourceUrl(uri).id()).hasValue(9001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.rossum.app/api/v1/annotations/610001/content",
        "https://acme.rossum.app/api/v1/queues/",
        "https://acme.rossum.app/api/v1/queues/all",
        "https://acme.rossum.app/api/v1/queues/99999999999999999999",
        "https://acme.rossum.app/?id=9001",
        "https://acme.rossum.app?next=/queues/9001",
        "https://acme.rossum.app",
        "https://9001",
        "https://9001/",
        "",
        "/",
        "None",
      })
  void withoutANumberAtTheEndOfThePathThereIsNoId(String uri) {
    assertThat(new ResourceUrl(uri).id()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.rossum.app",
        "https://acme.rossum.app/",
        "https://acme.rossum.app/queues",
        "https://acme.rossum.app/9001",
        "https://acme.rossum.app?next=/queues/9001",
        "/9001",
        "9001",
        "",
      })
  void aHostIsNeverTakenForTheKind(String uri) {
    assertThat(new ResourceUrl(uri).type()).isEmpty();
  }

  @Test
  void aPathOfOneNumberIsStillANumber() {
    assertThat(new ResourceUrl("https://acme.rossum.app/9001").id()).hasValue(9001);
  }

  @Test
  void itIsTheTextAsItCame() {
    ResourceUrl url = new ResourceUrl("HTTPS://Acme.rossum.app//queues/9001/?a b");

    assertThat(url.uri()).isEqualTo("HTTPS://Acme.rossum.app//queues/9001/?a b");
    assertThat(url).hasToString(url.uri());
    assertThat(url.id()).hasValue(9001);
  }
}
