package io.github.rossumext.client;

import io.github.rossumext.value.ResourceUrl;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Suggestions to split documents or to turn their pages, which users see. Each call throws a {@link
 * RossumApiException} if it does not succeed. Immutable and thread-safe.
 */
public final class SuggestedEdits extends EditableResources<SuggestedEdit> {
  SuggestedEdits(Api api) {
    super(api, "suggested_edits", SuggestedEdit::new);
  }

  /**
   * Suggests the documents that an annotation should be split into, and returns the suggestion.
   *
   * @throws IllegalArgumentException if a part has what a suggestion cannot have, such as a name
   */
  public SuggestedEdit create(long annotation, PartDraft... parts) {
    return create(api().url("annotations", annotation), parts);
  }

  /** Suggests documents, as {@link #create(long, PartDraft...)} does. */
  public SuggestedEdit create(ResourceUrl annotation, PartDraft... parts) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("annotation", annotation);
    body.put("documents", Arrays.stream(parts).map(part -> part.ofSuggestion(api())).toList());
    return create((Object) body);
  }
}
