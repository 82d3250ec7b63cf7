package io.github.rossumext.containers;

import io.github.rossumext.testkit.internal.RawConnection.Response;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Signed requests to targets that are the extension's path in another form, or nearly. The
 * extension does not read the target: if a container takes it for the path, the response is the
 * usual one. Any other path does not belong to the extension.
 */
final class PathTricks {
  /**
   * The statuses if the target is malformed, not found, or belongs to a servlet for files, which
   * does not allow POST.
   */
  private static final Set<Integer> NOT_OURS = Set.of(400, 404, 405, 505, Response.WITHOUT_STATUS);

  private static final Set<Integer> PERHAPS_OURS = Set.of(200, 400, 404, 405);

  private PathTricks() {}

  static Stream<HostileRequest> all() {
    Stream<String> ours =
        Stream.of(
            "/rossum",
            "/rossum?a=b",
            "/rossum?",
            "/rossum?/../../x",
            "/%72ossum",
            "/rossum;jsessionid=1",
            "http://localhost/rossum");
    Stream<String> perhapsOurs =
        Stream.of(
            "/rossum;",
            "/;x/rossum",
            "//rossum",
            "/./rossum",
            "/x/../rossum",
            "/rossum/../rossum",
            "/../rossum",
            "/%2e/rossum",
            "/%2e%2e/rossum",
            "/x/%2e%2e/rossum",
            "/x/..;/rossum",
            "/x%2f..%2frossum",
            "\\rossum",
            "/x\\..\\rossum",
            "/rossum#x",
            "http://other:99999999/rossum",
            "http:///rossum",
            "file:///rossum");
    Stream<String> notOurs =
        Stream.of(
            "/",
            "/other",
            "/ROSSUM",
            "/rossum/",
            "/rossum/x",
            "/rossumx",
            "/rossum/../x",
            "/rossum/..;/x",
            "/rossum%2f",
            "/rossum%00",
            "/rossum%00.html",
            "/rossum%",
            "/rossum%zz",
            "/rossum%c0%af",
            "/rossum%ff",
            "/rossum\\",
            "/rossum\u00e9",
            "/rossum\0",
            "/rossum x",
            "rossum",
            "*",
            "",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/rossum/..%2fWEB-INF/web.xml");
    return Stream.of(
            ours.map(target -> target(target, Set.of(200))),
            perhapsOurs.map(target -> target(target, PERHAPS_OURS)),
            notOurs.map(target -> target(target, NOT_OURS)))
        .flatMap(targets -> targets);
  }

  private static HostileRequest target(String target, Set<Integer> statuses) {
    return new HostileRequest(
        '"' + target + '"', ContainerSuite.GOOD.target(target), false, statuses);
  }
}
