package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The comparisons that the page asks for: the build that responds with one before it. One runs at a
 * time, on a thread of its own, with endpoints of its own. Thread-safe.
 */
final class PageComparison implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageComparison.class);
  private static final int DEPTH = 4;
  private static final int MOST_FOLDERS = 200;

  /** The numbers of documents that the page shows. */
  private static final int MOST_RESULTS = 200;

  private final Reload reload;
  private final Secret secret;
  private final Path directory;
  private @Nullable Run last;

  /** One comparison. The monitor guards its state. */
  private static final class Run implements Comparison.Sink {
    private final String folder;
    private final BuildState with;
    private int total;
    private int done;
    private int differing;
    private int failingInBoth;
    private int failing;
    private final List<DocumentResult> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean isEnded;
    private volatile boolean isStopped;

    Run(String folder, BuildState with) {
      this.folder = folder;
      this.with = with;
    }

    @Override
    public synchronized void found(DocumentResult result) {
      if (result.isDifferent()) {
        differing++;
      } else {
        failingInBoth++;
      }
      if (results.size() < MOST_RESULTS) {
        results.add(result);
      }
    }

    @Override
    public synchronized void failed(String document, String why) {
      failing++;
      if (failures.size() < MOST_RESULTS) {
        failures.add((document.isEmpty() ? "" : document + ": ") + why);
      }
    }

    @Override
    public synchronized void done() {
      done++;
    }

    synchronized void started(int documents) {
      total = documents;
    }

    synchronized void ended() {
      isEnded = true;
    }

    synchronized boolean isRunning() {
      return !isEnded;
    }

    synchronized ObjectNode json() {
      ObjectNode json = Json.object();
      json.put("folder", folder);
      json.put("with", with.time());
      json.put("total", total);
      json.put("done", done);
      json.put("differing", differing);
      json.put("failingInBoth", failingInBoth);
      json.put("failing", failing);
      json.put("isRunning", !isEnded);
      json.put("isStopped", isStopped);
      failures.forEach(json.putArray("failures")::add);
      ArrayNode documents = json.putArray("documents");
      for (DocumentResult result : results) {
        ObjectNode document = documents.addObject();
        document.put("name", result.document());
        document.put("more", result.more());
        ArrayNode differences = document.putArray("differences");
        for (Difference one : result.differences()) {
          ObjectNode difference = differences.addObject();
          difference.put("step", one.step()).put("kind", one.kind()).put("path", one.path());
          one.before().ifPresent(text -> difference.put("before", text));
          one.after().ifPresent(text -> difference.put("after", text));
        }
      }
      return json;
    }
  }

  /**
   * Creates it.
   *
   * @param directory what the page compares by: it and the folders in it
   */
  PageComparison(Reload reload, Secret secret, Path directory) {
    this.reload = reload;
    this.secret = secret;
    this.directory = directory;
  }

  /** Returns what the page can choose, and how the last comparison is going. */
  synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    folders().forEach(json.putArray("folders")::add);
    ArrayNode builds = json.putArray("builds");
    for (Reload.Numbered build : reload.builds()) {
      builds.addObject().put("number", build.state().number()).put("at", build.state().time());
    }
    if (last != null) {
      json.set("run", last.json());
    }
    return json;
  }

  /** Returns the folders with something to compare; {@code .} is the directory. */
  private List<String> folders() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory, DEPTH)) {
      return all.filter(ComparedFolder::hasSome)
          .limit(MOST_FOLDERS)
          .map(folder -> directory.relativize(folder).toString())
          .map(name -> name.isEmpty() ? "." : name)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts to compare the build that responds with another one.
   *
   * @return the reasons why it does not start
   */
  synchronized List<String> start(String folder, int with) {
    Reload.Numbered before = reload.find(with).orElse(null);
    if (before == null || !folders().contains(folder)) {
      return List.of("The folder or the build is not there any more.");
    }
    if (last != null && last.isRunning()) {
      return List.of("A comparison is running. Stop it first.");
    }
    List<Reload.Numbered> builds = reload.builds();
    Build after = builds.get(builds.size() - 1).build();
    Run run = new Run(folder, before.state());
    last = run;
    Thread thread = new Thread(() -> compare(run, before.build(), after), "playground-compare");
    thread.setDaemon(true);
    thread.start();
    return List.of();
  }

  private void compare(Run run, Build before, Build after) {
    try (LoadedEndpoint old = reload.loadAgain(before);
        LoadedEndpoint now = reload.loadAgain(after);
        Comparison comparison = new Comparison(old, now, secret)) {
      List<ComparedDocument> documents = ComparedFolder.in(directory.resolve(run.folder));
      run.started(documents.size());
      comparison.run(documents, () -> run.isStopped, run);
    } catch (FactoryException | IOException | RuntimeException e) {
      LOG.warn("comparison failed folder={}", run.folder, e);
      run.failed("", String.valueOf(e.getMessage()));
    } finally {
      run.ended();
    }
  }

  synchronized void stop() {
    if (last != null) {
      last.isStopped = true;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
