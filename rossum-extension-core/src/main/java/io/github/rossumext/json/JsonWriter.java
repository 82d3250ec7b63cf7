package io.github.rossumext.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON in UTF-8, key by key. Not thread-safe. */
public final class JsonWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final JsonGenerator generator;

  /** A writer of one value. */
  public JsonWriter() {
    this.generator = call(() -> Json.FACTORY.createGenerator(out));
  }

  /** Begins an object, as the value of the last key or as the next element. */
  public JsonWriter object() {
    return run(generator::writeStartObject);
  }

  /** Ends the innermost object. */
  public JsonWriter endObject() {
    return run(generator::writeEndObject);
  }

  /** Begins a list, as the value of this key. */
  public JsonWriter list(String key) {
    return run(() -> generator.writeArrayFieldStart(key));
  }

  /** Ends the innermost list. */
  public JsonWriter endList() {
    return run(generator::writeEndArray);
  }

  /** Begins an object as the value of this key. */
  public JsonWriter object(String key) {
    return run(() -> generator.writeObjectFieldStart(key));
  }

  /** Writes a text. */
  public JsonWriter text(String key, String value) {
    return run(() -> generator.writeStringField(key, value));
  }

  /** Writes a text as the next element of a list. */
  public JsonWriter element(String value) {
    return run(() -> generator.writeString(value));
  }

  /** Writes a whole number. */
  public JsonWriter number(String key, long value) {
    return run(() -> generator.writeNumberField(key, value));
  }

  /** Writes true or false. */
  public JsonWriter flag(String key, boolean value) {
    return run(() -> generator.writeBooleanField(key, value));
  }

  /** Writes JSON that has been written before. */
  public JsonWriter raw(String json) {
    return run(() -> generator.writeRawValue(json));
  }

  /** What was written. */
  public byte[] bytes() {
    run(generator::close);
    return out.toByteArray();
  }

  private JsonWriter run(Step step) {
    call(
        () -> {
          step.run();
          return "";
        });
    return this;
  }

  private static <T> T call(Source<T> source) {
    try {
      return source.get();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private interface Source<T> {
    T get() throws IOException;
  }
}
