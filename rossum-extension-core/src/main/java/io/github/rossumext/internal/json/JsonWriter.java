package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.rossumext.internal.text.Storable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Writes JSON in UTF-8, key by key. Not thread-safe. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Up to this limit, a double holds each whole number exactly. */
  private static final double MAX_WHOLE = 1L << 53;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final JsonGenerator generator;

  /** Creates a writer of one value. */
  public JsonWriter() throws IOException {
    this.generator = FACTORY.createGenerator(out);
  }

  /** Begins an object, as the value of the last key or as the next element. */
  public JsonWriter object() throws IOException {
    generator.writeStartObject();
    return this;
  }

  /** Ends the innermost object. */
  public JsonWriter endObject() throws IOException {
    generator.writeEndObject();
    return this;
  }

  /** Begins a list, as the value of this key. */
  public JsonWriter list(String key) throws IOException {
    generator.writeArrayFieldStart(key);
    return this;
  }

  /** Ends the innermost list. */
  public JsonWriter endList() throws IOException {
    generator.writeEndArray();
    return this;
  }

  /** Begins an object as the value of this key. */
  public JsonWriter object(String key) throws IOException {
    generator.writeObjectFieldStart(key);
    return this;
  }

  /** Writes a text as Rossum can store it. */
  public JsonWriter text(String key, String value) throws IOException {
    generator.writeStringField(key, Storable.repaired(value));
    return this;
  }

  /** Writes a text unchanged, because it names something that Rossum has, such as a file. */
  public JsonWriter name(String key, String value) throws IOException {
    generator.writeStringField(key, value);
    return this;
  }

  /** Writes a text as the next element of a list, as Rossum can store it. */
  public JsonWriter element(String value) throws IOException {
    generator.writeString(Storable.repaired(value));
    return this;
  }

  /** Writes a number as the next element of a list; a whole number without a decimal point. */
  public JsonWriter element(double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE) {
      generator.writeNumber((long) value);
    } else {
      generator.writeNumber(value);
    }
    return this;
  }

  /** Writes null. */
  public JsonWriter nothing(String key) throws IOException {
    generator.writeNullField(key);
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter number(String key, long value) throws IOException {
    generator.writeNumberField(key, value);
    return this;
  }

  /** Writes true or false. */
  public JsonWriter flag(String key, boolean value) throws IOException {
    generator.writeBooleanField(key, value);
    return this;
  }

  /** Writes JSON that has been written before, as Rossum can store it. */
  public JsonWriter raw(String json) throws IOException {
    generator.writeRawValue(Storable.repairedJson(json));
    return this;
  }

  /** Writes JSON that has been written before, as the value of this key. */
  public JsonWriter raw(String key, String json) throws IOException {
    generator.writeFieldName(key);
    generator.writeRawValue(json);
    return this;
  }

  /** Returns what was written. */
  public byte[] bytes() throws IOException {
    generator.close();
    return out.toByteArray();
  }
}
