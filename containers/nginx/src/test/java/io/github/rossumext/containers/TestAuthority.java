package io.github.rossumext.containers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority that is made for a test, with what it has signed: {@code NAME.pem} and
 * {@code NAME.key} in its directory.
 */
final class TestAuthority {
  private static final String EXTENSIONS =
      """
      [req]
      distinguished_name = name
      [name]
      [ca]
      basicConstraints = critical, CA:TRUE
      [server]
      basicConstraints = critical, CA:FALSE
      extendedKeyUsage = serverAuth
      subjectAltName = DNS:localhost
      [client]
      basicConstraints = critical, CA:FALSE
      extendedKeyUsage = clientAuth
      """;

  private static final String PASSWORD = "changeit";

  private final Path directory;

  private TestAuthority(Path directory) {
    this.directory = directory;
  }

  static TestAuthority in(Path directory) throws IOException, InterruptedException {
    Files.writeString(directory.resolve("extensions"), EXTENSIONS);
    TestAuthority authority = new TestAuthority(directory);
    authority.make("ca", "ca");
    return authority;
  }

  /** Signs a certificate for {@code https://localhost}. */
  void signServer(String name) throws IOException, InterruptedException {
    make(name, "server", "-CA", "ca.pem", "-CAkey", "ca.key");
  }

  /** Signs a certificate for a client. */
  void signClient(String name) throws IOException, InterruptedException {
    make(name, "client", "-CA", "ca.pem", "-CAkey", "ca.key");
  }

  private void make(String name, String extensions, String... signedBy)
      throws IOException, InterruptedException {
    String request =
        "req -x509 -config extensions -extensions %s -subj /CN=%s -days 2 -noenc -newkey ec"
                .formatted(extensions, name)
            + " -pkeyopt ec_paramgen_curve:P-256 -keyout %s.key -out %s.pem".formatted(name, name);
    openssl((request + " " + String.join(" ", signedBy)).strip());
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    Tool.OPENSSL.run(directory, arguments.split(" ", -1));
  }

  Path certificate(String name) {
    return directory.resolve(name + ".pem");
  }

  Path key(String name) {
    return directory.resolve(name + ".key");
  }

  /** Returns the TLS context of a client that trusts this authority and has no certificate. */
  SSLContext client() throws Exception {
    return context(null);
  }

  /**
   * Returns the TLS context of a client that trusts this authority and has a certificate of another
   * one, for example.
   */
  SSLContext client(TestAuthority other, String name) throws Exception {
    other.openssl(
        "pkcs12 -export -in %s.pem -inkey %s.key -out %s.p12 -passout pass:%s"
            .formatted(name, name, name, PASSWORD));
    KeyStore identity =
        KeyStore.getInstance(
            other.directory.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
    return context(identity);
  }

  private SSLContext context(@Nullable KeyStore identity)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream certificate = Files.newInputStream(certificate("ca"))) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, identity == null ? null : PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
