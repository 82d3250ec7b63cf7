package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.GoalException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a hook of the project in Rossum: by the id of the state, by its marker, or by its name and
 * URL.
 */
final class Found {
  private final Account account;
  private final State state;
  private final Marker marker;
  private @Nullable List<ObjectNode> all;

  Found(Account account, State state, Marker marker) {
    this.account = account;
    this.state = state;
    this.marker = marker;
  }

  /** Returns the hook; empty if it does not exist yet, or no longer. */
  Optional<ObjectNode> find(DesiredHook hook) {
    Optional<ObjectNode> known =
        state.hook(hook.name()).flatMap(applied -> account.findHook(applied.id()));
    if (known.isPresent() && marker.isOfOther(known.get(), hook.name())) {
      throw new GoalException(
          "Hook "
              + known.get().path("id")
              + " of the state is "
              + Marker.owner(known.get())
              + ". Remove it from the state file, or use another environment. If it is this project"
              + " under another name, remove rossum_extension from the metadata of the hook.");
    }
    return known.or(() -> byMarker(hook)).or(() -> byNameAndUrl(hook));
  }

  private List<ObjectNode> all() {
    if (all == null) {
      all = account.hooks();
    }
    return all;
  }

  private Optional<ObjectNode> byMarker(DesiredHook hook) {
    List<ObjectNode> marked =
        all().stream().filter(each -> marker.isOn(each, hook.name())).toList();
    if (marked.size() > 1) {
      throw new GoalException(
          "Rossum has "
              + marked.size()
              + " hooks of this project, environment and file: "
              + ids(marked)
              + ". Delete all but one.");
    }
    return one(marked);
  }

  private Optional<ObjectNode> byNameAndUrl(DesiredHook hook) {
    List<ObjectNode> same =
        all().stream()
            .filter(each -> each.path("name").asText().equals(hook.title()))
            .filter(each -> each.path(HookFields.CONFIG).path("url").asText("").equals(hook.url()))
            .filter(each -> !marker.isOfOther(each, hook.name()))
            .toList();
    if (same.size() > 1) {
      throw new GoalException(
          "Rossum has "
              + same.size()
              + " hooks \""
              + hook.title()
              + "\" with this URL: "
              + ids(same)
              + ". Delete all but one, or rename them.");
    }
    return one(same);
  }

  // A list may show less of an object.
  private Optional<ObjectNode> one(List<ObjectNode> hooks) {
    return hooks.stream().findFirst().flatMap(hook -> account.findHook(hook.path("id").asLong()));
  }

  private static List<String> ids(List<ObjectNode> hooks) {
    return hooks.stream().map(hook -> hook.path("id").asText()).toList();
  }
}
