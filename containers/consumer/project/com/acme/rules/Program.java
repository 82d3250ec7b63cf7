package com.acme.rules;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.recording.RequestRecorder;
import io.github.rossumext.value.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A program that handles one request and prints the response and its module. It records the request
 * below a folder.
 */
public final class Program {
  private Program() {}

  public static void main(String[] arguments) {
    Secret secret = Secret.of("consumer");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> content.info(content.settings(Settings.class).toString())))
            .listener(RequestRecorder.of(Path.of(arguments[0])))
            .build();
    EndpointResponse response =
        endpoint.handle(SignedRequest.of(Fixtures.invoice(), secret).toEndpointRequest());
    System.out.println(RossumHookServlet.class.getModule());
    System.out.println(new RossumHookServlet(endpoint).getServletInfo());
    System.out.println(response.status());
    System.out.println(new String(response.body(), StandardCharsets.UTF_8));
  }
}
