package io.github.rossumext.examples.ordermatching;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The archive in the database. */
interface ArchivedDocuments extends CrudRepository<ArchivedDocument, Long> {
  @Query("SELECT version FROM archived_document WHERE annotation = :annotation")
  Optional<Integer> version(long annotation);

  /** Stores a document. If it was archived before, it replaces that content. */
  default void replace(long annotation, String content) {
    save(new ArchivedDocument(annotation, content, version(annotation).orElse(0)));
  }
}
