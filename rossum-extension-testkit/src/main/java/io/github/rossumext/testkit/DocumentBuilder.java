package io.github.rossumext.testkit;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.SchemaText;
import io.github.rossumext.testkit.internal.document.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A builder of a document, section by section, with every key that Rossum sends. The same calls
 * give the same bytes. A mistake, such as a repeated schema id, throws at once. Not thread-safe;
 * the fixtures are.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="document-builder"}
 */
public final class DocumentBuilder {
  private final Set<String> ids = new HashSet<>();
  private final Document document = Document.empty("The document", null);

  private DocumentBuilder() {}

  /** Creates an empty document, which you describe section by section. */
  public static DocumentBuilder create() {
    return new DocumentBuilder();
  }

  /**
   * Returns a builder that fills the empty document of a schema.
   *
   * @param json a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IllegalArgumentException if the text is not JSON, or if the schema has no sections
   */
  public static SchemaDocumentBuilder of(String json) {
    return of(SchemaText.schema(json));
  }

  /**
   * Returns a builder that fills the empty document of the schema in a file.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the text is not JSON, or if the schema has no sections
   */
  public static SchemaDocumentBuilder of(Path file) throws IOException {
    return of(SchemaText.of(file));
  }

  /**
   * Returns a builder that fills the empty document of a schema.
   *
   * @throws IllegalArgumentException if the schema has no sections
   */
  public static SchemaDocumentBuilder of(Schema schema) {
    return new SchemaDocumentBuilder(schema);
  }

  /**
   * Adds a section.
   *
   * @throws IllegalArgumentException if the document already has this schema id
   */
  public DocumentBuilder section(String schemaId, Consumer<SectionBuilder> content) {
    SectionBuilder.addOnce(ids, schemaId);
    SectionBuilder section = new SectionBuilder(document, document.appendSection(schemaId), ids);
    content.accept(section);
    section.finish();
    return this;
  }

  /**
   * Builds the document at {@code annotation_content.initialize}. For other actions, use the
   * methods of the fixture.
   *
   * @throws IllegalStateException if the document has no section
   */
  public Fixture build() {
    if (document.sections().isEmpty()) {
      throw new IllegalStateException(
          "A document must have at least one section, but has none. Call section(…).");
    }
    return RequestTemplate.of("document", document);
  }
}
