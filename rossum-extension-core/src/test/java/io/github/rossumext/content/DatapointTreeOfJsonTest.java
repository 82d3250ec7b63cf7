package io.github.rossumext.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of an annotation as Rossum's API returns it. */
class DatapointTreeOfJsonTest {
  private static final String LIST =
      "[{'id':1,'schema_id':'basic','category':'section','children':[{'id':2,'schema_id':'é',"
          + "'category':'datapoint','content':{'value':'ž'}}]}]";

  private static RawJson json(String quoted) {
    return RawJson.of(quoted.replace('\'', '"').getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{'content':%s}", " {'results':[], 'content' : %s , 'x':1} "})
  void isReadFromTheListOrFromTheObjectAroundIt(String around) {
    DatapointTree tree = DatapointTree.of(json(around.replace("%s", LIST)));

    assertThat(tree.sections()).hasSize(1);
    assertThat(tree.byId(2))
        .get()
        .isInstanceOfSatisfying(
            Datapoint.class,
            field -> {
              assertThat(field.schemaId()).isEqualTo("é");
              assertThat(field.text()).isEqualTo("ž");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "5",
        "null",
        "{'content':null}",
        "{'content':'https://x.rossum.app/api/v1/annotations/1/content'}",
        "[1]",
        "[{'id':1}]",
        "{'content':[{'id':'x','schema_id':'a'}]}",
        "{'content':[],'content':[]}",
      })
  void anythingElseIsRefusedWithoutTheText(String json) {
    assertThatThrownBy(() -> DatapointTree.of(json(json)))
        .isInstanceOf(BindingException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("rossum.app/api"));
  }

  @Test
  void bytesThatAreNotOneJsonValueAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RawJson.of(new byte[] {'{'}));
    assertThatIllegalArgumentException().isThrownBy(() -> RawJson.of(new byte[] {(byte) 0xff}));
    assertThatIllegalArgumentException().isThrownBy(() -> RawJson.of(new byte[0]));
  }
}
