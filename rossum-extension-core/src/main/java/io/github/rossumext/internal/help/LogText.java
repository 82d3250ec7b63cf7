package io.github.rossumext.internal.help;

/**
 * The text of an exception for the log, if its message may quote data. A class of exceptions opens
 * the way to it with {@link Access}.
 *
 * @param text a text without data of the document, tokens and bodies
 */
public record LogText(String text) {}
