package io.github.rossumext;

import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.ExtensionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The losses of one request. A loss that is refused fails the request, whatever the handler does
 * with its exception: a rule that catches it must not hide it from a test. Thread-safe, because a
 * handler may have threads of its own.
 */
final class ReportedLosses implements LossReporter {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  private final LossyWrites setting;
  private final String requestId;
  private final List<String> reported = new ArrayList<>();
  private @Nullable ExtensionException refused;

  ReportedLosses(LossyWrites setting, String requestId) {
    this.setting = setting;
    this.requestId = requestId;
  }

  @Override
  public void report(String loss) {
    LossyWriteException lost = new LossyWriteException(loss);
    synchronized (this) {
      reported.add(lost.problem());
    }
    if (isRefusing()) {
      throw refused(lost);
    }
    // The exception's own text: no schema id in it can forge a line.
    LOG.warn(
        "Rossum would lose part of the response request={} loss={}",
        requestId,
        Printable.quoted(lost.problem()));
  }

  @Override
  public boolean isRefusing() {
    return setting == LossyWrites.REFUSE;
  }

  @Override
  public synchronized <E extends ExtensionException> E refused(E mistake) {
    if (refused == null) {
      refused = mistake;
    }
    return mistake;
  }

  @Override
  public void requireNoneRefused() {
    ExtensionException first = firstRefused();
    if (first != null) {
      throw first;
    }
  }

  /** The first that was refused; null if none was. */
  synchronized @Nullable ExtensionException firstRefused() {
    return refused;
  }

  @Override
  public synchronized List<String> reported() {
    return List.copyOf(reported);
  }
}
