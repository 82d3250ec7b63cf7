package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rossum's data storage, which also holds the data sets of its master data hub. Each call throws a
 * {@link RossumApiException} if it does not succeed. Immutable and thread-safe.
 */
public final class DataStorage {
  private static final String PATH = "/svc/data-storage/api/v1/data/";

  private final Api api;

  DataStorage(Api api) {
    this.api = api;
  }

  /**
   * Returns the documents of a collection that match a query.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="find"}
   *
   * @param query your map or record, or {@link RawJson}, as MongoDB writes it
   */
  public List<RawJson> find(String collection, Object query) {
    return read("find", "query", collection, query);
  }

  /**
   * Returns what a pipeline makes of a collection.
   *
   * @param pipeline the stages, such as {@code $match}, {@code $sort} and {@code $limit}
   */
  public List<RawJson> aggregate(String collection, List<?> pipeline) {
    return read("aggregate", "pipeline", collection, pipeline);
  }

  private List<RawJson> read(String verb, String key, String collection, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("collectionName", collection);
    body.put(key, value);
    // It reads only, so it may be repeated.
    RawJson response = api.sendRepeatable("POST", PATH + verb, body);
    return response.find("result").map(RawJson::elements).orElse(List.of());
  }
}
