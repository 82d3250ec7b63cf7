package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.ContentPayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents, edits and conversations for the schema of a file. */
class SchemaFileTest {
  @Test
  void aFileIsReadAfterItsByteOrderMark(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("schema.json"),
            "\ufeff[{\"category\": \"section\", \"id\": \"s\", \"children\":"
                + " [{\"category\": \"datapoint\", \"id\": \"a\", \"type\": \"number\"}]}]");

    assertThat(
            RossumArbitraries.documents(file)
                .sample()
                .payload(ContentPayload.class)
                .content()
                .bySchemaId("a"))
        .hasSize(1);
    assertThat(RossumArbitraries.edits(file).sample()).isNotNull();
    assertThat(RossumArbitraries.conversations(file).sample()).isNotNull();
  }
}
