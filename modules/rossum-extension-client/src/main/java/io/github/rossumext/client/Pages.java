package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows the pages of a list. Each page has the URL of the next page. Only the path and query of
 * that URL count. Not thread-safe.
 */
final class Pages<T> implements Iterator<T> {
  private final Transport transport;
  private final Call first;
  private final Function<RawJson, T> view;
  private final Set<URI> seen = new HashSet<>();
  private @Nullable Call next;
  private Iterator<RawJson> page = Collections.emptyIterator();

  private Pages(Transport transport, Call first, Function<RawJson, T> view) {
    this.transport = transport;
    this.first = first;
    this.view = view;
    this.next = first;
  }

  static <T> Stream<T> stream(Transport transport, Call first, Function<RawJson, T> view) {
    return StreamSupport.stream(
        () ->
            Spliterators.spliteratorUnknownSize(
                new Pages<>(transport, first, view), Spliterator.ORDERED | Spliterator.NONNULL),
        Spliterator.ORDERED | Spliterator.NONNULL,
        false);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && next != null) {
      turn(next);
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return view.apply(page.next());
  }

  private void turn(Call call) {
    if (!seen.add(call.uri())) {
      throw problem("the list names a page as the next one that was already read.");
    }
    int most = transport.limits().maxPages();
    if (seen.size() > most) {
      throw problem(
          "the list has more than "
              + most
              + " pages. Narrow the filter, or allow more with withMaxPages.");
    }
    RawJson json = transport.send(call).json(call);
    RawJson results =
        json.find("results")
            .filter(RawJson::isList)
            .or(() -> Optional.of(json).filter(RawJson::isList))
            .orElseThrow(() -> problem("the response does not have a list \"results\"."));
    page = results.elements().iterator();
    next =
        json.find("pagination")
            .flatMap(pagination -> pagination.find("next"))
            .flatMap(RawJson::scalar)
            .filter(url -> !url.isEmpty())
            .map(this::at)
            .orElse(null);
  }

  private Call at(String url) {
    try {
      return first.at(transport.resolve(url));
    } catch (IllegalArgumentException e) {
      throw new RossumApiException(
          Problem.withoutResponse(
              first,
              "the list names a next page that cannot be called.",
              " " + e.getMessage(),
              null));
    }
  }

  private RossumApiException problem(String text) {
    return new RossumApiException(Problem.withoutResponse(first, text, null));
  }
}
