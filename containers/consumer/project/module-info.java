/** The module of a user. */
// docs: module-info
module com.acme.rules {
  requires io.github.rossumext.servlet;

  opens com.acme.rules to
      io.github.rossumext, // records of documents and rows
      com.fasterxml.jackson.databind; // records of settings, secrets, arguments and JSON
}
// end
