package io.github.rossumext.client;

import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The text on a page. Immutable and thread-safe. */
public final class PageData extends JsonView {
  PageData(RawJson raw) {
    super(raw);
  }

  /** Returns the number of the page, from 1. */
  public OptionalLong pageNumber() {
    return number("page_number");
  }

  /** Returns the lines, words or characters. */
  public List<Item> items() {
    return Responses.objects(raw(), "items").map(Item::new).toList();
  }

  /** A line, word or character on a page. Immutable and thread-safe. */
  public static final class Item extends JsonView {
    Item(RawJson raw) {
      super(raw);
    }

    /** Returns the text; {@code ""} if it came without. */
    public String text() {
      return text("text").orElse("");
    }

    /** Returns where it is; empty if it came without four numbers. */
    public Optional<Position> position() {
      double[] edges =
          Numbers.doubles(
              json("position").map(RawJson::elements).orElse(List.of()).stream()
                  .flatMap(edge -> edge.scalar().stream()));
      return edges.length == 4
          ? Optional.of(new Position(edges[0], edges[1], edges[2], edges[3]))
          : Optional.empty();
    }
  }
}
