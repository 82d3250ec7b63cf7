package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.UploadBuilder;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.Map;

/** A client uploads files: the extension decides which of them are imported. */
record UploadAct() implements EventAct {
  private static final String METADATA = "metadata";
  private static final String VALUES = "values";

  @Override
  public String name() {
    return "send_upload";
  }

  @Override
  public List<String> parts() {
    return List.of(SentFiles.ARGUMENT, METADATA, VALUES);
  }

  @Override
  public void checkParts(Act act) {
    SentFiles.of(act);
    SentFiles.texts(act, METADATA);
    SentFiles.texts(act, VALUES);
  }

  /** The client gives the same values to all files. */
  private static Fixture upload(Act act) {
    UploadBuilder upload = UploadBuilder.create();
    SentFiles.texts(act, METADATA).forEach(upload::metadata);
    Map<String, String> values = SentFiles.texts(act, VALUES);
    for (SentFiles.SentFile file : SentFiles.of(act)) {
      upload.file(file.name(), file.type());
      values.forEach(upload::value);
    }
    return upload.build();
  }

  @Override
  public HookEvent<?, ?> event(Act act) {
    return HookEvent.UPLOAD_CREATED;
  }

  @Override
  public List<String> send(RossumSimulator rossum, Act act, ObjectNode report) {
    ImportReport.add(report, rossum.upload(rossum.toSameHook(upload(act))), rossum);
    return List.of();
  }

  @Override
  public JavaStep sendInJava(Act act) {
    StringBuilder java = new StringBuilder("upload(rossum.toSameHook(UploadBuilder.create()");
    SentFiles.texts(act, METADATA).forEach((key, value) -> call(java, "metadata", key, value));
    for (SentFiles.SentFile file : SentFiles.of(act)) {
      call(java, "file", file.name(), file.type());
      SentFiles.texts(act, VALUES).forEach((id, value) -> call(java, "value", id, value));
    }
    java.append(".build()))");
    return new JavaStep(java.toString(), false, List.of(UploadBuilder.class.getName()));
  }

  private static void call(StringBuilder java, String method, String one, String two) {
    java.append('.').append(method).append('(').append(JavaText.literal(one));
    java.append(", ").append(JavaText.literal(two)).append(')');
  }
}
