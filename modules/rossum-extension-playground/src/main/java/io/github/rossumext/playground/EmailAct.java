package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.EmailBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** An e-mail arrives: the extension decides which of its files are imported. */
record EmailAct() implements EventAct {
  /**
   * A text of an e-mail.
   *
   * @param name that of the argument, and of the builder's method
   */
  private record Text(String name, BiConsumer<EmailBuilder, String> setter) {
    /** Returns the text; {@code ""} if the e-mail does not have it. */
    String of(Act act) {
      return act.arguments().path(name).asText();
    }
  }

  private static final List<Text> TEXTS =
      List.of(
          new Text("from", EmailBuilder::from),
          new Text("subject", EmailBuilder::subject),
          new Text("text", EmailBuilder::text),
          new Text("html", EmailBuilder::html));

  @Override
  public String name() {
    return "send_email";
  }

  @Override
  public List<String> parts() {
    return Stream.concat(TEXTS.stream().map(Text::name), Stream.of(SentFiles.ARGUMENT)).toList();
  }

  @Override
  public void checkParts(Act act) {
    for (Text text : TEXTS) {
      JsonNode value = act.arguments().path(text.name());
      if (!value.isMissingNode() && !value.isTextual()) {
        throw new IllegalArgumentException(
            "'" + text.name() + "' must be a text, but found " + value + ".");
      }
    }
    SentFiles.of(act);
  }

  private static Fixture email(Act act) {
    EmailBuilder email = EmailBuilder.create();
    for (Text text : TEXTS) {
      String value = text.of(act);
      if (!value.isEmpty()) {
        text.setter().accept(email, value);
      }
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
    for (Text text : TEXTS) {
      String value = text.of(act);
      if (!value.isEmpty()) {
        java.append('.').append(text.name());
        java.append('(').append(JavaText.literal(value)).append(')');
      }
    }
    SentFiles.of(act).forEach(file -> java.append(".file(").append(file.inJava()).append(')'));
    java.append(".build()))");
    return new JavaStep(java.toString(), false, List.of(EmailBuilder.class.getName()));
  }
}
