package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.EmailBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/** An e-mail arrives: the extension decides which of its files are imported. */
record EmailAct() implements EventAct {
  /** The texts of an e-mail; also the names of the builder's methods. */
  private static final List<String> TEXTS = List.of("from", "subject", "text", "html");

  @Override
  public String name() {
    return "send_email";
  }

  @Override
  public List<String> parts() {
    return List.of("from", "subject", "text", "html", SentFiles.ARGUMENT);
  }

  @Override
  public void checkParts(Act act) {
    for (String text : TEXTS) {
      JsonNode value = act.arguments().path(text);
      if (!value.isMissingNode() && !value.isTextual()) {
        throw new IllegalArgumentException(
            "'" + text + "' must be a text, but found " + value + ".");
      }
    }
    SentFiles.of(act);
  }

  /** Returns a text; {@code ""} if the e-mail does not have it. */
  private static String text(Act act, String name) {
    return act.arguments().path(name).asText();
  }

  private static Fixture email(Act act) {
    EmailBuilder email = EmailBuilder.create();
    if (!text(act, "from").isEmpty()) {
      email.from(text(act, "from"));
    }
    if (!text(act, "subject").isEmpty()) {
      email.subject(text(act, "subject"));
    }
    if (!text(act, "text").isEmpty()) {
      email.text(text(act, "text"));
    }
    if (!text(act, "html").isEmpty()) {
      email.html(text(act, "html"));
    }
    SentFiles.of(act).forEach(file -> email.file(file.name(), file.type()));
    return email.build();
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.EMAIL_RECEIVED;
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    ImportReport.add(report, rossum.receive(rossum.toSameHook(email(act))), rossum);
    return List.of();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    StringBuilder java = new StringBuilder("receive(rossum.toSameHook(EmailBuilder.create()");
    for (String text : TEXTS) {
      if (!text(act, text).isEmpty()) {
        java.append('.').append(text);
        java.append('(').append(JavaText.literal(text(act, text))).append(')');
      }
    }
    SentFiles.of(act).forEach(file -> java.append(".file(").append(file.inJava()).append(')'));
    java.append(".build()))");
    return new JavaStep(java.toString(), false, List.of(EmailBuilder.class.getName()));
  }
}
