package io.github.rossumext.client;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.ResourceUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The only address that a token goes to. From any other URL, it takes the part after {@code /v1/}.
 * Immutable.
 */
final class BaseUrl {
  private static final String API = "/api/v1/";
  private static final String SERVICES = "/svc/";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
  // Servers and proxies take such segments for a way up.
  private static final Pattern DOTS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

  private static final Pattern PREFIX = Pattern.compile("^/?(api/)?(v1/)?");

  private final String root;

  private BaseUrl(String root) {
    this.root = root;
  }

  /** Returns the base URL of this address, which may end in {@code /api} or {@code /api/v1}. */
  static BaseUrl of(URI address) {
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The base URL must have a host and nothing else, without user, query and fragment.");
    }
    String shown = Printable.name(address.toString());
    if (address.getHost() == null || !isSafe(address)) {
      throw new IllegalArgumentException(
          "The base URL must be like https://acme.rossum.app, but was "
              + shown
              + ". Only a loopback address may use http.");
    }
    String path = address.getRawPath().replaceFirst("/+$", "").replaceFirst("/api(/v1)?$", "");
    if (DOTS.matcher(path).find()) {
      throw new IllegalArgumentException("The base URL must not have a segment of dots: " + shown);
    }
    return new BaseUrl(address.getScheme() + "://" + address.getRawAuthority() + path);
  }

  static BaseUrl of(String address) {
    try {
      return of(new URI(address));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The base URL must be like https://acme.rossum.app, and without blanks.", e);
    }
  }

  /** Whether nobody on the way can read along: https, or this machine. */
  static boolean isSafe(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) || isLoopback(address);
  }

  private static boolean isLoopback(URI address) {
    String host = address.getHost();
    return "http".equalsIgnoreCase(address.getScheme())
        && host != null
        && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  boolean isHttp() {
    return root.startsWith("http:");
  }

  /** Whether a download may go on there, without the token. */
  boolean mayRedirectTo(URI address) {
    boolean isHttps = "https".equalsIgnoreCase(address.getScheme());
    return address.getHost() != null && (isHttps || (isHttp() && isLoopback(address)));
  }

  /** The URL of an object with this id. */
  ResourceUrl url(String type, long id) {
    return new ResourceUrl(root + API + type + "/" + id);
  }

  /**
   * Returns where a path or URL is called.
   *
   * @param reference {@code /v1/…}, {@code /svc/…}, a path below {@code /v1/}, or a URL with {@code
   *     /v1/} in its path
   */
  URI resolve(String reference) {
    int end = end(reference);
    String path = reference.substring(0, end);
    String query = withoutFragment(reference.substring(end));
    String below;
    if (path.contains("://") || path.startsWith("//")) {
      int host = path.indexOf("//") + 2;
      int start = Math.max(path.indexOf('/', host), host);
      int version = path.indexOf("/v1/", start);
      if (version < 0 || path.startsWith(SERVICES, start)) {
        throw new IllegalArgumentException(
            "A URL of Rossum's API has /v1/ in its path; this one does not, so it is not called: "
                + Printable.name(path));
      }
      below = API + path.substring(version + "/v1/".length());
    } else if (path.startsWith(SERVICES)) {
      below = path;
    } else {
      below = API + PREFIX.matcher(path).replaceFirst("");
    }
    return checked(below, query);
  }

  private URI checked(String path, String query) {
    if (DOTS.matcher(path).find()) {
      throw new IllegalArgumentException(
          "A path must not have a segment of dots: " + Printable.name(path));
    }
    try {
      URI address = new URI(root + path + query);
      String ascii = address.toASCIIString();
      return ascii.equals(address.toString()) ? address : URI.create(ascii);
    } catch (URISyntaxException e) {
      // Its text shows the query.
      throw new IllegalArgumentException(
          "A path and its query must be encoded as in a URL: " + Printable.name(path));
    }
  }

  private static int end(String reference) {
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return reference.length();
  }

  private static String withoutFragment(String query) {
    int fragment = query.indexOf('#');
    return fragment < 0 ? query : query.substring(0, fragment);
  }

  @Override
  public String toString() {
    return root;
  }
}
