package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes the endpoint that {@code rossum:check} compares the hook with in the build, where there is
 * neither secret nor database. Its secret is random, so that it accepts no request.
 */
public final class EndpointForCheck implements Supplier<HookEndpoint> {
  private static final String ANY_URL = "https://hooks.acme.example/invoice_checks";

  /** The build makes it by its name. */
  public EndpointForCheck() {}

  @Override
  public HookEndpoint get() {
    String url = Optional.ofNullable(System.getenv("PUBLIC_URL")).orElse(ANY_URL);
    Secret random = Secret.of(UUID.randomUUID().toString());
    try {
      return InvoiceChecks.endpoint(random, SampleDatabase.create(), URI.create(url)).build();
    } catch (SQLException e) {
      throw new IllegalStateException("The sample database cannot be made.", e);
    }
  }
}
