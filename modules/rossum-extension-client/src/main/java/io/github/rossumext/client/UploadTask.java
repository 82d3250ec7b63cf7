package io.github.rossumext.client;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Duration;
import java.util.Optional;

/**
 * The task that imports uploaded files. Immutable and thread-safe.
 *
 * @see Uploads#upload(long, FileBody...)
 */
public final class UploadTask extends Resource {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

  private final Uploads uploads;
  private final long task;

  UploadTask(RawJson raw, Uploads uploads, long task) {
    super(raw);
    this.uploads = uploads;
    this.task = task;
  }

  /** Returns its status: {@code running}, {@code succeeded} or {@code failed}. */
  public Optional<String> status() {
    return text("status");
  }

  /** Returns the reason of a failure. */
  public Optional<String> detail() {
    return text("detail");
  }

  /** Returns the task as it is now. */
  public UploadTask refreshed() {
    return refreshed(uploads.api().transport().limits().deadline());
  }

  private UploadTask refreshed(Deadline deadline) {
    Call call = call();
    RawJson json = uploads.api().transport().send(call, deadline).json(call);
    return new UploadTask(json, uploads, task);
  }

  private Call call() {
    return Call.get(uploads.api().transport().resolve("/v1/tasks/" + task + "?no_redirect=true"));
  }

  /**
   * Waits until the files are imported, and returns their upload. It asks Rossum at once, after one
   * second, after two more, and so on, up to every ten seconds.
   *
   * @throws RossumApiException if the import fails
   * @throws RossumApiException.Unavailable if it still runs when the time for one call is over
   */
  public Upload await() {
    Limits limits = uploads.api().transport().limits();
    Deadline deadline = limits.deadline();
    Duration pause = FIRST_PAUSE;
    UploadTask now = refreshed(deadline);
    while (now.is("running")) {
      if (pause.toNanos() >= deadline.left()) {
        throw new RossumApiException.Unavailable(
            Problem.withoutResponse(
                call(), "the time is over, and the files are still being imported.", null));
      }
      sleep(limits.time(), pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
      now = now.refreshed(deadline);
    }
    if (!now.is("succeeded")) {
      throw new RossumApiException(
          Problem.withoutResponse(
              call(),
              "the import ended with the status " + Printable.name(now.status().orElse("")),
              now.detail().map(detail -> ": " + detail).orElse("."),
              null));
    }
    return uploads.get(now.upload());
  }

  private boolean is(String status) {
    return status().filter(status::equals).isPresent();
  }

  private ResourceUrl upload() {
    return json("content")
        .flatMap(content -> content.find("upload"))
        .flatMap(RawJson::scalar)
        .map(ResourceUrl::new)
        .orElseThrow(() -> problem("the task does not name its upload."));
  }

  private RossumApiException problem(String text) {
    return new RossumApiException(Problem.withoutResponse(call(), text, null));
  }

  private void sleep(Time time, Duration pause) {
    try {
      time.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RossumApiException.Unavailable(
          Problem.withoutResponse(call(), "the thread was interrupted.", e));
    }
  }
}
