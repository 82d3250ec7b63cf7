package io.github.rossumext.testkit.internal.api;

import java.util.OptionalInt;

/**
 * Something that Rossum would not know, ignore or lose of a request.
 *
 * @param source method and path
 * @param operation the index of an operation; empty for anything else
 */
public record Note(String source, OptionalInt operation, String text) {}
