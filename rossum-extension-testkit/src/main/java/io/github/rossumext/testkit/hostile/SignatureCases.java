package io.github.rossumext.testkit.hostile;

import static io.github.rossumext.testkit.hostile.Materials.SIGNATURE;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Malformed and wrong signatures. */
final class SignatureCases {
  private final Materials materials;
  private final byte[] body;
  private final String right;
  private final String hex;

  private SignatureCases(Materials materials) {
    this.materials = materials;
    this.body = materials.body();
    this.right = materials.signature(body);
    this.hex = right.substring(right.indexOf('=') + 1);
  }

  static Stream<Attack> all(Materials materials, boolean isLegacyAccepted) {
    SignatureCases cases = new SignatureCases(materials);
    return Stream.of(
            cases.values(),
            Stream.of(cases.legacy(isLegacyAccepted)),
            cases.headers(),
            cases.replays())
        .flatMap(all -> all);
  }

  private Attack legacy(boolean isAccepted) {
    Attempt request = materials.unsigned(body).with("X-Elis-Signature", sha1());
    String name = "in the legacy header alone";
    return isAccepted ? accepted(name, request) : refused(name, request);
  }

  private Stream<Attack> values() {
    return Stream.of(
        value("empty", ""),
        value("the prefix alone", "sha256="),
        value("without its prefix", hex),
        value("of another algorithm by its prefix", "sha1=" + hex),
        value("of no algorithm by its prefix", "none=" + hex),
        value("with a prefix of upper case", "SHA256=" + hex),
        value("with two prefixes", "sha256=" + right),
        value("a digit short", right.substring(0, right.length() - 1)),
        value("a byte short", right.substring(0, right.length() - 2)),
        value("half as long", right.substring(0, right.length() - hex.length() / 2)),
        value("one byte long", right.substring(0, right.length() - hex.length() + 2)),
        value("without its first digit", "sha256=" + hex.substring(1)),
        value("a byte longer", right + "00"),
        value("twice as long", right + hex),
        value("50 times as long", right + hex.repeat(49)),
        value("one bit off", "sha256=" + flipped()),
        value("all zeros", "sha256=" + "0".repeat(hex.length())),
        value("no hex digits", "sha256=" + "zz".repeat(hex.length() / 2)),
        value("full of signs", "sha256=" + "-1".repeat(hex.length() / 2)),
        value("no ASCII", "sha256=" + "\u00e9".repeat(hex.length())),
        value("with a space within", "sha256= " + hex),
        value("in quotes", '"' + right + '"'),
        value("a list", right + "," + right),
        value("a list with a space", right + ", " + right),
        value("with a parameter", right + ";q=1"),
        value("of a format string", "sha256=%s%n%x${jndi:ldap://127.0.0.1/x}"),
        value("of the empty body", materials.signature(new byte[0])),
        value("of another secret", RequestSigner.of(Secret.of("hostile")).sign(body)),
        value("that is the secret", "sha256=" + materials.secret().reveal()),
        value("with SHA-1", sha1()));
  }

  private Stream<Attack> headers() {
    Attempt unsigned = materials.unsigned(body);
    return Stream.of(
        refused("missing", unsigned),
        refused("missing, and so is the body", materials.unsigned(new byte[0])),
        refused("in a header of another name", unsigned.with("X-Rossum-Signature", right)),
        refused("twice", unsigned.with(SIGNATURE, right).with(SIGNATURE, right)),
        refused(
            "twice, the first one wrong",
            unsigned.with(SIGNATURE, "sha256=" + flipped()).with(SIGNATURE, right)),
        refused(
            "twice, the second one wrong",
            unsigned.with(SIGNATURE, right).with(SIGNATURE, "sha256=" + flipped())),
        refused("twice, once empty", unsigned.with(SIGNATURE, right).with(SIGNATURE, "")),
        refused(
            "twice, in two cases",
            unsigned.with(SIGNATURE, right).with(SIGNATURE.toLowerCase(Locale.ROOT), right)),
        accepted(
            "in a header of upper case", unsigned.with(SIGNATURE.toUpperCase(Locale.ROOT), right)));
  }

  /** Returns an earlier good request with a change. */
  private Stream<Attack> replays() {
    Attempt good = materials.signed(body);
    byte[] changed = body.clone();
    changed[changed.length / 2] ^= 1;
    return Stream.of(
        accepted("of a good request", good),
        refused("of a body with one bit changed", good.body(changed)),
        refused("of a body without its last byte", good.body(Arrays.copyOf(body, body.length - 1))),
        refused("of a body with a line break more", good.body(joined(body, "\n"))),
        refused("of a body with another one behind it", good.body(joined(body, "{}"))),
        refused("of a body that is gone", good.body(new byte[0])),
        refused("of a body in another encoding", good.body(materials.json().getBytes(UTF_16))));
  }

  private static byte[] joined(byte[] body, String more) {
    byte[] joined = Arrays.copyOf(body, body.length + more.length());
    System.arraycopy(more.getBytes(UTF_8), 0, joined, body.length, more.length());
    return joined;
  }

  private Attack value(String name, String signature) {
    return refused(name, materials.unsigned(body).with(SIGNATURE, signature));
  }

  private static Attack refused(String name, Attempt request) {
    return Attack.of("signature", name, request, 401, 403);
  }

  private static Attack accepted(String name, Attempt request) {
    return Attack.of("signature", name, request, 200);
  }

  private String sha1() {
    return RequestSigner.of(materials.secret(), SignatureScheme.LEGACY_SHA1).sign(body);
  }

  private String flipped() {
    return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
  }
}
