package io.github.rossumext.internal.http;

/** The way from the policy of a rule to the exception that carries it to the endpoint. */
@FunctionalInterface
public interface RuleFailure {
  /** Returns the exception for what a rule has thrown, unlike one that an author throws. */
  RuntimeException of(Throwable thrown);
}
