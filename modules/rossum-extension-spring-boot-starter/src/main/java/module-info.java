/** Serves the rules and handlers of a Spring Boot application as a Rossum extension. */
@SuppressWarnings("exports") // Spring's jars are automatic modules
module io.github.rossumext.spring {
  requires static org.jspecify;
  requires transitive io.github.rossumext;
  requires io.github.rossumext.servlet;
  requires org.slf4j;
  requires spring.beans;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.context;
  requires spring.core;
  // Each is used if the application has it.
  requires static io.github.rossumext.jdbc;
  requires static io.github.rossumext.playground;
  requires static io.github.rossumext.testkit;
  requires static jakarta.servlet;
  requires static java.sql;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static spring.boot.actuator;
  requires static spring.boot.health;
  requires static spring.boot.test;
  requires static spring.security.config;
  requires static spring.security.web;
  requires static spring.test;
  requires static spring.web;

  exports io.github.rossumext.spring;
  exports io.github.rossumext.spring.test;
}
