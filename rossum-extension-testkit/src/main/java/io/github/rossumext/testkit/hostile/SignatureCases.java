package io.github.rossumext.testkit.hostile;

import static io.github.rossumext.testkit.hostile.Materials.SIGNATURE;

import io.github.rossumext.signature.SignatureScheme;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/** Signatures that are missing or malformed, or in the wrong header. */
final class SignatureCases {
  private static final String LEGACY = SignatureScheme.LEGACY_SHA1.header();

  private final Materials materials;
  private final byte[] body;
  private final String right;
  private final String sha1;

  private SignatureCases(Materials materials) {
    this.materials = materials;
    this.body = materials.body();
    this.right = materials.signature(body);
    this.sha1 = Materials.signature(SignatureScheme.LEGACY_SHA1, materials.key(), body);
  }

  static Stream<Attack> all(Materials materials, boolean isLegacyAccepted) {
    SignatureCases cases = new SignatureCases(materials);
    Stream<Attack> legacyToo =
        isLegacyAccepted
            ? Stream.concat(
                cases.values("legacy signature", SignatureScheme.LEGACY_SHA1),
                ForgedSignatures.all("legacy signature", SignatureScheme.LEGACY_SHA1, materials))
            : Stream.empty();
    return Stream.of(
            cases.values("signature", SignatureScheme.SHA256),
            cases.headers(),
            cases.legacy(isLegacyAccepted),
            ForgedSignatures.all("signature", SignatureScheme.SHA256, materials),
            legacyToo)
        .flatMap(all -> all);
  }

  private Stream<Attack> legacy(boolean isAccepted) {
    Attempt unsigned = materials.unsigned(body);
    Attempt legacy = unsigned.with(LEGACY, sha1);
    String alone = "in the legacy header alone";
    return Stream.of(
        isAccepted ? accepted(alone, legacy) : refused(alone, legacy),
        refused("wrong, with a right one in the legacy header", legacy.with(SIGNATURE, wrong())),
        refused("empty, with a right one in the legacy header", legacy.with(SIGNATURE, "")),
        refused("with SHA-1, twice in both headers", legacy.with(SIGNATURE, sha1)),
        refused("with SHA-256, in the legacy header", unsigned.with(LEGACY, right)),
        refused(
            "with SHA-256 and the other prefix, in the legacy header",
            unsigned.with(LEGACY, "sha1=" + right.substring(right.indexOf('=') + 1))));
  }

  private Stream<Attack> values(String group, SignatureScheme scheme) {
    boolean isLegacy = scheme == SignatureScheme.LEGACY_SHA1;
    String good = isLegacy ? sha1 : right;
    String hex = good.substring(good.indexOf('=') + 1);
    String prefix = Materials.prefix(scheme);
    Values values = new Values(group, scheme.header());
    return Stream.of(
        values.refused("empty", ""),
        values.refused("the prefix alone", prefix),
        values.refused("without its prefix", hex),
        values.refused(
            "of another algorithm by its prefix", (isLegacy ? "sha256=" : "sha1=") + hex),
        values.refused("of no algorithm by its prefix", "none=" + hex),
        values.refused("with a prefix of upper case", prefix.toUpperCase(Locale.ROOT) + hex),
        values.refused("with two prefixes", prefix + good),
        values.refused("a digit short", good.substring(0, good.length() - 1)),
        values.refused("a byte short", good.substring(0, good.length() - 2)),
        values.refused("half as long", good.substring(0, good.length() - hex.length() / 2)),
        values.refused("one byte long", prefix + hex.substring(0, 2)),
        values.refused("without its first digit", prefix + hex.substring(1)),
        values.refused("a byte longer", good + "00"),
        values.refused("twice as long", good + hex),
        values.refused("50 times as long", good + hex.repeat(49)),
        values.refused("no hex digits", prefix + "zz".repeat(hex.length() / 2)),
        values.refused("full of signs", prefix + "-1".repeat(hex.length() / 2)),
        values.refused("no ASCII", prefix + "\u00e9".repeat(hex.length())),
        values.refused("with a space within", prefix + " " + hex),
        values.refused("in quotes", '"' + good + '"'),
        values.refused("a list", good + "," + good),
        values.refused("a list with a space", good + ", " + good),
        values.refused("with a parameter", good + ";q=1"),
        values.refused("of a format string", prefix + "%s%n%x${jndi:ldap://127.0.0.1/x}"),
        values.refused("that is the secret", prefix + materials.secret().reveal()),
        values.refused(
            "that is the secret in hexadecimal",
            prefix + HexFormat.of().formatHex(materials.key())),
        values.refused("with the other algorithm", isLegacy ? right : sha1));
  }

  private final class Values {
    private final String group;
    private final String header;

    Values(String group, String header) {
      this.group = group;
      this.header = header;
    }

    Attack refused(String name, String signature) {
      return Attack.of(group, name, materials.unsigned(body).with(header, signature), 401, 403);
    }
  }

  private Stream<Attack> headers() {
    Attempt unsigned = materials.unsigned(body);
    return Stream.of(
        refused("missing", unsigned),
        refused("missing, and so is the body", materials.unsigned(new byte[0])),
        refused("in a header of another name", unsigned.with("X-Rossum-Signature", right)),
        refused("twice", unsigned.with(SIGNATURE, right).with(SIGNATURE, right)),
        refused(
            "twice, the first one wrong", unsigned.with(SIGNATURE, wrong()).with(SIGNATURE, right)),
        refused(
            "twice, the second one wrong",
            unsigned.with(SIGNATURE, right).with(SIGNATURE, wrong())),
        refused("twice, once empty", unsigned.with(SIGNATURE, right).with(SIGNATURE, "")),
        refused(
            "twice, in two cases",
            unsigned.with(SIGNATURE, right).with(SIGNATURE.toLowerCase(Locale.ROOT), right)),
        accepted(
            "in a header of upper case", unsigned.with(SIGNATURE.toUpperCase(Locale.ROOT), right)));
  }

  private static Attack refused(String name, Attempt request) {
    return Attack.of("signature", name, request, 401, 403);
  }

  private static Attack accepted(String name, Attempt request) {
    return Attack.of("signature", name, request, 200);
  }

  private String wrong() {
    return "sha256=" + ForgedSignatures.changed(right.substring("sha256=".length()), 0);
  }
}
