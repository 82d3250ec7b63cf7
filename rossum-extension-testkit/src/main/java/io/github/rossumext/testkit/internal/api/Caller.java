package io.github.rossumext.testkit.internal.api;

/**
 * The user of a token.
 *
 * @param userId the id of the user
 * @param isReader whether the user may only read
 */
record Caller(long userId, boolean isReader) {}
