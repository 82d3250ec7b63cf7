package io.github.rossumext.examples.ordermatching;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * The content of an exported document.
 *
 * @param annotation the id of its annotation
 * @param content JSON, as Rossum has it
 * @param version how often it was archived
 */
record ArchivedDocument(@Id long annotation, String content, @Version int version) {}
