package io.github.rossumext.containers;

import static io.github.rossumext.containers.HostileRequest.answered;
import static io.github.rossumext.containers.HostileRequest.leftToTheContainer;

import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Secret;
import java.util.Locale;
import java.util.stream.Stream;

/** Signatures that are none, or not ours. */
final class SignatureJunk {
  private static final String NAME = Extension.SIGNATURE;
  private static final byte[] BODY = ContainerSuite.INVOICE;
  private static final String RIGHT = Extension.signature(BODY);
  private static final String HEX = RIGHT.substring("sha256=".length());

  private SignatureJunk() {}

  static Stream<HostileRequest> all() {
    return Stream.concat(values(), headers());
  }

  private static Stream<HostileRequest> values() {
    return Stream.of(
        refused("empty", ""),
        refused("the prefix alone", "sha256="),
        refused("without its prefix", HEX),
        refused("of another algorithm by its prefix", "sha1=" + HEX),
        refused("of no algorithm by its prefix", "none=" + HEX),
        refused("with an upper-case prefix", "SHA256=" + HEX),
        refused("with two prefixes", "sha256=" + RIGHT),
        refused("a byte short", RIGHT.substring(0, RIGHT.length() - 2)),
        refused("a digit short", RIGHT.substring(0, RIGHT.length() - 1)),
        refused("the first digit short", "sha256=" + HEX.substring(1)),
        refused("half as long", RIGHT.substring(0, RIGHT.length() - 32)),
        refused("a byte longer", RIGHT + "00"),
        refused("twice as long", RIGHT + HEX),
        refused("100 times as long", RIGHT + HEX.repeat(99).substring(0, 4000)),
        refused("one bit off", "sha256=" + flipped(HEX)),
        refused("all zeros", "sha256=" + "0".repeat(64)),
        refused("no hex digits", "sha256=" + "zz".repeat(32)),
        refused("no ASCII", "sha256=" + "\u00e9".repeat(64)),
        refused("full of signs", "sha256=" + "-1".repeat(32)),
        refused("with spaces within", "sha256= " + HEX),
        refused("in quotes", '"' + RIGHT + '"'),
        refused("a list", RIGHT + "," + RIGHT),
        refused("a list with a space", RIGHT + ", " + RIGHT),
        refused("with a parameter", RIGHT + ";q=1"),
        refused("of a format string", "sha256=%s%n%x${jndi:ldap://127.0.0.1/x}"),
        refused("of another body", Extension.signature(new byte[0])),
        refused("of another secret", RequestSigner.of(Secret.of("wrong")).sign(BODY)),
        refused("of the secret itself", "sha256=" + Extension.SECRET.reveal()));
  }

  private static Stream<HostileRequest> headers() {
    String legacy = RequestSigner.of(Extension.SECRET, SignatureScheme.LEGACY_SHA1).sign(BODY);
    Wire unsigned = Wire.unsigned(BODY);
    return Stream.of(
        answered("no signature", unsigned, 401),
        answered("the legacy header alone", unsigned.header("X-Elis-Signature: " + legacy), 401),
        refused("of the legacy kind", legacy),
        answered("the header twice", unsigned.header(right()).header(right()), 401),
        answered(
            "the header twice, once wrong",
            unsigned.header(NAME + ": sha256=" + flipped(HEX)).header(right()),
            401),
        answered("the header twice, once empty", unsigned.header(right()).header(NAME + ":"), 401),
        answered(
            "the header twice, in two cases",
            unsigned.header(right()).header(right().toLowerCase(Locale.ROOT)),
            401),
        answered(
            "the header with another name", unsigned.header("X-Rossum-Signature: " + RIGHT), 401),
        answered("in the query", unsigned.target(Container.PATH + "?" + NAME + "=" + RIGHT), 401),
        // Spaces around a value are no part of it, and digits mean the same in both cases.
        answered("with spaces around", unsigned.header(NAME + ": \t " + RIGHT + " \t"), 200),
        answered("in upper-case digits", unsigned.header(NAME + ": sha256=" + upper()), 200),
        // RFC 9112 5.1: a server must refuse a space before the colon.
        leftToTheContainer("a space before the colon", unsigned.header(NAME + " : " + RIGHT), 400),
        // RFC 9112 5.2: refuse a folded line, or read it as a space.
        leftToTheContainer("folded", unsigned.header(NAME + ": sha256=\r\n " + HEX), 400, 401));
  }

  private static HostileRequest refused(String name, String signature) {
    return answered(name, Wire.unsigned(BODY).header(NAME + ": " + signature), 401);
  }

  private static String right() {
    return NAME + ": " + RIGHT;
  }

  private static String upper() {
    return HEX.toUpperCase(Locale.ROOT);
  }

  private static String flipped(String hex) {
    return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
  }
}
