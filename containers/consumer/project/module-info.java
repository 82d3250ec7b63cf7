/** The module of a user. */
module com.acme.rules {
  requires io.github.rossumext.servlet;
  requires io.github.rossumext.testkit;

  opens com.acme.rules to
      io.github.rossumext,
      com.fasterxml.jackson.databind;
}
