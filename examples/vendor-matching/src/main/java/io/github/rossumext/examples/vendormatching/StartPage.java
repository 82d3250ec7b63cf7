package io.github.rossumext.examples.vendormatching;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads somebody who opens {@code /} in a browser to the page of the servlet. */
final class StartPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final String path;

  StartPage(String path) {
    this.path = path;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(path);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
